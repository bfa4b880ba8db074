import { effectOf, type EventEffect } from '../../../vocabulary/events.ts'
import { PACK_IDS } from '../packs/pack-ids.ts'
import type { LedgerChange } from '../../model/book-snapshot.ts'
import type { FigureLine } from '../../model/figures.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, lineName } from '../wording.ts'
import { daysBetween } from './township-service.ts'
import { lingwu2018 } from '../sources.ts'

/** Whether an event leaves a seat empty in its own unit, in the unit it names second, or nowhere. */
const EMPTIES: Readonly<Record<EventEffect, 'here' | 'there' | null>> = {
  leaves: 'here',
  quotaUp: 'here',
  seatMoves: 'there',
  unitMoves: 'there',
  quotaMoves: 'there',
  quotaDown: null,
  seats: null,
  postChanges: null,
}

/** Which seats wait to be filled and since when, as far as the ledger remembers. The document gives no term, so it is information. */
export const vacantSeatsRule: Rule<'changes'> = {
  id: 'R002-06',
  title: '及时足额补充乡镇工作人员',
  severity: 'info',
  effect: 'none',
  sources: [lingwu2018({ article: '三（三）', clause: '坚持及时足额补充乡镇工作人员' })],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['changes'],
  parameters: [],
  check: ({ snapshot, figures, index }) =>
    figures.lines
      .filter((line) => line.vacancy > 0)
      .map((line): Flag => {
        const since = snapshot.changes.findLast((change) => empties(change, line))?.on
        const when =
          since === undefined
            ? '近两年台账里没有减员或增编，空缺起始日没有登记'
            : `最近一次减员或增编在${dateText(since)}，已空缺 ${daysBetween(since, snapshot.asOf)} 天`
        return {
          unitId: line.unitId,
          text: `${lineName(index, line)}空编 ${line.vacancy} 名（核定 ${line.quota} 名，实有 ${line.actual} 名，已核准未到位 ${line.reserved} 名），${when}。`,
          remedy: '列入用编计划，及时申请补充。',
          facts: {
            空编: line.vacancy,
            ...(since === undefined ? {} : { 空缺天数: daysBetween(since, snapshot.asOf) }),
          },
        }
      }),
}

function empties({ type, unitId, otherUnitId, category }: LedgerChange, line: FigureLine): boolean {
  if (category !== null && category !== line.category) return false
  const effect = effectOf(type)
  const where = effect === null ? null : EMPTIES[effect]
  return (where === 'here' && unitId === line.unitId) || (where === 'there' && otherUnitId === line.unitId)
}
