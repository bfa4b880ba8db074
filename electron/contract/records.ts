import { CATEGORY_TITLES } from './shapes.ts'

/*
 * 资料, each kind declared once as data: the form, the table, the import and the check of what comes in all follow from here.
 * A kind's fields are those of domain/model/records; a test holds the two together.
 */

export interface RecordField {
  readonly name: string
  /** What the form, the column and the import's header say. */
  readonly title: string
  readonly type: 'text' | 'number' | 'integer' | 'day' | 'month' | 'choice' | 'yesNo' | 'unit'
  readonly required?: true
  /** Code → words, for `choice`. */
  readonly choices?: Readonly<Record<string, string>>
  /** Other words a header may use. */
  readonly also?: readonly string[]
  readonly hint?: string
  /** Personal: leaves the core masked, and is only changed when what is typed is not the mask. */
  readonly masked?: true
}

export interface RecordType {
  readonly title: string
  readonly group: '乡镇' | '机构' | '人员' | '计划与任务'
  /** Whom a record is about. `personOrNobody`: a class held for many has no one person. */
  readonly subject: 'township' | 'unit' | 'person' | 'personOrNobody' | 'personOrUnit'
  /** One at a time for its subject: a new one ends the one before. */
  readonly oneAtATime: boolean
  /** What its first day is called. */
  readonly from: string
  /** What its last day is called; null: it happened on a day and has no end. The end is entered as the last day it holds. */
  readonly to: string | null
  readonly fields: readonly RecordField[]
  /** One sentence: what it is for. */
  readonly purpose: string
}

const LEVELS = { '107': '县处级', '108': '副县处级', '109': '乡科级', '110': '副乡科级', '111': '股级', '999': '其他' } as const
const FUNDING = { full: '全额拨款', partial: '差额补贴', self: '自收自支', enterprise: '企业化管理' } as const
/** ZB125. */
const PERSON_CLASSES = {
  '1': '综合管理类公务员', '2': '专业技术类公务员', '3': '行政执法类公务员', '5': '参照管理的机关工作人员', '6': '参照管理的事业工作人员', '7': '事业单位管理人员', '8': '事业单位专业技术人员', A0: '机关工勤', A1: '事业单位工勤',
  A2: '临时人员', A4: '企业管理人员', A5: '企业技术人员', A6: '企业工勤', B1: '法官', B2: '检察官', B3: '执法勤务警员', B4: '警务技术人员', B5: '在机关工作的事业编制人员',
} as const
/** ZB09, the part a township meets. */
const POSITION_LEVELS = { '0131': '县处级正职', '0132': '县处级副职', '0141': '乡科级正职', '0142': '乡科级副职', '0150': '科员', '0160': '办事员', '0198': '试用期人员', '0199': '其他' } as const
const TRAININGS = { general: '业务或理论培训', partySchool: '党校轮训', teamClass: '班子成员培训班' } as const
const REVIEWS = { excellent: '优秀', competent: '称职（合格）', basic: '基本称职（基本合格）', incompetent: '不称职（不合格）', undetermined: '不定等次', exempt: '不进行考核' } as const
const MATTERS = { nominal: '挂名未到岗', absentWithoutLeave: '旷工（请假逾期）', steppedBack: '退居二线（离岗待退）', discipline: '处分', sentence: '刑罚' } as const
const TASKS = { task: '任务', stage: '阶段', report: '报送', veto: '一票否决事项' } as const
const EVIDENCES = { overRank: '高配文件', partyOpinion: '任免听取乡镇党委意见', secondmentApproval: '借调审批表', superiorApproval: '上级批准', earlyRetirement: '提前退休批准', enforcementLicence: '执法资格证', other: '其他凭证' } as const

const text = (name: string, title: string, more: Partial<RecordField> = {}): RecordField => ({ name, title, type: 'text', ...more })
const choice = (name: string, title: string, choices: Readonly<Record<string, string>>, more: Partial<RecordField> = {}): RecordField => ({ name, title, type: 'choice', choices, ...more })
const required = { required: true } as const

export const RECORD_TYPES = {
  township: {
    title: '乡镇概况', group: '乡镇', subject: 'township', oneAtATime: true, from: '自', to: null, purpose: '人口、面积、类别决定领导职数上限和机构限额，任期决定轮训要求。',
    fields: [
      { name: 'population', title: '常住人口', type: 'integer', hint: '人' }, { name: 'areaKm2', title: '面积', type: 'number', hint: '平方公里', also: ['面积（平方公里）'] }, choice('townshipClass', '乡镇类别', { 大: '大', 中: '中', 小: '小' }),
      choice('townshipType', '建制', { township: '乡', town: '镇', subdistrict: '街道' }), { name: 'termFrom', title: '本届任期自', type: 'day' }, { name: 'termTo', title: '本届任期至', type: 'day' },
    ],
  },
  referenceTotal: {
    title: '核定总数对照', group: '乡镇', subject: 'township', oneAtATime: false, from: '自', to: '止', purpose: '编办台账的总数和改革基数，用来核对本册的核定编制。',
    fields: [choice('basis', '来源', { bureau: '编办台账', baseline: '改革基数' }, required), choice('category', '编制类型', CATEGORY_TITLES, required), { name: 'amount', title: '数额', type: 'integer', required: true }],
  },
  payBenchmark: {
    title: '收入对照', group: '乡镇', subject: 'township', oneAtATime: false, from: '核定日期', to: null, purpose: '同职级人员在乡镇和县直机关的月收入，用来核对“不低于县直”。',
    fields: [{ name: 'year', title: '年度', type: 'integer', required: true }, text('rank', '职级', required), { name: 'townshipAmount', title: '乡镇月收入', type: 'number', required: true, hint: '元' }, { name: 'countyAmount', title: '县直月收入', type: 'number', required: true, hint: '元' }],
  },
  countyTransfer: {
    title: '县直编制调剂', group: '乡镇', subject: 'township', oneAtATime: false, from: '调剂日期', to: null, purpose: '县直单位划出、乡镇划入的编制，两头应相等。',
    fields: [choice('category', '编制类型', CATEGORY_TITLES, required), text('fromUnit', '划出单位', required), { name: 'released', title: '划出数', type: 'integer', required: true }, { name: 'received', title: '划入数', type: 'integer', required: true }],
  },
  unitProfile: {
    title: '机构概况', group: '机构', subject: 'unit', oneAtATime: true, from: '自', to: null, purpose: '机构规格、经费形式、是否派驻，决定能否高配、是否计入限额；主要职责印在机构信息公示表上。',
    fields: [choice('level', '机构规格', LEVELS), choice('funding', '经费形式', FUNDING), { name: 'dispatched', title: '派驻机构', type: 'yesNo' }, { name: 'outsideLimit', title: '不计入机构限额', type: 'yesNo', hint: '人大、纪委、人武部、群团' }, text('duties', '主要职责', { hint: '照三定方案的原文，印在机构信息公示表上' })],
  },
  personGrade: {
    title: '人员类别与岗位等级', group: '人员', subject: 'person', oneAtATime: true, from: '自', to: null, purpose: '人员类别对应编制类型，职务层次对应机构规格，岗位等级对应岗位类别。',
    fields: [choice('personClass', '人员类别', PERSON_CLASSES), choice('positionLevel', '职务层次', POSITION_LEVELS), text('postGrade', '岗位等级', { hint: '如 管理九级、专业技术十二级、技术工三级' }), { name: 'rankSince', title: '任现职级时间', type: 'month' }],
  },
  personFile: {
    title: '档案补充', group: '人员', subject: 'person', oneAtATime: true, from: '登记日期', to: null, purpose: '干部名册和上级表格要的籍贯、入党时间、院校等；不参与公示。',
    fields: [
      text('nativePlace', '籍贯'), text('householdPlace', '户籍地'), text('originPlace', '生源地'), { name: 'partyJoined', title: '入党时间', type: 'month' }, text('phone', '联系电话', { masked: true }), text('degree', '学位'),
      text('fullTimeEducation', '全日制学历'), text('fullTimeSchool', '全日制毕业院校及专业'), text('inServiceEducation', '在职学历'), text('inServiceSchool', '在职毕业院校及专业'),
    ],
  },
  training: {
    title: '培训', group: '人员', subject: 'personOrNobody', oneAtATime: false, from: '开始日期', to: null, purpose: '每人每年培训天数；班子成员和党校轮训的场次。',
    fields: [text('title', '培训名称', required), text('organiser', '主办单位'), choice('trainingKind', '培训类别', TRAININGS, required), { name: 'days', title: '天数', type: 'number', required: true }],
  },
  annualReview: {
    title: '年度考核', group: '人员', subject: 'person', oneAtATime: false, from: '确定日期', to: null, purpose: '年度考核等次。',
    fields: [{ name: 'year', title: '年度', type: 'integer', required: true }, choice('result', '等次', REVIEWS, required)],
  },
  townshipService: {
    title: '乡镇工作经历', group: '人员', subject: 'person', oneAtATime: false, from: '自', to: '止', purpose: '班子成员在乡镇工作的月数，用来核对“两年以上乡镇经历不少于三分之二”。',
    fields: [text('place', '乡镇及岗位', required)],
  },
  workplace: {
    title: '实际工作地点', group: '人员', subject: 'person', oneAtATime: true, from: '自', to: '止', purpose: '人不在编制所在机构上班时登记，用来查混岗和专编专用。',
    fields: [text('place', '工作地点', required), { name: 'inTownship', title: '在本乡镇', type: 'yesNo' }, { name: 'worksInUnitId', title: '实际工作机构', type: 'unit' }, { name: 'servesPublic', title: '面向群众办事的岗位', type: 'yesNo' }],
  },
  contract: {
    title: '聘用合同', group: '人员', subject: 'person', oneAtATime: false, from: '起', to: '止', purpose: '事业单位实行聘用制，合同应在有效期内。',
    fields: [text('number', '合同编号'), { name: 'years', title: '年限', type: 'number', hint: '长期合同不填' }, { name: 'firstEmployment', title: '初次就业', type: 'yesNo' }],
  },
  dutyMatter: {
    title: '在岗情况', group: '人员', subject: 'person', oneAtATime: false, from: '自', to: '止', purpose: '挂名、旷工、退居二线、处分刑罚，用来筛查吃空饷和在编不在岗。',
    fields: [choice('matter', '情形', MATTERS, required), { name: 'days', title: '天数', type: 'integer', hint: '一年累计' }, { name: 'consecutiveDays', title: '连续天数', type: 'integer' }, { name: 'payAdjusted', title: '工资已按规定停发或降低', type: 'yesNo', hint: '处分、刑罚填' }],
  },
  payStatus: {
    title: '工资发放', group: '人员', subject: 'person', oneAtATime: true, from: '自', to: '止', purpose: '统发工资名册里有没有这个人。',
    fields: [{ name: 'paid', title: '按在职发放', type: 'yesNo', required: true }, text('source', '来源', { hint: '如 2026 年 10 月统发工资表' })],
  },
  evidence: {
    title: '凭证', group: '人员', subject: 'personOrUnit', oneAtATime: false, from: '日期', to: '有效期至', purpose: '高配、借调、任免征求意见等的批准文件。',
    fields: [choice('evidence', '凭证种类', EVIDENCES, required), text('note', '说明')],
  },
  comparisonNote: {
    title: '比对结论', group: '人员', subject: 'personOrNobody', oneAtATime: false, from: '比对日期', to: null, purpose: '与工资、社保、编办名册比对后看过、没有改的差异和理由。',
    fields: [text('list', '名册', required), text('difference', '差异', required), text('ours', '本册'), text('theirs', '对方'), text('reason', '理由', required)],
  },
  hiringPlan: {
    title: '用编计划', group: '计划与任务', subject: 'unit', oneAtATime: false, from: '申报日期', to: null, purpose: '一年内打算补充多少人，怎么补。',
    fields: [
      { name: 'year', title: '年度', type: 'integer', required: true }, choice('category', '编制类型', CATEGORY_TITLES, required), { name: 'amount', title: '拟用编数', type: 'integer', required: true }, text('method', '用编方式', { hint: '招录、调入、安置' }),
      text('conditions', '岗位条件'), text('reason', '理由'), { name: 'targeted', title: '定向招录涉农专业技术人员', type: 'yesNo' },
    ],
  },
  workTask: {
    title: '任务与阶段', group: '计划与任务', subject: 'township', oneAtATime: false, from: '下达日期', to: null, purpose: '改革任务的牵头单位、完成时限和阶段窗口，报送和一票否决事项。',
    fields: [
      text('code', '编号', required), text('title', '任务', required), choice('taskKind', '类别', TASKS, required), text('leadUnit', '牵头单位'), { name: 'dueOn', title: '完成时限', type: 'day' }, text('dueText', '时限原文', { also: ['完成时限（原文）'] }),
      { name: 'windowFrom', title: '窗口自', type: 'day' }, { name: 'windowTo', title: '窗口至', type: 'day' }, { name: 'doneOn', title: '完成日期', type: 'day' }, text('approvalNumber', '批准文号'),
    ],
  },
} as const satisfies Readonly<Record<string, RecordType>>

export type RecordKindName = keyof typeof RECORD_TYPES
export const RECORD_KIND_NAMES = Object.keys(RECORD_TYPES) as readonly RecordKindName[]

/** The declaration of a kind, with every kind's fields of one type. */
export function recordType(kind: RecordKindName): RecordType {
  return RECORD_TYPES[kind]
}

/** The columns a sheet of the kind may have, in the order of its blank. */
export function recordHeaders(kind: RecordKindName): readonly string[] {
  const { subject, from, to, fields } = recordType(kind)
  const people = subject === 'person' || subject === 'personOrNobody' || subject === 'personOrUnit' ? ['姓名', '身份证号'] : []
  const unit = subject === 'unit' || subject === 'personOrUnit' ? ['机构'] : []
  return [...people, ...unit, from, ...(to === null ? [] : [to]), ...fields.map((field) => field.title), '文号']
}

/** A value of a record's content as it crosses a door. */
export type RecordValue = string | number | boolean | null

/** How a value reads: the words of a code, 是/否, the text itself; '' for nothing. */
export function recordValueText(field: RecordField, value: RecordValue | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return field.choices?.[String(value)] ?? String(value)
}
