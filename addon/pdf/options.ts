/** What a person may ask of `deck export` and `deck handout`. */
import { resolve } from 'node:path'

export interface PaperOptions {
  kind: 'slides' | 'handout'
  /** Absolute path of the file to make. */
  output: string
  /** As in `3-7` or `1,4-6`; all slides where absent. */
  range?: string
  dark?: boolean
  withClicks?: boolean
  paper?: 'a4' | 'letter'
  /** Slides on a page of the handout; one unless it says 2. */
  perPage?: '2'
}

/**
 * @param values the command's options, as cli/deck.ts declares them
 * @param name the file's, without its ending
 * @returns what to print: one file, or two where the slides are asked for with their handout
 * @throws in one line on a value that makes no sense
 */
export function paperOptions(
  kind: PaperOptions['kind'], values: Record<string, any> = {}, name = 'slides',
): PaperOptions[] {
  const { range, output, paper, 'per-page': perPage, dark, 'with-clicks': withClicks, handout } = values
  if (paper && paper !== 'a4' && paper !== 'letter')
    throw new Error(`There is no paper "${paper}": a4 or letter.`)
  if (perPage && perPage !== '1' && perPage !== '2')
    throw new Error(`--per-page takes 1 or 2, not "${perPage}".`)
  if (range !== undefined && !/^\d+(-\d*)?(,\d+(-\d*)?)*$/.test(range))
    throw new Error(`"${range}" is no range of slides, as 3-7 or 1,4-6 are.`)
  if (output === '')
    throw new Error('--output needs a file.')
  const file = resolve(output ?? `out/${name}${kind === 'handout' ? '-handout' : ''}.pdf`)
  const both = { range, paper, ...perPage === '2' && { perPage } } as const
  const beside = { ...both, kind: 'handout', output: file.replace(/(\.pdf)?$/, '-handout$1') } as const
  return [{ ...both, kind, output: file, dark, withClicks }, ...handout ? [beside] : []]
}
