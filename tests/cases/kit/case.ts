import type { Person } from './people.ts'
import { xlsx, type Row } from './write-files.ts'

/* What a case is, and what a careful human reads from it for certain. */

/** A person as the file says it: only the keys present are compared. */
export interface ToldPerson {
  readonly name: string
  readonly unit?: string
  readonly category?: string
  readonly id?: string
  readonly sex?: string
  /** A month also matches a day in it. */
  readonly birth?: string
  readonly enteredOn?: string
  readonly post?: string | null
  readonly education?: string
  readonly politicalStatus?: string
  readonly remark?: string
  readonly secondedTo?: string | null
  readonly list?: string
}

export interface ToldQuota {
  readonly unit: string
  readonly category: string
  readonly quota: number
}

export interface Truth {
  readonly case: string
  readonly file: string
  readonly about: string
  /** Files imported first. */
  readonly before?: readonly string[]
  /** No certain reading exists: without answers the import may end well only when all that it took in is right. */
  readonly mustAsk?: true
  /**
   * What the clerk says when asked, by words of the question; what is not here gets the answer the program suggests, and where it suggests
   * none `-` (not these rows). Cases with it are imported once more with these answers, and must then be right.
   */
  readonly says?: readonly (readonly [question: string, answer: string])[]
  readonly people: readonly ToldPerson[]
  /** People in the file who have left: nobody of them may stand in the in-quota or over-quota list. */
  readonly gone?: readonly string[]
  /** People of whom nothing is certain: they may stand in the book or not. */
  readonly open?: readonly string[]
  readonly quotas?: readonly ToldQuota[]
  /** What the records of a person hold, by name (`record list --kind personFile`). */
  readonly personFiles?: readonly { readonly name: string; readonly partyJoined: string }[]
}

export interface Case {
  readonly truth: Truth
  readonly bytes: Buffer
  readonly beforeBytes?: readonly Buffer[]
}

type Key = Exclude<keyof ToldPerson, 'name' | 'remark' | 'secondedTo' | 'list'>
const READ: Readonly<Record<Key, (person: Person) => string | null>> = {
  unit: (person) => person.unit,
  category: (person) => person.category,
  id: (person) => person.id,
  sex: (person) => person.sex,
  birth: (person) => person.birth.slice(0, 7),
  enteredOn: (person) => person.entered,
  post: (person) => person.post,
  education: (person) => person.education,
  politicalStatus: (person) => person.politics,
}

/** The truth of people whose columns stand in the file. Unit and category are always told. */
export const told = (people: readonly Person[], ...keys: readonly Key[]): readonly ToldPerson[] =>
  people.map((person) => ({
    name: person.name,
    ...Object.fromEntries((['unit', 'category', ...keys] as const).map((key) => [key, READ[key](person)])),
  }))

/** The people of a unit, in order. */
export const of = (people: readonly Person[], unit: string): readonly Person[] =>
  people.filter((one) => one.unit === unit)
export const unitsOf = (people: readonly Person[]): readonly string[] => [...new Set(people.map((one) => one.unit))]

/** `1985-06` as `1985.06`. */
export const dotted = (month: string): string => month.replace('-', '.')

/** The plainest workbook of quotas, for what stands in the book before. */
export const quotaBook = (quotas: readonly ToldQuota[]): Buffer =>
  xlsx({
    name: '机构编制',
    rows: [
      ['序号', '机构名称', '编制类型', '核定编制数', '批准文号'],
      ...quotas.map((one, at): Row => [at + 1, one.unit, one.category, one.quota, '云编办〔2019〕12号']),
    ],
  })

/** The plainest roster, for who stands in the book before. */
export const plainRoster = (people: readonly Person[]): Buffer =>
  xlsx({
    name: '花名册',
    rows: [
      [
        '序号',
        '所在机构',
        '姓名',
        '性别',
        '身份证号',
        '出生年月',
        '政治面貌',
        '学历',
        '编制类型',
        '入编时间',
        '现任职务',
      ],
      ...people.map((one, at): Row => [
        at + 1,
        one.unit,
        one.name,
        one.sex,
        one.id,
        one.birth.slice(0, 7),
        one.politics,
        one.education,
        one.category,
        one.entered,
        one.post,
      ]),
    ],
  })
export const PLAIN_KEYS = ['sex', 'id', 'birth', 'politicalStatus', 'education', 'enteredOn', 'post'] as const
