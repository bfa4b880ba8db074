import type { HeaderMatcher } from './header-match.ts'
import { isAboutOthers, isRelation } from './header-match.ts'
import { couldBeName, looksLikeName } from './name-like.ts'
import { underSection, type DraftRecord } from './read-table.ts'
import { columnLetters } from './raw-workbook.ts'
import type { GroupState } from './group-state.ts'
import { readSectionTitle, type KnownNames } from './section-title.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { PlacedCell } from './table-types.ts'

/* A card a person: labels with their values beside or below them, any number of cards on a sheet. */

interface Label {
  readonly row: number
  readonly column: number
  readonly field: string
  readonly text: string
  readonly value: { readonly row: number; readonly column: number }
}

export interface CardsInput {
  readonly grid: SheetGrid
  readonly group: GroupState
  readonly match: HeaderMatcher
  readonly known: KnownNames
  /** The letters a column has on the sheet itself. */
  readonly lettersOf?: ((column: number) => string) | undefined
}

export interface Cards {
  readonly people: readonly DraftRecord[]
  /** Rows with a 姓名 and somebody beside it of whom too little was found: 0-based. */
  readonly lost: readonly number[]
}

/** A card without a card beside it on the sheet has to say so much; where there is one, a name and one value more. */
const [LEAST, LEAST_AMONG_OTHERS] = [3, 2]

/** Every card of the sheet; nobody where there is none. A card begins with 姓名 and has more labels with values. */
export function readCards({ grid, group, match, known, lettersOf = columnLetters }: CardsInput): Cards {
  const labels = findLabels(grid, match)
  const places = new Set(labels.map(({ row, column }) => `${row},${column}`))
  const isLabel = (row: number, column: number) => places.has(`${row},${column}`)
  const starts = labels.filter((label) => isStart(grid, label, isLabel))
  const lead = leadOf(labels, starts)
  const headings = headingsOf(grid, labels, known)
  const found = starts.map((start, index) => {
    const beside = starts.find((one) => one.row === start.row && one.column > start.column)
    const below = starts.find((one, place) => place > index && one.row > start.row)
    const first = starts.some((one) => one.row === start.row && one.column < start.column) ? start.column : 0
    const top = start.row - leadAt(labels, start.row, lead)
    const end = below === undefined ? grid.height : below.row - leadAt(labels, below.row, lead)
    const values = new Map<string, PlacedCell>()
    for (const { row, column, field, text, value } of labels) {
      if (row < top || row >= end || column < first || (beside !== undefined && column >= beside.column)) continue
      if (values.has(field) || grid.text(value.row, value.column) === '' || isLabel(value.row, value.column)) continue
      values.set(field, {
        cell: grid.cell(value.row, value.column),
        letters: lettersOf(value.column),
        header: text,
        from: null,
      })
    }
    const right = (beside?.column ?? grid.width) - 1
    const own = headings.filter((one) => one.row < top && one.left <= right && one.right >= first)
    return {
      row: start.row,
      values,
      group: own.reduce((state, one) => underSection(state, one.text, one.row, known), group),
    }
  })
  const several = found.some(({ values }) => values.size >= LEAST)
  const isCard = ({ values }: (typeof found)[number]) => several && values.size >= LEAST_AMONG_OTHERS
  return {
    people: found.filter(isCard).map((card, index) => ({ ...card, table: index, part: index })),
    lost: found.filter((card) => !isCard(card)).map(({ row }) => row),
  }
}

/** Texts that stand beside 姓名 where a table goes on to the right. */
const HEAD_BESIDE = /^(?:年龄|照片|相片|称谓|电话|手机|联系方式|联系电话|住址)$/u

/** 姓名 with somebody beside it: a rare surname as well, where the label leaves no doubt and the row is not about relatives. */
function isStart(grid: SheetGrid, label: Label, isLabel: (row: number, column: number) => boolean): boolean {
  if (label.field !== 'name') return false
  const { row, column } = label.value
  const text = grid.text(row, column)
  if (isLabel(row, column) || HEAD_BESIDE.test(text)) return false
  if (!couldBeName(text) || (!looksLikeName(text) && label.text.length > 4)) return false
  const beside = grid.filled(label.row).map((at) => grid.text(label.row, at))
  return !beside.some((one) => isRelation(one)) && !isAboutOthers([beside[0] ?? ''])
}

/** How many rows of a card stand above its 姓名, as the first card shows: 单位名称 and 编制性质 over the name. */
function leadOf(labels: readonly Label[], starts: readonly Label[]): number {
  const first = Math.min(...starts.map(({ row }) => row))
  const above = labels.filter(({ row }) => row < first).map(({ row }) => row)
  return above.length === 0 ? 0 : first - Math.min(...above)
}

/** The rows above this 姓名 are its card's where they say what those above the first one say. */
function leadAt(labels: readonly Label[], row: number, lead: number): number {
  const fieldsAbove = (start: number) =>
    labels
      .filter((label) => label.row >= start - lead && label.row < start)
      .map(({ field }) => field)
      .join()
  const first = labels.find(({ field }) => field === 'name')?.row ?? row
  return lead > 0 && fieldsAbove(row) === fieldsAbove(first) ? lead : 0
}

const RELATIVE =
  /^(?:配偶|爱人|丈夫|妻子?|父亲?|母亲?|儿子?|女儿?|[长次][子女]|[子女]|岳[父母]|公公|婆婆|[兄弟姐妹]|哥哥|弟弟|姐姐|妹妹|[祖外][父母])$/u

interface CardHeading {
  readonly row: number
  readonly left: number
  readonly right: number
  readonly text: string
}

/** Rows without a label right above one with labels: 党政办公室 over the cards of its people. A form's own title heads nobody, and a year is that of a career. */
function headingsOf(grid: SheetGrid, labels: readonly Label[], known: KnownNames): readonly CardHeading[] {
  const labelled = new Set(labels.flatMap(({ row, value }) => [row, value.row]))
  const headings: CardHeading[] = []
  for (let row = 0; row < grid.height; row += 1) {
    const filled = grid.filled(row)
    if (labelled.has(row) || filled.length === 0) continue
    // 父亲 | 蒲维新 | 70 | 已退休 speaks of nobody's colleague.
    if (filled.length > 2 && filled.some((column) => RELATIVE.test(grid.text(row, column)))) continue
    let next = row + 1
    while (next < grid.height && !labelled.has(next) && grid.filled(next).length <= 1) next += 1
    if (!labelled.has(next)) continue
    for (const left of filled) {
      const text = grid.text(row, left)
      const { unit, category } = readSectionTitle(text, known)
      const isForm = unit === null && category === null && /[表卡册]$/u.test(text)
      if (text.length > 40 || isForm || /\d{4}|[。；;]/u.test(text)) continue
      const right = filled.length === 1 ? grid.width - 1 : (grid.mergeAt(row, left)?.right ?? left)
      headings.push({ row, left: filled.length === 1 ? 0 : left, right, text })
    }
  }
  return headings
}

function findLabels(grid: SheetGrid, match: HeaderMatcher): readonly Label[] {
  const found: Omit<Label, 'value'>[] = []
  for (let row = 0; row < grid.height; row += 1)
    for (const column of grid.filled(row)) {
      const text = grid.text(row, column).replace(/[:：]$/u, '')
      const matched = text.length > 12 ? null : match([text])
      if (matched !== null && matched.score >= 85) found.push({ row, column, field: matched.field, text })
    }
  const rows = Map.groupBy(found, ({ row }) => row)
  /** Nothing but labels over a row without any: the values stand below. */
  const isHead = (row: number) =>
    (rows.get(row)?.length ?? 0) > 1 &&
    rows.get(row)?.length === grid.filled(row).length &&
    !rows.has(row + 1) &&
    grid.filled(row + 1).length > 0
  return found.map((label): Label => {
    const { row, column } = label
    return {
      ...label,
      value: isHead(row) ? { row: row + 1, column } : { row, column: (grid.mergeAt(row, column)?.right ?? column) + 1 },
    }
  })
}
