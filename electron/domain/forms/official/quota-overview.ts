import { countedRows, movementsBetween } from '../../ledger/told/movements.ts'
import { UNIT_KIND_NAMES } from '../../model/unit.ts'
import { leadershipLines } from '../../quota/leadership-lines.ts'
import { sum } from '../../report/sheet-rows.ts'
import type { Form, FormFacts } from '../form.ts'
import { unitFunding } from '../form-records.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { formUnits, mixedNotes, parentText, unitWithPlates } from '../form-words.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '单位名称', width: 150 },
  { title: '隶属关系', width: 76 },
  { title: '经费形式', width: 64 },
  { title: '编制数', width: 44 },
  { title: '实有人员数', width: 52 },
  { title: '领导职数', width: 48 },
  { title: '分类情况', width: 72 },
  { title: '历年用编情况', width: 230, style: 'tableText' },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const
/** Years shown: more than a roster's memory of its own plans, few enough for a line. */
const YEARS = 10
const LONG_AGO = '0001-01-01'

/** 三表一库 the second. */
export const quotaOverviewForm: Form = {
  id: 'quota-overview',
  title: '机构编制基本情况表',
  about: '每个单位的编制、实有、职数和历年用编',
  due: '机构编制核查、年审时；半年一报',
  span: 'day',
  subject: 'unit',
  idNumbers: false,
  measure: '名、人',
  page: PAGE,
  content: (facts) =>
    tableContent(
      PAGE,
      HEADINGS,
      [...lines(facts), { kind: 'total', values: ['总计'] }],
      [`历年用编情况为近 ${YEARS} 年到该单位入编的人数。`, ...mixedNotes(facts, facts.figures.misplaced)],
    ),
}

function lines(facts: FormFacts): readonly FormLine[] {
  const entries = entriesByUnit(facts)
  const leaders = new Map(leadershipLines(facts.snapshot).map((line) => [line.unitId, line.quota]))
  return formUnits(facts).map((unit) => {
    const own = facts.figures.lines.filter((line) => line.unitId === unit.id)
    return row(
      unitWithPlates(unit),
      parentText(facts, unit),
      unitFunding(
        facts,
        unit.id,
        own.map((line) => line.category),
      ),
      sum(own.map((line) => line.quota)),
      sum(own.map((line) => line.actual)),
      leaders.get(unit.id) ?? null,
      UNIT_KIND_NAMES[unit.kind],
      yearsText(entries.get(unit.id) ?? []),
    )
  })
}

/** Years in which somebody entered the unit, one for each person. */
function entriesByUnit(facts: FormFacts): ReadonlyMap<string, readonly string[]> {
  const first = String(Number(facts.asOf.slice(0, 4)) - YEARS + 1)
  const byUnit = new Map<string, string[]>()
  for (const movement of movementsBetween(facts.ledger, countedRows(facts.ledger), LONG_AGO, facts.asOf)) {
    const year = movement.on.slice(0, 4)
    if (movement.kind !== 'in' || movement.toUnitId === null || year < first) continue
    const known = byUnit.get(movement.toUnitId)
    if (known === undefined) byUnit.set(movement.toUnitId, [year])
    else known.push(year)
  }
  return byUnit
}

function yearsText(years: readonly string[]): string {
  return [...Map.groupBy(years.toSorted(), (year) => year)].map(([year, own]) => `${year}年${own.length}名`).join('、')
}
