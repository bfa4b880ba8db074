import type { OffQuotaKind } from '../../vocabulary/standing.ts'
import type { CompetitionMethod, RedeploymentChannel } from '../../vocabulary/reform.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import { runOffForecast } from '../ledger/told/run-off-forecast.ts'
import { ledgerBook } from '../ledger/book/ledger-book.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { RecordOf } from '../model/records.ts'
import { indexSnapshot, postTitle } from '../model/snapshot-index.ts'

/*
 * People in a reform: posts that were put up, who applied and with what result, who has no post, where they went, who was let go, and how the 自聘
 * grow fewer. Read from 资料 and events; nothing here is kept twice.
 */

export interface Candidate {
  readonly personId: string
  readonly name: string
  readonly wish: number | null
  readonly score: number | null
  readonly unitChoice: RecordOf<'candidacy'>['unitChoice']
  readonly result: RecordOf<'candidacy'>['result']
  /** They sit in this unit and post on the day. */
  readonly seated: boolean
}

export interface Competition {
  readonly id: string
  readonly code: string
  readonly unitId: string
  readonly unit: string
  readonly post: string
  readonly seats: number
  readonly method: CompetitionMethod
  readonly category: QuotaCategory | null
  readonly announcedOn: PlainDate
  readonly closesOn: PlainDate | null
  readonly noticeFrom: PlainDate | null
  readonly noticeTo: PlainDate | null
  readonly noticeResult: RecordOf<'competition'>['noticeResult']
  readonly candidates: readonly Candidate[]
}

/** Somebody of a unit whose posts were put up, who won none. */
export interface Uncompeted {
  readonly personId: string
  readonly name: string
  readonly unit: string
  readonly post: string
  readonly why: '未报名' | '落选' | '放弃' | '待定'
  /** Where they went; null: not settled. */
  readonly channel: RedeploymentChannel | null
}

export interface Redeployed {
  readonly personId: string
  readonly name: string
  readonly on: PlainDate
  readonly channel: RedeploymentChannel
  readonly destination: string | null
  readonly settleBy: PlainDate | null
  readonly settledOn: PlainDate | null
  readonly treatment: string | null
  readonly documentNumber: string | null
  /** Where they sat last. */
  readonly unit: string
  readonly post: string
}

/** 清退: 编外 ended for that cause, with its reason. */
export interface Dismissed {
  readonly personId: string
  readonly name: string
  readonly on: PlainDate
  readonly kind: OffQuotaKind | null
  readonly unit: string
  readonly reason: string
  readonly documentNumber: string | null
}

/** 自聘消化 of one year and kind: what was planned, and how many left. */
export interface RunOffYearLine {
  readonly year: number
  readonly kind: OffQuotaKind
  readonly planned: number | null
  readonly left: number
  /** Planned and not done when the year was over; null: the year runs on, or nothing was planned. */
  readonly missed: number | null
}

export interface ReformStaffing {
  readonly competitions: readonly Competition[]
  readonly uncompeted: readonly Uncompeted[]
  readonly redeployed: readonly Redeployed[]
  readonly dismissed: readonly Dismissed[]
  readonly runOff: readonly RunOffYearLine[]
}

/** All of it, as the book knows it on the snapshot's day. */
export function reformStaffing(snapshot: BookSnapshot, facts: FactRows): ReformStaffing {
  const competitions = competitionsOf(snapshot)
  return {
    competitions,
    uncompeted: uncompetedOf(snapshot, competitions),
    redeployed: redeployedOf(snapshot, facts),
    dismissed: dismissedOf(snapshot, facts),
    runOff: runOffOf(snapshot),
  }
}

function competitionsOf(snapshot: BookSnapshot): readonly Competition[] {
  const index = indexSnapshot(snapshot)
  const applied = Map.groupBy(snapshot.records.candidacy, ({ code }) => code.trim())
  return snapshot.records.competition.map((record): Competition => {
    const candidates = (applied.get(record.code.trim()) ?? []).flatMap((own): Candidate[] => {
      if (own.personId === null) return []
      const seated = index
        .holdingsOf(own.personId)
        .some((holding) => index.unitOf(holding)?.id === record.unitId && postTitle(index, holding) === record.post)
      return [
        {
          personId: own.personId,
          name: index.person(own.personId)?.name ?? '',
          wish: own.wish,
          score: own.score,
          unitChoice: own.unitChoice,
          result: own.result,
          seated,
        },
      ]
    })
    return {
      id: record.id,
      code: record.code.trim(),
      unitId: record.unitId ?? '',
      unit: index.unit(record.unitId ?? '')?.name ?? '',
      post: record.post,
      seats: record.seats,
      method: record.method,
      category: record.category,
      announcedOn: record.validFrom,
      closesOn: record.closesOn,
      noticeFrom: record.noticeFrom,
      noticeTo: record.noticeTo,
      noticeResult: record.noticeResult,
      candidates: candidates.toSorted(
        (left, right) => (right.score ?? -1) - (left.score ?? -1) || (left.wish ?? 99) - (right.wish ?? 99),
      ),
    }
  })
}

/** Whoever is counted in a unit whose posts were put up, or applied for one, and won none; leaders are appointed, not chosen. */
function uncompetedOf(snapshot: BookSnapshot, competitions: readonly Competition[]): readonly Uncompeted[] {
  const index = indexSnapshot(snapshot)
  const units = new Set(competitions.map(({ unitId }) => unitId))
  const results = Map.groupBy(
    competitions.flatMap(({ candidates }) => candidates),
    ({ personId }) => personId,
  )
  const channels = new Map(snapshot.records.redeployment.map((own) => [own.personId, own.channel]))
  return index.present.flatMap(({ person, counted }): Uncompeted[] => {
    if (counted === undefined || counted.occupiesLeadership) return []
    const own = results.get(person.id) ?? []
    if (own.length === 0 && !units.has(index.unitOf(counted)?.id ?? '')) return []
    if (own.some(({ result }) => result === 'chosen')) return []
    return [
      {
        personId: person.id,
        name: person.name,
        unit: index.unitOf(counted)?.name ?? '',
        post: postTitle(index, counted),
        why: whyNot(own),
        channel: channels.get(person.id) ?? null,
      },
    ]
  })
}

function whyNot(own: readonly Candidate[]): Uncompeted['why'] {
  if (own.length === 0) return '未报名'
  if (own.some(({ result }) => result === 'pending')) return '待定'
  return own.every(({ result }) => result === 'withdrawn') ? '放弃' : '落选'
}

function redeployedOf(snapshot: BookSnapshot, facts: FactRows): readonly Redeployed[] {
  const ledger = ledgerBook(facts)
  return snapshot.records.redeployment.flatMap((own): Redeployed[] => {
    if (own.personId === null) return []
    // The seat of the day before they went, else their last.
    const held = ledger
      .allHoldingsOf(own.personId)
      .filter((row) => row.post_id !== null && row.valid_from < own.validFrom)
      .toSorted((left, right) => (left.valid_from < right.valid_from ? 1 : -1))[0]
    const post =
      held === undefined || held.post_id === null
        ? undefined
        : ledger.postVersions(held.post_id).findLast((row) => row.valid_from < own.validFrom)
    const unit =
      post === undefined
        ? undefined
        : ledger.unitVersions(post.unit_id).findLast((row) => row.valid_from < own.validFrom)
    return [
      {
        personId: own.personId,
        name: ledger.person(own.personId)?.name ?? '',
        on: own.validFrom,
        channel: own.channel,
        destination: own.destination,
        settleBy: own.settleBy,
        settledOn: own.settledOn,
        treatment: own.treatment,
        documentNumber: own.documentNumber,
        unit: unit?.name ?? '',
        post: post?.title ?? '',
      },
    ]
  })
}

function dismissedOf(snapshot: BookSnapshot, facts: FactRows): readonly Dismissed[] {
  const ledger = ledgerBook(facts)
  return facts.ledger_event
    .filter((row) => row.type === 'offQuota.end' && row.cause === 'dismissed' && row.effective_on <= snapshot.asOf)
    .map((row) => {
      const personId = row.person_id ?? ''
      const held = ledger
        .allHoldingsOf(personId)
        .find((holding) => holding.kind === 'offQuota' && holding.valid_to === row.effective_on)
      return {
        personId,
        name: ledger.person(personId)?.name ?? '',
        on: row.effective_on,
        kind: held?.off_quota_kind ?? null,
        unit:
          row.unit_id === null
            ? ''
            : (ledger.unitVersions(row.unit_id).findLast(({ valid_from }) => valid_from <= row.effective_on)?.name ??
              ''),
        reason: row.note ?? '',
        documentNumber: row.document_number,
      }
    })
    .toSorted((left, right) => (left.on < right.on ? -1 : 1))
}

function runOffOf(snapshot: BookSnapshot): readonly RunOffYearLine[] {
  const thisYear = Number(snapshot.asOf.slice(0, 4))
  return runOffForecast({
    asOf: snapshot.asOf,
    history: snapshot.offQuotaHistory,
    plans: snapshot.runOffPlans,
    retireMonths: new Map(),
  })
    .filter(({ year, planned }) => planned !== null || year === thisYear)
    .map(({ year, kind, planned, left }) => ({
      year,
      kind,
      planned,
      left,
      missed: planned === null || year >= thisYear ? null : Math.max(0, planned - left),
    }))
}
