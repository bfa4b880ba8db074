import { QUOTA_CATEGORY_LIST } from './establishment.ts'
import { TASK_KIND_LIST } from './record-lists.ts'
import { listed, required, text } from './record-shape.ts'

/* 计划与任务. */

export const PLAN_RECORDS = {
  hiringPlan: {
    title: '用编计划',
    group: '计划与任务',
    subject: 'unit',
    oneAtATime: false,
    span: 'history',
    from: '申报日期',
    to: null,
    purpose: '一年内打算补充多少人，怎么补。',
    fields: [
      { name: 'year', title: '年度', type: 'integer', required: true },
      listed('category', '编制类型', QUOTA_CATEGORY_LIST, required),
      { name: 'amount', title: '拟用编数', type: 'integer', required: true },
      text('method', '用编方式', { hint: '招录、调入、安置' }),
      text('conditions', '岗位条件'),
      text('reason', '理由'),
      { name: 'targeted', title: '定向招录涉农专业技术人员', type: 'yesNo' },
    ],
  },
  workTask: {
    title: '任务与阶段',
    group: '计划与任务',
    subject: 'township',
    oneAtATime: false,
    span: 'history',
    from: '下达日期',
    to: null,
    purpose: '改革任务的牵头单位、完成时限和阶段窗口，报送和一票否决事项。',
    fields: [
      text('code', '编号', required),
      text('title', '任务', required),
      listed('taskKind', '类别', TASK_KIND_LIST, required),
      text('leadUnit', '牵头单位'),
      text('responsibleUnit', '责任单位'),
      text('supportingUnits', '配合单位'),
      { name: 'ours', title: '与本乡镇有关', type: 'yesNo', mayBeUnsaid: true },
      { name: 'dueOn', title: '完成时限', type: 'day' },
      text('dueText', '时限原文', { also: ['完成时限（原文）'] }),
      { name: 'windowFrom', title: '窗口自', type: 'day' },
      { name: 'windowTo', title: '窗口至', type: 'day' },
      { name: 'doneOn', title: '完成日期', type: 'day' },
      text('approvalNumber', '批准文号'),
    ],
  },
} as const
