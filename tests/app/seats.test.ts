import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readSeats } from '../../electron/app/people/read-seats.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import type { EventInput } from '../../electron/contract/events.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId, seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

const OFFICE = '党政综合办公室'
const document = { number: '山人社〔2026〕8号' }
const add = (book: OpenBook, event: EventInput) =>
  addEvent({ event: { reason: '经会议研究', ...event } }, makeContext(book, { operation: 'event.add' }))
async function drawn(book: OpenBook, asOf: string) {
  const board = await readSeats({ asOf }, makeContext(book))
  expect(OPERATIONS['seats.read'].output.parse(board)).toEqual(board)
  const [line] = board.units.find((unit) => unit.unit === OFFICE)?.lines ?? []
  return {
    line,
    seats: line?.seats.map((seat) => [seat.state, seat.name ?? seat.post]),
    tray: board.tray.map((entry) => entry.name),
  }
}

it('the seats of a plan nobody has been put into: 51 vacant ones', () =>
  withTownship(async (book) => {
    const board = await readSeats({}, makeContext(book))
    const seats = board.units.flatMap((unit) => unit.lines.flatMap((line) => line.seats))
    expect([board.units.length, seats.length, new Set(seats.map((seat) => seat.state))]).toEqual([
      15,
      51,
      new Set(['vacant']),
    ])
    expect(board.tray).toEqual([])
  }))

it('approved, frozen, arrived: the seat goes from vacant to reserved to filled, day by day', () =>
  withTownship(async (book) => {
    await seatPeople(book, [{ name: '老某', unit: OFFICE, birth: '1980-01-01' }])
    await add(book, { type: 'post.plan', on: '2026-11-01', document, unit: OFFICE, post: '档案员' })
    await add(book, { type: 'post.freeze', on: '2026-11-05', document, unit: OFFICE, post: '档案员' })
    await add(book, {
      type: 'entry',
      on: '2026-11-10',
      document,
      person: { name: '新某', idNumber: inventedId('1999-01-01'), sex: '男', birth: '1999-01' },
      unit: OFFICE,
      post: '科员',
      category: 'administrative',
      cause: '22',
      arrivesOn: null,
    })
    const [{ id } = { id: '' }] = await book.db.selectFrom('person').select('id').where('name', '=', '新某').execute()
    await add(book, { type: 'arrival', on: '2026-11-20', document, person: id, post: '科员' })
    expect((await drawn(book, '2026-11-04')).seats).toEqual([
      ['filled', '老某'],
      ['vacant', '档案员'],
      ['vacant', ''],
      ['vacant', ''],
      ['vacant', ''],
    ])
    const waiting = await drawn(book, '2026-11-19')
    expect(waiting.seats).toEqual([
      ['filled', '老某'],
      ['reserved', '新某'],
      ['frozen', '档案员'],
      ['vacant', ''],
      ['vacant', ''],
    ])
    expect([waiting.line?.reserved, waiting.line?.vacancy, waiting.tray]).toEqual([1, 3, ['新某']])
    const arrived = await drawn(book, '2026-11-20')
    expect(arrived.seats).toEqual([
      ['filled', '老某'],
      ['filled', '新某'],
      ['frozen', '档案员'],
      ['vacant', ''],
      ['vacant', ''],
    ])
    expect([arrived.line?.reserved, arrived.line?.vacancy, arrived.tray]).toEqual([0, 3, []])
  }))

it('over quota within 允许溢出: drawn as over all the same', () =>
  withTownship(async (book) => {
    await seatPeople(
      book,
      Array.from({ length: 6 }, (_, place) => ({
        name: `员${place}`,
        unit: OFFICE,
        birth: `198${place}-01-01`,
        enteredOn: `201${place}-07`,
      })),
    )
    await add(book, { type: 'tolerance.set', on: '2026-11-01', document, percent: 10, until: '2027-12-31' })
    const { line, seats } = await drawn(book, '2026-11-22')
    expect([line?.quota, line?.over, line?.tolerance]).toEqual([5, 1, 1])
    expect(seats?.filter(([state]) => state === 'over')).toEqual([['over', '员5']])
  }))

it('免职后待安排: still counted, and in the tray', () =>
  withTownship(async (book) => {
    const [id] = await seatPeople(book, [
      { name: '免某', unit: OFFICE, birth: '1980-01-01', title: '主任', leadership: 'deputy' },
    ])
    await add(book, { type: 'dismiss', on: '2026-11-10', document, person: id! })
    const { line, tray } = await drawn(book, '2026-11-22')
    expect([line?.actual, line?.seats[0]?.post, tray]).toEqual([1, '待安排', ['免某']])
  }))
