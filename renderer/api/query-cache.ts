import type { OperationName } from '../../electron/contract/operations.ts'
import { call, onBookChange, toApiError } from './client.ts'
import type { ApiError } from './client.ts'

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
  if (!entries.has(key)) {
    forgetUnused()
    entries.set(key, { state: IDLE, stale: true, round: 0, name, input, listeners: new Set() })
  }
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
    const data = await call(entry.name, entry.input as never)
    if (round === entry.round) publish(entry, { data, error: null, loading: false })
  } catch (cause) {
    if (round === entry.round) publish(entry, { data: entry.state.data, error: toApiError(cause), loading: false })
  }
}

function publish(entry: Entry, state: QueryState): void {
  entry.state = state
  for (const listener of entry.listeners) listener()
}

function forgetUnused(): void {
  if (entries.size < MAX_ENTRIES) return
  for (const [key, entry] of entries) if (entry.listeners.size === 0) entries.delete(key)
}

let timer: number | undefined
onBookChange((kind) => {
  for (const [key, entry] of entries) {
    entry.stale = true
    if (kind === 'book' && entry.listeners.size === 0) entries.delete(key)
    else if (kind === 'book') entry.state = IDLE
  }
  // A command is told twice, by its own reply and by the event stream: one round of questions answers both.
  window.clearTimeout(timer)
  timer = window.setTimeout(() => {
    for (const entry of entries.values()) if (entry.stale && entry.listeners.size > 0) void ask(entry)
  }, COALESCE_MS)
})
