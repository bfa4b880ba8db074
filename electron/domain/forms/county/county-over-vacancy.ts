import type { PackageLine } from '../../county/package-content.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { sum } from '../../report/sheet-rows.ts'
import type { CountyForm, CountyFormFacts } from '../county-form.ts'
import { sourceNotes } from '../county-words.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '乡镇', width: 90 },
  { title: '机构', width: 140 },
  { title: '编制类型', width: 90 },
  { title: '核定编制', width: 50 },
  { title: '实有人数', width: 50 },
  { title: '已核准未到位', width: 58 },
  { title: '超编', width: 44 },
  { title: '空编', width: 44 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

interface Line {
  readonly township: string
  readonly unit: string
  readonly line: PackageLine
}

/** 超编空编一览表: which units stand over, which have seats free; nothing netted. */
export const countyOverVacancyForm: CountyForm = {
  id: 'county-over-vacancy',
  title: '乡镇超编空编情况一览表',
  about: '哪个乡镇哪个机构超编、空编几名，逐条列出，先超编后空编',
  span: 'day',
  everyUnit: true,
  measure: '名、人',
  page: PAGE,
  content: (facts) => {
    const all = linesOf(facts)
    const lines = [
      ...part('一、超编', all, ({ line }) => line.over),
      ...part('二、空编', all, ({ line }) => line.vacancy),
    ]
    return tableContent(PAGE, HEADINGS, lines.length === 0 ? [] : [...lines, { kind: 'total', values: ['总计'] }], [
      ...(lines.length === 0 ? ['各乡镇没有超编，也没有空编。'] : []),
      ...sourceNotes(facts),
    ])
  },
}

function linesOf({ books }: CountyFormFacts): readonly Line[] {
  const lines: Line[] = []
  for (const { township, content } of books()) {
    const units = new Map(content.parts.units.map((unit) => [unit.id, unit]))
    const order = (line: PackageLine) => units.get(line.unit)?.order ?? 0
    for (const line of content.parts.lines.toSorted((left, right) => order(left) - order(right)))
      if (line.over > 0 || line.vacancy > 0)
        lines.push({ township: township.name, unit: units.get(line.unit)?.name ?? '', line })
  }
  return lines
}

function part(title: string, all: readonly Line[], of: (line: Line) => number): readonly FormLine[] {
  const own = all.filter((one) => of(one) > 0)
  const townships = new Set(own.map((one) => one.township)).size
  if (own.length === 0) return []
  return [
    { kind: 'section', text: `${title} ${sum(own.map(of))} 名，涉及 ${townships} 个乡镇 ${own.length} 处` },
    ...own.map(({ township, unit, line }) =>
      row(
        township,
        unit,
        QUOTA_CATEGORY_NAMES[line.category],
        line.quota,
        line.actual,
        line.reserved,
        line.over === 0 ? null : line.over,
        line.vacancy === 0 ? null : line.vacancy,
      ),
    ),
  ]
}
