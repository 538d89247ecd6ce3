/** `npm run browser`: makes sure that there is a browser to print and test with, and names it. */
import { ensureBrowser } from '../run/browser'
import { command } from '../run/command'

command(async () => console.log(await ensureBrowser()))
