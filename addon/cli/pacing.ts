/** `deck pacing`: the talk's plan as a table; fails where the notes do not fill the announced time. */
import { clock } from '../deck/pacing'
import { loadDeck, planDeck, timeFault } from '../deck/load'

/** @throws where the deck names no duration, or its notes do not fill it */
export async function pacing(entry: string): Promise<void> {
  const deck = await loadDeck(entry)
  const plan = planDeck(deck)
  const rows = plan.slides.map(({ words, seconds, start }, i) => {
    const title = deck.slides[i]!.title.replace(/<[^>]+>/g, '')
    return [i + 1, title, words, Math.round(seconds), clock(start + seconds)].map(String)
  })
  const table = [['slide', 'headline', 'words', 'seconds', 'until'], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map(row => row[column]!.length)))
  const inColumn = (cell: string, column: number) => cell[column === 1 ? 'padEnd' : 'padStart'](widths[column]!)
  table.forEach(row => console.log(row.map(inColumn).join('  ')))

  const fault = timeFault(deck)
  if (fault)
    throw new Error(fault)
  console.log(`${plan.words} words take ${clock(plan.spoken)}; announced are ${clock(plan.duration)}.`)
}
