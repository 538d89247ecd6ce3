/** What the two pages for paper share with the command that prints them: which slides, and a report at the end. */
import { configs, useNav } from '@slidev/client'
import { slideHeight, slideWidth } from '@slidev/client/env.ts'
import { parseRangeString } from '@slidev/parser/utils'
import type { SlideRoute } from '@slidev/types'
import { useStyleTag } from '@vueuse/core'
import { nextTick } from 'vue'
import { useRoute } from 'vue-router'
import { checkPaper } from './check'
import { allLoaded, wordsOf } from './drawn'
import { numberLinks } from './links'
import fonts from './fonts.css?inline'
import styles from './paper.css?inline'

declare global {
  interface Window {
    /** The canvas, in px. */
    paperSize?: { width: number, height: number }
    paperReport?: Promise<PaperReport>
  }
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

/** @returns what the page says of itself, and of the slides that are printed, of all, once everything is on it */
async function report(slides: SlideRoute[], all: SlideRoute[]) {
  await nextTick()
  await allLoaded()
  await nextTick()
  keepWords()
  const { links, warnings } = numberLinks(all, slides)
  return {
    title: String(configs.title),
    author: configs.author as string | undefined,
    subject: wordsOf(new DOMParser().parseFromString(String(configs.info || ''), 'text/html').body),
    keywords: [configs.keywords ?? []].flat().join(', '),
    lang: document.documentElement.lang || 'en',
    size: window.paperSize!,
    /** Number of slides in the whole deck. */
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
    /** One line each, naming slide and element; empty when all is well. */
    warnings: [...warnings, ...checkPaper()],
    /** Whether the deck wants warnings to stop the command. */
    strict: Boolean(configs.checks?.strict),
  }
}
export type PaperReport = Awaited<ReturnType<typeof report>>

/** @returns the slides that the address asks for (`range=3-7`), or all; `resolve`, to be called when they are drawn */
export function usePaper() {
  // Not in the deck's stylesheet, which the audience loads.
  const inter = /^\s*["']?Inter\b/.test(getComputedStyle(document.documentElement).getPropertyValue('--sans'))
  useStyleTag(inter ? fonts + styles : styles, { id: 'paper' }).load()
  // Not useNav's own printRange: that is read before the router knows the address.
  const all = useNav().slides.value
  const slides = parseRangeString(all.length, useRoute().query.range as string | undefined)
    .flatMap(no => all[no - 1] ?? [])
  let resolve!: () => void
  const drawn = new Promise<void>(done => resolve = done)
  window.paperSize = { width: slideWidth.value, height: slideHeight.value }
  window.paperReport = drawn.then(() => report(slides, all))
  return { slides, drawn, resolve }
}
