/** What a person may ask of `npm run export` and `npm run handout`. */
import { resolve } from 'node:path'
import { readArgs } from '../run/command'

export type Kind = 'pages' | 'handout'

export interface PaperOptions {
  kind: Kind
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

export const USAGE: Record<Kind, string> = {
  pages: 'npm run export -- [--dark] [--with-clicks] [--range 3-7] [--output FILE]',
  handout: 'npm run handout -- [--paper a4|letter] [--per-page 2] [--range 3-7] [--output FILE]',
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/**
 * @param kind which of the two
 * @param args what stands after the command
 * @param name the file's, without its ending
 * @throws on an unknown option or a value that makes no sense, with the usage
 */
export function parseOptions(kind: Kind, args: string[], name = 'slides'): PaperOptions {
  const common = { range: text, output: text }
  const refuse = (why: string) => new Error(`${why} Usage: ${USAGE[kind]}`)
  const values = readArgs(USAGE[kind], kind === 'pages' ? { ...common, 'dark': flag, 'with-clicks': flag } : { ...common, 'paper': text, 'per-page': text }, args)
  const { range, output = kind === 'pages' ? `out/${name}.pdf` : `out/${name}-handout.pdf`, paper = 'a4', 'per-page': perPage = '1', dark = false, 'with-clicks': withClicks = false } = values as Partial<{ 'range': string, 'output': string, 'paper': string, 'per-page': string, 'dark': boolean, 'with-clicks': boolean }>
  if (paper !== 'a4' && paper !== 'letter')
    throw refuse(`There is no paper "${paper}".`)
  if (perPage !== '1' && perPage !== '2')
    throw refuse(`--per-page takes 1 or 2, not "${perPage}".`)
  if (range !== undefined && !/^\d+(-\d*)?(,\d+(-\d*)?)*$/.test(range))
    throw refuse(`"${range}" is no range of slides.`)
  if (!output)
    throw refuse('--output needs a file.')
  return { kind, output: resolve(output), range, paper, perPage: perPage === '2' ? 2 : 1, dark, withClicks }
}
