import { refusalText, isRefusalCode, Refusal } from '../../vocabulary/refusals.ts'
import type { Input } from '../../contract/operations.ts'
import { RECORD_KIND_NAMES, recordType, type RecordKindName } from '../../contract/records.ts'
import type { FactWrite } from '../../domain/ledger/planning/event-plan.ts'
import type { RecordTable } from '../../domain/ledger/rows/fact-rows.ts'
import { ledgerBook, type LedgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { planRecord } from '../../domain/records/plan-record.ts'
import {
  readRecordRows,
  type RecordRow,
  type RecordSheet,
  type SheetKind,
} from '../../domain/records/read-record-sheet.ts'
import { recogniseRecords } from '../../domain/records/find-record-header.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { readHead } from '../../store/journal.ts'
import type { QueryContext } from '../context.ts'
import { keptContent, refuseWrongSubject, storedContent } from './record-content.ts'
import { personNamed, unitIdNamed } from '../../domain/assess/resolve-event.ts'
import { isRecordKind } from '../../domain/views/record-view.ts'

export interface RefusedRow {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly code: string
  readonly message: string
}

/** A sheet of records and what importing it would write. */
export interface GatheredRecords {
  readonly kind: RecordKindName
  readonly found: RecordSheet
  readonly writes: readonly FactWrite[]
  readonly added: readonly RecordTable[]
  readonly unchanged: number
  readonly refused: readonly RefusedRow[]
  readonly ledger: LedgerBook
  /** Newest journal entry of the book it was held against. */
  readonly head: string
}

/**
 * Reads the staged sheet and holds every row against the book; a row the book already has is left. `kind` where the headers fit several.
 * @throws `no_records_found`, `cancelled`, and what reading the file throws.
 */
export async function gatherRecords(
  input: Input<'records.importPreview'>,
  context: QueryContext,
): Promise<GatheredRecords> {
  const file = context.stagedFile(input.fileId)
  context.report('读取', 0, 1)
  const workbook = await context.excel.parse(file, { signal: context.signal, report: context.report })
  const kinds = (input.kind === undefined ? RECORD_KIND_NAMES : [input.kind]).map(sheetKind)
  const found = workbook.sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => recogniseRecords(sheet, kinds))
    .find((sheet) => sheet !== null)
  if (found === undefined || found === null || !isRecordKind(found.kind.kind))
    throw new Refusal('no_records_found', { file: file.name })
  if (context.signal.aborted) throw new Refusal('cancelled')
  const { hash: head } = await readHead(context.db)
  const facts = await loadFacts(context.db)
  return { ...planRows(found, found.kind.kind, facts.record, ledgerBook(facts), context), head }
}

function sheetKind(kind: RecordKindName): SheetKind {
  const { subject, from, to, fields } = recordType(kind)
  return { kind, subject, from, to, fields }
}

function planRows(
  found: RecordSheet,
  kind: RecordKindName,
  known: readonly RecordTable[],
  ledger: LedgerBook,
  context: QueryContext,
): Omit<GatheredRecords, 'head'> {
  const rows = readRecordRows(found, context.clock.today())
  const writes: FactWrite[] = []
  const added: RecordTable[] = []
  const refused: RefusedRow[] = []
  const there = new Set(known.map(rowKey))
  // By subject: a sheet of ten thousand rows must not look through ten thousand records for each.
  const bySubject = new Map<string, readonly RecordTable[]>()
  for (const row of known)
    if (row.kind === kind) bySubject.set(subjectKey(row), [...(bySubject.get(subjectKey(row)) ?? []), row])
  let unchanged = 0
  for (const [done, row] of rows.entries()) {
    if (done % 500 === 0) context.report('比对', done, rows.length)
    const planned = planRow(row, kind, bySubject, ledger, context)
    if ('problems' in planned)
      refused.push(...planned.problems.map((problem) => ({ sheet: found.grid.sheet.name, ...problem })))
    else if (there.has(rowKey(planned.record))) unchanged += 1
    else {
      there.add(rowKey(planned.record))
      writes.push(...planned.writes)
      added.push(planned.record)
      const key = subjectKey(planned.record)
      const others = (bySubject.get(key) ?? []).filter((other) => other.id !== planned.record.id)
      const own = others.map((other) =>
        other.id === planned.ended ? { ...other, valid_to: planned.record.valid_from } : other,
      )
      if (recordType(kind).oneAtATime) bySubject.set(key, [...own, planned.record])
    }
  }
  return { kind, found, writes, added, unchanged, refused, ledger }
}

interface PlannedRow {
  readonly writes: readonly FactWrite[]
  readonly record: RecordTable
  readonly ended: string | null
}
interface RowProblem {
  readonly row: number
  readonly column: string
  readonly code: string
  readonly message: string
}

function planRow(
  row: RecordRow,
  kind: RecordKindName,
  bySubject: ReadonlyMap<string, readonly RecordTable[]>,
  ledger: LedgerBook,
  context: QueryContext,
): PlannedRow | { readonly problems: readonly RowProblem[] } {
  if (row.problems.length > 0 || row.from === null) return { problems: row.problems }
  const { from } = row
  const { subject, oneAtATime, keepsUnsaid } = recordType(kind)
  const mayNamePerson = subject === 'person' || subject === 'personOrNobody' || subject === 'personOrUnit'
  const said = row.idNumber === '' ? row.name : row.idNumber
  try {
    const personId = mayNamePerson && said !== '' ? personNamed(ledger, said, from).id : null
    // Beside a person the unit column only says where they sit; it is the record's own where there is no person.
    const unitId =
      (subject === 'unit' || (subject === 'personOrUnit' && personId === null)) && row.unit !== ''
        ? unitIdNamed(ledger, row.unit, from)
        : null
    refuseWrongSubject(kind, personId !== null, unitId !== null)
    const known = bySubject.get(subjectKey({ person_id: personId, unit_id: unitId })) ?? []
    // A sheet of a few columns knows nothing of the others.
    const given = Object.fromEntries(Object.entries(row.content).filter(([, value]) => value !== null))
    const kept = keptContent(kind, known, { personId, unitId }, from)
    const content = storedContent(kind, { ...row.content, ...kept, ...given }, ledger, from)
    const record = {
      id: context.newId(),
      kind,
      personId,
      unitId,
      content,
      documentNumber: row.documentNumber === '' ? null : row.documentNumber,
      from,
      to: row.to,
      recordedAt: context.clock.now(),
    }
    const same = known.find((other) => other.valid_from === from && other.content === content)
    if (same !== undefined && oneAtATime) return { writes: [], record: same, ended: null }
    const plan = planRecord(record, known, oneAtATime, keepsUnsaid)
    if ('refusal' in plan) throw new Refusal(isRefusalCode(plan.refusal) ? plan.refusal : 'internal', plan.details)
    if (plan.renewed !== undefined) return { writes: plan.writes, record: plan.renewed, ended: null }
    const inserted = plan.writes.find((write) => write.op === 'insert')
    if (inserted === undefined || inserted.table !== 'record') throw new Error('a planned record inserts one row')
    return { writes: plan.writes, record: inserted.row, ended: plan.ended }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return {
      problems: [
        {
          row: row.row,
          column: '',
          code: error.code,
          message: `第 ${row.row} 行：${refusalText(error.code, error.details)}`,
        },
      ],
    }
  }
}

function subjectKey(row: Pick<RecordTable, 'person_id' | 'unit_id'>): string {
  return `${row.person_id ?? ''}~${row.unit_id ?? ''}`
}

/** What makes two rows the same record: everything but id and the time it was learnt. */
function rowKey(row: RecordTable): string {
  return JSON.stringify([row.kind, row.person_id, row.unit_id, row.valid_from, row.document_number, row.content])
}
