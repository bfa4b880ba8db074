import { inForceOn, type Dated, type PlainDate } from '../domain/model/plain-date.ts'

interface DatedRow extends Dated {
  readonly id: string
}

/**
 * How a fact that changes on a day meets the entries already there: the ones that began that very day are replaced, the ones
 * running are closed on it, and the new one runs to where they ended or the next entry begins, so that what was entered for a
 * later day stays.
 */
export interface ChangeFromDay<Row extends DatedRow> {
  readonly replaces: readonly Row[]
  readonly closes: readonly Row[]
  readonly validTo: PlainDate | null
}

/** Works out the change over all entries of one subject, in any order. */
export function changeFromDay<Row extends DatedRow>(rows: readonly Row[], day: PlainDate): ChangeFromDay<Row> {
  const running = rows.filter((row) => inForceOn(row, day))
  const ends = running.map((row) => row.validTo)
  const later = rows.filter((row) => row.validFrom > day).map((row) => row.validFrom)
  return {
    replaces: running.filter((row) => row.validFrom === day),
    closes: running.filter((row) => row.validFrom < day),
    validTo: [...ends, ...later].filter((end) => end !== null).toSorted()[0] ?? null,
  }
}
