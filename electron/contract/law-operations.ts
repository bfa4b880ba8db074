import { z } from 'zod'
import { LAW_CERTAINTIES, LAW_LEVELS, LAW_TIERS, PASSAGE_KINDS } from '../vocabulary/laws.ts'
import { nothing } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { day, effect, requiredText, ruleSource, severity, text } from './shapes.ts'

const lawText = z.object({
  id: z.string(),
  title: z.string(),
  also: z.array(z.string()),
  issuer: z.string(),
  number: z.string().nullable(),
  level: z.enum(LAW_LEVELS),
  tier: z.enum(LAW_TIERS),
  adopted: z.string(),
  inForce: z.string(),
  inForceFrom: day.nullable(),
  inForceTo: day.nullable(),
  amended: z.string().nullable(),
  superseded: z.string().nullable(),
  replaces: z.array(z.string()),
  packId: z.string().nullable(),
  applies: z.string(),
  sources: z.array(z.string()),
  whole: z.boolean(),
  extent: z.string(),
  certainty: z.enum(LAW_CERTAINTIES),
  certaintyNote: z.string(),
  passages: z.array(z.object({ kind: z.enum(PASSAGE_KINDS), article: z.string().nullable(), text: z.string() })),
  /** Rules that stand on it, with the article each names. */
  rules: z.array(z.object({ id: z.string(), title: z.string(), article: z.string().nullable() })),
})
export type LawTextView = z.infer<typeof lawText>

const adoption = z.object({
  documentNumber: z.string(),
  documentTitle: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: day.nullable(),
  by: z.string(),
  on: day,
})

/** A rule that stands on a source, as it weighs in this book. */
const standingRule = z.object({
  id: z.string(),
  title: z.string(),
  severity,
  /** What it weighs where its source binds. */
  fullSeverity: severity,
  article: z.string().nullable(),
  clause: z.string(),
  verbatim: z.boolean(),
  /** This source decides over the weight. */
  deciding: z.boolean(),
  others: z.array(z.object({ lawId: z.string(), title: z.string(), article: z.string().nullable() })),
})

const seq = z.object({ seq: z.number() })

export const LAW_OPERATIONS = {
  /** Every text of law that ships, to be read and searched without a network. */
  'laws.read': { kind: 'host', title: '法规原文', input: nothing, output: z.object({ laws: z.array(lawText) }) },
  /** Every source as it binds the book. */
  'law.base': {
    kind: 'query',
    title: '法规依据',
    input: nothing,
    output: z.object({
      pack: z.object({ id: z.string(), title: z.string() }),
      laws: z.array(
        z.object({
          id: z.string(),
          binds: z.enum(['central', 'national', 'pack', 'adopted', 'elsewhere']),
          adoption: adoption.nullable(),
          rules: z.array(standingRule),
        }),
      ),
    }),
  },
  /** A source of another place becomes this township's own, by a paper of its own. */
  'law.adopt': {
    kind: 'command',
    title: '采用法规依据',
    input: z.strictObject({
      law: requiredText,
      documentNumber: requiredText,
      documentTitle: text.optional(),
      issuer: text.optional(),
      issuedOn: day.optional(),
      reason: text.optional(),
    }),
    output: seq,
  },
  'law.release': {
    kind: 'command',
    title: '不再采用法规依据',
    input: z.strictObject({ law: requiredText, reason: text.optional() }),
    output: seq,
  },
  /** Rules as they weigh under a shipped pack, each with what it stands on there. */
  'rules.list': {
    kind: 'host',
    title: '规则一览',
    input: z.strictObject({ pack: requiredText.optional() }),
    output: z.object({
      rules: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          severity,
          /** 国家、省、市、县、乡. */
          level: z.string(),
          verbatim: z.boolean(),
          sources: z.array(
            z.object({
              issuer: z.string(),
              document: z.string(),
              number: z.string().nullable(),
              article: z.string().nullable(),
              clause: z.string(),
              inForceFrom: day.nullable(),
              inForceTo: day.nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  /** Rules for the manual. */
  'rules.read': {
    kind: 'host',
    title: '规则',
    input: nothing,
    output: z.object({
      rules: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          severity,
          effect,
          pack: z.string().nullable(),
          source: ruleSource,
        }),
      ),
    }),
  },
} as const satisfies OperationTable
