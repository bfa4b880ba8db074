import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePrivateFolder } from './layout.ts'

/*
 * Every user of the machine reads every process's arguments, so the address with its secret is in none of them: the browser is given a file only
 * this user can read, and the file leads to the address. Where the file cannot be opened, the address stands printed.
 */

/** How long a slow machine may take to start its browser. */
const KEPT_MS = 120_000
const NAME = /^open-[0-9a-f]{16}\.html$/

export interface DoorFile {
  /** file:///… */
  readonly url: string
  readonly remove: () => void
}

/** Writes the file that leads to `url`, readable by this user alone. What a killed program left goes. @throws what the file system says */
export function writeDoorFile(folder: string, url: string): DoorFile {
  ensurePrivateFolder(folder)
  for (const name of readdirSync(folder)) if (NAME.test(name)) rmSync(join(folder, name), { force: true })
  const path = join(folder, `open-${randomBytes(8).toString('hex')}.html`)
  writeFileSync(path, doorPage(url), { mode: 0o600, flag: 'wx' })
  return { url: pathToFileURL(path).href, remove: () => rmSync(path, { force: true }) }
}

function doorPage(url: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>定编</title>
<p>正在打开定编。没有自己打开的，请点 <a href="${url}">打开定编</a>。</p>
<script>location.replace(${JSON.stringify(url)})</script>
</html>
`
}

/**
 * Asks the system to show our own address in the default browser, by a file in `folder`; what is returned takes the file away. A system that
 * cannot is no error: the address is printed.
 */
export function openBrowser(url: string, folder: string, platform: NodeJS.Platform = process.platform): () => void {
  const door = doorFileOf(folder, url)
  if (door === null) return () => undefined
  const [command, ...values] = browserCommand(door.url, platform)
  const child = spawn(command, values, { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
  setTimeout(door.remove, KEPT_MS).unref()
  return door.remove
}

/** Null where no file can be written. */
function doorFileOf(folder: string, url: string): DoorFile | null {
  try {
    return writeDoorFile(folder, url)
  } catch {
    return null
  }
}

/** The system's command for opening an address. On Windows not `start`: no shell reads the address. */
export function browserCommand(url: string, platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  if (platform === 'darwin') return ['open', url]
  return ['xdg-open', url]
}
