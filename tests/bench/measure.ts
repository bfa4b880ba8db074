import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** One line of the bench table: our median beside a reference measured in the same run, or a limit in milliseconds. */
export interface Measured {
  readonly name: string
  readonly ms: number
  readonly rssMB: number
  readonly reference: string
  readonly referenceMs: number
  readonly ratio: number
}

/** What was left over of earlier work is none of the next: gathered up before it is measured, for ours and for its peer alike. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}

/** Median of several runs, in milliseconds. `prepare` is not counted. */
export async function medianOf<T>(
  runs: number,
  prepare: () => Promise<T>,
  work: (prepared: T) => Promise<unknown>,
): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const prepared = await prepare()
    const started = performance.now()
    await work(prepared)
    times.push(performance.now() - started)
  }
  return middle(times)
}

/**
 * Medians of works done by turns, in their order, so that what else the machine does, and how warm the engine is, meets all of them alike.
 * The first round warms up and is not counted.
 */
export async function inTurns(runs: number, works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> {
  const times = works.map((): number[] => [])
  for (let run = 0; run <= runs; run += 1) {
    for (const [index, work] of works.entries()) {
      const ms = await medianOf(1, () => Promise.resolve(null), work)
      if (run > 0) times[index]?.push(ms)
    }
  }
  return times.map(middle)
}

/** The median. */
export function middle(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0
}

/** A line of the table. */
export function line(name: string, ms: number, reference: string, referenceMs: number): Measured {
  return {
    name,
    ms: round(ms),
    rssMB: Math.round(process.memoryUsage().rss / 1048576),
    reference,
    referenceMs: round(referenceMs),
    ratio: round(ms / referenceMs),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
