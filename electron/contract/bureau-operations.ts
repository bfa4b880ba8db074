import { z } from 'zod'
import { BUREAU_FORM_LIST, BUREAU_LISTS } from '../vocabulary/bureau-words.ts'
import { codesOf } from '../vocabulary/code-list.ts'
import { NATIONAL_LIST_NAMES } from '../vocabulary/national-lists.ts'
import type { OperationTable } from './operation-table.ts'
import { askedDay, nothing } from './operation-parts.ts'
import { day, requiredText } from './shapes.ts'

/* 上级导入表: the bureaus' import workbooks, what their systems would send back, and the county's own words led to codes and drop-downs. */

const form = z.enum(codesOf(BUREAU_FORM_LIST))
const list = z.enum([...BUREAU_LISTS, ...NATIONAL_LIST_NAMES])

const bounce = z.object({
  sheet: z.string(),
  row: z.number(),
  about: z.string(),
  column: z.string(),
  code: z.enum(['missing', 'word', 'date', 'idNumber', 'disagrees', 'twice']),
  /** ID numbers masked. */
  value: z.string(),
  message: z.string(),
})
export type BounceView = z.infer<typeof bounce>

/** A word of the book that is none of a list's. */
const openWord = z.object({
  list,
  title: z.string(),
  word: z.string(),
  count: z.number(),
  choices: z.array(z.string()),
})
export type OpenWordView = z.infer<typeof openWord>

const asked = z.strictObject({ form, asOf: askedDay.optional() })

export const BUREAU_OPERATIONS = {
  /** What the form would hold, and every cell its system would send back. Changes nothing. */
  'bureau.check': {
    kind: 'query',
    title: '上级导入表核对',
    input: asked,
    output: z.object({
      form,
      title: z.string(),
      asOf: day,
      sheets: z.array(z.object({ name: z.string(), rows: z.number(), columns: z.number(), bounces: z.number() })),
      bounces: z.array(bounce),
      /** Of how many rows in all nothing would come back. */
      clean: z.number(),
      rows: z.number(),
      words: z.array(openWord),
    }),
  },
  /** The workbook with its drop-downs. It carries whole ID numbers: that it went out is journalled. */
  'bureau.file': {
    kind: 'command',
    title: '导出上级导入表',
    input: asked,
    output: z.object({
      fileName: z.string(),
      bounces: z.number(),
      rows: z.number(),
      base64: z.string(),
      seq: z.number(),
    }),
  },
  /** By field: its data element or why it has none, its standard, and every word of the book with its code. */
  'codes.read': {
    kind: 'query',
    title: '国标代码',
    input: z.strictObject({ asOf: askedDay.optional() }),
    output: z.object({
      asOf: day,
      fields: z.array(
        z.object({
          field: z.string(),
          title: z.string(),
          element: z.string().nullable(),
          gap: z.string().nullable(),
          standard: z.string().nullable(),
          words: z.array(
            z.object({
              word: z.string(),
              people: z.number(),
              code: z.string().nullable(),
              /** The standard's own name for it. */
              name: z.string().nullable(),
              /** Why there is no code. */
              why: z.string().nullable(),
              /** Said by the clerk. */
              remembered: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  },
  'codeWords.list': {
    kind: 'query',
    title: '代码对照',
    input: nothing,
    output: z.object({ words: z.array(z.object({ list, title: z.string(), word: z.string(), meant: z.string() })) }),
  },
  /** Remembers which entry of a list a word means; null forgets it. */
  'codeWords.mean': {
    kind: 'command',
    title: '登记代码对照',
    input: z.strictObject({ list, word: requiredText, meant: requiredText.nullable() }),
    output: z.object({ seq: z.number() }),
  },
} as const satisfies OperationTable
