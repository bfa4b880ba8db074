import { describe, expect, test } from 'vitest'
import type { OverQuotaChoiceTable } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { answerWrites, choiceWrites, standingQuestions } from '../../../electron/domain/ledger/planning/stands-over.ts'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { buildSnapshot, seated, type PersonSpec } from '../../kit/snapshot.ts'

/* Whatever brings a line over its quota asks who is to stand as over. */

const sits = (name: string, entered: string, unit = '党政办'): PersonSpec =>
  seated(name, unit, 'administrative', { enteredOn: entered })
const book = (people: readonly PersonSpec[], findings: readonly Finding[] = []) => {
  const snapshot = buildSnapshot({
    units: [
      { name: '党政办', quotas: { administrative: 2 } },
      { name: '经发办', quotas: { administrative: 1 } },
    ],
    people,
  })
  return { snapshot, figures: computeFigures(snapshot), findings }
}
const [ONE, TWO] = [sits('甲', '2001-01'), sits('乙', '2005-01')]
const NEW = sits('新', '1999-01')
const ask = (before: readonly PersonSpec[], after: readonly PersonSpec[], findings: readonly Finding[] = []) =>
  standingQuestions(book(before), book(after, findings)).map(({ unitId, day, count, candidates }) => ({
    unitId,
    day,
    count,
    candidates: candidates.map((one) => `${one.personId}${one.newcomer ? ' 新来' : ''}${one.proposed ? ' 排定' : ''}`),
  }))
const offSheet: Finding = {
  rule: 'C1',
  severity: 'error',
  effect: 'eligibility',
  unitId: null,
  personId: '乙',
  text: '',
  remedy: '',
  facts: {},
}

describe('it is asked', () => {
  test('where somebody comes over the number: the newcomer first, then the order by which they would stand', () => {
    expect(ask([ONE, TWO], [ONE, TWO, NEW])).toEqual([
      { unitId: '党政办', day: '2026-11-22', count: 1, candidates: ['新 新来', '乙 排定', '甲'] },
    ])
  })

  test('again where another comes to a line that is over already, though no more stand over than before', () => {
    expect(ask([ONE, TWO, sits('丙', '2003-01')], [ONE, TWO, NEW])).toMatchObject([
      { count: 1, candidates: ['新 新来', '乙 排定', '甲'] },
    ])
  })

  test('where the number falls under the people, without anybody coming', () => {
    const few = book([ONE, TWO])
    const lines = few.figures.lines.map((line) => ({ ...line, quota: 1, over: 1 }))
    const after = { ...few, figures: { ...few.figures, lines } }
    expect(standingQuestions(few, after)).toMatchObject([
      {
        count: 1,
        candidates: [
          { personId: '乙', newcomer: false, proposed: true },
          { personId: '甲', proposed: false },
        ],
      },
    ])
    expect(standingQuestions(after, after)).toEqual([])
  })

  test('of every line apart', () => {
    const elsewhere = [sits('丙', '2001-01', '经发办'), sits('丁', '2002-01', '经发办')]
    expect(ask([], [ONE, TWO, NEW, ...elsewhere]).map(({ unitId }) => unitId)).toEqual(['党政办', '经发办'])
    // What was over before and stays as it was is not asked about.
    expect(ask(elsewhere, [ONE, TWO, NEW, ...elsewhere]).map(({ unitId }) => unitId)).toEqual(['党政办'])
  })
})

describe('it is not asked', () => {
  test('within the number, or where somebody leaves a line that is over', () => {
    expect(ask([ONE], [ONE, TWO])).toEqual([])
    expect(ask([ONE, TWO, NEW, sits('丙', '2003-01')], [ONE, TWO, NEW])).toEqual([])
  })

  test('where somebody is off the sheet already for another reason', () => {
    expect(ask([ONE, TWO], [ONE, TWO, NEW], [offSheet])).toEqual([])
    expect(
      ask(
        [ONE, TWO],
        [ONE, TWO, NEW],
        [
          { ...offSheet, effect: 'overQuota' },
          { ...offSheet, personId: null },
        ],
      ),
    ).toHaveLength(1)
  })
})

const tools = () => {
  let made = 0
  return { newId: () => `新${(made += 1)}`, recordedAt: '2026-11-22T02:00:00.000Z', today: '2026-11-22' }
}
const chosen = (id: string, more: Partial<OverQuotaChoiceTable> = {}): OverQuotaChoiceTable => ({
  id,
  unit_id: '党政办',
  category: 'administrative',
  person_id: '甲',
  reason: '',
  valid_from: '2020-01-01',
  valid_to: null,
  recorded_at: '2020-01-01T02:00:00.000Z',
  ...more,
})

describe('the answer', () => {
  const questions = standingQuestions(
    book([]),
    book([ONE, TWO, NEW, sits('丙', '2001-01', '经发办'), sits('丁', '2002-01', '经发办')]),
  )
  const answer = (ids: readonly string[], choices: readonly OverQuotaChoiceTable[] = []) =>
    answerWrites(questions, ids, choices, '会议研究', tools())

  test('is a choice with its reason, in force from the day', () => {
    expect(answer(['甲'])).toEqual([
      {
        op: 'insert',
        table: 'over_quota_choice',
        row: {
          id: '新1',
          unit_id: '党政办',
          category: 'administrative',
          person_id: '甲',
          reason: '会议研究',
          valid_from: '2026-11-22',
          valid_to: null,
          recorded_at: '2026-11-22T02:00:00.000Z',
        },
      },
    ])
  })

  test('one line may be answered and the other left to the order; both; or neither', () => {
    expect(answer([])).toEqual([])
    expect(answer(['丙', '新'])).toMatchObject([{ row: { person_id: '新' } }, { row: { person_id: '丙' } }])
  })

  test('of somebody nobody asked about, or of too many, is no answer', () => {
    expect(answer(['戊'])).toEqual({ wrong: 'stranger', personId: '戊' })
    expect(answer(['甲', '乙'])).toMatchObject({ wrong: 'count', given: 2, question: { unitId: '党政办', count: 1 } })
  })

  test('ends what was chosen for the line before, and leaves other lines alone', () => {
    const others = [chosen('别处', { unit_id: '经发办' }), chosen('别类', { category: 'worker' })]
    expect(answer(['乙'], [chosen('旧'), ...others])).toMatchObject([
      { op: 'update', table: 'over_quota_choice', id: '旧', set: { valid_to: '2026-11-22' } },
      { op: 'insert', row: { person_id: '乙' } },
    ])
  })

  test('ends where a later choice begins; one of the same day is replaced', () => {
    const line = { unitId: '党政办', category: 'administrative', day: '2026-11-22' } as const
    const of = (...rows: readonly OverQuotaChoiceTable[]) => choiceWrites(line, ['乙'], rows, '', tools())
    expect(of(chosen('后', { valid_from: '2027-01-01' }))).toMatchObject([
      { op: 'insert', row: { valid_to: '2027-01-01' } },
    ])
    expect(of(chosen('当日', { valid_from: '2026-11-22' }))).toMatchObject([
      { op: 'remove', id: '当日' },
      { op: 'insert', row: { valid_to: null } },
    ])
    expect(of(chosen('早已', { valid_to: '2021-01-01' }))).toHaveLength(1)
  })
})
