import { z } from 'zod'
import { day, requiredText } from './shapes.ts'

/* Small parts that operations of several kinds take or answer. */

/** `believedOn`: as the book stood at the end of that day (replayed from the journal), whatever was learnt later. */
export const asOf = { asOf: day.optional(), believedOn: day.optional() }

export const nothing = z.strictObject({})

export const ok = z.object({ ok: z.literal(true) })

export const reason = requiredText
