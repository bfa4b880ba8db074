import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { exitCodeOf, lineOf, summaryOf, type FileResult } from './lane-lines.ts'
import { ROW_IDS, ROWS, type Row, type RowId } from './rows.ts'
import { processorSeconds, type RowResult } from './say-row.ts'

/*
 * npm run test:reliability [-- --long] [-- R01 R23 …] [-- --part 0.1] [-- --minutes 5] [-- --at-once 1]: a line for each row of rows.ts.
 * `R01 ok 1000/1000 seed=… control=failed-as-it-must`, `short` below its target, `failed`, or `skipped: why`; exit 1 when one failed or is short.
 * As many files run at once as there are processors, the dearest first; what compares times (`capacity`) runs alone, at the end.
 */

const ROOT = join(import.meta.dirname, '..', '..')
const words = process.argv.slice(2)
const lane = words.includes('--long') ? 'long' : 'ci'
const asked = words.filter((word): word is RowId => Object.hasOwn(ROWS, word))
// A word nobody knows must not start the whole lane.
const OPTIONS = ['--long', '--part', '--minutes', '--at-once']
const unknown = words.filter((word) => !OPTIONS.includes(word) && !/^[\d.]+$/.test(word) && !Object.hasOwn(ROWS, word))
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(' ')}. Rows R01 to R31; options ${OPTIONS.join(' ')}\n`)
  process.exit(2)
}
const rows = asked.length > 0 ? asked : ROW_IDS
const scratch = mkdtempSync(join(tmpdir(), 'dingbian-reliability-'))
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')

/** The number after an option. */
function numberAfter(option: string): number | undefined {
  const at = words.indexOf(option)
  if (at < 0) return undefined
  const value = Number(words[at + 1])
  if (!(value >= 0)) throw new Error(`${option} wants a number`)
  return value
}
const [part, minutes, places] = [numberAfter('--part'), numberAfter('--minutes'), numberAfter('--at-once')]
const laneEnv: NodeJS.ProcessEnv = {
  ...process.env,
  RELIABILITY_LANE: lane,
  ...(part === undefined ? {} : { RELIABILITY_PART: String(part) }),
  ...(minutes === undefined ? {} : { RELIABILITY_MINUTES: String(minutes) }),
}

const seen = new Map<string, Promise<FileResult>>()

/** So many children at once; whoever comes later waits for a place. */
function gate(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = limit
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
const inTurn = gate(places ?? availableParallelism())

async function exitCode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const [code] = (await once(spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore', env }), 'exit')) as [
    number | null,
  ]
  return code
}

/** Runs one test file or program once, whatever rows it serves. */
function runFile(file: string): Promise<FileResult> {
  const known = seen.get(file)
  if (known !== undefined) return known
  const [report, results] = [join(scratch, `${seen.size}.jsonl`), join(scratch, `${seen.size}.json`)]
  const env = { ...laneEnv, RELIABILITY_REPORT: report }
  const result = inTurn(async () => {
    const lines = () => (existsSync(report) ? readLines(report) : [])
    if (!file.endsWith('.test.ts')) {
      const code = await exitCode([file], env)
      return { passed: 0, failures: code === 0 ? [] : [`exit code ${code}`], control: false, lines: lines() }
    }
    const project = /^tests\/(e2e|reliability|paper)\//.test(file) ? 'e2e' : 'fast'
    await exitCode([vitest, 'run', '--project', project, file, '--reporter=json', `--outputFile.json=${results}`], env)
    return { ...countTests(results), lines: lines() }
  })
  seen.set(file, result)
  return result
}

interface VitestResults {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

function countTests(results: string): Omit<FileResult, 'lines'> {
  if (!existsSync(results)) return { passed: 0, failures: ['no results'], control: false }
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as VitestResults
  const tests = testResults.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed')
  const failed = tests.filter((test) => test.status === 'failed')
  const beginning = (message = '') => message.slice(0, 600).replaceAll('\n', '\n      ')
  return {
    passed: passed.length,
    failures: [
      ...failed.map((test) => `${test.fullName}: ${beginning(test.failureMessages?.[0])}`),
      // A file that could not be loaded has no tests of its own, and failed all the same.
      ...(failed.length > 0 ? [] : testResults.filter((file) => file.status === 'failed')).map(
        (file) => `${file.name}: ${beginning(file.message)}`,
      ),
    ],
    control: passed.some((test) => /control|would (be caught|fail)/i.test(test.fullName)),
  }
}

function readLines(path: string): readonly RowResult[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as RowResult)
}

async function rowOf(id: RowId): Promise<string> {
  const row: Row = ROWS[id]
  if (row.absent !== undefined) return `${id} skipped: ${row.absent}`
  return lineOf(id, row, row[lane], await Promise.all(row.files.map(runFile)))
}

/** Compares processor times: nothing else runs beside it. */
const ALONE: ReadonlySet<RowId> = new Set(['R27'])
/** What takes longest begins first, so that no processor waits for one row at the end. */
const DEAREST: readonly RowId[] = ['R26', 'R13', 'R15', 'R05', 'R01', 'R02']

const said: string[] = []
const say = (line: string) => {
  said.push(line)
  process.stdout.write(`${line}\n`)
}
const began = performance.now()
const beside = rows.filter((id) => !ALONE.has(id))
const inOrder = [...DEAREST.filter((id) => beside.includes(id)), ...beside.filter((id) => !DEAREST.includes(id))]
await Promise.all(inOrder.map(async (id) => say(await rowOf(id))))
for (const id of rows.filter((one) => ALONE.has(one))) say(await rowOf(id))
process.stdout.write(`${summaryOf(said, (performance.now() - began) / 60_000, processorSeconds() / 60)}\n`)
rmSync(scratch, { recursive: true, force: true })
process.exitCode = exitCodeOf(said)
