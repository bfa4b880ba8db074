import {
  FAMILY_ELEMENT,
  FAMILY_ELEMENTS,
  FORM_ELEMENTS,
  FORM_VERSION,
  PHOTO_ELEMENT,
  RETIREMENT_ELEMENT,
  VERSION_ELEMENT,
  type FormFamilyMember,
  type FormValues,
} from './elements.ts'
import { birthLike, familyEdits } from './edit-family.ts'
import { writeFormDate } from './form-dates.ts'
import type { FormFile } from './form-file.ts'
import { editBytes, type TextEdit } from './text-encoding.ts'
import { changedTexts, memberText, styleFor, type FormChange } from './write-texts.ts'
import { blanksBefore, escapeXml, setText } from './xml-edits.ts'

export type { FormChange } from './write-texts.ts'

/** The order in which a new file has its elements; of a known file it says where a missing one belongs. */
const ORDER: readonly string[] = [
  ...before('JianKangZhuangKuang'),
  RETIREMENT_ELEMENT,
  ...between('JianKangZhuangKuang', 'ChengBaoDanWei'),
  FAMILY_ELEMENT,
  ...between('ChengBaoDanWei', null),
  PHOTO_ELEMENT,
  VERSION_ELEMENT,
]

function before(element: string): readonly string[] {
  const names = FORM_ELEMENTS.map((own) => own.element)
  return names.slice(0, names.indexOf(element))
}

function between(from: string, to: string | null): readonly string[] {
  const names = FORM_ELEMENTS.map((own) => own.element)
  return names.slice(names.indexOf(from), to === null ? undefined : names.indexOf(to))
}

/** A form of the newer kind with a change made in it, every other byte as it came. The same bytes where nothing changes. */
export function editXmlForm(form: FormFile, values: FormValues, change: FormChange): Uint8Array {
  const { root } = form
  if (root === null) return form.bytes
  const source = form.decoded.text
  const edits: TextEdit[] = []
  const texts = new Map(changedTexts(form.texts, values, change))
  if (change.retirement !== undefined && form.texts.has(RETIREMENT_ELEMENT))
    texts.set(RETIREMENT_ELEMENT, writeFormDate(change.retirement, styleFor(RETIREMENT_ELEMENT, form.texts)))
  if (change.photo !== undefined) texts.set(PHOTO_ELEMENT, base64(change.photo))
  for (const [name, text] of texts) {
    const element = root.children.find((child) => child.name === name)
    if (element !== undefined) edits.push(setText(source, element, text))
    else if (text !== '') edits.push(inserted(source, form, name, `<${name}>${escapeXml(text)}</${name}>`))
  }
  if (change.family) {
    const hasFamily = root.children.some((child) => child.name === FAMILY_ELEMENT)
    if (hasFamily) edits.push(...familyEdits(form, values.family))
    else if (values.family.length > 0)
      edits.push(inserted(source, form, FAMILY_ELEMENT, familyXml(values.family, birthLike(form), '\n  ')))
  }
  return editBytes(form.bytes, form.decoded, mergedInserts(edits))
}

/** An element the file has not: behind the nearest one that comes before it in the usual order. */
function inserted(source: string, form: FormFile, name: string, xml: string): TextEdit {
  const root = form.root
  if (root === null) return { start: 0, end: 0, text: '' }
  const earlier = ORDER.slice(0, ORDER.indexOf(name))
  const neighbour = root.children.findLast((child) => earlier.includes(child.name))
  const [first] = root.children
  const blanks = first === undefined ? '' : blanksBefore(source, root, neighbour ?? first)
  const at = neighbour?.end ?? root.contentStart
  return { start: at, end: at, text: blanks + xml }
}

/** Elements put in at one place are one edit, in the usual order. */
function mergedInserts(edits: readonly TextEdit[]): readonly TextEdit[] {
  const inserts = Map.groupBy(
    edits.filter((edit) => edit.start === edit.end),
    (edit) => edit.start,
  )
  return [
    ...edits.filter((edit) => edit.start !== edit.end),
    ...[...inserts].map(([start, own]) => ({ start, end: start, text: own.map((edit) => edit.text).join('') })),
  ]
}

/** What a new file holds. */
export interface NewForm {
  /** Texts by element name; those that are missing are written empty. */
  readonly texts: ReadonlyMap<string, string>
  readonly family: readonly FormFamilyMember[]
  readonly photo: Uint8Array | null
  /** 到龄年月 as a month; null: the file gets no such element. */
  readonly retirement: string | null
}

/** A new file of the newer kind, for somebody who never had one or had the older kind. */
export function newXmlForm({ texts, family, photo, retirement }: NewForm): Uint8Array {
  const line = (name: string, text: string) => `  <${name}>${escapeXml(text)}</${name}>`
  const lines = ORDER.flatMap((name) => {
    if (name === FAMILY_ELEMENT) return [`  ${familyXml(family, texts.get('ChuShengNianYue') ?? '', '\n  ')}`]
    if (name === PHOTO_ELEMENT) return [line(name, photo === null ? '' : base64(photo))]
    if (name === VERSION_ELEMENT) return [line(name, FORM_VERSION)]
    if (name === RETIREMENT_ELEMENT)
      return retirement === null ? [] : [line(name, writeFormDate(retirement, styleFor(name, texts)))]
    return [line(name, texts.get(name) ?? '')]
  })
  return new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n<Person>\n${lines.join('\n')}\n</Person>\n`)
}

function familyXml(family: readonly FormFamilyMember[], like: string, indent: string): string {
  const items = family.map((member) => {
    const fields = FAMILY_ELEMENTS.map(
      (field) => `${indent}    <${field.element}>${escapeXml(memberText(member, field, like))}</${field.element}>`,
    )
    return `${indent}  <Item>${fields.join('')}${indent}  </Item>`
  })
  return `<${FAMILY_ELEMENT}>${items.join('')}${items.length === 0 ? '' : indent}</${FAMILY_ELEMENT}>`
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let place = 0; place < bytes.length; place += 8192)
    binary += String.fromCharCode(...bytes.subarray(place, place + 8192))
  return btoa(binary)
}
