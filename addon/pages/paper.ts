/** What the two pages for paper share with the command that prints them: which slides, and a report at the end. */
import { configs, useNav } from '@slidev/client'
import { slideHeight, slideWidth } from '@slidev/client/env.ts'
import { parseRangeString } from '@slidev/parser/utils'
import { useStyleTag } from '@vueuse/core'
import { nextTick } from 'vue'
import { useRoute } from 'vue-router'
import { checkPaper } from './check'
import { allLoaded, wordsOf } from './drawn'
import { numberLinks, type PaperLink } from './links'
import fonts from './fonts.css?inline'
import styles from './paper.css?inline'

export interface PaperReport {
  title: string
  author?: string
  subject?: string
  keywords: string[]
  lang: string
  /** The canvas, in px. */
  size: [width: number, height: number]
  /** Number of slides in the whole deck. */
  total: number
  /** The slides printed, in order. */
  slides: { no: number, headline: string, section?: string, blank: boolean }[]
  links: PaperLink[]
  /** One line each, naming slide and element; empty when all is well. */
  warnings: string[]
  /** Whether the deck wants warnings to stop the command. */
  strict: boolean
}

declare global {
  interface Window { paperReport?: Promise<PaperReport> }
}

/**
 * What Chromium's tags would lose: it drops the language of most inline elements, but of those with a role; readings
 * have a language too; a formula as seen is hidden from them, its sources are not drawn; an alternative has one
 * language, so that it says Chinese words in letters where the deck knows how.
 */
function keepWords(): void {
  for (const formula of document.querySelectorAll('.paper .katex')) {
    formula.setAttribute('role', 'img')
    formula.setAttribute('aria-label', formula.querySelector('annotation')?.textContent?.trim() || 'Formula')
    formula.querySelector('.katex-html')?.removeAttribute('aria-hidden')
  }
  for (const [word, reading] of Object.entries<string>(configs.notesAutoRuby ?? {})) {
    for (const figure of document.querySelectorAll(`.paper [aria-label*="${word}"]:not([aria-label*="${reading}"])`))
      figure.setAttribute('aria-label', figure.getAttribute('aria-label')!.replaceAll(word, reading))
  }
  document.querySelectorAll('.paper :is(span, i, b, cite, q, bdi, small, s, u)[lang]:not([role])')
    .forEach(element => element.setAttribute('role', 'generic'))
  const own = /^(?:zh|ja)/.exec(document.documentElement.lang)?.[0] ?? 'zh-Hans'
  for (const ruby of document.querySelectorAll('.paper ruby:not([lang])')) {
    const marked = ruby.closest('[lang]:not(html)') ?? ruby.querySelector('[lang]')
    if (marked || /\p{Script=Han}/u.test(ruby.textContent!))
      ruby.setAttribute('lang', marked?.getAttribute('lang') ?? own)
  }
}

/** @returns the slides that the address asks for (`range=3-7`), or all; `resolve`, to be called when they are drawn */
export function usePaper() {
  // Not in the deck's stylesheet, which the audience loads.
  const inter = /^\s*["']?Inter\b/.test(getComputedStyle(document.documentElement).getPropertyValue('--sans'))
  useStyleTag(inter ? fonts + styles : styles, { id: 'paper' })
  // Not useNav's own printRange: that is read before the router knows the address.
  const all = useNav().slides.value
  const slides = parseRangeString(all.length, useRoute().query.range as string | undefined)
    .map(no => all[no - 1]!)
    .filter(Boolean)
  let resolve!: () => void
  const drawn = new Promise<void>(done => resolve = done)

  window.paperReport = drawn.then(async () => {
    await nextTick()
    await allLoaded()
    await nextTick()
    keepWords()
    const { links, warnings } = numberLinks(all, slides)
    return {
      title: String(configs.title),
      author: configs.author || undefined,
      subject: wordsOf(new DOMParser().parseFromString(String(configs.info || ''), 'text/html').body) || undefined,
      keywords: [configs.keywords ?? []].flat().flatMap(words => words.split(',')).map(word => word.trim()),
      lang: document.documentElement.lang || 'en',
      size: [slideWidth.value, slideHeight.value],
      total: all.length,
      slides: slides.map(({ no, meta: { slide } }) => {
        const article = document.querySelector<HTMLElement>(`[data-slide="${no}"]`)!
        return {
          no,
          headline: wordsOf(article.querySelector('h1')) || String(slide.title || `Slide ${no}`),
          section: configs.sections?.find(({ id }) => id === slide.frontmatter.section)?.name,
          blank: !article.innerText.trim() && !article.querySelector('img, [role=img]'),
        }
      }),
      links,
      warnings: [...warnings, ...checkPaper()],
      strict: Boolean(configs.checks?.strict),
    }
  })
  return { slides, drawn, resolve }
}
