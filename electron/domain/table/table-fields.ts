import { FIELD_LIST, headerKey, QUOTA_FIELDS, ROSTER_FIELDS, withoutBrackets, type SheetPurpose } from './fields.ts'

/*
 * What a column of a clerk's sheet can hold beside what the book keeps as it stands: two facts in one cell, the unit over the unit, the two
 * 学历. They are taken apart before a row is planned.
 */

export const COMBINED_FIELDS = {
  otherEducation: { title: '另一学历', names: [] },
  outerUnit: {
    title: '上级单位',
    names: ['主管部门', '主管单位', '上级单位', '隶属单位', '上级主管部门', '一级单位', '所在乡镇', '乡镇'],
  },
  unitPost: {
    title: '单位及职务',
    names: [
      '单位及职务',
      '工作单位及职务',
      '单位职务',
      '所在单位及职务',
      '工作单位职务',
      '现工作单位及职务',
      '现任职单位及职务',
      '工作单位及现任职务',
      '单位和职务',
      '单位及岗位',
      '部门及职务',
      '部门职务',
      '科室职务',
      '所在部门及职务',
      '科室及职务',
    ],
  },
  lentTo: {
    title: '借用单位',
    names: [
      '借用单位',
      '借调单位',
      '借调到单位',
      '借调去向',
      '借出到单位',
      '抽调单位',
      '借调至',
      '借调到',
      '现借调单位',
    ],
  },
  lentFrom: { title: '派出单位', names: ['派出单位', '借出单位', '选派单位'] },
  lentOn: { title: '借调时间', names: ['借调时间', '借出时间', '借用时间', '抽调时间', '借调起始时间', '借调日期'] },
  otherPost: {
    title: '党内职务',
    names: ['党内职务', '党务职务', '党内任职', '党内现职', '党组织职务', '党组织任职', '党委职务', '党内任职情况'],
  },
  inQuota: { title: '是否在编', names: ['是否在编', '在编否', '是否占编', '是否入编', '是否有编制', '是否占用编制'] },
  names: {
    title: '几个人的姓名',
    names: [
      '人员名单',
      '实有人员名单',
      '对应实有人员名单',
      '在编人员名单',
      '在岗人员名单',
      '现有人员名单',
      '工作人员',
      '工作人员名单',
      '工作人员姓名',
      '在编人员',
      '现有人员',
      '组成人员',
      '人员',
    ],
  },
  mainPost: { title: '是否主职', names: ['主职务', '是否主职务', '是否主职', '主职'] },
  educationDegree: {
    title: '学历学位',
    names: ['学历学位', '学历及学位', '最高学历学位', '学历和学位', '文化程度及学位'],
  },
  postRank: {
    title: '职务职级',
    names: ['职务职级', '现任职务职级', '职务及职级', '职务与职级', '职务和职级', '职务级别', '职务层次及职级'],
  },
} as const satisfies Record<string, { readonly title: string; readonly names: readonly string[] }>

/** Further names of fields of the catalogue, which mean other things as well: the column's contents have to say the same. */
const MORE_NAMES: Readonly<Record<string, readonly string[]>> = {
  name: ['员工姓名', '干部姓名', '同志姓名', '人名', '叫什么', '叫啥', '谁'],
  unit: ['在哪', '在哪上班', '哪里上班', '在哪里上班', '在哪工作', '在哪里工作', '哪里的'],
  post: ['干什么', '干啥', '干什么的', '做什么', '做什么的', '干什么工作', '做什么工作', '什么岗', '管什么'],
  category: [
    '人员编制性质',
    '人员编制',
    '用编性质',
    '占编类型',
    '占编性质',
    '身份',
    '人员身份',
    '身份类别',
    '个人身份',
    '人员类别',
    '人员类型',
    '人员性质',
    '人员分类',
    '人员属性',
    '干部身份',
    '职工身份',
    '编制分类',
    '用工类别',
    '编制身份',
    '所占编制',
    '占用编制',
    '编制名称',
    '编制种类',
    '用编类型',
    '使用编制',
    '现有编制类型',
    '供养性质',
    '编制情况',
    '用编形式',
    '用编情况',
    '用编类别',
    '占编情况',
    '占编形式',
    '占编类别',
    '编制属性',
    '编制形式',
    '用工形式',
    '用工性质',
    '用工类型',
    '聘用形式',
    '聘用方式',
    '用人方式',
    '就业形式',
    '就业方式',
    '聘任形式',
    '聘任方式',
    '用人形式',
  ],
  fullTimeEducation: ['全日制教育学历学位', '全日制学历学位', '初始学历'],
  inServiceEducation: ['在职教育学历学位', '在职学历学位', '后续学历', '第二学历', '后学历'],
}

/** Names that mean the field where no column bears a better one: 调入时间 beside 入编时间 is something else. */
const WEAK_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    enteredOn: [
      '调入时间',
      '调入年月',
      '到岗时间',
      '进入时间',
      '录用时间',
      '招录时间',
      '入职时间',
      '入职日期',
      '入编',
      '进编',
      '到编',
      '上编',
    ],
    entryRoute: ['录用方式', '招录方式', '招聘方式', '进入途径'],
    sex: ['男女'],
    unit: [
      '处室',
      '所在处室',
      '工作处室',
      '服务单位',
      '发薪单位',
      '预算单位',
      '划入单位',
      '划入机构',
      '划入部门',
      '安置单位',
      '安置机构',
      '转隶单位',
      '转隶机构',
      '划转单位',
      '整合单位',
    ],
    name: ['员工'],
  }).flatMap(([field, names]) => names.map((name) => [headerKey(name), field] as const)),
)

/** The field a header's own text may mean where its contents and the other columns agree; null: none. */
export const fieldHinted = (text: string): string | null =>
  WEAK_NAMES.get(headerKey(text)) ?? WEAK_NAMES.get(headerKey(withoutBrackets(text))) ?? null

export type CombinedField = keyof typeof COMBINED_FIELDS

type Named = Readonly<Record<string, { readonly title: string; readonly names: readonly string[] }>>

const FIELDS: Readonly<Record<SheetPurpose, readonly Named[]>> = {
  roster: [COMBINED_FIELDS, ROSTER_FIELDS],
  quotas: [QUOTA_FIELDS],
}

/** Every name a field is known by, the combined ones first: 职务职级 is two facts, not one. */
export const FIELD_NAMES: Readonly<Record<SheetPurpose, ReadonlyMap<string, string>>> = {
  roster: namesOf('roster'),
  quotas: namesOf('quotas'),
}

function namesOf(purpose: SheetPurpose): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const fields of FIELDS[purpose])
    for (const [field, { names: known }] of Object.entries(fields))
      for (const name of known) if (!names.has(headerKey(name))) names.set(headerKey(name), field)
  if (purpose === 'roster')
    for (const [field, more] of Object.entries(MORE_NAMES))
      for (const name of more) if (!names.has(headerKey(name))) names.set(headerKey(name), field)
  return names
}

/** The field a header text is a name of; null: none. */
export function fieldNamed(purpose: SheetPurpose, text: string): string | null {
  return FIELD_NAMES[purpose].get(headerKey(text)) ?? FIELD_NAMES[purpose].get(headerKey(withoutBrackets(text))) ?? null
}

/** Every field a column may be given by hand: those the book keeps, and those that are taken apart. */
export const COLUMN_FIELDS: typeof FIELD_LIST = [
  ...FIELD_LIST,
  ...Object.entries(COMBINED_FIELDS).map(([field, { title }]) => ({ field, title, purpose: 'roster' as const })),
]
