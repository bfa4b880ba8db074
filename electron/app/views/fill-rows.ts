import type { TemplateMappingInput } from '../../contract/template-operations.ts'
import type { FillValue } from '../../domain/fill/fill-request.ts'
import { categoriesOf, figureOf, leadersOf, type LeaderMeasure, type LeaderPart, type Measure } from '../../domain/fill/unit-fields.ts'
import { ageOn, dateValue, idNumberValue } from '../../domain/fill/value-formats.ts'
import type { RosterEntry } from '../../domain/model/finding.ts'
import type { FigureLine } from '../../domain/model/figures.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../domain/model/quota-category.ts'
import { UNIT_KIND_NAMES, type Unit } from '../../domain/model/unit.ts'
import type { BookView } from './book-view.ts'
import { rosterPersonView } from './roster-person-view.ts'

/* One value a mapped column, from the same figures and lists as the screens. */

/** Values in the order of the mapping's columns. */
export type FilledRow = readonly FillValue[]

type Column = TemplateMappingInput['columns'][number]

const text = (value: string | null | undefined): FillValue => (value === null || value === undefined || value === '' ? null : { kind: 'text', text: value })
const number = (value: number | null): FillValue => (value === null ? null : { kind: 'number', value })

const RETIREMENT_NAMES: Readonly<Record<string, string>> = { male60: '男职工', female55: '女职工（55岁）', female50: '女职工（50岁）' }
const FUNDINGS: Readonly<Partial<Record<QuotaCategory, string>>> = { institutionFull: '全额拨款', institutionPartial: '差额补贴', institutionSelf: '自收自支' }

/** One row a person, in the order given. */
export function peopleRows(view: BookView, mapping: TemplateMappingInput, entries: readonly RosterEntry[]): readonly FilledRow[] {
  return entries.map((entry, place) => mapping.columns.map((column) => personValue(view, entry, place, column)))
}

function personValue(view: BookView, entry: RosterEntry, place: number, { field, format }: Column): FillValue {
  const shown = rosterPersonView(view, entry)
  const person = view.index.person(entry.personId)
  if (person === undefined) return null
  switch (field) {
    case 'sequence': return number(place + 1)
    case 'unit': return text(shown.unit)
    case 'unitKind': return text(shown.unitKind === null ? null : UNIT_KIND_NAMES[shown.unitKind])
    case 'name': return text(shown.name)
    case 'sex': return text(shown.sex)
    case 'idNumber': return idNumberValue(person.idNumber, format)
    case 'birth': return dateValue(person.birth, format)
    case 'age': return number(ageOn(person.birth, view.state.snapshot.asOf))
    case 'ethnicity': return text(person.ethnicity)
    case 'politicalStatus': return text(person.politicalStatus)
    case 'education': return text(person.education)
    case 'workStarted': return dateValue(person.workStarted, format)
    case 'category': return text(shown.category)
    case 'funding': return text(shown.categoryCode === null ? null : FUNDINGS[shown.categoryCode])
    case 'entryRoute': return text(shown.entryRoute)
    case 'enteredOn': return dateValue(shown.enteredOn, format)
    case 'entryDocument': return text(shown.entryDocumentNumber)
    case 'post': return text(shown.post)
    case 'professionalTitle': return text(person.professionalTitle)
    case 'rank': return text(person.rank)
    case 'quotaCard': return text(person.quotaCardNumber)
    case 'remark': return text(shown.remark)
    case 'status': return text(shown.status)
    case 'concurrent': return text(shown.concurrent.map((one) => `${one.unit}${one.post}`).join('、'))
    case 'secondedTo': return text(shown.secondedTo)
    case 'retirementCategory': return text(person.retirementCategory === null ? null : RETIREMENT_NAMES[person.retirementCategory])
    default: return null
  }
}

/** One row a unit in the bureau's order; one row a unit and 编制类型 where the form has a column for the type. */
export function unitRows(view: BookView, mapping: TemplateMappingInput): readonly FilledRow[] {
  const { snapshot, figures } = view.state
  const linesOf = Map.groupBy(figures.lines, (line) => line.unitId)
  const units = snapshot.units.filter((unit) => unit.kind !== 'township').toSorted((left, right) => left.sortOrder - right.sortOrder)
  const byType = mapping.columns.some(({ field }) => field === 'category' || field === 'funding')
  const rows = units.flatMap((unit): UnitRow[] => {
    const lines = linesOf.get(unit.id) ?? []
    return byType && lines.length > 0 ? lines.map((line) => ({ unit, lines: [line], type: line.category })) : [{ unit, lines, type: null }]
  })
  return rows.map((row, place) => mapping.columns.map(({ field }) => unitValue(view, row, place, field)))
}

interface UnitRow {
  readonly unit: Unit
  readonly lines: readonly FigureLine[]
  /** The row's 编制类型 where it stands for one. */
  readonly type: QuotaCategory | null
}

function unitValue(view: BookView, { unit, lines, type }: UnitRow, place: number, field: string): FillValue {
  const figure = figureOf(field)
  if (figure !== null) return number(sumOf(lines, categoriesOf(figure.scope), figure.measure))
  const leaders = leadersOf(field)
  if (leaders !== null) return number(leadersIn(view, unit, leaders.measure, leaders.part))
  const { snapshot } = view.state
  switch (field) {
    case 'sequence': return number(place + 1)
    case 'unit': return text(unit.name)
    case 'nameplates': return text(unit.nameplates.join('、'))
    case 'unitKind': return text(UNIT_KIND_NAMES[unit.kind])
    case 'managingBody': return text(unit.managingBody)
    case 'category': return text(type === null ? null : QUOTA_CATEGORY_NAMES[type])
    case 'funding': return text(type === null ? null : FUNDINGS[type])
    case 'document': return text([...new Set(snapshot.quotas.filter((quota) => quota.unitId === unit.id && quota.role === 'allocation' && (type === null || quota.category === type)).map((quota) => quota.documentNumber))].join('、'))
    case 'people': return text(namesOf(view, new Set(lines.flatMap((line) => line.personIds))))
    case 'leaders': return text(namesOf(view, new Set(leadersOfUnit(view, unit).map((leader) => leader.personId))))
    default: return null
  }
}

/** Null where the unit has no line in any of the categories: it does not have 0 of them, it has none. */
function sumOf(lines: readonly FigureLine[], categories: readonly QuotaCategory[], measure: Measure): number | null {
  const own = lines.filter((line) => categories.includes(line.category))
  return own.length === 0 ? null : own.reduce((total, line) => total + line[measure], 0)
}

/** 应配 is what the document gives the unit; 实配 counts whoever holds one of its leadership posts by a holding that uses 职数. */
function leadersIn(view: BookView, unit: Unit, measure: LeaderMeasure, part: LeaderPart): number | null {
  const entry = view.state.snapshot.leadershipQuotas.find((one) => one.unitId === unit.id)
  const quota = entry === undefined ? null : part === 'all' ? entry.amount : entry[part]
  const actual = leadersOfUnit(view, unit).filter((leader) => part === 'all' || leader.role === part).length
  if (measure === 'quota') return quota
  if (measure === 'actual') return quota === null && actual === 0 ? null : actual
  if (quota === null) return null
  return Math.max(0, measure === 'vacancy' ? quota - actual : actual - quota)
}

function leadersOfUnit(view: BookView, unit: Unit): readonly { readonly personId: string; readonly role: 'chief' | 'deputy' | null }[] {
  const leaders = new Map<string, 'chief' | 'deputy' | null>()
  for (const holding of view.state.snapshot.holdings) {
    if (!holding.occupiesLeadership || holding.postId === null || view.index.unitOf(holding)?.id !== unit.id) continue
    const role = view.index.post(holding.postId)?.leadership ?? null
    if (leaders.get(holding.personId) !== 'chief') leaders.set(holding.personId, role)
  }
  return [...leaders].map(([personId, role]) => ({ personId, role }))
}

function namesOf(view: BookView, personIds: ReadonlySet<string>): string {
  return view.roster.filter((entry) => personIds.has(entry.personId)).map((entry) => view.personName(entry.personId)).join('、')
}
