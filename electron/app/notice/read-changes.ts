import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import { changesSheet } from '../../domain/notice/changes-sheet.ts'
import { listingChanges, type ListingChanges } from '../../domain/notice/listing-changes.ts'
import { noticeContent } from '../../domain/notice/notice-content.ts'
import { noticeListing, type ListedPerson, type NoticeListing } from '../../domain/notice/notice-listing.ts'
import { paginate } from '../../domain/report/paginate.ts'
import type { SheetModel } from '../../domain/report/sheet-model.ts'
import { indexSnapshot } from '../../domain/model/snapshot-index.ts'
import { readSeqOfHead } from '../../store/journal-store.ts'
import { readNoticeById, readNoticeListing, readNotices, type StoredNotice } from '../../store/notice-store.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { QueryContext } from '../context.ts'
import { noticeBefore } from './read-notice.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'

type Changes = Output<'notice.changes'>

/** 与上次公示相比: from the two frozen lists, so that it says what the two papers say. @throws notice_not_found */
export async function readNoticeChanges(input: Input<'notice.changes'>, context: QueryContext): Promise<Changes> {
  const { notice, previous, changes, sheet } = await compareWithPrevious(input.id, context)
  const { sheet: paged, pages } = paginate(sheet)
  return {
    number: notice.number,
    previous: previous === undefined ? null : { number: previous.number, asOf: previous.asOf },
    added: changes.added.map(personView),
    gone: changes.gone.map(personView),
    moved: changes.moved.map(({ before, after }) => ({ before: personView(before), after: personView(after) })),
    numbers: [...changes.numbers],
    preview: previewOf(paged, pages),
  }
}

export interface Comparison {
  readonly notice: StoredNotice
  readonly previous: StoredNotice | undefined
  readonly changes: ListingChanges
  readonly sheet: SheetModel
}

/** The comparison and its paper, not yet divided into pages. @throws notice_not_found */
export async function compareWithPrevious(id: string, context: QueryContext): Promise<Comparison> {
  const notice = await readNoticeById(context.db, id)
  if (notice === undefined) throw new Refusal('notice_not_found')
  const previous = noticeBefore(await readNotices(context.db), notice)
  const after = await listingOf(notice, context)
  // The first one is compared with itself: nobody is new where there was nothing before.
  const before = previous === undefined ? after : await listingOf(previous, context)
  const changes = listingChanges(before, after)
  return {
    notice,
    previous,
    changes,
    sheet: changesSheet({
      number: notice.number,
      asOf: notice.asOf,
      journalHead: notice.journalHead,
      listed: after.people.length,
      previous: previous ?? null,
      changes,
    }),
  }
}

/** The frozen list; of a notice of an earlier version, which kept only the sheet, the list as the journal told it at that entry. */
async function listingOf(notice: StoredNotice, context: QueryContext): Promise<NoticeListing> {
  const frozen = await readNoticeListing(context.db, notice.id)
  if (frozen !== null) return frozen
  const facts = await replayFacts(context.db, { seq: await readSeqOfHead(context.db, notice.journalHead) })
  const { snapshot, figures, roster } = stateOn(facts, notice.asOf)
  return noticeListing(noticeContent({ snapshot, figures, roster, index: indexSnapshot(snapshot) }), notice.asOf)
}

function personView(person: ListedPerson): Changes['added'][number] {
  return {
    name: person.name,
    unit: person.unitName,
    post: person.post,
    category: person.category === null ? '' : QUOTA_CATEGORY_NAMES[person.category],
  }
}
