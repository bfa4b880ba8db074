import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { createBook } from '../../electron/app/book/create-book.ts'
import type { CountyContext } from '../../electron/app/county/county-context.ts'
import { makePackage } from '../../electron/app/county/make-package.ts'
import { receivePackages } from '../../electron/app/county/receive.ts'
import { setUpCounty } from '../../electron/app/county/set-up-county.ts'
import type { Input, Output } from '../../electron/contract/operations.ts'
import { incomingFile } from '../../electron/host/incoming-file.ts'
import { closeCountyFile, createCountyFile, type CountyBook } from '../../electron/store/county/county-book.ts'
import { closeBookFile, createBookFile, type OpenBook } from '../../electron/store/open.ts'
import type { CountyLevel } from '../../electron/vocabulary/county.ts'
import { RECORDED_AT, temporaryFolder } from './book.ts'
import { makeContext, nextId, TODAY } from './context.ts'
import { seatPeople, type SeatedPerson } from './people.ts'
import { PLAN_DATE, PLAN_NUMBER } from './township.ts'

/* Townships that hand in, and the 主管本 that receives. */

export interface CountyRoom {
  readonly folder: string
  readonly county: CountyBook
  readonly context: (
    staged?: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array }>,
  ) => CountyContext
  /** A township's book with people, closed at the end. */
  readonly township: (name: string, people: readonly SeatedPerson[]) => Promise<OpenBook>
  /** Takes in files by name and content. */
  readonly receive: (
    files: Readonly<Record<string, Uint8Array>>,
    more?: Partial<Input<'county.receive'>>,
  ) => Promise<Output<'county.receive'>>
}

/** Runs `work` beside a fresh 主管本. */
export async function withCounty(
  work: (room: CountyRoom) => Promise<void>,
  asked: { readonly name?: string; readonly level?: CountyLevel; readonly code?: string | null } = {},
): Promise<void> {
  const folder = temporaryFolder()
  const books: OpenBook[] = []
  const county = await newCounty(join(folder.path, '某县.dingbian'), asked)
  const context: CountyRoom['context'] = (staged = new Map()) => countyContext(county, staged)
  try {
    await work({
      folder: folder.path,
      county,
      context,
      township: async (name, people) => {
        const book = await createBookFile(join(folder.path, `${books.length}.dingbian`))
        books.push(book)
        await createBook(book, {
          name,
          pack: 'seed-000',
          documentNumber: PLAN_NUMBER,
          documentDate: PLAN_DATE,
          recordedAt: RECORDED_AT,
          actor: '经办人',
          newId: nextId,
        })
        await seatPeople(book, people)
        return book
      },
      receive: (files, more = {}) => {
        const staged = new Map(Object.entries(files).map(([name, bytes]) => [name, { name, bytes }]))
        const asked = [...staged.keys()].map((fileId) => ({ fileId }))
        return receivePackages({ files: asked, ...more }, context(staged))
      },
    })
  } finally {
    for (const book of books) await closeBookFile(book)
    closeCountyFile(county)
    folder.dispose()
  }
}

export async function newCounty(
  path: string,
  { name = '某县', level = 'county', code = null }: { name?: string; level?: CountyLevel; code?: string | null } = {},
): Promise<CountyBook> {
  const initialise = await setUpCounty({ name, level, code, recordedAt: RECORDED_AT, actor: '编办' })
  return createCountyFile(path, { initialise })
}

export function countyContext(
  county: CountyBook,
  staged: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array }> = new Map(),
): CountyContext {
  const stagedFile = (id: string) => {
    const file = staged.get(id)
    if (file === undefined) throw new Error(`no file ${id}`)
    return { id, ...file }
  }
  return {
    clock: { now: () => RECORDED_AT, today: () => TODAY },
    newId: nextId,
    actor: '编办',
    excel: null as never,
    report: () => undefined,
    signal: new AbortController().signal,
    stagedFile,
    county,
    incoming: (file) => incomingFile(file, stagedFile),
  }
}

/** The bytes of a package as the township makes it. */
export async function packageOf(
  book: OpenBook,
  input: Input<'package.make'> = {},
  more: { readonly today?: string; readonly staged?: { readonly name: string; readonly bytes: Uint8Array } } = {},
): Promise<{ readonly bytes: Uint8Array; readonly made: Output<'package.make'> }> {
  const context = makeContext(book, {
    operation: 'package.make',
    ...(more.today === undefined ? {} : { today: more.today }),
  })
  const sinceFileId =
    more.staged === undefined ? {} : { sinceFileId: context.stage(more.staged.name, more.staged.bytes) }
  const made = await makePackage({ ...input, ...sinceFileId }, context)
  return { bytes: Buffer.from(made.base64, 'base64'), made }
}

type Manifest = Record<string, unknown> & { parts: { file: string; rows: number; bytes: number; sha256: string }[] }

/** A package taken apart, changed and put together again. `redo`: digests of changed parts are worked out anew. */
export function forge(
  bytes: Uint8Array,
  change: {
    readonly manifest?: (manifest: Manifest) => void
    readonly rows?: Readonly<Record<string, (rows: Record<string, unknown>[]) => readonly unknown[]>>
    readonly redo?: boolean
  },
): Uint8Array {
  const files = unzipSync(bytes)
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as Manifest
  for (const [name, edit] of Object.entries(change.rows ?? {})) {
    const file = `${name}.jsonl`
    const rows = Buffer.from(files[file] ?? [])
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const edited = edit(rows)
    const content = Buffer.from(edited.map((row) => `${JSON.stringify(row)}\n`).join(''))
    files[file] = content
    const entry = manifest.parts.find((part) => part.file === file)
    if (change.redo === true && entry !== undefined)
      Object.assign(entry, {
        rows: edited.length,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      })
  }
  change.manifest?.(manifest)
  files['manifest.json'] = Buffer.from(JSON.stringify(manifest))
  return zipSync(files)
}

/** The same package as the first version of the format wrote it. */
export function olderPackage(bytes: Uint8Array): Uint8Array {
  return forge(bytes, {
    redo: true,
    rows: {
      people: (rows) =>
        rows.map(({ leads: _leads, secondedTo: _to, enteredOn: _on, retires: _retires, ...rest }) => rest),
      findings: (rows) => rows.map(({ state: _state, ...rest }) => rest),
    },
    manifest: (manifest) => {
      const { name, code } = manifest['township'] as { name: string; code: string | null }
      Object.assign(manifest, { version: 1, townshipName: name, townshipCode: code })
      for (const key of ['township', 'kind', 'base', 'seal', 'program', 'madeBy', 'rulePack']) delete manifest[key]
      manifest.parts = manifest.parts.filter((part) => !/^(seats|duties)/u.test(part.file))
    },
  })
}
