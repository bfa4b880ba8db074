/**
 * The Electron door: one window on app://dingbian/, sandboxed, over the same core as the browser and the command line.
 * Only wiring stands here; every decision is in security-policy.ts and host/, where it is tested without Electron.
 */
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'
import { defaultDataFolder } from './host/data-folder.ts'
import {
  CALL_CHANNEL,
  createIpcHandler,
  createPdfHandler,
  createQuitGate,
  forwardEvents,
  PDF_CHANNEL,
  readLaunchArguments,
} from './host/ipc-host.ts'
import { ensurePrivateFolder, RENDERER_FOLDER } from './host/layout.ts'
import { openLog } from './host/log.ts'
import { createCore } from './host/core.ts'
import { createExcelPort } from './host/spawn-excel.ts'
import { answerStatic, loadStaticFiles } from './host/static-files.ts'
import { createUtilityFork, usageOf } from './host/utility-child.ts'
import { APP_VERSION } from './host/version.ts'
import {
  APP_SCHEME,
  APP_URL,
  mayNavigate,
  mayUse,
  opensMaximised,
  SCHEME_PRIVILEGES,
  WEB_PREFERENCES,
  WINDOW_SIZE,
} from './security-policy.ts'

const launch = readLaunchArguments(process.argv.slice(1))
const dataFolder = launch.data ?? defaultDataFolder(process.env)

ensurePrivateFolder(dataFolder)
app.setPath('userData', join(dataFolder, 'window'))
app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: SCHEME_PRIVILEGES }])

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

const forkExcel = createUtilityFork(
  (entry, execArgv) => utilityProcess.fork(entry, [], { execArgv, stdio: 'ignore', serviceName: '定编表格' }),
  (pid) => usageOf(app.getAppMetrics(), pid),
)

async function start(): Promise<void> {
  const log = openLog(dataFolder)
  const core = createCore({
    dataFolder,
    log,
    appVersion: APP_VERSION,
    excel: createExcelPort({ fork: forkExcel }),
    openPath: async (path) => (await shell.openPath(path)) === '',
  })
  const files = loadStaticFiles(RENDERER_FOLDER)
  protocol.handle(APP_SCHEME, (request) => {
    const url = new URL(request.url)
    const { status, headers, body } = answerStatic(files, request.method, mayNavigate(request.url) ? url.pathname : '')
    return new Response(body, { status, headers })
  })
  session.defaultSession.setPermissionRequestHandler((contents, permission, decide) =>
    decide(mayUse(permission, contents.getURL())),
  )
  session.defaultSession.setPermissionCheckHandler((_, permission, origin) => mayUse(permission, origin))
  ipcMain.handle(CALL_CHANNEL, createIpcHandler(core))
  ipcMain.handle(PDF_CHANNEL, createPdfHandler())
  forwardEvents(core, () => BrowserWindow.getAllWindows().map((window) => window.webContents))
  app.on(
    'before-quit',
    createQuitGate(core, () => app.quit()),
  )
  app.on('window-all-closed', () => app.quit())
  const away = () => void core.lock?.()
  powerMonitor.on('lock-screen', away)
  powerMonitor.on('suspend', away)
  app.on('second-instance', showWindow)
  if (launch.book !== null)
    await core.call('book.open', { path: launch.book, password: process.env['DINGBIAN_PASSWORD'] })
  Menu.setApplicationMenu(null)
  openWindow()
}

// Set before any window exists, so that no page of any kind can be created without its guards.
app.on('web-contents-created', (_, contents) => {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
})

function openWindow(): void {
  const window = new BrowserWindow({
    ...WINDOW_SIZE,
    title: '定编',
    show: false,
    webPreferences: {
      ...WEB_PREFERENCES,
      devTools: !app.isPackaged,
      preload: join(import.meta.dirname, 'preload.cjs'),
    },
  })
  if (opensMaximised(screen.getPrimaryDisplay().workAreaSize)) window.maximize()
  window.once('ready-to-show', () => window.show())
  void window.loadURL(APP_URL)
}

function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
}
