import { chronicleOf, type ChronicleRow } from '../../ledger/told/chronicle.ts'
import { mergedInto } from '../../ledger/planning/unit-life.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '文件文号', width: 98 },
  { title: '下发时间', width: 62 },
  { title: '文件名称', width: 110, style: 'tableText' },
  { title: '机构名称', width: 108 },
  { title: '隶属关系', width: 70 },
  { title: '经费形式', width: 56 },
  { title: '主要职责', width: 88, style: 'tableText' },
  { title: '编制数额', width: 120, style: 'tableText' },
  { title: '领导职数', width: 62 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 三表一库 the first: one row a document since the founding, unit by unit; a unit that went into another is told with that one. */
export const quotaChronicleForm: Form = {
  id: 'quota-chronicle',
  title: '机构编制沿革表',
  about: '每个机构从设立到现在，每份文件改了什么',
  due: '机构编制核查、年审时；平时变动即更新',
  span: 'day',
  subject: 'unit',
  idNumbers: false,
  measure: '',
  page: PAGE,
  content: (facts) => tableContent(PAGE, HEADINGS, lines(facts), ['下发时间不详的，按生效日期填写。']),
}

function lines(facts: FormFacts): readonly FormLine[] {
  return unitIds(facts).flatMap((unitId) =>
    chronicleOf(facts.book, unitId)
      .filter((own) => own.date <= facts.asOf)
      .map((own) => chronicleLine(facts, own)),
  )
}

function chronicleLine(facts: FormFacts, own: ChronicleRow): FormLine {
  const issued = own.document === null ? null : (facts.ledger.documentByNumber(own.document)?.issued_on ?? null)
  return row(
    own.document ?? '',
    issued ?? own.date,
    own.title ?? '',
    own.name,
    own.parent ?? '',
    own.funding ?? '',
    '',
    own.quotas,
    own.leadership ?? '',
  )
}

/** Units in force in their order, then those that ended and were not merged into another. */
function unitIds(facts: FormFacts): readonly string[] {
  if (facts.unitId !== null) return [facts.unitId]
  const living = facts.snapshot.units.map((unit) => unit.id)
  const ended = [...new Set(facts.book.unit_version.map((version) => version.unit_id))].filter((unitId) => {
    const end = facts.ledger.unitVersions(unitId).at(-1)?.valid_to ?? null
    return (
      !living.includes(unitId) && end !== null && end <= facts.asOf && mergedInto(facts.ledger, unitId, end) === null
    )
  })
  return [...living, ...ended]
}
