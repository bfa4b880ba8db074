import { isKept, knownValue, personOnDay, valueWords } from '../../domain/people/person-values.ts'
import { COMPARED_FIELDS } from '../../vocabulary/person-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { compareLists, type Comparison, type OurPerson, type TheirRow } from '../../domain/compare/compare-lists.ts'
import { readTheirList, type TheirList } from '../../domain/compare/read-their-list.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import type { QueryContext } from '../context.ts'
import { readAskedState } from '../read-book-state.ts'
import { viewBook, type BookView } from '../../domain/views/book-view.ts'
import { postTitle } from '../../domain/views/roster-person-view.ts'

/** A list read and held against the book of a day. */
export interface GatheredComparison {
  readonly fileName: string
  readonly list: TheirList
  readonly view: BookView
  readonly comparison: Comparison
  readonly rowAt: (row: number) => TheirRow | undefined
}

/**
 * Reads the staged list and compares it with everybody in post and counted. Guests and 编外 have their own lists elsewhere.
 * @throws `no_list_found`, `cancelled`, and what reading the file throws.
 */
export async function gatherComparison(
  input: { readonly fileId: string; readonly asOf?: PlainDate | undefined },
  context: QueryContext,
): Promise<GatheredComparison> {
  const file = context.stagedFile(input.fileId)
  context.report('读取', 0, 1)
  const workbook = await context.excel.parse(file, { signal: context.signal, report: context.report })
  const list = readTheirList(workbook, context.clock.today(), await readCatalogue(context.db))
  if (list === null) throw new Refusal('no_list_found', { file: file.name })
  if (context.signal.aborted) throw new Refusal('cancelled')
  context.report('比对', 0, 1)
  const view = viewBook(await readAskedState(context, { asOf: input.asOf }))
  const comparison = compareLists(ourPeople(view), list.rows)
  context.report('比对', 1, 1)
  const rows = new Map(list.rows.map((row) => [row.row, row]))
  return { fileName: file.name, list, view, comparison, rowAt: (row) => rows.get(row) }
}

function ourPeople(view: BookView): readonly OurPerson[] {
  return view.roster.flatMap((entry) => {
    const person = view.index.person(entry.personId)
    const holding = view.index.countedHoldingOf(entry.personId)
    if (person === undefined || holding === undefined) return []
    const unit = view.index.unitOf(holding)
    const own = personOnDay(view.index, person, holding)
    return [
      {
        personId: person.id,
        name: person.name,
        idNumber: person.idNumber,
        unitNames: unit?.nameplates ?? [],
        fields: {
          ...Object.fromEntries(
            COMPARED_FIELDS.flatMap((field) =>
              isKept(field) ? [[field, valueWords(field, knownValue(field, own))] as const] : [],
            ),
          ),
          unit: unit?.name ?? null,
          post: postTitle(view, holding),
        },
      },
    ]
  })
}
