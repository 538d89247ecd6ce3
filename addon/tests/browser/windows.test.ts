import { expect, it } from 'vitest'
import { everyState, useBrowser } from './browser'
import { offline, open, shows, time } from './together'

const browser = useBrowser()
const stepped = (await everyState()).find(state => state.click === 1)!.no

it('keeps audience and presenter in step on any host without a network', async () => {
  const context = await offline(browser())
  const presenter = await open(context, `#/presenter/${stepped}`)
  const audience = await open(context, '')
  await shows(audience, stepped) // a window opened late joins the talk
  await shows(presenter, stepped)

  // The presenter leads, by key and by click.
  await presenter.bringToFront()
  await presenter.keyboard.press('ArrowRight')
  await shows(audience, stepped, 1)
  await presenter.getByTitle('Go to previous slide').click()
  await shows(audience, stepped)
  await presenter.keyboard.press('ArrowDown')
  await shows(audience, stepped + 1)

  // The audience's window leads, by key, by click and by the overview.
  await audience.bringToFront()
  await audience.keyboard.press('ArrowUp')
  await shows(presenter, stepped)
  await audience.getByTitle('Go to next slide').click()
  await shows(presenter, stepped, 1)
  await audience.mouse.move(640, 200)
  await audience.keyboard.press('o')
  await audience.keyboard.press('ArrowRight')
  await audience.keyboard.press('Enter')
  await shows(presenter, stepped + 1)

  // A reload moves nobody, and both still lead.
  for (const [page, other] of [[audience, presenter], [presenter, audience]] as const) {
    await page.bringToFront()
    await page.reload()
    await page.locator('.slidev-layout:visible').first().waitFor()
    await shows(page, stepped + 1)
    await shows(other, stepped + 1)
    await page.keyboard.press('ArrowUp')
    await shows(other, stepped)
    await page.keyboard.press('ArrowDown')
    await shows(other, stepped + 1)
  }
  expect(await time(presenter), 'the timer survives the reloads').toMatch(/\d/)
  await context.close()
})
