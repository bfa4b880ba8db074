import { describe, expect, it } from 'vitest'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import { conditionIn, readLabel } from '../../../electron/domain/fill/condition-words.ts'
import type { CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import type { LabelContext } from '../../../electron/domain/fill/label-context.ts'

/* Each word a counting table may use, and whom of a few people it means; what only looks like such a word means nobody. */

const DAY = '2026-11-30'
const PLAIN: LabelContext = {
  about: null,
  above: '',
  units: [],
  civilServiceApart: false,
  probationApart: false,
  fullSeniorApart: false,
  absencesApart: false,
  staffGroups: false,
}

type People = Readonly<Record<string, Partial<CountedPerson>>>
/** Who is meant, and behind | of whom nobody can say; null: the word is not understood. */
function meant(people: People, label: string, context: Partial<LabelContext> = {}): string | null {
  const condition = conditionIn(label, { ...PLAIN, ...context })
  if (condition === null) return null
  const answers = Object.entries(people).map(
    ([name, own]) => [name, condition.holds({ ...NOBODY, name, ...own }, DAY)] as const,
  )
  const of = (wanted: boolean | null) => answers.flatMap(([name, holds]) => (holds === wanted ? [name] : [])).join('')
  return of(null) === '' ? of(true) : `${of(true)}|${of(null)}`
}
const aspectOf = (label: string, context: Partial<LabelContext> = {}) =>
  conditionIn(label, { ...PLAIN, ...context })?.aspect ?? null

type Row = readonly [label: string, who: string | null, context?: Partial<LabelContext>]
const walk = (people: People, aspect: string, rows: readonly Row[]) =>
  describe(`words of ${aspect}`, () => {
    for (const [label, who, context] of rows)
      it(`${label}: ${who ?? 'not understood'} ${JSON.stringify(context ?? {})}`, () => {
        const about = who === null ? null : aspect
        expect([meant(people, label, context), who === null ? null : aspectOf(label, context)]).toEqual([who, about])
      })
  })

walk({ 甲: { sex: '男' }, 乙: { sex: '女' }, 丙: {} }, 'sex', [
  ['男', '甲|丙'],
  ['女', '乙|丙'],
  ['女性', '乙|丙'],
  ['女同志', '乙|丙'],
  ['女干部', '乙|丙'],
  ['女职工', '乙|丙'],
  ['妇女', '乙|丙'],
  ['男方', null],
  ['优秀妇女', null],
  ['子女', null],
])

walk({ 甲: { birth: '1979-12' }, 乙: { birth: '1980-01' }, 丙: { birth: '2000-06' }, 丁: {} }, 'age', [
  ['70后', '甲|丁'],
  ['80后', '乙|丁'],
  ['00后', '丙|丁'],
  ['1980年代', '乙|丁'],
  ['8后', null],
])

walk({ 甲: { ethnicity: '汉族' }, 乙: { ethnicity: '苗族' }, 丙: { ethnicity: '畲族' }, 丁: {} }, 'ethnicity', [
  ['少数民族', '乙丙|丁'],
  ['非汉族', '乙丙|丁'],
  ['汉族', '甲|丁'],
  ['苗族', '乙|丁'],
  ['苗', null],
  ['苗', '乙|丁', { about: 'ethnicity' }],
  ['水', null],
  ['外来民族', null],
])

walk(
  {
    甲: { politicalStatus: '中共党员' },
    乙: { politicalStatus: '中共预备党员' },
    丙: { politicalStatus: '民盟盟员' },
    丁: { politicalStatus: '群众' },
    戊: { politicalStatus: '共青团员' },
    己: {},
  },
  'party',
  [
    ['中共党员', '甲乙|己'],
    ['党员', '甲乙|己'],
    ['共产党员', '甲乙|己'],
    ['中共党员', '甲|己', { probationApart: true }],
    ['中共党员（含预备党员）'.normalize('NFKC'), '甲乙|己'],
    ['预备党员', '乙|己'],
    ['非党员', '丙丁戊|己'],
    ['非中共党员', '丙丁戊|己'],
    ['民主党派', '丙|己'],
    ['各民主党派', '丙|己'],
    ['民主党派成员', '丙|己'],
    ['民主党派人士', '丙|己'],
    ['党外人士', '丙丁戊|己'],
    ['党外干部', '丙丁戊|己'],
    ['群众', '丁|己'],
    ['团员', '戊|己'],
    ['党员总数', '甲乙|己', { probationApart: true }],
    ['民主党派主委', null],
    ['非党员家属', null],
    ['党外人士代表', null],
  ],
)

walk(
  {
    甲: { degree: '学士', education: '大学本科' },
    乙: { degree: '管理学硕士', education: '硕士研究生' },
    丙: { degree: '博士', education: '博士研究生' },
    丁: { education: '大学专科' },
    戊: {},
  },
  'degree',
  [
    ['学士', '甲'],
    ['学士学位', '甲'],
    ['硕士学位', '乙'],
    ['硕士学位及以上', '乙丙'],
    ['硕士及以上', '乙丙', { about: 'degree' }],
    ['博士', '丙', { about: 'degree' }],
    ['博士', '丙', { above: '研究生' }],
    ['无学位', '丁|戊'],
    ['没有学位', '丁|戊'],
    ['无', '丁|戊', { about: 'degree' }],
    ['学士学位证', null],
  ],
)

walk(
  {
    甲: { education: '博士研究生' },
    乙: { education: '硕士研究生' },
    丙: { education: '大学本科', fullTimeEducation: '大学专科', inServiceEducation: '大学本科' },
    丁: { education: '大学专科' },
    戊: { education: '中等专科' },
    己: { education: '普通高中' },
    庚: { education: '初级中学' },
    辛: {},
  },
  'education',
  [
    ['研究生', '甲乙|辛'],
    ['博士研究生', '甲|辛'],
    ['硕士研究生', '乙|辛'],
    ['硕士', '乙|辛'],
    ['大学本科', '丙|辛'],
    ['本科及以上', '甲乙丙|辛'],
    ['大专及以下', '丁戊己庚|辛'],
    ['大专', '丁|辛'],
    ['中专', '戊|辛'],
    ['高中', '己|辛'],
    ['高中、中专', '戊己|辛'],
    ['高中及以下', '己庚|辛'],
    ['初中', '庚|辛'],
    ['大学专科', '丙|甲乙丁戊己庚辛', { above: '全日制' }],
    ['大学本科', '丙|甲乙丁戊己庚辛', { above: '在职教育' }],
    ['大学本科', '丙|甲乙丁戊己庚辛', { title: '在职学历统计' }],
    ['全日制大专', '丙|甲乙丁戊己庚辛'],
    ['本科', null, { about: 'degree' }],
    ['本科班', null],
  ],
)

walk({ 甲: { birth: '1996-01' }, 乙: { birth: '1980-01' }, 丙: {} }, 'age', [
  ['35岁以下', '甲|丙'],
  ['年龄35以下', '甲|丙'],
  ['36-50', '乙|丙', { about: 'age' }],
  ['36-50', null],
  ['36-50岁', null, { above: '工龄' }],
])
walk({ 甲: { workStarted: '2020-01' }, 乙: { workStarted: '1998-01' }, 丙: {} }, 'service', [
  ['工龄10年以下', '甲|丙'],
  ['20年以上', '乙|丙', { about: 'service' }],
])
walk(
  {
    甲: { partyJoined: '2020-01', politicalStatus: '中共党员' },
    乙: { politicalStatus: '群众' },
    丙: { politicalStatus: '中共党员' },
  },
  'partyYears',
  [
    ['党龄10年以下', '甲|丙'],
    ['党龄50年以上', '|丙'],
  ],
)

walk({ 甲: { unitKind: 'office' }, 乙: { unitKind: 'institution' }, 丙: {} }, 'nature', [
  ['机关', '甲|丙'],
  ['党政机关', '甲|丙'],
  ['行政机关', '甲|丙'],
  ['机关单位', '甲|丙'],
  ['行政单位', '甲|丙'],
  ['事业单位', '乙|丙', { above: '单位性质' }],
  ['事业机构', '乙|丙', { about: 'nature' }],
  ['上级机关', null],
])

walk(
  {
    甲: { category: 'administrative' },
    乙: { category: 'worker' },
    丙: { category: 'institutionFull' },
    丁: { category: 'institutionCivilService' },
    戊: { category: 'institution' },
    己: {},
  },
  'category',
  [
    ['行政编制', '甲'],
    ['行政', '甲'],
    ['机关工勤编制', '乙'],
    ['事业编制', '丙丁戊'],
    ['事业单位', '丙丁戊'],
    ['事业编制', '丙戊', { civilServiceApart: true }],
    ['事业（含参公）'.normalize('NFKC'), '丙丁戊', { civilServiceApart: true }],
    ['参公', '丁', { civilServiceApart: true }],
    ['全额拨款', '丙|戊'],
    ['事业(全额)', '丙|戊'],
    ['其他事业编制', '丙戊', { civilServiceApart: true }],
    ['其他事业编制', null],
    ['行政编制数', null],
    ['行政审批', null],
  ],
)

walk(
  {
    甲: { list: 'off-quota', offQuotaKind: 'agency' },
    乙: { list: 'off-quota', offQuotaKind: 'publicWelfare' },
    丙: { list: 'seconded' },
    丁: { list: 'seconded', attached: true },
    戊: { secondedOut: true },
    己: { list: 'over-quota' },
    庚: {},
  },
  'standing',
  [
    ['编外', '甲乙'],
    ['编外人员', '甲乙'],
    ['编制外', '甲乙'],
    ['非在编人员', '甲乙'],
    ['劳务派遣', '甲'],
    ['公益性岗位', '乙'],
    ['借入', '丙'],
    ['借用人员', '丙'],
    ['挂职', '丁'],
    ['挂职干部', '丁'],
    ['借出', '戊'],
    ['借调人员', '戊'],
    ['超编', '己'],
    ['超编人员', '己'],
    ['编外经费', null],
    ['新借入车辆', null],
    ['省挂职', null],
    ['借出设备', null],
  ],
)

it('the lists a word speaks of are others than those of people in post', () =>
  expect(
    ['编外', '劳务派遣', '借入', '挂职', '超编', '借出', '女'].map((label) => conditionIn(label, PLAIN)?.lists ?? null),
  ).toEqual([['off-quota'], ['off-quota'], ['seconded'], ['seconded'], ['over-quota'], null, null]))

walk(
  {
    甲: {},
    乙: { absence: 'sickLeave' },
    丙: { absence: 'study' },
    丁: { absence: 'offPost' },
    戊: { absence: 'suspended' },
    己: { secondedOut: true },
  },
  'duty',
  [
    ['在岗', '甲'],
    ['实际在岗人员', '甲'],
    ['不在岗', '乙丙丁戊己'],
    ['未在岗人员', '乙丙丁戊己'],
    ['离岗（含借调）'.normalize('NFKC'), '乙丙丁戊己'],
    ['离岗', '乙丙丁戊'],
    ['离岗', '丁', { absencesApart: true }],
    ['病休', '乙'],
    ['长病', '乙'],
    ['因病休假', '乙'],
    ['离岗学习', '丙'],
    ['脱产进修', '丙'],
    ['学习', '丙', { above: '不在岗' }],
    ['学习', '丙', { title: '在岗情况统计表' }],
    ['学习', null],
    ['停职', '戊'],
    ['停职检查', '戊'],
    ['病休天数', null],
    ['停职留薪', null],
  ],
)

walk({ 甲: { leader: 'chief' }, 乙: { leader: 'other' }, 丙: {} }, 'leader', [
  ['领导班子成员', '甲乙'],
  ['班子成员', '甲乙'],
  ['领导班子建设', null],
])

walk(
  {
    甲: { positionLevel: '0131' },
    乙: { positionLevel: '0132' },
    丙: { positionLevel: '0141' },
    丁: { positionLevel: '0142' },
    戊: { positionLevel: '0150' },
    己: { positionLevel: '0160' },
    庚: { positionLevel: '0198' },
    辛: { category: 'institutionFull' },
    壬: { category: 'administrative' },
  },
  'level',
  [
    ['县处级正职', '甲|壬'],
    ['正处级', '甲|壬'],
    ['副处级', '乙|壬'],
    ['处级', '甲乙|壬'],
    ['正科级', '丙|壬'],
    ['乡科级副职', '丁|壬'],
    ['科级', '丙丁|壬'],
    ['科级及以上', '甲乙丙丁|壬'],
    ['正科级及以上', '甲乙丙|壬'],
    ['正职', '丙|壬', { above: '乡科级' }],
    ['副职', '丁|壬', { above: '乡科级' }],
    ['正职', '甲|壬', { above: '县处级' }],
    ['副职', '乙|壬', { above: '县处级' }],
    ['正职', null],
    ['科员', '戊|壬'],
    ['办事员', '己|壬'],
    ['试用期人员', '庚|壬'],
    ['科员', null, { about: 'rank' }],
    ['正科级单位', null],
  ],
)

walk({ 甲: { rank: '一级主任科员' }, 乙: { rank: '三级主任科员' }, 丙: { rank: '二级科员' }, 丁: {} }, 'rank', [
  ['一级主任科员', '甲'],
  ['一至四级主任科员', '甲乙'],
  ['三、四级主任科员', '乙'],
  ['一至二级科员', '丙'],
  ['二级科员', '丙'],
  ['无职级', '丁'],
  ['未套转职级', '丁'],
  ['五级主任科员', null],
])

walk(
  {
    甲: { professionalTitle: '正高级工程师' },
    乙: { professionalTitle: '高级农艺师' },
    丙: { professionalTitle: '农艺师' },
    丁: { professionalTitle: '助理工程师' },
    戊: {},
    己: { professionalTitle: '先进个人' },
  },
  'title',
  [
    ['正高级', '甲|己'],
    ['副高级', '乙|己'],
    ['高级', '甲乙|己'],
    ['高级', '乙|己', { fullSeniorApart: true }],
    ['高级职称', '甲乙|己'],
    ['中级', '丙|己'],
    ['中级职称', '丙|己'],
    ['初级', '丁|己'],
    ['初级及以下', '丁|己', { about: 'title' }],
    ['无', '戊|己', { about: 'title' }],
    ['未评', '戊|己', { about: 'title' }],
    ['无职称', '戊|己'],
    ['无', null],
    ['中级法院', null],
    ['高级职员', null],
  ],
)

walk(
  {
    甲: { postGrade: '管理八级' },
    乙: { postGrade: '专业技术岗九级' },
    丙: { postGrade: '技术工三级' },
    丁: { postGrade: '普通工' },
    戊: {},
  },
  'grade',
  [
    ['管理岗位', '甲|戊'],
    ['专业技术岗', '乙|戊'],
    ['工勤技能岗位', '丙丁|戊'],
    ['管理八级', '甲|戊'],
    ['八级', '甲|戊', { about: 'grade', above: '管理岗位' }],
    ['专业技术九级', '乙|戊'],
    ['技术工三级', '丙|戊'],
    ['高级工', '丙|戊', { about: 'grade' }],
    ['高级工', '丙|戊', { above: '工勤' }],
    ['高级工', null],
    ['管理人员', '甲|戊', { staffGroups: true }],
    ['专业技术人员', '乙|戊', { staffGroups: true }],
    ['工勤人员', '丙丁|戊', { staffGroups: true }],
    ['管理费用', null],
    ['八级', null, { about: 'grade' }],
  ],
)

describe('retirement', () => {
  const people: People = { 甲: { retiresOn: '2027-03-01' }, 乙: { retiresOn: '2028-11-01' }, 丙: {} }
  const rows: readonly Row[] = [
    ['2027年', '甲|丙', { about: 'retirement' }],
    ['2028年退休', '乙|丙'],
    ['2027', '甲|丙', { title: '到龄人员预测' }],
    ['2027年', null],
    ['3月', '甲|丙', { title: '2027年到龄退休人员' }],
    ['11月份', '乙|丙', { title: '2028年退休' }],
    ['3月', null, { title: '退休人员' }],
    ['3月', null, { title: '2027年报表' }],
  ]
  for (const [label, who, context] of rows)
    it(`${label}: ${who ?? 'not understood'} ${JSON.stringify(context ?? {})}`, () =>
      expect(meant(people, label, context)).toBe(who))
  it('a month and a year narrow one another', () =>
    expect([aspectOf('3月', { title: '2027年退休' }), aspectOf('2027年退休')]).toEqual([
      'retirementMonth',
      'retirement',
    ]))
})

describe('what a label is', () => {
  const kind = (label: string, context: Partial<LabelContext> = {}) => readLabel(label, { ...PLAIN, ...context }).kind
  it.each([
    ['合计', 'total'],
    ['在编人数', 'total'],
    ['在职人员', 'total'],
    ['干部总数', 'total'],
    ['现有职工人数', 'total'],
    ['1.总人数（人）', 'total'],
    ['其他', 'others'],
    ['其余人员', 'others'],
    ['项目', 'heading'],
    ['年龄结构', 'heading'],
    ['经费渠道', 'heading'],
    ['按学历分', 'heading'],
    ['平均年龄（岁）', 'years'],
    ['最长工龄', 'years'],
    ['最年轻', 'years'],
    ['占比（%）', 'share'],
    ['女干部所占比例', 'share'],
    ['军转干部占比', 'unknown'],
    ['军转干部', 'unknown'],
    ['其中：女', 'condition'],
    ['（一）女干部', 'condition'],
    ['女（人）', 'condition'],
    ['', 'heading'],
  ])('%s is %s', (label, expected) => expect(kind(label)).toBe(expected))

  it.each([
    ['平均', null, 'unknown'],
    ['平均', 'age', 'age mean'],
    ['最大', 'age', 'age most'],
    ['最小', 'age', 'age fewest'],
    ['最长党龄', null, 'partyYears most'],
    ['最短工龄', null, 'service fewest'],
    ['最年轻者', null, 'age fewest'],
    ['平均岁数', null, 'age mean'],
    ['平均', 'sex', 'unknown'],
  ] as const)('%s under %s: %s', (label, about, expected) => {
    const read = readLabel(label, { ...PLAIN, about })
    expect(read.kind === 'years' ? `${read.figure.of} ${read.figure.as}` : read.kind).toBe(expected)
  })

  it('two in one word narrow one another, two of one kind are nothing', () => {
    const people: People = { 甲: { sex: '女', politicalStatus: '中共党员' }, 乙: { sex: '女' }, 丙: { sex: '男' } }
    expect([meant(people, '女党员'), meant(people, '女的党员'), meant(people, '男女')]).toEqual([
      '甲|乙',
      '甲|乙',
      null,
    ])
  })

  it('a unit is named by its whole name', () => {
    const units = [
      { id: 'a', name: '水利站' },
      { id: 'all', name: '石坪镇', whole: true as const },
    ]
    const people: People = { 甲: { unitId: 'a' }, 乙: { unitId: 'b' } }
    expect(['水利站', '石坪镇', '水利'].map((label) => meant(people, label, { units }))).toEqual(['甲', '甲乙', null])
  })
})
