import type { Person } from '../model/person.ts'
import type { RecordBook } from '../model/records.ts'
import type { Flag } from './rule.ts'
import { nameList } from './wording.ts'

/** Whether the payroll pays somebody as 在职; nothing for whom nothing is registered. */
export type Payroll = ReadonlyMap<string, boolean>

/** The payroll as it is registered, by person. */
export function payrollOf(records: Pick<RecordBook, 'payStatus'>): Payroll {
  return new Map(records.payStatus.flatMap((status) => (status.personId === null ? [] : [[status.personId, status.paid] as const])))
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
