/** The links of a slide to the outside, for those who cannot press them: in print, or in a small picture. */

export interface OutsideLink {
  address: string
  /** The address as one would copy it by hand. */
  shown: string
  /** The words around the link: its line, where it has that to itself; tags of language kept. Empty where they are the address. */
  html: string
}

/** @param roots slides, or steps of one: a link that stands on several is given once */
export function linksOf(roots: readonly Element[]): OutsideLink[] {
  const found = new Map<string, OutsideLink>()
  for (const link of roots.flatMap(root => [...root.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')])) {
    const line = link.closest('p, li, dd, td')
    const alone = line && line.querySelectorAll('a').length === 1
    const words = document.createElement('template')
    words.innerHTML = alone ? line.innerHTML : link.innerHTML
    // Words only: links would nest, and styles of the slide's parts mean nothing here.
    for (const element of words.content.querySelectorAll('*:not([lang])'))
      element.replaceWith(' ', ...element.childNodes)
    const address = link.getAttribute('href')!
    const shown = address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
    const html = words.innerHTML.replace(/<!--.*?-->/g, '').replace(/\s+/g, ' ').trim()
    found.set(address, { address, shown, html: html === shown ? '' : html })
  }
  return [...found.values()]
}
