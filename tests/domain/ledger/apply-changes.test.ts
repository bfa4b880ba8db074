import { describe, expect, test } from 'vitest'
import { applyChanges } from '../../../electron/domain/ledger/journal/apply-changes.ts'
import { FACTS_SUCCESSION } from '../../../electron/domain/ledger/snapshot/facts-origin.ts'
import { leadershipText } from '../../../electron/domain/ledger/sentences/leadership-text.ts'
import { town } from './people-events/town.ts'

/* The facts as the journal's own images leave them. */

const FACTS = town({ name: '甲', unit: '党政办' }, { name: '乙', unit: '经发办' })
const [first, second] = FACTS.holding
if (first === undefined || second === undefined) throw new Error('two people sit in the town')
const image = (row: object) => ({ ...row }) as Readonly<Record<string, string | number | null>>

describe('rows after some were changed', () => {
  test('nothing changed is the same facts', () => expect(applyChanges(FACTS, [])).toBe(FACTS))

  test('a new row stands last; other tables and the given facts stay', () => {
    const added = { ...first, id: '新' }
    const next = applyChanges(FACTS, [{ table: 'holding', rowId: '新', before: null, after: image(added) }])
    expect(next.holding).toEqual([first, second, added])
    expect(next.post).toBe(FACTS.post)
    expect(next.unit_version).toBe(FACTS.unit_version)
    expect(FACTS.holding).toHaveLength(2)
  })

  test('a changed row stays in its place; a removed one goes; one that comes back stands last', () => {
    const changed = { ...first, remark: '改' }
    const update = { table: 'holding' as const, rowId: first.id, before: image(first), after: image(changed) }
    expect(applyChanges(FACTS, [update]).holding).toEqual([changed, second])
    const removed = applyChanges(FACTS, [{ table: 'holding', rowId: first.id, before: image(first), after: null }])
    expect(removed.holding).toEqual([second])
    const back = applyChanges(removed, [{ table: 'holding', rowId: first.id, before: null, after: image(first) }])
    expect(back.holding).toEqual([second, first])
  })

  test('new rows and changed ones of a table in one go: the new ones last, the others in their place', () => {
    const [changed, added] = [
      { ...first, remark: '改' },
      { ...first, id: '新' },
    ]
    const next = applyChanges(FACTS, [
      { table: 'holding', rowId: '新', before: null, after: image(added) },
      { table: 'holding', rowId: first.id, before: image(first), after: image(changed) },
    ])
    expect(next.holding).toEqual([changed, second, added])
  })

  test('several tables at once, each its own rows', () => {
    const [quota] = FACTS.quota
    if (quota === undefined) throw new Error('the town has quotas')
    const next = applyChanges(FACTS, [
      { table: 'quota', rowId: quota.id, before: image(quota), after: image({ ...quota, amount: 9 }) },
      { table: 'holding', rowId: second.id, before: image(second), after: null },
    ])
    expect(next.quota[0]?.amount).toBe(9)
    expect(next.quota.slice(1)).toEqual(FACTS.quota.slice(1))
    expect(next.holding).toEqual([first])
  })
})

describe('what was planned and is now written', () => {
  const changed = { ...first, remark: '改' }
  const written = { table: 'holding' as const, rowId: first.id, before: image(first), after: image(changed) }
  /** A book of its own, what was planned of it, and what is written to it. */
  const write = (plan: (facts: typeof FACTS) => Partial<typeof FACTS>) => {
    const facts = { ...FACTS }
    const planned = { ...facts, ...plan(facts) }
    FACTS_SUCCESSION.note(planned, facts)
    return { planned, made: applyChanges(facts, [written]) }
  }

  test.each<[string, (facts: typeof FACTS) => Partial<typeof FACTS>]>([
    ['the same rows', () => ({ holding: [changed, second] })],
    ['rows that say the same', ({ quota }) => ({ holding: [{ ...changed }, { ...second }], quota: [...quota] })],
  ])('%s are the very facts that were planned', (_what, plan) => {
    const { planned, made } = write(plan)
    expect(made).toBe(planned)
  })

  const { remark: _left, ...short } = changed
  test.each<[string, (facts: typeof FACTS) => Partial<typeof FACTS>]>([
    ['another value', () => ({ holding: [{ ...changed, remark: '又改' }, second] })],
    ['another value in the last row', () => ({ holding: [changed, { ...second, remark: '又改' }] })],
    ['a column less', () => ({ holding: [short as typeof first, second] })],
    ['a column more', () => ({ holding: [{ ...changed, more: null } as typeof first, second] })],
    ['a row less', () => ({ holding: [changed] })],
    ['a row more', () => ({ holding: [changed, second, { ...second, id: '新' }] })],
    ['no rows', () => ({ holding: [] })],
    ['another order', () => ({ holding: [second, changed] })],
    ['another table changed beside it', ({ quota }) => ({ holding: [changed, second], quota: quota.slice(1) })],
  ])('%s is not what was written', (_what, plan) => {
    const { planned, made } = write(plan)
    expect(made).not.toBe(planned)
    expect(made).toEqual({ ...FACTS, holding: [changed, second] })
  })

  test('written again from the same facts, they are the same facts', () => {
    const facts = { ...FACTS }
    const made = applyChanges(facts, [written])
    expect(applyChanges(facts, [written])).toBe(made)
    expect(applyChanges(facts, [{ ...written, after: image({ ...first, remark: '又改' }) }])).not.toBe(made)
  })
})

test.each([
  [3, 1, 2, '3 名（正职 1、副职 2）'],
  [3, 1, null, '3 名（正职 1）'],
  [3, null, 2, '3 名（副职 2）'],
  [3, null, null, '3 名'],
])('领导职数 %i, %j, %j: %s', (amount, chief, deputy, said) => {
  expect(leadershipText({ amount, chief, deputy })).toBe(said)
})
