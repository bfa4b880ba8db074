import { z } from 'zod'
import { codesOf } from '../vocabulary/code-list.ts'
import { QUOTA_CATEGORY_LIST } from '../vocabulary/establishment.ts'
import { DRAFT_STEP_TYPES, isDraftEvent, SERVICE_MODE_LIST, type DraftStepType } from '../vocabulary/reform.ts'
import { eventDocument, eventInput } from './events.ts'
import { categoryCode, requiredText, text, unitKind } from './shapes.ts'

/*
 * A step of a 改革方案. An event of a draft has the shape of that event without its day, which is the draft's; its document may be the
 * draft's too. What is not an event has a shape of its own here.
 */

/** A code by itself or by the name everybody uses: a file written by hand says 行政编制, 派驻. */
function named<C extends string>(
  list: Readonly<Record<C, { readonly title: string; readonly also?: readonly string[] }>>,
) {
  const known = new Map<unknown, string>(
    codesOf(list).flatMap((code) =>
      [list[code].title, ...(list[code].also ?? [])].map((word) => [word, code] as const),
    ),
  )
  return (given: unknown) => known.get(given) ?? given
}
const category = z.preprocess(named(QUOTA_CATEGORY_LIST), categoryCode)
const mode = z.preprocess(named(SERVICE_MODE_LIST), z.enum(codesOf(SERVICE_MODE_LIST)))

const common = {
  document: eventDocument.optional(),
  note: text.optional(),
  reason: text.optional(),
}
const amount = z.number().int().min(0).max(9999)

const ACTS = {
  'quota.recut': z.strictObject({ type: z.literal('quota.recut'), ...common, unit: requiredText, category, amount }),
  'unit.split': z.strictObject({
    type: z.literal('unit.split'),
    ...common,
    unit: requiredText,
    into: z
      .array(
        z.strictObject({
          name: requiredText,
          kind: unitKind,
          quotas: z.array(z.strictObject({ category, amount })).optional(),
          nameplates: z.array(requiredText).optional(),
          people: z.array(requiredText).optional(),
        }),
      )
      .min(1),
  }),
  'post.transfer': z.strictObject({
    type: z.literal('post.transfer'),
    ...common,
    unit: requiredText,
    post: requiredText,
    to: requiredText,
  }),
  'service.mode': z.strictObject({
    type: z.literal('service.mode'),
    ...common,
    unit: requiredText,
    service: requiredText,
    mode,
    provider: text.optional(),
  }),
} as const

/** The draft's own day and paper, in the place of which an event's schema is asked. */
const FRAME = { on: '2000-01-01', document: { number: '-' } }

/** One step: its type, and what that type asks for. */
export const reformStep = z
  .looseObject({ type: z.enum(DRAFT_STEP_TYPES) })
  .transform((step, context): { readonly type: DraftStepType } & Readonly<Record<string, unknown>> => {
    if ('on' in step) {
      context.addIssue({ code: 'custom', path: ['on'], message: '由方案的施行日定，步骤里不写日期' })
      return z.NEVER
    }
    const parsed = isDraftEvent(step.type)
      ? eventInput.safeParse({ ...FRAME, ...step })
      : ACTS[step.type].safeParse(step)
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        context.addIssue({ code: 'custom', path: issue.path, message: issue.message })
      return z.NEVER
    }
    const { on: _on, ...said } = parsed.data as Readonly<Record<string, unknown>> & { readonly type: DraftStepType }
    const { document, ...rest } = said
    return step['document'] === undefined ? rest : { ...rest, document }
  })
