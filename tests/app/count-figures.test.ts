import { expect, it } from 'vitest'
import { countFigures } from '../../electron/app/units/count-figures.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { heldFacts } from '../../electron/store/held-facts.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { RECORDED_AT } from '../kit/book.ts'
import { makeContext } from '../kit/context.ts'
import { seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

/* The numbers without the people are those of the whole answer, and cost only what they are counted from. */

const SEATED = [
  { name: '办员甲', unit: '党政综合办公室', birth: '1982-01-01' },
  { name: '办员乙', unit: '党政综合办公室', birth: '1981-01-01', enteredOn: '2015-01' },
  { name: '所员', unit: '财政所', category: 'institution', birth: '1980-01-01' },
  { name: '混编者', unit: '财政所', category: 'administrative', birth: '1979-01-01' },
] as const

it('says what the whole answer says, of a book just opened, of one that is held, of another day and of another belief', () =>
  withTownship(async (made) => {
    await seatPeople(made, [...SEATED])
    const { path } = made
    await closeBookFile(made)
    const book = await openBookFile(path)
    const context = makeContext(book)
    const days = [{}, { asOf: '2019-06-30' }, { asOf: '2014-12-31' }, { believedOn: '2026-11-22' }]
    const fresh = await Promise.all(days.map((day) => countFigures(day, context)))
    expect(await heldFacts(book.db)).toBeNull()
    for (const [place, day] of days.entries()) {
      const { ranks: _, lines, misplaced, ...rest } = await readFigures(day, context)
      const whole = { ...rest, misplaced, lines: lines.map(({ seats: _seats, ...line }) => line) }
      expect(fresh[place]).toEqual(whole)
      expect(await countFigures(day, context)).toEqual(whole)
    }
    // Control: there is something to count, and somebody to name.
    expect(fresh[0]?.lines.some((line) => line.actual === 2)).toBe(true)
    expect(fresh[0]?.misplaced.flatMap(({ people }) => people.map(({ name }) => name))).toEqual(['混编者'])
    await closeBookFile(book)
  }))

it('sees what was written since, whether the book is held or not', () =>
  withTownship(async (book) => {
    const context = makeContext(book)
    const actual = async () => (await countFigures({}, context)).totals.reduce((sum, total) => sum + total.actual, 0)
    expect(await actual()).toBe(0)
    await seatPeople(book, [SEATED[0]])
    expect(await actual()).toBe(1)
    await readFigures({}, context)
    expect(await heldFacts(book.db)).not.toBeNull()
    const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'test', summary: '止于今日' }
    await commitCommand(book.db, draft, async (tx, journal) => {
      const { id } = await tx.selectFrom('holding').select('id').executeTakeFirstOrThrow()
      await journal.update('holding', id, { occupies_quota: 0 })
    })
    expect(await actual()).toBe(0)
  }))
