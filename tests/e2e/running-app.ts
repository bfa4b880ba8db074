import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

/* The program as a clerk runs it: its own process on loopback, a real browser in front, and an ear for everything a page may not do. */

const ROOT = join(import.meta.dirname, '..', '..')

export interface RunningApp {
  readonly address: string
  /** Of the program's process. */
  readonly pid: number
  readonly close: () => Promise<void>
}

export interface AppOptions {
  /** Opened with it. */
  readonly book?: string
  /** Its clock begins at one moment, whatever day it is (`fixed-clock.ts`). */
  readonly fixedClock?: boolean
}

/** Starts `npm start -- --browser` over an empty data folder, or with a book, and waits for its one line. */
export async function startApp(dataFolder: string, { book, fixedClock }: AppOptions = {}): Promise<RunningApp> {
  const child = spawn(
    process.execPath,
    [
      ...(fixedClock === true ? ['--import', join(import.meta.dirname, 'fixed-clock.ts')] : []),
      join(ROOT, 'electron', 'host', 'start.ts'),
      '--browser',
      '--no-open',
      '--data',
      dataFolder,
      ...(book === undefined ? [] : ['--book', book]),
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const line = /^定编 (http:\/\/127\.0\.0\.1:\d+\/#\S+)$/m.exec(said)
      if (line?.[1] !== undefined) resolve(line[1])
    })
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.once('close', () => reject(new Error(`the program ended: ${said}`)))
  })
  return {
    address,
    pid: child.pid ?? 0,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const PATIENCE = 240_000

export interface WatchedPage {
  readonly page: Page
  /** Console errors, uncaught errors, CSP violations and requests to anywhere but the program. Should stay empty. */
  readonly wrongs: readonly string[]
}

/** A page of the office monitor's size that writes down whatever goes wrong in it. */
export async function openPage(browser: Browser, address: string): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  })
  // A guard, not a measure: on a busy machine a screen comes late and is right all the same.
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const wrongs: string[] = []
  const origin = new URL(address).origin
  page.on('console', (message) => void (message.type() === 'error' && wrongs.push(`console: ${message.text()}`)))
  page.on('pageerror', (error) => void wrongs.push(`error: ${error.message}`))
  page.on(
    'request',
    (request) =>
      void (
        request.url().startsWith(origin) ||
        request.url().startsWith('blob:') ||
        wrongs.push(`request: ${request.url()}`)
      ),
  )
  await page.exposeFunction('tellViolation', (what: string) => void wrongs.push(`csp: ${what}`))
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { readonly tellViolation: (what: string) => void }).tellViolation
    document.addEventListener('securitypolicyviolation', (event) =>
      tell(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  await page.goto(address)
  return { page, wrongs }
}
