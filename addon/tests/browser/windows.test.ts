/** Audience and presenter: nobody is ever thrown out of the talk, whatever the windows do. */
import type { Page } from 'playwright-chromium'
import { it } from 'vitest'
import { deck, open, press, says, serve, shows } from '../support/windows'

const TIMER = '.grid-section.bottom .font-mono'

/** Speaks as another window would. */
const post = (page: Page, ...messages: unknown[]) => page.evaluate((messages) => {
  messages.forEach(message => localStorage.setItem('Windows / windows', JSON.stringify(message)))
}, messages)

const timer = { status: 'stopped', startedAt: 0, pausedAt: 0 }
const talk = (no: number, more = {}) =>
  ({ build: 'older', talk: { no, clicks: 0, led: Date.now(), by: 'x', timer, ...more } })

it('keeps windows in step whoever leads, lets late ones join, and survives reloads', async () => {
  const context = await deck()
  const audience = await open(context, '#/1')
  const presenter = await open(context, '#/presenter/1')
  await press(presenter, 'ArrowRight', 'ArrowRight')
  await shows(audience, 2, 1)
  await press(audience, 'ArrowDown')
  await shows(presenter, 3)
  const second = await open(context, '#/presenter/1')
  await shows(second, 3)
  await says(second, TIMER, /^\d:\d\d$/)
  await press(second, 'ArrowDown')
  for (const page of [audience, presenter]) {
    await shows(page, 4)
    await page.reload()
    await shows(page, 4)
  }
  await says(presenter, TIMER, /^\d:\d\d$/)
  await press(presenter, 'ArrowUp')
  await shows(audience, 3)
  await shows(second, 3)
  await presenter.getByTitle('Go to previous slide').click()
  await shows(audience, 2, 2)
})

it('takes two steps of one moment in the same order in every window', async () => {
  const context = await deck()
  const windows = [await open(context, '#/1'), await open(context, '#/1')]
  const led = Date.now() + 1000
  const first = talk(3, { led, by: 'a' })
  for (const later of [talk(4, { led, by: 'b' }), talk(5, { led: led + 1 })]) {
    await post(await open(context, '#/1'), first, later)
    for (const page of windows)
      await shows(page, later.talk.no)
  }
})

it('follows another build as far as its own slides go, and tells the speaker', async () => {
  const context = await deck()
  const presenter = await open(context, '#/presenter/1')
  const stranger = await open(context, '#/1')
  await post(stranger, talk(99, { clicks: 3 }))
  await shows(presenter, 5)
  await says(presenter, '.trouble', /^A window shows another build/)
  await says(presenter, TIMER, /^-:--$/)
  await press(presenter, 'ArrowUp')
  await shows(stranger, 4)
})

it('starts the timer at the first step forward, and keeps it over a reload', async () => {
  const presenter = await open(await deck(), '#/presenter/2')
  await shows(presenter, 2)
  await press(presenter, 'b', 'b', 'ArrowLeft')
  await shows(presenter, 1)
  await says(presenter, TIMER, /^-:--$/)
  await says(presenter, '.standing', /^starts at the first step$/)
  await press(presenter, 'ArrowRight')
  await says(presenter, TIMER, /^0:\d\d$/)
  await presenter.reload()
  await says(presenter, TIMER, /^0:\d\d$/)
  await press(presenter, 't')
  await says(presenter, '.standing', /^paused$/)
  await press(presenter, 'Shift+T')
  await says(presenter, TIMER, /^-:--$/)
})

it('shares nothing with another deck of the same address', async () => {
  const context = await deck()
  const other = await context.newPage()
  await serve(other, script => script.replaceAll('Windows', 'Doors'))
  await open(context, '#/1', other)
  const [one, same] = [await open(context, '#/1'), await open(context, '#/1')]
  await press(one, 'ArrowDown', 'ArrowDown')
  await shows(same, 3)
  await press(other, 'ArrowDown')
  await shows(other, 2)
})

it('darkens the audience’s screen from either window, and any step shows the same slide again', async () => {
  const context = await deck()
  const presenter = await open(context, '#/presenter/2')
  const [audience] = await Promise.all([
    context.waitForEvent('page'),
    presenter.getByTitle(/^Open the audience/).click(), // where the talk is
  ])
  await shows(audience, 2)
  const dark = (page: Page, of: string, is: boolean) => page.waitForFunction(([of, is]) => {
    const { backgroundColor } = getComputedStyle(document.querySelector(of)!, '::after')
    return (backgroundColor === 'rgb(0, 0, 0)') === is
  }, [of, is] as const)
  const turns = [[presenter, 'b', 'b'], [audience, '.', 'ArrowRight'], [presenter, '.', 'PageDown']] as const
  for (const [page, on, off] of turns) {
    await press(page, on)
    await dark(audience, '#page-root', true)
    await dark(presenter, '.grid-section.main', true)
    await press(page, off)
    await dark(audience, '#page-root', false)
    await shows(audience, 2)
    await shows(presenter, 2)
  }
})
