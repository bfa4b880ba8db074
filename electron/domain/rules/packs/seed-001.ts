import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { RulePack } from './rule-pack.ts'

/** A reform plan of 2022 passed round with its numbers masked as `x`; the date is that of the page. No quotas, so no template. */
export const seed001Pack: RulePack = {
  id: 'seed-001',
  title: '乡镇行政管理体制机制改革实施方案',
  locality: '某县（原文隐去）',
  date: '2022-04-28',
  note: '五办一中心一队：党政机构和事业单位总数一般不超过 7 个；网上文本的若干数字以 x 遮去，缺数的条款报“参数缺失”。',
  parameters: {
    ...NATIONAL_PARAMETERS,
  },
  packFrom: null,
  template: null,
}
