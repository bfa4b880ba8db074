import { ADOPTED_LAW_SETTING, type AdoptedLaw } from '../../model/adopted-law.ts'
import type { HolidayTable } from '../../model/holiday-table.ts'
import { madeOf } from '../../model/made-of.ts'
import type { LocalPack } from '../../model/local-pack.ts'
import type { HolidayCalendarTable, RulePackTable, SettingTable } from '../rows/fact-rows.ts'

/* Rows of what the locality decides for itself. Content was checked by its schema before it was written; the rows cannot say so. */

/** What a local pack keeps in its content. */
export type PackContent = Omit<LocalPack, 'id' | 'basePackId' | 'title'>

/** A local pack from its row; null without one. */
export function localPackOf(
  row: Pick<RulePackTable, 'id' | 'base_pack_id' | 'title' | 'content'> | undefined,
): LocalPack | null {
  if (row === undefined) return null
  const content = JSON.parse(row.content) as unknown as PackContent
  return { id: row.id, basePackId: row.base_pack_id, title: row.title, ...content }
}

/** The content column of a local pack. */
export function packContent({ locality, note, date, packFrom, parameters, rules }: LocalPack): string {
  return JSON.stringify({ locality, note, date, packFrom, parameters, rules } satisfies PackContent)
}

/** A holiday table from its row. */
export function holidayTableOf(row: HolidayCalendarTable): HolidayTable {
  const days = { off: JSON.parse(row.off), worked: JSON.parse(row.worked) } as unknown as Pick<
    HolidayTable,
    'off' | 'worked'
  >
  return { year: row.year, notice: row.notice, issuedOn: row.issued_on, ...days }
}

/** Adopted sources from the settings, in the order they were entered. */
export const adoptedLawsOf = madeOf((settings: readonly SettingTable[]): readonly AdoptedLaw[] =>
  settings
    .filter(({ id }) => id.startsWith(ADOPTED_LAW_SETTING))
    .map(({ id, value }) => ({
      ...(JSON.parse(value) as unknown as Omit<AdoptedLaw, 'law'>),
      law: id.slice(ADOPTED_LAW_SETTING.length),
    })),
)
