import { expect, it } from 'vitest'
import { explainFigure } from '../../electron/app/figure-explain.ts'
import { readFigures } from '../../electron/app/figures-read.ts'
import { setLeadershipQuota } from '../../electron/app/leadership-quota-set.ts'
import { setQuota } from '../../electron/app/quota-set.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry } from '../kit/people.ts'
import { entryCount, unitNamed, withTownship } from '../kit/township.ts'

const OFFICE = '党政综合办公室'
const number = '山编发〔2020〕3号'

async function officeQuota(book: OpenBook, asOf: string): Promise<number | undefined> {
  const { lines } = await readFigures({ asOf }, makeContext(book))
  return lines.find((line) => line.unit === OFFICE && line.categoryCode === 'administrative')?.quota
}

async function set(book: OpenBook, amount: number, effectiveOn: string, documentNumber = number) {
  const unitId = await unitNamed(book, OFFICE)
  return setQuota({ unitId, category: 'administrative', amount, documentNumber, effectiveOn }, makeContext(book, { operation: 'quota.set' }))
}

it('a new number holds from its day; the day before still shows the old one', () =>
  withTownship(async (book) => {
    await set(book, 7, '2020-05-01')
    expect([await officeQuota(book, '2006-11-01'), await officeQuota(book, '2020-04-30'), await officeQuota(book, '2020-05-01'), await officeQuota(book, '2026-11-22')]).toEqual([5, 5, 7, 7])
    const { quotas, formula } = await explainFigure({ unitId: await unitNamed(book, OFFICE), category: 'administrative' }, makeContext(book))
    expect(quotas.map((quota) => [quota.amount, quota.documentNumber, quota.validFrom, quota.validTo, quota.current])).toEqual([
      [7, number, '2020-05-01', null, true],
      [5, '山编办〔2006〕12号', '2006-11-01', '2020-05-01', false],
    ])
    expect(formula).toBe('空编 = 核定 7 − 实有 0 − 已核准未到位 0 = 7；超编 = 实有 0 − 核定 7，不足 0 记 0')
  }))

it('the journal keeps both sides: the old entry closed, the new one and its document begun', () =>
  withTownship(async (book) => {
    const { seq } = await set(book, 7, '2020-05-01')
    const entry = await newestEntry(book)
    expect([entry.seq, await entryCount(book), entry.operation, entry.effective_on, entry.document_number]).toEqual([seq, 2, 'quota.set', '2020-05-01', number])
    expect(entry.summary).toBe('党政综合办公室行政编制自 2020-05-01 起核定 7 名')
    expect(entry.changes.map((change) => [change.table, change.before?.['valid_to'] ?? null, change.after?.['valid_to'] ?? null, change.after?.['amount'] ?? null])).toEqual([
      ['basis_document', null, null, null],
      ['quota', null, '2020-05-01', 5],
      ['quota', null, null, 7],
    ])
  }))

it('a back-dated number leaves the number of a later day as it was', () =>
  withTownship(async (book) => {
    await set(book, 7, '2020-05-01')
    await set(book, 6, '2015-01-01', '山编发〔2015〕1号')
    expect([await officeQuota(book, '2014-12-31'), await officeQuota(book, '2015-01-01'), await officeQuota(book, '2020-04-30'), await officeQuota(book, '2020-05-01')]).toEqual([5, 6, 6, 7])
  }))

it('a second number for the same day replaces the first; 0 is a number', () =>
  withTownship(async (book) => {
    await set(book, 7, '2020-05-01')
    await set(book, 0, '2020-05-01', '山编发〔2020〕4号')
    expect([await officeQuota(book, '2020-04-30'), await officeQuota(book, '2020-05-01')]).toEqual([5, 0])
    const rows = await book.db.selectFrom('quota').select('amount').where('unit_id', '=', await unitNamed(book, OFFICE)).orderBy('valid_from').execute()
    expect(rows).toEqual([{ amount: 5 }, { amount: 0 }])
    expect((await newestEntry(book)).changes.map((change) => [change.table, change.before?.['amount'] ?? null, change.after?.['amount'] ?? null])).toEqual([['basis_document', null, null], ['quota', 7, 0]])
  }))

it('on the township it sets the approved total and leaves the units alone', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { operation: 'quota.set' })
    await setQuota({ unitId: await unitNamed(book, '试验乡'), category: 'administrative', amount: 21, documentNumber: number, effectiveOn: '2020-05-01' }, context)
    const { totals } = await readFigures({}, context)
    expect(totals[0]).toMatchObject({ categoryCode: 'administrative', ceiling: 21, quota: 23 })
  }))

it('an unknown unit or a day before the unit is refused and leaves no entry', () =>
  withTownship(async (book) => {
    await expect(set(book, 7, '2006-10-31')).rejects.toMatchObject({ code: 'invalid_input' })
    const unknown = setQuota({ unitId: 'none', category: 'administrative', amount: 1, documentNumber: number, effectiveOn: '2020-05-01' }, makeContext(book))
    await expect(unknown).rejects.toMatchObject({ code: 'unit_not_found' })
    expect(await entryCount(book)).toBe(1)
  }))

it('领导职数 changes from its day on; parts that do not make up the whole are refused', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { operation: 'leadershipQuota.set' })
    const { unit_id: unitId } = await book.db.selectFrom('leadership_quota').select('unit_id').executeTakeFirstOrThrow()
    const input = { unitId, documentNumber: number, effectiveOn: '2020-05-01' }
    await setLeadershipQuota({ ...input, amount: 9, chief: 3, deputy: 6 }, context)
    const before = await readFigures({ asOf: '2020-04-30' }, context)
    const after = await readFigures({ asOf: '2020-05-01' }, context)
    expect([before.leadership.quota, after.leadership.quota, after.leadership.chief.quota, after.leadership.deputy.quota]).toEqual([8, 9, 3, 6])
    await expect(setLeadershipQuota({ ...input, amount: 9, chief: 3, deputy: 5 }, context)).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(setLeadershipQuota({ ...input, amount: 9, chief: 10, deputy: null }, context)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await entryCount(book)).toBe(2)
  }))
