import { combinedSource } from '../../../electron/domain/rules/citation.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import type { LocalPack } from '../../../electron/domain/model/local-pack.ts'
import { packDifference } from '../../../electron/domain/rules/pack-difference.ts'
import { canonicalJson } from '../../../electron/domain/rules/packs/canonical-pack.ts'
import { packChanges } from '../../../electron/domain/rules/packs/pack-changes.ts'
import { localPackInForce, shippedPack, type PackInForce } from '../../../electron/domain/rules/packs/pack-in-force.ts'
import { sourceInForce } from '../../../electron/domain/rules/packs/source-in-force.ts'
import { valueText } from '../../../electron/domain/rules/packs/value-text.ts'
import { ruleById } from '../../../electron/domain/rules/registry.ts'
import { findingsOf, run, seated } from '../../kit/snapshot.ts'

/* What packs say of themselves and of one another. */

function inForce(pack: PackInForce | undefined): PackInForce {
  if (pack === undefined) throw new Error('a pack this version knows')
  return pack
}

const shipped = inForce(shippedPack('seed-000'))
const local = (more: Partial<LocalPack>): PackInForce =>
  inForce(
    localPackInForce({
      id: 'local-a',
      basePackId: 'seed-000',
      title: shipped.pack.title,
      locality: shipped.pack.locality,
      note: shipped.pack.note,
      date: shipped.pack.date,
      packFrom: shipped.pack.packFrom,
      parameters: {},
      rules: {},
      ...more,
    }),
  )
const nine = {
  value: 9,
  document: null,
  documentNumber: '山编办〔2026〕8号',
  date: '2026-03-01',
  clause: '领导职数核定为9名',
}

describe('a value in words', () => {
  test.each([
    [9, '名', '9 名'],
    [25, null, '25'],
    ['五年', null, '五年'],
    [['甲', '乙'], null, '甲、乙'],
    [['12', '6'], '个月', '12、6 个月'],
    [{ 大: 60, 中: 50 }, '名', '大 60 名、中 50 名'],
    [null, '名', '文件没有给出'],
  ] as const)('%j %s', (value, unit, words) => {
    expect(valueText({ value, unit })).toBe(words)
  })
})

describe('the text a checksum is taken over', () => {
  test('keys in order, nothing for what is not there, lists as they are', () => {
    expect(canonicalJson({ b: 1, a: [2, { d: null, c: '甲' }], e: undefined })).toBe(
      '{"a":[2,{"c":"甲","d":null}],"b":1}',
    )
  })
  test('does not depend on the order in which things were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.constant(null))), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).toReversed()))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual({ ...value })
      }),
    )
  })
})

describe('what two packs differ in', () => {
  test('a pack and itself: nothing', () => {
    expect(packChanges(shipped, shipped)).toEqual([])
    expect(packChanges(shipped, local({}))).toEqual([])
  })
  test('a day there was not before stands beside nothing', () => {
    expect(packChanges(shipped, local({ packFrom: '2006-11-01' }))).toEqual([
      { what: '起算日', from: '', to: '2006-11-01' },
    ])
  })
  test('names, days, thresholds with their document, rules with their weight; a rule nobody knows is passed over', () => {
    const off = { severity: null, off: { reason: '另有批文', by: '经办人', on: '2026-11-22' } }
    const changes = packChanges(
      shipped,
      local({
        title: '山溪乡规则',
        packFrom: '2006-11-01',
        parameters: { leadershipQuota: nine },
        rules: { A1: off, 'RN-04': { severity: 'info', off: null }, A2: { severity: null, off: null }, Z9: off },
      }),
    )
    expect(changes).toEqual([
      { what: '名称', from: shipped.pack.title, to: '山溪乡规则' },
      { what: '起算日', from: '', to: '2006-11-01' },
      { what: '乡领导职数', from: expect.stringContaining('8 名'), to: '9 名（山编办〔2026〕8号，2026-03-01）' },
      { what: 'A1 机构实有人员不得突破核定编制', from: '违规', to: '停用（另有批文）' },
      { what: 'RN-04 公示期不少于规定的工作日', from: '待查', to: '提示' },
    ])
  })
  test('a parameter only the second has stands beside nothing; one of no document stands alone', () => {
    const before: PackInForce = { ...shipped, pack: { ...shipped.pack, parameters: {} } }
    const bare = { value: 3, title: '试用', unit: '个月', document: '', documentNumber: null, date: null, clause: null }
    expect(packChanges(before, { ...before, pack: { ...before.pack, parameters: { bare } } })).toEqual([
      { what: '试用', from: '', to: '3 个月' },
    ])
  })
})

describe('the clause a finding cites', () => {
  const rule = ruleById('R000-03')
  if (rule === undefined) throw new Error('R000-03 is a rule')
  const on = (inForce: PackInForce | undefined) => ({ inForce, adopted: new Set<string>() })
  test('is the rule’s own where the locality says nothing', () => {
    expect(sourceInForce(rule, on(undefined))).toEqual(combinedSource(rule.sources))
    expect(sourceInForce(rule, on(shipped))).toEqual(combinedSource(rule.sources))
  })
  test('and names the locality’s threshold, with its words where it has any', () => {
    expect(sourceInForce(rule, on(local({ parameters: { leadershipQuota: nine } }))).clause).toBe(
      `${combinedSource(rule.sources).clause}（本地：乡领导职数 9 名，山编办〔2026〕8号，2026-03-01：“领导职数核定为9名”）`,
    )
    expect(sourceInForce(rule, on(local({ parameters: { leadershipQuota: { ...nine, clause: null } } }))).clause).toBe(
      `${combinedSource(rule.sources).clause}（本地：乡领导职数 9 名，山编办〔2026〕8号，2026-03-01）`,
    )
  })
  test('a threshold without number and day leaves their places empty, and one the pack has lost is not cited', () => {
    const bare = {
      ...shipped,
      own: new Set(rule.parameters),
      pack: {
        ...shipped.pack,
        parameters: Object.fromEntries(
          rule.parameters.map((name) => [
            name,
            { value: 9, title: '职数', unit: '名', document: '', documentNumber: null, date: null, clause: null },
          ]),
        ),
      },
    }
    expect(sourceInForce(rule, on(bare)).clause).toContain('（本地：职数 9 名，，')
    expect(sourceInForce(rule, on({ ...bare, pack: { ...bare.pack, parameters: {} } }))).toEqual(
      combinedSource(rule.sources),
    )
  })
})

describe('what switching changes', () => {
  const finding = (rule: string, text: string, personId: string | null = null): Finding => ({
    rule,
    severity: 'error',
    effect: 'none',
    unitId: null,
    personId,
    text,
    remedy: '',
    facts: {},
  })
  const entry = (personId: string, list: 'in-quota' | 'over-quota') => ({
    personId,
    list,
    holdingId: 'h',
    concurrentHoldingIds: [],
    secondedOutHoldingId: null,
    rules: [],
    why: null,
  })
  test('findings that come, go and are told otherwise; people who change lists, not those who were on none', () => {
    const before = {
      findings: [finding('A1', '一'), finding('A1', '二'), finding('A2', '同', '甲'), finding('A4', '没了')],
      roster: [entry('甲', 'in-quota'), entry('乙', 'in-quota')],
    }
    const after = {
      findings: [finding('A1', '一改'), finding('A2', '同', '甲'), { ...finding('A3', '新') }],
      roster: [entry('甲', 'over-quota'), entry('乙', 'in-quota'), entry('丙', 'in-quota')],
    }
    const difference = packDifference(before, after)
    expect(difference.created.map((one) => one.text)).toEqual(['新'])
    expect(difference.cured.map((one) => one.text)).toEqual(['二', '没了'])
    expect(difference.changed.map(({ before, after }) => [before.text, after.text])).toEqual([['一', '一改']])
    expect(difference.moved).toEqual([{ personId: '甲', from: 'in-quota', to: 'over-quota' }])
  })
  test('another weight alone is a change', () => {
    const weighed = packDifference(
      { findings: [finding('A1', '一')], roster: [] },
      { findings: [{ ...finding('A1', '一'), severity: 'info' }], roster: [] },
    )
    expect(weighed.changed).toHaveLength(1)
  })
})

test('D4: the blank of a name written in letters is part of it', () => {
  const result = run({
    units: [{ name: '党政办', quotas: { administrative: 2 } }],
    people: [seated('John Smith', '党政办'), seated('甲 某', '党政办')],
  })
  expect(findingsOf(result, 'D4').map((one) => one.personId)).toEqual(['甲 某'])
})
