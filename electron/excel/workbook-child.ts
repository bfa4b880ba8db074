import type { ChildReply, ChildRequest } from './child-protocol.ts'
import { ExcelError } from './excel-error.ts'
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
    return { send: (reply) => port.postMessage(reply), listen: (listener) => port.on('message', (event) => listener(event.data as ChildRequest)) }
  }
  return {
    send: (reply) => void process.send?.(reply),
    listen: (listener) => void process.on('message', (message) => listener(message as ChildRequest)),
  }
}

/** RegExp stays open: a frozen RegExp.prototype takes the engine off its fast path and makes a big sheet three times slower to read. */
function freezePrototypes(): void {
  for (const shared of [Object, Array, Function, String, Number, Boolean, Date, Map, Set, Promise]) Object.freeze(shared.prototype)
}

async function parse(request: Extract<ChildRequest, { type: 'parse' }>, send: Channel['send']): Promise<void> {
  send({ type: 'progress', phase: '检查文件', done: 0, total: 3 })
  const format = preflight(request.name, request.bytes)
  send({ type: 'progress', phase: '读取', done: 1, total: 3 })
  if (format === 'csv') {
    send({ type: 'workbook', json: JSON.stringify(readCsv(request.name, request.bytes)) })
    return
  }
  const { readWorkbook } = await import('./read-workbook.ts')
  const workbook = readWorkbook(format, request.bytes)
  send({ type: 'progress', phase: '读取', done: 2, total: 3 })
  send({ type: 'workbook', json: JSON.stringify(workbook) })
}

async function fill(request: Extract<ChildRequest, { type: 'fill' }>, send: Channel['send']): Promise<void> {
  send({ type: 'progress', phase: '检查文件', done: 0, total: 2 })
  const format = preflight(request.name, request.bytes)
  if (format === 'csv') throw new ExcelError('template_unsupported')
  send({ type: 'progress', phase: '填表', done: 1, total: 2 })
  const { fillTemplate } = await import('./fill-template.ts')
  const { bytes, outcome, workbook } = fillTemplate(format, request.bytes, request.request)
  send({ type: 'filled', bytes, outcome, json: JSON.stringify(workbook) })
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
    // Drawing touches only our own sheets, and the drawing library assigns to what it inherits: frozen, strict code throws there and sloppy code silently loses it.
    if (request.type === 'draw') return await draw(request, send)
    if (request.type === 'blank') return await blank(request, send)
    freezePrototypes()
    await (request.type === 'fill' ? fill(request, send) : parse(request, send))
  } catch (error) {
    if (error instanceof ExcelError) send({ type: 'failed', code: error.code, details: error.details })
    else send({ type: 'failed', code: 'internal', details: { problem: error instanceof Error ? `${error.name}: ${error.message}` : '未知错误' } })
  }
}

const channel = openChannel()
channel.listen((request) => void answer(request, channel.send))
channel.send({ type: 'ready' })
