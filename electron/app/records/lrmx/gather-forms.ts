import type { Kysely } from 'kysely'
import { refusalText, type RefusalCode, type RefusalDetails } from '../../../vocabulary/refusals.ts'
import type { Input } from '../../../contract/operations.ts'
import type { PersonTable } from '../../../domain/ledger/rows/fact-rows.ts'
import type { LedgerBook } from '../../../domain/ledger/book/ledger-book.ts'
import { recordsByPerson, type BookForm, type RecordsByPerson } from '../../../domain/lrmx/book-form.ts'
import {
  formDifferences,
  type FormBasis,
  type FormDifference,
  type IncomingForm,
} from '../../../domain/lrmx/compare-form.ts'
import type { FormFile } from '../../../domain/lrmx/form-file.ts'
import { FormRefusal } from '../../../domain/lrmx/form-refusal.ts'
import { photoTypeOf } from '../../../domain/lrmx/photo.ts'
import { matchForm } from '../../../domain/lrmx/match-form.ts'
import { dayOfOwnForm } from '../../../domain/lrmx/own-form.ts'
import { readForm } from '../../../domain/lrmx/read-form.ts'
import type { PlainDate } from '../../../domain/model/plain-date.ts'
import type { BookDatabase } from '../../../store/book-database.ts'
import { hashOfDocument } from '../../../store/person-document-store.ts'
import type { BaseContext, StagedFile } from '../../context.ts'
import { personForm, type PersonForm } from './person-form.ts'
import { writePersonForm } from './write-person-form.ts'

export interface RefusedForm {
  readonly fileId: string
  readonly file: string
  readonly code: RefusalCode
  readonly message: string
}

/** A staged file that is a 任免审批表. */
export interface ParsedForm {
  readonly file: StagedFile
  readonly form: FormFile
  readonly incoming: IncomingForm
}

export interface ParsedForms {
  readonly files: number
  readonly forms: readonly ParsedForm[]
  readonly refused: readonly RefusedForm[]
}

/** A form whose person the book has, beside what the book says of them. */
export interface MatchedForm extends ParsedForm {
  readonly person: PersonTable
  readonly book: BookForm
  readonly earlier: FormBasis | null
  /** SHA-256 of the book's picture of the person. */
  readonly photo: string | null
  readonly differences: readonly FormDifference[]
  /** The book's own file, as it wrote it. */
  readonly own: boolean
}

/** A folder of forms held against the book. */
export interface HeldForms {
  readonly matched: readonly MatchedForm[]
  readonly refused: readonly RefusedForm[]
  /** Files that are the same as another one here. */
  readonly repeated: number
  readonly records: RecordsByPerson
}

/** Reads the staged files; a damaged one never stops the rest. @throws `file_expired`, `cancelled` by the caller's signal. */
export function parseForms(
  { fileIds, pictures = [] }: Pick<Input<'lrmx.preview'>, 'fileIds' | 'pictures'>,
  context: Pick<BaseContext, 'stagedFile' | 'report'>,
): ParsedForms {
  const forms: ParsedForm[] = []
  const refused: RefusedForm[] = []
  for (const [done, fileId] of fileIds.entries()) {
    if (done % 20 === 0) context.report('读取任免审批表', done, fileIds.length)
    const file = context.stagedFile(fileId)
    try {
      const picture = pictures.find((own) => own.fileId === fileId)?.pictureId
      const form = withPicture(readForm(file.bytes), picture === undefined ? null : context.stagedFile(picture).bytes)
      const { values, format, unknown } = form
      const photo = form.photo === null ? null : hashOfDocument(form.photo)
      forms.push({ file, form, incoming: { values, format, unknown, photo } })
    } catch (error) {
      if (!(error instanceof FormRefusal)) throw error
      refused.push(refusal(file, error.code, error.details))
    }
  }
  return { files: fileIds.length, forms, refused }
}

/** A form of the older kind has its picture in a file beside it; what is there and no picture is left alone. */
function withPicture(form: FormFile, picture: Uint8Array | null): FormFile {
  if (picture === null || form.photo !== null) return form
  const photoType = photoTypeOf(picture)
  return photoType === null ? form : { ...form, photo: picture, photoType }
}

/** Finds the people of the forms and what differs. */
export async function holdForms(
  db: Kysely<BookDatabase>,
  forms: readonly ParsedForm[],
  ledger: LedgerBook,
  today: PlainDate,
): Promise<HeldForms> {
  const records = recordsByPerson(ledger)
  const refused: RefusedForm[] = []
  const matched = new Map<string, MatchedForm>()
  let repeated = 0
  for (const parsed of forms) {
    const { file, form, incoming } = parsed
    const match = matchForm(ledger, form.values, today)
    if ('code' in match) {
      refused.push(refusal(file, match.code, match.details))
      continue
    }
    const { person } = match
    const other = matched.get(person.id)
    if (other !== undefined) {
      if (Buffer.compare(other.form.bytes, form.bytes) === 0) repeated += 1
      else refused.push(refusal(file, 'lrmx_twice', { name: person.name, other: other.file.name }))
      continue
    }
    const known = personForm(ledger, records, person, today)
    const { book, basis: earlier } = known
    const photo = known.photo?.sha256 ?? null
    const written = earlier === null ? dayOfOwnForm(book, photo, form, incoming, today) : null
    const told = formDifferences(book, photo, incoming, earlier, written ?? today)
    const own =
      earlier === null
        ? written !== null && told.length === 0
        : told.length > 0 && (await isAsWritten(db, form, known, today))
    const differences = own ? [] : told
    matched.set(person.id, { ...parsed, person, book, earlier, photo, differences, own })
  }
  return { matched: [...matched.values()], refused, repeated, records }
}

/** True where the file is, to the byte, what the book writes for the person today: it left here, and nobody changed it. */
async function isAsWritten(
  db: Kysely<BookDatabase>,
  form: FormFile,
  own: PersonForm,
  today: PlainDate,
): Promise<boolean> {
  if (own.basis === null || (form.format === 'lrm' && own.basis.format !== 'lrm')) return false
  const { bytes } = await writePersonForm(db, own, { format: form.format }, today)
  return Buffer.compare(bytes, form.bytes) === 0
}

function refusal(file: StagedFile, code: RefusalCode, details: RefusalDetails): RefusedForm {
  return { fileId: file.id, file: file.name, code, message: refusalText(code, { ...details, file: file.name }) }
}
