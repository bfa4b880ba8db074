import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { readActs, type Acts } from '../../domain/ledger/journal/history.ts'
import { objectionSentence } from '../../domain/notice/objection-figures.ts'
import type { ObjectionTable } from '../../store/book-database.ts'
import { readHistoryRecord, readReversals } from '../../store/journal-history-store.ts'
import { readNoticeLife } from '../../store/notice-life-store.ts'
import { readNoticeById, readNoticeListing, readNotices, type StoredNotice } from '../../store/notice-store.ts'
import type { QueryContext } from '../context.ts'
import { noticeView, standingOf } from './list-notices.ts'
import { fillNames } from '../ledger/fill-names.ts'

type Read = Output<'notice.read'>

/** One notice with its whole life. @throws notice_not_found */
export async function readNotice(input: Input<'notice.read'>, context: QueryContext): Promise<Read> {
  const notice = await readNoticeById(context.db, input.id)
  if (notice === undefined) throw new Refusal('notice_not_found')
  const life = await readNoticeLife(context.db, notice.id)
  const acts = readActs(await readReversals(context.db))
  const objections: Read['objections'] = []
  for (const row of life.objections) objections.push(await objectionView(row, acts, context))
  const standing = standingOf(notice, life, context.clock.today())
  const [closing, archive] = [life.closings[0], life.archives[0]]
  const despite = (await readNoticeListing(context.db, notice.id))?.despite
  const previous = noticeBefore(await readNotices(context.db), notice)
  return {
    notice: { ...noticeView(notice), ...standing },
    exceptions: life.exceptions.map((row) => ({ field: row.field, reason: row.reason, decidedBy: row.decided_by })),
    despite:
      despite === undefined ? null : { reason: despite.reason, doubts: despite.doubts.map((doubt) => ({ ...doubt })) },
    objections,
    photos: life.photos.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      mediaType: row.media_type,
      bytes: row.bytes,
      sha256: row.sha256,
    })),
    closing:
      closing === undefined
        ? null
        : { id: closing.id, on: closing.closed_on, by: closing.closed_by, note: closing.note },
    archive:
      archive === undefined
        ? null
        : { id: archive.id, on: archive.archived_on, by: archive.archived_by, note: archive.note },
    sentence: objectionSentence(standing.objections),
    previous: previous === undefined ? null : { id: previous.id, number: previous.number },
  }
}

/** The notice issued before another one; `newestFirst` as the store lists them. */
export function noticeBefore(newestFirst: readonly StoredNotice[], notice: StoredNotice): StoredNotice | undefined {
  const place = newestFirst.findIndex((one) => one.id === notice.id)
  return place === -1 ? undefined : newestFirst[place + 1]
}

async function objectionView(
  row: ObjectionTable,
  acts: Acts,
  context: QueryContext,
): Promise<Read['objections'][number]> {
  const record = row.correcting_seq === null ? null : await readHistoryRecord(context.db, row.correcting_seq)
  return {
    id: row.id,
    receivedOn: row.received_on,
    channel: row.channel,
    raisedBy: row.raised_by,
    content: row.content,
    answer: row.answer,
    outcome: row.outcome,
    closedOn: row.closed_on,
    closedBy: row.closed_by,
    correction:
      record === null
        ? null
        : {
            seq: record.seq,
            text: await fillNames(context.db, record.summary),
            standing: acts.reversedBy(record.seq) === null,
          },
  }
}
