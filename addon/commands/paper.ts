/** `npm run export` and `npm run handout`, from the command's words to the file. */
import { relative } from 'node:path'
import { exportName } from '../deck/load'
import { launch } from '../run/browser'
import { ensureBuilt } from '../run/built'
import { serve } from '../run/serve'
import { nameBeside } from '../pdf/beside'
import { finish } from '../pdf/finish'
import { parseOptions, type Kind, type PaperOptions } from '../pdf/options'
import { print } from '../pdf/print'
import { checkWritable, writeWhole } from '../pdf/write'

/** A line of progress: over the last one in a terminal, plain lines elsewhere. */
function progress(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${line}` : `${line}\n`)
}

/**
 * @param options what to print
 * @param dist folder of the built deck; built when absent
 * @throws when anything is in the way, in lines for a person; the old file then is as it was
 */
export async function makePaper(options: PaperOptions, dist?: string): Promise<Uint8Array> {
  checkWritable(options.output)
  progress(`Printing ${options.kind === 'pages' ? 'the slides' : 'the handout'} …`)
  // The browser takes the longest to start: it does so meanwhile.
  const starting = launch()
  try {
    const [browser, served] = await Promise.all([starting, Promise.resolve(dist ?? ensureBuilt()).then(dir => serve(dir))])
    const printed = await print(browser, served.url, options).finally(served.close)
    const bytes = await finish(printed, options.kind)
    await writeWhole(options.output, bytes)
    await nameBeside(options.output)
    progress(`${relative('.', options.output)}: ${printed.report.slides.length} slides, ${Math.ceil(bytes.length / 1024)} KB\n`)
    return bytes
  }
  finally {
    await starting.then(browser => browser.close(), () => {})
  }
}

/** Runs the command; on a fault prints its lines and fails. */
export async function run(kind: Kind): Promise<void> {
  try {
    await makePaper(parseOptions(kind, process.argv.slice(2), await exportName()))
  }
  catch (error) {
    progress(`${(error as Error).message}${process.stderr.isTTY ? '\n' : ''}`)
    process.exitCode = 1
  }
}
