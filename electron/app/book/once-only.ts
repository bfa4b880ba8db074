import type { Kysely } from 'kysely'
import type { Circumstances } from '../../contract/messages.ts'
import { clerkMinute } from '../../domain/calendar/shanghai-day.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readEntryHash, readHead, type EntryBinding } from '../../store/journal.ts'
import {
  bindRequest,
  clientOf,
  digestOf,
  findRequest,
  keepReply,
  type KnownRequest,
  type Surprise,
} from '../../store/request-store.ts'

/* One act, one entry: however often it is sent, and never over what another has written since it was made. */

const HASH_SHOWN = 16
/** How many entries of others are told one by one. */
const TOLD = 3

/** How an answer names the entry it was made from: its number and the beginning of its hash. */
export async function headMark(db: Kysely<BookDatabase>): Promise<string> {
  const { seq, hash } = await readHead(db)
  return `${seq}-${hash.slice(0, HASH_SHOWN)}`
}

export interface Act {
  readonly operation: string
  readonly input: unknown
  readonly circumstances: Circumstances
}

/**
 * Does an act once. `work` gets what binds its entry to the request, for its commit. The same request again is answered with the first
 * answer; one whose answer was lost with the program, with `already_done`.
 * @throws `request_reused`, `other_book`, `changed_meanwhile`
 */
export async function answerOnce<T>(
  db: Kysely<BookDatabase>,
  { operation, input, circumstances }: Act,
  work: (bind: EntryBinding | undefined) => Promise<T>,
): Promise<T> {
  const { requestId, head } = circumstances
  if (requestId === undefined && head === undefined) return work(undefined)
  const inputDigest = digestOf(operation, input)
  const known = requestId === undefined ? null : await findRequest(db, requestId)
  // What this operation answered when it was done.
  if (known !== null) return firstAnswer(known, inputDigest) as T
  const since = head === undefined ? null : await entryNamed(db, head)
  if (requestId === undefined) return work(undefined)
  const bind = bindRequest(
    { id: requestId, client: clientOf(requestId), operation, inputDigest },
    since,
    (surprises) => {
      throw new Refusal('changed_meanwhile', { what: tell(surprises), entries: surprises.length })
    },
  )
  const answer = await work(bind)
  try {
    await keepReply(db, requestId, JSON.stringify(answer))
  } catch {
    // The act is on the disk and is acknowledged; on a full disk only the answer to its second sending is shorter.
  }
  return answer
}

function firstAnswer(known: KnownRequest, inputDigest: string): unknown {
  if (known.inputDigest !== inputDigest) throw new Refusal('request_reused')
  if (known.reply === null) throw new Refusal('already_done', { seq: known.seq })
  return JSON.parse(known.reply)
}

/** The number of the entry a mark names. @throws `other_book` where this book has none such: another one was opened, or a copy restored. */
async function entryNamed(db: Kysely<BookDatabase>, mark: string): Promise<number> {
  const [number = '', shown = ''] = mark.split('-')
  const seq = Number(number)
  const hash = await readEntryHash(db, seq)
  if (hash?.slice(0, HASH_SHOWN) !== shown) throw new Refusal('other_book')
  return seq
}

function tell(surprises: readonly Surprise[]): string {
  const told = surprises
    .slice(-TOLD)
    .map(
      ({ seq, recordedAt, actor, summary }) =>
        `第 ${seq} 条（${clerkMinute(recordedAt).slice(5)}，${actor}）${summary}`,
    )
  return told.join('；') + (surprises.length > TOLD ? ` 等 ${surprises.length} 条` : '')
}
