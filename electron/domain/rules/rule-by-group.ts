import type { BookSnapshot } from '../model/book-snapshot.ts'
import { differenceOf, inOrderOf } from '../model/changed-in.ts'
import { PART } from '../model/in-steps.ts'
import { patchLookup, type Lookup } from '../model/lookup.ts'
import { listOf, putInto } from '../model/one-or-more.ts'
import type { PresentPerson, SnapshotIndex } from '../model/snapshot-index.ts'
import { keptOf } from './kept-by-people.ts'
import { inSteps } from './rule-by-person.ts'
import type { Flag, Rule, RuleInput } from './rule.ts'

/*
 * Rules that judge people together who share something: a name, a title. A group is judged again only where somebody comes into it or leaves
 * it, or is another than before; all others say what they said.
 */

export interface GroupRule<Slice extends keyof BookSnapshot, Told> extends Omit<Rule<Slice>, 'check'> {
  /** What names the groups and judges them beside the people; the same object, or the same text, as long as it says the same. */
  readonly told: (input: RuleInput<Slice>) => Told
  /** The groups somebody belongs to. */
  readonly keysOf: (present: PresentPerson, told: Told) => readonly string[]
  /** Of all of one group, in the order of the people. It may read these people alone. */
  readonly ofGroup: (
    key: string,
    members: readonly PresentPerson[],
    input: { readonly asOf: string; readonly index: SnapshotIndex; readonly told: Told },
  ) => readonly Flag[]
}

/** A rule of the registry from one of groups; flags come in the order of each group's first. */
export function ruleByGroup<Slice extends keyof BookSnapshot, Told>({
  told,
  keysOf,
  ofGroup,
  ...rule
}: GroupRule<Slice, Told>): Rule<Slice> {
  return inSteps(rule, (input) => {
    const said = told(input)
    const { present } = input.index
    const { asOf } = input.snapshot
    return flagsOf(rule.id, present, {
      environment: JSON.stringify([asOf, said]),
      keysOf: (one) => keysOf(one, said),
      judge: (key, members) => ofGroup(key, members, { asOf, index: input.index, told: said }),
    })
  })
}

interface Ways {
  readonly environment: string
  readonly keysOf: (present: PresentPerson) => readonly string[]
  readonly judge: (key: string, members: readonly PresentPerson[]) => readonly Flag[]
}

interface Kept {
  readonly environment: string
  readonly present: readonly PresentPerson[]
  readonly groups: Groups
  readonly flags: readonly Flag[]
  readonly byGroup: ReadonlyMap<string, readonly Flag[]>
}

/** Each group's members, in the order of the people. */
type Groups = Lookup<PresentPerson | readonly PresentPerson[]>

function* flagsOf(id: string, present: readonly PresentPerson[], ways: Ways): Generator<void, readonly Flag[]> {
  const kept = keptOf<Kept>(present)
  const known = kept.get(id)
  const before = known?.environment === ways.environment ? known : undefined
  if (before?.present === present) return before.flags
  const now = before === undefined ? yield* judgeAll(present, ways) : judgeChanged(before, present, ways)
  kept.set(id, { ...now, environment: ways.environment, present })
  return now.flags
}

type Said = Omit<Kept, 'environment' | 'present'>

function* judgeAll(present: readonly PresentPerson[], { keysOf, judge }: Ways): Generator<void, Said> {
  const groups = new Map<string, PresentPerson | PresentPerson[]>()
  for (const [place, one] of present.entries()) {
    if (place > 0 && place % PART === 0) yield
    const keys = keysOf(one)
    if (keys.length === 0) continue
    for (const key of once(keys)) putInto(groups, key, one)
  }
  const byGroup = new Map<string, readonly Flag[]>()
  let judged = 0
  for (const [key, members] of groups) {
    judged += 1
    if (judged % PART === 0) yield
    const flags = judge(key, listOf(members))
    if (flags.length > 0) byGroup.set(key, flags)
  }
  return { groups, byGroup, flags: [...byGroup.values()].flat() }
}

/** Each key once; most people have one or none. */
function once(keys: readonly string[]): Iterable<string> {
  return keys.length < 2 ? keys : new Set(keys)
}

function judgeChanged(before: Kept, present: readonly PresentPerson[], { keysOf, judge }: Ways): Said {
  const { gone, come } = differenceOf(before.present, present)
  const keys = new Set([...gone, ...come].flatMap((one) => [...keysOf(one)]))
  if (keys.size === 0) return before
  const left = new Set(gone)
  const wanted = new Set<PresentPerson>(come)
  for (const key of keys) for (const one of listOf(before.groups.get(key))) if (!left.has(one)) wanted.add(one)
  const changed = new Map<string, readonly PresentPerson[] | undefined>([...keys].map((key) => [key, undefined]))
  for (const one of inOrderAmong(present, wanted))
    for (const key of once(keysOf(one))) if (changed.has(key)) changed.set(key, [...(changed.get(key) ?? []), one])
  const groups = patchLookup(before.groups, changed)
  const said = new Map(before.byGroup)
  for (const key of keys) {
    said.delete(key)
    const members = listOf(groups.get(key))
    const flags = members.length === 0 ? [] : judge(key, members)
    if (flags.length > 0) said.set(key, flags)
  }
  return { groups, ...inOrder(present, said, groups) }
}

/** So few are looked for one by one. */
const FEW = 64

/** Some of the people, in their order. */
function inOrderAmong(present: readonly PresentPerson[], some: ReadonlySet<PresentPerson>): readonly PresentPerson[] {
  return some.size > FEW
    ? present.filter((one) => some.has(one))
    : inOrderOf(present, some).filter((one) => present.includes(one))
}

/** Groups of which something is said, in the order of each one's first member. */
function inOrder(
  present: readonly PresentPerson[],
  said: ReadonlyMap<string, readonly Flag[]>,
  groups: Groups,
): Pick<Said, 'byGroup' | 'flags'> {
  const firsts = new Map<PresentPerson, string[]>()
  for (const key of said.keys()) {
    const [first] = listOf(groups.get(key))
    if (first !== undefined) firsts.set(first, [...(firsts.get(first) ?? []), key])
  }
  const byGroup = new Map<string, readonly Flag[]>()
  for (const one of inOrderAmong(present, new Set(firsts.keys())))
    for (const key of firsts.get(one) ?? []) byGroup.set(key, said.get(key) ?? [])
  return { byGroup, flags: [...byGroup.values()].flat() }
}
