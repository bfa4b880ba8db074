import { listDueInSteps } from '../due/list-due.ts'
import { stateDue, type Due } from '../due/due.ts'
import { findRetirementNotices } from '../due/find-retirement-due.ts'
import { dueText } from '../due/due-sheet.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import { wholeOf } from '../model/in-steps.ts'
import { addMonths, type PlainDate } from '../model/plain-date.ts'
import { indexSnapshot, type SnapshotIndex } from '../model/snapshot-index.ts'
import type { Duty } from './duty.ts'
import { dayInMonth } from './duty-dates.ts'

/*
 * 待办 from 到期: what falls due for somebody, one line a person; what is missing of many, one line a year. 借调 and 退休 are duties of their own
 * (book-duties); of whom nothing can be told stands on the list of 到期 alone.
 */

const BY_PERSON = ['rank', 'probation', 'term', 'contract'] as const
const BY_YEAR = ['review', 'training'] as const

/** Duties of what falls due by a day. */
export function dueDuties(snapshot: BookSnapshot, until: PlainDate): readonly Duty[] {
  return wholeOf(dueDutiesInSteps(snapshot, until))
}

/** The same, so many people at a time. */
export function* dueDutiesInSteps(snapshot: BookSnapshot, until: PlainDate): Generator<void, readonly Duty[]> {
  const index = indexSnapshot(snapshot)
  const asked = { until: until < snapshot.asOf ? snapshot.asOf : until }
  const duties: Duty[][] = []
  for (const kind of BY_PERSON) {
    const due = yield* listDueInSteps(snapshot, { ...asked, kind })
    duties.push(due.flatMap((one) => personDuty(kind, one, index) ?? []))
  }
  // The retirement itself is a duty of its own; what must be said in writing before it is not.
  duties.push(
    findRetirementNotices({ snapshot, index, ...asked }).flatMap(
      (fact) => personDuty('retirement', stateDue(fact, snapshot.asOf), index) ?? [],
    ),
  )
  for (const kind of BY_YEAR) duties.push([...yearDuties(kind, yield* listDueInSteps(snapshot, { ...asked, kind }))])
  return duties.flat()
}

function personDuty(kind: (typeof BY_PERSON)[number] | 'retirement', due: Due, index: SnapshotIndex): Duty | null {
  if (due.on === null) return null
  const month = due.on.length === 7
  return {
    duty: `due-${kind}`,
    period: `${due.personId} ${due.what} ${due.on}`,
    title: `${index.person(due.personId)?.name ?? ''}${due.title}`,
    detail: `${dueText(due)}。`,
    from: month ? `${due.on}-01` : null,
    dueOn: month ? dayInMonth(due.on, 31) : due.on,
    undated: null,
    source: nameSource(due),
    personId: due.personId,
    unitId: due.unitId,
    kind: 'book',
  }
}

function yearDuties(kind: (typeof BY_YEAR)[number], due: readonly Due[]): readonly Duty[] {
  return [...Map.groupBy(due, ({ what }) => what)].map(([year, people]) => ({
    duty: `due-${kind}`,
    period: year,
    title:
      kind === 'review'
        ? `${year} 年度考核 ${people.length} 人没有登记`
        : `${year} 年培训 ${people.length} 人不足或没有登记`,
    detail: kind === 'review' ? '在资料里逐人登记或导入等次。' : '补登参加过的培训；确实不足的，安排补训。',
    from: null,
    dueOn: kind === 'review' ? dayInMonth(addMonths(`${year}-12`, 1), 31) : `${year}-12-31`,
    undated: null,
    source: people[0] === undefined ? '' : nameSource(people[0]),
    personId: null,
    unitId: null,
    kind: 'book',
  }))
}

function nameSource({ source: { document, article } }: Due): string {
  return article === null ? document : `${document} ${article}`
}
