import { Refusal } from '../../vocabulary/refusals.ts'
import { operationTitle, type Input, type Output } from '../../contract/operations.ts'
import { stateFindings } from '../../domain/findings/finding-states.ts'
import type { Person } from '../../domain/model/person.ts'
import { isKept, keptValue, maskedValue, personOnDay } from '../../domain/people/person-values.ts'
import { fieldsKept } from '../../vocabulary/person-fields.ts'
import { maskIdNumber } from '../../domain/identity/resident-id.ts'
import { HOLDING_KIND_NAMES } from '../../domain/model/person.ts'
import { QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import { postTitle } from '../../domain/model/snapshot-index.ts'
import { expectedRetirement } from '../../domain/retirement/expected-retirement.ts'
import { RETIREMENT_ARRANGEMENT_NAMES } from '../../vocabulary/retirement.ts'
import { readFindingMarks } from '../../store/finding-store.ts'
import { readChoiceIdsOf, readJournalOf, readPersonNames } from '../../store/journal-store.ts'
import { readHeldPosts, readPersonVersions, type HeldPost } from '../../store/person-store.ts'
import type { QueryContext } from '../context.ts'
import { readBookState } from '../read-book-state.ts'
import { viewBook, type BookView } from '../../domain/views/book-view.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { journalEntryView, markedPersonIds } from '../../domain/views/journal-entry-view.ts'
import { statedFindingView } from '../../domain/views/stated-finding-view.ts'
import { fieldTexts } from '../../domain/fill/values/person-rows.ts'
import { rosterPersonView } from '../../domain/views/roster-person-view.ts'

type Detail = Output<'person.read'>

/** One person as they stand on a day: facts, holdings, findings, and every journal entry about them. */
export async function readPerson(input: Input<'person.read'>, context: QueryContext): Promise<Detail> {
  const asOf = input.asOf ?? context.clock.today()
  const view = viewBook(await readBookState(context.db, asOf))
  const person = view.index.person(input.personId)
  const entry = view.entryOf(input.personId)
  if (person === undefined || entry === undefined) throw new Refusal('person_not_found')
  const stated = stateFindings(view.state.findings, await readFindingMarks(context.db), asOf)
  const held = await readHeldPosts(context.db, person.id, asOf)
  return {
    person: rosterPersonView(view, entry),
    fields: fieldsOf(view, person, entry.holdingId),
    follows: fieldTexts(view, entry, view.roster.indexOf(entry), fieldsKept('derived')),
    rank: person.rank,
    retirement: retirementOf(view, person.id),
    disputedIdNumberMasked: person.disputedIdNumber === null ? null : maskIdNumber(person.disputedIdNumber),
    disputedWith: disputedWith(view, person.id),
    holdings: held.map(holdingView),
    findings: stated.filter((one) => one.finding.personId === person.id).map((one) => statedFindingView(view, one)),
    entries: await entriesOf(context, person.id, held),
  }
}

function fieldsOf(view: BookView, person: Person, holdingId: string): Detail['fields'] {
  const own = personOnDay(view.index, person, view.holding(holdingId))
  return Object.fromEntries(
    view.index.catalogue.names
      .filter(isKept)
      .map((field) => [field, maskedValue(field, keptValue(field, own), view.index.catalogue)] as const),
  )
}

/** When they retire, as far as it is known: by what was arranged, else by law. */
function retirementOf(view: BookView, personId: string): Detail['retirement'] {
  const person = view.index.person(personId)
  const counted = view.index.countedHoldingOf(personId)
  if (person === undefined || counted === undefined) return null
  const expected = expectedRetirement(person, counted, postTitle(view.index, counted))
  if (expected.kind !== 'known') return null
  const { arranged, month, statutory } = expected
  return {
    month,
    statutory,
    arrangement: arranged === null ? null : RETIREMENT_ARRANGEMENT_NAMES[arranged.kind],
    documentNumber: arranged?.documentNumber ?? null,
  }
}

/** Who else holds or claims the number this person holds or claims. */
function disputedWith(view: BookView, personId: string): Detail['disputedWith'] {
  const { people } = view.state.snapshot
  const own = view.index.person(personId)
  const number = own?.disputedIdNumber ?? own?.idNumber ?? null
  if (number === null) return []
  return people
    .filter((other) => other.id !== personId && (other.idNumber === number || other.disputedIdNumber === number))
    .map((other) => {
      const holding = view.holding(view.entryOf(other.id)?.holdingId ?? '')
      return {
        personId: other.id,
        name: other.name,
        unit: (holding === undefined ? undefined : view.index.unitOf(holding)?.name) ?? '',
      }
    })
}

function holdingView({ holding, title, unitName }: HeldPost): Detail['holdings'][number] {
  return {
    kind: HOLDING_KIND_NAMES[holding.kind],
    unit: unitName ?? '',
    post: title ?? '',
    category: holding.category === null ? null : QUOTA_CATEGORY_NAMES[holding.category],
    counted: holding.occupies_quota === 1,
    leadership: holding.occupies_leadership === 1,
    occupiedRank: holding.occupied_rank,
    due: holding.due_on,
    from: holding.valid_from,
    to: holding.valid_to,
    counterpart: holding.counterpart,
    remark: holding.remark,
  }
}

async function entriesOf(
  context: QueryContext,
  personId: string,
  held: readonly HeldPost[],
): Promise<Detail['entries']> {
  const versions = await readPersonVersions(context.db, personId)
  const choices = await readChoiceIdsOf(context.db, personId)
  const rowIds = [
    personId,
    ...versions.map((version) => version.id),
    ...held.map(({ holding }) => holding.id),
    ...choices,
  ]
  const records = await readJournalOf(context.db, rowIds, personMark(personId))
  const names = await readPersonNames(context.db, markedPersonIds(records))
  return records.map((record) => journalEntryView(record, operationTitle(record.operation), names))
}
