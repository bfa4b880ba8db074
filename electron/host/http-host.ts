import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { refusalText, type RefusalCode, type RefusalDetails } from '../vocabulary/refusals.ts'
import type { Reply } from '../contract/messages.ts'
import { RESPONSE_HEADERS } from '../security-policy.ts'
import { guardConnections, NO_WALL_CLOCK, type GuardOptions } from './connection-guard.ts'
import { saidByPage, type Core } from './dispatch.ts'
import { openEventStream } from './event-stream.ts'
import { admit, type Route } from './http-gate.ts'
import type { Log } from './log.ts'
import { answerStatic, loadStaticFiles, type StaticFiles } from './static-files.ts'

export interface HttpHostOptions {
  readonly core: Core
  /** The built screens. */
  readonly rendererFolder: string
  readonly log: Log
  /** Stops by itself after this long without a call or an open event stream; null: never. Default 30 minutes. */
  readonly idleMs?: number | null
  /** Milliseconds between blank lines on the event stream. */
  readonly heartbeatMs?: number
  /** How long a connection may keep a place; in seconds of the host being awake. */
  readonly guard?: GuardOptions
}

export interface HttpHost {
  /** http://127.0.0.1:<port>/#<token>: the token stands in the fragment, which a browser sends to nobody. */
  readonly url: string
  readonly port: number
  readonly token: string
  /** Settles when the host has stopped, by `close` or by being idle. */
  readonly closed: Promise<void>
  /** Stops listening, ends the event streams, waits for calls being answered. */
  readonly close: () => Promise<void>
}

const IDLE_MS = 30 * 60_000
const HEARTBEAT_MS = 15_000

/** Serves the core to a browser on this machine: 127.0.0.1 only, a random port, a secret for every start. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const files = loadStaticFiles(options.rendererFolder)
  const token = randomBytes(32).toString('base64url')
  const streams = new Set<ServerResponse>()
  const door = {
    core: options.core,
    log: options.log,
    files,
    token,
    streams,
    closing: () => closing,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
  }
  let authority = ''
  let closing = false
  const server = createServer(
    { maxHeaderSize: 8192, ...NO_WALL_CLOCK },
    (request, response) => void answer(request, response, { ...door, authority, watch, trust: guard.trust }),
  )
  const guard = guardConnections(server, options.guard)
  // An idle tab holds its event stream open; what counts as idle is a program nobody looks at.
  let busy = 0
  let idle: NodeJS.Timeout | undefined
  const rest = () => {
    const ms = options.idleMs === undefined ? IDLE_MS : options.idleMs
    if (ms === null || busy > 0) return
    clearTimeout(idle)
    idle = setTimeout(() => void close(), ms).unref()
  }
  function watch(response: ServerResponse): void {
    busy += 1
    clearTimeout(idle)
    response.once('close', () => {
      busy -= 1
      rest()
    })
  }
  const port = await listen(server)
  authority = `127.0.0.1:${port}`
  const { promise: closed, resolve: settle } = Promise.withResolvers<void>()
  server.once('close', settle)
  async function close(): Promise<void> {
    clearTimeout(idle)
    closing = true
    server.close()
    for (const stream of streams) stream.end()
    server.closeIdleConnections()
    // Whoever still has an answer coming keeps the connection until it is sent; the guard ends those that ask nothing.
    const force = setInterval(() => {
      if (busy === 0) server.closeAllConnections()
    }, 5_000).unref()
    await closed
    clearInterval(force)
  }
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()))
  rest()
  return { url: `http://${authority}/#${token}`, port, token, closed, close }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address.port)
    })
  })
}

interface Door {
  readonly core: Core
  readonly log: Log
  readonly files: StaticFiles
  readonly token: string
  readonly authority: string
  readonly heartbeatMs: number
  readonly streams: Set<ServerResponse>
  readonly closing: () => boolean
  readonly watch: (response: ServerResponse) => void
  readonly trust: (socket: Socket) => void
}

async function answer(request: IncomingMessage, response: ServerResponse, door: Door): Promise<void> {
  const method = request.method ?? ''
  const path = request.url ?? ''
  const route = admit({ method, path, headers: request.headers, distinct: request.headersDistinct }, door)
  if (route.kind === 'call' || route.kind === 'events') door.trust(request.socket)
  try {
    if (route.kind === 'refused') refuse(request, response, route, door)
    else if (route.kind === 'events') openEventStream(response, door)
    else if (route.kind === 'call') await answerCall(request, response, route, door)
    else {
      const { status, headers, body } = answerStatic(door.files, method, path)
      response.writeHead(status, headers).end(body ?? undefined)
    }
  } catch (error) {
    door.log.error('http', { kind: error instanceof Error ? error.name : typeof error })
    if (response.headersSent) response.destroy()
    else sendReply(response, 500, refusal('internal', { logId: '—' }))
  }
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  route: Extract<Route, { kind: 'call' }>,
  door: Door,
): Promise<void> {
  door.watch(response)
  const body = await readBody(request, route.limit)
  if (body === null) return refuse(request, response, { kind: 'refused', status: 413 }, door)
  const input = parseJson(body)
  if (input === undefined) return refuse(request, response, { kind: 'refused', status: 400 }, door)
  sendReply(response, 200, await door.core.call(route.operation, input.value, circumstancesOf(request)))
}

/** `X-Request-Id` and `X-Book-Head`, as a page sends them beside the input of a command. */
function circumstancesOf(request: IncomingMessage): unknown {
  const { 'x-request-id': requestId, 'x-book-head': head } = request.headers
  return saidByPage({ ...(requestId === undefined ? {} : { requestId }), ...(head === undefined ? {} : { head }) })
}

/** The bytes of the body, or null when there are more than `limit`, whatever the head claimed. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) return null
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function parseJson(body: Buffer): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) }
  } catch {
    return undefined
  }
}

/** A refusal at the door is a reply too, so the page shows its sentence like any other. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  route: Extract<Route, { kind: 'refused' }>,
  door: Door,
): void {
  door.log.error('http-refused', { status: route.status, method: (request.method ?? '').slice(0, 10) })
  // What is still coming is thrown away unread, and the connection carries no further request: a kept one would be reset half-way.
  response.setHeader('Connection', 'close')
  request.resume()
  if (route.allow !== undefined) response.setHeader('Allow', route.allow)
  sendReply(response, route.status, refusalFor(route.status))
}

function refusalFor(status: number): Reply<never> {
  if (status === 413) return refusal('file_too_large', { file: '—', size: '—', limit: '20 MB' })
  if (status === 400) return refusal('invalid_input', { field: '—', problem: '—' })
  if (status === 404) return refusal('unknown_operation', { operation: '—' })
  return refusal('unauthorized', {})
}

function refusal(code: RefusalCode, details: RefusalDetails): Reply<never> {
  return { ok: false, error: { code, details, message: refusalText(code, details) } }
}

function sendReply(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  const body = Buffer.from(JSON.stringify(reply), 'utf8')
  response
    .writeHead(status, {
      ...RESPONSE_HEADERS,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': body.length,
    })
    .end(body)
}
