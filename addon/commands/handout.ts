/** `npm run handout`: each slide with its note below, for paper. */
import { paperCommand } from './paper'

paperCommand('handout')
