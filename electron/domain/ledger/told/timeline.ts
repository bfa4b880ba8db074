import type { HolidayTable } from '../../model/holiday-table.ts'
import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES } from '../../model/person.ts'
import { addDays, type PlainDate } from '../../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { compareText } from '../../model/counted-holding.ts'
import { causeNamesOf } from '../../../vocabulary/causes.ts'
import type { HoldingTable, LedgerEventTable, PostVersionTable, UnitVersionTable } from '../rows/fact-rows.ts'
import { isLateEntry } from '../journal/late-entry.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import { termWord } from '../sentences/term-word.ts'

/** Everything on record about one person's posts. `events`: theirs, and the 机构 events of the units they sat in. */
export interface TimelineRows {
  readonly holdings: readonly HoldingTable[]
  readonly posts: readonly PostVersionTable[]
  readonly units: readonly UnitVersionTable[]
  readonly events: readonly LedgerEventTable[]
  /** Holiday tables of the book. */
  readonly holidays: readonly HolidayTable[]
}

export interface TimelineEvent {
  readonly on: PlainDate
  /** Null: no event was registered, the row came with an import. */
  readonly type: string | null
  readonly text: string
  readonly document: string | null
  readonly late: boolean
  readonly recordedAt: string
}

/** One stretch in one post under one unit's name; `to` is the first day it no longer holds. */
export interface TimelineSpan {
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly kind: string
  readonly unit: string
  readonly post: string
  readonly category: string | null
  readonly counted: boolean
}

export interface Timeline {
  readonly events: readonly TimelineEvent[]
  readonly spans: readonly TimelineSpan[]
}

/** 履历: what happened to the person, oldest first, and where they sat; a stretch breaks where its post or unit changed under it. */
export function timeline(rows: TimelineRows): Timeline {
  const spans = rows.holdings
    .flatMap((holding) => spansOf(rows, holding))
    .toSorted((one, other) => compareText(one.from, other.from) || Number(other.counted) - Number(one.counted))
  const told = rows.events
    .filter((event) => event.person_id !== null || wasThere(rows, event))
    .map((event) => eventOf(rows, event))
  const own = new Set(rows.events.filter((event) => event.person_id !== null).map((event) => event.effective_on))
  // A holding nobody registered an event for came with an import: the sheet said so, and no more.
  const imported = rows.holdings
    .filter((holding) => !own.has(holding.valid_from))
    .map((holding) => importedEvent(rows, holding))
  return {
    events: [...told, ...imported].toSorted(
      (one, other) => compareText(one.on, other.on) || compareText(one.recordedAt, other.recordedAt),
    ),
    spans,
  }
}

function spansOf(rows: TimelineRows, holding: HoldingTable): readonly TimelineSpan[] {
  const fixed = {
    kind: kindWord(holding),
    category: holding.category === null ? null : QUOTA_CATEGORY_NAMES[holding.category],
    counted: holding.occupies_quota === 1,
  }
  if (holding.post_id === null)
    return [{ from: holding.valid_from, to: holding.valid_to, ...fixed, unit: holding.counterpart ?? '', post: '' }]
  const spans: TimelineSpan[] = []
  for (const from of breaksOf(rows, holding)) {
    const { unit, post } = placeOn(rows, holding, from)
    const last = spans.at(-1)
    if (last !== undefined) spans[spans.length - 1] = { ...last, to: from }
    if (last?.unit === unit && last.post === post) spans[spans.length - 1] = { ...last, to: null }
    else spans.push({ from, to: null, ...fixed, unit, post })
  }
  return spans.map((span, place) => (place === spans.length - 1 ? { ...span, to: holding.valid_to } : span))
}

/** First day of the holding, and every day within it on which its post or the post's unit has a new version. */
function breaksOf(rows: TimelineRows, holding: HoldingTable): readonly PlainDate[] {
  const within = (day: PlainDate) => day > holding.valid_from && (holding.valid_to === null || day < holding.valid_to)
  const posts = rows.posts.filter((version) => version.post_id === holding.post_id)
  const units = new Set(posts.map((version) => version.unit_id))
  const days = [...posts, ...rows.units.filter((version) => units.has(version.unit_id))]
    .map((version) => version.valid_from)
    .filter(within)
  return [...new Set([holding.valid_from, ...days])].toSorted()
}

function placeOn(
  rows: TimelineRows,
  holding: HoldingTable,
  day: PlainDate,
): { readonly unit: string; readonly post: string } {
  const post = rows.posts.find((version) => version.post_id === holding.post_id && rowInForce(version, day))
  return { unit: post === undefined ? '' : unitName(rows, post.unit_id, day), post: post?.title ?? '' }
}

/** The name on the day, else the last one borne before. */
function unitName(rows: TimelineRows, unitId: string, day: PlainDate): string {
  const own = rows.units.filter((version) => version.unit_id === unitId)
  return (
    (
      own.find((version) => rowInForce(version, day)) ??
      own
        .filter((version) => version.valid_from <= day)
        .toSorted((one, other) => compareText(one.valid_from, other.valid_from))
        .at(-1)
    )?.name ?? ''
  )
}

/** True when the person sat in one of the event's units on its day or the day before. */
function wasThere(rows: TimelineRows, event: LedgerEventTable): boolean {
  return [addDays(event.effective_on, -1), event.effective_on].some((day) =>
    rows.holdings.some((holding) => {
      if (!rowInForce(holding, day)) return false
      const unitId = rows.posts.find(
        (version) => version.post_id === holding.post_id && rowInForce(version, day),
      )?.unit_id
      return unitId !== undefined && (unitId === event.unit_id || unitId === event.other_unit_id)
    }),
  )
}

function eventOf(rows: TimelineRows, event: LedgerEventTable): TimelineEvent {
  return {
    on: event.effective_on,
    type: event.type,
    text: event.person_id === null ? (event.note ?? '') : eventText(rows, event),
    document: event.document_number,
    late: isLateEntry(event.effective_on, event.recorded_at, rows.holidays),
    recordedAt: event.recorded_at,
  }
}

/** "自党政综合办公室到经济发展办公室，任副主任，行政编制，公开招聘；备注". */
function eventText(rows: TimelineRows, event: LedgerEventTable): string {
  const day = event.effective_on
  const to =
    event.unit_id === null ? '' : unitName(rows, event.unit_id, day) || unitName(rows, event.unit_id, addDays(day, -1))
  const place = event.other_unit_id === null ? to : `自${unitName(rows, event.other_unit_id, addDays(day, -1))}到${to}`
  const begun = rows.holdings.find((holding) => holding.valid_from === day && holding.post_id !== null)
  const post = begun === undefined ? '' : placeOn(rows, begun, day).post
  const outside = rows.holdings.find((holding) => holding.valid_from === day && holding.counterpart !== null)
  const parts = [
    place,
    post === '' ? '' : `任${post}`,
    event.category === null ? '' : QUOTA_CATEGORY_NAMES[event.category],
    causeText(event),
    outside === undefined ? '' : counterpartText(outside),
  ]
  const said = parts.filter((part) => part !== '').join('，')
  return event.note === null ? said : [said, event.note].filter((part) => part !== '').join('；')
}

function causeText(event: LedgerEventTable): string {
  if (event.cause === null) return ''
  const names = causeNamesOf(event.type)
  return names[event.cause] ?? event.cause
}

function counterpartText(holding: HoldingTable): string {
  return holding.kind === 'secondedOut'
    ? `${termWord(holding)}到${holding.counterpart ?? ''}`
    : `来自${holding.counterpart ?? ''}`
}

function importedEvent(rows: TimelineRows, holding: HoldingTable): TimelineEvent {
  const { unit, post } =
    holding.post_id === null
      ? { unit: holding.counterpart ?? '', post: '' }
      : placeOn(rows, holding, holding.valid_from)
  const category = holding.category === null ? '' : QUOTA_CATEGORY_NAMES[holding.category]
  const text = [
    `${kindWord(holding)}：${unit === '' ? '当时机构未登记' : unit}`,
    post,
    category,
    holding.entry_route ?? '',
  ]
    .filter((part) => part !== '')
    .join('，')
  return {
    on: holding.valid_from,
    type: null,
    text,
    document: holding.entry_document_number,
    late: false,
    recordedAt: holding.recorded_at,
  }
}

function kindWord(holding: HoldingTable): string {
  if (holding.off_quota_kind !== null) return OFF_QUOTA_KIND_NAMES[holding.off_quota_kind]
  return holding.kind === 'secondedOut' ? termWord(holding) : HOLDING_KIND_NAMES[holding.kind]
}
