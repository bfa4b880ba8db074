import type Database from 'better-sqlite3-multiple-ciphers'
import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely'

/*
 * Two departures from Kysely's SQLite defaults.
 * It begins deferred: a read followed by a write can then fail at once with BUSY_SNAPSHOT. We begin immediate.
 * It takes SQLite for a database without transactional DDL, so a failed migration would leave its tables behind. SQLite has it.
 */

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
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
    return new ImmediateDriver({ database: this.#database })
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}
