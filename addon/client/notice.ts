let line: HTMLElement | undefined
let timer: ReturnType<typeof setTimeout>

/**
 * Says for five seconds, to eyes and ears, what could not be done.
 * @param text one short sentence
 */
export function notice(text: string): void {
  line ??= Object.assign(document.createElement('div'), { className: 'notice', role: 'status' })
  document.body.append(line)
  clearTimeout(timer)
  line.textContent = text
  timer = setTimeout(() => line!.textContent = '', 5000)
}
