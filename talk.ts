/** What talk.yaml says, as components take it; the build holds it against talk.schema.ts. */
import type { infer as Of } from 'zod'
import type schema from './talk.schema'
import text from './talk.yaml'

export type Talk = Of<typeof schema>

export const talk = text as Talk
