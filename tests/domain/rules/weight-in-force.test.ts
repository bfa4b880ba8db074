import { describe, expect, test } from 'vitest'
import { listRules } from '../../../electron/app/packs/list-rules.ts'
import { lawOf } from '../../../electron/domain/rules/citation.ts'
import { RULE_PACKS } from '../../../electron/domain/rules/packs/index.ts'
import { shippedPack } from '../../../electron/domain/rules/packs/pack-in-force.ts'
import { ruleById, RULES } from '../../../electron/domain/rules/registry.ts'
import type { Rule } from '../../../electron/domain/rules/rule.ts'
import { weightOf, type Ground } from '../../../electron/domain/rules/weight-in-force.ts'
import { CENTRAL_LEVELS } from '../../../electron/vocabulary/laws.ts'
import { crowd, EVERYTHING_ADOPTED, run } from '../../kit/snapshot.ts'

const rule = (id: string): Rule => {
  const found = ruleById(id)
  if (found === undefined) throw new Error(`${id} is a rule`)
  return found
}
const ground = (pack: string, ...adopted: readonly string[]): Ground => ({
  inForce: shippedPack(pack),
  adopted: new Set(adopted),
})

describe('severity follows the source', () => {
  test('空白: no violation stands on a paper below the party centre and the State Council', () => {
    const errors = listRules({ pack: 'none' }).rules.filter(({ severity }) => severity === 'error')
    expect(errors.length).toBeGreaterThan(20)
    expect(errors.filter(({ level }) => level !== '国家')).toEqual([])
    for (const { id } of errors) {
      const { deciding } = weightOf(rule(id), ground('none'))
      expect([id, CENTRAL_LEVELS.includes(lawOf(deciding).level)]).toEqual([id, true])
    }
  })

  test.each(RULE_PACKS.map(({ id }) => id))('%s: 要点 are never a violation, and every source is complete', (pack) => {
    const { rules } = listRules({ pack })
    expect(rules.filter(({ severity, verbatim }) => severity === 'error' && !verbatim)).toEqual([])
    for (const { sources } of rules) {
      expect(sources.length).toBeGreaterThan(0)
      for (const source of sources)
        expect([source.issuer, source.document, source.clause].every((part) => part.length > 1)).toBe(true)
    }
  })

  test('what only a place says is a hint in 空白', () => {
    const local = [
      'A3',
      'A12',
      'A14',
      'A15',
      'B4',
      'C8',
      'D4',
      'D5',
      'F1',
      'F2',
      'F3',
      'F4',
      'F5',
      'F6',
      'G6',
      'G7',
      'G8',
      'H1',
      'H2',
      'H3',
      'H4',
    ]
    expect(local.map((id) => [id, weightOf(rule(id), ground('none')).severity])).toEqual(
      local.map((id) => [id, 'info']),
    )
  })

  test('C1, A5, A8, B1, B7, I3 and I4 stand on 厅字〔2007〕2号, and say that it was read second-hand', () => {
    for (const id of ['C1', 'A5', 'A8', 'B1', 'B7', 'I3', 'I4'])
      expect([id, rule(id).sources.some(({ law }) => law === 'strict-control-2007')]).toEqual([id, true])
    const listed = listRules({ pack: 'none' }).rules.find(({ id }) => id === 'A8')
    expect(listed?.sources[0]).toMatchObject({
      number: '厅字〔2007〕2号',
      inForceFrom: '2006-01-01',
      inForceTo: '2010-12-31',
    })
  })

  test('a pack is its paper: its own rules weigh in full, and what the national ones take from it too', () => {
    expect(weightOf(rule('B4'), ground('seed-002')).severity).toBe('error')
    expect(weightOf(rule('B4'), ground('seed-000')).severity).toBe('info')
    for (const own of RULES.filter(({ pack }) => pack !== null))
      expect([own.id, weightOf(own, ground(own.pack ?? '')).severity]).toEqual([own.id, own.severity])
  })

  test('adopting a source gives its rules their weight; of 要点 at most 待查; a ministry’s paper binds nobody as a violation', () => {
    expect(weightOf(rule('F1'), ground('none', 'tengzhou-2013-11')).severity).toBe('error')
    expect(weightOf(rule('F4'), ground('none', 'laishan-2011')).severity).toBe('warning')
    expect(weightOf(rule('F1'), ground('none', 'laishan-2011')).severity).toBe('info')
    expect(weightOf({ ...rule('B6'), severity: 'error' }, ground('none')).severity).toBe('warning')
    expect(weightOf({ ...rule('F4'), severity: 'error' }, ground('none', 'laishan-2011')).severity).toBe('warning')
  })

  test('the locality’s own number in a rule is its own paper; its own weight goes before everything', () => {
    const shipped = shippedPack('none')
    if (shipped === undefined) throw new Error('none ships')
    const own = { ...shipped, own: new Set(['organLimit']) }
    expect(weightOf(rule('A12'), { inForce: own, adopted: new Set() }).severity).toBe('error')
    const weighed = { ...shipped, rules: { F4: { severity: 'error' as const, off: null } } }
    expect(weightOf(rule('F4'), { inForce: weighed, adopted: new Set() })).toMatchObject({
      severity: 'error',
      cap: null,
    })
  })

  test('papers of other places are not cited where a national one is there', () => {
    const grounds = (pack: string) => weightOf(rule('C1'), ground(pack)).grounds.map(({ law }) => law)
    expect(grounds('none')).toEqual(['strict-control-2007'])
    expect(grounds('seed-000')).toEqual(['strict-control-2007', 'jiangxi-plan'])
    expect(weightOf(rule('F1'), ground('none')).grounds.map(({ law }) => law)).toEqual(['tengzhou-2013-11'])
  })

  test('a hint puts nobody off the sheet and never says more than a hint, in a checked book', () => {
    const spec = {
      units: [{ name: '党政办', quotas: { administrative: 4 } }],
      people: crowd(4, '甲', '党政办').map((person) => ({ ...person, name: `${person.name} 一` })),
    }
    const severities = (adoptedLaws: typeof EVERYTHING_ADOPTED) =>
      run({ ...spec, adoptedLaws }).findings.flatMap((one) => (one.rule === 'D4' ? [one.severity] : []))
    expect(new Set(severities([]))).toEqual(new Set(['info']))
    expect(new Set(severities(EVERYTHING_ADOPTED))).toEqual(new Set(['error']))
  })
})
