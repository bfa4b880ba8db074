import { retiresOn, yearsSince, type QuotaRow, type Staff } from './forms2-book.ts'
import type { BookTruth } from './kit/form-truth.ts'
import { inventedId, roster, type Person } from './kit/people.ts'
import { xlsx, type Row } from './kit/write-files.ts'

/* The people of the fourth forms: ten units of another township, everybody's standing in order, two lent out, one ill, five off quota, one borrowed. */

export const AS_OF = '2026-11-30'
export const TOWN = '云岭乡'
export const OFFICE = '行政编制'
export const WORKER = '机关工勤编制'
export const CIVIL = '事业编制（参公）'
export const FULL = '事业编制（全额拨款）'
export const PARTIAL = '事业编制（差额补贴）'
export const CATEGORIES = [OFFICE, WORKER, CIVIL, FULL, PARTIAL] as const

export const QUOTAS: readonly QuotaRow[] = [
  { unit: '乡领导班子', kind: '领导班子', category: OFFICE, quota: 7, leaders: 7 },
  { unit: '党政办公室', kind: '内设机构', category: OFFICE, quota: 6, leaders: null },
  { unit: '党政办公室', kind: '内设机构', category: WORKER, quota: 2, leaders: null },
  { unit: '党群工作办公室', kind: '内设机构', category: OFFICE, quota: 4, leaders: null },
  { unit: '社会事务办公室', kind: '内设机构', category: OFFICE, quota: 4, leaders: null },
  { unit: '综合执法队', kind: '事业单位', category: CIVIL, quota: 6, leaders: null },
  { unit: '农业综合服务中心', kind: '事业单位', category: FULL, quota: 9, leaders: null },
  { unit: '社会保障服务所', kind: '事业单位', category: FULL, quota: 5, leaders: null },
  { unit: '水利站', kind: '事业单位', category: PARTIAL, quota: 4, leaders: null },
  { unit: '文化站', kind: '事业单位', category: FULL, quota: 2, leaders: null },
]
export const units = [...new Set(QUOTAS.map((one) => one.unit))]

const LEADERS = ['党委书记', '党委副书记、乡长', '人大主席', '纪委书记', '副乡长', '副乡长']
const raw = roster(20264, [
  ['乡领导班子', OFFICE, 6, LEADERS],
  ['党政办公室', OFFICE, 5],
  ['党政办公室', WORKER, 1, ['驾驶员']],
  ['党群工作办公室', OFFICE, 4],
  ['社会事务办公室', OFFICE, 3],
  ['综合执法队', CIVIL, 5, ['队长', '副队长', '执法员']],
  ['农业综合服务中心', FULL, 8, ['主任', '副主任', '农技员']],
  ['社会保障服务所', FULL, 5, ['所长', '经办员']],
  ['水利站', PARTIAL, 3, ['站长', '水管员']],
  ['文化站', FULL, 1, ['站长']],
  ['社会保障服务所', '公益性岗位', 2, ['协理员']],
  ['综合执法队', '劳务派遣', 2, ['协管员']],
  ['党政办公室', '自聘', 1, ['保洁员']],
  ['农业综合服务中心', '借入', 1, ['专班人员']],
])

/** Younger by some years, so that nobody is past retirement. */
function younger(one: Person): Person {
  const years = one.sex === '女' && Number(one.birth.slice(0, 4)) < 1973 ? 4 : 0
  const shift = (text: string) => `${Number(text.slice(0, 4)) + years}${text.slice(4)}`
  const birth = shift(one.birth)
  return {
    ...one,
    birth,
    id: inventedId(one.id.slice(0, 6), birth, one.sex, Math.floor(Number(one.id.slice(16, 17)) / 2)),
    work: shift(one.work),
    entered: shift(one.entered),
    party: one.party === null ? null : shift(one.party),
  }
}

const RANKS = ['三级主任科员', '四级主任科员', '一级科员', '二级科员']
const GRADES: readonly (readonly [grade: string, title: string])[] = [
  ['专业技术七级', '高级农艺师'],
  ['管理九级', ''],
  ['专业技术十级', '农艺师'],
  ['管理八级', ''],
  ['专业技术十二级', '助理工程师'],
  ['专业技术十一级', '助理农艺师'],
]
const NATIVE = ['江西上饶', '安徽黄山', '江西婺源']
const LENT: Readonly<Record<number, string>> = {
  9: '借调到县委政法委（2026-03至2027-02）',
  27: '借调到县水利局（2026-06至2026-12）',
}

let institution = 0
function staff(given: Person, at: number): Staff {
  const one = younger(given)
  const counted = one.category.includes('编制')
  const leader = one.unit === '乡领导班子'
  const civil = counted && !leader && (one.category === OFFICE || one.category === CIVIL)
  const grade = one.category === FULL || one.category === PARTIAL ? GRADES[institution++ % GRADES.length] : undefined
  const high = one.education === '硕士研究生' || one.education === '大学本科'
  const later = high && at % 3 === 1
  return {
    ...one,
    level: leader ? (at < 3 ? '乡科级正职' : '乡科级副职') : civil ? '科员' : '',
    rank: civil ? (RANKS[at % RANKS.length] ?? '') : '',
    grade: grade?.[0] ?? (one.category === WORKER ? '技术工四级' : ''),
    title: grade?.[1] ?? '',
    degree: one.education === '硕士研究生' ? '硕士' : one.education === '大学本科' && at % 4 !== 0 ? '学士' : '',
    fullTime: later ? '大学专科' : one.education,
    inService: later ? one.education : '',
    native: NATIVE[at % NATIVE.length] ?? '',
    postSince: `${2017 + (at % 8)}-${String(1 + ((at * 7) % 12)).padStart(2, '0')}`,
    remark: counted ? (LENT[at] ?? '') : one.category === '借入' ? '借自县林业局' : '',
  }
}

const everybody = raw.map(staff)
export const inPost = everybody.filter((one) => one.category.includes('编制'))
export const guests = everybody.filter((one) => one.category === '借入')
export const off = everybody.filter((one) => !one.category.includes('编制') && !guests.includes(one))
export const lent = inPost.filter((one) => one.remark !== '')

/** Somebody on long sick leave: still counted. */
export const sick = inPost.find((one) => one.unit === '社会保障服务所') ?? inPost[0]

const HEADS = [
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
const rowOf = (one: Staff, at: number): Row => {
  const counted = one.category.includes('编制')
  return [
    at + 1,
    one.unit,
    one.name,
    one.sex,
    one.id,
    one.birth.slice(0, 7),
    one.nation,
    counted ? one.native : null,
    one.politics,
    counted ? one.party : null,
    one.education,
    counted ? orNull(one.degree) : null,
    counted ? one.fullTime : null,
    counted ? orNull(one.inService) : null,
    counted ? one.work : null,
    one.category,
    counted ? one.entered : null,
    one.post,
    counted ? one.postSince : null,
    orNull(one.title),
    orNull(one.rank),
    orNull(one.level),
    orNull(one.grade),
    counted ? (one.sex === '男' ? '60' : one.category === WORKER ? '50' : '55') : null,
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
        ...QUOTAS.map((one, at): Row => [
          at + 1,
          one.unit,
          one.kind,
          one.category,
          one.quota,
          one.leaders,
          '岭编〔2024〕6号',
        ]),
      ],
    },
    { name: '花名册', rows: [[...HEADS], ...[...inPost, ...off, ...guests].map(rowOf)] },
  )

export const bookTruth: BookTruth = {
  township: TOWN,
  asOf: AS_OF,
  inPost: inPost.map((one) => one.name),
  off: off.map((one) => one.name),
  records: [],
  events: [{ type: 'absence.begin', on: '2026-04-01', person: sick?.name ?? '', kind: 'sickLeave' }],
}

export const ageOf = (one: Person): number => yearsSince(one.birth)
export { retiresOn, yearsSince }
