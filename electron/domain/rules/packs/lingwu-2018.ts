import { PACK_IDS } from './pack-ids.ts'
import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { PackParameter, RulePack } from './rule-pack.ts'
import { LINGWU_2018_TASKS } from './lingwu-2018-tasks.ts'

const TITLE = '关于进一步加强乡镇政府服务能力建设实施方案'

/** The published text carries the index number 640181-001/2018-88641 and no 文号. */
function fromPlan(told: Pick<PackParameter, 'value' | 'title' | 'unit' | 'clause'>): PackParameter {
  return { ...told, document: TITLE, documentNumber: null, date: '2018-04-28' }
}

const TEAM = '乡镇领导班子中,具有2年以上乡镇工作经历的人员应不少于三分之二'
const HIRING = '每个乡镇利用空编定向招录涉农专业技术人员1-2名'
const REMOTE = '对马家滩镇、白土岗乡等边远乡镇面向灵武市本地户籍或生源地考生进行定向招录'

/** 灵武市委办公室, 2018-04-28, in force. Duties and deadlines rather than an establishment, so no template. */
export const lingwu2018Pack: RulePack = {
  id: PACK_IDS.lingwu2018,
  title: TITLE,
  locality: '宁夏回族自治区灵武市',
  date: '2018-04-28',
  note: '乡镇干部每年培训不少于 12 天；班子里有两年以上乡镇工作经历的不少于三分之二；编制专编专用；27 项任务的牵头单位和完成时限。',
  parameters: {
    ...NATIONAL_PARAMETERS,
    trainingDays: fromPlan({
      value: 12,
      title: '乡镇干部每年培训',
      unit: '天',
      clause: '确保乡镇干部每年参加各类培训学习的时间累计不少于12天',
    }),
    teamServiceMonths: fromPlan({ value: 24, title: '班子成员乡镇工作经历', unit: '个月', clause: TEAM }),
    teamShareParts: fromPlan({ value: 2, title: '有乡镇工作经历的班子成员，几份', unit: '份', clause: TEAM }),
    teamShareWhole: fromPlan({ value: 3, title: '有乡镇工作经历的班子成员，总份数', unit: '份', clause: TEAM }),
    targetedHiringLeast: fromPlan({ value: 1, title: '定向招录涉农专业技术人员，最少', unit: '名', clause: HIRING }),
    targetedHiringMost: fromPlan({ value: 2, title: '定向招录涉农专业技术人员，最多', unit: '名', clause: HIRING }),
    remoteTownships: fromPlan({
      value: ['马家滩镇', '白土岗乡'],
      title: '面向本地定向招录的边远乡镇',
      unit: null,
      clause: REMOTE,
    }),
    localOrigins: fromPlan({ value: ['灵武'], title: '定向招录要求的户籍或生源地', unit: null, clause: REMOTE }),
    teamClasses: fromPlan({
      value: 1,
      title: '班子成员培训班每年',
      unit: '期',
      clause: '市委组织部、党校每年至少举办一期乡镇领导班子、村(社区)两委班子成员培训班',
    }),
  },
  packFrom: null,
  template: null,
  tasks: LINGWU_2018_TASKS,
}
