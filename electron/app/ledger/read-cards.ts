import type { Kysely } from 'kysely'
import { cardTargets, type CardLineView } from '../../contract/card-operations.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { fillCard, listPapers, type CardFacts } from '../../domain/cards/fill-card.ts'
import { listCards, type CardState } from '../../domain/cards/open-cards.ts'
import { addDays } from '../../domain/model/plain-date.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readEventOfEntry, readOwnTargets } from '../../store/card-store.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { CARD_TARGETS, type CardTarget } from '../../vocabulary/change-cards.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { QueryContext } from '../context.ts'

/** The targets in force: the book's own, else the program's. */
export async function readTargetsInForce(db: Kysely<BookDatabase>): Promise<readonly CardTarget[]> {
  const own = await readOwnTargets(db)
  return own === null ? CARD_TARGETS : cardTargets.parse(JSON.parse(own))
}

/** Every change with a card, newest first. `db` may be a command's transaction. */
export async function readCardStates(db: Kysely<BookDatabase>): Promise<readonly CardState[]> {
  return listCards(await loadFacts(db), await readTargetsInForce(db))
}

export async function readCardList(_input: Input<'card.list'>, context: QueryContext): Promise<Output<'card.list'>> {
  const cards = await readCardStates(context.db)
  return { cards: cards.map(lineOf), open: cards.filter(({ done }) => !done).length }
}

/** A card with its personal numbers masked. @throws `card_gone` */
export function readCard(input: Input<'card.read'>, context: QueryContext): Promise<Output<'card.read'>> {
  return drawCard(context.db, input, false)
}

/** A change laid out for each of its targets. @throws `card_gone` for one that was taken back or is nobody's. */
export async function drawCard(
  db: Kysely<BookDatabase>,
  { event, entry }: Input<'card.read'>,
  plain: boolean,
): Promise<Output<'card.read'>> {
  const eventId = event ?? (entry === undefined ? null : await readEventOfEntry(db, entry))
  const state = (await readCardStates(db)).find(({ subject }) => subject.event.id === eventId)
  if (state === undefined) throw new Refusal('card_gone')
  const rows = await loadFacts(db)
  const { subject } = state
  const on = subject.event.effective_on
  const facts: CardFacts = {
    subject,
    document: rows.basis_document.find(({ number }) => number === subject.event.document_number),
    before: viewBook(stateOn(rows, addDays(on, -1))),
    after: viewBook(stateOn(rows, on)),
  }
  return {
    ...lineOf(state),
    masked: !plain,
    targets: state.ticks.map(({ target, enteredOn }) => ({
      targetId: target.id,
      target: target.title,
      enteredOn,
      values: [...fillCard(target, facts, plain)],
    })),
    papers: [...listPapers(subject)],
  }
}

function lineOf({ subject, title, name, ticks, done }: CardState): CardLineView {
  return {
    eventId: subject.event.id,
    title,
    personId: subject.personId,
    person: name,
    on: subject.event.effective_on,
    recordedOn: subject.recordedOn,
    ticks: ticks.map(({ target, enteredOn }) => ({ targetId: target.id, target: target.title, enteredOn })),
    done,
  }
}

export async function readCardTargets(
  _input: Input<'card.targets'>,
  context: QueryContext,
): Promise<Output<'card.targets'>> {
  const own = await readOwnTargets(context.db)
  const targets = await readTargetsInForce(context.db)
  return {
    targets: targets.map((target) => ({ ...target, events: [...target.events], columns: [...target.columns] })),
    own: own !== null,
  }
}
