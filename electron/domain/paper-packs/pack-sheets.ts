import { NOTICE_STAGE_NAMES, type NoticeStage } from '../../vocabulary/notices.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { SheetModel } from '../report/sheet-model.ts'
import { tableSheet, type TableColumn } from '../report/table-sheet.ts'
import { dateText } from '../rules/wording.ts'
import type { OpenMatter } from './open-matters.ts'
import { sizeText } from './pack-contents.ts'

/* The lists of a pack that no other paper of the program has. */

export interface ListedDocument {
  readonly number: string
  readonly title: string | null
  readonly issuer: string | null
  readonly issuedOn: PlainDate | null
  /** How many facts rest on it. */
  readonly uses: number
  readonly scans: readonly string[]
}

export interface ListedNotice {
  readonly number: string
  readonly fileName: string
  readonly asOf: PlainDate
  readonly postedOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly stage: NoticeStage
  readonly objections: { readonly received: number; readonly open: number; readonly corrected: number }
}

export interface ListedBackup {
  readonly path: string
  readonly at: string
  readonly reason: string
  readonly bytes: number
  readonly entries: number
  readonly state: string
}

export interface CuredFinding {
  readonly title: string
  readonly text: string
  readonly curedBy: string
}

interface Where {
  readonly township: string
  readonly asOf: PlainDate
}

function listSheet(
  { township, asOf }: Where,
  name: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  more: { readonly empty: string; readonly after?: readonly string[]; readonly portrait?: true },
): SheetModel {
  return tableSheet({
    name,
    title: `${township}${name}`,
    subtitle: `截至 ${dateText(asOf)}　共 ${rows.length} 条`,
    orientation: more.portrait === true ? 'portrait' : 'landscape',
    columns: [{ title: '序号', share: 5, style: 'tableNumber' }, ...columns],
    rows: rows.map((row, place) => [String(place + 1), ...row]),
    empty: more.empty,
    after: more.after ?? [],
    signature: `截至 ${dateText(asOf)} 登记的情况。`,
    footerNote: `${name}　${asOf}`,
  })
}

/** 没办完的事: what the next clerk goes on with. */
export function openMattersSheet(where: Where, matters: readonly OpenMatter[]): SheetModel {
  return listSheet(
    where,
    '没办完的事',
    [
      { title: '类别', share: 14 },
      { title: '事项', share: 60, style: 'tableText' },
      { title: '期限', share: 16 },
      { title: '在哪里接着办', share: 22, style: 'tableText' },
    ],
    matters.map(({ kind, what, until, where: door }) => [kind, what, until, door]),
    { empty: '没有没办完的事。' },
  )
}

/** 依据文件目录: every document with its scans, and which have none. */
export function documentsSheet(where: Where, documents: readonly ListedDocument[]): SheetModel {
  const without = documents.filter(({ scans }) => scans.length === 0).length
  return listSheet(
    where,
    '依据文件目录',
    [
      { title: '文号', share: 26, style: 'tableText' },
      { title: '文件名称', share: 40, style: 'tableText' },
      { title: '发文机关', share: 20, style: 'tableText' },
      { title: '发文日期', share: 14 },
      { title: '用于', share: 8, style: 'tableNumber' },
      { title: '扫描件', share: 30, style: 'tableText' },
    ],
    documents.map((one) => [
      one.number,
      one.title ?? '',
      one.issuer ?? '',
      one.issuedOn ?? '',
      `${one.uses} 处`,
      one.scans.length === 0 ? '没有扫描件，查纸质原件' : one.scans.join('、'),
    ]),
    { empty: '没有依据文件。', after: without === 0 ? [] : [`其中 ${without} 份没有扫描件，原件在纸质档案里。`] },
  )
}

/** 公示目录: every notice with its days, its objections and its frozen file. */
export function noticesSheet(where: Where, notices: readonly ListedNotice[]): SheetModel {
  return listSheet(
    where,
    '公示目录',
    [
      { title: '公示编号', share: 20, style: 'tableText' },
      { title: '名单截至', share: 14 },
      { title: '张贴', share: 14 },
      { title: '期满', share: 14 },
      { title: '现状', share: 14 },
      { title: '异议', share: 20, style: 'tableText' },
      { title: '发布时冻结的文件', share: 40, style: 'tableText' },
    ],
    notices.map(({ number, asOf, postedOn, endsOn, stage, objections, fileName }) => [
      number,
      asOf,
      postedOn,
      endsOn ?? '长期公开',
      NOTICE_STAGE_NAMES[stage],
      objections.received === 0
        ? '没有'
        : `收到 ${objections.received}，更正 ${objections.corrected}，未办结 ${objections.open}`,
      fileName,
    ]),
    { empty: '还没有发布过公示。' },
  )
}

/** 备份清单: where the copies of the book are, the newest first. */
export function backupsSheet(where: Where, folder: string, backups: readonly ListedBackup[]): SheetModel {
  return listSheet(
    where,
    '备份清单',
    [
      { title: '时间', share: 22 },
      { title: '为什么做', share: 20, style: 'tableText' },
      { title: '台账条数', share: 12, style: 'tableNumber' },
      { title: '大小', share: 12 },
      { title: '核对', share: 12 },
      { title: '文件', share: 60, style: 'tableText' },
    ],
    backups.map(({ at, reason, entries, bytes, state, path }) => [
      at,
      reason,
      String(entries),
      sizeText(bytes),
      state,
      path,
    ]),
    {
      empty: '还没有备份。',
      after: [`备份文件夹：${folder}`, '编制本和备份的密码不在这个包里，请当面交。'],
    },
  )
}

/** 已消除的问题 of the range, each with the entry that cured it. */
export function curedSheet(where: Where, cured: readonly CuredFinding[]): SheetModel {
  return listSheet(
    where,
    '已消除的问题',
    [
      { title: '规则', share: 26, style: 'tableText' },
      { title: '问题', share: 50, style: 'tableText' },
      { title: '由哪一条登记消除', share: 36, style: 'tableText' },
    ],
    cured.map(({ title, text, curedBy }) => [title, text, curedBy]),
    { empty: '这段时间没有消除的问题。' },
  )
}
