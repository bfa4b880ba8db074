import { daysInMonth, inForceOn, monthOf, type PlainDate } from '../../model/plain-date.ts'
import type { ExitEvent } from '../../model/exit-event.ts'
import type { RecordOf } from '../../model/records.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText } from '../wording.ts'

const TITLE = '减员空编情况统计表'

type Task = RecordOf<'workTask'>

/**
 * 减员空编情况统计表, due at the end of the month: an overdue one is a warning; a month in which people left brings a reminder until the
 * statement of the month is registered as sent. A month without anybody leaving and without a task says nothing.
 */
export const monthlyStatementRule: Rule<'records' | 'exits'> = {
  id: 'F6',
  title: '月末报送减员空编情况统计表',
  severity: 'warning',
  effect: 'none',
  sources: [{ law: 'yueyang-monthly', article: null, clause: '每月月底前报送减员空编情况统计表' }],
  pack: null,
  stage: 'facts',
  reads: ['records', 'exits'],
  parameters: [],
  check: ({ snapshot, figures }) => {
    const tasks = snapshot.records.workTask.filter(
      (task) => task.taskKind === 'report' && task.title.includes(TITLE) && inForceOn(task, snapshot.asOf),
    )
    const vacancy = figures.totals.reduce((sum, total) => sum + total.vacancy, 0)
    return [...overdue(tasks, snapshot.asOf), ...reminder(tasks, snapshot.exits, snapshot.asOf, vacancy)]
  },
}

function overdue(tasks: readonly Task[], asOf: PlainDate): readonly Flag[] {
  return tasks.flatMap(({ title, dueOn, doneOn }): readonly Flag[] => {
    if (dueOn === null || dueOn >= asOf || (doneOn !== null && doneOn <= asOf)) return []
    return [
      {
        text: `${title}应在${dateText(dueOn)}前报送，还没有登记报送。`,
        remedy: '在“公示与报表”中生成并报送；已经报送的，登记报送日期。',
        facts: { 应报日: dueOn },
      },
    ]
  })
}

function reminder(
  tasks: readonly Task[],
  exits: readonly ExitEvent[],
  asOf: PlainDate,
  vacancy: number,
): readonly Flag[] {
  const month = monthOf(asOf)
  const left = exits.filter((exit) => monthOf(exit.on) === month)
  if (left.length === 0 || tasks.some(({ doneOn }) => doneOn !== null && doneOn <= asOf && doneOn.startsWith(month)))
    return []
  const due = `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
  return [
    {
      severity: 'info',
      text: `本月出编 ${left.length} 人次（${left.map((exit) => exit.personName).join('、')}），现有空编 ${vacancy} 名，${dateText(due)}前向编办报送${TITLE}。`,
      remedy: '在“公示与报表”中生成减员空编情况统计表，报送后登记报送日期。',
      facts: { 出编: left.length, 空编: vacancy, 应报日: due },
    },
  ]
}
