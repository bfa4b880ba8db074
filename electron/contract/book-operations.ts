import { z } from 'zod'
import type { OperationTable } from './operation-table.ts'
import { day, requiredText, text } from './shapes.ts'
import { nothing, ok } from './operation-parts.ts'

/* Books, backups and files: opening, making, keeping and restoring them. */

const bookStatus = z.object({
  open: z.boolean(),
  name: z.string().nullable(),
  path: z.string().nullable(),
  fileName: z.string().nullable(),
  encrypted: z.boolean(),
  packId: z.string().nullable(),
  packTitle: z.string().nullable(),
  /** Today in Asia/Shanghai: what "截至" shows when no other day is chosen. */
  today: day,
  entries: z.number(),
  head: z.string().nullable(),
  people: z.number(),
  units: z.number(),
  /** The computer's date does not fit what the journal wrote last; `last`: that instant, UTC. */
  clock: z.object({ kind: z.enum(['behind', 'ahead']), last: z.string() }).nullable(),
  lastBackup: z.object({ at: z.string(), file: z.string(), people: z.number() }).nullable(),
  dataFolder: z.string(),
  /** Books opened before, wherever they lie, then those found in the data folder: what the start screen offers besides the sample. */
  recent: z.array(z.object({ path: z.string(), fileName: z.string(), modifiedAt: z.string() })),
  version: z.string(),
})

/** `unlisted`: a book found beside the recorded copies; `changed`: not the size it had when it was verified. */
const backupView = z.object({
  file: z.string(),
  path: z.string(),
  state: z.enum(['verified', 'unlisted', 'changed']),
  at: z.string(),
  reason: z.string(),
  bytes: z.number(),
  people: z.number(),
  entries: z.number(),
  head: z.string(),
})

export const BOOK_OPERATIONS = {
  'book.status': { kind: 'host', title: '编制本状态', input: nothing, output: bookStatus },
  'book.create': {
    kind: 'host',
    title: '新建编制本',
    input: z.strictObject({
      path: text.optional(),
      name: requiredText,
      pack: text.optional(),
      /** 文号, 日期 and 机关 of the township's own plan; what is not said is 待补. */
      documentNumber: text.optional(),
      documentDate: day.optional(),
      documentIssuer: text.optional(),
      password: z.string().max(200).optional(),
    }),
    output: bookStatus,
  },
  'book.open': {
    kind: 'host',
    title: '打开编制本',
    input: z.strictObject({
      path: requiredText,
      password: z.string().max(200).optional(),
      /** Who it is, where several people have their own password. */ person: requiredText.optional(),
    }),
    output: bookStatus,
  },
  /** Creates (or opens again) the sample township in the data folder: the Jiangxi township's plan plus the bundled clerk's workbook, imported for real. */
  'book.openSample': { kind: 'host', title: '打开示例乡', input: nothing, output: bookStatus },
  /** A book handed in as a file: kept in the data folder under a free name, and opened where it has no password. */
  'book.adopt': {
    kind: 'host',
    title: '收下编制本',
    input: z.strictObject({ fileId: z.string() }),
    output: z.object({ path: z.string(), opened: z.boolean() }),
  },
  'book.close': { kind: 'host', title: '关闭编制本', input: nothing, output: bookStatus },
  'packs.list': {
    kind: 'host',
    title: '规则包',
    input: nothing,
    output: z.object({
      packs: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          locality: z.string(),
          date: z.string(),
          note: z.string(),
          units: z.number(),
          quotas: z.array(z.object({ category: z.string(), amount: z.number() })),
          leadership: z.number(),
        }),
      ),
    }),
  },
  'files.list': {
    kind: 'host',
    title: '浏览文件夹',
    input: z.strictObject({ directory: text.optional() }),
    output: z.object({
      directory: z.string(),
      parent: z.string().nullable(),
      folders: z.array(z.object({ name: z.string(), path: z.string() })),
      books: z.array(z.object({ name: z.string(), path: z.string(), bytes: z.number(), modifiedAt: z.string() })),
    }),
  },
  'file.stage': {
    kind: 'host',
    title: '接收文件',
    input: z.strictObject({ name: requiredText, base64: z.string() }),
    output: z.object({ fileId: z.string(), bytes: z.number() }),
  },
  /** The bundled clerk's workbook, staged as if she had chosen it. */
  'file.stageSample': {
    kind: 'host',
    title: '接收示例花名册',
    input: nothing,
    output: z.object({ fileId: z.string(), name: z.string(), bytes: z.number() }),
  },
  'task.cancel': { kind: 'host', title: '停止', input: z.strictObject({ taskId: z.string() }), output: ok },
  'backup.list': {
    kind: 'query',
    title: '备份',
    input: nothing,
    output: z.object({
      folder: z.string(),
      backups: z.array(backupView),
      /** The newest copy in another place; null: there never was one. `due`: none within the last days. */
      elsewhere: z.object({
        last: z
          .object({
            folder: z.string(),
            at: z.string(),
            people: z.number(),
            entries: z.number(),
            sameDisk: z.boolean(),
          })
          .nullable(),
        due: z.boolean(),
      }),
      /** When a copy was last put back as a trial; instant, UTC. */
      rehearsedAt: z.string().nullable(),
    }),
  },
  'backup.create': {
    kind: 'query',
    title: '备份',
    input: z.strictObject({ directory: text.optional() }),
    output: backupView,
  },
  /** The newest copy, put back as a trial somewhere else and taken away again; the journal says that it worked. */
  'backup.rehearse': {
    kind: 'command',
    title: '恢复演练',
    input: nothing,
    output: z.object({
      file: z.string(),
      at: z.string(),
      people: z.number(),
      entries: z.number(),
      seq: z.number(),
    }),
  },
  'backup.restore': {
    kind: 'host',
    title: '从备份恢复',
    input: z.strictObject({
      path: requiredText,
      /** The book to put right when it is too damaged to be open. */ bookPath: text.optional(),
      password: z.string().max(200).optional(),
      /** Said after `restore_other_book`: replace the book of another township all the same. */
      overOther: z.boolean().optional(),
    }),
    output: z.object({ status: bookStatus, keptCopy: z.string().nullable() }),
  },
  'book.verify': {
    kind: 'query',
    title: '完整性检查',
    input: nothing,
    output: z.object({
      ok: z.boolean(),
      entries: z.number(),
      head: z.string(),
      problems: z.array(z.object({ seq: z.number().nullable(), text: z.string() })),
    }),
  },
} as const satisfies OperationTable
