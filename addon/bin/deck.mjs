#!/usr/bin/env node
/** Node 20 runs no TypeScript by itself: tsx does, in this package and in the deck's own schema files. */
import { register } from 'tsx/esm/api'

register()
await import('../cli/deck.ts')
