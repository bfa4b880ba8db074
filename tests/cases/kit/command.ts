import { runCommandLine } from '../../../electron/host/cli.ts'

/* The command line inside this process: about a second a case instead of ten. */

export interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
}

export async function call(...args: readonly string[]): Promise<Answer> {
  try {
    const ran = await runCommandLine([...args], process.env)
    return { code: ran.exitCode, out: ran.stdout, err: ran.stderr.trim() }
  } catch (error) {
    return { code: 99, out: '', err: `CRASH ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** What a command answered with --json; undefined when it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The value behind an option of this program. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
