/** `npm run export`: the slides as a PDF that reads well on screen, on paper, and aloud. */
import { paperCommand } from './paper'

paperCommand('pages')
