/** `npm run export`: the slides as a PDF that reads well on screen, on paper, and aloud. */
import { run } from './paper'

await run('pages')
