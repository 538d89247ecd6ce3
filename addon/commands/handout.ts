/** `npm run handout`: each slide with its note below, for paper. */
import { run } from './paper'

await run('handout')
