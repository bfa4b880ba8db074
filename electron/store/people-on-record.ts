import { sql, type Kysely } from 'kysely'
import type { BookDatabase, HoldingTable, PersonTable, PersonVersionTable, RecordTable } from './book-database.ts'

/** All rows that say something of one person, oldest first, ended ones too. */
export interface PersonOnRecord {
  readonly person: PersonTable
  readonly versions: readonly PersonVersionTable[]
  readonly holdings: readonly HoldingTable[]
  readonly records: readonly RecordTable[]
}

/** Reads many people with four statements. `kinds`: which records are wanted. An unknown id is missing from the answer. */
export async function readPeopleOnRecord(
  db: Kysely<BookDatabase>,
  ids: readonly string[],
  kinds: readonly string[],
): Promise<ReadonlyMap<string, PersonOnRecord>> {
  const wanted = JSON.stringify([...new Set(ids)])
  const among = (column: string) => sql<boolean>`${sql.ref(column)} in (select value from json_each(${wanted}))`
  const people = await db.selectFrom('person').selectAll().where(among('id')).execute()
  const versions = await db
    .selectFrom('person_version')
    .selectAll()
    .where(among('person_id'))
    .orderBy('valid_from')
    .execute()
  const holdings = await db
    .selectFrom('holding')
    .selectAll()
    .where(among('person_id'))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  const records = await db
    .selectFrom('record')
    .selectAll()
    .where(among('person_id'))
    .where('kind', 'in', kinds)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  const versionsOf = Map.groupBy(versions, (row) => row.person_id)
  const holdingsOf = Map.groupBy(holdings, (row) => row.person_id)
  const recordsOf = Map.groupBy(records, (row) => row.person_id)
  return new Map(
    people.map((person) => [
      person.id,
      {
        person,
        versions: versionsOf.get(person.id) ?? [],
        holdings: holdingsOf.get(person.id) ?? [],
        records: recordsOf.get(person.id) ?? [],
      },
    ]),
  )
}
