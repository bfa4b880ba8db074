/*
 * The rules alone: every rule of every pack over 10,472 people with the records they read, beside the limit, and beside half the people.
 * `npm run bench -- rules` also names the slowest.
 */
import { computeFigures } from '../../electron/domain/quota/figures.ts'
import { checkBook } from '../../electron/domain/rules/check-book.ts'
import { RULES } from '../../electron/domain/rules/registry.ts'
import { RULE_PACKS } from '../../electron/domain/rules/packs/index.ts'
import { bigSnapshot } from '../kit/big-snapshot.ts'
import { inTurns, line, type Measured } from './measure.ts'

const PEOPLE = 10_472
const LIMIT_MS = 250
const RUNS = 9

/** Median of all rules under each pack, beside the limit; and how the slowest pack grows when the people double. */
export async function measureRules(): Promise<readonly Measured[]> {
  const lines: Measured[] = []
  for (const pack of RULE_PACKS) {
    const [whole = 0, half = 0] = await inTurns(RUNS, [checking(PEOPLE, pack.id), checking(PEOPLE / 2, pack.id)])
    const rules = RULES.filter((rule) => rule.pack === null || rule.pack === pack.id).length
    lines.push(
      line(`${rules} 条规则（${pack.id}） ${PEOPLE} 人（上限 ${LIMIT_MS} ms）`, whole, '上限', LIMIT_MS),
      line(`规则（${pack.id}） 人数翻倍`, whole, `${PEOPLE / 2} 人`, half),
    )
  }
  return lines
}

function checking(people: number, packId: string): () => Promise<unknown> {
  const snapshot = bigSnapshot(people, packId)
  const figures = computeFigures(snapshot)
  return () => Promise.resolve(checkBook(snapshot, figures))
}
