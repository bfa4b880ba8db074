import { PACK_IDS } from '../packs/pack-ids.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { addYears, inForceOn, type PlainDate } from '../../model/plain-date.ts'
import { natureOfCategory, type Nature } from '../../model/quota-category.ts'
import type { QuotaEntry } from '../../model/quota.ts'
import { compareText } from '../../model/counted-holding.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'

const YEARS = 'onlyDecreaseYears'
const SIDES: readonly { readonly nature: Nature; readonly name: string }[] = [
  { nature: 'organ', name: '行政编制' },
  { nature: 'institution', name: '事业编制' },
]

/**
 * 只减不增, 行政 and 事业 apart. "5年内" includes the day five years on (民法典 第1259条: 以内 include the number). The level to hold
 * is the one of the first day with a number on record at or after the start: what is entered for the first time is no increase.
 */
export const onlyDecreaseRule: Rule<'quotaHistory'> = {
  id: 'R000-01',
  title: '五年内编制只减不增',
  severity: 'error',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '三、加强编制管理 1',
      clause: '今后5年内,乡镇行政和事业站所人员编制只能减少,不能增加。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['quotaHistory'],
  parameters: [YEARS],
  check: ({ snapshot, parameters }) => {
    const start = snapshot.book.packFrom
    if (start === null) return []
    const end = addYears(start, numberParameter(parameters, YEARS))
    return SIDES.flatMap(({ nature, name }) =>
      increases(snapshot, nature, start, end).map((increase) => toFlag(name, increase, start, end)),
    )
  },
}

interface Increase {
  readonly on: PlainDate
  readonly from: number
  readonly to: number
  readonly documentNumbers: readonly string[]
}

/** Days in [start, end] on which the township's number rose: of the units together, or of the approved total. */
function increases(
  snapshot: Pick<BookSnapshot, 'quotaHistory'>,
  nature: Nature,
  start: PlainDate,
  end: PlainDate,
): readonly Increase[] {
  const entries = snapshot.quotaHistory.filter((entry) => natureOfCategory(entry.category) === nature)
  const risen = (['allocation', 'ceiling'] as const).flatMap((role) =>
    risesOf(
      entries.filter((entry) => entry.role === role),
      start,
      end,
    ),
  )
  // Of one day the units' sum speaks: it comes last here and so stays.
  const byDay = new Map(risen.toReversed().map((increase) => [increase.on, increase]))
  return [...byDay.values()].toSorted((left, right) => compareText(left.on, right.on))
}

function risesOf(entries: readonly QuotaEntry[], start: PlainDate, end: PlainDate): readonly Increase[] {
  const changes = entries.flatMap((entry) => [entry.validFrom, ...(entry.validTo === null ? [] : [entry.validTo])])
  const days = [...new Set([start, ...changes])].filter((day) => start <= day && day <= end).sort()
  const rises: Increase[] = []
  let before: number | null = null
  for (const day of days) {
    const now = entries.filter((entry) => inForceOn(entry, day))
    const amount = now.reduce((sum, entry) => sum + entry.amount, 0)
    if (before !== null && amount > before)
      rises.push({
        on: day,
        from: before,
        to: amount,
        documentNumbers: [
          ...new Set(now.filter((entry) => entry.validFrom === day).map((entry) => entry.documentNumber)),
        ],
      })
    if (before !== null || now.length > 0) before = amount
  }
  return rises
}

function toFlag(name: string, increase: Increase, start: PlainDate, end: PlainDate): Flag {
  return {
    text:
      `${increase.on} 全乡镇${name}由 ${increase.from} 名增至 ${increase.to} 名（依据 ` +
      `${increase.documentNumbers.join('、')}），增加 ${increase.to - increase.from} 名；` +
      `${start} 至 ${end} 只能减少，不能增加。`,
    remedy: '核对生效日和文号；确属增加的，报机构编制部门纠正。',
    facts: { 原核定: increase.from, 新核定: increase.to, 生效日: increase.on },
  }
}
