import type { QuestionDesk } from './question-desk.ts'
import { recordName } from './record-name.ts'
import type { SheetReading } from './sheet-reading.ts'

/** 合计：11人, 全乡共计11名; not 小计, which is of a group. */
const TOLD = /(?:合计|总计|共计|总人数|共有?)[:：]?(?:共|计)?(?<count>\d{1,4})[人名]/u
const TOTAL = /^\p{sc=Han}{0,6}(?:合计|总计|共计)$/u
const PEOPLE = /^(?<count>\d{1,4})[人名]$/u

/** A list that says below how many it names, and names more or fewer: said, for a row may be lost, or one too many. */
export function sayFootCount({ source, grid, roles, people, cards, turned }: SheetReading, desk: QuestionDesk): void {
  if (people.length === 0 || cards || turned) return
  const last = Math.max(...people.map(({ row }) => row))
  const told: { readonly row: number; readonly count: number }[] = []
  for (const [row, { role }] of roles) {
    if (row < last || role === 'data' || role === 'header') continue
    const count = countIn(grid.filled(row).map((column) => grid.text(row, column)))
    if (count !== null) told.push({ row, count })
  }
  const [only, ...more] = told
  if (only === undefined || more.length > 0) return
  // Of several lists the count may be that of the last.
  if (new Set(people.map(({ table }) => table)).size > 1) return
  const names = new Set(people.map(recordName)).size
  if (only.count === people.length || only.count === names) return
  desk.note(`“${source.name}”第 ${only.row + 1} 行写着共 ${only.count} 人，表里读到 ${people.length} 人，请核对。`)
}

function countIn(texts: readonly string[]): number | null {
  const line = texts.map((text) => TOLD.exec(text)?.groups?.['count']).find((count) => count !== undefined)
  if (line !== undefined) return Number(line)
  if (!TOTAL.test(texts[0] ?? '')) return null
  const counts = texts.flatMap((text) => PEOPLE.exec(text)?.groups?.['count'] ?? [])
  return counts.length === 1 ? Number(counts[0]) : null
}
