import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readChanges } from '../../electron/app/ledger/read-changes.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { readTimeline } from '../../electron/app/people/read-timeline.ts'
import { deriveBookState } from '../../electron/domain/state/book-state.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import type { EventInput } from '../../electron/contract/events.ts'
import { changeSheet } from '../../electron/domain/ledger/told/change-sheet.ts'
import { seatBoard } from '../../electron/domain/ledger/told/seat-board.ts'
import { snapshotAt } from '../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { factsOf, memoryBook } from '../kit/memory-book.ts'
import { inventedId, seatPeople } from '../kit/people.ts'
import { playInMemory } from '../kit/play-history.ts'
import { boundaryDays } from '../kit/random-history.ts'
import { withTownship } from '../kit/township.ts'

const OFFICE = '党政综合办公室'
const ECONOMY = '经济发展办公室'
const document = { number: '山人社〔2026〕8号' }

function add(book: OpenBook, event: EventInput) {
  return addEvent({ event: { reason: '经会议研究', ...event } }, makeContext(book, { operation: 'event.add' }))
}

async function townshipInNovember(book: OpenBook) {
  const [stays, moves, leaves] = await seatPeople(book, [
    { name: '留某', unit: OFFICE, birth: '1980-01-01' },
    { name: '调某', unit: OFFICE, birth: '1981-01-01' },
    { name: '退某', unit: ECONOMY, birth: '1966-08-01' },
    { name: '所某', unit: '财政所', category: 'institution', birth: '1983-01-01' },
    { name: '聘某', unit: '财政所', birth: '1984-01-01', kind: 'offQuota', offQuotaKind: 'selfHired' },
  ])
  await add(book, { type: 'exit', on: '2026-11-10', document, person: leaves!, cause: '31', proofs: ['退休审批表'] })
  await add(book, { type: 'move', on: '2026-11-16', document, person: moves!, unit: ECONOMY, post: '副主任' })
  await add(book, {
    type: 'entry',
    on: '2026-11-20',
    document,
    person: { name: '新某', idNumber: inventedId('1999-01-01'), sex: '男', birth: '1999-01' },
    unit: '财政所',
    post: '会计',
    category: 'institution',
    cause: 'G1',
    arrivesOn: '2026-11-20',
  })
  return { stays: stays!, moves: moves!, leaves: leaves! }
}

it('a month of events: opening + in − out ± transfers = closing, and each step with its cause and document', () =>
  withTownship(async (book) => {
    await townshipInNovember(book)
    const sheet = await readChanges({ from: '2026-10-31', to: '2026-11-30' }, makeContext(book))
    expect(OPERATIONS['changes.read'].output.parse(sheet)).toEqual(sheet)
    expect(
      sheet.categories.map((line) => [
        line.category,
        line.opening,
        line.in,
        line.out,
        line.transfers,
        line.closing,
        line.balanced,
      ]),
    ).toEqual([
      ['行政编制', 3, 0, 1, 0, 2, true],
      ['事业编制', 1, 1, 0, 0, 2, true],
    ])
    expect(
      sheet.rows.map((row) => [
        row.person,
        row.kind,
        row.on,
        row.category,
        row.fromUnit,
        row.toUnit,
        row.cause,
        row.document,
        row.late,
      ]),
    ).toEqual([
      ['退某', 'out', '2026-11-10', '行政编制', ECONOMY, null, '离（退）休', document.number, false],
      ['调某', 'move', '2026-11-16', '行政编制', OFFICE, ECONOMY, '内部调整', document.number, false],
      ['新某', 'in', '2026-11-20', '事业编制', null, '财政所', '公开招聘', document.number, false],
    ])
    expect(sheet.faults).toEqual([])
    expect(sheet.vacancies.filter((line) => line.left > 0)).toEqual([
      { unit: OFFICE, category: '行政编制', quota: 5, opening: 2, closing: 1, left: 1, vacancy: 4 },
      { unit: ECONOMY, category: '行政编制', quota: 2, opening: 1, closing: 1, left: 1, vacancy: 1 },
    ])
  }))

it('opening and closing are the figures of the two days, on any pair of days', () =>
  withTownship(async (book) => {
    await townshipInNovember(book)
    const days = ['2010-06-30', '2010-07-01', '2026-11-09', '2026-11-10', '2026-11-16', '2026-11-20', '2026-12-31']
    const counted = async (asOf: string) => {
      const { lines, misplaced } = await readFigures({ asOf }, makeContext(book))
      return (
        lines.reduce((sum, line) => sum + line.actual, 0) + misplaced.reduce((sum, line) => sum + line.people.length, 0)
      )
    }
    for (const [place, from] of days.entries()) {
      for (const to of days.slice(place)) {
        const { categories } = await readChanges({ from, to }, makeContext(book))
        expect(categories.every((line) => line.balanced)).toBe(true)
        expect([
          categories.reduce((sum, line) => sum + line.opening, 0),
          categories.reduce((sum, line) => sum + line.closing, 0),
        ]).toEqual([await counted(from), await counted(to)])
      }
    }
  }))

it('a period that ends before it begins is refused', () =>
  withTownship(async (book) => {
    await expect(readChanges({ from: '2026-11-30', to: '2026-10-31' }, makeContext(book))).rejects.toMatchObject({
      code: 'date_invalid',
    })
  }))

it('履历: where somebody sat and what happened, imported rows told apart from registered events', () =>
  withTownship(async (book) => {
    const { moves } = await townshipInNovember(book)
    const life = await readTimeline({ personId: moves }, makeContext(book))
    expect(OPERATIONS['person.timeline'].output.parse(life)).toEqual(life)
    expect(life.name).toBe('调某')
    expect(
      life.spans.map((span) => [span.from, span.to, span.kind, span.unit, span.post, span.category, span.counted]),
    ).toEqual([
      ['2010-07-01', '2026-11-16', '主职', OFFICE, '科员', '行政编制', true],
      ['2026-11-16', null, '主职', ECONOMY, '副主任', '行政编制', true],
    ])
    expect(life.events.map((event) => [event.on, event.title, event.text, event.document])).toEqual([
      ['2010-07-01', '在岗登记', '主职：党政综合办公室，科员，行政编制，公开招录', '山人社〔2010〕7号'],
      ['2026-11-16', '内部调整', '自党政综合办公室到经济发展办公室，任副主任，行政编制', document.number],
    ])
    await expect(readTimeline({ personId: 'none' }, makeContext(book))).rejects.toMatchObject({
      code: 'person_not_found',
    })
  }))

it('履历: somebody in post before their unit is on record is said to be so, not put into a unit without a name', () =>
  withTownship(async (book) => {
    const [early = ''] = await seatPeople(book, [
      { name: '早某', unit: OFFICE, birth: '1966-05-06', enteredOn: '1990-07' },
    ])
    const { events } = await readTimeline({ personId: early }, makeContext(book))
    expect(events.map((event) => event.text)).toEqual(['主职：当时机构未登记，科员，行政编制，公开招录'])
  }))

it('履历: a unit renamed or merged under somebody breaks the stretch and is told', () =>
  withTownship(async (book) => {
    const { stays } = await townshipInNovember(book)
    await add(book, { type: 'unit.rename', on: '2026-11-18', document, unit: OFFICE, name: '党政办' })
    await add(book, { type: 'unit.merge', on: '2026-11-21', document, units: ['党政办'], into: ECONOMY })
    const life = await readTimeline({ personId: stays }, makeContext(book))
    expect(life.spans.filter((span) => span.counted).map((span) => [span.from, span.to, span.unit])).toEqual([
      ['2010-07-01', '2026-11-18', OFFICE],
      ['2026-11-18', '2026-11-21', '党政办'],
      ['2026-11-21', null, ECONOMY],
    ])
    expect(life.events.map((event) => event.title)).toEqual(expect.arrayContaining(['机构更名', '机构合并']))
  }))

it('of any history of registered events: balanced between any two days, nobody at fault, the seats drawn as counted', () =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '甲', unit: OFFICE, birth: '1980-01-01' },
      { name: '乙', unit: '财政所', category: 'institution', birth: '1981-01-01' },
    ])
    const base = memoryBook(await loadFacts(book.db), [])
    let steps = 0
    for (let seed = 1; seed <= 60; seed += 1) {
      const facts = factsOf(playInMemory(base, seed, 25, () => undefined))
      const days = boundaryDays(facts)
      for (let turn = 0; turn < 4; turn += 1) {
        const [from = '', to = ''] = [
          days[(seed * 7 + turn * 13) % days.length] ?? '',
          days[(seed * 11 + turn * 5) % days.length] ?? '',
        ].toSorted()
        const sheet = changeSheet(facts, from, to)
        steps += sheet.rows.length
        expect([seed, from, to, sheet.faults, sheet.categories.filter((line) => !line.balanced)]).toEqual([
          seed,
          from,
          to,
          [],
          [],
        ])
        expect(sheet.categories.reduce((sum, line) => sum + line.transfers, 0)).toBe(0)
        const { snapshot, figures, roster } = deriveBookState(snapshotAt(facts, to))
        for (const { line, seats } of seatBoard(snapshot, figures, roster).units.flatMap((unit) => unit.lines)) {
          const count = (...states: readonly string[]) => seats.filter((seat) => states.includes(seat.state)).length
          expect([count('filled', 'over'), count('over'), count('reserved'), count('vacant', 'frozen')]).toEqual([
            line.actual,
            line.over,
            line.reserved,
            line.vacancy,
          ])
        }
      }
    }
    expect(steps).toBeGreaterThan(300)
  }))
