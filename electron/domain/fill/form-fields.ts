import { matchHeader } from '../table/header-match.ts'
import { COMBINED_FIELDS } from '../table/table-fields.ts'
import { headerKey, withoutBrackets } from '../table/fields.ts'
import { schooled } from '../table/schooling.ts'
import { SHIPPED, type Catalogue } from '../../vocabulary/catalogue.ts'
import { fieldNamed, personFieldFor, personFields, type FieldShape, type PersonField } from './person-fields.ts'

/* What a place of a form about people can be given: the catalogue's fields, and what forms write together that the book keeps apart. */

const JOINED = {
  unitPost: {
    title: '单位及职务',
    names: [...COMBINED_FIELDS.unitPost.names, '现任单位及职务', '现工作单位及职务全称', '工作单位及岗位'],
  },
  educationDegree: { title: '学历学位', names: COMBINED_FIELDS.educationDegree.names },
  fullTimeEducationDegree: {
    title: '全日制学历学位',
    names: ['全日制教育学历学位', '全日制学历及学位', '全日制教育学历及学位'],
  },
  inServiceEducationDegree: {
    title: '在职学历学位',
    names: ['在职教育学历学位', '在职学历及学位', '在职教育学历及学位'],
  },
  dutyState: {
    title: '在岗状态',
    names: ['在岗情况', '人员在岗情况', '在岗离岗情况', '在岗或离岗'],
  },
  absence: {
    title: '不在岗情形',
    names: [
      '不在岗原因',
      '不在岗类型',
      '不在岗情况',
      '不在岗事由',
      '未在岗原因',
      '未在岗情形',
      '离岗情形',
      '离岗原因',
      '离岗类型',
      '离岗类别',
      '离岗事由',
    ],
  },
  absenceSince: {
    title: '离岗开始时间',
    names: [
      '离岗时间',
      '离岗日期',
      '离岗起始时间',
      '不在岗时间',
      '不在岗起始时间',
      '不在岗开始时间',
      '未在岗起始时间',
      '病休时间',
      '病休起始时间',
      '病休开始时间',
    ],
  },
  absenceUntil: {
    title: '离岗到期时间',
    names: [
      '离岗截止时间',
      '离岗结束时间',
      '不在岗截止时间',
      '预计返岗时间',
      '拟返岗时间',
      '应返岗时间',
      '病休截止时间',
    ],
  },
  titleLevel: {
    title: '职称等级（高级、中级、初级）',
    names: [
      '职称等级',
      '职称级别',
      '职称层级',
      '职称层次',
      '专业技术职称等级',
      '专业技术职务等级',
      '专业技术职称级别',
      '职称档次',
    ],
  },
  isMember: {
    title: '是否党员',
    names: ['是否中共党员', '是否为党员', '是否为中共党员', '党员否', '是否党员（是/否）'],
  },
  isMinority: { title: '是否少数民族', names: ['少数民族否', '是否为少数民族'] },
  isInPost: {
    title: '是否在编',
    names: ['在编否', '是否占编', '是否入编', '是否在编在册', '是否有编制', '是否占用编制'],
  },
  isLent: { title: '是否借调', names: ['是否借出', '是否被借调', '是否外借', '是否抽调', '是否借用'] },
  isOnDuty: { title: '是否在岗', names: ['在岗与否', '是否实际在岗', '是否在岗履职'] },
  isLeader: { title: '是否领导班子成员', names: ['是否班子成员', '是否为班子成员', '是否为领导班子成员'] },
  isOver: { title: '是否超编', names: ['是否超编人员', '超编否'] },
  birthAge: { title: '出生年月（岁）', names: [] },
  formOfWork: {
    title: '用工形式',
    names: ['用工形式', '用工性质', '用工方式', '聘用形式', '聘用方式', '人员性质', '编外类型'],
  },
  anyGrade: {
    title: '岗位等级（没有的写职级）',
    names: [
      '岗位等级',
      '岗位级别',
      '技术等级',
      '技能等级',
      '工人技术等级',
      '工勤技能等级',
      '现聘岗位等级',
      '聘任岗位等级',
      '聘用等级',
      '岗位类别及等级',
      '岗位类别和等级',
    ],
  },
  quotaUnit: {
    title: '编制所在单位',
    names: [
      '编制所在单位',
      '编制所在机构',
      '编制所在部门',
      '编制单位',
      '编制关系所在单位',
      '人事关系所在单位',
      '借出单位',
      '借出部门',
    ],
  },
  actualUnit: {
    title: '实际工作单位',
    names: ['实际工作单位', '实际工作部门', '现实际工作单位', '实际所在单位', '实际在岗单位', '实际工作地'],
  },
  usingUnit: {
    title: '借用单位（用人的一方）',
    names: [
      '借用机构',
      '借用单位',
      '借用部门',
      '借用站所',
      '借入单位',
      '借入机构',
      '借入部门',
      '借入单位名称',
      '用人机构',
      '抽调使用单位',
      '抽调单位',
      '现抽调单位',
      '现借用单位',
      '现借调单位',
      '借用单位名称',
    ],
  },
  homeUnit: {
    title: '派出单位（借入、挂职的人）',
    names: ['派出单位', '选派单位', '借调来源单位', '原单位', '原工作单位', '原所在单位'],
  },
  secondedSince: {
    title: '借调开始时间',
    names: [
      '借调时间',
      '借调起始时间',
      '借调开始时间',
      '借出时间',
      '借入时间',
      '借调日期',
      '借用时间',
      '抽调时间',
      '挂职时间',
    ],
  },
  secondedUntil: {
    title: '借调到期时间',
    names: ['借调截止时间', '借调结束时间', '借调到期时间', '拟归还时间', '借调终止时间', '挂职到期时间'],
  },
  secondedPeriod: {
    title: '借调期限',
    names: ['借调期限', '借调起止时间', '借调时限', '借调期间', '借调起止日期', '借用期限', '挂职期限', '挂职起止时间'],
  },
  retiresOn: {
    title: '退休时间',
    names: [
      '退休时间',
      '退休年月',
      '退休日期',
      '预计退休时间',
      '法定退休时间',
      '法定退休日期',
      '到龄退休时间',
      '应退休时间',
      '拟退休时间',
      '到龄时间',
      '达到法定退休年龄时间',
      '达到退休年龄时间',
    ],
  },
  ownTownship: { title: '所在乡镇', names: ['所在乡镇', '所属乡镇', '乡镇名称', '乡镇（街道）'] },
  postRank: { title: '职务职级（连写）', names: ['职务及职级', '职务与职级', '现任职务及职级'] },
} as const
export type JoinedField = keyof typeof JOINED
export type FormField = PersonField | JoinedField

/** True for what forms write together. */
export function isJoinedField(field: string): field is JoinedField {
  return Object.hasOwn(JOINED, field)
}

const JOINED_FIELDS = Object.keys(JOINED) as readonly JoinedField[]
const FORM_FIELDS: readonly FormField[] = [...JOINED_FIELDS, ...SHIPPED.names]

const BY_NAME = new Map<string, FormField>(
  JOINED_FIELDS.flatMap((field) =>
    [JOINED[field].title, ...JOINED[field].names].map((name) => [headerKey(name), field] as const),
  ),
)

const DATES: ReadonlySet<string> = new Set([
  'secondedSince',
  'secondedUntil',
  'absenceSince',
  'absenceUntil',
  'retiresOn',
])

/** True for a field whose value is a month or a day. */
export function isDateField(field: FormField): boolean {
  return formFields(SHIPPED).some((one) => one.field === field && one.shape === 'date')
}

/** Every field of a person a form can take, in the order they are offered. */
export function formFields(catalogue: Catalogue): readonly {
  readonly field: FormField
  readonly title: string
  readonly shape: FieldShape
}[] {
  return [
    ...personFields(catalogue),
    ...JOINED_FIELDS.map((field) => ({
      field,
      title: JOINED[field].title,
      shape: DATES.has(field) ? ('date' as const) : ('text' as const),
    })),
  ]
}

/** 单位 where a head beside it asks for the 科室: then it is the township, and the unit stands there. */
const WHOLE = /^(?:所在|工作|现工作|现|所属)?单位(?:名称|全称)?$/u
const WITHIN = /科室|股室|内设机构|部门|站所|班组|中队/u

/** True for the head of the whole body (单位), of two that ask where somebody is. */
export function isWholeHead(path: readonly string[]): boolean {
  return WHOLE.test(headerKey(path.at(-1) ?? ''))
}

/** True for the head of a room within it (科室). */
export function isWithinHead(path: readonly string[]): boolean {
  return WITHIN.test(path.at(-1) ?? '')
}

/** Heads about somebody else than the person of the row, or about another time than now. */
const OTHERS =
  /配偶|爱人|子女|父亲|母亲|父母|家庭成员|家属|亲属|称谓|紧急联系|介绍人|分管|包村|包联|帮扶|结对|填表人|审核人|经办人|遗属|代理人|监护|法定代表/u
const OTHER_TIME =
  /^(?:原(?!法定)|曾(?!用名)|前任|拟任|拟免|拟|上年|往年|历任|调出前|调入前|变动前|变动后|退休前|免去)/u

/** True for a head about somebody else or another time. */
export function isAboutOthers(texts: readonly string[]): boolean {
  return texts.some((text) => OTHERS.test(text) || OTHER_TIME.test(text))
}

/** 借调到何单位 asks for the 借调到单位. */
const WHICH = /(?<=[到至往在去自从])(?:何|哪个|哪一|什么)(?=单位|部门|机构|地|处)/u

/** 起 and 止 under 借调时间, 借用开始时间, 病休止: the ends of a stay, by what it is. */
const ENDS: readonly (readonly [RegExp, 'since' | 'until'])[] = [
  [/(?:起始?|始|开始|自|从)(?:时间|日期|年月|于)?$/u, 'since'],
  [/(?:止|截[止至]|结束|终止|到期|期满|至)(?:时间|日期|年月|于)?$/u, 'until'],
]
function endOfStay(
  texts: readonly string[],
): 'secondedSince' | 'secondedUntil' | 'absenceSince' | 'absenceUntil' | null {
  const whole = texts
    .join('')
    .normalize('NFKC')
    .replaceAll(/\((?:[\dyYmMdD.年月日位数字格式填写例如:：—-]|\/)+\)/gu, '')
    .replaceAll(/[\s()/—-]/gu, '')
  const [, stay, told, rest = ''] =
    /^(借调|借用|借出|借入|抽调|挂职|离岗|病休|不在岗|未在岗)(?:在外)?((?:时间|期限|期间|日期|起止|情况)*)(.+)$/u.exec(
      whole,
    ) ?? []
  // 借调至 is where to, 借调时间至 is until when.
  const where = told === '' && /^[至自从]$/u.test(rest)
  const end =
    stay === undefined || where || rest.length > END_LENGTH ? undefined : ENDS.find(([words]) => words.test(rest))?.[1]
  if (end === undefined || stay === undefined) return null
  return `${/岗|病/u.test(stay) ? 'absence' : 'seconded'}${end === 'since' ? 'Since' : 'Until'}`
}
const END_LENGTH = 6

/** The field a header or a card's label asks for; null: none that the book knows. */
export function formFieldFor(path: readonly string[]): FormField | null {
  const texts = path.map((text) => text.replace(/^[*★☆※]+/u, '').replace(WHICH, ''))
  const leaf = texts.at(-1) ?? ''
  const joined = BY_NAME.get(headerKey(leaf)) ?? BY_NAME.get(headerKey(withoutBrackets(leaf)))
  if (joined === 'homeUnit' || joined === 'retiresOn') return joined
  const end = endOfStay(texts)
  if (end !== null) return end
  // A field may be called so itself (曾用名): what it hangs under is another matter.
  if (isAboutOthers(texts)) return isAboutOthers(texts.slice(0, -1)) ? null : fieldNamed(leaf)
  if (/^出生(?:年月|日期|时间).*(?:岁|年龄)\)/u.test(leaf.normalize('NFKC').replaceAll(/\s/gu, ''))) return 'birthAge'
  return asField(schooled(joined ?? personFieldFor(texts) ?? looserField(texts), texts))
}

function asField(field: string | null): FormField | null {
  return FORM_FIELDS.find((one) => one === field) ?? null
}

/** So sure a header has to be that is not a name as it stands: 现所在部门, *姓名（必填）. */
const SURE = 85
/** 身份 and 人员性质 are asked by forms in words of their own; who guarantees, and what the superior writes, is not the person's. */
const NOT_LOOSELY = /身份|性质|类别|类型|意见|签字|盖章|代码|编码|是否|变动|增减/u

/** As the reader of clerks' sheets knows it, where that is certain. */
function looserField(path: readonly string[]): PersonField | null {
  if (NOT_LOOSELY.test(path.at(-1) ?? '')) return null
  const match = matchHeader('roster', path)
  if (match === null || match.score < SURE) return null
  return SHIPPED.names.find((field) => field === match.field) ?? null
}
