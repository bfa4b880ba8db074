import { Agent, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, describe, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'

/* A long computation holds the host's one thread. Whoever asks meanwhile waits, and gets an answer. */

interface Door {
  readonly port: number
  readonly token: string
}

const ends: (() => unknown)[] = []
afterAll(async () => {
  for (const end of ends.splice(0)) await end()
})

async function start(kind: 'host' | 'old'): Promise<Door> {
  const folder = temporaryFolder()
  mkdirSync(join(folder.path, 'renderer'))
  writeFileSync(join(folder.path, 'renderer', 'index.html'), '<html></html>')
  const worker = new Worker(new URL('../kit/slow-host.ts', import.meta.url), {
    workerData: { kind, rendererFolder: join(folder.path, 'renderer') },
  })
  ends.push(() => worker.terminate().then(() => folder.dispose()))
  return new Promise((resolve, reject) => {
    worker.once('message', (door: Door) => resolve(door))
    worker.once('error', reject)
  })
}

/** One question of a page: the status, or the code of the broken connection. */
function ask(door: Door, ms: number, agent?: Agent): Promise<string> {
  return new Promise((resolve) => {
    const body = JSON.stringify({ ms })
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port: door.port,
        method: 'POST',
        path: '/call/figures.read',
        ...(agent === undefined ? {} : { agent }),
        headers: {
          Origin: `http://127.0.0.1:${door.port}`,
          Authorization: `Bearer ${door.token}`,
          'Content-Type': 'application/json',
          'Content-Length': body.length,
          'Sec-Fetch-Site': 'same-origin',
        },
      },
      (response) => {
        response.resume().once('end', () => resolve(String(response.statusCode)))
        response.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'broken'))
      },
    )
    request.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'broken'))
    request.end(body)
  })
}

/** Five questions of one screen, a little apart, each on a connection of its own. */
async function screen(door: Door): Promise<readonly string[]> {
  const asked: Promise<string>[] = []
  for (let question = 0; question < 5; question += 1) {
    asked.push(ask(door, 6_000))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return Promise.all(asked)
}

// Waiting costs no processor time: all at once.
describe.concurrent('while answers are computed', () => {
  it('for 6 s each, every question of a screen is answered', async ({ expect }) => {
    expect(await screen(await start('host'))).toEqual(['200', '200', '200', '200', '200'])
  })

  it('control: with timeouts by the wall clock some are lost', async ({ expect }) => {
    expect(await screen(await start('old'))).toContain('ECONNRESET')
  })

  it('for 31 s, what came in meanwhile is answered too, also on a kept connection', async ({ expect }) => {
    const door = await start('host')
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    expect(await ask(door, 0, agent)).toBe('200')
    const asked = [ask(door, 31_000), ask(door, 0, agent), ask(door, 0)]
    expect(await Promise.all(asked)).toEqual(['200', '200', '200'])
    agent.destroy()
  })

  it('control: a connection that asks nothing is still ended, when the host has been awake for some seconds', async ({
    expect,
  }) => {
    const door = await start('host')
    const begun = performance.now()
    await new Promise<void>((resolve) => {
      const socket = connect(door.port, '127.0.0.1', () => socket.write('POST /call/figures.read HTTP/1.1\r\nHost: '))
      socket.resume().on('error', () => undefined)
      socket.on('close', () => resolve())
    })
    expect(performance.now() - begun).toBeGreaterThan(4_000)
    expect(await ask(door, 0)).toBe('200')
  })
})
