import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { runCheck } from '../../electron/app/findings/run-check.ts'
import { explainFigure } from '../../electron/app/units/explain-figure.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { readUnits } from '../../electron/app/units/read-units.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { NEWCOMER, OFFICE, withOffice, type EventInput } from '../kit/office-full.ts'
import { unitNamed } from '../kit/township.ts'

/** Registers an event as if it were another moment. */
function addAt(book: OpenBook, recordedAt: string, event: EventInput) {
  const context = makeContext(book)
  return addEvent(
    { event },
    {
      ...context,
      clock: { now: () => recordedAt, today: () => recordedAt.slice(0, 10) },
      commit: (draft, work) =>
        commitCommand(book.db, { ...draft, recordedAt, actor: '经办人', operation: 'event.add' }, work),
    },
  )
}

const LATE = { ...NEWCOMER, on: '2026-11-20', arrivesOn: '2026-11-20' }

it('what was learnt late is true of its day, yet was not known until it was registered', () =>
  withOffice(4, async (book) => {
    await addAt(book, '2026-12-25T03:00:00.000Z', LATE)
    const context = makeContext(book, { today: '2026-12-31' })
    const actual = async (days: { readonly asOf?: string; readonly believedOn?: string }) =>
      (await readFigures(days, context)).lines.find((line) => line.unit === OFFICE)?.actual
    expect(await actual({ asOf: '2026-11-30' })).toBe(5)
    expect(await actual({ asOf: '2026-11-30', believedOn: '2026-12-24' })).toBe(4)
    expect(await actual({ asOf: '2026-11-30', believedOn: '2026-12-25' })).toBe(5)
    expect(await actual({ believedOn: '2026-11-30' })).toBe(4)
    const unitId = await unitNamed(book, OFFICE)
    const explained = await explainFigure({ unitId, category: 'administrative', believedOn: '2026-12-24' }, context)
    expect(explained.people.map((person) => person.name)).not.toContain('新一')
    expect((await readRoster({ believedOn: '2026-12-24' }, context)).people).toHaveLength(4)
    expect((await readUnits({ believedOn: '2026-12-24' }, context)).units.map((unit) => unit.name)).toContain(OFFICE)
    expect((await runCheck({ believedOn: '2026-12-24' }, context)).asOf).toBe('2026-12-24')
  }))

it('an evening entry belongs to the day it is in Shanghai', () =>
  withOffice(4, async (book) => {
    // 2026-12-26 00:30 in Shanghai.
    await addAt(book, '2026-12-25T16:30:00.000Z', LATE)
    const context = makeContext(book)
    const people = async (believedOn: string) =>
      (await readRoster({ asOf: '2026-12-31', believedOn }, context)).people.length
    expect([await people('2026-12-25'), await people('2026-12-26')]).toEqual([4, 5])
  }))

it('before the book there was nothing to believe', () =>
  withOffice(1, async (book) => {
    await expect(readFigures({ believedOn: '2026-11-21' }, makeContext(book))).rejects.toMatchObject({
      code: 'invalid_input',
    })
  }))
