import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { RulePack } from './rule-pack.ts'

/** A report of 郴州市編辦, undated. It names the four offices and counts the institutions, without quotas, so no template. */
export const seed004Pack: RulePack = {
  id: 'seed-004',
  title: '湖南省郴州市编办关于乡镇机构改革的报告',
  locality: '湖南省郴州市',
  date: '',
  note: '统一设四办、综合设置为四站；报告里的撤并率、精简率可以复算。',
  parameters: {
    ...NATIONAL_PARAMETERS,
  },
  packFrom: null,
  template: null,
}
