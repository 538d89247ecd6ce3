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

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  slides: { 'range': text, 'output': text, 'dark': flag, 'with-clicks': flag, 'handout': flag },
  handout: { 'range': text, 'output': text, 'paper': text, 'per-page': text },
}

/**
 * @param args what stands after the command, the entry file left out
 * @param name the file's, without its ending
 * @returns what to print: one file, or two where the slides are asked for with their handout
 * @throws in one line on an unknown option or a value that makes no sense
 */
export function parseOptions(kind: PaperOptions['kind'], args: string[], name = 'slides'): PaperOptions[] {
  const { values } = parseArgs({ args, options: OPTIONS[kind] }) as { values: Record<string, string | undefined> }
  const { range, output, paper = 'a4', 'per-page': perPage = '1' } = values
  if (paper !== 'a4' && paper !== 'letter')
    throw new Error(`There is no paper "${paper}": a4 or letter.`)
  if (perPage !== '1' && perPage !== '2')
    throw new Error(`--per-page takes 1 or 2, not "${perPage}".`)
  if (range !== undefined && !/^\d+(-\d*)?(,\d+(-\d*)?)*$/.test(range))
    throw new Error(`"${range}" is no range of slides, as 3-7 or 1,4-6 are.`)
  if (output === '')
    throw new Error('--output needs a file.')
  const file = resolve(output ?? `out/${name}${kind === 'handout' ? '-handout' : ''}.pdf`)
  const common = { range, paper, perPage: perPage === '2' ? 2 : 1 } as const
  const [dark, withClicks] = [Boolean(values.dark), Boolean(values['with-clicks'])]
  const first: PaperOptions = { ...common, kind, output: file, dark, withClicks }
  return values.handout
    ? [first, { ...first, kind: 'handout', dark: false, withClicks: false,
        output: file.replace(/(\.pdf)?$/, '-handout$1') }]
    : [first]
}
