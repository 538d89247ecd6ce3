import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDeck } from '../deck/load'
import { rulesFor } from '../deck/rules/all'
import { assetProblems, coloursInFiles, remoteInFiles } from '../deck/rules/files'
import { checkSlides } from '../deck/rules/rule'
import { deckOf, slide, words } from './support/deck'

const rules = rulesFor({ layouts: ['plain', 'cover', 'section'], components: ['TwoCurrents'], sources: ['post', 'ours'], linksOn: 'links' })

/** Each rule, with a slide that breaks it and what it then says. */
const planted: [rule: keyof typeof rules, broken: ReturnType<typeof slide>, says: string][] = [
  ['noPhantom', slide({ content: '\n' }), 'is empty'],
  ['oneHeadline', slide({ content: 'No headline' }), 'has 0 H1'],
  ['oneHeadline', slide({ content: '# One is here\n\n# Two is here' }), 'has 2 H1'],
  ['headlineLength', slide({ content: '# This is it' }), 'has 3 words'],
  ['headlineLength', slide({ content: `# It is ${words(13)}` }), 'has 15 words'],
  ['headlineVerb', slide({ content: '# Two questions for everybody inside' }), 'no verb'],
  ['knownLayout', slide({}, { layout: 'two-cols' }), 'layout "two-cols" is none of'],
  ['knownComponents', slide({ content: '# It is here\n\n<TwoCurrnets />' }), '<TwoCurrnets> is no component'],
  ['provenanceGiven', slide({}, { section: 'dirft' }), 'section "dirft"'],
  ['provenanceGiven', slide({}, { source: undefined }), 'source "undefined"'],
  ['fewWords', slide({ content: `# It is here\n\n${words(38)}` }), 'shows 41 words'],
  ['notePresent', slide({ note: '' }), 'has no note'],
  ['noteLength', slide({ note: `${words(79)}\n\nPost, section 1.` }), 'has 79 spoken words'],
  ['noteLength', slide({ note: words(201) }), 'has 201 spoken words'],
  ['noteLength', slide({ note: words(61) }, { layout: 'section' }), 'write 15 to 60'],
  ['noteClicks', slide({}, { clicks: 2 }), 'marks 1 clicks, `clicks` says 2'],
  ['noteClicks', slide({ content: '# It is here' }, { clicks: undefined }), 'marks 1 clicks, `clicks` says 0'],
  ['noteStanding', slide({ note: words(90) }), 'the note ends on'],
  ['noteStanding', slide({}, { source: 'ours' }), 'such as "Ours, section 3."'],
  ['noteIsProse', slide({ note: 'He says:\n\n- one\n- two' }), 'holds a list'],
  ['noteReadings', slide({ note: 'Here is 潮汐.' }), '潮汐 without a reading'],
  ['noInlineStyle', slide({ content: '<p style="margin: 0">a</p>' }), 'sets a style'],
  ['noInlineStyle', slide({ content: '<style>p { margin: 0 }</style>' }), 'sets a style'],
  ['noColour', slide({ content: '<Mark colour="#c00" />' }), 'names a colour'],
  ['noColour', slide({}, { background: '#fbf9f3' }), 'names a colour'],
  ['noPixels', slide({ content: '<Mark size="12px" />' }), 'pixels'],
  ['noRemote', slide({ content: '![](https://example.org/a.png)' }), 'names https://example.org/a.png'],
  ['noRemote', slide({}, { background: '//example.org/a.png' }), 'names //example.org/a.png'],
]

describe('a rule', () => {
  it.each(Object.entries(rules))('%s passes a sound slide, and is broken below', (name, rule) => {
    expect(checkSlides(deckOf(slide()), [rule])).toEqual([])
    expect(planted.map(([rule]) => rule)).toContain(name)
  })

  it.each(planted.map(([rule, broken, says]) => [says, rule, broken] as const))('says “%s”', (says, rule, broken) => {
    expect(checkSlides(deckOf(broken), [rules[rule]!])).toEqual([expect.stringMatching(/^slide 2 \(pages\/drift\.md:5\): /)])
    expect(checkSlides(deckOf(broken), [rules[rule]!])[0]).toContain(says)
  })

  it('lets the cover carry a name, one slide its links, another language its verbs, and Slidev count its own clicks', () => {
    const cover = slide({ content: '# Driftwood' }, { layout: 'cover' })
    expect(checkSlides(deckOf(cover), [rules.headlineLength!, rules.headlineVerb!])).toEqual([])
    expect(checkSlides(deckOf(slide({ content: '[paper](https://example.org/paper)' }, { routeAlias: 'links' })), [rules.noRemote!])).toEqual([])
    const danish = { ...deckOf(slide({ content: '# Strømmen og stranden' })), headmatter: { htmlAttrs: { lang: 'da' } } }
    expect(checkSlides(danish, [rules.headlineVerb!])).toEqual([])
    expect(checkSlides(deckOf(slide({ content: '<p v-click>a</p>' }, { clicks: undefined })), [rules.noteClicks!])).toEqual([])
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

  it('has a phantom slide after a blank line, and says where', async () => {
    const deck = await loadDeck(await entry('# It is here\n\n---\n\nclicks: 1\n---\n\n---\n\n# It is there\n'))
    expect(checkSlides(deck, [rules.noPhantom!])).toEqual([2, 3].map(no => expect.stringMatching(new RegExp(`^slide ${no} \\(.*slides\\.md:\\d+\\): is empty`))))
  })
})
