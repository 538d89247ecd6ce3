/** The speaker's arrow leaves the projected slide when it rests, as it does on a desktop. */
import { sharedState } from '@slidev/client/state/shared.ts'
import { watch } from 'vue'

const REST = 2000

export function hideRestingArrow(): void {
  let timer: ReturnType<typeof setTimeout>
  watch(() => sharedState.cursor, (cursor) => {
    clearTimeout(timer)
    if (cursor?.style === 'cursor') // a laser points on
      timer = setTimeout(() => sharedState.cursor = undefined, REST)
  })
}
