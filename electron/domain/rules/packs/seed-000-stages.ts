import type { PackTask } from './rule-pack.ts'

/*
 * 七、改革实施工作安排: the four stages. The published text has lost its year; it is that of the pack, 2006. 下旬 begins on the 21st. The
 * last stage ends before the next 春节, for which the text gives no day.
 */

function stage(told: Pick<PackTask, 'code' | 'title' | 'dueText' | 'windowFrom' | 'windowTo'>): PackTask {
  return { ...told, taskKind: 'stage', leadUnit: '乡镇机构改革领导小组', responsibleUnit: null, supportingUnits: null, dueOn: told.windowTo }
}

export const SEED_000_STAGES: readonly PackTask[] = [
  stage({ code: '七-1', title: '准备阶段：学习文件，确定调整后的事业站所编制', dueText: '10月底', windowFrom: null, windowTo: '2006-10-31' }),
  stage({ code: '七-2', title: '组织实施阶段：动员，设置机构，竞聘定岗，确定编制实名制名单并张榜公布', dueText: '11月1日—12月20日', windowFrom: '2006-11-01', windowTo: '2006-12-20' }),
  stage({ code: '七-3', title: '检查验收整改阶段：总结，配合验收，对发现的问题进行整改', dueText: '12月下旬', windowFrom: '2006-12-21', windowTo: '2006-12-31' }),
  stage({ code: '七-4', title: '开展“回头看”检查阶段：迎接市督查组检查', dueText: '年春节前', windowFrom: null, windowTo: null }),
]
