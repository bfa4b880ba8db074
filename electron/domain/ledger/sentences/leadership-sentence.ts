import type { LeadershipFigure } from '../../model/figures.ts'
import type { CountedBook } from '../planning/quota-sentence.ts'

/**
 * 领导职数 of the township before and after a change: “全乡领导职数 8 → 9（正职 3、副职 6），实配 8，空 1。依据：…（本次）。”
 * None where the number and its parts stay: who takes up a post is told by the figures.
 */
export function leadershipSentences(
  before: CountedBook,
  after: CountedBook,
  documentNumber: string | null,
): readonly string[] {
  const [old, now] = [numberText(before.figures.leadership), numberText(after.figures.leadership)]
  if (old === now) return []
  const { actual, vacancy, over } = after.figures.leadership
  const basis = documentNumber === null ? '' : `依据：${documentNumber}（本次）。`
  return [`全乡领导职数 ${old} → ${now}，实配 ${actual}，${over > 0 ? `超 ${over}` : `空 ${vacancy}`}。${basis}`]
}

function numberText({ quota, chief, deputy }: LeadershipFigure): string {
  return chief.quota === null || deputy.quota === null
    ? String(quota)
    : `${quota}（正职 ${chief.quota}、副职 ${deputy.quota}）`
}
