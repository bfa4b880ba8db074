import { TRAINING_LEAST } from '../../vocabulary/due.ts'
import { firstDayOf } from '../model/plain-date.ts'
import { isCivilService } from '../model/quota-category.ts'
import { dateText, unitIdOf } from '../rules/wording.ts'
import { NOTHING_DUE, type DueFinder } from './due.ts'
import { civilTrainingSource, institutionTrainingSource } from './due-sources.ts'

/** 培训 of the year that runs: who has neither the hours nor the days yet. Without a single record nobody knows whether they went. */
export const findTrainingDue: DueFinder = ({ snapshot, index }) => {
  const year = snapshot.asOf.slice(0, 4)
  const own = Map.groupBy(
    snapshot.records.training.filter(({ personId, validFrom }) => personId !== null && validFrom.startsWith(year)),
    ({ personId }) => personId,
  )
  return ({ person, counted }) => {
    const category = counted?.category ?? null
    if (counted === undefined || category === null) return NOTHING_DUE
    const records = own.get(person.id) ?? []
    const days = total(records.map((record) => record.days))
    const hours = total(records.map((record) => record.hours ?? 0))
    if (days >= TRAINING_LEAST.days || hours >= TRAINING_LEAST.hours) return NOTHING_DUE
    const since = firstDayOf(counted.enteredOn ?? counted.validFrom)
    const short = total([TRAINING_LEAST.days, -days])
    return [
      {
        kind: 'training' as const,
        personId: person.id,
        unitId: unitIdOf(index, person.id),
        what: year,
        title: records.length === 0 ? `${year} 年培训没有登记` : `${year} 年培训还差 ${short} 天`,
        on: records.length === 0 ? null : `${year}-12-31`,
        steps:
          records.length === 0
            ? []
            : [
                `${year} 年登记 ${records.length} 次：${days} 天、${hours} 学时；须满 ${TRAINING_LEAST.days} 天或 ${TRAINING_LEAST.hours} 学时`,
                `${TRAINING_LEAST.days} − ${days} = ${short} 天，或 ${TRAINING_LEAST.hours} − ${hours} = ${total([TRAINING_LEAST.hours, -hours])} 学时`,
                ...(since > `${year}-01-01` ? [`${dateText(since)}起在编，不满全年，只作提示`] : []),
              ],
        lacks: records.length === 0 ? [`${year} 年培训登记`] : [],
        obstacles: [],
        source: isCivilService(category) ? civilTrainingSource : institutionTrainingSource,
      },
    ]
  }
}

/** Half days and half hours are entered: summed in tenths. */
function total(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((sum, number) => sum + number * 10, 0)) / 10
}
