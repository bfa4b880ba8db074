import type { RecordOf } from '../../model/records.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { Flag, Rule } from '../rule.ts'
import { reformPlan000 } from '../sources.ts'
import { dateText } from '../wording.ts'

/** Stages are done inside their windows; the last day is part of the window. A book without stages on record is silent. */
export const stagesRule: Rule<'records'> = {
  id: 'R000-15',
  title: '改革各阶段按期完成',
  severity: 'error',
  effect: 'none',
  source: reformPlan000({ article: '七', clause: '1、准备阶段(10月底)。……2、组织实施阶段(11月1日—12月20日)……3、检查验收整改阶段(12月下旬)。' }),
  pack: 'seed-000',
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot }) => snapshot.records.workTask.flatMap((task) => (task.taskKind === 'stage' ? judge(task, snapshot.asOf) : [])),
}

function judge(stage: RecordOf<'workTask'>, asOf: PlainDate): readonly Flag[] {
  const { title, windowFrom, windowTo, doneOn } = stage
  const facts = { 窗口自: windowFrom ?? '未写明', 窗口至: windowTo ?? '未写明', 完成: doneOn ?? '未完成' }
  if (doneOn === null) {
    if (windowTo === null || asOf <= windowTo) return []
    return [{ text: `“${title}”应在${dateText(windowTo)}前完成，还没有登记完成，已逾期。`, remedy: '完成后登记完成日期。', facts }]
  }
  if (windowTo !== null && doneOn > windowTo) return [{ text: `“${title}”应在${dateText(windowTo)}前完成，登记${dateText(doneOn)}完成，逾期。`, remedy: '核对完成日期；经批准延期的，登记批准文件。', facts }]
  if (windowFrom !== null && doneOn < windowFrom) return [{ text: `“${title}”${dateText(windowFrom)}才开始，登记${dateText(doneOn)}完成，早于规定时间。`, remedy: '核对完成日期。', facts }]
  return []
}
