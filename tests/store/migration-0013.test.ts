import { expect, it } from 'vitest'
import { readImportAnswers, writeImportAnswers } from '../../electron/store/import-answer-store.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'

const DRAFT = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'import.commit', summary: '导入' }
const SHAPE = 'a'.repeat(64)
const row = (answers: Readonly<Record<string, string>>) => ({
  id: 'a1',
  fingerprint: SHAPE,
  title: '名册.xlsx',
  answers,
  recordedAt: RECORDED_AT,
})

it('answers about a shape are kept, added to, and stand in the journal like any fact', () =>
  withBook(async (book) => {
    await commitCommand(book.db, DRAFT, (tx, journal) => writeImportAnswers(tx, journal, row({ one: '甲', two: '乙' })))
    await commitCommand(book.db, DRAFT, (tx, journal) => writeImportAnswers(tx, journal, row({ two: '丙' })))
    expect(await readImportAnswers(book.db, [SHAPE, 'b'.repeat(64)])).toEqual({ one: '甲', two: '丙' })
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  }))
