import type { Circumstances, HostEvent, Reply } from '../../electron/contract/messages.ts'
import { readToken } from './token.ts'

/** What an operation is asked with, and the same as JSON: of five thousand pasted rows it is made once. */
export interface Asked {
  readonly input: unknown
  readonly text: string
}

/** The one way to the core. In the Electron window the preload offers it as `window.host`; in a browser it is loopback HTTP. */
export interface Transport {
  call(name: string, asked: Asked, circumstances: Circumstances, signal?: AbortSignal): Promise<Reply<unknown>>
  /** Tells every host event to the listener, and when a broken line stands again; returns how to stop. */
  onEvent(listener: (event: HostEvent) => void, onReconnected: () => void): () => void
}

declare global {
  interface Window {
    readonly host?: {
      call(name: string, input: unknown, circumstances: Circumstances): Promise<Reply<unknown>>
      onEvent(listener: (event: HostEvent) => void): () => void
      printPdf(): Promise<string | null>
    }
  }
}

const RECONNECT_MS = 2000

/** Chooses the door once: the window's own when there is one. */
export function createTransport(): Transport {
  const host = window.host
  if (host !== undefined)
    return {
      call: (name, { input }, circumstances) => host.call(name, input, circumstances),
      onEvent: (listener) => host.onEvent(listener),
    }
  return { call: callOverHttp, onEvent: listenOverHttp }
}

function headers(): Record<string, string> {
  return { authorization: `Bearer ${readToken() ?? ''}` }
}

async function callOverHttp(
  name: string,
  { text }: Asked,
  { requestId, head }: Circumstances,
  signal?: AbortSignal,
): Promise<Reply<unknown>> {
  const response = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: {
      ...headers(),
      'content-type': 'application/json',
      ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
      ...(head === undefined ? {} : { 'x-book-head': head }),
    },
    body: text,
    cache: 'no-store',
    ...(signal === undefined ? {} : { signal }),
  })
  return (await response.json()) as Reply<unknown>
}

function listenOverHttp(listener: (event: HostEvent) => void, onReconnected: () => void): () => void {
  const stop = new AbortController()
  void listenUntilStopped(listener, onReconnected, stop.signal)
  return () => stop.abort()
}

/** One JSON object a line; a broken stream is opened again, because the laptop lid closes. */
async function listenUntilStopped(
  listener: (event: HostEvent) => void,
  onReconnected: () => void,
  signal: AbortSignal,
): Promise<void> {
  let broken = false
  while (!signal.aborted) {
    try {
      const response = await fetch('/events', { headers: headers(), cache: 'no-store', signal })
      if (response.status === 401) return
      if (response.ok && broken) onReconnected()
      broken = !response.ok
      if (response.ok && response.body !== null) await readLines(response.body, listener)
    } catch {
      // The next round tries again; a call that fails meanwhile tells the user itself.
    }
    broken = true
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
  }
}

async function readLines(body: ReadableStream<Uint8Array>, listener: (event: HostEvent) => void): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') listener(JSON.parse(line) as HostEvent)
  }
}
