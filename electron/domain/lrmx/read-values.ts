import { tidyName } from '../table/text-repair.ts'
import { normalizeIdText } from '../identity/normalize-id-text.ts'
import {
  FAMILY_ELEMENTS,
  FORM_ELEMENTS,
  FORM_FIELDS,
  FORM_FIELD_TITLES,
  type FormElement,
  type FormFamilyMember,
  type FormField,
  type FormNote,
  type FormValues,
} from './elements.ts'
import { readFormDate } from './form-dates.ts'
import type { FamilyText } from './form-file.ts'
import { readParty } from './party.ts'

/** What the texts of a form say, and what in them cannot be read with certainty: that is left out and told. */
export function readValues(
  texts: ReadonlyMap<string, string>,
  family: readonly FamilyText[],
): { readonly values: FormValues; readonly notes: readonly FormNote[] } {
  const notes: FormNote[] = []
  const fields: Record<FormField, string | null> = { ...NOTHING }
  for (const element of FORM_ELEMENTS) {
    const text = texts.get(element.element)
    if (text !== undefined) readElement(element, text, fields, notes)
  }
  return { values: { fields, family: family.map((member) => readMember(member, notes)) }, notes }
}

const NOTHING = Object.fromEntries(FORM_FIELDS.map((field) => [field, null])) as Record<FormField, null>

function readElement(
  { fields, kind }: FormElement,
  text: string,
  into: Record<FormField, string | null>,
  notes: FormNote[],
): void {
  const [field] = fields
  if (field === undefined) return
  const unreadable = () =>
    notes.push({
      field,
      text: text.trim(),
      message: `${FORM_FIELD_TITLES[field]}“${text.trim()}”看不懂，没有采用；请在表里改好再导入`,
    })
  switch (kind) {
    case 'party': {
      const reading = readParty(text)
      if (reading === undefined) unreadable()
      else Object.assign(into, reading)
      return
    }
    case 'date': {
      const reading = readFormDate(text)
      if (reading === undefined) unreadable()
      else into[field] = reading
      return
    }
    case 'lines':
      into[field] = tidyLines(text)
      return
    case 'text': {
      const value = readText(field, text)
      if (value === undefined) unreadable()
      else into[field] = value
    }
  }
}

/** Undefined where the text is none the field can have. */
function readText(field: FormField, text: string): string | null | undefined {
  switch (field) {
    case 'name':
      return orNull(tidyPersonName(text))
    case 'idNumber':
      return orNull(normalizeIdText(text).text)
    case 'sex': {
      const sex = text.trim().replace(/性$/u, '')
      return sex === '' ? null : sex === '男' || sex === '女' ? sex : undefined
    }
    default:
      return orNull(oneLine(text))
  }
}

function readMember({ texts }: FamilyText, notes: FormNote[]): FormFamilyMember {
  const member: Record<keyof FormFamilyMember, string | null> = {
    relation: null,
    name: null,
    birth: null,
    politicalStatus: null,
    work: null,
  }
  for (const { field, date } of FAMILY_ELEMENTS) {
    const text = texts[field]
    if (!date) {
      member[field] = field === 'name' ? orNull(tidyPersonName(text)) : orNull(oneLine(text))
      continue
    }
    const reading = readFormDate(text)
    member[field] = reading ?? null
    if (reading === undefined)
      notes.push({
        field: 'family',
        text: text.trim(),
        message: `${member.relation ?? '家庭成员'}${member.name ?? ''}的出生年月“${text.trim()}”看不懂，没有采用`,
      })
  }
  return member
}

/** A name without the blanks that set it wide; every middle dot one. */
export function tidyPersonName(text: string): string {
  return tidyName(text).replaceAll(/\s*[·•・‧∙]\s*/gu, '·')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '\n').trim()
}

/** Lines without what trails them, none empty at either end, the first without the blanks before it. */
export function tidyLines(text: string): string | null {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd())
  while (lines.at(0) === '') lines.shift()
  while (lines.at(-1) === '') lines.pop()
  return lines.length === 0 ? null : lines.join('\n').trimStart()
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
