import type { Person } from '../model/person.ts'
import type { RecordBook } from '../model/records.ts'
import type { Flag } from './rule.ts'
import { nameList } from './wording.ts'

/** Whether the payroll pays somebody as 在职; nothing for whom nothing is registered. */
export type Payroll = ReadonlyMap<string, boolean>

/** Five rules ask of the same records: they are read once. */
const READ = new WeakMap<RecordBook['payStatus'], Payroll>()

/** The payroll as it is registered, by person. */
export function payrollOf({ payStatus }: Pick<RecordBook, 'payStatus'>): Payroll {
  const known = READ.get(payStatus)
  if (known !== undefined) return known
  const payroll = new Map<string, boolean>()
  for (const { personId, paid } of payStatus) if (personId !== null) payroll.set(personId, paid)
  READ.set(payStatus, payroll)
  return payroll
}

/** One word for all whose pay nobody has registered: they could not be judged. Nothing where there is nobody. */
export function payUnknownFlag(people: readonly Person[], what: string): readonly Flag[] {
  if (people.length === 0) return []
  return [
    {
      severity: 'info',
      effect: 'none',
      text: `${what} ${people.length} 人没有登记工资发放情况，是否仍在领取工资没有核查：${nameList(people)}。`,
      remedy: '在资料中登记工资发放情况。',
      facts: { 未登记: people.length },
    },
  ]
}
