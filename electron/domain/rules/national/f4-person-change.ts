import { effectOf } from '../../../vocabulary/events.ts'
import { workingDaysAfter } from '../../calendar/working-days.ts'
import type { BookSnapshot, LedgerChange } from '../../model/book-snapshot.ts'
import { addMonthsToDay, type PlainDate } from '../../model/plain-date.ts'
import { ASK_RECEIPT, filedOn } from '../filings.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import { dateText, nameList, peopleOf, unitIdOf } from '../wording.ts'

const DAYS = 'personChangeWorkingDays'
const REVIEW = 'changeReviewMonths'
/** True where the 职务 changes; a 职级 is part of what is known of a person. */
function changesPost({ type }: LedgerChange): boolean {
  const effect = effectOf(type)
  return effect === 'postChanges' || effect === 'seatMoves'
}

interface Change {
  readonly personId: string
  readonly from: PlainDate
  readonly recordedOn: PlainDate
}

/** 职务、学历、职称 changes that reached the book late. What was entered together and happened together is one finding. */
export const personChangeRule: Rule<'changes' | 'personChanges' | 'holidays' | 'records'> = {
  id: 'F4',
  title: '职务、学历等变化应及时更新',
  severity: 'warning',
  effect: 'none',
  sources: [
    {
      law: 'laishan-2011',
      article: null,
      clause: '照片、职务、学历等由单位在变化后 10 个工作日内更新；天数由各地规定',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['changes', 'personChanges', 'holidays', 'records'],
  parameters: [DAYS, REVIEW],
  check: ({ snapshot, index, parameters }) => {
    const days = numberParameter(parameters, DAYS)
    const since = addMonthsToDay(snapshot.asOf, -numberParameter(parameters, REVIEW))
    const recent = changesOf(snapshot, index).filter((change) => change.from >= since)
    return [...Map.groupBy(recent, (change) => change.from)].flatMap(([from, sameDay]) => {
      const deadline = workingDaysAfter(from, days, snapshot.holidays)
      if (snapshot.asOf <= deadline) return []
      const late = sameDay.filter(
        (change) =>
          change.recordedOn > deadline &&
          (filedOn(snapshot.records.filing, 'change', change.personId, from) ?? change.recordedOn) > deadline,
      )
      return [...Map.groupBy(late, (change) => change.recordedOn)].map(([recordedOn, together]) =>
        toFlag({ from, recordedOn, deadline, days }, together, index),
      )
    })
  },
}

/** Of people still here; corrections and the first thing known of somebody are no changes. */
function changesOf(snapshot: Pick<BookSnapshot, 'changes' | 'personChanges'>, index: SnapshotIndex): readonly Change[] {
  const posts = snapshot.changes
    .filter((change) => changesPost(change) && !change.correction)
    .flatMap(({ personId, on, recordedOn }) => (personId === null ? [] : [{ personId, from: on, recordedOn }]))
  return [...posts, ...snapshot.personChanges.filter((change) => change.followsAnother)].filter(
    (change) => index.person(change.personId) !== undefined,
  )
}

interface Lateness {
  readonly from: PlainDate
  readonly recordedOn: PlainDate
  readonly deadline: PlainDate
  readonly days: number
}

function toFlag(
  { from, recordedOn, deadline, days }: Lateness,
  together: readonly Change[],
  index: SnapshotIndex,
): Flag {
  const ids = [...new Set(together.map((change) => change.personId))]
  const [only, ...others] = ids
  const subject = only === undefined || others.length > 0 ? {} : { unitId: unitIdOf(index, only), personId: only }
  return {
    ...subject,
    text: `${nameList(peopleOf(index, ids))}的职务、学历等${dateText(from)}变化，应在${dateText(deadline)}前更新（${days} 个工作日），${dateText(recordedOn)}才登记。`,
    remedy: `变化当月即登记；生效日期填错的，更正日期。${ASK_RECEIPT}`,
    facts: { 变化日: from, 应更新日: deadline, 登记日: recordedOn, 人数: ids.length },
  }
}
