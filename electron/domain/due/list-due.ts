import { DUE_KINDS, type DueKind } from '../../vocabulary/due.ts'
import type { BookSnapshot } from '../model/book-snapshot.ts'
import { compareText } from '../model/counted-holding.ts'
import { PART, wholeOf } from '../model/in-steps.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { indexSnapshot } from '../model/snapshot-index.ts'
import { isDueBy, stateDue, type Due, type DueFinder } from './due.ts'
import { findContractDue } from './find-contract-due.ts'
import { findProbationDue } from './find-probation-due.ts'
import { findRankDue } from './find-rank-due.ts'
import { findRetirementDue } from './find-retirement-due.ts'
import { findReviewDue } from './find-review-due.ts'
import { findSecondmentDue } from './find-secondment-due.ts'
import { findTermDue } from './find-term-due.ts'
import { findTrainingDue } from './find-training-due.ts'

/** A kind without its finder does not compile. */
const FINDERS: Readonly<Record<DueKind, DueFinder>> = {
  rank: findRankDue,
  probation: findProbationDue,
  term: findTermDue,
  contract: findContractDue,
  secondment: findSecondmentDue,
  retirement: findRetirementDue,
  review: findReviewDue,
  training: findTrainingDue,
}

export interface DueAsked {
  /** Last day that is asked about. What has fallen due before the snapshot's day and still stands is told too. */
  readonly until: PlainDate
  /** Absent: all. */
  readonly kind?: DueKind | undefined
}

/** Who is due, by day, of a day in the order of the roster; those of whom it cannot be told at the end. */
export function listDue(snapshot: BookSnapshot, asked: DueAsked): readonly Due[] {
  return wholeOf(listDueInSteps(snapshot, asked))
}

/** The same, so many people at a time. */
export function* listDueInSteps(snapshot: BookSnapshot, { until, kind }: DueAsked): Generator<void, readonly Due[]> {
  const input = { snapshot, index: indexSnapshot(snapshot), until }
  const due: Due[] = []
  for (const own of DUE_KINDS) {
    if (kind !== undefined && own !== kind) continue
    const tell = FINDERS[own](input)
    for (const [place, present] of input.index.present.entries()) {
      if (place % PART === 0) yield
      for (const fact of tell(present)) if (isDueBy(fact, until)) due.push(stateDue(fact, snapshot.asOf))
    }
  }
  // Of one day they stay in the order of the kinds, and of a kind in that of the people.
  return due.sort((left, right) => compareText(left.on ?? '9999', right.on ?? '9999'))
}
