import { z } from 'zod'
import { LONGEST_LEDGER_YEARS, askedDay, withinYears } from './operation-parts.ts'
import { eventInput } from './events.ts'
import { gate } from './pack-shapes.ts'
import type { OperationTable } from './operation-table.ts'
import { categoryCode, day, finding, requiredText, text } from './shapes.ts'

/* What happened: events, their reversal, history, change sheet, documents. */

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

/** A line that more people stand in than it has seats: who is to stand as over. */
export const standingQuestion = z.object({
  unitId: z.string(),
  unit: z.string(),
  categoryCode,
  category: z.string(),
  /** From this day on. */ on: day,
  /** How many stand as over. */ count: z.number(),
  /** Newcomers first. */
  people: z.array(
    z.object({
      /** What `standsOver` calls them: their id, or `newcomer`. */ key: z.string(),
      name: z.string(),
      newcomer: z.boolean(),
      /** First day in this line. */ since: day.nullable(),
      enteredOn: z.string().nullable(),
      /** 计划消化日期 of somebody let in over quota. */ overUntil: day.nullable(),
      /** By the order, where nobody says otherwise. */ proposed: z.boolean(),
    }),
  ),
})

export type StandingQuestionView = z.infer<typeof standingQuestion>

const eventOutcome = z.object({
  /** What goes into the history: “党政综合办公室行政编制自 2026-12-01 起核增 2 名（5 → 7）”. */
  text: z.string(),
  /** The arithmetic, one sentence a line touched: "党政综合办公室 行政编制 5，实有 5，本次后 6，超编 1。依据：…" */
  sentences: z.array(z.string()),
  /** Findings the change would create, with what each does: hint, record (goes in with its reason), block (refused unless overridden). */
  created: z.array(finding.extend({ gate })),
  cured: z.array(finding),
  late: z.boolean(),
  /** What is still needed before it can be saved: 理由, 文号, 计划消化日期, 证明材料. */
  needs: z.array(z.string()),
  /** Asked of the lines it brings over their quota; `standsOver` of the event answers. */
  standing: z.array(standingQuestion),
})

export type EventOutcomeView = z.infer<typeof eventOutcome>

/** More at once nobody means. */
const MOST_EVENTS = 2000
const manyEvents = z.strictObject({
  events: z.array(eventInput).min(1, '还没有填写').max(MOST_EVENTS, `一次最多登记 ${MOST_EVENTS} 人`),
})

/** What each of several events comes to, in their order. */
const told = z.array(
  z.object({
    /** Null where it cannot be. */ text: z.string().nullable(),
    sentences: z.array(z.string()),
    created: eventOutcome.shape.created,
    /** Why it cannot be registered as it stands. */ problem: z.string().nullable(),
  }),
)

const changeRow = z.object({
  personId: z.string(),
  person: z.string(),
  kind: z.enum(['in', 'out', 'transferIn', 'transferOut', 'move']),
  on: day,
  categoryCode,
  category: z.string(),
  fromUnit: z.string().nullable(),
  toUnit: z.string().nullable(),
  cause: z.string().nullable(),
  document: z.string().nullable(),
  late: z.boolean(),
})

export const LEDGER_OPERATIONS = {
  'event.preview': {
    kind: 'query',
    title: '变动预览',
    input: z.strictObject({ event: eventInput, correction: z.boolean().optional() }),
    output: eventOutcome,
  },
  'event.previewMany': {
    kind: 'query',
    title: '为多人登记之前',
    input: manyEvents,
    output: z.object({ told }),
  },
  'history.read': {
    kind: 'query',
    title: '变动历史',
    input: z.strictObject({
      person: text.optional(),
      unit: text.optional(),
      document: text.optional(),
      search: text.optional(),
      from: askedDay.optional(),
      to: askedDay.optional(),
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(1000).optional(),
    }),
    output: z.object({
      entries: z.array(historyEntry),
      total: z.number(),
      undoable: z.number().nullable(),
      redoable: z.number().nullable(),
    }),
  },
  'changes.read': {
    kind: 'query',
    title: '增减变动表',
    input: withinYears(z.strictObject({ from: askedDay, to: askedDay }), LONGEST_LEDGER_YEARS),
    output: z.object({
      from: day,
      to: day,
      categories: z.array(
        z.object({
          category: z.string(),
          categoryCode,
          opening: z.number(),
          in: z.number(),
          out: z.number(),
          transfers: z.number(),
          /** Signed: who stopped being 混编 less who became so. */ mixed: z.number(),
          closing: z.number(),
          /** 混编 beside 期初 and 期末, which are the 实有 of the figures: in the book, counted against no line. */
          openingMisplaced: z.number(),
          misplaced: z.number(),
          balanced: z.boolean(),
        }),
      ),
      rows: z.array(changeRow),
      /** 混编 at the end, by name. */
      misplaced: z.array(z.object({ unit: z.string(), category: z.string(), people: z.array(z.string()) })),
      /** Rows at fault where opening + in − out ± transfers ± mixed is not closing. */
      faults: z.array(z.string()),
      vacancies: z.array(
        z.object({
          unit: z.string(),
          category: z.string(),
          quota: z.number(),
          opening: z.number(),
          closing: z.number(),
          left: z.number(),
          vacancy: z.number(),
        }),
      ),
    }),
  },
  'unit.chronicle': {
    kind: 'query',
    title: '机构编制沿革表',
    input: z.strictObject({ unit: requiredText }),
    output: z.object({
      unit: z.string(),
      rows: z.array(
        z.object({
          document: z.string().nullable(),
          date: day,
          title: z.string().nullable(),
          name: z.string(),
          parent: z.string().nullable(),
          funding: z.string().nullable(),
          quotas: z.string(),
          leadership: z.string().nullable(),
          text: z.string(),
        }),
      ),
    }),
  },
  'documents.search': {
    kind: 'query',
    title: '依据文件',
    input: z.strictObject({ search: text.optional() }),
    output: z.object({
      documents: z.array(
        z.object({
          documentId: z.string(),
          number: z.string(),
          title: z.string().nullable(),
          issuer: z.string().nullable(),
          issuedOn: day.nullable(),
          uses: z.number(),
          attachments: z.array(z.object({ id: z.string(), fileName: z.string(), bytes: z.number() })),
        }),
      ),
    }),
  },
  'attachment.file': {
    kind: 'query',
    title: '取扫描件',
    input: z.strictObject({ id: z.string() }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  },
  'event.add': {
    kind: 'command',
    title: '登记变动',
    input: z.strictObject({
      event: eventInput,
      /** 更正过去的错误, not a new fact: asks why. */ correction: z.boolean().optional(),
    }),
    output: eventOutcome.extend({ seq: z.number() }),
  },
  /** One event for each of many people: all of them as one entry, or none while one cannot be (`seq` null). */
  'event.addMany': {
    kind: 'command',
    title: '为多人登记变动',
    input: manyEvents,
    output: z.object({ seq: z.number().nullable(), told }),
  },
  /** A linked reversal of an entry, the last one when none is named; nothing is deleted from the journal. */
  /** What 撤销 would take out, said before it is done. Without a number the newest act that stands. */
  'undo.preview': {
    kind: 'query',
    title: '撤销之前',
    input: z.strictObject({ seq: z.number().int().positive().optional() }),
    output: z.object({
      /** The entry that would be taken back, and the act it stands for. */
      seq: z.number(),
      entry: z.number(),
      title: z.string(),
      text: z.string(),
      recordedOn: day,
      /** Of an earlier day than today. */
      earlier: z.boolean(),
      imported: z.boolean(),
      people: z.number(),
      /** More than one person, an import or an earlier day: to be asked before. */
      ask: z.boolean(),
      /** What goes, a sentence a line. */
      lines: z.array(z.string()),
    }),
  },
  'journal.undo': {
    kind: 'command',
    title: '撤销',
    input: z.strictObject({ seq: z.number().int().positive().optional(), reason: text.optional() }),
    output: z.object({ seq: z.number(), reverses: z.number(), text: z.string() }),
  },
  'journal.redo': {
    kind: 'command',
    title: '重做',
    input: z.strictObject({ seq: z.number().int().positive().optional() }),
    output: z.object({ seq: z.number(), reverses: z.number(), text: z.string() }),
  },
  /** Supplies what a document on record still lacks: 文号 where it is 待补, 机关 and 日期. What is on record already is not changed. */
  'document.complete': {
    kind: 'command',
    title: '补登文件',
    input: z.strictObject({
      documentNumber: requiredText,
      number: text.optional(),
      issuer: text.optional(),
      issuedOn: day.optional(),
    }),
    output: z.object({ seq: z.number() }),
  },
  'attachment.add': {
    kind: 'command',
    title: '附扫描件',
    input: z.strictObject({ documentNumber: requiredText, fileId: z.string() }),
    output: z.object({ id: z.string(), seq: z.number() }),
  },
} as const satisfies OperationTable
