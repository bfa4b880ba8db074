import type { Output } from '../../../electron/contract/operations.ts'

export type ChangeRow = Output<'changes.read'>['rows'][number]

const GROUPS: readonly { readonly title: string; readonly kinds: readonly ChangeRow['kind'][] }[] = [
  { title: '增加', kinds: ['in'] },
  { title: '减少', kinds: ['out'] },
  { title: '调剂划转（换了编制类型）', kinds: ['transferIn', 'transferOut'] },
  { title: '内部调整（不增不减）', kinds: ['move'] },
]

/** The rows in the order the sheet reads, each group by day; a group nobody is in is left out. */
export function groupChanges(
  rows: readonly ChangeRow[],
): readonly { readonly title: string; readonly rows: readonly ChangeRow[] }[] {
  const grouped = GROUPS.map(({ title, kinds }) => ({
    title,
    rows: rows.filter((row) => kinds.includes(row.kind)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  }))
  return grouped.filter((group) => group.rows.length > 0)
}
