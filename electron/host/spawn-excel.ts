import { fork } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExcelPort, Report, StagedFile } from '../app/context.ts'
import { isRefusalCode, Refusal } from '../vocabulary/refusals.ts'
import type { RawWorkbook } from '../domain/table/raw-workbook.ts'
import type { ChildReply, ChildRequest } from '../excel/child-protocol.ts'
import { unpackWorkbook } from '../app/import/unpack-workbook.ts'
import { PROGRAM_FOLDER } from './layout.ts'
import { createMeter, systemUsage, type ChildUsage } from './child-meter.ts'

/** A child as the port sees it, whoever forked it. */
export interface ExcelChild {
  /** Undefined until the child runs. */
  readonly pid: () => number | undefined
  /** What the system says of the child now; null where it does not. The child's own reports are used then. */
  readonly usage: () => ChildUsage | null
  readonly send: (request: ChildRequest) => void
  readonly onReply: (listener: (reply: ChildReply) => void) => void
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

/** Node's fork, or Electron's `utilityProcess.fork` handed in by the main process. */
export type ForkExcelChild = (entry: string, execArgv: readonly string[]) => ExcelChild

export interface ExcelPortOptions {
  /** Path of the child's script; by default the source beside this file, or the bundle's own. */
  readonly childEntry?: string | undefined
  readonly fork?: ForkExcelChild | undefined
  /** Processor time of the child for reading one file, milliseconds. */
  readonly readingMs?: number | undefined
  /** The same for drawing or filling one. */
  readonly drawingMs?: number | undefined
  /** A guard by the clock, for a child that waits for ever. */
  readonly wallMs?: number | undefined
  readonly maxResidentBytes?: number | undefined
}

/** On a busy machine a child gets the processor late; only its own time says that a file is too much. */
const READING_MS = 20_000
const DRAWING_MS = 180_000
const WALL_MS = 15 * 60_000
/** Below 512 MB by what a child may take between two looks; a 10,000-row sheet takes 160. */
const MAX_RESIDENT_BYTES = 448 * 1024 * 1024
const POLL_MS = 100
/**
 * `__proto__` out of reach; a heap that ends before the machine does where memory cannot be watched; a small nursery, which takes 120 MB off the
 * peak of a 10,000-row sheet.
 */
const EXEC_ARGUMENTS = ['--disable-proto=delete', '--max-old-space-size=448', '--max-semi-space-size=8']

/** Reads and draws workbooks in a child process: one file a child, with a deadline, a memory limit, and killed when the caller stops. */
export function createExcelPort(options: ExcelPortOptions = {}): ExcelPort {
  const limits: Limits = {
    entry: options.childEntry ?? defaultEntry(),
    fork: options.fork ?? forkNode,
    readingMs: options.readingMs ?? READING_MS,
    drawingMs: options.drawingMs ?? DRAWING_MS,
    wallMs: options.wallMs ?? WALL_MS,
    maxResidentBytes: options.maxResidentBytes ?? MAX_RESIDENT_BYTES,
  }
  return {
    parse: async (file, { signal, report, choices = false }) => {
      const reply = await ask(
        limits,
        { type: 'parse', name: file.name, bytes: file.bytes, choices },
        file,
        signal,
        report,
      )
      if (reply.type !== 'workbook') throw new Refusal('file_damaged', { file: file.name, problem: '读取程序没有回答' })
      return unpackWorkbook(reply)
    },
    fill: async (file, requests, { signal, report }) => {
      const reply = await ask(
        limits,
        { type: 'fill', name: file.name, bytes: file.bytes, requests },
        file,
        signal,
        report,
      )
      if (reply.type !== 'filled') throw new Refusal('file_damaged', { file: file.name, problem: '填表程序没有回答' })
      // Our own child wrote it from a `RawWorkbook`.
      return { bytes: reply.bytes, outcomes: reply.outcomes, workbook: JSON.parse(reply.json) as RawWorkbook }
    },
    draw: async (sheet, { signal, audience = 'public' }) => {
      const reply = await ask(limits, { type: 'draw', sheet, audience }, null, signal, () => undefined)
      if (reply.type !== 'drawn') throw new Error('the drawing child gave no sheet')
      return reply.bytes
    },
    blank: async (workbook, { signal }) => {
      const reply = await ask(limits, { type: 'blank', workbook }, null, signal, () => undefined)
      if (reply.type !== 'drawn') throw new Error('the drawing child gave no workbook')
      return reply.bytes
    },
  }
}

interface Limits {
  readonly entry: string
  readonly fork: ForkExcelChild
  readonly readingMs: number
  readonly drawingMs: number
  readonly wallMs: number
  readonly maxResidentBytes: number
}

type Answer = Extract<ChildReply, { type: 'workbook' | 'drawn' | 'filled' }>

function ask(
  limits: Limits,
  request: ChildRequest,
  file: StagedFile | null,
  signal: AbortSignal,
  report: Report,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Refusal('cancelled'))
      return
    }
    const child = limits.fork(limits.entry, EXEC_ARGUMENTS)
    const name = file?.name ?? ''
    const end = (settle: () => void) => {
      clearInterval(watch)
      signal.removeEventListener('abort', abort)
      child.kill()
      settle()
    }
    const fail = (error: Error) => end(() => reject(error))
    const abort = () => fail(new Refusal('cancelled'))
    const reading = request.type === 'parse'
    const budgetMs = reading ? limits.readingMs : limits.drawingMs
    const meter = createMeter(child.usage)
    const watch = setInterval(() => {
      const { spentMs, wallMs, residentBytes } = meter.read()
      if (spentMs > budgetMs || wallMs > limits.wallMs)
        fail(tooLong(reading, name, Math.ceil(Math.min(budgetMs, limits.wallMs) / 1000)))
      else if (residentBytes > limits.maxResidentBytes) fail(tooMuchMemory(reading, name))
    }, POLL_MS)
    signal.addEventListener('abort', abort, { once: true })
    child.onExit(() =>
      fail(
        file === null
          ? new Error('the drawing child ended early')
          : new Refusal('file_damaged', { file: name, problem: '读取中断' }),
      ),
    )
    child.onReply((reply) => {
      if (reply.type === 'ready') child.send(request)
      else if (reply.type === 'usage') meter.reported(reply)
      else if (reply.type === 'progress') report(reply.phase, reply.done, reply.total)
      else if (reply.type === 'failed') fail(failure(reply, name))
      else end(() => resolve(reply))
    })
  })
}

function failure(reply: Extract<ChildReply, { type: 'failed' }>, file: string): Error {
  if (isRefusalCode(reply.code) && reply.code !== 'internal')
    return new Refusal(reply.code, file === '' ? reply.details : { file, ...reply.details })
  if (file !== '') return new Refusal('file_damaged', { file, problem: '表格内容读不出来' })
  return new Error(`the drawing child failed: ${String(reply.details['problem'] ?? '')}`)
}

function tooLong(reading: boolean, file: string, seconds: number): Refusal {
  return reading
    ? new Refusal('file_timeout', { file, seconds })
    : new Refusal('drawing_stopped', { problem: `用了 ${seconds} 秒还没有做完` })
}

function tooMuchMemory(reading: boolean, file: string): Refusal {
  return reading
    ? new Refusal('file_suspicious', { file, problem: '读取时占用内存过多' })
    : new Refusal('drawing_stopped', { problem: '占用内存过多' })
}

/** Run from source the child is a source too; bundled, it lies beside the bundle. */
function defaultEntry(): string {
  const kind = extname(import.meta.url)
  const relative = kind === '.ts' ? '../excel/workbook-child.ts' : `./workbook-child${kind}`
  return fileURLToPath(new URL(relative, import.meta.url))
}

/** A child reads files of strangers: what the program was told about the book is none of its business. */
export function withoutSecrets(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && !/^DINGBIAN_/i.test(name)) kept[name] = value
  return kept
}

/**
 * Node's own walls around the child, where this Node has them: it reads the program and nothing else, writes nothing and starts nothing. A file that
 * takes its reader over finds no book, no keys and no way out.
 */
function walls(entry: string): readonly string[] {
  if (!process.allowedNodeEnvironmentFlags.has('--permission')) return []
  const folders = [PROGRAM_FOLDER, join(PROGRAM_FOLDER, 'node_modules'), dirname(entry)].filter((path) =>
    existsSync(path),
  )
  const readable = new Set(folders.flatMap((path) => [path, realpathSync(path)]))
  return ['--permission', ...[...readable].map((path) => `--allow-fs-read=${join(path, '*')}`)]
}

/** A child of Node's own, behind walls. */
export const forkNode: ForkExcelChild = (entry, execArgv) => {
  const child = fork(entry, [], {
    execArgv: [...execArgv, ...walls(entry)],
    env: withoutSecrets(process.env),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    pid: () => child.pid,
    usage: () => systemUsage(child.pid),
    send: (request) => void child.send(request),
    // Only our own child writes to this channel.
    onReply: (listener) => void child.on('message', (message) => listener(message as ChildReply)),
    onExit: (listener) => {
      child.once('exit', listener)
      child.once('error', listener)
    },
    kill: () => {
      child.removeAllListeners()
      child.on('error', () => undefined)
      child.kill('SIGKILL')
    },
  }
}
