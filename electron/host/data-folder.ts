import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where books, their logs and settings live when nobody says otherwise: the user's own folder of the system. */
export function defaultDataFolder(environment: NodeJS.ProcessEnv): string {
  const home = homedir()
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), '定编')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', '定编')
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'dingbian')
}
