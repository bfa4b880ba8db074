import { sourceFrom, type RuleSource } from '../model/finding.ts'
import { combinedSource } from '../rules/citation.ts'
import { civilServantLaw, institutionStaffRegulation, retirementDuty } from '../rules/sources.ts'

/* The clauses that what falls due stands on: verbatim, or said to be the points of one. */

type Cited = Pick<RuleSource, 'article' | 'clause'>

/** 中办 2019-03: ranks of 公务员, their steps and years. */
function rankRegulation({ article, clause }: Cited): RuleSource {
  return sourceFrom([{ document: '公务员职务与职级并行规定', documentNumber: '中办发〔2019〕21号', article }], {
    clause,
    inForceFrom: '2019-06-01',
  })
}

const ARTICLE_19 =
  '公务员晋升职级所要求任职年限的年度考核结果均应为称职以上等次，其间每有1个年度考核结果为优秀等次的，任职年限缩短半年；每有1个年度考核结果为基本称职等次或者不定等次的，该年度不计算为晋升职级的任职年限。'

/** 第十八条 names what each rank takes, in the words of 综合管理类; 第十九条 how assessments count. */
export function rankYearsSource(to: string, from: string, years: number, series: string): RuleSource {
  const other = series === '综合管理类' ? '' : `（条文写的是综合管理类，${series}逐级对应）`
  return rankRegulation({
    article: '第十八条、第十九条',
    clause: `晋升${to}，应当任${from}${years}年以上。${ARTICLE_19}${other}`,
  })
}

export const rankCountSource: RuleSource = rankRegulation({ article: '第十九条', clause: ARTICLE_19 })

/** What bars a promotion. */
export const RANK_BARS = '第二十一条第（二）项：受到诫勉、组织处理或者处分等影响期未满或者期满影响使用的，不得晋升职级'

export const recruitSource: RuleSource = combinedSource([
  civilServantLaw({
    article: '第三十四条',
    clause: '新录用的公务员试用期为一年。试用期满合格的，予以任职；不合格的，取消录用。',
  }),
])

export const firstContractSource: RuleSource = combinedSource([
  institutionStaffRegulation({
    article: '第十三条',
    clause: '初次就业的工作人员与事业单位订立的聘用合同期限3年以上的，试用期为12个月。',
  }),
])

/** 中办 2006-06: written for 县级以上; a township's leaders are held by their elections, and by it as a measure. */
export const termSource: RuleSource = sourceFrom(
  [
    { document: '党政领导干部职务任期暂行规定', documentNumber: null, article: '第三条、第六条' },
    {
      document: '地方各级人民代表大会和地方各级人民政府组织法',
      documentNumber: '主席令第110号',
      article: '第七十二条',
    },
  ],
  {
    clause:
      '党政领导职务每个任期为5年。党政领导干部在同一职位上连续任职达到两个任期，不再推荐、提名或者任命担任同一职务。地方各级人民政府每届任期五年。（任期规定写的是县级以上，乡镇参照；8 年为提醒年限）',
    inForceFrom: '2006-06-10',
  },
)

export const rotationSource: RuleSource = combinedSource([
  civilServantLaw({
    article: '第七十一条',
    clause: '对担任机关内设机构领导职务和其他工作性质特殊的公务员，应当有计划地在本机关内转任。',
  }),
])

export const institutionLeaderSource: RuleSource = sourceFrom(
  [{ document: '事业单位领导人员管理规定', documentNumber: null, article: null }],
  {
    clause: '领导人员在同一岗位连续任职一般不超过十年，每个任期一般为三至五年（要点，非原文）',
    inForceFrom: '2022-01-14',
  },
)

export const contractTermSource: RuleSource = sourceFrom(
  [
    { document: '事业单位人事管理条例', documentNumber: '国务院令第652号', article: '第十二条' },
    { document: '事业单位工作人员考核规定', documentNumber: '人社部发〔2023〕6号', article: '第十八条' },
  ],
  {
    clause:
      '事业单位与工作人员订立的聘用合同，期限一般不低于3年。聘期考核是对事业单位工作人员在一个完整聘期内总体表现所进行的全方位考核，以聘用（任）合同为依据，以聘期内年度考核结果为基础，一般在聘用（任）合同期满前一个月内完成。',
    inForceFrom: '2014-07-01',
  },
)

export const secondmentSource: RuleSource = sourceFrom(
  [
    { document: '公务员法', documentNumber: '主席令第20号', article: '第七十二条' },
    { document: '省委组织部等四部门关于规范借调工作的通知', documentNumber: null, article: null },
  ],
  {
    clause:
      '公务员在挂职期间，不改变与原机关的人事关系。借调期满返回或续借，续借在期满 10 个工作日前报批（要点，非原文；期限由各地规定）',
    inForceFrom: '2019-06-01',
  },
)

/** 人社部发〔2024〕94号: what must be said in writing before an early or a late retirement. */
function flexibleNotice(clause: string): RuleSource {
  return sourceFrom([{ document: '实施弹性退休制度暂行办法', documentNumber: '人社部发〔2024〕94号', article: null }], {
    clause,
    inForceFrom: '2025-01-01',
  })
}

export const earlyNoticeSource = flexibleNotice(
  '职工自愿选择弹性提前退休的，至少在本人选择的退休时间前3个月，以书面形式告知所在单位。',
)
export const lateNoticeSource = flexibleNotice('所在单位与职工应提前1个月，以书面形式明确延迟退休时间等事项。')

export const civilReviewSource: RuleSource = combinedSource([
  civilServantLaw({
    article: '第三十七条、第三十九条',
    clause:
      '非领导成员公务员的定期考核采取年度考核的方式。定期考核的结果作为调整公务员职位、职务、职级、级别、工资以及公务员奖励、培训、辞退的依据。',
  }),
])

export const institutionReviewSource: RuleSource = sourceFrom(
  [{ document: '事业单位工作人员考核规定', documentNumber: '人社部发〔2023〕6号', article: '第九条' }],
  {
    clause: '年度考核是以年度为周期对事业单位工作人员总体表现所进行的综合性考核，一般每年年末或者次年年初进行。',
    inForceFrom: '2023-01-12',
  },
)

export const civilTrainingSource: RuleSource = sourceFrom(
  [{ document: '公务员培训规定', documentNumber: null, article: null }],
  {
    clause: '县处级以下公务员参加培训的时间，每年累计不少于12天或者90学时（要点，非原文）',
    inForceFrom: null,
  },
)

export const institutionTrainingSource: RuleSource = sourceFrom(
  [{ document: '事业单位工作人员培训规定', documentNumber: null, article: null }],
  {
    clause: '事业单位工作人员每年度参加各类培训的时间累计不少于90学时或者12天（要点，非原文）',
    inForceFrom: '2019-11-28',
  },
)

export const retirementSource: RuleSource = combinedSource(retirementDuty)
