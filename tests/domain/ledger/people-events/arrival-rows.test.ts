import { describe, expect, it } from 'vitest'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import { planArrival, type Arrival } from '../../../../electron/domain/ledger/events/arrival.ts'
import type {
  EntryApprovalTable,
  FactRows,
  HoldingTable,
  LedgerEventTable,
} from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { noColumns } from '../../../../electron/vocabulary/person-fields.ts'
import { after, planned, refusal, standing, tools, town, type Resident } from './town.ts'

/* 到位, row by row: which approval it takes, whose entry it completes, and what the person's row says of the way in. */

const ON = '2026-08-01'
const NUMBER = '用编〔2026〕3号'
const RECORDED = { recorded_at: '2026-11-22T02:00:00.000Z' }

const approval = (more: Partial<EntryApprovalTable> = {}): EntryApprovalTable => ({
  id: '核准',
  unit_id: '党政办',
  category: 'administrative',
  amount: 1,
  number: NUMBER,
  expires_on: null,
  person_id: '新人',
  valid_from: '2026-03-01',
  valid_to: null,
  ...RECORDED,
  ...more,
})
const entered = (more: Partial<LedgerEventTable> = {}): LedgerEventTable => ({
  id: `入编${more.effective_on ?? ''}${more.document_number ?? ''}`,
  type: 'entry',
  effective_on: '2026-06-01',
  person_id: '新人',
  unit_id: '党政办',
  other_unit_id: null,
  category: 'administrative',
  cause: '21',
  document_number: '试编〔2026〕8号',
  proofs: '[]',
  note: null,
  is_correction: 0,
  ...RECORDED,
  ...more,
})
const arrival = (more: Partial<Arrival> = {}): Arrival => ({
  type: 'arrival',
  on: ON,
  person: '新人',
  post: '科员',
  ...more,
})
const GONE: Resident = { name: '新人', unit: '经发办', title: '旧岗', to: '2015-01-01' }

/** 甲一 in post, somebody else's approval first, and 新人 who once was here. */
function waiting(
  spec: {
    readonly approvals?: readonly EntryApprovalTable[]
    readonly events?: readonly LedgerEventTable[]
    readonly newcomer?: Resident
  } = {},
): FactRows {
  const { approvals = [approval()], events = [], newcomer = GONE } = spec
  return {
    ...town({ name: '甲一', unit: '党政办' }, newcomer),
    entry_approval: [approval({ id: '他人的', unit_id: '经发办', person_id: '别人' }), ...approvals],
    ledger_event: events,
  }
}

/** The row the person sits in from the day. */
function seated(facts: FactRows, more: Partial<Arrival> = {}): HoldingTable {
  const found = planned(facts, planArrival, arrival(more)).writes.flatMap((write) =>
    write.op === 'insert' && write.table === 'holding' ? [write.row] : [],
  )
  const [row] = found
  if (row === undefined || found.length > 1) throw new Error(`${found.length} rows of the person`)
  return row
}
const wayIn = (row: HoldingTable) => [row.entered_on, row.entry_cause, row.entry_route, row.entry_document_number]

describe('到位 writes', () => {
  it('the document, the post, the person in it, the approval used up, and what happened', () => {
    let made = 0
    const desk = { ...tools, newId: () => `新${(made += 1)}` }
    const event = arrival({
      document: { number: '到岗〔2026〕1号', title: '到岗通知' },
      proofs: ['报到证'],
      note: '已报到',
      handover: 'overlap',
      handoverUntil: '2026-12-31',
    })
    const recorded_at = tools.recordedAt
    expect(planArrival(event, ledgerBook(waiting({ events: [entered()] })), desk)).toEqual({
      writes: [
        {
          op: 'insert',
          table: 'basis_document',
          row: {
            id: '新1',
            number: '到岗〔2026〕1号',
            title: '到岗通知',
            issuing_body: null,
            issued_on: null,
            recorded_at,
          },
        },
        {
          op: 'insert',
          table: 'holding',
          row: {
            ...noColumns('holding'),
            id: '新2',
            person_id: '新人',
            post_id: 'p-甲一',
            kind: 'substantive',
            category: 'administrative',
            off_quota_kind: null,
            occupies_quota: 1,
            occupies_leadership: 0,
            overlap_allowed: 1,
            counterpart: null,
            entered_on: '2026-06-01',
            entry_route: '考试录用应届毕业生',
            entry_cause: '21',
            entry_document_number: '试编〔2026〕8号',
            exit_cause: null,
            approval_id: '核准',
            occupied_rank: null,
            due_on: '2026-12-31',
            valid_from: ON,
            valid_to: null,
            recorded_at,
          },
        },
        { op: 'update', table: 'entry_approval', id: '核准', set: { valid_to: ON } },
        {
          op: 'insert',
          table: 'ledger_event',
          row: {
            ...entered({
              id: '新3',
              type: 'arrival',
              effective_on: ON,
              cause: null,
              document_number: '到岗〔2026〕1号',
              proofs: '["报到证"]',
              note: '已报到',
            }),
            recorded_at,
          },
        },
      ],
      summary: '{person:新人}到位，党政办',
      touches: [{ unitId: '党政办', category: 'administrative' }],
    })
  })
})

describe('the approval', () => {
  const none = { refusal: 'event_impossible', details: { why: `新人在 ${ON} 没有已核准未到位的编制，或核准已过期` } }

  it('of somebody else, ended, not begun or past its last day is none', () => {
    for (const approvals of [
      [],
      [approval({ person_id: null })],
      [approval({ valid_to: ON })],
      [approval({ valid_from: '2026-08-02' })],
      [approval({ expires_on: '2026-07-31' })],
    ])
      expect(refusal(waiting({ approvals }), planArrival, arrival())).toEqual(none)
    expect(seated(waiting({ approvals: [approval({ expires_on: ON })] })).approval_id).toBe('核准')
    expect(seated(waiting({ approvals: [approval({ valid_from: ON })] })).approval_id).toBe('核准')
  })

  it('whose only seat somebody took is none, though they have left since; the next one counts', () => {
    const newcomer: Resident = {
      ...GONE,
      from: '2026-04-01',
      to: '2026-07-01',
      holding: { approval_id: '核准' },
    }
    expect(refusal(waiting({ newcomer }), planArrival, arrival())).toEqual(none)
    expect(seated(waiting({ newcomer, approvals: [approval(), approval({ id: '再核准' })] })).approval_id).toBe(
      '再核准',
    )
    expect(seated(waiting({ newcomer, approvals: [approval({ amount: 2 })] })).approval_id).toBe('核准')
  })

  it('gives no second 编制 and no seat that is held', () => {
    const counted = waiting({ newcomer: { name: '新人', unit: '经发办' } })
    expect(refusal(counted, planArrival, arrival())).toEqual({
      refusal: 'already_in_post',
      details: { name: '新人', unit: '经发办' },
    })
    expect(refusal(waiting(), planArrival, arrival({ post: 'p-甲一' }))).toEqual({
      refusal: 'event_impossible',
      details: { why: `岗位“科员”${ON} 这天还有人` },
    })
  })
})

describe('the way in', () => {
  it('without an entry on record is the arrival itself, by its document or else by the approval', () => {
    expect(wayIn(seated(waiting()))).toEqual([ON, null, null, NUMBER])
    expect(wayIn(seated(waiting(), { document: { number: '到岗〔2026〕1号' } }))).toEqual([
      ON,
      null,
      null,
      '到岗〔2026〕1号',
    ])
  })

  it('is that of the entry, whose document goes before the one of the arrival', () => {
    const document = { number: '到岗〔2026〕1号' }
    const bare = waiting({ events: [entered({ document_number: null })] })
    const way = (number: string) => ['2026-06-01', '21', '考试录用应届毕业生', number]
    expect(wayIn(seated(waiting({ events: [entered()] }), { document }))).toEqual(way('试编〔2026〕8号'))
    expect(wayIn(seated(bare, { document }))).toEqual(way('到岗〔2026〕1号'))
    expect(wayIn(seated(bare))).toEqual(way(NUMBER))
  })

  it('keeps a code nobody knows, without words for it', () => {
    expect(wayIn(seated(waiting({ events: [entered({ cause: '老码' })] })))).toEqual([
      '2026-06-01',
      '老码',
      null,
      '试编〔2026〕8号',
    ])
  })

  it.each([
    ['another event', { type: 'move' }],
    ['another person', { person_id: '甲一' }],
    ['another category', { category: 'institution' }],
    ['a later day', { effective_on: '2026-08-02' }],
  ] as const)('is not told by an entry of %s', (_name, other) => {
    const stray = entered({ effective_on: '2026-07-15', cause: '12', document_number: '别的', ...other })
    expect(wayIn(seated(waiting({ events: [stray] })))).toEqual([ON, null, null, NUMBER])
    for (const events of [
      [entered(), stray],
      [stray, entered()],
    ])
      expect(wayIn(seated(waiting({ events })))[3]).toBe('试编〔2026〕8号')
  })

  it('is the latest entry by its day, that of the arrival included; of one day the one recorded last', () => {
    const [first, second] = [
      entered({ effective_on: '2011-01-01', document_number: '早' }),
      entered({ effective_on: ON, document_number: '当天' }),
    ]
    const again = entered({ effective_on: ON, document_number: '重登' })
    const number = (...events: readonly LedgerEventTable[]) => seated(waiting({ events })).entry_document_number
    expect(number(first, second)).toBe('当天')
    expect(number(second, first)).toBe('当天')
    expect(number(first, second, again)).toBe('重登')
    expect(number(first, entered(), entered({ effective_on: '2020-01-01', document_number: '中' }))).toBe(
      '试编〔2026〕8号',
    )
  })
})

describe('what the person was here before', () => {
  it.each(['offQuota', 'secondedIn', 'attached'] as const)('as %s ends on the day', (kind) => {
    const newcomer: Resident = {
      name: '新人',
      unit: '经发办',
      title: '帮忙',
      holding: { kind, category: null, occupies_quota: 0, off_quota_kind: kind === 'offQuota' ? 'selfHired' : null },
    }
    const facts = after(waiting({ newcomer }), planArrival, arrival())
    expect(standing(facts, '新人', '2026-07-31')).toEqual([`${kind} 经发办 帮忙 不占编`])
    expect(standing(facts, '新人', ON)).toEqual(['substantive 党政办 科员 占编'])
  })

  it('as 兼任 goes on beside the seat', () => {
    const newcomer: Resident = {
      name: '新人',
      unit: '经发办',
      title: '联络员',
      holding: { kind: 'concurrent', category: null, occupies_quota: 0 },
    }
    expect(standing(after(waiting({ newcomer }), planArrival, arrival()), '新人', ON)).toEqual([
      'concurrent 经发办 联络员 不占编',
      'substantive 党政办 科员 占编',
    ])
  })
})
