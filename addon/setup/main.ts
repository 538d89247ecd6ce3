/** What waits before the app is mounted. */
import { defineAppSetup } from '@slidev/types'
import { takeOver } from '../client/take-over'

export default defineAppSetup(takeOver)
