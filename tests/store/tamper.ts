import Database from 'better-sqlite3-multiple-ciphers'

/**
 * What someone with a SQLite shell does to a closed book: takes the triggers off, runs the statements, puts the triggers back.
 * @returns how many rows changed, so that a test can see that its tampering happened.
 */
export function tamper(path: string, ...statements: readonly string[]): number {
  const raw = new Database(path)
  try {
    raw.pragma('foreign_keys = OFF')
    raw.pragma('ignore_check_constraints = ON')
    const triggers = raw
      .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
      .all()
    for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`)
    const changed = statements.reduce((sum, statement) => sum + raw.prepare(statement).run().changes, 0)
    for (const { sql } of triggers) raw.exec(sql)
    return changed
  } finally {
    raw.close()
  }
}
