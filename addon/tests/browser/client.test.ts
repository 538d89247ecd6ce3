/** What the addon mends of Slidev's client, on the smallest deck that shows it. */
import { it } from 'vitest'
import { open, says, shows, useDeck } from '../support/windows'

const { context } = useDeck('client')

it('opens and works alone where storage and channels are blocked, and tells the presenter', async () => {
  const blocked = await context()
  await blocked.addInitScript(() => {
    const get = () => { throw new DOMException('Blocked', 'SecurityError') }
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { configurable: true, get })
    window.BroadcastChannel = class { constructor() { get() } } as never
  })
  const audience = await open(blocked, '#/1')
  await audience.keyboard.press('ArrowRight')
  await shows(audience, 2)
  const presenter = await open(blocked, '#/presenter/1')
  await presenter.keyboard.press('ArrowRight')
  await shows(presenter, 2)
  await says(presenter, '.trouble', /^Windows cannot follow/)
  const reader = await open(blocked, '#/read')
  await reader.locator('h1').first().waitFor()
})
