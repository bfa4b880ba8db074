import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input } from '../../contract/operations.ts'
import { keyText } from '../../domain/findings/finding-key.ts'
import { stateFindings, type FindingMark } from '../../domain/findings/finding-states.ts'
import { indexSnapshot } from '../../domain/model/snapshot-index.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { NoticeContent } from '../../domain/notice/notice-content.ts'
import { noticeDoubts, unansweredDoubts, type Doubt, type Overruled } from '../../domain/notice/notice-doubts.ts'
import type { NoticeTexts } from '../../domain/notice/notice-fingerprint.ts'
import { noticeObstacles, type Obstacle } from '../../domain/notice/notice-obstacles.ts'
import type { NoticeOptions } from '../../domain/notice/notice-texts.ts'
import { overQuotaPeople } from '../../domain/roster/over-quota-order.ts'
import { numberParameter } from '../../domain/rules/parameters.ts'
import { parameterValues } from '../../domain/rules/packs/index.ts'
import { NATIONAL_PARAMETERS } from '../../domain/rules/packs/national-parameters.ts'
import { packInForce } from '../../domain/rules/packs/pack-in-force.ts'
import type { BookState } from '../../domain/state/book-state.ts'

/** What is judged: the sheet as it would hang, and the book of the list's day. */
export interface JudgedNotice {
  readonly state: BookState
  readonly options: NoticeOptions
  readonly content: NoticeContent
  readonly texts: NoticeTexts
}

/** What stops a notice, and what takes a reason. */
export function judgeNotice(
  { state, options, content, texts }: JudgedNotice,
  today: PlainDate,
  marks: readonly FindingMark[],
): { readonly obstacles: readonly Obstacle[]; readonly doubts: readonly Doubt[] } {
  const { snapshot, figures, findings } = state
  const index = indexSnapshot(snapshot)
  const ineligible = new Set(
    findings.flatMap((finding) =>
      finding.effect === 'eligibility' && finding.personId !== null ? [finding.personId] : [],
    ),
  )
  const printed = { ...options, ...texts }
  return {
    obstacles: noticeObstacles({
      options: printed,
      content,
      findings,
      leastDays: leastDaysOf(state),
      holidays: snapshot.holidays,
    }),
    doubts: noticeDoubts({
      options: printed,
      today,
      content,
      open: stateFindings(findings, marks, snapshot.asOf)
        .filter((fact) => fact.state === 'open')
        .map((fact) => ({ key: keyText(fact), finding: fact.finding })),
      overQuota: overQuotaPeople(snapshot, figures, ineligible),
      unitName: (unitId) => index.unit(unitId)?.name ?? '',
    }),
  }
}

/** The locality's number of working days, by the pack in force. */
function leastDaysOf({ snapshot }: BookState): number {
  return numberParameter(
    parameterValues(packInForce(snapshot)?.pack.parameters ?? NATIONAL_PARAMETERS),
    'noticeWorkingDays',
  )
}

/** @throws the first obstacle by its own code */
export function refuseObstacles(obstacles: readonly Obstacle[]): void {
  const [first] = obstacles
  if (first !== undefined) throw new Refusal(first.code, first.details)
}

/**
 * What the notice is frozen in spite of, with her reason; null where there was nothing.
 * @throws notice_needs_reason for doubts she has not answered, `invalid_input` for a key that names none
 */
export function overruled(doubts: readonly Doubt[], despite: Input<'notice.issue'>['despite']): Overruled | null {
  const keys = despite?.keys ?? []
  const unknown = keys.find((key) => key !== 'all' && !doubts.some((doubt) => doubt.key === key))
  if (unknown !== undefined)
    throw new Refusal('invalid_input', { field: '仍要发布的事项', problem: `这份公示没有“${unknown}”这一件` })
  const left = unansweredDoubts(doubts, keys)
  if (left.length > 0)
    throw new Refusal('notice_needs_reason', {
      count: left.length,
      list: left.map((doubt) => `${doubt.text}〔${doubt.key}〕`).join(''),
    })
  return doubts.length === 0 || despite === undefined ? null : { reason: despite.reason, doubts }
}
