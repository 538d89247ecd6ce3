/** `deck pacing`: the talk's plan as a table; fails where the notes do not fill the announced time. */
import { basename } from 'node:path'
import { clock, tolerance, wordsPerMinute } from '../deck/pacing'
import { loadDeck, planDeck } from '../deck/load'

/** @throws where the deck names no duration, or its notes do not fill it */
export async function pacing(entry: string): Promise<void> {
  const deck = await loadDeck(entry)
  const { headmatter, slides } = deck
  if (headmatter.duration === undefined)
    throw new Error(`${basename(entry)}: the headmatter has no \`duration\`; write one, such as \`duration: 20min\`.`)
  const plan = planDeck(deck)
  const rows = plan.slides.map(({ words, seconds, start }, i) =>
    [i + 1, slides[i]!.title.replace(/<[^>]+>/g, ''), words, Math.round(seconds), clock(start + seconds)].map(String))
  const table = [['slide', 'headline', 'words', 'seconds', 'until'], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map(row => row[column]!.length)))
  const inColumn = (cell: string, column: number) => cell[column === 1 ? 'padEnd' : 'padStart'](widths[column]!)
  table.forEach(row => console.log(row.map(inColumn).join('  ')))

  const sum = `${plan.words} words take ${clock(plan.spoken)} at ${wordsPerMinute} a minute; announced are ${
    clock(plan.duration)}`
  if (!plan.fits)
    throw new Error(`${sum}, more than ${tolerance * 100} % off: change the notes, or \`duration\`.`)
  console.log(`${sum}.`)
}
