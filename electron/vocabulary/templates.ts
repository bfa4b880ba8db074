import { codesOf, type CodeList } from './code-list.ts'

/* How a superior's blank form is filled. */

/** What a part of a form is about: one row a person, one row a unit, one sheet a person or a unit, or numbers of people by rows and columns. */
export const TEMPLATE_KIND_LIST = {
  people: { title: '一人一行' },
  units: { title: '一机构一行' },
  card: { title: '一人一表' },
  counts: { title: '按条件计数' },
  unitCard: { title: '一机构一表' },
} as const satisfies CodeList
export type TemplateKind = keyof typeof TEMPLATE_KIND_LIST
export const TEMPLATE_KINDS = codesOf(TEMPLATE_KIND_LIST)

/** How a date is written; `auto`: as the form's own date format has it, else 1985.06. */
export const DATE_FORMAT_LIST = {
  auto: { title: '按表格的格式' },
  dot: { title: '1985.06' },
  dash: { title: '1985-06' },
  month: { title: '198506' },
  chinese: { title: '1985年6月' },
  chinesePadded: { title: '1985年06月' },
  day: { title: '1985-06-01' },
  dotDay: { title: '1985.06.01' },
  slashDay: { title: '1985/06/01' },
  digits: { title: '19850601' },
  chineseDay: { title: '1985年6月1日' },
  chineseDayPadded: { title: '1985年06月01日' },
  yearOnly: { title: '只写年：1985' },
  monthOnly: { title: '只写月：6' },
  dayOnly: { title: '只写日：1' },
} as const satisfies CodeList
export type DateFormat = keyof typeof DATE_FORMAT_LIST
export const DATE_FORMATS = codesOf(DATE_FORMAT_LIST)

/** How an ID number is written. */
export const ID_FORMAT_LIST = {
  masked: { title: '打码' },
  plain: { title: '完整号码' },
  apostrophe: { title: '完整，前加单引号' },
} as const satisfies CodeList
export type IdFormat = keyof typeof ID_FORMAT_LIST
export const ID_FORMATS = codesOf(ID_FORMAT_LIST)

export type FieldFormat = DateFormat | IdFormat
