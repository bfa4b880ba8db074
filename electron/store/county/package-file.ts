import { hash } from 'node:crypto'
import { zipSync } from 'fflate'
import type { ContentChanges } from '../../domain/county/content-changes.ts'
import {
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  PART_NAMES,
  PART_TITLES,
  type PackageContent,
  type PackageParts,
  type PartName,
} from '../../domain/county/package-content.ts'
import { canonicalRow } from '../canonical.ts'
import { zipParts, type ZipParts } from './zip-parts.ts'

/*
 * A package is a .zip that any program opens: 说明.txt, manifest.json, and one .jsonl a part (a row a line). The manifest says of each part how
 * many rows and bytes it has and its SHA-256, and carries a seal over itself. The same content gives the same bytes.
 */

export const MANIFEST_NAME = 'manifest.json'
/** Ids that went, and the order of rows, in a package that tells only changes. */
const CHANGES_NAME = 'changes.json'
const NOTE_NAME = '说明.txt'
const NOTE = [
  '这是乡镇编制实名制台账的上报数据包，由“定编”做成，交编办（主管本）收下。',
  'manifest.json：乡镇、截至日、合计、每个部分的行数和校验码；其余各文件一行一条记录。',
  'units 机构，lines 编制数，quotas 核定编制及文号，leadership 领导职数，seats 岗位，people 人员，findings 问题，duties 过期未办的事。',
  '请不要改动里面的文件：改动过的数据包收不下。',
  '',
].join('\r\n')

/** No part of a township comes near it; what says it is larger is not opened. */
const MOST_BYTES = 512 * 1024 * 1024
/** A zip's first possible day: the same content makes the same file. */
const FIRST_DAY = new Date(1980, 0, 1, 12)
const LEVEL = 6

export interface EncodedPackage {
  readonly bytes: Uint8Array
  /** Of the file. */
  readonly sha256: string
  /** Of the whole content: the same for 全量 and for 变动部分 that lead to it. */
  readonly contentSha256: string
}

type Json = Readonly<Record<string, unknown>>

/** What a file holds, its digests compared, not yet read as rows of any version. */
export interface RawPackage {
  readonly manifest: Json
  readonly parts: Readonly<Record<string, readonly unknown[]>>
  readonly changes: Json | null
  /** A Chinese clause where a part is not what its digest says, or missing. */
  readonly damage: string | null
  /** False where the manifest is not the one that was sealed. */
  readonly sealed: boolean
}

/** Bytes of a whole package. */
export function encodePackage({ head, totals, parts }: PackageContent): EncodedPackage {
  return encode({ head, totals, kind: 'full', base: null }, parts, parts, null)
}

/** Bytes of a package that tells only what differs from an earlier one. */
export function encodeChanges(
  { head, totals, parts }: PackageContent,
  changes: ContentChanges,
  base: { readonly seq: number; readonly head: string },
): EncodedPackage {
  const rows = Object.fromEntries(PART_NAMES.map((name) => [name, changes[name].rows])) as unknown as PackageParts
  const rest = Object.fromEntries(
    PART_NAMES.map((name) => [
      name,
      {
        removed: changes[name].removed,
        ...(changes[name].order === undefined ? {} : { order: changes[name].order }),
        ...(changes[name].replaces === undefined ? {} : { replaces: true }),
      },
    ]),
  )
  return encode({ head, totals, kind: 'changes', base }, rows, parts, rest)
}

/** SHA-256 of each part's whole rows. */
export function digestParts(parts: PackageParts): Readonly<Record<PartName, string>> {
  return Object.fromEntries(PART_NAMES.map((name) => [name, sha256(lines(parts[name]))])) as never
}

/** SHA-256 over what a township says of a day, however it was sent: the digests of its parts and from which entry of which book. */
export function contentDigest(head: PackageContent['head'], whole: Readonly<Record<PartName, string>>): string {
  const { book, asOf, journal, numbers } = head
  return sha256(Buffer.from(canonicalRow({ book, asOf, numbers, head: journal.head, ...whole })))
}

function encode(
  {
    head,
    totals,
    kind,
    base,
  }: {
    readonly head: PackageContent['head']
    readonly totals: PackageContent['totals']
    readonly kind: 'full' | 'changes'
    readonly base: { readonly seq: number; readonly head: string } | null
  },
  rows: PackageParts,
  all: PackageParts,
  rest: Json | null,
): EncodedPackage {
  const files: Record<string, Uint8Array> = {}
  const entries = PART_NAMES.map((name) => {
    const [file, content] = [`${name}.jsonl`, lines(rows[name])]
    files[file] = content
    return { name, file, rows: rows[name].length, bytes: content.length, sha256: sha256(content) }
  })
  if (rest !== null) {
    const content = Buffer.from(JSON.stringify(rest))
    files[CHANGES_NAME] = content
    entries.push({
      name: 'changes' as never,
      file: CHANGES_NAME,
      rows: 0,
      bytes: content.length,
      sha256: sha256(content),
    })
  }
  const whole = digestParts(all)
  const manifest = {
    format: PACKAGE_FORMAT,
    version: PACKAGE_VERSION,
    kind,
    base,
    ...head,
    totals,
    parts: entries,
    ...(rest === null ? {} : { whole }),
  }
  const sealed = { ...manifest, seal: sealOf(manifest) }
  const bytes = zipSync(
    {
      [MANIFEST_NAME]: Buffer.from(`${JSON.stringify(sealed, null, 1)}\n`),
      [NOTE_NAME]: Buffer.from(NOTE),
      ...files,
    },
    { level: LEVEL, mtime: FIRST_DAY },
  )
  return { bytes, sha256: sha256(bytes), contentSha256: contentDigest(head, whole) }
}

/** What the bytes hold; a Chinese clause where they are no package at all. */
export function decodePackage(bytes: Uint8Array): RawPackage | { readonly problem: string } {
  try {
    return decodeParts(zipParts(bytes, MOST_BYTES))
  } catch {
    return { problem: '压缩包打不开，文件不完整' }
  }
}

/** @throws Error where a part cannot be unpacked */
function decodeParts(zip: ZipParts): RawPackage | { readonly problem: string } {
  const manifest = parseJson(zip.read(MANIFEST_NAME))
  if (manifest === null) return { problem: '里面没有上报数据的目录' }
  if (manifest['format'] !== PACKAGE_FORMAT) return { problem: '内容不是编制实名制的上报数据' }
  const { seal, ...rest } = manifest
  const listed = Array.isArray(manifest['parts']) ? (manifest['parts'] as readonly unknown[]) : []
  const parts: Record<string, readonly unknown[]> = {}
  let changes: Json | null = null
  let damage: string | null = listed.length === 0 ? '目录里没有列出各部分' : null
  for (const one of listed) {
    const entry = (typeof one === 'object' && one !== null ? one : {}) as Json
    const [name, file] = [String(entry['name']), String(entry['file'])]
    const content = zip.read(file)
    const part = partTitle(name)
    if (content === undefined) {
      damage ??= `缺少${part}这一部分`
      continue
    }
    if (sha256(content) !== entry['sha256']) {
      damage ??= `${part}这一部分和目录里的校验码不符`
      continue
    }
    if (name === 'changes') changes = parseJson(content)
    else {
      const rows = parseLines(content)
      if (rows === null || rows.length !== entry['rows']) damage ??= `${part}这一部分的行数不对`
      parts[name] = rows ?? []
    }
  }
  return { manifest: rest, parts, changes, damage, sealed: seal === undefined ? false : seal === sealOf(rest) }
}

/** 人员; a part of a later version by the name it gives itself. */
function partTitle(name: string): string {
  const known = PART_NAMES.find((one) => one === name)
  if (known !== undefined) return PART_TITLES[known]
  return name === 'changes' ? '变动' : `“${name}”`
}

function lines(rows: readonly unknown[]): Buffer {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

function parseLines(content: Uint8Array): readonly unknown[] | null {
  try {
    const text = textOf(content).trimEnd()
    return text === '' ? [] : (JSON.parse(`[${text.replaceAll('\n', ',')}]`) as unknown[])
  } catch {
    return null
  }
}

function parseJson(content: Uint8Array | undefined): Json | null {
  if (content === undefined) return null
  try {
    const value: unknown = JSON.parse(textOf(content))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
  } catch {
    return null
  }
}

const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf8')

const sealOf = (manifest: Json) => sha256(Buffer.from(canonicalText(manifest)))

/** JSON with its keys in order, so that writing it again gives the same text. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`)
      .join(',')}}`
  return JSON.stringify(value)
}

/** SHA-256, hex. */
export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}
