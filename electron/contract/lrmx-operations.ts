import { z } from 'zod'
import { asOf, reason } from './operation-parts.ts'
import type { OperationTable } from './operation-table.ts'
import { requiredText, rosterList } from './shapes.ts'

/* 任免审批表 from and to the organisation department's editor (.lrmx, .lrm). */

/** A file of more bytes is refused unread; domain/lrmx has the same limit. */
export const MAX_FORM_BYTES = 12 * 1024 * 1024

/** Archives are not unpacked: they are named, not passed over. */
export const ARCHIVE_NAME = /\.(?:zip|rar|7z)$/iu

const difference = z.object({
  fileId: z.string(),
  personId: z.string(),
  person: z.string(),
  /** A field of `formView`, `family`, `photo`, or `other`: what the product does not read. */
  field: z.string(),
  title: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Both sides are masked; `lrmx.look` shows them. */
  masked: z.boolean(),
})
export type LrmxDifference = z.infer<typeof difference>

/** Pictures that lie beside forms of the older kind: `.pic` files, by the form they belong to. */
const pictures = z.array(z.strictObject({ fileId: z.string(), pictureId: z.string() })).optional()

const imported = z.object({
  files: z.number(),
  /** Files whose person the book has. */
  matched: z.number(),
  /** People who were not in the book before: none, a person comes in by an event. */
  added: z.number(),
  /** People of whom the book now says something else, or has its first form. */
  updated: z.number(),
  unchanged: z.number(),
  refused: z.array(z.object({ fileId: z.string(), file: z.string(), code: z.string(), message: z.string() })),
  differences: z.array(difference),
  /** Read, but not with certainty: left as the book has it. */
  notes: z.array(
    z.object({ fileId: z.string(), file: z.string(), person: z.string(), field: z.string(), message: z.string() }),
  ),
  people: z.array(
    z.object({
      fileId: z.string(),
      file: z.string(),
      personId: z.string(),
      person: z.string(),
      /** Unit and post of today. */
      place: z.string(),
      state: z.enum(['updated', 'unchanged']),
    }),
  ),
})
export type LrmxImported = z.infer<typeof imported>

const member = z.object({
  relation: z.string(),
  name: z.string(),
  birth: z.string().nullable(),
  politicalStatus: z.string(),
  work: z.string(),
})
const education = z.object({ education: z.string(), degree: z.string(), school: z.string() })

/** A form in the product's words: '' where it says nothing, null where a date does. */
const formView = z.object({
  personId: z.string(),
  name: z.string(),
  sex: z.string(),
  /** The day where the ID number knows it. */
  birth: z.string().nullable(),
  ethnicity: z.string(),
  nativePlace: z.string(),
  joinedPartyOn: z.string().nullable(),
  otherParty: z.string().nullable(),
  startedWorkOn: z.string().nullable(),
  health: z.string(),
  birthplace: z.string(),
  professionalTitle: z.string(),
  specialty: z.string(),
  fullTime: education,
  inService: education,
  /** Where the degree was taken, as the form has it. */
  degreeSchools: z.object({ fullTime: z.string(), inService: z.string() }),
  post: z.string(),
  proposedPost: z.string(),
  removedPost: z.string(),
  resume: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), text: z.string() })),
  resumeText: z.string(),
  honours: z.string(),
  assessments: z.string(),
  reason: z.string(),
  family: z.array(member),
  /** Masked in `lrmx.read`, and so are 简历, 奖惩 and family. */
  idNumber: z.string().nullable(),
  reportingUnit: z.string(),
  ageAsOf: z.string().nullable(),
  filledOn: z.string().nullable(),
  filledBy: z.string(),
  /** Full years in the month of 计算年龄时间. */
  age: z.number().nullable(),
  /** 到龄年月 by the retirement rules; null where the category must be asked. */
  retirement: z.string().nullable(),
  /** SHA-256 of the picture. */
  photo: z.string().nullable(),
  /** The file it came from; null: the person never had one. */
  file: z.string().nullable(),
})
export type LrmxFormView = z.infer<typeof formView>

const person = {
  /** Id, name or ID number. */
  person: requiredText,
}

export const LRMX_OPERATIONS = {
  'lrmx.preview': {
    kind: 'query',
    title: '任免审批表导入预览',
    input: z.strictObject({
      fileIds: z.array(z.string()).min(1).max(400),
      pictures,
      /** What the files say is shown whole: the caller holds them in hand. What the book says stays masked. */
      whole: z.boolean().optional(),
      taskId: z.string().optional(),
    }),
    output: imported,
  },
  'lrmx.import': {
    kind: 'command',
    title: '导入任免审批表',
    input: z.strictObject({
      fileIds: z.array(z.string()).min(1).max(400),
      pictures,
      /** Fields to take over, file by file; a file that is not named is left out. Absent: everything of every file. */
      accept: z.array(z.strictObject({ fileId: z.string(), fields: z.array(z.string()) })).optional(),
      /** Both sides of what differs are answered whole: the import is an entry of its own. */
      whole: z.boolean().optional(),
      taskId: z.string().optional(),
    }),
    output: imported.extend({ seq: z.number().nullable() }),
  },
  'lrmx.read': {
    kind: 'query',
    title: '任免审批表',
    input: z.strictObject({ ...person, withPhoto: z.boolean().optional(), asOf: asOf.asOf }),
    output: formView.extend({ picture: z.object({ mediaType: z.string(), base64: z.string() }).nullable() }),
  },
  /** What a form on its way in says otherwise of 简历, 家庭成员, 奖惩情况, whole. Changes nothing, yet is journalled. */
  'lrmx.look': {
    kind: 'command',
    title: '查看待导入的任免审批表',
    input: z.strictObject({ fileId: z.string(), reason }),
    output: z.object({ differences: z.array(difference.pick({ field: true, from: true, to: true })) }),
  },
  /** The whole form. Changes nothing, yet is journalled: who looked, when, why. */
  'lrmx.reveal': {
    kind: 'command',
    title: '查看任免审批表全文',
    input: z.strictObject({ ...person, reason }),
    output: formView,
  },
  /** Files for the editor; they carry whole ID numbers, so that they went out is journalled. */
  'lrmx.export': {
    kind: 'command',
    title: '导出任免审批表',
    input: z.strictObject({
      people: z.array(requiredText).optional(),
      list: rosterList.optional(),
      /** 填表时间 and 计算年龄时间 become today's. */
      today: z.boolean().optional(),
      /** `lrm`: as it came, for whoever still has the older editor. */
      format: z.enum(['lrmx', 'lrm']).optional(),
      /** All files in one .zip instead: their own bytes are left out. */
      archive: z.boolean().optional(),
    }),
    output: z.object({
      files: z.array(
        z.object({
          personId: z.string(),
          person: z.string(),
          fileName: z.string(),
          /** Fields written anew into the form that once came in. */
          changed: z.array(z.string()),
          sha256: z.string(),
          base64: z.string(),
        }),
      ),
      archive: z.object({ fileName: z.string(), base64: z.string() }).nullable(),
      seq: z.number(),
    }),
  },
} as const satisfies OperationTable
