import { createExcelPort } from './spawn-excel.ts'
import { COMMAND_LINE } from './cli-commands.ts'
import { defaultDataFolder } from './data-folder.ts'
import { openLog } from './log.ts'
import { createCore } from './core.ts'
import { APP_VERSION } from './version.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import type { CoreCommand } from './cli-table.ts'

/** Runs a command that needs the whole program: a core of its own over the user's data folder, closed when it has answered. */
export async function runOnCore(
  command: CoreCommand,
  line: CommandLine,
  environment: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  const dataFolder = defaultDataFolder(environment)
  const core = createCore({
    dataFolder,
    excel: createExcelPort({}),
    log: openLog(dataFolder),
    appVersion: APP_VERSION,
    remembersBooks: false,
  })
  try {
    return await COMMAND_LINE[command](core, line, environment)
  } finally {
    await core.close()
  }
}
