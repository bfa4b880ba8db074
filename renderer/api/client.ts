import type { RefusalCode, RefusalDetails } from '../../electron/vocabulary/refusals.ts'
import type { Circumstances, HostEvent, Reply } from '../../electron/contract/messages.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createTransport, type Asked } from './transport.ts'

/** `disconnected` is the one failure the core cannot report itself. */
export type ApiErrorCode = RefusalCode | 'disconnected'

/** A refusal; `message` is the Chinese sentence to show as it is. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly details: RefusalDetails

  constructor(code: ApiErrorCode, message: string, details: RefusalDetails = {}) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.details = details
  }
}

const transport = createTransport()
const eventListeners = new Set<(event: HostEvent) => void>()
const changeListeners = new Set<(kind: BookChange) => void>()
const doneListeners = new Set<(name: OperationName, output: unknown) => void>()

/** `content`: the open book changed. `book`: another book is open now, nothing cached is true any more. */
export type BookChange = 'content' | 'book'

/** A query by kind (no fact changes), and yet the top bar's last backup is another one after it. */
const CHANGES_STATUS: ReadonlySet<OperationName> = new Set<OperationName>([
  'backup.create',
  'access.addPerson',
  'access.changePerson',
  'access.lock',
  'access.unlock',
])
/** What of the 主管本 writes: everything shown of it is asked again. */
const CHANGES_COUNTY: ReadonlySet<OperationName> = new Set<OperationName>([
  'county.receive',
  'county.matchUnit',
  'county.setLedger',
  'county.receipt',
  'county.endTownship',
  'county.fillSample',
])
const HOST_QUESTIONS: ReadonlySet<OperationName> = new Set<OperationName>([
  'book.status',
  'county.status',
  'files.list',
  'display.read',
  'network.read',
  'access.read',
])
const OPENS_ANOTHER_BOOK: ReadonlySet<OperationName> = new Set<OperationName>([
  'book.create',
  'book.open',
  'book.openSample',
  'book.adopt',
  'book.close',
  'backup.restore',
  'county.create',
  'county.open',
  'access.recover',
  'access.protect',
  'access.unprotect',
])

/** An answer, and the entry of the book it was made from; null without a book. */
export interface Answer<K extends OperationName> {
  readonly value: Output<K>
  readonly head: string | null
}

interface CallOptions {
  readonly signal?: AbortSignal
  /** The entry a form was filled in from. What is on the screen unless said. */
  readonly from?: string | null
}

/** Asks the core. Throws ApiError with a Chinese message; a successful command or a change of book refreshes every query on screen. */
export async function call<K extends OperationName>(
  name: K,
  input: CallInput<K>,
  options: CallOptions = {},
): Promise<Output<K>> {
  return (await callNoting(name, input, options)).value
}

/** The same, with what the answer was made from. */
export async function callNoting<K extends OperationName>(
  name: K,
  input: CallInput<K>,
  options: CallOptions = {},
): Promise<Answer<K>> {
  const { kind } = OPERATIONS[name]
  const asked = { input, text: JSON.stringify(input) }
  const send = () => (kind === 'command' ? act(name, asked, options) : ask(name, asked, {}, options.signal))
  let reply = await send()
  if (
    !reply.ok &&
    reply.error.code === 'password_again' &&
    askPassword !== null &&
    (await askPassword(reply.error.message))
  )
    reply = await send()
  if (!reply.ok) throw new ApiError(reply.error.code, reply.error.message, reply.error.details)
  if (OPENS_ANOTHER_BOOK.has(name)) tellChange('book')
  else if (kind === 'command' || CHANGES_STATUS.has(name) || CHANGES_COUNTY.has(name)) tellChange('content')
  if (kind === 'command') for (const listener of doneListeners) listener(name, reply.value)
  return { value: reply.value as Output<K>, head: reply.head ?? null }
}

/** This window, to the core: what it wrote itself is no news to it. Made anew with every load, and kept nowhere. */
const WINDOW = crypto.randomUUID()
let acts = 0
/** Acts whose answer never came, by what was asked: pressing the button again sends the same act, not another one. */
const unanswered = new Map<string, string>()

let shownHead: () => string | null = () => null
let askPassword: ((why: string) => Promise<boolean>) | null = null
let askStale: ((what: string) => Promise<boolean>) | null = null

/** Says where the entry is known that the screen was made from. */
export function tellShownHead(read: () => string | null): void {
  shownHead = read
}

/** The entry what is on the screen now was made from; null without a book. */
export function headOnScreen(): string | null {
  return shownHead()
}

/** Says who asks the clerk whether what she filled in shall be saved although others have changed the same meanwhile. */
export function onStale(asker: (what: string) => Promise<boolean>): void {
  askStale = asker
}

/** Says who asks the clerk for her password once more. */
export function onPasswordAgain(asker: (why: string) => Promise<boolean>): void {
  askPassword = asker
}

/** Sends a command as one act, however often it must be sent. */
async function act(name: OperationName, asked: Asked, options: CallOptions): Promise<Reply<unknown>> {
  const key = `${name} ${asked.text}`
  const requestId = unanswered.get(key) ?? `${WINDOW}.${(acts += 1)}`
  unanswered.set(key, requestId)
  // A form that was there before the first answer was made from what stands on the screen now.
  const head = options.from ?? headOnScreen()
  const reply = await ask(name, asked, { requestId, ...(head === null ? {} : { head }) }, options.signal)
  unanswered.delete(key)
  if (reply.ok || reply.error.code !== 'changed_meanwhile' || askStale === null) return reply
  if (!(await askStale(reply.error.message))) return reply
  // She has seen it: the same once more, made from what the book holds now.
  return act(name, asked, { ...options, from: reply.head ?? null })
}

/** Before anything is put a second time: what broke the line, a lid closed or a busy moment, has mostly passed. */
const RETRY_MS = 400

/** Questions that write nothing, and acts that carry their number: sent twice they are done once. */
function mayRepeat(name: OperationName, { requestId }: Circumstances): boolean {
  if (requestId !== undefined) return true
  return (OPERATIONS[name].kind === 'query' && !CHANGES_STATUS.has(name)) || HOST_QUESTIONS.has(name)
}

async function ask(
  name: OperationName,
  asked: Asked,
  circumstances: Circumstances,
  signal?: AbortSignal,
): Promise<Reply<unknown>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transport.call(name, asked, circumstances, signal)
    } catch (cause) {
      if (signal?.aborted === true) throw new ApiError('cancelled', '已停止，数据未改动。')
      if (attempt === 2 || !mayRepeat(name, circumstances)) throw disconnected(circumstances, cause)
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}

/** Of an act nobody knows whether it was done before the line broke; of a question there is nothing to know. */
function disconnected({ requestId }: Circumstances, cause: unknown): ApiError {
  const message =
    requestId === undefined
      ? '连不上定编程序。请看程序是否还开着，再重试。'
      : '连不上定编程序，不知道这一次存上没有。请看程序是否还开着，再按一次：不会记成两遍。'
  return new ApiError('disconnected', message, { cause: String(cause) })
}

export type Checked<K extends OperationName> =
  | { readonly ok: true; readonly input: CallInput<K> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** Checks a form against the very schema the core will use. `errors` is by field path (`changes.name`). */
export function checkInput<K extends OperationName>(name: K, values: unknown): Checked<K> {
  const parsed = OPERATIONS[name].input.safeParse(values)
  if (parsed.success) return { ok: true, input: values as CallInput<K> }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues)
    errors[issue.path.join('.')] ??= isMissing(values, issue.path) ? '不能为空' : issue.message
  return { ok: false, errors }
}

/** An untouched field has no value at all; "expected string, received undefined" is no sentence for a clerk. */
function isMissing(values: unknown, path: readonly PropertyKey[]): boolean {
  let value: unknown = values
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return value === undefined || value === null || value === ''
}

/** Subscribes to what the core tells on its own (progress, changes by another door). */
export function onHostEvent(listener: (event: HostEvent) => void): () => void {
  eventListeners.add(listener)
  return () => eventListeners.delete(listener)
}

/** Subscribes to "the book is no longer what you read". */
export function onBookChange(listener: (kind: BookChange) => void): () => void {
  changeListeners.add(listener)
  return () => changeListeners.delete(listener)
}

/** Subscribes to "this page just had something written down": the command and its output, before the screen that asked hears of it. */
export function onCommandDone(listener: (name: OperationName, output: unknown) => void): () => void {
  doneListeners.add(listener)
  return () => doneListeners.delete(listener)
}

/** Opens the event stream; call once, at start. */
export function startEvents(): () => void {
  return transport.onEvent(
    (event) => {
      for (const listener of eventListeners) listener(event)
      if (event.type === 'bookChanged') tellChange('content')
    },
    // What happened while the line was down was not told: everything on the screen is asked again.
    () => tellChange('content'),
  )
}

function tellChange(kind: BookChange): void {
  for (const listener of changeListeners) listener(kind)
}

/** Any thrown thing as an ApiError, so that screens show one kind. */
export function toApiError(cause: unknown): ApiError {
  return cause instanceof ApiError ? cause : new ApiError('internal', '页面出错了，数据未改动。请重试。')
}
