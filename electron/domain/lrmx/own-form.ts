import { isPlainDate, type PlainDate } from '../model/plain-date.ts'
import type { BookForm } from './book-form.ts'
import { desiredForm, formDifferences, type DifferingField, type IncomingForm } from './compare-form.ts'
import { FORM_FIELDS, type FormValues } from './elements.ts'
import type { FormFile } from './form-file.ts'
import { allTexts } from './said-values.ts'
import { editXmlForm, newXmlForm } from './write-form.ts'

/** The file of somebody who never had a form. `values`: what it is to say. */
export function ownForm(book: BookForm, values: FormValues, photo: Uint8Array | null): Uint8Array {
  return newXmlForm({ texts: allTexts(values), family: values.family, photo, retirement: book.derived.retirement })
}

/**
 * The day on which the book itself wrote the file for somebody without a form: with what was written into it since taken out again, it is to the
 * byte what the book writes. Null: another hand's, or the picture is another. `photo`: SHA-256 of the book's picture.
 */
export function dayOfOwnForm(
  book: BookForm,
  photo: string | null,
  form: FormFile,
  incoming: IncomingForm,
  today: PlainDate,
): PlainDate | null {
  if (form.format !== 'lrmx' || incoming.photo !== photo) return null
  const { filledOn, ageAsOf } = form.values.fields
  const days = [today, filledOn, ageAsOf].flatMap((day) =>
    day !== null && isPlainDate(day) && day <= today ? [day] : [],
  )
  const written = days.flatMap((day) => {
    const told = toldOn(day, book, incoming)
    return wasWrittenOn(day, book, form, told) ? [{ day, told: told.size }] : []
  })
  // Both days taken out again fit any day: it is the one with the least written in.
  return written.toSorted((left, right) => left.told - right.told)[0]?.day ?? null
}

function toldOn(day: PlainDate, book: BookForm, incoming: IncomingForm): ReadonlySet<DifferingField> {
  return new Set(formDifferences(book, incoming.photo, incoming, null, day).map(({ field }) => field))
}

function wasWrittenOn(day: PlainDate, book: BookForm, form: FormFile, told: ReadonlySet<DifferingField>): boolean {
  const values = desiredForm(book, null, day)
  const fields = FORM_FIELDS.filter((field) => told.has(field))
  const before = editXmlForm(form, values, { fields, family: told.has('family') })
  const own = ownForm(book, values, form.photo)
  return own.length === before.length && own.every((byte, place) => before[place] === byte)
}
