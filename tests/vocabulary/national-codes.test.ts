import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODED_LISTS, type CodedList } from '../../electron/vocabulary/coded-lists.ts'
import { NATIONAL_LIST_NAMES, nationalList, nationalWord } from '../../electron/vocabulary/national-lists.ts'
import { NATIONAL_STANDARDS, nationalStandard } from '../../electron/vocabulary/national-standards.ts'
import type { NationalField } from '../../electron/vocabulary/person-field-shape.ts'
import { PERSON_FIELD_NAMES, personField } from '../../electron/vocabulary/person-fields.ts'

/* Every list and every field of a person says its national code, or why it has none. */

const FOLDER = join(import.meta.dirname, '../../electron/vocabulary')
/** A reason is a sentence, not a mark. */
const REASON = /^.{4,}\p{sc=Han}/u

interface Module {
  readonly [name: string]: unknown
}

async function listsOfTheVocabulary(): Promise<readonly (readonly [string, unknown])[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))
  const modules = await Promise.all(files.map(async (name) => (await import(join(FOLDER, name))) as Module))
  return modules.flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('_LIST')))
}

/** What is missing of a list's coding, as sentences. */
function missingOf(name: string, { list, standard, gap, gaps }: CodedList): readonly string[] {
  if (standard === null) return REASON.test(gap ?? '') ? [] : [`${name}: 没有国标，也没有说为什么`]
  return Object.entries(list).flatMap(([code, { national }]) => {
    const reason = gaps[code]
    if (national !== undefined) return reason === undefined ? [] : [`${name}.${code}: 有代码又写缺口`]
    return REASON.test(reason ?? '') ? [] : [`${name}.${code}: 没有 ${standard} 代码，也没有说为什么`]
  })
}

/** What is missing of a field's. */
function missingIn(field: string, national: NationalField): readonly string[] {
  const { element, gap, values } = national
  const own = element === undefined ? REASON.test(gap) : /^A\d{5}[A-Z]?$/u.test(element)
  const known = values === undefined || Object.hasOwn(NATIONAL_STANDARDS, values)
  return [...(own ? [] : [`${field}: 没有数据元，也没有说为什么`]), ...(known ? [] : [`${field}: 没有标准 ${values}`])]
}

describe('national codes', () => {
  it('every list of the vocabulary is coded, or names its gap', async () => {
    const lists = await listsOfTheVocabulary()
    expect(lists.length).toBeGreaterThan(35)
    const coded = Object.values(CODED_LISTS as Readonly<Record<string, CodedList>>)
    expect(lists.filter(([, list]) => !coded.some((one) => one.list === list)).map(([name]) => name)).toEqual([])
    expect(Object.entries(CODED_LISTS).flatMap(([name, list]) => missingOf(name, list))).toEqual([])
  })

  it('every field of a person is coded, or names its gap; a field of a list has a coded list', () => {
    expect(PERSON_FIELD_NAMES.flatMap((field) => missingIn(field, personField(field).national))).toEqual([])
    const lists = Object.values(CODED_LISTS as Readonly<Record<string, CodedList>>)
    const uncoded = PERSON_FIELD_NAMES.filter((field) => {
      const { codes } = personField(field)
      return codes !== undefined && !lists.some(({ list }) => list === codes)
    })
    expect(uncoded).toEqual([])
  })

  it('a list, a code or a field without either is caught (control)', () => {
    const list = { a: { title: '甲', national: '1' }, b: { title: '乙' } }
    expect(missingOf('X', { list, standard: 'ZB09', gap: null, gaps: {} })).toEqual([
      'X.b: 没有 ZB09 代码，也没有说为什么',
    ])
    expect(missingOf('X', { list, standard: 'ZB09', gap: null, gaps: { b: '无' } })).toHaveLength(1)
    expect(missingOf('X', { list, standard: 'ZB09', gap: null, gaps: { b: '标准里没有这一项' } })).toEqual([])
    expect(missingOf('X', { list, standard: null, gap: '', gaps: {} })).toHaveLength(1)
    expect(missingIn('x', { element: '姓名' })).toHaveLength(1)
    expect(missingIn('x', { gap: '' })).toHaveLength(1)
  })

  it('the standards of the job are all there: with their words, with a rule, or with a named gap', () => {
    const asked = [
      'GB/T 2261.1',
      'GB/T 2261.2',
      'GB/T 3304',
      'GB/T 4658',
      'GB/T 4761',
      'GB/T 4762',
      'GB/T 6864',
      'GB/T 8561',
    ]
    const more = ['3', '4', '5', '6', '7', '8'].map((part) => `GB/T 1240${part}`)
    const all = [...asked, ...more, 'GB/T 2260', 'GB 32100', 'GB/T 14946.1', 'GB/T 34981']
    expect(all.filter((name) => !Object.hasOwn(NATIONAL_STANDARDS, name))).toEqual([])
    const inLists = new Set<string>([
      ...NATIONAL_LIST_NAMES,
      ...Object.values(CODED_LISTS as Readonly<Record<string, CodedList>>).flatMap(({ standard }) => standard ?? []),
    ])
    const silent = all.filter(
      (name) =>
        !inLists.has(name) && !REASON.test(nationalStandard(name as keyof typeof NATIONAL_STANDARDS).missing ?? ''),
    )
    expect(silent).toEqual([])
  })

  it.each(NATIONAL_LIST_NAMES)('%s: every code once, every name led to itself', (list) => {
    const words = nationalList(list)
    const codes = words.flatMap(({ code }) => code ?? [])
    expect(new Set(codes).size).toBe(codes.length)
    const names = words.filter(({ name }) => words.filter((other) => other.name === name).length === 1)
    expect(names.filter((word) => nationalWord(list, word.name)?.name !== word.name)).toEqual([])
  })

  it.each([
    ['GB/T 8561', '农艺师', '093'],
    ['GB/T 8561', '助理工程师', '084'],
    ['GB/T 12403', '党政综合办公室主任', 'T39A'],
    ['GB/T 12403', '农业综合服务中心主任', '004A'],
    ['GB/T 12403', '人大主席、党委委员', '201A'],
    ['GB/T 12403', '副镇长', '260B'],
    ['GB/T 12403', '乡长', '261A'],
    ['GB/T 2260', '江西抚州', '360000'],
    ['GB/T 2260', '内蒙古赤峰', '150000'],
    ['GB/T 2260', '广西壮族自治区柳州市', '450000'],
    ['GB/T 2261.3', '健康', '1'],
    ['GB/T 4761', '母亲', '52'],
    ['ZB148', '三级主任科员', '19'],
    ['事业岗位', '管理九级', '909'],
    ['事业岗位', '专业技术十二级', 'C12'],
  ] as const)('%s knows %s as %s', (list, word, code) => {
    expect(nationalWord(list, word)?.code).toBe(code)
  })

  it.each([
    ['GB/T 8561', '土专家'],
    ['GB/T 2260', '京山'],
    ['GB/T 12403', '勤杂'],
    ['ZB148', '主任科员'],
  ] as const)('%s does not guess %s', (list, word) => {
    expect(nationalWord(list, word)).toBeNull()
  })
})
