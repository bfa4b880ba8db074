import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/*
 * Ends connections that keep a place and ask nothing. Node's own header, request and keep-alive timeouts count the clock on the
 * wall: while one answer is computed for half a minute nothing is read, and afterwards every question that came in meanwhile is
 * too old and is thrown away. Here only time counts during which the host was awake to read.
 */

export interface GuardOptions {
  /** One unit of awake time, milliseconds. */
  readonly tickMs?: number
  /** Ticks a connection may stay open before its first request is read. */
  readonly head?: number
  /** Ticks between the head of a request and the end of its body. */
  readonly body?: number
  /** Ticks a connection may rest between two requests. */
  readonly idle?: number
  /** Connections that have not shown the secret. One more ends the one that has kept its place longest for nothing. */
  readonly strangers?: number
}

export interface ConnectionGuard {
  /** The connection has shown the secret: it is hers, and no stranger takes its place. */
  readonly trust: (socket: Socket) => void
}

/** More than a browser opens, and few enough to look through at every new one. */
const STRANGERS = 32

type Phase = 'head' | 'body' | 'answer' | 'idle'

interface State {
  phase: Phase
  age: number
  trusted: boolean
  /** The newest request read from this connection. */
  request?: IncomingMessage
}

/** Watches a server's connections until it is closed. The server's own timeouts must be off (`NO_WALL_CLOCK`). */
export function guardConnections(server: Server, options: GuardOptions = {}): ConnectionGuard {
  const limits = { head: options.head ?? 5, body: options.body ?? 10, idle: options.idle ?? 120, answer: Infinity }
  const states = new Map<Socket, State>()
  const enter = (state: State, phase: Phase) => {
    state.phase = phase
    state.age = 0
  }
  /** Another user of the machine may open as many as the system gives; a new one is always let in, and the oldest that keeps a place for nothing ends. */
  const makeRoom = (newcomer: Socket) => {
    const strangers = [...states].filter(([, state]) => !state.trusted)
    if (strangers.length <= (options.strangers ?? STRANGERS)) return
    const oldest = strangers.find(([socket, { phase }]) => socket !== newcomer && phase !== 'answer')?.[0]
    if (oldest === undefined) return
    states.delete(oldest)
    oldest.destroy()
  }
  server.on('connection', (socket: Socket) => {
    states.set(socket, { phase: 'head', age: 0, trusted: false })
    makeRoom(socket)
    socket.once('close', () => states.delete(socket))
  })
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const state = states.get(request.socket)
    if (state === undefined) return
    state.request = request
    enter(state, 'body')
    response.once('close', () => {
      if (state.request === request) enter(state, 'idle')
    })
  })
  const timer = setInterval(() => {
    for (const [socket, state] of states) {
      // Told by the message itself: whoever answers a question without a body never reads its end, as the event stream does.
      if (state.phase === 'body' && state.request?.complete === true) enter(state, 'answer')
      state.age += 1
      if (state.age > limits[state.phase]) endUnlessHeard(socket, state)
    }
  }, options.tickMs ?? 1000)
  timer.unref()
  server.once('close', () => clearInterval(timer))
  return {
    trust: (socket) => {
      const state = states.get(socket)
      if (state !== undefined) state.trusted = true
    },
  }
}

const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

/** What lies unread in the system's hands is read before the connection is judged: the loop turns twice. */
function endUnlessHeard(socket: Socket, state: State): void {
  const { phase } = state
  const read = socket.bytesRead
  setImmediate(() =>
    setImmediate(() => {
      if (state.phase !== phase || socket.bytesRead !== read) return
      if (phase === 'idle') socket.destroy()
      else socket.end(TOO_SLOW, () => socket.destroy())
    }),
  )
}

/** Node's timeouts by the wall clock, off. */
export const NO_WALL_CLOCK = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 } as const
