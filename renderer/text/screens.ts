import { codesOf } from '../../electron/vocabulary/code-list.ts'
import { DUE_KIND_TITLES, DUE_KINDS, type DueKind } from '../../electron/vocabulary/due.ts'
import { RECORD_KIND_NAMES, recordType } from '../../electron/vocabulary/records.ts'
import { ROSTER_LIST_NAMES, ROSTER_LISTS } from '../../electron/vocabulary/standing.ts'
import { EVENT_GROUPS } from './event-groups.ts'

/*
 * Every screen, declared once: its address, what it is called, the word of the menu it stands under, and what can be done there.
 * The menu, the links and "find anything" follow from here; a screen of the window that is not declared does not compile.
 */

/** Something that can be done on a screen, reached by its address. */
export interface ScreenAction {
  readonly title: string
  /** Everyday words shown beside it and found by typing. */
  readonly hint?: string
  /** More words it is found by. */
  readonly words?: readonly string[]
  readonly params: Readonly<Record<string, string>>
}

interface ScreenDeclaration<K extends string> {
  readonly path: string
  readonly title: string
  /** The word of the menu it stands under; its own name for a word of the menu. */
  readonly under: K
  /** Everyday words for the screen, found by typing. */
  readonly words: readonly string[]
  readonly actions: readonly ScreenAction[]
}

function declareScreens<K extends string>(
  screens: Readonly<Record<K, ScreenDeclaration<NoInfer<K>>>>,
): Readonly<Record<K, ScreenDeclaration<K>>> {
  return screens
}

/** Every kind of event is registered on the same screen, each with its own form. */
const EVENT_ACTIONS: readonly ScreenAction[] = EVENT_GROUPS.flatMap((group) =>
  group.choices.map(({ type, title, hint }) => ({
    title: `登记${title}`,
    hint,
    words: [group.title, ...(type === 'exit' ? ['办理退休', '离职'] : [])],
    params: { tab: 'register', event: type },
  })),
)
const LIST_ACTIONS: readonly ScreenAction[] = ROSTER_LISTS.map((list) => ({
  title: ROSTER_LIST_NAMES[list],
  words: ['名单', '花名册'],
  params: { list },
}))
const RECORD_ACTIONS: readonly ScreenAction[] = RECORD_KIND_NAMES.map((kind) => ({
  title: `资料：${recordType(kind).title}`,
  words: [recordType(kind).purpose],
  params: { kind },
}))

const DUE_WORDS: Readonly<Partial<Record<DueKind, readonly string[]>>> = {
  rank: ['谁能晋升', '职级年限', '晋升资格'],
  probation: ['转正'],
  term: ['任职满几年', '交流', '轮岗'],
  contract: ['续聘', '合同到期'],
  secondment: ['借调到期'],
  retirement: ['退休提醒'],
  review: ['谁没考核'],
  training: ['学时不足', '培训天数'],
}
const DUE_ACTIONS: readonly ScreenAction[] = DUE_KINDS.map((kind) => ({
  title: `到期：${DUE_KIND_TITLES[kind]}`,
  words: [...(DUE_WORDS[kind] ?? [])],
  params: { kind },
}))

export const SCREENS = declareScreens({
  start: {
    path: '/start',
    title: '开始',
    under: 'overview',
    words: ['打开编制本', '新建编制本', '换一本', '示例乡'],
    actions: [],
  },
  overview: {
    path: '/overview',
    title: '总览',
    under: 'overview',
    words: ['首页', '一共多少人', '空编', '超编', '核定', '实有'],
    actions: [],
  },
  units: {
    path: '/units',
    title: '机构编制',
    under: 'units',
    words: ['编制表', '核定编制', '领导职数', '设立机构'],
    actions: [{ title: '岗位', words: ['空岗', '空缺天数', '职位'], params: { view: 'posts' } }],
  },
  /** Another view of 机构编制. */
  seats: {
    path: '/seats',
    title: '定编到人',
    under: 'units',
    words: ['座位', '谁占哪个编制', '打印定编到人'],
    actions: [],
  },
  /** Drafts of a reform beside the book: another view of 机构编制. */
  reform: {
    path: '/reform',
    title: '改革方案',
    under: 'units',
    words: ['机构改革', '方案', '合并机构', '拆分机构', '三定', '重新核定编制'],
    actions: [
      { title: '改革前后对照', words: ['对照表', '改革前', '改革后'], params: { tab: 'compare' } },
      {
        title: '竞聘和分流',
        words: ['竞聘上岗', '定岗', '双向选择', '分流', '清退', '消化'],
        params: { tab: 'people' },
      },
      { title: '改革数字核对', words: ['精简率', '撤并率', '复算'], params: { tab: 'figures' } },
    ],
  },
  people: {
    path: '/people',
    title: '人员',
    under: 'people',
    words: ['名单', '花名册', '全部人员'],
    actions: [{ title: '全部名单', words: ['花名册', '所有人'], params: { list: 'all' } }, ...LIST_ACTIONS],
  },
  /** Another view of 人员. */
  records: {
    path: '/records',
    title: '资料',
    under: 'people',
    words: ['档案', '考核', '培训', '合同'],
    actions: RECORD_ACTIONS,
  },
  /** How the people divide, another view of 人员. */
  structure: {
    path: '/structure',
    title: '队伍结构',
    under: 'people',
    words: ['结构分析', '年龄结构', '学历结构', '统计', '交叉表'],
    actions: [
      { title: '年龄和学历结构', params: { rows: 'age', columns: 'education' } },
      { title: '性别结构', words: ['男女比例'], params: { rows: 'sex', columns: 'none' } },
    ],
  },
  /** Forms in and out, another view of 人员. */
  lrmx: {
    path: '/appointment-forms',
    title: '任免审批表',
    under: 'people',
    words: ['lrmx', '任免表', '干部任免审批表'],
    actions: [],
  },
  /** What the township itself keeps of people, another view of 人员. */
  fields: {
    path: '/fields',
    title: '自定栏目',
    under: 'people',
    words: ['增设栏目', '自己加一列', '加字段', '没有的栏目'],
    actions: [],
  },
  journal: {
    path: '/changes',
    title: '变动',
    under: 'journal',
    words: ['登记变动', '发生了什么', '台账'],
    actions: [
      { title: '变动历史', words: ['台账', '谁改的', '撤销'], params: { tab: 'history' } },
      {
        title: '变动卡',
        words: ['一变多报', '报各系统', '材料清单', '编办系统', '工资系统'],
        params: { tab: 'cards' },
      },
      { title: '报送系统和栏目', words: ['变动卡设置'], params: { tab: 'cards', edit: '1' } },
      { title: '增减变动表', words: ['本月变动', '月报', '打印增减变动表'], params: { tab: 'sheet' } },
      { title: '依据文件', words: ['文号', '扫描件', '批文'], params: { tab: 'documents' } },
      { title: '编外台账', words: ['临聘', '派遣', '公益性岗位'], params: { tab: 'off-quota' } },
      ...EVENT_ACTIONS,
    ],
  },
  findings: {
    path: '/findings',
    title: '核查',
    under: 'findings',
    words: ['问题', '超编', '混编', '不合规', '检查'],
    actions: [
      { title: '已说明的问题', params: { tab: 'explained' } },
      { title: '已整改的问题', words: ['销号'], params: { tab: 'cured' } },
    ],
  },
  /** Other views of 核查. */
  compare: {
    path: '/compare',
    title: '比对',
    under: 'findings',
    words: ['对账', '吃空饷', '工资表', '财政供养', '两张表不一样'],
    actions: [],
  },
  forecast: {
    path: '/forecast',
    title: '退休预测',
    under: 'findings',
    words: ['到龄', '退休', '谁快退休', '几年内空编'],
    actions: [
      { title: '各机构将空出的编制', params: { part: 'lines' } },
      { title: '超编消化预测', words: ['消化'], params: { part: 'run-off' } },
    ],
  },
  due: {
    path: '/due',
    title: '到期人员',
    under: 'findings',
    words: ['谁到期', '到期', '满几年', '期满'],
    actions: DUE_ACTIONS,
  },
  duties: {
    path: '/duties',
    title: '待办',
    under: 'findings',
    words: ['本月要办', '提醒', '日历', '期满', '退休提醒'],
    actions: [],
  },
  packs: {
    path: '/packs',
    title: '规则包',
    under: 'findings',
    words: ['规则', '参数', '本地规定'],
    actions: [{ title: '放假安排', words: ['节假日', '调休', '工作日'], params: { tab: 'holidays' } }],
  },
  /** What the rules stand on: under 核查. */
  laws: {
    path: '/laws',
    title: '法规依据',
    under: 'findings',
    words: ['法源', '依据', '文件', '采用', '哪条规定'],
    actions: [
      { title: '本乡镇采用的依据', words: ['采用文件'], params: { filter: 'here' } },
      { title: '有变动的法规', words: ['废止', '修订', '新法'], params: { filter: 'changed' } },
    ],
  },
  notice: {
    path: '/notice',
    title: '公示',
    under: 'notice',
    words: ['上墙', '张榜', '公示表', '拟稿', '张贴'],
    actions: [{ title: '已发布的公示', words: ['重印公示', '异议', '办结'], params: { view: 'issued' } }],
  },
  /** Under 公示与报表. */
  fill: {
    path: '/fill',
    title: '填上级表',
    under: 'notice',
    words: ['上级要的表', '空表', '模板'],
    actions: [],
  },
  /** A package for the bureau, and what it answers: under 公示与报表. */
  submit: {
    path: '/submit',
    title: '上报',
    under: 'notice',
    words: ['上报数据包', '报编办', '回执', 'U 盘', '报县里'],
    actions: [],
  },
  /** A county's book: its townships' packages. A window of its own. */
  county: {
    path: '/county',
    title: '主管本',
    under: 'overview',
    words: ['编办', '县里', '汇总', '收数据包', '各乡镇'],
    actions: [],
  },
  /** The bureaus' import workbooks and national codes: under 公示与报表. */
  bureau: {
    path: '/bureau',
    title: '上级导入表',
    under: 'notice',
    words: ['干部信息采集模板', '实名制人员信息表', '国标代码', '代码对照', '导入系统', '会不会退回'],
    actions: [],
  },
  reports: {
    path: '/reports',
    title: '报表',
    under: 'notice',
    words: ['上报', '统计表', '打印', '导出'],
    actions: [{ title: '自定花名册', words: ['打印花名册', '自选栏目', '临时名单'], params: { form: 'adhoc' } }],
  },
  /** 交接包 and 核查包: under 公示与报表. */
  paperPacks: {
    path: '/paper-packs',
    title: '成套材料',
    under: 'notice',
    words: ['交接', '移交', '巡察', '审计', '迎检'],
    actions: [
      { title: '做交接包', words: ['交接', '移交', '换人接手'], params: { kind: 'handover' } },
      { title: '做核查包', words: ['巡察包', '巡视', '审计', '迎检材料'], params: { kind: 'inspection' } },
    ],
  },
  import: {
    path: '/import',
    title: '导入',
    under: 'import',
    words: ['导入花名册', '读表', 'Excel', 'WPS'],
    actions: [],
  },
  backup: {
    path: '/backup',
    title: '备份与安全',
    under: 'backup',
    words: ['备份', '恢复', '密码', '完整性检查', '校验值'],
    actions: [],
  },
  /** How large and how light; reached from the foot of the menu. */
  display: {
    path: '/display',
    title: '显示',
    under: 'display',
    words: ['字太小', '放大', '缩小', '字号', '深色', '夜间', '看不清', '设置'],
    actions: [],
  },
  help: {
    path: '/help',
    title: '帮助',
    under: 'help',
    words: ['怎么用', '说明书', '手册', '规则条款', '快捷键'],
    actions: [],
  },
})

export type ScreenName = keyof typeof SCREENS
export const SCREEN_NAMES = codesOf(SCREENS)
