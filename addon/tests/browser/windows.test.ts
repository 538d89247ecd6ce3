/** Audience and presenter: nobody is ever thrown out of the talk, whatever the windows or the clock do. */
import type { Page } from 'playwright-chromium'
import { expect, it } from 'vitest'
import { deck, open, press, says, serve, shows } from '../support/windows'

const TIMER = '.grid-section.bottom .font-mono'
const CHANNEL = 'Windows / windows'

/** Speaks as another window would. */
const post = (page: Page, ...messages: unknown[]) => page.evaluate(([channel, messages]) => {
  const other = new BroadcastChannel(channel)
  messages.forEach(message => other.postMessage(message))
}, [CHANNEL, messages] as const)

const talk = (no: number, more = {}) =>
  ({ build: 'older', talk: { no, clicks: 0, led: Date.now(), by: 'x', timer: { status: 'stopped', elapsed: 0 }, ...more } })

it('keeps windows in step whoever leads, lets late ones join, and survives reloads', async () => {
  const context = await deck()
  const audience = await open(context, '#/1')
  const presenter = await open(context, '#/presenter/1')
  await press(presenter, 'ArrowRight', 'ArrowRight')
  await shows(audience, 2, 1)
  await audience.bringToFront()
  await press(audience, 'ArrowDown')
  await shows(presenter, 3)
  await says(presenter, TIMER, /^\d:\d\d$/)

  const second = await open(context, '#/presenter/1')
  await shows(second, 3)
  await says(second, TIMER, /^\d:\d\d$/)
  await press(second, 'ArrowDown')
  await shows(presenter, 4)
  await shows(audience, 4)

  for (const page of [audience, presenter]) {
    await page.bringToFront()
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
  const [one, other] = [await open(context, '#/1'), await open(context, '#/1')]
  const led = Date.now() + 1000
  for (const messages of [[talk(3, { led, by: 'a' }), talk(4, { led, by: 'b' })], [talk(3, { led, by: 'a' }), talk(5, { led: led + 1 })]]) {
    await post(await open(context, '#/1'), ...messages)
    const last = messages[1]!.talk.no
    await shows(one, last)
    await shows(other, last)
  }
})

it('heeds no message that makes no sense, and follows another build as far as its own slides go', async () => {
  const context = await deck()
  const errors: string[] = []
  context.on('weberror', ({ error }) => errors.push(error().message))
  const presenter = await open(context, '#/presenter/1')
  const stranger = await open(context, '#/1')
  const [nan, deep] = [talk(Number.NaN), talk(2, { timer: { status: 'running', elapsed: Number.NEGATIVE_INFINITY } })]
  await post(stranger, null, 'text', {}, { talk: 1 }, nan, deep, talk(2, { clicks: '1' }), talk(-3), { cursor: 7 }, talk(99, { clicks: 3 }))
  await shows(presenter, 5)
  await says(presenter, '.trouble', /^A window shows another build/)
  await says(presenter, TIMER, /^-:--$/)
  await post(stranger, talk(3, { led: Date.now() + 1 }))
  await shows(presenter, 3)
  await presenter.bringToFront()
  await press(presenter, 'ArrowDown')
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
  const seen = () => presenter.locator(TIMER).last().innerText()
  const before = await seen()
  await presenter.evaluate(() => sessionStorage.setItem('back', '3600000'))
  await presenter.waitForFunction(([timer, before]) => [...document.querySelectorAll<HTMLElement>(timer!)].at(-1)!.innerText !== before, [TIMER, before])
  expect((await seen()).replace(/\s/g, '')).toMatch(/^0:\d\d$/)
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
  const used = async (edit?: (script: string) => string) => {
    const context = await deck()
    await context.addInitScript(() => {
      const names: string[] = Object.assign(window, { names: [] }).names
      window.BroadcastChannel = class extends BroadcastChannel {
        constructor(name: string) {
          super(name)
          names.push(name)
        }
      }
      const { setItem } = Storage.prototype
      Storage.prototype.setItem = function (key, text) {
        names.push(key)
        setItem.call(this, key, text)
      }
    })
    const page = await context.newPage()
    await serve(page, edit)
    await open(context, '#/1', page)
    await press(page, 'ArrowRight')
    await page.waitForFunction(() => location.hash === '#/2')
    return page.evaluate(() => (window as unknown as { names: string[] }).names.filter(name => name && !name.startsWith('slidev-')))
  }
  const [one, other] = [await used(), await used(script => script.replaceAll('Windows', 'Doors'))]
  expect(one).toContain(CHANNEL)
  expect(other.filter(name => one.includes(name))).toEqual([])
})

it('darkens the audience’s screen from either window, and any step shows the same slide again', async () => {
  const context = await deck()
  const audience = await open(context, '#/2')
  const presenter = await open(context, '#/presenter/2')
  const dark = (is: boolean) => audience.waitForFunction(is =>
    (getComputedStyle(document.querySelector('#page-root')!, '::after').backgroundColor === 'rgb(0, 0, 0)') === is, is)
  for (const [page, on, off] of [[presenter, 'b', 'b'], [audience, '.', 'ArrowRight'], [presenter, '.', 'PageDown']] as const) {
    await page.bringToFront()
    await press(page, on)
    await dark(true)
    await presenter.waitForFunction(() => /dark/.test(getComputedStyle(document.querySelector('.grid-section.main')!, '::after').content))
    await press(page, off)
    await dark(false)
    await shows(audience, 2)
    await shows(presenter, 2)
  }
})

it('opens the other window by one press, where the talk is', async () => {
  const context = await deck()
  const presenter = await open(context, '#/presenter/3')
  const [audience] = await Promise.all([context.waitForEvent('page'), presenter.getByTitle(/^Open the audience/).click()])
  await shows(audience, 3)
})
