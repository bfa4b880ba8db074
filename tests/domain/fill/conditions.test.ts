import { describe, expect, it } from 'vitest'
import { bandCondition, bandIn, decadeCondition, settleBands } from '../../../electron/domain/fill/condition-bands.ts'
import { categoriesOfConditions, NOBODY } from '../../../electron/domain/fill/condition-categories.ts'
import { conditionIn, plainLabel, readLabel } from '../../../electron/domain/fill/condition-words.ts'
import type { CountedPerson } from '../../../electron/domain/fill/counted-person.ts'
import { PLAIN, type LabelContext } from '../../../electron/domain/fill/label-context.ts'
import { educationRange, educationWithin, titleLevel } from '../../../electron/domain/fill/level-words.ts'

/* Bounds of years and heights to the number, what a condition is called in a report, and words that only look like one. */

const DAY = '2026-11-30'

describe('the years a text names', () => {
  const FROM = 200
  it.each<readonly [text: string, from: number, to: number, open: 'from' | 'to' | null]>([
    ['36-40', 36, 40, null],
    ['36岁至40岁', 36, 40, null],
    ['36--40周岁', 36, 40, null],
    ['36～40岁（含40岁）', 36, 40, null],
    ['40-40', 40, 40, null],
    ['35岁以下', 0, 35, 'to'],
    ['年龄在35岁以下', 0, 35, 'to'],
    ['35岁以内', 0, 35, 'to'],
    ['35岁及以下', 0, 35, null],
    ['35岁及其以下', 0, 35, null],
    ['35周岁含以下', 0, 35, null],
    ['35岁（含）以下', 0, 35, null],
    ['35岁(含35岁)以下', 0, 35, null],
    ['35岁以下（含35岁）', 0, 35, null],
    ['35岁（不含）以下', 0, 34, null],
    ['35岁以下（不含35岁）', 0, 34, null],
    ['56岁以上', 56, FROM, 'from'],
    ['56岁及以上', 56, FROM, null],
    ['56岁（含）以上', 56, FROM, null],
    ['56岁以上（含56岁）', 56, FROM, null],
    ['56岁（不含）以上', 57, FROM, null],
    ['56岁以上(不含56岁)', 57, FROM, null],
    ['不满35岁', 0, 34, null],
    ['<35', 0, 34, null],
    ['超过55岁', 56, FROM, null],
    ['>55', 56, FROM, null],
    ['年满41周岁', 41, FROM, null],
    ['≥41', 41, FROM, null],
    ['≤35', 0, 35, null],
    ['≤35岁', 0, 35, null],
    ['45岁', 45, 45, null],
    ['45 周岁', 45, 45, null],
  ])('%s: from %i to %i, open: %s', (text, from, to, open) => expect(bandIn(text)).toEqual({ from, to, open }))

  it.each(['40-36', '35', '2027年', '约35岁', '35岁以下干部', '第36-40', ''])('%s: none', (text) =>
    expect(bandIn(text)).toBeNull(),
  )
})

describe('open bounds beside others', () => {
  const settled = (...texts: readonly string[]) =>
    settleBands(
      texts.flatMap((text) => {
        const band = bandIn(text)
        return band === null ? [] : [bandCondition('age', text, band)]
      }),
    ).map(({ band }) => `${band?.from}-${band?.to}`)
  it.each<readonly [texts: readonly string[], bands: readonly string[]]>([
    [
      ['35岁以下', '36-40岁'],
      ['0-35', '36-40'],
    ],
    [
      ['35岁以下', '35-40岁'],
      ['0-34', '35-40'],
    ],
    [
      ['35岁以下', '35岁以上'],
      ['0-35', '36-200'],
    ],
    [
      ['35岁以下', '35岁及以上'],
      ['0-34', '35-200'],
    ],
    [
      ['35岁及以下', '35岁以上'],
      ['0-35', '36-200'],
    ],
    [
      ['36-40岁', '40岁以上'],
      ['36-40', '41-200'],
    ],
    [
      ['35岁以下', '40岁以下'],
      ['0-35', '0-40'],
    ],
  ])('%j: %j', (texts, bands) => expect(settled(...texts)).toEqual(bands))

  it('of years of service, of the party and of 学历 too, each by its own', () => {
    const person: CountedPerson = {
      ...NOBODY,
      workStarted: '2016-01',
      partyJoined: '2016-01',
      politicalStatus: '中共党员',
      education: '大学本科',
      birth: '2006-01',
    }
    const holds = (...labels: readonly string[]) => {
      const conditions = labels.flatMap((label) => conditionIn(label, PLAIN) ?? [])
      return settleBands(conditions).map((one) => one.holds(person, DAY))
    }
    expect(holds('工龄10年以下', '工龄10-20年')).toEqual([false, true])
    expect(holds('党龄10年以下', '党龄10-20年')).toEqual([false, true])
    expect(holds('本科以下', '本科及以上')).toEqual([false, true])
    // A band of another kind is no neighbour.
    expect(holds('工龄10年以下', '党龄10-20年')).toEqual([true, true])
    expect(holds('20岁以下', '工龄20-30年')).toEqual([true, false])
  })

  it('全日制 stays 全日制 when its bound is settled', () => {
    const person: CountedPerson = { ...NOBODY, education: '硕士研究生', fullTimeEducation: '大学专科' }
    const [below] = settleBands(
      ['全日制本科以下', '全日制本科及以上'].flatMap(
        (label) => conditionIn(label, { ...PLAIN, above: '全日制教育' }) ?? [],
      ),
    )
    expect([below?.holds(person, DAY), below?.holds({ ...person, fullTimeEducation: null }, DAY)]).toEqual([true, null])
  })

  it('who is no party member has no 党龄; of a member without 入党时间 nobody can say', () => {
    const years = conditionIn('党龄10年以下', PLAIN)
    const of = (politicalStatus: string | null) => years?.holds({ ...NOBODY, politicalStatus }, DAY)
    expect([of('群众'), of('中共党员'), of('中共预备党员'), of(null)]).toEqual([false, null, null, false])
    expect(conditionIn('工龄10年以下', PLAIN)?.holds({ ...NOBODY, politicalStatus: '群众' }, DAY)).toBeNull()
  })
})

it.each<readonly [text: string, years: readonly [number, number] | null]>([
  ['70后', [1970, 1979]],
  ['1990后', [1990, 1999]],
  ['80年代', [1980, 1989]],
  ['80年代出生', [1980, 1989]],
  ['80年代生', [1980, 1989]],
  ['00后', [2000, 2009]],
  ['20后', [2020, 2029]],
  ['30后', [1930, 1939]],
  ['85后', null],
  ['出生80后', null],
  ['80后干部', null],
])('%s: born in %j', (text, years) => {
  const condition = decadeCondition(text)
  const holds = (year: number) => condition?.holds({ ...NOBODY, birth: `${year}-06` }, DAY)
  const around = years === null ? [] : [years[0] - 1, ...years, years[1] + 1]
  expect(around.map(holds)).toEqual(years === null ? [] : [false, true, true, false])
  expect(condition === null).toBe(years === null)
})

describe('heights of 学历', () => {
  it.each<readonly [label: string, from: number, to: number, open: 'from' | 'to' | null]>([
    ['博士', 70, 70, null],
    ['研究生学历', 60, 70, null],
    ['大学本科毕业', 50, 50, null],
    ['大专以下', 0, 40, 'to'],
    ['大专及以下学历', 0, 40, null],
    ['大专及其以下', 0, 40, null],
    ['本科以上', 50, 100, 'from'],
    ['本科及以上教育', 50, 100, null],
    ['中专（高中）', 30, 35, null],
    ['高中、中专及以下', 0, 35, null],
    ['初中和小学', 10, 20, null],
    ['技校程度', 35, 35, null],
  ])('%s: from %i to %i, open: %s', (label, from, to, open) =>
    expect(educationRange(label)).toEqual({ from, to, open }),
  )
  it.each(['', '以下', '本科班', '进修、本科', '高中教师', '重点大学'])('%s: none', (label) =>
    expect(educationRange(label)).toBeNull(),
  )
  it.each([
    ['研究生', 60, 70, true],
    ['研究生', 60, 60, null],
    ['研究生', 70, 100, null],
    ['研究生', 0, 50, false],
    ['大学本科', 50, 50, true],
    ['大学本科', 51, 70, false],
    ['大学专科', 0, 40, true],
    ['不详', 0, 100, null],
    [null, 0, 100, null],
  ] as const)('%s between %i and %i: %s', (text, from, to, within) =>
    expect(educationWithin(text, { from, to })).toBe(within),
  )
})

it.each([
  [null, '无'],
  [' ', '无'],
  ['无', '无'],
  ['/', '无'],
  ['教授', '正高'],
  ['正高级农艺师', '正高'],
  ['主任医师', '正高'],
  ['副教授', '副高'],
  ['副主任医师', '副高'],
  ['高级农艺师（2015年）', '副高'],
  ['中学高级教师', '副高'],
  ['小学高级教师', '中级'],
  ['讲师', '中级'],
  ['工程师', '中级'],
  ['主治医师', '中级'],
  ['一级教师', '中级'],
  ['助理研究员', '中级'],
  ['助理馆员', '初级'],
  ['助理工程师', '初级'],
  ['会计员', '初级'],
  ['护士', '初级'],
  ['医师', '初级'],
  ['二级教师', '初级'],
  ['先进个人', null],
])('职称 %s is %s', (text, level) => expect(titleLevel(text)).toBe(level))

describe('what a condition is called', () => {
  it.each<readonly [label: string, says: string, context: Partial<LabelContext>]>([
    ['妇女', '女', {}],
    ['非汉族', '少数民族', {}],
    ['苗', '苗族', { about: 'ethnicity' }],
    ['党员', '中共党员', {}],
    ['非党员', '非中共党员', {}],
    ['各民主党派', '民主党派', {}],
    ['党外人士', '党外', {}],
    ['团员', '共青团员', {}],
    ['编制外', '编外', {}],
    ['借用', '借入', {}],
    ['挂职', '挂职', {}],
    ['借调', '借出', {}],
    ['超编', '超编', {}],
    ['实际在岗', '在岗', {}],
    ['未在岗', '不在岗', {}],
    ['离岗', '离岗', {}],
    ['班子成员', '领导班子成员', {}],
    ['2027年', '2027年退休', { about: 'retirement' }],
    ['3月份', '3月退休', { title: '2027年到龄退休' }],
  ])('%s is %s', (label, says, context) => expect(conditionIn(label, { ...PLAIN, ...context })?.says).toBe(says))
})

describe('words that only look like a condition', () => {
  const context: Partial<LabelContext>[] = [
    {},
    { above: '工勤技能' },
    { above: '乡科级' },
    { title: '2027年到龄退休' },
    { staffGroups: true },
  ]
  it.each([
    '妇女儿童',
    '各少数民族',
    '少数民族地区',
    '外省苗族人',
    '前中共党员',
    '党员家属',
    '原非党员',
    '各民主党派主委',
    '原民主党派',
    '原党外人士',
    '原无学位',
    '无学位证书',
    '原硕士学位',
    '硕士学位授予点',
    '行政单位负责人',
    '原行政单位',
    '事业单位法人',
    '原编外',
    '省借入',
    '借入款',
    '挂职补贴',
    '省借出',
    '未超编',
    '超编率',
    '在岗补贴',
    '原不在岗',
    '不在岗工资',
    '离岗补贴',
    '原领导班子成员',
    '原副职',
    '副职待遇',
    '原无职级',
    '无职级工资',
    '由一至二级科员',
    '一至二级科员岗',
    '职称工资',
    '原中级',
    '中级以下',
    '原正高级',
    '正高级以外',
    '拟3月',
    '3月末调整',
    '约2027年',
    '2027年调资',
    '原管理人员',
    '管理人员类',
  ])('%s: nothing', (label) =>
    expect(context.map((one) => conditionIn(label, { ...PLAIN, ...one })?.says ?? null)).toEqual(
      context.map(() => null),
    ),
  )
})

describe('labels as they are written', () => {
  it.each([
    ['（一）女干部', '女干部'],
    ['一、女', '女'],
    ['12、女', '女'],
    ['3.女（人）', '女'],
    ['其中：女', '女'],
    ['其中女', '女'],
    ['★女（名）', '女'],
    ['女：', '女'],
    ['女（单位：人）', '女'],
  ])('%s is %s by itself', (label, plain) => expect(plainLabel(label)).toBe(plain))

  const kind = (label: string, about: LabelContext['about'] = null) => readLabel(label, { ...PLAIN, about }).kind
  it.each([
    ['其他', 'others'],
    ['其余人员', 'others'],
    ['其他补贴', 'unknown'],
    ['另外其他', 'unknown'],
    ['平均年龄', 'years'],
    ['上年平均年龄', 'unknown'],
    ['平均年龄差', 'unknown'],
    ['占比', 'share'],
  ])('%s is %s', (label, expected) => expect(kind(label)).toBe(expected))

  it('a 占比 that names somebody is theirs', () => {
    const of = (label: string) => {
      const read = readLabel(label, PLAIN)
      return read.kind === 'share' ? (read.of?.says ?? null) : 'none'
    }
    expect([of('女干部占比'), of('占比'), of('比例（%）')]).toEqual(['女', null, null])
  })
})

describe('the kinds of 编制 that conditions leave', () => {
  const left = (...labels: readonly string[]) =>
    categoriesOfConditions(labels.flatMap((label) => conditionIn(label, PLAIN) ?? []))
  it('are those every one of them holds; nothing where none is about it', () => {
    expect(left('行政编制')).toEqual(['administrative'])
    expect(left('事业编制', '参公')).toEqual(['institutionCivilService'])
    expect(left('女', '机关工勤编制')).toEqual(['worker'])
    expect(left('行政编制', '参公')).toEqual([])
    expect(left('女')).toBeNull()
    expect(left()).toBeNull()
  })
})
