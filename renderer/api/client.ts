import type { ErrorCode, ErrorDetails } from '../../electron/contract/errors.ts'
import type { HostEvent } from '../../electron/contract/messages.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createTransport } from './transport.ts'

/** `disconnected` is the one failure the core cannot report itself. */
export type ApiErrorCode = ErrorCode | 'disconnected'

/** A refusal; `message` is the Chinese sentence to show as it is. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly details: ErrorDetails

  constructor(code: ApiErrorCode, message: string, details: ErrorDetails = {}) {
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
const CHANGES_STATUS: ReadonlySet<OperationName> = new Set<OperationName>(['backup.create'])
const OPENS_ANOTHER_BOOK: ReadonlySet<OperationName> = new Set<OperationName>(['book.create', 'book.open', 'book.openSample', 'book.close', 'backup.restore'])

/** Asks the core. Throws ApiError with a Chinese message; a successful command or a change of book refreshes every query on screen. */
export async function call<K extends OperationName>(name: K, input: CallInput<K>, options: { readonly signal?: AbortSignal } = {}): Promise<Output<K>> {
  const reply = await transport.call(name, input, options.signal).catch((cause: unknown) => {
    if (options.signal?.aborted === true) throw new ApiError('cancelled', '已停止，数据未改动。')
    throw new ApiError('disconnected', '连不上定编程序。请看程序是否还开着，再重试。', { cause: String(cause) })
  })
  if (!reply.ok) throw new ApiError(reply.error.code, reply.error.message, reply.error.details)
  if (OPENS_ANOTHER_BOOK.has(name)) tellChange('book')
  else if (OPERATIONS[name].kind === 'command' || CHANGES_STATUS.has(name)) tellChange('content')
  if (OPERATIONS[name].kind === 'command') for (const listener of doneListeners) listener(name, reply.value)
  return reply.value as Output<K>
}

export type Checked<K extends OperationName> = { readonly ok: true; readonly input: CallInput<K> } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** Checks a form against the very schema the core will use. `errors` is by field path (`changes.name`). */
export function checkInput<K extends OperationName>(name: K, values: unknown): Checked<K> {
  const parsed = OPERATIONS[name].input.safeParse(values)
  if (parsed.success) return { ok: true, input: values as CallInput<K> }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= isMissing(values, issue.path) ? '不能为空' : issue.message
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
  return transport.onEvent((event) => {
    for (const listener of eventListeners) listener(event)
    if (event.type === 'bookChanged') tellChange('content')
  })
}

function tellChange(kind: BookChange): void {
  for (const listener of changeListeners) listener(kind)
}

/** Any thrown thing as an ApiError, so that screens show one kind. */
export function toApiError(cause: unknown): ApiError {
  return cause instanceof ApiError ? cause : new ApiError('internal', '页面出错了，数据未改动。请重试。')
}
