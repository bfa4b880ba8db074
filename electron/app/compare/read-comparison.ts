import { maskedValue } from '../../domain/people/person-values.ts'
import type { ComparedFieldName } from '../../contract/compare-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { Catalogue } from '../../vocabulary/catalogue.ts'
import type { TheirRow } from '../../domain/compare/compare-lists.ts'
import { maskIdNumber } from '../../domain/identity/resident-id.ts'
import { ledgerBook, type LedgerBook } from '../../domain/ledger/book/ledger-book.ts'
import type { ComparisonNote, RecordOf } from '../../domain/model/records.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { loadFacts } from '../../store/load-facts.ts'
import type { QueryContext } from '../context.ts'
import { gatherComparison, type GatheredComparison } from './gather-comparison.ts'

type Answer = Output<'compare.read'>

/** Title under which being on a list at all is noted. */
export const ON_THE_LIST = '在册'

/** Who is on one list only and what differs for the rest, with what was decided about the same before. Numbers leave masked. */
export async function readComparison(input: Input<'compare.read'>, context: QueryContext): Promise<Answer> {
  const gathered = await gatherComparison(input, context)
  const { comparison, view, list } = gathered
  const ledger = ledgerBook(await loadFacts(context.db))
  const decided = decisionsOf(gathered)
  return {
    asOf: view.state.snapshot.asOf,
    fileName: gathered.fileName,
    sheet: list.sheet,
    rows: list.rows.length,
    matched: comparison.matched,
    same: comparison.same,
    onlyOurs: comparison.onlyOurs.map((personId) => oursView(gathered, personId, decided(personId, ON_THE_LIST, null))),
    onlyTheirs: comparison.onlyTheirs.map((row) => ({
      row: row.row,
      name: row.name,
      unit: row.fields.unit ?? '',
      post: row.fields.post ?? '',
      idNumberMasked: row.idNumber === null ? null : maskIdNumber(row.idNumber),
      hint: hintOf(row, ledger, view.state.snapshot.asOf),
      decided: decided(null, ON_THE_LIST, theirName(row)),
    })),
    differing: comparison.differing.map((difference) => ({
      personId: difference.personId,
      name: view.personName(difference.personId),
      unitName: oursView(gathered, difference.personId, null).unit,
      row: difference.row,
      field: difference.field,
      title: view.index.catalogue.entry(difference.field).title,
      ours: shown(difference.field, difference.ours, view.index.catalogue),
      theirs: shown(difference.field, difference.theirs, view.index.catalogue) ?? '',
      acceptable: isAcceptable(difference.field),
      decided: decided(
        difference.personId,
        view.index.catalogue.entry(difference.field).title,
        shown(difference.field, difference.theirs, view.index.catalogue),
      ),
    })),
    ambiguous: comparison.ambiguous.map((row) => ({ row: row.row, name: row.name })),
    refused: [...list.refused],
  }
}

/** Where somebody works and by what title changes by an event with a day, not by a correction. */
export function isAcceptable(field: ComparedFieldName): boolean {
  return field !== 'unit' && field !== 'post'
}

/** A value as it may be shown and noted. */
export function shown(field: ComparedFieldName, value: string | null, catalogue: Catalogue): string | null {
  return maskedValue(field, value, catalogue)
}

/** How a row that is nobody's here is named in a note: its number masked. */
export function theirName(row: TheirRow): string {
  return row.idNumber === null ? row.name : `${row.name}（${maskIdNumber(row.idNumber)}）`
}

function oursView(
  { view }: GatheredComparison,
  personId: string,
  decided: Answer['onlyOurs'][number]['decided'],
): Answer['onlyOurs'][number] {
  const person = view.index.person(personId)
  const holding = view.index.countedHoldingOf(personId)
  const unit = holding === undefined ? undefined : view.index.unitOf(holding)
  const post = holding?.postId === undefined || holding.postId === null ? undefined : view.index.post(holding.postId)
  return {
    personId,
    name: person?.name ?? '',
    unit: unit?.name ?? '',
    post: post?.title ?? '',
    list: view.entryOf(personId)?.list ?? 'in-quota',
    idNumberMasked: person === undefined || person.idNumber === null ? null : maskIdNumber(person.idNumber),
    decided,
  }
}

function decisionsOf({
  view,
}: GatheredComparison): (
  personId: string | null,
  difference: string,
  theirs: string | null,
) => { readonly on: PlainDate; readonly list: string; readonly reason: string } | null {
  const notes = new Map<string, RecordOf<'comparisonNote'>>()
  const key = (note: Pick<ComparisonNote, 'difference' | 'theirs'>, personId: string | null) =>
    JSON.stringify([personId, note.difference, note.theirs])
  for (const note of view.state.snapshot.records.comparisonNote) notes.set(key(note, note.personId), note)
  return (personId, difference, theirs) => {
    const note = notes.get(key({ difference, theirs }, personId))
    return note === undefined ? null : { on: note.validFrom, list: note.list, reason: note.reason }
  }
}

/** Why a row is not among ours, where the book knows: gone, a guest, 编外, or a number that is another's. */
function hintOf(row: TheirRow, ledger: LedgerBook, day: PlainDate): string | null {
  const known = ledger.peopleNamed(row.idNumber ?? row.name)
  const [person] = known
  if (person === undefined) return null
  if (known.length > 1) return `编制本有 ${known.length} 个同名的人，都不在编`
  if (row.idNumber !== null && person.name !== row.name) return `这个身份证号在编制本是${person.name}的`
  const now = ledger.holdingsOf(person.id, day)
  if (now.length > 0)
    return now.some((holding) => holding.kind === 'offQuota') ? '编制本登记为编外人员' : '编制本登记为借入、挂职'
  const last = ledger
    .allHoldingsOf(person.id)
    .findLast((holding) => holding.valid_to !== null && holding.valid_to <= day)
  return last === undefined ? '编制本有此人，当天不在岗' : `编制本已于 ${last.valid_to ?? ''} 出编`
}
