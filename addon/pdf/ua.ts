/** The conditions of PDF/UA-1 (ISO 14289-1) that a deck can break, by clause; to the others the export sees. */
import { PDFName, type PDFString } from '@cantoo/pdf-lib'
import { elements, type Element } from './tree'

const STANDARD = new Set(`Document Part Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L LI
  Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot Ruby RB RT RP Figure
  Formula`.split(/\s+/))

const altOf = ({ dict }: Element) => (dict.lookup(PDFName.of('Alt')) as PDFString | undefined)?.decodeText()

/** @returns whether all that stands directly in elements of a type is of these types */
const holdOnly = (all: Element[], role: RegExp, kids: RegExp) => all.filter(element => role.test(element.role))
  .every(element => element.kids.every(kid => 'role' in kid && kids.test(kid.role)))

/**
 * @param top the file's one top element
 * @param lang the deck's language
 * @returns the conditions that do not hold, each in a line with its clause
 */
export function uaFaults(top: Element, lang: string): string[] {
  const all = elements(top)
  const levels = all.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1]))
  const holds: Record<string, boolean> = {
    '7.1: structure types are standard ones': all.every(({ role }) => STANDARD.has(role)),
    '7.2: the language is said': /^[a-z]{2,3}(?:-\w+)*$/i.test(lang),
    '7.3, 7.7: figures and formulas have alternatives': all.filter(({ role }) => /^(?:Figure|Formula)$/.test(role))
      .every(figure => altOf(figure)?.trim()),
    '7.4.2: headings leave out no level': levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1),
    '7.5: tables hold rows, rows cells': holdOnly(all, /^Table$/, /^(?:TR|THead|TBody|TFoot|Caption)$/)
      && holdOnly(all, /^TR$/, /^T[DH]$/),
    '7.6: lists hold items, items a label and a body': holdOnly(all, /^L$/, /^(?:LI|L|Caption)$/)
      && holdOnly(all, /^LI$/, /^(?:Lbl|LBody)$/),
  }
  return Object.keys(holds).filter(condition => !holds[condition])
}
