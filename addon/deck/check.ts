/** What is wrong with a deck, a line each: what its audience would meet, and what the deck has switched on of taste. */
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, parse as parsePath, relative, resolve } from 'node:path'
import { extractImagesUsage } from '@slidev/parser'
import { parse, type ElementNode } from '@vue/compiler-dom'
import MarkdownExit from 'markdown-exit'
import { globSync } from 'tinyglobby'
import { fileFaults } from './fields'
import type { Checks } from './headmatter'
import { checkLedger, loadLedger } from './ledger'
import { readDeck, timeFault, where, type Deck, type DeckSlide, type Finding } from './load'
import { standingLine } from './pacing'
import { faultsOf, readSchema, readWithSchema, schemaOf } from './yaml'

/** Reads Markdown as Slidev does, but for code's colours. */
const markdown = MarkdownExit({ html: true })

/** A slide, its Markdown as HTML, in which code shows no tags, the elements of that, and its steps when it ran. */
interface Slide extends DeckSlide { html: string, elements: ElementNode[], steps?: number }

/** @param components names of Slidev's, the addons' and the deck's @param roots folders of theme, addons and deck */
interface Context { deck: Deck, checks: Checks, components: ReadonlySet<string>, roots: readonly string[] }

const elementsIn = (nodes: readonly { type: number }[]): ElementNode[] => nodes.filter(({ type }) => type === 1)
  .flatMap(node => [node as ElementNode, ...elementsIn((node as ElementNode).children)])

const withoutComments = (html: string) => html.replace(/<!--[\s\S]*?-->/g, '').trim()

/** Clicks that a note marks; `[click:2]` stands for two. */
export const markedClicks = (note: string) =>
  [...note.matchAll(/\[click(?::(\d+))?\]/gi)].reduce((sum, found) => sum + Number(found[1] ?? 1), 0)

/** What is wrong with a note's marks, where it is known how many steps the slide takes: by `clicks`, or as it ran. */
function wrongMarks({ note, frontmatter: { clicks }, steps = clicks }: Slide): string | false {
  const marks = markedClicks(note)
  // Where the slide has steps of its own, `clicks` might cut them off.
  const field = clicks === undefined && steps === 0 ? `, or \`clicks: ${marks}\` where a component follows $clicks` : ''
  return steps !== undefined && marks !== steps && `the note marks ${marks} ${marks === 1 ? 'click' : 'clicks'}, ${
    `the slide takes ${steps}; put one [click] for each step${field}.`}`
}

/** Addresses of what the slide loads. */
const loaded = ({ elements, frontmatter }: Slide) => [
  ...elements.filter(({ tag }) => /^(?:img|video|audio|source|iframe|embed|SlidevVideo)$/.test(tag))
    .flatMap(({ props }) => props)
    .flatMap(prop => prop.type === 6 && prop.name === 'src' ? prop.value?.content ?? [] : []),
  ...extractImagesUsage('', frontmatter).filter(path => /^\/|:\/\//.test(path)),
]

/** Whether the address is one of the deck's files, and there is none. */
function isMissing(address: string, { file }: Slide, { roots }: Context): boolean {
  const path = decodeURI(address.replace(/[?#].*$/, ''))
  if (!path || /^(?:\w+:|\/\/|[~@])|\{\{/.test(path))
    return false
  // A frame's address stands as written, and so counts from the page.
  const folders = [...path.startsWith('.') ? [dirname(file)] : roots, ...roots.map(root => join(root, 'public'))]
  return !folders.some(folder => existsSync(join(folder, path)))
}

/** Chinese words without a reading, in a deck that gives readings. */
const unreadWords = (note: string, readings?: Record<string, string>) =>
  readings ? note.match(/\p{Script=Han}+/gu)?.filter(word => !(word in readings)) ?? [] : []

type Check = (slide: Slide, context: Context) => (string | false | undefined)[]

/** By level; a deck's `checks` switches each off, or, what is taste, on. */
const CHECKS: Record<'fault' | 'warning' | 'taste', Record<string, Check>> = {
  fault: {
    comment: ({ html }) => [withoutComments(html).includes('<!--') && 'a comment is not closed; end it with -->.'],
    pictures: (slide, context) => loaded(slide).filter(address => isMissing(address, slide, context))
      .map(address => `uses ${address}, which does not exist${address.startsWith('.') ? '' : ' in public/'}.`),
  },
  warning: {
    alias({ no, frontmatter: { routeAlias: alias } }, { deck: { slides } }) {
      const twin = alias && slides.find(slide => slide.no < no && slide.frontmatter.routeAlias === alias)
      return [
        /^(?:\d+|overview|print|paper|read|handout|presenter|notes|notes-edit|entry|export)$/.test(alias ?? '')
        && `\`routeAlias: ${alias}\` is an address of Slidev's own; the slide goes by its number.`,
        twin && `\`routeAlias: ${alias}\` is that of ${where(twin)} as well; the slide goes by its number.`,
      ]
    },
    fields: ({ content }) => [/^(?:[\w-]+:.*(?:\n|$))+$/.test(content)
      && `reads “${content.split('\n')[0]}” as text; fields stand right under their \`---\`, without a blank line.`],
    clicks: slide => [markedClicks(slide.note) > 0 && wrongMarks(slide)],
    sections: ({ frontmatter: { section } }, { deck: { headmatter: { sections } } }) =>
      [section && sections && !sections.some(({ id }) => id === section)
        && `section "${section}" is none of ${sections.map(({ id }) => id).join(', ')}.`],
    components: ({ elements }, { components }) =>
      [...new Set(elements.flatMap(({ tag }) => /^[A-Z]/.test(tag) && !components.has(tag) ? tag : []))]
        .map(tag => `<${tag}> is no component; look for a typing slip, or write components/${tag}.vue.`),
  },
  taste: {
    empty: ({ html, frontmatter }) =>
      [!withoutComments(html) && !frontmatter.layout && 'is empty; look for a stray `---`.'],
    headlines({ elements }) {
      const { length } = elements.filter(({ tag }) => tag === 'h1')
      return [length !== 1 && `has ${length} level-1 headlines; write one.`]
    },
    notes: (slide, { checks: { standing }, deck: { headmatter } }) => slide.note.trim()
      ? [
          !markedClicks(slide.note) && wrongMarks(slide),
          standing && !standingLine(standing).test(slide.note.trimEnd().split('\n').at(-1)!)
          && `the note does not end by saying whose words it holds; add a last line, as ${
            standing.map((word, i) => `“${word}${i ? '' : ', section 1'}.”`).join(' or ')}.`,
          markdown.parse(slide.note, {}).some(({ type }) => type === 'list_item_open')
          && 'the note holds a list; write sentences that can be spoken.',
          ...unreadWords(slide.note, headmatter.notesAutoRuby).map(word =>
            `the note has no reading of ${word}; add \`notesAutoRuby: { ${word}: … }\` to the headmatter.`),
        ]
      : ['has no note; write one as the slide’s last comment.'],
    offline: slide => loaded(slide).filter(address => /^(?:\w+:)?\/\//.test(address))
      .map(address => `loads ${address} from another host; put the file into public/.`),
  },
}

/** Where Slidev ends a slide inside a table or a fence, or reads on over a line that ends one. */
function misreadLines({ files }: Deck, root: string): string[] {
  return Object.values(files).flatMap(({ filepath, raw, slides }) => {
    const lines = raw.split(/\r?\n/)
    const tokens = markdown.parse(raw, {}).flatMap(({ type, map }) => map ? { type, first: map[0], end: map[1] } : [])
    const ends = slides.map(({ start }) => lines[start]!.startsWith('---') ? start : start - 1)
    const cut = tokens.filter(({ type }) => /^(?:fence|table_open)$/.test(type)).flatMap(({ type, first, end }) =>
      ends.filter(line => first < line && line < end).map(line => ({ line, says: `ends a slide at “${lines[line]}”; ${
        type === 'fence' ? 'fence code by backticks' : 'give the table outer bars'}.` })))
    const joined = tokens.filter(({ type, first }) => type === 'hr' && lines[first] === '---'
      && slides.some(({ contentStart, end }) => contentStart <= first && first < end)).map(({ first: line }) =>
      ({ line, says: 'ends no slide at this “---”: an open “<!--” or fence above, in a code span too, swallows it.' }))
    return [...cut, ...joined].map(({ line, says }) => `${relative(root, filepath)}:${line + 1}: Slidev ${says}`)
  })
}

const slideOf = (says: string) => Number(/^slide (\d+)/.exec(says)?.[1] ?? Number.MAX_SAFE_INTEGER)

/** Sorts lines by the slide that they begin with; those of files come last. */
export const bySlide = (one: string, other: string) => slideOf(one) - slideOf(other)

const linesOf = (error: Error) => error.message.split('\n')

/** What keeps the deck, its texts or its ledger from being read as meant. */
async function misread(deck: Deck, entry: string, root: string): Promise<string[]> {
  const faults = fileFaults(deck.files, root)
  const texts = readdirSync(root).filter(file => file.endsWith('.yaml') && existsSync(schemaOf(join(root, file))))
    .map(file => readWithSchema(join(root, file)))
  const others = [...texts, (async () => loadLedger(entry))()].map(read => read.then(() => [], linesOf))
  // The first mistake makes the others.
  const first = faults.length ? [misreadLines(deck, root), faults].find(found => found.length)! : []
  return [...first, ...(await Promise.all(others)).flat()]
}

/** Names of the components that Slidev would find, Vue's own and its router's among them. */
function componentsOf(roots: readonly string[]): Set<string> {
  // From where Slidev stands: here a deck's tsconfig.json may give the name another meaning.
  const slidev = createRequire(createRequire(import.meta.url).resolve('@slidev/cli/package.json'))
  const builtin = join(dirname(slidev.resolve('@slidev/client/package.json')), 'builtin')
  const folders = [builtin, ...roots.map(root => join(root, 'components'))]
  const files = folders.filter(cwd => existsSync(cwd)).flatMap(cwd => globSync('**/*.{vue,md,js,ts,jsx,tsx}', { cwd }))
  return new Set([
    ...['Component', 'KeepAlive', 'RouterLink', 'RouterView', 'Slot', 'Suspense', 'Teleport'],
    ...['Transition', 'TransitionGroup'],
    ...files.map(file => parsePath(file).name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())),
  ])
}

/**
 * @param entry path of the deck's entry file
 * @param given folders of theme, addons and deck, as Slidev resolves them; else it is asked, which takes seconds
 * @param stepsOf how many steps a slide took when it ran, where that is known
 * @returns findings, each once, by slide; in a deck that is `strict` all of them are faults
 */
export async function checkDeck(
  entry: string, given?: readonly string[], stepsOf?: (slide: DeckSlide) => number | undefined,
): Promise<Finding[]> {
  const root = dirname(resolve(entry))
  const deck = await readDeck(entry).catch(linesOf)
  const unread = Array.isArray(deck) ? deck : await misread(deck, entry, root)
  if (Array.isArray(deck) || unread.length)
    return unread.map(says => ({ level: 'fault', says }))
  const roots = given ?? (await (await import('@slidev/cli')).resolveOptions({ entry }, 'build')).roots
  const checks: Checks = deck.headmatter.checks ?? {}
  const context = { deck, checks, components: componentsOf(roots), roots }
  const slides = deck.slides.map((slide): Slide => {
    const html = markdown.render(slide.content)
    const { children } = parse(html, { onError: () => {} })
    return { ...slide, html, elements: elementsIn(children), steps: stepsOf?.(slide) }
  })
  const schema = await readSchema(entry)
  const others = [
    ...misreadLines(deck, root),
    ...slides.flatMap(slide =>
      schema ? faultsOf(slide.frontmatter, schema).map(says => `${where(slide)}: ${says}`) : []),
    ...checks.ledger === false ? [] : checkLedger(deck, loadLedger(entry)),
    ...checks.notes ? [timeFault(deck) ?? []].flat() : [],
  ]
  const found = [
    ...Object.entries(CHECKS).flatMap(([level, list]) => Object.entries(list)
      .filter(([name]) => checks[name as keyof Checks] ?? level !== 'taste')
      .flatMap(([, check]) => slides.flatMap(slide =>
        check(slide, context).flatMap(says => says ? { level, says: `${where(slide)}: ${says}` } : [])))),
    ...others.map(says => ({ level: 'warning', says })),
  ]
  return [...new Map(found.map(({ level, says }) =>
    [says, { level: checks.strict || level === 'fault' ? 'fault' : 'warning', says } as const])).values()]
    .sort((one, other) => bySlide(one.says, other.says))
}
