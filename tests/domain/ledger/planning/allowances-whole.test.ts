import { describe, expect, it, test } from 'vitest'
import {
  planOffQuotaControlSet,
  type OffQuotaControlSetEvent,
} from '../../../../electron/domain/ledger/events/off-quota-control-set.ts'
import { planToleranceSet, type ToleranceSetEvent } from '../../../../electron/domain/ledger/events/tolerance-set.ts'
import type { OffQuotaControlTable, ToleranceTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { town } from '../people-events/town.ts'
import { answer, why, writesTo } from '../people-events/writes-told.ts'

/* 允许溢出 and 编外控制数 to the last column: which rows of which line they end, and until when they hold. */

const AT = { recorded_at: '2020-01-01T00:00:00.000Z' }
const document = { number: '试编〔2026〕9号' }

describe('允许溢出', () => {
  const set = (more: Partial<ToleranceSetEvent> = {}): ToleranceSetEvent => ({
    type: 'tolerance.set',
    on: '2026-03-01',
    document,
    unit: '党政办',
    category: 'administrative',
    amount: 1,
    ...more,
  })
  const row = (
    id: string,
    unit_id: string | null,
    category: ToleranceTable['category'],
    valid_from = '2020-01-01',
    valid_to: string | null = null,
  ): ToleranceTable => ({
    id,
    unit_id,
    category,
    amount: 2,
    percent: null,
    document_id: 'plan',
    valid_from,
    valid_to,
    ...AT,
  })
  const townWith = (...tolerance: readonly ToleranceTable[]) => ({ ...town(), tolerance })
  const rows = (facts: ReturnType<typeof townWith>, more: Partial<ToleranceSetEvent> = {}) =>
    writesTo(['tolerance'], facts, planToleranceSet, set(more))

  it('the whole plan: the paper, the row, the words in the ledger, the line that is touched', () => {
    expect(answer(town(), planToleranceSet, set({ until: '2026-12-31', note: '过渡期' }))).toEqual({
      writes: [
        ['+', 'basis_document', { number: '试编〔2026〕9号' }],
        [
          '+',
          'tolerance',
          {
            unit_id: '党政办',
            category: 'administrative',
            amount: 1,
            document_id: 'n1',
            valid_from: '2026-03-01',
            valid_to: '2027-01-01',
          },
        ],
        [
          '+',
          'ledger_event',
          {
            type: 'tolerance.set',
            effective_on: '2026-03-01',
            unit_id: '党政办',
            category: 'administrative',
            document_number: '试编〔2026〕9号',
            note: '党政办行政编制自 2026-03-01 起允许溢出 1 名，至 2026-12-31 止；过渡期',
          },
        ],
      ],
      summary: '党政办行政编制自 2026-03-01 起允许溢出 1 名，至 2026-12-31 止',
      touches: [{ unitId: '党政办', category: 'administrative' }],
    })
  })

  const everywhere = townWith(
    row('本线', '党政办', 'administrative'),
    row('他类', '党政办', 'institution'),
    row('他办', '经发办', 'administrative'),
    row('全类', '党政办', null),
    row('各办', null, 'administrative'),
    row('全乡', null, null),
  )
  test.each([
    ['本线', { unit: '党政办', category: 'administrative' }, [{ unitId: '党政办', category: 'administrative' }]],
    ['他类', { unit: '党政办', category: 'institution' }, [{ unitId: '党政办', category: 'institution' }]],
    ['他办', { unit: '经发办', category: 'administrative' }, [{ unitId: '经发办', category: 'administrative' }]],
    ['全类', { unit: '党政办', category: undefined }, []],
    ['各办', { unit: undefined, category: 'administrative' }, []],
    ['全乡', { unit: undefined, category: undefined }, []],
  ] as const)('takes the place of its own line alone: %s', (id, more, touches) => {
    expect(rows(everywhere, more)).toEqual([
      [id, 'tolerance', { valid_to: '2026-03-01' }],
      [
        '+',
        'tolerance',
        {
          ...(more.unit === undefined ? {} : { unit_id: more.unit }),
          ...(more.category === undefined ? {} : { category: more.category }),
          amount: 1,
          document_id: 'n1',
          valid_from: '2026-03-01',
        },
      ],
    ])
    expect(answer(everywhere, planToleranceSet, set(more))).toMatchObject({ touches })
  })

  test.each([
    ['a last day and nothing later', '2026-06-30', null, '2026-07-01'],
    ['a last day before the next row begins', '2026-06-30', '2026-10-01', '2026-07-01'],
    ['a next row before the last day', '2026-12-31', '2026-10-01', '2026-10-01'],
    ['the day it begins as its last', '2026-03-01', null, '2026-03-02'],
    ['no last day, but a next row', undefined, '2026-10-01', '2026-10-01'],
    ['neither', undefined, null, undefined],
  ])('holds until the sooner of the two: %s', (_, until, next, end) => {
    const facts = next === null ? townWith() : townWith(row('后', '党政办', 'administrative', next))
    expect(rows(facts, { until })).toEqual([
      [
        '+',
        'tolerance',
        {
          unit_id: '党政办',
          category: 'administrative',
          amount: 1,
          document_id: 'n1',
          valid_from: '2026-03-01',
          ...(end === undefined ? {} : { valid_to: end }),
        },
      ],
    ])
  })

  it('is refused with both or neither number, with its last day before its first, and for no unit', () => {
    const one = why('允许溢出请写人数或比例中的一项')
    expect(answer(town(), planToleranceSet, set({ percent: 5 }))).toEqual(one)
    expect(answer(town(), planToleranceSet, set({ amount: undefined }))).toEqual(one)
    expect(answer(town(), planToleranceSet, set({ until: '2026-02-28' }))).toEqual(
      why('截止日 2026-02-28 早于生效日 2026-03-01'),
    )
    expect(answer(town(), planToleranceSet, set({ unit: '没有' }))).toEqual({ refusal: 'unit_not_found', details: {} })
    expect(
      answer(town(), planToleranceSet, set({ unit: undefined, category: undefined, amount: undefined, percent: 5 })),
    ).toMatchObject({ summary: '各机构各类编制自 2026-03-01 起允许溢出 5%' })
  })
})

describe('编外控制数', () => {
  const set: OffQuotaControlSetEvent = {
    type: 'offQuota.control.set',
    on: '2026-03-01',
    document,
    kind: 'selfHired',
    amount: 6,
  }
  const row = (
    id: string,
    kind: OffQuotaControlTable['kind'],
    valid_from: string,
    valid_to: string | null = null,
  ): OffQuotaControlTable => ({ id, kind, amount: 9, document_id: 'plan', valid_from, valid_to, ...AT })

  it('ends the number of its own kind, keeps that of later days, and leaves the other kinds alone', () => {
    const facts = {
      ...town(),
      off_quota_control: [
        row('派', 'agency', '2020-01-01', '2026-05-01'),
        row('派后', 'agency', '2026-05-01'),
        row('聘', 'selfHired', '2020-01-01', '2026-09-01'),
        row('聘后', 'selfHired', '2026-09-01'),
      ],
    }
    expect(answer(facts, planOffQuotaControlSet, set)).toEqual({
      writes: [
        ['+', 'basis_document', { number: '试编〔2026〕9号' }],
        ['聘', 'off_quota_control', { valid_to: '2026-03-01' }],
        [
          '+',
          'off_quota_control',
          { kind: 'selfHired', amount: 6, document_id: 'n1', valid_from: '2026-03-01', valid_to: '2026-09-01' },
        ],
        [
          '+',
          'ledger_event',
          {
            type: 'offQuota.control.set',
            effective_on: '2026-03-01',
            document_number: '试编〔2026〕9号',
            note: '自聘控制数自 2026-03-01 起为 6 名',
          },
        ],
      ],
      summary: '自聘控制数自 2026-03-01 起为 6 名',
      touches: [],
    })
  })

  it('a first number of a kind ends nothing', () => {
    const facts = { ...town(), off_quota_control: [row('派', 'agency', '2020-01-01')] }
    expect(writesTo(['off_quota_control'], facts, planOffQuotaControlSet, set)).toEqual([
      ['+', 'off_quota_control', { kind: 'selfHired', amount: 6, document_id: 'n1', valid_from: '2026-03-01' }],
    ])
  })
})
