import { z } from 'zod'
import { refusalText, isRefusalCode, Refusal, type RefusalCode, type RefusalDetails } from '../vocabulary/refusals.ts'
import type { Circumstances, HostEvent, Reply } from '../contract/messages.ts'
import { isOperationName, OPERATIONS, type Input, type OperationName, type Output } from '../contract/operations.ts'
import { translateSqliteError } from '../store/store-error.ts'
import { sayField } from '../contract/say-field.ts'
import type { Log } from './log.ts'

/** The core as every door sees it: window, loopback browser and command line. */
export interface Core {
  /** Never rejects: a failure is a reply. `circumstances` as they came through the door (`Circumstances`). */
  readonly call: (name: string, input: unknown, circumstances?: unknown) => Promise<Reply<unknown>>
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void
  /** Locks a book with named people, as when the computer is locked. */
  readonly lock?: () => Promise<void>
  /** Ends what is running, makes the copy at exit when the book changed, closes the file. */
  readonly close: () => Promise<void>
}

/** One handler for every declared operation; the session decides what each kind may touch. */
export type Run = <K extends OperationName>(
  name: K,
  input: Input<K>,
  circumstances: Circumstances,
) => Promise<Output<K>>

const circumstancesShape = z.object({
  requestId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,60}\.[0-9]{1,12}$/)
    .nullish(),
  head: z
    .string()
    .regex(/^[0-9]{1,12}-[0-9a-f]{16}$/)
    .nullish(),
})

/**
 * What came from a page beside its input, for `Core.call`: what it left out is null, and a command is refused for it. The command line, alone
 * with its file for one act, leaves out what it likes.
 */
export function saidByPage(circumstances: unknown): unknown {
  const said: object = typeof circumstances === 'object' && circumstances !== null ? circumstances : {}
  return { requestId: null, head: null, ...said }
}

/**
 * The one door: known name → parse → run → reply. Everything that reaches a handler has passed the operation's schema;
 * everything that leaves is the output or a code with its Chinese sentence. Unknown failures become `internal` with a log id.
 */
export function createDispatch(options: {
  readonly run: Run
  readonly log: Log
  readonly newId: () => string
  readonly bookPath: () => string
  /** @throws what the person at the program may not do; asked before the input is looked at */
  readonly mayRun: (name: OperationName) => void
  /** Names the newest entry of the open book; null without one. */
  readonly head: () => Promise<string | null>
}): Core['call'] {
  return async (name, input, circumstances) => {
    if (!isOperationName(name)) return refuse(new Refusal('unknown_operation', { operation: name.slice(0, 60) }))
    const started = performance.now()
    try {
      options.mayRun(name)
      const given = circumstancesShape.safeParse(circumstances ?? {})
      if (!given.success) throw new Refusal('request_id_bad')
      // Before the question is answered: what is written while it is being answered is not in the answer.
      const { kind } = OPERATIONS[name]
      const asked = kind === 'query' ? await options.head() : null
      if (kind === 'command') await requireSaid(given.data, options.head)
      const value = await options.run(name, parse(name, input), definedOnly(given.data))
      const head = asked ?? (await options.head())
      options.log.info('call', { operation: name, ms: Math.round(performance.now() - started) })
      return { ok: true, value, ...(head === null ? {} : { head }) }
    } catch (error) {
      const known = knownFailure(translateSqliteError(error, options.bookPath()))
      options.log.error('refused', {
        operation: name,
        code: known?.code ?? 'internal',
        ms: Math.round(performance.now() - started),
      })
      if (known !== null) return withHead(refuse(known), await options.head())
      const logId = options.newId().slice(0, 8)
      options.log.error('internal', {
        logId,
        operation: name,
        kind: error instanceof Error ? error.name : typeof error,
        at: firstFrames(error),
      })
      return refuse(new Refusal('internal', { logId }))
    }
  }
}

type Said = z.output<typeof circumstancesShape>

/** A page says which act it is and what it was made from: without either it could count twice, or write over what it never saw. @throws `request_unsaid` */
async function requireSaid({ requestId, head }: Said, present: () => Promise<string | null>): Promise<void> {
  if (requestId === null || (head === null && (await present()) !== null)) throw new Refusal('request_unsaid')
}

function definedOnly({ requestId, head }: Said): Circumstances {
  return { ...(typeof requestId === 'string' ? { requestId } : {}), ...(typeof head === 'string' ? { head } : {}) }
}

function parse<K extends OperationName>(name: K, input: unknown): Input<K> {
  const parsed = OPERATIONS[name].input.safeParse(input)
  // The schema belongs to `name`, so its output is Input<K>; TypeScript cannot follow the table.
  if (parsed.success) return parsed.data as Input<K>
  const issue = parsed.error.issues[0]
  throw new Refusal('invalid_input', { field: sayField(issue?.path ?? []), problem: issue?.message ?? '' })
}

function withHead(reply: Reply<never>, head: string | null): Reply<never> {
  return head === null ? reply : { ...reply, head }
}

function refuse(error: Refusal): Reply<never> {
  return {
    ok: false,
    error: { code: error.code, details: error.details, message: refusalText(error.code, error.details) },
  }
}

/** Store and excel throw their own errors with codes of the same table; anything else is unknown. */
function knownFailure(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (!(error instanceof Error) || !('code' in error)) return null
  if (!isRefusalCode(error.code)) return systemRefusal(error, error.code)
  const details =
    'details' in error ? z.record(z.string(), z.union([z.string(), z.number()])).safeParse(error.details) : null
  const filled: RefusalDetails = details?.success === true ? details.data : {}
  return new Refusal(error.code, filled)
}

/** What the system says of a file, wherever in the program it was asked. What is not here is a fault of ours. */
const SYSTEM_REFUSALS: Readonly<Record<string, RefusalCode>> = {
  ENAMETOOLONG: 'path_unusable',
  ERR_INVALID_ARG_VALUE: 'path_unusable',
  ENOTDIR: 'directory_not_found',
  EISDIR: 'path_unusable',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EACCES: 'read_only',
  EPERM: 'read_only',
  EROFS: 'read_only',
  EBUSY: 'busy',
}

function systemRefusal(error: Error, code: unknown): Refusal | null {
  if (typeof code !== 'string' || !Object.hasOwn(SYSTEM_REFUSALS, code)) return null
  const refusal = SYSTEM_REFUSALS[code]
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '这里'
  // A value the system does not take is a path only where a file was asked for.
  if (refusal === undefined || (code.startsWith('ERR_') && !error.message.includes('path'))) return null
  return new Refusal(refusal, { path })
}

/** Where it happened, without the message: a message may quote a value. */
function firstFrames(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return ''
  const frames = error.stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4)
  return frames.map((line) => line.trim().replace(/\(?(file:\/\/)?[^\s(]*\/(?=[^/]+:\d+:\d+)/, '(')).join(' | ')
}
