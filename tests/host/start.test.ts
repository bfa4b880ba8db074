import { spawn, type ChildProcessByStdio } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findRuntime, runWindow } from '../../electron/host/electron-runtime.ts'
import { ensureFresh, isStale, type BuildTarget } from '../../electron/host/fresh-build.ts'
import { browserCommand } from '../../electron/host/open-browser.ts'
import { parseStartArguments, START_USAGE } from '../../electron/host/start-arguments.ts'
import { temporaryFolder } from '../kit/book.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const onUnix = process.platform !== 'win32'
let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => folder.dispose())

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<number | null>
}

function startProgram(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [join(ROOT, 'electron', 'host', 'start.ts'), ...args], {
    cwd: folder.path,
    env: {
      ...process.env,
      INIT_CWD: folder.path,
      XDG_DATA_HOME: join(folder.path, 'xdg'),
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, out: () => out, err: () => err, ended }
}

async function addressOf(running: Running): Promise<URL> {
  for (let round = 0; round < 1_000 && !running.out().includes('\n') && running.child.exitCode === null; round += 1)
    await new Promise((done) => setTimeout(done, 50))
  const line = /^定编 (http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43})\n$/.exec(running.out())
  if (line === null) throw new Error(`no address: ${running.out()}${running.err()}`)
  return new URL(line[1]!)
}

async function ask(address: URL, operation: string, input: unknown): Promise<unknown> {
  const answer = await fetch(new URL(`/call/${operation}`, address), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${address.hash.slice(1)}`,
      'Content-Type': 'application/json',
      Origin: address.origin,
    },
    body: JSON.stringify(input),
  })
  return answer.json()
}

describe('npm start -- --browser', () => {
  it('prints one line, serves the screens and the core, and ends with its book closed', async () => {
    const path = join(folder.path, '试验乡.dingbian')
    const running = startProgram(['--browser', '--no-open', '--data', 'data'])
    const address = await addressOf(running)
    expect(await (await fetch(new URL('/', address))).text()).toContain('<div id="root">')
    expect(await ask(address, 'book.create', { path, name: '试验乡' })).toMatchObject({
      ok: true,
      value: { open: true, name: '试验乡' },
    })
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    expect(running.out()).toBe(`定编 ${address.href}\n`)
    // The write-ahead log is folded in: the book is one whole file again.
    expect(existsSync(`${path}-wal`)).toBe(false)
    // Windows has no such bits; there the user's own folder is what protects.
    expect(onUnix ? statSync(join(folder.path, 'data')).mode & 0o777 : 0o700).toBe(0o700)
  })

  it('opens the book it is given, with the password of the environment', async () => {
    const path = join(folder.path, '加密乡.dingbian')
    const first = startProgram(['--browser', '--no-open'])
    expect(
      await ask(await addressOf(first), 'book.create', { path, name: '加密乡', password: '山溪乡二〇〇六年' }),
    ).toMatchObject({ ok: true })
    first.child.kill('SIGTERM')
    await first.ended
    const refused = startProgram(['--browser', '--no-open', '--book', path], { DINGBIAN_PASSWORD: undefined })
    expect([await refused.ended, refused.out()]).toEqual([1, ''])
    expect(refused.err()).toContain('密码')
    const running = startProgram(['--browser', '--no-open', '--book', '加密乡.dingbian'], {
      DINGBIAN_PASSWORD: '山溪乡二〇〇六年',
    })
    const address = await addressOf(running)
    expect(await ask(address, 'book.status', {})).toMatchObject({
      ok: true,
      value: { open: true, path, encrypted: true },
    })
    running.child.kill('SIGINT')
    expect(await running.ended).toBe(0)
  })

  it('says which book is missing, and starts nothing', async () => {
    const running = startProgram(['--browser', '--no-open', '--book', '没有.dingbian'])
    expect([await running.ended, running.out()]).toEqual([1, ''])
    expect(running.err()).toContain(`找不到 ${join(folder.path, '没有.dingbian')}`)
    expect(existsSync(join(folder.path, 'xdg'))).toBe(false)
  })

  it('says how it is used when it is not understood', async () => {
    const running = startProgram(['--brwoser'])
    expect([await running.ended, running.out(), running.err().trim()]).toEqual([2, '', START_USAGE])
  })
})

describe.runIf(process.platform === 'linux')('npm start without a desktop', () => {
  it('says why in one line and serves the same program in the browser', async () => {
    const running = startProgram(['--no-open'])
    const address = await addressOf(running)
    expect(
      running
        .err()
        .trim()
        .split('\n')
        .filter((line) => line.includes('浏览器')),
    ).toEqual(['这台机器没有图形桌面，改在浏览器里使用。功能相同。'])
    expect(await ask(address, 'book.status', {})).toMatchObject({
      ok: true,
      value: { dataFolder: join(folder.path, 'xdg', 'dingbian') },
    })
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
  })
})

describe.runIf(process.platform === 'linux')('the browser', () => {
  it('is given a file only this user can read, and no process’s arguments hold the secret', async () => {
    const bin = join(folder.path, 'bin')
    const seen = join(folder.path, 'seen')
    mkdirSync(bin)
    // Stands in for the desktop's own: notes what it was given, as every user of the machine could read it.
    writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$@" > ${seen}.part\nmv ${seen}.part ${seen}\n`, {
      mode: 0o755,
    })
    const running = startProgram(['--browser'], { PATH: `${bin}:${process.env['PATH'] ?? ''}` })
    const address = await addressOf(running)
    for (let round = 0; round < 400 && !existsSync(seen); round += 1) await new Promise((done) => setTimeout(done, 25))
    const given = readFileSync(seen, 'utf8').trim()
    expect(given).toMatch(/^file:\/\/\/.*\/open-[0-9a-f]{16}\.html$/)
    const file = fileURLToPath(given)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(statSync(dirname(file)).mode & 0o077).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain(JSON.stringify(address.href))
    const everybody = readdirSync('/proc').flatMap((name) => {
      if (!/^\d+$/.test(name)) return []
      try {
        return [readFileSync(`/proc/${name}/cmdline`, 'utf8')]
      } catch {
        return []
      }
    })
    expect(everybody.length).toBeGreaterThan(1)
    expect(everybody.filter((line) => line.includes(address.hash.slice(1)))).toEqual([])
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    expect(existsSync(file)).toBe(false)
  })
})

describe.runIf(onUnix)('the Electron runtime', () => {
  const electron = () => join(folder.path, 'node_modules', 'electron')
  const options = (limitMs = 5_000) => ({
    root: folder.path,
    env: { DISPLAY: ':0', PATH: process.env['PATH'] },
    platform: 'linux' as const,
    limitMs,
  })
  beforeEach(() => {
    mkdirSync(electron(), { recursive: true })
    // Loading the package must never happen: without its runtime it downloads by itself.
    writeFileSync(
      join(electron(), 'index.js'),
      `require('node:fs').writeFileSync(${JSON.stringify(join(folder.path, 'imported'))}, '')`,
    )
  })
  afterEach(() => {
    if (existsSync(join(folder.path, 'imported'))) throw new Error('the package electron was imported')
  })
  const installer = (body: string) => writeFileSync(join(electron(), 'install.js'), body)
  const INSTALLS = `const fs = require('node:fs'), path = require('node:path')
    fs.mkdirSync(path.join(__dirname, 'dist'))
    fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), '')
    fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')
    fs.appendFileSync(path.join(__dirname, 'attempts'), 'x')`

  it('is used when it is there, without an attempt to install', async () => {
    mkdirSync(join(electron(), 'dist'))
    writeFileSync(join(electron(), 'dist', 'electron'), '')
    writeFileSync(join(electron(), 'path.txt'), 'electron')
    installer('process.exit(1)')
    expect(await findRuntime(options())).toEqual({ path: join(electron(), 'dist', 'electron') })
  })

  it('is installed once when it is not', async () => {
    installer(INSTALLS)
    expect(await findRuntime(options())).toEqual({ path: join(electron(), 'dist', 'electron') })
    expect(statSync(join(electron(), 'attempts')).size).toBe(1)
  })

  it('is given up when it cannot be had, with the reason', async () => {
    installer('process.exit(1)')
    expect(await findRuntime(options())).toEqual({ reason: 'Electron 运行时没有装上（下载不到）' })
    installer('setTimeout(() => {}, 60_000)')
    // It waits for a minute by itself: that it is ended shows in that this answer comes with the reason, not with its end.
    expect(await findRuntime(options(300))).toEqual({ reason: 'Electron 运行时没有装上（超过时限）' })
  })

  it('is not fetched where there is no desktop to show it', async () => {
    installer(INSTALLS)
    expect(await findRuntime({ ...options(), env: {} })).toEqual({ reason: '这台机器没有图形桌面' })
    expect(existsSync(join(electron(), 'attempts'))).toBe(false)
  })

  it('that fails at once counts as not started; one that ran does not', async () => {
    const program = (body: string) => {
      const path = join(folder.path, 'program')
      writeFileSync(path, `#!/bin/sh\n${body}\n`)
      chmodSync(path, 0o755)
      return path
    }
    const wishes = { root: folder.path, book: '/b c.dingbian', data: null }
    expect(await runWindow(program('exit 133'), wishes)).toEqual({ exitCode: 133, falseStart: true })
    expect(
      await runWindow(
        program(`[ "$1" = "${folder.path}" ] && [ "$2" = "--book=/b c.dingbian" ] && [ $# = 2 ]`),
        wishes,
      ),
    ).toEqual({ exitCode: 0, falseStart: false })
    expect(await runWindow(join(folder.path, 'missing'), wishes)).toMatchObject({ falseStart: true })
  })
})

describe('building on demand', () => {
  const target: BuildTarget = {
    title: '界面',
    output: 'out/index.html',
    sources: ['renderer', 'vite.config.ts'],
    config: 'vite.config.ts',
  }
  const put = (path: string, minutesAgo: number) => {
    const full = join(folder.path, path)
    mkdirSync(join(full, '..'), { recursive: true })
    writeFileSync(full, '')
    const at = new Date(Date.now() - minutesAgo * 60_000)
    utimesSync(full, at, at)
    utimesSync(join(full, '..'), at, at)
  }

  it('is needed when nothing is built or a source is younger', () => {
    put('renderer/deep/a.tsx', 30)
    utimesSync(join(folder.path, 'renderer'), new Date(0), new Date(0))
    expect(isStale(target, folder.path)).toBe(true)
    put('out/index.html', 20)
    expect(isStale(target, folder.path)).toBe(false)
    put('renderer/deep/a.tsx', 10)
    expect(isStale(target, folder.path)).toBe(true)
  })

  it('is not tried on a program shipped without its sources', async () => {
    put('out/index.html', 20)
    await ensureFresh(target, folder.path)
    expect(isStale(target, folder.path)).toBe(false)
  })

  it('says what to do when the tools are missing', async () => {
    put('renderer/a.tsx', 1)
    await expect(ensureFresh(target, folder.path)).rejects.toThrow('npm ci')
  })
})

describe('arguments', () => {
  it('are taken from where the user stands', () => {
    expect(parseStartArguments(['--browser', '--no-open', '--book', 'a.dingbian', '--data', '/d'], '/home/u')).toEqual({
      browser: true,
      open: false,
      book: '/home/u/a.dingbian',
      data: '/d',
    })
    expect(parseStartArguments([], '/')).toEqual({ browser: false, open: true, book: null, data: null })
    expect(parseStartArguments(['book'], '/')).toEqual({ usage: START_USAGE })
    expect(parseStartArguments(['--book'], '/')).toEqual({ usage: START_USAGE })
  })

  it('never pass the address through a shell', () => {
    for (const platform of ['win32', 'darwin', 'linux'] as const) {
      const [command, ...values] = browserCommand('http://127.0.0.1:1/#t', platform)
      expect(values.at(-1)).toBe('http://127.0.0.1:1/#t')
      expect(['cmd', 'cmd.exe', 'sh', 'powershell']).not.toContain(command)
    }
  })
})
