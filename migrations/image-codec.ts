/*
 * How the journal keeps what a change did to a row: the columns' names are not repeated, and ids, days, instants and digests take the bytes
 * they need. What is read back is the very text that was hashed; an image that would not come back the same is kept as that text.
 * Written books hold this form: lists are only appended to, and a code never gets another meaning.
 */

import { Bytes, Input, SHORT_TEXT } from './image-bytes.ts'
import { COLUMNS, WORDS } from './image-lists.ts'

const PLACE_OF_WORD = new Map(WORDS.map((word, place) => [word, place]))

type Value = string | number | null
type Image = Readonly<Record<string, Value>>

const HAS_AFTER = 1
const HAS_BEFORE = 2
const AFTER_AS_TEXT = 4
const BEFORE_AS_TEXT = 8

const EMPTY = 0
const AT = 1
const INTEGER = 2
const NUMBER = 3
const UUID = 4
const INSTANT = 5
const DAY = 6
const MONTH = 7
const DIGEST = 8
const TEXT = 9
/** Whole numbers up to 15, texts of up to 63 bytes and the words have their code alone before them, or for all. */
const SMALL = 0x20
const SHORT = 0x40
const WORD = 0x80

const IS_UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
const IS_DIGEST = /^[0-9a-f]{64}$/u
const IS_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u
const IS_DAY = /^\d{4}-\d\d-\d\d$/u
const IS_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/u

/** A change of one row as the journal names it: `at` is the instant of its entry. */
export interface ImageOf {
  readonly table: string
  readonly rowId: string
  readonly at: string
}

/** Images as canonical JSON: keys sorted, empty columns left out; null where there is none. */
export interface ImageTexts {
  readonly before: string | null
  readonly after: string | null
}

/** An image with its text; `image` null where the text is all that is known of it. */
export interface KnownImage {
  readonly text: string
  readonly image: Image | null
}

/** The bytes of a change's images. */
export function encodeImages(of: ImageOf, before: KnownImage | null, after: KnownImage | null): Buffer {
  const columns = COLUMNS[of.table]
  const left = columns === undefined ? null : plainImage(before?.image ?? null, of.rowId, columns)
  const now = columns === undefined ? null : plainImage(after?.image ?? null, of.rowId, columns)
  const out = new Bytes()
  out.byte(
    (after === null ? 0 : HAS_AFTER) |
      (before === null ? 0 : HAS_BEFORE) |
      (after !== null && now === null ? AFTER_AS_TEXT : 0) |
      (before !== null && left === null ? BEFORE_AS_TEXT : 0),
  )
  if (now !== null && columns !== undefined) writeImage(out, columns, now, of.at)
  else if (after !== null) out.text(after.text)
  if (left !== null && columns !== undefined) {
    if (now === null) writeImage(out, columns, left, of.at)
    else writeColumns(out, columns, differing(left, now, columns), of.at)
  } else if (before !== null) out.text(before.text)
  return out.done()
}

/** An image of which only the text is known: it is taken apart where it is canonical. */
export function imageOfText(text: string): KnownImage {
  const image = readObject(text)
  return { text, image: image !== null && canonical(image) === text ? image : null }
}

/** Images as they were written: an object, the text where only that was kept, null where there is none. */
export interface ImageParts {
  readonly before: string | Image | null
  readonly after: string | Image | null
}

/** The images as canonical texts. @throws RangeError for bytes that are no images. */
export function decodeImages(of: ImageOf, bytes: Buffer): ImageTexts {
  const { before, after } = decodeParts(of, bytes)
  return { before: textOf(before), after: textOf(after) }
}

/** The images without their texts being made. @throws RangeError for bytes that are no images. */
export function decodeParts(of: ImageOf, bytes: Buffer): ImageParts {
  const input = new Input(bytes)
  const flags = input.byte()
  const columns = COLUMNS[of.table] ?? []
  const readOne = (asText: boolean): string | Image => (asText ? input.text() : readImage(input, columns, of.at))
  const after = (flags & HAS_AFTER) === 0 ? null : readOne((flags & AFTER_AS_TEXT) !== 0)
  const before = (flags & HAS_BEFORE) === 0 ? null : readOne((flags & BEFORE_AS_TEXT) !== 0)
  input.end()
  const isPart = before !== null && typeof before === 'object' && after !== null && typeof after === 'object'
  return { before: withId(isPart ? { ...after, ...before } : before, of.rowId), after: withId(after, of.rowId) }
}

function withId(image: string | Image | null, id: string): string | Image | null {
  return image === null || typeof image === 'string' ? image : { ...image, id }
}

function textOf(image: string | Image | null): string | null {
  return image === null || typeof image === 'string' ? image : canonical(image)
}

function canonical(image: Image): string {
  const sorted: Record<string, string | number> = {}
  for (const key of Object.keys(image).sort()) {
    const value = image[key]
    if (value !== null && value !== undefined) sorted[key] = value
  }
  return JSON.stringify(sorted)
}

/** Null where the image is not of the row, or has anything that would not come back the same. */
function plainImage(image: Image | null, rowId: string, columns: readonly string[]): Image | null {
  if (image === null || image['id'] !== rowId) return null
  for (const name of Object.keys(image)) {
    const value = image[name] ?? null
    if (name !== 'id' && value !== null && !columns.includes(name)) return null
    if (typeof value === 'string' ? !value.isWellFormed() : value !== null && !Number.isFinite(value)) return null
  }
  return image
}

function readObject(text: string): Image | null {
  try {
    const image: unknown = JSON.parse(text)
    return typeof image === 'object' && image !== null && !Array.isArray(image) ? (image as Image) : null
  } catch {
    return null
  }
}

/** What the image before has otherwise than the one after. */
function differing(before: Image, after: Image, columns: readonly string[]): Image {
  return Object.fromEntries(
    columns.flatMap((name) => {
      const [old, now] = [before[name] ?? null, after[name] ?? null]
      return Object.is(old, now) ? [] : [[name, old] as const]
    }),
  )
}

/** An image without its empty columns. */
function writeImage(out: Bytes, columns: readonly string[], image: Image, at: string): void {
  writeColumns(out, columns, image, at, null)
}

/** Which of the columns are there, a bit each, then their values. What is as `absent` is left out. */
function writeColumns(out: Bytes, columns: readonly string[], image: Image, at: string, absent?: null): void {
  const isThere = (value: Value | undefined): value is Value => value !== undefined && value !== absent
  for (let from = 0; from < columns.length; from += 8) {
    let bits = 0
    for (let bit = 0; bit < 8; bit += 1) if (isThere(image[columns[from + bit] ?? ''])) bits |= 1 << bit
    out.byte(bits)
  }
  for (const name of columns) {
    const value = image[name]
    if (isThere(value)) writeValue(out, value, at)
  }
}

function readImage(input: Input, columns: readonly string[], at: string): Image {
  const present: string[] = []
  for (let from = 0; from < columns.length; from += 8) {
    const bits = input.byte()
    for (let bit = 0; bit < 8; bit += 1)
      if ((bits & (1 << bit)) !== 0) present.push(columns[from + bit] ?? input.refuse())
  }
  const image: Record<string, Value> = {}
  for (const name of present) image[name] = readValue(input, at)
  return image
}

function writeValue(out: Bytes, value: Value, at: string): void {
  if (value === null) out.byte(EMPTY)
  else if (typeof value === 'number') writeNumber(out, value)
  else if (value === at) out.byte(AT)
  else if (PLACE_OF_WORD.has(value)) out.byte(WORD + (PLACE_OF_WORD.get(value) ?? 0))
  else if (value.length === 36 && IS_UUID.test(value)) out.byte(UUID).hex(value.replaceAll('-', ''))
  else if (value.length === 64 && IS_DIGEST.test(value)) out.byte(DIGEST).hex(value)
  else if (value.length === 7 && IS_MONTH.test(value))
    out.byte(MONTH).whole(Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1, 3)
  else if (value.length === 10 && numberOfDay(value) !== null) out.byte(DAY).whole(numberOfDay(value) ?? 0, 3)
  else if (value.length === 24 && IS_INSTANT.test(value) && instantText(Date.parse(value)) === value)
    out.byte(INSTANT).whole(Date.parse(value), 6)
  else writeText(out, value)
}

function writeText(out: Bytes, text: string): void {
  const bytes = Buffer.byteLength(text)
  if (bytes < SHORT_TEXT) out.byte(SHORT + bytes).utf8(text, bytes)
  else out.byte(TEXT).text(text)
}

function writeNumber(out: Bytes, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value < 16 && !Object.is(value, -0)) out.byte(SMALL + value)
  else if (Number.isInteger(value) && value >= 0 && value < 2 ** 47) out.byte(INTEGER).whole(value, 6)
  else out.byte(NUMBER).double(value)
}

function readValue(input: Input, at: string): Value {
  const code = input.byte()
  if (code >= WORD) return WORDS[code - WORD] ?? input.refuse()
  if (code >= SHORT) return input.utf8(code - SHORT)
  if (code >= SMALL && code < SMALL + 16) return code - SMALL
  switch (code) {
    case EMPTY:
      return null
    case AT:
      return at
    case INTEGER:
      return input.whole(6)
    case NUMBER:
      return input.double()
    case UUID:
      return uuidText(input.hex(16))
    case INSTANT:
      return instantText(input.whole(6))
    case DAY:
      return dayOf(input.whole(3))
    case MONTH:
      return monthText(input.whole(3))
    case DIGEST:
      return input.hex(32)
    case TEXT:
      return input.text()
    default:
      return input.refuse()
  }
}

const DAY_MS = 86_400_000
/** Days are counted from a day before any that a book can have, so that they are never below 0. */
const FIRST_DAY = Date.UTC(0, 0, 1) - 1900 * 366 * DAY_MS

function dayNumber(day: string): number {
  return (Date.parse(`${day}T00:00:00.000Z`) - FIRST_DAY) / DAY_MS
}

/** Days already counted: ten thousand people entered on a few hundred of them. */
const DAYS = new Map<string, number | null>()
const MOST_DAYS = 4_000

/** A day as it is kept; null for a text that is none, or would not come back the same. */
function numberOfDay(text: string): number | null {
  if (!IS_DAY.test(text)) return null
  const known = DAYS.get(text)
  if (known !== undefined) return known
  const number = dayNumber(text)
  const kept = dayText(number) === text ? number : null
  if (DAYS.size >= MOST_DAYS) DAYS.clear()
  DAYS.set(text, kept)
  return kept
}

const DAY_TEXTS = new Map<number, string>()

/** The day that is kept as this number. */
function dayOf(number: number): string {
  const text = DAY_TEXTS.get(number) ?? dayText(number)
  if (DAY_TEXTS.size >= MOST_DAYS) DAY_TEXTS.clear()
  DAY_TEXTS.set(number, text)
  return text
}

function dayText(number: number): string {
  return instantText(FIRST_DAY + number * DAY_MS).slice(0, 10)
}

/** '' for what is no instant. */
function instantText(ms: number): string {
  const instant = new Date(ms)
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString()
}

function monthText(months: number): string {
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

function uuidText(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A row's id as it is kept: the bytes of a UUID, any other as the text it is. */
export function rowKeyOf(id: string): Buffer | string {
  return id.length === 36 && IS_UUID.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : id
}

/** The id of a kept one. */
export function rowIdOf(key: Buffer | string): string {
  return typeof key === 'string' ? key : key.length === 16 ? uuidText(key.toString('hex')) : key.toString('hex')
}
