import { z } from 'zod'
import { errorText, isErrorCode, OperationError, type ErrorDetails } from '../contract/errors.ts'
import type { HostEvent, Reply } from '../contract/messages.ts'
import { isOperationName, OPERATIONS, type Input, type OperationName, type Output } from '../contract/operations.ts'
import { translateSqliteError } from '../store/store-error.ts'
import type { Log } from './log.ts'

/** The core as every door sees it: window, loopback browser and command line. */
export interface Core {
  /** Never rejects: a failure is a reply. */
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void
  /** Ends what is running, makes the copy at exit when the book changed, closes the file. */
  readonly close: () => Promise<void>
}

/** One handler for every declared operation; the session decides what each kind may touch. */
export type Run = <K extends OperationName>(name: K, input: Input<K>) => Promise<Output<K>>

/**
 * The one door: known name → parse → run → reply. Everything that reaches a handler has passed the operation's schema;
 * everything that leaves is the output or a code with its Chinese sentence. Unknown failures become `internal` with a log id.
 */
export function createDispatch(options: { readonly run: Run; readonly log: Log; readonly newId: () => string; readonly bookPath: () => string }): Core['call'] {
  return async (name, input) => {
    if (!isOperationName(name)) return refuse(new OperationError('unknown_operation', { operation: name.slice(0, 60) }))
    const started = performance.now()
    try {
      const value = await options.run(name, parse(name, input))
      options.log.info('call', { operation: name, ms: Math.round(performance.now() - started) })
      return { ok: true, value }
    } catch (error) {
      const known = knownFailure(translateSqliteError(error, options.bookPath()))
      options.log.error('refused', { operation: name, code: known?.code ?? 'internal', ms: Math.round(performance.now() - started) })
      if (known !== null) return refuse(known)
      const logId = options.newId().slice(0, 8)
      options.log.error('internal', { logId, operation: name, kind: error instanceof Error ? error.name : typeof error, at: firstFrames(error) })
      return refuse(new OperationError('internal', { logId }))
    }
  }
}

function parse<K extends OperationName>(name: K, input: unknown): Input<K> {
  const parsed = OPERATIONS[name].input.safeParse(input)
  // The schema belongs to `name`, so its output is Input<K>; TypeScript cannot follow the table.
  if (parsed.success) return parsed.data as Input<K>
  const issue = parsed.error.issues[0]
  throw new OperationError('invalid_input', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' })
}

function refuse(error: OperationError): Reply<never> {
  return { ok: false, error: { code: error.code, details: error.details, message: errorText(error.code, error.details) } }
}

/** Store and excel throw their own errors with codes of the same table; anything else is unknown. */
function knownFailure(error: unknown): OperationError | null {
  if (error instanceof OperationError) return error
  if (!(error instanceof Error) || !('code' in error) || !isErrorCode(error.code)) return null
  const details = 'details' in error ? z.record(z.string(), z.union([z.string(), z.number()])).safeParse(error.details) : null
  const filled: ErrorDetails = details?.success === true ? details.data : {}
  return new OperationError(error.code, filled)
}

/** Where it happened, without the message: a message may quote a value. */
function firstFrames(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return ''
  const frames = error.stack.split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 4)
  return frames.map((line) => line.trim().replace(/\(?(file:\/\/)?[^\s(]*\/(?=[^/]+:\d+:\d+)/, '(')).join(' | ')
}
