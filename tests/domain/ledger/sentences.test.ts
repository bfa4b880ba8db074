import { describe, expect, test } from 'vitest'
import {
  gateOf,
  defaultGate,
  missingGrounds,
  seatFindings,
  type Act,
} from '../../../electron/domain/ledger/planning/gates.ts'
import { leadershipSentences } from '../../../electron/domain/ledger/sentences/leadership-sentence.ts'
import { movedLines, quotaSentence } from '../../../electron/domain/ledger/planning/quota-sentence.ts'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { buildSnapshot, crowd, quotaEntry, seat, seated, type SnapshotSpec } from '../../kit/snapshot.ts'

/* What is said before anything is saved, and what the law lets through. */

const OFFICE = { name: '党政办', quotas: { administrative: 5 } }
const LINE = { unitId: '党政办', category: 'administrative' } as const
const book = (spec: Partial<SnapshotSpec>) => {
  const snapshot = buildSnapshot({ units: [OFFICE], ...spec })
  return { snapshot, figures: computeFigures(snapshot) }
}
const people = (count: number) => ({ people: crowd(count, '甲', '党政办') })
const approval = (amount: number) => ({
  id: '核准1',
  unitId: '党政办',
  category: 'administrative' as const,
  amount,
  number: '用编〔2026〕3号',
  expiresOn: null,
  personId: null,
  validFrom: '2026-01-01',
  validTo: null,
})
const tolerance = (amount: number) => ({
  id: '溢出',
  unitId: '党政办',
  category: null,
  amount,
  percent: null,
  documentNumber: '山编〔2026〕1号',
  validFrom: '2026-01-01',
  validTo: null,
})

describe('the arithmetic of one line', () => {
  test.each([
    [4, 5, '党政办 行政编制 5，实有 4，本次后 5，空编 0。'],
    [5, 4, '党政办 行政编制 5，实有 5，本次后 4，空编 1。'],
    [5, 6, '党政办 行政编制 5，实有 5，本次后 6，超编 1。'],
  ])('%i people, then %i', (before, after, said) => {
    expect(quotaSentence(LINE, book(people(before)), book(people(after)), '山编〔2026〕9号')).toBe(
      `${said}依据：山编办〔2006〕12号（核定），山编〔2026〕9号（本次）。`,
    )
  })

  test('what the transition allows is said beside the 超编, which stays', () => {
    const after = book({ ...people(7), tolerances: [tolerance(3)] })
    expect(quotaSentence(LINE, book(people(6)), after, null)).toBe(
      '党政办 行政编制 5，实有 6，本次后 7，超编 2（过渡期允许 3）。依据：山编办〔2006〕12号（核定）。',
    )
  })

  test('promised seats before and after; the change’s own paper is named once', () => {
    const after = book({ ...people(1), approvals: [approval(2)] })
    expect(quotaSentence(LINE, book(people(1)), after, '山编办〔2006〕12号')).toBe(
      '党政办 行政编制 5，实有 1，本次后 1，已核准未到位 0 → 2，空编 2。依据：山编办〔2006〕12号（本次）。',
    )
    expect(quotaSentence(LINE, after, book(people(1)), null)).toContain('已核准未到位 2 → 0，')
    expect(quotaSentence(LINE, after, after, null)).toContain('已核准未到位 2，')
  })

  test('a quota that changes, by whom it stands before and after', () => {
    const quotas = [quotaEntry({ unitId: '党政办', amount: 8, documentNumber: '山编〔2026〕9号' })]
    expect(quotaSentence(LINE, book({}), book({ quotas }), '山编〔2026〕9号')).toBe(
      '党政办 行政编制 5 → 8，实有 0，本次后 0，空编 8。依据：山编〔2026〕9号（本次）。',
    )
  })

  test('no paper at all is said', () => {
    const units = [{ name: '党政办' }]
    expect(quotaSentence(LINE, book({ units }), book({ units, ...people(1) }), null)).toBe(
      '党政办 行政编制 0，实有 0，本次后 1，超编 1。依据：无。',
    )
  })

  test('混编: the person is in the sentence, though in no figure', () => {
    const units = [{ name: '财政所', kind: 'institution' as const, quotas: { institution: 3 } }]
    expect(
      quotaSentence(
        { unitId: '财政所', category: 'administrative' },
        book({ units }),
        book({ units, people: [seated('范某', '财政所')] }),
        null,
      ),
    ).toBe('财政所 行政编制 0，实有 0，本次后 1，混编 1。依据：无。')
  })

  test('the township’s own number is an approved total', () => {
    const units = (amount: number) => [
      { name: '山溪乡', kind: 'township' as const, ceilings: { administrative: amount } },
      OFFICE,
    ]
    const root = { unitId: '山溪乡', category: 'administrative' } as const
    const [before, after] = [book({ units: units(23) }), book({ units: units(25) })]
    expect(quotaSentence(root, before, after, null)).toBe(
      '山溪乡 行政编制核定总额 23 → 25。依据：山编办〔2006〕12号（核定）。',
    )
    const inRoot = book({ units: units(23), people: [seated('乡长', '山溪乡')] })
    expect(quotaSentence(root, before, inRoot, null)).toContain('实有 0，本次后 1，超编 1')
    expect(quotaSentence(root, inRoot, before, null)).toContain('实有 1，本次后 0，空编 0')
  })

  test('a unit that goes is named from before, one in neither book is not spoken of', () => {
    const gone = { unitId: '经发办', category: 'administrative' } as const
    const before = book({ units: [OFFICE, { name: '经发办', quotas: { administrative: 2 } }] })
    expect(quotaSentence(gone, before, book({}), null)).toBe(
      '经发办 行政编制 2 → 0，实有 0，本次后 0，空编 0。依据：无。',
    )
    expect(quotaSentence(gone, book({}), book({}), null)).toBeNull()
  })
})

describe('the lines a change moved', () => {
  const units = [
    OFFICE,
    { name: '经发办', quotas: { administrative: 2 } },
    { name: '站', kind: 'institution' as const },
  ]
  const state = (spec: Partial<SnapshotSpec>) => book({ units, ...spec }).figures
  const keys = (...given: Parameters<typeof movedLines>) =>
    movedLines(...given).map((line) => `${line.unitId} ${line.category}`)

  test('what the event names first, once; then every line whose numbers are others', () => {
    const before = state({ people: [seated('甲', '党政办')] })
    const after = state({ people: [seated('甲', '经发办')] })
    expect(keys([], before, after)).toEqual(['党政办 administrative', '经发办 administrative'])
    expect(keys([{ unitId: '经发办', category: 'administrative' }], before, after)).toEqual([
      '经发办 administrative',
      '党政办 administrative',
    ])
    expect(keys([], before, before)).toEqual([])
  })

  test('混编 and lines that end belong to it; another person on the same seat is 混编 moved', () => {
    const misplaced = (name: string) => state({ people: [seated(name, '站')] })
    expect(keys([], state({}), misplaced('甲'))).toEqual(['站 administrative'])
    expect(keys([], misplaced('甲'), misplaced('乙'))).toEqual(['站 administrative'])
    expect(keys([], misplaced('甲'), state({}))).toEqual(['站 administrative'])
    expect(keys([], state({}), book({}).figures)).toEqual(['经发办 administrative'])
  })
})

describe('领导职数 of the township', () => {
  const team = (amount: number, chief: number | null, deputy: number | null) => ({
    name: '班子',
    kind: 'leadership' as const,
    leadership: { amount, chief, deputy },
  })
  const leaders = (count: number) =>
    Array.from({ length: count }, (_, turn) => ({
      name: `领导${turn}`,
      holdings: [seat('班子', 'administrative', { leadership: 'deputy' as const })],
    }))
  const say = (
    from: ReturnType<typeof team>,
    to: ReturnType<typeof team>,
    count: number,
    paper: string | null = null,
  ) =>
    leadershipSentences(
      book({ units: [from], people: leaders(count) }),
      book({ units: [to], people: leaders(count) }),
      paper,
    )

  test('before and after, divided where both numbers are known', () => {
    expect(say(team(8, null, 7), team(9, 3, 6), 8, '山编〔2026〕9号')).toEqual([
      '全乡领导职数 8 → 9（正职 3、副职 6），实配 8，空 1。依据：山编〔2026〕9号（本次）。',
    ])
    expect(say(team(9, 3, 6), team(7, 3, null), 8)).toEqual(['全乡领导职数 9（正职 3、副职 6） → 7，实配 8，超 1。'])
    expect(say(team(9, 3, 6), team(8, 3, 5), 8)).toEqual([
      '全乡领导职数 9（正职 3、副职 6） → 8（正职 3、副职 5），实配 8，空 0。',
    ])
  })

  test('where the number stays nothing is said', () => expect(say(team(8, 3, 5), team(8, 3, 5), 2)).toEqual([]))
})

describe('gates', () => {
  const act = (more: Partial<Act> = {}): Act => ({
    type: 'entry',
    reason: true,
    document: true,
    plannedEnd: true,
    ...more,
  })
  const finding = (more: Partial<Finding> = {}): Finding => ({
    rule: 'A4',
    severity: 'error',
    effect: 'none',
    unitId: null,
    personId: null,
    text: '',
    remedy: '',
    facts: {},
    ...more,
  })

  test.each([
    ['entry', 'block'],
    ['arrival', 'block'],
    ['move', 'block'],
    ['restore', 'block'],
    ['batch.transfer', 'block'],
    ['approval.grant', 'block'],
    ['exit', 'hint'],
    ['quota.decrease', 'hint'],
  ])('%s without a seat and without grounds: %s', (type, gate) => {
    expect(gateOf(finding(), act({ type, reason: false }), undefined)).toBe(gate)
  })

  test('on purpose, with reason, document and planned end, it is let in and recorded', () => {
    expect(gateOf(finding(), act(), undefined)).toBe('record')
    expect(gateOf(finding(), act({ plannedEnd: null }), undefined)).toBe('record')
    expect(missingGrounds(act({ reason: false, document: false, plannedEnd: false }))).toEqual([
      '理由',
      '文号',
      '计划消化日期',
    ])
    expect(missingGrounds(act({ plannedEnd: null }))).toEqual([])
    expect(missingGrounds(act({ document: false }))).toEqual(['文号'])
  })

  test('the book’s own word goes before', () => {
    expect(gateOf(finding(), act({ reason: false }), 'hint')).toBe('hint')
    expect(gateOf(finding({ rule: 'B2' }), act(), 'block')).toBe('block')
  })

  test('without a word of its own: one number on two people never; what keeps off the sheet is recorded; the rest is shown', () => {
    expect(defaultGate(finding({ rule: 'D1', effect: 'eligibility' }))).toBe('block')
    expect(defaultGate(finding({ rule: 'A4' }))).toBe('block')
    expect(gateOf(finding({ rule: 'B2', effect: 'eligibility' }), act(), undefined)).toBe('record')
    expect(defaultGate(finding({ rule: 'B2', effect: 'eligibility', severity: 'warning' }))).toBe('hint')
    expect(defaultGate(finding({ rule: 'B2', effect: 'overQuota' }))).toBe('hint')
  })

  test('no seat is free: the sentence says the numbers before, and how many come', () => {
    const before = book({ ...people(4), approvals: [approval(1)] })
    const after = book({ ...people(6), approvals: [approval(1)] })
    expect(seatFindings({ type: 'entry' }, before, after)).toEqual([
      {
        rule: 'A4',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: null,
        text: '党政办 行政编制核定 5 名，实有 4 名，已核准未到位 1 名，可用编制不足，不能再进 2 名。',
        remedy: '先核增编制或空出编制；确需超编的，写明理由、文号和计划消化日期后登记。',
        facts: { 核定: 5, 实有: 4, 已核准未到位: 1, 本次: 2 },
      },
    ])
  })

  test('what is allowed above the quota is a seat, and is said where it is used up', () => {
    const allowed = { tolerances: [tolerance(1)] }
    expect(
      seatFindings({ type: 'entry' }, book({ ...people(5), ...allowed }), book({ ...people(6), ...allowed })),
    ).toEqual([])
    expect(
      seatFindings({ type: 'entry' }, book({ ...people(6), ...allowed }), book({ ...people(7), ...allowed }))[0]?.text,
    ).toBe('党政办 行政编制核定 5 名，实有 6 名，已核准未到位 0 名，允许溢出 1 名，可用编制不足，不能再进 1 名。')
  })

  test('the last free seat; a promise where none is left; a line that is over already and takes nobody; an act that brings nobody', () => {
    expect(seatFindings({ type: 'entry' }, book(people(4)), book(people(5)))).toEqual([])
    const promised = book({ ...people(5), approvals: [approval(1)] })
    expect(seatFindings({ type: 'approval.grant' }, book(people(5)), promised)).toMatchObject([{ facts: { 本次: 1 } }])
    expect(seatFindings({ type: 'move' }, book(people(7)), book(people(7)))).toEqual([])
    expect(seatFindings({ type: 'exit' }, book(people(5)), book(people(6)))).toEqual([])
  })

  test('into a unit that had no line: the numbers before are none', () => {
    const units = [OFFICE, { name: '经发办' }]
    expect(
      seatFindings({ type: 'move' }, book({ units, ...people(1) }), book({ units, people: [seated('甲1', '经发办')] })),
    ).toMatchObject([{ unitId: '经发办', facts: { 核定: 0, 实有: 0, 已核准未到位: 0, 本次: 1 } }])
  })
})
