import type { BoardSeat } from './board-rows.ts'

/** Where Enter (or a click) on a seat leads: the person on it, or the form that fills it. */
export type SeatDoor =
  | { readonly to: 'person'; readonly personId: string }
  | { readonly to: 'event'; readonly params: Readonly<Record<string, string>> }

/** A taken or promised seat opens its person; a vacant or promised one without a name begins 入编; a frozen one 解冻. */
export function doorOf({ seat, unitId }: BoardSeat): SeatDoor {
  if (seat.personId !== null) return { to: 'person', personId: seat.personId }
  const post = seat.post === '' ? {} : { post: seat.post }
  if (seat.state === 'frozen') return { to: 'event', params: { event: 'post.unfreeze', unit: unitId, ...post } }
  const entry = { event: 'entry', unit: unitId, category: seat.categoryCode }
  // On a promised seat stands the number of its approval; the post is still to be said.
  return { to: 'event', params: seat.state === 'reserved' ? entry : { ...entry, ...post } }
}

/**
 * The form for a person put on a seat: 到位 on the seat that was kept for them, otherwise 内部调整. It takes the day shown by itself.
 * `who`: `person` in an address opens the person's page.
 */
export function seatParams(personId: string, { seat, unitId }: BoardSeat): Readonly<Record<string, string>> {
  if (seat.state === 'reserved') return { event: 'arrival', who: personId }
  return {
    event: 'move',
    who: personId,
    unit: unitId,
    category: seat.categoryCode,
    ...(seat.post === '' ? {} : { post: seat.post }),
  }
}

/** Someone on the way to a seat. Who has not arrived yet has one seat only: the one that was kept. */
export interface Carried {
  readonly personId: string
  readonly name: string
  readonly arrived: boolean
}

/** Null when the seat takes them: an empty one, or the one kept for them. Otherwise why not, in a sentence. */
export function refusal({ seat }: BoardSeat, { personId, arrived }: Carried): string | null {
  switch (seat.state) {
    case 'vacant':
      return arrived ? null : '这人已核准还没到位，放到为其留的座位上。'
    case 'frozen':
      return '这个岗位已冻结，先解冻。'
    case 'reserved':
      return seat.personId === personId ? null : '这个座位已核准给别人，还没到位。'
    case 'filled':
    case 'over':
      return '这个座位有人，只能放到空座上。'
  }
}
