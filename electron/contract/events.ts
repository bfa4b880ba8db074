import { z } from 'zod'
import { CATEGORY_TITLES, categoryCode as code, day, requiredText, text, unitKind } from './shapes.ts'

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
export const eventDocument = z.strictObject({ number: requiredText, title: text.optional(), issuer: text.optional(), issuedOn: day.optional() })

/** A person who comes from outside and is not in the book yet. */
export const newcomer = z.strictObject({
  name: requiredText,
  idNumber: text.optional(),
  sex: z.enum(['男', '女']).optional(),
  birth: text.optional(),
  ethnicity: text.optional(),
  politicalStatus: text.optional(),
  education: text.optional(),
  workStarted: text.optional(),
})

const common = {
  /** 生效日: a past one is a late entry (补录), a future one takes force on its day. */
  on: day,
  document: eventDocument.optional(),
  /** Papers seen (证明材料). */
  proofs: z.array(requiredText).optional(),
  note: text.optional(),
  /** Why: asked for when a rule is overridden, and when a past error is corrected. */
  reason: text.optional(),
}
const based = { ...common, document: eventDocument }
const seat = { unit: where, post: text.optional() }
/** 交接: two counted holders of one post for a while, only when it is asked for. */
const handover = z.enum(['overlap'])
const offQuotaKind = z.enum(['selfHired', 'agency', 'purchasedService', 'publicWelfare', 'temporary'])
const leadership = z.enum(['chief', 'deputy']).nullable()
const amount = z.number().int().min(1).max(9999)

export const eventInput = z.discriminatedUnion('type', [
  // 机构编制
  z.strictObject({ type: z.literal('quota.increase'), ...based, unit: where, category: categoryCode, by: amount }),
  z.strictObject({ type: z.literal('quota.decrease'), ...based, unit: where, category: categoryCode, by: amount }),
  z.strictObject({ type: z.literal('quota.transfer'), ...based, unit: where, to: where, category: categoryCode, by: amount }),
  z.strictObject({ type: z.literal('unit.establish'), ...based, name: requiredText, kind: unitKind, nameplates: z.array(requiredText).optional(), managingBody: text.optional(), quotas: z.array(z.strictObject({ category: categoryCode, amount: z.number().int().min(0) })).optional() }),
  z.strictObject({ type: z.literal('unit.rename'), ...based, unit: where, name: requiredText }),
  z.strictObject({ type: z.literal('unit.merge'), ...based, units: z.array(where).min(1), into: where, /** Set up new with this kind when `into` names no unit yet. */ kind: unitKind.optional() }),
  z.strictObject({ type: z.literal('unit.abolish'), ...based, unit: where }),
  z.strictObject({ type: z.literal('unit.reassign'), ...based, unit: where, managingBody: text }),
  z.strictObject({ type: z.literal('nameplate.hang'), ...based, unit: where, name: requiredText }),
  z.strictObject({ type: z.literal('nameplate.remove'), ...based, unit: where, name: requiredText }),
  z.strictObject({ type: z.literal('leadershipQuota.set'), ...based, unit: where, amount: z.number().int().min(0), chief: z.number().int().min(0).nullable(), deputy: z.number().int().min(0).nullable() }),
  z.strictObject({ type: z.literal('rankQuota.set'), ...based, unit: where, pool: requiredText, amount: z.number().int().min(0) }),
  z.strictObject({ type: z.literal('tolerance.set'), ...based, unit: where.optional(), category: categoryCode.optional(), amount: z.number().int().min(0).optional(), percent: z.number().int().min(0).max(100).optional(), until: day.optional() }),
  z.strictObject({ type: z.literal('offQuotaControl.set'), ...based, kind: offQuotaKind, amount: z.number().int().min(0) }),
  // 岗位
  z.strictObject({ type: z.literal('post.plan'), ...common, unit: where, post: requiredText, leadership: leadership.optional() }),
  z.strictObject({ type: z.literal('post.freeze'), ...common, ...seat, post: requiredText }),
  z.strictObject({ type: z.literal('post.unfreeze'), ...common, ...seat, post: requiredText }),
  z.strictObject({ type: z.literal('post.abolish'), ...common, ...seat, post: requiredText }),
  // 人员
  z.strictObject({ type: z.literal('approval.grant'), ...common, unit: where, category: categoryCode, count: amount, number: requiredText, expiresOn: day.optional(), person: who.optional() }),
  z.strictObject({ type: z.literal('approval.cancel'), ...common, number: requiredText }),
  /** 入编. `arrivesOn` null: not there yet, the seat stays reserved until 到位 is registered; not said: the day itself. */
  z.strictObject({ type: z.literal('entry'), ...common, person: z.union([who, newcomer]), unit: where, post: requiredText, category: categoryCode, cause: requiredText, approval: text.optional(), arrivesOn: day.nullable().optional(), leadership: leadership.optional(), occupiedRank: text.optional(), handover: handover.optional(), /** Over quota on purpose: when it is planned to end. */ overUntil: day.optional() }),
  z.strictObject({ type: z.literal('arrival'), ...common, person: who, post: requiredText }),
  z.strictObject({ type: z.literal('move'), ...common, person: who, unit: where, post: requiredText, category: categoryCode.optional(), leadership: leadership.optional(), handover: handover.optional(), overUntil: day.optional() }),
  z.strictObject({ type: z.literal('appoint'), ...common, person: who, post: requiredText, unit: where.optional(), leadership: leadership.optional() }),
  z.strictObject({ type: z.literal('dismiss'), ...common, person: who, post: text.optional(), newPost: text.optional() }),
  z.strictObject({ type: z.literal('rank.promote'), ...common, person: who, rank: requiredText, occupiedRank: text.optional() }),
  z.strictObject({ type: z.literal('concurrent.begin'), ...common, person: who, unit: where, post: requiredText }),
  z.strictObject({ type: z.literal('concurrent.end'), ...common, person: who, unit: where, post: requiredText }),
  z.strictObject({ type: z.literal('secondment.out'), ...common, person: who, to: requiredText, until: day.optional() }),
  z.strictObject({ type: z.literal('secondment.in'), ...common, person: z.union([who, newcomer]), ...seat, from: requiredText, until: day.optional() }),
  z.strictObject({ type: z.literal('attachment.in'), ...common, person: z.union([who, newcomer]), ...seat, from: requiredText, until: day.optional() }),
  z.strictObject({ type: z.literal('attachment.out'), ...common, person: who, to: requiredText, until: day.optional() }),
  z.strictObject({ type: z.literal('term.renew'), ...common, person: who, until: day }),
  z.strictObject({ type: z.literal('term.end'), ...common, person: who }),
  z.strictObject({ type: z.literal('absence.begin'), ...common, person: who, kind: z.enum(['sickLeave', 'study', 'offPost', 'suspended']), until: day.optional() }),
  z.strictObject({ type: z.literal('absence.end'), ...common, person: who }),
  z.strictObject({ type: z.literal('exit'), ...common, person: who, cause: requiredText }),
  z.strictObject({ type: z.literal('restore'), ...common, person: who, unit: where, post: requiredText, category: categoryCode }),
  z.strictObject({ type: z.literal('batch.transfer'), ...common, people: z.array(who).min(1), unit: where, category: categoryCode.optional() }),
  // 编外
  z.strictObject({ type: z.literal('offQuota.begin'), ...common, person: z.union([who, newcomer]), ...seat, kind: offQuotaKind }),
  z.strictObject({ type: z.literal('offQuota.end'), ...common, person: who }),
  z.strictObject({ type: z.literal('runOff.plan'), ...common, kind: offQuotaKind, year: z.number().int().min(2000).max(2100), amount: z.number().int().min(0) }),
])
export type EventInput = z.infer<typeof eventInput>
export type EventType = EventInput['type']
/** The event of one type. */
export type EventOf<T extends EventType> = Extract<EventInput, { readonly type: T }>

export const EVENT_TITLES: Readonly<Record<EventType, string>> = {
  'quota.increase': '核增编制', 'quota.decrease': '核减编制', 'quota.transfer': '调剂编制',
  'unit.establish': '设立机构', 'unit.rename': '机构更名', 'unit.merge': '机构合并', 'unit.abolish': '撤销机构', 'unit.reassign': '机构划转', 'nameplate.hang': '加挂牌子', 'nameplate.remove': '摘牌',
  'leadershipQuota.set': '核定领导职数', 'rankQuota.set': '核定职级职数', 'tolerance.set': '允许溢出', 'offQuotaControl.set': '编外控制数',
  'post.plan': '拟设岗位', 'post.freeze': '冻结岗位', 'post.unfreeze': '解冻岗位', 'post.abolish': '撤销岗位',
  'approval.grant': '用编核准', 'approval.cancel': '撤回用编核准', entry: '入编', arrival: '到位', move: '内部调整', appoint: '任职', dismiss: '免职', 'rank.promote': '职级晋升',
  'concurrent.begin': '兼任', 'concurrent.end': '免去兼任', 'secondment.out': '借出', 'secondment.in': '借入', 'attachment.in': '挂职（来）', 'attachment.out': '挂职（去）', 'term.renew': '期限续延', 'term.end': '借用挂职期满返回',
  'absence.begin': '离岗登记', 'absence.end': '返岗', exit: '出编', restore: '恢复入编', 'batch.transfer': '整建制转移',
  'offQuota.begin': '编外用工', 'offQuota.end': '编外退出', 'runOff.plan': '逐步消化计划',
}

/** 进入方式 ZB77 (township part), with what 事业单位 add. Source: 全国公务员管理信息系统 code table ZB77. */
export const ENTRY_CAUSES: Readonly<Record<string, string>> = {
  '11': '从实施公务员法机关调入', '12': '从参照群团调入', '13': '从参照事业单位调入', '14': '从其他事业单位调任', '15': '从国有企业调任', '21': '考试录用应届毕业生', '22': '从机关和参照单位录用', '23': '从其他事业单位录用', '24': '从企业录用',
  '26': '从服务基层项目人员录用', '27': '从农民（村干部）录用', '29': '其他录用', '31': '整建制转入', '36': '军转干部安置', '37': '选举登记', '5': '聘任', '6': '其他增加', G1: '公开招聘', G2: '政策性安置', G3: '调入',
}
/** 退出原因 ZB78, with what 事业单位 add, and the papers each needs (滕州市机构编制委员会办公室 2013 通知). */
export const EXIT_CAUSES: Readonly<Record<string, { readonly title: string; readonly proofs: readonly string[] }>> = {
  '11': { title: '调往公务员法机关', proofs: ['调动证明'] }, '12': { title: '调往参照群团', proofs: ['调动证明'] }, '13': { title: '调往参照事业单位', proofs: ['调动证明'] }, '14': { title: '调往其他事业单位', proofs: ['调动证明'] }, '15': { title: '调往国有企业', proofs: ['调动证明'] },
  '21': { title: '整建制转出', proofs: ['机构编制批文'] }, '31': { title: '离（退）休', proofs: ['退休审批表'] }, '32': { title: '辞去公职', proofs: ['辞职申请', '单位研究意见'] }, '33': { title: '辞退', proofs: ['主管部门或单位文件'] }, '34': { title: '开除', proofs: ['主管部门或单位文件'] },
  '35': { title: '死亡', proofs: ['死亡证明'] }, '36': { title: '因选举退出登记', proofs: ['选举结果文件'] }, '37': { title: '其他退出', proofs: [] }, G1: { title: '解聘或终止合同', proofs: ['解除或终止聘用合同文件'] },
}
