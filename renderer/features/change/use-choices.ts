import { useMemo } from 'react'
import type { CategoryCode } from '../../../electron/contract/shapes.ts'
import type { EventType } from '../../../electron/vocabulary/events.ts'
import { useQuery } from '../../api/use-query.ts'
import type { PersonChoice } from '../../parts/person-picker.tsx'

/** A unit to choose, as it stands on the event's day. */
export interface UnitChoice {
  readonly unitId: string
  readonly name: string
  readonly nameplates: readonly string[]
  readonly categories: readonly CategoryCode[]
}

/** The units of that day, the township itself left out. */
export function useUnits(on: string | undefined): readonly UnitChoice[] {
  const units = useQuery('units.read', on === undefined ? null : { asOf: on }).data?.units
  return useMemo(
    () =>
      (units ?? [])
        .filter((unit) => unit.kind !== 'township')
        .map((unit) => ({
          unitId: unit.unitId,
          name: unit.name,
          nameplates: unit.nameplates,
          categories: unit.quotas.filter((quota) => quota.role === 'allocation').map((quota) => quota.categoryCode),
        })),
    [units],
  )
}

/** Who the event may be about on that day: who is here; those who have left and those still to arrive can be named by typing. */
export function usePeople(type: EventType, on: string | undefined): readonly PersonChoice[] {
  const present = useQuery('roster.read', on === undefined ? null : { asOf: on }).data?.people
  const seats = useQuery('seats.read', type === 'arrival' && on !== undefined ? { asOf: on } : null).data?.units
  const left = useQuery(
    'changes.read',
    type === 'restore' && on !== undefined ? { from: yearsBefore(on, 10), to: on } : null,
  ).data?.rows
  return useMemo(() => {
    const here: readonly PersonChoice[] = (present ?? []).map(
      ({ personId, name, unit, post, status, list, idNumberMasked }) => ({
        personId,
        name,
        unit,
        post,
        status,
        list,
        idNumberMasked,
      }),
    )
    if (type === 'arrival') {
      const waiting = (seats ?? []).flatMap((unit) =>
        unit.lines.flatMap((line) => line.seats.map((seat) => ({ seat, unit: unit.unit }))),
      )
      return waiting.flatMap(({ seat, unit }) =>
        seat.state === 'reserved' && seat.personId !== null
          ? [
              {
                personId: seat.personId,
                name: seat.name ?? '',
                unit,
                post: seat.post,
                status: '已核准未到位',
                list: null,
                idNumberMasked: null,
              },
            ]
          : [],
      )
    }
    if (type !== 'restore') return here
    const gone = (left ?? []).filter(
      (row) => row.kind === 'out' && !here.some((person) => person.personId === row.personId),
    )
    return [
      ...new Map(
        gone.map((row) => [
          row.personId,
          {
            personId: row.personId,
            name: row.person,
            unit: row.fromUnit ?? '',
            post: `${row.on} 出编`,
            status: row.cause ?? '',
            list: null,
            idNumberMasked: null,
          },
        ]),
      ).values(),
    ]
  }, [type, present, seats, left])
}

/** Titles of posts to suggest for a unit: the vacant ones first, each said to be vacant. */
export function usePosts(
  unitId: string | undefined,
  on: string | undefined,
): readonly { readonly title: string; readonly note: string }[] {
  const posts = useQuery('posts.read', unitId === undefined || on === undefined ? null : { unitId, asOf: on }).data
    ?.posts
  return useMemo(() => {
    const open = (posts ?? []).filter((post) => post.state !== 'abolished')
    const ordered = [...open.filter((post) => post.holder === null), ...open.filter((post) => post.holder !== null)]
    return [
      ...new Map(
        ordered.map((post) => [
          post.title,
          {
            title: post.title,
            note: post.holder ?? (post.vacantDays === null ? '空缺' : `空缺 ${post.vacantDays} 天`),
          },
        ]),
      ).values(),
    ]
  }, [posts])
}

function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years)}-01-01`
}
