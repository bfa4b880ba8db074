import { expect, it } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { keepBytes } from '../../electron/store/attachment-store.ts'
import { sha256 } from '../../electron/store/canonical.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { translateSqliteError } from '../../electron/store/store-error.ts'
import { noColumns } from '../../electron/vocabulary/person-fields.ts'
import { RECORDED_AT, withBook } from '../kit/book.ts'

/* Files of people, and the kinds of records a person has one of. */

const PERSON = {
  ...noColumns('person'),
  id: 'p1',
  name: '季承平',
  sex: '男',
  disputed_id_number: null,
  recorded_at: RECORDED_AT,
} as const
const CONTENT = Buffer.from('<Person></Person>')
const FORM = {
  id: 'f1',
  person_id: 'p1',
  purpose: 'appointmentForm',
  file_name: '季承平.lrmx',
  media_type: 'application/xml',
  bytes: CONTENT.length,
  sha256: sha256(CONTENT),
  basis: null,
  recorded_at: RECORDED_AT,
} as const
const DRAFT = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'lrmx.import', summary: '导入任免审批表' }

it('a form is kept with its bytes through the journal; a book whose bytes are gone says so', () =>
  withBook(async (book) => {
    expect(Object.keys(MIGRATIONS).some((name) => name.endsWith('person-documents'))).toBe(true)
    await commitCommand(book.db, DRAFT, async (tx, journal) => {
      await journal.insert('person', [PERSON])
      await keepBytes(tx, CONTENT)
      await journal.insert('person_document', [FORM])
    })
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
    await commitCommand(book.db, DRAFT, (_, journal) =>
      journal.insert('person_document', [{ ...FORM, id: 'f2', sha256: sha256(Buffer.from('x')) }]),
    )
    expect(await verifyBook(book)).toMatchObject({ ok: false })
  }))

it('the file refuses a second 简历 or 任免呈报 of the same days, and takes a second 家庭成员', () =>
  withBook(async (book) => {
    await commitCommand(book.db, DRAFT, (_, journal) => journal.insert('person', [PERSON]))
    const refusalOf = (kind: string, id: string): unknown => {
      try {
        book.raw.exec(
          `INSERT INTO record (id, kind, person_id, unit_id, content, document_number, valid_from, valid_to, recorded_at)
           VALUES ('${id}', '${kind}', 'p1', NULL, '{}', NULL, '2026-11-20', NULL, '${RECORDED_AT}')`,
        )
        return null
      } catch (error) {
        return translateSqliteError(error, '')
      }
    }
    for (const kind of ['resume', 'appointment', 'personFile']) {
      expect(refusalOf(kind, `${kind}1`)).toBeNull()
      expect(refusalOf(kind, `${kind}2`)).toMatchObject({ code: 'overlap' })
    }
    expect(refusalOf('familyMember', 'm1')).toBeNull()
    expect(refusalOf('familyMember', 'm2')).toBeNull()
  }))
