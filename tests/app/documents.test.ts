import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { addAttachment } from '../../electron/app/ledger/add-attachment.ts'
import { readAttachment } from '../../electron/app/ledger/read-attachment.ts'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { searchDocuments } from '../../electron/app/ledger/search-documents.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

const PLAN = '山编办〔2006〕12号'
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(60_000)])
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(200)])
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(200)])

async function attach(book: OpenBook, name: string, bytes: Uint8Array, documentNumber = PLAN) {
  const context = makeContext(book, { operation: 'attachment.add' })
  return addAttachment({ documentNumber, fileId: context.stage(name, bytes) }, context)
}
const read = async (book: OpenBook, id: string) => {
  const file = await readAttachment({ id }, makeContext(book))
  return { ...file, content: Buffer.from(file.base64, 'base64') }
}
const numbers = async (book: OpenBook, search?: string) =>
  (await searchDocuments({ search }, makeContext(book))).documents.map((document) => document.number)

it('a scan is kept inside the book and comes back byte by byte, from the backup too', () =>
  withTownship(async (book) => {
    const { id, seq } = await attach(book, '批文.pdf', PDF)
    expect(await read(book, id)).toMatchObject({ fileName: '批文.pdf', mediaType: 'application/pdf' })
    expect((await read(book, id)).content.equals(PDF)).toBe(true)
    expect(await newestEntry(book)).toMatchObject({
      seq,
      operation: 'attachment.add',
      document_number: PLAN,
      changes: [{ table: 'attachment', after: { bytes: PDF.length } }],
    })
    const backup = await makeContext(book).backup('手动备份')
    const copy = await openBookFile(backup.path)
    try {
      expect((await read(copy, id)).content.equals(PDF)).toBe(true)
      expect(await verifyBook(copy)).toMatchObject({ ok: true, problems: [] })
    } finally {
      await closeBookFile(copy)
    }
  }))

it('takes PDF, JPG and PNG by their content, whatever the name says, and hands them out under a name that fits', () =>
  withTownship(async (book) => {
    expect(await read(book, (await attach(book, '批文.exe', PDF)).id)).toMatchObject({
      fileName: '批文.exe.pdf',
      mediaType: 'application/pdf',
    })
    expect(await read(book, (await attach(book, '扫描 1.PNG', PNG)).id)).toMatchObject({
      fileName: '扫描 1.PNG',
      mediaType: 'image/png',
    })
    expect(await read(book, (await attach(book, 'a<b>\u0007.jpeg', JPEG)).id)).toMatchObject({
      fileName: 'a_b__.jpeg',
      mediaType: 'image/jpeg',
    })
  }))

it('refuses anything else, what is too big, an unknown document, and the same scan twice; nothing is written', () =>
  withTownship(async (book) => {
    await attach(book, '批文.pdf', PDF)
    const before = await entryCount(book)
    await expect(attach(book, '批文.pdf', Buffer.from('<html><script>'))).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(attach(book, '空.pdf', Buffer.alloc(0))).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(attach(book, '大.pdf', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]))).rejects.toMatchObject({
      code: 'file_too_large',
    })
    await expect(attach(book, '批文.pdf', PNG, '没有这个文号')).rejects.toMatchObject({ code: 'name_unknown' })
    await expect(attach(book, '再来.pdf', PDF)).rejects.toMatchObject({ code: 'event_impossible' })
    await expect(readAttachment({ id: 'none' }, makeContext(book))).rejects.toMatchObject({
      code: 'attachment_not_found',
    })
    expect(await entryCount(book)).toBe(before)
    expect(await book.db.selectFrom('attachment_file').select('sha256').execute()).toHaveLength(1)
  }))

it('taken back with its entry it is gone from the document; put in again it is there again', () =>
  withTownship(async (book) => {
    const { seq, id } = await attach(book, '批文.pdf', PDF)
    await undoEntry({ seq }, makeContext(book, { operation: 'journal.undo' }))
    await expect(read(book, id)).rejects.toMatchObject({ code: 'attachment_not_found' })
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
    expect((await read(book, (await attach(book, '批文.pdf', PDF)).id)).content.equals(PDF)).toBe(true)
  }))

it('a scan that was exchanged behind the program’s back is reported and not handed out', () =>
  withTownship(async (book) => {
    const { id } = await attach(book, '批文.pdf', PDF)
    book.raw.exec('DROP TRIGGER attachment_file_no_update')
    book.raw.prepare('UPDATE attachment_file SET content = ?').run(PNG)
    await expect(read(book, id)).rejects.toMatchObject({ code: 'damaged' })
    expect((await verifyBook(book)).problems.map((problem) => problem.text)).toContainEqual(
      expect.stringMatching(/“扫描件”一行.*被改过/),
    )
  }))

it('documents are found by number however the brackets are typed, by title, issuer and date, with what rests on them', () =>
  withTownship(async (book) => {
    const document = {
      number: '山编办〔2026〕3号',
      title: '关于核增应急编制的批复',
      issuer: '山溪县委编办',
      issuedOn: '2026-02-10',
    }
    await addEvent(
      { event: { type: 'quota.increase', on: '2026-03-01', document, unit: '财政所', category: 'institution', by: 1 } },
      makeContext(book, { operation: 'event.add' }),
    )
    await attach(book, '批复.png', PNG, document.number)
    for (const search of [
      '2026〕3',
      '山编办[2026]3号',
      '山编办（2026）3号',
      '应急编制',
      '县委编办',
      '2026-02',
      '2026年2月',
      '批复 编办',
    ])
      expect([search, await numbers(book, search)]).toEqual([search, [document.number]])
    expect(await numbers(book)).toEqual([document.number, PLAN])
    expect(await numbers(book, '没有')).toEqual([])
    const { documents } = await searchDocuments({ search: '应急' }, makeContext(book))
    expect(documents).toMatchObject([
      {
        title: document.title,
        issuer: document.issuer,
        issuedOn: document.issuedOn,
        uses: 2,
        attachments: [{ fileName: '批复.png', bytes: PNG.length }],
      },
    ])
  }))
