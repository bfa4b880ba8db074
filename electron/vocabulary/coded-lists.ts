import { CARD_FACT_LIST, CARD_FORMAT_LIST, CARD_JOINED_LIST, CARD_WHO_LIST } from './change-cards.ts'
import { BUREAU_FORM_LIST } from './bureau-words.ts'
import { ENTRY_CAUSE_LIST, EXIT_CAUSE_LIST, OFF_QUOTA_END_LIST } from './causes.ts'
import type { CodeList } from './code-list.ts'
import { DEGREE_LIST } from './degrees.ts'
import { DUE_KIND_LIST, DUE_STATE_LIST } from './due.ts'
import { DUTY_DATE_LIST, DUTY_KIND_LIST, DUTY_STATE_LIST } from './duties.ts'
import { LAW_CERTAINTY_LIST, LAW_LEVEL_LIST, LAW_TIER_LIST } from './laws.ts'
import { COUNTY_LEVEL_LIST, PACKAGE_KIND_LIST } from './county.ts'
import { PAPER_PACK_LIST } from './paper-packs.ts'
import {
  FUNDING_LIST,
  LEADERSHIP_ROLE_LIST,
  QUOTA_CATEGORY_LIST,
  REFERENCE_BASIS_LIST,
  TOWNSHIP_CLASS_LIST,
  TOWNSHIP_TYPE_LIST,
  UNIT_KIND_LIST,
  UNIT_LEVEL_LIST,
} from './establishment.ts'
import { ETHNIC_GROUP_LIST } from './ethnic-groups.ts'
import { FINDING_EFFECT_LIST, GATE_LIST, SEVERITY_LIST } from './findings.ts'
import type { NationalStandardName } from './national-standards.ts'
import {
  DRAFT_STEP_LIST,
  NOTICE_EXCEPTION_LIST,
  NOTICE_LAYOUT_LIST,
  NOTICE_STAGE_LIST,
  OBJECTION_CHANNEL_LIST,
  OBJECTION_OUTCOME_LIST,
} from './notices.ts'
import { OWN_KIND_LIST } from './own-fields.ts'
import {
  EDUCATION_LIST,
  PERSON_CLASS_LIST,
  POLITICAL_STATUS_LIST,
  POSITION_LEVEL_LIST,
  RANK_LIST,
  SEX_LIST,
} from './people.ts'
import {
  ASSIGNMENT_LIST,
  DUTY_MATTER_LIST,
  EVIDENCE_LIST,
  FILING_LIST,
  REVIEW_LIST,
  TASK_KIND_LIST,
  TEAM_REVIEW_LIST,
  TRAINING_LIST,
} from './record-lists.ts'
import { RETIREMENT_ARRANGEMENT_LIST, RETIREMENT_CATEGORY_LIST, STAFF_KIND_LIST } from './retirement.ts'
import {
  ABSENCE_LIST,
  HOLDING_KIND_LIST,
  OFF_QUOTA_LIST,
  POST_STATE_LIST,
  ROSTER_LIST_LIST,
  STAFF_BLOCK_LIST,
} from './standing.ts'
import {
  CANDIDACY_LIST,
  CHANGE_VERDICT_LIST,
  COMPETITION_METHOD_LIST,
  COMPETITION_NOTICE_LIST,
  DRAFT_ACT_LIST,
  REDEPLOYMENT_LIST,
  REFORM_CHECK_LIST,
  REFORM_COUNT_LIST,
  REFORM_STATE_LIST,
  REFORM_VERDICT_LIST,
  REGISTRATION_LIST,
  SERVICE_MODE_LIST,
  STEP_STATE_LIST,
  UNIT_CHOICE_LIST,
} from './reform.ts'
import { DATE_FORMAT_LIST, ID_FORMAT_LIST, TEMPLATE_KIND_LIST } from './templates.ts'

/*
 * By which national list each list of the book is coded. A code that its standard does not have says why, and so does a list that no standard has:
 * a list or a code that is forgotten here does not compile, or is named by the test that walks the vocabulary.
 */

export interface CodedList {
  readonly list: CodeList
  /** Null: no national list has it; `gap` says why. */
  readonly standard: NationalStandardName | null
  readonly gap: string | null
  /** Code of the book → why the standard has none. */
  readonly gaps: Readonly<Record<string, string>>
}

/** The codes of a list that say no national code. */
type Uncoded<L extends CodeList> = {
  readonly [C in keyof L as L[C] extends { readonly national: string } ? never : C]: string
}

function coded<const L extends CodeList>(standard: NationalStandardName, list: L, gaps: Uncoded<L>): CodedList {
  return { list, standard, gap: null, gaps }
}

function uncoded(list: CodeList, gap: string): CodedList {
  return { list, standard: null, gap, gaps: {} }
}

const PARTY_SCHOOL = 'GB/T 4658 不收党校学历；任免审批表按 ZB64 写'
const INSTITUTION_ONLY = 'ZB77、ZB78 是公务员系统的，事业单位的情形没有'
const REFORM = '机构改革过程的登记，国标和公务员系统都没有这一项'
const OWN = '本程序自己的状态，不对外交换'

export const CODED_LISTS = {
  SEX_LIST: coded('GB/T 2261.1', SEX_LIST, {}),
  ETHNIC_GROUP_LIST: coded('GB/T 3304', ETHNIC_GROUP_LIST, {}),
  POLITICAL_STATUS_LIST: coded('GB/T 4762', POLITICAL_STATUS_LIST, {}),
  EDUCATION_LIST: coded('GB/T 4658', EDUCATION_LIST, {
    中央党校研究生: PARTY_SCHOOL,
    省委党校研究生: PARTY_SCHOOL,
    中央党校大学: PARTY_SCHOOL,
    省委党校大学: PARTY_SCHOOL,
    中央党校大专: PARTY_SCHOOL,
    省委党校大专: PARTY_SCHOOL,
    党校研究生: PARTY_SCHOOL,
    党校本科: PARTY_SCHOOL,
    党校大专: PARTY_SCHOOL,
  }),
  DEGREE_LIST: coded('GB/T 6864', DEGREE_LIST, {}),
  RANK_LIST: coded('ZB148', RANK_LIST, {}),
  PERSON_CLASS_LIST: coded('ZB125', PERSON_CLASS_LIST, {}),
  POSITION_LEVEL_LIST: coded('ZB09', POSITION_LEVEL_LIST, {}),
  QUOTA_CATEGORY_LIST: coded('ZB135', QUOTA_CATEGORY_LIST, {
    worker: 'ZB135 四个代码里没有工勤；上报模板单列“工勤编制”',
  }),
  UNIT_LEVEL_LIST: coded('ZB03', UNIT_LEVEL_LIST, {}),
  TOWNSHIP_TYPE_LIST: coded('GB/T 12404', TOWNSHIP_TYPE_LIST, {}),
  LEADERSHIP_ROLE_LIST: coded('ZB129', LEADERSHIP_ROLE_LIST, {}),
  REVIEW_LIST: coded('ZB18', REVIEW_LIST, {}),
  ENTRY_CAUSE_LIST: coded('ZB77', ENTRY_CAUSE_LIST, {
    G1: INSTITUTION_ONLY,
    G2: INSTITUTION_ONLY,
    G3: INSTITUTION_ONLY,
  }),
  EXIT_CAUSE_LIST: coded('ZB78', EXIT_CAUSE_LIST, { G1: INSTITUTION_ONLY }),
  FUNDING_LIST: uncoded(FUNDING_LIST, '经费形式只见于编办表的下拉词，没有公开的国标代码'),
  UNIT_KIND_LIST: uncoded(UNIT_KIND_LIST, '乡镇机构的这种分法是编制本的；GB/T 34981.2 的机构分类代码值没有公开'),
  TOWNSHIP_CLASS_LIST: uncoded(TOWNSHIP_CLASS_LIST, '大中小乡镇由各省文件划分，没有国标代码'),
  REFERENCE_BASIS_LIST: uncoded(REFERENCE_BASIS_LIST, OWN),
  RETIREMENT_CATEGORY_LIST: uncoded(RETIREMENT_CATEGORY_LIST, '原法定退休年龄由退休决定附表区分，没有国标代码'),
  STAFF_KIND_LIST: uncoded(STAFF_KIND_LIST, '弹性退休办法区分的身份，没有国标代码'),
  RETIREMENT_ARRANGEMENT_LIST: uncoded(RETIREMENT_ARRANGEMENT_LIST, '2025 年起的退休类别，ZB132 只有离休、退休、退职'),
  HOLDING_KIND_LIST: uncoded(HOLDING_KIND_LIST, '占编与不占编的分法；GB/T 34981.2 的代码值没有公开'),
  OFF_QUOTA_LIST: uncoded(OFF_QUOTA_LIST, '编外用工形式没有国标代码；编办表只分编内、编外聘用'),
  ABSENCE_LIST: uncoded(ABSENCE_LIST, '离岗情形没有国标代码；GB/T 34981.2 的代码值没有公开'),
  OWN_KIND_LIST: uncoded(OWN_KIND_LIST, OWN),
  BUREAU_FORM_LIST: uncoded(BUREAU_FORM_LIST, '上级导入表的名字，不是数据'),
  POST_STATE_LIST: uncoded(POST_STATE_LIST, OWN),
  STAFF_BLOCK_LIST: uncoded(STAFF_BLOCK_LIST, '编办报表对人员的四分法，没有国标代码'),
  ROSTER_LIST_LIST: uncoded(ROSTER_LIST_LIST, '五张名单是编制本核查的结论，没有国标代码'),
  TRAINING_LIST: uncoded(TRAINING_LIST, '培训类别没有公开的国标代码'),
  ASSIGNMENT_LIST: uncoded(ASSIGNMENT_LIST, OWN),
  TEAM_REVIEW_LIST: uncoded(TEAM_REVIEW_LIST, OWN),
  DUTY_MATTER_LIST: uncoded(DUTY_MATTER_LIST, '在岗情况用来筛查吃空饷，没有国标代码'),
  EVIDENCE_LIST: uncoded(EVIDENCE_LIST, '凭证种类是编制本核查用的，没有国标代码'),
  FILING_LIST: uncoded(FILING_LIST, OWN),
  TASK_KIND_LIST: uncoded(TASK_KIND_LIST, OWN),
  SEVERITY_LIST: uncoded(SEVERITY_LIST, OWN),
  FINDING_EFFECT_LIST: uncoded(FINDING_EFFECT_LIST, OWN),
  GATE_LIST: uncoded(GATE_LIST, OWN),
  DUTY_DATE_LIST: uncoded(DUTY_DATE_LIST, OWN),
  DUTY_STATE_LIST: uncoded(DUTY_STATE_LIST, OWN),
  DUTY_KIND_LIST: uncoded(DUTY_KIND_LIST, OWN),
  CARD_FACT_LIST: uncoded(CARD_FACT_LIST, OWN),
  CARD_JOINED_LIST: uncoded(CARD_JOINED_LIST, OWN),
  CARD_FORMAT_LIST: uncoded(CARD_FORMAT_LIST, OWN),
  CARD_WHO_LIST: uncoded(CARD_WHO_LIST, OWN),
  DUE_KIND_LIST: uncoded(DUE_KIND_LIST, OWN),
  DUE_STATE_LIST: uncoded(DUE_STATE_LIST, OWN),
  TEMPLATE_KIND_LIST: uncoded(TEMPLATE_KIND_LIST, OWN),
  DATE_FORMAT_LIST: uncoded(DATE_FORMAT_LIST, OWN),
  ID_FORMAT_LIST: uncoded(ID_FORMAT_LIST, OWN),
  NOTICE_LAYOUT_LIST: uncoded(NOTICE_LAYOUT_LIST, OWN),
  NOTICE_EXCEPTION_LIST: uncoded(NOTICE_EXCEPTION_LIST, OWN),
  NOTICE_STAGE_LIST: uncoded(NOTICE_STAGE_LIST, OWN),
  COUNTY_LEVEL_LIST: uncoded(COUNTY_LEVEL_LIST, '汇总到哪一级，区划本身用 GB/T 2260 的代码'),
  PACKAGE_KIND_LIST: uncoded(PACKAGE_KIND_LIST, OWN),
  PAPER_PACK_LIST: uncoded(PAPER_PACK_LIST, OWN),
  LAW_TIER_LIST: uncoded(LAW_TIER_LIST, OWN),
  LAW_LEVEL_LIST: uncoded(LAW_LEVEL_LIST, OWN),
  LAW_CERTAINTY_LIST: uncoded(LAW_CERTAINTY_LIST, OWN),
  DRAFT_STEP_LIST: uncoded(DRAFT_STEP_LIST, OWN),
  DRAFT_ACT_LIST: uncoded(DRAFT_ACT_LIST, OWN),
  SERVICE_MODE_LIST: uncoded(SERVICE_MODE_LIST, '国标没有公益服务方式的代码'),
  REFORM_STATE_LIST: uncoded(REFORM_STATE_LIST, OWN),
  STEP_STATE_LIST: uncoded(STEP_STATE_LIST, OWN),
  REFORM_COUNT_LIST: uncoded(REFORM_COUNT_LIST, OWN),
  COMPETITION_METHOD_LIST: uncoded(COMPETITION_METHOD_LIST, REFORM),
  CHANGE_VERDICT_LIST: uncoded(CHANGE_VERDICT_LIST, OWN),
  CANDIDACY_LIST: uncoded(CANDIDACY_LIST, REFORM),
  COMPETITION_NOTICE_LIST: uncoded(COMPETITION_NOTICE_LIST, REFORM),
  UNIT_CHOICE_LIST: uncoded(UNIT_CHOICE_LIST, REFORM),
  REDEPLOYMENT_LIST: uncoded(REDEPLOYMENT_LIST, REFORM),
  REGISTRATION_LIST: uncoded(REGISTRATION_LIST, REFORM),
  REFORM_CHECK_LIST: uncoded(REFORM_CHECK_LIST, REFORM),
  REFORM_VERDICT_LIST: uncoded(REFORM_VERDICT_LIST, REFORM),
  OFF_QUOTA_END_LIST: uncoded(OFF_QUOTA_END_LIST, '编外人员不在公务员系统的退出原因里'),
  OBJECTION_CHANNEL_LIST: uncoded(OBJECTION_CHANNEL_LIST, OWN),
  OBJECTION_OUTCOME_LIST: uncoded(OBJECTION_OUTCOME_LIST, OWN),
} as const satisfies Readonly<Record<string, CodedList>>

/** The coding of a list of the vocabulary; null for one that is not a list of the vocabulary. */
export function codingOf(list: CodeList): CodedList | null {
  return Object.values(CODED_LISTS).find((one) => one.list === list) ?? null
}
