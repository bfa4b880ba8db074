import { z } from 'zod'
import { COUNTY_LEVELS } from '../vocabulary/county.ts'
import {
  township,
  sums,
  leadership,
  status,
  file,
  accepted,
  refusedFile,
  figureLine,
  standing,
  submission,
  comparedRow,
  namedPerson,
} from './county-shapes.ts'
import { askedDay, nothing } from './operation-parts.ts'
import { contentDifference, lock } from './package-operations.ts'
import { receiptItems } from './receipt-shapes.ts'
import type { OperationTable } from './operation-table.ts'
import { categoryCode, day, requiredText, rosterList, severity, text } from './shapes.ts'

/* 主管本: what the townships handed in, added up and answered. `county`: works on the open 主管本. */

export type {
  CountyStatusView,
  AcceptedPackageView,
  RefusedPackageView,
  CountyFigureLine,
  ComparedRowView,
} from './county-shapes.ts'

const which = { township: requiredText }

export const COUNTY_OPERATIONS = {
  'county.status': { kind: 'host', title: '主管本状态', input: nothing, output: status },
  'county.create': {
    kind: 'host',
    title: '新建主管本',
    input: z.strictObject({
      path: text.optional(),
      name: requiredText,
      level: z.enum(COUNTY_LEVELS).optional(),
      code: z
        .string()
        .regex(/^\d{2,12}$/, '应是 2 到 12 位数字')
        .optional(),
      password: z.string().max(200).optional(),
    }),
    output: status,
  },
  'county.open': {
    kind: 'host',
    title: '打开主管本',
    input: z.strictObject({ path: requiredText, password: z.string().max(200).optional() }),
    output: status,
  },
  /** Takes in packages; each by itself, what is refused leaves the others alone. */
  'county.receive': {
    kind: 'county',
    title: '收下上报数据包',
    input: z.strictObject({
      files: z.array(file).min(1, '请选文件'),
      passphrase: z.string().max(500).optional(),
      /** Said after a refusal: the township has begun another book. */
      overOther: z.boolean().optional(),
      taskId: z.string().optional(),
    }),
    output: z.object({
      accepted: z.array(accepted),
      refused: z.array(refusedFile),
      people: z.number(),
      townships: z.number(),
    }),
  },
  'county.figures': {
    kind: 'county',
    title: '分级汇总',
    input: z.strictObject({
      by: z.enum(['township', 'category', 'region']).optional(),
      asOf: askedDay.optional(),
      region: z.number().optional(),
    }),
    output: z.object({
      name: z.string(),
      asOf: day,
      townships: z.number(),
      people: z.number(),
      /** The region asked for, the ones above it first. */
      path: z.array(z.object({ id: z.number(), name: z.string() })),
      lines: z.array(figureLine),
      totals: z.array(z.object({ category: z.string(), categoryCode, ceiling: z.number().nullable(), ...sums })),
      leadership,
      standing,
    }),
  },
  /** One line a township: what the table of the screen shows. */
  'county.townships': {
    kind: 'county',
    title: '乡镇一览',
    input: z.strictObject({ region: z.number().optional() }),
    output: z.object({
      regions: z.array(
        z.object({ id: z.number(), parentId: z.number().nullable(), level: z.enum(COUNTY_LEVELS), name: z.string() }),
      ),
      townships: z.array(
        township.extend({
          asOf: day.nullable(),
          ...sums,
          leadershipQuota: z.number(),
          leadershipActual: z.number(),
          ...standing.shape,
          errors: z.number(),
          warnings: z.number(),
          overdue: z.number(),
          retiring: z.number(),
          answered: z.enum(['accepted', 'refused', 'none']),
        }),
      ),
    }),
  },
  /** One township opened: its units with their numbers. */
  'county.township': {
    kind: 'county',
    title: '一个乡镇',
    input: z.strictObject(which),
    output: z.object({
      township,
      submissions: z.array(submission),
      units: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          kind: z.string(),
          lines: z.array(z.object({ category: z.string(), categoryCode, ...sums })),
        }),
      ),
      findings: z.array(
        z.object({
          rule: z.string(),
          title: z.string(),
          severity,
          state: z.string(),
          unit: z.string(),
          text: z.string(),
        }),
      ),
      duties: z.array(z.object({ title: z.string(), dueOn: day.nullable(), text: z.string() })),
      /** 编办台账: what its packages must have; empty where nothing was told. */
      ledger: z.array(
        z.object({ category: z.string(), categoryCode, amount: z.number(), documentNumber: z.string().nullable() }),
      ),
    }),
  },
  /** Names behind a figure. */
  'county.people': {
    kind: 'county',
    title: '名单',
    input: z.strictObject({
      township: text.optional(),
      /** Everybody under it. */
      region: z.number().optional(),
      unit: text.optional(),
      category: categoryCode.optional(),
      list: rosterList.optional(),
      leaders: z.boolean().optional(),
      retiringBy: z
        .string()
        .regex(/^\d{4}-\d{2}$/, '应写成 2026-11')
        .optional(),
      limit: z.number().int().min(1).max(5000).optional(),
    }),
    output: z.object({
      total: z.number(),
      people: z.array(namedPerson),
    }),
  },
  'county.findings': {
    kind: 'county',
    title: '各乡镇的问题',
    input: z.strictObject({
      township: text.optional(),
      severity: severity.optional(),
      limit: z.number().int().min(1).max(20_000).optional(),
    }),
    output: z.object({
      counts: z.object({ error: z.number(), warning: z.number(), info: z.number(), explained: z.number() }),
      /** All there are; `findings` are the first of them. */
      total: z.number(),
      findings: z.array(
        z.object({
          township: z.string(),
          townshipCode: z.string().nullable(),
          rule: z.string(),
          title: z.string(),
          severity,
          state: z.enum(['open', 'explained']),
          unit: z.string().nullable(),
          person: z.string().nullable(),
          text: z.string(),
        }),
      ),
      /** What no township can see by itself. */
      across: z.array(z.object({ title: z.string(), severity, townships: z.array(z.string()), text: z.string() })),
      byRule: z.array(z.object({ rule: z.string(), title: z.string(), townships: z.number(), findings: z.number() })),
    }),
  },
  'county.differences': {
    kind: 'county',
    title: '与上次的差异',
    input: z.strictObject({ ...which, from: z.number().optional(), to: z.number().optional() }),
    output: z.object({
      township: z.string(),
      from: day.nullable(),
      to: day,
      differences: z.array(contentDifference),
      unmatched: z.array(z.string()),
      /** Names of before that none of now is. */
      former: z.array(z.string()),
    }),
  },
  /** 对上机构名称: a new name was called so before; remembered. */
  'county.matchUnit': {
    kind: 'county',
    title: '对上机构名称',
    input: z.strictObject({ ...which, name: requiredText, former: requiredText }),
    output: z.object({ seq: z.number() }),
  },
  /** 编办台账: approved totals that a package must have. */
  'county.setLedger': {
    kind: 'county',
    title: '登记编办台账数',
    input: z.strictObject({
      ...which,
      totals: z.array(z.strictObject({ category: categoryCode, amount: z.number().int().min(0) })).min(1),
      documentNumber: text.optional(),
    }),
    output: z.object({ seq: z.number() }),
  },
  /** 回执: accepted or sent back, with what the bureau decides. `accepted` absent: as the newest package fared. */
  'county.receipt': {
    kind: 'county',
    title: '做回执',
    input: z.strictObject({
      ...which,
      accepted: z.boolean().optional(),
      reasons: z.array(requiredText).optional(),
      items: receiptItems.optional(),
      /** Rule packs and 放假安排 as files handed in. */
      fileIds: z.array(z.string()).optional(),
    }),
    output: z.object({
      number: z.string(),
      township: z.string(),
      accepted: z.boolean(),
      reasons: z.array(z.string()),
      items: z.number(),
      fileName: z.string(),
      base64: z.string(),
      sha256: z.string(),
      seq: z.number(),
    }),
  },
  /** 撤并乡镇: added up only for days before. */
  'county.endTownship': {
    kind: 'county',
    title: '撤并乡镇',
    input: z.strictObject({ ...which, on: day, into: text.optional() }),
    output: z.object({ seq: z.number() }),
  },
  /** 改革前后对照: the sums of two days, what was cut, and the rate worked out again. */
  'county.compare': {
    kind: 'county',
    title: '改革前后对照',
    input: z.strictObject({ from: askedDay, to: askedDay, region: z.number().optional() }),
    output: z.object({ from: day, to: day, rows: z.array(comparedRow) }),
  },
  /** The city of 《郴州市乡镇机构改革》 as a sample: 249 townships before, 184 after, people invented. */
  'county.fillSample': {
    kind: 'county',
    title: '建立示例市',
    input: z.strictObject({ taskId: z.string().optional() }),
    output: z.object({
      townships: z.number(),
      ethnic: z.number(),
      people: z.number(),
      before: day,
      after: day,
      rows: z.array(comparedRow.extend({ printed: z.string().nullable(), agrees: z.boolean().nullable() })),
    }),
  },
  'county.history': {
    kind: 'county',
    title: '收件记录',
    input: nothing,
    output: z.object({
      entries: z.array(
        z.object({
          seq: z.number(),
          recordedAt: z.string(),
          actor: z.string(),
          title: z.string(),
          summary: z.string(),
        }),
      ),
      refused: z.array(refusedFile.extend({ receivedAt: z.string() })),
    }),
  },
  /** All townships as one package for the level above, written to a file piece by piece and read back. */
  'county.package': {
    kind: 'county',
    title: '做汇总上报包',
    input: z.strictObject({ path: requiredText, lock: lock.optional(), taskId: z.string().optional() }),
    output: z.object({
      file: z.string(),
      townships: z.number(),
      people: z.number(),
      head: z.string(),
      sha256: z.string(),
      bytes: z.number(),
      locked: z.boolean(),
    }),
  },
  /** The read model as files, partitioned by county, with the roll-up in standard SQL: for engines of larger sets. */
  'county.export': {
    kind: 'county',
    title: '导出汇总数据',
    input: z.strictObject({ path: requiredText, format: z.enum(['parquet', 'csv']), taskId: z.string().optional() }),
    output: z.object({
      folder: z.string(),
      format: z.enum(['parquet', 'csv']),
      townships: z.number(),
      people: z.number(),
      files: z.number(),
      /** Rows of each table. */
      rows: z.record(z.string(), z.number()),
    }),
  },
} as const satisfies OperationTable
