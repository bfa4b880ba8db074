import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { READ_MODEL } from '../../electron/store/county/read-model.ts'
import type { Found } from './engine.ts'

/*
 * Two PostgreSQL servers of one run, reached by sockets in a folder alone. Each holds half of the counties; the first has those of the second as
 * foreign partitions, so that whoever asks it asks both.
 */

const SCRIPT = 'postgresql.sql'

/** Both servers filled from an exported folder. */
export async function findPostgresql(folder: string, scratch: string): Promise<Found> {
  const bin = binaries()
  if (bin === null) return { skipped: 'initdb, postgres and psql are not installed (Debian: postgresql)' }
  const owner = ownerOf()
  if (owner === null) return { skipped: 'PostgreSQL does not run as root, and there is no user “postgres”' }
  const servers: ChildProcess[] = []
  const close = async () => {
    for (const server of servers) {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      if (server.exitCode === null) {
        server.kill('SIGINT')
        await ended
      }
    }
  }
  try {
    mkdirSync(scratch)
    chmodSync(dirname(scratch), 0o711)
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(scratch, owner.uid, owner.gid)
    const run = (program: string, args: readonly string[], input?: string) =>
      execFileSync(join(bin, program), args, {
        ...owner,
        cwd: folder,
        input,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        stdio: ['pipe', 'pipe', 'pipe'],
      })
    const start = async (port: string) => {
      const data = join(scratch, port)
      run('initdb', ['-D', data, '-U', 'dingbian', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
      const options = ['-D', data, '-p', port, '-k', scratch, '-c', 'listen_addresses=', '-c', 'fsync=off']
      servers.push(spawn(join(bin, 'postgres'), options, { ...owner, stdio: 'ignore' }))
      for (let tries = 0; tries < 150; tries += 1) {
        if (existsSync(join(scratch, `.s.PGSQL.${port}`))) break
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    const psql = (port: string, sql: string) =>
      run(
        'psql',
        [
          '-X',
          '-q',
          '-A',
          '-t',
          '-h',
          scratch,
          '-p',
          port,
          '-U',
          'dingbian',
          '-d',
          'postgres',
          '-v',
          'ON_ERROR_STOP=1',
        ],
        sql,
      )
    const [here, there] = ['5491', '5492']
    await start(here)
    await start(there)
    openToAll(folder)
    const counties = readdirSync(join(folder, 'quota'))
      .map((name) => name.slice('county='.length))
      .toSorted()
    const second = new Set(counties.filter((_, place) => place % 2 === 1))
    psql(
      here,
      halfOf(folder, (county) => !second.has(county)),
    )
    psql(
      there,
      halfOf(folder, (county) => second.has(county)),
    )
    const list = [...second].map((county) => `'${county}'`).join(', ')
    psql(
      here,
      [
        'CREATE EXTENSION postgres_fdw;',
        `CREATE SERVER second FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '${scratch}', port '${there}', dbname 'postgres');`,
        `CREATE USER MAPPING FOR dingbian SERVER second OPTIONS (user 'dingbian');`,
        ...READ_MODEL.map(
          ({ name }) =>
            `CREATE FOREIGN TABLE ${name}_second PARTITION OF ${name} FOR VALUES IN (${list}) SERVER second OPTIONS (table_name '${name}');`,
        ),
      ].join('\n'),
    )
    const [version = ''] = psql(here, 'SHOW server_version').split(' ')
    return {
      close,
      engine: {
        version: version.trim(),
        folder,
        query: (sql) =>
          Promise.resolve(JSON.parse(psql(here, `SELECT coalesce(json_agg(x), '[]') FROM (${sql}) x;`)) as never),
        // Changed on the second server: the first must tell it.
        spoil: () => {
          psql(there, `UPDATE quota SET actual = actual + 1 WHERE ctid = (SELECT min(ctid) FROM quota_here);`)
          return Promise.resolve()
        },
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The folder's own script with the files of some counties. */
function halfOf(folder: string, wanted: (county: string) => boolean): string {
  return readFileSync(join(folder, SCRIPT), 'utf8')
    .split('\n')
    .filter((line) => {
      const county = /^\\copy .*\/county=([^/]*)\//u.exec(line)?.[1]
      return county === undefined || wanted(county)
    })
    .join('\n')
}

/** psql reads the files as another user; they are invented people in a folder of this run. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
}

function binaries(): string | null {
  const packaged = '/usr/lib/postgresql'
  const versions = existsSync(packaged) ? readdirSync(packaged).toSorted((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...versions.map((version) => join(packaged, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
  return places.find((place) => ['initdb', 'postgres', 'psql'].every((name) => existsSync(join(place, name)))) ?? null
}

/** Who runs the servers: ourselves, or for root the package's own user. */
function ownerOf(): { readonly uid?: number; readonly gid?: number } | null {
  if (process.getuid?.() !== 0) return {}
  try {
    const id = (what: string) =>
      Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}
