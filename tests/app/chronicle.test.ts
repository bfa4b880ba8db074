import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { runCheck } from '../../electron/app/findings/run-check.ts'
import { readChronicle } from '../../electron/app/units/read-chronicle.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import type { EventInput } from '../kit/office-full.ts'
import { seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'
import { oldQuotaEntry } from '../kit/retired-entries.ts'

const add = (book: OpenBook, event: EventInput) => addEvent({ event }, makeContext(book, { operation: 'event.add' }))
const chronicle = async (book: OpenBook, unit: string) => (await readChronicle({ unit }, makeContext(book))).rows
const MARKET = '经济发展办公室'
const SOCIAL = '社会事务办公室'

it('tells a unit from its founding: every document once, and how the unit stood after it', () =>
  withTownship(async (book) => {
    await add(book, {
      type: 'quota.increase',
      on: '2012-03-01',
      document: { number: '山编办〔2012〕4号', title: '关于核增编制的批复' },
      unit: MARKET,
      category: 'administrative',
      by: 2,
    })
    await add(book, {
      type: 'unit.rename',
      on: '2015-06-01',
      document: { number: '山编办〔2015〕9号' },
      unit: MARKET,
      name: '经发办',
    })
    await add(book, {
      type: 'unit.reassign',
      on: '2016-01-01',
      document: { number: '山编办〔2016〕1号' },
      unit: '经发办',
      managingBody: '县发改委',
    })
    await add(book, {
      type: 'leadershipQuota.set',
      on: '2016-01-01',
      document: { number: '山编办〔2016〕1号' },
      unit: '经发办',
      amount: 3,
      chief: 1,
      deputy: 2,
    })
    await oldQuotaEntry(book, { unit: '经发办', amount: 5, on: '2018-01-01', number: '山编办〔2018〕2号' })
    const rows = await chronicle(book, '经发办')
    expect(rows.map((row) => [row.date, row.document, row.name, row.quotas, row.leadership])).toEqual([
      ['2006-11-01', '山编办〔2006〕12号', MARKET, '行政编制 2 名', null],
      ['2012-03-01', '山编办〔2012〕4号', MARKET, '行政编制 4 名', null],
      ['2015-06-01', '山编办〔2015〕9号', '经发办', '行政编制 4 名', null],
      ['2016-01-01', '山编办〔2016〕1号', '经发办', '行政编制 4 名', '3 名（正职 1、副职 2）'],
      ['2018-01-01', '山编办〔2018〕2号', '经发办', '行政编制 5 名', '3 名（正职 1、副职 2）'],
    ])
    expect(rows.map((row) => row.parent)).toEqual(['试验乡', '试验乡', '试验乡', '县发改委', '县发改委'])
    expect(rows[1]).toMatchObject({
      title: '关于核增编制的批复',
      text: `${MARKET}行政编制自 2012-03-01 起核增 2 名（2 → 4）`,
    })
    expect(rows[3]?.text).toBe(
      '经发办自 2016-01-01 起由本乡镇划转县发改委管理；经发办自 2016-01-01 起核定领导职数 3 名（正职 1、副职 2）',
    )
    expect(rows[4]?.text).toBe('核增行政编制 1 名（4 → 5）')
    expect(await chronicle(book, MARKET)).toEqual(rows)
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  }))

it('goes on with the story of the units merged into it, which keep their own', () =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '甘一', unit: MARKET, birth: '1981-01-11' },
      { name: '甘二', unit: SOCIAL, birth: '1982-02-12' },
    ])
    await add(book, {
      type: 'quota.increase',
      on: '2012-03-01',
      document: { number: '山编办〔2012〕4号' },
      unit: MARKET,
      category: 'administrative',
      by: 1,
    })
    await add(book, {
      type: 'unit.merge',
      on: '2020-01-01',
      document: { number: '山编办〔2020〕1号' },
      units: [MARKET],
      into: SOCIAL,
    })
    const rows = await chronicle(book, SOCIAL)
    expect(rows.map((row) => [row.date, row.name, row.quotas])).toEqual([
      ['2006-11-01', MARKET, '行政编制 2 名'],
      ['2006-11-01', SOCIAL, '行政编制 3 名'],
      ['2012-03-01', MARKET, '行政编制 3 名'],
      ['2020-01-01', SOCIAL, '行政编制 6 名'],
    ])
    expect(rows.at(-1)?.text).toBe(`${MARKET}自 2020-01-01 起并入${SOCIAL}：行政编制 3＋3＝6 名`)
    expect((await chronicle(book, MARKET)).map((row) => row.date)).toEqual(['2006-11-01', '2012-03-01', '2020-01-01'])
    const line = async (asOf: string) =>
      (await readFigures({ asOf }, makeContext(book))).lines
        .filter((one) => one.unit === SOCIAL || one.unit === MARKET)
        .map((one) => [one.unit, one.quota, one.actual])
    expect(await line('2019-12-31')).toEqual([
      [MARKET, 3, 1],
      [SOCIAL, 3, 1],
    ])
    expect(await line('2020-01-01')).toEqual([[SOCIAL, 6, 2]])
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  }))

it('an act taken back is no part of it, and the merger can be done again', () =>
  withTownship(async (book) => {
    const before = await chronicle(book, SOCIAL)
    const merger: EventInput = {
      type: 'unit.merge',
      on: '2020-01-01',
      document: { number: '山编办〔2020〕1号' },
      units: [MARKET],
      into: SOCIAL,
    }
    const { seq } = await add(book, merger)
    await undoEntry({ seq }, makeContext(book, { operation: 'journal.undo' }))
    expect(await chronicle(book, SOCIAL)).toEqual(before)
    await add(book, merger)
    expect(await chronicle(book, SOCIAL)).toHaveLength(before.length + 2)
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }))

it('of a name nobody ever bore is refused', () =>
  withTownship(async (book) => {
    await expect(readChronicle({ unit: '外事办' }, makeContext(book))).rejects.toMatchObject({ code: 'name_unknown' })
  }))

it('the sum over the units is held against the approved total both ways', () =>
  withTownship(async (book) => {
    const a5 = async () =>
      (await runCheck({}, makeContext(book))).findings
        .filter((finding) => finding.rule === 'A5')
        .map((finding) => finding.text)
    const document = { number: '山编办〔2026〕3号' }
    expect(await a5()).toEqual([])
    await add(book, {
      type: 'quota.increase',
      on: '2026-01-01',
      document,
      unit: MARKET,
      category: 'administrative',
      by: 2,
    })
    expect(await a5()).toEqual(['行政编制核定总数 23 名，各机构合计 25 名，多分 2 名。'])
    await add(book, {
      type: 'quota.increase',
      on: '2026-01-01',
      document,
      unit: '试验乡',
      category: 'administrative',
      by: 3,
    })
    expect(await a5()).toEqual(['行政编制核定总数 26 名，各机构合计 25 名，有 1 名未分到机构。'])
    await add(book, {
      type: 'quota.transfer',
      on: '2026-02-01',
      document,
      unit: MARKET,
      to: SOCIAL,
      category: 'administrative',
      by: 1,
    })
    expect(await a5()).toEqual(['行政编制核定总数 26 名，各机构合计 25 名，有 1 名未分到机构。'])
    await add(book, {
      type: 'quota.increase',
      on: '2026-02-01',
      document,
      unit: SOCIAL,
      category: 'administrative',
      by: 1,
    })
    expect(await a5()).toEqual([])
  }))
