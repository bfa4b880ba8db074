import type { Aspect, Condition } from './counted-person.ts'

/** The book's units as labels name them. */
export interface NamedUnit {
  readonly id: string
  readonly name: string
  /** The township itself: everybody of the book. */
  readonly whole?: true
}

export interface LabelContext {
  /** What the heading over the label is about: 36-40 under 党龄 are not years of age. */
  readonly about: Aspect | null
  /** All heading words above, as one text. */
  readonly above: string
  readonly units: readonly NamedUnit[]
  /** 参公 has a row, column or sheet of its own. */
  readonly civilServiceApart: boolean
  /** 预备党员 has one. */
  readonly probationApart: boolean
  /** 正高 has one. */
  readonly fullSeniorApart: boolean
  /** 病休 or 学习 has one: 离岗 is the rest of it. */
  readonly absencesApart: boolean
  /** 工勤 has one: 机关 is the others of it. */
  readonly workersApart?: boolean
  /** 管理人员 and 专业技术人员 stand beside it: 工勤人员 are those of 事业 posts. */
  readonly staffGroups: boolean
  /** What stands over the table. */
  readonly title?: string
}

/** A label by itself, with nothing over or beside it. */
export const PLAIN: LabelContext = {
  about: null,
  above: '',
  units: [],
  civilServiceApart: false,
  probationApart: false,
  fullSeniorApart: false,
  absencesApart: false,
  staffGroups: false,
}

/** The condition a label states; null: not of this kind. */
export type Reader = (text: string, context: LabelContext) => Condition | null
