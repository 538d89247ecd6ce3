/** What the file says of itself, twice: in its Info dictionary and, agreeing, in XMP (ISO 16684-1). */
import { PDFName, PDFRef, PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import type { PaperReport } from '../pages/paper'

type About = Pick<PaperReport, 'title' | 'author' | 'subject' | 'keywords' | 'lang'> & { producer: string }

const escape = (text: string) => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)

function xmp({ title, author, subject, keywords, lang, producer }: About, made: Date, ua: boolean): string {
  const list = (kind: string, items: string[], mark = '') =>
    `<rdf:${kind}>${items.map(item => `<rdf:li${mark}>${escape(item)}</rdf:li>`).join('')}</rdf:${kind}>`
  const translated = (text: string) => list('Alt', [text], ' xml:lang="x-default"')
  const date = `${made.toISOString().slice(0, 19)}Z`
  const said: Record<string, string | undefined> = {
    'dc:format': 'application/pdf',
    'dc:title': translated(title),
    'dc:creator': author && list('Seq', [author]),
    'dc:description': subject && translated(subject),
    'dc:subject': keywords.length ? list('Bag', keywords) : undefined,
    'dc:language': list('Bag', [lang]),
    'pdf:Keywords': escape(keywords.join(', ')),
    'pdf:Producer': escape(producer),
    'xmp:CreatorTool': 'Slidev',
    'xmp:CreateDate': date,
    'xmp:ModifyDate': date,
    'xmp:MetadataDate': date,
    'pdfuaid:part': ua ? '1' : undefined,
  }
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${Object.entries(said).flatMap(([property, value]) => value ? `<${property}>${value}</${property}>` : []).join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

/** Writes both; the window's bar shows the title (PDF/UA-1, 7.1). `ua` claims PDF/UA-1 (ISO 14289-1, 5). */
export function setMetadata(pdf: PDFDocument, about: About, ua: boolean): void {
  const made = new Date()
  pdf.setTitle(about.title, { showInWindowTitleBar: true })
  about.author && pdf.setAuthor(about.author)
  about.subject && pdf.setSubject(about.subject)
  pdf.setKeywords([about.keywords.join(', ')])
  pdf.setCreator('Slidev')
  pdf.setProducer(about.producer)
  pdf.setCreationDate(made)
  pdf.setModificationDate(made)
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(about.lang))
  const old = pdf.catalog.get(PDFName.of('Metadata'))
  old instanceof PDFRef && pdf.context.delete(old)
  const packet = pdf.context.stream(new TextEncoder().encode(xmp(about, made, ua)), { Type: 'Metadata', Subtype: 'XML' })
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(packet))
}
