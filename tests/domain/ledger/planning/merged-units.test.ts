import { describe, expect, it } from 'vitest'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { EventTools } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { mergeBalances } from '../../../../electron/domain/ledger/planning/merge-rows.ts'
import { mainHolding, unitOfHolding, unitTitle } from '../../../../electron/domain/ledger/planning/people-in-events.ts'
import { insertRow, removeRow, updateRow } from '../../../../electron/domain/ledger/planning/pieces.ts'
import { planLineChanges, type LineChange } from '../../../../electron/domain/ledger/planning/quota-line.ts'
import { runningTerm, termWord } from '../../../../electron/domain/ledger/planning/seconding.ts'
import { moveUnitFacts } from '../../../../electron/domain/ledger/planning/unit-move.ts'
import type { FactRows, QuotaTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { factBook, held } from '../../../kit/fact-book.ts'

/* What a merger does with everything that was the unit's, and what a change of a number does to the balances of later days. */

const NOW = '2026-11-22T03:00:00.000Z'
const ON = '2026-06-01'
function desk(): EventTools {
  let made = 0
  return { newId: () => `新${(made += 1)}`, recordedAt: NOW, today: '2026-11-22' }
}
const AT = { recorded_at: '2020-01-01T00:00:00.000Z' }
const ranged = (valid_from: string, valid_to: string | null) => ({ valid_from, valid_to, ...AT })
const UNITS = [{ name: '山溪乡', kind: 'township' as const }, { name: '甲办' }, { name: '乙办' }, { name: '丙办' }]

/** Past, running, ending on the day, beginning on the day, of another unit. */
const CASES = [
  ['旧', '甲办', '2010-01-01', '2020-01-01'],
  ['止', '甲办', '2010-01-01', ON],
  ['行', '甲办', '2010-01-01', null],
  ['长', '甲办', '2010-01-01', '2026-06-02'],
  ['始', '甲办', ON, null],
  ['将', '甲办', '2027-01-01', null],
  ['别', '丙办', '2010-01-01', null],
] as const
const rows = <Row>(make: (id: string, unit_id: string, range: ReturnType<typeof ranged>) => Row) =>
  CASES.map(([id, unit, from, to]) => make(id, unit, ranged(from, to)))

describe('并入另一个机构', () => {
  const moved = (more: Partial<FactRows>) => {
    const facts = { ...factBook({ units: UNITS }), ...more }
    const ledger = ledgerBook(facts)
    const unit = ledger.unitAt('甲办', ON)
    if (unit === undefined) throw new Error('no unit')
    return moveUnitFacts(ledger, unit, { units: ['甲办'], into: '乙办', on: ON, documentId: '批文' }, desk())
  }
  const goneOver = (table: 'post_version' | 'over_quota_choice', own: readonly { readonly id: string }[]) =>
    ['行', '长'].flatMap((id, place) => [
      updateRow(table, id, { valid_to: ON }),
      insertRow(table, {
        ...own.find((row) => row.id === id),
        id: `新${place + 1}`,
        unit_id: '乙办',
        valid_from: ON,
        recorded_at: NOW,
      } as never),
    ])

  it('posts that run go over from the day, those of later days whole, what is over stays', () => {
    const own = rows((id, unit_id, range) => ({
      id,
      post_id: `岗${id}`,
      unit_id,
      title: '干事',
      leadership: null,
      state: 'inUse' as const,
      ...range,
    }))
    expect(moved({ post_version: own })).toEqual([
      ...goneOver('post_version', own),
      updateRow('post_version', '始', { unit_id: '乙办' }),
      updateRow('post_version', '将', { unit_id: '乙办' }),
    ])
  })

  it('so do choices of who stands over', () => {
    const own = rows((id, unit_id, range) => ({
      id,
      unit_id,
      category: 'administrative' as const,
      person_id: '甲',
      reason: '会议研究',
      ...range,
    }))
    expect(moved({ over_quota_choice: own })).toEqual([
      ...goneOver('over_quota_choice', own),
      updateRow('over_quota_choice', '始', { unit_id: '乙办' }),
      updateRow('over_quota_choice', '将', { unit_id: '乙办' }),
    ])
  })

  it('plates and tolerances end', () => {
    const ends = (table: 'nameplate' | 'tolerance') => [
      updateRow(table, '行', { valid_to: ON }),
      updateRow(table, '长', { valid_to: ON }),
      removeRow(table, '始'),
      removeRow(table, '将'),
    ]
    expect(
      moved({ nameplate: rows((id, unit_id, range) => ({ id, unit_id, name: id, document_id: null, ...range })) }),
    ).toEqual(ends('nameplate'))
    expect(
      moved({
        tolerance: rows((id, unit_id, range) => ({
          id,
          unit_id,
          category: 'administrative' as const,
          amount: 1,
          percent: null,
          document_id: '批文',
          ...range,
        })),
      }),
    ).toEqual(ends('tolerance'))
  })

  it('units below it go below the heir, the heir itself into its place', () => {
    const facts = factBook({ units: UNITS })
    const below = rows((id, parent_id, range) => ({
      ...facts.unit_version[3]!,
      id,
      unit_id: `下${id}`,
      parent_id,
      ...range,
    }))
    const heir = { ...facts.unit_version[2]!, parent_id: '甲办' }
    const own = { ...facts.unit_version[1]!, parent_id: '山溪乡' }
    expect(moved({ unit_version: [own, heir, ...below] })).toEqual([
      updateRow('unit_version', heir.id, { valid_to: ON }),
      insertRow('unit_version', { ...heir, id: '新1', parent_id: '山溪乡', valid_from: ON, recorded_at: NOW }),
      ...['行', '长'].flatMap((id, place) => [
        updateRow('unit_version', id, { valid_to: ON }),
        insertRow('unit_version', {
          ...below.find((row) => row.id === id)!,
          id: `新${place + 2}`,
          parent_id: '乙办',
          valid_from: ON,
          recorded_at: NOW,
        }),
      ]),
      updateRow('unit_version', '始', { parent_id: '乙办' }),
      updateRow('unit_version', '将', { parent_id: '乙办' }),
    ])
  })

  it('open seats of an approval are reserved in the heir, and who comes later refers to them there', () => {
    const own = rows((id, unit_id, range) => ({
      id,
      unit_id,
      category: 'administrative' as const,
      amount: 2,
      number: id,
      expires_on: null,
      person_id: null,
      ...range,
    }))
    const by = (approval_id: string, from: string) => held('丙办', { approval_id, from })
    const { holding } = factBook({
      units: UNITS,
      people: [
        { name: '先', holdings: [by('行', '2020-01-01')] },
        { name: '日', holdings: [by('长', ON)] },
        { name: '满', holdings: [by('长', '2020-01-01')] },
        { name: '后', holdings: [by('行', '2026-06-02')] },
        { name: '外', holdings: [by('别', '2027-01-01')] },
      ],
    })
    expect(moved({ entry_approval: own, holding })).toEqual([
      updateRow('entry_approval', '行', { valid_to: ON }),
      insertRow('entry_approval', {
        ...own[2]!,
        id: '新1',
        unit_id: '乙办',
        amount: 1,
        valid_from: ON,
        recorded_at: NOW,
      }),
      updateRow('holding', '后-任0', { approval_id: '新1' }),
      updateRow('entry_approval', '长', { valid_to: ON }),
      updateRow('entry_approval', '始', { unit_id: '乙办' }),
      updateRow('entry_approval', '将', { unit_id: '乙办' }),
    ])
  })
})

describe('合并后的数', () => {
  const merger = { units: ['甲办'], into: '乙办', on: ON, documentId: '合并文' }
  const merged = (more: Partial<FactRows>) =>
    mergeBalances(ledgerBook({ ...factBook({ units: UNITS }), ...more }), merger, desk()).map((write) =>
      write.op === 'insert' ? { table: write.table, ...write.row } : write,
    )
  const rank = (
    id: string,
    unit_id: string,
    amount: number,
    from: string,
    to: string | null = null,
    pool = '主任科员',
  ) => ({
    id,
    unit_id,
    pool,
    amount,
    document_id: `文${id}`,
    ...ranged(from, to),
  })
  const quota = (id: string, unit_id: string, amount: number, from: string, to: string | null = null): QuotaTable => ({
    id,
    unit_id,
    category: 'administrative',
    role: 'allocation',
    amount,
    document_id: `文${id}`,
    ...ranged(from, to),
  })

  it('are added up over the very days they run, each stretch with the document that begins it', () => {
    const made = merged({
      quota: [
        quota('过', '甲办', 9, '2000-01-01', ON),
        quota('甲', '甲办', 2, ON),
        quota('乙', '乙办', 3, '2010-01-01', '2027-01-01'),
        quota('乙后', '乙办', 5, '2027-01-01', '2028-01-01'),
        quota('丙', '丙办', 7, '2010-01-01'),
        { ...quota('总', '甲办', 40, '2010-01-01'), role: 'ceiling' },
      ],
    })
    expect(made).toEqual([
      removeRow('quota', '甲'),
      updateRow('quota', '乙', { valid_to: ON }),
      removeRow('quota', '乙后'),
      expect.objectContaining({
        unit_id: '乙办',
        amount: 5,
        valid_from: ON,
        valid_to: '2027-01-01',
        document_id: '文甲',
      }),
      expect.objectContaining({ amount: 7, valid_from: '2027-01-01', valid_to: '2028-01-01', document_id: '文乙后' }),
      expect.objectContaining({ amount: 2, valid_from: '2028-01-01', valid_to: null, document_id: '合并文' }),
    ])
  })

  it('nothing is written where only the heir has a number, and no stretch where nobody has one', () => {
    expect(merged({ quota: [quota('乙', '乙办', 3, '2010-01-01')] })).toEqual([])
    expect(merged({ quota: [quota('甲', '甲办', 3, '2010-01-01', '2027-01-01')] })).toEqual([
      updateRow('quota', '甲', { valid_to: ON }),
      expect.objectContaining({
        amount: 3,
        valid_from: ON,
        valid_to: '2027-01-01',
        document_id: '合并文',
        recorded_at: NOW,
      }),
    ])
  })

  it('职级职数 pool by pool', () => {
    const made = merged({
      rank_quota: [
        rank('一', '甲办', 1, '2010-01-01'),
        rank('二', '乙办', 2, '2010-01-01'),
        rank('三', '甲办', 4, '2010-01-01', null, '调研员'),
        rank('四', '乙办', 4, '2010-01-01', null, '别的'),
      ],
    })
    expect(made).toEqual([
      updateRow('rank_quota', '一', { valid_to: ON }),
      updateRow('rank_quota', '二', { valid_to: ON }),
      expect.objectContaining({ table: 'rank_quota', pool: '主任科员', amount: 3, unit_id: '乙办' }),
      updateRow('rank_quota', '三', { valid_to: ON }),
      expect.objectContaining({ table: 'rank_quota', pool: '调研员', amount: 4, unit_id: '乙办' }),
    ])
  })

  it('正 and 副 where each document divides its number', () => {
    const leading = (id: string, unit_id: string, chief: number | null, deputy: number | null) => ({
      id,
      unit_id,
      amount: 3,
      chief_amount: chief,
      deputy_amount: deputy,
      document_id: '批文',
      ...ranged('2010-01-01', null),
    })
    const parts = (chief: number | null, deputy: number | null) =>
      merged({ leadership_quota: [leading('一', '甲办', 1, 2), leading('二', '乙办', chief, deputy)] }).at(-1)
    expect(parts(1, 2)).toMatchObject({ amount: 6, chief_amount: 2, deputy_amount: 4 })
    for (const [chief, deputy] of [
      [null, 2],
      [1, null],
      [null, null],
    ] as const)
      expect(parts(chief, deputy)).toMatchObject({ amount: 6, chief_amount: null, deputy_amount: null })
  })
})

describe('一条线的数', () => {
  const quota = (id: string, amount: number, from: string, to: string | null = null): QuotaTable => ({
    id,
    unit_id: '甲办',
    category: 'administrative',
    role: 'allocation',
    amount,
    document_id: `文${id}`,
    ...ranged(from, to),
  })
  const change = (by: number, from: string, more: Partial<LineChange> = {}): LineChange => ({
    unitId: '甲办',
    category: 'administrative',
    by,
    from,
    documentId: '新文',
    ...more,
  })
  const changed = (quotas: readonly QuotaTable[], changes: readonly LineChange[], more: Partial<FactRows> = {}) => {
    const facts: FactRows = { ...factBook({ units: UNITS }), quota: quotas, ...more }
    const plan = planLineChanges(ledgerBook(facts), changes, desk())
    if ('refusal' in plan) return plan
    return { ...plan, writes: plan.writes.map((write) => (write.op === 'insert' ? write.row : write)) }
  }
  const made = (amount: number, valid_from: string, valid_to: string | null, document_id = '新文') =>
    expect.objectContaining({
      unit_id: '甲办',
      role: 'allocation',
      amount,
      valid_from,
      valid_to,
      document_id,
      recorded_at: NOW,
    })

  it('a balance is cut on the day, later ones are shifted and keep their document', () => {
    expect(
      changed([quota('后', 5, '2024-01-01'), quota('先', 3, '2010-01-01', '2024-01-01')], [change(2, '2015-01-01')]),
    ).toEqual({
      writes: [
        updateRow('quota', '先', { valid_to: '2015-01-01' }),
        updateRow('quota', '后', { amount: 7 }),
        made(5, '2015-01-01', '2024-01-01'),
      ],
      touches: [{ unitId: '甲办', category: 'administrative' }],
      later: 1,
    })
    expect(changed([quota('先', 3, '2010-01-01')], [change(2, '2010-01-01')])).toMatchObject({
      writes: [updateRow('quota', '先', { amount: 5, document_id: '新文' })],
      later: 0,
    })
  })

  it('days without a row begin at nothing: before, between and after', () => {
    expect(
      changed([quota('中', 3, '2015-01-01', '2020-01-01'), quota('末', 4, '2022-01-01')], [change(1, '2010-01-01')]),
    ).toMatchObject({
      writes: [
        updateRow('quota', '中', { amount: 4 }),
        updateRow('quota', '末', { amount: 5 }),
        made(1, '2010-01-01', '2015-01-01'),
        made(1, '2020-01-01', '2022-01-01'),
      ],
      later: 2,
    })
    expect(changed([quota('旧', 3, '2005-01-01', '2008-01-01')], [change(1, '2010-01-01')])).toMatchObject({
      writes: [made(1, '2010-01-01', null)],
      later: 0,
    })
    expect(changed([quota('旧', 3, '2005-01-01', '2010-01-01')], [change(1, '2010-01-01')])).toMatchObject({
      writes: [made(1, '2010-01-01', null)],
    })
  })

  const merged: Partial<FactRows> = {
    unit_version: factBook({ units: UNITS }).unit_version.map((row) =>
      row.unit_id === '甲办' ? { ...row, valid_to: '2022-01-01' } : row,
    ),
    ledger_event: factBook({
      units: UNITS,
      events: [{ type: 'unit.merge', unit_id: '甲办', other_unit_id: '乙办', effective_on: '2022-01-01' }],
    }).ledger_event,
  }

  it('lasts as long as the unit, and goes on in its heir', () => {
    const heir = { ...quota('乙', 8, '2000-01-01'), unit_id: '乙办' }
    const own = quota('甲', 3, '2010-01-01', '2022-01-01')
    expect(changed([own, heir], [change(2, '2015-01-01')], merged)).toMatchObject({
      writes: [
        updateRow('quota', '甲', { valid_to: '2015-01-01' }),
        made(5, '2015-01-01', '2022-01-01'),
        updateRow('quota', '乙', { valid_to: '2022-01-01' }),
        expect.objectContaining({ unit_id: '乙办', amount: 10, valid_from: '2022-01-01', valid_to: null }),
      ],
      touches: [
        { unitId: '甲办', category: 'administrative' },
        { unitId: '乙办', category: 'administrative' },
      ],
    })
    // Abolished, not merged: it ends with the unit.
    const alone = changed([own, heir], [change(2, '2015-01-01')], { ...merged, ledger_event: [] })
    expect(alone).toMatchObject({
      writes: [updateRow('quota', '甲', { valid_to: '2015-01-01' }), made(5, '2015-01-01', '2022-01-01')],
    })
  })

  it('what one gives and another brings into the same heir leaves the heir alone', () => {
    const heir = { ...quota('乙', 8, '2000-01-01'), unit_id: '乙办' }
    const plan = changed(
      [quota('甲', 3, '2010-01-01', '2022-01-01'), heir],
      [change(-1, '2015-01-01'), change(1, '2022-01-01', { unitId: '乙办' })],
      merged,
    )
    expect(plan).toMatchObject({
      writes: [updateRow('quota', '甲', { valid_to: '2015-01-01' }), made(2, '2015-01-01', '2022-01-01')],
    })
  })

  it('below nothing it is refused, with the day where that is a later one', () => {
    const refused = (by: number, from: string) =>
      changed([quota('先', 3, '2010-01-01', '2024-01-01'), quota('后', 1, '2024-01-01')], [change(by, from)])
    expect(refused(-2, '2015-01-01')).toEqual({
      refusal: 'not_enough_quota',
      details: { unit: '甲办', category: '行政编制（2024-01-01 起）', quota: 1, by: 2 },
    })
    expect(refused(-4, '2015-01-01')).toEqual({
      refusal: 'not_enough_quota',
      details: { unit: '甲办', category: '行政编制', quota: 3, by: 4 },
    })
    expect(refused(-1, '2024-01-01')).toMatchObject({
      writes: [updateRow('quota', '后', { amount: 0, document_id: '新文' })],
    })
  })
})

describe('人在哪里', () => {
  const ledger = ledgerBook(
    factBook({
      units: UNITS,
      people: [
        {
          name: '甲',
          holdings: [held('甲办', { kind: 'concurrent', occupies_quota: 0 }), held('乙办', { occupies_quota: 0 })],
        },
        { name: '乙', holdings: [held('甲办', { occupies_quota: 0 }), held('乙办')] },
        {
          name: '丙',
          holdings: [
            held('甲办'),
            { unit: null, kind: 'secondedOut', remark: '挂职' },
            { unit: null, kind: 'secondedOut', from: '2027-01-01' },
          ],
        },
        { name: '丁', holdings: [held('甲办', { kind: 'attached' })] },
        { name: '戊', holdings: [held('甲办', { kind: 'secondedIn' })] },
      ],
    }),
  )

  it('the holding by which somebody belongs here: the counted one, else the 主职 that is not counted', () => {
    expect(mainHolding(ledger, '甲', ON)?.id).toBe('甲-任1')
    expect(mainHolding(ledger, '乙', ON)?.id).toBe('乙-任1')
    expect(mainHolding(ledger, '丁', ON)?.kind).toBe('attached')
    expect(mainHolding(ledger, '没有', ON)).toBeUndefined()
    expect(unitOfHolding(ledger, { post_id: null }, ON)).toBeNull()
    expect(unitOfHolding(ledger, { post_id: '没有' }, ON)).toBeNull()
    expect(unitOfHolding(ledger, { post_id: '乙-岗1' }, ON)).toBe('乙办')
    expect(unitTitle(ledger, null, ON)).toBe('原机构')
    expect(unitTitle(ledger, '乙办', ON)).toBe('乙办')
  })

  it('the term that runs, and what it is called', () => {
    const word = (name: string) => {
      const term = runningTerm(ledger, name, ON)
      return term === undefined ? null : termWord(term)
    }
    expect(['甲', '丙', '丁', '戊'].map(word)).toEqual([null, '挂职', '挂职', '借入'])
    expect(termWord(ledger.allHoldingsOf('丙').at(-1)!)).toBe('借出')
  })
})
