/** Besides what a person reads, results for .ci/run to count, where TEST_RESULTS names a folder for them. */
import { join } from 'node:path'

const folder = process.env.TEST_RESULTS

export const reporters: ('default' | ['json', { outputFile: string }])[] = folder
  ? ['default', ['json', { outputFile: join(folder, `${process.pid}.json`) }]]
  : ['default']
