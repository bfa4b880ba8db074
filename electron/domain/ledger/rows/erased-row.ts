import type { FactTable } from './fact-rows.ts'

/*
 * What stays of a person's rows when what is personal in them is erased (个人信息保护法 第四十七条): who sat where and when is needed for the
 * numbers of every past day, and names nobody without the rest. What is not named here goes, also a column that comes later.
 */

type Image = Readonly<Record<string, string | number | null>>

interface Rest {
  /** Columns that stay as they are. */
  readonly stays: string
  /** What must not be empty says so. */
  readonly says?: Image
  /** The row goes altogether; its images in the journal keep the columns above. */
  readonly goes?: true
}

const RANGE = 'id person_id valid_from valid_to recorded_at'
const GONE = '已清除'
/** What begins the name of somebody whose personal information was erased. */
export const ERASED_NAME = '已清除人员'

/** True for what somebody is called once erased. */
export function isErasedName(name: string): boolean {
  return name.startsWith(ERASED_NAME)
}

/** What somebody is called from the entry on that erased them. */
export function erasedName(seq: number): string {
  return `${ERASED_NAME}${seq}`
}

const RESTS = {
  person: { stays: 'id recorded_at' },
  person_version: { stays: `${RANGE} rank` },
  holding: {
    stays:
      `${RANGE} post_id kind category off_quota_kind occupies_quota occupies_leadership overlap_allowed entry_cause exit_cause ` +
      'approval_id occupied_rank due_on counterpart entered_on post_since entry_document_number entry_route',
  },
  over_quota_choice: { stays: `${RANGE} unit_id category`, says: { reason: GONE } },
  ledger_event: {
    stays:
      'id type effective_on person_id unit_id other_unit_id category cause document_number is_correction recorded_at',
    says: { proofs: '[]' },
  },
  finding_mark: {
    stays: 'id rule subject kind unit_id person_id marked_on until_on document_number said_by recorded_at',
    says: { reason: GONE },
  },
  record: { stays: `${RANGE} kind unit_id`, says: { content: '{}' }, goes: true },
  person_document: {
    stays: 'id person_id purpose media_type bytes recorded_at',
    says: { file_name: GONE, sha256: '0'.repeat(64) },
    goes: true,
  },
} as const satisfies Partial<Record<FactTable, Rest>>

export type ErasedTable = keyof typeof RESTS
/** Tables of a person whose rows hold what is personal. */
export const ERASED_TABLES = Object.keys(RESTS) as readonly ErasedTable[]

/** True where the row itself goes, not only what is personal in it. */
export function rowGoes(table: ErasedTable): boolean {
  return 'goes' in RESTS[table]
}

/** The row without what is personal. `name`: what the person is called from now on. */
export function erasedRow(table: ErasedTable, row: Image, name: string): Image {
  const rest: Rest = RESTS[table]
  const stays = new Set(rest.stays.split(' '))
  const says = table === 'person' ? { name } : (rest.says ?? {})
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      stays.has(column) ? value : value === null ? null : (says[column] ?? null),
    ]),
  )
}
