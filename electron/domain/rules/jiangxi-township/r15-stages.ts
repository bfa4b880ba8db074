import { PACK_IDS } from '../packs/pack-ids.ts'
import type { RecordOf } from '../../model/records.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText } from '../wording.ts'
import { jiangxiPlan } from '../sources.ts'

/** Stages are done inside their windows; the last day is part of the window. A stage without a year is asked about; a book
 * without stages on record is silent. */
export const stagesRule: Rule<'records'> = {
  id: 'R000-15',
  title: '改革各阶段按期完成',
  severity: 'error',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '七',
      clause: '1、准备阶段(10月底)。……2、组织实施阶段(11月1日—12月20日)……3、检查验收整改阶段(12月下旬)。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot }) =>
    snapshot.records.workTask.flatMap((task) =>
      task.taskKind !== 'stage' ? [] : isUndated(task) ? [askForDays(task)] : judge(task, snapshot.asOf),
    ),
}

/** The document gives only a month or a day: its year has to come from the township. */
function isUndated({ windowFrom, windowTo, dueOn, doneOn }: RecordOf<'workTask'>): boolean {
  return windowFrom === null && windowTo === null && dueOn === null && doneOn === null
}

function askForDays({ title, dueText }: RecordOf<'workTask'>): Flag {
  return {
    severity: 'info',
    text: `“${title}”${dueText === null ? '没有写明时间' : `文件写作“${dueText}”，没有年份`}，是哪一年的？没有核查是否按期。`,
    remedy: '在“资料”的任务与阶段里填上窗口的起止日期。',
    facts: { 原文: dueText ?? '未写明' },
  }
}

function judge(stage: RecordOf<'workTask'>, asOf: PlainDate): readonly Flag[] {
  const { title, windowFrom, windowTo, doneOn } = stage
  const facts = { 窗口自: windowFrom ?? '未写明', 窗口至: windowTo ?? '未写明', 完成: doneOn ?? '未完成' }
  if (doneOn === null) {
    if (windowTo === null || asOf <= windowTo) return []
    return [
      {
        text: `“${title}”应在${dateText(windowTo)}前完成，还没有登记完成，已逾期。`,
        remedy: '完成后登记完成日期。',
        facts,
      },
    ]
  }
  if (windowTo !== null && doneOn > windowTo)
    return [
      {
        text: `“${title}”应在${dateText(windowTo)}前完成，登记${dateText(doneOn)}完成，逾期。`,
        remedy: '核对完成日期；经批准延期的，登记批准文件。',
        facts,
      },
    ]
  if (windowFrom !== null && doneOn < windowFrom)
    return [
      {
        text: `“${title}”${dateText(windowFrom)}才开始，登记${dateText(doneOn)}完成，早于规定时间。`,
        remedy: '核对完成日期。',
        facts,
      },
    ]
  return []
}
