import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { RulePack } from './rule-pack.ts'

/** An empty book under the national rules alone. */
export const nonePack: RulePack = {
  id: 'none',
  title: '空白编制本（只用全国规则）',
  locality: '全国',
  date: '',
  note: '不带机构和编制，机构编制表导入或逐个登记；只检查法律、行政法规的要求。',
  parameters: NATIONAL_PARAMETERS,
  packFrom: null,
  template: null,
}
