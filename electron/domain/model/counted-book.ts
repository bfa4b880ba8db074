import type { BookSnapshot } from './book-snapshot.ts'
import type { Holding, Person, Post } from './person.ts'
import type { LeadershipQuotaEntry, QuotaEntry } from './quota.ts'
import type { Unit } from './unit.ts'

/** A holding as far as it is counted. */
export type HeldSeat = Pick<
  Holding,
  'id' | 'personId' | 'postId' | 'kind' | 'category' | 'occupiesQuota' | 'occupiesLeadership' | 'validFrom'
>
export type SeatPost = Pick<Post, 'id' | 'unitId' | 'leadership'>

/** All that the figures of a day look at: a snapshot holds it, and it can be made without the rest. In a snapshot's order. */
export interface CountedBook extends Pick<BookSnapshot, 'asOf' | 'approvals' | 'arrivals'> {
  readonly units: readonly Pick<Unit, 'id' | 'kind'>[]
  readonly people: readonly Pick<Person, 'id'>[]
  readonly posts: readonly SeatPost[]
  readonly holdings: readonly HeldSeat[]
  readonly quotas: readonly Pick<QuotaEntry, 'id' | 'unitId' | 'category' | 'role' | 'amount'>[]
  readonly leadershipQuotas: readonly Pick<LeadershipQuotaEntry, 'unitId' | 'amount' | 'chief' | 'deputy'>[]
  readonly tolerances: readonly Pick<BookSnapshot['tolerances'][number], 'unitId' | 'category' | 'amount' | 'percent'>[]
}
