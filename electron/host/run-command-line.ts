import { parseCommandLine } from './cli-arguments.ts'
import { isEngineCommand, USAGE } from './cli-table.ts'

/** Runs one command line; never throws for what a user can do wrong. Only what the command needs is loaded. */
export async function runCommandLine(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly exitCode: 0 | 1 | 2; readonly stdout: string; readonly stderr: string }> {
  const parsed = parseCommandLine(argv, environment['INIT_CWD'] ?? process.cwd())
  if ('usage' in parsed)
    return {
      exitCode: parsed.help ? 0 : 2,
      stdout: parsed.help ? USAGE : '',
      stderr: parsed.help ? '' : `${parsed.usage}\n${USAGE}`,
    }
  const { command } = parsed
  if (isEngineCommand(command)) return (await import('./cli-engine-commands.ts')).ENGINE_COMMANDS[command](parsed)
  return (await import('./run-on-core.ts')).runOnCore(command, parsed, environment)
}
