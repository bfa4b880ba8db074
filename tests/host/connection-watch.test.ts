import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createSocket } from 'node:dgram'
import { connect, createServer, type AddressInfo } from 'node:net'
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchConnections } from '../../electron/host/connection-watch.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'

/* The program connects to nobody, and says so from a count. */

const ROOT = join(import.meta.dirname, '..', '..')
let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => folder.dispose())

it('a township made, changed and copied through the core: no connection is counted', async () => {
  const opened = openCore(folder.path)
  const before = await opened.call('network.read', {})
  await smallTownship(opened)
  await opened.call('backup.create', {})
  await opened.call('roster.read', {})
  const after = await opened.call('network.read', {})
  expect(after).toEqual(before)
  await opened.core.close()
})

it('every way to begin a connection is counted, a pipe is none (control)', async () => {
  const watch = watchConnections()
  const [server, started] = [createServer((socket) => socket.end()), watch.count()]
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const counted = async (begin: () => Promise<unknown>) => {
    const was = watch.count()
    await begin().catch(() => undefined)
    return watch.count() - was
  }
  const opened = (socket: ReturnType<typeof connect>) =>
    new Promise((done) => socket.on('error', done).on('close', done).resume())
  expect(await counted(() => opened(connect(port, '127.0.0.1')))).toBe(1)
  expect(await counted(() => fetch(`http://127.0.0.1:${port}/`))).toBe(1)
  expect(await counted(() => fetch(`https://127.0.0.1:${port}/`))).toBe(1)
  expect(await counted(() => opened(connect(join(folder.path, 'pipe'))))).toBe(0)
  const datagram = createSocket('udp4')
  expect(
    await counted(() => new Promise((done) => datagram.send('x', port, '127.0.0.1', done))),
  ).toBeGreaterThanOrEqual(1)
  datagram.close()
  expect(watch.latest().map(({ to }) => to)).toContain(`127.0.0.1:${port}`)
  expect(watch.count()).toBeGreaterThan(started)
  server.close()
})

/** Sockets of a process as the system lists them: those open towards another address, and datagram sockets. */
function socketsOf(pid: number): readonly string[] {
  const own = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [/^socket:\[(\d+)\]$/u.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? '']
      } catch {
        return []
      }
    }),
  )
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/u))
      .filter((words) => own.has(words[9] ?? '-'))
      // 0A: it listens. 0100007F: 127.0.0.1.
      .filter((words) => kind.startsWith('udp') || !(words[3] === '0A' || (words[2] ?? '').startsWith('0100007F')))
      .map((words) => `${kind} ${words[2] ?? ''}`),
  )
}

describe.runIf(process.platform === 'linux')('as the system sees it', () => {
  let child: ChildProcess | null = null
  afterEach(() => void child?.kill('SIGKILL'))
  const until = async (said: () => boolean) => {
    for (let round = 0; round < 3_000 && !said(); round += 1) await new Promise((done) => setTimeout(done, 50))
  }
  const started = (args: readonly string[]) => {
    const running = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] })
    child = running
    let out = ''
    running.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
    return { pid: running.pid ?? 0, out: () => out }
  }

  it('the running program has no socket but its own door', async () => {
    const { pid, out } = started(['electron/host/start.ts', '--browser', '--no-open', '--data', folder.path])
    await until(() => out().includes('\n'))
    const address = new URL(/http:\S+/u.exec(out())?.[0] ?? '')
    const ask = (operation: string, input: object) =>
      fetch(new URL(`/call/${operation}`, address.origin), {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${address.hash.slice(1)}`,
          'Content-Type': 'application/json',
          Origin: address.origin,
        },
        body: JSON.stringify(input),
      }).then(
        (answer) => answer.json() as Promise<{ readonly ok: boolean; readonly value?: { readonly count?: number } }>,
      )
    const seen = new Set<string>()
    for (const [operation, input] of [
      ['book.create', { name: '试验乡' }],
      ['book.status', {}],
      ['backup.create', {}],
      ['check.run', {}],
      ['roster.read', {}],
    ] as const) {
      expect((await ask(operation, input)).ok).toBe(true)
      for (const socket of socketsOf(pid)) seen.add(socket)
    }
    expect([...seen]).toEqual([])
    expect((await ask('network.read', {})).value?.count).toBe(0)
  })

  it('a process that asks elsewhere is seen (control)', async () => {
    const { pid, out } = started(['-e', `require('dgram').createSocket('udp4').bind(0, () => console.log('up'))`])
    await until(() => out().includes('up'))
    expect(socketsOf(pid).length).toBeGreaterThan(0)
  })
})
