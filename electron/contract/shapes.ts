import { z } from 'zod'

// Schema problems are read by the clerk: zod's own sentences in Chinese, wherever a schema does not bring one.
// `jitless`: zod otherwise tries `new Function` once, which the page's content security policy forbids and reports.
z.config({ ...z.locales.zhCN(), jitless: true })

/* Shapes that several operations share. Everything that crosses a door is plain JSON. */

/** A real calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date('应写成 2026-11-22')
export const text = z.string().trim().max(500)
export const requiredText = text.min(1, '不能为空')

export const rosterList = z.enum(['in-quota', 'over-quota', 'non-compliant', 'off-quota', 'seconded'])
export type RosterListName = z.infer<typeof rosterList>
export const ROSTER_LIST_TITLES: Readonly<Record<RosterListName, string>> = {
  'in-quota': '在编名单',
  'over-quota': '超编名单',
  'non-compliant': '不合规名单',
  'off-quota': '编外名单',
  seconded: '借入挂职名单',
}

export const categoryCode = z.enum(['administrative', 'politicalLegal', 'discipline', 'worker', 'institutionCivilService', 'institution', 'institutionFull', 'institutionPartial', 'institutionSelf', 'other'])
export type CategoryCode = z.infer<typeof categoryCode>
export const CATEGORY_TITLES: Readonly<Record<CategoryCode, string>> = {
  administrative: '行政编制',
  politicalLegal: '政法专项编制',
  discipline: '纪检监察行政编制',
  worker: '机关工勤编制',
  institutionCivilService: '事业编制（参公）',
  institution: '事业编制',
  institutionFull: '事业编制（全额拨款）',
  institutionPartial: '事业编制（差额补贴）',
  institutionSelf: '事业编制（自收自支）',
  other: '其他编制',
}

export const retirementCategory = z.enum(['male60', 'female55', 'female50'])
export type RetirementCategoryCode = z.infer<typeof retirementCategory>
export const RETIREMENT_CATEGORY_TITLES: Readonly<Record<RetirementCategoryCode, string>> = { male60: '原 60 周岁', female55: '原 55 周岁', female50: '原 50 周岁' }

export const unitKind = z.enum(['township', 'leadership', 'office', 'institution', 'armedForces', 'discipline', 'special', 'other'])
export type UnitKindCode = z.infer<typeof unitKind>
export const UNIT_KIND_TITLES: Readonly<Record<UnitKindCode, string>> = {
  township: '乡镇',
  leadership: '领导班子',
  office: '内设机构',
  institution: '事业单位',
  armedForces: '人民武装部',
  discipline: '纪委',
  special: '专项',
  other: '其他',
}

export const severity = z.enum(['error', 'warning', 'info'])
export type SeverityCode = z.infer<typeof severity>
export const SEVERITY_TITLES: Readonly<Record<SeverityCode, string>> = { error: '违规', warning: '待查', info: '提示' }
export const effect = z.enum(['eligibility', 'overQuota', 'evidence', 'data', 'none'])

export const ruleSource = z.object({
  document: z.string(),
  documentNumber: z.string().nullable(),
  article: z.string().nullable(),
  clause: z.string(),
  inForceFrom: z.string().nullable(),
})

export const finding = z.object({
  rule: z.string(),
  title: z.string(),
  severity,
  effect,
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
  personId: z.string().nullable(),
  person: z.string().nullable(),
  text: z.string(),
  remedy: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  source: ruleSource,
})
export type FindingView = z.infer<typeof finding>

export const figureLine = z.object({
  unitId: z.string(),
  unit: z.string(),
  unitKind,
  category: z.string(),
  categoryCode,
  quota: z.number(),
  actual: z.number(),
  reserved: z.number(),
  vacancy: z.number(),
  over: z.number(),
  /** 允许溢出: seats allowed above the quota for a time; `over` stays the true number. */
  tolerance: z.number(),
  /** Names of the counted people in roster order, and where each stands: what the seats are drawn from. */
  seats: z.array(z.object({ personId: z.string(), name: z.string(), list: rosterList, secondedOut: z.boolean() })),
})
export type FigureLineView = z.infer<typeof figureLine>

const leadershipPart = z.object({ quota: z.number().nullable(), actual: z.number() })
export const figures = z.object({
  asOf: day,
  lines: z.array(figureLine),
  totals: z.array(z.object({
    category: z.string(),
    categoryCode,
    ceiling: z.number().nullable(),
    quota: z.number(),
    actual: z.number(),
    reserved: z.number(),
    vacancy: z.number(),
    over: z.number(),
  })),
  /** 混编: people whose 编制 the unit's nature forbids; counted against no quota. */
  misplaced: z.array(z.object({ unitId: z.string(), unit: z.string(), category: z.string(), categoryCode, people: z.array(z.object({ personId: z.string(), name: z.string() })) })),
  /** 职级职数, one a pool; `retained` 保留待遇: enjoyed outside the count. */
  ranks: z.array(z.object({ unit: z.string(), pool: z.string(), documentNumber: z.string(), quota: z.number(), actual: z.number(), vacancy: z.number(), over: z.number(), people: z.array(z.string()), retained: z.array(z.string()) })),
  leadership: z.object({ quota: z.number(), actual: z.number(), vacancy: z.number(), over: z.number(), chief: leadershipPart, deputy: leadershipPart }),
})
export type FiguresView = z.infer<typeof figures>

/** One person as the roster shows them. ID numbers are masked here, in the core. */
export const rosterPerson = z.object({
  personId: z.string(),
  name: z.string(),
  unitId: z.string().nullable(),
  unit: z.string(),
  unitKind: unitKind.nullable(),
  post: z.string(),
  /** 编制类型 or, for 编外 and 借入 people, what they are instead. */
  category: z.string(),
  categoryCode: categoryCode.nullable(),
  list: rosterList,
  /** 在编 · 借出 · 超编 · 不合规 · 编外 · 借入 · 挂职 */
  status: z.string(),
  why: z.string().nullable(),
  sex: z.string().nullable(),
  birth: z.string().nullable(),
  idNumberMasked: z.string().nullable(),
  politicalStatus: z.string().nullable(),
  education: z.string().nullable(),
  professionalTitle: z.string().nullable(),
  enteredOn: z.string().nullable(),
  entryRoute: z.string().nullable(),
  entryDocumentNumber: z.string().nullable(),
  concurrent: z.array(z.object({ unit: z.string(), post: z.string() })),
  secondedTo: z.string().nullable(),
  remark: z.string().nullable(),
  flags: z.array(z.object({ rule: z.string(), severity, effect, text: z.string() })),
})
export type RosterPersonView = z.infer<typeof rosterPerson>

export const refusedRow = z.object({ sheet: z.string(), row: z.number(), column: z.string(), code: z.string(), message: z.string() })
export const repairedCell = z.object({ sheet: z.string(), row: z.number(), column: z.string(), from: z.string(), to: z.string(), message: z.string() })

export const journalEntry = z.object({
  seq: z.number(),
  recordedAt: z.string(),
  actor: z.string(),
  operation: z.string(),
  title: z.string(),
  effectiveOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  summary: z.string(),
  changes: z.number(),
  hash: z.string(),
})
export type JournalEntryView = z.infer<typeof journalEntry>
