import { PACK_IDS } from './pack-ids.ts'
import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { PackParameter, RulePack } from './rule-pack.ts'

const TITLE = '湖南省郴州市编办关于乡镇机构改革的报告'

function fromReport(told: Pick<PackParameter, 'value' | 'title' | 'unit' | 'clause'>): PackParameter {
  return { ...told, document: TITLE, documentNumber: null, date: null }
}

/** A report of 郴州市编办, undated. It names the four offices and counts the institutions, without quotas, so no template. */
export const chenzhouPack: RulePack = {
  id: PACK_IDS.chenzhou,
  title: TITLE,
  locality: '湖南省郴州市',
  date: '',
  note: '统一设四办、综合设置为四站；报告里的撤并率、精简率可以复算。',
  parameters: {
    ...NATIONAL_PARAMETERS,
    officeNames: fromReport({
      value: ['党政综合办公室', '经济发展和规划建设办公室', '社会事务办公室', '人口和计划生育办公室'],
      title: '统一设置的“四办”',
      unit: null,
      clause: '统一设“四办”',
    }),
    institutionCount: fromReport({
      value: 4,
      title: '综合设置的站',
      unit: '个',
      clause: '乡镇事业单位由以前的“七站八所”综合设置为四站',
    }),
  },
  packFrom: null,
  template: null,
}
