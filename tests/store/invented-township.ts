import { noColumns } from '../../electron/vocabulary/person-fields.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { commitCommand, type AppendedEntry, type JournalWriter } from '../../electron/store/journal.ts'
import { RECORDED_AT } from '../kit/book.ts'

const recorded = { recorded_at: RECORDED_AT }
const always = { valid_from: '2006-11-01', valid_to: null, ...recorded }

/** First entry: the book, its township, one office with one quota. */
export function foundTownship(book: OpenBook): Promise<{ readonly entry: AppendedEntry }> {
  return commitCommand(
    book.db,
    { recordedAt: RECORDED_AT, actor: '经办人', operation: 'book.create', summary: '新建编制本' },
    async (_, journal) => {
      await journal.insert('book', [{ id: 'book', name: '试验乡', pack_id: 'none', pack_from: null, ...recorded }])
      await journal.insert('basis_document', [
        { id: 'd1', number: '试编办〔2006〕1号', title: null, issuing_body: null, issued_on: null, ...recorded },
      ])
      await journal.insert('unit', [
        { id: 'u1', ...recorded },
        { id: 'u2', ...recorded },
      ])
      await journal.insert('unit_version', [
        {
          id: 'uv1',
          unit_id: 'u1',
          parent_id: null,
          name: '试验乡',
          kind: 'township',
          managing_body: null,
          sort_order: 0,
          document_id: 'd1',
          ...always,
        },
        {
          id: 'uv2',
          unit_id: 'u2',
          parent_id: 'u1',
          name: '党政综合办公室',
          kind: 'office',
          managing_body: null,
          sort_order: 1,
          document_id: 'd1',
          ...always,
        },
      ])
      await journal.insert('quota', [
        {
          id: 'q1',
          unit_id: 'u2',
          category: 'administrative',
          role: 'allocation',
          amount: 5,
          document_id: 'd1',
          ...always,
        },
      ])
    },
  )
}

/** One import-like entry: `count` people, each with a version, a post, its version and a holding (5 rows a person). */
export function addPeople(book: OpenBook, batch: string, count: number): Promise<{ readonly entry: AppendedEntry }> {
  return commitCommand(
    book.db,
    { recordedAt: RECORDED_AT, actor: '经办人', operation: 'import.commit', summary: `导入花名册 ${count} 行` },
    (_, journal) => insertPeople(journal, batch, 0, count),
  )
}

/** Rows `from` to `from + count` of a batch, through the journal. */
export async function insertPeople(journal: JournalWriter, batch: string, from: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => from + index)
  const id = (kind: string, number: number) => `${kind}-${batch}-${number}`
  await journal.insert(
    'person',
    numbers.map((number) => ({
      ...noColumns('person'),
      id: id('p', number),
      name: `虚构${batch}${number}`,
      sex: number % 2 === 0 ? '女' : '男',
      id_number: null,
      disputed_id_number: null,
      birth: '1985-06',
      ethnicity: '汉族',
      work_started: '2007-07',
      quota_card_number: null,
      retirement_category: null,
      ...recorded,
    })),
  )
  await journal.insert(
    'person_version',
    numbers.map((number) => ({
      ...noColumns('version'),
      id: id('v', number),
      person_id: id('p', number),
      political_status: '群众',
      education: '本科',
      professional_title: null,
      rank: null,
      ...always,
    })),
  )
  await journal.insert(
    'post',
    numbers.map((number) => ({ id: id('s', number), ...recorded })),
  )
  await journal.insert(
    'post_version',
    numbers.map((number) => ({
      id: id('sv', number),
      post_id: id('s', number),
      unit_id: 'u2',
      title: '科员',
      leadership: null,
      state: 'inUse',
      ...always,
    })),
  )
  await journal.insert(
    'holding',
    numbers.map((number) => ({
      id: id('h', number),
      person_id: id('p', number),
      post_id: id('s', number),
      ...noColumns('holding'),
      kind: 'substantive',
      category: 'administrative',
      off_quota_kind: null,
      occupies_quota: 1,
      occupies_leadership: 0,
      overlap_allowed: 0,
      entry_cause: null,
      exit_cause: null,
      approval_id: null,
      occupied_rank: null,
      due_on: null,
      entered_on: '2008-03',
      entry_route: '公务员考录',
      entry_document_number: null,
      counterpart: null,
      remark: null,
      ...always,
    })),
  )
}
