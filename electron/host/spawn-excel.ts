import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ExcelPort, Report, StagedFile } from '../app/context.ts'
import { isErrorCode, OperationError } from '../contract/errors.ts'
import type { RawWorkbook } from '../domain/import-plan/raw-workbook.ts'
import type { ChildReply, ChildRequest } from '../excel/child-protocol.ts'

/** A child as the port sees it, whoever forked it. */
export interface ExcelChild {
  /** Undefined until the child runs; memory is watched only where it is known. */
  readonly pid: () => number | undefined
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
  /** Wall clock for one file. */
  readonly deadlineMs?: number | undefined
  readonly maxResidentBytes?: number | undefined
}

const DEADLINE_MS = 20_000
const MAX_RESIDENT_BYTES = 512 * 1024 * 1024
const MEMORY_POLL_MS = 100
/** `__proto__` out of reach; a heap that ends before the machine does where memory cannot be watched; a small nursery, which takes 120 MB off the peak of a 10,000-row sheet. */
const EXEC_ARGUMENTS = ['--disable-proto=delete', '--max-old-space-size=448', '--max-semi-space-size=8']

/** Reads and draws workbooks in a child process: one file a child, with a deadline, a memory limit, and killed when the caller stops. */
export function createExcelPort(options: ExcelPortOptions = {}): ExcelPort {
  const limits: Limits = {
    entry: options.childEntry ?? defaultEntry(),
    fork: options.fork ?? forkNode,
    deadlineMs: options.deadlineMs ?? DEADLINE_MS,
    maxResidentBytes: options.maxResidentBytes ?? MAX_RESIDENT_BYTES,
  }
  return {
    parse: async (file, { signal, report }) => {
      const reply = await ask(limits, { type: 'parse', name: file.name, bytes: file.bytes }, file, signal, report)
      if (reply.type !== 'workbook') throw new OperationError('file_damaged', { file: file.name, problem: '读取程序没有回答' })
      // Our own child wrote it from a `RawWorkbook`.
      return JSON.parse(reply.json) as RawWorkbook
    },
    fill: async (file, request, { signal, report }) => {
      const reply = await ask(limits, { type: 'fill', name: file.name, bytes: file.bytes, request }, file, signal, report)
      if (reply.type !== 'filled') throw new OperationError('file_damaged', { file: file.name, problem: '填表程序没有回答' })
      // Our own child wrote it from a `RawWorkbook`.
      return { bytes: reply.bytes, outcome: reply.outcome, workbook: JSON.parse(reply.json) as RawWorkbook }
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
  readonly deadlineMs: number
  readonly maxResidentBytes: number
}

type Answer = Extract<ChildReply, { type: 'workbook' | 'drawn' | 'filled' }>

function ask(limits: Limits, request: ChildRequest, file: StagedFile | null, signal: AbortSignal, report: Report): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new OperationError('cancelled'))
      return
    }
    const child = limits.fork(limits.entry, EXEC_ARGUMENTS)
    const name = file?.name ?? ''
    const end = (settle: () => void) => {
      clearTimeout(deadline)
      clearInterval(memory)
      signal.removeEventListener('abort', abort)
      child.kill()
      settle()
    }
    const fail = (error: Error) => end(() => reject(error))
    const abort = () => fail(new OperationError('cancelled'))
    const deadline = setTimeout(() => fail(new OperationError('file_timeout', { file: name, seconds: Math.ceil(limits.deadlineMs / 1000) })), limits.deadlineMs)
    const memory = setInterval(() => {
      if (residentBytes(child.pid()) > limits.maxResidentBytes) fail(new OperationError('file_suspicious', { file: name, problem: '读取时占用内存过多' }))
    }, MEMORY_POLL_MS)
    signal.addEventListener('abort', abort, { once: true })
    child.onExit(() => fail(file === null ? new Error('the drawing child ended early') : new OperationError('file_damaged', { file: name, problem: '读取中断' })))
    child.onReply((reply) => {
      if (reply.type === 'ready') child.send(request)
      else if (reply.type === 'progress') report(reply.phase, reply.done, reply.total)
      else if (reply.type === 'failed') fail(failure(reply, name))
      else end(() => resolve(reply))
    })
  })
}

function failure(reply: Extract<ChildReply, { type: 'failed' }>, file: string): Error {
  if (isErrorCode(reply.code) && reply.code !== 'internal') return new OperationError(reply.code, file === '' ? reply.details : { file, ...reply.details })
  if (file !== '') return new OperationError('file_damaged', { file, problem: '表格内容读不出来' })
  return new Error(`the drawing child failed: ${String(reply.details['problem'] ?? '')}`)
}

/** Resident memory where the system shows it (Linux); 0 elsewhere. */
function residentBytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]
    return Number(pages) * 4096
  } catch {
    return 0
  }
}

/** Run from source the child is a source too; bundled, it lies beside the bundle. */
function defaultEntry(): string {
  const relative = import.meta.url.endsWith('.ts') ? '../excel/workbook-child.ts' : './workbook-child.js'
  return fileURLToPath(new URL(relative, import.meta.url))
}

const forkNode: ForkExcelChild = (entry, execArgv) => {
  const child = fork(entry, [], { execArgv: [...execArgv], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  return {
    pid: () => child.pid,
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
