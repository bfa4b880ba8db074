/*
 * The elements of a 任免审批表 in the order an office's editor writes them, and what each says in the product's words. Everything that reads,
 * compares or writes the form walks this list.
 */

export type FormValueKind = 'text' | 'date' | 'party' | 'lines'

export interface FormElement {
  /** Name in the file. */
  readonly element: string
  /** Names in the product, one or, for 入党时间, two. */
  readonly fields: readonly FormField[]
  readonly kind: FormValueKind
}

/** Everything of a form that has one value. */
export const FORM_FIELDS = [
  'name',
  'sex',
  'birth',
  'ethnicity',
  'nativePlace',
  'birthplace',
  'joinedPartyOn',
  'otherParty',
  'startedWorkOn',
  'health',
  'professionalTitle',
  'specialty',
  'fullTimeEducation',
  'fullTimeDegree',
  'fullTimeSchool',
  'fullTimeDegreeSchool',
  'inServiceEducation',
  'inServiceDegree',
  'inServiceSchool',
  'inServiceDegreeSchool',
  'post',
  'proposedPost',
  'removedPost',
  'resume',
  'honours',
  'assessments',
  'reason',
  'reportingUnit',
  'ageAsOf',
  'filledOn',
  'filledBy',
  'idNumber',
] as const
export type FormField = (typeof FORM_FIELDS)[number]

/** What the form calls a field. */
export const FORM_FIELD_TITLES: Readonly<Record<FormField | 'family' | 'photo', string>> = {
  name: '姓名',
  sex: '性别',
  birth: '出生年月',
  ethnicity: '民族',
  nativePlace: '籍贯',
  birthplace: '出生地',
  joinedPartyOn: '入党时间',
  otherParty: '民主党派',
  startedWorkOn: '参加工作时间',
  health: '健康状况',
  professionalTitle: '专业技术职务',
  specialty: '熟悉专业有何专长',
  fullTimeEducation: '全日制学历',
  fullTimeDegree: '全日制学位',
  fullTimeSchool: '全日制学历院校及专业',
  fullTimeDegreeSchool: '全日制学位院校及专业',
  inServiceEducation: '在职学历',
  inServiceDegree: '在职学位',
  inServiceSchool: '在职学历院校及专业',
  inServiceDegreeSchool: '在职学位院校及专业',
  post: '现任职务',
  proposedPost: '拟任职务',
  removedPost: '拟免职务',
  resume: '简历',
  honours: '奖惩情况',
  assessments: '年度考核结果',
  reason: '任免理由',
  reportingUnit: '呈报单位',
  ageAsOf: '计算年龄时间',
  filledOn: '填表时间',
  filledBy: '填表人',
  idNumber: '身份证号',
  family: '家庭成员',
  photo: '照片',
}

const one = (element: string, field: FormField, kind: FormValueKind = 'text'): FormElement => ({
  element,
  fields: [field],
  kind,
})

/** Elements with one text, in the order of a new file; family, photo, 到龄年月 and version stand at their places between. */
export const FORM_ELEMENTS: readonly FormElement[] = [
  one('XingMing', 'name'),
  one('XingBie', 'sex'),
  one('ChuShengNianYue', 'birth', 'date'),
  one('MinZu', 'ethnicity'),
  one('JiGuan', 'nativePlace'),
  one('ChuShengDi', 'birthplace'),
  { element: 'RuDangShiJian', fields: ['joinedPartyOn', 'otherParty'], kind: 'party' },
  one('CanJiaGongZuoShiJian', 'startedWorkOn', 'date'),
  one('JianKangZhuangKuang', 'health'),
  one('ZhuanYeJiShuZhiWu', 'professionalTitle'),
  one('ShuXiZhuanYeYouHeZhuanChang', 'specialty'),
  one('QuanRiZhiJiaoYu_XueLi', 'fullTimeEducation'),
  one('QuanRiZhiJiaoYu_XueWei', 'fullTimeDegree'),
  one('QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', 'fullTimeSchool'),
  one('QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', 'fullTimeDegreeSchool'),
  one('ZaiZhiJiaoYu_XueLi', 'inServiceEducation'),
  one('ZaiZhiJiaoYu_XueWei', 'inServiceDegree'),
  one('ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', 'inServiceSchool'),
  one('ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi', 'inServiceDegreeSchool'),
  one('XianRenZhiWu', 'post'),
  one('NiRenZhiWu', 'proposedPost'),
  one('NiMianZhiWu', 'removedPost'),
  one('JianLi', 'resume', 'lines'),
  one('JiangChengQingKuang', 'honours', 'lines'),
  one('NianDuKaoHeJieGuo', 'assessments', 'lines'),
  one('RenMianLiYou', 'reason', 'lines'),
  one('ChengBaoDanWei', 'reportingUnit'),
  one('JiSuanNianLingShiJian', 'ageAsOf', 'date'),
  one('TianBiaoShiJian', 'filledOn', 'date'),
  one('TianBiaoRen', 'filledBy'),
  one('ShenFenZheng', 'idNumber'),
]

export const FAMILY_ELEMENT = 'JiaTingChengYuan'
export const PHOTO_ELEMENT = 'ZhaoPian'
export const RETIREMENT_ELEMENT = 'DaoLingNianYue'
export const VERSION_ELEMENT = 'Version'
/** What a new file says of itself: the edition whose editor is in use. */
export const FORM_VERSION = '3.2.1.16'

/** A family member's elements, in the file's order. */
export const FAMILY_ELEMENTS = [
  { element: 'ChengWei', field: 'relation', date: false },
  { element: 'XingMing', field: 'name', date: false },
  { element: 'ChuShengRiQi', field: 'birth', date: true },
  { element: 'ZhengZhiMianMao', field: 'politicalStatus', date: false },
  { element: 'GongZuoDanWeiJiZhiWu', field: 'work', date: false },
] as const

export interface FormFamilyMember {
  readonly relation: string | null
  readonly name: string | null
  readonly birth: string | null
  readonly politicalStatus: string | null
  readonly work: string | null
}

/** A form in the product's words: null where it says nothing. */
export interface FormValues {
  readonly fields: Readonly<Record<FormField, string | null>>
  readonly family: readonly FormFamilyMember[]
}

/** What a form says of itself that cannot be read with certainty. */
export interface FormNote {
  readonly field: FormField | 'family' | 'photo'
  readonly text: string
  readonly message: string
}
