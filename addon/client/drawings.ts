/** Drawings from window to window, where the talk's place goes its own way (sync.ts). */
import { addSyncMethod, disableBuiltinSync } from '@slidev/client/state/syncState.ts'

/** Slidev's own method then only receives; what it would send of a drawing, this one sends. To be called before Slidev starts either. */
export function sendDrawingsOnly(): void {
  disableBuiltinSync()
  if (!__SLIDEV_FEATURE_DRAWINGS__)
    return
  addSyncMethod({
    init(key, _onUpdate, _state, persist) {
      if (key.endsWith(' - shared'))
        return undefined
      const channel = persist ? undefined : new BroadcastChannel(key)
      return (state, updating) => {
        if (updating)
          return
        if (channel)
          channel.postMessage(JSON.parse(JSON.stringify(state)))
        else
          localStorage.setItem(key, JSON.stringify(state))
      }
    },
  })
}
