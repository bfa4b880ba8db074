import { describe, expect, test } from 'vitest'
import type { HoldingTable, LedgerEventTable } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { movementBasis } from '../../../electron/domain/ledger/told/movement-basis.ts'
import type { Movement, MovementKind } from '../../../electron/domain/ledger/told/movements.ts'
import { factBook, held, type FactHolding } from '../../kit/fact-book.ts'

/* What a line of the change sheet rests on: the event of that day that says most, else what the row itself says. */

const DAY = '2026-10-12'
const IN_TIME = '2026-10-13T01:00:00.000Z'
const LATE = '2026-12-01T01:00:00.000Z'

const row = (more: Partial<FactHolding> = {}, recorded_at = IN_TIME): HoldingTable => {
  const [made] = factBook({ units: [], people: [{ name: '甲', holdings: [held('党政办', more)] }] }).holding
  if (made === undefined) throw new Error('one holding was asked for')
  return { ...made, recorded_at }
}
const came = { entry_cause: '22', entry_document_number: '用编1号' }
const movement = (kind: MovementKind, more: Partial<Movement> = {}): Movement => ({
  kind,
  personId: '甲',
  on: DAY,
  category: 'administrative',
  fromUnitId: kind === 'in' ? null : '党政办',
  toUnitId: kind === 'out' ? null : '经发办',
  before: kind === 'in' ? null : row(),
  after: kind === 'out' ? null : row(),
  ...more,
})
const events = (...rows: readonly Partial<LedgerEventTable>[]): readonly LedgerEventTable[] =>
  factBook({
    units: [],
    events: rows.map((each) => ({ effective_on: DAY, person_id: '甲', recorded_at: IN_TIME, ...each })),
  }).ledger_event
/** The document says which event was found: each has its own. */
const found = (of: Movement, ...rows: readonly Partial<LedgerEventTable>[]) =>
  movementBasis(events(...rows.map((each) => ({ document_number: `${each.type}号`, ...each }))), [])(of).document

describe('of several events of the day the one that says most', () => {
  test.each<[MovementKind, readonly string[]]>([
    ['in', ['arrival', 'entry', 'restore', 'appoint']],
    ['out', ['exit', 'dismiss']],
    ['transferIn', ['move', 'batch.transfer', 'unit.merge', 'appoint']],
    ['transferOut', ['move', 'batch.transfer', 'unit.merge', 'appoint']],
    ['move', ['move', 'batch.transfer', 'unit.merge', 'appoint']],
  ])('%s: %j', (kind, best) => {
    for (const [place, type] of best.entries()) {
      const rest = best.slice(place).map((each) => ({ type: each }))
      expect(found(movement(kind), ...rest)).toBe(`${type}号`)
      expect(found(movement(kind), ...rest.toReversed())).toBe(`${type}号`)
    }
  })

  test('the first registered of two that say as little', () => {
    const of = movement('move')
    expect(found(of, { type: 'appoint' }, { type: 'dismiss' })).toBe('appoint号')
    expect(found(of, { type: 'dismiss' }, { type: 'appoint' })).toBe('dismiss号')
  })
})

describe('whose event it is', () => {
  const merged = { type: 'unit.merge', person_id: null, unit_id: '党政办' }
  test.each<[string, Movement, Partial<LedgerEventTable>, string | null]>([
    ['the unit they left', movement('move'), merged, 'unit.merge号'],
    ['the unit they came to', movement('move'), { ...merged, unit_id: '经发办' }, 'unit.merge号'],
    ['a third unit', movement('move'), { ...merged, unit_id: '农服中心' }, null],
    ['no unit, of somebody who came from none', movement('in'), { ...merged, unit_id: null }, null],
    ['the unit, but about somebody', movement('move'), { ...merged, person_id: '乙' }, null],
    ['the unit, but its numbers', movement('move'), { ...merged, type: 'quota.increase' }, null],
    ['the person, another day', movement('move'), { type: 'move', effective_on: '2026-10-13' }, null],
    ['another person', movement('move'), { type: 'move', person_id: '乙' }, null],
  ])('%s', (_whose, of, event, document) => expect(found(of, event)).toBe(document))

  test('the person’s own before their unit’s, whatever it says', () => {
    expect(found(movement('move'), merged, { type: 'appoint' })).toBe('appoint号')
  })
})

describe('what it says', () => {
  const basis = (of: Movement, ...rows: readonly Partial<LedgerEventTable>[]) => movementBasis(events(...rows), [])(of)
  test('the cause of the row before the words of the event; the event’s document before the row’s', () => {
    const own = movement('in', { after: row(came) })
    expect(basis(own, { type: 'entry', document_number: '试1号' })).toEqual({
      cause: '从机关和参照单位录用',
      document: '试1号',
      late: false,
    })
    expect(basis(own, { type: 'entry' }).document).toBe('用编1号')
    expect(basis(movement('in'), { type: 'entry' })).toEqual({ cause: '入编', document: null, late: false })
  })

  test.each<[string, Movement, string | null, string | null]>([
    ['came with a code', movement('in', { after: row(came) }), '从机关和参照单位录用', '用编1号'],
    ['came by what the sheet said', movement('in', { after: row({ entry_route: '招录' }) }), '招录', null],
    [
      'came with a code nobody knows: what the sheet said',
      movement('in', { after: row({ entry_cause: '没有的', entry_route: '招录' }) }),
      '招录',
      null,
    ],
    ['came with neither', movement('in'), null, null],
    ['left with a code', movement('out', { before: row({ ...came, exit_cause: '31' }) }), '离（退）休', null],
    ['left with a code nobody knows', movement('out', { before: row({ exit_cause: '没有的' }) }), null, null],
    ['left with none', movement('out'), null, null],
    [
      'moved: how they once came or will leave is not why, the paper of the new place is what it rests on',
      movement('move', { before: row({ exit_cause: '31' }), after: row({ ...came, entry_route: '招录' }) }),
      null,
      '用编1号',
    ],
  ])('without an event, %s', (_what, of, cause, document) => {
    expect(basis(of)).toEqual({ cause, document, late: false })
  })

  test.each([
    ['move', '内部调整'],
    ['batch.transfer', '整建制转移'],
    ['rank.promote', null],
    ['没有的', null],
  ])('an event %s says %j', (type, words) => expect(basis(movement('move'), { type }).cause).toBe(words))
})

describe('补录', () => {
  const late = (of: Movement, ...rows: readonly Partial<LedgerEventTable>[]) =>
    movementBasis(events(...rows), [])(of).late
  test('an event registered after its time, whenever the row was written', () => {
    expect(late(movement('move'), { type: 'move', recorded_at: LATE })).toBe(true)
    expect(late(movement('in', { after: row({}, LATE) }), { type: 'entry' })).toBe(false)
  })
  test('without an event, somebody whose row came after its time; an end carries no instant of its own', () => {
    expect(late(movement('in', { after: row({}, LATE) }))).toBe(true)
    expect(late(movement('in'))).toBe(false)
    expect(late(movement('move', { after: row({}, LATE) }))).toBe(false)
    expect(late(movement('out', { before: row({}, LATE) }))).toBe(false)
  })
})
