import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROGRAM_FOLDER } from './layout.ts'
import { printError } from './log.ts'

/** What is built, from what. Paths are relative to the program folder. */
export interface BuildTarget {
  readonly title: string
  readonly output: string
  readonly sources: readonly string[]
  readonly config: string
  /** The output's folder is built beside its place and put there whole: another start may be reading it. */
  readonly swapped?: true
}

export const RENDERER_BUILD: BuildTarget = {
  title: '界面',
  output: 'out/renderer/index.html',
  sources: ['renderer', 'electron/contract', 'vite.config.ts', 'package-lock.json'],
  config: 'vite.config.ts',
  swapped: true,
}

export const MAIN_BUILD: BuildTarget = {
  title: '主程序',
  output: 'out/main/main.js',
  sources: ['electron', 'migrations', 'vite.main.config.ts', 'package.json', 'package-lock.json'],
  config: 'vite.main.config.ts',
}

/** True when the output is missing or any source was changed after it. A program shipped without sources has nothing to be older than. */
export function isStale(target: BuildTarget, root: string = PROGRAM_FOLDER): boolean {
  const built = statSync(join(root, target.output), { throwIfNoEntry: false })
  return built === undefined || target.sources.some((source) => newest(join(root, source)) > built.mtimeMs)
}

/**
 * Builds the target when it is stale, with the same Node and the vite of node_modules. What vite says goes to the error stream:
 * stdout belongs to the address line. Where nothing may be written, what is built serves. @throws when vite fails.
 */
export async function ensureFresh(target: BuildTarget, root: string = PROGRAM_FOLDER): Promise<void> {
  if (!isStale(target, root)) return
  const place = dirname(join(root, target.output))
  if (existsSync(join(root, target.output)) && !isWritable(dirname(place))) {
    printError(`${target.title}不是最新的，但这里不能写入，先用已有的。`)
    return
  }
  printError(`正在生成${target.title}…`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) throw new Error('缺少 vite。请先运行 npm ci。')
  const beside = `${place}.${process.pid}`
  const elsewhere = target.swapped === true ? ['--outDir', beside] : []
  try {
    const code = await run([vite, 'build', '--config', target.config, '--logLevel', 'warn', ...elsewhere], root)
    if (code !== 0) throw new Error(`${target.title}没有生成成功，请看上面的说明。`)
    if (target.swapped === true) swap(beside, place)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

/** Node with these arguments; its exit code. */
function run(args: readonly string[], cwd: string): Promise<number | null> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 2, 2] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

/** Puts the new folder where the old one is. When another start was quicker, its folder is as new. */
function swap(made: string, place: string): void {
  const old = `${made}.old`
  try {
    if (existsSync(place)) renameSync(place, old)
    renameSync(made, place)
  } catch (error) {
    if (!existsSync(place)) throw error
  } finally {
    rmSync(old, { recursive: true, force: true })
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs)
}
