/*
 * An entry, what took it back, what took that back: one act and its history. Every reversal turns the act off or on again,
 * so the newest of them says whether it stands.
 */

/** Entry `seq` takes entry `reverses` back. */
export interface Reversal {
  readonly seq: number
  readonly reverses: number
}

export interface Act {
  /** The entry that is no reversal. */
  readonly root: number
  /** Newest entry about the act; the root itself when it was never taken back. */
  readonly tip: number
  readonly standing: boolean
}

export interface Acts {
  readonly of: (seq: number) => Act
  /** 0: an act of its own; odd: an undo; even: a redo. */
  readonly depth: (seq: number) => number
  /** The reversal that took the entry back; null while what the entry did stands (again). */
  readonly reversedBy: (seq: number) => number | null
  /** Acts that do not stand now, the one taken back last first. */
  readonly undone: readonly Act[]
}

/** Reads the reversals of a journal, in any order. */
export function readActs(reversals: readonly Reversal[]): Acts {
  const ordered = reversals.toSorted((left, right) => left.seq - right.seq)
  const place = new Map<number, { readonly root: number; readonly depth: number }>()
  const placeOf = (seq: number) => place.get(seq) ?? { root: seq, depth: 0 }
  const acts = new Map<number, Act>()
  const last = new Map<number, number>()
  for (const { seq, reverses } of ordered) {
    const { root, depth } = placeOf(reverses)
    place.set(seq, { root, depth: depth + 1 })
    acts.set(root, { root, tip: seq, standing: depth % 2 === 1 })
    last.set(reverses, seq)
  }
  const of = (seq: number): Act => acts.get(placeOf(seq).root) ?? { root: seq, tip: seq, standing: true }
  const depth = (seq: number) => placeOf(seq).depth
  return {
    of,
    depth,
    reversedBy: (seq) => (of(seq).standing === (depth(seq) % 2 === 0) ? null : (last.get(seq) ?? null)),
    undone: [...acts.values()].filter((act) => !act.standing).toSorted((left, right) => right.tip - left.tip),
  }
}

/**
 * The later entries that stand in the way, from all entries that touched the same rows. An act that was itself taken back since is not
 * named; of an older act that was taken back since, the newest reversal is.
 */
export function standingInTheWay(touching: readonly number[], target: number, acts: Acts): readonly number[] {
  const own = acts.of(target).root
  const named = touching.flatMap((seq) => {
    const act = acts.of(seq)
    if (act.root === own) return []
    if (act.root < target) return [act.tip]
    return act.standing ? [act.root] : []
  })
  return [...new Set(named)].toSorted((left, right) => left - right)
}
