/** `npm run handout`: each slide with its note below, for paper. */
import { run } from './pdf/run'

await run('handout')
