import type { Kysely } from 'kysely'
import type { LrmxFormView } from '../../../contract/lrmx-operations.ts'
import { readResidentId } from '../../../domain/identity/resident-id.ts'
import type { PersonTable } from '../../../domain/ledger/rows/fact-rows.ts'
import type { LedgerBook } from '../../../domain/ledger/book/ledger-book.ts'
import { bookForm, type BookForm, type RecordsByPerson } from '../../../domain/lrmx/book-form.ts'
import { desiredForm, type FormBasis } from '../../../domain/lrmx/compare-form.ts'
import type { FormValues } from '../../../domain/lrmx/elements.ts'
import { readResume } from '../../../domain/lrmx/resume.ts'
import type { MonthOrDate, PlainDate } from '../../../domain/model/plain-date.ts'
import type { BookDatabase, PersonDocumentTable } from '../../../store/book-database.ts'
import { newestDocuments, readDocumentBytes } from '../../../store/person-document-store.ts'

/** A person's form as the book would write it today. */
export interface PersonForm {
  readonly person: PersonTable
  readonly book: BookForm
  readonly basis: FormBasis | null
  readonly values: FormValues
  readonly stored: PersonDocumentTable | null
  readonly photo: PersonDocumentTable | null
}

/** What was kept beside a form. Our own JSON, written by an import. */
function formBasisOf(basis: string | null): FormBasis | null {
  return basis === null ? null : (JSON.parse(basis) as FormBasis)
}

/** Puts a person's form together from the book. */
export function personForm(
  ledger: LedgerBook,
  records: RecordsByPerson,
  person: PersonTable,
  day: PlainDate,
): PersonForm {
  const own = ledger.facts.person_document.filter((row) => row.person_id === person.id)
  const stored = newestDocuments(own, 'appointmentForm').get(person.id) ?? null
  const basis = formBasisOf(stored?.basis ?? null)
  const book = bookForm(ledger, records, person, day)
  const photo = newestDocuments(own, 'photo').get(person.id) ?? null
  return { person, book, basis, values: desiredForm(book, basis, day), stored, photo }
}

/** The picture with its bytes; null for none. */
export async function pictureOf(
  db: Kysely<BookDatabase>,
  { photo }: PersonForm,
): Promise<{ readonly mediaType: string; readonly content: Buffer } | null> {
  if (photo === null) return null
  const content = await readDocumentBytes(db, photo.sha256)
  return content === undefined ? null : { mediaType: photo.media_type, content }
}

/** The form in the product's words. */
export function formView(form: PersonForm): LrmxFormView {
  const { fields, family } = form.values
  const text = (value: string | null) => value ?? ''
  const birth = wholeBirth(fields.birth, form.person.id_number)
  return {
    personId: form.person.id,
    name: text(fields.name),
    sex: text(fields.sex),
    birth,
    ethnicity: text(fields.ethnicity),
    nativePlace: text(fields.nativePlace),
    joinedPartyOn: fields.joinedPartyOn,
    otherParty: fields.otherParty,
    startedWorkOn: fields.startedWorkOn,
    health: text(fields.health),
    birthplace: text(fields.birthplace),
    professionalTitle: text(fields.professionalTitle),
    specialty: text(fields.specialty),
    fullTime: {
      education: text(fields.fullTimeEducation),
      degree: text(fields.fullTimeDegree),
      school: text(fields.fullTimeSchool),
    },
    inService: {
      education: text(fields.inServiceEducation),
      degree: text(fields.inServiceDegree),
      school: text(fields.inServiceSchool),
    },
    degreeSchools: { fullTime: text(fields.fullTimeDegreeSchool), inService: text(fields.inServiceDegreeSchool) },
    post: text(fields.post),
    proposedPost: text(fields.proposedPost),
    removedPost: text(fields.removedPost),
    resume: readResume(text(fields.resume)).map((line) => ({ ...line })),
    resumeText: text(fields.resume),
    honours: text(fields.honours),
    assessments: text(fields.assessments),
    reason: text(fields.reason),
    family: family.map((member) => ({
      relation: text(member.relation),
      name: text(member.name),
      birth: member.birth,
      politicalStatus: text(member.politicalStatus),
      work: text(member.work),
    })),
    idNumber: fields.idNumber,
    reportingUnit: text(fields.reportingUnit),
    ageAsOf: fields.ageAsOf,
    filledOn: fields.filledOn,
    filledBy: text(fields.filledBy),
    age: fields.birth === null || fields.ageAsOf === null ? null : fullYears(fields.birth, fields.ageAsOf),
    retirement: form.book.derived.retirement,
    photo: form.photo?.sha256 ?? null,
    file: form.stored?.file_name ?? null,
  }
}

/** The day of birth where the ID number knows it and agrees with the month on record. */
function wholeBirth(birth: MonthOrDate | null, idNumber: string | null): MonthOrDate | null {
  const numbered = idNumber === null ? null : readResidentId(idNumber).birth
  if (birth === null) return numbered
  return numbered !== null && numbered.startsWith(birth) ? numbered : birth
}

/** Full years from month to month, as the form counts them. */
function fullYears(birth: MonthOrDate, on: MonthOrDate): number {
  const months = (value: MonthOrDate) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7))
  return Math.floor((months(on) - months(birth)) / 12)
}
