/*
 * `npm run mutation` mutates the rules slice by slice and keeps what it found in `REPORT.md`; `npm run mutation -- seed-001 H` does some
 * slices anew and takes the others from before. Fails below 90 of 100.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { scoreOf, writeReport, type MutationResult } from './report.ts'
import { SLICES, sliceOf } from './slices.ts'

const LIMIT = 90
const root = join(import.meta.dirname, '../..')
const rules = join(root, 'electron/domain/rules')
const results = join(root, 'test-output/mutation')
mkdirSync(results, { recursive: true })

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !SLICES.some((slice) => slice.name === name))
if (unknown.length > 0) throw new Error(`no slice ${unknown.join(', ')}; there are ${SLICES.map(({ name }) => name).join(', ')}`)

const files = globSync('**/*.ts', { cwd: rules }).filter((file) => !file.startsWith('packs/'))
const stored = (name: string) => join(results, `${name}.json`)

for (const slice of SLICES) {
  if (asked.length > 0 && !asked.includes(slice.name) && existsSync(stored(slice.name))) continue
  const own = files.filter((file) => sliceOf(file) === slice)
  const config = JSON.parse(readFileSync(join(import.meta.dirname, 'stryker.config.json'), 'utf8')) as Record<string, unknown>
  const path = join(results, `${slice.name}.config.json`)
  writeFileSync(path, JSON.stringify({
    ...config,
    mutate: own.map((file) => `electron/domain/rules/${file}`),
    concurrency: availableParallelism(),
    jsonReporter: { fileName: stored(slice.name) },
  }))
  const tests = slice.tests.map((name) => `tests/domain/rules/${name}.test.ts`)
  process.stdout.write(`${slice.name}: ${own.length} files\n`)
  const { status } = spawnSync('npx', ['stryker', 'run', path], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(tests.length > 0 ? { RULE_TESTS: tests.join(',') } : {}) },
  })
  if (status !== 0) throw new Error(`slice ${slice.name} did not run`)
}

const { text, total } = writeReport(new Map(SLICES.map(({ name }) => [name, JSON.parse(readFileSync(stored(name), 'utf8')) as MutationResult])), root)
writeFileSync(join(import.meta.dirname, 'REPORT.md'), text)
process.stdout.write(`${total.killed} of ${total.killed + total.survived} noticed: ${scoreOf(total).toFixed(1)} of 100\n`)
if (scoreOf(total) < LIMIT) process.exitCode = 1
