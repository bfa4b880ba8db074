import { plainLabel } from './condition-words.ts'
import type { PrintedRow } from './printed-rows.ts'
import { figureOf, unitFieldFor } from './unit-fields.ts'

/*
 * 核定数, 实有数, 空编数 below each other, once for every group: which 编制 or unit they are of stands in the row above them, or merged beside them.
 */

const TOTAL = /^(?:合计|小计|总计|共计|计)$/u

/** A row that only names a figure, and of nothing in particular: 核定数, 实有数, 空编. */
function isBareFigure(label: string): boolean {
  const plain = plainLabel(label)
  const figure = TOTAL.test(plain) ? null : figureOf(unitFieldFor([plain]) ?? '')
  return figure !== null && figure.scope === 'all'
}

/**
 * The printed rows, those that only name a figure and come more than once under the row above them that names something. Where every row has a
 * group of its own beside it they stay as they are.
 */
export function underGroups(printed: readonly PrintedRow[]): readonly PrintedRow[] {
  const alone = printed.flatMap(({ labels: [label, ...more] }) =>
    label !== undefined && more.length === 0 && isBareFigure(label) ? [plainLabel(label)] : [],
  )
  if (new Set(alone).size === alone.length) return printed
  let group: string | null = null
  return printed.map((row) => {
    const [label = '', ...more] = row.labels
    if (more.length > 0 || !isBareFigure(label)) {
      group = more.length === 0 ? label : null
      return row
    }
    return group === null ? row : { ...row, labels: [group, label] }
  })
}
