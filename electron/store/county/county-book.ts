import { randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { COUNTY_MIGRATIONS, COUNTY_SCHEMA_VERSION } from '../../../migrations/county/index.ts'
import {
  APPLICATION_ID,
  COUNTY_APPLICATION_ID,
  readBookHeader,
  refuseNetworkPath,
  type FileMark,
} from '../book-header.ts'
import { BookDialect } from '../dialect.ts'
import { moveWithoutReplacing, removeDatabaseFiles, reserveFile, syncFile } from '../durable-file.ts'
import { checkStructure, configure, identify, refuseReadOnly, unlock } from '../open.ts'
import { StoreError, translateSqliteError } from '../store-error.ts'
import { restoreNumberIndex } from './number-index.ts'

/** An open 主管本. Its rows are read and written in sets: prepared statements on `raw`. */
export interface CountyBook {
  readonly path: string
  readonly raw: Database.Database
  readonly encrypted: boolean
  /** Not enumerable. */
  readonly password: string | undefined
}

const COUNTY_MARK: FileMark = {
  applicationId: COUNTY_APPLICATION_ID,
  schema: COUNTY_SCHEMA_VERSION,
  other: { applicationId: APPLICATION_ID, code: 'is_township_book' },
}
const BUSY_TIMEOUT = 3000

/** Makes a 主管本 under a working name, fills it and moves it into place whole. @throws StoreError `book_exists` and what opening throws */
export async function createCountyFile(
  path: string,
  options: { readonly password?: string | undefined; readonly initialise: (county: CountyBook) => void },
): Promise<CountyBook> {
  return guarded(path, async () => {
    refuseNetworkPath(path)
    if (existsSync(path)) throw new StoreError('book_exists', { path })
    if (!existsSync(dirname(path))) throw new StoreError('directory_not_found', { path: dirname(path) })
    const part = `${path}.${randomBytes(4).toString('hex')}.part`
    try {
      reserveFile(part)
      const raw = new Database(part)
      const county = wrap(part, raw, options.password || undefined)
      try {
        unlock(raw, county.password)
        raw.pragma(`application_id = ${COUNTY_APPLICATION_ID}`)
        configure(raw)
        widen(raw)
        await migrate(raw)
        options.initialise(county)
        raw.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        // Without `optimize`: it would note down that every table has a row or none, and a lookup among thousands be planned by that.
        raw.close()
      }
      syncFile(part)
      if (!moveWithoutReplacing(part, path)) throw new StoreError('book_exists', { path })
    } finally {
      removeDatabaseFiles(part)
    }
    return openCountyFile(path, options.password)
  })
}

/** Opens a 主管本: path, header, key, owner, version, structure, settings, migration. @throws StoreError; the file is left as it was */
export async function openCountyFile(path: string, password?: string): Promise<CountyBook> {
  return guarded(path, async () => {
    refuseNetworkPath(path)
    if (!existsSync(path) || statSync(path).isDirectory()) throw new StoreError('book_not_found', { path })
    const { encrypted } = readBookHeader(path, COUNTY_MARK)
    if (encrypted && !password) throw new StoreError('password_required', { path })
    refuseReadOnly(path)
    const raw = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT })
    try {
      unlock(raw, encrypted ? password : undefined)
      raw.pragma('locking_mode = EXCLUSIVE')
      const found = identify(raw, path, encrypted, COUNTY_MARK)
      checkStructure(raw, path)
      configure(raw)
      widen(raw)
      if (found < COUNTY_SCHEMA_VERSION) await migrate(raw)
      restoreNumberIndex({ raw })
      return wrap(path, raw, encrypted ? password : undefined)
    } catch (error) {
      raw.close()
      throw error
    }
  })
}

/** A 主管本 to look into, not to write. @throws StoreError */
export function openCountyReadOnly(path: string, password?: string): CountyBook {
  try {
    const { encrypted } = readBookHeader(path, COUNTY_MARK)
    if (encrypted && !password) throw new StoreError('password_required', { path })
    const raw = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT })
    try {
      unlock(raw, encrypted ? password : undefined)
      identify(raw, path, encrypted, COUNTY_MARK)
      return wrap(path, raw, encrypted ? password : undefined)
    } catch (error) {
      raw.close()
      throw error
    }
  } catch (error) {
    throw translateSqliteError(error, path)
  }
}

/** Folds the log into the file and lets go of it. */
export function closeCountyFile(county: CountyBook): void {
  if (!county.raw.open) return
  try {
    county.raw.pragma('optimize')
    county.raw.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    county.raw.close()
  }
}

async function migrate(raw: Database.Database): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new BookDialect(raw) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...COUNTY_MIGRATIONS }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  await sql.raw(`PRAGMA user_version = ${COUNTY_SCHEMA_VERSION}`).execute(db)
}

/** A 主管本 is written in large sets: what a set touches stays in memory, and is folded into the file some sets at a time. */
function widen(raw: Database.Database): void {
  raw.pragma('cache_size = -131072')
  raw.pragma('wal_autocheckpoint = 16384')
}

function wrap(path: string, raw: Database.Database, password: string | undefined): CountyBook {
  const county = { path, raw, encrypted: password !== undefined, password }
  return Object.defineProperty(county, 'password', { enumerable: false })
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translateSqliteError(error, path)
  }
}
