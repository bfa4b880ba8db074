import { fileURLToPath } from 'node:url'
import { loadProgram } from './load-program.ts'

/*
 * `npm run cli`, the third door. stdout carries what was asked for (with --json exactly one object), stderr the sentences in Chinese.
 * Exit 0 done, 1 refused by a rule or bad input and nothing changed, 2 wrong usage.
 * This file is thin on purpose: what it runs is loaded in one piece, not as some thousand files.
 */

/** Runs one command line in this process; never throws for what a user can do wrong. */
export async function runCommandLine(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly exitCode: 0 | 1 | 2; readonly stdout: string; readonly stderr: string }> {
  const program = await import('./run-command-line.ts')
  return program.runCommandLine(argv, environment)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const run = (await loadProgram('run-command-line', () => import('./run-command-line.ts'))).runCommandLine
  const result = await run(process.argv.slice(2), process.env)
  if (result.stderr !== '') process.stderr.write(result.stderr.endsWith('\n') ? result.stderr : `${result.stderr}\n`)
  if (result.stdout !== '') process.stdout.write(result.stdout.endsWith('\n') ? result.stdout : `${result.stdout}\n`)
  process.exitCode = result.exitCode
}
