import type { Kysely } from 'kysely'
import { Refusal } from '../../../vocabulary/refusals.ts'
import type { Input } from '../../../contract/operations.ts'
import { formChange } from '../../../domain/lrmx/compare-form.ts'
import type { FormField, FormValues } from '../../../domain/lrmx/elements.ts'
import type { FormFile } from '../../../domain/lrmx/form-file.ts'
import { ownForm } from '../../../domain/lrmx/own-form.ts'
import { readForm } from '../../../domain/lrmx/read-form.ts'
import { editXmlForm, newXmlForm } from '../../../domain/lrmx/write-form.ts'
import { editOlderForm } from '../../../domain/lrmx/write-older-form.ts'
import { changedTexts, type FormChange } from '../../../domain/lrmx/write-texts.ts'
import type { PlainDate } from '../../../domain/model/plain-date.ts'
import type { BookDatabase } from '../../../store/book-database.ts'
import { readDocumentBytes } from '../../../store/person-document-store.ts'
import { pictureOf, type PersonForm } from './person-form.ts'

interface WrittenForm {
  readonly bytes: Uint8Array
  readonly changed: readonly string[]
}

/**
 * The file of a person's form as it leaves: as it came but for what has changed since, or a new one.
 * @throws `lrmx_no_form` for the older format where there is none.
 */
export async function writePersonForm(
  tx: Kysely<BookDatabase>,
  form: PersonForm,
  input: Pick<Input<'lrmx.export'>, 'format' | 'today'>,
  day: PlainDate,
): Promise<WrittenForm> {
  const older = input.format === 'lrm'
  const bytes = form.stored === null ? undefined : await readDocumentBytes(tx, form.stored.sha256)
  const picture = await pictureOf(tx, form)
  const today = input.today === true
  if (bytes === undefined || form.basis === null) {
    if (older) throw new Refusal('lrmx_no_form', { name: form.person.name })
    return {
      bytes: ownForm(form.book, dated(form.values, day, today), picture?.content ?? null),
      changed: [],
    }
  }
  const file = readForm(bytes)
  const photo = picture === null || form.photo === null ? null : { sha256: form.photo.sha256, bytes: picture.content }
  const known = formChange(form.values, form.book, form.basis, photo)
  const values = dated(form.values, day, today)
  const change = today ? { ...known, fields: [...new Set([...known.fields, ...DATED])] } : known
  const changed = [
    ...change.fields,
    ...(change.family ? ['family'] : []),
    ...(change.photo === undefined ? [] : ['photo']),
    ...(change.retirement === undefined ? [] : ['retirement']),
  ]
  if (older) {
    if (file.format !== 'lrm') throw new Refusal('lrmx_no_form', { name: form.person.name })
    return { bytes: editOlderForm(file, values, change), changed }
  }
  if (file.format === 'lrmx') return { bytes: editXmlForm(file, values, change), changed }
  return { bytes: renewed(file, values, change, picture?.content ?? null), changed }
}

const DATED: readonly FormField[] = ['ageAsOf', 'filledOn']

function dated(values: FormValues, day: PlainDate, today: boolean): FormValues {
  return today ? { ...values, fields: { ...values.fields, ageAsOf: day, filledOn: day } } : values
}

/** A form of the older kind as one of the newer: what it said as it said it, and the ID number it had no place for. */
function renewed(file: FormFile, values: FormValues, change: FormChange, photo: Uint8Array | null): Uint8Array {
  const texts = new Map([...file.texts, ...changedTexts(file.texts, values, change)])
  return newXmlForm({
    texts: texts.set('ShenFenZheng', values.fields.idNumber ?? ''),
    family: change.family ? values.family : file.values.family,
    photo,
    retirement: null,
  })
}
