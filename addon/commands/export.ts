/** `npm run export`. */
import { exportName } from '../deck/load'
import { exportPaper } from '../pdf/export'
import { parseOptions } from '../pdf/options'
import { command } from '../run/command'

command(async () => {
  await exportPaper(parseOptions('slides', process.argv.slice(2), await exportName()))
})
