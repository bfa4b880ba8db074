import { z } from 'zod'
import { SENSITIVE_PARTS } from '../vocabulary/sensitive-parts.ts'
import { codesOf } from '../vocabulary/code-list.ts'
import { OWN_FIELD_NAMES } from '../vocabulary/own-fields.ts'
import type { OperationTable } from './operation-table.ts'
import { asOf, reason } from './operation-parts.ts'
import { day } from './shapes.ts'

/* 一人一页: where each fact of a person comes from, what follows from it with its arithmetic, and the parts that are shown on request only. */

const source = z.object({
  /** 文号 of the paper; null: the entry names none. */
  paper: z.string().nullable(),
  /** The entry that put the fact there: number, what it was, on which day, why. */
  seq: z.number(),
  title: z.string(),
  on: day,
  reason: z.string().nullable(),
})
export type SourceView = z.infer<typeof source>

const part = z.enum([...codesOf(SENSITIVE_PARTS), ...OWN_FIELD_NAMES])
const resumeLine = z.object({ from: z.string().nullable(), to: z.string().nullable(), text: z.string() })
const member = z.object({
  relation: z.string(),
  name: z.string(),
  birth: z.string().nullable(),
  politicalStatus: z.string(),
  work: z.string(),
})

export const PERSON_RECORD_OPERATIONS = {
  'person.record': {
    kind: 'query',
    title: '人员档案',
    input: z.strictObject({ personId: z.string(), asOf: asOf.asOf }),
    output: z.object({
      asOf: day,
      /** By the field's key in the catalogue. */
      sources: z.record(z.string(), source),
      /** 年龄, 工龄, 党龄 and years in post, each with how it is reckoned. */
      counted: z.array(z.object({ title: z.string(), value: z.string(), arithmetic: z.string() })),
      photo: z.object({ mediaType: z.string(), base64: z.string() }).nullable(),
      /** Words are masked; `recorded` false: drawn from the posts of the book. */
      resume: z.object({ lines: z.array(resumeLine), recorded: z.boolean(), paper: z.string().nullable() }),
      family: z.array(z.object({ id: z.string(), relation: z.string(), paper: z.string().nullable() })),
    }),
  },
  /** A sensitive part whole. Changes nothing, yet is journalled: whose, which part, when, why; nothing of what stands in it. */
  'person.look': {
    kind: 'command',
    title: '查看敏感信息',
    input: z.strictObject({ personId: z.string(), part, reason }),
    output: z.object({
      text: z.string().nullable(),
      resume: z.array(resumeLine),
      family: z.array(member),
    }),
  },
} as const satisfies OperationTable
