import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { pageClient } from '../kit/page-client.ts'
import { startApp, type RunningApp } from './running-app.ts'

/*
 * R20, in a real browser: she has the program open in one tab and a page of somebody else in another. That page may stand on another port of this
 * machine, on a site of its own, or on a name that was turned to this machine's address; and it may even know the secret. It reads nothing, frames
 * nothing and changes nothing.
 */

const launched = await launchBrowser(['--host-resolver-rules=MAP evil.test 127.0.0.1'])
if (launched.browser === null) process.stdout.write(`skipped: ${launched.reason}\n`)

const PAGE = '<!doctype html><meta charset="utf-8"><title>别处</title><p>别处的页</p>'

/** A server that answers anything; `open` lets every page in, as a careless program would. */
async function serve(
  open: boolean,
): Promise<{ readonly server: Server; readonly port: number; readonly heard: string[] }> {
  const heard: string[] = []
  const server = createServer((request: IncomingMessage, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.setHeader('Content-Type', request.url?.endsWith('.js') === true ? 'text/javascript' : 'text/html')
    if (open) {
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*')
      response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, x-request-id, x-book-head')
    }
    response.end(request.url?.endsWith('.js') === true ? 'globalThis.ran = true' : PAGE)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, port: (server.address() as AddressInfo).port, heard }
}

/** What a page tries against an address; the names of what came through. */
async function attack(page: Page, target: string, token: string): Promise<readonly string[]> {
  return page.evaluate(
    async ({ target, token }) => {
      const through: string[] = []
      const body = JSON.stringify({ event: { type: 'unit.establish', on: '2020-01-01', name: '别处的办' } })
      const json = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const reading = async (name: string, path: string, init: RequestInit) => {
        const text = await fetch(target + path, init).then(
          (answer) => answer.text(),
          () => '',
        )
        // An answer that says no is no answer to anything.
        if (text !== '' && !text.includes('"ok":false')) through.push(name)
      }
      await reading('a question, with the secret', '/call/roster.read', { method: 'POST', headers: json, body: '{}' })
      await reading('a command, with the secret', '/call/event.add', {
        method: 'POST',
        headers: { ...json, 'x-request-id': 'foreign-page.1', 'x-book-head': '1-0123456789abcdef' },
        body,
      })
      await reading('a simple post', '/call/book.status', { method: 'POST', body: '{}' })
      await reading('the page', '/', {})
      await reading('its events', '/events', { headers: { authorization: `Bearer ${token}` } })
      await fetch(`${target}/call/event.add`, { method: 'POST', mode: 'no-cors', body }).catch(() => null)
      navigator.sendBeacon(`${target}/call/event.add`, new Blob([body], { type: 'application/json' }))
      /** An element that loads from there: true where it did. */
      const loads = (make: () => HTMLElement) =>
        new Promise<boolean>((resolve) => {
          const element = make()
          element.addEventListener('load', () => resolve(true))
          element.addEventListener('error', () => resolve(false))
          document.body.append(element)
        })
      const script = () => Object.assign(document.createElement('script'), { src: `${target}/assets/foreign.js` })
      if ((await loads(script)) || 'ran' in globalThis) through.push('a script of it')
      const picture = () => Object.assign(document.createElement('img'), { src: `${target}/call/book.status?${token}` })
      if (await loads(picture)) through.push('a picture of it')
      // A form that posts, into a frame that stays.
      const frame = Object.assign(document.createElement('iframe'), { name: 'into' })
      document.body.append(frame)
      const form = Object.assign(document.createElement('form'), {
        action: `${target}/call/event.add`,
        method: 'post',
        target: 'into',
        enctype: 'text/plain',
      })
      document.body.append(form)
      const posted = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
      form.submit()
      await posted
      const socket = new WebSocket(`${target.replace('http', 'ws')}/events`)
      if (
        await new Promise<boolean>((resolve) => {
          socket.addEventListener('open', () => resolve(true))
          socket.addEventListener('error', () => resolve(false))
        })
      )
        through.push('a socket')
      const worker = await navigator.serviceWorker?.register(`${target}/assets/foreign.js`).catch(() => undefined)
      if (worker !== undefined) through.push('a worker')
      return through
    },
    { target, token },
  )
}

/** Frames the address, and counts the frames in which anything of it stands. */
async function framed(page: Page, target: string): Promise<number> {
  await page.evaluate(
    (src) =>
      new Promise((resolve) => {
        const frame = Object.assign(document.createElement('iframe'), { src })
        frame.addEventListener('load', resolve)
        document.body.append(frame)
      }),
    `${target}/`,
  )
  const shown = await Promise.all(
    page
      .frames()
      .filter((frame) => frame !== page.mainFrame() && frame.url().startsWith('http'))
      .map((frame) => frame.locator('title').count()),
  )
  return shown.filter((count) => count > 0).length
}

describe.skipIf(launched.browser === null)('a page of somebody else', () => {
  const browser = launched.browser as Browser
  const folder = temporaryFolder()
  let app: RunningApp
  let other: Awaited<ReturnType<typeof serve>>
  let careless: Awaited<ReturnType<typeof serve>>
  let port = ''
  let token = ''
  beforeAll(async () => {
    const data = join(folder.path, 'data')
    const open = openCore(data)
    const { path } = await smallTownship(open)
    await open.core.close()
    app = await startApp(data, { book: path })
    ;({ port, hash: token } = new URL(app.address))
    token = token.slice(1)
    ;[other, careless] = await Promise.all([serve(false), serve(true)])
  })
  afterAll(async () => {
    for (const { server } of [other, careless]) server.close()
    await browser.close()
    await app.close()
    folder.dispose()
  })
  const entries = async () => {
    const reply = await pageClient(app.address).post('book.status', {})
    return reply.ok ? (reply.value as { readonly entries: number }).entries : -1
  }
  const pageAt = async (address: string) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(address)
    return page
  }

  it.each([
    ['another port of this machine', () => `http://127.0.0.1:${other.port}/`],
    ['a site of its own', () => `http://evil.test:${other.port}/`],
  ])('on %s: reads, frames and changes nothing, the secret known', async (_, address) => {
    const before = await entries()
    const page = await pageAt(address())
    const target = `http://127.0.0.1:${port}`
    expect(await attack(page, target, token)).toEqual([])
    expect(await framed(page, target)).toBe(0)
    expect(await entries()).toBe(before)
    // A window it opens shows her program, and is no longer its own to reach.
    const popup = page.waitForEvent('popup')
    const reached = page.evaluate((to) => {
      const own = window.open(to)
      return new Promise<string>((resolve) =>
        setTimeout(() => {
          try {
            resolve(own?.closed === true ? 'cut off' : (own?.document.title ?? 'none'))
          } catch {
            resolve('cut off')
          }
        }, 1_500),
      )
    }, `${target}/`)
    await popup
    expect(await reached).toBe('cut off')
    await page.context().close()
  })

  it('on a name turned to this machine’s address after it was loaded: the browser takes it for the program’s own, the program does not', async () => {
    const before = await entries()
    const target = `http://evil.test:${port}`
    const page = await (await browser.newContext()).newPage()
    // What its own server sent before the name was turned.
    await page.route(`${target}/first`, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }))
    await page.goto(`${target}/first`)
    expect(await attack(page, target, token)).toEqual([])
    expect(await page.goto(`${target}/`).then((answer) => answer?.status())).toBe(421)
    expect(await page.goto(`http://localhost:${port}/`).then((answer) => answer?.status())).toBe(421)
    expect(await entries()).toBe(before)
    await page.context().close()
  })

  it('control: a careless program is read, framed and told what to do by the same page', async () => {
    const page = await pageAt(`http://evil.test:${other.port}/`)
    const target = `http://127.0.0.1:${careless.port}`
    expect(await attack(page, target, token)).toEqual([
      'a question, with the secret',
      'a command, with the secret',
      'a simple post',
      'the page',
      'its events',
      'a script of it',
    ])
    expect(await framed(page, target)).toBeGreaterThan(0)
    expect(careless.heard.filter((line) => line === 'POST /call/event.add').length).toBeGreaterThan(2)
    await page.context().close()
  })
})
