import { keptWith } from './kept-with.ts'

/** Parts of a known number: those beyond the ones named would not be seen. */
type Named<Parts extends readonly unknown[]> = number extends Parts['length'] ? never : Parts

/**
 * What is made of a thing and of a few parts beside it, kept with the thing: neither ever changes, so the same parts give the same answer,
 * and the same object. Whoever compares two books then sees at once what an entry has not touched. What is handed over beyond the parts named
 * (the place and the list, by `some` or `map`) is none of them.
 */
export function madeOf<Thing extends object, Parts extends readonly unknown[], Made>(
  make: (thing: Thing, ...parts: Named<Parts>) => Made,
): (thing: Thing, ...parts: Parts) => Made {
  const count = make.length - 1
  // Tens of thousands of rows have nothing or little beside them: these keep no lists of parts. The numbers of parts are told apart here.
  type OfTwo = (thing: Thing, one: unknown, other: unknown) => Made
  type Whole = (thing: Thing, ...parts: Parts) => Made
  if (count === 0) return ofItAlone(make as unknown as (thing: Thing) => Made) as unknown as Whole
  if (count <= 2) return ofTwo(make as unknown as OfTwo, count) as unknown as Whole
  const kept = keptWith<Thing, { readonly parts: readonly unknown[]; readonly made: Made }>()
  return (thing, ...given) => {
    const known = kept.get(thing)
    if (known !== undefined && isSame(known.parts, given, count)) return known.made
    const parts = given.slice(0, count)
    const made = make(thing, ...(parts as unknown as Named<Parts>))
    kept.set(thing, { parts, made })
    return made
  }
}

function ofItAlone<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const kept = keptWith<Thing, Made>()
  return (thing) => {
    const known = kept.get(thing)
    if (known !== undefined) return known
    const made = make(thing)
    kept.set(thing, made)
    return made
  }
}

interface KeptOfTwo<Made> {
  readonly one: unknown
  readonly other: unknown
  readonly made: Made
}

function ofTwo<Thing extends object, Made>(
  make: (thing: Thing, one: unknown, other: unknown) => Made,
  count: number,
): (thing: Thing, one?: unknown, other?: unknown) => Made {
  const kept = keptWith<Thing, KeptOfTwo<Made>>()
  return (thing, one, given) => {
    const other = count === 2 ? given : undefined
    const known = kept.get(thing)
    if (known !== undefined && known.one === one && known.other === other) return known.made
    const made = make(thing, one, other)
    kept.set(thing, { one, other, made })
    return made
  }
}

function isSame(parts: readonly unknown[], given: readonly unknown[], count: number): boolean {
  for (let place = 0; place < count; place += 1) if (parts[place] !== given[place]) return false
  return true
}
