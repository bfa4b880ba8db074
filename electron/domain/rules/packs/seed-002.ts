import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { RulePack } from './rule-pack.ts'
import { SEED_002_TASKS } from './seed-002-tasks.ts'

/** 灵武市委办公室, 2018-04-28, in force. Duties and deadlines rather than an establishment, so no template. */
export const seed002Pack: RulePack = {
  id: 'seed-002',
  title: '关于进一步加强乡镇政府服务能力建设实施方案',
  locality: '宁夏回族自治区灵武市',
  date: '2018-04-28',
  note: '乡镇干部每年培训不少于 12 天；班子里有两年以上乡镇工作经历的不少于三分之二；编制专编专用；27 项任务的牵头单位和完成时限。',
  parameters: {
    ...NATIONAL_PARAMETERS,
  },
  packFrom: null,
  template: null,
  tasks: SEED_002_TASKS,
}
