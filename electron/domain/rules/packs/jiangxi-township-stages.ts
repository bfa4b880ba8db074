import type { PackTask } from './rule-pack.ts'

/*
 * 七、改革实施工作安排: the four stages. The published text has lost its year, so no stage has a day here: the text's own words for the time
 * stand in `dueText`, and the township enters the days of its own plan.
 */

function stage(told: Pick<PackTask, 'code' | 'title' | 'dueText'>): PackTask {
  return {
    ...told,
    taskKind: 'stage',
    leadUnit: '乡镇机构改革领导小组',
    responsibleUnit: null,
    supportingUnits: null,
    dueOn: null,
    windowFrom: null,
    windowTo: null,
  }
}

export const JIANGXI_STAGES: readonly PackTask[] = [
  stage({
    code: '七-1',
    title: '准备阶段：学习文件，确定调整后的事业站所编制',
    dueText: '10月底',
  }),
  stage({
    code: '七-2',
    title: '组织实施阶段：动员，设置机构，竞聘定岗，确定编制实名制名单并张榜公布',
    dueText: '11月1日—12月20日',
  }),
  stage({
    code: '七-3',
    title: '检查验收整改阶段：总结，配合验收，对发现的问题进行整改',
    dueText: '12月下旬',
  }),
  stage({
    code: '七-4',
    title: '开展“回头看”检查阶段：迎接市督查组检查',
    dueText: '年春节前',
  }),
]
