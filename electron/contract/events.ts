import { z } from 'zod'
import { OFF_QUOTA_END_CAUSES, OFF_QUOTA_END_NAMES } from '../vocabulary/causes.ts'
import type { EventType } from '../vocabulary/events.ts'
import { fieldsKept, propertyOf, type FactsOf } from '../vocabulary/person-fields.ts'
import { LEADERSHIP_ROLES } from '../vocabulary/establishment.ts'
import { RETIREMENT_ARRANGEMENT_KINDS } from '../vocabulary/retirement.ts'
import { ABSENCE_KINDS, OFF_QUOTA_KINDS } from '../vocabulary/standing.ts'
import { CATEGORY_TITLES, categoryCode as code, day, requiredText, sex, text, unitKind } from './shapes.ts'

/*
 * What can happen to a township's establishment, one schema an event. A person, unit or post is named the way the caller knows it:
 * by its id, or by name (for a person also by ID number); a name that means two is refused with the choices.
 */

/** A category by its code, or by the name everybody uses: a file written by hand says 行政编制. */
const CODES = new Map<unknown, string>(Object.entries(CATEGORY_TITLES).map(([key, title]) => [title, key]))
const categoryCode = z.preprocess((given) => CODES.get(given) ?? given, code)

const who = requiredText.describe('人员')
const where = requiredText.describe('机构')

/** 依据文件: what authorises the change. */
export const eventDocument = z.strictObject({
  number: requiredText,
  title: text.optional(),
  issuer: text.optional(),
  issuedOn: day.optional(),
})

/** A person who comes from outside and is not in the book yet. */
type NewcomerFacts = Omit<FactsOf<'person' | 'version' | 'file'>, 'name' | 'sex'>
const newcomerFacts = Object.fromEntries(
  fieldsKept('person', 'version', 'file').map((field) => [propertyOf(field), text.optional()]),
) as unknown as { readonly [K in keyof NewcomerFacts]: z.ZodOptional<typeof text> }
export const newcomer = z.strictObject({ ...newcomerFacts, name: requiredText, sex: sex.optional() })

const common = {
  /** 生效日: a past one is a late entry (补录), a future one takes force on its day. */
  on: day,
  document: eventDocument.optional(),
  /** Papers seen (证明材料). */
  proofs: z.array(requiredText).optional(),
  note: text.optional(),
  /** Why: asked for when a rule is overridden, and when a past error is corrected. */
  reason: text.optional(),
  /** Who stands as over where the event brings a line over its quota (`newcomer`: whoever it brings); not said: the order holds. */
  standsOver: z.array(requiredText).optional(),
}
const based = { ...common, document: eventDocument }
/** `YYYY-MM`. */
/** As it is written: 2027-03, 2027.3, 2027年3月; read where names become ids. */
const month = z.string().trim().min(1, '请写年月，如 2027-03').max(40)
const seat = { unit: where, post: text.optional() }
/** Of a title that is held: 接替 ends the present holder's, 交接 lets both hold it through a last day. Neither happens unasked. */
const handover = {
  handover: z.enum(['overlap', 'succeed']).optional(),
  handoverUntil: day.optional(),
}
const offQuotaKind = z.enum(OFF_QUOTA_KINDS)
/** By its code or its name. */
const END_CODES = new Map<unknown, string>(Object.entries(OFF_QUOTA_END_NAMES).map(([key, title]) => [title, key]))
const offQuotaEnd = z.preprocess((given) => END_CODES.get(given) ?? given, z.enum(OFF_QUOTA_END_CAUSES))
const leadership = z.enum(LEADERSHIP_ROLES).nullable()
const amount = z.number().int().min(1).max(9999)

export const eventInput = z.discriminatedUnion('type', [
  // 机构编制
  z.strictObject({ type: z.literal('quota.increase'), ...based, unit: where, category: categoryCode, by: amount }),
  z.strictObject({ type: z.literal('quota.decrease'), ...based, unit: where, category: categoryCode, by: amount }),
  z.strictObject({
    type: z.literal('quota.transfer'),
    ...based,
    unit: where,
    to: where,
    category: categoryCode,
    by: amount,
  }),
  z.strictObject({
    type: z.literal('unit.establish'),
    ...based,
    name: requiredText,
    kind: unitKind,
    nameplates: z.array(requiredText).optional(),
    managingBody: text.optional(),
    quotas: z.array(z.strictObject({ category: categoryCode, amount: z.number().int().min(0) })).optional(),
  }),
  z.strictObject({ type: z.literal('unit.rename'), ...based, unit: where, name: requiredText }),
  z.strictObject({
    type: z.literal('unit.merge'),
    ...based,
    units: z.array(where).min(1),
    into: where,
    /** Set up new with this kind when `into` names no unit yet. */ kind: unitKind.optional(),
  }),
  z.strictObject({ type: z.literal('unit.abolish'), ...based, unit: where }),
  z.strictObject({ type: z.literal('unit.reassign'), ...based, unit: where, managingBody: text }),
  z.strictObject({ type: z.literal('nameplate.hang'), ...based, unit: where, name: requiredText }),
  z.strictObject({ type: z.literal('nameplate.remove'), ...based, unit: where, name: requiredText }),
  z.strictObject({
    type: z.literal('leadershipQuota.set'),
    ...based,
    unit: where,
    amount: z.number().int().min(0),
    chief: z.number().int().min(0).nullable(),
    deputy: z.number().int().min(0).nullable(),
  }),
  z.strictObject({
    type: z.literal('rankQuota.set'),
    ...based,
    unit: where,
    pool: requiredText,
    amount: z.number().int().min(0),
  }),
  z.strictObject({
    type: z.literal('tolerance.set'),
    ...based,
    unit: where.optional(),
    category: categoryCode.optional(),
    amount: z.number().int().min(0).optional(),
    percent: z.number().int().min(0).max(100).optional(),
    until: day.optional(),
  }),
  z.strictObject({
    type: z.literal('offQuotaControl.set'),
    ...based,
    kind: offQuotaKind,
    amount: z.number().int().min(0),
  }),
  // 岗位
  z.strictObject({
    type: z.literal('post.plan'),
    ...common,
    unit: where,
    post: requiredText,
    leadership: leadership.optional(),
  }),
  z.strictObject({ type: z.literal('post.freeze'), ...common, ...seat, post: requiredText }),
  z.strictObject({ type: z.literal('post.unfreeze'), ...common, ...seat, post: requiredText }),
  z.strictObject({ type: z.literal('post.abolish'), ...common, ...seat, post: requiredText }),
  // 人员
  z.strictObject({
    type: z.literal('approval.grant'),
    ...common,
    unit: where,
    category: categoryCode,
    count: amount,
    number: requiredText,
    expiresOn: day.optional(),
    person: who.optional(),
  }),
  z.strictObject({ type: z.literal('approval.cancel'), ...common, number: requiredText }),
  /** 入编. `arrivesOn` null: not there yet, the seat stays reserved until 到位 is registered; not said: the day itself. */
  z.strictObject({
    type: z.literal('entry'),
    ...common,
    person: z.union([who, newcomer]),
    unit: where,
    post: requiredText,
    category: categoryCode,
    cause: requiredText,
    approval: text.optional(),
    arrivesOn: day.nullable().optional(),
    leadership: leadership.optional(),
    occupiedRank: text.optional(),
    ...handover,
    /** Over quota on purpose: when it is planned to end. */ overUntil: day.optional(),
  }),
  z.strictObject({ type: z.literal('arrival'), ...common, person: who, post: requiredText, ...handover }),
  z.strictObject({
    type: z.literal('move'),
    ...common,
    person: who,
    unit: where,
    post: requiredText,
    category: categoryCode.optional(),
    leadership: leadership.optional(),
    ...handover,
    overUntil: day.optional(),
  }),
  z.strictObject({
    type: z.literal('appoint'),
    ...common,
    person: who,
    post: requiredText,
    unit: where.optional(),
    leadership: leadership.optional(),
    ...handover,
  }),
  z.strictObject({
    type: z.literal('dismiss'),
    ...common,
    person: who,
    post: text.optional(),
    newPost: text.optional(),
  }),
  z.strictObject({
    type: z.literal('rank.promote'),
    ...common,
    person: who,
    rank: requiredText,
    occupiedRank: text.optional(),
  }),
  z.strictObject({
    type: z.literal('concurrent.begin'),
    ...common,
    person: who,
    unit: where,
    post: requiredText,
    ...handover,
  }),
  z.strictObject({ type: z.literal('concurrent.end'), ...common, person: who, unit: where, post: requiredText }),
  z.strictObject({
    type: z.literal('secondment.out'),
    ...common,
    person: who,
    to: requiredText,
    until: day.optional(),
  }),
  z.strictObject({
    type: z.literal('secondment.in'),
    ...common,
    person: z.union([who, newcomer]),
    ...seat,
    from: requiredText,
    until: day.optional(),
  }),
  z.strictObject({
    type: z.literal('attachment.in'),
    ...common,
    person: z.union([who, newcomer]),
    ...seat,
    from: requiredText,
    until: day.optional(),
  }),
  z.strictObject({
    type: z.literal('attachment.out'),
    ...common,
    person: who,
    to: requiredText,
    until: day.optional(),
  }),
  z.strictObject({ type: z.literal('term.renew'), ...common, person: who, until: day }),
  z.strictObject({ type: z.literal('term.end'), ...common, person: who }),
  z.strictObject({
    type: z.literal('absence.begin'),
    ...common,
    person: who,
    kind: z.enum(ABSENCE_KINDS),
    until: day.optional(),
  }),
  z.strictObject({ type: z.literal('absence.end'), ...common, person: who }),
  /** 退休安排: the month agreed or approved instead of the statutory one; a later arrangement replaces an earlier from its day. */
  z.strictObject({
    type: z.literal('retirement.arrange'),
    ...based,
    person: who,
    kind: z.enum(RETIREMENT_ARRANGEMENT_KINDS),
    month,
  }),
  z.strictObject({ type: z.literal('exit'), ...common, person: who, cause: requiredText }),
  z.strictObject({
    type: z.literal('restore'),
    ...common,
    person: who,
    unit: where,
    post: requiredText,
    category: categoryCode,
    ...handover,
  }),
  z.strictObject({
    type: z.literal('batch.transfer'),
    ...common,
    people: z.array(who).min(1),
    unit: where,
    category: categoryCode.optional(),
  }),
  // 编外
  z.strictObject({
    type: z.literal('offQuota.begin'),
    ...common,
    person: z.union([who, newcomer]),
    ...seat,
    kind: offQuotaKind,
  }),
  /** 清退 among its causes, which says why in `note` or `reason`. */
  z.strictObject({ type: z.literal('offQuota.end'), ...common, person: who, cause: offQuotaEnd.optional() }),
  z.strictObject({
    type: z.literal('runOff.plan'),
    ...common,
    kind: offQuotaKind,
    year: z.number().int().min(2000).max(2100),
    amount: z.number().int().min(0),
  }),
])
export type EventInput = z.infer<typeof eventInput>
/** Compiles only while every type of the vocabulary has its shape here, and no other. */
export const EVERY_TYPE_HAS_ITS_SHAPE = true satisfies [EventType] extends [EventInput['type']]
  ? [EventInput['type']] extends [EventType]
    ? true
    : never
  : never
/** The event of one type. */
export type EventOf<T extends EventType> = Extract<EventInput, { readonly type: T }>

export { ENTRY_CAUSE_NAMES as ENTRY_CAUSES, EXIT_CAUSES } from '../vocabulary/causes.ts'
