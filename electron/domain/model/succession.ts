/**
 * Which thing was made from which by a few changes, so that what was worked out of the earlier one can be carried on. A note only: what is
 * true of a thing follows from it alone, and without the note it is worked out anew.
 */
export class Succession<Thing extends object> {
  readonly #origin = new WeakMap<Thing, Thing>()
  readonly #settled = new WeakSet<Thing>()
  readonly #latest = new WeakMap<Thing, WeakRef<Thing>>()

  /** Notes that `next` is `previous` with a few changes. One of which nothing was worked out stands aside for its own origin. */
  note(next: Thing, previous: Thing): void {
    if (next === previous) return
    const origin = this.#settled.has(previous) ? previous : (this.#origin.get(previous) ?? previous)
    this.#origin.set(next, origin)
    this.#latest.set(origin, new WeakRef(next))
  }

  /** The last thing made from this one, if anybody still has it. */
  latestOf(thing: Thing): Thing | undefined {
    return this.#latest.get(thing)?.deref()
  }

  /** Takes the note, once: the thing stands on its own from now on, and no chain of earlier ones is kept alive. */
  take(thing: Thing): Thing | undefined {
    const origin = this.#origin.get(thing)
    this.#origin.delete(thing)
    this.#settled.add(thing)
    return origin
  }
}
