import { RECORD_KIND_NAMES, recordType, type RecordContents, type RecordKindName } from '../../vocabulary/records.ts'
import type { Dated, PlainDate } from './plain-date.ts'

/*
 * 资料: what rules, forms and the duties calendar need beside units, posts and holdings. A record has a kind, a day or a range, perhaps a
 * person or a unit, and the kind's own content, declared with its words in the vocabulary.
 */

export type { RecordContents } from '../../vocabulary/records.ts'

/** What every record is, whatever its kind. */
export interface RecordFacts extends Dated {
  readonly id: string
  readonly personId: string | null
  readonly unitId: string | null
  readonly documentNumber: string | null
  /** The Asia/Shanghai day on which the book learnt it. */
  readonly recordedOn: PlainDate
}

export type RecordKind = RecordKindName
export const RECORD_KINDS = RECORD_KIND_NAMES
export type RecordOf<K extends RecordKind> = RecordFacts & RecordContents[K]

export type TownshipProfile = RecordContents['township']
export type UnitProfile = RecordContents['unitProfile']
export type ReferenceTotal = RecordContents['referenceTotal']
export type PersonFile = RecordContents['personFile']
export type Resume = RecordContents['resume']
export type FamilyMember = RecordContents['familyMember']
export type Appointment = RecordContents['appointment']
export type Training = RecordContents['training']
export type Workplace = RecordContents['workplace']
export type EmploymentContract = RecordContents['contract']
export type DutyMatter = RecordContents['dutyMatter']
export type WorkTask = RecordContents['workTask']
export type HiringPlan = RecordContents['hiringPlan']
export type PayBenchmark = RecordContents['payBenchmark']
export type CountyTransfer = RecordContents['countyTransfer']
export type ComparisonNote = RecordContents['comparisonNote']
export type DutyMatterKind = RecordContents['dutyMatter']['matter']
export type EvidenceKind = RecordContents['evidence']['evidence']

/** How a kind lives in a snapshot: `state`, those in force on the day; `history`, every one begun by then, ended ones too. */
export function recordSpan(kind: RecordKind): 'state' | 'history' {
  return recordType(kind).span
}

/** The records of a snapshot, by kind, each in the order of `validFrom`. */
export type RecordBook = { readonly [K in RecordKind]: readonly RecordOf<K>[] }

/** A book without a single record. */
export const NO_RECORDS: RecordBook = Object.fromEntries(
  RECORD_KINDS.map((kind) => [kind, []]),
) as unknown as RecordBook
