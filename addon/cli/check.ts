/** `deck check`: every finding, a line each. */
import { checkDeck } from '../deck/check'
import { readDeck } from '../deck/load'

/** @throws the findings of a deck that is `strict`; elsewhere they are said, and nothing is refused */
export async function check(entry: string): Promise<void> {
  const lines = (await checkDeck(entry)).map(({ says }) => says)
  const { checks } = await readDeck(entry).then(({ headmatter }) => headmatter, () => ({ checks: undefined }))
  if (lines.length && checks?.strict)
    throw new Error(lines.join('\n'))
  console.log(lines.join('\n') || 'Nothing found.')
}
