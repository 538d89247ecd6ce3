/** ms. */
const SHOWN = 5000
let line: HTMLElement | undefined
let timer: ReturnType<typeof setTimeout>

/**
 * Says for a few seconds, to eyes and ears, what could not be done.
 * @param text one short sentence
 */
export function notice(text: string): void {
  if (!line) {
    line = document.createElement('div')
    line.className = 'notice'
    line.setAttribute('role', 'status')
    document.body.append(line)
  }
  clearTimeout(timer)
  line.textContent = text
  timer = setTimeout(() => line!.textContent = '', SHOWN)
}
