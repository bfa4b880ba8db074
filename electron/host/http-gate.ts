import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { OperationName } from '../contract/operations.ts'

/*
 * Who may come in through the loopback door. Against: another site's page in the same browser (its Origin, its fetch metadata),
 * DNS rebinding (its Host), another user of the machine (no token). All of it is decided from the request's head, before a byte of the body.
 */

export interface RequestHead {
  readonly method: string
  /** The request target exactly as sent. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Every value of every header: a doubled header is refused, not joined. */
  readonly distinct: NodeJS.Dict<string[]>
}

export interface GateOptions {
  /** 127.0.0.1:<port> */
  readonly authority: string
  readonly token: string
}

/** Ordinary calls carry form fields; only a workbook is big. */
export const BODY_LIMIT = 1024 * 1024
/** A sheet of ten thousand people, or one that is opened in another program. */
export const SHEET_BODY_LIMIT = 16 * 1024 * 1024
const CARRY_SHEETS: ReadonlySet<string> = new Set<OperationName>([
  'people.correct',
  'record.addMany',
  'event.previewMany',
  'event.addMany',
  'viewCopy.file',
  'viewCopy.open',
  'viewCopy.accept',
  'listPaper.preview',
  'listPaper.file',
])
/** 20 MiB of workbook in base64, and its name. */
export const FILE_BODY_LIMIT = 28 * 1024 * 1024

const CALL = '/call/'
const OPERATION = /^[a-zA-Z]{1,40}\.[a-zA-Z]{1,40}$/

export type Route =
  | { readonly kind: 'call'; readonly operation: string; readonly limit: number }
  | { readonly kind: 'events' }
  | { readonly kind: 'static' }
  | {
      readonly kind: 'refused'
      readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421
      readonly allow?: string
    }

/** What a request is, or why it is refused. */
export function admit(head: RequestHead, options: GateOptions): Route {
  if (only(head, 'host') !== options.authority) return refused(421)
  if (!head.path.startsWith('/')) return refused(400)
  if (head.path === '/events') return admitEvents(head, options)
  if (head.path.startsWith(CALL)) return admitCall(head, options)
  const site = head.headers['sec-fetch-site']
  const ours = site === undefined || site === 'same-origin' || site === 'none'
  return ours || opensThePage(head) ? { kind: 'static' } : refused(403)
}

/**
 * A tab of its own is taken to the first page from elsewhere: by the file that opens the program (`open-browser`), or by a link. The page holds
 * nothing without the token. A frame, a script or a picture of another site is none of that.
 */
function opensThePage({ method, path, headers }: RequestHead): boolean {
  return (
    method === 'GET' &&
    path === '/' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  )
}

function admitEvents(head: RequestHead, options: GateOptions): Route {
  if (head.method !== 'GET') return { ...refused(405), allow: 'GET' }
  // A browser leaves Origin out of its own page's GET; when it is there it must be ours.
  if (head.headers.origin !== undefined && !originIsOurs(head, options)) return refused(403)
  if (!sameSite(head)) return refused(403)
  return hasToken(head, options.token) ? { kind: 'events' } : refused(401)
}

function admitCall(head: RequestHead, options: GateOptions): Route {
  const operation = head.path.slice(CALL.length)
  if (!OPERATION.test(operation)) return refused(404)
  if (head.method !== 'POST') return { ...refused(405), allow: 'POST' }
  if (!originIsOurs(head, options) || !sameSite(head)) return refused(403)
  if (!hasToken(head, options.token)) return refused(401)
  if (only(head, 'content-type') !== 'application/json' || head.headers['content-encoding'] !== undefined)
    return refused(415)
  const limit = limitOf(operation)
  if (Number(head.headers['content-length'] ?? 0) > limit) return refused(413)
  return { kind: 'call', operation, limit }
}

function limitOf(operation: string): number {
  if (operation === 'file.stage') return FILE_BODY_LIMIT
  return CARRY_SHEETS.has(operation) ? SHEET_BODY_LIMIT : BODY_LIMIT
}

function refused<S extends 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421>(
  status: S,
): { readonly kind: 'refused'; readonly status: S } {
  return { kind: 'refused', status }
}

function only(head: RequestHead, name: string): string | null {
  const values = head.distinct[name]
  return values?.length === 1 ? (values[0] ?? null) : null
}

function originIsOurs(head: RequestHead, options: GateOptions): boolean {
  return only(head, 'origin') === `http://${options.authority}`
}

function sameSite(head: RequestHead): boolean {
  const site = head.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}

/** Compares digests, so that neither the time taken nor the length tells anything about the token. */
function hasToken(head: RequestHead, token: string): boolean {
  const sent = only(head, 'authorization') ?? ''
  return timingSafeEqual(digest(sent), digest(`Bearer ${token}`))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
