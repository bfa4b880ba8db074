import type { BookSnapshot } from '../model/book-snapshot.ts'
import { differenceOf } from '../model/changed-in.ts'
import { PART, wholeOf } from '../model/in-steps.ts'
import { ownIndex } from '../model/own-index.ts'
import type { PresentPerson, SnapshotIndex } from '../model/snapshot-index.ts'
import { keptOf } from './kept-by-people.ts'
import type { Flag, Rule, RuleInput, RuleParameters } from './rule.ts'

/*
 * Rules that judge each person by themselves. What they say of somebody is kept and said again as long as that person's own facts are the
 * same objects and the day, the book and the parameters are the same: an entry has them asked again only of whom it touched.
 */

/** What a rule of one person may read beside the person: `index` answers for that person alone and throws for anybody else. */
export interface OwnInput {
  readonly snapshot: Pick<BookSnapshot, 'asOf' | 'book'>
  readonly parameters: RuleParameters
  readonly index: SnapshotIndex
}

export interface PersonRule extends Omit<Rule<never>, 'check' | 'reads'> {
  readonly ofPerson: (present: PresentPerson, input: OwnInput) => readonly Flag[]
}

/** One that needs to know something more, gathered once for everybody: while that says the same, nobody is asked again for it. */
export interface ToldPersonRule<Slice extends keyof BookSnapshot, Told> extends Omit<Rule<never>, 'check' | 'reads'> {
  readonly reads: readonly Slice[]
  readonly told: (input: RuleInput<Slice>) => Told
  readonly ofPerson: (present: PresentPerson, input: OwnInput, told: Told) => readonly Flag[]
}

/** A rule of the registry from one that judges each person by themselves; flags come in the order of the people. */
export function ruleByPerson({ ofPerson, ...rule }: PersonRule): Rule<never> {
  return inSteps({ ...rule, reads: [] }, (input) => flagsOf(rule.id, ofPerson, input, null))
}

/** The same from one that is told something more. */
export function ruleByToldPerson<Slice extends keyof BookSnapshot, Told>({
  ofPerson,
  told,
  ...rule
}: ToldPersonRule<Slice, Told>): Rule<Slice> {
  return inSteps(rule, (input) => {
    const said = told(input)
    return flagsOf(rule.id, (present, own) => ofPerson(present, own, said), input, said)
  })
}

/** A rule that asks of everybody, so many at a time. */
export function inSteps<Slice extends keyof BookSnapshot>(
  rule: Omit<Rule<Slice>, 'check' | 'checkInSteps'>,
  checkInSteps: (input: RuleInput<Slice>) => Generator<void, readonly Flag[]>,
): Rule<Slice> {
  return { ...rule, check: (input) => wholeOf(checkInSteps(input)), checkInSteps }
}

interface Kept {
  readonly environment: string
  /** What the rule was told beside the people. */
  readonly told: unknown
  /** Whom was asked about: what is kept may still be that of an earlier list. */
  readonly present: readonly PresentPerson[]
  readonly flags: readonly Flag[]
  /** Only of whom something is said. */
  readonly byPerson: ReadonlyMap<PresentPerson, readonly Flag[]>
}

type Judge = (present: PresentPerson, input: OwnInput) => readonly Flag[]

function* flagsOf(
  id: string,
  ofPerson: Judge,
  input: RuleInput<never>,
  told: unknown,
): Generator<void, readonly Flag[]> {
  const { present } = input.index
  const kept = keptOf<Kept>(present)
  const known = kept.get(id)
  const environment = environmentOf(input)
  const before = known?.environment === environment && isSameTold(known.told, told) ? known : undefined
  if (before?.present === present) return before.flags
  const now =
    before === undefined
      ? yield* judgeAll(present, ownInputs(present, input, environment), ofPerson)
      : judgeChanged(before, present, (one) => ofPerson(one, ownInput(one, shared(input))))
  kept.set(id, { environment, told, present, ...now })
  return now.flags
}

type Said = Pick<Kept, 'flags' | 'byPerson'>

type Shared = Omit<OwnInput, 'index'>

function shared({ snapshot: { asOf, book }, parameters }: RuleInput<never>): Shared {
  return { snapshot: { asOf, book }, parameters }
}

function ownInput(one: PresentPerson, { snapshot, parameters }: Shared): OwnInput {
  return { snapshot, parameters, index: ownIndex(one) }
}

interface OwnInputs {
  readonly environment: string
  /** By place in the list of people. */
  readonly inputs: readonly OwnInput[]
}

const OWN_INPUTS = new WeakMap<readonly PresentPerson[], OwnInputs>()

/** What the rules of one person read, made once for all of them: sixty rules ask of everybody. */
function ownInputs(
  present: readonly PresentPerson[],
  input: RuleInput<never>,
  environment: string,
): readonly OwnInput[] {
  const known = OWN_INPUTS.get(present)
  if (known?.environment === environment) return known.inputs
  const same = shared(input)
  const inputs = present.map((one) => ownInput(one, same))
  OWN_INPUTS.set(present, { environment, inputs })
  return inputs
}

function* judgeAll(
  present: readonly PresentPerson[],
  inputs: readonly OwnInput[],
  ofPerson: Judge,
): Generator<void, Said> {
  const byPerson = new Map<PresentPerson, readonly Flag[]>()
  // Gone through by place: sixty rules do so, and an iterator makes a pair for each.
  for (let place = 0; place < inputs.length; place += 1) {
    if (place > 0 && place % PART === 0) yield
    const [one, input] = [present[place], inputs[place]]
    if (one === undefined || input === undefined) continue
    const said = ofPerson(one, input)
    if (said.length > 0) byPerson.set(one, said)
  }
  return { flags: [...byPerson.values()].flat(), byPerson }
}

/** Whom nothing was said of before and who is the same need not even be looked at. */
function judgeChanged(
  before: Kept,
  present: readonly PresentPerson[],
  judge: (one: PresentPerson) => readonly Flag[],
): Said {
  const { gone, come } = differenceOf(before.present, present)
  const fresh = come.flatMap((one) => {
    const said = judge(one)
    return said.length === 0 ? [] : [[one, said] as const]
  })
  const left = gone.filter((one) => before.byPerson.has(one))
  if (fresh.length === 0 && left.length === 0) return before
  const said = new Map(before.byPerson)
  for (const one of left) said.delete(one)
  for (const [one, flags] of fresh) said.set(one, flags)
  // In the order of the people, as if all had been asked.
  const byPerson = new Map<PresentPerson, readonly Flag[]>()
  for (const one of present) {
    const flags = said.get(one)
    if (flags !== undefined) byPerson.set(one, flags)
  }
  return { flags: [...byPerson.values()].flat(), byPerson }
}

/** Sets and maps are told anew every time; what is in them decides. Of a list the very things in it do: it may be as long as the book. */
function isSameTold(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((thing, place) => thing === other[place])
  return one === other || (one !== null && other !== null && toldText(one) === toldText(other))
}

function toldText(told: unknown): string {
  return JSON.stringify(told, (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value,
  )
}

const PARAMETERS = new WeakMap<RuleParameters, string>()
const BOOKS = new WeakMap<BookSnapshot['book'], string>()

function environmentOf({ snapshot, parameters }: RuleInput<never>): string {
  const written = PARAMETERS.get(parameters) ?? JSON.stringify(parameters)
  PARAMETERS.set(parameters, written)
  const book = BOOKS.get(snapshot.book) ?? JSON.stringify(snapshot.book)
  BOOKS.set(snapshot.book, book)
  return `${snapshot.asOf}|${book}|${written}`
}
