/** What a person may ask of `deck export` and `deck handout`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface PaperOptions {
  kind: 'slides' | 'handout'
  /** Absolute path of the file to make. */
  output: string
  /** As in `3-7` or `1,4-6`; all slides where absent. */
  range?: string
  dark: boolean
  withClicks: boolean
  paper: 'a4' | 'letter'
  /** Slides on a page of the handout. */
  perPage: 1 | 2
}

export const USAGE = {
  slides: 'deck export [entry] [--dark] [--with-clicks] [--handout] [--range 3-7] [--output FILE]',
  handout: 'deck handout [entry] [--paper a4|letter] [--per-page 2] [--range 3-7] [--output FILE]',
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OF_BOTH = { range: text, output: text }
const OPTIONS = {
  slides: { ...OF_BOTH, 'dark': flag, 'with-clicks': flag, 'handout': flag },
  handout: { ...OF_BOTH, 'paper': text, 'per-page': text },
}

/**
 * @param args what stands after the command, the entry file left out
 * @param name the file's, without its ending
 * @returns what to print: one file, or two where the slides are asked for with their handout
 * @throws on an unknown option or a value that makes no sense, with the usage
 */
export function parseOptions(kind: PaperOptions['kind'], args: string[], name = 'slides'): PaperOptions[] {
  const refuse = (why: string) => new Error(`${why} Usage: ${USAGE[kind]}`)
  let values: Record<string, unknown>
  try {
    values = parseArgs({ args, options: OPTIONS[kind] }).values
  }
  catch (error) {
    throw refuse(`${(error as Error).message.split(/\. |$/)[0]}.`)
  }
  const { range, output, paper = 'a4', 'per-page': perPage = '1', handout } = values as Record<string, string | undefined>
  if (paper !== 'a4' && paper !== 'letter')
    throw refuse(`There is no paper "${paper}".`)
  if (perPage !== '1' && perPage !== '2')
    throw refuse(`--per-page takes 1 or 2, not "${perPage}".`)
  if (range !== undefined && !/^\d+(-\d*)?(,\d+(-\d*)?)*$/.test(range))
    throw refuse(`"${range}" is no range of slides.`)
  if (output === '')
    throw refuse('--output needs a file.')
  const file = output ?? `out/${name}${kind === 'handout' ? '-handout' : ''}.pdf`
  const first: PaperOptions = {
    kind, range, paper, perPage: perPage === '2' ? 2 : 1, output: resolve(file),
    dark: Boolean(values.dark), withClicks: Boolean(values['with-clicks']),
  }
  const second: PaperOptions = { ...first, kind: 'handout', dark: false, output: resolve(file.replace(/(\.pdf)?$/, '-handout$1')) }
  return handout ? [first, second] : [first]
}
