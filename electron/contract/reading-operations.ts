import { z } from 'zod'
import { QUOTA_ROLES } from '../vocabulary/establishment.ts'
import { PERSON_FIELD_NAMES } from '../vocabulary/person-fields.ts'
import { POST_STATES } from '../vocabulary/standing.ts'
import type { OperationTable } from './operation-table.ts'
import {
  categoryCode,
  changedPerson,
  day,
  figureLine,
  figureCounts,
  figures,
  journalEntry,
  listedPerson,
  rosterList,
  rosterPerson,
  unitKind,
} from './shapes.ts'
import { checkedFinding, statedFinding } from './finding-operations.ts'
import { offRule } from './pack-shapes.ts'
import { asOf } from './operation-parts.ts'

/* Figures, units, people, findings and the journal, as of a day. */

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
  /** 不合规: in the seat, and on no public sheet. */
  barred: z.boolean(),
})

export type SeatView = z.infer<typeof seatView>

const rosterQuestion = z.strictObject({
  list: rosterList.optional(),
  /** Fields of the catalogue wanted beside each person, as a screen shows them. */
  fields: z.array(z.enum(PERSON_FIELD_NAMES)).optional(),
  ...asOf,
})

export const READING_OPERATIONS = {
  'figures.read': { kind: 'query', title: '编制数字', input: z.strictObject({ ...asOf }), output: figures },
  'figures.count': { kind: 'query', title: '只数编制', input: z.strictObject({ ...asOf }), output: figureCounts },
  'figure.explain': {
    kind: 'query',
    title: '数字来由',
    input: z.strictObject({ unitId: z.string(), category: categoryCode, ...asOf }),
    output: z.object({
      asOf: day,
      line: figureLine,
      formula: z.string(),
      quotas: z.array(
        z.object({
          amount: z.number(),
          documentNumber: z.string(),
          documentTitle: z.string().nullable(),
          validFrom: day,
          validTo: day.nullable(),
          current: z.boolean(),
        }),
      ),
      people: z.array(rosterPerson),
      approvals: z.array(z.object({ number: z.string(), amount: z.number(), expiresOn: z.string().nullable() })),
      /** Present but not counted, each with the reason: 兼任, 借入, 编外, 混编. */
      notCounted: z.array(z.object({ personId: z.string(), name: z.string(), why: z.string() })),
    }),
  },
  'units.read': {
    kind: 'query',
    title: '机构编制',
    input: z.strictObject({ ...asOf }),
    output: z.object({
      asOf: day,
      units: z.array(
        z.object({
          unitId: z.string(),
          name: z.string(),
          kind: unitKind,
          parentId: z.string().nullable(),
          managingBody: z.string().nullable(),
          nameplates: z.array(z.string()),
          validFrom: day,
          quotas: z.array(
            z.object({
              category: z.string(),
              categoryCode,
              role: z.enum(QUOTA_ROLES),
              amount: z.number(),
              documentNumber: z.string(),
              validFrom: day,
            }),
          ),
          leadership: z
            .object({
              amount: z.number(),
              chief: z.number().nullable(),
              deputy: z.number().nullable(),
              documentNumber: z.string(),
              validFrom: day,
            })
            .nullable(),
        }),
      ),
    }),
  },
  'roster.read': {
    kind: 'query',
    title: '人员名单',
    input: rosterQuestion,
    output: z.object({ asOf: day, people: z.array(listedPerson), counts: z.record(z.string(), z.number()) }),
  },
  /** The same for a window that holds an answer already: what is another since. */
  'roster.follow': {
    kind: 'query',
    title: '人员名单的变化',
    input: rosterQuestion.extend({
      /** `mark` of the answer that is held. */
      since: z.string().max(60).optional(),
    }),
    output: z.object({
      mark: z.string(),
      asOf: day,
      counts: z.record(z.string(), z.number()),
      /** Who was not on the list; all of it where `since` is not known any more. */
      come: z.array(listedPerson),
      changed: z.array(changedPerson),
      /** Everybody in their order, where others stand on it or in another order; null: as before. */
      order: z.array(z.string()).nullable(),
    }),
  },
  'person.read': {
    kind: 'query',
    title: '人员详情',
    input: z.strictObject({ personId: z.string(), ...asOf }),
    output: z.object({
      person: rosterPerson,
      /** Every field the book keeps, by its key in the catalogue: codes as codes, personal numbers masked. */
      fields: z.record(z.string(), z.string().nullable()),
      /** What follows from them on the day, in words. */
      follows: z.record(z.string(), z.string().nullable()),
      rank: z.string().nullable(),
      /** Null: not in a counted post, or not to be told before somebody has been asked. */
      retirement: z
        .object({
          month: z.string(),
          statutory: z.string(),
          arrangement: z.string().nullable(),
          documentNumber: z.string().nullable(),
        })
        .nullable(),
      disputedIdNumberMasked: z.string().nullable(),
      /** Who else claims the same number. */
      disputedWith: z.array(z.object({ personId: z.string(), name: z.string(), unit: z.string() })),
      holdings: z.array(
        z.object({
          kind: z.string(),
          unit: z.string(),
          post: z.string(),
          category: z.string().nullable(),
          counted: z.boolean(),
          /** 占职数. */ leadership: z.boolean(),
          /** 占编职级; the person's own is `rank` (享受职级). */ occupiedRank: z.string().nullable(),
          due: z.string().nullable(),
          from: z.string(),
          to: z.string().nullable(),
          counterpart: z.string().nullable(),
          remark: z.string().nullable(),
        }),
      ),
      findings: z.array(statedFinding),
      entries: z.array(journalEntry),
    }),
  },
  'person.timeline': {
    kind: 'query',
    title: '人员履历',
    input: z.strictObject({ personId: z.string() }),
    output: z.object({
      personId: z.string(),
      name: z.string(),
      events: z.array(
        z.object({
          on: day,
          title: z.string(),
          text: z.string(),
          document: z.string().nullable(),
          late: z.boolean(),
          recordedAt: z.string(),
        }),
      ),
      spans: z.array(
        z.object({
          from: day,
          to: day.nullable(),
          kind: z.string(),
          unit: z.string(),
          post: z.string(),
          category: z.string().nullable(),
          counted: z.boolean(),
        }),
      ),
    }),
  },
  'check.run': {
    kind: 'query',
    title: '核查',
    input: z.strictObject({ ...asOf }),
    output: z.object({
      asOf: day,
      pack: z.object({ id: z.string(), title: z.string() }),
      findings: z.array(checkedFinding),
      counts: z.object({ error: z.number(), warning: z.number(), info: z.number() }),
      rulesRun: z.number(),
      /** Rules the locality has switched off, with who and why. */ off: z.array(offRule),
    }),
  },
  'journal.read': {
    kind: 'query',
    title: '变动台账',
    input: z.strictObject({ before: z.number().int().optional(), limit: z.number().int().min(1).max(500).optional() }),
    output: z.object({
      entries: z.array(
        journalEntry.extend({
          /** Instant of the entry before, where this one was made with a clock that stood earlier. */
          earlierThan: z.string().nullable(),
        }),
      ),
      total: z.number(),
    }),
  },
  'seats.read': {
    kind: 'query',
    title: '定编到人',
    input: z.strictObject({ ...asOf }),
    output: z.object({
      asOf: day,
      units: z.array(
        z.object({
          unitId: z.string(),
          unit: z.string(),
          kind: unitKind,
          lines: z.array(
            z.object({
              categoryCode,
              category: z.string(),
              quota: z.number(),
              actual: z.number(),
              reserved: z.number(),
              over: z.number(),
              vacancy: z.number(),
              tolerance: z.number(),
              seats: z.array(seatView),
            }),
          ),
          concurrent: z.array(z.object({ name: z.string(), post: z.string(), from: z.string() })),
        }),
      ),
      /** People in the book without a seat: 混编, 免职后未任职, 待安排. */
      tray: z.array(z.object({ personId: z.string(), name: z.string(), why: z.string() })),
    }),
  },
  'posts.read': {
    kind: 'query',
    title: '岗位',
    input: z.strictObject({ unitId: z.string().optional(), ...asOf }),
    output: z.object({
      asOf: day,
      posts: z.array(
        z.object({
          postId: z.string(),
          unit: z.string(),
          title: z.string(),
          state: z.enum(POST_STATES),
          leadership: z.string().nullable(),
          holder: z.string().nullable(),
          vacantDays: z.number().nullable(),
          before: z.array(z.object({ name: z.string(), from: day, to: day.nullable() })),
        }),
      ),
    }),
  },
  'offQuota.read': {
    kind: 'query',
    title: '编外台账',
    input: z.strictObject({ ...asOf }),
    output: z.object({
      asOf: day,
      kinds: z.array(
        z.object({
          kind: z.string(),
          title: z.string(),
          control: z.number().nullable(),
          document: z.string().nullable(),
          actual: z.number(),
          over: z.number(),
        }),
      ),
      people: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          unit: z.string(),
          post: z.string(),
          kind: z.string(),
          from: day,
          retires: z.string().nullable(),
        }),
      ),
      plan: z.array(
        z.object({
          year: z.number(),
          kind: z.string(),
          planned: z.number().nullable(),
          retiring: z.number(),
          left: z.number(),
          remaining: z.number(),
        }),
      ),
    }),
  },
} as const satisfies OperationTable
