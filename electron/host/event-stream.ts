import type { ServerResponse } from 'node:http'
import { RESPONSE_HEADERS } from '../security-policy.ts'
import type { Core } from './dispatch.ts'

/** A reader this far behind is gone; what it missed it reads again when it comes back. */
const MAX_UNREAD = 1024 * 1024

export interface EventDoor {
  readonly core: Core
  readonly heartbeatMs: number
  /** Open streams, to be ended when the host stops. */
  readonly streams: Set<ServerResponse>
  readonly watch: (response: ServerResponse) => void
  /** The host is stopping. */
  readonly closing: () => boolean
}

/**
 * Keeps the answer open and writes one JSON line per event (NDJSON). A blank line comes first and then now and then: it says the program is alive,
 * and the reader skips it. A host that is stopping answers 503. Read with fetch, because EventSource cannot carry the token in a header.
 */
export function openEventStream(response: ServerResponse, door: EventDoor): void {
  // A page whose stream has just been ended asks for the next on the same connection: kept open, the host would never stop.
  if (door.closing()) {
    response.writeHead(503, { ...RESPONSE_HEADERS, Connection: 'close' }).end()
    return
  }
  door.watch(response)
  door.streams.add(response)
  response.writeHead(200, { ...RESPONSE_HEADERS, 'Content-Type': 'application/x-ndjson; charset=utf-8' })
  const write = (line: string) => {
    if (response.writableLength > MAX_UNREAD) response.destroy()
    else response.write(line)
  }
  write('\n')
  const heartbeat = setInterval(() => write('\n'), door.heartbeatMs)
  const forget = door.core.onEvent((event) => write(`${JSON.stringify(event)}\n`))
  response.once('close', () => {
    clearInterval(heartbeat)
    forget()
    door.streams.delete(response)
  })
}
