import type { CallInput, OperationName } from '../../electron/contract/operations.ts'
import { callNoting, onBookChange, tellShownHead, toApiError } from './client.ts'
import type { Answer, ApiError } from './client.ts'
import { followedRoster, type FollowedRoster } from './follow-roster.ts'

/** What a screen sees of one question. `data` stays while a newer answer is on its way. */
export interface QueryState {
  readonly data: unknown
  readonly error: ApiError | null
  readonly loading: boolean
}

interface Entry {
  state: QueryState
  stale: boolean
  round: number
  /** The entry of the book the data was made from. */
  head: string | null
  readonly name: OperationName
  readonly input: unknown
  readonly listeners: Set<() => void>
}

const MAX_ENTRIES = 60
const COALESCE_MS = 30
const entries = new Map<string, Entry>()
const IDLE: QueryState = { data: undefined, error: null, loading: true }

/** Answers are kept so that Back shows the same screen at once; every change of the book makes them stale. */
export function queryEntry(name: OperationName, input: unknown): { readonly key: string } {
  const key = `${name} ${JSON.stringify(input)}`
  const kept = entries.get(key)
  if (kept === undefined) forgetUnused()
  // Last in the map is the one looked at last.
  entries.delete(key)
  entries.set(key, kept ?? { state: IDLE, stale: true, round: 0, head: null, name, input, listeners: new Set() })
  return { key }
}

/** The present state of a question. */
export function readQuery(key: string): QueryState {
  return entries.get(key)?.state ?? IDLE
}

/** Watches a question and asks it if the kept answer is not fresh. */
export function watchQuery(key: string, listener: () => void): () => void {
  const entry = entries.get(key)
  if (entry === undefined) return () => {}
  entry.listeners.add(listener)
  if (entry.stale) void ask(entry)
  return () => entry.listeners.delete(listener)
}

/** Asks again, whatever is kept. */
export async function refetchQuery(key: string): Promise<void> {
  const entry = entries.get(key)
  if (entry !== undefined) await ask(entry)
}

async function ask(entry: Entry): Promise<void> {
  entry.stale = false
  entry.round += 1
  const round = entry.round
  publish(entry, { ...entry.state, loading: true })
  try {
    const { value: data, head } = await answerTo(entry)
    if (round !== entry.round) return
    entry.head = head
    publish(entry, { data, error: null, loading: false })
  } catch (cause) {
    if (round !== entry.round) return
    // A failure is no answer to keep: whoever looks again asks again.
    entry.stale = true
    publish(entry, { data: entry.state.data, error: toApiError(cause), loading: false })
  }
}

/** The roster is long, and an entry changes little of it: what stands here is followed, not read again whole. */
async function answerTo({ name, input, state }: Entry): Promise<Answer<OperationName>> {
  if (name !== 'roster.read') return callNoting(name, input as never)
  const held = state.data as FollowedRoster | undefined
  const since = held === undefined ? {} : { since: held.mark }
  const { value, head } = await callNoting('roster.follow', { ...(input as CallInput<'roster.read'>), ...since })
  return { value: followedRoster(held, value), head }
}

/** The oldest entry anything on the screen was made from: whoever acts on what is shown has seen no more than that. */
function oldestShown(): string | null {
  const heads = [...entries.values()].flatMap(({ head, listeners }) =>
    head === null || listeners.size === 0 ? [] : [head],
  )
  return heads.toSorted((left, right) => Number.parseInt(left, 10) - Number.parseInt(right, 10))[0] ?? null
}
tellShownHead(oldestShown)

function publish(entry: Entry, state: QueryState): void {
  entry.state = state
  for (const listener of entry.listeners) listener()
}

/** Makes room for one more: those nobody watches go, the ones looked at longest ago first. */
function forgetUnused(): void {
  for (const [key, entry] of entries) {
    if (entries.size < MAX_ENTRIES) return
    if (entry.listeners.size === 0) entries.delete(key)
  }
}

let timer: number | undefined
onBookChange((kind) => {
  for (const [key, entry] of entries) {
    entry.stale = true
    if (kind === 'book' && entry.listeners.size === 0) entries.delete(key)
    else if (kind === 'book') [entry.state, entry.head] = [IDLE, null]
  }
  // A command is told twice, by its own reply and by the event stream: one round of questions answers both.
  window.clearTimeout(timer)
  timer = window.setTimeout(() => {
    for (const entry of entries.values()) if (entry.stale && entry.listeners.size > 0) void ask(entry)
  }, COALESCE_MS)
})
