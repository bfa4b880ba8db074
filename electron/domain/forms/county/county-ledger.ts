import { UNIT_KIND_NAMES } from '../../../vocabulary/establishment.ts'
import type { PackageLine, PackageParts, PackageUnit } from '../../county/package-content.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { sum } from '../../report/sheet-rows.ts'
import type { CountyForm, CountyFormFacts, TownshipBook } from '../county-form.ts'
import { sourceNotes } from '../county-words.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '机构', width: 130 },
  { title: '机构类别', width: 60 },
  { title: '编制类型', width: 74 },
  { title: '核定编制', width: 38 },
  { title: '批准文号', width: 120 },
  { title: '实有人数', width: 38 },
  { title: '已核准未到位', width: 44 },
  { title: '超编', width: 34 },
  { title: '空编', width: 34 },
  { title: '领导职数', columns: ['核定', '正', '副', '实配'].map((title) => ({ title, width: 30 })) },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 台账: every unit of every township with the papers its numbers rest on. */
export const countyLedgerForm: CountyForm = {
  id: 'county-ledger',
  title: '乡镇机构编制台账',
  about: '逐乡镇逐机构：编制、依据文号、实有、超编空编、领导职数；登记过编办台账数的一并对照',
  span: 'day',
  everyUnit: true,
  measure: '名、人',
  page: PAGE,
  content: (facts) => {
    const lines = ledgerLines(facts)
    return tableContent(
      PAGE,
      HEADINGS,
      lines.length === 0 ? [] : [...lines, { kind: 'total', values: ['总计'] }],
      sourceNotes(facts),
    )
  },
}

function ledgerLines(facts: CountyFormFacts): readonly FormLine[] {
  const lines: FormLine[] = []
  for (const book of facts.books()) {
    lines.push({ kind: 'section', text: headOf(book) })
    const { parts } = book.content
    for (const unit of parts.units.toSorted((left, right) => left.order - right.order))
      lines.push(...unitLines(unit, parts))
  }
  return lines
}

/** The township with its own sums, and where the bureau's ledger says another number. */
function headOf({ township, ledger }: TownshipBook): string {
  const all = (measure: 'quota' | 'actual' | 'over' | 'vacancy') => sum(township.sums.map((line) => line[measure]))
  const other = ledger.flatMap(({ category, amount }) => {
    const told = township.sums.find((line) => line.category === category)?.quota ?? 0
    return told === amount ? [] : [`${QUOTA_CATEGORY_NAMES[category]}编办台账 ${amount}，上报 ${told}`]
  })
  return [
    `${township.name}${township.code === null ? '' : `（${township.code}）`}　截至 ${township.asOf}`,
    `核定 ${all('quota')}，实有 ${all('actual')}，超编 ${all('over')}，空编 ${all('vacancy')}`,
    ...other,
  ].join('　')
}

/** A row a category; the leadership stands on the unit's first. A unit with neither is not on the ledger of 编制. */
function unitLines(unit: PackageUnit, parts: PackageParts): readonly FormLine[] {
  const own = parts.lines.filter((line) => line.unit === unit.id)
  const leadership = parts.leadership.filter((entry) => entry.unit === unit.id && entry.counts)
  const leads = parts.people.filter((person) => person.unit === unit.id && person.leads !== null).length
  const divided = (of: 'chief' | 'deputy') =>
    leadership.some((entry) => entry[of] === null) ? null : sum(leadership.map((entry) => entry[of] ?? 0))
  const leaders =
    leadership.length > 0
      ? [sum(leadership.map((entry) => entry.amount)), divided('chief'), divided('deputy'), leads]
      : [null, null, null, leads === 0 ? null : leads]
  if (own.length === 0)
    return leadership.length === 0 && leads === 0
      ? []
      : [
          row(
            nameOf(unit),
            UNIT_KIND_NAMES[unit.kind],
            '',
            null,
            papersOf(leadership),
            null,
            null,
            null,
            null,
            ...leaders,
          ),
        ]
  return own.map((line, place) =>
    row(
      place === 0 ? nameOf(unit) : '',
      place === 0 ? UNIT_KIND_NAMES[unit.kind] : '',
      QUOTA_CATEGORY_NAMES[line.category],
      line.quota,
      papersOf(quotasOf(line, parts)),
      line.actual,
      line.reserved,
      line.over,
      line.vacancy,
      ...(place === 0 ? leaders : []),
    ),
  )
}

const nameOf = ({ name, nameplates }: PackageUnit) =>
  nameplates.length === 0 ? name : `${name}（挂${nameplates.join('、')}）`

const quotasOf = ({ unit, category }: PackageLine, { quotas }: PackageParts) =>
  quotas.filter((quota) => quota.unit === unit && quota.category === category && quota.role === 'allocation')

function papersOf(entries: readonly { readonly documentNumber: string }[]): string {
  return [...new Set(entries.map((entry) => entry.documentNumber).filter((number) => number !== ''))].join('、')
}
