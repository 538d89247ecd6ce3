/** What the file says of itself, in its Info dictionary and, as far as PDF/UA asks, in XMP (ISO 16684-1). */
import { PDFName, PDFRef, type PDFDocument } from '@cantoo/pdf-lib'
import type { PaperReport } from '../pages/paper'

type About = Pick<PaperReport, 'title' | 'author' | 'subject' | 'keywords' | 'lang'>

const escape = (text: string) => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)

const xmp = ({ title, author = '', lang }: About, ua: boolean) =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escape(lang)}</rdf:li></rdf:Bag></dc:language>
${ua ? '<pdfuaid:part>1</pdfuaid:part>' : ''}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`

/** Writes both; the window's bar shows the title (PDF/UA-1, 7.1). `ua` claims PDF/UA-1 (ISO 14289-1, 5). */
export function setMetadata(pdf: PDFDocument, about: About, ua: boolean): void {
  pdf.setTitle(about.title, { showInWindowTitleBar: true })
  about.author && pdf.setAuthor(about.author)
  about.subject && pdf.setSubject(about.subject)
  pdf.setKeywords([about.keywords])
  pdf.setCreator('Slidev')
  pdf.setLanguage(about.lang)
  const old = pdf.catalog.get(PDFName.of('Metadata'))
  old instanceof PDFRef && pdf.context.delete(old)
  const packet = pdf.context.stream(new TextEncoder().encode(xmp(about, ua)), { Type: 'Metadata', Subtype: 'XML' })
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(packet))
}
