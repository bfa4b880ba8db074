import { z } from 'zod'
import { codesOf } from '../vocabulary/code-list.ts'
import { OWN_FIELD_NAMES, OWN_KIND_LIST } from '../vocabulary/own-fields.ts'
import type { OperationTable } from './operation-table.ts'
import { nothing } from './operation-parts.ts'
import { requiredText } from './shapes.ts'

/* 自定栏目: fields of a person the township declares for itself. From then on they go wherever a field of the catalogue goes. */

const field = z.enum(OWN_FIELD_NAMES)
const title = requiredText.max(20, '栏目名最多 20 个字')
const choices = z.array(requiredText.max(30, '一个选项最多 30 个字')).max(60, '最多 60 个选项')
const kind = z.enum(codesOf(OWN_KIND_LIST))

const ownField = z.object({ field, title, kind, choices: z.array(z.string()), masked: z.boolean() })
export type OwnFieldView = z.infer<typeof ownField>

export const OWN_FIELD_OPERATIONS = {
  'ownField.list': {
    kind: 'query',
    title: '自定栏目',
    input: nothing,
    /** `people`: of how many people the book knows something in it. `left`: how many more can be declared. */
    output: z.object({ fields: z.array(ownField.extend({ people: z.number() })), left: z.number() }),
  },
  'ownField.add': {
    kind: 'command',
    title: '增设自定栏目',
    input: z.strictObject({
      fields: z
        .array(
          z.strictObject({ title, kind: kind.optional(), choices: choices.optional(), masked: z.boolean().optional() }),
        )
        .min(1)
        .max(OWN_FIELD_NAMES.length),
    }),
    /** In the order asked for. */
    output: z.object({ fields: z.array(field), seq: z.number() }),
  },
  /** What it holds stays as it is; a text may become a list or the other way round. */
  'ownField.change': {
    kind: 'command',
    title: '修改自定栏目',
    input: z.strictObject({
      field,
      title: title.optional(),
      kind: kind.optional(),
      choices: choices.optional(),
      masked: z.boolean().optional(),
    }),
    output: z.object({ seq: z.number() }),
  },
  /** It is offered nowhere any more; what was entered stays in the book, and undo brings both back. */
  'ownField.remove': {
    kind: 'command',
    title: '撤去自定栏目',
    input: z.strictObject({ field }),
    output: z.object({ seq: z.number() }),
  },
} as const satisfies OperationTable
