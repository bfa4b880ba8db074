import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { Script } from 'node:vm'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { rolldown } from 'rolldown'
import { expect, it } from 'vitest'
import type { MutationResult } from './report.ts'

/*
 * Tries every mutant of some files on some tests, all in one process: files and tests are one script whose top level is run anew for each
 * mutant, so that nothing one mutant has left behind meets the next, and only the tests that reach it are asked. Starting a test runner for each
 * would cost a hundred times as much. MUTATE and OWN_TESTS are lists of paths, RESULT where the answer goes.
 */

const root = join(import.meta.dirname, '../..')
const listOf = (name: string) => (process.env[name] ?? '').split(',').filter((path) => path !== '')
const [mutated, tests, result] = [listOf('MUTATE'), listOf('OWN_TESTS'), process.env['RESULT'] ?? '']

/** A test that has not answered by then hangs: many times what the slowest takes. */
const HANGS_MS = 20_000
/** A place that is passed so many times as often as without the mutant stands in a loop without an end. */
const LOOPS = 100

interface Test {
  readonly name: string
  readonly run: () => unknown
}
/** A test as it was met without a mutant: where it stands, and how long it took. */
interface Known {
  readonly id: string
  readonly file: string
  readonly place: number
  readonly took: number
}

/** What instrumented code asks and notes. */
interface Switch {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: {
    static: Record<string, number>
    perTest: Record<string, Record<string, number>>
  }
}
const ns: Switch = {}
Object.assign(globalThis, { __stryker__: ns })

/** `describe`, `it` and `test` as the scripts use them: what they declare is put down, nothing runs yet. */
function declarations(): { readonly tests: Test[]; readonly shim: unknown } {
  const tests: Test[] = []
  let path: readonly string[] = []
  type Body = (...values: readonly unknown[]) => unknown
  const bodyOf = (one: unknown, other: unknown) => (typeof one === 'function' ? one : other) as Body
  const declare = (name: string, one: unknown, other?: unknown) => {
    tests.push({ name: [...path, name].join(' > '), run: bodyOf(one, other) })
  }
  const group = (name: string, one: unknown, other?: unknown) => {
    const before = path
    path = [...path, name]
    bodyOf(one, other)()
    path = before
  }
  const each = (put: typeof declare) => (rows: readonly unknown[]) => (name: string, one: unknown, other?: unknown) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? (row as readonly unknown[]) : [row]
      put(name, () => bodyOf(one, other)(...values))
    }
  }
  const test = Object.assign(declare, { each: each(declare) })
  const never = () => {
    throw new Error('hooks around tests are not run here: leave the file to the test runner')
  }
  return {
    tests,
    shim: {
      describe: Object.assign(group, { each: each(group) }),
      it: test,
      test,
      expect,
      // What a file says at its end is no test.
      afterAll: () => undefined,
      beforeAll: never,
      beforeEach: never,
      afterEach: never,
    },
  }
}

/** One script of the tests and all they import, the mutated files instrumented. */
async function bundle(code: ReadonlyMap<string, string>): Promise<Script> {
  const entry = 'entry-of-all-tests.ts'
  const setup = ['tests/kit/fixed-seed.ts', 'tests/mutation/short-properties.ts']
  const made = await rolldown({
    input: entry,
    cwd: root,
    platform: 'node',
    external: (id) => id !== entry && !id.startsWith('.') && !id.startsWith('/'),
    treeshake: false,
    plugins: [
      {
        name: 'instrumented',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? [
                ...setup.map((path) => `import ${JSON.stringify(join(root, path))}`),
                // Loaded when it is asked for: what a file does at its top is done only for mutants its tests reach.
                ...tests.map(
                  (path) => `files.set(${JSON.stringify(path)}, () => import(${JSON.stringify(join(root, path))}))`,
                ),
              ].join('\n')
            : (code.get(id) ?? null),
      },
    ],
  })
  const { output } = await made.generate({ format: 'cjs', codeSplitting: false })
  await made.close()
  return new Script(`(function (require, exports, module, files) {${output[0].code}\n})`, { filename: 'mutated.cjs' })
}

it('tries every mutant', async () => {
  const silent = () => undefined
  const logger = { isDebugEnabled: () => false, debug: silent, info: silent, warn: silent, error: silent }
  const instrumented = await new Instrumenter(logger as never).instrument(
    mutated.map((path) => ({
      name: join(root, path),
      mutate: true,
      content: readFileSync(join(root, path), 'utf8'),
    })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  )
  const script = await bundle(new Map(instrumented.files.map(({ name, content }) => [name, content])))
  const ownRequire = createRequire(join(root, 'package.json'))

  /** Everything loaded anew, file by file as it is asked for; the tests as the file declares them. */
  const load = (): ((file: string) => Promise<readonly Test[]>) => {
    const { tests, shim } = declarations()
    const files = new Map<string, () => Promise<unknown>>()
    const run = script.runInThisContext() as (...values: readonly unknown[]) => void
    run((id: string) => (id === 'vitest' ? shim : (ownRequire(id) as unknown)), {}, { exports: {} }, files)
    const loaded = new Map<string, readonly Test[]>()
    return async (file) => {
      const known = loaded.get(file)
      if (known !== undefined) return known
      tests.length = 0
      await files.get(file)?.()
      const own = [...tests]
      loaded.set(file, own)
      return own
    }
  }
  const call = new Script('__run__()')
  /** What the test throws, or null. */
  const failure = async (test: Test): Promise<unknown> => {
    try {
      Object.assign(globalThis, { __run__: test.run })
      await call.runInThisContext({ timeout: HANGS_MS })
      return null
    } catch (error) {
      return error ?? 'thrown'
    }
  }

  ns.mutantCoverage = { static: {}, perTest: {} }
  const declared: Known[] = []
  const asDeclared = load()
  for (const file of tests)
    for (const [place, test] of (await asDeclared(file)).entries()) {
      const id = `${file} ${place} ${test.name}`
      ns.currentTestId = id
      const began = performance.now()
      const wrong = await failure(test)
      if (wrong !== null) throw new Error(`${id} is red without a mutant`, { cause: wrong })
      declared.push({ id, file, place, took: performance.now() - began })
      ns.currentTestId = undefined
    }
  if (declared.length === 0) throw new Error('no tests')
  declared.sort((one, other) => one.took - other.took)
  const { static: atLoad, perTest } = ns.mutantCoverage
  process.stdout.write(`${declared.length} tests, ${instrumented.mutants.length} mutants\n`)

  const answered: { readonly path: string; readonly mutant: MutationResult['files'][string]['mutants'][number] }[] = []
  for (const [place, mutant] of instrumented.mutants.entries()) {
    const reached = declared.filter(({ id }) => perTest[id]?.[mutant.id] !== undefined)
    let status = reached.length > 0 ? 'Survived' : atLoad[mutant.id] === undefined ? 'NoCoverage' : 'Ignored'
    ns.mutantCoverage = { static: {}, perTest: {} }
    const fresh = reached.length > 0 ? load() : null
    for (const { id, file, place: at } of fresh === null ? [] : reached) {
      const test = (await fresh?.(file))?.[at]
      if (test === undefined) throw new Error(`${id} is not declared again`)
      ns.activeMutant = mutant.id
      ns.hitCount = 0
      ns.hitLimit = (perTest[id]?.[mutant.id] ?? 0) * LOOPS + LOOPS
      const wrong = await failure(test)
      ns.activeMutant = undefined
      ns.hitCount = undefined
      if (wrong === null) continue
      const endless = /Hit count limit|timed out/u.test(wrong instanceof Error ? wrong.message : '')
      status = endless ? 'Timeout' : 'Killed'
      break
    }
    const { start, end } = mutant.location
    answered.push({
      path: relative(root, mutant.fileName),
      mutant: {
        mutatorName: mutant.mutatorName,
        replacement: mutant.replacement,
        status,
        location: {
          start: { line: start.line + 1, column: start.column + 1 },
          end: { line: end.line + 1, column: end.column + 1 },
        },
      },
    })
    if (place % 100 === 99) process.stdout.write(`${place + 1} tried\n`)
  }
  const byPath = Map.groupBy(answered, ({ path }) => path)
  const files = Object.fromEntries(
    mutated.map((path) => [
      path,
      {
        source: readFileSync(join(root, path), 'utf8'),
        mutants: (byPath.get(path) ?? []).map(({ mutant }) => mutant),
      },
    ]),
  )
  writeFileSync(result, JSON.stringify({ files } satisfies MutationResult))
  expect(answered).toHaveLength(instrumented.mutants.length)
})
