import { inForceOn, type MonthOrDate } from '../model/plain-date.ts'
import { isCivilService, isInstitutionStaff } from '../model/quota-category.ts'
import type { RecordOf } from '../model/records.ts'
import type { PresentPerson } from '../model/snapshot-index.ts'
import { dateText, unitIdOf } from '../rules/wording.ts'
import { fullMonthsAfter } from './count-period.ts'
import { NOTHING_DUE, type DueFact, type DueFinder, type DueInput } from './due.ts'
import { firstContractSource, recruitSource } from './due-sources.ts'
import { endOfProbation, isRecruited, PROBATION_MONTHS } from './read-probation.ts'

const LEAST_YEARS = 3
/** 职务层次 of whoever has not been confirmed yet (ZB09). */
const ON_PROBATION = '0198'
/** A 试用期 that ended longer ago is over, unless the book still says 试用期人员. */
const TOLD_MONTHS = 3

/** 试用期满: newly recruited 公务员 (one year), and first employments in a 事业单位 on a contract of three years or more (twelve months). */
export const findProbationDue: DueFinder = (input) => {
  const { records, asOf } = input.snapshot
  const first = new Map(
    records.contract
      .filter((own) => inForceOn(own, asOf) && own.firstEmployment && (own.years === null || own.years >= LEAST_YEARS))
      .map((own) => [own.personId, own]),
  )
  return (present) => {
    const category = present.counted?.category ?? null
    if (category === null) return NOTHING_DUE
    const due = isCivilService(category)
      ? recruitDue(present, input)
      : isInstitutionStaff(category)
        ? contractDue(present, first.get(present.person.id), input)
        : null
    return due === null ? NOTHING_DUE : [due]
  }
}

function recruitDue({ person, counted }: PresentPerson, input: DueInput): DueFact | null {
  if (counted === undefined) return null
  const onProbation = input.index.gradeOf(person.id)?.positionLevel === ON_PROBATION
  const recruited = isRecruited(counted)
  if (!recruited && !onProbation) return null
  const since = counted.enteredOn
  const base = { ...subjectOf(person.id, input), title: '试用期满，办理任职定级', source: recruitSource }
  if (since === null) {
    return onProbation ? { ...base, on: null, steps: [], lacks: ['入编时间'] } : null
  }
  const on = endOfProbation(since)
  if (!onProbation && isLongOver(on, input)) return null
  return { ...base, on, steps: stepsOf(since, on, onProbation), lacks: [] }
}

function contractDue(
  { person }: PresentPerson,
  contract: RecordOf<'contract'> | undefined,
  input: DueInput,
): DueFact | null {
  if (contract === undefined) return null
  const on = endOfProbation(contract.validFrom)
  const onProbation = input.index.gradeOf(person.id)?.positionLevel === ON_PROBATION
  if (!onProbation && isLongOver(on, input)) return null
  return {
    ...subjectOf(person.id, input),
    title: '试用期满，考核后办理转正',
    source: firstContractSource,
    on,
    steps: stepsOf(contract.validFrom, on, onProbation),
    lacks: [],
  }
}

function isLongOver(on: MonthOrDate, { snapshot: { asOf } }: DueInput): boolean {
  const told = fullMonthsAfter(on, TOLD_MONTHS)
  return told < asOf.slice(0, told.length)
}

function stepsOf(since: MonthOrDate, on: MonthOrDate, onProbation: boolean): readonly string[] {
  return [
    since.length === 7
      ? `${dateText(since)}起 ${PROBATION_MONTHS} 个月，${dateText(on)}满（入编时间只有月份，按月算）`
      : `${dateText(since)}起 ${PROBATION_MONTHS} 个月，试用期到 ${dateText(on)}止`,
    ...(onProbation ? ['职务层次登记为试用期人员，转正后请更正'] : []),
  ]
}

function subjectOf(personId: string, { index }: DueInput) {
  return { kind: 'probation', personId, unitId: unitIdOf(index, personId), what: 'probation', obstacles: [] } as const
}
