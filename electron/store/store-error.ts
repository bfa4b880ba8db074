import type { RefusalCode } from '../vocabulary/refusals.ts'
import { columnTitle, isFactTable, TABLE_TITLES } from '../domain/ledger/rows/table-titles.ts'

/** What a book's file can refuse. */
export type StoreRefusal = Extract<
  RefusalCode,
  | 'not_our_file'
  | 'is_county_book'
  | 'is_township_book'
  | 'empty_file'
  | 'from_future'
  | 'damaged'
  | 'wrong_password'
  | 'password_required'
  | 'person_required'
  | 'too_many_tries'
  | 'recovery_code_wrong'
  | 'busy'
  | 'file_changed_under'
  | 'read_only'
  | 'disk_full'
  | 'network_path'
  | 'book_not_found'
  | 'book_exists'
  | 'overlap'
  | 'rule_violation'
  | 'backup_failed'
  | 'backup_not_valid'
  | 'restore_target_name'
  | 'restore_target_kind'
  | 'restore_target_unknown'
  | 'restore_same_file'
  | 'restore_other_password'
  | 'restore_other_book'
  | 'directory_not_found'
  | 'folder_not_empty'
>

/** A failure of the file under the book. `details` fill the code's sentence. */
export class StoreError extends Error {
  readonly code: StoreRefusal
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: StoreError['code'], details: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, { cause })
    this.name = 'StoreError'
    this.code = code
    this.details = details
  }
}

const OVERLAP_TEXTS: Readonly<Record<string, string>> = {
  'overlap:unit_version': '机构的名称或类别',
  'overlap:quota': '同一机构同一编制类型的核定数',
  'overlap:leadership_quota': '同一机构的领导职数',
  'overlap:post_version': '同一岗位的记录',
  'overlap:person_version': '同一人员的记录',
  'overlap:person_quota': '一人同时占两个编制',
  'overlap:post_holder': '一个岗位同时有两名占编人员',
  'overlap:absence': '同一人员的离岗记录',
  'overlap:retirement_arrangement': '同一人员的退休安排',
  'overlap:rank_quota': '同一机构同一职级的职数',
  'overlap:tolerance': '同一范围的允许溢出',
  'overlap:off_quota_control': '同一类编外用工的控制数',
  'overlap:record': '同一种资料的记录',
}

const UNREADABLE = new Set([
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
  'SQLITE_IOERR_DATA',
  'SQLITE_IOERR_CORRUPTFS',
])

const FROZEN_TEXTS: Readonly<Record<string, string>> = {
  'append_only:journal': '台账只能追加',
  'append_only:journal_change': '台账只能追加',
  'append_only:submission': '收下的上报数据不能改动',
  'append_only:journal_row': '台账只能追加',
  'append_only:notice': '已发布的公示不能改动',
  'append_only:notice_file': '已发布的公示不能改动',
  'append_only:notice_exception': '已发布的公示不能改动',
  'append_only:notice_sheet': '已发布的公示不能改动',
  notice_closed: '公示已办结，异议不能再动',
  notice_open_objection: '还有没办结的异议，公示不能办结',
  'append_only:attachment_file': '已附的扫描件不能改动',
  journal_gap: '台账编号不连续',
  rule_pack_in_force: '规则包正在使用',
  rule_pack_unknown: '没有这个规则包',
}

/** Names what SQLite refused, or returns the error unchanged when it is none of ours. */
export function translateSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const { code, message } = error
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return new StoreError('busy', { path }, error)
  // A log's index beside the file cannot be made either when the disk is full.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return new StoreError('disk_full', { path }, error)
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM')
    return new StoreError('read_only', { path }, error)
  // The header was ours and the key was right when these come: a page is not.
  if (
    code === 'SQLITE_CORRUPT' ||
    code.startsWith('SQLITE_CORRUPT_') ||
    code === 'SQLITE_NOTADB' ||
    UNREADABLE.has(code)
  )
    return new StoreError('damaged', { path, problem: '页面损坏', backups: '' }, error)
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') {
    const what = OVERLAP_TEXTS[message]
    if (what !== undefined) return new StoreError('overlap', { what }, error)
    return new StoreError('rule_violation', { what: FROZEN_TEXTS[message] ?? message }, error)
  }
  if (code.startsWith('SQLITE_CONSTRAINT'))
    return new StoreError('rule_violation', { what: constraintName(message) }, error)
  return error
}

/** The column or constraint SQLite names, without any value: refusals may reach a log. */
function constraintName(message: string): string {
  const named = /^(UNIQUE|NOT NULL) constraint failed: (\w+)\.(\w+)/.exec(message)
  const [, kind, table, column] = named ?? []
  if (table !== undefined && column !== undefined)
    return `${isFactTable(table) ? TABLE_TITLES[table] : table}的${columnTitle(column)}${kind === 'UNIQUE' ? '重复' : '为空'}`
  if (message.startsWith('FOREIGN KEY')) return '所指的记录不存在，或还有记录指着它'
  return message.replace(/^.*constraint failed:?\s*/, '') || message
}
