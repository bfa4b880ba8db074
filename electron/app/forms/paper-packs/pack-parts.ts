import { QUOTA_CATEGORY_NAMES } from '../../../domain/model/quota-category.ts'
import { ROSTER_LISTS, ROSTER_LIST_NAMES } from '../../../domain/model/finding.ts'
import type { PlainDate } from '../../../domain/model/plain-date.ts'
import type { ListedDocument, ListedNotice } from '../../../domain/paper-packs/pack-sheets.ts'
import type { SheetModel } from '../../../domain/report/sheet-model.ts'
import { packInForce } from '../../../domain/rules/packs/pack-in-force.ts'
import type { BookView } from '../../../domain/views/book-view.ts'
import { clerkMinute } from '../../../domain/calendar/shanghai-day.ts'
import { backupFolderOf, listBackups } from '../../../store/backup.ts'
import { readDocuments } from '../../../store/document-register.ts'
import { readHead } from '../../../store/journal.ts'
import { readNoticeLife } from '../../../store/notice-life-store.ts'
import { readNotices, type StoredNotice } from '../../../store/notice-store.ts'
import { verifyOpenBook } from '../../book/verify-book.ts'
import type { CommandContext } from '../../context.ts'
import { draftCheckPaper } from '../../findings/make-check-paper.ts'
import { draftReport } from '../draft-report.ts'
import { standingOf } from '../../notice/list-notices.ts'
import type { PackPart } from './make-pack.ts'

/* What both packs are made of: forms, papers and lists of the book. */

/** A form of the bureau as a part; ID numbers whole only where the pack may have them. */
export function formPart(
  folder: string,
  asked: { readonly form: string; readonly asOf?: PlainDate; readonly from?: PlainDate; readonly to?: PlainDate },
  title: string,
  about: string,
  context: CommandContext,
  whole: boolean,
): PackPart {
  return sheetPart(folder, title, about, async () => (await draftReport(asked, context, { plainIds: whole })).sheet)
}

/** 问题清单, 待办, 到期, 预测 as parts. */
export function checkPart(
  folder: string,
  asked: Parameters<typeof draftCheckPaper>[0],
  title: string,
  about: string,
  context: CommandContext,
): PackPart {
  return sheetPart(folder, title, about, async () => (await draftCheckPaper(asked, context)).sheet)
}

export function sheetPart(
  folder: string,
  title: string,
  about: string,
  sheet: () => Promise<SheetModel> | SheetModel,
): PackPart {
  return { path: `${folder}/${title}.xlsx`, about, sheet: async () => sheet() }
}

/** Every document of the book with its scans. */
export async function listDocuments(
  context: CommandContext,
): Promise<readonly (ListedDocument & { readonly scanIds: readonly Scan[] })[]> {
  return (await readDocuments(context.db)).map((document) => ({
    number: document.number,
    title: document.title,
    issuer: document.issuing_body,
    issuedOn: document.issued_on,
    uses: document.uses,
    scans: document.attachments.map(({ fileName }) => fileName),
    scanIds: document.attachments,
  }))
}

export interface Scan {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
}

/** Notices with where they stand, and their stored rows beside. */
export async function listPackNotices(
  context: CommandContext,
): Promise<readonly { readonly listed: ListedNotice; readonly stored: StoredNotice }[]> {
  const life = await readNoticeLife(context.db)
  const today = context.clock.today()
  return (await readNotices(context.db)).map((stored) => {
    const { stage, objections } = standingOf(stored, life, today)
    const { number, fileName, asOf, postedOn, endsOn } = stored
    return { stored, listed: { number, fileName, asOf, postedOn, endsOn, stage, objections } }
  })
}

/** The state of the book in a few lines: numbers, people, journal, copies, and whether it is whole. */
export async function tellState(
  view: BookView,
  context: CommandContext,
): Promise<readonly (readonly [string, string])[]> {
  const { snapshot, figures, roster } = view.state
  const head = await readHead(context.db)
  const folder = backupFolderOf(context.book.path)
  const [newest] = await listBackups(folder)
  const verified = await verifyOpenBook({}, context)
  const lists = ROSTER_LISTS.map(
    (list) => `${ROSTER_LIST_NAMES[list]} ${roster.filter((entry) => entry.list === list).length} 人`,
  )
  return [
    ['编制本', snapshot.book.name],
    ['规则包', packInForce(snapshot)?.pack.title ?? snapshot.book.packId],
    ['机构', `${snapshot.units.filter((unit) => unit.kind !== 'township').length} 个`],
    ...figures.totals.map(
      ({ category, quota, actual, vacancy, over }) =>
        [QUOTA_CATEGORY_NAMES[category], `核定 ${quota}，实有 ${actual}，空编 ${vacancy}，超编 ${over}`] as const,
    ),
    ['人员', lists.join('，')],
    ['台账', `${head.seq} 条，末条校验值 ${head.hash.slice(0, HASH_SHOWN)}`],
    ['完整性检查', verified.ok ? '通过' : `有 ${verified.problems.length} 处问题，见“备份与安全”`],
    ['密码', context.book.encrypted ? '有密码，不在这个包里' : '没有设密码'],
    ['最近备份', newest === undefined ? '还没有备份' : `${clerkMinute(newest.at)}，${newest.file}`],
  ]
}

const HASH_SHOWN = 8
