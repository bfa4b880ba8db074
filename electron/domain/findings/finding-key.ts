import type { Finding } from '../model/finding.ts'
import { keptWith } from '../model/kept-with.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'

/*
 * What makes a finding the same one tomorrow: its rule and its subject, never the numbers in its sentence. A person is the subject wherever
 * they are moved to; a unit with the category the sentence names; the whole township with what the sentence says before its first number.
 */

export interface FindingKey {
  readonly rule: string
  readonly subject: string
}

export interface KeyedFinding extends FindingKey {
  readonly finding: Finding
}

/** One text for a key, e.g. `A1~unit:u1:administrative`. */
export function keyText({ rule, subject }: FindingKey): string {
  return `${rule}~${subject}`
}

/** A key from its text; null for a text that is none. */
export function readKey(text: string): FindingKey | null {
  const cut = text.indexOf('~')
  return cut <= 0 || cut === text.length - 1 ? null : { rule: text.slice(0, cut), subject: text.slice(cut + 1) }
}

/** Findings with their keys, in the order given. Several of one rule on one subject are told apart by their order (#2, #3). */
export function keyFindings(findings: readonly Finding[]): readonly KeyedFinding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const base = subjectOf(finding)
    const text = `${finding.rule}~${base}`
    const count = (seen.get(text) ?? 0) + 1
    seen.set(text, count)
    return { finding, rule: finding.rule, subject: count === 1 ? base : `${base}#${count}` }
  })
}

/** The category a finding's sentence names, the longest name first: 事业编制（全额拨款） is no 事业编制. */
export function categoryInText(text: string): QuotaCategory | null {
  return NAMES.find(([name]) => text.includes(name))?.[1] ?? null
}

const NAMES = QUOTA_CATEGORIES.map((category) => [QUOTA_CATEGORY_NAMES[category], category] as const).toSorted(
  ([left], [right]) => right.length - left.length,
)

const SUBJECTS = keptWith<Finding, string>()

function subjectOf(finding: Finding): string {
  const known = SUBJECTS.get(finding)
  if (known !== undefined) return known
  const subject = readSubject(finding)
  SUBJECTS.set(finding, subject)
  return subject
}

function readSubject({ personId, unitId, text }: Finding): string {
  if (personId !== null) return `person:${personId}`
  if (unitId === null) return `book:${shortHash(headOf(text))}`
  const category = categoryInText(headOf(text))
  return category === null ? `unit:${unitId}` : `unit:${unitId}:${category}`
}

/** The words before the first number: they name what is measured, and stay when the measure changes. */
function headOf(text: string): string {
  return /^\D*/u.exec(text)?.[0] ?? ''
}

/** FNV-1a, 32 bits: names no person in a key, and is the same on every machine. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}
