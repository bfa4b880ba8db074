import { createBook } from '../../electron/app/book/create-book.ts'
import { readHead } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { RECORDED_AT, withBook } from './book.ts'
import { nextId } from './context.ts'

/** The township's own plan, as its clerk would type it. */
export const PLAN_NUMBER = '山编办〔2006〕12号'
export const PLAN_DATE = '2006-11-01'
/** The same for the command line. */
export const PLAN_PAPER = ['--document-number', PLAN_NUMBER, '--document-date', PLAN_DATE] as const

/** Runs `work` on a book made from a pack, as "新建编制本" leaves it. */
export function withTownship(work: (book: OpenBook) => Promise<void>, pack = 'seed-000'): Promise<void> {
  return withBook(async (book) => {
    await createBook(book, {
      name: '试验乡',
      pack,
      ...(pack === 'none' ? {} : { documentNumber: PLAN_NUMBER, documentDate: PLAN_DATE }),
      recordedAt: RECORDED_AT,
      actor: '经办人',
      newId: nextId,
    })
    await work(book)
  })
}

/** Id of a unit by its present name. */
export async function unitNamed(book: OpenBook, name: string): Promise<string> {
  const { unit_id } = await book.db
    .selectFrom('unit_version')
    .select('unit_id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return unit_id
}

/** How many journal entries the book has. */
export async function entryCount(book: OpenBook): Promise<number> {
  return (await readHead(book.db)).seq
}
