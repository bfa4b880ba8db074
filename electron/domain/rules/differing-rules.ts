import type { Finding } from '../model/finding.ts'
import { findingsByRule } from './check-book.ts'
import { placeOfRule } from './registry.ts'

const NONE: readonly Finding[] = []

/** What each rule says before and after, of the rules that do not say the very same; in the order of the rules. */
export function differingRules(
  before: readonly Finding[],
  after: readonly Finding[],
): readonly (readonly [readonly Finding[], readonly Finding[]])[] {
  const [old, now] = [findingsByRule(before), findingsByRule(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .toSorted((one, other) => placeOfRule(one) - placeOfRule(other))
    .flatMap((rule) => {
      const [was, is] = [old.get(rule) ?? NONE, now.get(rule) ?? NONE]
      return was === is ? [] : [[was, is] as const]
    })
}
