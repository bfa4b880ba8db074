import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/*
 * Packs the program without network: electron-builder itself runs over a project folder of ours with an Electron distribution that is only files.
 * What comes out is the real app.asar, listed. Nothing in it is run.
 */

const ROOT = join(import.meta.dirname, '..', '..')
const DRIVER = 'better-sqlite3-multiple-ciphers'
const require = createRequire(import.meta.url)
// They come with electron-builder and have no types of their own place in package.json.
const fromBuilder = createRequire(require.resolve('electron-builder'))

interface Asar {
  readonly createPackage: (from: string, to: string) => Promise<void>
  readonly listPackage: (file: string, options: { readonly isPack: boolean }) => string[]
  readonly extractFile: (file: string, name: string) => Buffer
}
interface Builder {
  readonly build: (options: object) => Promise<readonly string[]>
  readonly Platform: Readonly<
    Record<'WINDOWS' | 'LINUX', { readonly createTarget: (type: string, arch: number) => unknown }>
  >
  readonly Arch: Readonly<Record<'x64' | 'arm64', number>>
}

const asar = createRequire(fromBuilder.resolve('app-builder-lib'))('@electron/asar') as Asar
const builder = fromBuilder('app-builder-lib') as Builder
const resedit = createRequire(fromBuilder.resolve('app-builder-lib'))('resedit') as typeof import('resedit')
const { setPrinter } = createRequire(fromBuilder.resolve('app-builder-lib'))('builder-util') as {
  readonly setPrinter: (printer: (message: string) => void) => void
}

export interface Packed {
  /** Files of app.asar, POSIX paths without a leading slash, folders left out. */
  readonly files: readonly string[]
  /** Files beside app.asar that were kept unpacked. */
  readonly unpacked: readonly string[]
  readonly locales: readonly string[]
  readonly manifest: Readonly<Record<string, unknown>>
}

/** What a careless packing would take along, planted in the project folder. */
export const DECOYS = [
  'electron/main.ts',
  'renderer/main.tsx',
  'migrations/0001-book.ts',
  'tests/a.test.ts',
  'README.md',
  '.ci/run',
  '.env',
  '山溪乡.dingbian',
  'logs/dingbian-2026-11-22.log',
  'out/main/main.js.map',
  'dist/old.txt',
  'test-output/results.json',
]
/** What belongs to the program. */
export const PROGRAM = [
  'out/main/main.js',
  'out/main/preload.cjs',
  'out/main/workbook-child.js',
  'out/renderer/index.html',
  'out/renderer/assets/index-1.css',
  'out/sample/山溪乡花名册.xlsx',
]

/** Lays out a project like ours in `folder`: our package.json, lockfile and builder config (or a changed one), the real driver, small files for the rest. */
export function layOutProject(folder: string, change: (config: string) => string = (config) => config): void {
  for (const path of [...DECOYS, ...PROGRAM]) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), 'x')
  }
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(ROOT, name), join(folder, name))
  writeFileSync(join(folder, 'electron-builder.yml'), change(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')))
  for (const name of [DRIVER, 'node-addon-api'])
    cpSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
}

/** The same project with what `npm run build` made in the place of the small files. */
export function layOutBuilt(folder: string): void {
  layOutProject(folder)
  rmSync(join(folder, 'out'), { recursive: true })
  cpSync(join(ROOT, 'out'), join(folder, 'out'), { recursive: true })
}

/** Packs `folder` for a platform, as a folder of files. Fuses are left out: they are flipped in a real Electron binary only. */
export async function pack(folder: string, platform: 'win32' | 'linux', arch: 'x64' | 'arm64'): Promise<Packed> {
  setPrinter(() => undefined)
  const output = join(folder, 'packed', `${platform}-${arch}`)
  const target = builder.Platform[platform === 'win32' ? 'WINDOWS' : 'LINUX'].createTarget('dir', builder.Arch[arch])
  const config = {
    electronDist: await fakeDistribution(folder, platform),
    electronVersion: '45.4.1',
    electronFuses: null,
    directories: { output },
  }
  await builder.build({ projectDir: folder, targets: target, publish: 'never', config })
  const base = readdirSync(output).find((name) => name.endsWith('unpacked'))
  if (base === undefined) throw new Error(`nothing packed in ${output}`)
  const resources = join(output, base, 'resources')
  const archive = join(resources, 'app.asar')
  const entries = asar.listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
  return {
    files: entries.filter((path) => !entries.some((other) => other.startsWith(`${path}/`))).sort(),
    unpacked: readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort(),
    locales: readdirSync(join(output, base, 'locales')),
    manifest: JSON.parse(asar.extractFile(archive, 'package.json').toString('utf8')) as Record<string, unknown>,
  }
}

/** As much of an Electron distribution as electron-builder looks at. */
async function fakeDistribution(folder: string, platform: 'win32' | 'linux'): Promise<string> {
  const dist = join(folder, `electron-${platform}`)
  mkdirSync(join(dist, 'resources'), { recursive: true })
  mkdirSync(join(dist, 'locales'), { recursive: true })
  mkdirSync(join(dist, 'empty'), { recursive: true })
  writeFileSync(join(dist, 'empty', 'main.js'), '')
  await asar.createPackage(join(dist, 'empty'), join(dist, 'resources', 'default_app.asar'))
  for (const locale of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(dist, 'locales', `${locale}.pak`), '')
  writeFileSync(join(dist, 'version'), '45.4.1')
  writeFileSync(
    join(dist, platform === 'win32' ? 'electron.exe' : 'electron'),
    platform === 'win32' ? emptyProgram() : '#!/bin/sh\n',
    { mode: 0o755 },
  )
  return dist
}

/** The smallest Windows program with a version resource: electron-builder writes the archive's hash beside it. */
function emptyProgram(): Buffer {
  const program = resedit.NtExecutable.createEmpty(false, false)
  const resource = resedit.NtExecutableResource.from(program)
  const version = resedit.Resource.VersionInfo.createEmpty()
  version.lang = 1033
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resource.entries)
  resource.outputResource(program)
  return Buffer.from(program.generate())
}

interface ConfigTools {
  readonly getConfig: (folder: string, path: string | null, options: object | null) => Promise<Record<string, unknown>>
  readonly validateConfiguration: (config: object, logger: object) => Promise<void>
}

/** The configuration as electron-builder reads it. */
export async function readBuilderConfig(): Promise<Record<string, unknown>> {
  setPrinter(() => undefined)
  return configTools().getConfig(ROOT, null, null)
}

/** @throws when electron-builder's own schema refuses the configuration. */
export async function validateBuilderConfig(config: object): Promise<void> {
  await configTools().validateConfiguration(config, { isEnabled: false, add: () => undefined })
}

function configTools(): ConfigTools {
  return fromBuilder('app-builder-lib/out/util/config/config.js') as ConfigTools
}
