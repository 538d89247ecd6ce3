/** What independent readers make of a PDF: pdf.js always, Poppler and MuPDF where they are installed. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Spaces fall where lines break, differently for each reader; a ligature's sign counts as its letters. */
export const squeeze = (text: string) => text.normalize('NFKC').replace(/[\s\u200B\u00AD]+/g, '')

export const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise

interface Node { role?: string, alt?: string, lang?: string, id?: string, type?: string, children?: Node[] }

/** @returns what pdf.js finds on each page, and the alternatives and languages of its tags */
export async function byPdfjs(bytes: Uint8Array) {
  const pdf = await open(bytes)
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, i) => {
    const page = await pdf.getPage(i + 1)
    const texts = new Map<string, string>()
    const within: string[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      const at = within.findLast(id => id) ?? ''
      if ('str' in item)
        texts.set(at, (texts.get(at) ?? '') + item.str)
      else if (item.type === 'endMarkedContent')
        within.pop()
      else
        within.push(item.id ?? '')
    }
    const wordsOf = ({ type, id, children = [] }: Node): string =>
      type === 'content' ? texts.get(id!) ?? '' : children.map(wordsOf).join('')
    const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)]
    const tree = (await page.getStructTree()) as Node | null
    const nodes = tree ? all(tree) : []
    return {
      headings: nodes.filter(({ role }) => /^H\d$/.test(role ?? '')).map(node => squeeze(wordsOf(node))),
      alternatives: nodes.filter(({ role }) => role === 'Figure').map(({ alt }) => alt),
      words: tree ? squeeze(wordsOf(tree)) : '',
      roles: nodes.map(({ role }) => role),
      foreign: nodes.filter(({ lang, role }) => lang && role !== 'Document')
        .map(node => [node.lang, squeeze(wordsOf(node))]),
      /** All that is drawn, artifacts too. */
      drawn: squeeze([...texts.values()].join('')),
    }
  }))
}

export const installed = (program: string) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  }
  catch {
    console.warn(`${program} is not installed: not asked.`)
    return false
  }
}

/** @returns what a program prints of a file; `FILE` stands for it among the arguments */
export function ask(program: string, args: string[], bytes: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'))
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes)
    const own = args.map(arg => arg === 'FILE' ? join(folder, 'file.pdf') : arg)
    return execFileSync(program, own, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] })
  }
  finally {
    rmSync(folder, { recursive: true })
  }
}

/** @returns what Poppler finds in the whole file, in the order of its tags */
function byPoppler(bytes: Uint8Array) {
  const lines = ask('pdfinfo', ['-struct-text', 'FILE'], bytes).toString().split('\n')
  const text = (line: string) => /^ *"(.*)"$/.exec(line)?.[1] ?? ''
  const indent = (line: string) => line.search(/\S/)
  const within = (i: number) => {
    const end = lines.findIndex((line, k) => k > i && indent(line) <= indent(lines[i]!) && !text(line))
    return lines.slice(i + 1, end)
  }
  return {
    headings: lines.flatMap((line, i) => /^ *H\d\b/.test(line) ? [squeeze(within(i).map(text).join(''))] : []),
    figures: lines.filter(line => /^ *Figure\b/.test(line)).length,
    words: squeeze(lines.map(text).join('')),
  }
}

/** Letters of all that is drawn, in no order. */
const letters = (text: string) => [...squeeze(text)].sort()
const DRAWN = { pdftotext: ['FILE', '-'], mutool: ['draw', '-q', '-F', 'txt', 'FILE'] }

/** Letters of `more` that `text` lacks, or all where it has others. */
function beyond(more: string[], text: string): string {
  const rest = [...more]
  const known = letters(text).every(letter => rest.includes(letter) && rest.splice(rest.indexOf(letter), 1))
  return (known ? rest : more).join('')
}

/** @returns where the readers that are installed differ on a file's headings, figures and words, a line each */
export async function disagreements(bytes: Uint8Array): Promise<string[]> {
  const pages = await byPdfjs(bytes)
  const found: string[] = []
  if (installed('pdfinfo')) {
    const theirs = byPoppler(bytes)
    const ours = {
      headings: pages.flatMap(page => page.headings),
      figures: pages.flatMap(page => page.alternatives).length,
      words: pages.map(page => page.words).join(''),
    }
    for (const of of ['headings', 'figures', 'words'] as const)
      String(ours[of]) === String(theirs[of]) || found.push(`${of}: pdf.js has ${ours[of]}, Poppler ${theirs[of]}`)
  }
  for (const [program, args] of Object.entries(DRAWN).filter(([program]) => installed(program))) {
    ask(program, args, bytes).toString().split('\f').slice(0, -1).forEach((text, i) => {
      // MuPDF alone tells a numeral that begins below the page.
      if (!/^\d?$/.test(beyond(letters(text), pages[i]!.drawn)))
        found.push(`page ${i + 1}: ${program} has other letters than pdf.js`)
    })
  }
  return found
}
