/* The national standards this book's facts are coded by, and the code tables of 全国公务员管理信息系统 that stand beside them. */

interface NationalStandard {
  readonly title: string
  readonly edition: string
  /** Why its codes, or a part of them, are not here. */
  readonly missing?: string
}

export const NATIONAL_STANDARDS = {
  'GB/T 2260': {
    title: '中华人民共和国行政区划代码',
    edition: '2007',
    missing: '只收省级代码；市县一级由民政部门逐年更新，随程序带的表会过时',
  },
  'GB/T 2261.1': { title: '人的性别代码', edition: '2003' },
  'GB/T 2261.2': { title: '婚姻状况代码', edition: '2003' },
  'GB/T 2261.3': { title: '健康状况代码', edition: '2003' },
  'GB/T 2261.4': { title: '从业状况（个人身份）代码', edition: '2003' },
  'GB/T 3304': { title: '中国各民族名称的罗马字母拼写法和代码', edition: '1991' },
  'GB/T 4658': { title: '学历代码', edition: '2006' },
  'GB/T 4761': { title: '家庭关系代码', edition: '2008', missing: '27 个称谓在公开文本里编码不一，只记名称' },
  'GB/T 4762': { title: '政治面貌代码', edition: '1984' },
  'GB/T 6864': { title: '中华人民共和国学位代码', edition: '2003' },
  'GB/T 7408': { title: '日期和时间表示法', edition: '2005' },
  'GB/T 8561': { title: '专业技术职务代码', edition: '2001' },
  'GB 11643': { title: '公民身份号码', edition: '1999' },
  'GB/T 12403': { title: '干部职务名称代码', edition: '1990' },
  'GB/T 12404': { title: '单位隶属关系代码', edition: '1997' },
  'GB/T 12405': {
    title: '单位增员减员种类代码',
    edition: '2008',
    missing: '代码表没有公开文本，进入和退出用干部系统的 ZB77、ZB78',
  },
  'GB/T 12406': { title: '表示货币的代码', edition: '2008', missing: '编制本不记工资金额，用不到' },
  'GB/T 12407': { title: '职务级别代码', edition: '2008' },
  'GB/T 12408': {
    title: '社会兼职代码',
    edition: '1990',
    missing: '代码表没有公开文本；编制本的兼任是本乡镇的岗位，不是社会兼职',
  },
  'GB 32100': {
    title: '法人和其他组织统一社会信用代码编码规则',
    edition: '2015',
    missing: '编制本不记机构的统一社会信用代码，两种上级导入表也不要',
  },
  'GB/T 14946.1': {
    title: '全国组织、干部、人事管理信息 第1部分：数据元',
    edition: '2019',
    missing: '标识符取自公开的 2018 年数据元表；2019 年版附录 A 正文没有公开，未逐条核对',
  },
  'GB/T 34981': {
    title: '机构编制统计及实名制管理系统数据规范',
    edition: '2017',
    missing: '第 2 部分代码集、第 3 部分数据字典只见到封面和目录，代码值没有公开文本',
  },
  ZB03: { title: '机构级别', edition: '公务员系统 2018' },
  ZB09: { title: '职务层次', edition: '公务员系统 2018' },
  ZB18: { title: '考核结论类别', edition: '公务员系统 2018' },
  ZB42: { title: '领导职务、非领导职务', edition: '公务员系统 2018' },
  ZB64: { title: '学历（任免审批表写法）', edition: '公务员系统 2018' },
  ZB77: { title: '进入方式', edition: '公务员系统 2018' },
  ZB78: { title: '退出方式', edition: '公务员系统 2018' },
  ZB125: { title: '人员类别', edition: '公务员系统 2018' },
  ZB129: { title: '班子成员类别', edition: '公务员系统 2018' },
  ZB135: { title: '编制类型', edition: '公务员系统 2018' },
  ZB148: { title: '公务员职级', edition: '公务员系统 2018' },
  事业岗位: { title: '事业单位岗位等级', edition: '公务员系统 2018' },
} as const satisfies Readonly<Record<string, NationalStandard>>
export type NationalStandardName = keyof typeof NATIONAL_STANDARDS

/** A standard with what is missing of it. */
export function nationalStandard(name: NationalStandardName): NationalStandard {
  return NATIONAL_STANDARDS[name]
}
