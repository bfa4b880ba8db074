import { upgradeLegacyId } from '../identity/resident-id.ts'
import type { MonthOrDate, PlainDate, PlainMonth } from '../model/plain-date.ts'
import type { BookForm } from './book-form.ts'
import { FORM_FIELD_TITLES, FORM_FIELDS, type FormFamilyMember, type FormField, type FormValues } from './elements.ts'
import { continuedResume, readResume } from './resume.ts'
import { saidValues } from './said-values.ts'
import { withoutMarks, type FormChange } from './write-texts.ts'

/* A form beside the book: what differs, what the book says once some of it was taken over, and what to write back later. */

export type DifferingField = FormField | 'family' | 'photo' | 'other'

export interface FormDifference {
  readonly field: DifferingField
  readonly title: string
  /** As the book has it, and as the file. */
  readonly from: string | null
  readonly to: string | null
}

/**
 * What the form and the book said when the form came in, kept beside its bytes: only what has changed since is written into it.
 * `post` and `retirement` are what the book's other records gave that day.
 */
export interface FormBasis {
  readonly values: FormValues
  readonly file: FormValues
  readonly post: string | null
  readonly retirement: PlainMonth | null
  readonly photo: string | null
  readonly format: 'lrmx' | 'lrm'
  /** Elements the product does not read, as they stand. */
  readonly unknown: readonly string[]
}

export interface IncomingForm extends Pick<FormBasis, 'format' | 'unknown'> {
  readonly values: FormValues
  /** SHA-256 of the picture. */
  readonly photo: string | null
}

/** Facts the roster itself keeps: a form that leaves them blank takes nothing away. */
const ROSTER_FIELDS: ReadonlySet<FormField> = new Set([
  'name',
  'sex',
  'birth',
  'ethnicity',
  'startedWorkOn',
  'professionalTitle',
  'idNumber',
])

/**
 * Fields in which the form says something else than the book. A blank says nothing, unless an earlier form of the same person filled it.
 * What the book would write into the form itself is no difference, recorded or not. `photo`: SHA-256 of the book's picture.
 */
export function formDifferences(
  book: BookForm,
  photo: string | null,
  incoming: IncomingForm,
  earlier: FormBasis | null,
  today: PlainDate,
): readonly FormDifference[] {
  const differences: FormDifference[] = []
  const followed = desiredForm(book, earlier, null)
  const said = saidValues(desiredForm(book, earlier, today))
  const { format } = incoming
  for (const field of FORM_FIELDS) {
    const [ours, theirs] = [book.values.fields[field], incoming.values.fields[field]]
    const cleared =
      theirs === null && ours !== null && !ROSTER_FIELDS.has(field) && (earlier?.file.fields[field] ?? null) !== null
    const same =
      theirs === null ? !cleared : sameValue(field, ours, theirs) || sameText(said.fields[field], theirs, format)
    if (!same)
      differences.push({
        field,
        title: FORM_FIELD_TITLES[field],
        from: ours ?? followed.fields[field],
        to: theirs,
      })
  }
  const [ours, theirs] = [book.values.family, incoming.values.family]
  const clearedFamily = theirs.length === 0 && (earlier?.file.family.length ?? 0) > 0 && ours.length > 0
  const sameFamily = [ours, said.family].some((own) => sameText(familyKey(own), familyKey(theirs), format))
  if (theirs.length === 0 ? clearedFamily : !sameFamily)
    differences.push({
      field: 'family',
      title: FORM_FIELD_TITLES.family,
      from: familyText(ours),
      to: familyText(theirs),
    })
  if (incoming.photo !== null && incoming.photo !== photo)
    differences.push({ field: 'photo', title: FORM_FIELD_TITLES.photo, from: photo, to: incoming.photo })
  const [before, now] = [earlier?.unknown.join('\n') ?? null, incoming.unknown.join('\n')]
  if (earlier !== null && (before !== now || earlier.format !== incoming.format))
    differences.push({
      field: 'other',
      title: '表内其他内容',
      from: before === '' ? null : before,
      to: now === '' ? null : now,
    })
  return differences
}

/** Fields the book's other records fill where nothing is recorded of them. */
const FOLLOWED_FIELDS: readonly FormField[] = ['post', 'resume', 'assessments', 'reportingUnit', 'ageAsOf', 'filledOn']

/** Fields in which the form says what the book would have said without a record of it: with a form that is kept, that is on record. */
export function confirmedFields(
  book: BookForm,
  { values }: IncomingForm,
  differences: readonly FormDifference[],
): readonly FormField[] {
  return FOLLOWED_FIELDS.filter((field) => {
    const theirs = values.fields[field]
    return (
      theirs !== null &&
      !sameValue(field, book.values.fields[field], theirs) &&
      !differences.some((own) => own.field === field)
    )
  })
}

/** The older form has no place for quotes and its own marks inside a text: there they are written wide. */
function sameText(ours: string | null, theirs: string, format: IncomingForm['format']): boolean {
  if (ours === null) return false
  return ours === theirs || (format === 'lrm' && withoutMarks(ours) === withoutMarks(theirs))
}

/** True where two spellings of a field mean the same. */
function sameValue(field: FormField, ours: string | null, theirs: string): boolean {
  if (ours === null) return false
  switch (field) {
    // Whose form it is was found by these: they say the same, however they are written.
    case 'name':
      return true
    case 'idNumber':
      return (upgradeLegacyId(ours) ?? ours.toUpperCase()) === (upgradeLegacyId(theirs) ?? theirs.toUpperCase())
    case 'birth':
    case 'startedWorkOn':
    case 'joinedPartyOn':
    case 'ageAsOf':
    case 'filledOn':
      return sameMonthOrDay(ours, theirs)
    case 'ethnicity':
      return ours.replace(/族$/u, '') === theirs.replace(/族$/u, '')
    case 'resume':
      return ours === theirs || JSON.stringify(readResume(ours)) === JSON.stringify(readResume(theirs))
    default:
      return ours === theirs
  }
}

/** A month and a day of it are the same as far as both know. */
function sameMonthOrDay(left: MonthOrDate, right: MonthOrDate): boolean {
  const length = Math.min(left.length, right.length)
  return left.slice(0, length) === right.slice(0, length)
}

/** One text for a family: what two lists are compared by. */
export function familyKey(family: readonly FormFamilyMember[]): string {
  return JSON.stringify(
    family.map(({ relation, name, birth, politicalStatus, work }) => [relation, name, birth, politicalStatus, work]),
  )
}

/** A family in words, one member a line; null for none. */
export function familyText(family: readonly FormFamilyMember[]): string | null {
  if (family.length === 0) return null
  return family
    .map(({ relation, name, birth, politicalStatus, work }) =>
      [relation, name, birth?.replace('-', '.'), politicalStatus, work].filter((part) => part !== null).join('，'),
    )
    .join('\n')
}

/** The book's values once these fields are taken from the form. */
export function acceptedValues(book: FormValues, file: FormValues, taken: ReadonlySet<DifferingField>): FormValues {
  const fields = { ...book.fields }
  for (const field of FORM_FIELDS) if (taken.has(field)) fields[field] = file.fields[field]
  return { fields, family: taken.has('family') ? file.family : book.family }
}

/** What is kept beside the form's bytes. `book`: after what was accepted; what was not is still told apart from it. */
export function formBasis(
  book: BookForm,
  photo: string | null,
  incoming: IncomingForm,
  earlier: FormBasis | null,
  today: PlainDate,
): FormBasis {
  const { values: file } = incoming
  const refused = new Set(formDifferences(book, photo, incoming, earlier, today).map(({ field }) => field))
  const fields = { ...desiredForm(book, null, null).fields }
  for (const field of FORM_FIELDS) if (refused.has(field)) fields[field] = file.fields[field]
  return {
    values: { fields, family: refused.has('family') ? file.family : book.values.family },
    file,
    post: book.derived.post,
    retirement: book.derived.retirement,
    photo: refused.has('photo') ? incoming.photo : photo,
    format: incoming.format,
    unknown: incoming.unknown,
  }
}

/**
 * What the person's form is to say: the recorded, where it is silent what the book's other records say; a post the book learnt of since
 * the form came in stands instead of the form's, and its 简历 goes on to it. `today`: for the days of a form that never was; null: leave them.
 */
export function desiredForm(book: BookForm, basis: FormBasis | null, today: PlainDate | null): FormValues {
  const { fields } = book.values
  const { derived } = book
  const moved = basis !== null && derived.post !== null && basis.post !== derived.post
  const post = fields.post === null || (moved && fields.post === basis.values.fields.post) ? derived.post : fields.post
  const resume =
    moved && fields.resume !== null && fields.resume === basis.values.fields.resume && derived.postSince !== null
      ? (continuedResume(fields.resume, derived.postSince, derived.post) ?? fields.resume)
      : (fields.resume ?? derived.resume)
  return {
    fields: {
      ...fields,
      post,
      resume,
      assessments: fields.assessments ?? derived.assessments,
      reportingUnit: fields.reportingUnit ?? derived.reportingUnit,
      ageAsOf: fields.ageAsOf ?? (basis === null ? today : null),
      filledOn: fields.filledOn ?? (basis === null ? today : null),
    },
    family: book.values.family,
  }
}

/** What has changed in the book since the form came in. */
export function formChange(
  desired: FormValues,
  book: BookForm,
  basis: FormBasis,
  photo: { readonly sha256: string; readonly bytes: Uint8Array } | null,
): FormChange {
  const { retirement } = book.derived
  return {
    fields: FORM_FIELDS.filter((field) => desired.fields[field] !== basis.values.fields[field]),
    family: familyKey(desired.family) !== familyKey(basis.values.family),
    ...(photo !== null && photo.sha256 !== basis.photo ? { photo: photo.bytes } : {}),
    ...(retirement !== null && retirement !== basis.retirement ? { retirement } : {}),
  }
}
