/** The audience's stylesheet is part of the whole one: what was left out styles nothing that the page can show. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { everyState, goTo, openDeck, useBrowser } from './browser'

useBrowser()
const states = await everyState()

/**
 * Runs in the page: remembers the selectors of the whole stylesheet that the page's own lacks.
 * @param lost selectors to count as lacking
 * @returns how many
 */
async function compare(lost: string[]): Promise<number> {
  const whole = new CSSStyleSheet()
  whole.replaceSync(await (await fetch(document.querySelector<HTMLLinkElement>('link[data-whole]')!.href)).text())
  const selectors = (rules: CSSRuleList): string[] => [...rules].flatMap(rule => [
    ...rule instanceof CSSStyleRule ? rule.selectorText.match(/(?:[^,(]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g)!.map(one => one.trim()) : [],
    ...'cssRules' in rule && !(rule instanceof CSSKeyframesRule) ? selectors(rule.cssRules as CSSRuleList) : [],
  ])
  const held = new Set([...document.styleSheets].filter(({ ownerNode, disabled }) => !disabled && !(ownerNode as Element | null)?.matches('[data-whole]')).flatMap(({ cssRules }) => selectors(cssRules)))
  lost.forEach(selector => held.delete(selector))
  const lacking = [...new Set(selectors(whole.cssRules))].filter(selector => !held.has(selector))
  Object.assign(window, { lacking })
  return lacking.length
}

/** Runs in the page: those of them that match an element, in whatever scheme and whatever it is about to do. */
function matching(): string[] {
  const { lacking } = window as unknown as { lacking: string[] }
  const dark = document.documentElement.classList.contains('dark')
  document.documentElement.classList.add('dark')
  const now = /:(?:hover|active|focus|focus-visible|focus-within|target|visited|disabled)\b/g
  // The navigation bar comes with the whole sheet.
  const found = lacking.filter(selector => [...document.querySelectorAll(selector
    .replace(/::?(?:before|after|marker|placeholder|selection|file-selector-button|backdrop|-(?:webkit|moz)-[\w-]+)/g, '')
    .replace(now, '').replaceAll(':not()', '') || '*')].some(element => !element.closest('nav')))
  document.documentElement.classList.toggle('dark', dark)
  return found
}

it('lacks no rule for any slide at any click, nor for what keys open', async () => {
  const { page } = await openDeck()
  await page.waitForFunction(count => document.querySelectorAll('#slideshow > [data-slidev-no]').length === count, states.at(-1)!.no)
  expect(await page.evaluate(compare, [])).toBeGreaterThan(50)
  const found: string[] = []
  for (const { no, click, hash } of states) {
    await goTo(page, no, click)
    found.push(...(await page.evaluate(matching)).map(selector => `${hash}: ${selector}`))
  }
  for (const key of ['g', 'o']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(300)
    found.push(...(await page.evaluate(matching)).map(selector => `${key}: ${selector}`))
    await page.keyboard.press('Escape')
  }
  expect(found).toEqual([])
  expect(await page.evaluate(compare, ['.slidev-layout'])).toBeGreaterThan(50)
  expect(await page.evaluate(matching), 'a rule taken out').toEqual(['.slidev-layout'])
  await page.context().close()
})

it('is the whole one once another page is opened', async () => {
  const { page } = await openDeck({}, '#/presenter/1')
  await page.locator('.slidev-presenter').waitFor()
  await expect.poll(() => page.evaluate(() => document.querySelector<HTMLLinkElement>('link[data-whole]')!.sheet?.cssRules.length ?? 0)).toBeGreaterThan(100)
  await page.context().close()
})

it('gives UnoCSS’s variables their first values once, not on every element', () => {
  for (const file of readdirSync(join(inject('deckDir'), 'assets')).filter(file => file.endsWith('.css'))) {
    const css = readFileSync(join(inject('deckDir'), 'assets', file), 'utf8')
    expect(css).toContain('@property --un-rotate{')
    expect(css).not.toContain('{--un-rotate:0')
  }
})
