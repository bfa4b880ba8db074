import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrowsOf, circles } from './kit/circles.ts'
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

const SCREEN_PARTS = {
  'renderer/api': 'any',
  'renderer/ui': 'any',
  'renderer/text': 'any',
  'renderer/styles': 'any',
} as const

/** Who may import whom: the table of the README as data. A layer may always import itself. */
const LAYERS: Readonly<Record<string, Layer>> = {
  entry: {
    at: ['electron/main.ts', 'electron/preload.ts'],
    layers: { host: 'any', policy: 'any' },
    packages: ['electron'],
    node: true,
    rightWay: 'wire only; decisions belong to host/ or security-policy.ts',
  },
  policy: {
    at: ['electron/security-policy.ts'],
    layers: {},
    rightWay: 'plain data and pure functions; it imports nothing',
  },
  vocabulary: {
    at: ['electron/vocabulary/'],
    layers: {},
    rightWay: 'words and codes only: everything stands on them, so they stand on nothing',
  },
  contract: {
    at: ['electron/contract/'],
    layers: { vocabulary: 'any' },
    packages: ['zod'],
    rightWay: 'declare the shape here; compute it in domain/ or app/',
  },
  domain: {
    at: ['electron/domain/'],
    layers: { vocabulary: 'any' },
    rightWay: 'take what is needed as a parameter; app/ gathers it',
  },
  app: {
    at: ['electron/app/'],
    layers: { contract: 'any', domain: 'any', store: 'any', vocabulary: 'any' },
    typePackages: ['kysely'],
    rightWay: 'files, clock, ids and children come through the context; SQL belongs to store/',
  },
  store: {
    at: ['electron/store/'],
    layers: { domain: 'any', migrations: 'any', vocabulary: 'any' },
    packages: [
      'kysely',
      'better-sqlite3-multiple-ciphers',
      'fflate',
      'tar-stream',
      'age-encryption',
      'hyparquet-writer',
    ],
    node: true,
    rightWay: 'store knows rows, not operations; throw a StoreError with a code',
  },
  excel: {
    at: ['electron/excel/'],
    layers: { domain: 'any', vocabulary: 'any' },
    packages: ['xlsx', 'exceljs'],
    node: true,
    rightWay: 'what a sheet says is domain/; here it is only read and drawn',
  },
  host: {
    at: ['electron/host/'],
    layers: {
      contract: 'any',
      app: 'any',
      policy: 'any',
      vocabulary: 'any',
      domain: 'types',
      excel: 'types',
      store: [
        'open',
        'store-error',
        'backup',
        'restore',
        'journal',
        'book-key',
        'member-store',
        'rekey',
        'file-watch',
        'county/county-book',
      ].map((name) => `electron/store/${name}.ts`),
    },
    packages: ['zod'],
    node: true,
    rightWay: 'a door has no business: put it into a handler in app/ and call it through dispatch',
  },
  'renderer/features': {
    at: ['renderer/features/'],
    layers: { contract: 'any', vocabulary: 'any', 'renderer/parts': 'any', ...SCREEN_PARTS },
    packages: ['react', 'react-dom', 'pinyin-pro'],
    rightWay:
      'a screen calls operations through renderer/api; what two screens share goes to renderer/parts or renderer/ui',
  },
  'renderer/parts': {
    at: ['renderer/parts/'],
    layers: { contract: 'any', vocabulary: 'any', ...SCREEN_PARTS },
    packages: ['react', 'react-dom'],
    rightWay: 'parts are used by screens and know none',
  },
  'renderer/api': {
    at: ['renderer/api/'],
    layers: { contract: 'any', vocabulary: 'any', 'renderer/text': 'any' },
    packages: ['react'],
    rightWay: 'only the transport and the hooks over it',
  },
  'renderer/ui': {
    at: ['renderer/ui/'],
    layers: { 'renderer/styles': 'any' },
    packages: ['react', 'react-dom', 'pinyin-pro', '@tanstack/react-virtual'],
    rightWay: 'ui has no domain words: pass texts and values in',
  },
  'renderer/text': {
    at: ['renderer/text/'],
    layers: { contract: 'any', vocabulary: 'any', 'renderer/ui': 'any' },
    packages: ['pinyin-pro'],
    rightWay: 'words, and which look of ui/ a word has',
  },
  'renderer/styles': { at: ['renderer/styles/'], layers: {}, rightWay: 'styles only' },
  'renderer/root': {
    at: ['renderer/'],
    layers: { contract: 'any', 'renderer/features': 'any', 'renderer/parts': 'any', ...SCREEN_PARTS },
    packages: ['react', 'react-dom', 'zod'],
    rightWay: 'puts the screens together, no more',
  },
  migrations: {
    at: ['migrations/'],
    layers: {},
    packages: ['kysely'],
    rightWay: 'a released step must not change when our code does: copy what it needs into it',
  },
}

/** package.json is read for the version; it belongs to no layer. */
const FREE = ['package.json']

/** The one file that loads by a computed name: the bundle of the sources it would load otherwise. */
const LOADS_THE_BUNDLE = 'electron/host/load-program.ts'

function layerOf(path: string): string {
  return (
    Object.entries(LAYERS).find(([, layer]) =>
      layer.at.some((prefix) => path === prefix || (prefix.endsWith('/') && path.startsWith(prefix))),
    )?.[0] ?? 'outside'
  )
}

/** The sentence for a forbidden import, or null. */
function complain(each: Import): string | null {
  const name = layerOf(each.file)
  const layer = LAYERS[name]
  if (layer === undefined) return `${each.file}: no layer of the table holds this file`
  if (allowed(each, name, layer)) return null
  const may = [
    ...Object.keys(layer.layers),
    ...(layer.packages ?? []),
    ...(layer.typePackages ?? []).map((each) => `${each} (types)`),
    ...(layer.node === true ? ['node:'] : []),
  ]
  return `${each.file} imports ${each.target}. ${name} may import ${may.join(', ') || 'nothing'}. Right way: ${layer.rightWay}.`
}

function allowed(each: Import, name: string, layer: Layer): boolean {
  if (each.kind === 'node') return layer.node === true
  if (each.kind === 'package')
    return (
      (each.file === LOADS_THE_BUNDLE && each.specifier.startsWith('pathToFileURL(join(bundle')) ||
      (layer.packages ?? []).includes(each.target) ||
      (each.typeOnly && (layer.typePackages ?? []).includes(each.target))
    )
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
    ['electron/domain/rules/a.ts', "import { readFileSync } from 'node:fs'", 'domain may import vocabulary'],
    ['electron/domain/rules/a.ts', "import dayjs from 'dayjs'", 'app/ gathers it'],
    [
      'electron/domain/rules/a.ts',
      "import type { Row } from '../../store/book-database.ts'",
      'domain may import vocabulary',
    ],
    ['electron/domain/rules/a.ts', "export { x } from '../../app/x.ts'", 'domain may import vocabulary'],
    ['electron/vocabulary/a.ts', "import { z } from 'zod'", 'vocabulary may import nothing'],
    [
      'electron/vocabulary/a.ts',
      "import type { Rule } from '../domain/rules/rule.ts'",
      'vocabulary may import nothing',
    ],
    ['electron/app/a.ts', "import { app } from 'electron'", 'app may import contract, domain, store'],
    ['electron/app/a.ts', "import { sql } from 'kysely'", 'SQL belongs to store/'],
    ['electron/app/a.ts', "import { startHttpHost } from '../host/http-host.ts'", 'come through the context'],
    ['electron/app/a.ts', "const x = await import('../host/session.ts')", 'come through the context'],
    [
      'electron/store/a.ts',
      "import { OPERATIONS } from '../contract/operations.ts'",
      'store may import domain, migrations, vocabulary',
    ],
    ['electron/excel/a.ts', "import { openBookFile } from '../store/open.ts'", 'excel may import domain'],
    ['electron/host/a.ts', "import { app } from 'electron'", 'a door has no business'],
    ['electron/host/a.ts', "const electron = require('electron')", 'a door has no business'],
    ['electron/host/a.ts', 'await import(pathToFileURL(join(bundle)).href)', 'a door has no business'],
    ['electron/host/a.ts', "import { readWorkbook } from '../excel/read-workbook.ts'", 'a door has no business'],
    ['electron/host/a.ts', "import { computeFigures } from '../domain/quota/figures.ts'", 'a door has no business'],
    ['electron/host/a.ts', "import { loadSnapshot } from '../store/load-snapshot.ts'", 'a door has no business'],
    ['electron/main.ts', "import { openBookFile } from './store/open.ts'", 'wire only'],
    ['renderer/features/roster/a.tsx', "import { x } from '../notice/notice-screen.tsx'", 'what two screens share'],
    [
      'renderer/features/roster/a.tsx',
      "import { computeFigures } from '../../../electron/domain/quota/figures.ts'",
      'calls operations through renderer/api',
    ],
    ['renderer/ui/a.tsx', "import { useQuery } from '../api/use-query.ts'", 'no domain words'],
    ['renderer/api/a.ts', "import { readFileSync } from 'node:fs'", 'only the transport'],
    [
      'migrations/0002.ts',
      "import { CATEGORIES } from '../electron/domain/model/quota-category.ts'",
      'must not change',
    ],
    [
      'electron/contract/a.ts',
      "import { z } from 'zod'\nimport { x } from '../domain/model/unit.ts'",
      'compute it in domain/',
    ],
  ])('would be caught (control): %s with %s', (file, text, sentence) => {
    expect(
      importsOf(file, text)
        .map(complain)
        .filter((each) => each !== null),
    ).toEqual([expect.stringContaining(sentence)])
  })

  it('lets types of excel through to host, and nothing that runs', () => {
    expect(
      importsOf('electron/host/a.ts', "import type { ChildReply } from '../excel/child-protocol.ts'").map(complain),
    ).toEqual([null])
    expect(importsOf('electron/host/a.ts', "import { x } from '../excel/child-protocol.ts'").map(complain)).not.toEqual(
      [null],
    )
  })

  it('has Electron in two files and nowhere else', () => {
    expect(imports.filter((each) => each.target === 'electron').map((each) => each.file)).toEqual([
      'electron/main.ts',
      'electron/preload.ts',
    ])
  })
})

describe('circles', () => {
  const ours = allImports(ROOT, PRODUCT).filter((each) => each.kind === 'ours')
  const roomsOf = (base: string) => (path: string) =>
    path.startsWith(base) ? path.slice(base.length).split('/')[0] : undefined

  /** Arrows between the rooms (folders, or single files) of one folder. */
  const between = (base: string) =>
    arrowsOf(
      ours.flatMap(({ file, target }) => {
        const [from, to] = [file, target].map(roomsOf(base))
        return from === undefined || to === undefined ? [] : [[from, to] as const]
      }),
    )

  it('no file leads back to itself, not even by a type', () => {
    expect(circles(arrowsOf(ours.map(({ file, target }) => [file, target] as const)))).toEqual([])
  })

  it.each(['electron/domain/', 'electron/domain/ledger/', 'electron/app/', 'electron/'])(
    'no room of %s leads back to itself',
    (base) => {
      expect(between(base).size).toBeGreaterThan(5)
      expect(circles(between(base))).toEqual([])
    },
  )

  it('would be seen (control)', () => {
    const arrows = arrowsOf([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['c', 'd'],
      ['d', 'd'],
    ])
    expect(circles(arrows)).toEqual([['b', 'c']])
  })
})

describe('the shape of the house', () => {
  const files = sourceFiles(ROOT, PRODUCT)

  it('shows no more rooms at the top of app than one can keep in mind', () => {
    const rooms = new Set(
      files.filter((path) => path.startsWith('electron/app/')).map((path) => path.split('/').slice(0, 3).join('/')),
    )
    expect(rooms.size).toBeGreaterThan(5)
    expect([...rooms].slice(16)).toEqual([])
  })

  it('has no drawer for odds and ends', () => {
    expect(
      files.filter(
        (path) =>
          /\/(utils?|helpers?|common|misc|shared)(\/|\.|-)/.test(path) || /-(utils?|helpers?)\.tsx?$/.test(path),
      ),
    ).toEqual([])
  })

  it('has names a Windows disk keeps apart', () => {
    expect(files.filter((path) => path !== path.toLowerCase())).toEqual([])
    expect(files.filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
  })

  it('has no line too long to read, but for what a document says word for word', () => {
    const written = sourceFiles(ROOT, [...PRODUCT, 'tests'])
    expect(written.length).toBeGreaterThan(1000)
    expect(written.flatMap((path) => longLines(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([])
  })

  it('would be seen (control)', () => {
    const long = `  '${'字'.repeat(160)}',`
    expect(longLines('a.ts', `const a = [\n${long}\n]`)).toEqual(['a.ts:2 has 165 characters; break it'])
    expect(longLines('a.ts', `  clause:\n${long}`)).toEqual([])
    expect(longLines('a.ts', `  clause: '${'字'.repeat(160)}',`)).toEqual([])
    expect(longLines('a.ts', `  clause:\n    ok,\n${long}`)).toHaveLength(1)
  })

  it('has no file too long to read at one sitting', () => {
    const long = files.map((path) => [path, readFileSync(join(ROOT, path), 'utf8').split('\n').length] as const)
    expect(long.filter(([, lines]) => lines > 350)).toEqual([])
  })
})

/** Lines over 160 characters that are no verbatim clause. */
function longLines(path: string, text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) =>
    line.length <= 160 || /^\s*clause:/u.test(line) || /^\s*clause:$/u.test(lines[index - 1] ?? '')
      ? []
      : [`${path}:${index + 1} has ${line.length} characters; break it`],
  )
}

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string }>
  >
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
  return [
    '',
    ...parts.map(
      (_, index) =>
        `${parts
          .slice(0, index + 1)
          .join('')
          .replace(/\/$/, '')}/`,
    ),
  ]
}
