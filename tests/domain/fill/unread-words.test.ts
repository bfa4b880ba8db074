import { describe, expect, it } from 'vitest'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import type { CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { asksForCategory } from '../../../electron/domain/fill/fit-choices.ts'
import { formFieldFor } from '../../../electron/domain/fill/form-fields.ts'
import { readScope } from '../../../electron/domain/fill/form-scope.ts'

/* A list's title: every word that narrows it is read, or the list waits for an answer. */

const UNITS = [
  { id: 'a', name: '党政办公室' },
  { id: 'all', name: '枫溪镇', whole: true as const },
]
const at = (own: Partial<CountedPerson>): CountedPerson => ({ ...NOBODY, list: 'in-quota', ...own })
const PEOPLE: Readonly<Record<string, CountedPerson>> = {
  行政: at({ category: 'administrative', positionLevel: '0141', rank: null, education: '大学本科', sex: '女' }),
  专技: at({ category: 'institutionFull', postGrade: '专业技术七级', education: '大学专科' }),
  管理: at({ category: 'institutionFull', postGrade: '管理八级', education: '大学专科' }),
  工人: at({ category: 'institutionFull', postGrade: '技术工三级', education: '大学专科' }),
  参公: at({ category: 'institutionCivilService', rank: '四级主任科员', education: '大学专科' }),
  借出: at({ category: 'administrative', secondedOut: true, rank: '一级科员', education: '大学专科' }),
  病休: at({ category: 'institutionFull', postGrade: '专业技术九级', absence: 'sickLeave', education: '大学专科' }),
}
function listed(titles: readonly string[], heads = '姓名 性别 所在单位'): string {
  const { conditions, stopped } = readScope(['Sheet1', ...titles], UNITS, false, '', heads)
  if (stopped !== null) return stopped
  return Object.entries(PEOPLE)
    .filter(([, one]) => conditions.every((condition) => condition.holds(one, '2026-11-30') === true))
    .map(([name]) => name)
    .join(' ')
}
const EVERYBODY = Object.keys(PEOPLE).join(' ')

describe('words of a title that narrow the list', () => {
  it.each([
    ['事业编制在岗人员信息采集表', '专技 管理 工人 参公'],
    ['枫溪镇在编在岗干部职工通讯录', '行政 专技 管理 工人 参公'],
    ['在岗、离岗人员情况表', '行政 专技 管理 工人 参公 病休'],
    ['事业单位专业技术岗位人员联系表', '专技 病休'],
    ['专技人员台账', '专技 病休'],
    ['事业单位管理岗位人员一览表', '管理'],
    ['工勤技能岗位聘用人员名单', '工人'],
    ['参照公务员法管理人员名册', '参公'],
    ['四级主任科员名册', '参公'],
    ['乡科级正职领导干部名册', '行政'],
    ['大学本科以上学历人员名册', '行政'],
  ])('%s', (title, names) => expect(listed([title])).toBe(names))

  it.each([
    '枫溪镇机关事业单位工作人员年度考核花名册',
    '青山县枫溪镇干部职工名册',
    '2026年度全镇在编人员信息采集表',
    '附件2：机关在编人员体检名册',
    '枫溪镇人民政府干部职工名册',
    '财政供养人员信息表',
    '截至2026年11月30日',
    '单位：人',
    '人员在岗情况登记表',
  ])('%s narrows nothing', (title) => expect(listed([title])).toBe(EVERYBODY))

  it.each([
    ['考核优秀人员名单', '考核优秀'],
    ['工会会员名册', '工会会员'],
    ['青年干部名册', '青年'],
    ['县派干部名册', '派'],
    ['信访接待人员联系表', '信访接待'],
  ])('%s waits for an answer', (title, words) =>
    expect(listed([title])).toBe(`“${title}”：看不懂“${words}”说的是哪些人，没有填`),
  )

  it('columns that tell who is at work leave everybody on the list', () =>
    expect(listed(['在职在岗人员情况表'], '姓名 是否在岗 不在岗原因')).toBe(EVERYBODY))

  it('a note of its own leaves people out, above the list or below it', () => {
    expect(listed(['注：借调外出、长期病休人员不在本表填报。', '人员名册'])).toBe('行政 专技 管理 工人 参公')
    expect(listed(['注：1.本表由各单位填写。2.参公人员不纳入统计。', '人员名册'])).toBe('行政 专技 管理 工人 借出 病休')
    expect(listed(['注：停薪留职人员均不列入本表', '人员名册'])).toContain('停薪留职人员，编制本认不出哪些人是')
    expect(listed(['注：没有岗位等级的不填报；年龄不统计到月', '人员名册'])).toBe(EVERYBODY)
  })

  it('a table of numbers waits too where a word before its people was not read', () => {
    const numbers = (title: string) => readScope(['表', title], UNITS, false, '性别/男 性别/女').stopped
    expect(numbers('信访接待人员性别统计表')).toContain('看不懂“信访接待”')
    expect(numbers('女干部年龄结构情况统计表')).toBeNull()
    expect(numbers('机构编制和领导职数核定使用情况表')).toBeNull()
  })
})

describe('heads of a list of people lent', () => {
  it.each([
    ['借入单位', 'usingUnit'],
    ['借出单位', 'quotaUnit'],
    ['编制所在机构', 'quotaUnit'],
    ['借调时间/起', 'secondedSince'],
    ['借调时间/止', 'secondedUntil'],
    ['借用期限/开始时间', 'secondedSince'],
    ['抽调时间(止)', 'secondedUntil'],
    ['挂职期限/至', 'secondedUntil'],
    ['离岗时间/起', 'absenceSince'],
    // Where to, and not until when.
    ['借调至', null],
    ['借调原因', null],
  ])('%s', (path, field) => expect(formFieldFor(path.split('/'))).toBe(field))
})

it.each([
  [['参公', '全额', '差额'], true],
  [['1.行政', '2.全额', '3.差额'], true],
  [['全额', '差额', '自收自支'], false],
  [['参公', '其他情况'], false],
])('经费形式 with the words %j asks for the 编制: %s', (words, asks) => expect(asksForCategory(words)).toBe(asks))

it.each([
  ['事业单位管理岗位在聘人员花名册', '管理'],
  ['2025年以来调出人员花名册', '“2025年以来调出人员花名册”：已经离开的人不在编制本的名单里，没有填'],
])('%s: %s', (title, expected) => expect(listed([title])).toBe(expected))

it.each([
  ['抽调期限/开始时间（年月日）', 'secondedSince'],
  ['现抽调单位', 'usingUnit'],
])('%s of people lent', (path, field) => expect(formFieldFor(path.split('/'))).toBe(field))
