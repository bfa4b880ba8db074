import { TERM_YEARS } from '../../vocabulary/due.ts'
import type { RuleSource } from '../model/finding.ts'
import type { Holding } from '../model/person.ts'
import { isInstitutionStaff } from '../model/quota-category.ts'
import { postTitle } from '../model/snapshot-index.ts'
import { dateText, placeName } from '../rules/wording.ts'
import { fullMonthsAfter } from './count-period.ts'
import { isDueBy, type DueFact, type DueFinder, type DueInput } from './due.ts'
import { institutionLeaderSource, rotationSource, termSource } from './due-sources.ts'

/**
 * 任现职满 5、8、10 年: leaders, by the post they are in. The last number that is full and the next one before `until` are told; who has been in
 * one post that long is to be weighed for 交流、转任.
 */
export const findTermDue: DueFinder = (input) => {
  const { index } = input
  return ({ holdings }) =>
    holdings
      .filter((own) => own.postId !== null && (own.kind === 'substantive' || own.kind === 'concurrent'))
      .filter((own) => own.occupiesLeadership || (index.post(own.postId ?? '')?.leadership ?? null) !== null)
      .flatMap((own) => termDue(own, input))
}

function termDue(holding: Holding, input: DueInput): readonly DueFact[] {
  const { index, snapshot, until } = input
  const unit = index.unitOf(holding)
  const subject = {
    kind: 'term' as const,
    personId: holding.personId,
    unitId: unit?.id ?? null,
    obstacles: [],
    source: sourceOf(holding, unit?.kind),
  }
  const since = holding.postSince
  if (since === null) {
    return [
      {
        ...subject,
        what: holding.id,
        title: `任${postTitle(index, holding)}年限`,
        on: null,
        steps: [placeName(index, holding)],
        lacks: ['任现职时间'],
      },
    ]
  }
  const years = TERM_YEARS.map((count) => ({ count, on: fullMonthsAfter(since, count * 12) }))
  const full = years.filter((one) => isDueBy(one, snapshot.asOf)).slice(-1)
  const next = years.filter((one) => !isDueBy(one, snapshot.asOf) && isDueBy(one, until)).slice(0, 1)
  return [...full, ...next].map(({ count, on }) => ({
    ...subject,
    what: `${holding.id} ${count}`,
    title: `任${postTitle(index, holding)}满 ${count} 年`,
    on,
    steps: [`${placeName(index, holding)}：${dateText(since)}起 + ${count} 年 = ${dateText(on)}`],
    lacks: [],
  }))
}

function sourceOf({ category }: Holding, kind: string | undefined): RuleSource {
  if (kind === 'leadership' || kind === 'township' || kind === 'discipline') return termSource
  return kind === 'institution' && category !== null && isInstitutionStaff(category)
    ? institutionLeaderSource
    : rotationSource
}
