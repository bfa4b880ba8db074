import type { Output } from '../../electron/contract/operations.ts'
import type { ListedPersonView } from '../../electron/contract/shapes.ts'

/** The roster as it stands here, and the name of the answer it was made from. */
export type FollowedRoster = Output<'roster.read'> & { readonly mark: string }

/** The roster after what has changed since. Whoever has not stays the same object, so that nothing of theirs is drawn again. */
export function followedRoster(
  held: FollowedRoster | undefined,
  { mark, asOf, counts, come, changed, order }: Output<'roster.follow'>,
): FollowedRoster {
  if (held !== undefined && mark === held.mark) return held
  if (held === undefined || (changed.length === 0 && order === null))
    return { mark, asOf, counts, people: held?.people ?? come }
  const now = new Map(changed.map((one) => [one.personId, one]))
  const people = held.people.map((person): ListedPersonView => {
    const change = now.get(person.personId)
    if (change === undefined) return person
    // A property that is named has its value: what is not another is left out, never undefined.
    return { ...person, ...(change as Partial<ListedPersonView>), fields: { ...person.fields, ...change.fields } }
  })
  if (order === null) return { mark, asOf, counts, people }
  const byId = new Map([...people, ...come].map((person) => [person.personId, person]))
  return { mark, asOf, counts, people: order.flatMap((id) => byId.get(id) ?? []) }
}
