/** While a deck is written: how many steps the shown slide takes, for the server, which holds its note against that. */
import { useNav } from '@slidev/client'
import { useDebounceFn } from '@vueuse/core'
import { watch } from 'vue'

export function tellSteps(): void {
  const { clicksContext, currentSlideNo } = useNav()
  const shown = () => clicksContext.value.isMounted && `${currentSlideNo.value} ${clicksContext.value.total}`
  // Components that come late count late.
  const tell = useDebounceFn(() => {
    if (shown())
      import.meta.hot!.send('deck:steps', { no: currentSlideNo.value, total: clicksContext.value.total })
  }, 300)
  watch(shown, tell, { immediate: true })
  // The same count may be that of another text.
  import.meta.hot!.on('deck:changed', tell)
}
