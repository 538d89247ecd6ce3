/** What `checkDeck` says of a deck of one or two slides, each with one thing wrong, or odd and yet right. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkDeck } from '../deck/check'

/** In the repository, so that schemas find their packages. */
mkdirSync('out', { recursive: true })
const root = resolve(mkdtempSync('out/check-'))
afterAll(() => rmSync(root, { recursive: true }))

function write(files: Record<string, string>): string {
  rmSync(root, { recursive: true })
  for (const [path, text] of Object.entries({ 'components/TwoCurrents.vue': '', 'img/my pic.png': '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return join(root, 'slides.md')
}

/** @returns the findings as one text each, and a `!` before a fault */
async function found(files: Record<string, string> | string): Promise<string[]> {
  const findings = await checkDeck(write(typeof files === 'string' ? { 'slides.md': files } : files), [root])
  return findings.map(({ level, says }) => (level === 'fault' ? '! ' : '') + says)
}

const sections = 'sections:\n  - { id: people, name: People }\n'
/** A deck whose second slide has these fields and this text. */
const deck = (text: string, fields = '', headmatter = sections) => `---\n${headmatter}---\n\n# A deck\n\n---\n${fields}${fields && '\n'}---\n\n${text}\n`
const plain = (text: string) => `# A deck\n\n---\n\n${text}\n`

it.each<[what: string, slides: string | Record<string, string>, says: RegExp]>([
  ['an unknown component', plain('# It\n\n<TwoCurrentsd />'), /^slide 2 \(.*slides\.md:4\): <TwoCurrentsd> is no component; /],
  ['an unknown section', deck('# It', 'section: poeple'), /^slide 2 .*: section "poeple" is none of people\./],
  ['a mark too many', deck('# It\n\n<!-- One. [click] Two. [click] Three. -->', 'clicks: 1'), /^slide 2 .*: the note marks 2 clicks, `clicks` says 1; /],
  ['a mark too few', deck('# It\n\n<!-- One. [click] -->', 'clicks: 3'), /marks 1 clicks, `clicks` says 3/],
  ['a mark that counts too far', deck('# It\n\n<!-- One. [click:4] Two. -->', 'clicks: 1'), /marks 4 clicks, `clicks` says 1/],
  ['clicks deleted', plain('# It\n\n<TwoCurrents :step="$clicks" />\n\n<!-- A. [click] B. [click] C. -->'), /marks 2 clicks, which Slidev does not see in `\$clicks`; write `clicks: 2`/],
  ['marks without a step', plain('# It\n\n<!-- A. [click] B. -->'), /the note marks 1 clicks, the slide has no step/],
  ['a missing picture', plain('# It\n\n![A](/gone.png)'), /^! slide 2 .*: uses \/gone\.png, which does not exist in public\//],
  ['a missing picture beside its slide', plain('# It\n\n![A](./gone.png)'), /^! .*uses \.\/gone\.png, which does not exist\./],
  ['a missing background', deck('# It', 'background: /gone.jpg'), /^! .*uses \/gone\.jpg/],
  ['an unclosed comment', plain('# It\n\n<!-- What to say. [click] And more.'), /^! slide 2 .*: a comment is not closed; end it with -->/],
  ['a blank line after ---', '# A deck\n\n---\n\nclicks: 1\n---\n\n# It\n', /^slide 2 .*: reads “clicks: 1” as text; /],
  ['a colon in frontmatter', deck('# It', 'clicks: 1\ntitle: a: b'), /^! slides\.md:10: the frontmatter: a text holds a colon; put the text in quotation marks\./],
  ['an unclosed list in frontmatter', deck('# It', 'clicks: [1'), /^! slides\.md:\d+: the frontmatter: is no YAML: /],
  ['a field twice', deck('# It', 'clicks: 1\nclicks: 2'), /^! slides\.md:\d+: the frontmatter: is no YAML/],
  ['a broken headmatter', '---\ntitle: [a\n---\n\n# It\n', /^! slides\.md:\d: /],
  ['three hyphens in a title', deck('# It', 'title: A --- B\nclicks: 1'), /^! slides\.md:9: the frontmatter ends at the three hyphens after “title: A ”/],
  ['--- right above a headline', '# A deck\n\n---\n# It\n---\n\n# There\n', /^! slides\.md:3: “---” right above a headline/],
  ['--- right above a list', '# A deck\n\n---\n- one\n- two\n---\n', /^! slides\.md:3: the frontmatter is a list; write fields/],
  ['clicks in words', deck('# It', 'clicks: one'), /^! slides\.md:8: `clicks` is "one"; write a whole number/],
  ['clicks below none', deck('# It', 'clicks: -1'), /`clicks` is -1; write a whole number/],
  ['a layout that is a number', deck('# It', 'layout: 3'), /`layout` is 3; write a name/],
  ['an alias of two words', deck('# It', 'routeAlias: my page'), /`routeAlias` is "my page"; write one word/],
  ['an alias that is an address of Slidev’s', deck('# It', 'routeAlias: print'), /^slide 2 .*: `routeAlias: print` is an address of Slidev's own/],
  ['an alias of digits', deck('# It', 'routeAlias: "12"'), /`routeAlias: 12` is an address/],
  ['an alias given twice', `${deck('# It', 'routeAlias: end')}\n---\nrouteAlias: end\n---\n\n# End\n`, /^slide 3 .*: `routeAlias: end` is that of slide 2 /],
  ['a page that is missing', '# A deck\n\n---\nsrc: ./pages/gone.md\n---\n', /^! slides\.md:3: .*gone\.md; correct `src`/],
  ['a table without outer bars', plain('# It\n\na | b\n---|---\n1 | 2\n\n# There'), /^slides\.md:8: Slidev ends a slide at “---\|---”; give the table outer bars/],
  ['a table without outer bars, with slides behind it', plain('# It\n\na | b\n---|---\n1 | 2\n\n---\n\n# There'), /^! slides\.md:8: Slidev ends a slide at/],
  ['--- between tildes', plain('# It\n\n~~~\na\n---\n\nb\n~~~'), /^slides\.md:9: Slidev ends a slide at “---”; fence code by backticks/],
  ['a comment’s beginning in a code span', plain('# It\n\nWrite `<!--` so.\n\n---\n\n# There\n\n<!-- note -->'), /^slides\.md:9: Slidev ends no slide at this “---”/],
  ['an unknown claim', { 'slides.md': deck('# It', 'claims: [tow]\nsection: people'), 'claims.yaml': 'people: {}\n' }, /^slide 2 .*: unknown claim "tow"; /],
  ['a claim neither seen nor heard', { 'slides.md': '# A', 'claims.yaml': 'people:\n  two: { says: Two. }\n' }, /^! claims\.yaml: people\.two needs one of the two: seen: .*heard: /],
  ['a colon in the ledger', { 'slides.md': '# A', 'claims.yaml': 'people:\n  two: { says: Two: three., seen: [a] }\n' }, /^! claims\.yaml:2: a text holds a colon; put the text in quotation marks\.$/],
  ['a text without its field', { 'slides.md': '# A', 'talk.schema.ts': 'import { object, string } from \'zod\'\nexport default object({ name: string() })\n', 'talk.yaml': 'nmae: A\n' }, /^! talk\.yaml: name is missing\.$/],
])('says in one line: %s', async (_, slides, says) => {
  expect((await found(slides)).filter(line => says.test(line))).toHaveLength(1)
})

it.each<[what: string, slides: string | Record<string, string>]>([
  ['a plain slide', plain('# My new slide')],
  ['a path in inline code, and one with an escaped blank', plain('# It\n\n`/pics/shot.png`\n\n![](./img/my%20pic.png)\n\n```\n![](/gone.png) <Gone />\n```')],
  ['a page that begins with a blank line', { 'slides.md': '# A\n\n---\nsrc: ./pages/a.md\n---\n', 'pages/a.md': '\n# It\n\n---\n\n# There\n' }],
  ['marks of a slide that counts for itself', plain('# It\n\n<v-clicks>\n\n- a\n- b\n\n</v-clicks>\n\n<!-- A. [click] B. [click] C. -->')],
  ['components of Slidev, Vue and the deck', plain('# It\n\n<Link to="1">a</Link> <Transition><b>c</b></Transition> <TwoCurrents />')],
  ['marks of a component', plain('# It\n\n<TwoCurrents />\n\n<!-- A. [click] B. -->')],
  ['marks of a directive', plain('# It\n\n<p v-click.fade>a</p>\n\n<!-- A. [click] B. -->')],
  ['marks of code that moves', plain('# It\n\n````md magic-move\n```js\na\n```\n```js\nb\n```\n````\n\n<!-- A. [click] B. -->')],
  ['a title that is a number', deck('# It', 'title: 2026')],
  ['a table with outer bars, and --- in backticks', plain('# It\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```yaml\n---\na: 1\n---\n```')],
  ['Windows line ends', plain('# It\n\n<!-- One. -->').replaceAll('\n', '\r\n')],
  ['a comment that is not the last thing', plain('# It\n\n<!-- aside\n\n---\n\n-->\n\nWords.')],
  ['a picture and a frame of another host', plain('# It\n\n![](https://example.org/a.png)\n\n<iframe src="https://example.org/"></iframe>')],
  ['an empty slide, one without headline or note', plain('words\n\n---\n\n---\n\n# There')],
])('takes %s', async (_, slides) => {
  expect(await found(slides)).toEqual([])
})

describe('what a deck switches on', () => {
  const switched = (name: string, text: string, fields = '') => found(deck(text, fields, `checks: { ${name} }\n`)).then(lines => lines.filter(line => line.includes('slide 2')))
  it.each([
    ['offline: true', '![](https://example.org/a.png)', /loads https:\/\/example\.org\/a\.png from another host/],
    ['notes: true', '# It', /has no note/],
    ['notes: true, standing: [Post, C++]', '# It\n\n<!-- Words. -->', /last line begins with none of Post, C\+\+/],
    ['notes: true', '# It\n\n<!-- - one\n- two\n\nWords. -->', /holds a list/],
    ['headlines: true', 'It', /has 0 level-1 headlines/],
    ['headlines: true', 'It\n===\n\n<h1>Again</h1>', /has 2 level-1 headlines/],
    ['empty: true', '', /is empty; look for a stray/],
    ['strict: true', '<TwoCurrentsd />', /^! slide 2 .*<TwoCurrentsd>/],
  ])('%s, against %j', async (name, text, says) => {
    expect(await switched(name, text)).toEqual([expect.stringMatching(says)])
  })

  it('and switches off', async () => {
    expect(await switched('components: false', '<TwoCurrentsd />')).toEqual([])
    expect(await switched('notes: true, standing: [来源, C++]', '# It\n\n<!-- Words.\n\n来源：三。 -->')).toEqual([])
  })
})

describe('the ledger', () => {
  const slides = (fields: string, note = 'He seems sure.') => deck(`# It\n\n<!-- ${note} -->`, `section: people\n${fields}`)
  const claims = 'people:\n  two: { says: Two., heard: [seems] }\n'
  it.each([
    ['passes a sound deck', slides('claims: [two]'), []],
    ['misses words in the note', slides('claims: [two]', 'He is sure.'), [/"seems" of the claim "two" is not in the note/]],
    ['misses a claim that is told nowhere', slides('source: ours'), [/^claims\.yaml: "two" is on no slide/]],
    ['misses the claims of a slide that has a source', slides('source: post'), [/names no claim; add/, /"two" is on no slide/]],
    ['finds what is ours claiming another’s', slides('source: ours\nclaims: [two]'), [/source is ours, yet it claims "two"/]],
    ['finds a claim in another section', slides('claims: [two]').replace('section: people', 'section: shore').replace(sections, ''), [/"two" belongs to section people, the slide to shore/]],
    ['knows no claim that every object has', slides('claims: [two, constructor]'), [/unknown claim "constructor"/]],
  ])('%s', async (_, slides, says) => {
    expect(await found({ 'slides.md': slides, 'claims.yaml': claims })).toEqual(says.map(line => expect.stringMatching(line)))
  })
})
