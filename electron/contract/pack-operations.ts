import { z } from 'zod'
import { arithmeticAnswer, arithmeticQuestion } from './arithmetic.ts'
import { nothing } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { gate, holidayYear, localPackDraft, packDetail, packDifference, packSummary } from './pack-shapes.ts'
import { requiredText, text } from './shapes.ts'

/* Rule packs, their thresholds and switches; holiday tables; a report's own arithmetic. */

const seq = z.object({ seq: z.number() })
const file = z.strictObject({ fileId: z.string() })

export const PACK_OPERATIONS = {
  'arithmetic.check': {
    kind: 'host',
    title: '核对报告数字',
    input: z.strictObject({ statements: z.array(arithmeticQuestion).min(1).max(500) }),
    output: z.object({ answers: z.array(arithmeticAnswer) }),
  },
  /** A shipped pack, without a book. */
  'pack.show': { kind: 'host', title: '查看规则包', input: z.strictObject({ pack: requiredText }), output: packDetail },
  /** Shipped packs and the book's own. */
  'packs.read': {
    kind: 'query',
    title: '规则包',
    input: nothing,
    output: z.object({ inForce: z.string(), packs: z.array(packSummary) }),
  },
  'pack.read': {
    kind: 'query',
    title: '查看规则包',
    input: z.strictObject({ pack: requiredText }),
    output: packDetail,
  },
  /** What choosing the pack, or the draft in its place, would change. */
  'pack.preview': {
    kind: 'query',
    title: '规则包预览',
    input: z.strictObject({ pack: requiredText.optional(), draft: localPackDraft.optional() }),
    output: packDifference,
  },
  'pack.export': {
    kind: 'query',
    title: '导出规则包',
    input: z.strictObject({ pack: requiredText }),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  },
  'pack.importPreview': {
    kind: 'query',
    title: '规则包导入预览',
    input: file,
    output: z.object({
      id: z.string(),
      title: z.string(),
      base: z.string(),
      /** Title of the pack of the book it replaces. */
      replaces: z.string().nullable(),
      inForce: z.boolean(),
      /** Against the pack it replaces, else against its base. */
      changes: z.array(z.object({ what: z.string(), from: z.string(), to: z.string() })),
      difference: packDifference,
    }),
  },
  'holidays.read': {
    kind: 'query',
    title: '放假安排',
    input: nothing,
    output: z.object({ years: z.array(holidayYear) }),
  },
  'holidays.preview': {
    kind: 'query',
    title: '放假安排导入预览',
    input: file,
    output: z.object({ table: holidayYear, notes: z.array(z.string()), replaces: z.string().nullable() }),
  },
  'pack.choose': {
    kind: 'command',
    title: '换用规则包',
    input: z.strictObject({ pack: requiredText, reason: text.optional() }),
    output: seq,
  },
  'pack.save': {
    kind: 'command',
    title: '保存本地规则包',
    input: z.strictObject({ draft: localPackDraft, reason: text.optional() }),
    output: seq.extend({ id: z.string() }),
  },
  'pack.remove': {
    kind: 'command',
    title: '删除本地规则包',
    input: z.strictObject({ pack: requiredText }),
    output: seq,
  },
  'pack.import': {
    kind: 'command',
    title: '导入规则包',
    input: file,
    output: seq.extend({ id: z.string(), title: z.string() }),
  },
  /** 登记时 of a rule: shown, kept with the reason, refused. Null: back to the rule's own. */
  'gate.set': {
    kind: 'command',
    title: '设置登记时的处理',
    input: z.strictObject({ rule: requiredText, gate: gate.nullable() }),
    output: seq,
  },
  'holidays.import': {
    kind: 'command',
    title: '导入放假安排',
    input: file.extend({ /** Where the file does not say. */ notice: text.optional() }),
    output: seq.extend({ year: z.number(), notes: z.array(z.string()) }),
  },
} as const satisfies OperationTable
