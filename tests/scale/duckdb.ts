import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Engine, Found } from './engine.ts'

/* DuckDB within this process. It is no dependency of ours: 70 MB for one question. */

interface Connection {
  readonly run: (sql: string) => Promise<unknown>
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRowObjects: () => Record<string, unknown>[] }>
  readonly closeSync: () => void
}
interface Duckdb {
  readonly version: () => string
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{ readonly connect: () => Promise<Connection> }>
  }
}

/** DuckDB over an exported folder. */
export async function findDuckdb(folder: string): Promise<Found> {
  const duckdb = await load()
  if (duckdb === null)
    return { skipped: '@duckdb/node-api is not installed (npm i @duckdb/node-api in a folder that DUCKDB_FROM names)' }
  const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect()
  const before = process.cwd()
  // The folder's own script names its files from where it stands.
  process.chdir(folder)
  await connection.run(readFileSync('duckdb.sql', 'utf8'))
  const [county = ''] = readdirSync('quota').toSorted()
  const [one, aside] = [join(folder, 'quota', county), join(folder, 'left-out')]
  const engine: Engine = {
    version: duckdb.version(),
    folder,
    query: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects() as never,
    spoil: () => {
      renameSync(one, aside)
      return Promise.resolve()
    },
  }
  return {
    engine,
    close: () => {
      connection.closeSync()
      if (existsSync(aside)) renameSync(aside, one)
      process.chdir(before)
      return Promise.resolve()
    },
  }
}

async function load(): Promise<Duckdb | null> {
  for (const from of [process.env['DUCKDB_FROM'], join(import.meta.dirname, '../..')]) {
    if (from === undefined) continue
    try {
      const path = createRequire(join(from, 'package.json')).resolve('@duckdb/node-api')
      return (await import(pathToFileURL(path).href)) as Duckdb
    } catch {
      // Not there: the next place, or skipped.
    }
  }
  return null
}
