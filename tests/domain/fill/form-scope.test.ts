import { describe, expect, it } from 'vitest'
import { fitChoice } from '../../../electron/domain/fill/fit-choices.ts'
import { dateHint } from '../../../electron/domain/fill/date-hints.ts'
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

it.each([
  ['出生日期（8位数字）', 'digits'],
  ['出生年月（6位数字，如198506）', 'month'],
  ['参加工作时间（格式：2005.07）', 'dot'],
  ['出生日期（yyyy-mm-dd）', 'day'],
  ['入党时间（YYYY年MM月DD日）', 'chineseDay'],
  ['出生年月（如1985-06）', 'dash'],
  ['出生年月', null],
])('%s is written as %s', (header, format) => expect(dateHint(header)).toBe(format))

it('lists side by side: the left one first; all grow alike when the rows do not hold everybody', () => {
  const block = (count: number) => ({
    headerLast: 1,
    keyColumn: 0,
    sequenceColumn: null,
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
