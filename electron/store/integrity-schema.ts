import Database from 'better-sqlite3-multiple-ciphers'
import { Kysely } from 'kysely'
import { MIGRATIONS, SCHEMA_VERSION } from '../../migrations/index.ts'
import type { BookDatabase } from './book-database.ts'
import { APPLICATION_ID } from './book-header.ts'
import { BookDialect } from './dialect.ts'
import type { Check, Problem } from './integrity-problem.ts'
import { migrateToLatest, stepsTaken } from './migrate.ts'

interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

const KINDS: Readonly<Record<string, string>> = { table: '表', index: '索引', trigger: '防护规则', view: '视图' }

/** Compares tables, indexes and triggers with a fresh book's: a trigger that was dropped is how the journal gets edited. */
export async function compareSchema(raw: Database.Database): Promise<readonly Problem[]> {
  const version = raw.pragma('user_version', { simple: true })
  // An older copy is compared with nothing: only opening it migrates it.
  if (version !== SCHEMA_VERSION)
    return version === 0 || typeof version !== 'number' || version > SCHEMA_VERSION
      ? [{ seq: null, text: `格式版本不对：${String(version)}` }]
      : []
  const expected = await freshSchema()
  const found = new Map(readSchema(raw).map((object) => [`${object.type} ${object.name}`, object]))
  const problems: Problem[] = []
  for (const object of expected) {
    const kind = KINDS[object.type] ?? object.type
    const present = found.get(`${object.type} ${object.name}`)
    if (present === undefined) problems.push({ seq: null, text: `缺少${kind} ${object.name}` })
    else if (present.sql !== object.sql) problems.push({ seq: null, text: `${kind} ${object.name} 被改过` })
    found.delete(`${object.type} ${object.name}`)
  }
  for (const object of found.values())
    problems.push({ seq: null, text: `多出${KINDS[object.type] ?? '对象'}，不是本程序建立的` })
  const taken = new Set(stepsTaken(raw))
  if (Object.keys(MIGRATIONS).some((step) => !taken.has(step)))
    problems.push({ seq: null, text: '升级记录被删过：以后的版本打不开' })
  return problems
}

function readSchema(raw: Database.Database): readonly SchemaObject[] {
  try {
    return raw
      .prepare<[], SchemaObject>(
        `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .all()
  } catch {
    // A torn schema page: the structure check that follows says so.
    return []
  }
}

async function freshSchema(): Promise<readonly SchemaObject[]> {
  const raw = new Database(':memory:')
  const db = new Kysely<BookDatabase>({ dialect: new BookDialect(raw) })
  try {
    await migrateToLatest(db)
    return readSchema(raw)
  } finally {
    await db.destroy()
  }
}

/** Owner, SQLite's own full check, and references that lead nowhere. */
export function* checkStructure(raw: Database.Database): Check {
  if (raw.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    yield { seq: null, text: '文件标记不是编制本的' }
  for (const line of raw.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()) {
    if (line !== 'ok') yield { seq: null, text: `结构检查：${line}` }
  }
  const broken = new Map<string, number>()
  for (const row of raw.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all())
    broken.set(`${row.table} → ${row.parent}`, (broken.get(`${row.table} → ${row.parent}`) ?? 0) + 1)
  for (const [reference, rows] of broken) yield { seq: null, text: `${rows} 行指向不存在的记录（${reference}）` }
}
