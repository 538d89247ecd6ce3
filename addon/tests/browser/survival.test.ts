/** A whole talk with everything that happens to windows; in the long suite. */
import { it } from 'vitest'
import { blockStorage, deck, open, press, says, serve, shows } from '../support/windows'

it('ends with audience and presenter on the same step, whatever became of the windows between', async () => {
  const context = await deck()
  const presenter = await open(context, '#/presenter/1')
  const audience = await open(context, '#/1')
  const frozen = await open(context, '#/1')
  const closed = await open(context, '#/1')
  const blocked = await context.newPage()
  await blockStorage(blocked)
  await open(context, '#/1', blocked)
  const older = await context.newPage()
  await audience.evaluate(() => {
    new BroadcastChannel('Windows / windows').onmessage = ({ data }) => document.body.dataset.build = data.build
  })
  await press(presenter, 'ArrowRight')
  const name = await audience.locator('body[data-build]').getAttribute('data-build') as string
  await serve(older, script => script.replaceAll(name, 'older'))
  await open(context, '#/1', older)
  for (const page of [audience, frozen, closed, blocked, older])
    await shows(page, 2)
  await says(presenter, '.trouble', /another build/)

  const session = await context.newCDPSession(frozen)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await closed.close()
  await press(presenter, 'ArrowRight', 'ArrowDown')
  for (const page of [audience, blocked, older])
    await shows(page, 3)
  await press(older, 'ArrowDown')
  await shows(presenter, 4)
  await press(blocked, 'ArrowDown')
  await shows(presenter, 5)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await shows(frozen, 5)
  await audience.reload()
  await shows(audience, 5)
  await press(presenter, 'ArrowUp')
  for (const page of [presenter, audience, frozen, blocked, older])
    await shows(page, 4)
})
