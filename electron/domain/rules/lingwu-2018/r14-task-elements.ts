import { PACK_IDS } from '../packs/pack-ids.ts'
import type { RecordOf } from '../../model/records.ts'
import { concernOf } from '../../tasks/task-concern.ts'
import type { Flag, Rule } from '../rule.ts'
import { lingwu2018 } from '../sources.ts'

const TITLES_SHOWN = 5

/**
 * Every task names who leads it, or is responsible for it, and by when; what the document leaves out of another body's task is a hint.
 * The township's own tasks past their day and not done stand in one finding: another body's delay is not the township's. A book that has
 * not taken the tasks in says so once.
 */
export const taskElementsRule: Rule<'records'> = {
  id: 'R002-14',
  title: '任务有牵头单位和完成时限',
  severity: 'warning',
  effect: 'none',
  sources: [lingwu2018({ article: '二', clause: '牵头单位:编办、法制办……完成时限:2018年' })],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot }) => {
    const tasks = snapshot.records.workTask.filter((task) => task.taskKind === 'task')
    if (tasks.length === 0)
      return [
        {
          severity: 'info',
          text: '没有登记方案的任务，牵头单位和完成时限没有核查。',
          remedy: '在“资料”的任务与阶段里登记方案的 27 项任务。',
        },
      ]
    const concern = (task: RecordOf<'workTask'>) => concernOf(task, snapshot.book.name)
    const late = tasks.filter(
      (task) => task.doneOn === null && task.dueOn !== null && task.dueOn < snapshot.asOf && concern(task) === 'lead',
    )
    return [
      ...tasks.flatMap((task) =>
        incomplete(task).map((flag) => (concern(task) === 'lead' ? flag : { ...flag, severity: 'info' as const })),
      ),
      ...overdue(late),
    ]
  },
}

function incomplete(task: RecordOf<'workTask'>): readonly Flag[] {
  const missing = [
    ...(task.leadUnit === null && task.responsibleUnit === null ? ['牵头单位'] : []),
    ...(task.dueOn === null && task.dueText === null ? ['完成时限'] : []),
  ].join('、')
  if (missing === '') return []
  return [
    {
      text: `任务${task.code}“${task.title}”没有${missing}。`,
      remedy: `向主管部门问清${missing}后补登。`,
      facts: { 编号: task.code, 缺: missing },
    },
  ]
}

function overdue(late: readonly RecordOf<'workTask'>[]): readonly Flag[] {
  if (late.length === 0) return []
  const titles = late
    .slice(0, TITLES_SHOWN)
    .map((task) => `${task.code}${task.title}`)
    .join('、')
  return [
    {
      text: `${late.length} 项任务过了完成时限还没有登记完成：${titles}${late.length > TITLES_SHOWN ? '等' : ''}。`,
      remedy: '已完成的，登记完成日期；没有完成的，催办。',
      facts: { 逾期任务: late.length },
    },
  ]
}
