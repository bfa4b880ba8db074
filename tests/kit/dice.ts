/** Chance that can be thrown again: the same seed, the same throws. */
export interface Dice {
  /** 0 … count − 1. */
  readonly below: (count: number) => number
  readonly chance: (probability: number) => boolean
  /** Undefined only for an empty list. */
  readonly pick: <T>(list: readonly T[]) => T | undefined
}

/** Mulberry32. */
export function dice(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(next() * count)
  return { below, chance: (probability) => next() < probability, pick: (list) => list[below(list.length)] }
}
