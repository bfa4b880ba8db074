interface Memory {
  recent: Map<string, unknown>
  earlier: Map<string, unknown>
}

/** Every memory below. Functions made of a passing list may go, and their memory with them. */
let memories: readonly WeakRef<Memory>[] = []

/** Lets go of every remembered text: cells of a book's sheets, names among them, are not kept once it is closed. */
export function forgetTexts(): void {
  memories = memories.filter((one) => {
    const memory = one.deref()
    memory?.recent.clear()
    memory?.earlier.clear()
    return memory !== undefined
  })
}

/**
 * A function that follows from its text alone, with the answers it gave last: a sheet says the same few words thousands of times, and asks of the
 * same cell in several places. At most twice `many` texts are kept; those not asked for meanwhile go first. Nobody may change an answer.
 */
export function remembered<Answer>(work: (text: string) => Answer, many = 2_000): (text: string) => Answer {
  const nothing = new Map<string, Answer>()
  const memory = { recent: nothing, earlier: nothing }
  memories = [...memories, new WeakRef<Memory>(memory)]
  return (text) => {
    const { recent, earlier } = memory
    // An answer may be undefined or null: that it was given is what counts.
    const known = recent.get(text)
    if (known !== undefined || recent.has(text)) return known as Answer
    const answer = earlier.has(text) ? (earlier.get(text) as Answer) : work(text)
    if (recent.size >= many) {
      memory.earlier = recent
      memory.recent = new Map()
    }
    memory.recent.set(text, answer)
    return answer
  }
}
