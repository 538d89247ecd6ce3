/** What `npm start` says to who mistypes. */
import { expect, inject, test } from 'vitest'
import { serve } from '../../run/serve'
import { run } from '../support/command'

test.each([
  [['--prot', '1'], /^Unknown option '--prot'\. Usage: .*$/],
  [['--port', 'x'], /^--port takes a whole number up to 65535, not "x"\.$/],
  [['--port', 'TAKEN'], /^Port \d+ is taken: .*$/],
])('npm start %j says in one line what is wrong', async (args, line) => {
  const taken = await serve(inject('deckDir'))
  const { code, said } = await run('start', args.map(arg => arg.replace('TAKEN', new URL(taken.url).port)))
  await taken.close()
  expect([code, said]).toEqual([1, [expect.stringMatching(line)]])
})
