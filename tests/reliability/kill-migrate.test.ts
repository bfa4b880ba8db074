import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backupFolderOf, listBackups } from '../../electron/store/backup.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { SCHEMA_VERSION } from '../../migrations/index.ts'
import { temporaryFolder } from '../kit/book.ts'
import { bundleChild, type BundledChild } from './bundle-child.ts'
import { runAndKill, SEED, seeded, tell } from './kill-harness.ts'
import { trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/* R03: kill -9 while a book of every older version is brought to today. It is of the old version or of today's, never between, and its copy is there. */

const GOLDEN = join(import.meta.dirname, '../fixtures/golden')
const OLD = readdirSync(GOLDEN)
  .flatMap((name) => /^schema-(\d+)\.sql\.gz$/.exec(name)?.[1] ?? [])
  .map(Number)
  .filter((schema) => schema < SCHEMA_VERSION)
  .toSorted((left, right) => left - right)

let folder: ReturnType<typeof temporaryFolder>
let child: BundledChild

beforeAll(async () => {
  folder = temporaryFolder()
  for (const schema of OLD) writeGolden(join(folder.path, `${schema}.dingbian`), schema)
  child = await bundleChild('migrate-child.ts')
})
afterAll(() => {
  child.dispose()
  folder.dispose()
})

function writeGolden(path: string, schema: number): void {
  const raw = new Database(path)
  raw.exec(gunzipSync(readFileSync(join(GOLDEN, `schema-${schema}.sql.gz`))).toString('utf8'))
  raw.close()
  chmodSync(path, 0o600)
}

/** What a file says of itself, without opening it as the program would. */
function versionOf(path: string): { readonly schema: number; readonly steps: number; readonly sound: boolean } {
  const raw = new Database(path)
  try {
    return {
      schema: Number(raw.pragma('user_version', { simple: true })),
      steps: raw.prepare<[], number>('SELECT count(*) FROM kysely_migration').pluck().get() ?? -1,
      sound: raw.pragma('integrity_check(1)', { simple: true }) === 'ok',
    }
  } finally {
    raw.close()
  }
}

/** @returns what is wrong with a book after the kill; '' for nothing */
async function wrongAfter(path: string, schema: number, was: ReturnType<typeof versionOf>): Promise<string> {
  const now = versionOf(path)
  if (!now.sound) return 'unsound'
  const old = now.schema === schema && now.steps === was.steps
  if (!old && !(now.schema === SCHEMA_VERSION && now.steps === was.steps + SCHEMA_VERSION - schema))
    return `between: ${now.schema} with ${now.steps} steps`
  if (!old) {
    const copies = (await listBackups(backupFolderOf(path))).filter((copy) => copy.state === 'verified')
    if (!copies.some((copy) => copy.schema === schema)) return 'no copy of before'
  }
  const book = await openBookFile(path)
  try {
    return (await verifyBook(book)).ok ? '' : 'does not verify'
  } finally {
    await closeBookFile(book)
  }
}

it('an old version or today, never between, and the copy of before is there', async () => {
  const counts = { cycles: 0, old: 0, migrated: 0 }
  const wrong: string[] = []
  const place = join(folder.path, 'desk')
  const path = join(place, '山溪乡.dingbian')
  const fresh = (schema: number) => {
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place)
    copyFileSync(join(folder.path, `${schema}.dingbian`), path)
    return versionOf(path)
  }
  const random = seeded(SEED)
  const lifeOf = async (schema: number) => {
    fresh(schema)
    return (await runAndKill([place, path], Infinity, child.path)).lived
  }
  // A life is as long as there are steps: between the oldest book and the newest it lies between theirs.
  const [oldest = 0, newest = 0] = [OLD[0], OLD.at(-1)]
  const [longest, shortest] = [await lifeOf(oldest), await lifeOf(newest)]
  const life = (schema: number) => shortest + ((longest - shortest) * (newest - schema)) / Math.max(1, newest - oldest)
  for (const cycle of trials('R03')) {
    const schema = OLD[cycle % OLD.length] ?? 0
    const was = fresh(schema)
    await runAndKill([place, path], random() * life(schema) * 1.1, child.path)
    counts.cycles += 1
    counts[versionOf(path).schema === schema ? 'old' : 'migrated'] += 1
    const problem = await wrongAfter(path, schema, was)
    if (problem !== '') wrong.push(`schema ${schema}, cycle ${cycle}: ${problem}`)
  }
  tell('kill while migrating', counts)
  expect(wrong).toEqual([])
  expect(Math.min(counts.old, counts.migrated)).toBeGreaterThan(0)
  // Control: a book that stands between two versions, and one whose copy is gone, are seen.
  const [schema = 0] = OLD
  const was = fresh(schema)
  const raw = new Database(path)
  raw.pragma(`user_version = ${schema + 1}`)
  raw.close()
  expect(await wrongAfter(path, schema, was)).toMatch(/^between/)
  fresh(schema)
  await runAndKill([place, path], Infinity, child.path)
  expect(existsSync(backupFolderOf(path))).toBe(true)
  rmSync(backupFolderOf(path), { recursive: true })
  expect(await wrongAfter(path, schema, was)).toBe('no copy of before')
  sayRow({ row: 'R03', done: counts.cycles, seed: SEED, control: 'failed-as-it-must', note: `versions=${OLD.length}` })
})
