import type { FormFamilyMember, FormNote, FormValues } from './elements.ts'
import type { DecodedText } from './text-encoding.ts'
import type { XmlElement } from './read-xml.ts'

/** A 任免审批表 as it came: its text with everything in its place, and what it says. */
export interface FormFile {
  readonly format: 'lrmx' | 'lrm'
  readonly bytes: Uint8Array
  readonly decoded: DecodedText
  /** The text of each element the file has, by its name; of the older form by the name the newer one has for it. */
  readonly texts: ReadonlyMap<string, string>
  readonly family: readonly FamilyText[]
  /** Bytes of the picture; null: none. */
  readonly photo: Uint8Array | null
  readonly photoType: 'image/jpeg' | 'image/png' | 'image/bmp' | 'image/gif' | null
  /** Elements the product does not know, as they stand in the file. */
  readonly unknown: readonly string[]
  readonly values: FormValues
  readonly notes: readonly FormNote[]
  /** Of an .lrmx: where its elements are. */
  readonly root: XmlElement | null
  /** Of an .lrm: where its quoted fields are, without their quotes. */
  readonly quoted: readonly { readonly start: number; readonly end: number }[]
}

/** One row of the family as it is written, by element name; `element` where it is one of its own. */
export interface FamilyText {
  readonly texts: Readonly<Record<keyof FormFamilyMember, string>>
  readonly element: XmlElement | null
}
