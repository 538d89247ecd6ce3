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
/** A deck whose second slide has this text and these fields. */
const deck = (text: string, fields = '', headmatter = sections) =>
  `---\n${headmatter}---\n\n# A deck\n\n---\n${fields}${fields && '\n'}---\n\n${text}\n`
/** With a headline, and a text below it. */
const slide = (fields: string, text = '') => deck(`# It\n\n${text}`, fields)
const plain = (text: string) => `# A deck\n\n---\n\n# It\n\n${text}\n`
const withLedger = (ledger: string, slides = '# A') =>
  ({ 'slides.md': slides, 'claims.yaml': `people:\n  ${ledger}\n` })
const withSchema = (slides: string) => ({
  'slides.md': slides,
  'slides.schema.ts': `import { array, enum as oneOf, looseObject } from 'zod'
const section = looseObject({ hue: oneOf(['rust', 'pine']) })
export default looseObject({ ground: oneOf(['ink', 'paper']), sections: array(section) }).partial()`,
})
const inOrder = (says: RegExp[]) => says.map(line => expect.stringMatching(line))

it.each<[what: string, slides: string | Record<string, string>, says: RegExp]>([
  ['an unknown component', plain('<TwoCurrentsd />'), /^slide 2 \(.*slides\.md:4\): <TwoCurrentsd> is no component; /],
  ['an unknown section', slide('section: poeple'), /^slide 2 .*: section "poeple" is none of people\./],
  ['a mark too many', slide('clicks: 1', '<!-- [click] [click] -->'), /^slide 2 .*: the note marks 2 clicks, .* 1; /],
  ['a mark too few', slide('clicks: 3', '<!-- One. [click] -->'), /marks 1 click, the slide takes 3/],
  ['a mark that counts too far', slide('clicks: 1', '<!-- One. [click:4] Two. -->'), /marks 4 clicks, .* takes 1/],
  ['a missing picture', plain('![A](/gone.png)'), /^! slide 2 .*: uses \/gone\.png, which does not exist in public\//],
  ['one beside its slide', plain('![A](./gone.png)'), /^! .*uses \.\/gone\.png, which does not exist\./],
  ['a missing background', slide('background: /gone.jpg'), /^! .*uses \/gone\.jpg/],
  ['an unclosed comment', plain('<!-- What to say.'), /^! slide 2 .*: a comment is not closed; end it with -->/],
  ['a blank line after ---', '# A\n\n---\n\nclicks: 1\n---\n\n# It\n', /^slide 2 .*: reads “clicks: 1” as text; /],
  ['a colon in a field', slide('clicks: 1\ntitle: a: b'), /^! slides\.md:10: the frontmatter: a text holds a colon; /],
  ['an unclosed list', slide('clicks: [1'), /^! slides\.md:\d+: the frontmatter: is no YAML: /],
  ['a field twice', slide('clicks: 1\nclicks: 2'), /^! slides\.md:\d+: the frontmatter: is no YAML/],
  ['a broken headmatter', '---\ntitle: [a\n---\n\n# It\n', /^! slides\.md:\d: /],
  ['three hyphens', slide('title: A --- B\nclicks: 1'), /^! slides\.md:9: .* ends at .* after “title: A ”/],
  ['--- above a headline', '# A\n\n---\n# It\n---\n\n# There\n', /^! slides\.md:3: “---” right above a headline/],
  ['--- above a list', '# A\n\n---\n- one\n- two\n---\n', /^! slides\.md:3: the frontmatter is a list; write fields/],
  ['clicks in words', slide('clicks: one'), /^! slides\.md:8: `clicks` is "one"; write a whole number/],
  ['clicks below none', slide('clicks: -1'), /`clicks` is -1; write a whole number/],
  ['a layout that is a number', slide('layout: 3'), /`layout` is 3; write a name/],
  ['an alias of two words', slide('routeAlias: my page'), /`routeAlias` is "my page"; write one word/],
  ['an alias of Slidev’s', slide('routeAlias: print'), /^slide 2 .*: `routeAlias: print` is an address of Slidev's/],
  ['an alias of digits', slide('routeAlias: "12"'), /`routeAlias: 12` is an address/],
  ['an alias twice', `${slide('routeAlias: a')}\n---\nrouteAlias: a\n---\n`, /^slide 3 .*: .* is that of slide 2 /],
  ['a missing page', '# A\n\n---\nsrc: ./pages/gone.md\n---\n', /^! slides\.md:3: .*gone\.md; correct `src`/],
  ['a table without bars', plain('a | b\n---|---\n\n# B'), /^slides\.md:8: .* “---\|---”; give the table outer bars/],
  ['one with slides behind', plain('a | b\n---|---\n1 | 2\n\n---\n\n# B'), /^! slides\.md:8: Slidev ends a slide at/],
  ['--- between tildes', plain('~~~\na\n---\n\nb\n~~~'), /^slides\.md:9: Slidev .* at “---”; fence code by backticks/],
  ['`<!--` in code', plain('`<!--`\n\n---\n\n# B\n\n<!-- note -->'), /^slides\.md:9: Slidev ends no slide at this/],
  ['an unknown ground', withSchema(slide('ground: inky')), /^slide 2 .*: ground "inky" is none of ink, paper\.$/],
  ['an unknown hue', withSchema(deck('', '', 'sections: [{ id: a, name: A, hue: rsut }]\n')),
    /^slide 1 \(.*slides\.md:\d+\): section "a": hue "rsut" is none of rust, pine\.$/],
  ['claims, no ledger', slide('claims: [one]'), /^slide 2 .*: .* there is no claims\.yaml; write `people: \{ one: /],
  ['an unknown claim', withLedger('{}', slide('claims: [tow]\nsection: people')), /^slide 2 .*: unknown claim "tow"; /],
  ['a wordless claim', withLedger('two: { says: A. }'), /^! claims\.yaml: people\.two needs one .*seen: .*heard: /],
  ['a colon in a claim', withLedger('two: { says: a: b }'), /^! claims\.yaml:2: .* put the text in quotation marks\.$/],
  ['a text without its field', {
    'slides.md': '# A',
    'talk.schema.ts': 'import { object, string } from \'zod\'\nexport default object({ name: string() })\n',
    'talk.yaml': 'nmae: A\n',
  }, /^! talk\.yaml: name is missing\.$/],
])('says in one line: %s', async (_, slides, says) => {
  expect((await found(slides)).filter(line => says.test(line))).toHaveLength(1)
})

it('says it by slide, whatever its level', async () => {
  expect(await found(`${plain('<Gone />')}\n---\n\n![A](/gone.png)`)).toEqual(inOrder([/^slide 2 /, /^! slide 3 /]))
})

it.each<[what: string, slides: string | Record<string, string>]>([
  ['a plain slide', plain('')],
  ['paths in code', plain('`/pics/shot.png`\n\n```\n![](/gone.png) <Gone />\n```')],
  ['a path with an escaped blank', plain('![](./img/my%20pic.png)')],
  ['a page, its first line blank', { 'slides.md': '# A\n\n---\nsrc: ./a.md\n---\n', 'a.md': '\n# A\n\n---\n\n# B\n' }],
  ['marks of steps that show when the slide runs', plain('<TwoCurrents />\n\n<!-- A. [click] B. -->')],
  ['known components', plain('<Link to="1">a</Link> <Transition><b>c</b></Transition> <TwoCurrents />')],
  ['a title that is a number', slide('title: 2026')],
  ['a table with outer bars, --- in backticks', plain('| a |\n|---|\n| 1 |\n\n```yaml\n---\na: 1\n---\n```')],
  ['Windows line ends', plain('<!-- One. -->').replaceAll('\n', '\r\n')],
  ['a comment that is not the last thing', plain('<!-- aside\n\n---\n\n-->\n\nWords.')],
  ['a picture, a frame of others', plain('![](https://a.example/a.png)\n\n<iframe src="https://a.example/"></iframe>')],
  ['an empty slide, one without headline or note', 'words\n\n---\n\n---\n\n# There'],
])('takes %s', async (_, slides) => {
  expect(await found(slides)).toEqual([])
})

describe('what a deck switches on', () => {
  async function switched(checks: string, text: string) {
    return (await found(deck(text, '', `checks: { ${checks} }\n`))).filter(line => line.includes('slide 2'))
  }
  it.each([
    ['offline: true', '![](https://example.org/a.png)', /loads https:\/\/example\.org\/a\.png from another host/],
    ['notes: true', '# It', /has no note/],
    ['notes: true, standing: [Post, C++]', '<!-- Words. -->', /add a last line, as “Post, section 1\.” or “C\+\+\.”/],
    ['notes: true }\nnotesAutoRuby: { 人: rén', '<!-- 人, 口. -->', /no reading of 口; add `notesAutoRuby: \{ 口: … \}`/],
    ['notes: true', '<!-- - one\n- two\n\nWords. -->', /holds a list/],
    ['headlines: true', 'It', /has 0 level-1 headlines/],
    ['headlines: true', 'It\n===\n\n<h1>Again</h1>', /has 2 level-1 headlines/],
    ['empty: true', '', /is empty; look for a stray/],
    ['strict: true', '<TwoCurrentsd />', /^! slide 2 .*<TwoCurrentsd>/],
  ])('%s, against %j', async (checks, text, says) => {
    expect(await switched(checks, text)).toEqual(inOrder([says]))
  })

  it('and switches off', async () => {
    expect(await switched('components: false', '<TwoCurrentsd />')).toEqual([])
    expect(await switched('notes: true, standing: [来源, C++]', '<!-- Words.\n\n来源：三。 -->')).toEqual([])
  })
})

it.each<[headmatter: string, says: RegExp[]]>([
  ['', [/^slides\.md: the headmatter has no `duration`; write one, as `duration: 20min`\.$/]],
  ['duration: 20min\n', [/^slides\.md: the notes take 00:01 at 130 words a minute, more than 10 % off .* 20:00; /]],
  ['duration: 1s\n', []],
])('holds the announced time against the notes: %j', async (headmatter, says) => {
  const note = '<!-- <span class="pause">1 s</span> -->'
  expect(await found(`---\nchecks: { notes: true }\n${headmatter}---\n\n# A\n\n${note}\n`)).toEqual(inOrder(says))
})

it.each<[note: string, steps: number, says: RegExp[]]>([
  ['A. [click] B.', 1, []],
  ['A. [click] B.', 0, [/the note marks 1 click, .* each step, or `clicks: 1` where a component follows \$clicks\.$/]],
  ['A. [click] B. [click] C.', 1, [/marks 2 clicks, the slide takes 1; put one \[click\] for each step\.$/]],
  ['A.', 2, [/^slide 2 .*: the note marks 0 clicks, the slide takes 2; put one \[click\] for each step\.$/]],
])('holds a note against the steps that its slide took: %j, %i', async (note, steps, says) => {
  const entry = write({ 'slides.md': deck(`<!-- ${note} -->`, '', 'checks: { notes: true }\n') })
  const lines = (await checkDeck(entry, [root], ({ no }) => no === 2 ? steps : undefined)).map(({ says }) => says)
  expect(lines.filter(line => /click/.test(line))).toEqual(inOrder(says))
})

describe('the ledger', () => {
  interface Slide { fields?: string, note?: string, section?: string, headmatter?: string, next?: string }
  it.each<[does: string, slide: Slide, says: RegExp[]]>([
    ['passes a sound deck', {}, []],
    ['misses words in the note', { note: 'He is sure.' }, [/"seems" of the claim "two" is not in the note/]],
    ['misses a claim that is told nowhere', { fields: 'source: ours' }, [/^claims\.yaml: "two" is on no slide/]],
    ['misses claims beside a source', { fields: 'source: post' }, [/names no claim; add/, /"two" is on no slide/]],
    ['finds a claim on ours', { fields: 'source: ours\nclaims: [two]' }, [/source is ours, yet it claims "two"/]],
    ['says of a misspelt section that alone', { section: 'poeple' }, [/"poeple" is none of people/]],
    ['takes the section of the slide before', { fields: '', next: 'claims: [two]\n---\n\n<!-- seems -->' }, []],
    ['finds one out of place', { section: 'shore', headmatter: '' }, [/"two" belongs to section people, .* to shore/]],
    ['knows no claim that every object has', { fields: 'claims: [two, constructor]' }, [/unknown claim "constructor"/]],
  ])('%s', async (_, {
    fields = 'claims: [two]', note = 'He seems sure.', section = 'people', headmatter = sections, next = '',
  }, says) => {
    const slides = deck(`<!-- ${note} -->`, `section: ${section}\n${fields}`, headmatter) + (next && `\n---\n${next}`)
    expect(await found(withLedger('two: { says: Two., heard: [seems] }', slides))).toEqual(inOrder(says))
  })
})
