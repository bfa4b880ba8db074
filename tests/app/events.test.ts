import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { previewEvent } from '../../electron/app/ledger/preview-event.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { NEWCOMER, OFFICE, withOffice, type EventInput } from '../kit/office-full.ts'
import { inventedId, newestEntry } from '../kit/people.ts'
import { entryCount } from '../kit/township.ts'

const adding = (book: OpenBook) => makeContext(book, { operation: 'event.add' })
const add = (book: OpenBook, event: EventInput, correction?: boolean) =>
  addEvent({ event, ...(correction === undefined ? {} : { correction }) }, adding(book))

async function officeLine(book: OpenBook, asOf: string) {
  const { lines } = await readFigures({ asOf }, makeContext(book))
  return lines.find((line) => line.unit === OFFICE && line.categoryCode === 'administrative')
}

it('says the arithmetic before anything is saved, and saves nothing', () =>
  withOffice(5, async (book) => {
    const before = await entryCount(book)
    const outcome = await previewEvent({ event: NEWCOMER }, makeContext(book))
    expect(outcome.sentences).toEqual([
      '党政综合办公室 行政编制 5，实有 5，本次后 6，超编 1。依据：山编办〔2006〕12号（核定），山人社〔2026〕8号（本次）。',
    ])
    expect(outcome.created.map(({ rule, gate }) => [rule, gate])).toEqual(
      expect.arrayContaining([
        ['A4', 'block'],
        ['A1', 'hint'],
        ['C1', 'hint'],
      ]),
    )
    expect(outcome.created[0]?.text).toBe(
      '党政综合办公室 行政编制核定 5 名，实有 5 名，已核准未到位 0 名，可用编制不足，不能再进 1 名。',
    )
    expect(outcome.needs).toEqual(['理由', '计划消化日期'])
    expect(outcome.late).toBe(false)
    expect([await entryCount(book), (await officeLine(book, '2026-11-22'))?.actual]).toEqual([before, 5])
  }))

it('a vacant seat is simply filled: empty seats in the sentence, nothing in the way', () =>
  withOffice(4, async (book) => {
    const added = await add(book, NEWCOMER)
    expect(added.sentences).toEqual([
      '党政综合办公室 行政编制 5，实有 4，本次后 5，空编 0。依据：山编办〔2006〕12号（核定），山人社〔2026〕8号（本次）。',
    ])
    expect(added.created.filter(({ gate }) => gate !== 'hint')).toEqual([])
    expect(await officeLine(book, '2026-11-19')).toMatchObject({ actual: 4, vacancy: 1 })
    expect(await officeLine(book, '2026-11-20')).toMatchObject({ actual: 5, vacancy: 0, over: 0 })
    const entry = await newestEntry(book)
    expect([entry.seq, entry.operation, entry.effective_on, entry.document_number]).toEqual([
      added.seq,
      'event.add',
      '2026-11-20',
      '山人社〔2026〕8号',
    ])
    expect(entry.summary).not.toContain('新一')
    expect(added.text).toContain('新一')
    expect(
      entry.changes.filter((change) => change.table === 'ledger_event').map((change) => change.after),
    ).toMatchObject([{ type: 'entry', effective_on: '2026-11-20' }])
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }))

it('a full unit takes nobody in without reason, document and planned end', () =>
  withOffice(5, async (book) => {
    const before = await entryCount(book)
    await expect(add(book, NEWCOMER)).rejects.toMatchObject({
      code: 'event_blocked',
      details: { why: expect.stringMatching(/可用编制不足.*请补上：理由、计划消化日期/) },
    })
    const { document, ...withoutDocument } = NEWCOMER
    expect(document).toBeDefined()
    await expect(add(book, { ...withoutDocument, reason: '县里急需', overUntil: '2027-12-31' })).rejects.toMatchObject({
      code: 'event_blocked',
      details: { why: expect.stringContaining('请补上：文号') },
    })
    await expect(add(book, { ...NEWCOMER, reason: '县里急需', overUntil: '2026-11-01' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect(await entryCount(book)).toBe(before)
  }))

it('with all three it goes in, over quota for everyone to see, the reason in the journal', () =>
  withOffice(5, async (book) => {
    const added = await add(book, { ...NEWCOMER, reason: '县委决定的军转安置', overUntil: '2027-12-31' })
    expect(added.created.find(({ rule }) => rule === 'A4')).toMatchObject({
      gate: 'record',
      source: { documentNumber: expect.any(String) },
    })
    expect(await officeLine(book, '2026-11-22')).toMatchObject({ quota: 5, actual: 6, over: 1 })
    expect((await newestEntry(book)).reason).toBe('县委决定的军转安置')
    const { people } = await readRoster({ list: 'over-quota' }, makeContext(book))
    expect(people.map((person) => person.name)).toEqual(['新一'])
    expect((await newestEntry(book)).changes.find((change) => change.table === 'holding')?.after).toMatchObject({
      due_on: '2027-12-31',
    })
  }))

it('the book can set a gate otherwise: a hint lets it through', () =>
  withOffice(5, async (book) => {
    await adding(book).commit({ summary: '设置' }, (_, journal) =>
      journal.insert('setting', [{ id: 'gate.A4', value: 'hint', recorded_at: '2026-11-22T02:00:00.000Z' }]),
    )
    const added = await add(book, NEWCOMER)
    expect(added.created.find(({ rule }) => rule === 'A4')).toMatchObject({ gate: 'hint' })
    expect(added.needs).toEqual([])
  }))

it('an event of a coming day is not seen today and takes force by itself on its day', () =>
  withOffice(4, async (book) => {
    await add(book, { ...NEWCOMER, on: '2027-01-04', arrivesOn: '2027-01-04' })
    expect(await officeLine(book, '2026-11-22')).toMatchObject({ actual: 4 })
    expect(await officeLine(book, '2027-01-03')).toMatchObject({ actual: 4 })
    expect(await officeLine(book, '2027-01-04')).toMatchObject({ actual: 5 })
  }))

it('what happened long ago is marked late and shown for today too', () =>
  withOffice(5, async (book) => {
    const outcome = await previewEvent(
      {
        event: {
          type: 'quota.increase',
          on: '2019-03-01',
          document: { number: '山编发〔2019〕3号' },
          unit: OFFICE,
          category: 'administrative',
          by: 2,
        },
      },
      makeContext(book),
    )
    expect(outcome.late).toBe(true)
    expect(outcome.sentences).toEqual([
      '党政综合办公室 行政编制 5 → 7，实有 5，本次后 5，空编 2。依据：山编发〔2019〕3号（本次）。',
    ])
  }))

it('putting a past error right asks why, and is marked', () =>
  withOffice(4, async (book) => {
    const before = await entryCount(book)
    expect((await previewEvent({ event: NEWCOMER, correction: true }, makeContext(book))).needs).toEqual(['理由'])
    await expect(add(book, NEWCOMER, true)).rejects.toMatchObject({ code: 'event_needs', details: { needs: '理由' } })
    expect(await entryCount(book)).toBe(before)
    await add(book, { ...NEWCOMER, reason: '去年漏登' }, true)
    const entry = await newestEntry(book)
    expect([entry.reason, entry.summary.startsWith('更正：')]).toEqual(['去年漏登', true])
    expect(entry.changes.find((change) => change.table === 'ledger_event')?.after).toMatchObject({ is_correction: 1 })
  }))

it('leaving needs the papers its cause asks for', () =>
  withOffice(5, async (book) => {
    const leaving = {
      type: 'exit',
      on: '2026-11-21',
      document: { number: '山人社〔2026〕9号' },
      person: '甘五',
      cause: '辞去公职',
    } as const
    await expect(add(book, { ...leaving, proofs: ['辞职申请'] })).rejects.toMatchObject({
      code: 'event_needs',
      details: { needs: '单位研究意见' },
    })
    const added = await add(book, { ...leaving, proofs: ['辞职申请', '单位研究意见'] })
    expect(added.sentences).toEqual([
      '党政综合办公室 行政编制 5，实有 5，本次后 4，空编 1。依据：山编办〔2006〕12号（核定），山人社〔2026〕9号（本次）。',
    ])
    expect(await officeLine(book, '2026-11-21')).toMatchObject({ actual: 4, vacancy: 1 })
  }))

it('somebody who holds a quota is not entered a second time', () =>
  withOffice(4, async (book) => {
    const known = { name: '甘一', idNumber: inventedId('1981-01-11') }
    await expect(add(book, { ...NEWCOMER, person: known })).rejects.toMatchObject({ code: 'already_in_post' })
    await expect(add(book, { ...NEWCOMER, person: { ...known, name: '别人' } })).rejects.toMatchObject({
      code: 'id_number_taken',
    })
  }))

it("a promotion that the seat does not consume is seen as 保留待遇: in the pool's line by name, outside its number", () =>
  withOffice(2, async (book, [first, second]) => {
    const document = { number: '山编办〔2026〕5号' }
    await add(book, {
      type: 'rankQuota.set',
      on: '2026-01-01',
      document,
      unit: OFFICE,
      pool: '一级和二级主任科员',
      amount: 1,
    })
    await add(book, {
      type: 'rank.promote',
      on: '2026-03-01',
      document,
      person: first ?? '',
      rank: '一级主任科员',
      occupiedRank: '三级主任科员',
    })
    await add(book, { type: 'rank.promote', on: '2026-03-01', document, person: second ?? '', rank: '二级主任科员' })
    const { ranks } = await readFigures({ asOf: '2026-11-22' }, makeContext(book))
    expect(ranks).toEqual([
      {
        unit: OFFICE,
        pool: '一级和二级主任科员',
        documentNumber: '山编办〔2026〕5号',
        quota: 1,
        actual: 1,
        vacancy: 0,
        over: 0,
        people: ['甘二'],
        retained: ['甘一'],
      },
    ])
  }))
