import { describe, expect, it, test } from 'vitest'
import { planNameplateHang } from '../../../../electron/domain/ledger/events/nameplate-hang.ts'
import { planUnitAbolish } from '../../../../electron/domain/ledger/events/unit-abolish.ts'
import { planUnitEstablish } from '../../../../electron/domain/ledger/events/unit-establish.ts'
import { planUnitMerge, type UnitMergeEvent } from '../../../../electron/domain/ledger/events/unit-merge.ts'
import { planUnitReassign } from '../../../../electron/domain/ledger/events/unit-reassign.ts'
import { planUnitRename } from '../../../../electron/domain/ledger/events/unit-rename.ts'
import { ledgerBook, type LedgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import {
  refuse,
  type EventPlan,
  type EventTools,
  type FactWrite,
  type PlanResult,
} from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { insertRow, removeRow, updateRow } from '../../../../electron/domain/ledger/planning/pieces.ts'
import type { FactRows, FactTable, UnitVersionTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { town } from '../people-events/town.ts'

/* What the end, the merger, the beginning and the change of a unit write, row by row, and whom each still waits for. */

const ON = '2026-06-01'
const NOW = '2026-11-22T03:00:00.000Z'
const AT = { recorded_at: '2020-01-01T00:00:00.000Z' }
const ranged = (valid_from: string, valid_to: string | null) => ({ valid_from, valid_to, ...AT })
const why = (sentence: string) => refuse('event_impossible', { why: sentence })
const paper = { document: { number: '试编〔2006〕1号' } }

type Planner<E> = (event: E, ledger: LedgerBook, tools: EventTools) => PlanResult

function plan<E>(facts: FactRows, planner: Planner<E>, event: E): PlanResult {
  let made = 0
  return planner(event, ledgerBook(facts), { newId: () => `新${(made += 1)}`, recordedAt: NOW, today: '2026-11-22' })
}
function planned<E>(facts: FactRows, planner: Planner<E>, event: E): EventPlan {
  const result = plan(facts, planner, event)
  if ('refusal' in result) throw new Error(`${result.refusal} ${JSON.stringify(result.details)}`)
  return result
}
/** The event's own row among what is written. */
const told = (type: string, unit: string, words: string, id: string, other: string | null = null): FactWrite =>
  insertRow('ledger_event', {
    id,
    type,
    effective_on: ON,
    person_id: null,
    unit_id: unit,
    other_unit_id: other,
    category: null,
    cause: null,
    document_number: '试编〔2006〕1号',
    proofs: '[]',
    note: words,
    is_correction: 0,
    recorded_at: NOW,
  })

/** Another version of 经发办 or of a unit below it. */
const version = (id: string, more: Partial<UnitVersionTable>): UnitVersionTable => ({
  id,
  unit_id: '经发办',
  parent_id: '试验乡',
  name: '经发办',
  kind: 'office',
  managing_body: null,
  sort_order: 9,
  document_id: 'plan',
  ...ranged('2006-11-01', null),
  ...more,
})

/** Over, ending on the day, running, running for one more day, beginning on the day, of another unit. */
const SPANS = [
  ['旧', '经发办', '2010-01-01', '2020-01-01'],
  ['止', '经发办', '2010-01-01', ON],
  ['行', '经发办', '2010-01-01', null],
  ['长', '经发办', '2010-01-01', '2026-06-02'],
  ['始', '经发办', ON, null],
  ['别', '党政办', '2010-01-01', null],
] as const
const spans = <Row>(make: (id: string, unit_id: string, range: ReturnType<typeof ranged>) => Row) =>
  SPANS.map(([id, unit, from, to]) => make(id, unit, ranged(from, to)))
const ended = (table: FactTable) => [
  updateRow(table, '行', { valid_to: ON } as never),
  updateRow(table, '长', { valid_to: ON } as never),
  removeRow(table, '始'),
]

describe('撤销', () => {
  const abolish = (facts: FactRows) =>
    plan(facts, planUnitAbolish, { type: 'unit.abolish', on: ON, unit: '经发办', ...paper })
  const bare: FactRows = { ...town(), quota: [] }
  const gone = (more: readonly FactWrite[] = []): EventPlan => ({
    writes: [
      ...more,
      updateRow('unit_version', 'uv-经发办', { valid_to: ON }),
      told('unit.abolish', '经发办', '经发办自 2026-06-01 起撤销', '新1'),
    ],
    summary: '经发办自 2026-06-01 起撤销',
    touches: [],
  })

  it('takes back what was allotted, category by category; without any it says no more than the end', () => {
    expect(abolish(bare)).toEqual(gone())
    const { quota } = town()
    const [first] = quota.filter((row) => row.unit_id === '经发办')
    if (first === undefined) throw new Error('no quota')
    const facts = { ...bare, quota: [...quota, { ...first, id: 'q2', category: 'institution' as const, amount: 4 }] }
    const words = '经发办自 2026-06-01 起撤销，收回行政编制 2 名、事业编制 4 名'
    expect(abolish(facts)).toEqual({
      writes: [
        updateRow('quota', 'q-经发办', { valid_to: ON }),
        updateRow('quota', 'q2', { valid_to: ON }),
        updateRow('unit_version', 'uv-经发办', { valid_to: ON }),
        told('unit.abolish', '经发办', words, '新1'),
      ],
      summary: words,
      touches: [
        { unitId: '经发办', category: 'administrative' },
        { unitId: '经发办', category: 'institution' },
      ],
    })
  })

  it('a number that begins on the very day is no later one: it goes with the unit', () => {
    const [first] = town().quota
    if (first === undefined) throw new Error('no quota')
    const quota = [{ ...first, id: '当日', unit_id: '经发办', amount: 0, valid_from: ON }]
    expect(abolish({ ...bare, quota })).toEqual(gone([removeRow('quota', '当日')]))
  })

  const OWN: readonly (readonly [FactTable, Partial<FactRows>])[] = [
    [
      'leadership_quota',
      {
        leadership_quota: spans((id, unit_id, range) => ({
          id,
          unit_id,
          amount: 2,
          chief_amount: null,
          deputy_amount: null,
          document_id: 'plan',
          ...range,
        })),
      },
    ],
    [
      'rank_quota',
      {
        rank_quota: spans((id, unit_id, range) => ({
          id,
          unit_id,
          pool: '四级调研员',
          amount: 1,
          document_id: 'plan',
          ...range,
        })),
      },
    ],
    [
      'nameplate',
      { nameplate: spans((id, unit_id, range) => ({ id, unit_id, name: id, document_id: 'plan', ...range })) },
    ],
    [
      'tolerance',
      {
        tolerance: spans((id, unit_id, range) => ({
          id,
          unit_id,
          category: null,
          amount: 1,
          percent: null,
          document_id: 'plan',
          ...range,
        })),
      },
    ],
    [
      'over_quota_choice',
      {
        over_quota_choice: spans((id, unit_id, range) => ({
          id,
          unit_id,
          category: 'administrative' as const,
          person_id: '甲一',
          reason: '后到',
          ...range,
        })),
      },
    ],
    [
      'entry_approval',
      {
        entry_approval: spans((id, unit_id, range) => ({
          id,
          unit_id,
          category: 'administrative' as const,
          amount: 1,
          number: id,
          expires_on: '2026-05-31',
          person_id: null,
          ...range,
        })),
      },
    ],
  ]
  test.each(OWN)('ends on the day what is its own in %s, and nothing of another unit', (table, rows) => {
    expect(abolish({ ...bare, ...rows })).toEqual(gone(ended(table)))
  })

  const APPROVALS: readonly (readonly [unit: string, to: string | null, expires: string | null, open: boolean])[] = [
    ['经发办', null, null, true],
    ['经发办', null, '2026-06-01', true],
    ['经发办', null, '2026-05-31', false],
    ['经发办', '2026-06-02', '2027-01-01', true],
    ['经发办', '2026-06-01', null, false],
    ['经发办', '2026-01-01', '2027-01-01', false],
    ['党政办', null, null, false],
  ]
  test.each(APPROVALS)(
    '用编核准 of %s until %s, good to %s: waited for is %s',
    (unit_id, valid_to, expires_on, open) => {
      const row = {
        id: '核',
        unit_id,
        category: 'administrative' as const,
        amount: 3,
        number: '用编1号',
        expires_on,
        person_id: null,
        ...ranged('2026-01-01', valid_to),
      }
      expect(abolish({ ...bare, entry_approval: [row] })).toMatchObject(
        open ? why('经发办还有 3 名已核准未到位，请先撤回用编核准') : { summary: '经发办自 2026-06-01 起撤销' },
      )
    },
  )

  const BELOW: readonly (readonly [to: string | null, stands: boolean])[] = [
    [null, true],
    ['2026-06-02', true],
    ['2026-06-01', false],
    ['2020-01-01', false],
  ]
  test.each(BELOW)('a unit below it until %s: waited for is %s', (valid_to, stands) => {
    const below = version('uv-站', { unit_id: '站', parent_id: '经发办', name: '统计站', valid_to })
    const past = version('uv-旧', { unit_id: '旧站', parent_id: '经发办', name: '旧站', valid_to: '2010-01-01' })
    const result = abolish({ ...bare, unit_version: [past, ...bare.unit_version, below] })
    expect(result).toEqual(stands ? why('经发办下面还有统计站，请先撤销或并入别处') : gone())
  })

  it('counts the guests it still has by the head', () => {
    const guest = { occupies_quota: 0, kind: 'secondedIn' } as const
    const facts = town(
      { name: '借一', unit: '经发办', holding: guest },
      { name: '借二', unit: '经发办', holding: guest },
      { name: '兼三', unit: '经发办', holding: { ...guest, person_id: '借二', kind: 'concurrent' } },
    )
    expect(abolish(facts)).toEqual(why('经发办还有 2 名兼任、借入、挂职或编外人员，请先办理'))
  })
})

describe('合并', () => {
  const merge = (facts: FactRows, more: Partial<UnitMergeEvent> = {}) =>
    plan(facts, planUnitMerge, { type: 'unit.merge', on: ON, units: ['经发办'], into: '党政办', ...paper, ...more })

  it('a name that another unit bears later is taken already', () => {
    const facts = town()
    const later = version('uv-后', { unit_id: '农业中心', name: '综合中心', valid_from: '2027-01-01' })
    expect(merge({ ...facts, unit_version: [...facts.unit_version, later] }, { into: '综合中心' })).toEqual(
      refuse('unit_name_taken', { name: '综合中心' }),
    )
  })

  const KINDS = [
    [undefined, 'office'],
    ['institution', 'institution'],
  ] as const
  test.each(KINDS)('sets up the new unit in the place of the first: kind %s makes %s', (kind, made) => {
    const words = '经发办自 2026-06-01 起合并设立发展中心'
    expect(merge({ ...town(), quota: [] }, { into: '发展中心', kind })).toEqual({
      writes: [
        insertRow('unit', { id: '新1', recorded_at: NOW }),
        insertRow('unit_version', {
          ...version('新2', { unit_id: '新1', name: '发展中心', kind: made, sort_order: 3 }),
          valid_from: ON,
          recorded_at: NOW,
        }),
        updateRow('unit_version', 'uv-经发办', { valid_to: ON }),
        told('unit.merge', '经发办', words, '新3', '新1'),
      ],
      summary: words,
      touches: [],
    })
  })

  it('speaks of the categories that were allotted or used on the day or later, in their order', () => {
    const quota = (
      category: 'administrative' | 'institution' | 'worker',
      role: 'allocation' | 'ceiling',
      to: string | null,
    ) => ({
      id: `q-${category}-${to}`,
      unit_id: '经发办',
      category,
      role,
      amount: 1,
      document_id: 'plan',
      ...ranged('2010-01-01', to),
    })
    const touched = (facts: FactRows) => {
      const result = merge(facts)
      return 'refusal' in result ? result : result.touches.map((line) => `${line.unitId} ${line.category}`)
    }
    const empty: FactRows = { ...town(), quota: [] }
    expect(
      touched({ ...empty, quota: [quota('worker', 'allocation', null), quota('administrative', 'ceiling', null)] }),
    ).toEqual(['党政办 worker'])
    expect(touched({ ...empty, quota: [quota('worker', 'ceiling', '2026-06-02')] })).toEqual([])
    expect(
      touched({
        ...empty,
        quota: [
          quota('worker', 'allocation', ON),
          quota('administrative', 'allocation', '2020-01-01'),
          quota('institution', 'allocation', '2026-06-02'),
        ],
      }),
    ).toEqual(['党政办 institution'])
    const people = town(
      { name: '占一', unit: '经发办', category: 'institution' },
      { name: '兼二', unit: '经发办', holding: { occupies_quota: 0, kind: 'concurrent' } },
      { name: '走三', unit: '经发办', category: 'worker', to: ON },
    )
    expect(touched({ ...people, quota: [] })).toEqual(['党政办 institution'])
  })
})

describe('设立', () => {
  it('before the township there is no unit above; without plates and numbers there are none', () => {
    const on = '2000-01-01'
    const { writes, summary, touches } = planned(town(), planUnitEstablish, {
      type: 'unit.establish',
      on,
      name: '统计站',
      kind: 'institution',
      ...paper,
    })
    expect(writes.slice(0, -1)).toEqual([
      insertRow('unit', { id: '新1', recorded_at: NOW }),
      insertRow('unit_version', {
        id: '新2',
        unit_id: '新1',
        document_id: 'plan',
        valid_from: on,
        valid_to: null,
        recorded_at: NOW,
        parent_id: null,
        name: '统计站',
        kind: 'institution',
        managing_body: null,
        sort_order: 5,
      }),
    ])
    expect(writes.at(-1)).toMatchObject({ table: 'ledger_event', row: { unit_id: '新1', effective_on: on } })
    expect([summary, touches]).toEqual(['设立事业单位“统计站”', []])
  })
})

describe('更名、划转', () => {
  const facts = town()
  const versions = [
    ...facts.unit_version.filter((row) => row.unit_id !== '经发办'),
    version('一', { valid_from: ON, valid_to: '2027-01-01' }),
    version('二', { valid_from: '2027-01-01', sort_order: 2 }),
  ]

  it('a version that begins on the day is put right with its paper, a later one keeps its own', () => {
    const renamed = planned({ ...facts, unit_version: versions }, planUnitRename, {
      type: 'unit.rename',
      on: ON,
      unit: '经发办',
      name: '发展办',
      ...paper,
    })
    expect(renamed).toEqual({
      writes: [
        updateRow('unit_version', '一', { name: '发展办', document_id: 'plan' }),
        updateRow('unit_version', '二', { name: '发展办' }),
        told('unit.rename', '经发办', '“经发办”自 2026-06-01 起更名为“发展办”', '新1'),
      ],
      summary: '“经发办”自 2026-06-01 起更名为“发展办”',
      touches: [],
    })
  })

  it('a body that is not said, or only blanks, is the township itself', () => {
    const event = { type: 'unit.reassign', on: ON, unit: '经发办', ...paper }
    expect(plan(facts, planUnitReassign, event)).toEqual(why('经发办这一天已由本乡镇管理'))
    expect(planned(facts, planUnitReassign, { ...event, managingBody: ' 县农业局 ' }).summary).toBe(
      '经发办自 2026-06-01 起由本乡镇划转县农业局管理',
    )
    const away = { ...facts, unit_version: versions.map((row) => ({ ...row, managing_body: '县农业局' })) }
    expect(planned(away, planUnitReassign, event).summary).toBe('经发办自 2026-06-01 起由县农业局划转本乡镇管理')
    expect(planned(away, planUnitReassign, { ...event, managingBody: ' ' }).writes).toEqual([
      updateRow('unit_version', '一', { managing_body: null, document_id: 'plan' }),
      updateRow('unit_version', '二', { managing_body: null }),
      told('unit.reassign', '经发办', '经发办自 2026-06-01 起由县农业局划转本乡镇管理', '新1'),
    ])
  })
})

describe('加挂牌子', () => {
  const PLATES: readonly (readonly [unit: string, name: string, to: string | null, hangs: boolean])[] = [
    ['经发办', '统计站', null, true],
    ['经发办', '统计站', '2026-06-02', true],
    ['经发办', '统计站', '2026-06-01', false],
    ['经发办', '统计站', '2020-01-01', false],
    ['经发办', '信访室', null, false],
    ['党政办', '统计站', null, false],
    ['党政办', '信访室', '2020-01-01', false],
  ]
  test.each(PLATES)('%s bears %s until %s: hung already is %s', (unit_id, name, to, hangs) => {
    const facts = {
      ...town(),
      nameplate: [{ id: '牌', unit_id, name, document_id: 'plan', ...ranged('2010-01-01', to) }],
    }
    const event = { type: 'nameplate.hang', on: ON, unit: '经发办', name: '统计站', ...paper }
    const words = '经发办自 2026-06-01 起加挂“统计站”牌子'
    expect(plan(facts, planNameplateHang, event)).toEqual(
      hangs
        ? why('经发办自 2010-01-01 起已加挂“统计站”')
        : {
            writes: [
              insertRow('nameplate', {
                id: '新1',
                unit_id: '经发办',
                name: '统计站',
                document_id: 'plan',
                valid_from: ON,
                valid_to: null,
                recorded_at: NOW,
              }),
              told('nameplate.hang', '经发办', words, '新2'),
            ],
            summary: words,
            touches: [],
          },
    )
  })
})
