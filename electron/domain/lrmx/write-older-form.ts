import { FAMILY_ELEMENTS, type FormValues } from './elements.ts'
import { birthLike } from './edit-family.ts'
import type { FormFile } from './form-file.ts'
import { fourParts, OLDER_FAMILY, OLDER_PARTS, OLDER_PLACES } from './read-older-form.ts'
import { editBytes, type TextEdit } from './text-encoding.ts'
import { changedTexts, memberText, withoutMarks, withoutQuotes, type FormChange } from './write-texts.ts'

/** A form of the older kind with a change made in it, every other byte as it came. */
export function editOlderForm(form: FormFile, values: FormValues, change: FormChange): Uint8Array {
  const source = form.decoded.text
  const newLine = source.includes('\r\n') ? '\r\n' : '\n'
  const texts = changedTexts(form.texts, values, change)
  const edits: TextEdit[] = []
  const put = (place: number, text: string) => {
    const field = form.quoted[place]
    if (field !== undefined) edits.push({ ...field, text: text.replaceAll('\n', newLine) })
  }
  for (const [element, place] of OLDER_PLACES) {
    const text = texts.get(element)
    if (text !== undefined) put(place, withoutQuotes(text))
  }
  for (const { place, elements } of OLDER_PARTS) {
    if (!elements.some((element) => texts.has(element))) continue
    const field = form.quoted[place]
    const old = field === undefined ? [] : fourParts(source.slice(field.start, field.end))
    const part = (index: number) => {
      const text = texts.get(elements[index] ?? '')
      return text === undefined ? (old[index] ?? '') : withoutMarks(text)
    }
    put(place, `${part(0)}#${part(1)}@${part(2)}#${part(3)}`)
  }
  if (change.family)
    for (const [field, place] of OLDER_FAMILY) {
      const own = form.quoted[place]
      const element = FAMILY_ELEMENTS.find((known) => known.field === field)
      if (own === undefined || element === undefined) continue
      const rows = Math.max(source.slice(own.start, own.end).split('@').length, values.family.length)
      const people = Array.from({ length: rows }, (_, row) => {
        const member = values.family[row]
        return member === undefined ? '' : withoutMarks(memberText(member, element, birthLike(form)))
      })
      put(place, people.join('@'))
    }
  return editBytes(form.bytes, form.decoded, edits)
}
