import { leadershipRole } from '../../import-plan/leadership-role.ts'
import type { HoldingKind, LeadershipRole } from '../../model/person.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { UnitKind } from '../../model/unit.ts'
import type { EventRefusal, EventTools, FactWrite } from './event-plan.ts'
import type { HoldingTable, PostVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { impossible, isRefusal, unitOn } from './people-in-events.ts'
import { goesWithPerson, IS_GUEST } from './leave-post.ts'
import { insertRow, updateRow } from './pieces.ts'
import { earlierEnd } from '../book/presence.ts'
import { POST_STATE_NAMES, seatable, takeIntoUse } from './post-state.ts'
import { carryFromDay } from './carry-from-day.ts'
import { lifeEnd } from './unit-life.ts'
import { unitStretches } from './unit-stretches.ts'

/* A post for somebody to sit in: the vacant one with the title, or a new one. A post survives its holder, so it is taken again. */

export interface SeatWish {
  readonly unitId: string
  /** A title, or the id of one post. */
  readonly post: string
  readonly from: PlainDate
  /** First day the seat is no longer needed; null: open. */
  readonly to: PlainDate | null
  readonly personId: string
  readonly kind: HoldingKind
  /** 正职/副职; null: takes no 领导职数; not said: as the post has it. */
  readonly leadership?: LeadershipRole | null | undefined
  /** Sits down beside the present holder for a handover; the row then carries the overlap flag. */
  readonly handover?: 'overlap' | 'succeed' | undefined
}

/** The wish of somebody whose holding goes on at another post. */
export function goingOn(
  row: HoldingTable,
  on: PlainDate,
  wish: Pick<SeatWish, 'unitId' | 'post' | 'leadership' | 'handover'>,
): SeatWish {
  return { ...wish, from: on, to: row.valid_to, personId: row.person_id, kind: row.kind }
}

export interface Seat {
  readonly postId: string
  readonly title: string
  /** 占职数. */
  readonly occupiesLeadership: 0 | 1
  /** 允许交接重叠. */
  readonly overlapAllowed: 0 | 1
  readonly writes: readonly FactWrite[]
}

/** Takes a vacant post of the unit or makes one. Refuses a post that somebody holds, that is frozen or that ends too early. */
export function takeSeat(ledger: LedgerBook, wish: SeatWish, tools: EventTools): Seat | EventRefusal {
  const unit = unitOn(ledger, wish.unitId, wish.from)
  if (isRefusal(unit)) return unit
  const titled = ledger.postsTitled(wish.unitId, wish.post, wish.from)
  const named = titled.find((version) => version.post_id === wish.post)
  if (wish.handover === 'overlap') {
    const beside = sitBeside(ledger, named === undefined ? titled : [named], wish, tools)
    if (beside !== null) return beside
    // The title may be held in another post (党委委员、纪委书记): then the handover is of the title, in a post of its own.
    const own = takeSeat(ledger, { ...wish, handover: undefined }, tools)
    return isRefusal(own) ? own : { ...own, overlapAllowed: 1 }
  }
  const free = (named === undefined ? titled : [named]).filter((version) => isFree(ledger, version, wish))
  const fitting =
    IS_GUEST[wish.kind] && named === undefined ? free.filter((version) => version.leadership === null) : free
  const found = fitting.find((version) => version.leadership === (wish.leadership ?? null)) ?? fitting[0]
  if (found !== undefined) return seatIn(ledger, found, wish, tools)
  if (named !== undefined) return taken(ledger, named, wish)
  const closed = titled.find(
    (version) => !seatable(version) && ledger.holdersOf(version.post_id, wish.from).length === 0,
  )
  if (closed !== undefined)
    return impossible(`${unit.name}的“${closed.title}”已${POST_STATE_NAMES[closed.state]}，不能安排人员`)
  if (ledger.postVersions(wish.post).length > 0) return impossible(`所选岗位 ${wish.from} 不在${unit.name}`)
  return makeSeat(ledger, unit.kind, wish, tools)
}

/** Takes a post that somebody still holds; null where nobody does. */
function sitBeside(
  ledger: LedgerBook,
  candidates: readonly PostVersionTable[],
  wish: SeatWish,
  tools: EventTools,
): Seat | null {
  const held = candidates.find(
    (version) =>
      ledger
        .holdersOf(version.post_id, wish.from)
        .some((row) => row.person_id !== wish.personId && row.occupies_quota === 1) &&
      staysOpen(ledger, ledger.postVersions(version.post_id), wish),
  )
  return held === undefined ? null : { ...seatIn(ledger, held, wish, tools), overlapAllowed: 1 }
}

/** True where nobody but the person sits in the post over the whole range, and it takes people throughout. */
function isFree(ledger: LedgerBook, version: PostVersionTable, wish: SeatWish): boolean {
  const others = ledger.allHoldersOf(version.post_id).filter((row) => row.person_id !== wish.personId)
  const met = others.some(
    (row) => (row.valid_to === null || row.valid_to > wish.from) && (wish.to === null || row.valid_from < wish.to),
  )
  return !met && staysOpen(ledger, ledger.postVersions(version.post_id), wish)
}

function staysOpen(ledger: LedgerBook, versions: readonly PostVersionTable[], { from, to }: SeatWish): boolean {
  let day = from
  for (const version of versions) {
    if (version.valid_to !== null && version.valid_to <= day) continue
    if (version.valid_from > day || !seatable(version) || !livesThrough(ledger, version, day, to)) return false
    if (version.valid_to === null || (to !== null && version.valid_to >= to)) return true
    day = version.valid_to
  }
  return false
}

/** True where the version's unit is there as long as the seat is needed in it. */
function livesThrough(ledger: LedgerBook, version: PostVersionTable, day: PlainDate, to: PlainDate | null): boolean {
  if (ledger.unitAt(version.unit_id, day) === undefined) return false
  const [end, needed] = [lifeEnd(ledger, version.unit_id, day), earlierEnd(version.valid_to, to)]
  return end === null || (needed !== null && needed <= end)
}

function taken(ledger: LedgerBook, version: PostVersionTable, wish: SeatWish): EventRefusal {
  if (!seatable(version)) return impossible(`岗位“${version.title}”已${POST_STATE_NAMES[version.state]}，不能安排人员`)
  const later = ledger
    .allHoldersOf(version.post_id)
    .find((row) => row.person_id !== wish.personId && row.valid_from > wish.from)
  const held = ledger.holdersOf(version.post_id, wish.from).some((row) => row.person_id !== wish.personId)
  if (!held && later !== undefined) return impossible(`岗位“${version.title}”从 ${later.valid_from} 起已安排他人`)
  return impossible(held ? `岗位“${version.title}”${wish.from} 这天还有人` : `岗位“${version.title}”之后要冻结或撤销`)
}

function seatIn(ledger: LedgerBook, version: PostVersionTable, wish: SeatWish, tools: EventTools): Seat {
  const versions = ledger.postVersions(version.post_id)
  const role = wish.leadership
  const leads =
    role === undefined
      ? version.leadership !== null && !IS_GUEST[wish.kind] && wish.kind !== 'concurrent'
      : role !== null
  const writes =
    role === undefined || role === null || role === version.leadership
      ? takeIntoUse(versions, version.post_id, wish.from, tools)
      : asLeaderPost(versions, version, role, wish.from, tools)
  return { postId: version.post_id, title: version.title, occupiesLeadership: leads ? 1 : 0, overlapAllowed: 0, writes }
}

/** The post is a leadership post from the day on, and in use. */
function asLeaderPost(
  versions: readonly PostVersionTable[],
  version: PostVersionTable,
  role: LeadershipRole,
  day: PlainDate,
  tools: EventTools,
): readonly FactWrite[] {
  const use = (row: PostVersionTable) => (row.state === 'planned' && row.id === version.id ? 'inUse' : row.state)
  return carryFromDay(versions, day, 'leadership', role).flatMap(({ op, row }): readonly FactWrite[] => {
    if (op === 'set') return [updateRow('post_version', row.id, { leadership: role, state: use(row) })]
    return [
      updateRow('post_version', row.id, { valid_to: day }),
      insertRow('post_version', {
        ...row,
        id: tools.newId(),
        leadership: role,
        state: use(row),
        valid_from: day,
        recorded_at: tools.recordedAt,
      }),
    ]
  })
}

/**
 * A new post from the day on; where the unit is merged later, it goes along to the unit that takes over. One made for a guest ends with the guest,
 * also where the end was registered before the beginning.
 */
function makeSeat(ledger: LedgerBook, kind: UnitKind, wish: SeatWish, tools: EventTools): Seat | EventRefusal {
  const stretches = unitStretches(ledger, wish.unitId, wish.from, wish.to)
  if (isRefusal(stretches)) return stretches
  const last = goesWithPerson(wish.kind, wish.post) ? wish.to : null
  const guest = IS_GUEST[wish.kind] || wish.kind === 'concurrent'
  const role = wish.leadership === undefined ? (guest ? null : leadershipRole(kind, wish.post)) : wish.leadership
  const postId = tools.newId()
  const version = {
    post_id: postId,
    title: wish.post,
    leadership: role,
    state: 'inUse' as const,
    recorded_at: tools.recordedAt,
  }
  return {
    postId,
    title: wish.post,
    occupiesLeadership: role === null ? 0 : 1,
    overlapAllowed: 0,
    writes: [
      insertRow('post', { id: postId, recorded_at: tools.recordedAt }),
      ...stretches
        .filter((stretch) => last === null || stretch.from < last)
        .map((stretch) =>
          insertRow('post_version', {
            ...version,
            id: tools.newId(),
            unit_id: stretch.unitId,
            valid_from: stretch.from,
            valid_to: earlierEnd(stretch.to, last),
          }),
        ),
    ],
  }
}
