/** Mounts the deck over its prerendered first slide once it knows what to draw: no blank frame between. */
import { defineAppSetup } from '@slidev/types'

export default defineAppSetup(({ router }) => router.isReady().catch(() => {}))
