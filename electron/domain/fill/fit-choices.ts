import { wordKey } from '../../vocabulary/code-list.ts'
import { OFF_QUOTA_LIST } from '../../vocabulary/standing.ts'
import { ETHNIC_GROUP_LIST } from '../../vocabulary/ethnic-groups.ts'
import { codeFinder } from '../../vocabulary/code-list.ts'
import { personField, PERSON_FIELD_NAMES, type PersonField } from '../../vocabulary/person-fields.ts'
import { politicalStatus } from '../../vocabulary/people.ts'
import { quotaCategory } from '../table/vocabularies.ts'
import { categoriesIn } from './form-categories.ts'
import { educationRange, educationWithin, SKILLS } from './level-words.ts'

/* A value in the words of a form's own drop-down: 1.男, 汉, 本科, 01行政编制. What fits none of them is not written. */

/** An option without its code: 1.男, 1-男, 01行政编制, （2）女, A、是. */
function bare(option: string): string {
  return option
    .normalize('NFKC')
    .replace(/^\s*(?:\([\dA-Za-z]{1,3}\)|[\dA-Za-z]{1,3}\s*[.、\-—_:：)\s]|\d{1,3}(?=\p{Script=Han}))\s*/u, '')
    .replace(/\s*[-—_]\s*[\dA-Za-z]{1,3}$/u, '')
    .trim()
}

/** The option that says what the value says; null where none does for certain. */
export function fitChoice(field: string, value: string, options: readonly string[]): string | null {
  const exact =
    options.find((option) => option === value) ?? only(options, (option) => wordKey(bare(option)) === wordKey(value))
  if (exact !== undefined) return exact
  const fit = FITS[field]
  if (fit !== undefined) {
    const found = fit(value, options)
    if (found !== null) return found
  }
  const known = PERSON_FIELD_NAMES.find((one) => one === field)
  return known === undefined ? null : byCode(known, value, options)
}

const ethnicGroup = codeFinder(ETHNIC_GROUP_LIST)

/** Fields whose every word is a word of the book: where a list holds nothing else, it asks for that field. */
const TOLD_BY_WORDS: readonly (readonly [field: PersonField, knows: (word: string) => boolean])[] = [
  ['sex', (word) => /^[男女]性?$/u.test(word)],
  ['politicalStatus', (word) => politicalStatus(word) !== null || /^(?:正式党员|民主党派|党外)$/u.test(word)],
  ['ethnicity', (word) => ethnicGroup(word) !== null || /^(?:其他|其他民族|少数民族)$/u.test(word)],
  ['education', (word) => educationRange(word) !== null],
  ['category', (word) => categoriesIn(word)?.rest === ''],
]

/** The field a drop-down's words speak of; null: of none, or they may mean several. */
export function fieldOfWords(options: readonly string[]): PersonField | null {
  const words = options.map(bare).filter((word) => word !== '')
  if (words.length < 2) return null
  const found = TOLD_BY_WORDS.filter(([, knows]) => words.every((word) => knows(word)))
  return found.length === 1 ? (found[0]?.[0] ?? null) : null
}

/** 参公 or 行政 among the words for 经费形式: the drop-down asks which 编制 it is, for those have no 经费形式 of their own. */
export function asksForCategory(options: readonly string[]): boolean {
  const found = options.map((option) => categoriesIn(bare(option)))
  return (
    found.length > 1 &&
    found.every((one) => one?.rest === '') &&
    found.some((one) => one?.categories.some((category) => !/^institution(?!CivilService)/u.test(category)) === true)
  )
}

/**
 * 性别（1.男 2.女）, 性别（男1，女2）: the head says a code for each word, and the cell takes the code. Null: the head has no codes, or none for this
 * value.
 */
export function codeInHeader(field: string, value: string, header: string): string | null {
  const pairs = codesIn(header.normalize('NFKC'))
  if (pairs.length < 2 || new Set(pairs.map(({ code }) => code)).size < pairs.length) return null
  const word = fitChoice(
    field,
    value,
    pairs.map((pair) => pair.word),
  )
  return pairs.find((pair) => pair.word === word)?.code ?? null
}

interface Coded {
  readonly code: string
  readonly word: string
}

/** Which comes first, the code or its word, says how the list in brackets begins. */
function codesIn(header: string): readonly Coded[] {
  const list = /[（(]([^（）()]*\d[^（）()]*)[）)]\s*$/u.exec(header)?.[1]?.trim()
  if (list !== undefined && /^\p{Script=Han}[\s\S]*\d$/u.test(list))
    return [...list.matchAll(WORD_FIRST)].map(([, word = '', code = '']) => ({ code, word }))
  return [...header.matchAll(CODED)].map(([, code = '', word = '']) => ({ code, word }))
}

const WORD_FIRST = /(\p{Script=Han}{1,10}?)\s*(?:[:\-—=]|为|填)?\s*(\d{1,2})(?![\d.年月日岁])/gu
const CODED = /(?<![\d.年月日-])(\d{1,2})\s*[.、:\-—=]?\s*(\p{Script=Han}{1,10})/gu

function only(options: readonly string[], test: (option: string) => boolean): string | undefined {
  const found = options.filter(test)
  return found.length === 1 ? found[0] : undefined
}

/** By the catalogue's code list, other words for the same included. */
function byCode(field: PersonField, value: string, options: readonly string[]): string | null {
  const { codes } = personField(field)
  if (codes === undefined) return null
  const find = codeFinder(codes)
  const code = find(value)
  return code === null ? null : (only(options, (option) => find(bare(option)) === code) ?? null)
}

const others = (options: readonly string[]) =>
  options.find((option) => /^(?:其他|其它|其他民族|其他少数民族)$/u.test(bare(option))) ?? null

type Fit = (value: string, options: readonly string[]) => string | null

const ethnicity: Fit = (value, options) => {
  const group = ethnicGroup(value)
  if (group === null) return null
  const own = only(options, (option) => ethnicGroup(bare(option)) === group)
  if (own !== undefined) return own
  if (group !== '汉族') {
    const minority = options.find((option) => /^(?:少数民族|其他少数民族|非汉族)$/u.test(bare(option)))
    if (minority !== undefined) return minority
  }
  return others(options)
}

const party: Fit = (value, options) => {
  const status = politicalStatus(value)
  if (status === null) return null
  const own = only(options, (option) => politicalStatus(bare(option)) === status)
  if (own !== undefined) return own
  if (/^(?:民革|民盟|民建|民进|农工党|致公党|九三|台盟)/u.test(status))
    return options.find((option) => /^(?:各?民主党派)(?:成员|人士)?$/u.test(bare(option))) ?? null
  // A probationer is a member where the form knows no other word; the form's words for both come first.
  const member = options.find((option) => /^中共党员[（(]含预备(?:党员)?[）)]$/u.test(bare(option)))
  if (member !== undefined && status.startsWith('中共')) return member
  if (status.startsWith('中共')) return null
  return options.find((option) => /^(?:非党员|非中共党员|党外)$/u.test(bare(option))) ?? others(options)
}

const education: Fit = (value, options) => {
  const fitting = options.flatMap((option) => {
    const range = educationRange(bare(option))
    return range !== null && educationWithin(value, range) === true ? [{ option, size: range.to - range.from }] : []
  })
  if (fitting.length === 0) return others(options)
  // The national list has 研究生教育 as the heading of what 研究生 is one of: where both stand in a list, the person's own is the second.
  const own = fitting.filter(({ option }) => !bare(option).endsWith('教育'))
  return narrowest(own.length === 0 ? fitting : own)
}

/** 中专 before 中专及以下; null where two are as narrow. */
function narrowest(fitting: readonly { readonly option: string; readonly size: number }[]): string | null {
  const [best, next] = fitting.toSorted((left, right) => left.size - right.size)
  return best === undefined || next?.size === best.size ? null : best.option
}

const category: Fit = (value, options) => {
  const code = quotaCategory(value)
  if (code === null) return null
  return narrowest(
    options.flatMap((option) => {
      const found = categoriesIn(bare(option))
      return found?.categories.includes(code) === true ? [{ option, size: found.categories.length }] : []
    }),
  )
}

const offQuota = codeFinder(OFF_QUOTA_LIST)
const formOfWork: Fit = (value, options) => {
  const kind = offQuota(value)
  return (
    (kind === null ? undefined : only(options, (option) => offQuota(bare(option)) === kind)) ?? category(value, options)
  )
}

/** 在岗 or why not, in the form's words: 是 and 否, 在岗 and 不在岗, or each 情形. */
const DUTY: readonly (readonly [value: RegExp, options: RegExp])[] = [
  [/^在岗$/u, /^(?:在岗|正常在岗|在职在岗|在编在岗|是)$/u],
  [/^病休$/u, /病/u],
  [/学习/u, /学习|进修|脱产/u],
  [/^停职$/u, /停职/u],
  [/^离岗$/u, /^离岗$/u],
  [/^借出$/u, /借调|借出|外借|借用|抽调/u],
]
const duty: Fit = (value, options) => {
  const words = DUTY.find(([known]) => known.test(value))?.[1]
  if (words === undefined) return null
  const own = only(options, (option) => words.test(bare(option)))
  if (own !== undefined || value === '在岗') return own ?? null
  const away = only(options, (option) => /^(?:不在岗|未在岗|非在岗|否)$/u.test(bare(option)))
  const rest = value === '借出' ? undefined : only(options, (option) => bare(option) === '离岗')
  return away ?? rest ?? others(options)
}

/** 高级 holds both where the form tells 正高 and 副高 not apart. */
const title: Fit = (value, options) => {
  const key = value.replace(/级$/u, '')
  const own = only(options, (option) => bare(option).replace(/职称$/u, '').replace(/级$/u, '') === key)
  return (
    own ?? (key.endsWith('高') ? (only(options, (option) => /^高级?(?:职称)?$/u.test(bare(option))) ?? null) : null)
  )
}

/** 高级工 is what 技术工三级 are called. */
const grade: Fit = (value, options) => {
  const word = Object.keys(SKILLS).find((one) => value.replace(/岗位?/u, '') === SKILLS[one])
  return only(options, (option) => bare(option).replaceAll(/[（(].*[）)]/gu, '') === word) ?? null
}

const unit: Fit = (value, options) => {
  const key = wordKey(value)
  return only(options, (option) => wordKey(bare(option)).endsWith(key)) ?? null
}

const FITS: Readonly<Record<string, Fit | undefined>> = {
  ethnicity,
  politicalStatus: party,
  education,
  fullTimeEducation: education,
  inServiceEducation: education,
  category,
  formOfWork,
  dutyState: duty,
  absence: duty,
  titleLevel: title,
  anyGrade: grade,
  postGrade: grade,
  unit,
}
