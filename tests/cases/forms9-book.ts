import { retiresOn, yearsSince, type QuotaRow, type Staff } from './forms2-book.ts'
import type { BookTruth } from './kit/form-truth.ts'
import { inventedId, roster, type Person } from './kit/people.ts'
import { xlsx, type Row } from './kit/write-files.ts'

/*
 * The people of the ninth forms: a town of ten units. One office is over its quota, two people are lent out, one is ill, some came lately, some will
 * soon retire; six are off quota, one is borrowed.
 */

export const AS_OF = '2026-11-30'
export const TOWN = '枫溪镇'
export const OFFICE = '行政编制'
export const WORKER = '机关工勤编制'
export const CIVIL = '事业编制（参公）'
export const FULL = '事业编制（全额拨款）'
export const PARTIAL = '事业编制（差额补贴）'

export const DOCUMENT = '枫编〔2023〕11号'

const quota = (unit: string, kind: string, category: string, count: number, leaders: number | null = null) => ({
  unit,
  kind,
  category,
  quota: count,
  leaders,
})
export const QUOTAS: readonly QuotaRow[] = [
  quota('镇领导班子', '领导班子', OFFICE, 9, 9),
  quota('党政办公室', '内设机构', OFFICE, 7),
  quota('党政办公室', '内设机构', WORKER, 2),
  quota('经济发展办公室', '内设机构', OFFICE, 5),
  quota('平安法治办公室', '内设机构', OFFICE, 3),
  quota('综合行政执法队', '事业单位', CIVIL, 7),
  quota('农业农村服务中心', '事业单位', FULL, 10),
  quota('便民服务中心', '事业单位', FULL, 6),
  quota('村镇建设服务中心', '事业单位', FULL, 5),
  quota('畜牧兽医站', '事业单位', PARTIAL, 4),
  quota('退役军人服务站', '事业单位', FULL, 2),
]
export const units = [...new Set(QUOTAS.map((one) => one.unit))]

const raw = roster(20269, [
  [
    '镇领导班子',
    OFFICE,
    8,
    ['党委书记', '党委副书记、镇长', '人大主席', '党委副书记', '纪委书记', '武装部部长', '副镇长', '副镇长'],
  ],
  ['党政办公室', OFFICE, 6],
  ['党政办公室', WORKER, 1, ['驾驶员']],
  ['经济发展办公室', OFFICE, 4],
  ['平安法治办公室', OFFICE, 4],
  ['综合行政执法队', CIVIL, 6, ['队长', '副队长', '执法员']],
  ['农业农村服务中心', FULL, 9, ['主任', '副主任', '农技员']],
  ['便民服务中心', FULL, 6, ['主任', '窗口经办员']],
  ['村镇建设服务中心', FULL, 4, ['主任', '规划员']],
  ['畜牧兽医站', PARTIAL, 3, ['站长', '防疫员']],
  ['退役军人服务站', FULL, 1, ['站长']],
  ['便民服务中心', '公益性岗位', 2, ['导办员']],
  ['综合行政执法队', '劳务派遣', 3, ['协管员']],
  ['党政办公室', '政府购买服务', 1, ['文印员']],
  ['经济发展办公室', '借入', 1, ['项目专班']],
])

/** Births and entries that matter for a form: who came lately, who will soon retire. */
const FIXED: Readonly<Record<number, readonly [birth: string, work: string, entered: string]>> = {
  3: ['1967-03-12', '1989-08', '1990-01'],
  12: ['1999-05-21', '2024-08', '2024-08'],
  17: ['1998-11-06', '2021-07', '2025-09'],
  27: ['2000-02-17', '2025-07', '2025-07'],
  32: ['1997-09-03', '2020-06', '2024-03'],
  36: ['1999-12-25', '2023-09', '2026-05'],
  42: ['1972-05-11', '1994-06', '1995-10'],
  44: ['1971-12-13', '1994-01', '1997-07'],
  46: ['1996-04-09', '2019-10', '2024-11'],
}
const LATEST = 10

function settled(one: Person, at: number): Person {
  const sequence = Math.floor(Number(one.id.slice(16, 17)) / 2)
  const moved = (birth: string, work: string, entered: string): Person => ({
    ...one,
    birth,
    work,
    entered,
    id: inventedId(one.id.slice(0, 6), birth, one.sex, sequence),
    party: one.party === null ? null : `${Math.min(Number(work.slice(0, 4)) + 3, 2025)}${one.party.slice(4)}`,
  })
  const fixed = FIXED[at]
  if (fixed !== undefined) return moved(...fixed)
  const later = (text: string, years: number) => `${Number(text.slice(0, 4)) + years}${text.slice(4)}`
  const years = one.sex === '女' && Number(one.birth.slice(0, 4)) < 1972 ? 3 : 0
  const early = Number(one.entered.slice(0, 4)) + years > 2022 ? -LATEST : 0
  return moved(later(one.birth, years + early), later(one.work, years + early), later(one.entered, years + early))
}

const RANKS = ['一级主任科员', '三级主任科员', '四级主任科员', '一级科员', '二级科员', '四级主任科员']
const GRADES: readonly (readonly [grade: string, title: string])[] = [
  ['管理八级', ''],
  ['专业技术七级', '高级工程师'],
  ['专业技术九级', '农艺师'],
  ['管理九级', ''],
  ['专业技术十一级', '助理工程师'],
  ['专业技术十级', '经济师'],
  ['专业技术十二级', '助理农艺师'],
  ['技术工三级', ''],
]
const NATIVE = ['江西万年', '湖南醴陵', '江西铅山', '浙江开化', '江西弋阳']
const LENT: Readonly<Record<number, string>> = {
  9: '借调到县委宣传部（2026-05至2027-04）',
  30: '借调到县农业农村局（2026-02至2026-12）',
}

let institution = 0
let office = 0
function staff(given: Person, at: number): Staff {
  const one = settled(given, at)
  const counted = one.category.includes('编制')
  const leader = one.unit === '镇领导班子'
  const civil = counted && !leader && (one.category === OFFICE || one.category === CIVIL)
  const grade = one.category === FULL || one.category === PARTIAL ? GRADES[institution++ % GRADES.length] : undefined
  const high = one.education === '硕士研究生' || one.education === '大学本科'
  const evening = high && at % 4 === 2
  return {
    ...one,
    level: leader ? (at < 3 ? '乡科级正职' : '乡科级副职') : civil ? '科员' : '',
    rank: civil ? (RANKS[office++ % RANKS.length] ?? '') : '',
    grade: grade?.[0] ?? (one.category === WORKER ? '技术工三级' : ''),
    title: grade?.[1] ?? '',
    degree: one.education === '硕士研究生' ? '硕士' : one.education === '大学本科' && at % 5 !== 0 ? '学士' : '',
    fullTime: evening ? '大学专科' : one.education,
    inService: evening ? one.education : '',
    native: NATIVE[at % NATIVE.length] ?? '',
    postSince: `${2018 + (at % 7)}-${String(1 + ((at * 5) % 12)).padStart(2, '0')}`,
    remark: counted ? (LENT[at] ?? '') : one.category === '借入' ? '借自县统计局' : '',
  }
}

const everybody = raw.map(staff)
export const inPost = everybody.filter((one) => one.category.includes('编制'))
export const guests = everybody.filter((one) => one.category === '借入')
export const off = everybody.filter((one) => !one.category.includes('编制') && !guests.includes(one))
export const lent = inPost.filter((one) => one.remark !== '')
/** Somebody on long sick leave: still counted. */
export const sick = inPost.findLast((one) => one.unit === '便民服务中心') ?? inPost[0]

const HEADS =
  '序号 所在机构 姓名 性别 身份证号 出生年月 民族 籍贯 政治面貌 入党时间 学历 学位 全日制学历 在职学历 参加工作时间 编制类型 入编时间 现任职务（岗位） 任现职时间 职称 职级 职务层次 事业岗位等级 原法定退休年龄 联系电话 备注'.split(
    ' ',
  )
const orNull = (text: string) => (text === '' ? null : text)
function rowOf(one: Staff, at: number): Row {
  const counted = one.category.includes('编制')
  const own = (value: string | null) => (counted ? value : null)
  return [
    at + 1,
    one.unit,
    one.name,
    one.sex,
    one.id,
    one.birth.slice(0, 7),
    one.nation,
    own(one.native),
    one.politics,
    own(one.party),
    one.education,
    own(orNull(one.degree)),
    own(one.fullTime),
    own(orNull(one.inService)),
    own(one.work),
    one.category,
    own(one.entered),
    one.post,
    own(one.postSince),
    orNull(one.title),
    orNull(one.rank),
    orNull(one.level),
    orNull(one.grade),
    own(one.sex === '男' ? '60' : one.category === WORKER ? '50' : '55'),
    one.phone,
    orNull(one.remark),
  ]
}

export const bookFile = (): Buffer =>
  xlsx(
    {
      name: '编制核定',
      rows: [
        ['序号', '机构名称', '机构类别', '编制类型', '核定编制数', '领导职数', '批准文号'],
        ...QUOTAS.map((one, at): Row => [at + 1, one.unit, one.kind, one.category, one.quota, one.leaders, DOCUMENT]),
      ],
    },
    { name: '花名册', rows: [HEADS, ...[...inPost, ...off, ...guests].map(rowOf)] },
  )

export const bookTruth: BookTruth = {
  township: TOWN,
  asOf: AS_OF,
  inPost: inPost.map((one) => one.name),
  off: off.map((one) => one.name),
  records: [],
  events: [{ type: 'absence.begin', on: '2026-03-01', person: sick?.name ?? '', kind: 'sickLeave' }],
}

export const ageOf = (one: Person): number => yearsSince(one.birth)
export { retiresOn, yearsSince }
