import { FAMILY_ELEMENTS, FORM_FIELDS, type FormFamilyMember, type FormValues } from './elements.ts'
import { readValues } from './read-values.ts'
import { changedTexts, memberText } from './write-texts.ts'

/** Every element's text of a form that has none yet, by element name. */
export function allTexts(values: FormValues): ReadonlyMap<string, string> {
  return changedTexts(new Map(), values, { fields: FORM_FIELDS })
}

/**
 * Values as they are read again once a new form has said them: a day that the form writes as a month is that month. What comes back like this was
 * not changed by anybody.
 */
export function saidValues(values: FormValues): FormValues {
  return readValues(
    allTexts(values),
    values.family.map((member) => ({ texts: memberTexts(member), element: null })),
  ).values
}

function memberTexts(member: FormFamilyMember): Record<keyof FormFamilyMember, string> {
  const texts = FAMILY_ELEMENTS.map((element) => [element.field, memberText(member, element, '')])
  // Every field of a member has its element.
  return Object.fromEntries(texts) as Record<keyof FormFamilyMember, string>
}
