import type { BookTruth } from './kit/form-truth.ts'
import { inventedId, roster, type Person } from './kit/people.ts'
import { xlsx, type Row } from './kit/write-files.ts'

/* The people of the second forms: nine units, somebody over the quota, lent out, borrowed, off quota, with 职务层次, 职级, 岗位等级 and 学位. */

export const AS_OF = '2026-11-30'
export const TOWN = '石坪镇'
export const OFFICE = '行政编制'
export const WORKER = '机关工勤编制'
export const CIVIL = '事业编制（参公）'
export const FULL = '事业编制（全额拨款）'
export const PARTIAL = '事业编制（差额补贴）'

export interface Staff extends Person {
  readonly level: string
  readonly rank: string
  readonly grade: string
  readonly title: string
  readonly degree: string
  readonly fullTime: string
  readonly inService: string
  readonly native: string
  /** `YYYY-MM`: 任现职时间. */
  readonly postSince: string
  readonly remark: string
}

export interface QuotaRow {
  readonly unit: string
  readonly kind: string
  readonly category: string
  readonly quota: number
  readonly leaders: number | null
}
export const QUOTAS: readonly QuotaRow[] = [
  { unit: '镇领导班子', kind: '领导班子', category: OFFICE, quota: 8, leaders: 8 },
  { unit: '党政综合办公室', kind: '内设机构', category: OFFICE, quota: 6, leaders: null },
  { unit: '党政综合办公室', kind: '内设机构', category: WORKER, quota: 2, leaders: null },
  { unit: '党建工作办公室', kind: '内设机构', category: OFFICE, quota: 4, leaders: null },
  { unit: '经济发展办公室', kind: '内设机构', category: OFFICE, quota: 5, leaders: null },
  { unit: '社会事务服务中心', kind: '事业单位', category: FULL, quota: 8, leaders: null },
  { unit: '农业农村综合服务中心', kind: '事业单位', category: FULL, quota: 9, leaders: null },
  { unit: '综合行政执法大队', kind: '事业单位', category: CIVIL, quota: 5, leaders: null },
  { unit: '林业工作站', kind: '事业单位', category: PARTIAL, quota: 3, leaders: null },
  { unit: '退役军人服务站', kind: '事业单位', category: FULL, quota: 2, leaders: null },
]
export const units = [...new Set(QUOTAS.map((one) => one.unit))]

const LEADERS = ['党委书记', '党委副书记、镇长', '人大主席', '党委副书记', '纪委书记', '副镇长', '副镇长']
const raw = roster(20261, [
  ['镇领导班子', OFFICE, 7, LEADERS],
  ['党政综合办公室', OFFICE, 5],
  ['党政综合办公室', WORKER, 2, ['驾驶员', '炊事员']],
  ['党建工作办公室', OFFICE, 3],
  ['经济发展办公室', OFFICE, 4],
  ['社会事务服务中心', FULL, 7],
  ['农业农村综合服务中心', FULL, 9],
  ['综合行政执法大队', CIVIL, 6],
  ['林业工作站', PARTIAL, 2],
  ['社会事务服务中心', '劳务派遣', 2, ['窗口辅助', '窗口辅助']],
  ['农业农村综合服务中心', '公益性岗位', 2, ['保洁员']],
  ['党政综合办公室', '政府购买服务', 1, ['文印员']],
  ['经济发展办公室', '借入', 1, ['项目专班']],
  ['党建工作办公室', '挂职', 1, ['副主任（挂职）']],
])

const later = (one: Person): Person => {
  // Nobody is past retirement: women of 1969–1971 are three years younger.
  if (one.sex === '男' || Number(one.birth.slice(0, 4)) > 1971) return one
  const shift = (text: string) => `${Number(text.slice(0, 4)) + 3}${text.slice(4)}`
  const birth = shift(one.birth)
  return {
    ...one,
    birth,
    id: inventedId(one.id.slice(0, 6), birth, '女', Number(one.id.slice(16, 17)) / 2),
    work: shift(one.work),
    entered: shift(one.entered),
    party: one.party === null ? null : shift(one.party),
  }
}

const OFFICE_RANKS = ['二级主任科员', '四级主任科员', '一级科员', '二级科员', '']
const GRADES: readonly (readonly [grade: string, title: string])[] = [
  ['管理八级', ''],
  ['管理九级', ''],
  ['专业技术七级', '高级农艺师'],
  ['专业技术九级', '农艺师'],
  ['专业技术十级', '工程师'],
  ['专业技术十一级', '助理农艺师'],
  ['专业技术十二级', '助理工程师'],
  ['技术工三级', ''],
]
const NATIVE = ['江西万载', '江西宜春', '湖南平江', '湖北通城', '贵州印江']

let institution = 0
let office = 0
const LENT: Readonly<Record<string, string>> = {
  党政综合办公室: '借调到县委组织部（2025-03至2027-02）',
  农业农村综合服务中心: '借调到县农业农村局（2026-01至2026-12）',
}
const lentUnits = new Set<string>()

function staff(given: Person, at: number): Staff {
  const one = later(given)
  const leader = one.unit === '镇领导班子'
  const civil = (one.category === OFFICE || one.category === CIVIL) && !leader
  const grade = one.category === FULL || one.category === PARTIAL ? GRADES[institution++ % GRADES.length] : undefined
  const rank = civil ? (OFFICE_RANKS[office++ % OFFICE_RANKS.length] ?? '') : ''
  const remark =
    lentUnits.has(one.unit) || leader || at % 2 === 0 || one.category === WORKER ? '' : (LENT[one.unit] ?? '')
  const counted = one.category.includes('编制')
  if (counted && remark !== '') lentUnits.add(one.unit)
  const high = one.education === '硕士研究生' || one.education === '大学本科'
  return {
    ...one,
    level: leader ? (at < 3 ? '乡科级正职' : '乡科级副职') : civil ? (at % 5 === 4 ? '办事员' : '科员') : '',
    rank,
    grade: grade?.[0] ?? (one.category === WORKER ? '技术工三级' : ''),
    title: grade?.[1] ?? '',
    degree: one.education === '硕士研究生' ? '硕士' : one.education === '大学本科' && at % 3 !== 0 ? '学士' : '',
    fullTime: high && at % 4 === 0 ? '大学专科' : one.education,
    inService: high && at % 4 === 0 ? one.education : '',
    native: NATIVE[at % NATIVE.length] ?? '',
    postSince: `${2016 + (at % 9)}-${String(1 + ((at * 5) % 12)).padStart(2, '0')}`,
    remark: counted
      ? remark
      : one.category === '借入'
        ? '借自县财政局'
        : one.category === '挂职'
          ? '挂职，编制在县教育局'
          : '',
  }
}

const everybody = raw.map(staff)
export const inPost = everybody.filter((one) => one.category.includes('编制'))
/**
 * Whose standing is in order: lists that do not ask for 在编 or 实有 people name these. The latest of the 参公 line is over its five, the 50-year-old
 * worker should have left.
 */
export const inOrder = inPost.filter(
  (one) => one !== latest(inPost.filter(({ category }) => category === CIVIL)) && retiresOn(one) > AS_OF.slice(0, 7),
)
function latest(people: readonly Staff[]): Staff | undefined {
  return people.toSorted((left, right) => (left.entered < right.entered ? 1 : -1))[0]
}
export const guests = everybody.filter((one) => one.category === '借入' || one.category === '挂职')
export const off = everybody.filter((one) => !one.category.includes('编制') && !guests.includes(one))
export const lent = inPost.filter((one) => one.remark !== '')
export const lentTo = (one: Staff): string => /到(.+?)（/.exec(one.remark)?.[1] ?? ''

/** 渐进式延迟: months after the old age, one for every four months of birth (women of 50: every two), three or five years at most. */
export function retiresOn(one: Person): string {
  const base = one.sex === '男' ? 60 : one.category === WORKER ? 50 : 55
  const [year, month] = [Number(one.birth.slice(0, 4)), Number(one.birth.slice(5, 7))]
  const first = base === 60 ? 1965 : base === 55 ? 1970 : 1975
  const since = (year - first) * 12 + month - 1
  const delay = Math.min(Math.floor(since / (base === 50 ? 2 : 4)) + 1, base === 50 ? 60 : 36)
  const total = year * 12 + month - 1 + base * 12 + delay
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`
}

export const HEADS = [
  '序号',
  '所在机构',
  '姓名',
  '性别',
  '身份证号',
  '出生年月',
  '民族',
  '籍贯',
  '政治面貌',
  '入党时间',
  '学历',
  '学位',
  '全日制学历',
  '在职学历',
  '参加工作时间',
  '编制类型',
  '进入方式',
  '入编时间',
  '现任职务（岗位）',
  '任现职时间',
  '职称',
  '职级',
  '职务层次',
  '事业岗位等级',
  '原法定退休年龄',
  '联系电话',
  '备注',
] as const

const orNull = (text: string) => (text === '' ? null : text)
export const rowOf = (one: Staff, at: number): Row => [
  at + 1,
  one.unit,
  one.name,
  one.sex,
  one.id,
  one.birth.slice(0, 7),
  one.nation,
  one.native,
  one.politics,
  one.party,
  one.education,
  orNull(one.degree),
  one.fullTime,
  orNull(one.inService),
  one.work,
  one.category,
  one.category === OFFICE || one.category === CIVIL ? '考试录用' : '公开招聘',
  one.entered,
  one.post,
  one.postSince,
  orNull(one.title),
  orNull(one.rank),
  orNull(one.level),
  orNull(one.grade),
  one.sex === '男' ? '60' : one.category === WORKER ? '50' : '55',
  one.phone,
  orNull(one.remark),
]
export const otherRow = (one: Staff, at: number): Row => [
  at + 1,
  one.unit,
  one.name,
  one.sex,
  one.id,
  one.birth.slice(0, 7),
  one.nation,
  null,
  one.politics,
  null,
  one.education,
  null,
  null,
  null,
  null,
  one.category,
  null,
  null,
  one.post,
  null,
  null,
  null,
  null,
  null,
  null,
  one.phone,
  orNull(one.remark),
]

export const bookFile = (): Buffer =>
  xlsx(
    {
      name: '编制核定',
      rows: [
        ['序号', '机构名称', '机构类别', '编制类型', '核定编制数', '领导职数', '批准文号'],
        ...QUOTAS.map((one, at): Row => [
          at + 1,
          one.unit,
          one.kind,
          one.category,
          one.quota,
          one.leaders,
          '石编办〔2019〕8号',
        ]),
      ],
    },
    {
      name: '花名册',
      rows: [
        [...HEADS],
        ...inPost.map(rowOf),
        ...[...off, ...guests].map((one, at) => otherRow(one, inPost.length + at)),
      ],
    },
  )

/** The one whose card is filled: a party member with an 在职 education, else any member. */
export const cardPerson =
  inPost.find((one) => one.party !== null && one.inService !== '') ??
  inPost.find((one) => one.party !== null) ??
  inPost[0]

export const bookTruth: BookTruth = {
  township: TOWN,
  asOf: AS_OF,
  inPost: inPost.map((one) => one.name),
  off: off.map((one) => one.name),
  records: [],
}

/** Full years from a month to the last day of November. */
export const yearsSince = (month: string): number =>
  2026 - Number(month.slice(0, 4)) - (Number(month.slice(5, 7)) > 11 ? 1 : 0)
export const ageOf = (one: Person): number => yearsSince(one.birth)
