import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HostEvent, Reply } from '../../electron/contract/messages.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { startHttpHost, type HttpHost, type HttpHostOptions } from '../../electron/host/http-host.ts'
import { openLog } from '../../electron/host/log.ts'
import { temporaryFolder } from '../kit/book.ts'

/** A core that only writes down what reached it: the door is what is tried here. */
function recordingCore(): Core & {
  readonly calls: { readonly name: string; readonly input: unknown }[]
  readonly said: unknown[]
  readonly emit: (event: HostEvent) => void
  readonly listeners: () => number
} {
  const calls: { readonly name: string; readonly input: unknown }[] = []
  const said: unknown[] = []
  const listeners = new Set<(event: HostEvent) => void>()
  return {
    calls,
    said,
    call: (name, input, circumstances): Promise<Reply<unknown>> => {
      calls.push({ name, input })
      said.push(circumstances)
      return Promise.resolve({ ok: true, value: { heard: name } })
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => Promise.resolve(),
    emit: (event) => listeners.forEach((listener) => listener(event)),
    listeners: () => listeners.size,
  }
}

let folder: ReturnType<typeof temporaryFolder>
let core: ReturnType<typeof recordingCore>
let host: HttpHost

async function start(options: Partial<HttpHostOptions> = {}): Promise<HttpHost> {
  return startHttpHost({
    core,
    rendererFolder: join(folder.path, 'renderer'),
    log: openLog(folder.path),
    idleMs: null,
    ...options,
  })
}

beforeEach(async () => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder.path, 'renderer', 'index.html'), '<!doctype html><title>定编</title>')
  writeFileSync(join(folder.path, 'renderer', 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(folder.path, 'renderer', 'assets', 'index-1.js.map'), '{}')
  writeFileSync(join(folder.path, 'secret.txt'), 'not-for-pages')
  core = recordingCore()
  host = await start()
})

afterEach(async () => {
  await host.close()
  folder.dispose()
})

/** Sends bytes as they are and reads until the other side closes (or, as a guard, a minute). */
function raw(text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, '127.0.0.1', () => socket.write(text))
    const chunks: Buffer[] = []
    const stop = setTimeout(() => socket.destroy(), 60_000)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
    )
    socket.on('close', () => {
      clearTimeout(stop)
      resolve(Buffer.concat(chunks).toString('utf8'))
    })
  })
}

interface Parts {
  readonly line?: string
  readonly body?: string
  /** Header changes: null removes, an array sends the header twice. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>
}

/** The request our own page sends, with one thing changed. */
function call(change: Parts = {}): string {
  const body = change.body ?? '{"a":1}'
  const headers: Record<string, string | readonly string[] | null> = {
    Host: `127.0.0.1:${host.port}`,
    Origin: `http://127.0.0.1:${host.port}`,
    Authorization: `Bearer ${host.token}`,
    'Content-Type': 'application/json',
    'Sec-Fetch-Site': 'same-origin',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...change.headers,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((each) => `${name}: ${each}`),
  )
  return [change.line ?? 'POST /call/book.status HTTP/1.1', ...lines, '', body].join('\r\n')
}

const status = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

describe('what the page itself sends', () => {
  it('reaches the core and gets its reply', async () => {
    const answer = await raw(call())
    expect(status(answer)).toBe(200)
    expect(answer).toContain('{"ok":true,"value":{"heard":"book.status"}}')
    expect(core.calls).toEqual([{ name: 'book.status', input: { a: 1 } }])
  })

  it('may come without Sec-Fetch-Site, as older browsers do', async () => {
    expect(status(await raw(call({ headers: { 'Sec-Fetch-Site': null } })))).toBe(200)
  })

  it('says which act it is and what it was made from; what it leaves out is told as left out', async () => {
    await raw(call({ headers: { 'X-Request-Id': 'window-1.1', 'X-Book-Head': '3-0123456789abcdef' } }))
    await raw(call({ headers: { 'X-Request-Id': 'window-1.2' } }))
    await raw(call())
    expect(core.said).toEqual([
      { requestId: 'window-1.1', head: '3-0123456789abcdef' },
      { requestId: 'window-1.2', head: null },
      { requestId: null, head: null },
    ])
  })

  it('may hand in a workbook of 20 MiB', async () => {
    const base64 = 'A'.repeat(27 * 1024 * 1024)
    const answer = await raw(
      call({ line: 'POST /call/file.stage HTTP/1.1', body: JSON.stringify({ name: 'a.xlsx', base64 }) }),
    )
    expect(status(answer)).toBe(200)
    expect(core.calls[0]).toEqual({ name: 'file.stage', input: { name: 'a.xlsx', base64 } })
  })

  it('may be sent in chunks', async () => {
    const answer = await raw(
      call({ body: '7\r\n{"a":1}\r\n0\r\n\r\n', headers: { 'Content-Length': null, 'Transfer-Encoding': 'chunked' } }),
    )
    expect(status(answer)).toBe(200)
    expect(core.calls[0]?.input).toEqual({ a: 1 })
  })
})

/* Every line: what is wrong, what is sent, what comes back. None may reach the core. */
const ATTACKS: readonly (readonly [string, () => string, number])[] = [
  ['a name that was rebound to 127.0.0.1', () => call({ headers: { Host: `evil.test:${host.port}` } }), 421],
  ['localhost instead of the address', () => call({ headers: { Host: `localhost:${host.port}` } }), 421],
  ['the address without the port', () => call({ headers: { Host: '127.0.0.1' } }), 421],
  ['another port in Host', () => call({ headers: { Host: `127.0.0.1:${host.port - 1}` } }), 421],
  ['no Host', () => call({ headers: { Host: null } }), 400],
  ['two Hosts', () => call({ headers: { Host: [`127.0.0.1:${host.port}`, 'evil.test'] } }), 421],
  ['a full address as target', () => call({ line: 'POST http://evil.test/call/book.status HTTP/1.1' }), 400],
  ['another site as Origin', () => call({ headers: { Origin: 'http://evil.test' } }), 403],
  ['another port as Origin', () => call({ headers: { Origin: `http://127.0.0.1:${host.port + 1}` } }), 403],
  ['https of our own address as Origin', () => call({ headers: { Origin: `https://127.0.0.1:${host.port}` } }), 403],
  ['Origin null, as from a sandboxed frame or a file', () => call({ headers: { Origin: 'null' } }), 403],
  ['no Origin', () => call({ headers: { Origin: null } }), 403],
  ['two Origins', () => call({ headers: { Origin: [`http://127.0.0.1:${host.port}`, 'http://evil.test'] } }), 403],
  ['fetch metadata of another site', () => call({ headers: { 'Sec-Fetch-Site': 'cross-site' } }), 403],
  ['fetch metadata of another port', () => call({ headers: { 'Sec-Fetch-Site': 'same-site' } }), 403],
  ['an address typed by hand', () => call({ headers: { 'Sec-Fetch-Site': 'none' } }), 403],
  ['no token', () => call({ headers: { Authorization: null } }), 401],
  ['a wrong token', () => call({ headers: { Authorization: `Bearer ${'A'.repeat(43)}` } }), 401],
  ['the token cut by one', () => call({ headers: { Authorization: `Bearer ${host.token.slice(0, -1)}` } }), 401],
  [
    'the token in the address',
    () => call({ line: `POST /call/book.status?token=${host.token} HTTP/1.1`, headers: { Authorization: null } }),
    404,
  ],
  ['the token in a cookie', () => call({ headers: { Authorization: null, Cookie: `token=${host.token}` } }), 401],
  ['the token under Basic', () => call({ headers: { Authorization: `Basic ${host.token}` } }), 401],
  ['a form', () => call({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'a=1' }), 415],
  ['plain text, which needs no preflight', () => call({ headers: { 'Content-Type': 'text/plain' } }), 415],
  ['JSON with a parameter', () => call({ headers: { 'Content-Type': 'application/json; charset=utf-7' } }), 415],
  ['no Content-Type', () => call({ headers: { 'Content-Type': null } }), 415],
  ['a packed body', () => call({ headers: { 'Content-Encoding': 'gzip' } }), 415],
  ['a call by GET', () => call({ line: 'GET /call/book.status HTTP/1.1' }), 405],
  ['a preflight', () => call({ line: 'OPTIONS /call/book.status HTTP/1.1' }), 405],
  ['a traversal as operation', () => call({ line: 'POST /call/../../etc/passwd HTTP/1.1' }), 404],
  ['__proto__ as operation', () => call({ line: 'POST /call/__proto__ HTTP/1.1' }), 404],
  ['no operation', () => call({ line: 'POST /call/ HTTP/1.1' }), 404],
  ['something that is not JSON', () => call({ body: '{a:1}' }), 400],
  ['an empty body', () => call({ body: '' }), 400],
  ['a body over 1 MiB', () => call({ body: JSON.stringify({ a: 'x'.repeat(1024 * 1024) }) }), 413],
  [
    'a body that grows past what it said, in chunks',
    () =>
      call({
        body: `200000\r\n${'x'.repeat(0x200000)}\r\n0\r\n\r\n`,
        headers: { 'Content-Length': null, 'Transfer-Encoding': 'chunked' },
      }),
    413,
  ],
  [
    'a workbook over 28 MiB',
    () => call({ line: 'POST /call/file.stage HTTP/1.1', headers: { 'Content-Length': String(29 * 1024 * 1024) } }),
    413,
  ],
  ['a length and chunks at once (smuggling)', () => call({ headers: { 'Transfer-Encoding': 'chunked' } }), 400],
  ['a head over 8 KiB', () => call({ headers: { 'X-Long': 'x'.repeat(9000) } }), 431],
  ['a posted page', () => call({ line: 'POST / HTTP/1.1' }), 405],
  ['a removed page', () => call({ line: 'DELETE /index.html HTTP/1.1' }), 405],
  ['a tunnel', () => call({ line: 'CONNECT 127.0.0.1:80 HTTP/1.1' }), 0],
  ['events by POST', () => call({ line: 'POST /events HTTP/1.1' }), 405],
  [
    'events without the token',
    () => call({ line: 'GET /events HTTP/1.1', body: '', headers: { Authorization: null } }),
    401,
  ],
  [
    'events from another site',
    () => call({ line: 'GET /events HTTP/1.1', body: '', headers: { Origin: 'http://evil.test' } }),
    403,
  ],
  [
    'an upgrade to WebSocket',
    () =>
      call({
        line: 'GET /events HTTP/1.1',
        body: '',
        headers: { Authorization: null, Connection: 'Upgrade', Upgrade: 'websocket' },
      }),
    401,
  ],
]

describe('what is refused at the door', () => {
  it.each(ATTACKS)('%s', async (_, attack, expected) => {
    const answer = await raw(attack())
    expect(status(answer)).toBe(expected)
    expect(core.calls).toEqual([])
    expect(core.listeners()).toBe(0)
    expect(answer.toLowerCase()).not.toContain('access-control-')
    expect(answer.toLowerCase()).not.toContain('set-cookie')
    expect(answer).not.toContain(host.token)
  })

  it.each(['people.correct', 'record.addMany', 'event.addMany', 'viewCopy.file', 'listPaper.file'])(
    'takes a sheet of ten thousand lines in with %s',
    async (operation) => {
      const body = JSON.stringify({ rows: Array.from({ length: 10_000 }, () => '一'.repeat(300)) })
      expect(Buffer.byteLength(body)).toBeGreaterThan(8 * 1024 * 1024)
      expect(status(await raw(call({ line: `POST /call/${operation} HTTP/1.1`, body })))).toBe(200)
    },
  )

  it('leaves the host working; control: the same request without the fault passes afterwards', async () => {
    for (const [, attack] of ATTACKS) await raw(attack())
    expect(status(await raw(call()))).toBe(200)
    expect(core.calls).toHaveLength(1)
  })

  it('closes the connection after 413 and says so', async () => {
    const answer = await raw(call({ headers: { 'Content-Length': String(5 * 1024 * 1024), Connection: 'keep-alive' } }))
    expect(status(answer)).toBe(413)
    expect(answer).toMatch(/^connection: close\r$/im)
  })

  it('answers with a sentence the page can show', async () => {
    const answer = await raw(call({ headers: { Authorization: null } }))
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({
      ok: false,
      error: { code: 'unauthorized', message: expect.stringContaining('重新打开') },
    })
  })

  it('cuts off a client that never finishes its head', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(host.port, '127.0.0.1', () => socket.write('POST /call/book.status HTTP/1.1\r\nHost:'))
      let text = ''
      socket.on('data', (chunk) => (text += chunk.toString()))
      socket.on('close', () => resolve(text))
    })
    expect(status(answer)).toBe(408)
  })
})

describe('the pages', () => {
  const page = (path: string, headers: Parts['headers'] = {}) =>
    raw(
      call({
        line: `GET ${path} HTTP/1.1`,
        body: '',
        headers: {
          Authorization: null,
          Origin: null,
          'Content-Type': null,
          'Content-Length': null,
          'Sec-Fetch-Site': 'none',
          ...headers,
        },
      }),
    )

  it('come with the policy on every answer, found or not', async () => {
    for (const path of ['/', '/index.html', '/assets/index-1.js', '/missing', '/call/book.status']) {
      const answer = await page(path)
      const head = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase()
      const wanted = [
        "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'",
        'x-content-type-options: nosniff',
        'referrer-policy: no-referrer',
        'cross-origin-opener-policy: same-origin',
        'cache-control: no-store',
      ]
      expect([path, ...wanted.filter((line) => !head.includes(line))]).toEqual([path])
    }
    expect(await page('/')).toContain('<title>定编</title>')
    expect(await page('/assets/index-1.js')).toMatch(/content-type: text\/javascript/i)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets\\..\\..\\secret.txt',
    '//secret.txt',
    '/assets/',
    '/assets/index-1.js.map',
    '/index.html%00.js',
    '/__proto__',
    '/constructor',
  ])('nothing outside the built files: %s', async (path) => {
    const answer = await page(path)
    expect(status(answer)).toBe(404)
    expect(answer).not.toContain('not-for-pages')
  })

  it('are not given to another site', async () => {
    expect(status(await page('/', { 'Sec-Fetch-Site': 'cross-site' }))).toBe(403)
    expect(status(await page('/', { 'Sec-Fetch-Site': 'same-site' }))).toBe(403)
  })

  it('but a tab of its own may be taken to the first page, as the file that opens the program does', async () => {
    const tab = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
    expect(status(await page('/', tab))).toBe(200)
    expect(status(await page('/', { ...tab, 'Sec-Fetch-Dest': 'iframe' }))).toBe(403)
    expect(status(await page('/', { ...tab, 'Sec-Fetch-Mode': 'no-cors' }))).toBe(403)
    expect(status(await page('/assets/index-1.js', tab))).toBe(403)
  })
})

describe('events', () => {
  function listen(): Promise<{ readonly lines: string[]; readonly end: () => void; readonly ended: Promise<void> }> {
    return new Promise((resolve, reject) => {
      const lines: string[] = []
      const request = httpRequest(
        { host: '127.0.0.1', port: host.port, path: '/events', headers: { Authorization: `Bearer ${host.token}` } },
        (response) => {
          response.setEncoding('utf8')
          response.on('error', () => undefined)
          const ended = new Promise<void>((done) => response.on('close', done))
          response.on('data', (text: string) => lines.push(text))
          response.once('data', () => resolve({ lines, end: () => request.destroy(), ended }))
        },
      )
      request.on('error', reject)
      request.end()
    })
  }
  const until = async (truth: () => boolean) => {
    for (let round = 0; round < 200 && !truth(); round += 1) await new Promise((done) => setTimeout(done, 10))
    expect(truth()).toBe(true)
  }

  it('arrive one JSON line each, with a blank line first', async () => {
    const stream = await listen()
    expect(stream.lines).toEqual(['\n'])
    core.emit({ type: 'bookChanged', seq: 7 })
    core.emit({ type: 'progress', taskId: 't', phase: '读取', done: 1, total: 2 })
    await until(() => stream.lines.join('').split('\n').length >= 4)
    const events = stream.lines
      .join('')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line))
    expect(events).toEqual([
      { type: 'bookChanged', seq: 7 },
      { type: 'progress', taskId: 't', phase: '读取', done: 1, total: 2 },
    ])
    stream.end()
    await until(() => core.listeners() === 0)
  })

  it('keep sending blank lines, so that a dead connection is noticed', async () => {
    await host.close()
    host = await start({ heartbeatMs: 20 })
    const stream = await listen()
    await until(() => stream.lines.join('').length >= 3)
    expect(stream.lines.join('')).toMatch(/^\n{3,}$/)
    stream.end()
  })

  it('live as long as somebody reads: a page that only listens is no connection that asks nothing', async () => {
    await host.close()
    host = await start({ heartbeatMs: 20, guard: { tickMs: 5, head: 2, body: 2, idle: 2 } })
    const stream = await listen()
    let ended = false
    void stream.ended.then(() => (ended = true))
    // Counted in heartbeats, not in seconds: each comes after four ticks.
    await until(() => ended || stream.lines.join('').length > 40)
    expect([ended, core.listeners()]).toEqual([false, 1])
    core.emit({ type: 'bookChanged', seq: 8 })
    await until(() => stream.lines.join('').includes('"seq":8'))
    expect(stream.lines.join('')).not.toContain('HTTP/1.1')
    stream.end()
  })

  it('do not begin while the host stops: a page that asks at once for the next stream keeps nothing alive', async () => {
    const socket = connect(host.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8')))
    const ended = new Promise<void>((done) => socket.on('close', () => done()))
    // Half a request: the connection is not idle when the host begins to stop.
    socket.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n`)
    await new Promise((done) => setTimeout(done, 50))
    const closed = host.close()
    socket.write(`Authorization: Bearer ${host.token}\r\nSec-Fetch-Site: same-origin\r\n\r\n`)
    await Promise.all([closed, ended])
    expect(status(answer)).toBe(503)
    expect(core.listeners()).toBe(0)
  })

  it('end when the host stops', async () => {
    const stream = await listen()
    await host.close()
    await stream.ended
    expect(core.listeners()).toBe(0)
  })
})

describe('the host', () => {
  it('listens on 127.0.0.1 only', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each !== undefined && each.family === 'IPv4' && !each.internal)
    // Control: on a machine with a second address the connection must fail; the loopback one works.
    for (const other of others) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: other!.address, port: host.port, timeout: 1_000 })
        socket
          .on('connect', () => resolve(true))
          .on('error', () => resolve(false))
          .on('timeout', () => resolve(false))
      })
      expect([other!.address, reached]).toEqual([other!.address, false])
    }
    // Linux has the whole 127/8: the same port is still free on the next address.
    if (process.platform !== 'linux') return
    await new Promise<void>((resolve, reject) => {
      const probe = createServer()
        .once('error', reject)
        .listen({ host: '127.0.0.2', port: host.port }, () => probe.close(() => resolve()))
    })
    expect(status(await raw(call()))).toBe(200)
  })

  it('has a new secret of 32 bytes at every start, in the fragment', async () => {
    const second = await start()
    expect(host.url).toBe(`http://127.0.0.1:${host.port}/#${host.token}`)
    expect(Buffer.from(host.token, 'base64url')).toHaveLength(32)
    expect(second.token).not.toBe(host.token)
    await second.close()
  })

  it('stops by itself when nobody has called for a while, but not while a page listens', async () => {
    await host.close()
    host = await start({ idleMs: 150 })
    const begun = Date.now()
    await host.closed
    expect(Date.now() - begun).toBeGreaterThanOrEqual(140)

    host = await start({ idleMs: 150 })
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, path: '/events', headers: { Authorization: `Bearer ${host.token}` } },
      (response) => response.resume(),
    )
    request.on('error', () => undefined).end()
    await new Promise((done) => setTimeout(done, 500))
    expect(status(await raw(call()))).toBe(200)
    request.destroy()
    await host.closed
  })

  it.each([
    ['say nothing', ''],
    ['have asked for a page and rest', 'page'],
    ['have half a head', 'GET / HTTP/1.1\r\nHost: '],
  ])('connections of another user that %s do not lock her out, however many', async (_, says) => {
    const greeting = says === 'page' ? `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n` : says
    let opened = 0
    const sockets: ReturnType<typeof connect>[] = []
    let going = true
    const open = () => {
      if (!going) return
      opened += 1
      const socket = connect(host.port, '127.0.0.1')
      // Whoever is put out comes back at once.
      socket.on('error', () => undefined).on('connect', () => greeting !== '' && socket.write(greeting))
      socket.resume().on('close', () => setTimeout(open, 20))
      sockets.push(socket)
    }
    for (let place = 0; place < 60; place += 1) open()
    await new Promise((done) => setTimeout(done, 200))
    const answers: number[] = []
    for (let time = 0; time < 20; time += 1) answers.push(status(await raw(call())))
    going = false
    sockets.forEach((socket) => socket.destroy())
    expect(answers).toEqual(Array.from({ length: 20 }, () => 200))
    expect(opened).toBeGreaterThan(60)
  })

  it('holds at most 32 connections that have not shown the secret', async () => {
    const sockets = await Promise.all(
      Array.from(
        { length: 60 },
        () =>
          new Promise<{ readonly open: () => boolean; readonly end: () => void }>((resolve) => {
            let open = true
            const socket = connect(host.port, '127.0.0.1')
            socket.on('error', () => (open = false)).on('close', () => (open = false))
            for (const event of ['connect', 'close'])
              socket.on(event, () => resolve({ open: () => open, end: () => socket.destroy() }))
          }),
      ),
    )
    await new Promise((done) => setTimeout(done, 300))
    expect(sockets.filter((each) => each.open()).length).toBe(32)
    sockets.forEach((each) => each.end())
  })
})
