import { basename } from 'node:path'
import { parseTimeString } from '@slidev/parser/utils'
import { describe, expect, it } from 'vitest'
import { loadDeck } from '../addon/deck/load'
import { planTalk } from '../addon/deck/pacing'
import { rulesFor } from '../addon/deck/rules/all'
import { assetProblems, coloursInFiles, remoteInFiles } from '../addon/deck/rules/files'
import { checkSlides } from '../addon/deck/rules/rule'
import { filesIn, texts } from '../addon/tests/support/files'

const deck = await loadDeck()
const named = async (folder: string) => (await filesIn(folder)).filter(path => /\.(vue|ts)$/.test(path)).map(path => basename(path).replace(/\.\w+$/, ''))

describe('the deck', () => {
  it('breaks no rule', async () => {
    const [layouts, own, builtIn] = await Promise.all(['layouts', 'components', 'node_modules/@slidev/client/builtin'].map(named))
    const rules = rulesFor({ layouts: layouts!, components: [...own!, ...builtIn!], sources: ['post', 'quote', 'ours'], linksOn: 'resources' })
    expect(checkSlides(deck, Object.values(rules))).toEqual([])
  })

  it('takes the announced time', () => {
    const { seconds } = parseTimeString(deck.headmatter.duration)
    expect(planTalk(deck.slides.map(({ note }) => note), seconds)).toMatchObject({ fits: true })
  })

  it('asks no other host for anything, and takes its colours from the tokens', async () => {
    const sources = await texts((await filesIn()).filter(path => /^(?:slide-top\.vue|(?:components|layouts|styles|addon\/(?:client|setup|styles))\/.*\.(?:vue|ts|css))$/.test(path)))
    expect(Object.keys(sources).length).toBeGreaterThan(10)
    // Links a reader may follow, and nothing the deck loads, stand in talk.yaml.
    expect(remoteInFiles(sources)).toEqual([])
    const { 'styles/tokens.css': tokens, ...others } = sources
    expect(tokens).toBeDefined()
    expect(coloursInFiles(others)).toEqual([])
  })

  it('has every asset it uses, and uses every asset it has', async () => {
    const files = await filesIn()
    const sources = files.filter(path => /^(?:slides\.md|slide-top\.vue|(?:pages|components|layouts|styles)\/.*\.(?:md|vue|ts|css))$/.test(path))
    const assets = files.filter(path => /^(?:public\/|styles\/.*\.woff2$)/.test(path))
    expect(assetProblems(await texts(sources), assets)).toEqual([])
  })
})
