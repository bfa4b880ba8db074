import type { ChildReply, ChildRequest } from './child-protocol.ts'
import { ExcelError } from './excel-error.ts'
import { packWorkbook } from '../domain/table/packed-workbook.ts'
import type { RawWorkbook } from '../domain/table/raw-workbook.ts'
import { preflight } from './preflight.ts'
import { readCsv } from './read-csv.ts'

/*
 * Entry of the child process that touches foreign workbooks: reads, fills or draws one file, answers, and is ended by its parent.
 * Prototypes are frozen before a foreign file is read and before its library loads: a file that tries to pollute them finds them shut.
 */

interface Channel {
  readonly send: (reply: ChildReply) => void
  readonly listen: (listener: (request: ChildRequest) => void) => void
}

/** Electron's utility process talks over `process.parentPort`; a forked Node process over `process.send`. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
}

function openChannel(): Channel {
  const port = 'parentPort' in process ? (process.parentPort as ParentPort | null | undefined) : null
  if (port !== null && port !== undefined) {
    return {
      send: (reply) => port.postMessage(reply),
      listen: (listener) => port.on('message', (event) => listener(event.data as ChildRequest)),
    }
  }
  return {
    send: (reply) => void process.send?.(reply),
    listen: (listener) => void process.on('message', (message) => listener(message as ChildRequest)),
  }
}

/** RegExp stays open: a frozen RegExp.prototype takes the engine off its fast path and makes a big sheet three times slower to read. */
function freezePrototypes(): void {
  for (const shared of [Object, Array, Function, String, Number, Boolean, Date, Map, Set, Promise])
    Object.freeze(shared.prototype)
}

async function parse(request: Extract<ChildRequest, { type: 'parse' }>, send: Channel['send']): Promise<void> {
  send({ type: 'progress', phase: '检查文件', done: 0, total: 3 })
  const format = preflight(request.name, request.bytes, 'read', request.choices === true ? 'read' : 'refuse')
  send({ type: 'progress', phase: '读取', done: 1, total: 3 })
  if (format === 'csv') {
    send({ type: 'workbook', ...packWorkbook(readCsv(request.name, request.bytes)) })
    return
  }
  if (format === 'docx') {
    const { readWordForm } = await import('./word-form.ts')
    send({ type: 'workbook', ...packWorkbook(readWordForm(request.bytes)) })
    return
  }
  const { readWorkbook } = await import('./read-workbook.ts')
  const read = readWorkbook(format, request.bytes)
  const workbook = format === 'xlsx' ? await withLooks(read, request) : read
  send({ type: 'progress', phase: '读取', done: 2, total: 3 })
  send({ type: 'workbook', ...packWorkbook(workbook) })
}

/** What a form's cells accept; of any other workbook the cells with a line through them. */
async function withLooks(
  read: RawWorkbook,
  { bytes, choices }: Extract<ChildRequest, { type: 'parse' }>,
): Promise<RawWorkbook> {
  return choices === true
    ? (await import('./read-choices.ts')).withChoices(read, bytes)
    : (await import('./read-struck.ts')).withStruck(read, bytes)
}

async function fill(request: Extract<ChildRequest, { type: 'fill' }>, send: Channel['send']): Promise<void> {
  send({ type: 'progress', phase: '检查文件', done: 0, total: 2 })
  const format = preflight(request.name, request.bytes, 'refuse', 'read')
  if (format !== 'xlsx' && format !== 'xls' && format !== 'docx') throw new ExcelError('template_unsupported')
  send({ type: 'progress', phase: '填表', done: 1, total: 2 })
  const { bytes, outcomes, workbook } =
    format === 'docx'
      ? (await import('./word-form.ts')).fillWordForm(request.bytes, request.requests)
      : (await import('./fill-template.ts')).fillForm(format, request.bytes, request.requests)
  send({ type: 'filled', bytes, outcomes, json: JSON.stringify(workbook) })
}

async function draw(request: Extract<ChildRequest, { type: 'draw' }>, send: Channel['send']): Promise<void> {
  const { drawSheet } = await import('./draw-sheet.ts')
  const { scanFinished } = await import('./scan-finished.ts')
  const bytes = await drawSheet(request.sheet)
  scanFinished(bytes, request.audience)
  send({ type: 'drawn', bytes })
}

async function blank(request: Extract<ChildRequest, { type: 'blank' }>, send: Channel['send']): Promise<void> {
  const { drawBlank } = await import('./draw-blank.ts')
  send({ type: 'drawn', bytes: await drawBlank(request.workbook) })
}

async function answer(request: ChildRequest, send: Channel['send']): Promise<void> {
  try {
    // Drawing touches only our own sheets, and the drawing library assigns to what it inherits: frozen, strict code throws there and sloppy code
    // silently loses it.
    if (request.type === 'draw') return await draw(request, send)
    if (request.type === 'blank') return await blank(request, send)
    freezePrototypes()
    await (request.type === 'fill' ? fill(request, send) : parse(request, send))
  } catch (error) {
    if (error instanceof ExcelError) send({ type: 'failed', code: error.code, details: error.details })
    else
      send({
        type: 'failed',
        code: 'internal',
        details: { problem: error instanceof Error ? `${error.name}: ${error.message}` : '未知错误' },
      })
  }
}

/** For systems where a parent cannot see it: what the child used. While it works without a pause nothing is sent; progress carries it too. */
function reportUsage(send: Channel['send']): void {
  const { user, system } = process.cpuUsage()
  send({ type: 'usage', processorMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() })
}

const USAGE_MS = 500

function withUsage({ send, listen }: Channel): Channel {
  return {
    listen,
    send: (reply) => {
      if (reply.type === 'progress') reportUsage(send)
      send(reply)
    },
  }
}

const channel = withUsage(openChannel())
setInterval(() => reportUsage(channel.send), USAGE_MS).unref()
channel.listen((request) => void answer(request, channel.send))
channel.send({ type: 'ready' })
