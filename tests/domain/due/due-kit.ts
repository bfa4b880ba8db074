import type { DueKind, DueState } from '../../../electron/vocabulary/due.ts'
import type { Due } from '../../../electron/domain/due/due.ts'
import { listDue } from '../../../electron/domain/due/list-due.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import type { RecordBook, RecordContents } from '../../../electron/domain/model/records.ts'
import { buildSnapshot, recordOf, seat, type PersonSpec, type SnapshotSpec } from '../../kit/snapshot.ts'

/*
 * Cases of 到期, made by hand from the texts: the day (or month) each expects was counted on paper, not by the program. A case is asked on the day
 * before, on the day and on the day after.
 */

export const OFFICE = '党政办'
export const STATION = '农技站'
export const TEAM = '领导班子'
export const WHO = '甲某'

type Result = RecordContents['annualReview']['result']
/** 考核: year → result, fixed on 25 December of the year; `confirmed` for another day. */
export type Reviews = Readonly<Record<number, Result | { readonly result: Result; readonly confirmed: string }>>

export const SPEC: SnapshotSpec = {
  units: [
    { name: TEAM, kind: 'leadership', quotas: { administrative: 9 } },
    { name: OFFICE, quotas: { administrative: 9 } },
    { name: STATION, kind: 'institution', quotas: { institution: 9 } },
  ],
}

export function reviewsOf(reviews: Reviews, asOf: string, personId = WHO): RecordBook['annualReview'] {
  return Object.entries(reviews).flatMap(([year, told]) => {
    const { result, confirmed } = typeof told === 'string' ? { result: told, confirmed: `${year}-12-25` } : told
    return confirmed > asOf
      ? []
      : [recordOf('annualReview', { year: Number(year), result }, { personId, validFrom: confirmed, id: `考${year}` })]
  })
}

/** What the kind says of the one person on a day, nothing later than ten years on. */
export function dueOn(kind: DueKind, spec: Omit<SnapshotSpec, 'units'>, asOf: string): readonly Due[] {
  return listDue(buildSnapshot({ ...SPEC, ...spec, asOf }), { until: `${Number(asOf.slice(0, 4)) + 10}-12-31`, kind })
}

export function official(more: Partial<PersonSpec> = {}): PersonSpec {
  return { name: WHO, holdings: [seat(OFFICE)], ...more }
}

/** The day before, the day itself and the day after; of a month its neighbours. */
export const ON_EDGE: readonly DueState[] = ['ahead', 'now', 'past']

/** How it stands on the three days around one: `ON_EDGE` where it falls due on just that day or month (under the title), else with the day that was told. */
export function edgeOf(on: string, found: (asOf: string) => Due | undefined, title?: string): readonly string[] {
  const days =
    on.length === 10
      ? [addDays(on, -1), on, addDays(on, 1)]
      : [addDays(`${on}-01`, -1), `${on}-15`, addDays(`${on}-28`, 10)]
  return days.map((asOf) => {
    const due = found(asOf)
    return due?.on === on && (title === undefined || due.title === title)
      ? due.state
      : `${asOf}: ${due?.on ?? '—'} ${due?.state ?? ''} ${due?.title ?? ''}`
  })
}
