import type { PackTask } from './rule-pack.ts'

/*
 * 二、主要任务及责任分工: the 27 tasks in the document's order, and what is to be reported. "2018年" is met on its last day; "长期" has no day.
 * As published: (十一)2 has no 完成时限, and (十一)3 names a 责任单位 where all others name a 牵头单位.
 */

const ALL_TOWNSHIPS = '各乡镇'

interface Told {
  readonly code: string
  readonly title: string
  readonly lead: string | null
  readonly support: string | null
  /** 完成时限 as written. */
  readonly due: string | null
}

function task({ code, title, lead, support, due }: Told): PackTask {
  const year = /^(\d{4})年$/.exec(due ?? '')
  return {
    code,
    title,
    taskKind: 'task',
    leadUnit: lead,
    responsibleUnit: null,
    supportingUnits: support,
    dueOn: year === null ? null : `${year[1]}-12-31`,
    dueText: due,
    windowFrom: null,
    windowTo: null,
  }
}

function report(
  told: Pick<PackTask, 'code' | 'title' | 'leadUnit' | 'supportingUnits' | 'dueOn' | 'dueText'>,
): PackTask {
  return { ...told, taskKind: 'report', responsibleUnit: null, windowFrom: null, windowTo: null }
}

export const LINGWU_2018_TASKS: readonly PackTask[] = [
  task({
    code: '(一)',
    title: '扩大乡镇政府服务管理权限',
    lead: '编办、法制办',
    support: '农牧局、安监局、住建局、环保局、公安局、民政局等相关部门',
    due: '2018年',
  }),
  task({
    code: '(二)',
    title: '推进乡镇行政执法改革',
    lead: '编办、法制办',
    support: '国土局、农牧局、林业局、安监局、环保局、城管局等相关部门,各乡镇',
    due: '2019年',
  }),
  task({
    code: '(三)',
    title: '统筹乡镇站所管理体制改革',
    lead: '编办、人社局',
    support: '各相关部门,各乡镇',
    due: '2018年',
  }),
  task({
    code: '(四)1',
    title: '加强乡镇信访维稳工作资源整合',
    lead: '政法委(综治办)',
    support: '各相关部门,各乡镇',
    due: '2018年',
  }),
  task({
    code: '(四)2',
    title: '创建全国民族团结进步城市',
    lead: '统战部、宗教局',
    support: '宣传部、各相关部门,各乡镇',
    due: '2018年',
  }),
  task({ code: '(五)', title: '完善乡镇财政管理体制', lead: '财政局', support: ALL_TOWNSHIPS, due: '2018年' }),
  task({
    code: '(六)1',
    title: '巩固基层教育质量',
    lead: '教体局',
    support: '人社局、财政局、编办,各乡镇',
    due: '2020年',
  }),
  task({
    code: '(六)2',
    title: '加强农村人才队伍建设和社会保障服务',
    lead: '人社局',
    support: '农牧局、科技局、民政局、财政局,各乡镇',
    due: '长期',
  }),
  task({
    code: '(六)3',
    title: '巩固健全扶贫公共服务机制',
    lead: '农牧局(扶贫办)',
    support: '民政局、人社局、总工会、妇联、残联、住建局、国土局、财政局等,各乡镇',
    due: '2020年',
  }),
  task({
    code: '(六)4',
    title: '加强农村文化建设',
    lead: '宣传部、文广局',
    support: '教体局、林业局、住建局等相关部门,各乡镇',
    due: '2018年',
  }),
  task({ code: '(七)1', title: '建立基本医疗服务体系', lead: '卫计局', support: '住建局,各乡镇', due: '2018年' }),
  task({
    code: '(七)2',
    title: '加强乡镇综合文化体育站建设',
    lead: '文广局',
    support: '教体局、住建局等相关部门,各乡镇',
    due: '2018年',
  }),
  task({
    code: '(七)3',
    title: '开展特色乡镇建设工作',
    lead: '住建局',
    support: '国土局、环保局、发改局、财政局、交通局、城管局、农牧局等相关部门,各乡镇',
    due: '2018年',
  }),
  task({ code: '(七)4', title: '完善流动人口基本公共服务制度', lead: '公安局', support: ALL_TOWNSHIPS, due: '长期' }),
  task({ code: '(七)5', title: '加强乡镇无障碍建设', lead: '住建局', support: '残联', due: '长期' }),
  task({ code: '(七)6', title: '建立公共服务标准化体系', lead: '市场监管局', support: '各相关部门', due: '2018年' }),
  task({
    code: '(八)1',
    title: '强化群团服务能力',
    lead: '总工会、团市委、妇联、残联',
    support: '组织部、编办',
    due: '2018年',
  }),
  task({
    code: '(八)2',
    title: '健全城乡社区治理机制',
    lead: '民政局',
    support: '人社局、财政局、各相关部门',
    due: '2019年',
  }),
  task({ code: '(八)3', title: '推动基层农民合作组织发展', lead: '农牧局', support: ALL_TOWNSHIPS, due: '2020年' }),
  task({ code: '(八)4', title: '加强基层公益事业发展', lead: '民政局', support: '审计局,各乡镇', due: '长期' }),
  task({
    code: '(九)1',
    title: '优化政府投资方式',
    lead: '发改局、财政局(金融工作局)',
    support: '水务局、住建局、环保局等有关部门,各乡镇',
    due: '2020年',
  }),
  task({
    code: '(九)2',
    title: '加强乡镇购买服务投入',
    lead: '财政局',
    support: '市场监管局、农牧局、人社局等有关部门,各乡镇',
    due: '2020年',
  }),
  task({
    code: '(十)',
    title: '推行基层“一站式”服务',
    lead: '政务服务中心(信息化服务中心)',
    support: '各部门,各乡镇',
    due: '2018年',
  }),
  task({ code: '(十一)1', title: '完善群众权益保障机制', lead: '民政局', support: ALL_TOWNSHIPS, due: '长期' }),
  task({
    code: '(十一)2',
    title: '落实领导干部接访下访制度',
    lead: '组织部',
    support: '政府办(信访局)等有关部门,各乡镇',
    due: null,
  }),
  {
    ...task({ code: '(十一)3', title: '完善基层民主议事制度', lead: null, support: '人大办、政协办', due: '长期' }),
    responsibleUnit: ALL_TOWNSHIPS,
  },
  task({ code: '(十一)4', title: '推进政务公开制度', lead: '政府办', support: '政务服务中心,各乡镇', due: '长期' }),
  report({
    code: '报送1',
    title: '具体推进方案报备',
    leadUnit: '市直各部门、单位',
    supportingUnits: null,
    dueOn: '2018-05-10',
    dueText: '5月上旬',
  }),
  report({
    code: '报送2',
    title: '上半年工作推进情况汇总',
    leadUnit: '领导小组办公室(民政局)',
    supportingUnits: '各部门(单位)、各乡镇',
    dueOn: null,
    dueText: '每年6月底前',
  }),
  report({
    code: '报送3',
    title: '全年工作推进情况汇总',
    leadUnit: '领导小组办公室(民政局)',
    supportingUnits: '各部门(单位)、各乡镇',
    dueOn: null,
    dueText: '每年12月底前',
  }),
]
