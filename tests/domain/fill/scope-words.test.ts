import { describe, expect, it } from 'vitest'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import type { CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { outsideBook, plainTitle, readScope, scopeConditions } from '../../../electron/domain/fill/form-scope.ts'
import { formUnits } from '../../../electron/domain/fill/form-units.ts'
import type { NamedUnit } from '../../../electron/domain/fill/label-context.ts'
import { buildSnapshot } from '../../kit/snapshot.ts'

/* Whom of a small township a list is of, by the titles over it, the widest first. */

const UNITS: readonly NamedUnit[] = [
  { id: 'room', name: '办公室' },
  { id: 'office', name: '党政综合办公室' },
  { id: 'team', name: '综合行政执法大队' },
  { id: 'abroad', name: '侨办' },
  { id: 'letter', name: '村' },
  { id: 'all', name: '云溪乡', whole: true },
]
const DAY = '2026-11-30'
const at = (own: Partial<CountedPerson>): CountedPerson => ({ ...NOBODY, list: 'in-quota', ...own })
const PEOPLE: Readonly<Record<string, CountedPerson>> = {
  行政: at({ category: 'administrative', unitId: 'office', birth: '1980-01', retiresOn: '2027-03-01' }),
  事业: at({ category: 'institution', unitId: 'team', birth: '1990-06', retiresOn: '2028-12-01' }),
  参公: at({ category: 'institutionCivilService', unitId: 'team', birth: '1985-01', retiresOn: '2029-01-01' }),
  病休: at({
    category: 'institution',
    absence: 'sickLeave',
    unitId: 'room',
    birth: '1970-01',
    retiresOn: '2030-01-01',
  }),
  借出: at({ category: 'administrative', secondedOut: true, unitId: 'abroad', birth: '1991-12' }),
  超编: at({ list: 'over-quota', category: 'administrative', unitId: 'office' }),
  派遣: at({ list: 'off-quota', offQuotaKind: 'agency', unitId: 'team' }),
  公益: at({ list: 'off-quota', offQuotaKind: 'publicWelfare' }),
  借入: at({ list: 'seconded' }),
}
const IN_POST = ['in-quota', 'over-quota']
/** Who is on the list, or why nobody is. */
function listed(titles: readonly string[], { apart = false, asked = '' } = {}): string {
  const scope = readScope(titles, UNITS, apart, asked)
  if (scope.stopped !== null) return scope.stopped
  const groups = scopeConditions(scope, UNITS)
  return Object.entries(PEOPLE)
    .filter(([, one]) => (scope.lists ?? IN_POST).includes(one.list))
    .filter(([, one]) => groups.every((group) => group.every((condition) => condition.holds(one, DAY) === true)))
    .map(([name]) => name)
    .join(' ')
}
const EVERYBODY = '行政 事业 参公 病休 借出 超编'

describe('whom a list is of', () => {
  it.each<readonly [titles: readonly string[], who: string]>([
    [['Sheet1', '全乡干部职工花名册'], EVERYBODY],
    [['工作表2', '', '云溪乡人员名册'], EVERYBODY],
    // Who fills the form in, and instructions, restrict nothing.
    [['填报单位 综合行政执法大队', '干部名册'], EVERYBODY],
    [['单位（盖章）综合行政执法大队'], EVERYBODY],
    [
      ['请各村各单位于11月30日前把行政人员和事业人员的花名册加盖公章报县委编办综合股，电子版一并报送，联系人张某某'],
      EVERYBODY,
    ],
    [['联系人：事业人员张某'], EVERYBODY],
    // Units: the longest name; a nearer title's before a wider one's; a letter is no name.
    [['党政综合办公室人员名册'], '行政 超编'],
    [['办公室人员名册'], '病休'],
    [['党政综合办公室', '二、综合行政执法大队人员'], '事业 参公'],
    [['侨办人员名册'], '借出'],
    [['党政综合办公室名册', '事业人员'], ''],
    // Off the quota, where 编制 narrows nothing.
    [['编外人员名册'], '派遣 公益'],
    [['编外事业人员名册'], '派遣 公益'],
    [['事业人员', '二、编外人员'], '派遣 公益'],
    [['临聘人员名册'], '派遣 公益'],
    [['外聘人员名册'], '派遣 公益'],
    [['公益岗人员名册'], '公益'],
    [['公益性岗位人员名册'], '公益'],
    [['劳务派遣人员名册'], '派遣'],
    [['编外劳务派遣人员名册'], '派遣 公益'],
    [['综合行政执法大队编外人员'], '派遣'],
    [['在编及编外人员名册'], `${EVERYBODY} 派遣 公益`],
    [['编内编外人员名册'], `${EVERYBODY} 派遣 公益`],
    [['借入的事业单位人员'], '借入'],
    [['事业人员', '二、借入人员'], '借入'],
    // Over the quota, where they are named and not asked after.
    [['超编人员名册'], '超编'],
    [['附件3超编人员名单'], '超编'],
    [['一、超编人员'], '超编'],
    [['表超编人员'], '超编'],
    [['各单位有无超编人员情况'], EVERYBODY],
    // A nearer title says of which; what it leaves out is no such word.
    [['借调人员情况表', '三、长期病休人员'], '病休'],
    [['事业人员情况表', '一、病休人员'], '病休'],
    [['行政人员情况表', '一、病休人员'], ''],
    [['借调人员情况表', '一、编外人员'], '派遣 公益'],
    [['借出人员情况表', '一、人员名册（不含病休）'], '借出'],
    [['事业人员名册', '一、人员名册（不含参公）'], '事业 病休'],
    [['名册（不含参公）', '一、事业人员'], '事业 病休'],
    [['注：本表不含参公', '事业人员'], '事业 病休'],
    // Ages.
    [['35岁以下干部名册'], '借出'],
    [['36岁以下干部名册'], '事业 借出'],
    [['46周岁（含）及以下干部名册'], '行政 事业 参公 借出'],
    [['46岁（不含）以下干部名册'], '事业 参公 借出'],
    [['46岁以下（不含46岁）干部名册'], '事业 参公 借出'],
    [['36岁以上（不含36岁）干部名册'], '行政 参公 病休'],
    [['36岁以上45岁以下干部名册'], '事业 参公'],
    [['45岁以下（36岁以上）干部名册'], '事业 参公'],
    [['5岁以下子女情况表'], EVERYBODY],
    // Years of retirement, both ends included.
    [['2027年到龄退休人员名册'], '行政'],
    [['2028—2029年到龄退休人员名册'], '事业 参公'],
    [['2030年至2028年拟退休人员'], '事业 参公 病休'],
    [['到龄退休人员情况表', '2027年到龄退休人员'], '行政'],
  ])('%j: %s', (titles, who) => expect(listed(titles)).toBe(who))

  it('事业 is without 参公 where the form has a sheet for them, unless it says 参公', () => {
    expect(listed(['事业人员名册'], { apart: true })).toBe('事业 病休')
    expect(listed(['事业人员名册'])).toBe('事业 参公 病休')
    expect(listed(['事业（含参公）人员名册'], { apart: true })).toBe('事业 参公 病休')
  })

  it('due to retire in no year: the table itself may name it', () => {
    const without = '标题要的是到龄退休的人，没有写明哪一年，没有填'
    expect(listed(['到龄退休人员统计表'], { asked: '性别/男 性别/女' })).toBe(without)
    expect(listed(['事业单位到龄退休人员统计表'], { asked: '性别/男 性别/女' })).toBe(without)
    expect(listed(['到龄退休人员统计表'], { asked: '2027年 2028年' })).toBe(EVERYBODY)
    expect(listed(['到龄退休人员统计表'], { asked: '退休年份' })).toBe(EVERYBODY)
    // An instruction that speaks of it asks for nobody.
    const instruction = '填表说明：即将退休的人员请在备注栏注明退休年月并附本人申请和县人社局批复的复印件各一份留存备查'
    expect(listed([instruction, '干部名册'])).toBe(EVERYBODY)
  })

  it.each<readonly [titles: readonly string[], why: string]>([
    [['退休人员名册'], '“退休人员名册”：退休人员和遗属不在编制本的名单里，没有填'],
    [['村干部名册'], '“村干部名册”：村（社区）人员不在编制本里，没有填'],
    [['借调人员情况表', '一、停薪留职人员'], '“一、停薪留职人员”：编制本认不出哪些人是，没有填'],
    [['名册（不含产假人员）'], '“名册(不含产假人员)”不含产假人员，编制本认不出哪些人是，没有填'],
    [['注：本表不含驻村人员', '名册'], '“注:本表不含驻村人员”不含驻村人员，编制本认不出哪些人是，没有填'],
    // The nearest reason is told, and a long title by its beginning.
    [['退休人员名册', '村干部名册'], '“村干部名册”：村（社区）人员不在编制本里，没有填'],
    [['名册（不含产假人员）', '村干部名册'], '“村干部名册”：村（社区）人员不在编制本里，没有填'],
    [['注：不含驻村人员', '村干部名册'], '“村干部名册”：村（社区）人员不在编制本里，没有填'],
    [['因私出国不在岗人员', '村干部名册'], '“村干部名册”：村（社区）人员不在编制本里，没有填'],
    [
      ['云溪乡二〇二六年度机关和所属各单位中层干部基本情况登记表'],
      '“云溪乡二〇二六年度机关和所属各单位中层干部基本情”：编制本认不出哪些人是，没有填',
    ],
    [
      ['云溪乡二〇二六年度机关和所属各单位因私出国不在岗人员名册'],
      '“云溪乡二〇二六年度机关和所属各单位因私出国不在岗”：编制本分不出因为这个不在岗的人，没有填',
    ],
  ])('%j stops: %s', (titles, why) => expect(listed(titles)).toBe(why))
})

describe('what is told of the titles that were read', () => {
  const says = (...titles: readonly string[]) => readScope(titles, UNITS, false).says
  it.each([
    [['Sheet1', '干部名册'], []],
    [['名册', '表2行政人员'], ['表2行政人员']],
    [['综合行政执法大队名册'], ['综合行政执法大队名册']],
    [['编外人员名册'], ['编外人员名册']],
    [
      ['事业人员', '综合行政执法大队名册'],
      ['事业人员', '综合行政执法大队名册'],
    ],
    [['注：本表不含病休人员', '名册'], ['注:本表不含病休人员']],
    [['注：津贴不含奖金', '名册'], []],
    [['注：津贴不含人员经费', '名册'], []],
    [
      ['填表说明：一、本表由各单位如实填写，二、本表不含长期病休人员，三、本表一式三份，于十一月底前报送县委编办'],
      ['填表说明:一、本表由各单位如实填写,二、本表不含长期病休人员,三、本表一式三份,'],
    ],
  ])('%j: %j', (titles, told) => expect(says(...titles)).toEqual(told))

  it.each([
    [['在编人员名册'], true],
    [['在编人员名册', '一、女职工'], true],
    [['干部名册'], false],
    [['非在编人员名册'], false],
  ])('%j asks for people in post: %s', (titles, inPost) => expect(readScope(titles, UNITS, false).inPost).toBe(inPost))
})

it.each([
  ['附件2：编外人员名册', '编外人员名册'],
  ['附件十二、编外 人员', '编外人员'],
  ['附表12-10．编外人员', '编外人员'],
  ['附：名单', '名单'],
  ['表一：名单', '名单'],
  ['见附件2：名单', '见附件2:名单'],
  ['附件材料：名单', '附件材料:名单'],
])('%s is %s by itself', (text, plain) => expect(plainTitle(text)).toBe(plain))

it.each([
  ['退休人员', '退休人员和遗属不在编制本的名单里'],
  ['离退休人数', '退休人员和遗属不在编制本的名单里'],
  ['已退休', '退休人员和遗属不在编制本的名单里'],
  ['遗属', '退休人员和遗属不在编制本的名单里'],
  ['村干部', '村（社区）人员不在编制本里'],
  ['表2：村（社区）干部', '村（社区）人员不在编制本里'],
  // Who may well be in it.
  ['到龄退休人员', null],
  ['提前退休人数', null],
  ['退休人次', null],
  ['中层干部', null],
  ['调离人员', null],
  ['行政人员', null],
  ['', null],
])('nobody of the book is meant by %s: %s', (text, why) => expect(outsideBook(text)).toBe(why))

describe('the units a form may name', () => {
  it('are the book’s, and the township as the whole of them', () => {
    const book = buildSnapshot({ units: [{ name: '云溪乡', kind: 'township' }, { name: '财政所' }] })
    expect(formUnits(book)).toEqual([
      { id: '财政所', name: '财政所' },
      { id: '云溪乡', name: '云溪乡', whole: true },
    ])
  })

  it('a book without the township as a unit has its own name for it, unless a unit goes by that name', () => {
    const book = buildSnapshot({ units: [{ name: '财政所' }, { name: '水利站' }] })
    expect(formUnits(book).at(-1)).toEqual({ id: 'township', name: book.book.name, whole: true })
    const same = buildSnapshot({ units: [{ name: '财政所' }, { name: book.book.name }] })
    expect(formUnits(same)).toEqual([
      { id: '财政所', name: '财政所' },
      { id: book.book.name, name: book.book.name },
    ])
  })
})
