import { ref } from 'vue'

/** Whether the sheet of keys is open; the navigation bar holds it. */
export const keySheetOpen = ref(false)
