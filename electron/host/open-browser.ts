import { spawn } from 'node:child_process'

/** Asks the system to show our own address in the default browser. A system that cannot is no error: the address is printed. */
export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [command, ...values] = browserCommand(url, platform)
  const child = spawn(command, values, { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
}

/** The system's command for opening an address. On Windows not `start`: no shell reads the address. */
export function browserCommand(url: string, platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  if (platform === 'darwin') return ['open', url]
  return ['xdg-open', url]
}
