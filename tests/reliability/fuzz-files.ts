import { fork, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { understandWorkbook } from '../../electron/domain/table/understand-workbook.ts'
import type { ChildReply } from '../../electron/excel/child-protocol.ts'
import { systemUsage } from '../../electron/host/child-meter.ts'
import { createExcelPort, type ForkExcelChild } from '../../electron/host/spawn-excel.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { option, say } from '../cases/kit/command.ts'
import { temporaryFolder } from '../kit/book.ts'
import { dice } from '../kit/dice.ts'
import { SEED } from './kill-harness.ts'
import { mutateFile } from './mutate-file.ts'
import { lane, timesOf, trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/*
 * R13. node tests/reliability/fuzz-files.ts [--count 2000] [--seed 1] [--workers 2] [--control]
 * Mutated workbooks of every format through the reading child, as an import sends them, and what comes back through the reader of tables. Each is
 * read or refused by name; nothing else may happen: no crash, no hang, no more than 512 MB, nothing hung on Object.prototype.
 * In the lane as often as rows.ts says, and the control after it.
 * --control: a child that hangs, one that eats memory, one that dies, one that answers nonsense, and a polluted prototype; each must be seen.
 */

const LIMIT_BYTES = 512 * 1024 * 1024
/** A file is read within its processor time; with the machine busy the clock may show more. */
const LIMIT_MS = 120_000
/** Processor time: the reader of tables runs in the program itself. */
const READER_MS = 5000

const peak = { bytes: 0 }

/** A child reads so many files before another takes its place; in the product each reads one. Starting one costs more than reading ten. */
const FILES_A_CHILD = 100

interface Reader {
  readonly child: ChildProcess
  readonly entry: string
  files: number
  /** Processor time used before the file it reads now. */
  before: number
  answered: boolean
  listener: (reply: ChildReply) => void
}
const waiting: Reader[] = []

function startReader(entry: string, execArgv: readonly string[]): Reader {
  const child = fork(entry, [], {
    execArgv: [...execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const reader: Reader = { child, entry, files: 0, before: 0, answered: false, listener: () => undefined }
  child.on('message', (message) => {
    // Only the program's own child writes to this channel.
    const reply = message as ChildReply
    if (['workbook', 'filled', 'drawn', 'failed'].includes(reply.type)) reader.answered = true
    reader.listener(reply)
  })
  return reader
}

/** As the product forks it, with the memory of every child watched. One that hangs, dies or eats too much is ended; one that answered reads on. */
const watched: ForkExcelChild = (entry, execArgv) => {
  const at = waiting.findIndex((reader) => reader.entry === entry)
  const again = at < 0 ? undefined : waiting.splice(at, 1)[0]
  const reader = again ?? startReader(entry, execArgv)
  const { child } = reader
  reader.files += 1
  reader.answered = false
  reader.before = again === undefined ? 0 : (systemUsage(child.pid)?.processorMs ?? 0)
  const usage = () => {
    const seen = systemUsage(child.pid)
    peak.bytes = Math.max(peak.bytes, seen?.residentBytes ?? 0)
    return seen === null ? null : { ...seen, processorMs: seen.processorMs - reader.before }
  }
  let gone: () => void = () => undefined
  return {
    pid: () => child.pid,
    usage,
    send: (request) => {
      usage()
      child.send(request)
    },
    onReply: (listener) => {
      reader.listener = (reply) => {
        usage()
        listener(reply)
      }
      if (again !== undefined) setImmediate(() => listener({ type: 'ready' }))
    },
    onExit: (listener) => {
      gone = listener
      child.once('exit', listener)
      child.once('error', listener)
    },
    kill: () => {
      child.off('exit', gone)
      child.off('error', gone)
      reader.listener = () => undefined
      if (reader.answered && child.connected && reader.files < FILES_A_CHILD) waiting.push(reader)
      else child.kill('SIGKILL')
    },
  }
}

interface Outcome {
  readonly state: 'read' | 'refused' | 'CRASH' | 'HANG' | 'POLLUTED'
  readonly told: string
}

type Options = Parameters<typeof createExcelPort>[0]

async function readOne(name: string, bytes: Uint8Array, options: Options = {}): Promise<Outcome> {
  const begun = performance.now()
  let outcome: Outcome
  try {
    const workbook = await createExcelPort({ fork: watched, ...options }).parse(
      { id: '1', name, bytes },
      { signal: new AbortController().signal, report: () => undefined },
    )
    const before = process.cpuUsage()
    const { sheets } = understandWorkbook(workbook)
    const { user, system } = process.cpuUsage(before)
    const spent = (user + system) / 1000
    outcome =
      spent > READER_MS
        ? { state: 'HANG', told: `the reader of tables took ${Math.round(spent)} ms` }
        : { state: 'read', told: `${sheets.reduce((sum, sheet) => sum + sheet.people.length, 0)} people` }
  } catch (error) {
    outcome =
      error instanceof Refusal
        ? { state: 'refused', told: error.code }
        : { state: 'CRASH', told: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  if (performance.now() - begun > LIMIT_MS)
    return { state: 'HANG', told: `${Math.round(performance.now() - begun)} ms` }
  const [odd] = Object.keys(Object.prototype)
  return odd !== undefined || Object.hasOwn(Object.prototype, 'polluted')
    ? { state: 'POLLUTED', told: String(odd) }
    : outcome
}

function originals(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const cases = join(import.meta.dirname, '../cases')
  return ['workbooks', 'workbooks-2', 'workbooks-3'].flatMap((folder) =>
    readdirSync(join(cases, folder))
      .filter((name) => !name.endsWith('.json'))
      .sort()
      .map((name) => ({ name, bytes: readFileSync(join(cases, folder, name)) })),
  )
}

async function fuzz(): Promise<number> {
  const count = Number(option('--count') ?? (lane() === 'suite' ? 2000 : timesOf('R13')))
  const from = Number(option('--seed') ?? SEED)
  const files = originals()
  const totals: Record<Outcome['state'], number> = { read: 0, refused: 0, CRASH: 0, HANG: 0, POLLUTED: 0 }
  const kinds = new Map<string, number>()
  const begun = performance.now()
  const left = trials('R13', count)
  let done = 0
  const work = async () => {
    for (const trial of left) {
      const seed = from + trial
      const chance = dice(seed)
      const file = files[seed % files.length]
      if (file === undefined) throw new Error('no files')
      const { state, told } = await readOne(file.name, mutateFile(file.bytes, chance))
      totals[state] += 1
      done += 1
      if (state === 'refused') kinds.set(told, (kinds.get(told) ?? 0) + 1)
      if (state !== 'read' && state !== 'refused') say(`${state} seed ${seed} ${file.name}: ${told}`)
    }
  }
  await Promise.all(Array.from({ length: Number(option('--workers') ?? 2) }, work))
  for (const { child } of waiting.splice(0)) child.kill('SIGKILL')
  const seconds = (performance.now() - begun) / 1000
  const refusals = [...kinds].toSorted((a, b) => b[1] - a[1]).map(([code, times]) => `${code} ${times}`)
  say(`refused: ${refusals.join(', ')}`)
  say(
    `files ${done}: read ${totals.read}, refused ${totals.refused}, crashes ${totals.CRASH}, hangs ${totals.HANG}, ` +
      `polluted ${totals.POLLUTED}, ${(done / seconds).toFixed(1)} files a second, most memory ${Math.round(peak.bytes / 1024 / 1024)} MB`,
  )
  const wrong =
    totals.CRASH + totals.HANG + totals.POLLUTED + Number(peak.bytes > LIMIT_BYTES) + Number(totals.read === 0)
  if (lane() === 'suite' || wrong > 0) return wrong
  // The control eats memory of its own.
  const most = Math.round(peak.bytes / 1024 / 1024)
  const unseen = await control()
  if (unseen === 0)
    sayRow({
      row: 'R13',
      done,
      seed: from,
      control: 'failed-as-it-must',
      note: `read=${totals.read} refused=${totals.refused} most=${most}MB`,
    })
  return unseen
}

async function control(): Promise<number> {
  const folder = temporaryFolder()
  const child = (name: string, script: string) => {
    const entry = join(folder.path, `${name}.mjs`)
    writeFileSync(entry, `${script}\nprocess.send({ type: 'ready' })`)
    return entry
  }
  const bytes = readFileSync(fileURLToPath(new URL('../cases/workbooks/C01-两级小标题.xlsx', import.meta.url)))
  const read = (entry: string, more: Options = {}) => readOne('C01.xlsx', bytes, { childEntry: entry, ...more })
  const hang = await read(child('hang', `process.on('message', () => { for (;;) {} })`), { readingMs: 500 })
  const eats = await read(
    child('eats', `const all = []; process.on('message', () => setInterval(() => all.push(Buffer.alloc(2e7, 1)), 5))`),
    { maxResidentBytes: 300 * 1024 * 1024 },
  )
  const dies = await read(child('dies', `process.on('message', () => process.exit(3))`))
  const nonsense = await read(
    child('nonsense', `process.on('message', () => process.send({ type: 'workbook', json: '{"sheets":' }))`),
  )
  Object.assign(Object.prototype, { polluted: true })
  const polluted = await readOne('C01.xlsx', bytes)
  Reflect.deleteProperty(Object.prototype, 'polluted')
  const whole = await readOne('C01.xlsx', bytes)
  for (const { child: one } of waiting.splice(0)) one.kill('SIGKILL')
  folder.dispose()
  const seen: readonly (readonly [string, boolean, Outcome])[] = [
    ['a child that hangs is ended by name', hang.told === 'file_timeout', hang],
    ['one that eats memory is ended by name', eats.told === 'file_suspicious', eats],
    ['one that dies is a damaged file', dies.told === 'file_damaged', dies],
    ['nonsense from it is a crash here', nonsense.state === 'CRASH', nonsense],
    ['a polluted prototype is seen', polluted.state === 'POLLUTED', polluted],
    ['the whole file is read', whole.state === 'read', whole],
  ]
  for (const [what, good, { state, told }] of seen)
    say(`${good ? 'ok  ' : 'FAIL'} control: ${what} (${state} ${told.slice(0, 60)})`)
  return seen.filter(([, good]) => !good).length
}

process.exitCode = (process.argv.includes('--control') ? await control() : await fuzz()) === 0 ? 0 : 1
