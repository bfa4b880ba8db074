import { eventInput } from '../../contract/events.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { UnitPackage } from '../../contract/unit-package-operations.ts'
import type { OfferedEvent } from '../../domain/view-copy/unit-events.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { EVENTS } from '../../vocabulary/events.ts'
import { fieldsKept, propertyOf } from '../../vocabulary/person-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { QueryContext } from '../context.ts'
import { assessedInTurns } from '../ledger/add-events.ts'
import { gatherCopy } from './view-copy.ts'

type Read = Output<'unitPackage.events'>
type Event = NonNullable<Read['offers'][number]['event']>

/**
 * Changes a unit registered and the book has not, oldest first, each shown as registering it would come out once those before it are in. What
 * both sides registered is told and laid over nothing. Nothing is written: one is taken in as any change is, by `event.add`.
 * @throws `unit_package_bad` and what reading the file throws
 */
export async function readUnitEvents(
  { fileId, reason }: Input<'unitPackage.events'>,
  context: QueryContext,
): Promise<Read> {
  const { packed, offers, from } = await gatherCopy(fileId, context)
  if (packed === null || offers === null)
    throw new Refusal('unit_package_bad', { file: context.stagedFile(fileId).name, problem: '内容不是机构数据包' })
  const made = offers.offered.map((offered) => ({ offered, event: eventOf(offered, packed, reason) }))
  const ready = made.filter(
    (one): one is typeof one & { event: Event } => one.event !== null && one.offered.conflict === null,
  )
  const { told } = await assessedInTurns(
    await loadFacts(context.db),
    ready.map(({ event }) => event),
    context,
  )
  const outcomes = new Map(ready.map(({ offered }, place) => [offered.told.id, told[place]]))
  return {
    from,
    settled: offers.settled,
    offers: made.map(({ offered: { told: one, personId, conflict }, event }) => {
      const outcome = outcomes.get(one.id)
      return {
        id: one.id,
        title: EVENTS[one.type].title,
        person: one.name,
        personId,
        on: one.on,
        from,
        event,
        text: outcome?.text ?? null,
        sentences: [...(outcome?.sentences ?? [])],
        created: (outcome?.created ?? []).map((finding) => finding.text),
        problem: event === null ? lackOf(one, personId) : (outcome?.problem ?? null),
        conflict,
      }
    }),
  }
}

function lackOf({ type, unit, post }: OfferedEvent['told'], personId: string | null): string {
  if (type !== 'entry' && personId === null) return '编制本里没有此人，请先登记他的入编'
  return unit === null || post === null
    ? '数据包里没有写清到哪个机构、任什么职务'
    : '数据包里的内容登记不了，请照着另行登记'
}

/** A change as it is registered here; null where the package does not say enough. */
function eventOf({ told, personId }: OfferedEvent, packed: UnitPackage, reason: string | undefined): Event | null {
  const { type, on, unit, post, category, cause, document, proofs, note } = told
  const person = personId ?? (type === 'entry' ? newcomerOf(told, packed) : null)
  const parsed = eventInput.safeParse({
    type,
    on,
    ...(person === null ? {} : { person }),
    ...(document === null ? {} : { document: { number: document } }),
    ...(note === null ? {} : { note }),
    ...(proofs.length === 0 ? {} : { proofs }),
    ...(reason === undefined ? {} : { reason }),
    ...(type === 'exit'
      ? { cause: cause ?? '' }
      : { unit: unit ?? '', post: post ?? '', ...(category === null ? {} : { category }) }),
    ...(type === 'entry' ? { cause: cause ?? '' } : {}),
  })
  return parsed.success ? parsed.data : null
}

/** What the package says of somebody new; numbers are masked in it and stay to be filled in. */
function newcomerOf(
  { person, name }: OfferedEvent['told'],
  { people, fields }: UnitPackage,
): Readonly<Record<string, string>> | null {
  const row = people.find(({ id }) => id === person)
  if (row === undefined) return null
  const told = new Set<string>(fieldsKept('person', 'version', 'file'))
  const texts = fields.flatMap((field, place) => {
    const text = row.texts[place] ?? ''
    return told.has(field) && text !== '' ? [[propertyOf(field), text] as const] : []
  })
  return { ...Object.fromEntries(texts), name }
}
