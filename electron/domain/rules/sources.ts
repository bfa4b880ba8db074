import type { Citation } from './citation.ts'

/* Documents that several rules stand on, by their id in the law base. Clauses are verbatim; each rule names its own article. */

type Cited = Pick<Citation, 'article' | 'clause'>

/** 地方各级人民政府机构设置和编制管理条例, published 2007-02-24. */
export function stateCouncil486(cited: Cited): Citation {
  return { law: 'state-council-486', ...cited }
}

/** 厅字〔2007〕2号, read in one copy without title and date: whoever shows it says so. */
export function strictControl2007(cited: Cited): Citation {
  return { law: 'strict-control-2007', ...cited }
}

/** 定编定员: what the whole roster stands on. */
export const namedRoster = strictControl2007({
  article: '四',
  clause:
    '试行机构编制实名制管理制度，凡按规定批准成立的党政机关和事业单位都要实行定编定员，确保具体机构设置与按规定审批的机构相一致、实有人员与批准的编制和领导职数相对应。',
})

/** People only within what was approved. */
export const onlyWithinApproved = strictControl2007({
  article: '五',
  clause:
    '只有在机构编制部门审核同意设置的机构和核批的编制范围内，组织（人事）部门才能配备人员和核定工资，财政部门才能列入政府预算并核拨经费，银行才能开设账户并发放工资。',
})

/** One body decides on 机构、编制、领导职数, by its paper. */
export const oneApproval = strictControl2007({
  article: '三',
  clause:
    '凡涉及职能调整，机构、编制和领导职数增减的，统一由机构编制部门审核，按程序报同级机构编制委员会或党委、政府审批。其他任何部门和单位无权决定机构编制事项。',
})

/** Figures that are to be right. */
export const rightFigures = strictControl2007({
  article: '四',
  clause: '完善机构编制统计和报告制度，确保统计数据准确、及时、全面。',
})

/** What the approved units and quotas are for. */
export const basisOfPeople = stateCouncil486({
  article: '第六条第一款',
  clause: '依照国家规定的程序设置的机构和核定的编制，是录用、聘用、调配工作人员、配备领导成员和核拨经费的依据。',
})

/** No false names: the party centre's and the State Council's word for all organs. */
export const falseNames2007 = strictControl2007({
  article: '五',
  clause: '不准以虚报人员等方式占用行政和事业编制、冒领财政资金',
})

/** No pay by false names. */
export const noFalseNames = stateCouncil486({
  article: '第二十六条第（四）项',
  clause:
    '超出编制限额调配财政供养人员、为超编人员核拨财政资金或者挪用其他资金安排其经费、以虚报人员等方式占用编制并冒用财政资金的',
})

/** 中国共产党机构编制工作条例 (2019), as far as its text is at hand. */
export function partyEstablishment(cited: Cited): Citation {
  return { law: 'party-establishment-regulation', ...cited }
}

/** 公务员法, revised 2018-12-29. */
export function civilServantLaw(cited: Cited): Citation {
  return { law: 'civil-servant-law', ...cited }
}

/** 事业单位人事管理条例, published 2014-04-25. */
export function institutionStaffRegulation(cited: Cited): Citation {
  return { law: 'institution-staff-regulation', ...cited }
}

/** First day of the 事业单位人事管理条例: hirings before it are not judged by it. */
export const INSTITUTION_STAFF_FROM = '2014-07-01'

/** 整治形式主义为基层减负若干规定 (2024): one sentence a newspaper quotes, 原则上; the text at hand has no time limit. */
export const noBorrowingFromBelow: Citation = {
  law: 'relief-2024',
  article: null,
  clause: '上级机关、单位原则上不得从县及以下单位借调干部。',
}

/** 到龄应当退休: one duty in two statutes, for 公务员 and for 事业单位工作人员. */
export const retirementDuty: readonly Citation[] = [
  civilServantLaw({
    article: '第九十二条',
    clause: '公务员达到国家规定的退休年龄或者完全丧失工作能力的，应当退休。',
  }),
  institutionStaffRegulation({ article: '第三十六条', clause: '事业单位工作人员符合国家规定退休条件的，应当退休。' }),
]

/** 居民身份证法, amended 2011-10-29. */
export function identityCardLaw(cited: Cited): Citation {
  return { law: 'identity-card-law', ...cited }
}

/** What a real personnel system of a district keeps and controls; not a norm, but the habit the figures follow. */
export function changningSystem(clause: string): Citation {
  return { law: 'changning-system', article: null, clause }
}

/** 滕编办[2013]11号: exits, their deadline and papers. */
export function tengzhou2013(clause: string): Citation {
  return { law: 'tengzhou-2013-11', article: null, clause }
}

/** 省编办 slides of December 2010: who comes in needs 进人核编 first. The points, not the wording. */
export function rosterOutline2010(clause: string): Citation {
  return { law: 'outline-2010', article: null, clause }
}

/** A province's notice on borrowing staff, as a report quotes it. */
export function provincialSecondment(clause: string): Citation {
  return { law: 'qinghai-secondment', article: null, clause }
}

/** 吃空饷, five kinds: 人社部 and four others, forwarded by 国办 on 2014-12-15. The list in the words in which localities quote it. */
export function emptyPay2014(clause: string): Citation {
  return { law: 'empty-pay-2014', article: '一', clause }
}

/** 旷工 that ends the relation: the limits in two statutes, for 公务员 and for 事业单位工作人员; and being paid all the same. */
export const truancySource: readonly Citation[] = [
  civilServantLaw({
    article: '第八十八条第（五）项',
    clause: '旷工或者因公外出、请假期满无正当理由逾期不归连续超过十五天，或者一年内累计超过三十天的。',
  }),
  institutionStaffRegulation({
    article: '第十五条',
    clause: '事业单位工作人员连续旷工超过15个工作日，或者1年内累计旷工超过30个工作日的，事业单位可以解除聘用合同。',
  }),
  emptyPay2014(
    '因旷工或因公外出、请假期满无正当理由逾期不归等原因，按照规定应当与单位终止人事关系，但仍在原单位领取工资、津贴补贴的。',
  ),
]

/** The township's reform plan behind pack jiangxi-township. Its own number and year are not in the published text. */
export function jiangxiPlan(cited: Cited): Citation {
  return { law: 'jiangxi-plan', ...cited }
}

/** 乡镇行政管理体制机制改革实施方案 behind pack masked-county-2022: numbers and its own 文号 masked in the published text. */
export function maskedCountyPlan(cited: Cited): Citation {
  return { law: 'masked-county-plan', ...cited }
}

/** 灵武市委办公室、市政府办公室, 2018-04-28: behind pack lingwu-2018. The published text carries no 文号. */
export function lingwu2018(cited: Cited): Citation {
  return { law: 'lingwu-2018', ...cited }
}

/** The report on the Yunnan reform behind pack yunnan-2011; the reform itself stands on 云发〔2011〕8号. */
export function yunnanReform(cited: Cited): Citation {
  return { law: 'yunnan-report', ...cited }
}

/** 湖南省郴州市編辦, behind pack chenzhou. */
export function chenzhouReport(cited: Cited): Citation {
  return { law: 'chenzhou-report', ...cited }
}
