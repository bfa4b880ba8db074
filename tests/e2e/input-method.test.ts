import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { openPage, startApp, type RunningApp } from './running-app.ts'

/*
 * A real input method: fcitx5 with its pinyin engine, Chromium in a real window on a virtual display, keys sent to the window from outside.
 * Scripted composition events cannot show whether the first letter reaches the input method; this does.
 */

const CHROMIUM = '/usr/bin/chromium'
const WANTED = ['Xvfb', 'openbox', 'fcitx5', 'fcitx5-remote', 'dbus-launch', 'xdotool']
const missing = [
  ...WANTED.filter((program) => spawnSync('which', [program]).status !== 0),
  ...(existsSync(CHROMIUM) ? [] : [CHROMIUM]),
]
const skipped = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} not installed)`

const DISPLAY = ':87'
const PROFILE = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
`

const folder = temporaryFolder()
const started: ChildProcess[] = []
let env: NodeJS.ProcessEnv = {}
let busId = Number.NaN
let browser: Browser
let app: RunningApp
let page: Page

const run = (program: string, ...args: readonly string[]) =>
  execFileSync(program, args, { env, encoding: 'utf8' }).trim()
const background = (program: string, ...args: readonly string[]) =>
  started.push(spawn(program, args, { env, stdio: 'ignore' }))
const cell = (row: number, column: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 1}"]`)

beforeAll(async () => {
  if (missing.length > 0) return
  const home = join(folder.path, 'home')
  const runtime = join(folder.path, 'runtime')
  mkdirSync(join(home, '.config', 'fcitx5'), { recursive: true })
  mkdirSync(runtime, { mode: 0o700 })
  writeFileSync(join(home, '.config', 'fcitx5', 'profile'), PROFILE)
  env = {
    ...process.env,
    DISPLAY,
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    GTK_IM_MODULE: 'fcitx',
    XMODIFIERS: '@im=fcitx',
    LANG: 'C.UTF-8',
  }
  background('Xvfb', DISPLAY, '-screen', '0', '1400x900x24')
  await pause(1500)
  const bus = run('dbus-launch')
  busId = Number(/DBUS_SESSION_BUS_PID=(\d+)/.exec(bus)?.[1])
  env = { ...env, DBUS_SESSION_BUS_ADDRESS: /DBUS_SESSION_BUS_ADDRESS=(.*)/.exec(bus)?.[1] ?? '' }
  background('openbox')
  background('fcitx5', '--disable=wayland')
  await pause(3000)
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: false,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--window-size=1380,860',
    ],
  })
  app = await startApp(folder.path)
  page = (await openPage(browser, app.address)).page
  page.setDefaultTimeout(30_000)
  await page.getByTestId('open-sample').click()
  await page.getByRole('heading', { name: '总览' }).waitFor()
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('grid').waitFor()
})
afterAll(async () => {
  if (missing.length > 0) return
  await browser.close()
  await app.close()
  for (const child of started) child.kill('SIGKILL')
  if (Number.isInteger(busId)) process.kill(busId)
  folder.dispose()
})

describe.skipIf(missing.length > 0)(`真的输入法${skipped}`, () => {
  it('after one click the first letter of the pinyin goes to the input method, and the word into the cell', async () => {
    await cell(8, 6).click()
    const chrome = run('xdotool', 'search', '--onlyvisible', '--class', 'chromium').split('\n').at(-1) ?? ''
    run('xdotool', 'windowfocus', chrome)
    run('fcitx5-remote', '-o')
    await expect.poll(() => run('fcitx5-remote', '-n')).toBe('pinyin')
    run('xdotool', 'type', '--delay', '150', 'zhongguo')
    await expect.poll(() => page.locator('.cells-editor').inputValue()).toBe('zhong guo')
    run('xdotool', 'key', 'space')
    await expect.poll(() => page.locator('.cells-editor').inputValue()).toBe('中国')
    run('xdotool', 'key', 'Return')
    await expect.poll(() => cell(8, 6).innerText()).toBe('中国')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^文号，第 10 行/)
  })

  it('control: on a field without an editable focus the first letter is lost to the page', async () => {
    await page.evaluate(() => {
      const block = document.createElement('div')
      block.tabIndex = 0
      block.textContent = '块'
      document.body.append(block)
      block.focus()
    })
    const plain: string[] = []
    await page.exposeFunction('heard', (key: string) => plain.push(key))
    await page.evaluate(() => document.addEventListener('keydown', (event) => Reflect.get(window, 'heard')(event.key)))
    run('xdotool', 'key', 'z')
    await expect.poll(() => plain).toContain('z')
  })
})
