import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const CLI = join(import.meta.dirname, '../../electron/host/cli.ts')
/** The bundled clerk's workbook. */
export const SAMPLE_WORKBOOK = join(import.meta.dirname, '../../electron/sample/山溪乡花名册.xlsx')

export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** One command line in a process of its own, its data in `folder`. Never throws for what the command refuses. */
export async function runCli(folder: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const options = { env: { ...process.env, XDG_DATA_HOME: folder, ...environment }, maxBuffer: 64 * 1024 * 1024 }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [CLI, ...args], options)
    return { exitCode: 0, stdout, stderr }
  } catch (error) {
    const failed = error as { readonly code: number; readonly stdout: string; readonly stderr: string }
    return { exitCode: failed.code, stdout: failed.stdout, stderr: failed.stderr }
  }
}
