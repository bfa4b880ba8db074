import { expect, it } from 'vitest'
import { makeReceipt } from '../../../electron/app/county/make-receipt.ts'
import { readPackageHistory } from '../../../electron/app/county/read-package-state.ts'
import { setLedgerTotals } from '../../../electron/app/county/keep-county.ts'
import { previewReceipt, takeReceipt } from '../../../electron/app/county/take-receipt.ts'
import { undoEntry } from '../../../electron/app/ledger/undo-entry.ts'
import { readChronicle } from '../../../electron/app/units/read-chronicle.ts'
import type { Input } from '../../../electron/contract/operations.ts'
import { loadFacts } from '../../../electron/store/load-facts.ts'
import { readBookState } from '../../../electron/app/read-book-state.ts'
import type { OpenBook } from '../../../electron/store/open.ts'
import { makeContext, TODAY } from '../../kit/context.ts'
import { forge, packageOf, withCounty, type CountyRoom } from '../../kit/county.ts'

const FINANCE = '财政所'
const ITEMS: NonNullable<Input<'county.receipt'>['items']> = {
  events: [
    {
      type: 'quota.increase',
      on: '2026-11-01',
      unit: FINANCE,
      category: 'institution',
      by: 2,
      document: { number: '县编办〔2026〕9号' },
      reason: '增加任务',
    },
    {
      type: 'approval.grant',
      on: '2026-11-02',
      unit: FINANCE,
      category: 'institution',
      count: 1,
      number: '用编〔2026〕3号',
      document: { number: '用编〔2026〕3号' },
    },
  ] as never,
  holidays: [
    {
      schema: 'dingbian-holidays',
      version: 1,
      issuedOn: '2026-11-04',
      year: 2027,
      notice: '国办发明电〔2026〕9号',
      off: [
        ['2027-01-01', '2027-01-03'],
        ['2027-05-01', '2027-05-05'],
        ['2027-10-01', '2027-10-07'],
      ],
      worked: [],
    },
  ],
}

async function receipt(room: CountyRoom, input: Partial<Input<'county.receipt'>> = {}) {
  const made = await makeReceipt({ township: '东乡', ...input }, room.context())
  return { made, bytes: Buffer.from(made.base64, 'base64') }
}

async function take(book: OpenBook, bytes: Uint8Array) {
  const context = makeContext(book, { operation: 'receipt.take' })
  const fileId = context.stage('回执.dbreceipt', bytes)
  return { preview: () => previewReceipt({ fileId }, context), take: () => takeReceipt({ fileId }, context) }
}

const quotaOf = async (book: OpenBook) =>
  (await readBookState(book.db, TODAY)).figures.totals.find((one) => one.category === 'institution')

it('a receipt is shown before, taken in as its events in one act, and taken back by one undo', () =>
  withCounty(async (room) => {
    const east = await room.township('东乡', [{ name: '甲东', unit: FINANCE, category: 'institution' }])
    const { bytes: sent, made: packed } = await packageOf(east)
    await room.receive({ a: sent })
    const { made, bytes } = await receipt(room, { items: ITEMS })
    expect(made).toMatchObject({ accepted: true, items: 3, township: '东乡' })
    const { preview, take: commit } = await take(east, bytes)
    const shown = await preview()
    expect(shown.items.map((item) => [item.kind, item.problem])).toEqual([
      ['event', null],
      ['event', null],
      ['holiday', null],
    ])
    expect(shown.items[0]?.text).toContain('核增 2 名（3 → 5）')
    expect(await quotaOf(east)).toMatchObject({ quota: 28, reserved: 0 })
    const taken = await commit()
    expect(await quotaOf(east)).toMatchObject({ quota: 30, reserved: 1 })
    // Each event stands in the history of its unit.
    const chronicle = JSON.stringify(await readChronicle({ unit: FINANCE }, makeContext(east)))
    expect(chronicle).toContain('县编办〔2026〕9号')
    const { sent: history } = await readPackageHistory({}, makeContext(east))
    expect(history).toMatchObject([{ seq: packed.toldUpTo, answer: { number: made.number, accepted: true } }])
    // The next package goes on from there.
    expect((await packageOf(east, { since: 'LAST' })).made).toMatchObject({
      kind: 'changes',
      base: { head: packed.head },
    })
    await expect((await take(east, bytes)).take()).rejects.toMatchObject({ code: 'receipt_taken' })
    await undoEntry({ seq: taken.seq }, makeContext(east, { operation: 'journal.undo' }))
    expect(await quotaOf(east)).toMatchObject({ quota: 28, reserved: 0 })
    expect((await loadFacts(east.db)).holiday_calendar).toEqual([])
  }))

it('one that cannot be taken in whole is not taken in at all, and says which item stands in the way', () =>
  withCounty(async (room) => {
    const east = await room.township('东乡', [])
    await room.receive({ a: (await packageOf(east)).bytes })
    const [first] = ITEMS.events ?? []
    const events = [first, { ...first, unit: '没有的所' }] as never
    const { bytes } = await receipt(room, { items: { events } })
    const { preview, take: commit } = await take(east, bytes)
    expect((await preview()).items.map((item) => item.problem === null)).toEqual([true, false])
    await expect(commit()).rejects.toMatchObject({ code: 'receipt_event', details: { place: 2 } })
    expect(await quotaOf(east)).toMatchObject({ quota: 28 })
  }))

it('a package sent back is answered with its reason, to the township alone, and a changed receipt is none', () =>
  withCounty(async (room) => {
    const [east, west] = [await room.township('东乡', []), await room.township('西乡', [])]
    const broken = forge((await packageOf(east)).bytes, { rows: { units: (rows) => rows.slice(1) } })
    expect((await room.receive({ a: broken })).refused).toMatchObject([{ township: '东乡' }])
    const { made, bytes } = await receipt(room)
    expect(made.accepted).toBe(false)
    expect(made.reasons[0]).toContain('机构这一部分和目录里的校验码不符')
    expect(await (await take(east, bytes)).take()).toMatchObject({ accepted: false, reasons: made.reasons })
    await expect((await take(west, bytes)).preview()).rejects.toMatchObject({ code: 'receipt_other' })
    const edited = Buffer.from(bytes.toString('utf8').replace('"accepted": false', '"accepted": true'))
    await expect((await take(east, edited)).preview()).rejects.toMatchObject({ code: 'receipt_bad' })
    // Handed in again whole, the answer is another.
    await room.receive({ b: (await packageOf(east)).bytes })
    expect((await receipt(room)).made.accepted).toBe(true)
  }))

it('核增 in a receipt moves the bureau’s own ledger with it', () =>
  withCounty(async (room) => {
    const east = await room.township('东乡', [])
    await room.receive({ a: (await packageOf(east)).bytes })
    await setLedgerTotals({ township: '东乡', totals: [{ category: 'institution', amount: 28 }] }, room.context())
    const { bytes } = await receipt(room, { items: { events: (ITEMS.events ?? []).slice(0, 1) } })
    expect(await room.receive({ b: (await packageOf(east, { asOf: '2026-10-31' })).bytes })).toMatchObject({
      refused: [{ code: 'package_ledger' }],
    })
    await (await take(east, bytes)).take()
    expect(await room.receive({ c: (await packageOf(east)).bytes })).toMatchObject({ refused: [] })
  }))

it('a package refused for the ledger and received again after it was put right is answered as received', () =>
  withCounty(async (room) => {
    const east = await room.township('东乡', [])
    const { bytes: sent, made: packed } = await packageOf(east)
    await room.receive({ a: sent })
    const quota = (await quotaOf(east))?.quota ?? 0
    const ledger = (amount: number) =>
      setLedgerTotals({ township: '东乡', totals: [{ category: 'institution', amount }] }, room.context())
    await ledger(quota + 1)
    expect((await room.receive({ a: sent })).refused.map((one) => one.code)).toEqual(['package_ledger'])
    expect((await receipt(room)).made).toMatchObject({ accepted: false })
    await ledger(quota)
    expect((await room.receive({ a: sent })).accepted).toMatchObject([{ unchanged: true }])
    const entries = () => room.county.raw.prepare('SELECT count(*) AS n FROM county_journal').get()
    const before = entries()
    await room.receive({ a: sent })
    expect(entries()).toEqual(before)
    const { bytes } = await receipt(room)
    await (await take(east, bytes)).take()
    expect((await readPackageHistory({}, makeContext(east))).sent).toMatchObject([
      { seq: packed.toldUpTo, answer: { accepted: true } },
    ])
    // Said so by hand, it answers the package that is there, whatever was refused since.
    await ledger(quota + 1)
    await room.receive({ a: sent })
    const { bytes: byHand } = await receipt(room, { accepted: true })
    expect(JSON.parse(byHand.toString()) as unknown).toMatchObject({ package: { seq: packed.toldUpTo } })
  }))
