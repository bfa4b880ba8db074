/*
 * What is kept with an object that never changes: gone with it, and seen by nobody else (not by a copy, a spread or what is written as text).
 * A book is made of tens of thousands of rows, each with something kept: a private field of the object itself costs a fraction of a weak
 * table's entry, which the engine has to go through whenever it tidies up.
 */

/** Gives back the object it is handed: the private field of a class that stands on it is then put on that object. */
const Itself = function itself(thing: object) {
  return thing
} as unknown as new (thing: object) => object

/** What one keeper keeps of one thing; those of other keepers hang on it. */
interface Slot {
  readonly keeper: object
  value: unknown
  readonly next: Slot | undefined
}

class Holder extends Itself {
  #slots: Slot

  constructor(thing: object, slot: Slot) {
    super(thing)
    this.#slots = slot
  }

  static slotsOf(thing: object): Slot | undefined {
    return #slots in thing ? thing.#slots : undefined
  }

  static put(thing: object, slot: Slot): void {
    if (#slots in thing) thing.#slots = slot
    else void new Holder(thing, slot)
  }
}

/** One thing kept with each of many objects. */
export interface KeptWith<Thing extends object, Value> {
  readonly get: (thing: Thing) => Value | undefined
  readonly set: (thing: Thing, value: Value) => void
}

/** A keeper of its own. Lists and what takes no more properties are kept in a weak table. */
export function keptWith<Thing extends object, Value>(): KeptWith<Thing, Value> {
  const keeper = {}
  let aside: WeakMap<Thing, Value> | undefined
  const slotOf = (thing: Thing): Slot | undefined => {
    let slot = Holder.slotsOf(thing)
    while (slot !== undefined && slot.keeper !== keeper) slot = slot.next
    return slot
  }
  return {
    get: (thing) => {
      const slot = slotOf(thing)
      // A keeper's slots hold what it was given.
      return slot === undefined ? aside?.get(thing) : (slot.value as Value)
    },
    set: (thing, value) => {
      if (Array.isArray(thing) || !Object.isExtensible(thing)) {
        aside ??= new WeakMap()
        aside.set(thing, value)
        return
      }
      const slot = slotOf(thing)
      if (slot === undefined) Holder.put(thing, { keeper, value, next: Holder.slotsOf(thing) })
      else slot.value = value
    },
  }
}
