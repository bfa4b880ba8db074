import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runCommandLine } from '../../electron/host/cli.ts'

const CLI = join(import.meta.dirname, '../../electron/host/cli.ts')
/** The bundled clerk's workbook. */
export const SAMPLE_WORKBOOK = join(import.meta.dirname, '../../electron/sample/山溪乡花名册.xlsx')

export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

function environmentOf(folder: string, environment: Readonly<Record<string, string>>): Record<string, string> {
  return { ...(process.env as Record<string, string>), XDG_DATA_HOME: folder, ...environment }
}

/** A stream's text ends with a line break, as the program's last lines write it. */
const ended = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/**
 * One command line, its data in `folder`, by the very function the program calls: a process of its own costs a second and a half to
 * load. `runCliProcess` is the same in a process; a few tests hold that the two say the same.
 */
export async function runCli(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { exitCode, stdout, stderr } = await runCommandLine(args, environmentOf(folder, environment))
  return { exitCode, stdout: ended(stdout), stderr: ended(stderr) }
}

/** The same in a process of its own. Never throws for what the command refuses. */
export async function runCliProcess(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const options = { env: environmentOf(folder, environment), maxBuffer: 64 * 1024 * 1024 }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [CLI, ...args], options)
    return { exitCode: 0, stdout, stderr }
  } catch (error) {
    const failed = error as { readonly code: number; readonly stdout: string; readonly stderr: string }
    return { exitCode: failed.code, stdout: failed.stdout, stderr: failed.stderr }
  }
}
