import { QUOTA_CATEGORIES, type QuotaCategory } from '../model/quota-category.ts'
import type { Condition, CountedPerson } from './counted-person.ts'

/** Nothing is known of them: what a condition about 编制 or units says of a line is asked with their one fact set. */
export const NOBODY: CountedPerson = {
  personId: '',
  name: '',
  list: 'in-quota',
  unitId: null,
  unitKind: null,
  category: null,
  offQuotaKind: null,
  attached: false,
  secondedOut: false,
  absence: null,
  leader: null,
  sex: null,
  ethnicity: null,
  politicalStatus: null,
  education: null,
  fullTimeEducation: null,
  inServiceEducation: null,
  degree: null,
  birth: null,
  workStarted: null,
  entered: null,
  entryCause: null,
  partyJoined: null,
  professionalTitle: null,
  rank: null,
  positionLevel: null,
  postGrade: null,
  retiresOn: null,
}

/** The categories whose people meet the conditions; null where none is about them. */
export function categoriesOfConditions(conditions: readonly Condition[]): readonly QuotaCategory[] | null {
  const own = conditions.filter(({ aspect }) => aspect === 'category')
  return own.length === 0
    ? null
    : QUOTA_CATEGORIES.filter((category) =>
        own.every((one) => one.holds({ ...NOBODY, category }, '2000-01-01') === true),
      )
}
