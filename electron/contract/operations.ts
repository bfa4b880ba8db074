import { z } from 'zod'
import { eventInput } from './events.ts'
import {
  categoryCode, day, figureLine, figures, finding, journalEntry, refusedRow, repairedCell, requiredText, rosterList, rosterPerson, ruleSource, severity, effect, text, unitKind,
} from './shapes.ts'

/*
 * Every operation, declared once: `kind` says what it needs. `host`: no book; `query`: reads the open book;
 * `command`: one transaction and one journal entry. The same schema checks the form, the call and the reply's type.
 */

/** `believedOn`: as the book stood at the end of that day (replayed from the journal), whatever was learnt later. */
const asOf = { asOf: day.optional(), believedOn: day.optional() }
const nothing = z.strictObject({})
const ok = z.object({ ok: z.literal(true) })

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
  lastBackup: z.object({ at: z.string(), file: z.string(), people: z.number() }).nullable(),
  dataFolder: z.string(),
  /** Books found in the data folder, newest first: what the start screen offers besides the sample. */
  recent: z.array(z.object({ path: z.string(), fileName: z.string(), modifiedAt: z.string() })),
  version: z.string(),
})

const changeCounts = z.object({ added: z.number(), updated: z.number(), unchanged: z.number() })
export const importCell = z.object({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** One row of the sheet as she knows it, marked up: what it is and what will happen to it. */
export const importRow = z.object({
  sheet: z.string(),
  row: z.number(),
  kind: z.enum(['quota', 'person', 'concurrent', 'offQuota', 'seconded']),
  action: z.enum(['add', 'update', 'unchanged', 'refuse']),
  title: z.string(),
  detail: z.string(),
  changes: z.array(importCell),
  notes: z.array(z.object({ level: severity, column: z.string().nullable(), text: z.string() })),
})
export type ImportRowView = z.infer<typeof importRow>

/** One sheet as found: where its header is and which column holds which field. `field` null: not used. */
export const importSheet = z.object({
  sheet: z.string(),
  purpose: z.enum(['quotas', 'roster', 'ignored']),
  headerRows: z.array(z.number()),
  columns: z.array(z.object({ column: z.string(), header: z.string(), field: z.string().nullable(), sample: z.array(z.string()) })),
  /** The sheet's rows as she knows them, for the proof-reading view: text per column; at most the first 400 rows. */
  rows: z.array(z.object({ row: z.number(), role: z.enum(['title', 'header', 'data', 'subtotal', 'signature', 'blank']), cells: z.array(z.string()) })),
  skipped: z.array(z.object({ row: z.number(), why: z.string() })),
})
export type ImportSheetView = z.infer<typeof importSheet>

/** By-hand correction of a sheet: header row and column → field (null: leave out). Column letters as in Excel. */
export const sheetMapping = z.strictObject({
  sheet: z.string(),
  purpose: z.enum(['quotas', 'roster', 'ignored']).optional(),
  headerRow: z.number().int().positive().optional(),
  columns: z.record(z.string(), z.string().nullable()).optional(),
})
export type SheetMapping = z.infer<typeof sheetMapping>

const importInput = {
  fileId: z.string(),
  mappings: z.array(sheetMapping).optional(),
  /** Good rows go in although others are refused. Off: one refused row refuses the whole import. */
  skipRefused: z.boolean().optional(),
  effectiveOn: day.optional(),
}

const importSummary = z.object({
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  counts: z.object({ units: changeCounts, quotas: changeCounts, people: changeCounts, others: changeCounts, concurrent: changeCounts }),
  /** In post in the book, not named by the file: left as they are. */
  absent: z.number().optional(),
  refused: z.array(refusedRow),
  repaired: z.array(repairedCell),
})

const noticeInput = {
  layout: z.enum(['tree', 'table']),
  from: day,
  days: z.number().int().min(1, '至少 1 个工作日').max(60, '至多 60 个工作日'),
  asOf: day.optional(),
  paper: z.enum(['A4', 'A3']).optional(),
  title: text.optional(),
  issuer: text.optional(),
  phone: text.optional(),
  address: text.optional(),
  mailbox: text.optional(),
}

/** A cell of a drawn page: grid place, text, style name. The preview draws exactly what the writer writes. */
const pageCell = z.object({ row: z.number(), column: z.number(), rowSpan: z.number(), columnSpan: z.number(), text: z.string(), style: z.string() })
/** Sizes are points (1/72 inch); column widths already sum to the printable width. */
export const sheetPage = z.object({ rowHeights: z.array(z.number()), cells: z.array(pageCell) })
export const sheetPreview = z.object({
  paper: z.enum(['A4', 'A3']),
  orientation: z.enum(['portrait', 'landscape']),
  pageWidth: z.number(),
  pageHeight: z.number(),
  margins: z.object({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() }),
  columnWidths: z.array(z.number()),
  /** Type size in points by style name. */
  fontSizes: z.record(z.string(), z.number()),
  /** Small text under 第x页 共y页 of every page. */
  footer: z.string(),
  pages: z.array(sheetPage),
})
export type SheetPreview = z.infer<typeof sheetPreview>

const noticeView = z.object({
  id: z.string(),
  number: z.string(),
  layout: z.enum(['tree', 'table']),
  asOf: day,
  postedOn: day,
  workingDays: z.number(),
  endsOn: day,
  fileName: z.string(),
  sha256: z.string(),
  issuedAt: z.string(),
})

/** `unlisted`: a book found beside the recorded copies; `changed`: not the size it had when it was verified. */
const backupView = z.object({ file: z.string(), path: z.string(), state: z.enum(['verified', 'unlisted', 'changed']), at: z.string(), reason: z.string(), bytes: z.number(), people: z.number(), entries: z.number(), head: z.string() })

const reason = requiredText

/** A journal entry as the history tells it. `text` has the people's names filled in. */
export const historyEntry = z.object({
  seq: z.number(),
  recordedAt: z.string(),
  operation: z.string(),
  title: z.string(),
  effectiveOn: z.string().nullable(),
  actor: z.string(),
  document: z.string().nullable(),
  reason: z.string().nullable(),
  text: z.string(),
  /** 补录: registered well after it took effect. */
  late: z.boolean(),
  correction: z.boolean(),
  reverses: z.number().optional(),
  reversedBy: z.number().optional(),
})
export type HistoryEntryView = z.infer<typeof historyEntry>

const eventOutcome = z.object({
  /** The arithmetic, one sentence a line touched: "党政综合办公室 行政编制 5，实有 5，本次后 6，超编 1。依据：…" */
  sentences: z.array(z.string()),
  /** Findings the change would create, with what each does: hint, record (goes in with its reason), block (refused unless overridden). */
  created: z.array(finding.extend({ gate: z.enum(['hint', 'record', 'block']) })),
  cured: z.array(finding),
  late: z.boolean(),
  /** What is still needed before it can be saved: 理由, 文号, 计划消化日期, 证明材料. */
  needs: z.array(z.string()),
})
export type EventOutcomeView = z.infer<typeof eventOutcome>

const seatView = z.object({
  state: z.enum(['filled', 'vacant', 'reserved', 'frozen', 'over']),
  postId: z.string().nullable(),
  post: z.string(),
  category: z.string(),
  categoryCode,
  personId: z.string().nullable(),
  name: z.string().nullable(),
  /** 借出, 病休…: away but counted. */
  mark: z.string().nullable(),
})
export type SeatView = z.infer<typeof seatView>

const changeRow = z.object({
  personId: z.string(), person: z.string(), kind: z.enum(['in', 'out', 'transferIn', 'transferOut', 'move']), on: day, categoryCode, category: z.string(),
  fromUnit: z.string().nullable(), toUnit: z.string().nullable(), cause: z.string().nullable(), document: z.string().nullable(), late: z.boolean(),
})

export const OPERATIONS = {
  'book.status': { kind: 'host', title: '编制本状态', input: nothing, output: bookStatus },
  'book.create': {
    kind: 'host', title: '新建编制本',
    input: z.strictObject({ path: text.optional(), name: requiredText, pack: text.optional(), password: z.string().max(200).optional() }),
    output: bookStatus,
  },
  'book.open': { kind: 'host', title: '打开编制本', input: z.strictObject({ path: requiredText, password: z.string().max(200).optional() }), output: bookStatus },
  /** Creates (or opens again) the sample township in the data folder: seed-000 plan plus the bundled clerk's workbook, imported for real. */
  'book.openSample': { kind: 'host', title: '打开示例乡', input: nothing, output: bookStatus },
  'book.close': { kind: 'host', title: '关闭编制本', input: nothing, output: bookStatus },
  'packs.list': {
    kind: 'host', title: '规则包',
    input: nothing,
    output: z.object({ packs: z.array(z.object({ id: z.string(), title: z.string(), locality: z.string(), date: z.string(), note: z.string(), units: z.number(), quotas: z.array(z.object({ category: z.string(), amount: z.number() })), leadership: z.number() })) }),
  },
  'rules.list': {
    kind: 'host', title: '规则一览',
    input: nothing,
    output: z.object({ rules: z.array(z.object({ id: z.string(), title: z.string(), severity, effect, pack: z.string().nullable(), source: ruleSource })) }),
  },
  'files.list': {
    kind: 'host', title: '浏览文件夹',
    input: z.strictObject({ directory: text.optional() }),
    output: z.object({ directory: z.string(), parent: z.string().nullable(), folders: z.array(z.object({ name: z.string(), path: z.string() })), books: z.array(z.object({ name: z.string(), path: z.string(), bytes: z.number(), modifiedAt: z.string() })) }),
  },
  'file.stage': {
    kind: 'host', title: '接收文件',
    input: z.strictObject({ name: requiredText, base64: z.string() }),
    output: z.object({ fileId: z.string(), bytes: z.number() }),
  },
  /** The bundled clerk's workbook, staged as if she had chosen it. */
  'file.stageSample': { kind: 'host', title: '接收示例花名册', input: nothing, output: z.object({ fileId: z.string(), name: z.string(), bytes: z.number() }) },
  'task.cancel': { kind: 'host', title: '停止', input: z.strictObject({ taskId: z.string() }), output: ok },

  'figures.read': { kind: 'query', title: '编制数字', input: z.strictObject({ ...asOf }), output: figures },
  'figure.explain': {
    kind: 'query', title: '数字来由',
    input: z.strictObject({ unitId: z.string(), category: categoryCode, ...asOf }),
    output: z.object({
      asOf: day,
      line: figureLine,
      formula: z.string(),
      quotas: z.array(z.object({ amount: z.number(), documentNumber: z.string(), documentTitle: z.string().nullable(), validFrom: day, validTo: day.nullable(), current: z.boolean() })),
      people: z.array(rosterPerson),
      approvals: z.array(z.object({ number: z.string(), amount: z.number(), expiresOn: z.string().nullable() })),
      /** Present but not counted, each with the reason: 兼任, 借入, 编外, 混编. */
      notCounted: z.array(z.object({ personId: z.string(), name: z.string(), why: z.string() })),
    }),
  },
  'units.read': {
    kind: 'query', title: '机构编制',
    input: z.strictObject({ ...asOf }),
    output: z.object({
      asOf: day,
      units: z.array(z.object({
        unitId: z.string(), name: z.string(), kind: unitKind, parentId: z.string().nullable(), managingBody: z.string().nullable(), nameplates: z.array(z.string()), validFrom: day,
        quotas: z.array(z.object({ category: z.string(), categoryCode, role: z.enum(['allocation', 'ceiling']), amount: z.number(), documentNumber: z.string(), validFrom: day })),
        leadership: z.object({ amount: z.number(), chief: z.number().nullable(), deputy: z.number().nullable(), documentNumber: z.string(), validFrom: day }).nullable(),
      })),
    }),
  },
  'roster.read': {
    kind: 'query', title: '人员名单',
    input: z.strictObject({ list: rosterList.optional(), ...asOf }),
    output: z.object({ asOf: day, people: z.array(rosterPerson), counts: z.record(z.string(), z.number()) }),
  },
  'person.read': {
    kind: 'query', title: '人员详情',
    input: z.strictObject({ personId: z.string(), ...asOf }),
    output: z.object({
      person: rosterPerson,
      ethnicity: z.string().nullable(), workStarted: z.string().nullable(), rank: z.string().nullable(), quotaCardNumber: z.string().nullable(),
      disputedIdNumberMasked: z.string().nullable(),
      /** Who else claims the same number. */
      disputedWith: z.array(z.object({ personId: z.string(), name: z.string(), unit: z.string() })),
      holdings: z.array(z.object({ kind: z.string(), unit: z.string(), post: z.string(), category: z.string().nullable(), counted: z.boolean(), /** 占职数. */ leadership: z.boolean(), /** 占编职级; the person's own is `rank` (享受职级). */ occupiedRank: z.string().nullable(), due: z.string().nullable(), from: z.string(), to: z.string().nullable(), counterpart: z.string().nullable(), remark: z.string().nullable() })),
      findings: z.array(finding),
      entries: z.array(journalEntry),
    }),
  },
  'check.run': {
    kind: 'query', title: '核查',
    input: z.strictObject({ ...asOf }),
    output: z.object({ asOf: day, pack: z.object({ id: z.string(), title: z.string() }), findings: z.array(finding), counts: z.object({ error: z.number(), warning: z.number(), info: z.number() }), rulesRun: z.number() }),
  },
  'journal.read': {
    kind: 'query', title: '变动台账',
    input: z.strictObject({ before: z.number().int().optional(), limit: z.number().int().min(1).max(500).optional() }),
    output: z.object({ entries: z.array(journalEntry), total: z.number() }),
  },
  'import.preview': {
    kind: 'query', title: '导入预览',
    input: z.strictObject({ ...importInput, taskId: z.string().optional() }),
    output: importSummary.extend({ planHash: z.string(), effectiveOn: day, fileName: z.string(), sheets: z.array(importSheet), rows: z.array(importRow), fields: z.array(z.object({ field: z.string(), title: z.string(), purpose: z.enum(['quotas', 'roster']) })) }),
  },
  'notice.preview': {
    kind: 'query', title: '公示预览',
    input: z.strictObject({ ...noticeInput }),
    output: z.object({ title: z.string(), number: z.string(), asOf: day, endsOn: day, listed: z.number(), leftOff: z.array(z.object({ name: z.string(), unit: z.string(), list: rosterList, why: z.string() })), preview: sheetPreview }),
  },
  'notice.list': { kind: 'query', title: '公示记录', input: nothing, output: z.object({ notices: z.array(noticeView), defaults: z.object({ issuer: z.string(), phone: z.string(), address: z.string(), mailbox: z.string(), title: z.string() }) }) },
  'notice.file': { kind: 'query', title: '取公示文件', input: z.strictObject({ id: z.string() }), output: z.object({ fileName: z.string(), sha256: z.string(), base64: z.string() }) },
  'backup.list': { kind: 'query', title: '备份', input: nothing, output: z.object({ folder: z.string(), backups: z.array(backupView) }) },
  'backup.create': { kind: 'query', title: '备份', input: z.strictObject({ directory: text.optional() }), output: backupView },
  'backup.restore': { kind: 'host', title: '从备份恢复', input: z.strictObject({ path: requiredText, /** The book to put right when it is too damaged to be open. */ bookPath: text.optional(), password: z.string().max(200).optional() }), output: z.object({ status: bookStatus, keptCopy: z.string().nullable() }) },
  'book.verify': {
    kind: 'query', title: '完整性检查', input: nothing,
    output: z.object({ ok: z.boolean(), entries: z.number(), head: z.string(), problems: z.array(z.object({ seq: z.number().nullable(), text: z.string() })) }),
  },

  'event.preview': { kind: 'query', title: '变动预览', input: z.strictObject({ event: eventInput, correction: z.boolean().optional() }), output: eventOutcome },
  'history.read': {
    kind: 'query', title: '变动历史',
    input: z.strictObject({ person: text.optional(), unit: text.optional(), document: text.optional(), search: text.optional(), from: day.optional(), to: day.optional(), before: z.number().int().optional(), limit: z.number().int().min(1).max(1000).optional() }),
    output: z.object({ entries: z.array(historyEntry), total: z.number(), undoable: z.number().nullable(), redoable: z.number().nullable() }),
  },
  'changes.read': {
    kind: 'query', title: '增减变动表',
    input: z.strictObject({ from: day, to: day }),
    output: z.object({
      from: day, to: day,
      categories: z.array(z.object({ category: z.string(), categoryCode, opening: z.number(), in: z.number(), out: z.number(), transfers: z.number(), closing: z.number(), /** Of these, 混编: counted against no line. */ misplaced: z.number(), balanced: z.boolean() })),
      rows: z.array(changeRow),
      /** Rows at fault where opening + in − out ± transfers is not closing. */
      faults: z.array(z.string()),
      vacancies: z.array(z.object({ unit: z.string(), category: z.string(), quota: z.number(), opening: z.number(), closing: z.number(), left: z.number(), vacancy: z.number() })),
    }),
  },
  'unit.chronicle': {
    kind: 'query', title: '机构编制沿革表',
    input: z.strictObject({ unit: requiredText }),
    output: z.object({ unit: z.string(), rows: z.array(z.object({ document: z.string().nullable(), date: day, title: z.string().nullable(), name: z.string(), parent: z.string().nullable(), funding: z.string().nullable(), quotas: z.string(), leadership: z.string().nullable(), text: z.string() })) }),
  },
  'person.timeline': {
    kind: 'query', title: '人员履历',
    input: z.strictObject({ personId: z.string() }),
    output: z.object({
      personId: z.string(), name: z.string(),
      events: z.array(z.object({ on: day, title: z.string(), text: z.string(), document: z.string().nullable(), late: z.boolean(), recordedAt: z.string() })),
      spans: z.array(z.object({ from: day, to: day.nullable(), kind: z.string(), unit: z.string(), post: z.string(), category: z.string().nullable(), counted: z.boolean() })),
    }),
  },
  'seats.read': {
    kind: 'query', title: '定编到人',
    input: z.strictObject({ ...asOf }),
    output: z.object({
      asOf: day,
      units: z.array(z.object({ unitId: z.string(), unit: z.string(), kind: unitKind, lines: z.array(z.object({ categoryCode, category: z.string(), quota: z.number(), actual: z.number(), reserved: z.number(), over: z.number(), vacancy: z.number(), tolerance: z.number(), seats: z.array(seatView) })), concurrent: z.array(z.object({ name: z.string(), post: z.string(), from: z.string() })) })),
      /** People in the book without a seat: 混编, 免职后未任职, 待安排. */
      tray: z.array(z.object({ personId: z.string(), name: z.string(), why: z.string() })),
    }),
  },
  'posts.read': {
    kind: 'query', title: '岗位',
    input: z.strictObject({ unitId: z.string().optional(), ...asOf }),
    output: z.object({ asOf: day, posts: z.array(z.object({ postId: z.string(), unit: z.string(), title: z.string(), state: z.string(), leadership: z.string().nullable(), holder: z.string().nullable(), vacantDays: z.number().nullable(), before: z.array(z.object({ name: z.string(), from: day, to: day.nullable() })) })) }),
  },
  'offQuota.read': {
    kind: 'query', title: '编外台账',
    input: z.strictObject({ ...asOf }),
    output: z.object({
      asOf: day,
      kinds: z.array(z.object({ kind: z.string(), title: z.string(), control: z.number().nullable(), document: z.string().nullable(), actual: z.number(), over: z.number() })),
      people: z.array(z.object({ personId: z.string(), name: z.string(), unit: z.string(), post: z.string(), kind: z.string(), from: day, retires: z.string().nullable() })),
      plan: z.array(z.object({ year: z.number(), kind: z.string(), planned: z.number().nullable(), retiring: z.number(), left: z.number(), remaining: z.number() })),
    }),
  },
  'documents.search': {
    kind: 'query', title: '依据文件',
    input: z.strictObject({ search: text.optional() }),
    output: z.object({ documents: z.array(z.object({ documentId: z.string(), number: z.string(), title: z.string().nullable(), issuer: z.string().nullable(), issuedOn: day.nullable(), uses: z.number(), attachments: z.array(z.object({ id: z.string(), fileName: z.string(), bytes: z.number() })) })) }),
  },
  'attachment.file': { kind: 'query', title: '取扫描件', input: z.strictObject({ id: z.string() }), output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }) },

  'event.add': {
    kind: 'command', title: '登记变动',
    input: z.strictObject({ event: eventInput, /** 更正过去的错误, not a new fact: asks why. */ correction: z.boolean().optional() }),
    output: eventOutcome.extend({ seq: z.number(), text: z.string() }),
  },
  /** A linked reversal of an entry, the last one when none is named; nothing is deleted from the journal. */
  'journal.undo': { kind: 'command', title: '撤销', input: z.strictObject({ seq: z.number().int().positive().optional(), reason: text.optional() }), output: z.object({ seq: z.number(), reverses: z.number(), text: z.string() }) },
  'journal.redo': { kind: 'command', title: '重做', input: z.strictObject({ seq: z.number().int().positive().optional() }), output: z.object({ seq: z.number(), reverses: z.number(), text: z.string() }) },
  'attachment.add': { kind: 'command', title: '附扫描件', input: z.strictObject({ documentNumber: requiredText, fileId: z.string() }), output: z.object({ id: z.string(), seq: z.number() }) },
  'import.commit': {
    kind: 'command', title: '导入花名册',
    input: z.strictObject({ ...importInput, planHash: z.string().optional(), taskId: z.string().optional() }),
    output: importSummary.extend({ committed: z.boolean(), seq: z.number().nullable() }),
  },
  'notice.issue': { kind: 'command', title: '发布公示', input: z.strictObject({ ...noticeInput }), output: noticeView },
  'person.correct': {
    kind: 'command', title: '更正人员信息',
    input: z.strictObject({
      personId: z.string(), reason,
      changes: z.strictObject({
        name: requiredText.optional(), sex: z.enum(['男', '女']).nullable().optional(), idNumber: text.nullable().optional(), birth: text.nullable().optional(), ethnicity: text.nullable().optional(),
        workStarted: text.nullable().optional(), quotaCardNumber: text.nullable().optional(), politicalStatus: text.nullable().optional(), education: text.nullable().optional(), professionalTitle: text.nullable().optional(),
        entryDocumentNumber: text.nullable().optional(), enteredOn: text.nullable().optional(), entryRoute: text.nullable().optional(),
        categoryCode: categoryCode.optional(), remark: text.nullable().optional(),
      }),
    }),
    output: z.object({ seq: z.number() }),
  },
  /** Ends a 身份证号 dispute: the number is `ownerId`'s; the other gets their own number, or none until the original is seen. */
  'identity.settle': {
    kind: 'command', title: '身份证号争议处理',
    input: z.strictObject({ ownerId: z.string(), otherId: z.string(), otherIdNumber: text.nullable(), reason }),
    output: z.object({ seq: z.number() }),
  },
  'overQuota.choose': {
    kind: 'command', title: '指定超编人员',
    input: z.strictObject({ unitId: z.string(), category: categoryCode, personIds: z.array(z.string()), reason, effectiveOn: day.optional() }),
    output: z.object({ seq: z.number() }),
  },
  'unit.create': {
    kind: 'command', title: '设立机构',
    input: z.strictObject({ name: requiredText, kind: unitKind, nameplates: z.array(requiredText).optional(), managingBody: text.optional(), documentNumber: requiredText, effectiveOn: day }),
    output: z.object({ unitId: z.string(), seq: z.number() }),
  },
  /** Sets 核定编制 of a unit and category from a day on; the earlier entry ends that day and stays in the history. */
  'quota.set': {
    kind: 'command', title: '核定编制',
    input: z.strictObject({ unitId: z.string(), category: categoryCode, amount: z.number().int().min(0).max(9999), documentNumber: requiredText, effectiveOn: day, reason: text.optional() }),
    output: z.object({ seq: z.number() }),
  },
  'leadershipQuota.set': {
    kind: 'command', title: '核定领导职数',
    input: z.strictObject({ unitId: z.string(), amount: z.number().int().min(0).max(99), chief: z.number().int().min(0).nullable(), deputy: z.number().int().min(0).nullable(), documentNumber: requiredText, effectiveOn: day }),
    output: z.object({ seq: z.number() }),
  },
  /** Shows a full ID number. Changes nothing, yet is journalled: who looked, when, at whom. */
  'person.reveal': { kind: 'command', title: '查看完整身份证号', input: z.strictObject({ personId: z.string(), reason }), output: z.object({ idNumber: z.string().nullable(), disputedIdNumber: z.string().nullable() }) },
} as const satisfies Record<string, { readonly kind: 'host' | 'query' | 'command'; readonly title: string; readonly input: z.ZodType; readonly output: z.ZodType }>

export type OperationName = keyof typeof OPERATIONS
export type OperationKind = 'host' | 'query' | 'command'
export type Input<K extends OperationName> = z.output<(typeof OPERATIONS)[K]['input']>
/** What a caller may leave out (defaults) it may leave out here too. */
export type CallInput<K extends OperationName> = z.input<(typeof OPERATIONS)[K]['input']>
export type Output<K extends OperationName> = z.output<(typeof OPERATIONS)[K]['output']>
export type NamesOfKind<T extends OperationKind> = { [K in OperationName]: (typeof OPERATIONS)[K]['kind'] extends T ? K : never }[OperationName]

/** True for a declared operation. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name)
}
