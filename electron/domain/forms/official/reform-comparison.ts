import { shapeOf, type BookShape, type ShapeUnit } from '../../reform/book-shape.ts'
import { mergersBetween, pairUnits, type PairKind, type UnitPair } from '../../reform/pair-units.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { stateOn } from '../../state/state-on.ts'
import { SERVICE_MODE_NAMES } from '../../../vocabulary/reform.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'

const side = (title: string) => ({
  title,
  columns: [
    { title: '机构', width: 150 },
    { title: '编制', width: 34 },
    { title: '实有', width: 34 },
    { title: '领导职数', width: 40 },
  ],
})
const HEADINGS: readonly FormHeading[] = [
  side('改革前'),
  side('改革后'),
  {
    title: '变化',
    columns: [
      { title: '编制', width: 34 },
      { title: '实有', width: 34 },
      { title: '职数', width: 34 },
    ],
  },
  { title: '说明', width: 150 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

const KIND_WORDS: Readonly<Record<PairKind, string>> = {
  kept: '',
  renamed: '更名',
  merged: '合并',
  created: '新设',
  split: '析出',
  ended: '撤销',
}

/** 改革前后对照表: the township of the period's first day beside that of its last, one row a successor. */
export const reformComparisonForm: Form = {
  id: 'reform-comparison',
  title: '改革前后对照表',
  about: '机构、编制、人员、领导职数改革前后对照，合并的机构列在一行；起止日期写改革前、改革后的两天',
  due: '改革验收、总结时',
  span: 'year',
  subject: null,
  idNumbers: false,
  measure: '名',
  page: PAGE,
  content: (facts) => {
    const [before, after] = [shapeOf(stateOn(facts.book, facts.from)), shapeOf(stateOn(facts.book, facts.to))]
    const pairs = pairUnits(before, after, mergersBetween(facts.book, facts.from, facts.to))
    return tableContent(PAGE, HEADINGS, lines(pairs), notes(facts, before, after))
  },
}

const total = (units: readonly ShapeUnit[], pick: (unit: ShapeUnit) => number) =>
  units.reduce((sum, unit) => sum + pick(unit), 0)
const quota = (unit: ShapeUnit) => unit.lines.reduce((sum, line) => sum + line.quota, 0)
const actual = (unit: ShapeUnit) => unit.lines.reduce((sum, line) => sum + line.actual, 0)
const leaders = (unit: ShapeUnit) => unit.leaders?.quota ?? 0

function lines(pairs: readonly UnitPair[]): readonly FormLine[] {
  const rows = pairs.map((pair) => {
    const after = pair.after === null ? [] : [pair.after]
    const change = (pick: (unit: ShapeUnit) => number) => total(after, pick) - total(pair.before, pick)
    return row(
      ...sideValues(pair.before),
      ...sideValues(after),
      change(quota),
      change(actual),
      change(leaders),
      explained(pair),
    )
  })
  return rows.length === 0 ? [] : [...rows, { kind: 'total', values: ['总计', null, null, null, '总计'] }]
}

function sideValues(units: readonly ShapeUnit[]) {
  return units.length === 0
    ? ['', null, null, null]
    : [units.map(nameOf).join('；'), total(units, quota), total(units, actual), total(units, leaders)]
}

function nameOf({ name, plates }: ShapeUnit): string {
  return plates.length === 0 ? name : `${name}（挂${plates.join('、')}）`
}

/** What became of it, what it is managed by now, and how its services are done. */
function explained({ kind, before, after }: UnitPair): string {
  const [old] = before
  const body =
    after !== null && old !== undefined && before.length === 1 && old.managingBody !== after.managingBody
      ? [`${old.managingBody ?? '本乡镇'}管理改为${after.managingBody ?? '本乡镇'}管理`]
      : []
  const services = (after?.services ?? []).map(({ service, mode }) => `${service}：${SERVICE_MODE_NAMES[mode]}`)
  return [KIND_WORDS[kind], ...body, ...services].filter((word) => word !== '').join('；')
}

function notes({ from, to }: FormFacts, before: BookShape, after: BookShape): readonly string[] {
  const [old, now] = [before.counts, after.counts]
  const categories = [...new Set([...before.categories, ...after.categories].map(({ category }) => category))]
  const seats = (shape: BookShape, category: string) =>
    shape.categories.find((line) => line.category === category)?.quota ?? 0
  const units =
    `机构 ${old.units} → ${now.units}，其中内设机构 ${old.offices} → ${now.offices}，` +
    `事业单位 ${old.institutions} → ${now.institutions}；加挂牌子 ${old.plates} → ${now.plates}。`
  const lines = categories.map((category) => {
    const title = QUOTA_CATEGORY_NAMES[category]
    return `${title} ${seats(before, category)} → ${seats(after, category)}`
  })
  return [`改革前为 ${from}，改革后为 ${to}。${units}`, `${lines.join('，')}；编外 ${old.offQuota} → ${now.offQuota}。`]
}
