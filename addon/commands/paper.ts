/** `npm run export` and `npm run handout`, from the command's words to the file. */
import { relative } from 'node:path'
import { exportName } from '../deck/load'
import { close, launch } from '../run/browser'
import { ensureBuilt } from '../run/built'
import { command } from '../run/command'
import { serve } from '../run/serve'
import { within } from '../run/within'
import { nameBeside } from '../pdf/beside'
import { parseOptions, type Kind, type PaperOptions } from '../pdf/options'
import { print } from '../pdf/print'
import { checkWritable, writeWhole } from '../pdf/write'

/** A line of progress: over the last one in a terminal, plain lines elsewhere. */
function progress(line: string, end = ''): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${line}${end}` : `${line}\n`)
}

/**
 * @param options what to print
 * @param dist folder of the built deck; built when absent
 * @throws when anything is in the way, in lines for a person; the old file then is as it was
 */
export async function makePaper(options: PaperOptions, dist?: string): Promise<Uint8Array> {
  checkWritable(options.output)
  progress(`Printing ${options.kind === 'pages' ? 'the slides' : 'the handout'} …`)
  // The browser takes the longest to start: it does so meanwhile. Where one fails, the other is not waited for.
  const other = new AbortController()
  const both = [launch(), Promise.resolve(dist ?? ensureBuilt(other.signal)).then(dir => serve(dir))] as const
  both.forEach(work => work.catch(() => other.abort()))
  // Four hundred modules of the PDF library and its colours: read while the browser starts.
  const finishing = import('../pdf/finish')
  try {
    const [browser, served] = await Promise.all(both)
    const printed = await print(browser, served.url, options)
    const { finish } = await finishing
    const bytes = await finish(printed, options.kind)
    await writeWhole(options.output, bytes)
    await nameBeside(options.output)
    progress(`${relative('.', options.output)}: ${printed.report.slides.length} slides, ${Math.ceil(bytes.length / 1024)} KB`, '\n')
    return bytes
  }
  finally {
    const [browser, served] = both
    await within(10, Promise.allSettled([browser.then(close), served.then(({ close }) => close())]), '').catch(() => {})
  }
}

/** The whole command, from what stands after it to the file. */
export function paperCommand(kind: Kind): void {
  command(async () => {
    await makePaper(parseOptions(kind, process.argv.slice(2), await exportName()))
  })
}
