/**
 * What the two pages for paper share with the scripts that print them: which
 * slides, links that hold inside the file, and a report once all is in place.
 */
import { configs, useNav } from '@slidev/client'
import { parseRangeString } from '@slidev/parser/utils'
import { useStyleTag } from '@vueuse/core'
import { onMounted } from 'vue'
import { useRoute } from 'vue-router'
import { slidesDrawn } from './drawn'
import { findFaults } from './faults'
import styles from './paper.css?inline'

export interface PaperReport {
  title: string
  author?: string
  subject?: string
  keywords: string[]
  lang: string
  /** Number of slides in the whole deck. */
  total: number
  /** The slides printed, in order. */
  slides: { no: number, headline: string, section?: string, pages: number, note: boolean }[]
  /** One line each, naming slide and element; empty when all is well. */
  faults: string[]
}

declare global {
  interface Window { paperReport?: Promise<PaperReport> }
}

/** The slides which the address asks for with `range=3-7`, all where it does not; and when they are drawn. */
export function usePaper() {
  // Not in the deck's stylesheet, which the audience loads.
  useStyleTag(styles, { id: 'paper' })
  // Not useNav's own printRange: that is read before the router knows the address.
  const all = useNav().slides.value
  const slides = parseRangeString(all.length, useRoute().query.range as string | undefined)
    .map(no => all[no - 1]!)
    .filter(Boolean)
  let settled!: () => void
  const drawn = new Promise<void>(done => settled = done)
  onMounted(() => {
    window.paperReport = settle().then(async () => {
      settled()
      await new Promise(done => setTimeout(done)) // for what is measured on the drawn slides
      linkWithin(all, slides)
      return {
        title: configs.title,
        author: configs.author || undefined,
        subject: words(new DOMParser().parseFromString(String(configs.info || ''), 'text/html').body) || undefined,
        keywords: [configs.keywords ?? []].flat().flatMap(words => words.split(',')).map(word => word.trim()),
        lang: document.documentElement.lang,
        total: all.length,
        slides: slides.map(({ no, meta }) => {
          const article = document.getElementById(String(no))!
          return {
            no,
            headline: words(article.querySelector('h1')) || meta.slide.title || `Slide ${no}`,
            section: configs.sections?.find(({ id }) => id === meta.slide.frontmatter.section)?.name,
            pages: article.querySelectorAll('.print-slide-container').length,
            note: Boolean(article.querySelector('.note')),
          }
        }),
        faults: await findFaults(),
      }
    })
  })
  return { slides, configs, drawn }
}

const words = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''

const families = (list: string) => list.split(',').map(family => family.replaceAll('"', '').trim())

/** Resolves when every slide is there, drawn, and its fonts and pictures are loaded or have failed. */
async function settle(): Promise<void> {
  await slidesDrawn()
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
  // Each by itself: `document.fonts.ready` waits only for those that layout has asked for by now.
  const inUse = new Set([...document.querySelectorAll('.paper *')].flatMap(element => families(getComputedStyle(element).fontFamily)))
  const faces = [...document.fonts].filter(face => families(face.family).some(family => inUse.has(family)))
  await Promise.all(faces.map(face => face.load().catch(() => {})))
  await document.fonts.ready
}

type Slides = ReturnType<typeof useNav>['slides']['value']

/** Slides link to each other by route; in a file the target is an element's id, and one that is not in it no target. */
function linkWithin(all: Slides, printed: Slides): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const to = link.getAttribute('href')!.replace(/^#\/?/, '').split('?')[0]!
    const slide = all.find(({ no, meta }) => String(no) === to || meta.slide.frontmatter.routeAlias === to)
    if (slide && printed.includes(slide))
      link.setAttribute('href', `#${slide.no}`)
    else
      link.removeAttribute('href')
  }
}
