import { refusalText } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { noticeWarnings } from '../../domain/notice/notice-warnings.ts'
import { indexSnapshot } from '../../domain/model/snapshot-index.ts'
import type { QueryContext } from '../context.ts'
import { draftNotice, type NoticeDraft } from './draft-notice.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'

/** The notice as it would be printed, page by page, and everybody who would not stand on it, with the reason. */
export async function previewNotice(
  input: Input<'notice.preview'>,
  context: QueryContext,
): Promise<Output<'notice.preview'>> {
  const draft = await draftNotice(input, context)
  return {
    title: draft.title,
    number: draft.number,
    asOf: draft.asOf,
    endsOn: draft.endsOn,
    listed: draft.listed,
    warnings: noticeWarnings(draft.content, input.layout),
    obstacles: draft.obstacles.map(({ code, details, field }) => ({
      code,
      message: refusalText(code, details),
      field,
    })),
    doubts: [...draft.doubts],
    leftOff: leftOff(draft),
    preview: previewOf(draft.sheet, draft.pages),
  }
}

function leftOff(draft: NoticeDraft): Output<'notice.preview'>['leftOff'] {
  const { snapshot, roster } = draft.state
  const index = indexSnapshot(snapshot)
  const holdings = new Map(snapshot.holdings.map((holding) => [holding.id, holding]))
  return roster
    .filter((entry) => entry.list !== 'in-quota')
    .map((entry) => {
      const holding = holdings.get(entry.holdingId)
      const unit = holding === undefined ? undefined : index.unitOf(holding)
      return {
        name: index.person(entry.personId)?.name ?? '',
        unit: unit?.name ?? '',
        list: entry.list,
        why: entry.why ?? '',
      }
    })
}
