/** Names that note what was asked of them: a reading that would get the same answers from other names is the same reading. */
export class NotedNames extends Set<string> {
  readonly #asked = new Map<string, boolean>()
  #seenWhole = false

  override has(name: string): boolean {
    const known = super.has(name)
    this.#asked.set(name, known)
    return known
  }

  /** True where `others` would have answered every question the same. */
  wouldBeSaidBy(others: ReadonlySet<string>): boolean {
    if (this.#seenWhole) return false
    for (const [name, known] of this.#asked) if (others.has(name) !== known) return false
    return true
  }

  // Whoever looks at them in another way than by a question has seen them all.
  override get size(): number {
    this.#seenWhole = true
    return super.size
  }
  override [Symbol.iterator](): SetIterator<string> {
    this.#seenWhole = true
    return super[Symbol.iterator]()
  }
  override keys(): SetIterator<string> {
    this.#seenWhole = true
    return super.keys()
  }
  override values(): SetIterator<string> {
    this.#seenWhole = true
    return super.values()
  }
  override entries(): SetIterator<[string, string]> {
    this.#seenWhole = true
    return super.entries()
  }
  override forEach(work: (name: string, again: string, names: Set<string>) => void): void {
    this.#seenWhole = true
    super.forEach(work)
  }
}
