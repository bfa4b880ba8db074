import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { RulePack } from './rule-pack.ts'

/** How 71 townships came out of the reform by 云发〔2011〕8号, finished on 2011-12-15. It gives limits, no quotas, so no template. */
export const seed003Pack: RulePack = {
  id: 'seed-003',
  title: '市乡镇机构改革运行情况分析报告',
  locality: '云南省某市',
  date: '2011-12-15',
  note: '机关不超过 4 个办公室，事业单位 5 中心 2 所；行政事业编制不超过 2005 年规模；领导职数一般 9 名，大乡镇 11 名以内。',
  parameters: {
    ...NATIONAL_PARAMETERS,
  },
  packFrom: null,
  template: null,
}
