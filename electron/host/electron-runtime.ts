import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_FOLDER } from './layout.ts'
import { printError } from './log.ts'

/* The package `electron` is never imported here: importing it without its runtime starts a download by itself. */

const INSTALL_LIMIT_MS = 120_000
/** A window that ends this soon with a failure never showed: a missing library, no display, a refused sandbox. */
const FALSE_START_MS = 10_000

export type Runtime = { readonly path: string } | { readonly reason: string }

export interface RuntimeOptions {
  readonly root?: string
  readonly env?: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
  readonly limitMs?: number
}

/** Where Electron's runtime is; tries once to install it when it is not there. `reason` says in Chinese why there is none. */
export async function findRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const { root = PROGRAM_FOLDER, env = process.env, platform = process.platform, limitMs = INSTALL_LIMIT_MS } = options
  const folder = join(root, 'node_modules', 'electron')
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return { reason: '这台机器没有图形桌面' }
  const present = installedPath(folder, env)
  if (present !== null) return { path: present }
  const installer = join(folder, 'install.js')
  if (!existsSync(installer)) return { reason: '没有安装 Electron' }
  printError('正在取 Electron 运行时（只试一次，至多两分钟）…')
  const failure = await runInstaller(installer, env, limitMs)
  const path = installedPath(folder, env)
  return path === null ? { reason: `Electron 运行时没有装上（${failure}）` } : { path }
}

/** As node_modules/electron/index.js finds it, without its download. */
function installedPath(folder: string, env: NodeJS.ProcessEnv): string | null {
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8')
    const path = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

async function runInstaller(installer: string, env: NodeJS.ProcessEnv, limitMs: number): Promise<string> {
  const child = spawn(process.execPath, [installer], { env, stdio: 'ignore' })
  const timeout = setTimeout(() => child.kill('SIGKILL'), limitMs)
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', resolve)
  })
  clearTimeout(timeout)
  return code === null ? '超过时限' : '下载不到'
}

export interface WindowRun {
  readonly exitCode: number
  /** The program ended at once with a failure: show the browser instead. */
  readonly falseStart: boolean
}

/** Runs the program in Electron's window and waits for its end. Signals to us are passed on, so that it can close its book. */
export async function runWindow(
  path: string,
  options: { readonly root?: string; readonly book: string | null; readonly data: string | null },
): Promise<WindowRun> {
  const root = options.root ?? PROGRAM_FOLDER
  const wishes = [
    options.book === null ? [] : [`--book=${options.book}`],
    options.data === null ? [] : [`--data=${options.data}`],
  ].flat()
  const begun = performance.now()
  const child = spawn(path, [root, ...wishes], { stdio: ['ignore', 2, 2] })
  const pass = (signal: NodeJS.Signals) => void child.kill(signal)
  process.on('SIGINT', pass)
  process.on('SIGTERM', pass)
  const exitCode = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  process.off('SIGINT', pass)
  process.off('SIGTERM', pass)
  return { exitCode, falseStart: exitCode !== 0 && performance.now() - begun < FALSE_START_MS }
}
