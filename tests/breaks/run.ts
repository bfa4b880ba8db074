import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BREAKS, type Break } from './list.ts'

/*
 * node tests/breaks/run.ts [F1 F7 …]: takes each guard of the list away, in a copy of the program, and says whether its test then fails. A test that
 * fails without that says nothing, so each is run once with the program as it is. Exit 1 where a test did not notice.
 */

const ROOT = join(import.meta.dirname, '..', '..')
const place = join(ROOT, 'test-output', 'breaks')
const asked = process.argv.slice(2)
const chosen = BREAKS.filter(({ fault }) => asked.length === 0 || asked.includes(fault))

rmSync(place, { recursive: true, force: true })
mkdirSync(place, { recursive: true })
for (const name of ['electron', 'migrations', 'renderer', 'tests', 'build'])
  cpSync(join(ROOT, name), join(place, name), { recursive: true, filter: (path) => !path.includes('/cases/') })
for (const name of ['node_modules', 'out', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'electron-builder.yml'])
  symlinkSync(join(ROOT, name), join(place, name))

interface Results {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** The titles that failed; null where nothing was run. */
function failing({ test, title }: Break): readonly string[] | null {
  const results = join(place, 'results.json')
  rmSync(results, { force: true })
  const pattern = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      /^tests\/(?:e2e|reliability)\//.test(test) ? 'e2e' : 'fast',
      test,
      '-t',
      pattern,
      '--reporter=json',
      `--outputFile.json=${results}`,
    ],
    { cwd: place, stdio: 'ignore' },
  )
  try {
    const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as Results
    const ran = testResults.flatMap((file) => file.assertionResults).filter(({ status }) => status !== 'skipped')
    return ran.length === 0
      ? null
      : ran.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName.trim())
  } catch {
    return null
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const sound = new Map<string, boolean>()
let unseen = 0
for (const one of chosen) {
  const key = `${one.test} ${one.title}`
  if (!sound.has(key)) sound.set(key, failing(one)?.length === 0)
  const path = join(place, one.file)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    whole.replace(one.from, () => one.to),
  )
  const failed = failing(one) ?? []
  writeFileSync(path, whole)
  const noticed = sound.get(key) === true && failed.length > 0
  if (!noticed) unseen += 1
  say(`${noticed ? 'failed as it must' : 'NOT NOTICED'} ${one.fault} ${one.broken}: ${failed[0] ?? '—'}`)
}
say(`${chosen.length} broken on purpose, ${unseen} not noticed`)
process.exitCode = unseen === 0 ? 0 : 1
