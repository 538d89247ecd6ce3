/** What is wrong with a deck, a line each: what its audience would meet, and what the deck has switched on of taste. */
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { extractImagesUsage } from '@slidev/parser'
import { parse, type ElementNode } from '@vue/compiler-dom'
import MarkdownExit from 'markdown-exit'
import { globSync } from 'tinyglobby'
import { fileFaults } from './fields'
import type { Checks } from './headmatter'
import { checkLedger, loadLedger } from './ledger'
import { readDeck, where, type Deck, type DeckSlide, type Finding } from './load'
import { standingLine } from './pacing'
import { readWithSchema } from './yaml'

/** As Slidev reads it, but for code's colours. */
const markdown = MarkdownExit({ html: true })

interface Slide extends DeckSlide {
  /** The Markdown as HTML, in which code shows no tags. */
  html: string
  elements: ElementNode[]
}

interface Context {
  deck: Deck
  /** Folders of theme, addons and deck. */
  roots: readonly string[]
  components: ReadonlySet<string>
  checks: Checks
}

const elementsIn = (nodes: readonly { type: number }[]): ElementNode[] => nodes.filter(({ type }) => type === 1)
  .flatMap(node => [node as ElementNode, ...elementsIn((node as ElementNode).children)])

const isComponent = ({ tag }: ElementNode) => /^[A-Z]/.test(tag)
const stepping = ({ props }: ElementNode) => props.some(prop => prop.type === 7 && !/^(?:bind|on|html|text)$/.test(prop.name))
const takesClicks = ({ props }: ElementNode) => props.some(prop => prop.type === 7 && /\$clicks\b/.test(prop.exp?.loc.source ?? ''))
const valueOf = ({ props }: ElementNode, name: string) => props.flatMap(prop => prop.type === 6 && prop.name === name ? prop.value?.content ?? '' : [])[0]

/** Clicks that a note marks; `[click:2]` stands for two. */
export const markedClicks = (note: string) =>
  [...note.matchAll(/\[click(?::(\d+))?\]/gi)].reduce((sum, found) => sum + Number(found[1] ?? 1), 0)

const LOADS = /^(?:img|video|audio|source|iframe|embed|SlidevVideo)$/
const REMOTE = /^(?:\w+:)?\/\//

/** What the slide loads, by address. */
const loaded = ({ elements, frontmatter }: Slide) => [
  ...elements.filter(({ tag }) => LOADS.test(tag)).flatMap(element => valueOf(element, 'src') ?? []),
  ...extractImagesUsage('', frontmatter).filter(path => /^\/|:\/\//.test(path)),
]

/** Where an address that a slide gives may lie; none for what is no file of the deck. */
function placesOf(address: string, { file }: DeckSlide, roots: readonly string[]): string[] {
  const path = decodeURI(address.replace(/[?#].*$/, ''))
  if (!path || /^(?:\w+:|\/\/|[~@])|\{\{/.test(path))
    return []
  return /^\.{1,2}\//.test(path) ? [join(dirname(file), path), ...roots.map(root => join(root, 'public', path))] : roots.flatMap(root => [join(root, 'public', path), join(root, path)])
}

/** Pages of Slidev's own, which an alias would hide or be hidden by; and what numbers are for. */
const RESERVED = /^(?:\d+|overview|print|read|presenter|notes|notes-edit|entry|export)$/

type Check = (slide: Slide, context: Context) => (string | false | undefined)[]

/** @param marks how many clicks the note marks */
function clickSays({ elements, html, frontmatter: { clicks } }: Slide, marks: number): string | false {
  if (clicks !== undefined)
    return marks !== clicks && `the note marks ${marks} clicks, \`clicks\` says ${clicks}; put one [click] for each step.`
  // Only the running slide knows what its components and its code do.
  if (html.includes('<pre') || elements.some(element => stepping(element) || (/^[A-Z]|-/.test(element.tag) && !takesClicks(element))))
    return false
  return marks > 0 && (elements.some(takesClicks)
    ? `the note marks ${marks} clicks, which Slidev does not see in \`$clicks\`; write \`clicks: ${marks}\`.`
    : `the note marks ${marks} clicks, the slide has no step.`)
}

const faults: Record<string, Check> = {
  alias: ({ no, frontmatter: { routeAlias } }, { deck }) => {
    const twin = routeAlias && deck.slides.find(slide => slide.no < no && slide.frontmatter.routeAlias === routeAlias)
    return [
      RESERVED.test(routeAlias ?? '') && `\`routeAlias: ${routeAlias}\` is an address of Slidev's own; take another word.`,
      twin && `\`routeAlias: ${routeAlias}\` is that of ${where(twin)} as well; keys would go there.`,
    ]
  },
  comment: ({ html }) => [html.replace(/<!--[\s\S]*?-->/g, '').includes('<!--') && 'a comment is not closed; end it with -->.'],
  pictures: (slide, { roots }) => loaded(slide).map(address => ({ address, places: placesOf(address, slide, roots) }))
    .filter(({ places }) => places.length && !places.some(place => existsSync(place)))
    .map(({ address }) => `uses ${address}, which does not exist${address.startsWith('.') ? '' : ' in public/'}.`),
}

const warnings: Record<string, Check> = {
  swallowed: ({ content }) => [/^(?:[\w-]+:.*(?:\n|$))+$/.test(content)
    && `reads “${content.split('\n')[0]}” as text; fields stand right under their \`---\`, without a blank line.`],
  clicks: slide => [markedClicks(slide.note) > 0 && clickSays(slide, markedClicks(slide.note))],
  sections: ({ frontmatter: { section } }, { deck: { headmatter: { sections } } }) => [section && sections
    && !sections.some(({ id }) => id === section) && `section "${section}" is none of ${sections.map(({ id }) => id).join(', ')}.`],
  components: ({ elements }, { components }) => [...new Set(elements.filter(isComponent).map(({ tag }) => tag))]
    .filter(tag => !components.has(tag)).map(tag => `<${tag}> is no component; look for a typing slip, or write components/${tag}.vue.`),
}

const taste: Record<string, Check> = {
  empty: ({ html, frontmatter }) => [!html.replace(/<!--[\s\S]*?-->/g, '').trim() && !frontmatter.layout && 'is empty; look for a stray `---`.'],
  headlines: ({ elements }) => [elements.filter(({ tag }) => tag === 'h1').length !== 1
    && `has ${elements.filter(({ tag }) => tag === 'h1').length} level-1 headlines; write one.`],
  notes: (slide, { checks: { standing = ['Post', 'Ours'] } }) => slide.note.trim()
    ? [
        !markedClicks(slide.note) && clickSays(slide, 0),
        !standingLine(standing).test(slide.note.trimEnd().split('\n').at(-1)!) && `the note's last line begins with none of ${standing.join(', ')}.`,
        markdown.parse(slide.note, {}).some(({ type }) => type === 'list_item_open') && 'the note holds a list; write sentences that can be spoken.',
      ]
    : ['has no note; write one as the slide’s last comment.'],
  offline: slide => loaded(slide).filter(address => REMOTE.test(address)).map(address => `loads ${address} from another host; put the file into public/.`),
}

/** Where Slidev ends a slide inside a table or a fence, or reads on over a line that ends one. */
function misreadLines({ files }: Deck, root: string): string[] {
  return Object.values(files).flatMap(({ filepath, raw, slides }) => {
    const lines = raw.split(/\r?\n/)
    const tokens = markdown.parse(raw, {})
    const starts = slides.map(({ start }) => lines[start]!.startsWith('---') ? start : start - 1)
    const says = (line: number, what: string) => `${relative(root, filepath)}:${line + 1}: ${what}`
    return [
      ...starts.flatMap((line) => {
        const inside = tokens.find(({ type, map }) => /^(?:fence|table_open)$/.test(type) && map && map[0] < line && line < map[1])
        return inside ? [says(line, `Slidev ends a slide at “${lines[line]}”; ${inside.type === 'fence' ? 'fence code by backticks' : 'give the table outer bars'}.`)] : []
      }),
      ...tokens.filter(({ type, map }) => type === 'hr' && slides.some(slide => map && slide.contentStart <= map[0] && map[0] < slide.end && lines[map[0]] === '---'))
        .map(({ map }) => says(map![0], 'Slidev ends no slide at this “---”: an open “<!--” or fence above, in a code span too, swallows it.')),
    ]
  })
}

/** The lines of what stood in the way of reading. */
const linesOf = (read: () => unknown) => Promise.resolve().then(read).then(() => [], (error: Error) => error.message.split('\n'))

/** What keeps the deck, its texts or its ledger from being read at all. */
async function unreadable(entry: string, root: string): Promise<string[]> {
  const texts = readdirSync(root).filter(file => file.endsWith('.schema.ts')).map(file => join(root, file.replace('.schema.ts', '.yaml')))
  const deck = await readDeck(entry).catch((error: Error) => error.message.split('\n'))
  if (Array.isArray(deck))
    return deck
  const faults = fileFaults(deck.files, root)
  return [
    // The first mistake makes the others.
    ...faults.length ? [misreadLines(deck, root), faults].find(found => found.length)! : [],
    ...(await Promise.all([() => loadLedger(entry), ...texts.map(file => () => readWithSchema(file))].map(linesOf))).flat(),
  ]
}

const componentsIn = (folders: readonly string[]) => folders.flatMap(cwd => existsSync(cwd) ? globSync('**/*.{vue,md,js,ts,jsx,tsx}', { cwd }) : [])
  .map(path => basename(path).replace(/\.\w+$/, '').replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()))

/** Vue's own, and its router's. */
const OF_VUE = ['Component', 'KeepAlive', 'RouterLink', 'RouterView', 'Slot', 'Suspense', 'Teleport', 'Transition', 'TransitionGroup']

/**
 * @param entry path of the deck's entry file
 * @param roots folders of theme, addons and deck, as Slidev resolves them; without them, it is asked
 * @returns findings, each once; in a deck that is `strict` all of them are faults
 */
export async function checkDeck(entry: string, roots?: readonly string[]): Promise<Finding[]> {
  const root = dirname(resolve(entry))
  const unread = await unreadable(entry, root)
  if (unread.length)
    return unread.map(says => ({ level: 'fault', says }))
  const deck = await readDeck(entry)
  const checks: Checks = deck.headmatter.checks ?? {}
  const all = roots ?? (await (await import('@slidev/cli')).resolveOptions({ entry }, 'build')).roots
  // From where Slidev stands: here a deck's tsconfig.json may give the name another meaning.
  const slidev = createRequire(createRequire(import.meta.url).resolve('@slidev/cli/package.json'))
  const client = dirname(slidev.resolve('@slidev/client/package.json'))
  const components = new Set([...OF_VUE, ...componentsIn([join(client, 'builtin'), ...all.map(root => join(root, 'components'))])])
  const context = { deck, roots: all, components, checks }
  const slides = deck.slides.map((slide) => {
    const html = markdown.render(slide.content)
    return { ...slide, html, elements: elementsIn(parse(html, { onError: () => {} }).children) }
  })
  const run = (list: Record<string, Check>, level: Finding['level'], unlessSaid: boolean): Finding[] => Object.entries(list)
    .filter(([name]) => checks[name as keyof Checks] ?? unlessSaid)
    .flatMap(([, check]) => slides.flatMap(slide => check(slide, context).flatMap(says => says ? { level, says: `${where(slide)}: ${says}` } : [])))
  const ledger = checks.ledger === false ? undefined : loadLedger(entry)
  const found: Finding[] = [
    ...run(faults, 'fault', true),
    ...run(warnings, 'warning', true),
    ...run(taste, 'warning', false),
    ...misreadLines(deck, root).map(says => ({ level: 'warning', says } as const)),
    ...ledger ? checkLedger(deck, ledger) : [],
  ]
  return [...new Map(found.map(({ level, says }) => [says, { level: checks.strict ? 'fault' : level, says } as const])).values()]
}
