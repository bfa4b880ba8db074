import type { LeadershipQuotaEntry, QuotaEntry } from '../../model/quota.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../model/quota-category.ts'
import { natureOfUnit, type Unit } from '../../model/unit.ts'
import { sum } from '../../report/sheet-rows.ts'
import { approvedTotals } from '../../quota/covered-categories.ts'
import type { Form, FormFacts } from '../form.ts'
import { columnsOf, row, tableContent, type FormHeading, type FormLine, type FormValue } from '../form-table.ts'
import { categoryText, formUnits, unitName } from '../form-words.ts'

const number = (title: string, width = 40) => ({ title, width })
const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 30, ordinal: true },
  { title: '机构名称', width: 104 },
  { title: '批准文号', width: 92 },
  { title: '日期', width: 56 },
  number('编制数', 36),
  {
    title: '编制类别',
    columns: [
      number('行政编制', 36),
      number('政法专项编制'),
      number('纪检监察行政编制', 44),
      number('机关工勤人员编制', 44),
      number('机关使用事业编制', 44),
    ],
  },
  { title: '经费形式', columns: [number('全额拨款', 36), number('差额补贴', 36), number('经费自理', 36)] },
  { title: '事业编制结构', columns: [number('管理人员', 36), number('专业技术人员', 44), number('工勤人员', 36)] },
  { title: '领导职数', columns: [number('正', 28), number('副', 28)] },
  { title: '内设机构数', width: 38 },
  { title: '备注', width: 96, style: 'tableText' },
]
const PAGE = { paper: 'A3', orientation: 'landscape' } as const

/**
 * Township subset of the three 编制核定表. 事业编制 that its document does not divide by 经费形式 counts in 编制数 alone and is named in 备注;
 * the structure by 管理, 专业技术, 工勤 is approved with the posts and not on record, so its columns are left for the bureau.
 */
export const quotaApprovalForm: Form = {
  id: 'quota-approval',
  title: '编制核定表',
  about: '每个机构按哪份文件核定了多少编制和职数',
  due: '编办核定编制时、年审时',
  span: 'day',
  subject: null,
  idNumbers: false,
  measure: '名',
  page: PAGE,
  content: (facts) =>
    tableContent(
      PAGE,
      HEADINGS,
      [...formUnits(facts).map((unit, place) => unitRow(facts, unit, place + 1)), total(facts)],
      notes(facts),
    ),
}

const CLASSES: readonly QuotaCategory[] = ['administrative', 'politicalLegal', 'discipline', 'worker']
const FUNDED: readonly QuotaCategory[] = ['institutionFull', 'institutionPartial', 'institutionSelf']
const UNDIVIDED: readonly QuotaCategory[] = ['institution', 'institutionCivilService']

function unitRow(facts: FormFacts, unit: Unit, place: number): FormLine {
  const entries = facts.snapshot.quotas.filter((entry) => entry.unitId === unit.id && entry.role === 'allocation')
  const leadership = facts.snapshot.leadershipQuotas.find((entry) => entry.unitId === unit.id)
  const amount = (categories: readonly QuotaCategory[]): FormValue => {
    const own = entries.filter((entry) => categories.includes(entry.category))
    return own.length === 0 ? null : sum(own.map((entry) => entry.amount))
  }
  const organ = natureOfUnit(unit.kind) === 'organ'
  const offices = facts.snapshot.units.filter((other) => other.parentId === unit.id).length
  return row(
    place,
    unit.name,
    documents(entries, leadership).join('、'),
    approvalDays(facts, entries),
    sum(entries.map((entry) => entry.amount)),
    ...CLASSES.map((category) => amount([category])),
    organ ? amount([...UNDIVIDED, ...FUNDED]) : null,
    ...FUNDED.map((category) => amount([category])),
    null,
    null,
    null,
    leadership?.chief ?? null,
    leadership?.deputy ?? null,
    offices === 0 ? null : offices,
    remark(facts, unit, { entries, leadership, organ }),
  )
}

function documents(entries: readonly QuotaEntry[], leadership: LeadershipQuotaEntry | undefined): readonly string[] {
  return [
    ...new Set([
      ...entries.map((entry) => entry.documentNumber),
      ...(leadership === undefined ? [] : [leadership.documentNumber]),
    ]),
  ].filter((text) => text !== '')
}

/** The day the document was issued where that is known, else the day it took effect. */
function approvalDays(facts: FormFacts, entries: readonly QuotaEntry[]): string {
  return [
    ...new Set(
      entries.map((entry) => facts.ledger.documentByNumber(entry.documentNumber)?.issued_on ?? entry.validFrom),
    ),
  ]
    .toSorted()
    .join('、')
}

interface UnitParts {
  readonly entries: readonly QuotaEntry[]
  readonly leadership: LeadershipQuotaEntry | undefined
  readonly organ: boolean
}

function remark(facts: FormFacts, unit: Unit, { entries, leadership, organ }: UnitParts): string {
  const undivided = organ ? [] : entries.filter((entry) => UNDIVIDED.includes(entry.category) && entry.amount > 0)
  const other = entries.filter((entry) => entry.category === 'other' && entry.amount > 0)
  return [
    ...(unit.nameplates.length === 0 ? [] : [`加挂${unit.nameplates.join('、')}牌子`]),
    ...(undivided.length === 0
      ? []
      : [
          `${undivided.map(({ category, amount }) => `${QUOTA_CATEGORY_NAMES[category]} ${amount} 名`).join('、')}未分经费形式`,
        ]),
    ...(other.length === 0 ? [] : [`其他编制 ${sum(other.map((entry) => entry.amount))} 名`]),
    ...(leadership !== undefined && leadership.chief === null ? [`领导职数 ${leadership.amount} 名未分正副`] : []),
    ...(unit.managingBody === null || unit.managingBody === unitName(facts, unit.parentId)
      ? []
      : [`人财物归${unit.managingBody}`]),
  ].join('；')
}

/** 内设机构 are counted, not summed: they hang under the township, which has no row. */
function total(facts: FormFacts): FormLine {
  const offices = facts.snapshot.units.filter((unit) => unit.kind === 'office').length
  return {
    kind: 'total',
    values: columnsOf(HEADINGS).map(({ title }) =>
      title === '机构名称' ? '总计' : title === '内设机构数' ? offices : null,
    ),
  }
}

function notes({ figures }: FormFacts): readonly string[] {
  return approvedTotals(figures)
    .filter((line) => line.approved !== line.allotted)
    .map((line) => `${categoryText(line.category)}核定总数 ${line.approved} 名，已分配 ${line.allotted} 名。`)
}
