import {
  FAMILY_ELEMENTS,
  FORM_ELEMENTS,
  type FormElement,
  type FormFamilyMember,
  type FormField,
  type FormValues,
} from './elements.ts'
import { dateStyleOf, PLAIN_STYLE, writeFormDate, type DateStyle } from './form-dates.ts'
import { writeParty } from './party.ts'

/* Values as the texts of a form, in the manner the form was written in. */

/** What is to differ from the form as it came. What is not named stays as it is. */
export interface FormChange {
  readonly fields: readonly FormField[]
  readonly family: boolean
  /** The new picture; undefined: stays. */
  readonly photo?: Uint8Array
  /** 到龄年月 as a month; undefined: stays. */
  readonly retirement?: string
}

/** New texts of the elements a change touches, by element name. `old`: the texts as they came. */
export function changedTexts(
  old: ReadonlyMap<string, string>,
  values: FormValues,
  change: Pick<FormChange, 'fields'>,
): ReadonlyMap<string, string> {
  const touched = FORM_ELEMENTS.filter(({ fields }) => fields.some((field) => change.fields.includes(field)))
  return new Map(touched.map((element) => [element.element, elementText(element, values, old)]))
}

/** Elements of a day rather than a month. */
const OF_A_DAY: ReadonlySet<string> = new Set(['JiSuanNianLingShiJian', 'TianBiaoShiJian'])

function elementText(element: FormElement, values: FormValues, old: ReadonlyMap<string, string>): string {
  const [field] = element.fields
  if (field === undefined) return ''
  const value = values.fields[field]
  switch (element.kind) {
    case 'party':
      return writeParty(
        { joinedPartyOn: values.fields.joinedPartyOn, otherParty: values.fields.otherParty },
        dateStyleOf(old.get(element.element) ?? '') === null
          ? (old.get('ChuShengNianYue') ?? '')
          : (old.get(element.element) ?? ''),
      )
    case 'date':
      return value === null ? '' : writeFormDate(value, styleFor(element.element, old))
    case 'lines':
    case 'text':
      return value ?? ''
  }
}

/** As the element itself was written; else as the form writes 出生年月; a day where the element is of a day. */
export function styleFor(element: string, old: ReadonlyMap<string, string>): DateStyle {
  const own = dateStyleOf(old.get(element) ?? '')
  if (own !== null) return own
  const usual = dateStyleOf(old.get('ChuShengNianYue') ?? '') ?? PLAIN_STYLE
  return { ...usual, day: OF_A_DAY.has(element) }
}

/** A member's text of a field, months in the manner of `like`. */
export function memberText(
  member: FormFamilyMember,
  { field, date }: (typeof FAMILY_ELEMENTS)[number],
  like: string,
): string {
  const value = member[field]
  if (value === null) return ''
  return date ? writeFormDate(value, { ...(dateStyleOf(like) ?? PLAIN_STYLE) }) : value
}

/** A text for the older form: a quote before a comma would end the field. */
export function withoutQuotes(text: string): string {
  return text.replaceAll('"', '”')
}

/** The same for a part of a field: # and @ would begin another. */
export function withoutMarks(text: string): string {
  return withoutQuotes(text).replaceAll('#', '＃').replaceAll('@', '＠')
}
