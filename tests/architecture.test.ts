import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allImports, importsOf, sourceFiles, type Import } from './kit/imports.ts'

const ROOT = join(import.meta.dirname, '..')
const PRODUCT = ['electron', 'renderer', 'migrations']

interface Layer {
  readonly at: readonly string[]
  /** Layers whose files it may import; `types`: only what is erased before running; a list: only these files. */
  readonly layers: Readonly<Record<string, 'any' | 'types' | readonly string[]>>
  readonly packages?: readonly string[]
  /** Packages of which only types may be taken. */
  readonly typePackages?: readonly string[]
  readonly node?: true
  /** What to do instead. */
  readonly rightWay: string
}

const SCREEN_PARTS = { 'renderer/api': 'any', 'renderer/ui': 'any', 'renderer/text': 'any', 'renderer/styles': 'any' } as const

/** Who may import whom: the table of the README as data. A layer may always import itself. */
const LAYERS: Readonly<Record<string, Layer>> = {
  entry: { at: ['electron/main.ts', 'electron/preload.ts'], layers: { host: 'any', policy: 'any' }, packages: ['electron'], node: true, rightWay: 'wire only; decisions belong to host/ or security-policy.ts' },
  policy: { at: ['electron/security-policy.ts'], layers: {}, rightWay: 'plain data and pure functions; it imports nothing' },
  contract: { at: ['electron/contract/'], layers: {}, packages: ['zod'], rightWay: 'declare the shape here; compute it in domain/ or app/' },
  domain: { at: ['electron/domain/'], layers: {}, rightWay: 'take what is needed as a parameter; app/ gathers it' },
  app: { at: ['electron/app/'], layers: { contract: 'any', domain: 'any', store: 'any' }, typePackages: ['kysely'], rightWay: 'files, clock, ids and children come through the context; SQL belongs to store/' },
  store: { at: ['electron/store/'], layers: { domain: 'any', migrations: 'any' }, packages: ['kysely', 'better-sqlite3-multiple-ciphers'], node: true, rightWay: 'store knows rows, not operations; throw a StoreError with a code' },
  excel: { at: ['electron/excel/'], layers: { domain: 'any' }, packages: ['xlsx', 'exceljs'], node: true, rightWay: 'what a sheet says is domain/; here it is only read and drawn' },
  host: {
    at: ['electron/host/'],
    layers: {
      contract: 'any', app: 'any', policy: 'any', domain: 'types', excel: 'types',
      store: ['open', 'store-error', 'backup', 'restore', 'journal'].map((name) => `electron/store/${name}.ts`),
    },
    packages: ['zod'], node: true, rightWay: 'a door has no business: put it into a handler in app/ and call it through dispatch',
  },
  'renderer/features': { at: ['renderer/features/'], layers: { contract: 'any', 'renderer/parts': 'any', ...SCREEN_PARTS }, packages: ['react', 'react-dom', 'pinyin-pro'], rightWay: 'a screen calls operations through renderer/api; what two screens share goes to renderer/parts or renderer/ui' },
  'renderer/parts': { at: ['renderer/parts/'], layers: { contract: 'any', ...SCREEN_PARTS }, packages: ['react', 'react-dom'], rightWay: 'parts are used by screens and know none' },
  'renderer/api': { at: ['renderer/api/'], layers: { contract: 'any', 'renderer/text': 'any' }, packages: ['react'], rightWay: 'only the transport and the hooks over it' },
  'renderer/ui': { at: ['renderer/ui/'], layers: { 'renderer/styles': 'any' }, packages: ['react', 'react-dom'], rightWay: 'ui has no domain words: pass texts and values in' },
  'renderer/text': { at: ['renderer/text/'], layers: { contract: 'any', 'renderer/ui': 'any' }, packages: ['pinyin-pro'], rightWay: 'words, and which look of ui/ a word has' },
  'renderer/styles': { at: ['renderer/styles/'], layers: {}, rightWay: 'styles only' },
  'renderer/root': { at: ['renderer/'], layers: { contract: 'any', 'renderer/features': 'any', 'renderer/parts': 'any', ...SCREEN_PARTS }, packages: ['react', 'react-dom', 'zod'], rightWay: 'puts the screens together, no more' },
  migrations: { at: ['migrations/'], layers: {}, packages: ['kysely'], rightWay: 'a released step must not change when our code does: copy what it needs into it' },
}

/** package.json is read for the version; it belongs to no layer. */
const FREE = ['package.json']

function layerOf(path: string): string {
  return Object.entries(LAYERS).find(([, layer]) => layer.at.some((prefix) => path === prefix || (prefix.endsWith('/') && path.startsWith(prefix))))?.[0] ?? 'outside'
}

/** The sentence for a forbidden import, or null. */
function complain(each: Import): string | null {
  const name = layerOf(each.file)
  const layer = LAYERS[name]
  if (layer === undefined) return `${each.file}: no layer of the table holds this file`
  if (allowed(each, name, layer)) return null
  const may = [...Object.keys(layer.layers), ...(layer.packages ?? []), ...(layer.typePackages ?? []).map((each) => `${each} (types)`), ...(layer.node === true ? ['node:'] : [])]
  return `${each.file} imports ${each.target}. ${name} may import ${may.join(', ') || 'nothing'}. Right way: ${layer.rightWay}.`
}

function allowed(each: Import, name: string, layer: Layer): boolean {
  if (each.kind === 'node') return layer.node === true
  if (each.kind === 'package') return (layer.packages ?? []).includes(each.target) || (each.typeOnly && (layer.typePackages ?? []).includes(each.target))
  if (FREE.includes(each.target)) return true
  const target = layerOf(each.target)
  if (target === name) return name !== 'renderer/features' || featureOf(each.file) === featureOf(each.target)
  const rule = layer.layers[target]
  if (rule === undefined) return false
  return rule === 'any' || (rule === 'types' ? each.typeOnly : rule.includes(each.target) || each.typeOnly)
}

const featureOf = (path: string) => path.split('/')[2]

describe('who may import whom', () => {
  const imports = allImports(ROOT, PRODUCT)

  it('holds for every file of the product', () => {
    expect(imports.length).toBeGreaterThan(100)
    expect(imports.map(complain).filter((sentence) => sentence !== null)).toEqual([])
  })

  it.each([
    ['electron/domain/rules/a.ts', "import { readFileSync } from 'node:fs'", 'domain may import nothing'],
    ['electron/domain/rules/a.ts', "import dayjs from 'dayjs'", 'app/ gathers it'],
    ['electron/domain/rules/a.ts', "import type { Row } from '../../store/book-database.ts'", 'domain may import nothing'],
    ['electron/domain/rules/a.ts', "export { x } from '../../app/x.ts'", 'domain may import nothing'],
    ['electron/app/a.ts', "import { app } from 'electron'", 'app may import contract, domain, store'],
    ['electron/app/a.ts', "import { sql } from 'kysely'", 'SQL belongs to store/'],
    ['electron/app/a.ts', "import { startHttpHost } from '../host/http-host.ts'", 'come through the context'],
    ['electron/app/a.ts', "const x = await import('../host/session.ts')", 'come through the context'],
    ['electron/store/a.ts', "import { OPERATIONS } from '../contract/operations.ts'", 'store may import domain, migrations'],
    ['electron/excel/a.ts', "import { openBookFile } from '../store/open.ts'", 'excel may import domain'],
    ['electron/host/a.ts', "import { app } from 'electron'", 'a door has no business'],
    ['electron/host/a.ts', "const electron = require('electron')", 'a door has no business'],
    ['electron/host/a.ts', "import { readWorkbook } from '../excel/read-workbook.ts'", 'a door has no business'],
    ['electron/host/a.ts', "import { computeFigures } from '../domain/quota/figures.ts'", 'a door has no business'],
    ['electron/host/a.ts', "import { loadSnapshot } from '../store/load-snapshot.ts'", 'a door has no business'],
    ['electron/main.ts', "import { openBookFile } from './store/open.ts'", 'wire only'],
    ['renderer/features/roster/a.tsx', "import { x } from '../notice/notice-screen.tsx'", 'what two screens share'],
    ['renderer/features/roster/a.tsx', "import { computeFigures } from '../../../electron/domain/quota/figures.ts'", 'calls operations through renderer/api'],
    ['renderer/ui/a.tsx', "import { useQuery } from '../api/use-query.ts'", 'no domain words'],
    ['renderer/api/a.ts', "import { readFileSync } from 'node:fs'", 'only the transport'],
    ['migrations/0002.ts', "import { CATEGORIES } from '../electron/domain/model/quota-category.ts'", 'must not change'],
    ['electron/contract/a.ts', "import { z } from 'zod'\nimport { x } from '../domain/model/unit.ts'", 'compute it in domain/'],
  ])('would be caught (control): %s with %s', (file, text, sentence) => {
    expect(importsOf(file, text).map(complain).filter((each) => each !== null)).toEqual([expect.stringContaining(sentence)])
  })

  it('lets types of excel through to host, and nothing that runs', () => {
    expect(importsOf('electron/host/a.ts', "import type { ChildReply } from '../excel/child-protocol.ts'").map(complain)).toEqual([null])
    expect(importsOf('electron/host/a.ts', "import { x } from '../excel/child-protocol.ts'").map(complain)).not.toEqual([null])
  })

  it('has Electron in two files and nowhere else', () => {
    expect(imports.filter((each) => each.target === 'electron').map((each) => each.file)).toEqual(['electron/main.ts', 'electron/preload.ts'])
  })
})

describe('the shape of the house', () => {
  const files = sourceFiles(ROOT, PRODUCT)

  it('has no drawer for odds and ends', () => {
    expect(files.filter((path) => /\/(utils?|helpers?|common|misc|shared)(\/|\.|-)/.test(path) || /-(utils?|helpers?)\.tsx?$/.test(path))).toEqual([])
  })

  it('has names a Windows disk keeps apart', () => {
    expect(files.filter((path) => path !== path.toLowerCase())).toEqual([])
    expect(files.filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
  })

  it('has no file too long to read at one sitting', () => {
    const long = files.filter((path) => !path.startsWith('electron/contract/')).map((path) => [path, readFileSync(join(ROOT, path), 'utf8').split('\n').length] as const)
    expect(long.filter(([, lines]) => lines > 400)).toEqual([])
  })
})

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string }>>
}

describe('the lockfile', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lockfile

  it('holds every optional dependency of what it holds, or `npm ci` fails on another platform', () => {
    expect(missingOptional(lock)).toEqual([])
  })

  it('would be caught with one left out (control)', () => {
    const { 'node_modules/@oxlint/binding-win32-x64-msvc': gone, ...rest } = lock.packages
    expect(gone).toBeDefined()
    expect(missingOptional({ packages: rest })).toEqual(['node_modules/oxlint → @oxlint/binding-win32-x64-msvc'])
  })
})

/** Optional packages named by a locked package that no folder on the way up holds. */
function missingOptional(lock: Lockfile): readonly string[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !foldersUp(path).some((folder) => `${folder}node_modules/${name}` in lock.packages))
      .map((name) => `${path} → ${name}`),
  )
}

function foldersUp(path: string): readonly string[] {
  const parts = path === '' ? [] : path.split(/(?<=\/)(?=node_modules\/)/)
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('').replace(/\/$/, '')}/`)]
}
