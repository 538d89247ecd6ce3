/** Links of slides and notes, as paper needs them. */
import type { SlideRoute } from '@slidev/types'
import { nameOf } from './check'
import { wordsOf } from './drawn'

/** Stands before a link's number in what the browser prints; the PDF's own addresses are put in afterwards. */
export const PLACEHOLDER = 'https://link.invalid/'

export interface PaperLink {
  /** An address, or a slide's number. */
  to: string | number
  /** What it leads to, in words. */
  says: string
}

/** A link to the outside: its address, that as one types it, and the words of its line where they are others. */
export interface OutsideLink { address: string, shown: string, html: string }

/** @returns the links to the outside that stand in these elements, each address once */
export function outsideLinks(roots: readonly Element[]): OutsideLink[] {
  const found = new Map<string, OutsideLink>()
  for (const link of roots.flatMap(root => [...root.querySelectorAll('a[href^="http"]')])) {
    const line = link.closest('p, li, dd, td')
    const words = document.createElement('template')
    words.innerHTML = (line?.querySelectorAll('a').length === 1 ? line : link).innerHTML
    words.content.querySelectorAll('.katex-mathml').forEach(source => source.remove())
    // Words only, with their language: links would nest, and styles of the slide's parts mean nothing here.
    for (const element of words.content.querySelectorAll('*:not([lang])'))
      element.replaceWith(' ', ...element.childNodes)
    const address = link.getAttribute('href')!
    const shown = address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
    const html = words.innerHTML.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ').trim()
    found.set(address, { address, shown, html: html === shown ? '' : html })
  }
  return [...found.values()]
}

/** @param to what stands after `#/` in an address @returns the slide of that number or alias */
export const slideBy = (to: string, slides: readonly SlideRoute[]): SlideRoute | undefined =>
  slides.find(({ no, meta }) => String(no) === to || meta.slide.frontmatter.routeAlias === to)

/**
 * Gives every link on the page a number for an address, so that the PDF can be given the right one.
 * @param printed slides that are in the file, of all
 * @returns the links by number; a line for each that leads nowhere on paper, and is a link no more
 */
export function numberLinks(all: readonly SlideRoute[], printed: readonly SlideRoute[]) {
  const links: PaperLink[] = []
  const warnings: string[] = []
  const base = new URL('.', location.href)
  const site = document.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content
  for (const link of document.querySelectorAll('.paper a[href]')) {
    const url = URL.parse(link.getAttribute('href')!, base.href)
    let to: string | number | undefined = url?.href
    if (url?.origin === location.origin) {
      const place = (url.hash || url.pathname.slice(base.pathname.length)).replace(/^#?\/?|\?.*$/g, '')
      const slide = slideBy(place, all)
      to = slide ? (printed.includes(slide) ? slide.no : undefined) : site && new URL(place, site).href
      if (!slide && !site) {
        warnings.push(`${nameOf(link)} leads to ${place}, which is no slide: give the deck's address as seoMeta.ogUrl. `
          + 'It is printed as words only.')
      }
    }
    if (to === undefined) {
      link.removeAttribute('href')
      continue
    }
    link.setAttribute('href', `${PLACEHOLDER}${links.length}`)
    links.push({ to, says: link.getAttribute('aria-label') || wordsOf(link) || String(to) })
  }
  return { links, warnings }
}
