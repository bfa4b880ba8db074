import { assert, constantFrom, integer, property, record, array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factKey, gatherFacts, type Told } from '../../../electron/domain/findings/facts.ts'
import { keyFindings, keyText } from '../../../electron/domain/findings/finding-key.ts'
import {
  curedBetween,
  factsOfDay,
  goneFindings,
  stateFindings,
  type FindingCure,
  type FindingMark,
} from '../../../electron/domain/findings/finding-states.ts'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import { FACT_KINDS } from '../../../electron/domain/rules/fact-kind.ts'
import { RULES } from '../../../electron/domain/rules/registry.ts'
import { SAMPLE_TOWNSHIP } from '../../kit/sample-township.ts'
import { crowd, run, type SnapshotSpec } from '../../kit/snapshot.ts'

/* One fact, one finding: whatever number of rules speaks of it. */

const told = (facts: ReturnType<typeof factsOfDay>) =>
  facts.map(({ finding, alsoBy }) => [finding.rule, ...alsoBy.map((other) => other.rule)])
const allowing = (people: number, allowed: number, validTo: string | null = '2027-07-01'): SnapshotSpec => ({
  units: [
    { name: '党政综合办公室', quotas: { administrative: 5 } },
    { name: '社会事务办公室', quotas: { administrative: 3 } },
  ],
  people: crowd(people, '甲', '党政综合办公室'),
  packId: 'seed-000',
  tolerances: [
    {
      id: '溢出',
      unitId: '党政综合办公室',
      category: null,
      amount: allowed,
      percent: null,
      documentNumber: '山编〔2026〕1号',
      validFrom: '2026-01-01',
      validTo,
    },
  ],
})

describe('the sample township', () => {
  const facts = factsOfDay(run(SAMPLE_TOWNSHIP).findings)
  const of = (unit: string | null, person: string | null) =>
    told(facts.filter(({ finding }) => finding.unitId === unit && finding.personId === person))

  it('is told in at most 1.3 findings a subject', () => {
    const subjects = new Set(facts.map(({ finding }) => finding.personId ?? finding.unitId ?? ''))
    expect(facts.length / subjects.size).toBeLessThanOrEqual(1.3)
    // The control: rule by rule it is far above.
    expect(run(SAMPLE_TOWNSHIP).findings.length / subjects.size).toBeGreaterThan(1.5)
  })
  it('an over-quota line is one finding, a person kept off the list is one, with the plan beneath', () => {
    expect(of('党政综合办公室', null)).toEqual([['A1', 'A2', 'R000-06']])
    expect(of('计划生育服务中心', null)).toEqual([['A1', 'A2', 'R000-08']])
    expect(of('党政综合办公室', '沈桂芳')).toEqual([['C1', 'R000-13']])
    expect(of('财政所', '范雪')).toEqual([['B1', 'R000-13']])
    expect(of('民政所', '郎婷')).toEqual([['F7', 'R000-13']])
  })
  it('nothing that a rule said is lost', () => {
    expect(told(facts).flat().sort()).toEqual(
      run(SAMPLE_TOWNSHIP)
        .findings.map((finding) => finding.rule)
        .sort(),
    )
  })
})

describe('a documented 过渡期超编', () => {
  it('is a warning in every rule that speaks of it, of the line and of the person', () => {
    const { findings, roster } = run(allowing(6, 1))
    const spoken = findings.filter((finding) => ['A1', 'A2', 'A15', 'C1', 'R000-06'].includes(finding.rule))
    expect(new Set(spoken.map((finding) => finding.rule))).toEqual(new Set(['A1', 'A2', 'A15', 'C1', 'R000-06']))
    expect(spoken.filter((finding) => finding.severity !== 'warning')).toEqual([])
    // Whether they stand on the over list is another matter: they do.
    expect(roster.filter((entry) => entry.list === 'over-quota')).toHaveLength(1)
    expect(spoken.find((finding) => finding.rule === 'A15')?.text).toContain('至2027年6月30日止')
  })
  it('weighs in full again with one person more', () => {
    expect(
      run(allowing(7, 1))
        .findings.filter((finding) => ['A1', 'A2', 'C1', 'R000-06'].includes(finding.rule))
        .map((finding) => finding.severity),
    ).not.toContain('warning')
  })
})

describe('what is gathered', () => {
  const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({
    rule,
    severity: 'error',
    effect: 'none',
    unitId: 'u1',
    personId: null,
    text: '党政综合办公室 行政编制核定 5 名',
    remedy: '减少 1 人',
    facts: {},
    ...more,
  })

  it('stands apart by unit, by category and by person', () => {
    expect(
      told(
        factsOfDay([
          finding('A1'),
          finding('A1', { text: '党政综合办公室 机关工勤编制核定 1 名' }),
          finding('A2', { unitId: 'u2' }),
          finding('C2', { personId: 'p1' }),
          finding('E3', { personId: 'p2' }),
        ]),
      ),
    ).toEqual([['A1'], ['A1'], ['A2'], ['C2'], ['E3']])
  })
  it('is led by the gravest, and by the one that speaks for itself where they weigh the same', () => {
    const person = { personId: 'p1', effect: 'none' as const }
    expect(told(factsOfDay([finding('A1', { severity: 'warning' }), finding('A2')]))).toEqual([['A2', 'A1']])
    expect(
      told(
        factsOfDay([
          finding('R000-13', person),
          finding('D3', { ...person, effect: 'data' }),
          finding('F7', { ...person, effect: 'eligibility' }),
        ]),
      ),
    ).toEqual([['D3'], ['F7', 'R000-13']])
    // What it would repeat is not there: it is told by itself.
    expect(told(factsOfDay([finding('R000-13', { ...person, severity: 'info' })]))).toEqual([['R000-13']])
  })
  it('loses and doubles nothing, whatever is found', () => {
    const rules = RULES.map((rule) => rule.id)
    assert(
      property(
        array(
          record({
            rule: constantFrom(...rules),
            place: integer({ min: 0, max: 3 }),
            severity: constantFrom('error' as const, 'warning' as const, 'info' as const),
            effect: constantFrom('eligibility' as const, 'overQuota' as const, 'none' as const),
          }),
          { maxLength: 40 },
        ),
        (made) => {
          const findings = keyFindings(
            made.map(({ rule, place, severity, effect }) =>
              finding(rule, {
                severity,
                effect,
                unitId: place === 0 ? null : 'u1',
                personId: place > 1 ? `p${place}` : null,
              }),
            ),
          )
          const read = (one: (typeof findings)[number]): Told => ({
            ...one,
            severity: one.finding.severity,
            effect: one.finding.effect,
          })
          const facts = gatherFacts(findings, read)
          expect(facts.flat().map(keyText).sort()).toEqual(findings.map(keyText).sort())
          const weight = { error: 0, warning: 1, info: 2 }
          for (const [first, ...others] of facts)
            for (const other of others)
              expect(weight[first.finding.severity]).toBeLessThanOrEqual(weight[other.finding.severity])
        },
      ),
    )
  })
  it('every kind is declared by at least two rules, else it gathers nothing', () => {
    expect(FACT_KINDS.filter((kind) => RULES.filter((rule) => rule.fact === kind).length < 2)).toEqual([])
    expect(factKey({ rule: 'A1', subject: 'unit:u1:administrative' })).toBe(
      factKey({ rule: 'R000-06', subject: 'unit:u1:administrative' }),
    )
  })

  const mark = (rule: string, more: Partial<FindingMark> = {}): FindingMark => ({
    rule,
    subject: 'unit:u1:administrative',
    kind: 'explained',
    unitId: 'u1',
    personId: null,
    markedOn: '2026-11-22',
    untilOn: null,
    saidBy: null,
    reason: '正在消化',
    documentNumber: null,
    ...more,
  })
  const state = (findings: readonly Finding[], ...marks: readonly FindingMark[]) =>
    stateFindings(findings, marks, '2026-11-30')

  it('is explained by what was said of any of the gravest; said of all at once, it is told once', () => {
    const line = [finding('A1'), finding('A2'), finding('R000-06')]
    expect(state(line, mark('A2'))).toMatchObject([{ rule: 'A1', state: 'explained', history: [{ rule: 'A2' }] }])
    expect(state(line, mark('A1'), mark('A2'), mark('R000-06'))).toMatchObject([
      { state: 'explained', history: [{ reason: '正在消化' }] },
    ])
    expect(state(line, mark('A1'), mark('A2'), mark('R000-06'))[0]?.history).toHaveLength(1)
  })
  it('is open again when a graver rule comes to speak of it', () => {
    const explained = mark('A1')
    const mild = finding('A1', { severity: 'warning' })
    expect(state([mild], explained)[0]?.state).toBe('explained')
    expect(state([mild, finding('A2')], explained)[0]).toMatchObject({ rule: 'A2', state: 'open' })
  })
  it('is gone when the last of its rules is, once, with the entry that did it', () => {
    const cure = (rule: string, seq: number): FindingCure => ({
      seq,
      rule,
      subject: 'unit:u1:administrative',
      unitId: 'u1',
      personId: null,
      severity: 'error',
      text: `${rule} 超编 1 名`,
    })
    const cures = [cure('R000-06', 3), cure('A1', 5), cure('A2', 5)]
    expect(goneFindings([], [], cures, '2026-11-30')).toMatchObject([
      { rule: 'A1', cure: { seq: 5, text: 'A1 超编 1 名' }, alsoBy: [{ rule: 'A2' }, { rule: 'R000-06' }] },
    ])
    expect(goneFindings(state([finding('A2')]), [], cures, '2026-11-30')).toEqual([])
    // The register itself stays rule by rule.
    expect(curedBetween([finding('A1'), finding('A2')], []).map(keyText)).toHaveLength(2)
  })
})
