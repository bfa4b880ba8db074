/** Something that is not as it was written. `seq` is the journal entry it concerns, where there is one; `text` is Chinese and names no person. */
export interface Problem {
  readonly seq: number | null
  readonly text: string
}

/** A check yields a problem, or null after each row so that the caller can breathe. */
export type Check<R = void> = Generator<Problem | null, R>
