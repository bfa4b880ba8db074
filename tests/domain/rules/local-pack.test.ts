import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalPack } from '../../../electron/domain/model/local-pack.ts'
import { rulesInForce } from '../../../electron/domain/rules/check-book.ts'
import { packInForce } from '../../../electron/domain/rules/packs/pack-in-force.ts'
import { parameterShape } from '../../../electron/domain/rules/packs/rule-pack.ts'
import { ruleById, RULES } from '../../../electron/domain/rules/registry.ts'
import { findingsOf, run, seat, jiangxiUnits, type PersonSpec } from '../../kit/snapshot.ts'

/* A local pack over seed-000: 领导职数 8 in the plan. */

const local = (more: Partial<LocalPack> = {}): LocalPack => ({
  id: 'local-a',
  basePackId: 'seed-000',
  title: '山溪乡规则',
  locality: '山溪乡',
  note: '',
  date: '2026-01-01',
  packFrom: null,
  parameters: {},
  rules: {},
  ...more,
})
const leaders = (count: number): readonly PersonSpec[] =>
  Array.from({ length: count }, (_, turn) => ({
    name: `领导${turn}`,
    holdings: [seat('乡领导班子', 'administrative', { title: '党委委员', leadership: 'deputy' as const })],
  }))
const checked = (localPack: LocalPack | null, count = 9) =>
  run({ packId: localPack?.id ?? 'seed-000', units: jiangxiUnits(), people: leaders(count), localPack })
const own = (value: number) => ({
  value,
  document: null,
  documentNumber: '山编办〔2026〕8号',
  date: '2026-03-01',
  clause: '领导职数核定为9名',
})

describe('a local pack', () => {
  test('that changes nothing finds what its base finds', () => {
    expect(checked(local()).findings).toEqual(checked(null).findings)
  })

  test('its own threshold is what the rule judges by: at it silent, one over told', () => {
    const pack = local({ parameters: { leadershipQuota: own(9) } })
    expect(findingsOf(checked(null, 9), 'R000-03')).toHaveLength(1)
    expect(findingsOf(checked(pack, 9), 'R000-03')).toEqual([])
    expect(findingsOf(checked(pack, 10), 'R000-03').map((finding) => finding.facts)).toEqual([
      { 方案核定: 9, 实配: 10, 超职数: 1 },
    ])
  })

  test('its parameter carries its own document, not the words of the other', () => {
    const inForce = packInForce({
      book: { name: '山溪乡', packId: 'local-a', packFrom: null },
      localPack: local({ parameters: { leadershipQuota: { ...own(9), clause: null }, unheardOf: own(1) } }),
    })
    expect(inForce?.pack.parameters['leadershipQuota']).toMatchObject({
      value: 9,
      title: '乡领导职数',
      document: '山编办〔2026〕8号',
      documentNumber: '山编办〔2026〕8号',
      date: '2026-03-01',
      clause: null,
    })
    expect([inForce?.pack.title, inForce?.base.id, [...(inForce?.own ?? [])]]).toEqual([
      '山溪乡规则',
      'seed-000',
      ['leadershipQuota'],
    ])
    expect(inForce?.pack.parameters['unheardOf']).toBeUndefined()
    expect(inForce?.pack.parameters['administrativeQuota']?.value).toBe(23)
  })

  test('a rule switched off says nothing, a national one too; the others speak on', () => {
    const off = { severity: null, off: { reason: '另有批文', by: '经办人', on: '2026-11-22' } }
    const result = checked(local({ rules: { 'R000-03': off, A9: off } }))
    expect([...findingsOf(result, 'R000-03'), ...findingsOf(result, 'A9')]).toEqual([])
    expect(findingsOf(result, 'R000-12')).toHaveLength(1)
    expect(rulesInForce(result.snapshot).map((rule) => rule.id)).not.toContain('A9')
    expect(rulesInForce(result.snapshot)).toHaveLength(rulesInForce(checked(null).snapshot).length - 2)
  })

  test('its weight stands in for the rule’s; what a rule says of a single case stays', () => {
    const weight = (rule: string) => local({ rules: { [rule]: { severity: 'info' as const, off: null } } })
    expect(findingsOf(checked(weight('R000-03')), 'R000-03').map((finding) => finding.severity)).toEqual(['info'])
    expect(
      findingsOf(checked(local({ rules: { 'R000-12': { severity: 'info', off: null } } })), 'R000-12').map(
        (finding) => finding.severity,
      ),
    ).toEqual(['warning'])
  })

  test('one that rests on a pack this version does not know: the national rules alone', () => {
    const result = checked(local({ basePackId: 'seed-999' }))
    expect(new Set(rulesInForce(result.snapshot).map((rule) => rule.pack))).toEqual(new Set([null]))
  })

  test('findings come in the order of the registry, whatever is off', () => {
    fc.assert(
      fc.property(fc.subarray(RULES.map((rule) => rule.id)), (ids) => {
        const rules = Object.fromEntries(
          ids.map((id) => [id, { severity: null, off: { reason: '试', by: '试', on: '2026-01-01' } }]),
        )
        const places = checked(local({ rules })).findings.map((finding) => RULES.indexOf(ruleById(finding.rule)!))
        expect(places).toEqual(places.toSorted((left, right) => left - right))
      }),
      { numRuns: 20 },
    )
  })
})

test('what a parameter is, or will be once it is unmasked', () => {
  const shapes = [8, '大', ['甲'], { 大: 1 }, null].map((value) => parameterShape({ value }))
  expect([...shapes, parameterShape({ value: null, shape: 'numbers' })]).toEqual([
    'number',
    'text',
    'list',
    'numbers',
    'number',
    'numbers',
  ])
})
