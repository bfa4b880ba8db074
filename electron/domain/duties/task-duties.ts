import type { BookSnapshot } from '../model/book-snapshot.ts'
import { addMonthsToDay } from '../model/plain-date.ts'
import type { RecordOf } from '../model/records.ts'
import { concernOf, type TaskConcern } from '../tasks/task-concern.ts'
import { yearlyDay } from '../tasks/yearly-day.ts'
import { duty } from './book-duty.ts'
import type { Duty } from './duty.ts'

const HALF_YEAR = 6

/**
 * Tasks, stages and reports of a document that concern the township: what it leads until it is done, what it takes part in until its day,
 * reports of every half-year, the last one and those to come, and stages without a year as a question. Other bodies' tasks are not its duties.
 */
export function taskDuties({ records, asOf, book }: BookSnapshot): readonly Duty[] {
  return records.workTask.flatMap((task) => {
    const concern = concernOf(task, book.name)
    return concern === 'none' ? [] : dutiesOf(task, concern, asOf)
  })
}

function dutiesOf(task: RecordOf<'workTask'>, concern: TaskConcern, asOf: string): readonly Duty[] {
  const common = {
    duty: 'work-task' as const,
    title: task.title,
    detail: bodiesText(task, concern),
    unitId: task.unitId,
    source: task.documentNumber ?? '登记的工作任务',
  }
  const dueOn = task.dueOn ?? task.windowTo
  if (dueOn !== null) {
    const over = concern === 'support' && dueOn < asOf
    return task.doneOn !== null || over ? [] : [duty({ ...common, period: task.id, from: task.windowFrom, dueOn })]
  }
  const year = Number(asOf.slice(0, 4))
  const yearly = [year - 1, year, year + 1].flatMap((each) => yearlyDay(task.dueText, each) ?? [])
  if (yearly.length > 0)
    return yearly
      .filter((day) => day >= task.validFrom && day >= addMonthsToDay(asOf, -HALF_YEAR) && !isDoneFor(task, day))
      .map((day) => duty({ ...common, period: `${task.id} ${day}`, from: addMonthsToDay(day, -1), dueOn: day }))
  if (task.doneOn !== null || task.taskKind !== 'stage') return []
  return [
    duty({
      ...common,
      period: task.id,
      from: asOf,
      dueOn: null,
      undated: `文件只写“${task.dueText ?? ''}”，没有年份，请在资料里填上起止日期。`,
    }),
  ]
}

/** Done in the half-year the report sums up. */
function isDoneFor({ doneOn }: RecordOf<'workTask'>, day: string): boolean {
  return doneOn !== null && doneOn > addMonthsToDay(day, -HALF_YEAR)
}

function bodiesText(
  { leadUnit, responsibleUnit, supportingUnits, dueText }: RecordOf<'workTask'>,
  concern: TaskConcern,
): string {
  const told = [
    ['牵头单位', leadUnit],
    ['责任单位', responsibleUnit],
    ['配合单位', supportingUnits],
    ['时限', dueText],
  ].flatMap(([title, value]) => (value === null || value === undefined ? [] : [`${title}：${value}`]))
  const part = concern === 'support' ? '本乡镇配合，按牵头单位的要求办理、报送情况。' : ''
  return `${told.length === 0 ? '未写牵头单位' : told.join('；')}。${part}`
}
