/** Audience and presenter: nobody is ever thrown out of the talk, whatever the windows or the clock do. */
import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { deck, open, press, says, serve, shows } from '../support/windows'

const TIMER = '.grid-section.bottom .font-mono'

/** Speaks as another window would. */
const post = (page: Page, ...messages: unknown[]) => page.evaluate((messages) => {
  const other = new BroadcastChannel('Windows / windows')
  messages.forEach(message => other.postMessage(message))
}, messages)

const timer = { status: 'stopped', elapsed: 0 }
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

it('heeds no message that makes no sense, and follows another build as far as its own slides go', async () => {
  const context = await deck()
  const errors: string[] = []
  context.on('weberror', ({ error }) => errors.push(error().message))
  const presenter = await open(context, '#/presenter/1')
  const stranger = await open(context, '#/1')
  const deep = talk(2, { timer: { status: 'running', elapsed: Number.NEGATIVE_INFINITY } })
  const senseless = [null, 'text', {}, { talk: 1 }, { cursor: 7 }, talk(Number.NaN), talk(-3), talk(2, { clicks: '1' })]
  await post(stranger, ...senseless, deep, talk(99, { clicks: 3 }))
  await shows(presenter, 5)
  await says(presenter, '.trouble', /^A window shows another build/)
  await says(presenter, TIMER, /^-:--$/)
  await press(presenter, 'ArrowUp')
  await shows(stranger, 4)
  expect(errors).toEqual([])
})

it('starts the timer at the first step, never by an address or what is stored', async () => {
  const context = await deck()
  const presenter = await context.newPage()
  for (const stored of ['{', '7', '{"status":"running","elapsed":-5,"at":1}', '{"status":"running","elapsed":"x"}']) {
    await context.addInitScript(stored => sessionStorage.setItem('Windows / timer', stored), stored)
    await open(context, '#/presenter/2', presenter)
    await shows(presenter, 2)
    await press(presenter, 'b', 'b', 'ArrowLeft')
    await shows(presenter, 1)
    await says(presenter, TIMER, /^-:--$/)
    await says(presenter, '.standing', /^starts at the first step$/)
    await presenter.goto('about:blank')
  }
  await open(context, '#/presenter/2', presenter)
  await press(presenter, 'ArrowRight')
  await says(presenter, TIMER, /^0:\d\d$/)
  await press(presenter, 't')
  await says(presenter, '.standing', /^paused$/)
  await press(presenter, 'Shift+T')
  await says(presenter, TIMER, /^-:--$/)
})

it('counts on when the clock is set back in mid-talk', async () => {
  const context = await deck()
  await context.addInitScript(() => {
    const now = Date.now
    Date.now = () => now() - Number(sessionStorage.getItem('back') ?? 0)
  })
  const presenter = await open(context, '#/presenter/1')
  await press(presenter, 'ArrowRight')
  await says(presenter, TIMER, /^0:\d\d$/)
  const before = await presenter.locator(TIMER).last().textContent()
  await presenter.evaluate(() => sessionStorage.setItem('back', '3600000'))
  await presenter.waitForFunction(([timer, before]) =>
    [...document.querySelectorAll(timer!)].at(-1)!.textContent !== before, [TIMER, before])
  await says(presenter, TIMER, /^0:\d\d$/)
  const late = await open(context, '#/presenter/1')
  await says(late, TIMER, /^0:\d\d$/)
  await press(late, 'ArrowRight') // a step after the clock went back is younger all the same
  await shows(presenter, 2, 1)
  await presenter.reload()
  await says(presenter, TIMER, /^0:\d\d$/)
})

it('follows by storage where there is no channel', async () => {
  const context = await deck()
  await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
  const presenter = await open(context, '#/presenter/1')
  const audience = await open(context, '#/1')
  await press(audience, 'ArrowRight')
  await shows(presenter, 2)
  await shows(await open(context, '#/1'), 2)
  expect(await presenter.locator('.trouble').count()).toBe(0)
  expect(await audience.evaluate(() => localStorage.getItem('Windows / windows')), 'leaves nothing behind').toBe(null)
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

it('says so where a part that is opened late is not to be had, as after a new build', async () => {
  const context = await deck()
  const page = await open(context, '#/1')
  await context.route('**/*.js', route => route.abort())
  await page.evaluate(() => void (location.hash = '/presenter/1'))
  await says(page, '.notice', /^A part of this deck is not to be had: reload the page\.$/)
})
