import type Database from 'better-sqlite3-multiple-ciphers'
import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely'

/*
 * Four departures from Kysely's SQLite defaults.
 * It begins deferred: a read followed by a write can then fail at once with BUSY_SNAPSHOT. We begin immediate.
 * It takes SQLite for a database without transactional DDL, so a failed migration would leave its tables behind. SQLite has it.
 * It rolls back after every failure; on a full disk SQLite has already done so, and the second rollback's complaint would hide the first error.
 * It prepares every statement anew: an import runs the same insert a thousand times, and preparing it takes longer than running it.
 */

/** Inserts kept ready; the longest unused makes room. A row of any table, and a chunk of rows of it (`insert-rows`). */
const KEPT_INSERTS = 32
/** Longer ones are of a row count that does not come again. */
const LONGEST_KEPT = 16_384

type Prepare = (text: string) => Database.Statement

/** Prepares inserts once and everything else each time: what an insert gives back has no columns that another schema could have changed. */
function preparing(database: Database.Database): Prepare {
  const kept = new Map<string, Database.Statement>()
  return (text) => {
    if (text.length > LONGEST_KEPT || !text.startsWith('insert into')) return database.prepare(text)
    const statement = kept.get(text) ?? database.prepare(text)
    if (statement.reader) return statement
    kept.delete(text)
    kept.set(text, statement)
    const [oldest] = kept.keys()
    if (kept.size > KEPT_INSERTS && oldest !== undefined) kept.delete(oldest)
    return statement
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database: { prepare: preparing(database), close: () => database.close() } })
    this.#database = database
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

export class BookDialect extends SqliteDialect {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}
