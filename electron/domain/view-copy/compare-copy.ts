import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { TYPED_FIELDS, type PersonField } from '../../vocabulary/person-fields.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { isKept } from '../people/person-values.ts'
import { readField, type FieldReading } from '../people/read-field.ts'
import type { ReturnedCopy, ReturnedRow } from './read-copy.ts'

/** What the book says of a cell now. */
export interface CellNow {
  /** As a screen shows it. */
  readonly text: string
  /** As it is kept. */
  readonly value: string | null
}

/** How a changed cell comes into the book. `typed`: at once. `correct`: as a correction. `event`: by a change of its own. `follows`: not at all. */
export type CopyWay = 'typed' | 'correct' | 'event' | 'follows'

export interface CopyChange {
  readonly personId: string
  readonly row: number
  readonly field: PersonField
  readonly way: CopyWay
  /** When it went out, now, and as it came back. */
  readonly was: string
  readonly now: string
  readonly theirs: string
  /** Why it cannot be taken in; null: it can. */
  readonly problem: string | null
}

export interface CopyDifference {
  readonly changes: readonly CopyChange[]
  /** Cells she changed that the book says already. */
  readonly settled: number
  /** People who were in the copy and are in it no more. */
  readonly gone: readonly string[]
  /** Rows of nobody: put in. */
  readonly added: readonly ReturnedRow[]
}

/** What she changed in a copy, cell by cell. What only the book changed meanwhile is no change of hers. */
export function compareCopy(
  copy: ReturnedCopy,
  now: (personId: string, field: PersonField) => CellNow | null,
  { today, catalogue }: { readonly today: PlainDate; readonly catalogue: Catalogue },
): CopyDifference {
  const changes: CopyChange[] = []
  let settled = 0
  for (const { personId, row, texts } of copy.rows) {
    if (personId === null) continue
    for (const [field, theirs] of texts) {
      const was = copy.origin.get(personId)?.get(field) ?? ''
      if (theirs === was) continue
      const way = wayOf(field)
      const masked = catalogue.entry(field).masked === true && theirs.includes('*')
      const reading = masked ? MASKED : readCell(field, theirs, today, catalogue)
      const cell = now(personId, field)
      const same =
        cell !== null &&
        (theirs === cell.text || (isKept(field) && reading.kind === 'value' && reading.value === cell.value))
      if (same) {
        if (cell.text !== was) settled += 1
        continue
      }
      const problem = cell === null ? '此人已不在名单上' : reading.kind === 'refused' ? reading.problem : null
      changes.push({ personId, row, field, way, was, now: cell?.text ?? '', theirs, problem })
    }
  }
  const here = new Set(copy.rows.flatMap(({ personId }) => personId ?? []))
  return {
    changes,
    settled,
    gone: [...copy.origin.keys()].filter((personId) => !here.has(personId)),
    added: copy.rows.filter(({ personId }) => personId === null),
  }
}

const MASKED: FieldReading = { kind: 'refused', problem: '这里只显示了一部分，不能照抄；请写全' }

function readCell(field: PersonField, typed: string, today: PlainDate, catalogue: Catalogue): FieldReading {
  if (field !== 'category') return readField(field, typed, today, catalogue)
  const code = QUOTA_CATEGORIES.find((category) => QUOTA_CATEGORY_NAMES[category] === typed)
  return code === undefined ? { kind: 'refused', problem: `没有“${typed}”这种编制` } : { kind: 'value', value: code }
}

function wayOf(field: PersonField): CopyWay {
  if (TYPED_FIELDS.includes(field)) return 'typed'
  if (field === 'unit' || field === 'post') return 'event'
  return isKept(field) ? 'correct' : 'follows'
}
