import {
  FAMILY_ELEMENT,
  FAMILY_ELEMENTS,
  FORM_ELEMENTS,
  PHOTO_ELEMENT,
  RETIREMENT_ELEMENT,
  VERSION_ELEMENT,
  type FormFamilyMember,
} from './elements.ts'
import type { FamilyText, FormFile } from './form-file.ts'
import { FormRefusal } from './form-refusal.ts'
import { readOlderForm } from './read-older-form.ts'
import { readPhoto } from './photo.ts'
import { readValues } from './read-values.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { decodeXml } from './text-encoding.ts'

/** 12 MB: a form has a few kilobytes and one portrait. */
export const MAX_FORM_BYTES = 12 * 1024 * 1024
const MAX_TEXT = 20_000
const MAX_SHORT_TEXT = 500
const MAX_FAMILY = 40

const TEXT_ELEMENTS: ReadonlySet<string> = new Set(FORM_ELEMENTS.map((own) => own.element))
const LONG_ELEMENTS: ReadonlySet<string> = new Set(
  FORM_ELEMENTS.filter((own) => own.kind === 'lines').map((own) => own.element),
)
/** Known, and not a field of the person. */
const OWN_ELEMENTS: ReadonlySet<string> = new Set([FAMILY_ELEMENT, PHOTO_ELEMENT, VERSION_ELEMENT])

/**
 * A 任免审批表 of either form, by its content: XML, or the quoted fields of the older one.
 * @throws FormRefusal for what is none, is not whole, or could do harm.
 */
export function readForm(bytes: Uint8Array): FormFile {
  if (bytes.length === 0) throw new FormRefusal('lrmx_damaged', '是空文件')
  if (bytes.length > MAX_FORM_BYTES) throw tooLarge(bytes.length)
  return looksOlder(bytes) ? readOlderForm(bytes) : readXmlForm(bytes)
}

function tooLarge(bytes: number): FormRefusal {
  return new FormRefusal('lrmx_too_large', '', {
    size: `${(bytes / 1_048_576).toFixed(1)} MB`,
    limit: `${MAX_FORM_BYTES / 1_048_576} MB`,
  })
}

function looksOlder(bytes: Uint8Array): boolean {
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const first = bytes.subarray(from, from + 64).find((byte) => byte > 0x20)
  return first === 0x22
}

function readXmlForm(bytes: Uint8Array): FormFile {
  const decoded = decodeXml(bytes)
  if (!decoded.text.trimStart().startsWith('<')) throw new FormRefusal('lrmx_foreign', '不是 XML')
  const root = readXml(decoded.text)
  if (root.name !== 'Person') throw new FormRefusal('lrmx_foreign', `里面是 <${root.name.slice(0, 40)}>`)
  const texts = new Map<string, string>()
  const unknown: string[] = []
  let family: readonly FamilyText[] = []
  let photo: ReturnType<typeof readPhoto> = null
  const seen = new Map<string, XmlElement>()
  for (const element of root.children) {
    const { name } = element
    const known = TEXT_ELEMENTS.has(name) || OWN_ELEMENTS.has(name)
    if (!known) {
      unknown.push(decoded.text.slice(element.start, element.end))
      if (element.children.length === 0 && !texts.has(name)) texts.set(name, element.text)
      continue
    }
    if (seen.has(name)) throw new FormRefusal('lrmx_damaged', `<${name}> 出现了两次，不知道以哪个为准`)
    seen.set(name, element)
    if (name === FAMILY_ELEMENT) family = readFamily(element)
    else {
      if (element.children.length > 0) throw new FormRefusal('lrmx_damaged', `<${name}> 里不应再有元素`)
      if (name === PHOTO_ELEMENT) photo = readPhoto(element.text)
      else texts.set(name, withinLength(name, element.text))
    }
  }
  if (decoded.guessed && !/^[男女]性?$/.test((texts.get('XingBie') ?? '').trim()))
    throw new FormRefusal('lrmx_damaged', '文字是乱码，或文件没有传完')
  if ((texts.get('XingMing') ?? '').trim() === '') throw new FormRefusal('lrmx_foreign', '里面没有姓名（XingMing）')
  return {
    format: 'lrmx',
    bytes,
    decoded,
    texts,
    family,
    photo: photo?.bytes ?? null,
    photoType: photo?.type ?? null,
    unknown,
    ...readValues(texts, family),
    root,
    quoted: [],
  }
}

function withinLength(name: string, text: string): string {
  const limit = LONG_ELEMENTS.has(name) ? MAX_TEXT : MAX_SHORT_TEXT
  if (text.length > limit) throw new FormRefusal('lrmx_damaged', `<${name}> 有 ${text.length} 字，超过 ${limit} 字`)
  return text
}

function readFamily(element: XmlElement): readonly FamilyText[] {
  const members = element.children.filter((child) => child.name === 'Item').map(memberOf)
  if (members.length > MAX_FAMILY)
    throw new FormRefusal('lrmx_damaged', `家庭成员有 ${members.length} 行，超过 ${MAX_FAMILY} 行`)
  return members.filter(({ texts }) => Object.values(texts).some((text) => text.trim() !== ''))
}

function memberOf(item: XmlElement): FamilyText {
  const texts: Record<keyof FormFamilyMember, string> = {
    relation: '',
    name: '',
    birth: '',
    politicalStatus: '',
    work: '',
  }
  for (const { element, field } of FAMILY_ELEMENTS) {
    const found = item.children.filter((child) => child.name === element)
    if (found.length > 1) throw new FormRefusal('lrmx_damaged', `家庭成员的 <${element}> 出现了两次`)
    texts[field] = withinLength(element, found[0]?.text ?? '')
  }
  return { texts, element: item }
}

/** What the file says of 到龄年月; null where it has no such element. */
export function retirementText(form: FormFile): string | null {
  return form.texts.get(RETIREMENT_ELEMENT)?.trim() ?? null
}
