/**
 * The Electron door: one window on app://dingbian/, sandboxed, over the same core as the browser and the command line.
 * Only wiring stands here; every decision is in security-policy.ts and host/, where it is tested without Electron.
 */
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
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
  EVENT_CHANNEL,
  forwardEvents,
  PDF_CHANNEL,
  readLaunchArguments,
} from './host/ipc-host.ts'
import { ensurePrivateFolder, ICON, RENDERER_FOLDER } from './host/layout.ts'
import { openLog, printLine, type Log } from './host/log.ts'
import { createCore } from './host/core.ts'
import type { Core } from './host/dispatch.ts'
import { keepReport, reportOf, runSelfTest, selfTestWriter } from './host/self-test.ts'
import { createExcelPort, withoutSecrets } from './host/spawn-excel.ts'
import { answerStatic, loadStaticFiles } from './host/static-files.ts'
import { createUtilityFork, usageOf } from './host/utility-child.ts'
import {
  addressFor,
  bookOfSecondStart,
  createReviver,
  holdBack,
  LEAVE_QUESTION,
  LEAVES,
  openWanted,
  startFailure,
  tellingOpened,
} from './host/window-life.ts'
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
let log: Log | null = null
/** A book opened from the file manager before there is a window (macOS). */
let wanted: string | null = launch.book
const mayRevive = createReviver()

/** Says why and ends: a program that holds the lock and shows no window cannot be started again. */
function fail(error: unknown): void {
  log?.error('start', { kind: error instanceof Error ? error.name : typeof error })
  const { title, text } = startFailure(error, dataFolder)
  dialog.showErrorBox(title, text)
  app.exit(1)
}

/** After the start nothing that goes wrong aside ends the program: what was acknowledged is on the disk. */
function unexpected(error: unknown): void {
  if (log === null) fail(error)
  else log.error('unexpected', { kind: error instanceof Error ? error.name : typeof error })
}
process.on('uncaughtException', unexpected)
process.on('unhandledRejection', unexpected)
app.on('will-quit', () => {
  process.off('uncaughtException', unexpected)
  process.off('unhandledRejection', unexpected)
})
app.on('open-file', (event, path) => {
  event.preventDefault()
  openFromOutside(path)
})

try {
  ensurePrivateFolder(dataFolder)
  app.setPath('userData', join(launch.writer ?? dataFolder, launch.selfTest ? 'self-test-window' : 'window'))
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: SCHEME_PRIVILEGES }])
  // A self-test and what it kills stand beside a program that runs.
  if (launch.writer !== null) app.whenReady().then(writeUntilKilled).catch(fail)
  else if (launch.selfTest) app.whenReady().then(testItself).catch(fail)
  else if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(fail)
  else app.quit()
} catch (error) {
  fail(error)
}

const forkExcel = createUtilityFork(
  (entry, execArgv) =>
    utilityProcess.fork(entry, [], {
      execArgv,
      env: withoutSecrets(process.env),
      stdio: 'ignore',
      serviceName: '定编表格',
    }),
  (pid) => usageOf(app.getAppMetrics(), pid),
)

async function writeUntilKilled(): Promise<void> {
  await selfTestWriter(launch.writer ?? '', { excel: createExcelPort({ fork: forkExcel }), appVersion: APP_VERSION })
  app.exit(0)
}

async function testItself(): Promise<void> {
  const steps = await runSelfTest({
    folder: dataFolder,
    excel: createExcelPort({ fork: forkExcel }),
    appVersion: APP_VERSION,
    openWindow: async () => {
      serveFiles()
      await openWindow(false)
      BrowserWindow.getAllWindows()[0]?.destroy()
    },
    // Packed, the program is one file; run from a folder, its first word is that folder.
    writer: { program: process.execPath, words: app.isPackaged ? [] : [app.getAppPath()], flag: '--self-test-writer=' },
  })
  const report = reportOf(steps, APP_VERSION, new Date().toISOString())
  printLine(report)
  const path = keepReport(dataFolder, report)
  dialog.showErrorBox('定编自检', `${report}\n报告在 ${path}`)
  app.exit(steps.every((step) => step.ok) ? 0 : 1)
}

function serveFiles(): void {
  const files = loadStaticFiles(RENDERER_FOLDER)
  protocol.handle(APP_SCHEME, (request) => {
    const url = new URL(request.url)
    const { status, headers, body } = answerStatic(files, request.method, mayNavigate(request.url) ? url.pathname : '')
    return new Response(body, { status, headers })
  })
}

async function start(): Promise<void> {
  const opened = openLog(dataFolder)
  const core = tellingOpened(
    createCore({
      dataFolder,
      log: opened,
      appVersion: APP_VERSION,
      excel: createExcelPort({ fork: forkExcel }),
      openPath: async (path) => (await shell.openPath(path)) === '',
    }),
    (path) => app.addRecentDocument(path),
  )
  serveFiles()
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
  // The system shuts down (Linux, macOS): it waits until the copy is made and the file closed.
  powerMonitor.on('shutdown', (...given: unknown[]) => {
    holdBack(given[0])
    app.quit()
  })
  app.on('second-instance', (_, argv, workingDirectory) => {
    const book = bookOfSecondStart(argv, workingDirectory)
    if (book !== null) openFromOutside(book)
    showWindow()
  })
  app.on('render-process-gone', (_, contents, { reason }) => {
    opened.error('page_gone', { reason })
    if (reason === 'clean-exit') return
    if (mayRevive()) contents.reload()
    else fail(new Error('the page dies again and again'))
  })
  if (wanted !== null && (await openSilently(core, wanted))) wanted = null
  Menu.setApplicationMenu(null)
  await openWindow()
  log = opened
}

/** A book without a question to ask is open before the window shows; for any other the page asks. */
async function openSilently(core: Core, path: string): Promise<boolean> {
  return (await core.call('book.open', { path, password: process.env['DINGBIAN_PASSWORD'] })).ok
}

function openFromOutside(path: string): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) wanted = path
  else window.webContents.send(EVENT_CHANNEL, openWanted(path))
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
  // A page that asks to stay, for something half filled in: without an answer here its window would not close and say nothing.
  contents.on('will-prevent-unload', (event) => {
    if (dialog.showMessageBoxSync({ ...LEAVE_QUESTION, buttons: [...LEAVE_QUESTION.buttons] }) === LEAVES)
      event.preventDefault()
  })
  // Her size is the page's own (`host/preferences`): two fingers on a touch pad are no second one.
  contents.on('did-finish-load', () => void contents.setVisualZoomLevelLimits(1, 1))
})

async function openWindow(shown = true): Promise<void> {
  const window = new BrowserWindow({
    ...WINDOW_SIZE,
    title: '定编',
    icon: ICON,
    show: false,
    webPreferences: {
      ...WEB_PREFERENCES,
      devTools: !app.isPackaged,
      preload: join(import.meta.dirname, 'preload.cjs'),
    },
  })
  if (shown && opensMaximised(screen.getPrimaryDisplay().workAreaSize)) window.maximize()
  if (shown) window.once('ready-to-show', () => window.show())
  // Windows asks before the log-off and waits while the answer is no: the copy at exit is made first.
  window.on('query-session-end', (event) => {
    event.preventDefault()
    app.quit()
  })
  const address = addressFor(APP_URL, wanted)
  wanted = null
  await window.loadURL(address)
}

function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
}
