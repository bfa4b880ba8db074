import { expect, it } from 'vitest'
import {
  changesAfter,
  changesAt,
  documentsAt,
  personChangesAt,
} from '../../../../electron/domain/ledger/snapshot/learnt-at.ts'
import { lineStarts } from '../../../../electron/domain/ledger/snapshot/line-since.ts'
import type { LedgerEventTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { noColumns } from '../../../../electron/vocabulary/person-fields.ts'
import { RECORDED_AT } from '../../../kit/book.ts'
import { factBook, held, type FactHolding, type FactSpec } from '../../../kit/fact-book.ts'

/* Events put in and taken out of the list made before; since when somebody is in a line whose post began, ended or moved. */

const DAY = '2026-11-22'
const events: readonly LedgerEventTable[] = factBook({
  units: [],
  events: Array.from({ length: 80 }, (_, n) => ({
    id: `事${String(n).padStart(2, '0')}`,
    effective_on: `2026-${String(1 + (n % 11)).padStart(2, '0')}-${String(1 + (n % 20)).padStart(2, '0')}`,
    is_correction: n % 2 === 0 ? (1 as const) : (0 as const),
  })),
}).ledger_event
const after = (before: readonly LedgerEventTable[], now: readonly LedgerEventTable[]) =>
  changesAfter({ events: before, changes: changesAt(before, DAY) }, now, DAY)

it('few events or many, more, fewer or others: the list is the one made anew, in its order', () => {
  const changed = (event: LedgerEventTable) => ({ ...event, note: '改', document_number: '新' })
  for (const many of [0, 1, 2, 31, 32, 33, 40])
    for (const now of [
      events.slice(0, events.length - many),
      events.slice(many),
      [...events.slice(0, 10), ...events.slice(10 + many)],
      events.map((event, n) => (n < many ? changed(event) : event)),
    ]) {
      expect(after(events, now)).toEqual(changesAt(now, DAY))
      expect(after(now, events)).toEqual(changesAt(events, DAY))
    }
  expect(changesAt(events, DAY).map(({ correction }) => correction)).toContain(false)
})

it('nothing changed of the remembered years: the very same list', () => {
  const changes = changesAt(events, DAY)
  const [first] = events
  if (first === undefined) throw new Error('no event')
  const old = { ...first, id: '旧事', effective_on: '2000-01-01' }
  expect(changesAfter({ events, changes }, [...events], DAY)).toBe(changes)
  expect(changesAfter({ events, changes }, [...events, old], DAY)).toBe(changes)
  expect(changesAfter({ events, changes }, [...events, { ...first, id: '新事' }], DAY)).not.toBe(changes)
  expect(changesAfter({ events, changes }, events.slice(1), DAY)).not.toBe(changes)
})

it('a post that began after its holder, ended before, or stands in no unit on the day', () => {
  const since = (holdings: readonly FactHolding[], posts: FactSpec['posts'], day = DAY) =>
    Object.fromEntries(
      lineStarts(factBook({ units: [{ name: '甲办' }], people: [{ name: '甲', holdings }], posts: posts ?? [] }), day),
    )
  const seat = { post_id: '岗', unit_id: '甲办' }
  const own = held('甲办', { post: '岗', from: '2012-01-01' })
  expect(since([own], [{ ...seat, valid_from: '2015-01-01' }])).toEqual({ '甲-任0': '2015-01-01' })
  expect(since([own], [{ ...seat, valid_from: '2015-01-01' }], '2014-12-31')).toEqual({})
  expect(since([own], [{ ...seat, valid_from: DAY }])).toEqual({ '甲-任0': DAY })
  expect(since([own], [{ ...seat, valid_to: '2020-01-01' }])).toEqual({})
  expect(since([own], [{ ...seat, valid_to: '2012-01-01' }])).toEqual({})
  expect(since([own], [])).toEqual({})
  expect(since([{ ...own, to: '2020-01-01' }], [seat])).toEqual({})
  expect(since([{ ...own, to: '2020-01-01' }], [{ ...seat, valid_to: '2019-01-01' }], '2019-06-01')).toEqual({})
  expect(since([{ ...own, to: '2020-01-01' }], [{ ...seat, valid_to: '2021-01-01' }], '2020-06-01')).toEqual({})
  expect(since([{ ...own, from: '2027-01-01' }], [seat])).toEqual({})
  expect(since([{ unit: null, kind: 'substantive', category: 'administrative', occupies_quota: 1 }], [])).toEqual({})
  // Two seats, the later one in a post that is not there yet.
  const two = [
    { ...own, to: '2020-01-01' },
    { ...own, from: '2020-01-01', post: '新岗' },
  ]
  const posts = [seat, { ...seat, post_id: '新岗', valid_from: '2022-01-01' }]
  expect(since(two, posts)).toEqual({ '甲-任1': '2022-01-01' })
  expect(since(two, posts, '2021-06-01')).toEqual({})
  expect(since(two, posts, '2022-01-01')).toEqual({ '甲-任1': '2022-01-01' })
  expect(since(two, posts, '2019-12-31')).toEqual({ '甲-任0': '2012-01-01' })
})

it('a paper is told as it was issued; a change of somebody follows another however the rows lie', () => {
  const facts = factBook({ units: [] })
  const [paper] = facts.basis_document
  if (paper === undefined) throw new Error('no paper')
  const told = {
    number: '山编办〔2024〕8号',
    title: '关于核定编制的批复',
    issuing_body: '山溪县委编办',
    issued_on: '2024-05-06',
  }
  const documents = documentsAt({ basis_document: [{ ...paper, ...told, recorded_at: '2026-11-21T17:00:00.000Z' }] })
  expect(documents).toEqual([
    {
      id: '批文',
      number: told.number,
      title: told.title,
      issuingBody: told.issuing_body,
      issuedOn: told.issued_on,
      recordedOn: DAY,
    },
  ])
  const version = (id: string, from: string, to: string | null) => ({
    ...noColumns('version'),
    id,
    person_id: '甲',
    recorded_at: RECORDED_AT,
    valid_from: from,
    valid_to: to,
  })
  const rows = [version('先', '2010-01-01', '2025-06-01'), version('后', '2025-06-01', null)]
  for (const person_version of [rows, rows.toReversed()])
    expect(personChangesAt({ person_version }, DAY).map(({ id, followsAnother }) => [id, followsAnother])).toEqual([
      ['后', true],
    ])
})
