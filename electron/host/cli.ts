import { fileURLToPath } from 'node:url'
import { createExcelPort } from './spawn-excel.ts'
import { COMMAND_LINE, USAGE } from './cli-commands.ts'
import { defaultDataFolder } from './data-folder.ts'
import { openLog } from './log.ts'
import { createCore } from './core.ts'
import { APP_VERSION } from './version.ts'
import { parseCommandLine, type CommandLine, type CommandResult } from './cli-arguments.ts'

/*
 * The third door. stdout carries what was asked for (with --json exactly one object), stderr the sentences in Chinese.
 * Exit 0 done, 1 refused by a rule or bad input and nothing changed, 2 wrong usage.
 */

/** Runs one command line; never throws for what a user can do wrong. */
export async function runCommandLine(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<{ readonly exitCode: 0 | 1 | 2; readonly stdout: string; readonly stderr: string }> {
  const parsed = parseCommandLine(argv, environment['INIT_CWD'] ?? process.cwd())
  if ('usage' in parsed) return { exitCode: parsed.help ? 0 : 2, stdout: parsed.help ? USAGE : '', stderr: parsed.help ? '' : `${parsed.usage}\n${USAGE}` }
  return runParsed(parsed, environment)
}

async function runParsed(line: CommandLine, environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  const dataFolder = defaultDataFolder(environment)
  const core = createCore({ dataFolder, excel: createExcelPort({}), log: openLog(dataFolder), appVersion: APP_VERSION })
  try {
    return await COMMAND_LINE[line.command](core, line, environment)
  } finally {
    await core.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await runCommandLine(process.argv.slice(2), process.env)
  if (result.stderr !== '') process.stderr.write(result.stderr.endsWith('\n') ? result.stderr : `${result.stderr}\n`)
  if (result.stdout !== '') process.stdout.write(result.stdout.endsWith('\n') ? result.stdout : `${result.stdout}\n`)
  process.exitCode = result.exitCode
}
