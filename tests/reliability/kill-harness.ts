import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

export interface Killed {
  /** What the child said was done before it died. */
  readonly acks: readonly string[]
  /** Milliseconds from `begin` to the child's end. */
  readonly lived: number
  readonly killed: boolean
}

/**
 * Starts a child (a script beside this one, or a path) on a job and sends SIGKILL `delay` milliseconds after its `begin`; `Infinity` lets it
 * finish. With `acksFirst` the clock starts at that many acknowledgements, so that the kill falls among acts at any machine's pace.
 */
export async function runAndKill(
  args: readonly string[],
  delay: number,
  script = 'kill-child.ts',
  acksFirst = 0,
): Promise<Killed> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acks: string[] = []
  let begun = 0
  let ended = 0
  const lines = createInterface({ input: child.stdout })
  const killLater = () => {
    if (delay !== Infinity) setTimeout(() => child.kill('SIGKILL'), delay)
  }
  lines.on('line', (line) => {
    if (line === 'begin') {
      begun = performance.now()
      if (acksFirst === 0) killLater()
    } else if (line.startsWith('ack ')) {
      acks.push(line.slice(4))
      ended = performance.now()
      if (acks.length === acksFirst) killLater()
    }
  })
  const [[code, signal]] = await Promise.all([once(child, 'exit'), once(lines, 'close')])
  if (begun === 0 || (signal === null && code !== 0)) throw new Error(`the child failed by itself: ${String(code)}`)
  return { acks, lived: (ended || performance.now()) - begun, killed: signal === 'SIGKILL' }
}

/** Repeatable random numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The seed of this run, the same every time so that a red run means the change; `KILL_SEED=n` explores another. */
export const SEED = Number(process.env['KILL_SEED'] ?? 20_261_122)

/** How many cycles: `KILL_FACTOR=10` makes the long lane of ten times as many. */
export function cycles(usual: number): number {
  return Math.ceil(usual * Number(process.env['KILL_FACTOR'] ?? 1))
}

/** One line a harness leaves in the run's log: seed and counts. */
export function tell(name: string, counts: Readonly<Record<string, number>>): void {
  process.stdout.write(
    `${name}: seed ${SEED}, ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}\n`,
  )
}
