import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { fieldsKept, propertyOf, TYPED_FIELDS, type FactsOf } from '../vocabulary/person-fields.ts'
import { categoryCode, day, requiredText, sex, text } from './shapes.ts'
import { nothing, reason } from './operation-parts.ts'

/* Setting right what the book says of people. Units and quotas change by events. */

/** What a correction may say of each field that is kept, by its property: as typed; the core reads it as the import does. */
type ChangedFacts = Omit<FactsOf<'person' | 'version' | 'holding' | 'file' | 'grade'>, 'name' | 'sex' | 'category'>
const factShapes = Object.fromEntries(
  fieldsKept('person', 'version', 'holding', 'file', 'grade').map((field) => [
    propertyOf(field),
    text.nullable().optional(),
  ]),
) as unknown as { readonly [K in keyof ChangedFacts]: z.ZodOptional<z.ZodNullable<typeof text>> }

const personChanges = z.strictObject({
  ...factShapes,
  name: requiredText.optional(),
  sex: sex.nullable().optional(),
  categoryCode: categoryCode.optional(),
  /** 职务（岗位）: what the post they sit in is called, where it was registered wrongly. Another post is an event. */
  post: requiredText.optional(),
})

export const CORRECTION_OPERATIONS = {
  'person.correct': {
    kind: 'command',
    title: '更正人员信息',
    input: z.strictObject({
      personId: z.string(),
      reason,
      changes: personChanges,
    }),
    output: z.object({ seq: z.number() }),
  },
  /**
   * Cells typed over in the sheet, for any number of people, as one entry: what can be read is taken in, every other cell comes back with why.
   * `seq` null: nothing differed from what is on record, and nothing was written.
   */
  'people.correct': {
    kind: 'command',
    title: '在花名册里修改',
    input: z.strictObject({
      rows: z.array(z.strictObject({ personId: z.string(), fields: z.partialRecord(z.enum(TYPED_FIELDS), text) })),
      reason: text.optional(),
    }),
    output: z.object({
      seq: z.number().nullable(),
      people: z.number(),
      cells: z.number(),
      refused: z.array(z.object({ personId: z.string(), field: z.string(), problem: z.string() })),
    }),
  },
  /** Ends a 身份证号 dispute: the number is `ownerId`'s; the other gets their own number, or none until the original is seen. */
  'identity.settle': {
    kind: 'command',
    title: '身份证号争议处理',
    input: z.strictObject({ ownerId: z.string(), otherId: z.string(), otherIdNumber: text.nullable(), reason }),
    output: z.object({ seq: z.number() }),
  },
  'overQuota.choose': {
    kind: 'command',
    title: '指定超编人员',
    input: z.strictObject({
      unitId: z.string(),
      category: categoryCode,
      personIds: z.array(z.string()),
      reason,
      effectiveOn: day.optional(),
    }),
    output: z.object({ seq: z.number() }),
  },
  /** Shows a full ID number. Changes nothing, yet is journalled: who looked, when, at whom. */
  'person.reveal': {
    kind: 'command',
    title: '查看完整身份证号',
    input: z.strictObject({ personId: z.string(), reason }),
    output: z.object({ idNumber: z.string().nullable(), disputedIdNumber: z.string().nullable() }),
  },
  /** Who has left and is still named in the book, those who left last first. */
  'person.erasable': {
    kind: 'query',
    title: '离开人员',
    input: nothing,
    output: z.object({
      people: z.array(z.object({ personId: z.string(), name: z.string(), left: day, unit: z.string() })),
      /** Copies beside the book: they hold what was in it when they were made. */
      copies: z.number(),
    }),
  },
  /** 清除个人信息 of somebody who has left. Never taken back. `name`: theirs, typed once more. */
  'person.erase': {
    kind: 'command',
    title: '清除个人信息',
    input: z.strictObject({ personId: z.string(), name: requiredText, reason }),
    output: z.object({
      /** What they are called from now on. */
      name: z.string(),
      /** Details of the journal whose images were erased. */
      details: z.number(),
      records: z.number(),
      files: z.number(),
      /** Where the name or the number still stands: texts of others, notices that were posted. */
      remains: z.array(z.object({ where: z.string(), times: z.number() })),
      copies: z.number(),
      seq: z.number(),
    }),
  },
} as const satisfies OperationTable
