import { z } from 'zod'
import { NOTICE_STAGES } from '../vocabulary/notices.ts'
import { POST_STATES } from '../vocabulary/standing.ts'
import { asOf } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day } from './shapes.ts'

/* What one box can find: everything of the book that has a name or a number, once, so that no key stroke asks again. */

export const FIND_OPERATIONS = {
  'find.index': {
    kind: 'query',
    title: '查找目录',
    input: z.strictObject({ ...asOf }),
    output: z.object({
      asOf: day,
      people: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          /** Where they are, or were last; '' where nobody knows. */
          unit: z.string(),
          post: z.string(),
          /** 行政编制, 借入, 自聘…: as what. */
          standing: z.string(),
          /** Last four of the ID number, all of it that a list may show; null without one. */
          idTail: z.string().nullable(),
          /** The first day they were no longer here; null for whoever is here or is still to come. */
          leftOn: day.nullable(),
          /** The day they come; null for whoever is or was here. */
          comesOn: day.nullable(),
        }),
      ),
      units: z.array(
        z.object({
          unitId: z.string(),
          name: z.string(),
          /** Names it bore before and 加挂牌子. */
          also: z.array(z.string()),
          /** Abolished or merged on; null for a unit that goes on. */
          endedOn: day.nullable(),
        }),
      ),
      posts: z.array(
        z.object({
          postId: z.string(),
          title: z.string(),
          unit: z.string(),
          state: z.enum(POST_STATES),
          holder: z.string().nullable(),
        }),
      ),
      documents: z.array(
        z.object({
          documentId: z.string(),
          number: z.string(),
          title: z.string().nullable(),
          issuer: z.string().nullable(),
          issuedOn: day.nullable(),
        }),
      ),
      notices: z.array(
        z.object({ noticeId: z.string(), number: z.string(), postedOn: day, stage: z.enum(NOTICE_STAGES) }),
      ),
    }),
  },
} as const satisfies OperationTable
