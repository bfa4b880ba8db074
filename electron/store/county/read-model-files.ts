import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { syncFile, syncFolder } from '../durable-file.ts'
import { StoreError } from '../store-error.ts'
import { READ_MODEL, ROLL_UPS, type ModelTable } from './read-model.ts'

/* The read model as files: `quota/county=361002/part-0.parquet`, and beside them how each engine takes them in and the roll-up. */

export type ModelFormat = 'parquet' | 'csv'
type Rows = readonly (readonly (string | number | null)[])[]

export interface ModelFile {
  readonly path: string
  readonly table: string
  readonly county: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

const NAMES = { rollUp: 'roll-up.sql', duckdb: 'duckdb.sql', postgresql: 'postgresql.sql', manifest: 'manifest.json' }

/** A folder that is there whole or not at all: filled under a working name, each file read back, then moved into place. */
export class ModelFolder {
  readonly #path: string
  readonly #part: string
  readonly #format: ModelFormat
  readonly #files: ModelFile[] = []

  /** @throws StoreError `folder_not_empty`, `directory_not_found` */
  constructor(path: string, format: ModelFormat) {
    this.#path = path
    this.#format = format
    this.#part = `${path}.${randomBytes(4).toString('hex')}.part`
    if (existsSync(path) && readdirSync(path).length > 0) throw new StoreError('folder_not_empty', { path })
    if (!existsSync(dirname(path))) throw new StoreError('directory_not_found', { path: dirname(path) })
    mkdirSync(this.#part)
  }

  /** A table's rows of one county, without the county itself, which is put before each. @throws Error where the file read back differs */
  write(table: ModelTable, county: string, part: number, rows: Rows): void {
    const path = `${table.name}/county=${county}/part-${part}.${this.#format}`
    const whole = rows.map((row) => [county, ...row])
    const bytes = this.#format === 'csv' ? csvBytes(table, whole) : parquetBytes(table, whole)
    mkdirSync(join(this.#part, dirname(path)), { recursive: true })
    this.#put(path, bytes)
    this.#files.push({ path, table: table.name, county, rows: rows.length, bytes: bytes.length, sha256: sha256(bytes) })
  }

  /** Writes what goes beside the tables and moves the folder into place. */
  finish(head: Readonly<Record<string, unknown>>): readonly ModelFile[] {
    this.#put(NAMES.rollUp, Buffer.from(rollUpText()))
    this.#put(NAMES.duckdb, Buffer.from(duckdbText(this.#format)))
    if (this.#format === 'csv') this.#put(NAMES.postgresql, Buffer.from(postgresqlText(this.#files)))
    this.#put(NAMES.manifest, Buffer.from(`${JSON.stringify({ ...head, files: this.#files }, null, 1)}\n`))
    if (existsSync(this.#path)) rmdirSync(this.#path)
    renameSync(this.#part, this.#path)
    syncFolder(dirname(this.#path))
    return this.#files
  }

  /** Leaves nothing behind where it was not finished. */
  drop(): void {
    rmSync(this.#part, { recursive: true, force: true })
  }

  #put(name: string, bytes: Uint8Array): void {
    const path = join(this.#part, name)
    writeFileSync(path, bytes, { mode: 0o600 })
    syncFile(path)
    if (sha256(readFileSync(path)) !== sha256(bytes)) throw new Error('a written file differs from what was meant')
  }
}

function parquetBytes({ columns }: ModelTable, rows: Rows): Uint8Array {
  const columnData = columns.map(({ name, type }, place) => ({
    name,
    data: rows.map((row) => row[place] ?? null),
    type: type === 'int' ? ('INT32' as const) : ('STRING' as const),
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'dingbian' }))
}

/** RFC 4180 in UTF-8: a text in quotes, nothing at all where nothing is known. */
function csvBytes({ columns }: ModelTable, rows: Rows): Uint8Array {
  const cell = (value: string | number | null | undefined) =>
    value === null || value === undefined
      ? ''
      : typeof value === 'number'
        ? String(value)
        : `"${value.replaceAll('"', '""')}"`
  const line = (cells: readonly string[]) => `${cells.join(',')}\n`
  return Buffer.from(
    line(columns.map((column) => column.name)) +
      rows.map((row) => line(columns.map((_, place) => cell(row[place])))).join(''),
  )
}

const NOTE =
  '县、市、省和全国都用这一份：roll-up.sql 是标准 SQL，DuckDB 和 PostgreSQL 上数字相同。身份证号已遮住，姓名是真的，请妥善保管。'

/** Statements one behind another, each under its name. */
export function rollUpText(): string {
  return [`-- ${NOTE}\n`, ...ROLL_UPS.map(({ name, title, sql }) => `-- name: ${name} · ${title}\n${sql};\n`)].join(
    '\n',
  )
}

/** Views over the files, for DuckDB started in the folder; nothing is fetched from anywhere. */
export function duckdbText(format: ModelFormat): string {
  const source = ({ name, columns }: ModelTable) => {
    const files = `'${name}/*/*.${format}'`
    if (format === 'parquet') return `read_parquet(${files}, hive_partitioning = false)`
    const types = columns.map((column) => `'${column.name}': '${column.type === 'int' ? 'INTEGER' : 'VARCHAR'}'`)
    const written = `delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false, nullstr = ''`
    return `read_csv(${files}, header = true, hive_partitioning = false, auto_detect = false, ${written},
  columns = {${types.join(', ')}})`
  }
  return [
    `-- ${NOTE}`,
    'SET autoinstall_known_extensions = false;',
    'SET autoload_known_extensions = false;',
    ...READ_MODEL.map(
      (table) => `-- ${table.title}\nCREATE OR REPLACE VIEW ${table.name} AS SELECT * FROM ${source(table)};`,
    ),
    '',
  ].join('\n')
}

/** Tables partitioned by county, and the files taken in: for psql started in the folder. A county may as well be a foreign table of another server. */
function postgresqlText(files: readonly ModelFile[]): string {
  return [
    `-- ${NOTE}`,
    ...READ_MODEL.map(({ name, title, columns }) => {
      const types = columns.map((column) => `${column.name} ${column.type === 'int' ? 'integer' : 'text'}`)
      return `-- ${title}\nCREATE TABLE ${name} (${types.join(', ')}) PARTITION BY LIST (county);`
    }),
    ...READ_MODEL.map(({ name }) => `CREATE TABLE ${name}_here PARTITION OF ${name} DEFAULT;`),
    ...files.map(
      ({ table, path }) => `\\copy ${table} FROM '${path.replaceAll("'", "''")}' WITH (FORMAT csv, HEADER true)`,
    ),
    '',
  ].join('\n')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
