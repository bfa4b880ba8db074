import { EventEmitter } from 'node:events'

/*
 * As much of Electron as main.ts and preload.ts touch, recording what they did. Values cross the fake IPC by structured clone,
 * as they do in Electron, and a channel handled twice throws, as it does there.
 */

export interface FakeFrame {
  readonly url: string
  readonly parent: unknown
}

type Handler = (
  event: { readonly senderFrame: FakeFrame | null; readonly sender: FakePrinter },
  ...values: unknown[]
) => unknown

/** Prints the options it was asked with. */
interface FakePrinter {
  readonly printToPDF: (options: unknown) => Promise<Buffer>
}

class FakeContents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly values: readonly unknown[] }[] = []
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | null = null
  url = ''

  getURL(): string {
    return this.url
  }
  isDestroyed(): boolean {
    return false
  }
  reloads = 0
  reload(): void {
    this.reloads += 1
  }
  zoomLimits: readonly number[] = []
  setVisualZoomLevelLimits(least: number, most: number): Promise<void> {
    this.zoomLimits = [least, most]
    return Promise.resolve()
  }
  send(channel: string, ...values: unknown[]): void {
    this.sent.push({ channel, values: structuredClone(values) })
  }
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.openHandler = handler
  }
}

class FakeWindow extends EventEmitter {
  static readonly windows: FakeWindow[] = []
  static getAllWindows(): readonly FakeWindow[] {
    return FakeWindow.windows
  }

  readonly options: Readonly<Record<string, unknown>>
  readonly webContents = new FakeContents()
  focused = 0

  constructor(options: Readonly<Record<string, unknown>>) {
    super()
    afterReady('Cannot create BrowserWindow')
    this.options = options
    FakeWindow.windows.push(this)
    state.app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.webContents.url = url
    return state.failing.has('loadURL') ? Promise.reject(new Error('ERR_FAILED (-2)')) : Promise.resolve()
  }
  show(): void {}
  destroy(): void {
    FakeWindow.windows.length = 0
  }

  maximize(): void {}
  isMinimized(): boolean {
    return false
  }
  focus(): void {
    this.focused += 1
  }
}

class FakeApp extends EventEmitter {
  readonly done: string[] = []
  readonly paths = new Map<string, string>()
  readonly recent: string[] = []
  ready = false
  exitCode: number | null = null
  /** False: another instance holds the lock. */
  first = true
  isPackaged = false

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready.')
    this.done.push('enableSandbox')
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  requestSingleInstanceLock(): boolean {
    this.done.push('requestSingleInstanceLock')
    return this.first
  }
  whenReady(): Promise<void> {
    this.done.push('whenReady')
    return Promise.resolve().then(() => {
      this.ready = true
    })
  }
  addRecentDocument(path: string): void {
    this.recent.push(path)
  }
  exit(code: number): void {
    this.exitCode = code
    this.done.push('exit')
    this.emit('will-quit', {})
  }
  /** Run from a folder: the words of Node that make it this program. */
  getAppPath(): string {
    return state.appPath
  }
  getAppMetrics(): readonly never[] {
    return []
  }
  /** As Electron: asks before-quit first; nobody objecting, the program ends. */
  quit(): void {
    let held = false
    this.emit('before-quit', { preventDefault: () => (held = true) })
    this.done.push(held ? 'quit held back' : 'quit')
    if (!held) this.emit('will-quit', {})
  }
}

const handlers = new Map<string, Handler>()
const schemes: unknown[] = []
const protocolHandlers = new Map<string, (request: Request) => Response | Promise<Response>>()
const permissions: {
  request: ((contents: FakeContents, permission: string, decide: (allowed: boolean) => void) => void) | null
  check: ((contents: FakeContents | null, permission: string, origin: string) => boolean) | null
} = { request: null, check: null }
const exposed = new Map<string, Readonly<Record<string, unknown>>>()
const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: (channel: string, ...values: unknown[]) =>
    invoke(channel, { url: 'app://dingbian/', parent: null }, ...values),
})

/** As Electron: these parts are there only once the program is ready. */
function afterReady(what: string): void {
  if (!state.app.ready) throw new Error(`${what} before app is ready`)
  if (state.failing.has(what)) throw new Error(what)
}

/** What the module under test did to the fake. */
export const state = {
  /** Parts that fail as they do on a machine where something is wrong. */
  failing: new Set<string>(),
  appPath: '',
  /** Boxes shown: title and text. */
  boxes: [] as (readonly [string, string])[],
  /** The button of a question that is pressed. */
  pressed: 0,
  questions: [] as unknown[],
  app: new FakeApp(),
  powerMonitor: new EventEmitter(),
  /** Menus set for the program; none set is Electron's own, with its zoom keys. */
  menus: [] as unknown[],
  /** How a utility process is made; one that never speaks unless set. */
  fork: (() => new EventEmitter()) as (
    entry: string,
    words: readonly string[],
    options: { readonly execArgv: string[] },
  ) => unknown,
  windows: FakeWindow.windows,
  schemes,
  protocolHandlers,
  permissions,
  exposed,
  ipcRenderer,
  reset(): void {
    state.app.removeAllListeners()
    state.powerMonitor.removeAllListeners()
    state.app.done.length = 0
    state.app.first = true
    state.app.ready = false
    state.app.exitCode = null
    state.app.recent.length = 0
    state.failing.clear()
    state.boxes.length = 0
    state.menus.length = 0
    state.fork = () => new EventEmitter()
    state.questions.length = 0
    state.pressed = 0
    FakeWindow.windows.length = 0
    handlers.clear()
    schemes.length = 0
    protocolHandlers.clear()
    exposed.clear()
    ipcRenderer.removeAllListeners()
  },
}

/** What a page in the given frame gets back when it invokes a channel. */
export async function invoke(channel: string, senderFrame: FakeFrame | null, ...values: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  const sent: unknown[] = structuredClone(values)
  return structuredClone(
    await handler(
      { senderFrame, sender: { printToPDF: (options) => Promise.resolve(Buffer.from(JSON.stringify(options))) } },
      ...sent,
    ),
  )
}

/** The module, for `vi.mock('electron', …)`. */
export const electron = {
  app: state.app,
  BrowserWindow: FakeWindow,
  ipcMain: {
    handle: (channel: string, handler: Handler) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      handlers.set(channel, handler)
    },
  },
  dialog: {
    showErrorBox: (title: string, text: string) => void state.boxes.push([title, text]),
    showMessageBoxSync: (options: unknown) => {
      afterReady('dialog.showMessageBoxSync')
      state.questions.push(options)
      return state.pressed
    },
  },
  screen: {
    getPrimaryDisplay: () => {
      afterReady("The 'screen' module can't be used")
      return { workAreaSize: { width: 1366, height: 728 } }
    },
  },
  Menu: {
    setApplicationMenu: (menu: unknown) => {
      afterReady('Menu.setApplicationMenu')
      state.menus.push(menu)
    },
  },
  powerMonitor: state.powerMonitor,
  protocol: {
    registerSchemesAsPrivileged: (list: readonly unknown[]) => {
      if (state.app.done.includes('whenReady')) throw new Error('registerSchemesAsPrivileged after ready')
      schemes.push(...list)
    },
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      afterReady('protocol.handle')
      if (protocolHandlers.has(scheme)) throw new Error('The scheme has been intercepted')
      protocolHandlers.set(scheme, handler)
    },
  },
  session: {
    get defaultSession() {
      afterReady('Session can only be received')
      return {
        setPermissionRequestHandler: (handler: typeof permissions.request) => (permissions.request = handler),
        setPermissionCheckHandler: (handler: typeof permissions.check) => (permissions.check = handler),
      }
    },
  },
  shell: { openPath: () => Promise.resolve('') },
  utilityProcess: {
    fork: (entry: string, words: readonly string[], options: { readonly execArgv: string[] }) => {
      afterReady('utilityProcess.fork')
      return state.fork(entry, words, options)
    },
  },
  contextBridge: {
    exposeInMainWorld: (name: string, api: Readonly<Record<string, unknown>>) => exposed.set(name, api),
  },
  ipcRenderer,
}
