import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_FOLDER } from './layout.ts'
import { printError } from './log.ts'

/** What is built, from what. Paths are relative to the program folder. */
export interface BuildTarget {
  readonly title: string
  readonly output: string
  readonly sources: readonly string[]
  readonly config: string
}

export const RENDERER_BUILD: BuildTarget = {
  title: '界面',
  output: 'out/renderer/index.html',
  sources: ['renderer', 'electron/contract', 'vite.config.ts', 'package-lock.json'],
  config: 'vite.config.ts',
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
 * stdout belongs to the address line. @throws when vite fails.
 */
export async function ensureFresh(target: BuildTarget, root: string = PROGRAM_FOLDER): Promise<void> {
  if (!isStale(target, root)) return
  printError(`正在生成${target.title}…`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) throw new Error('缺少 vite。请先运行 npm ci。')
  const child = spawn(process.execPath, [vite, 'build', '--config', target.config, '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`${target.title}没有生成成功，请看上面的说明。`)
}

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs)
}
