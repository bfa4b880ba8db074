import { PRESENT_SUCCESSION, type PresentPerson } from '../model/snapshot-index.ts'

/** What the rules said of one list of people, by rule. */
const KEPT = new WeakMap<readonly PresentPerson[], Map<string, unknown>>()

/** What rules keep of what they said of a list of people, by rule; begins with what was said of the people this list was made from. */
export function keptOf<Kept>(present: readonly PresentPerson[]): Map<string, Kept> {
  const known = KEPT.get(present)
  // Each rule keeps what is its own, under its own id.
  if (known !== undefined) return known as Map<string, Kept>
  const origin = PRESENT_SUCCESSION.take(present)
  const kept = new Map(origin === undefined ? [] : KEPT.get(origin))
  KEPT.set(present, kept)
  return kept as Map<string, Kept>
}
