import { expect, it } from 'vitest'
import { readForecast } from '../../electron/app/findings/read-forecast.ts'
import { readDuties } from '../../electron/app/findings/read-duties.ts'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { readHistory } from '../../electron/app/ledger/read-history.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { readPerson } from '../../electron/app/people/read-person.ts'
import { readTimeline } from '../../electron/app/people/read-timeline.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { makeContext } from '../kit/context.ts'
import { withOffice, type EventInput } from '../kit/office-full.ts'

const FINANCE = '财政所'
/** Born 1965-03: statutory 2025-04. TODAY of the tests lies in November 2026. */
const OLD = {
  name: '老专技',
  unit: FINANCE,
  category: 'institution',
  birth: '1965-03-10',
  title: '高级农艺师',
} as const
const paper = { number: '宜人社延〔2025〕1号', issuedOn: '2025-03-01', issuer: '宜县人社局' }
const arrange = (more: Partial<Extract<EventInput, { type: 'retirement.arrange' }>> = {}): EventInput => ({
  type: 'retirement.arrange',
  on: '2025-03-05',
  document: paper,
  reason: '补录',
  person: OLD.name,
  kind: 'lateFlexible',
  month: '2028-04',
  ...more,
})
const add = (book: OpenBook, event: EventInput) => addEvent({ event }, makeContext(book, { operation: 'event.add' }))

async function seen(book: OpenBook, personId: string) {
  const context = makeContext(book)
  const person = await readPerson({ personId }, context)
  const forecast = await readForecast({}, context)
  const duties = await readDuties({ from: '2026-01-01', to: '2029-12-31' }, context)
  return {
    list: person.person.list,
    f7: person.findings.filter((finding) => finding.rule === 'F7').map((finding) => finding.severity),
    retirement: person.retirement,
    forecast: forecast.people.find((one) => one.personId === personId)?.retires,
    duties: duties.duties
      .filter((item) => item.personId === personId && item.duty === 'retirement')
      .map((item) => item.dueOn),
  }
}

it('an agreed later month keeps the person on the list, and every reader tells that month', () =>
  withOffice(
    1,
    async (book, people) => {
      const id = people[1] ?? ''
      expect(await seen(book, id)).toMatchObject({ list: 'non-compliant', f7: ['error'], forecast: '2025-04' })
      // As a hand writes it.
      const saved = await add(book, arrange({ month: '2028.4' }))
      const after = {
        list: 'in-quota',
        f7: [],
        forecast: '2028-04',
        duties: ['2028-04-30'],
        retirement: {
          month: '2028-04',
          statutory: '2025-04',
          arrangement: '弹性延迟退休',
          documentNumber: '宜人社延〔2025〕1号',
        },
      }
      expect(await seen(book, id)).toEqual(after)

      const timeline = await readTimeline({ personId: id }, makeContext(book))
      expect(timeline.events.find((event) => event.document === '宜人社延〔2025〕1号')).toMatchObject({
        text: expect.stringContaining('弹性延迟退休，退休时间 2028-04'),
        document: '宜人社延〔2025〕1号',
      })
      const history = await readHistory({}, makeContext(book))
      expect(history.entries[0]?.text).toContain('弹性延迟退休，退休时间 2028-04')

      await undoEntry({ seq: saved.seq, reason: '登错了' }, makeContext(book, { operation: 'journal.undo' }))
      expect(await seen(book, id)).toMatchObject({ list: 'non-compliant', forecast: '2025-04' })
      expect(await verifyBook(book)).toMatchObject({ ok: true })
    },
    [OLD],
  ))

it('a second arrangement replaces the first from its day; exit at retirement ends it', () =>
  withOffice(
    1,
    async (book, people) => {
      const id = people[1] ?? ''
      await add(book, arrange())
      await add(book, arrange({ on: '2026-06-01', month: '2026-12', document: { number: '宜人社延〔2026〕4号' } }))
      expect((await readPerson({ personId: id, asOf: '2026-05-31' }, makeContext(book))).retirement?.month).toBe(
        '2028-04',
      )
      expect((await readPerson({ personId: id }, makeContext(book))).retirement?.month).toBe('2026-12')
      await add(book, {
        type: 'exit',
        on: '2026-11-20',
        person: OLD.name,
        cause: '31',
        proofs: ['退休审批表'],
        document: { number: '宜人社退〔2026〕9号' },
        reason: '补录',
      })
      const rows = await book.db.selectFrom('retirement_arrangement').selectAll().orderBy('valid_from').execute()
      expect(rows.map((row) => [row.month, row.valid_from, row.valid_to])).toEqual([
        ['2028-04', '2025-03-05', '2026-06-01'],
        ['2026-12', '2026-06-01', '2026-11-20'],
      ])
      expect(await verifyBook(book)).toMatchObject({ ok: true })
    },
    [OLD],
  ))

it('outside the law it is refused with the clause; what must be known first is asked', () =>
  withOffice(
    1,
    async (book) => {
      await expect(add(book, arrange({ month: '2028-05' }))).rejects.toMatchObject({
        code: 'event_impossible',
        details: { why: expect.stringContaining('延迟时间距法定退休年龄最长不超过3年') },
      })
      await expect(add(book, arrange({ person: '甘一', on: '2026-11-01', month: '2044-12' }))).rejects.toMatchObject({
        details: { why: expect.stringContaining('公务员、国有企事业单位领导人员及其他管理人员') },
      })
      await expect(
        add(book, arrange({ kind: 'earlyFlexible', month: '2025-02', on: '2024-12-01' })),
      ).rejects.toMatchObject({ details: { why: expect.stringContaining('最早月份 2025-03') } })
    },
    [OLD],
  ))

it('a name with a sex and a mark behind it is taken apart on correction, and refused where it contradicts', () =>
  withOffice(
    1,
    async (book, people) => {
      const personId = people[0] ?? ''
      await correctPerson({ personId, reason: '核对', changes: { name: '甘一（女，苗族）★' } }, makeContext(book))
      const read = await readPerson({ personId }, makeContext(book))
      expect([read.person.name, read.person.sex, read.fields['ethnicity']]).toEqual(['甘一', '女', '苗族'])
      await expect(
        correctPerson({ personId, reason: '核对', changes: { name: '甘一（女）', sex: '男' } }, makeContext(book)),
      ).rejects.toMatchObject({ code: 'invalid_input' })
    },
    [OLD],
  ))
