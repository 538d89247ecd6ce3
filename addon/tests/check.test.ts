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
const schema = {
  'slides.schema.ts': `import { array, enum as oneOf, looseObject } from 'zod'
export default looseObject({ ground: oneOf(['ink', 'paper']), sections: array(looseObject({ hue: oneOf(['rust', 'pine']) })) }).partial()`,
}
/** A deck whose second slide has these fields and this text. */
const deck = (text: string, fields = '', headmatter = sections) => `---\n${headmatter}---\n\n# A deck\n\n---\n${fields}${fields && '\n'}---\n\n${text}\n`
const plain = (text: string) => `# A deck\n\n---\n\n${text}\n`

it.each<[what: string, slides: string | Record<string, string>, says: RegExp]>([
  ['an unknown component', plain('# It\n\n<TwoCurrentsd />'), /^slide 2 \(.*slides\.md:4\): <TwoCurrentsd> is no component; /],
  ['an unknown section', deck('# It', 'section: poeple'), /^slide 2 .*: section "poeple" is none of people\./],
  ['a mark too many', deck('# It\n\n<!-- One. [click] Two. [click] Three. -->', 'clicks: 1'), /^slide 2 .*: the note marks 2 clicks, the slide takes 1; put one \[click\] for each step\.$/],
  ['a mark too few', deck('# It\n\n<!-- One. [click] -->', 'clicks: 3'), /marks 1 click, the slide takes 3/],
  ['a mark that counts too far', deck('# It\n\n<!-- One. [click:4] Two. -->', 'clicks: 1'), /marks 4 clicks, the slide takes 1/],
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
  ['a field that the deck’s layouts do not know', { 'slides.md': deck('# It', 'ground: inky'), ...schema }, /^slide 2 \(.*slides\.md:\d+\): ground is "inky"; write ink or paper\.$/],
  ['a hue that the deck’s styles do not know', { 'slides.md': deck('# It', '', 'sections: [{ id: a, name: A, hue: rsut }]\n'), ...schema }, /^slide 1 .*: sections\.0\.hue is "rsut"; write rust or pine\.$/],
  ['claims without a ledger', deck('# It', 'claims: [one]'), /^slide 2 .*: names claims, and there is no claims\.yaml; write `people: \{ one: /],
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
  ['marks of steps that show when the slide runs', plain('# It\n\n<TwoCurrents />\n\n<!-- A. [click] B. -->')],
  ['components of Slidev, Vue and the deck', plain('# It\n\n<Link to="1">a</Link> <Transition><b>c</b></Transition> <TwoCurrents />')],
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
    ['notes: true, standing: [Post, C++]', '# It\n\n<!-- Words. -->', /add a last line, as “Post, section 1\.” or “C\+\+\.”/],
    ['notes: true }\nnotesAutoRuby: { 人: rén', '# It\n\n<!-- 人, 口. -->', /no reading of 口; add `notesAutoRuby: \{ 口: … \}`/],
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

it.each<[headmatter: string, says: RegExp[]]>([
  ['', [/^slides\.md: the headmatter has no `duration`; write one, as `duration: 20min`\.$/]],
  ['duration: 20min\n', [/^slides\.md: the notes take 00:01 at 130 words a minute, more than 10 % off the announced 20:00; /]],
  ['duration: 1s\n', []],
])('holds the announced time against the notes: %j', async (headmatter, says) => {
  const lines = await found(`---\nchecks: { notes: true }\n${headmatter}---\n\n# A\n\n<!-- <span class="pause">1 s</span> -->\n`)
  expect(lines).toEqual(says.map(line => expect.stringMatching(line)))
})

it.each<[note: string, steps: number, says: RegExp[]]>([
  ['A. [click] B.', 1, []],
  ['A. [click] B.', 0, [/the note marks 1 click, the slide takes 0; put one \[click\] for each step, or `clicks: 1` where a component follows \$clicks\.$/]],
  ['A.', 2, [/^slide 2 .*: the note marks 0 clicks, the slide takes 2; put one \[click\] for each step\.$/]],
])('holds a note against the steps that its slide took: %j, %i', async (note, steps, says) => {
  const entry = write({ 'slides.md': deck(`# It\n\n<!-- ${note} -->`, '', 'checks: { notes: true }\n') })
  const lines = (await checkDeck(entry, [root], ({ no }) => no === 2 ? steps : undefined)).map(({ says }) => says)
  expect(lines.filter(line => /click/.test(line))).toEqual(says.map(line => expect.stringMatching(line)))
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
    ['says of a misspelt section that alone', slides('claims: [two]').replace('section: people', 'section: poeple'), [/"poeple" is none of people/]],
    ['takes a slide’s section from the slide before', `${slides('').replace(/---$/, '')}\n---\nclaims: [two]\n---\n\n<!-- seems -->`, []],
    ['finds a claim in another section', slides('claims: [two]').replace('section: people', 'section: shore').replace(sections, ''), [/"two" belongs to section people, the slide to shore/]],
    ['knows no claim that every object has', slides('claims: [two, constructor]'), [/unknown claim "constructor"/]],
  ])('%s', async (_, slides, says) => {
    expect(await found({ 'slides.md': slides, 'claims.yaml': claims })).toEqual(says.map(line => expect.stringMatching(line)))
  })
})
