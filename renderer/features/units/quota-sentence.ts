import type { FigureLineView } from '../../../electron/contract/shapes.ts'

interface Proposed {
  readonly unit: string
  readonly category: string
  readonly line: FigureLineView | undefined
  readonly amount: number | undefined
  readonly document: string | undefined
}

/** The arithmetic before saving: "党政办 行政编制 5，实有 6；本次后 6，空编 0，超编 0。依据：…"。 Null until a number is given. */
export function quotaSentence({ unit, category, line, amount, document }: Proposed): string | null {
  if (amount === undefined) return null
  const actual = line?.actual ?? 0
  const reserved = line?.reserved ?? 0
  const over = Math.max(0, actual - amount)
  const vacancy = Math.max(0, amount - actual - reserved)
  const waiting = reserved > 0 ? `，已核准未到位 ${reserved}` : ''
  const basis = document === undefined || document.trim() === '' ? '依据：还没有写文号。' : `依据：${document.trim()}。`
  return `${unit} ${category} 现核定 ${line?.quota ?? 0}，实有 ${actual}${waiting}；本次后核定 ${amount}，空编 ${vacancy}，超编 ${over}。${basis}`
}
