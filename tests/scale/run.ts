import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportCounty } from '../../electron/app/county/export-county.ts'
import { CITY_TOTALS, CITY_TOWNSHIPS } from '../../electron/domain/county/sample-city.ts'
import { closeCountyFile } from '../../electron/store/county/county-book.ts'
import { temporaryFolder } from '../kit/book.ts'
import { receiveCity } from '../kit/city-packages.ts'
import { countyContext, newCounty } from '../kit/county.ts'
import { answersOf, ownAnswers, rollUpsIn } from '../kit/county-model.ts'
import { findDuckdb } from './duckdb.ts'
import type { Engine, Found } from './engine.ts'
import { findPostgresql } from './postgresql.ts'

/*
 * npm run test:scale: the sample city exported, and the roll-up of the export asked of DuckDB and of two PostgreSQL servers joined by foreign
 * partitions, where these are installed. Each must give the numbers of the 主管本 to the last one, and other numbers where a row is changed.
 * A line for each engine; exit 1 when one differs. DuckDB is looked for here and in the folder that DUCKDB_FROM names.
 */

type Answers = Awaited<ReturnType<typeof ownAnswers>>

const folder = temporaryFolder()
let failed = 0
const say = (text: string) => process.stdout.write(`${text}\n`)

/** Names of the answers that differ. */
const differing = (own: Answers, theirs: Answers) =>
  Object.keys(own).filter((name) => JSON.stringify(own[name]) !== JSON.stringify(theirs[name]))

async function ask(engine: Engine, statements: ReadonlyMap<string, string>): Promise<Answers> {
  const answers = new Map<string, Awaited<ReturnType<Engine['query']>>>()
  for (const [name, sql] of statements) answers.set(name, await engine.query(sql))
  return answersOf(answers)
}

async function run(name: string, find: () => Promise<Found>, own: Answers): Promise<void> {
  const found = await find()
  if ('skipped' in found) {
    say(`${name} skipped: ${found.skipped}`)
    return
  }
  try {
    const { engine } = found
    const statements = rollUpsIn(engine.folder)
    const started = performance.now()
    const wrong = differing(own, await ask(engine, statements))
    const ms = Math.round(performance.now() - started)
    await engine.spoil()
    const noticed = differing(own, await ask(engine, statements))
    const fine = wrong.length === 0 && noticed.length > 0
    if (!fine) failed += 1
    say(
      `${name} ${engine.version}: ${fine ? 'equal' : 'DIFFERENT'} in ${statements.size} statements, ${ms} ms` +
        `${wrong.length === 0 ? '' : ` (${wrong.join(', ')})`}; control=${noticed.length > 0 ? 'failed-as-it-must' : 'NOT NOTICED'}`,
    )
  } finally {
    await found.close()
  }
}

try {
  const county = await newCounty(join(folder.path, '示例市.dingbian'), { name: '示例市', level: 'city', code: '9910' })
  const context = countyContext(county)
  receiveCity(context, CITY_TOWNSHIPS.slice(0, CITY_TOTALS.after.townships))
  const own = await ownAnswers(context)
  const [parquet, csv] = [join(folder.path, 'parquet'), join(folder.path, 'csv')]
  const made = await exportCounty({ path: parquet, format: 'parquet' }, context)
  await exportCounty({ path: csv, format: 'csv' }, context)
  closeCountyFile(county)
  say(`${made.townships} townships, ${made.people} people, ${made.files} files`)
  await run('duckdb over parquet', () => findDuckdb(parquet), own)
  await run('duckdb over csv', () => findDuckdb(csv), own)
  await run('two postgresql servers', () => findPostgresql(csv, join(folder.path, 'servers')), own)
  // What stands in both formats is one roll-up.
  if (readFileSync(join(parquet, 'roll-up.sql'), 'utf8') !== readFileSync(join(csv, 'roll-up.sql'), 'utf8')) failed += 1
} finally {
  folder.dispose()
}
process.exitCode = failed === 0 ? 0 : 1
