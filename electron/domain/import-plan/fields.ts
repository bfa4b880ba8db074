/*
 * What a column of a clerk's sheet can hold, and the names such columns really bear. Names are compared without blanks, punctuation and
 * bracketed hints, full-width letters made half-width.
 */

export type SheetPurpose = 'quotas' | 'roster'

export const ROSTER_FIELDS = {
  sequence: { title: '序号', names: ['序号', '编号', '序', 'no'] },
  unit: { title: '所在机构', names: ['所在机构', '机构名称', '所在单位', '单位', '单位名称', '工作单位', '机构', '部门', '所在部门', '科室', '所在科室', '内设机构', '站所', '所属机构', '编制所在单位', '单位科室'] },
  name: { title: '姓名', names: ['姓名', '人员姓名', '名字', '职工姓名'] },
  sex: { title: '性别', names: ['性别'] },
  idNumber: { title: '身份证号', names: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '居民身份证号', '居民身份证号码', '身份证', '身份号码', '证件号码', '证件号'] },
  birth: { title: '出生年月', names: ['出生年月', '出生日期', '出生年月日', '出生', '生日', '出生时间'] },
  ethnicity: { title: '民族', names: ['民族'] },
  politicalStatus: { title: '政治面貌', names: ['政治面貌', '政治面目', '党派'] },
  education: { title: '学历', names: ['学历', '文化程度', '最高学历', '学历层次', '全日制学历', '第一学历'] },
  workStarted: { title: '参加工作时间', names: ['参加工作时间', '参加工作年月', '参加工作日期', '参工时间', '工作时间'] },
  category: { title: '编制类型', names: ['编制类型', '编制类别', '编制性质', '编制种类', '编制', '人员编制类型', '用编类型', '身份性质'] },
  funding: { title: '经费形式', names: ['经费形式', '经费来源', '经费渠道', '拨款形式', '经费类型'] },
  entryRoute: { title: '进入方式', names: ['进入方式', '进入渠道', '入编方式', '入编渠道', '进入途径', '来源', '渠道', '进入本单位方式'] },
  enteredOn: { title: '入编时间', names: ['入编时间', '入编年月', '入编日期', '进入时间', '进编时间', '进入本单位时间', '进入现单位时间', '到编时间'] },
  entryDocument: { title: '入编文号', names: ['入编文号', '批准文号', '入编批准文号', '核准文号', '入编依据', '文号', '入编文件文号', '入编通知单号'] },
  post: { title: '现任职务（岗位）', names: ['现任职务', '现任职务岗位', '职务', '岗位', '职务岗位', '岗位名称', '现任岗位', '职务职级', '现职务', '任职', '岗位职务', '行政职务', '现任职务职级'] },
  professionalTitle: { title: '职称', names: ['职称', '专业技术职务', '专业技术职称', '专业技术资格', '专业职称'] },
  rank: { title: '职级', names: ['职级', '职务层次', '行政级别', '公务员职级', '岗位等级', '岗位级别'] },
  quotaCard: { title: '编制卡号', names: ['编制卡号', '编制证号', '编制卡', '编制管理卡号', '实名制编号'] },
  remark: { title: '备注', names: ['备注', '备考', '说明', '情况说明'] },
} as const satisfies Record<string, FieldNames>

export const QUOTA_FIELDS = {
  sequence: { title: '序号', names: ['序号', '编号', '序', 'no'] },
  unit: { title: '机构名称', names: ['机构名称', '单位名称', '机构', '单位', '部门', '内设机构', '所在机构', '站所', '名称', '部门名称'] },
  nameplates: { title: '加挂牌子', names: ['加挂牌子', '挂牌', '加挂牌子名称', '加挂机构', '挂牌名称', '加挂名称'] },
  unitKind: { title: '机构类别', names: ['机构类别', '机构类型', '机构性质', '单位性质', '类别', '单位类别', '单位类型'] },
  category: { title: '编制类型', names: ['编制类型', '编制类别', '编制性质', '编制种类'] },
  funding: { title: '经费形式', names: ['经费形式', '经费来源', '拨款形式', '经费类型'] },
  amount: { title: '核定编制数', names: ['核定编制数', '编制数', '核定编制', '核定数', '核编数', '批准编制数', '人员编制', '编制名额', '核定人数'] },
  leadership: { title: '领导职数', names: ['领导职数', '核定领导职数', '职数'] },
  leadershipChief: { title: '领导职数（正）', names: ['正职', '正职职数', '领导职数正职', '领导职数正'] },
  leadershipDeputy: { title: '领导职数（副）', names: ['副职', '副职职数', '领导职数副职', '领导职数副'] },
  document: { title: '批准文号', names: ['批准文号', '文号', '核定文号', '批准文件', '依据文号', '依据文件', '批文文号', '核编文号'] },
  effectiveOn: { title: '核定日期', names: ['核定日期', '批准日期', '批准时间', '核定时间', '生效日期', '发文日期'] },
  managingBody: { title: '主管部门', names: ['主管部门', '管理主体', '主管单位', '归口管理部门'] },
  remark: { title: '备注', names: ['备注', '备考', '说明'] },
} as const satisfies Record<string, FieldNames>

interface FieldNames {
  readonly title: string
  readonly names: readonly string[]
}

export type RosterField = keyof typeof ROSTER_FIELDS
export type QuotaField = keyof typeof QUOTA_FIELDS

/** Every field a column may be given by hand, with its title. */
export const FIELD_LIST: readonly { readonly field: string; readonly title: string; readonly purpose: SheetPurpose }[] = [
  ...Object.entries(ROSTER_FIELDS).map(([field, { title }]) => ({ field, title, purpose: 'roster' as const })),
  ...Object.entries(QUOTA_FIELDS).map(([field, { title }]) => ({ field, title, purpose: 'quotas' as const })),
]

const FIELD_BY_NAME: Readonly<Record<SheetPurpose, ReadonlyMap<string, string>>> = { roster: byName(ROSTER_FIELDS), quotas: byName(QUOTA_FIELDS) }

function byName(fields: Readonly<Record<string, FieldNames>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(fields).flatMap(([field, { names }]) => names.map((name) => [name, field] as const)))
}

/** The field a header stands for: by its own text first, then by the texts above and itself together. Null: not known. */
export function fieldForHeader(purpose: SheetPurpose, path: readonly string[]): string | null {
  const known = FIELD_BY_NAME[purpose]
  const leaf = path.at(-1)
  if (leaf === undefined) return null
  for (const text of [leaf, path.join('')]) {
    const found = known.get(headerKey(text)) ?? known.get(headerKey(withoutBrackets(text)))
    if (found !== undefined) return found
  }
  return null
}

/** True for a field of the purpose: what hand mappings are held against. */
export function isField(purpose: SheetPurpose, field: string): boolean {
  return Object.hasOwn(purpose === 'roster' ? ROSTER_FIELDS : QUOTA_FIELDS, field)
}

/** A header's text without blanks and punctuation, letters half-width and small: what names are compared by. */
export function headerKey(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

/** A header's text without its bracketed hints. */
export function withoutBrackets(text: string): string {
  return text.replaceAll(/[（(【[][^）)】\]]*[）)】\]]/gu, '')
}
