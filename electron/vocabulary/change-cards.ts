import { codesOf, titlesOf, type CodeList } from './code-list.ts'
import { isEventType, type EventType } from './events.ts'
import { PERSON_FIELD_NAMES, personField, type PersonField } from './person-fields.ts'

/*
 * 变动卡 (一变多报): one change laid out in the order of each system it must be typed into. The targets here are what a township begins with; their
 * fields and order are the book's own once the clerk has changed them.
 */

/** Facts of the change itself. */
export const CARD_FACT_LIST = {
  changeType: { title: '变动类型' },
  changeCause: { title: '变动原因' },
  changedOn: { title: '变动日期' },
  changeDocument: { title: '批准文号' },
  documentTitle: { title: '文件名称' },
  documentIssuer: { title: '发文机关' },
  documentDate: { title: '发文日期' },
  changeNote: { title: '变动备注' },
  bookName: { title: '单位名称' },
  unitBefore: { title: '原机构' },
  postBefore: { title: '原职务' },
  categoryBefore: { title: '原编制类型' },
  rankBefore: { title: '原职级' },
} as const satisfies CodeList
export type CardFact = keyof typeof CARD_FACT_LIST
export const CARD_FACTS = codesOf(CARD_FACT_LIST)
export const CARD_FACT_TITLES = titlesOf(CARD_FACT_LIST)

/** What forms write together, or follows from more than one field. */
export const CARD_JOINED_LIST = {
  unitPost: { title: '单位及职务' },
  educationDegree: { title: '学历学位' },
  postRank: { title: '职务职级（连写）' },
  retiresOn: { title: '退休时间' },
  secondedUntil: { title: '借调到期时间' },
} as const satisfies CodeList
export const CARD_JOINED = codesOf(CARD_JOINED_LIST)
export type CardField = CardFact | PersonField | keyof typeof CARD_JOINED_LIST

/** Every field a target can have, with what the book calls it: of the change, of the person, and what is written together. */
export const CARD_FIELD_TITLES: Readonly<Record<CardField, string>> = {
  ...CARD_FACT_TITLES,
  ...(Object.fromEntries(PERSON_FIELD_NAMES.map((field) => [field, personField(field).title])) as Readonly<
    Record<PersonField, string>
  >),
  ...titlesOf(CARD_JOINED_LIST),
}
export const CARD_FIELDS = codesOf(CARD_FIELD_TITLES)

/** How a value is written: dates in one of seven ways, words as their national code. Absent: as the book shows it. */
export const CARD_FORMAT_LIST = {
  code: { title: '国家代码' },
  dot: { title: '1985.06' },
  dash: { title: '1985-06' },
  month: { title: '198506' },
  day: { title: '1985-06-01' },
  dotDay: { title: '1985.06.01' },
  digits: { title: '19850601' },
  chineseDay: { title: '1985年6月1日' },
} as const satisfies CodeList
export type CardFormat = keyof typeof CARD_FORMAT_LIST
export const CARD_FORMATS = codesOf(CARD_FORMAT_LIST)
export const CARD_FORMAT_TITLES = titlesOf(CARD_FORMAT_LIST)

/** Whose changes a target asks for. */
export const CARD_WHO_LIST = {
  everybody: { title: '全部人员' },
  civilService: { title: '公务员和参公人员' },
  institution: { title: '事业编制人员' },
  party: { title: '中共党员（含预备）' },
} as const satisfies CodeList
export type CardWho = keyof typeof CARD_WHO_LIST
export const CARD_WHO = codesOf(CARD_WHO_LIST)
export const CARD_WHO_TITLES = titlesOf(CARD_WHO_LIST)

export interface CardColumn {
  /** What the target calls it. */
  readonly title: string
  readonly field: CardField
  readonly format: CardFormat | null
}

export interface CardTarget {
  /** Never changes: the ticks name it. */
  readonly id: string
  readonly title: string
  readonly who: CardWho
  readonly events: readonly CardEvent[]
  readonly columns: readonly CardColumn[]
}

const column = (title: string, field: CardField, format: CardFormat | null = null): CardColumn => ({
  title,
  field,
  format,
})

/**
 * What a township begins with. The bureau's order is its general 人员信息 form, the civil-servant system's the sheet A01 of the national import
 * workbook; pay and party follow what their systems key in. No national document fixes the last two: the clerk's own order goes before all.
 */
export const CARD_TARGETS: readonly CardTarget[] = [
  {
    id: 'bureau',
    title: '编办实名制系统',
    who: 'everybody',
    events: [
      'entry',
      'arrival',
      'move',
      'appoint',
      'dismiss',
      'rank.promote',
      'concurrent.begin',
      'concurrent.end',
      'secondment.out',
      'exit',
      'restore',
    ],
    columns: [
      column('变动类型', 'changeType'),
      column('变动原因', 'changeCause'),
      column('变动日期', 'changedOn', 'day'),
      column('批准文号', 'changeDocument'),
      column('机构名称', 'bookName'),
      column('所在机构', 'unit'),
      column('姓名', 'name'),
      column('性别', 'sex'),
      column('身份证号', 'idNumber'),
      column('编制类别', 'category'),
      column('编制经费形式', 'funding'),
      column('进入形式', 'entryRoute'),
      column('入编时间', 'enteredOn', 'day'),
      column('入编文号', 'entryDocument'),
      column('职务', 'post'),
      column('职级', 'rank'),
      column('任现职时间', 'postSince', 'dash'),
      column('出生日期', 'birth', 'dash'),
      column('民族', 'ethnicity'),
      column('政治面貌', 'politicalStatus'),
      column('学历', 'education'),
      column('职称', 'professionalTitle'),
      column('参加工作时间', 'workStarted', 'dash'),
      column('原机构', 'unitBefore'),
      column('原职务', 'postBefore'),
    ],
  },
  {
    id: 'civil',
    title: '公务员管理系统',
    who: 'civilService',
    events: ['entry', 'arrival', 'move', 'appoint', 'dismiss', 'rank.promote', 'retirement.arrange', 'exit', 'restore'],
    columns: [
      column('姓名', 'name'),
      column('公民身份号码', 'idNumber'),
      column('性别代码', 'sex', 'code'),
      column('出生年月', 'birth', 'month'),
      column('籍贯', 'nativePlace'),
      column('出生地', 'birthplace'),
      column('民族代码', 'ethnicity', 'code'),
      column('健康状况', 'health'),
      column('参加工作时间', 'workStarted', 'month'),
      column('政治面貌代码', 'politicalStatus', 'code'),
      column('入党时间', 'partyJoined', 'month'),
      column('人员类别代码', 'personClass', 'code'),
      column('现工作单位及职务全称', 'unitPost'),
      column('现职务层次代码', 'positionLevel', 'code'),
      column('任现职务时间', 'postSince', 'month'),
      column('现职级代码', 'rank', 'code'),
      column('任现职级时间', 'rankSince', 'month'),
      column('学历代码', 'education', 'code'),
      column('毕业院校', 'school'),
      column('专业技术职务', 'professionalTitle'),
      column('编制类型代码', 'category', 'code'),
      column('变动类型', 'changeType'),
      column('进入（退出）方式代码', 'changeCause', 'code'),
      column('变动日期', 'changedOn', 'digits'),
      column('批准文号', 'changeDocument'),
    ],
  },
  {
    id: 'pay',
    title: '工资（财政供养）系统',
    who: 'everybody',
    events: [
      'entry',
      'arrival',
      'move',
      'appoint',
      'dismiss',
      'rank.promote',
      'secondment.out',
      'term.end',
      'absence.begin',
      'absence.end',
      'retirement.arrange',
      'exit',
      'restore',
    ],
    columns: [
      column('单位名称', 'bookName'),
      column('部门', 'unit'),
      column('姓名', 'name'),
      column('身份证号', 'idNumber'),
      column('性别', 'sex'),
      column('出生日期', 'birth', 'dash'),
      column('人员身份', 'personClass'),
      column('编制类型', 'category'),
      column('经费形式', 'funding'),
      column('职务', 'post'),
      column('职级', 'rank'),
      column('岗位等级', 'postGrade'),
      column('学历', 'education'),
      column('参加工作时间', 'workStarted', 'dash'),
      column('工龄', 'workYears'),
      column('变动原因', 'changeCause'),
      column('工资变动起始日', 'changedOn', 'day'),
      column('依据文号', 'changeDocument'),
    ],
  },
  {
    id: 'party',
    title: '党员信息系统',
    who: 'party',
    events: ['entry', 'arrival', 'move', 'appoint', 'secondment.out', 'exit', 'restore', 'retirement.arrange'],
    columns: [
      column('姓名', 'name'),
      column('公民身份号码', 'idNumber'),
      column('性别', 'sex'),
      column('民族', 'ethnicity'),
      column('出生日期', 'birth', 'day'),
      column('学历', 'education'),
      column('人员类别', 'politicalStatus'),
      column('入党时间', 'partyJoined', 'day'),
      column('工作岗位', 'unitPost'),
      column('联系电话', 'phone'),
      column('户籍所在地', 'householdPlace'),
      column('变动类型', 'changeType'),
      column('变动日期', 'changedOn', 'day'),
    ],
  },
]

interface CardPaper {
  readonly title: string
  /** Which causes need it; absent: every one. */
  readonly causes?: readonly string[]
}
const RECRUITED = ['21', '22', '23', '24', '26', '27', '29']
const MOVED_IN = ['11', '12', '13', '14', '15', 'G3']
const paper = (title: string, causes?: readonly string[]): CardPaper =>
  causes === undefined ? { title } : { title, causes }

/**
 * 材料清单 of each event, beside the papers an exit needs (causes.ts): what counties ask for when the change is reported. No national document lists
 * them; the county's own list goes before this one. Null: what does not happen to one person has no card.
 */
const PAPERS = {
  'quota.increase': null,
  'quota.decrease': null,
  'quota.transfer': null,
  'unit.establish': null,
  'unit.rename': null,
  'unit.merge': null,
  'unit.abolish': null,
  'unit.reassign': null,
  'nameplate.hang': null,
  'nameplate.remove': null,
  'leadershipQuota.set': null,
  'rankQuota.set': null,
  'tolerance.set': null,
  'offQuotaControl.set': null,
  'post.plan': null,
  'post.freeze': null,
  'post.unfreeze': null,
  'post.abolish': null,
  'approval.grant': null,
  'approval.cancel': null,
  entry: [
    paper('用编核准（进人核编）通知单'),
    paper('上下编人员审核表'),
    paper('身份证复印件'),
    paper('学历、学位证书复印件'),
    paper('录用审批表', RECRUITED),
    paper('公示和体检、考察材料', [...RECRUITED, 'G1']),
    paper('调动审批表、行政介绍信', MOVED_IN),
    paper('工资关系转移证明', MOVED_IN),
    paper('安置通知', ['36', 'G2']),
    paper('聘用合同', ['5', 'G1']),
    paper('党员组织关系介绍信（党员）'),
  ],
  arrival: [paper('用编核准（进人核编）通知单'), paper('报到证明或行政介绍信'), paper('党员组织关系介绍信（党员）')],
  move: [paper('调整决定（文件或会议纪要）'), paper('上下编人员审核表')],
  appoint: [paper('任职文件'), paper('干部任免审批表')],
  dismiss: [paper('免职文件'), paper('干部任免审批表')],
  'rank.promote': [paper('职级晋升审批表'), paper('职级职数核定文件'), paper('公示材料'), paper('年度考核登记表')],
  'concurrent.begin': [paper('兼任决定（文件或会议纪要）')],
  'concurrent.end': [paper('免去兼任的文件')],
  'secondment.out': [paper('借调工作人员审批表'), paper('借入单位的函')],
  'secondment.in': [paper('借调工作人员审批表'), paper('本单位的函')],
  'attachment.in': [paper('挂职文件')],
  'attachment.out': [paper('挂职文件')],
  'term.renew': [paper('续借（续挂）批准文件')],
  'term.end': [paper('返回通知或行政介绍信')],
  'absence.begin': [paper('请假、学习或停职的批准文件'), paper('医院证明（病休）')],
  'absence.end': [paper('返岗证明')],
  'retirement.arrange': [paper('本人书面申请或书面协议'), paper('审批（备案）文件')],
  exit: [paper('上下编人员审核表'), paper('编制卡（证）'), paper('停发工资通知')],
  restore: [paper('恢复入编的批准文件')],
  'batch.transfer': null,
  'offQuota.begin': [paper('用工审批文件'), paper('劳动合同或派遣协议')],
  'offQuota.end': [paper('解除或终止劳动合同证明')],
  'runOff.plan': null,
} as const satisfies Readonly<Record<EventType, readonly CardPaper[] | null>>

export type CardEvent = { [T in EventType]: (typeof PAPERS)[T] extends null ? never : T }[EventType]

/** True for an event that happens to one person: only they have a card. */
export function isCardEvent(type: string): type is CardEvent {
  return isEventType(type) && PAPERS[type] !== null
}

/** Events with a card, in the order of the chooser. */
export const CARD_EVENTS: readonly CardEvent[] = Object.keys(PAPERS).filter(isCardEvent)

/** 材料清单 of an event that has a card. */
export const cardPapers = (type: CardEvent): readonly CardPaper[] => PAPERS[type]
