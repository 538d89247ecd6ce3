/** From the browser's PDF to ours: sections, bookmarks, places, metadata. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { deckRoot } from '../deck/load'
import { markPages } from './artifacts'
import { nameSlides } from './links'
import { setMetadata } from './metadata'
import { nestBySection, setOutline } from './outline'
import type { Printed } from './print'
import { firstPage, sectionSlides } from './structure'

/**
 * @param printed the browser's file and what the deck said of it
 * @param kind names the handout as such in its title
 * @param made the time that the file bears
 * @returns the finished file
 * @throws when the browser left out what the file needs
 */
export async function finish({ bytes, report }: Printed, kind: 'pages' | 'handout', made = new Date()): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const producer = pdf.getProducer() ?? 'Chromium'
  const sections = sectionSlides(pdf, report.slides.map(slide => slide.headline))
  const slides = report.slides.map((slide, i) => ({ ...slide, page: firstPage(sections[i]!) ?? pdf.getPage(0).ref }))
  setOutline(pdf, nestBySection(slides))
  nameSlides(pdf, slides)
  markPages(pdf)
  const { name, version } = JSON.parse(readFileSync(join(deckRoot, 'package.json'), 'utf8'))
  setMetadata(pdf, {
    ...report,
    title: kind === 'handout' ? `${report.title} (handout)` : report.title,
    creator: [name, version].filter(Boolean).join(' ') || 'Slidev',
    producer,
    made,
  })
  return pdf.save({ useObjectStreams: true })
}
