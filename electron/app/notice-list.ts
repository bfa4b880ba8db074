import type { Input, Output } from '../contract/operations.ts'
import { townshipName } from '../domain/notice/notice-content.ts'
import { defaultIssuer, defaultTitle } from '../domain/notice/notice-texts.ts'
import { loadSnapshot } from '../store/load-snapshot.ts'
import { readNotices, readNoticeSettings, type StoredNotice } from '../store/notice-store.ts'
import type { QueryContext } from './context.ts'

/** Issued notices, newest first, and what a new one begins with: the texts of the last, else the township's own name. */
export async function listNotices(_input: Input<'notice.list'>, context: QueryContext): Promise<Output<'notice.list'>> {
  const settings = await readNoticeSettings(context.db)
  const township = townshipName(await loadSnapshot(context.db, context.clock.today()))
  return {
    notices: (await readNotices(context.db)).map(noticeView),
    defaults: {
      issuer: filled(settings.issuer, defaultIssuer(township)),
      phone: settings.phone ?? '',
      address: settings.address ?? '',
      mailbox: settings.mailbox ?? '',
      title: filled(settings.title, defaultTitle(township)),
    },
  }
}

function filled(text: string | undefined, otherwise: string): string {
  return text === undefined || text === '' ? otherwise : text
}

/** A stored notice as every door shows it. */
export function noticeView(notice: StoredNotice): Output<'notice.issue'> {
  const { id, number, layout, asOf, postedOn, workingDays, endsOn, fileName, sha256, issuedAt } = notice
  return { id, number, layout, asOf, postedOn, workingDays, endsOn, fileName, sha256, issuedAt }
}
