import { packageManifest, packageRows, type PackageManifest } from '../../contract/package-shapes.ts'
import { quickCheck, type QuickCheck } from '../../contract/quick-shape.ts'
import { applyChanges, type ContentChanges } from '../../domain/county/content-changes.ts'
import { countParts, linesProblem, totalsProblem } from '../../domain/county/count-content.ts'
import {
  PACKAGE_VERSION,
  PART_NAMES,
  type PackageContent,
  type PackageParts,
  type PackageTotals,
} from '../../domain/county/package-content.ts'
import { upgradePackage } from '../../domain/county/upgrade-content.ts'
import type { PackageKind } from '../../vocabulary/county.ts'
import { ROSTER_LISTS } from '../../vocabulary/standing.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import {
  contentDigest,
  decodePackage,
  digestParts,
  encodePackage,
  type RawPackage,
} from '../../store/county/package-file.ts'

/** A package that was read and found to be what it says it is. */
export interface CheckedPackage {
  readonly content: PackageContent
  readonly kind: PackageKind
  readonly formatVersion: number
  readonly contentSha256: string
  /** Whole, in the present format: what is kept. */
  readonly bytes: Uint8Array
}

/** Where 变动部分 goes on from: what the earlier package of a book said. */
export type BaseOf = (book: string, head: string) => PackageContent | undefined

interface PackageFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads a package and checks it, in this order: that it is one, that its version is known, that its parts are whole, that its rows have their
 * shape, that the sums it states are those of its rows, that nobody changed its manifest.
 * @throws `package_foreign`, `package_newer`, `package_tampered`, `package_base_missing`, `package_totals`
 */
export function readPackage(file: PackageFile, baseOf: BaseOf): CheckedPackage {
  const raw = decodePackage(file.bytes)
  if ('problem' in raw) throw new Refusal('package_foreign', { file: file.name, problem: raw.problem })
  const version = typeof raw.manifest['version'] === 'number' ? raw.manifest['version'] : 0
  if (version > PACKAGE_VERSION)
    throw new Refusal('package_newer', { file: file.name, found: version, supported: PACKAGE_VERSION })
  if (!Number.isInteger(version) || version < 1)
    throw new Refusal('package_foreign', { file: file.name, problem: '没有写格式的版本' })
  const township = townshipIn(raw.manifest)
  const tampered = (problem: string) => new Refusal('package_tampered', { file: file.name, problem, township })
  if (raw.damage !== null) throw tampered(raw.damage)
  const { manifest, parts } = read(raw, version, tampered)
  const whole = manifest.kind === 'full' ? parts : onBase(parts, raw, manifest, file, baseOf, tampered)
  const content = contentOf(manifest, whole, version)
  const problem = totalsProblem(statedTotals(manifest), content.totals) ?? linesProblem(whole)
  if (problem !== null) throw new Refusal('package_totals', { file: file.name, problem, township })
  if (version > 1 && !raw.sealed) throw tampered('目录被改动过')
  if (version === PACKAGE_VERSION && manifest.kind === 'full') {
    const digests = Object.fromEntries(manifest.parts.map((part) => [part.name, part.sha256])) as never
    return {
      content,
      kind: 'full',
      formatVersion: version,
      contentSha256: contentDigest(content.head, digests),
      bytes: file.bytes,
    }
  }
  const encoded = encodePackage(content)
  return {
    content,
    kind: manifest.kind,
    formatVersion: version,
    contentSha256: encoded.contentSha256,
    bytes: encoded.bytes,
  }
}

/** A kept package's bytes as content; they were checked when they came. */
export function contentOfBytes(bytes: Uint8Array): PackageContent {
  return readPackage({ name: '', bytes }, () => undefined).content
}

function townshipIn(manifest: RawPackage['manifest']): string {
  const { township } = manifest
  const named = typeof township === 'object' && township !== null && 'name' in township ? township.name : undefined
  const flat = manifest['townshipName']
  return typeof named === 'string' ? named : typeof flat === 'string' ? flat : '乡镇'
}

function read(
  raw: RawPackage,
  version: number,
  tampered: (problem: string) => Refusal,
): { readonly manifest: PackageManifest; readonly parts: PackageParts } {
  const upgraded = upgradePackage(version, raw.manifest, raw.parts)
  const manifest = packageManifest.safeParse(upgraded.manifest)
  if (!manifest.success) throw tampered(`目录里的${manifest.error.issues[0]?.path.join('.') ?? ''}不对`)
  const parts: Partial<Record<keyof PackageParts, readonly unknown[]>> = {}
  for (const name of PART_NAMES) {
    const [shape, fits] = [packageRows[name], QUICK[name]]
    parts[name] = (upgraded.parts[name] ?? []).map((row, place) => {
      if (fits(row)) return row
      const parsed = shape.safeParse(row)
      if (!parsed.success) throw tampered(`${PART_TITLES[name]}第 ${place + 1} 行的内容不对`)
      return parsed.data
    })
  }
  // Every part was parsed by its own shape.
  return { manifest: manifest.data, parts: parts as unknown as PackageParts }
}

const QUICK: Readonly<Record<keyof PackageParts, QuickCheck>> = Object.fromEntries(
  PART_NAMES.map((name) => [name, quickCheck(packageRows[name])]),
) as never

const PART_TITLES: Readonly<Record<keyof PackageParts, string>> = {
  units: '机构',
  lines: '编制数',
  quotas: '核定编制',
  leadership: '领导职数',
  seats: '岗位',
  people: '人员',
  findings: '问题',
  duties: '过期未办',
}

/** 变动部分 put on top of the earlier package; the digests prove that it gives what the township has. */
function onBase(
  rows: PackageParts,
  raw: RawPackage,
  manifest: PackageManifest,
  file: PackageFile,
  baseOf: BaseOf,
  tampered: (problem: string) => Refusal,
): PackageParts {
  const missing = () =>
    new Refusal('package_base_missing', {
      file: file.name,
      base: manifest.base === null ? '上次' : `第 ${manifest.base.seq} 条台账`,
      township: manifest.township.name,
    })
  const base = manifest.base === null ? undefined : baseOf(manifest.book, manifest.base.head)
  if (base === undefined || base.head.numbers !== manifest.numbers) throw missing()
  const changes = Object.fromEntries(
    PART_NAMES.map((name) => {
      const rest = (raw.changes?.[name] ?? {}) as Partial<ContentChanges[typeof name]>
      return [name, { removed: [], ...rest, rows: rows[name] }]
    }),
  ) as unknown as ContentChanges
  let whole: PackageParts
  try {
    whole = applyChanges(base.parts, changes)
  } catch {
    throw tampered('变动部分的目录不对')
  }
  const digests = digestParts(whole)
  if (PART_NAMES.some((name) => digests[name] !== manifest.whole?.[name])) throw missing()
  return whole
}

function contentOf(manifest: PackageManifest, parts: PackageParts, version: number): PackageContent {
  const { township, book, asOf, madeAt, madeBy, program, journal, numbers, rulePack } = manifest
  const counted = countParts(parts)
  return {
    head: { township, book, asOf, madeAt, madeBy, program, journal, numbers, rulePack },
    parts,
    // Version 1 did not say who leads: its own number stands.
    totals: version === 1 ? { ...counted, leadership: manifest.totals.leadership } : counted,
  }
}

function statedTotals({ totals }: PackageManifest): PackageTotals {
  const lists = Object.fromEntries(
    ROSTER_LISTS.map((list) => [list, totals.lists[list] ?? 0]),
  ) as PackageTotals['lists']
  return { ...totals, lists }
}
