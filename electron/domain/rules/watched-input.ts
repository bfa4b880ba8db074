import type { BookSnapshot } from '../model/book-snapshot.ts'
import type { Flag, Rule, RuleInput } from './rule.ts'

/*
 * What a rule reads is noted while it runs: the parts of the snapshot, of the figures, and through which look-ups of the index. Where all of
 * these are the same objects afterwards, it would say the same again and need not be asked. So nothing has to be declared that could be
 * forgotten. Every run gets objects of its own: what a rule keeps of them is not shared with another that would then seem to read nothing.
 */

type Input = RuleInput<keyof BookSnapshot>

/** What a rule read, each part with the object it was. */
export type Seen = ReadonlyMap<string, unknown>

/** Runs a rule, a part at a time where it has parts, and tells what it read. */
export function* watchRule(
  rule: Rule,
  input: Input,
): Generator<void, { readonly flags: readonly Flag[]; readonly seen: Seen }> {
  const seen = new Map<string, unknown>()
  const note = (...parts: readonly string[]) => {
    for (const part of parts) if (!seen.has(part)) seen.set(part, partOf(input, part))
  }
  const watched = watch(input, note)
  const flags = rule.checkInSteps === undefined ? rule.check(watched) : yield* rule.checkInSteps(watched)
  return { flags, seen }
}

/** True where everything that was read then is the same now. */
export function isAsSeen(seen: Seen, input: Input): boolean {
  for (const [part, value] of seen) if (partOf(input, part) !== value) return false
  return true
}

/** Which parts of the book a look-up reads. */
const LOOK_UPS = {
  unit: ['snapshot.units'],
  person: ['snapshot.people'],
  post: ['snapshot.posts'],
  holdingsOf: ['snapshot.holdings'],
  unitOf: ['snapshot.posts', 'snapshot.units'],
  countedHoldingOf: ['snapshot.holdings'],
  fileOf: ['records.personFile'],
  gradeOf: ['records.personGrade'],
  catalogue: ['snapshot.ownFields'],
  present: ['index.present'],
} as const satisfies Record<keyof Input['index'], readonly string[]>

type Whole = 'snapshot' | 'records' | 'figures' | 'index' | 'standing'

function wholeOf(input: Input, whole: Whole): object {
  return whole === 'records' ? input.snapshot.records : input[whole]
}

function partOf(input: Input, part: string): unknown {
  if (part === 'parameters') return input.parameters
  const cut = part.indexOf('.')
  // Parts are named below, by the wholes and their own properties.
  const whole = wholeOf(input, part.slice(0, cut) as Whole)
  return (whole as Readonly<Record<string, unknown>>)[part.slice(cut + 1)]
}

type Note = (...parts: readonly string[]) => void

function watch(input: Input, note: Note): Input {
  const records = watched(input, 'records', note)
  const snapshot = watched(input, 'snapshot', note)
  Object.defineProperty(snapshot, 'records', { value: records })
  const [figures, index, standing] = (['figures', 'index', 'standing'] as const).map((whole) =>
    watched(input, whole, note),
  )
  // Each has the properties of what it stands for, behind getters.
  return {
    snapshot,
    figures,
    index,
    standing,
    get parameters() {
      note('parameters')
      return input.parameters
    },
  } as unknown as Input
}

interface Watched {
  readonly whole: object
  readonly note: Note
}

/** By the whole, what all objects of its shape share: a getter a property. */
const SHAPES = new Map<Whole, { readonly names: string; readonly shape: object }>()

function watched(input: Input, whole: Whole, note: Note): object {
  const object = wholeOf(input, whole)
  const own: Watched = { whole: object, note }
  return Object.create(shapeOf(whole, Object.keys(object)), {
    [OWN]: { value: own },
  }) as object
}

const OWN = Symbol('what is watched')

function shapeOf(whole: Whole, keys: readonly string[]): object {
  const names = keys.join()
  const known = SHAPES.get(whole)
  if (known?.names === names) return known.shape
  const shape = {}
  for (const name of keys) {
    const parts = whole === 'index' ? LOOK_UPS[name as keyof typeof LOOK_UPS] : [`${whole}.${name}`]
    Object.defineProperty(shape, name, {
      enumerable: true,
      get(this: { readonly [OWN]: Watched }) {
        this[OWN].note(...parts)
        return (this[OWN].whole as Readonly<Record<string, unknown>>)[name]
      },
    })
  }
  SHAPES.set(whole, { names, shape })
  return shape
}
