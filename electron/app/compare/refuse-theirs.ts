import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { ComparisonNote } from '../../domain/model/records.ts'
import type { CommandContext } from '../context.ts'
import { ON_THE_LIST, shown, theirName } from './read-comparison.ts'
import { gatherComparison, type GatheredComparison } from './gather-comparison.ts'

type Item = Input<'compare.refuse'>['items'][number]

/** Leaves differences as they are and keeps why: one journal entry for all of them. @throws `difference_gone` for one that is no difference any more. */
export async function refuseTheirs(
  input: Input<'compare.refuse'>,
  context: CommandContext,
): Promise<Output<'compare.refuse'>> {
  const gathered = await gatherComparison(input, context)
  const today = context.clock.today()
  const notes = input.items.map((item) => ({ item, note: noteOf(item, gathered, input.reason) }))
  const { entry } = await context.commit(
    {
      effectiveOn: today,
      reason: input.reason,
      summary: `与“${gathered.fileName}”比对，保留编制本 ${notes.length} 处`,
    },
    (_, journal) =>
      journal.insert(
        'record',
        notes.map(({ item, note }) => ({
          id: context.newId(),
          kind: 'comparisonNote',
          person_id: item.personId,
          unit_id: null,
          content: JSON.stringify(note),
          document_number: null,
          valid_from: today,
          valid_to: null,
          recorded_at: context.clock.now(),
        })),
      ),
  )
  return { seq: entry.seq, noted: notes.length }
}

function noteOf(item: Item, { comparison, rowAt, fileName, view }: GatheredComparison, reason: string): ComparisonNote {
  const list = { list: fileName, reason }
  if (item.field === 'person') {
    if (item.personId !== null && comparison.onlyOurs.includes(item.personId))
      return { ...list, difference: ON_THE_LIST, ours: '在编', theirs: null }
    const row = item.row === null ? undefined : rowAt(item.row)
    if (row === undefined || !comparison.onlyTheirs.includes(row)) throw new Refusal('difference_gone')
    return { ...list, difference: ON_THE_LIST, ours: null, theirs: theirName(row) }
  }
  const { field } = item
  const found = comparison.differing.find(
    (difference) => difference.personId === item.personId && difference.field === field,
  )
  if (found === undefined) throw new Refusal('difference_gone')
  const { catalogue } = view.index
  return {
    ...list,
    difference: catalogue.entry(field).title,
    ours: shown(field, found.ours, catalogue),
    theirs: shown(field, found.theirs, catalogue),
  }
}
