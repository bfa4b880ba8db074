import { fork, type Serializable } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HostEvent } from '../../electron/contract/messages.ts'
import { createQuitGate, readLaunchArguments } from '../../electron/host/ipc-host.ts'
import { createUtilityFork, type UtilityProcess } from '../../electron/host/utility-child.ts'
import { SCHEME_PRIVILEGES, WEB_PREFERENCES } from '../../electron/security-policy.ts'
import { temporaryFolder } from '../kit/book.ts'
import type { FakeFrame } from '../kit/fake-electron.ts'
import { bundleChild } from '../reliability/bundle-child.ts'

const layout = vi.hoisted(() => ({ renderer: '' }))
// Loaded once: main.ts is loaded anew for every test, the fake it meets is always this one.
const { electron, invoke, state } = await vi.hoisted(async () => import('../kit/fake-electron.ts'))
vi.mock('electron', () => electron)
vi.mock('../../electron/host/layout.ts', async (original) => ({
  ...(await original<object>()),
  get RENDERER_FOLDER() {
    return layout.renderer
  },
  get ICON() {
    return join(layout.renderer, 'icon.png')
  },
}))

const OURS: FakeFrame = { url: 'app://dingbian/index.html', parent: null }
const argv = process.argv
let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
  layout.renderer = join(folder.path, 'renderer')
  mkdirSync(layout.renderer)
  writeFileSync(join(layout.renderer, 'index.html'), '<!doctype html><title>定编</title>')
  process.argv = ['electron', '.', `--data=${join(folder.path, 'data')}`]
  state.reset()
  vi.resetModules()
})

afterEach(async () => {
  state.app.quit()
  await vi.waitUntil(() => ['quit', 'exit'].includes(state.app.done.at(-1) ?? ''))
  process.argv = argv
  folder.dispose()
})

/** Loads main.ts as Electron would, and waits for its window. */
async function launch(): Promise<(typeof state.windows)[number]> {
  await import('../../electron/main.ts')
  await vi.waitFor(() => expect(state.windows).toHaveLength(1))
  return state.windows[0]!
}

describe('the window', () => {
  it('opens our page with Node kept out of it', async () => {
    const window = await launch()
    expect(window.webContents.url).toBe('app://dingbian/')
    expect(window.options['webPreferences']).toMatchObject({
      ...WEB_PREFERENCES,
      preload: expect.stringMatching(/[\\/]preload\.cjs$/),
    })
    expect(state.app.done.slice(0, 3)).toEqual(['enableSandbox', 'requestSingleInstanceLock', 'whenReady'])
    expect(state.schemes).toEqual([{ scheme: 'app', privileges: SCHEME_PRIVILEGES }])
  })

  it('has no developer tools once packaged', async () => {
    state.app.isPackaged = true
    const window = await launch()
    state.app.isPackaged = false
    expect(window.options['webPreferences']).toMatchObject({ devTools: false })
  })

  it('goes nowhere else, opens no other and holds no webview', async () => {
    const { webContents } = await launch()
    const held = (name: string, url: string) => {
      const preventDefault = vi.fn<() => void>()
      webContents.emit(name, { url, preventDefault })
      return preventDefault.mock.calls.length > 0
    }
    expect(held('will-navigate', 'app://dingbian/index.html')).toBe(false)
    const foreign = ['https://evil.test/', 'app://dingbian.evil/', 'file:///etc/passwd']
    expect(foreign.filter((url) => !held('will-navigate', url) || !held('will-redirect', url))).toEqual([])
    expect(held('will-attach-webview', '')).toBe(true)
    expect(webContents.openHandler?.({ url: 'app://dingbian/' })).toEqual({ action: 'deny' })
  })

  it('leaves Ctrl +, Ctrl − and Ctrl 0 to the page: no menu of Electron takes them, no two fingers zoom beside them', async () => {
    const { webContents, options } = await launch()
    expect(state.menus).toEqual([null])
    webContents.emit('did-finish-load')
    expect(webContents.zoomLimits).toEqual([1, 1])
    expect(options['icon']).toBe(join(layout.renderer, 'icon.png'))
  })

  it('is asked for permissions and grants one', async () => {
    const { webContents } = await launch()
    const granted = (permission: string) => {
      let answer = false
      state.permissions.request?.(webContents, permission, (allowed) => (answer = allowed))
      return [answer, state.permissions.check?.(null, permission, 'app://dingbian/')]
    }
    expect(granted('clipboard-sanitized-write')).toEqual([true, true])
    expect(granted('media')).toEqual([false, false])
    expect(granted('clipboard-read')).toEqual([false, false])
  })

  it('comes forward when the program is started a second time', async () => {
    const window = await launch()
    state.app.emit('second-instance', {}, ['dingbian'], folder.path)
    expect(window.focused).toBe(1)
  })

  it('is not opened by a second instance', async () => {
    state.app.first = false
    await import('../../electron/main.ts')
    expect(state.app.done).toEqual(['enableSandbox', 'requestSingleInstanceLock', 'quit'])
    expect(state.windows).toEqual([])
  })
})

describe('a start that goes wrong', () => {
  const START_AND_FAIL = async () => {
    await import('../../electron/main.ts')
    await vi.waitFor(() => expect(state.app.exitCode).toBe(1))
    return state.boxes
  }

  it.each([
    'protocol.handle',
    'Session can only be received',
    "The 'screen' module can't be used",
    'Cannot create BrowserWindow',
    'loadURL',
  ])('%s: it is said in a box, and the program ends instead of holding its lock for ever', async (part) => {
    state.failing.add(part)
    const [box] = await START_AND_FAIL()
    expect(box?.[0]).toBe('定编没有打开')
    expect(box?.[1]).toContain('编制本没有改动')
    expect(box?.[1]).not.toMatch(/Error|before app|undefined/)
  })

  it('a data folder that cannot be made is named', async () => {
    writeFileSync(join(folder.path, 'data'), 'a file')
    const [box] = await START_AND_FAIL()
    expect(box?.[1]).toContain(join(folder.path, 'data'))
    expect(state.windows).toEqual([])
  })

  it('without the built screens it says so, too', async () => {
    rmSync(join(layout.renderer, 'index.html'))
    expect(await START_AND_FAIL()).toHaveLength(1)
  })

  it('what goes wrong aside later does not end it (control: before the window it does)', async () => {
    await launch()
    await vi.waitFor(() => expect(state.windows[0]?.webContents.url).not.toBe(''))
    process.emit('unhandledRejection', new Error('aside'), Promise.resolve())
    expect(state.app.exitCode).toBeNull()
    expect(state.boxes).toEqual([])
  })

  it('a page that dies is shown again, a few times', async () => {
    const { webContents } = await launch()
    for (let time = 0; time < 3; time += 1)
      state.app.emit('render-process-gone', {}, webContents, { reason: 'crashed' })
    expect([webContents.reloads, state.app.exitCode]).toEqual([3, null])
    state.app.emit('render-process-gone', {}, webContents, { reason: 'oom' })
    expect([webContents.reloads, state.app.exitCode, state.boxes.length]).toEqual([3, 1, 1])
  })
})

describe('a book opened from outside', () => {
  const opens = (window: (typeof state.windows)[number]) =>
    window.webContents.sent.filter(({ values }) => (values[0] as HostEvent).type === 'openWanted')

  it('by a second start is handed to the page, from where it was typed', async () => {
    const window = await launch()
    state.app.emit(
      'second-instance',
      {},
      ['dingbian', '--allow-file-access', '山溪乡.dingbian'],
      join(folder.path, '报送'),
    )
    expect(opens(window)).toEqual([
      { channel: 'event', values: [{ type: 'openWanted', path: join(folder.path, '报送', '山溪乡.dingbian') }] },
    ])
    expect(window.focused).toBe(1)
  })

  it('by the file manager of a Mac, before the window and after', async () => {
    const preventDefault = vi.fn<() => void>()
    state.app.on('newListener', (name) => {
      if (name === 'open-file') queueMicrotask(() => state.app.emit(name, { preventDefault }, '/卷/没有的.dingbian'))
    })
    await import('../../electron/main.ts')
    await vi.waitFor(() => expect(state.windows[0]?.webContents.url).toContain('#/start?open='))
    state.app.emit('open-file', { preventDefault }, '/卷/另一本.dingbian')
    expect(opens(state.windows[0]!)).toHaveLength(1)
    expect(preventDefault).toHaveBeenCalledTimes(2)
  })

  it('with a password, damaged or missing: the page is told which, and asks', async () => {
    const { openCore } = await import('../kit/open-core.ts')
    const open = openCore(folder.path)
    const { path } = await open.call('book.create', { name: '试验乡', password: '竹筏与灯塔7' })
    await open.core.close()
    process.argv = [...process.argv, `--book=${path ?? ''}`]
    const window = await launch()
    expect(new URLSearchParams(new URL(window.webContents.url).hash.split('?')[1]).get('open')).toBe(path)
  })

  it('without one is open when the window shows, and stands among the recent documents', async () => {
    const { openCore } = await import('../kit/open-core.ts')
    const open = openCore(folder.path)
    const { path } = await open.call('book.create', { name: '试验乡' })
    await open.core.close()
    process.argv = [...process.argv, `--book=${path ?? ''}`]
    const window = await launch()
    expect(window.webContents.url).toBe('app://dingbian/')
    expect(await invoke('call', OURS, 'book.status', {})).toMatchObject({ value: { open: true, path } })
    expect(state.app.recent).toEqual([path])
  })
})

describe('closing', () => {
  it('asks where something half filled would be lost, and stays unless told otherwise', async () => {
    const { webContents } = await launch()
    const preventDefault = vi.fn<() => void>()
    webContents.emit('will-prevent-unload', { preventDefault })
    expect([state.questions.length, preventDefault.mock.calls.length]).toEqual([1, 0])
    state.pressed = 1
    webContents.emit('will-prevent-unload', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  it.each(['query-session-end', 'shutdown'])('%s waits until the copy at exit is made', async (ends) => {
    const window = await launch()
    const made = (await invoke('call', OURS, 'book.create', { name: '试验乡' })) as {
      readonly value: { readonly path: string }
    }
    const preventDefault = vi.fn<() => void>()
    ;(ends === 'shutdown' ? state.powerMonitor : window).emit(ends, { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    await vi.waitFor(() => expect(state.app.done.at(-1)).toBe('quit'))
    expect(readdirSync(made.value.path.replace('.dingbian', '.备份'))).toContain('backups.json')
  })
})

describe('app://', () => {
  it('serves the built files with the policy, and nothing else', async () => {
    await launch()
    const get = async (url: string, method = 'GET') =>
      (await state.protocolHandlers.get('app')?.(new Request(url, { method }))) ?? Response.error()
    const page = await get('app://dingbian/')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('定编')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const elsewhere = [
      'app://dingbian/../data/logs',
      'app://dingbian/%2e%2e/data',
      'app://dingbian/missing',
      'app://evil/',
      'app://dingbian.evil/index.html',
    ]
    expect(await Promise.all(elsewhere.map(async (url) => (await get(url)).status))).toEqual(elsewhere.map(() => 404))
    expect((await get('app://dingbian/', 'POST')).status).toBe(405)
  })
})

describe('calls from the window', () => {
  it('reach the core and come back as plain data', async () => {
    await launch()
    expect(await invoke('call', OURS, 'book.status', {})).toMatchObject({
      ok: true,
      value: { open: false, dataFolder: join(folder.path, 'data') },
    })
    expect(await invoke('call', OURS, 'no.such', {})).toMatchObject({ ok: false, error: { code: 'unknown_operation' } })
    expect(await invoke('call', OURS, 42, {})).toMatchObject({ ok: false, error: { code: 'unknown_operation' } })
  })

  it('that would write say which act they are and what they were made from', async () => {
    await launch()
    const made = (await invoke('call', OURS, 'book.create', { name: '试验乡' })) as { readonly head: string }
    const note = { dates: { monthlyDay: '25' }, reason: '县里通知' }
    for (const said of [undefined, {}, { requestId: 'window-1.1' }, { head: made.head }])
      expect(await invoke('call', OURS, 'duty.dates', note, said)).toMatchObject({ error: { code: 'request_unsaid' } })
    expect(await invoke('call', OURS, 'duty.dates', note, { requestId: 'window-1.1', head: made.head })).toMatchObject({
      ok: true,
    })
  })

  it.each([
    ['another host', { url: 'app://dingbian.evil/', parent: null }],
    ['a web page', { url: 'https://evil.test/', parent: null }],
    ['a frame in our page', { url: 'app://dingbian/', parent: {} }],
    ['a frame that is gone', null],
  ] as const)('are refused from %s', async (_, frame) => {
    await launch()
    expect(await invoke('call', frame, 'book.create', { name: '试验乡' })).toMatchObject({
      ok: false,
      error: { code: 'unauthorized' },
    })
    expect(await invoke('call', OURS, 'book.status', {})).toMatchObject({ value: { open: false } })
  })

  it('are told what changed', async () => {
    const window = await launch()
    expect(await invoke('call', OURS, 'book.create', { name: '试验乡' })).toMatchObject({ ok: true })
    expect(window.webContents.sent).toContainEqual({
      channel: 'event',
      values: [expect.objectContaining({ type: 'bookChanged' })],
    })
  })

  it('leave the book closed and whole when the program quits', async () => {
    await launch()
    const created = await invoke('call', OURS, 'book.create', { name: '试验乡' })
    expect(created).toMatchObject({ ok: true })
    state.app.quit()
    expect(state.app.done.at(-1)).toBe('quit held back')
    await vi.waitFor(() => expect(state.app.done).toContain('quit'))
  })
})

describe('the workbook child in Electron', () => {
  it('is a utility process with the arguments it needs; once killed on purpose its end is no news', () => {
    const process = Object.assign(new EventEmitter(), {
      pid: 7,
      postMessage: vi.fn<(message: unknown) => void>(),
      kill: vi.fn<() => boolean>(() => true),
    })
    const fork = vi.fn<(entry: string, execArgv: string[]) => UtilityProcess>(() => process)
    const child = createUtilityFork(fork)('/program/workbook-child.js', ['--disable-proto=delete'])
    const heard: unknown[] = []
    child.onReply((reply) => heard.push(reply))
    child.onExit(() => heard.push('exit'))
    child.send({ type: 'parse', name: 'a.xlsx', bytes: new Uint8Array([1]) })
    process.emit('message', { type: 'ready' })
    child.kill()
    process.emit('message', { type: 'ready' })
    process.emit('exit', 1)
    expect(fork.mock.calls).toEqual([['/program/workbook-child.js', ['--disable-proto=delete']]])
    expect(process.postMessage.mock.calls).toEqual([[{ type: 'parse', name: 'a.xlsx', bytes: new Uint8Array([1]) }]])
    expect([child.pid(), heard, process.kill.mock.calls.length]).toEqual([7, [{ type: 'ready' }], 1])
  })
})

describe('the computer is locked or sleeps', () => {
  it.each(['lock-screen', 'suspend'])(
    '%s: a book with named people answers nothing until a password is typed',
    async (away) => {
      await launch()
      expect(await invoke('call', OURS, 'book.create', { name: '试验乡' })).toMatchObject({ ok: true })
      const protect = { name: '王管理', password: '竹筏与灯塔7' }
      expect(await invoke('call', OURS, 'access.protect', protect)).toMatchObject({ ok: true })
      state.powerMonitor.emit(away)
      await vi.waitFor(async () =>
        expect(await invoke('call', OURS, 'figures.read', {})).toMatchObject({ error: { code: 'locked' } }),
      )
      expect(await invoke('call', OURS, 'access.unlock', { password: protect.password })).toMatchObject({ ok: true })
      expect(await invoke('call', OURS, 'figures.read', {})).toMatchObject({ ok: true })
    },
  )
})

describe('--self-test on a PC', () => {
  beforeEach(() => {
    process.argv = [...process.argv, '--self-test']
    state.appPath = join(folder.path, 'no-program.mjs')
    // A utility process is Node without a window: here it is Node.
    state.fork = (entry, _, { execArgv }) => {
      const child = fork(entry, [], {
        execArgv,
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      return Object.assign(child, { postMessage: (message: Serializable) => void child.send(message) })
    }
  })
  const report = async () => {
    await import('../../electron/main.ts')
    await vi.waitUntil(() => state.app.exitCode !== null, { timeout: 600_000, interval: 200 })
    return { said: state.boxes.map(([, text]) => text).join(''), kept: join(folder.path, 'data', '自检报告.txt') }
  }

  it('opens a window, writes, draws, kills itself ten times, and leaves a report; a program that runs is not in its way', async () => {
    // In one file, so that it starts quickly each time it was killed.
    const writer = await bundleChild('../host/self-test-writer.ts')
    state.appPath = writer.path
    state.app.first = false
    const { said, kept } = await report()
    writer.dispose()
    expect(said).toContain('写到一半强行结束 10 次')
    expect(said).toContain('全部通过。')
    expect(said).toContain(kept)
    expect(readFileSync(kept, 'utf8').match(/^通过　/gm)).toHaveLength(5)
    expect([state.app.exitCode, state.windows]).toEqual([0, []])
    expect(state.app.done).not.toContain('requestSingleInstanceLock')
  })

  it('says which part fails on this PC, and ends with 1 (control)', async () => {
    state.failing.add('loadURL')
    state.failing.add('utilityProcess.fork')
    const { said } = await report()
    expect(said).toMatch(/没通过　打开窗口/)
    expect(said).toMatch(/没通过　画一张公示并读回/)
    expect(said).toMatch(/没通过　写到一半强行结束 10 次/)
    expect(said).toContain('3 项没通过。')
    expect(state.app.exitCode).toBe(1)
  })
})

describe('quitting', () => {
  it('waits for the core once and goes even when the core cannot close', async () => {
    let fail: (error: Error) => void = () => undefined
    const close = vi.fn<() => Promise<void>>(() => new Promise((_, reject) => (fail = reject)))
    const quit = vi.fn<() => void>()
    const gate = createQuitGate(
      { call: () => Promise.reject(new Error('unused')), onEvent: () => () => undefined, close },
      quit,
    )
    const preventDefault = vi.fn<() => void>()
    gate({ preventDefault })
    gate({ preventDefault })
    expect([close.mock.calls.length, preventDefault.mock.calls.length, quit.mock.calls.length]).toEqual([1, 2, 0])
    fail(new Error('disk'))
    await vi.waitFor(() => expect(quit).toHaveBeenCalledOnce())
    gate({ preventDefault })
    expect(preventDefault).toHaveBeenCalledTimes(2)
  })
})

describe('the page as PDF', () => {
  it('is printed at the sizes its style sheet names, for our page only', async () => {
    await launch()
    const pdf = await invoke('pdf', OURS)
    expect(JSON.parse(Buffer.from(String(pdf), 'base64').toString('utf8'))).toEqual({
      preferCSSPageSize: true,
      printBackground: true,
    })
    expect(await invoke('pdf', { url: 'https://evil.test/', parent: null })).toBeNull()
    expect(await invoke('pdf', { url: 'app://dingbian/', parent: {} })).toBeNull()
  })
})

describe('launch arguments', () => {
  it('name a book and a data folder, or a file opened from the file manager', () => {
    const usual = { selfTest: false, writer: null }
    expect(readLaunchArguments(['.', '--book=/a b/山溪乡.dingbian', '--data=/d'])).toEqual({
      ...usual,
      book: '/a b/山溪乡.dingbian',
      data: '/d',
    })
    expect(readLaunchArguments(['--self-test'])).toEqual({ book: null, data: null, selfTest: true, writer: null })
    expect(readLaunchArguments(['--self-test-writer=/w'])).toMatchObject({ writer: '/w', selfTest: false })
    expect(readLaunchArguments(['C:\\台账\\山溪乡.dingbian'])).toEqual({
      ...usual,
      book: 'C:\\台账\\山溪乡.dingbian',
      data: null,
    })
    expect(readLaunchArguments(['.'])).toEqual({ ...usual, book: null, data: null })
  })
})

describe('what the page gets', () => {
  it('is three functions and never the event object', async () => {
    await launch()
    await import('../../electron/preload.ts')
    const host = state.exposed.get('host') as {
      call: (name: string, input: unknown) => Promise<unknown>
      onEvent: (listener: (...values: unknown[]) => void) => () => void
    }
    expect(Object.keys(host).sort()).toEqual(['call', 'onEvent', 'printPdf'])
    expect([...state.exposed.keys()]).toEqual(['host'])
    expect(await host.call('book.status', {})).toMatchObject({ ok: true })

    const heard: unknown[][] = []
    const stop = host.onEvent((...values) => heard.push(values))
    const event: HostEvent = { type: 'bookChanged', seq: 3 }
    state.ipcRenderer.emit('event', { sender: 'the way to every channel' }, event)
    stop()
    state.ipcRenderer.emit('event', {}, event)
    expect(heard).toEqual([[event]])
  })
})
