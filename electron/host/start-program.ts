import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { refusalText } from '../vocabulary/refusals.ts'
import { defaultDataFolder } from './data-folder.ts'
import type { Core } from './dispatch.ts'
import { findRuntime, runWindow } from './electron-runtime.ts'
import { ensureFresh, MAIN_BUILD, RENDERER_BUILD } from './fresh-build.ts'
import { startHttpHost } from './http-host.ts'
import { ensurePrivateFolder, RENDERER_FOLDER } from './layout.ts'
import { openLog, printError, printLine } from './log.ts'
import { openBrowser } from './open-browser.ts'
import { createCore } from './core.ts'
import { createExcelPort } from './spawn-excel.ts'
import { parseStartArguments, type StartOptions } from './start-arguments.ts'
import { APP_VERSION } from './version.ts'

/** Runs the program until it is closed. Exit code: 0 closed, 1 the book or the program could not be opened, 2 wrong usage. */
export async function start(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  // npm changes into the package's folder; a path on the command line means the folder the user stands in.
  const options = parseStartArguments(argv, env['INIT_CWD'] ?? process.cwd())
  if ('usage' in options) {
    printError(options.usage)
    return 2
  }
  if (options.book !== null && !existsSync(options.book)) {
    printError(refusalText('book_not_found', { path: options.book }))
    return 1
  }
  await ensureFresh(RENDERER_BUILD)
  if (!options.browser) {
    const ended = await startWindow(options)
    if (ended !== null) return ended
  }
  return startBrowser(options, env)
}

/** The window's exit code, or null when there is no window to be had, with one line that says why. */
async function startWindow(options: StartOptions): Promise<number | null> {
  const runtime = await findRuntime()
  const why = (reason: string) => printError(`${reason}，改在浏览器里使用。功能相同。`)
  if ('reason' in runtime) {
    why(runtime.reason)
    return null
  }
  await ensureFresh(MAIN_BUILD)
  const { exitCode, falseStart } = await runWindow(runtime.path, options)
  if (!falseStart) return exitCode
  why('Electron 窗口没有启动成功')
  return null
}

async function startBrowser(options: StartOptions, env: NodeJS.ProcessEnv): Promise<number> {
  const dataFolder = options.data ?? defaultDataFolder(env)
  ensurePrivateFolder(dataFolder)
  const log = openLog(dataFolder)
  const core = createCore({ dataFolder, log, appVersion: APP_VERSION, excel: createExcelPort() })
  if (!(await openBook(core, options.book, env['DINGBIAN_PASSWORD']))) {
    await core.close()
    return 1
  }
  const host = await startHttpHost({ core, log, rendererFolder: RENDERER_FOLDER })
  const stop = () => void host.close()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  printLine(`定编 ${host.url}`)
  const removeDoor = options.open ? openBrowser(host.url, join(dataFolder, 'opening')) : () => undefined
  await host.closed
  removeDoor()
  await core.close()
  return 0
}

async function openBook(core: Core, path: string | null, password: string | undefined): Promise<boolean> {
  if (path === null) return true
  const reply = await core.call('book.open', { path, password })
  if (!reply.ok) printError(reply.error.message)
  return reply.ok
}
