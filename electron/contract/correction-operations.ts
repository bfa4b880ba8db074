import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { categoryCode, day, requiredText, retirementCategory, text, unitKind } from './shapes.ts'
import { reason } from './operation-parts.ts'

/* Setting right what the book says of people, units and quotas. */

export const CORRECTION_OPERATIONS = {
  'person.correct': {
    kind: 'command', title: '更正人员信息',
    input: z.strictObject({
      personId: z.string(), reason,
      changes: z.strictObject({
        name: requiredText.optional(), sex: z.enum(['男', '女']).nullable().optional(), idNumber: text.nullable().optional(), birth: text.nullable().optional(), ethnicity: text.nullable().optional(),
        workStarted: text.nullable().optional(), quotaCardNumber: text.nullable().optional(), politicalStatus: text.nullable().optional(), education: text.nullable().optional(), professionalTitle: text.nullable().optional(),
        entryDocumentNumber: text.nullable().optional(), enteredOn: text.nullable().optional(), entryRoute: text.nullable().optional(),
        /** 原法定退休年龄 as the organisation department has confirmed it. */
        retirementCategory: retirementCategory.nullable().optional(),
        categoryCode: categoryCode.optional(), remark: text.nullable().optional(),
      }),
    }),
    output: z.object({ seq: z.number() }),
  },
  /** Ends a 身份证号 dispute: the number is `ownerId`'s; the other gets their own number, or none until the original is seen. */
  'identity.settle': {
    kind: 'command', title: '身份证号争议处理',
    input: z.strictObject({ ownerId: z.string(), otherId: z.string(), otherIdNumber: text.nullable(), reason }),
    output: z.object({ seq: z.number() }),
  },
  'overQuota.choose': {
    kind: 'command', title: '指定超编人员',
    input: z.strictObject({ unitId: z.string(), category: categoryCode, personIds: z.array(z.string()), reason, effectiveOn: day.optional() }),
    output: z.object({ seq: z.number() }),
  },
  'unit.create': {
    kind: 'command', title: '设立机构',
    input: z.strictObject({ name: requiredText, kind: unitKind, nameplates: z.array(requiredText).optional(), managingBody: text.optional(), documentNumber: requiredText, effectiveOn: day }),
    output: z.object({ unitId: z.string(), seq: z.number() }),
  },
  /** Sets 核定编制 of a unit and category from a day on; the earlier entry ends that day and stays in the history. */
  'quota.set': {
    kind: 'command', title: '核定编制',
    input: z.strictObject({ unitId: z.string(), category: categoryCode, amount: z.number().int().min(0).max(9999), documentNumber: requiredText, effectiveOn: day, reason: text.optional() }),
    output: z.object({ seq: z.number() }),
  },
  'leadershipQuota.set': {
    kind: 'command', title: '核定领导职数',
    input: z.strictObject({ unitId: z.string(), amount: z.number().int().min(0).max(99), chief: z.number().int().min(0).nullable(), deputy: z.number().int().min(0).nullable(), documentNumber: requiredText, effectiveOn: day }),
    output: z.object({ seq: z.number() }),
  },
  /** Shows a full ID number. Changes nothing, yet is journalled: who looked, when, at whom. */
  'person.reveal': { kind: 'command', title: '查看完整身份证号', input: z.strictObject({ personId: z.string(), reason }), output: z.object({ idNumber: z.string().nullable(), disputedIdNumber: z.string().nullable() }) },
} as const satisfies OperationTable
