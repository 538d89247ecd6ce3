/** A talk in two windows of one browser, each closed and opened again on the way. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Engine, Window } from './engine'

const PLACE = `[document.querySelector('#slide-content .slidev-page:not([style*="display: none"])')?.dataset.slidevNo, new URLSearchParams(location.hash.split('?')[1]).get('clicks') ?? '0'].join(' click ')`

async function shows(window: Window, place: string, when: string): Promise<void> {
  let seen = ''
  for (let tries = 0; tries < 50 && seen !== place; tries++) {
    await wait(100)
    seen = await window.evaluate<string>(PLACE)
  }
  if (seen !== place)
    throw new Error(`${when}, the window shows slide ${seen} instead of ${place}.`)
}

/**
 * @param url the deck's, with a slash at the end
 * @throws at the first window that is not where the talk is
 */
export async function walk(engine: Engine, url: string): Promise<void> {
  const opened: Window[] = []
  const open = async (path: string) => {
    const window = await engine.open()
    opened.push(window)
    await window.goTo(url + path)
    return window
  }
  let presenter = await open('#/presenter/1')
  let audience = await open('#/1')
  await shows(presenter, '1 click 0', 'Opened')
  await shows(audience, '1 click 0', 'Opened')
  for (let slide = 2; slide <= 4; slide++)
    await presenter.press('ArrowDown')
  await shows(presenter, '4 click 0', 'After three slides in the presenter')
  await shows(audience, '4 click 0', 'After three slides in the presenter')
  await audience.press('ArrowUp')
  await shows(presenter, '3 click 0', 'After one back in the audience')
  await presenter.close()
  presenter = await open('#/presenter/1')
  await shows(presenter, '3 click 0', 'Closed and opened again')
  await shows(audience, '3 click 0', 'With the presenter opened again')
  await presenter.press('ArrowDown')
  await audience.close()
  audience = await open('#/1')
  await shows(audience, '4 click 0', 'Closed and opened again')
  await presenter.press('b')
  for (let tries = 0; !await audience.evaluate<boolean>('document.body.classList.contains("screen-dark")'); tries++) {
    if (tries > 50)
      throw new Error('After b in the presenter, the audience’s screen is not dark.')
    await wait(100)
  }
  // One after the other: WebDriver’s commands go to the window that was chosen last.
  await presenter.close()
  await audience.close()
}
