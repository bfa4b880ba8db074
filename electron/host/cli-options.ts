import { COUNTY_LEVELS } from '../vocabulary/county.ts'
import { NOTICE_LAYOUTS } from '../vocabulary/notices.ts'
import { ROSTER_LISTS } from '../vocabulary/standing.ts'

/* The options of the command line, each with what it holds. */

/** One option. Without `value` it is a flag. */
interface OptionShape {
  /** How its value is written in the help: `P`, `D`, or its words joined with `|`. */
  readonly value?: string
  /** The only words it takes. */
  readonly words?: readonly string[]
  /** It takes a whole number, and of what. */
  readonly number?: string
  /** It names a file or folder: a relative one means the folder the user stands in. */
  readonly path?: true
}

const DAY = { value: 'D' } as const
const TEXT = { value: 'T' } as const
const FLAG = {} as const

const oneOf = (words: readonly string[]) => ({ value: words.join('|'), words }) as const

export const OPTIONS = {
  book: { value: 'P', path: true },
  pack: { value: 'seed-000|none' },
  name: { value: '山溪乡' },
  json: FLAG,
  'dry-run': FLAG,
  'skip-refused': FLAG,
  answers: { value: 'A.json', path: true },
  questions: { value: 'Q.json', path: true },
  'refused-out': { value: 'F.xlsx', path: true },
  'stands-over': { value: '姓名、姓名' },
  'keep-columns': FLAG,
  accept: FLAG,
  fields: { value: '姓名、机构' },
  choices: { value: '甲、乙' },
  masked: FLAG,
  'new-title': TEXT,
  'code-list': { value: '代码表' },
  word: { value: '本地写法' },
  meant: { value: '对应' },
  forget: FLAG,
  'as-of': DAY,
  list: oneOf(ROSTER_LISTS),
  layout: oneOf(NOTICE_LAYOUTS),
  template: { value: 'BLANK.xlsx', path: true },
  sheet: { value: '工作表' },
  'id-number': oneOf(['masked', 'plain', 'apostrophe']),
  paper: oneOf(['A4', 'A3']),
  title: TEXT,
  issuer: TEXT,
  phone: TEXT,
  'long-term': FLAG,
  'document-number': { value: '文号' },
  'document-date': DAY,
  'document-issuer': { value: '机关' },
  'checked-by': { value: '初审人' },
  'checked-on': DAY,
  'reviewed-by': { value: '保密审查人' },
  'reviewed-on': DAY,
  address: TEXT,
  mailbox: TEXT,
  despite: { value: 'KEY,…|all' },
  from: DAY,
  days: { value: 'N', number: '工作日数' },
  out: { value: 'F.xlsx', path: true },
  to: DAY,
  'believed-on': DAY,
  file: { value: 'E.json', path: true },
  correction: FLAG,
  'over-other': FLAG,
  entry: { value: 'N', number: '台账编号' },
  reason: TEXT,
  person: { value: '姓名' },
  each: FLAG,
  names: FLAG,
  unit: { value: '机构' },
  document: { value: '文号' },
  category: { value: '编制类型' },
  birth: { value: '1968-06' },
  sex: { value: '男|女' },
  kind: { value: 'K' },
  'civil-servant': FLAG,
  holidays: { value: 'F.json', path: true },
  notice: { value: '文号' },
  parts: { value: '219,218' },
  total: { value: '437' },
  partial: FLAG,
  cut: { value: '65' },
  rate: { value: '26.1' },
  state: oneOf(['open', 'explained', 'cured']),
  finding: { value: 'KEY' },
  years: { value: 'N', number: '年数' },
  duty: { value: 'KEY' },
  note: TEXT,
  by: TEXT,
  until: DAY,
  batch: FLAG,
  form: { value: 'ID' },
  today: FLAG,
  rows: { value: '年龄' },
  columns: { value: '学历' },
  bands: { value: '35,40,45,50,54,59' },
  'compare-with': DAY,
  people: FLAG,
  format: { value: 'lrmx|lrm', words: ['lrmx', 'lrm', 'parquet', 'csv'] },
  since: { value: 'LAST' },
  code: { value: '区划代码' },
  'to-passphrase-env': { value: 'V' },
  'from-passphrase-env': { value: 'V' },
  'to-key': { value: 'age1…' },
  level: oneOf(COUNTY_LEVELS),
  township: { value: '乡镇' },
  region: { value: '地区' },
  refuse: FLAG,
  city: FLAG,
  'whole-numbers': FLAG,
  plan: { value: '方案' },
  on: DAY,
  step: { value: 'N,…' },
  'drop-conflicts': FLAG,
  'document-title': TEXT,
  help: FLAG,
} as const satisfies Readonly<Record<string, OptionShape>>
export type OptionName = keyof typeof OPTIONS

/** What an option holds, as one shape. */
export const optionShape = (name: OptionName): OptionShape => OPTIONS[name]
export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[]
