import type { RuleSource } from '../model/finding.ts'

/* Documents that several rules stand on. Clauses are verbatim; each rule names its own article. */

type Cited = Pick<RuleSource, 'article' | 'clause'>

/** 地方各级人民政府机构设置和编制管理条例, published 2007-02-24. */
export function stateCouncil486(cited: Cited): RuleSource {
  return { document: '地方各级人民政府机构设置和编制管理条例', documentNumber: '国务院令第486号', ...cited, inForceFrom: '2007-05-01' }
}

/** 公务员法, revised 2018-12-29. */
export function civilServantLaw(cited: Cited): RuleSource {
  return { document: '中华人民共和国公务员法', documentNumber: '主席令第20号', ...cited, inForceFrom: '2019-06-01' }
}

/** 事业单位人事管理条例, published 2014-04-25. */
export function institutionStaffRegulation(cited: Cited): RuleSource {
  return { document: '事业单位人事管理条例', documentNumber: '国务院令第652号', ...cited, inForceFrom: INSTITUTION_STAFF_FROM }
}

/** First day of the 事业单位人事管理条例: hirings before it are not judged by it. */
export const INSTITUTION_STAFF_FROM = '2014-07-01'

/** 到龄应当退休: one duty in two statutes, for 公务员 and for 事业单位工作人员. */
export const retirementDuty: RuleSource = {
  document: '中华人民共和国公务员法；事业单位人事管理条例',
  documentNumber: '主席令第20号；国务院令第652号',
  article: '第九十二条；第三十六条',
  clause: '公务员达到国家规定的退休年龄或者完全丧失工作能力的，应当退休。事业单位工作人员符合国家规定退休条件的，应当退休。',
  inForceFrom: '2019-06-01',
}

/** 居民身份证法, amended 2011-10-29. */
export function identityCardLaw(cited: Cited): RuleSource {
  return { document: '中华人民共和国居民身份证法', documentNumber: '主席令第4号（2011年主席令第51号修正）', ...cited, inForceFrom: '2004-01-01' }
}

/** What a real personnel system of a district keeps and controls; not a norm, but the habit the figures follow. */
export function changningSystem(clause: string): RuleSource {
  return { document: '上海市长宁区公务员、事业单位人事管理系统数据项', documentNumber: null, article: null, clause, inForceFrom: null }
}

/** 滕州市机构编制委员会办公室, May 2013: exits, their deadline and papers. The points of the notice, not its wording. */
export function tengzhou2013(clause: string): RuleSource {
  return { document: '滕州市机构编制委员会办公室关于人员核销的通知（2013年5月）', documentNumber: null, article: null, clause: `${clause}（要点，非原文）`, inForceFrom: '2013-05-17' }
}

/** 省编办 slides of December 2010: who comes in needs 进人核编 first. The points, not the wording. */
export function rosterOutline2010(clause: string): RuleSource {
  return { document: '机构编制实名制管理工作概要（省编办，2010年12月）', documentNumber: null, article: null, clause: `${clause}（要点，非原文）`, inForceFrom: '2010-12-01' }
}

/** 吃空饷, five kinds: 人社部 and four others, forwarded by 国办 on 2014-12-15. The list in the words in which localities quote it. */
export function emptyPay2014(clause: string): RuleSource {
  return { document: '关于开展机关事业单位“吃空饷”问题集中治理工作的意见', documentNumber: '国办发〔2014〕65号', article: '一', clause, inForceFrom: '2014-12-15' }
}

/** 旷工 that ends the relation: the limits in two statutes, for 公务员 and for 事业单位工作人员; and being paid all the same. */
export const truancySource: RuleSource = {
  document: '中华人民共和国公务员法；事业单位人事管理条例；关于开展机关事业单位“吃空饷”问题集中治理工作的意见',
  documentNumber: '主席令第20号；国务院令第652号；国办发〔2014〕65号',
  article: '第八十八条第（五）项；第十五条；一',
  clause:
    '旷工或者因公外出、请假期满无正当理由逾期不归连续超过十五天，或者一年内累计超过三十天的。事业单位工作人员连续旷工超过15个工作日，或者1年内累计旷工超过30个工作日的，事业单位可以解除聘用合同。因旷工或因公外出、请假期满无正当理由逾期不归等原因，按照规定应当与单位终止人事关系，但仍在原单位领取工资、津贴补贴的。',
  inForceFrom: '2019-06-01',
}

/** The township's reform plan behind pack seed-000. Its own number and year are not in the published text. */
export function reformPlan000(cited: Cited): RuleSource {
  return { document: '深化乡镇机构改革工作实施方案', documentNumber: null, ...cited, inForceFrom: '2006-11-01' }
}

/** 乡镇行政管理体制机制改革实施方案 behind pack seed-001: numbers and its own 文号 masked in the published text. */
export function reformPlan001(cited: Cited): RuleSource {
  return { document: '乡镇行政管理体制机制改革实施方案', documentNumber: null, ...cited, inForceFrom: null }
}

/** 灵武市委办公室、市政府办公室, 2018-04-28: behind pack seed-002. The published text carries no 文号. */
export function lingwu2018(cited: Cited): RuleSource {
  return { document: '关于进一步加强乡镇政府服务能力建设实施方案', documentNumber: null, ...cited, inForceFrom: '2018-04-28' }
}

/** The report on the Yunnan reform behind pack seed-003; the reform itself stands on 云发〔2011〕8号. */
export function yunnanReform(cited: Cited): RuleSource {
  return { document: '市乡镇机构改革运行情况分析报告', documentNumber: '云发〔2011〕8号', ...cited, inForceFrom: '2011-12-15' }
}

/** 湖南省郴州市編辦, behind pack seed-004. */
export function chenzhouReport(cited: Cited): RuleSource {
  return { document: '湖南省郴州市编办关于乡镇机构改革的报告', documentNumber: null, ...cited, inForceFrom: null }
}
