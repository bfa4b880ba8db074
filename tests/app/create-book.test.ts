import { expect, it } from 'vitest'
import { createBook } from '../../electron/app/book/create-book.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { listPacks } from '../../electron/app/packs/list-packs.ts'
import { readUnits } from '../../electron/app/units/read-units.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'
import { makeContext, nextId } from '../kit/context.ts'
import { completeDocument } from '../../electron/app/ledger/complete-document.ts'
import { readBookState } from '../../electron/app/read-book-state.ts'
import { indexSnapshot } from '../../electron/domain/model/snapshot-index.ts'
import { noticeContent } from '../../electron/domain/notice/notice-content.ts'
import { openingTexts } from '../../electron/domain/notice/notice-texts.ts'
import { newestEntry } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

const NOTICE = {
  layout: 'tree',
  asOf: '2026-11-22',
  from: '2026-11-23',
  endsOn: '2026-11-30',
  days: 5,
} as unknown as Parameters<typeof openingTexts>[1]

it('a book from the 2006-style plan has its 15 quota lines, 行政 23, 事业 28 and 领导职数 8, all by its document', () =>
  withTownship(async (book) => {
    const figures = await readFigures({}, makeContext(book))
    expect(figures.lines).toHaveLength(15)
    expect(
      figures.totals.map((total) => [total.category, total.ceiling, total.quota, total.vacancy, total.actual]),
    ).toEqual([
      ['行政编制', 23, 23, 23, 0],
      ['事业编制', 28, 28, 28, 0],
    ])
    expect(figures.leadership).toMatchObject({ quota: 8, actual: 0, vacancy: 8 })
    const { units } = await readUnits({}, makeContext(book))
    expect(units[0]).toMatchObject({ name: '试验乡', kind: 'township', parentId: null })
    expect(units[0]?.quotas.map((quota) => [quota.role, quota.category, quota.amount])).toEqual([
      ['ceiling', '行政编制', 23],
      ['ceiling', '事业编制', 28],
    ])
    expect(new Set(units.slice(1).map((unit) => unit.parentId))).toEqual(new Set([units[0]?.unitId]))
    expect(
      new Set(units.flatMap((unit) => unit.quotas.map((quota) => `${quota.documentNumber} ${quota.validFrom}`))),
    ).toEqual(new Set(['山编办〔2006〕12号 2006-11-01']))
    expect(units.find((unit) => unit.leadership !== null)).toMatchObject({
      kind: 'leadership',
      leadership: { amount: 8 },
    })
    expect(units.flatMap((unit) => unit.nameplates).length).toBeGreaterThan(0)
    expect((await readFigures({ asOf: '2006-10-31' }, makeContext(book))).lines).toEqual([])
  }))

it('a plan whose paper she leaves 待补 has no number, no issuer and no day of anybody else’s', () =>
  withBook(async (book) => {
    await createBook(book, {
      name: '试验乡',
      pack: 'seed-000',
      recordedAt: RECORDED_AT,
      actor: '经办人',
      newId: nextId,
    })
    expect(
      await book.db.selectFrom('basis_document').select(['number', 'issuing_body', 'issued_on']).execute(),
    ).toEqual([{ number: '文号待补', issuing_body: null, issued_on: null }])
    const entry = await newestEntry(book)
    expect([entry.effective_on, entry.document_number]).toEqual([null, null])
    expect(await book.db.selectFrom('book').select('pack_from').execute()).toEqual([{ pack_from: null }])
    expect((await readFigures({}, makeContext(book))).totals.map((total) => total.quota)).toEqual([23, 28])
    const { snapshot, figures } = await readBookState(book.db, '2026-11-22')
    const facts = { snapshot, figures, roster: [], index: indexSnapshot(snapshot) }
    const texts = openingTexts(noticeContent(facts), NOTICE).join('')
    expect(texts).toContain('根据机构编制实名制管理的有关规定，现将')
    expect(texts).not.toMatch(/〔|文号待补/u)

    const context = makeContext(book, { operation: 'document.complete' })
    await completeDocument(
      { documentNumber: '文号待补', number: '山编办〔2006〕12号', issuedOn: '2006-10-20' },
      context,
    )
    const after = (await readBookState(book.db, '2026-11-22')).snapshot
    expect(new Set(after.quotas.map((quota) => quota.documentNumber))).toEqual(new Set(['山编办〔2006〕12号']))
    await expect(
      completeDocument({ documentNumber: '山编办〔2006〕12号', number: '山编办〔2006〕13号' }, context),
    ).rejects.toMatchObject({ code: 'invalid_input' })
  }))

it('the township is made in one entry that holds every row of it', () =>
  withTownship(async (book) => {
    expect(await entryCount(book)).toBe(1)
    const entry = await newestEntry(book)
    expect([entry.operation, entry.effective_on, entry.document_number, entry.actor]).toEqual([
      'book.create',
      '2006-11-01',
      '山编办〔2006〕12号',
      '经办人',
    ])
    expect(entry.changes.filter((change) => change.table === 'quota')).toHaveLength(17)
    expect(entry.changes.every((change) => change.before === null && change.after !== null)).toBe(true)
  }))

it('what the pack list promises is what the book gets', () => {
  const pack = listPacks().packs.find((candidate) => candidate.id === 'seed-000')
  expect(pack).toMatchObject({
    quotas: [
      { category: '行政编制', amount: 23 },
      { category: '事业编制', amount: 28 },
    ],
    leadership: 8,
  })
})

it('an empty book has the township itself and nothing else', () =>
  withTownship(async (book) => {
    const { units } = await readUnits({}, makeContext(book))
    expect(units).toMatchObject([{ name: '试验乡', kind: 'township', quotas: [], leadership: null }])
    expect((await readFigures({}, makeContext(book))).lines).toEqual([])
    expect(await entryCount(book)).toBe(1)
  }, 'none'))

it('an unknown pack is refused and leaves no entry', () =>
  withBook(async (book) => {
    await expect(
      createBook(book, { name: '试验乡', pack: 'seed-999', recordedAt: RECORDED_AT, actor: '经办人', newId: nextId }),
    ).rejects.toMatchObject({ code: 'unknown_pack' })
    expect(await entryCount(book)).toBe(0)
  }))
