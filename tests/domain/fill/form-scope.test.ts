import { describe, expect, it } from 'vitest'
import { fitChoice } from '../../../electron/domain/fill/fit-choices.ts'
import { namesGroup, plainTitle, readScope } from '../../../electron/domain/fill/form-scope.ts'
import { NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import type { CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { laidOut } from '../../../electron/domain/fill/lay-out-sides.ts'

/* Whom a block is about by what stands over it, and how a value is said in a form's own words. */

const UNITS = [
  { id: 'a', name: '党政综合办公室' },
  { id: 'b', name: '综合行政执法大队' },
]
const scope = (...titles: readonly string[]) => readScope(titles, UNITS, false)
const says = (...titles: readonly string[]) => {
  const { lists, conditions, unitIds, stopped } = scope(...titles)
  return { lists, about: conditions.map(({ aspect }) => aspect), unitIds, stopped: stopped !== null }
}
const ANYBODY = { lists: null, about: [], unitIds: null, stopped: false }

describe('titles', () => {
  it.each([
    [['表2行政人员'], { about: ['category'] }],
    [['乡镇人员情况表', '二、机关工勤人员'], { about: ['category'] }],
    [['综合行政执法大队工作人员登记表'], { unitIds: ['b'] }],
    [['编外人员名册'], { lists: ['off-quota'] }],
    [['附件2：编外人员名册'], { lists: ['off-quota'] }],
    [['附：机关工勤人员名单'], { about: ['category'] }],
    [['表1、行政编制人员'], { about: ['category'] }],
    [['劳务派遣人员花名册'], { lists: ['off-quota'], about: ['standing'] }],
    [['借调（借出）人员情况表'], { about: ['standing'] }],
    [['挂职干部名单'], { lists: ['seconded'], about: ['standing'] }],
    [['女干部名册'], { about: ['sex'] }],
    [['35岁以下年轻干部名册'], { about: ['age'] }],
    [['研究生学历人员名单'], { about: ['education'] }],
    [['2026年大专及以下学历人员花名册'], { about: ['education'] }],
    [['工作年限满30年人员名册'], { about: ['service'] }],
    [['三、中级职称人员情况表'], { about: ['title'] }],
    [['90后干部名单'], { about: ['age'] }],
    [['学历情况统计表'], {}],
    // Words that hold 行政 or 事业 and narrow nothing.
    [['机关事业单位在编人员信息采集表'], {}],
    [['行政事业单位人员情况统计表'], {}],
    [['Sheet1', '全乡干部职工花名册'], {}],
    [['填报单位：党政综合办公室'], {}],
    // Whoever the book does not hold, or cannot tell from others, is not replaced by everybody.
    [['退休干部名册'], { stopped: true }],
    [['遗属生活补助花名册'], { stopped: true }],
    [['村干部名册'], { stopped: true }],
    [['中层干部名册'], { stopped: true }],
    [['2026年达到退休年龄人员名册'], { about: ['retirement'] }],
    [['2027—2031年到龄退休人员名册'], { about: ['retirement'] }],
    [['残疾职工情况登记表'], { stopped: true }],
    [['离岗、长病人员情况统计表'], { about: ['duty'] }],
    [['在编不在岗人员名册'], { about: ['duty'] }],
    [['离岗退养人员名册'], { stopped: true }],
    [['退休', '2027—2032年到龄退休人数预测表'], { about: ['retirement'] }],
    [['党政领导干部名册'], { about: ['leader'] }],
    // Of no year: some of everybody, and nobody can say whom.
    [['到龄退休人员名册'], { stopped: true }],
    [['在职党员基本情况统计表'], { about: ['party'] }],
    [['事业单位（不含参公单位）岗位设置情况表'], { about: ['category'] }],
  ])('%j', (titles, expected) => expect(says(...titles)).toEqual({ ...ANYBODY, ...expected }))

  it.each([
    [['借调和不在岗人员情况表', '二、借入人员'], { lists: ['seconded'], about: ['standing'] }],
    [['借调和不在岗人员情况表', '三、长期病休人员'], { about: ['duty'] }],
    [['借调和不在岗人员情况表', '一、借出人员'], { about: ['standing'] }],
    [['人员情况', '（二）借用外单位人员名单'], { lists: ['seconded'], about: ['standing'] }],
    [['事业单位管理岗位人员名册'], { about: ['category', 'grade'] }],
    [['专业技术人员花名册'], { about: ['grade'] }],
    [['事业单位人员', '二、管理人员'], { about: ['category', 'grade'] }],
    [['专业技术人员结构统计表'], {}],
  ])('%j: the nearer title says which of those the wider one speaks of', (titles, expected) =>
    expect(says(...titles)).toEqual({ ...ANYBODY, ...expected }),
  )

  const at = (own: Partial<CountedPerson>): CountedPerson => ({ ...NOBODY, list: 'in-quota', ...own })
  const PEOPLE: Readonly<Record<string, CountedPerson>> = {
    在岗: at({}),
    借出: at({ secondedOut: true }),
    病休: at({ absence: 'sickLeave' }),
    学习: at({ absence: 'study' }),
    停职: at({ absence: 'suspended' }),
    离岗: at({ absence: 'offPost' }),
    借入: at({ list: 'seconded' }),
    挂职: at({ list: 'seconded', attached: true }),
  }
  const whom = (...titles: readonly string[]) => {
    const { lists, conditions, stopped } = scope(...titles)
    if (stopped !== null) return 'stopped'
    return Object.entries(PEOPLE)
      .filter(([, one]) => (lists ?? ['in-quota']).includes(one.list))
      .filter(([, one]) => conditions.every((condition) => condition.holds(one, '2026-11-30') === true))
      .map(([name]) => name)
      .join(' ')
  }

  it.each([
    ['（三）因病长期不在岗人员名单', '病休'],
    ['三、长期患病离岗人员', '病休'],
    ['四、全脱产学习人员', '学习'],
    ['（二）离岗进修人员', '学习'],
    ['五、停职人员', '停职'],
    ['（一）被借出人员名单', '借出'],
    ['一、被上级部门借用人员', '借出'],
    ['一、县直单位抽调人员', '借出'],
    ['一、借调到外单位人员', '借出'],
    ['二、借用县直单位人员', '借入'],
    ['二、从学校借调人员', '借入'],
    ['六、挂职人员', '挂职'],
    ['六、借入和挂职人员', '借入 挂职'],
    ['借入、借出人员', '借出 借入'],
    ['借调和不在岗人员', '借出 病休 学习 停职 离岗'],
    ['借出、病休人员', '借出 病休'],
    ['不在岗人员（不含借调）', '病休 学习 停职 离岗'],
    ['长期病休、离岗人员', '病休 学习 停职 离岗'],
    // Reasons the book does not keep: nobody, rather than others.
    ['四、停薪留职人员', 'stopped'],
    ['四、因私出国不在岗人员', 'stopped'],
    ['五、产假离岗人员', 'stopped'],
    ['六、其他原因不在岗人员', 'stopped'],
    ['七、外派挂职人员', 'stopped'],
  ])('人员在岗情况核查表 over %s is of %s alone', (heading, names) =>
    expect(whom('核查', '人员在岗情况核查表', heading)).toBe(names),
  )

  const KINDS: Readonly<Record<string, CountedPerson>> = {
    行政: at({ category: 'administrative', sex: '男', leader: 'chief', unitId: 'a' }),
    事业: at({ category: 'institution', sex: '女', unitId: 'b' }),
    参公: at({ category: 'institutionCivilService', sex: '男', unitId: 'b' }),
    工勤: at({ category: 'worker', sex: '男', unitId: 'a' }),
    病休: at({ category: 'administrative', sex: '女', absence: 'sickLeave', unitId: 'a' }),
    编外: at({ list: 'off-quota' }),
    借入: at({ list: 'seconded' }),
  }
  const listed = (...titles: readonly string[]) => {
    const { lists, conditions, unitIds, stopped } = scope(...titles)
    if (stopped !== null) return stopped
    return Object.entries(KINDS)
      .filter(([, one]) => (lists ?? ['in-quota']).includes(one.list))
      .filter(([, one]) => unitIds === null || unitIds.includes(one.unitId ?? ''))
      .filter(([, one]) => conditions.every((condition) => condition.holds(one, '2026-11-30') === true))
      .map(([name]) => name)
      .join(' ')
  }

  it.each([
    ['在编人员名册（不含工勤）', '行政 事业 参公 病休'],
    ['不含工勤人员的在编人员名册', '行政 事业 参公 病休'],
    ['行政人员名册（不含领导班子成员）', '病休'],
    ['干部名册（乡领导除外）', '事业 参公 工勤 病休'],
    ['事业人员名册（不含参公）', '事业'],
    ['事业人员名册（含参公）', '事业 参公'],
    ['人员名册（不含女性）', '行政 参公 工勤'],
    ['名册（不含党政综合办公室）', '事业 参公'],
    ['除党政综合办公室外的人员名册', '事业 参公'],
    ['在编在岗人员名册（除病休外）', '行政 事业 参公 工勤'],
    ['人员名册（病假、工勤除外）', '行政 事业 参公'],
    ['人员名册（不含编外、退休和村干部）', '行政 事业 参公 工勤 病休'],
    ['人员名册（含工勤）', '行政 事业 参公 工勤 病休'],
    ['人员名册（含编外、借入人员）', '行政 事业 参公 工勤 病休 编外 借入'],
    [
      '云溪乡机关事业单位在职在编人员基本情况统计表（不含工勤人员、长期借调到县直单位工作的人员和长期病休人员）',
      '行政 事业 参公',
    ],
    ['说明：津贴不含奖金', '行政 事业 参公 工勤 病休'],
  ])('%s is of those it does not leave out', (title, names) => expect(listed(title)).toBe(names))

  it('注：本表不含病休人员 over the list leaves them out too, and a nearer title does not bring them back', () => {
    expect(listed('注：本表不含病休人员', '一、行政人员')).toBe('行政')
    expect(listed('人员名册（不含病休）', '一、行政人员')).toBe('行政')
  })

  it.each([
    '在职人员花名册（不含产假人员）',
    '在职人员名册（病假、产假除外）',
    '在职人员名册（不含停薪留职人员）',
    '人员名册（不含垂管单位）',
    '注：本表不含驻村人员',
    '人员名册（不含新进人员）',
  ])('%s: whoever is left out and cannot be told from others stops it and is named', (title) =>
    expect(listed(title)).toMatch(/不含.+，编制本认不出哪些人是，没有填$/u),
  )

  it('外单位借用人员 may have come or gone: their columns say it, or it is asked', () => {
    const lent = (title: string, heads: string) => {
      const { conditions, stopped } = readScope([title], UNITS, false, '', heads)
      return stopped === null ? conditions.map((one) => one.says).join() : 'stopped'
    }
    expect(lent('（二）外单位借用人员', '序号 姓名 性别')).toBe('stopped')
    expect(lent('外单位借用人员', '姓名 原单位 借用时间')).toBe('借入')
    expect(lent('外单位借用人员', '姓名 编制类型 借往单位')).toBe('借出')
    expect(lent('外单位抽调人员', '姓名 原单位 抽调至')).toBe('stopped')
    expect(lent('借调人员情况表', '姓名 原工作单位')).toBe('借入')
    expect(lent('从外单位借用人员', '姓名')).toBe('借入')
    expect(lent('被外单位借用人员', '姓名')).toBe('借出')
  })

  it('a wide title of people the book cannot tell stops its blocks, unless a block names which of them it is of', () => {
    const wide = '停薪留职、长期病休、借调人员核查表'
    expect([whom(wide, '二、长期病休人员'), whom(wide, '一、停薪留职人员'), whom(wide)]).toEqual([
      '病休',
      'stopped',
      'stopped',
    ])
    expect(whom('村干部情况表', '一、病休人员')).toBe('stopped')
    expect(whom('残疾职工情况表', '一、病休人员')).toBe('stopped')
    expect(whom('残疾在岗职工情况表', '一、借出人员')).toBe('stopped')
  })

  it('专业技术人员 are those whose post is one; 公务员 have none, and of whom it is not known nobody can say', () => {
    const [post] = scope('专业技术人员花名册').conditions
    const of = (own: Partial<CountedPerson>) => post?.holds({ ...NOBODY, ...own }, '2026-11-30')
    expect([
      of({ category: 'institution', postGrade: '专业技术九级' }),
      of({ category: 'institution', postGrade: '管理八级' }),
      of({ category: 'institution' }),
      of({ category: 'administrative' }),
      of({ category: 'worker' }),
    ]).toEqual([true, false, null, false, false])
  })

  it.each([
    ['一、基本情况', false],
    ['（一）全乡在编干部职工花名册', false],
    ['二、人员名单（见附件）', false],
    ['（二）包村人员名单', true],
    ['三、某某人员', true],
    ['某某人员', false],
  ])('%s names a group that has to be understood: %s', (title, named) =>
    expect(namesGroup(plainTitle(title))).toBe(named),
  )

  it('the nearer title says it more exactly', () => {
    const { conditions } = scope('事业单位专业技术人员', '（全额拨款事业编制人员）')
    expect(conditions.map(({ says: text }) => text)).toEqual(['(全额拨款事业编制人员)'])
  })
})

describe('drop-downs', () => {
  const education = ['研究生', '大学', '大专', '中专', '高中及以下']
  it.each([
    ['sex', '男', ['1.男', '2.女'], '1.男'],
    ['sex', '女', ['01男性', '02女性'], '02女性'],
    ['ethnicity', '畲族', ['汉', '苗', '畲', '其他'], '畲'],
    ['ethnicity', '土家族', ['汉', '苗', '其他'], '其他'],
    ['ethnicity', '回族', ['汉族', '少数民族'], '少数民族'],
    ['politicalStatus', '中共党员', ['党员', '团员', '群众', '民主党派'], '党员'],
    ['politicalStatus', '民盟盟员', ['党员', '群众', '民主党派'], '民主党派'],
    // A probationer is no member where the form does not say so.
    ['politicalStatus', '中共预备党员', ['党员', '群众'], null],
    ['politicalStatus', '群众', ['中共党员（含预备）', '其他'], '其他'],
    ['education', '硕士研究生', education, '研究生'],
    ['education', '省委党校大学', education, '大学'],
    ['education', '初中', education, '高中及以下'],
    ['category', '行政编制', ['行政', '参公', '事业', '工勤'], '行政'],
    ['category', '事业编制（参公）', ['行政', '事业（含参公）', '工勤'], '事业（含参公）'],
    ['category', '事业编制（全额拨款）', ['01行政编制', '03参公事业编制', '04全额拨款事业编制'], '04全额拨款事业编制'],
    ['category', '事业编制（参公）', ['公务员', '参照公务员', '事业管理'], '参照公务员'],
    ['category', '劳务派遣', ['行政', '事业'], null],
    ['unit', '财政所', ['县财政局', '党政办公室'], null],
  ])('%s %s of %j is %s', (field, value, options, expected) => expect(fitChoice(field, value, options)).toBe(expected))
})

it('lists side by side: the left one first; all grow alike when the rows do not hold everybody', () => {
  const block = (count: number) => ({
    headerLast: 1,
    keyColumn: 0,
    sequenceColumns: [],
    columns: [0, 3],
    rows: Array.from({ length: count }, (_, place) => [{ kind: 'number' as const, value: place }]),
    sides: [[0], [1]],
    until: 100,
    sumColumns: [],
  })
  const shown = (count: number, blank: number) =>
    laidOut(block(count), blank).rows.map((row) => row.map((value) => (value?.kind === 'number' ? value.value : null)))
  expect(shown(3, 2)).toEqual([
    [0, 2],
    [1, null],
  ])
  expect(shown(5, 2)).toEqual([
    [0, 3],
    [1, 4],
    [2, null],
  ])
})
