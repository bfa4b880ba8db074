import { expect, it } from 'vitest'
import { deriveBookState } from '../../../electron/domain/state/book-state.ts'
import { formFacts } from '../../../electron/domain/forms/form-facts.ts'
import { formSheet } from '../../../electron/domain/forms/form-sheet.ts'
import { FORMS, formNamed } from '../../../electron/domain/forms/registry.ts'
import { snapshotAt } from '../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import type { SheetModel } from '../../../electron/domain/report/sheet-model.ts'
import { loadFacts } from '../../../electron/store/load-facts.ts'
import { factsOf, memoryBook } from '../../kit/memory-book.ts'
import { seatPeople } from '../../kit/people.ts'
import { playInMemory } from '../../kit/play-history.ts'
import { boundaryDays } from '../../kit/random-history.ts'
import { withTownship } from '../../kit/township.ts'

const rowOf = (sheet: SheetModel, first: string) =>
  sheet.rows
    .find((row) => row.cells.some((cell) => cell.text === first && cell.style === 'tableCentered'))
    ?.cells.map((cell) => cell.value?.number ?? null) ?? []

it('of any history: every form can be drawn, the totals are the figures’, and a period comes out', () =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '甲', unit: '党政综合办公室', birth: '1980-01-01' },
      { name: '乙', unit: '财政所', category: 'institution', birth: '1981-01-01' },
    ])
    const base = memoryBook(await loadFacts(book.db), [])
    let steps = 0
    for (let seed = 1; seed <= 25; seed += 1) {
      const facts = factsOf(playInMemory(base, seed, 25, () => undefined))
      const days = boundaryDays(facts)
      const [from = '', to = ''] = [
        days[(seed * 7) % days.length] ?? '',
        days[(seed * 11) % days.length] ?? '',
      ].toSorted()
      const source = formFacts({
        book: facts,
        state: deriveBookState(snapshotAt(facts, to)),
        period: { from, to },
        reportedOn: to,
        plainIds: true,
        unitId: null,
        personId: null,
        photo: null,
      })
      for (const form of FORMS)
        expect([seed, form.id, formSheet(form, source, '').rows.length > 3]).toEqual([seed, form.id, true])
      const staffing = rowOf(formSheet(formNamed('unit-staffing')!, source, ''), '总计')
      const sum = (place: number) =>
        [place, place + 4, place + 8, place + 12, place + 16].reduce((all, column) => all + (staffing[column] ?? 0), 0)
      const total = (pick: 'quota' | 'actual' | 'over' | 'vacancy') =>
        source.figures.totals.reduce((all, line) => all + line[pick], 0)
      expect([seed, sum(2), sum(3), sum(4), sum(5)]).toEqual([
        seed,
        total('quota'),
        total('actual'),
        total('over'),
        total('vacancy'),
      ])
      const changes = source.changes()
      expect(changes.faults).toEqual([])
      const vacancy = rowOf(formSheet(formNamed('vacancy-month')!, source, ''), '总计')
      expect([vacancy[6] ?? 0, vacancy[7] ?? 0]).toEqual([total('actual'), total('vacancy')])
      const leadership = rowOf(formSheet(formNamed('leadership-staffing')!, source, ''), '总计')
      expect([leadership[3] ?? 0, leadership[4] ?? 0]).toEqual([
        source.figures.leadership.quota,
        source.figures.leadership.actual,
      ])
      steps += changes.rows.length
    }
    expect(steps).toBeGreaterThan(30)
  }))
