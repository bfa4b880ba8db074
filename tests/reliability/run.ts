import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROW_IDS, ROWS, type Row, type RowId } from './rows.ts'
import { rowLine, type RowResult } from './say-row.ts'

/*
 * npm run test:reliability [-- --long] [-- R01 R23 …]: a line for each row of rows.ts, and exit 1 when one failed.
 * `R01 ok 1000/1000 seed=… control=failed-as-it-must`, `short` below its target, `failed`, or `skipped: why`. As many files run at once as there
 * are processors; what is measured (`capacity`, `soak`) runs alone, at the end.
 */

const ROOT = join(import.meta.dirname, '..', '..')
const words = process.argv.slice(2)
const lane = words.includes('--long') ? 'long' : 'ci'
const asked = words.filter((word): word is RowId => Object.hasOwn(ROWS, word))
const rows = asked.length > 0 ? asked : ROW_IDS
const scratch = mkdtempSync(join(tmpdir(), 'dingbian-reliability-'))
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')

interface FileResult {
  readonly passed: number
  readonly failed: number
  readonly control: boolean
  readonly lines: readonly RowResult[]
}
const seen = new Map<string, Promise<FileResult>>()

/** So many children at once; whoever comes later waits for a place. */
function gate(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = places
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
const inTurn = gate(availableParallelism())

async function exitCode(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number | null> {
  const [code] = (await once(spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore', env }), 'exit')) as [
    number | null,
  ]
  return code
}

/** Runs one test file once, whatever rows it serves. */
function runFile(file: string): Promise<FileResult> {
  const known = seen.get(file)
  if (known !== undefined) return known
  const [report, results] = [join(scratch, `${seen.size}.jsonl`), join(scratch, `${seen.size}.json`)]
  const project = /^tests\/(e2e|reliability|paper)\//.test(file) ? 'e2e' : 'fast'
  const result = inTurn(async () => {
    await exitCode([vitest, 'run', '--project', project, file, '--reporter=json', `--outputFile.json=${results}`], {
      ...process.env,
      RELIABILITY_LANE: lane,
      RELIABILITY_REPORT: report,
    })
    return { ...countTests(results), lines: existsSync(report) ? readLines(report) : [] }
  })
  seen.set(file, result)
  return result
}

interface VitestResults {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function countTests(results: string): Omit<FileResult, 'lines'> {
  if (!existsSync(results)) return { passed: 0, failed: 1, control: false }
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as VitestResults
  const tests = testResults.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed')
  return {
    passed: passed.length,
    // A file that could not be loaded has no tests of its own, and failed all the same.
    failed:
      tests.filter((test) => test.status === 'failed').length +
      testResults.filter((file) => file.status === 'failed').length,
    control: passed.some((test) => /control|would (be caught|fail)/i.test(test.fullName)),
  }
}

function readLines(path: string): readonly RowResult[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as RowResult)
}

async function lineOf(id: RowId): Promise<string> {
  const row: Row = ROWS[id]
  const target = row[lane]
  if (row.absent !== undefined) return `${id} skipped: ${row.absent}`
  if (row.program !== undefined) return programLine(id, row.program, target)
  const missing = row.files.filter((file) => !existsSync(join(ROOT, file)))
  if (missing.length > 0) return `${id} skipped: ${missing.join(', ')} is not written`
  const results = await Promise.all(row.files.map(runFile))
  if (results.some((result) => result.failed > 0)) return `${id} failed: ${row.files.join(', ')}`
  if (row.counts === 'tests') {
    const done = results.reduce((sum, result) => sum + result.passed, 0)
    const control = results.some((result) => result.control) ? 'failed-as-it-must' : null
    return rowLine({ row: id, done, seed: null, control }, target)
  }
  const own = results.flatMap((result) => result.lines.filter((line) => line.row === id))
  const first = own[0]
  if (first === undefined) return `${id} skipped: the test did not run here`
  // Several tests of one row: the one tried least often stands for it.
  const least = own.reduce((left, right) => (right.done < left.done ? right : left))
  return rowLine({ ...least, control: own.find((line) => line.control !== null)?.control ?? null }, target)
}

async function programLine(id: RowId, program: string, target: number): Promise<string> {
  const seed = 20_261_122
  const run = async (...more: readonly string[]) => (await inTurn(() => exitCode([program, ...more]))) === 0
  if (!(await run('--count', String(target), '--seed', String(seed)))) return `${id} failed: ${program}`
  return rowLine(
    { row: id, done: target, seed, control: (await run('--control')) ? 'failed-as-it-must' : null },
    target,
  )
}

/** Rows that count time or memory: nothing else runs beside them. */
const ALONE: ReadonlySet<RowId> = new Set(['R26', 'R27'])

let failed = 0
const say = (said: string) => {
  if (/^R\d+ failed/.test(said)) failed += 1
  process.stdout.write(`${said}\n`)
}
const began = performance.now()
await Promise.all(rows.filter((id) => !ALONE.has(id)).map(async (id) => say(await lineOf(id))))
for (const id of rows.filter((one) => ALONE.has(one))) say(await lineOf(id))
process.stdout.write(`${rows.length} rows in ${Math.round((performance.now() - began) / 60_000)} min\n`)
rmSync(scratch, { recursive: true, force: true })
process.exitCode = failed === 0 ? 0 : 1
