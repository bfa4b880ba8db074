import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curesOf, RULES_WITH_WAYS } from '../../../electron/domain/findings/cures.ts'
import { categoryInText, keyFindings, keyText, readKey } from '../../../electron/domain/findings/finding-key.ts'
import {
  curedBetween,
  goneFindings,
  stateFindings,
  type FindingMark,
} from '../../../electron/domain/findings/finding-states.ts'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import { RULES } from '../../../electron/domain/rules/registry.ts'
import { EVENT_TITLES } from '../../../electron/vocabulary/events.ts'

function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'A1',
    severity: 'error',
    effect: 'none',
    unitId: 'u1',
    personId: null,
    text: '党政综合办公室 行政编制核定 5 名，实有 6 名，超编 1 名。实有：甲、乙。',
    remedy: '减少 1 人',
    facts: {},
    ...more,
  }
}
const keys = (...findings: readonly Finding[]) => keyFindings(findings).map(keyText)
const KEY = 'A1~unit:u1:administrative'
const mark = (more: Partial<FindingMark> = {}): FindingMark => ({
  rule: 'A1',
  subject: 'unit:u1:administrative',
  kind: 'explained',
  unitId: 'u1',
  personId: null,
  markedOn: '2026-11-22',
  untilOn: '2026-12-31',
  saidBy: '分管领导',
  reason: '过渡期超编',
  documentNumber: '山编办〔2026〕8号',
  ...more,
})
const state = (asOf: string, ...marks: readonly FindingMark[]) => stateFindings([finding()], marks, asOf)[0]

describe('a finding is the same one tomorrow', () => {
  it('whatever its numbers and the people in its sentence', () => {
    expect(keys(finding())).toEqual([KEY])
    expect(
      keys(finding({ text: '党政综合办公室 行政编制核定 5 名，实有 8 名，超编 3 名。实有：丙。', facts: { 超编: 3 } })),
    ).toEqual([KEY])
  })
  it('and another one in another category of the unit, of another unit, by another rule', () => {
    expect(
      new Set(
        keys(
          finding(),
          finding({ text: '党政综合办公室 机关工勤编制核定 1 名，实有 2 名' }),
          finding({ unitId: 'u2' }),
          finding({ rule: 'A2' }),
        ),
      ).size,
    ).toBe(4)
  })
  it('of a person wherever they sit', () => {
    expect(keys(finding({ rule: 'E2', personId: 'p1', unitId: 'u1', text: '甲（党政办 科员）没有入编文号' }))).toEqual(
      keys(finding({ rule: 'E2', personId: 'p1', unitId: 'u2', text: '甲（财政所 会计）没有入编时间' })),
    )
  })
  it('of the township by what it measures, with no words in the key', () => {
    const [missing, other] = keys(
      finding({ rule: 'R000-07', unitId: null, text: '方案设置的财政所没有登记。' }),
      finding({ rule: 'R000-07', unitId: null, text: '方案设置的民政所没有登记。' }),
    )
    expect(missing).not.toBe(other)
    expect(missing).toMatch(/^R000-07~book:[0-9a-f]{8}$/)
  })
  it('and several alike are told apart by their order', () => {
    const twice = finding({ rule: 'H1', personId: 'p1' })
    expect(keys(twice, twice)).toEqual(['H1~person:p1', 'H1~person:p1#2'])
  })
  it('and its key reads back', () => {
    expect(readKey(KEY)).toEqual({ rule: 'A1', subject: 'unit:u1:administrative' })
    for (const text of ['', 'A1', '~x', 'A1~']) expect(readKey(text)).toBeNull()
  })
  it('with the longest category name found first', () => {
    expect(categoryInText('财政所 事业编制（全额拨款）核定')).toBe('institutionFull')
    expect(categoryInText('财政所 事业编制核定')).toBe('institution')
    expect(categoryInText('财政所')).toBeNull()
  })
})

describe('an explanation', () => {
  it('holds from its day through its last day and is open again the day after, with what had been said', () => {
    expect(state('2026-11-21', mark())).toMatchObject({ state: 'open', explanation: null, lapsed: null, history: [] })
    expect(state('2026-11-22', mark())).toMatchObject({ state: 'explained', explanation: { reason: '过渡期超编' } })
    expect(state('2026-12-31', mark())?.state).toBe('explained')
    expect(state('2027-01-01', mark())).toMatchObject({
      state: 'open',
      explanation: null,
      lapsed: { untilOn: '2026-12-31' },
      history: [{ reason: '过渡期超编' }],
    })
  })
  it('without an end holds for good, until it is taken back or said anew', () => {
    const open = mark({ untilOn: null })
    expect(state('2099-01-01', open)?.state).toBe('explained')
    const back = mark({ kind: 'reopened', untilOn: null, markedOn: '2027-02-01', reason: '批文过期' })
    expect(state('2027-01-31', open, back)?.state).toBe('explained')
    expect(state('2027-02-01', open, back)).toMatchObject({ state: 'open', lapsed: null })
    expect(state('2027-02-01', open, back, mark({ markedOn: '2027-02-01', untilOn: null }))).toMatchObject({
      state: 'explained',
      history: [{}, {}, {}],
    })
  })
  it('of one finding says nothing of another, on any day', () => {
    assert(
      property(integer({ min: -400, max: 400 }), (days) => {
        const day = addDays('2026-11-22', days)
        const [own, other] = stateFindings([finding(), finding({ unitId: 'u2' })], [mark()], day)
        expect(other?.state).toBe('open')
        expect(own?.state === 'explained').toBe(day >= '2026-11-22' && day <= '2026-12-31')
      }),
    )
  })
})

describe('what is gone', () => {
  const cure = {
    seq: 7,
    rule: 'A1',
    subject: 'unit:u1:administrative',
    unitId: 'u1',
    personId: null,
    severity: 'error',
    text: '超编 1 名',
  } as const
  it('names the last entry that cured it, and keeps what was explained', () => {
    expect(goneFindings([], [mark()], [{ ...cure, seq: 3 }, cure], '2026-11-30')).toMatchObject([
      { cure: { seq: 7 }, history: [{ reason: '过渡期超编' }] },
    ])
    expect(goneFindings([], [mark()], [], '2026-11-30')).toMatchObject([
      { cure: null, history: [{ kind: 'explained' }] },
    ])
  })
  it('is not what is found again', () => {
    expect(goneFindings(keyFindings([finding()]), [mark()], [cure], '2026-11-30')).toEqual([])
  })
  it('is found by comparing before and after; hints are not cured, a lesser number is no cure', () => {
    const less = finding({ text: '党政综合办公室 行政编制核定 5 名，实有 7 名，超编 2 名。', facts: { 超编: 2 } })
    expect(curedBetween([finding()], [less])).toEqual([])
    expect(curedBetween([finding(), finding({ severity: 'info', unitId: 'u3' })], []).map(keyText)).toEqual([KEY])
  })
})

describe('ways to put a finding right', () => {
  it('open the form with what is known already', () => {
    expect(curesOf(finding())[1]).toEqual({
      kind: 'event',
      event: 'quota.increase',
      label: '登记核增编制',
      fields: { unit: 'u1', category: 'administrative' },
    })
    expect(curesOf(finding({ rule: 'E2', personId: 'p1', facts: { 缺: '入编时间、入编文号' } }))).toEqual([
      { kind: 'person', personId: 'p1', form: 'correct', field: 'enteredOn', label: '补登入编依据' },
    ])
    expect(curesOf(finding({ rule: 'F7', personId: 'p1', facts: { 退休年月: '2024-03' } }))[0]).toMatchObject({
      kind: 'event',
      event: 'exit',
      fields: { person: 'p1', cause: '31' },
    })
    expect(
      curesOf(finding({ rule: 'F7', personId: 'p1', severity: 'info', facts: { 待核: '原法定退休年龄' } }))[0],
    ).toMatchObject({ form: 'correct', field: 'retirementCategory' })
  })
  it('lead to the person, the unit or the units for a rule that has none of its own', () => {
    expect(curesOf(finding({ rule: 'X99', personId: 'p1' }))).toMatchObject([
      { kind: 'person', personId: 'p1', form: null },
    ])
    expect(curesOf(finding({ rule: 'X99' }))).toMatchObject([{ kind: 'unit', unitId: 'u1' }])
    expect(curesOf(finding({ rule: 'X99', unitId: null }))).toMatchObject([{ kind: 'units' }])
  })
  it('name only events there are, for every rule there is; a hint that asks for nothing has none', () => {
    const cures = RULES.map((rule) => ({ rule: rule.id, cures: curesOf(finding({ rule: rule.id, personId: 'p1' })) }))
    expect(cures.filter((one) => one.cures.length === 0)).toEqual([])
    expect(
      cures.flatMap((one) =>
        one.cures.flatMap((cure) =>
          cure.kind === 'event' && !Object.hasOwn(EVENT_TITLES, cure.event) ? [`${one.rule} ${cure.event}`] : [],
        ),
      ),
    ).toEqual([])
    expect(curesOf(finding({ rule: 'C4', severity: 'info', remedy: '无须处理。' }))).toEqual([])
  })
})

it('every rule says how its findings are put right, and no line is of a rule that is gone', () => {
  expect(RULES_WITH_WAYS.toSorted()).toEqual(RULES.map((rule) => rule.id).toSorted())
})
