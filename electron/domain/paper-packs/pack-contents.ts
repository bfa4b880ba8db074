import type { PaperPackKind } from '../../vocabulary/paper-packs.ts'
import type { PlainDate } from '../model/plain-date.ts'

/** One file of a pack as its index tells it. */
export interface PackedFile {
  /** `3 依据文件/扫描件/山编办〔2026〕9号/批复.pdf`: its folders and its name. */
  readonly path: string
  /** What it is, in a sentence. */
  readonly about: string
  /** Printed pages; null where it is not of the program's drawing. */
  readonly pages: number | null
  readonly bytes: number
  /** SHA-256, lower-case hex. */
  readonly sha256: string
}

/** What was not put in, and why: nothing is left out silently. */
export interface LeftOut {
  readonly what: string
  readonly why: string
}

/** What the index says of a pack, before its list of files. */
export interface PackHead {
  readonly kind: PaperPackKind
  /** Folder and zip are called so. */
  readonly name: string
  readonly township: string
  readonly asOf: PlainDate
  /** First day of an inspection's range; null for a handover. */
  readonly from: PlainDate | null
  readonly madeOn: PlainDate
  readonly madeBy: string
  /** Whole ID numbers are in it, for this reason; null: masked. */
  readonly wholeNumbersFor: string | null
  /** State of the book in pairs of name and value. */
  readonly state: readonly (readonly [string, string])[]
}

export interface PackIndex extends PackHead {
  readonly files: readonly PackedFile[]
  readonly leftOut: readonly LeftOut[]
}

/** Characters no file system takes, and the dots and blanks Windows drops at an end. */
export function fileNameOf(text: string): string {
  const name = text.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').replaceAll(/^[.\s]+|[.\s]+$/gu, '')
  return name === '' ? '未命名' : name.slice(0, 80)
}

/** The paths, each once: a second file of one name gets a number before its ending. */
export function uniquePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path.toLowerCase())) return path
  const dot = path.lastIndexOf('.')
  const cut = dot > path.lastIndexOf('/') ? dot : path.length
  for (let count = 2; ; count += 1) {
    const next = `${path.slice(0, cut)}_${count}${path.slice(cut)}`
    if (!taken.has(next.toLowerCase())) return next
  }
}

/** 1.2 MB, 34 KB. */
export function sizeText(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`
}
