import { noColumns } from '../../electron/vocabulary/person-fields.ts'
import { checkDigitOf } from '../../electron/domain/identity/resident-id.ts'
import type { HoldingKind, OffQuotaKind } from '../../electron/domain/model/person.ts'
import type { QuotaCategory } from '../../electron/domain/model/quota-category.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { RECORDED_AT } from './book.ts'
import { nextId } from './context.ts'

/** A valid ID number of nobody: the sequence 99x is not given out. Odd last digit of it: 男. */
export function inventedId(birth: string, sex: '男' | '女' = '男'): string {
  const first17 = `360111${birth.replaceAll('-', '')}99${sex === '男' ? 1 : 2}`
  return first17 + checkDigitOf(first17)
}

export interface SeatedPerson {
  readonly name: string
  readonly unit: string
  readonly category?: QuotaCategory
  readonly title?: string
  readonly leadership?: 'chief' | 'deputy'
  readonly sex?: '男' | '女'
  /** Day of birth; the ID number is made from it unless one is given. */
  readonly birth?: string
  readonly idNumber?: string | null
  readonly disputedIdNumber?: string
  readonly enteredOn?: string
  readonly entryDocumentNumber?: string | null
  readonly kind?: HoldingKind
  readonly offQuotaKind?: OffQuotaKind
  readonly counterpart?: string
}

/** Puts people into a book's units the way an import does, one entry for all. Returns their ids in the same order. */
export async function seatPeople(book: OpenBook, people: readonly SeatedPerson[]): Promise<readonly string[]> {
  const units = await book.db.selectFrom('unit_version').select(['unit_id', 'name']).execute()
  const unitId = new Map(units.map((unit) => [unit.name, unit.unit_id]))
  const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'import.commit', summary: '导入' }
  const { result } = await commitCommand(book.db, draft, async (_, journal) => {
    const ids: string[] = []
    for (const person of people) {
      const unit = unitId.get(person.unit)
      if (unit === undefined) throw new Error(`no unit ${person.unit}`)
      const [personId, postId] = [nextId(), nextId()]
      const sex = person.sex ?? '男'
      const birth = person.birth ?? '1985-06-16'
      const idNumber = person.idNumber === undefined ? inventedId(birth, sex) : person.idNumber
      const range = {
        valid_from: `${(person.enteredOn ?? '2010-07').slice(0, 7)}-01`,
        valid_to: null,
        recorded_at: RECORDED_AT,
      }
      const kind = person.kind ?? 'substantive'
      const counted = kind === 'substantive' ? 1 : 0
      await journal.insert('post', [{ id: postId, recorded_at: RECORDED_AT }])
      await journal.insert('post_version', [
        {
          id: nextId(),
          post_id: postId,
          unit_id: unit,
          title: person.title ?? '科员',
          leadership: person.leadership ?? null,
          state: 'inUse',
          ...range,
        },
      ])
      await journal.insert('person', [
        {
          ...noColumns('person'),
          id: personId,
          name: person.name,
          sex,
          id_number: idNumber,
          disputed_id_number: person.disputedIdNumber ?? null,
          birth: birth.slice(0, 7),
          ethnicity: '汉族',
          work_started: '2008-07',
          quota_card_number: null,
          retirement_category: null,
          recorded_at: RECORDED_AT,
        },
      ])
      await journal.insert('person_version', [
        {
          ...noColumns('version'),
          id: nextId(),
          person_id: personId,
          political_status: '中共党员',
          education: '大学本科',
          professional_title: null,
          rank: null,
          ...range,
        },
      ])
      await journal.insert('holding', [
        {
          ...noColumns('holding'),
          id: nextId(),
          person_id: personId,
          post_id: postId,
          kind,
          category: counted === 1 ? (person.category ?? 'administrative') : null,
          off_quota_kind: person.offQuotaKind ?? null,
          occupies_quota: counted,
          occupies_leadership: person.leadership === undefined ? 0 : 1,
          overlap_allowed: 0,
          entry_cause: null,
          exit_cause: null,
          approval_id: null,
          occupied_rank: null,
          due_on: null,
          entered_on: person.enteredOn ?? '2010-07',
          entry_route: '公开招录',
          entry_document_number:
            person.entryDocumentNumber === undefined ? '山人社〔2010〕7号' : person.entryDocumentNumber,
          counterpart: person.counterpart ?? null,
          remark: null,
          ...range,
        },
      ])
      ids.push(personId)
    }
    return ids
  })
  return result
}

/** What the newest journal entry says, and the images of the rows it changed. */
export async function newestEntry(book: OpenBook) {
  const entry = await book.db.selectFrom('journal').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow()
  const changes = await book.db
    .selectFrom('journal_change')
    .select(['table_name', 'before_json', 'after_json'])
    .where('seq', '=', entry.seq)
    .orderBy('ordinal')
    .execute()
  const image = (json: string | null): Record<string, string | number | null> | null =>
    json === null ? null : JSON.parse(json)
  return {
    ...entry,
    changes: changes.map((change) => ({
      table: change.table_name,
      before: image(change.before_json),
      after: image(change.after_json),
    })),
  }
}
