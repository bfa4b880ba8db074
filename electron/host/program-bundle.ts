import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

/*
 * The program in a few files, for a quick start: node_modules/.cache/dingbian/<fingerprint of the sources>/program.
 * A folder is complete when it has its name, and is never changed; other sources have another name. So starts that run at the
 * same time, an older one still running, and a copy of the house with other dates on its files cannot get the wrong program.
 */

/** What the program is built from, relative to the program folder. */
const SOURCES = ['electron', 'migrations', 'vite.start.config.ts', 'package.json', 'package-lock.json']
/** Bundles that are kept, and how long the others are: a program that still runs loads from one later, and says so by its time. */
const KEPT = 3
const KEPT_MS = 30 * 60_000
/** A build takes seconds; one that was broken off does not keep the next from trying. */
const BROKEN_OFF_MS = 120_000

/**
 * The folder with the bundle of the sources as they are, made when it is missing. Null where it cannot be made (read-only, no tools,
 * sources that do not build) or is being made by another start: the sources serve as well, they are only slower to load.
 */
export function findProgramBundle(root: string): string | null {
  const store = join(root, 'node_modules', '.cache', 'dingbian')
  try {
    const bundle = join(store, fingerprintOf(root))
    return existsSync(bundle) || build(root, store, bundle) ? bundle : null
  } catch {
    return null
  }
}

/** Says that the bundle is in use, now and for as long as this process runs. */
export function keepProgramBundle(bundle: string): void {
  const say = () => {
    try {
      utimesSync(bundle, new Date(), new Date())
    } catch {
      // Where nothing may be written nothing is removed either.
    }
  }
  say()
  setInterval(say, KEPT_MS / 3).unref()
}

/** Name, size and time of every source file, and the Node that runs them. */
export function fingerprintOf(root: string): string {
  const lines: string[] = [process.version]
  for (const source of SOURCES) note(root, source, lines)
  return hash('sha256', lines.join('\n')).slice(0, 24)
}

function note(root: string, path: string, lines: string[]): void {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined) return
  if (found.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) note(root, `${path}/${name}`, lines)
  } else lines.push(`${path} ${found.size} ${found.mtimeMs}`)
}

function build(root: string, store: string, bundle: string): boolean {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) return false
  mkdirSync(store, { recursive: true })
  const claim = `${bundle}.building`
  if (!claimed(claim)) return false
  try {
    const args = [vite, 'build', '--config', 'vite.start.config.ts', '--outDir', join(claim, 'program')]
    const { status } = spawnSync(process.execPath, [...args, '--logLevel', 'silent'], { cwd: root, stdio: 'ignore' })
    // A source changed meanwhile: what was built is neither the one nor the other.
    if (status !== 0 || join(store, fingerprintOf(root)) !== bundle) return false
    renameSync(claim, bundle)
    return true
  } finally {
    rmSync(claim, { recursive: true, force: true })
    forgetOld(store)
  }
}

/** Making a folder is the one step that only one of several starts can do. */
function claimed(claim: string): boolean {
  const made = statSync(claim, { throwIfNoEntry: false })
  if (made !== undefined && Date.now() - made.mtimeMs > BROKEN_OFF_MS) rmSync(claim, { recursive: true, force: true })
  try {
    mkdirSync(claim)
    return true
  } catch {
    return false
  }
}

function forgetOld(store: string): void {
  const made = readdirSync(store)
    .map((name) => join(store, name))
    .map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((left, right) => right.at - left.at)
  for (const { path, at } of made.slice(KEPT))
    if (Date.now() - at > KEPT_MS) rmSync(path, { recursive: true, force: true })
}
