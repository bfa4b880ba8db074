import type { HeaderMatcher } from './header-match.ts'
import { looksLikeName } from './name-like.ts'
import type { DraftRecord } from './read-table.ts'
import { columnLetters } from './raw-workbook.ts'
import type { GroupState } from './group-state.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { PlacedCell } from './table-types.ts'

/* A card a person: labels with their values beside them, any number of cards on a sheet. */

interface Label {
  readonly row: number
  readonly column: number
  readonly field: string
  readonly text: string
  /** Where its value stands: right of the label and of the cells merged with it. */
  readonly valueAt: number
}

/** Every card of the sheet; empty where there is none. A card begins with 姓名 and has two more labels with values beside it. */
export function readCards(grid: SheetGrid, group: GroupState, match: HeaderMatcher): readonly DraftRecord[] {
  const labels = findLabels(grid, match)
  const starts = labels.filter((label) => label.field === 'name' && looksLikeName(grid.text(label.row, label.valueAt)))
  const lead = leadOf(labels, starts)
  return starts.flatMap((start, index) => {
    const beside = starts.filter((one) => one.row === start.row && one.column > start.column)[0]
    const below = starts.find((one, place) => place > index && one.row > start.row)
    const own = labels.filter(
      ({ row, column }) =>
        row >= start.row - lead &&
        (below === undefined || row < below.row - lead) &&
        column >=
          start.column -
            (starts.some((one) => one.row === start.row && one.column < start.column) ? 0 : start.column) &&
        (beside === undefined || column < beside.column),
    )
    const values = new Map<string, PlacedCell>()
    for (const label of own) {
      const text = grid.text(label.row, label.valueAt)
      if (
        values.has(label.field) ||
        text === '' ||
        labels.some((one) => one.row === label.row && one.column === label.valueAt)
      )
        continue
      values.set(label.field, {
        cell: grid.cell(label.row, label.valueAt),
        letters: columnLetters(label.valueAt),
        header: label.text,
        from: null,
      })
    }
    return values.size >= 3 ? [{ row: start.row, values, group, table: index, part: index }] : []
  })
}

/** How many rows of a card stand above its 姓名, as the first card shows: 单位名称 and 编制性质 over the name. */
function leadOf(labels: readonly Label[], starts: readonly Label[]): number {
  const first = Math.min(...starts.map(({ row }) => row))
  const above = labels.filter(({ row }) => row < first).map(({ row }) => row)
  return above.length === 0 ? 0 : first - Math.min(...above)
}

function findLabels(grid: SheetGrid, match: HeaderMatcher): readonly Label[] {
  const labels: Label[] = []
  for (let row = 0; row < grid.height; row += 1)
    for (const column of grid.filled(row)) {
      const text = grid.text(row, column).replace(/[:：]$/u, '')
      const matched = text.length > 12 ? null : match([text])
      if (matched === null || matched.score < 85) continue
      labels.push({
        row,
        column,
        field: matched.field,
        text,
        valueAt: (grid.mergeAt(row, column)?.right ?? column) + 1,
      })
    }
  return labels
}
