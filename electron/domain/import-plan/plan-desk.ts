import type { PlainDate } from '../model/plain-date.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import type { BookState } from './book-state.ts'
import type { WriteDraft } from './planned-writes.ts'
import type { UnitPlanner } from './unit-planner.ts'

/** Everything the planning of one file shares. */
export interface PlanDesk {
  readonly state: BookState
  readonly draft: WriteDraft
  readonly units: UnitPlanner
  readonly effectiveOn: PlainDate
  /** First day anybody of the file stands in a unit: from when a unit known only from the roster is taken to exist. */
  readonly firstDayIn: (unitName: string) => PlainDate
  /** Categories with an allocation, of the book or of this file. */
  readonly categoriesOf: (unitId: string) => ReadonlySet<QuotaCategory>
  /** How many running holdings sit on a post of the book: a post somebody else still holds does not end with one of them. */
  readonly holdersOf: (postId: string | null) => number
}
