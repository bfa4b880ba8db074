import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { previewEvent } from '../../electron/app/ledger/preview-event.ts'
import { readHistory } from '../../electron/app/ledger/read-history.ts'
import { explainFigure } from '../../electron/app/units/explain-figure.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry, seatPeople } from '../kit/people.ts'
import { oldQuotaEntry, oldUnitEntries } from '../kit/retired-entries.ts'
import { setQuota } from '../kit/set-quota.ts'
import { entryCount, unitNamed, withTownship } from '../kit/township.ts'

const OFFICE = '党政综合办公室'
const number = '山编发〔2020〕3号'

async function officeQuota(book: OpenBook, asOf: string): Promise<number | undefined> {
  const { lines } = await readFigures({ asOf }, makeContext(book))
  return lines.find((line) => line.unit === OFFICE && line.categoryCode === 'administrative')?.quota
}

const set = (book: OpenBook, amount: number, on: string, paper = number) =>
  setQuota(book, { unit: OFFICE, amount, on, number: paper })

it('a new number holds from its day; the day before still shows the old one', () =>
  withTownship(async (book) => {
    await set(book, 7, '2020-05-01')
    expect([
      await officeQuota(book, '2006-11-01'),
      await officeQuota(book, '2020-04-30'),
      await officeQuota(book, '2020-05-01'),
      await officeQuota(book, '2026-11-22'),
    ]).toEqual([5, 5, 7, 7])
    const { quotas, formula } = await explainFigure(
      { unitId: await unitNamed(book, OFFICE), category: 'administrative' },
      makeContext(book),
    )
    expect(
      quotas.map((quota) => [quota.amount, quota.documentNumber, quota.validFrom, quota.validTo, quota.current]),
    ).toEqual([
      [7, number, '2020-05-01', null, true],
      [5, '山编办〔2006〕12号', '2006-11-01', '2020-05-01', false],
    ])
    expect(formula).toBe('空编 = 核定 7 − 实有 0 − 已核准未到位 0 = 7；超编 = 实有 0 − 核定 7，不足 0 记 0')
  }))

it('the journal keeps both sides, and the event beside them', () =>
  withTownship(async (book) => {
    const { seq } = await set(book, 7, '2020-05-01')
    const entry = await newestEntry(book)
    expect([entry.seq, await entryCount(book), entry.operation, entry.effective_on, entry.document_number]).toEqual([
      seq,
      2,
      'event.add',
      '2020-05-01',
      number,
    ])
    expect(entry.summary).toBe('党政综合办公室行政编制自 2020-05-01 起核增 2 名（5 → 7）')
    expect(
      entry.changes.map((change) => [
        change.table,
        change.before?.['valid_to'] ?? null,
        change.after?.['valid_to'] ?? null,
        change.after?.['amount'] ?? null,
      ]),
    ).toEqual([
      ['basis_document', null, null, null],
      ['quota', null, '2020-05-01', 5],
      ['quota', null, null, 7],
      ['ledger_event', null, null, null],
    ])
  }))

it('a back-dated 核增 raises the balances of later days too, and says so before it is saved', () =>
  withTownship(async (book) => {
    await set(book, 7, '2020-05-01')
    const event = {
      type: 'quota.increase',
      on: '2015-01-01',
      document: { number: '山编发〔2015〕1号' },
      unit: OFFICE,
      category: 'administrative',
      by: 1,
    } as const
    const { text } = await previewEvent({ event }, makeContext(book))
    expect(text).toBe('党政综合办公室行政编制自 2015-01-01 起核增 1 名（5 → 6），之后登记的 1 条余额随之调整')
    await set(book, 6, '2015-01-01', '山编发〔2015〕1号')
    expect([
      await officeQuota(book, '2014-12-31'),
      await officeQuota(book, '2015-01-01'),
      await officeQuota(book, '2020-04-30'),
      await officeQuota(book, '2020-05-01'),
    ]).toEqual([5, 6, 6, 8])
  }))

it('a wrong number is put right from the very day it began: one row, not two; 0 is a number', () =>
  withTownship(async (book) => {
    await set(book, 7, '2020-05-01')
    await set(book, 0, '2020-05-01', '山编发〔2020〕4号')
    expect([await officeQuota(book, '2020-04-30'), await officeQuota(book, '2020-05-01')]).toEqual([5, 0])
    const rows = await book.db
      .selectFrom('quota')
      .select('amount')
      .where('unit_id', '=', await unitNamed(book, OFFICE))
      .orderBy('valid_from')
      .execute()
    expect(rows).toEqual([{ amount: 5 }, { amount: 0 }])
  }))

it('the correction of a number asks why and is marked as one', () =>
  withTownship(async (book) => {
    const event = {
      type: 'quota.decrease',
      on: '2006-11-01',
      document: { number: '山编办〔2006〕12号' },
      unit: OFFICE,
      category: 'administrative',
      by: 1,
    } as const
    const context = makeContext(book, { operation: 'event.add' })
    await expect(addEvent({ event, correction: true }, context)).rejects.toMatchObject({ code: 'event_needs' })
    await addEvent({ event: { ...event, reason: '录错' }, correction: true }, context)
    expect([await officeQuota(book, '2006-11-01'), await officeQuota(book, '2026-11-22')]).toEqual([4, 4])
    const { entries } = await readHistory({}, makeContext(book))
    expect(entries[0]).toMatchObject({ correction: true, reason: '录错' })
  }))

it('on the township it sets the approved total, says so, and leaves the units alone', () =>
  withTownship(async (book) => {
    const added = await setQuota(book, { unit: '试验乡', amount: 21, on: '2020-05-01', number })
    expect(added.sentences[0]).toMatch(/^试验乡 行政编制核定总额 23 → 21。依据：/)
    const { totals } = await readFigures({}, makeContext(book))
    expect(totals[0]).toMatchObject({ categoryCode: 'administrative', ceiling: 21, quota: 23 })
  }))

it('an unknown unit or a day before the unit is refused and leaves no entry', () =>
  withTownship(async (book) => {
    await expect(set(book, 7, '2006-10-31')).rejects.toMatchObject({ code: 'name_unknown' })
    await expect(setQuota(book, { unit: '无此所', amount: 1, on: '2020-05-01', number })).rejects.toMatchObject({
      code: 'name_unknown',
    })
    expect(await entryCount(book)).toBe(1)
  }))

it('a number lowered below its people asks who stands as over, and the answer holds', () =>
  withTownship(async (book) => {
    const people = ['01', '02', '03'].map((month) => ({
      name: `员${month}`,
      unit: OFFICE,
      birth: `1980-${month}-11`,
      enteredOn: `2010-${month}-01`,
    }))
    const ids = await seatPeople(book, people)
    const event = {
      type: 'quota.decrease',
      on: '2026-11-01',
      document: { number: '山编办〔2026〕1号' },
      unit: OFFICE,
      category: 'administrative',
      by: 3,
      reason: '机构改革',
    } as const
    const { standing } = await previewEvent({ event }, makeContext(book))
    expect(standing.map(({ unit, count, people: asked }) => [unit, count, asked.length])).toEqual([[OFFICE, 1, 3]])
    await addEvent({ event: { ...event, standsOver: [ids[0] ?? ''] } }, makeContext(book, { operation: 'event.add' }))
    const chosen = await book.db.selectFrom('over_quota_choice').select('person_id').execute()
    expect(chosen).toEqual([{ person_id: ids[0] }])
  }))

it('领导职数 changes from its day on and says the township’s number; parts that do not make up the whole are refused', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { operation: 'event.add' })
    const { unit_id: unit } = await book.db.selectFrom('leadership_quota').select('unit_id').executeTakeFirstOrThrow()
    const event = { type: 'leadershipQuota.set', on: '2020-05-01', document: { number }, unit } as const
    const added = await addEvent({ event: { ...event, amount: 9, chief: 3, deputy: 6 } }, context)
    expect(added.sentences).toEqual([
      '全乡领导职数 8 → 9（正职 3、副职 6），实配 0，空 9。依据：山编发〔2020〕3号（本次）。',
    ])
    const before = await readFigures({ asOf: '2020-04-30' }, context)
    const after = await readFigures({ asOf: '2020-05-01' }, context)
    expect([
      before.leadership.quota,
      after.leadership.quota,
      after.leadership.chief.quota,
      after.leadership.deputy.quota,
    ]).toEqual([8, 9, 3, 6])
    for (const wrong of [
      { amount: 9, chief: 3, deputy: 5 },
      { amount: 9, chief: 10, deputy: null },
    ])
      await expect(addEvent({ event: { ...event, ...wrong } }, context)).rejects.toMatchObject({
        code: 'event_impossible',
      })
    expect(await entryCount(book)).toBe(2)
  }))

it('entries of operations that are no more keep their titles, are taken back, and the book stays sound', () =>
  withTownship(async (book) => {
    await oldQuotaEntry(book, { unit: OFFICE, amount: 7, on: '2020-05-01', number })
    const [made, led] = await oldUnitEntries(book, '退役军人服务站', '2021-03-01')
    const { entries } = await readHistory({}, makeContext(book))
    expect(entries.slice(0, 3).map((entry) => [entry.seq, entry.operation, entry.title])).toEqual([
      [led, 'leadershipQuota.set', '核定领导职数'],
      [made, 'unit.create', '设立机构'],
      [2, 'quota.set', '核定编制'],
    ])
    for (const seq of [led, made, 2])
      await undoEntry(seq === undefined ? {} : { seq }, makeContext(book, { operation: 'journal.undo' }))
    expect(await officeQuota(book, '2026-11-22')).toBe(5)
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
    expect(await set(book, 6, '2020-05-01')).toMatchObject({ seq: 8 })
  }))
