import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseTimeString } from '@slidev/parser/utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDeck, type Deck } from '../addon/deck/load'
import { assetProblems, coloursInFiles, remoteInFiles } from '../addon/deck/rules/files'
import * as markdown from '../addon/deck/rules/markdown'
import * as notes from '../addon/deck/rules/notes'
import { checkSlides, type Rule } from '../addon/deck/rules/rule'
import * as slides from '../addon/deck/rules/slides'
import { planTalk } from '../addon/deck/pacing'
import { deckOf, slide, words } from '../addon/tests/support/deck'
import { filesIn, texts } from '../addon/tests/support/files'

const names = (paths: string[]) => paths.filter(path => /\.(vue|ts)$/.test(path)).map(path => basename(path).replace(/\.\w+$/, ''))
const [components, builtIn, layouts] = await Promise.all(['components', 'node_modules/@slidev/client/builtin', 'layouts'].map(filesIn))
const knownLayout = slides.knownLayout(names(layouts!))
const knownComponents = slides.knownComponents(names([...components!, ...builtIn!]))

/** Each rule, with a slide that breaks it and what it then says. */
const planted: [rule: Rule, broken: ReturnType<typeof slide>, says: string][] = [
  [slides.noPhantom, slide({ content: '\n' }), 'is empty'],
  [slides.oneHeadline, slide({ content: 'No headline' }), 'has 0 H1'],
  [slides.oneHeadline, slide({ content: '# One is here\n\n# Two is here' }), 'has 2 H1'],
  [slides.headlineLength, slide({ content: '# This is it' }), 'has 3 words'],
  [slides.headlineLength, slide({ content: `# It is ${words(13)}` }), 'has 15 words'],
  [slides.headlineVerb, slide({ content: '# Two questions for everybody inside' }), 'no verb'],
  [knownLayout, slide({}, { layout: 'two-cols' }), 'layout "two-cols" is none of'],
  [knownComponents, slide({ content: '# It is here\n\n<TwoLokcs />' }), '<TwoLokcs> is no component'],
  [slides.provenanceGiven, slide({}, { section: 'tallent' }), 'section "tallent"'],
  [slides.provenanceGiven, slide({}, { source: undefined }), 'source "undefined"'],
  [slides.fewWords, slide({ content: `# It is here\n\n${words(38)}` }), 'shows 41 words'],
  [notes.notePresent, slide({ note: '' }), 'has no note'],
  [notes.noteLength, slide({ note: `${words(79)}\n\nPost, section 1.` }), 'has 79 spoken words'],
  [notes.noteLength, slide({ note: words(201) }), 'has 201 spoken words'],
  [notes.noteClicks, slide({}, { clicks: 2 }), 'marks 1 clicks, `clicks` says 2'],
  [notes.noteClicks, slide({}, { clicks: undefined }), 'marks 1 clicks, `clicks` says 0'],
  [notes.noteStanding, slide({ note: words(90) }), 'the note ends on'],
  [notes.noteStanding, slide({}, { source: 'ours' }), 'such as "Ours, section 3."'],
  [notes.noteIsProse, slide({ note: 'He says:\n\n- one\n- two' }), 'holds a list'],
  [notes.noteReadings, slide({ note: 'Here is 百晓生.' }), '百晓生 without a reading'],
  [markdown.noInlineStyle, slide({ content: '<p style="margin: 0">a</p>' }), 'sets a style'],
  [markdown.noInlineStyle, slide({ content: '<style>p { margin: 0 }</style>' }), 'sets a style'],
  [markdown.noColour, slide({ content: '<Mark colour="#c00" />' }), 'names a colour'],
  [markdown.noColour, slide({}, { background: '#fbf9f3' }), 'names a colour'],
  [markdown.noPixels, slide({ content: '<Mark size="12px" />' }), 'pixels'],
  [markdown.noRemote, slide({ content: '![](https://example.org/a.png)' }), 'names https://example.org/a.png'],
  [markdown.noRemote, slide({}, { background: '//example.org/a.png' }), 'names //example.org/a.png'],
]
/** The rules made by a function have no name of their own. */
const nameOf = (rule: Rule) => rule.name || (rule === knownLayout ? 'knownLayout' : 'knownComponents')
const rules = [...new Set(planted.map(([rule]) => rule))]
const pacing = ({ headmatter, slides: all }: Deck) =>
  planTalk(all.map(({ note }) => note), parseTimeString(headmatter.duration).seconds)

describe('the deck', () => {
  it('breaks no rule', async () => {
    expect(checkSlides(await loadDeck(), rules)).toEqual([])
  })

  it('takes the announced time', async () => {
    expect(pacing(await loadDeck())).toMatchObject({ fits: true })
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

describe('a rule', () => {
  it.each(rules.map(rule => [nameOf(rule), rule] as const))('%s passes a sound slide', (_, rule) => {
    expect(checkSlides(deckOf(slide()), [rule])).toEqual([])
  })

  it.each(planted.map(([rule, broken, says]) => [says, rule, broken] as const))('says “%s”', (says, rule, broken) => {
    expect(checkSlides(deckOf(broken), [rule])).toEqual([expect.stringMatching(/^slide 2 \(pages\/talent\.md\): /)])
    expect(checkSlides(deckOf(broken), [rule])[0]).toContain(says)
  })

  it('lets the cover carry a name, and the resources slide its links', () => {
    const cover = slide({ content: '# Fluffless' }, { layout: 'cover' })
    expect(checkSlides(deckOf(cover), [slides.headlineLength, slides.headlineVerb])).toEqual([])
    const resources = slide({ content: '[post](https://example.org/post)' }, { routeAlias: 'resources' })
    expect(checkSlides(deckOf(resources), [markdown.noRemote])).toEqual([])
  })

  it('finds a talk that is more than a tenth too short', () => {
    const deck = deckOf(slide({ note: words(116) }))
    expect(pacing({ ...deck, headmatter: { duration: '1min' } }).fits).toBe(false)
  })

  it('finds a remote address, a loose colour, a missing and an unused asset in a file', () => {
    const files = {
      'components/A.vue': '// see https://example.org/thread\n<svg xmlns="http://www.w3.org/2000/svg"><path fill="#fff" /></svg><img src="/gone.png">',
      'styles/a.css': '@import url(https://fonts.example.org/css); a { src: url(\'./fonts/a.woff2\') }',
    }
    expect(remoteInFiles(files)).toEqual([expect.stringContaining('styles/a.css: names https://fonts.example.org/css')])
    expect(coloursInFiles(files)).toEqual([expect.stringContaining('components/A.vue: names the colour #fff')])
    expect(assetProblems(files, ['styles/fonts/a.woff2', 'public/old.png'])).toEqual([
      'components/A.vue: uses public/gone.png, which does not exist.',
      'public/old.png: nothing uses it; delete it.',
    ])
  })
})

describe('a deck that does not parse', () => {
  let folder: string
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'deck-')) })
  afterAll(() => rm(folder, { recursive: true }))
  const entry = async (text: string) => {
    await writeFile(join(folder, 'slides.md'), text)
    return join(folder, 'slides.md')
  }

  it('names a page that is missing', async () => {
    await expect(loadDeck(await entry('# It is here\n\n---\nsrc: ./pages/gone.md\n---\n'))).rejects.toThrow(/gone\.md/)
  })

  it('has a phantom slide after a blank line', async () => {
    const deck = await loadDeck(await entry('# It is here\n\n---\n\nclicks: 1\n---\n\n---\n\n# It is there\n'))
    expect(checkSlides(deck, [slides.noPhantom]).length).toBeGreaterThan(0)
  })
})
