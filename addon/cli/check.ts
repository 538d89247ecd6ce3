/** `deck check`: every finding, a line each; the command fails where a build would. */
import { checkDeck } from '../deck/check'

/** @throws the findings that stop a build: faults, and in a strict deck warnings too */
export async function check(entry: string): Promise<void> {
  const findings = await checkDeck(entry)
  const stops = findings.filter(({ level }) => level === 'fault')
  findings.filter(finding => !stops.includes(finding)).forEach(({ says }) => console.log(says))
  if (stops.length)
    throw new Error(stops.map(({ says }) => says).join('\n'))
  console.log(findings.length ? `${findings.length} to look at; none stops a build.` : 'Nothing found.')
}
