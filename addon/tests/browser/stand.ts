/** A test stands where a command would: in the deck's own folder. */
import { inject } from 'vitest'

process.chdir(inject('deckRoot'))
