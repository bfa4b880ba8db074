/*
 * Long work done a part at a time: between the parts whoever can wait lets others through. Whoever cannot goes through all parts at once.
 */

/** Things handled between two parts: of a book of ten thousand people some milliseconds of work. */
export const PART = 1_000

/** Work that is done in parts, done at once. */
export function wholeOf<Value>(parts: Generator<void, Value>): Value {
  for (;;) {
    const part = parts.next()
    if (part.done === true) return part.value
  }
}

/** Each thing made into another, so many at a time. */
export function* mapInSteps<Thing, Made>(
  things: readonly Thing[],
  make: (thing: Thing, place: number) => Made,
): Generator<void, Made[]> {
  const made: Made[] = []
  for (let from = 0; from < things.length; from += PART) {
    if (from > 0) yield
    for (const thing of things.slice(from, from + PART)) made.push(make(thing, made.length))
  }
  return made
}
