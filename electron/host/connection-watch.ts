import { Socket as DatagramSocket } from 'node:dgram'
import { isIP, Socket } from 'node:net'

/*
 * Whether the program has connected to anybody. It has no reason to: that it has not is counted where every outgoing connection of the process
 * begins (TCP, TLS, HTTP and fetch through `Socket.connect`, names and datagrams through the datagram socket), not promised.
 */

export interface Outgoing {
  /** Host and port, as they were asked for. */
  readonly to: string
  /** Instant, UTC. */
  readonly at: string
}

export interface ConnectionWatch {
  /** Since when it is watched; instant, UTC. */
  readonly since: string
  readonly count: () => number
  /** The latest, newest last. */
  readonly latest: () => readonly Outgoing[]
}

const KEPT = 20
let watch: ConnectionWatch | null = null

/** Begins to watch, once for the process; asked again it answers with the same watch. */
export function watchConnections(now: () => string = () => new Date().toISOString()): ConnectionWatch {
  if (watch !== null) return watch
  let count = 0
  const latest: Outgoing[] = []
  const note = (to: string | null) => {
    if (to === null) return
    count += 1
    latest.push({ to, at: now() })
    if (latest.length > KEPT) latest.shift()
  }
  hear(Socket.prototype, 'connect', (values) => note(streamTarget(values)))
  hear(DatagramSocket.prototype, 'connect', (values) => note(datagramTarget(values)))
  hear(DatagramSocket.prototype, 'send', (values) => note(datagramTarget(values)))
  watch = { since: now(), count: () => count, latest: () => [...latest] }
  return watch
}

type Method = (this: unknown, ...values: readonly unknown[]) => unknown

/** Has `before` told the arguments of every call of a method, which then runs as it did. */
function hear(prototype: object, name: string, before: (values: readonly unknown[]) => void): void {
  const own = Reflect.get(prototype, name) as Method
  Reflect.set(prototype, name, function heard(this: unknown, ...values: readonly unknown[]) {
    before(values)
    return Reflect.apply(own, this, values)
  })
}

/** Null for a pipe of this machine. `net.connect` hands its arguments over as one list. */
function streamTarget(values: readonly unknown[]): string | null {
  const [first, second] = Array.isArray(values[0]) ? (values[0] as readonly unknown[]) : values
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return null
    const host = 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
    return address(host, 'port' in first ? first.port : '')
  }
  if (typeof first === 'string' && !/^\d+$/u.test(first)) return null
  return address(typeof second === 'string' ? second : 'localhost', first)
}

function datagramTarget(values: readonly unknown[]): string {
  const host = values.find((value): value is string => typeof value === 'string' && (isIP(value) > 0 || value !== ''))
  return address(host ?? 'localhost', values.find((value) => typeof value === 'number') ?? '')
}

function address(host: string, port: unknown): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${String(port)}`
}
