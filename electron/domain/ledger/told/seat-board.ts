import { ABSENCE_KIND_NAMES } from '../../../vocabulary/standing.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { FigureLine, Figures } from '../../model/figures.ts'
import type { RosterEntry } from '../../model/finding.ts'
import type { Post } from '../../model/person.ts'
import { natureOfCategory, QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { EntryApproval } from '../../model/quota.ts'
import { natureOfUnit, UNIT_KIND_NAMES, type Unit } from '../../model/unit.ts'
import { openSeats } from '../../quota/open-seats.ts'
import { indexSnapshot, postTitle, type SnapshotIndex } from '../../model/snapshot-index.ts'
import { WAITING } from '../planning/leave-post.ts'
import { termWord } from '../sentences/term-word.ts'

export type SeatState = 'filled' | 'vacant' | 'reserved' | 'frozen' | 'over'

/** One seat as it is drawn. */
export interface Seat {
  readonly state: SeatState
  /** The post where one is set up; a vacant seat may be a number of the quota alone. */
  readonly postId: string | null
  readonly post: string
  readonly personId: string | null
  readonly name: string | null
  /** 借出 病休 学习 离岗 停职 挂职: away, and still counted. */
  readonly mark: string | null
  /** 不合规: counted here, and kept off the public sheet. */
  readonly barred: boolean
}

export interface SeatLine {
  readonly line: FigureLine
  readonly seats: readonly Seat[]
}

export interface SeatUnit {
  readonly unit: Unit
  readonly lines: readonly SeatLine[]
  /** 兼任 here, counted at home. */
  readonly concurrent: readonly { readonly name: string; readonly post: string; readonly from: string }[]
}

export interface SeatBoard {
  readonly units: readonly SeatUnit[]
  readonly tray: readonly { readonly personId: string; readonly name: string; readonly why: string }[]
}

/**
 * 定编到人: every line's seats. Filled are the people within the quota, over those beyond it: exactly the over-quota list, and where people
 * kept off the sheet use up the excess, the last of those. Reserved seats are drawn even where they find no room. What is left
 * of the quota is frozen as far as the unit has frozen posts, then its posts nobody holds, then seats without a post:
 * filled + over = 实有, reserved = 已核准未到位, vacant + frozen = 空编. A post does not say its 编制类型; vacant ones go to the categories of
 * the unit's nature first. The tray holds people without a seat (混编, not arrived, 未登记占编) and those whose seat is only 待安排.
 * `roster` in display order. Linear in the book's size.
 */
export function seatBoard(snapshot: BookSnapshot, figures: Figures, roster: readonly RosterEntry[]): SeatBoard {
  const board = prepare(snapshot, roster)
  const linesOf = Map.groupBy(figures.lines, (line) => line.unitId)
  const concurrent = Map.groupBy(concurrentPosts(snapshot, board.index), (entry) => entry.unitId)
  return {
    units: snapshot.units.flatMap((unit) => {
      const own = (linesOf.get(unit.id) ?? []).toSorted(
        (left, right) => rankOfLine(unit, left) - rankOfLine(unit, right),
      )
      const posts = { frozen: [...(board.frozen.get(unit.id) ?? [])], vacant: [...(board.vacant.get(unit.id) ?? [])] }
      const guests = concurrent.get(unit.id) ?? []
      if (own.length === 0 && guests.length === 0) return []
      return [
        {
          unit,
          lines: own.map((line) => ({ line, seats: seatsOf(board, line, posts) })),
          concurrent: guests.map(({ name, post, from }) => ({ name, post, from })),
        },
      ]
    }),
    tray: trayOf(snapshot, figures, board),
  }
}

interface Board {
  readonly index: SnapshotIndex
  readonly place: ReadonlyMap<string, number>
  readonly over: ReadonlySet<string>
  readonly barred: ReadonlySet<string>
  readonly marks: ReadonlyMap<string, string>
  readonly approvals: ReadonlyMap<string, EntryApproval>
  readonly open: (approval: EntryApproval) => number
  readonly frozen: ReadonlyMap<string, readonly Post[]>
  readonly vacant: ReadonlyMap<string, readonly Post[]>
}

function prepare(snapshot: BookSnapshot, roster: readonly RosterEntry[]): Board {
  const held = new Set(snapshot.holdings.flatMap((holding) => holding.postId ?? []))
  const free = snapshot.posts.filter((post) => !held.has(post.id) && post.title !== WAITING)
  return {
    index: indexSnapshot(snapshot),
    place: new Map(roster.map((entry, place) => [entry.personId, place])),
    over: new Set(roster.filter((entry) => entry.list === 'over-quota').map((entry) => entry.personId)),
    barred: new Set(roster.filter((entry) => entry.list === 'non-compliant').map((entry) => entry.personId)),
    marks: marksOf(snapshot),
    approvals: new Map(snapshot.approvals.map((approval) => [approval.id, approval])),
    open: openSeats(snapshot),
    frozen: Map.groupBy(
      free.filter((post) => post.state === 'frozen'),
      (post) => post.unitId,
    ),
    vacant: Map.groupBy(
      free.filter((post) => post.state === 'inUse' || post.state === 'planned'),
      (post) => post.unitId,
    ),
  }
}

function marksOf(snapshot: BookSnapshot): ReadonlyMap<string, string> {
  const marks = new Map<string, string>()
  const add = (personId: string, mark: string) =>
    marks.set(personId, marks.has(personId) ? `${marks.get(personId)}、${mark}` : mark)
  for (const holding of snapshot.holdings) if (holding.kind === 'secondedOut') add(holding.personId, termWord(holding))
  for (const absence of snapshot.absences) add(absence.personId, ABSENCE_KIND_NAMES[absence.kind])
  return marks
}

/** Categories of the unit's own nature take its free posts first. */
function rankOfLine(unit: Unit, line: FigureLine): number {
  return natureOfCategory(line.category) === natureOfUnit(unit.kind) ? 0 : 1
}

function seatsOf(
  board: Board,
  line: FigureLine,
  posts: { readonly frozen: Post[]; readonly vacant: Post[] },
): readonly Seat[] {
  const people = line.personIds.toSorted((left, right) => (board.place.get(left) ?? 0) - (board.place.get(right) ?? 0))
  const beyond = new Set(people.filter((personId) => board.over.has(personId)))
  const barred = people.filter((personId) => board.barred.has(personId) && !beyond.has(personId))
  for (const personId of barred.slice(barred.length - Math.max(0, line.over - beyond.size))) beyond.add(personId)
  const frozen = posts.frozen.splice(0, line.vacancy)
  const vacant = posts.vacant.splice(0, line.vacancy - frozen.length)
  const bare = Array.from({ length: line.vacancy - frozen.length - vacant.length }, (): Seat => ({
    ...NOBODY,
    state: 'vacant',
    postId: null,
    post: '',
  }))
  return [
    ...people.filter((personId) => !beyond.has(personId)).map((personId) => personSeat(board, personId, 'filled')),
    ...line.approvalIds.flatMap((id) => reservedSeats(board, id)),
    ...frozen.map((post): Seat => ({ ...NOBODY, state: 'frozen', postId: post.id, post: post.title })),
    ...vacant.map((post): Seat => ({ ...NOBODY, state: 'vacant', postId: post.id, post: post.title })),
    ...bare,
    ...people.filter((personId) => beyond.has(personId)).map((personId) => personSeat(board, personId, 'over')),
  ]
}

const NOBODY = { personId: null, name: null, mark: null, barred: false } as const

function personSeat({ index, marks, barred }: Board, personId: string, state: 'filled' | 'over'): Seat {
  const holding = index.countedHoldingOf(personId)
  return {
    state,
    postId: holding?.postId ?? null,
    post: holding === undefined ? '' : postTitle(index, holding),
    personId,
    name: index.person(personId)?.name ?? '',
    mark: marks.get(personId) ?? null,
    barred: barred.has(personId),
  }
}

/** The approval's seats nobody has come to yet; its number stands where the post will. */
function reservedSeats(board: Board, approvalId: string): readonly Seat[] {
  const approval = board.approvals.get(approvalId)
  if (approval === undefined) return []
  const name = approval.personId === null ? null : (board.index.person(approval.personId)?.name ?? null)
  const seat: Seat = {
    state: 'reserved',
    postId: null,
    post: approval.number,
    personId: approval.personId,
    name,
    mark: null,
    barred: false,
  }
  return Array.from({ length: board.open(approval) }, () => seat)
}

function concurrentPosts(snapshot: BookSnapshot, index: SnapshotIndex) {
  return snapshot.holdings.flatMap((holding) => {
    const unit = holding.kind === 'concurrent' ? index.unitOf(holding) : undefined
    const home = index.countedHoldingOf(holding.personId)
    if (unit === undefined || home?.id === holding.id) return []
    return [
      {
        unitId: unit.id,
        name: index.person(holding.personId)?.name ?? '',
        post: postTitle(index, holding),
        from: (home === undefined ? undefined : index.unitOf(home)?.name) ?? '',
      },
    ]
  })
}

function trayOf(snapshot: BookSnapshot, figures: Figures, board: Board): SeatBoard['tray'] {
  const { index } = board
  const nameOf = (personId: string) => index.person(personId)?.name ?? ''
  const mixed = figures.misplaced.flatMap((line) => {
    const unit = index.unit(line.unitId)
    const why =
      unit === undefined
        ? ''
        : `混编：${unit.name}是${UNIT_KIND_NAMES[unit.kind]}，没有${QUOTA_CATEGORY_NAMES[line.category]}`
    return line.personIds.map((personId) => ({ personId, name: nameOf(personId), why }))
  })
  const waiting = index.present.flatMap(({ person, holdings, counted }) => {
    const unit = counted === undefined ? undefined : index.unitOf(counted)
    if (counted !== undefined && postTitle(index, counted) === WAITING)
      return [{ personId: person.id, name: person.name, why: `${WAITING}：占${unit?.name ?? ''}编制，没有岗位` }]
    const loose = counted === undefined && holdings.some((holding) => holding.kind === 'substantive')
    return loose ? [{ personId: person.id, name: person.name, why: '有任职，未登记占用编制' }] : []
  })
  const used = new Set(figures.lines.flatMap((line) => line.approvalIds))
  const coming = snapshot.approvals.flatMap((approval) => {
    if (approval.personId === null || !used.has(approval.id) || board.open(approval) === 0) return []
    return [
      {
        personId: approval.personId,
        name: nameOf(approval.personId),
        why: `已核准未到位：${index.unit(approval.unitId)?.name ?? ''}（${approval.number}）`,
      },
    ]
  })
  return [...mixed, ...waiting, ...coming]
}
