import { isAttachment, termWord } from '../../ledger/term-word.ts'
import type { Holding, HoldingKind } from '../../model/person.ts'
import { addMonthsToDay, firstDayOf, type PlainDate } from '../../model/plain-date.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule, SnapshotIndex } from '../rule.ts'
import { dateText, unitIdOf } from '../wording.ts'

const MONTHS = 'secondmentMonths'
const TOTAL = 'secondmentTotalMonths'
const KINDS: readonly HoldingKind[] = ['secondedOut', 'secondedIn', 'attached']

interface Limits {
  readonly months: number
  readonly total: number
}

/**
 * 借出, 借入 and 挂职 past their planned end, or without one for longer than a term may last. 借用 within a renewed term but long
 * beyond what the unit may decide alone is a warning; 挂职 has terms of its own and is not measured by that.
 */
export const secondmentTermRule: Rule<never> = {
  id: 'H1',
  title: '借用、挂职期满应返回或续批',
  severity: 'error',
  effect: 'none',
  source: {
    document: '省委组织部等四部门关于规范借调工作的通知',
    documentNumber: null,
    article: null,
    clause: '借调超过 6 个月须办理续借，累计超过 12 个月须报上级批准（要点，非原文；期限由各地参数规定）',
    inForceFrom: null,
  },
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [MONTHS, TOTAL],
  check: ({ snapshot, index, parameters }) => {
    const limits = { months: numberParameter(parameters, MONTHS), total: numberParameter(parameters, TOTAL) }
    return index.present.flatMap(({ person, holdings }) =>
      holdings.flatMap((holding): readonly Flag[] => {
        if (!KINDS.includes(holding.kind)) return []
        const subject = { unitId: unitIdOf(index, person.id), personId: person.id }
        const flag = judge(`${person.name}${placeText(holding, index)}`, holding, snapshot.asOf, limits)
        return flag === null ? [] : [{ ...subject, ...flag }]
      }),
    )
  },
}

function judge(who: string, holding: Holding, asOf: PlainDate, limits: Limits): Flag | null {
  const since = firstDayOf(holding.enteredOn ?? holding.validFrom)
  const facts = { 起: since, 约定期满: holding.dueOn ?? '未登记' }
  if (holding.dueOn !== null && holding.dueOn < asOf) {
    return { text: `${who}，约定${dateText(holding.dueOn)}期满，逾期未返回，也没有续批。`, remedy: '登记返回，或凭批准文件登记续延。', facts }
  }
  if (holding.dueOn === null && addMonthsToDay(since, limits.months) < asOf) {
    return { text: `${who}，自${dateText(since)}起已超过 ${limits.months} 个月，没有登记期限和续批。`, remedy: '补登期限和批准文号；已返回的登记返回。', facts }
  }
  if (!isAttachment(holding) && addMonthsToDay(since, limits.total) < asOf) {
    return { severity: 'warning', text: `${who}，自${dateText(since)}起累计已超过 ${limits.total} 个月，须有上级批准。`, remedy: '核对上级批准文件；没有的，按期返回。', facts }
  }
  return null
}

function placeText(holding: Holding, index: SnapshotIndex): string {
  const place = holding.counterpart ?? '（单位未登记）'
  if (holding.kind === 'secondedOut') return `${termWord(holding)}到${place}`
  return `从${place}${termWord(holding)}到${index.unitOf(holding)?.name ?? '本乡镇'}`
}
