import type { PlainDate } from '../model/plain-date.ts'
import type { RecordOf } from '../model/records.ts'

type Filing = RecordOf<'filing'>

/** The first day on which something of a person was filed, no earlier than it happened; null: no receipt on record. */
export function filedOn(
  filings: readonly Filing[],
  matter: Filing['matter'],
  personId: string | null,
  since: PlainDate,
): PlainDate | null {
  return (
    filings
      .filter((filing) => filing.matter === matter && filing.personId === personId && filing.validFrom >= since)
      .map(({ validFrom }) => validFrom)
      .toSorted()[0] ?? null
  )
}

/** The first day on which a document was entered with the bureau; null: no receipt on record. */
export function documentFiledOn(filings: readonly Filing[], number: string): PlainDate | null {
  return (
    filings
      .filter((filing) => filing.matter === 'document' && filing.about?.trim() === number)
      .map(({ validFrom }) => validFrom)
      .toSorted()[0] ?? null
  )
}

/** Added to a remedy where only the day of typing is known. */
export const ASK_RECEIPT = '已经按时申报的，在资料里登记申报日期和回执号，按申报日判断。'
