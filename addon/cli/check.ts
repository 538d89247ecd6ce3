/** `deck check`: every finding, a line each. */
import { bySlide, checkDeck } from '../deck/check'
import { readDeck } from '../deck/load'
import { buildAside } from './build'

/** @throws the findings of a deck that is `strict`; elsewhere they are said, and nothing is refused */
export async function check(entry: string): Promise<void> {
  const found = await checkDeck(entry)
  const lines = found.map(({ says }) => says)
  const { checks } = await readDeck(entry).then(({ headmatter }) => headmatter, () => ({ checks: undefined }))
  // What holds up a build is said in a moment; how many steps a slide takes shows only when it runs.
  if (found.some(({ level }) => level === 'fault'))
    lines.push('Steps were not counted: mend these first.')
  else
    await buildAside({ entry }, line => lines.includes(line) || lines.push(line)).finally(() => lines.sort(bySlide))
  if (lines.length && checks?.strict)
    throw new Error(lines.join('\n'))
  console.log(lines.join('\n') || 'Nothing found.')
}
