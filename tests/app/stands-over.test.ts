import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { previewEvent } from '../../electron/app/ledger/preview-event.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { runCheck } from '../../electron/app/findings/run-check.ts'
import { NEWCOMER } from '../../electron/vocabulary/events.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { OFFICE, withOffice, type EventInput } from '../kit/office-full.ts'
import { inventedId, newestEntry, type SeatedPerson } from '../kit/people.ts'

/* Who stands as over where a line has more people than seats. 党政综合办公室 has 行政编制 5, 新农村建设办公室 has 2 (plan of the township). */

const VILLAGE = '新农村建设办公室'
const add = (book: OpenBook, event: EventInput) => addEvent({ event }, makeContext(book, { operation: 'event.add' }))
const preview = (book: OpenBook, event: EventInput) => previewEvent({ event }, makeContext(book))
const over = async (book: OpenBook, asOf?: string) =>
  (await readRoster({ list: 'over-quota', ...(asOf === undefined ? {} : { asOf }) }, makeContext(book))).people.map(
    (person) => person.name,
  )

const PAPER = { number: '山委〔2026〕10号' }
const OVER = { reason: '工作需要，过渡', overUntil: '2027-06-30', document: PAPER }
const entry = (name: string, turn: number, more: Partial<Extract<EventInput, { type: 'entry' }>> = {}): EventInput => ({
  type: 'entry',
  on: '2026-11-20',
  document: PAPER,
  person: { name, idNumber: inventedId(`199${turn}-09-19`, '女'), sex: '女', birth: `199${turn}-09` },
  unit: OFFICE,
  post: '科员',
  category: 'administrative',
  cause: '21',
  ...more,
})
const VETERAN: SeatedPerson = { name: '韩一', unit: OFFICE, birth: '1976-01-05', enteredOn: '2000-07' }
const VILLAGERS: readonly SeatedPerson[] = [
  { name: '许一', unit: VILLAGE, birth: '1987-02-03', enteredOn: '2011-09' },
  { name: '许二', unit: VILLAGE, birth: '1986-02-03', enteredOn: '2008-09' },
]
const moveIn: EventInput = { type: 'move', on: '2026-11-20', person: '韩一', unit: VILLAGE, post: '干事', ...OVER }

it('somebody moved in over quota on purpose is the one listed, not the colleague who has held her seat since 2011', () =>
  withOffice(
    0,
    async (book) => {
      await add(book, moveIn)
      expect(await over(book)).toEqual(['韩一'])
      const { findings } = await runCheck({}, makeContext(book))
      const texts = findings.filter((finding) => finding.rule === 'C1').map((finding) => finding.text)
      expect(texts).toEqual([expect.stringContaining('韩一列为超编（超编进入，计划2027年6月30日前消化）')])
    },
    [VETERAN, ...VILLAGERS],
  ))

it('whoever was let in over quota goes before a colleague who came later to a seat that was free', () =>
  withOffice(5, async (book) => {
    const line = { document: PAPER, unit: OFFICE, category: 'administrative' as const }
    await add(book, entry('试一', 0, { ...OVER, on: '2026-11-10' }))
    await add(book, { type: 'quota.increase', on: '2026-11-11', ...line, by: 2 })
    await add(book, entry('试二', 1))
    expect(await over(book)).toEqual([])
    await add(book, { type: 'quota.decrease', on: '2026-11-21', ...line, by: 1 })
    expect(await over(book)).toEqual(['试一'])
  }))

it('the latest to join the line goes before the latest to enter: whoever moves in comes last there', () =>
  withOffice(
    0,
    async (book) => {
      await add(book, { type: 'tolerance.set', on: '2026-01-01', document: PAPER, unit: VILLAGE, amount: 1 })
      await add(book, { ...moveIn, overUntil: undefined })
      expect(await over(book)).toEqual(['韩一'])
      expect((await readRoster({ list: 'over-quota' }, makeContext(book))).people[0]?.why).toContain(
        '2026年11月20日进入本机构这类编制，按进入先后排在最后',
      )
    },
    [VETERAN, ...VILLAGERS],
  ))

it('a 整建制转移, a merger and a rename keep the place among the others; a move does not', () =>
  withOffice(
    0,
    async (book) => {
      await add(book, {
        type: 'batch.transfer',
        on: '2026-03-01',
        people: ['韩一'],
        unit: VILLAGE,
        reason: '机构改革',
        document: PAPER,
      })
      expect(await over(book)).toEqual(['许一'])
      await add(book, { type: 'unit.rename', on: '2026-04-01', document: PAPER, unit: VILLAGE, name: '乡村建设办公室' })
      expect(await over(book)).toEqual(['许一'])
      await add(book, {
        type: 'unit.merge',
        on: '2026-05-01',
        document: PAPER,
        units: ['乡村建设办公室'],
        into: '乡村振兴办公室',
        kind: 'office',
      })
      expect(await over(book)).toEqual(['许一'])
      await add(book, { type: 'move', on: '2026-06-01', person: '许二', unit: OFFICE, post: '科员', document: PAPER })
      await add(book, {
        type: 'move',
        on: '2026-07-01',
        person: '许二',
        unit: '乡村振兴办公室',
        post: '干事',
        document: PAPER,
        reason: '回原岗位',
        overUntil: '2027-06-30',
        standsOver: ['许一'],
      })
      expect([await over(book, '2026-06-30'), await over(book)]).toEqual([[], ['许一']])
    },
    [VETERAN, ...VILLAGERS],
  ))

it('the form asks who is to stand as over, the newcomer first; the answer goes with the entry and is undone with it', () =>
  withOffice(5, async (book) => {
    const event = entry('新二', 2, OVER)
    const { standing } = await preview(book, event)
    expect(standing).toMatchObject([
      { unit: OFFICE, categoryCode: 'administrative', on: '2026-11-20', count: 1, people: { length: 6 } },
    ])
    expect(standing[0]?.people[0]).toMatchObject({ key: NEWCOMER, name: '新二', newcomer: true, proposed: true })
    expect(standing[0]?.people.slice(1).every((person) => !person.proposed && !person.newcomer)).toBe(true)
    const { seq } = await add(book, { ...event, standsOver: ['甘三'] })
    expect(await over(book)).toEqual(['甘三'])
    const written = await newestEntry(book)
    expect(written.seq).toBe(seq)
    expect(
      written.changes.filter((change) => change.table === 'over_quota_choice').map((change) => change.after),
    ).toMatchObject([{ reason: '工作需要，过渡', valid_from: '2026-11-20' }])
    expect(await verifyBook(book)).toMatchObject({ ok: true })
    await undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
    expect(await over(book)).toEqual([])
  }))

it('the newcomer can be named as the one who stands as over, by the word for them or by name', () =>
  withOffice(5, async (book) => {
    await add(book, { ...entry('新三', 3, OVER), standsOver: [NEWCOMER] })
    await add(book, { ...entry('新四', 4, OVER), standsOver: ['新三', '新四'] })
    expect(await over(book)).toEqual(['新三', '新四'])
  }))

it('an answer that does not fit is refused in words', () =>
  withOffice(
    5,
    async (book) => {
      await expect(add(book, { ...entry('新五', 0, OVER), standsOver: ['甘一', '甘二'] })).rejects.toMatchObject({
        code: 'choice_count',
        details: { unit: OFFICE, over: 1, count: 2 },
      })
      await expect(add(book, { ...entry('新五', 0, OVER), standsOver: ['许一'] })).rejects.toMatchObject({
        code: 'invalid_input',
        details: { problem: expect.stringContaining('许一') },
      })
    },
    VILLAGERS,
  ))

it('a cut asks too, and so does a merger that goes over', () =>
  withOffice(
    5,
    async (book) => {
      const cut: EventInput = {
        type: 'quota.decrease',
        on: '2026-11-20',
        document: PAPER,
        unit: OFFICE,
        category: 'administrative',
        by: 1,
      }
      const asked = await preview(book, cut)
      expect(asked.standing).toMatchObject([{ unit: OFFICE, count: 1 }])
      expect(asked.standing[0]?.people.filter((person) => person.proposed)).toHaveLength(1)
      expect(asked.standing[0]?.people.some((person) => person.newcomer)).toBe(false)
      await add(book, { ...cut, standsOver: ['甘二'] })
      expect(await over(book)).toEqual(['甘二'])
      const merged = await preview(book, {
        type: 'unit.merge',
        on: '2026-11-21',
        document: PAPER,
        units: [OFFICE],
        into: VILLAGE,
      })
      expect(merged.standing).toMatchObject([{ unit: VILLAGE, count: 1 }])
    },
    VILLAGERS,
  ))
