import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import {
  DEFAULT_DUTY_DATES,
  DUTY_DATE_NAMES,
  DUTY_DATE_TITLES,
  isDutyDate,
  type DutyDateName,
} from '../../domain/duties/duty-dates.ts'
import { readDutyDates, writeDutyDates } from '../../store/duty-store.ts'
import type { CommandContext } from '../context.ts'

/** Local days of the recurring duties; a day that is the default's is kept as the default. @throws `invalid_input` for what is no day, naming it. */
export async function setDutyDates(input: Input<'duty.dates'>, context: CommandContext): Promise<Output<'duty.dates'>> {
  const given: Partial<Record<DutyDateName, string | null>> = {}
  for (const name of DUTY_DATE_NAMES) {
    const value = input.dates[name]
    if (value === undefined) continue
    if (!isDutyDate(name, value))
      throw new Refusal('invalid_input', {
        field: DUTY_DATE_TITLES[name],
        problem: name === 'monthlyDay' ? `“${value}”不对，应是 1 到 31（31 即月末）` : `“${value}”不对，应写成 06-30`,
      })
    given[name] = value === DEFAULT_DUTY_DATES[name] ? null : value
  }
  const { entry } = await context.commit(
    { reason: input.reason ?? null, summary: '改报送日期' },
    async (tx, journal) => {
      const before = await readDutyDates(tx)
      await writeDutyDates(tx, journal, given, context.clock.now())
      const after = await readDutyDates(tx)
      const changed = DUTY_DATE_NAMES.filter((name) => before[name] !== after[name])
      if (changed.length === 0)
        throw new Refusal('invalid_input', { field: '报送日期', problem: '与现在的一样，没有改动' })
      journal.describe({
        summary: `改报送日期：${changed.map((name) => `${DUTY_DATE_TITLES[name]} ${before[name]} 改为 ${after[name]}`).join('，')}`,
      })
    },
  )
  return { seq: entry.seq }
}
