import { readCountText } from '../../electron/domain/table/count-text.ts'
import { shownText, type RawSheet } from '../../electron/domain/table/raw-workbook.ts'
import { readStandingWord } from '../../electron/domain/table/category-words.ts'
import { EMPTY_BOOK } from '../../electron/domain/table/known-book.ts'
import { understandWorkbook } from '../../electron/domain/table/understand-workbook.ts'
import { QUOTA_CATEGORY_NAMES } from '../../electron/domain/model/quota-category.ts'
import { dice } from '../kit/dice.ts'
import { surround } from './compose-around.ts'
import { composeQuotas, quotasFor, type QuotaLine } from './compose-quotas.ts'
import { composeLayout, type Layout } from './compose-layout.ts'
import { roster, type Person } from './kit/people.ts'

/* Layouts put together at random, read without a book, held against who is in them. */

const OFFICES = [
  '党政综合办公室',
  '经济发展办公室',
  '社会事务办公室',
  '平安建设办公室',
  '纪检监察室',
  '武装部',
  '人大办',
  '乡领导班子',
  '综治办',
]
const STATIONS = [
  '便民服务中心',
  '财政所',
  '农业农村综合服务中心',
  '林业工作站',
  '退役军人服务站',
  '畜牧兽医站',
  '文化站',
  '村镇建设服务中心',
  '综合行政执法大队',
  '水管站',
  '党群服务中心（新时代文明实践所）',
]

/** The people of a layout, the same for the same seed. */
export function peopleFor(seed: number): readonly Person[] {
  const chance = dice(seed * 7 + 3)
  const one = chance.chance(0.3)
  const some = (list: readonly string[], count: number) => {
    const from = chance.below(list.length)
    return Array.from({ length: count }, (_, at) => list[(from + at) % list.length] ?? '')
  }
  const offices = some(OFFICES, 1 + chance.below(3))
  const stations = one ? [] : some(STATIONS, 1 + chance.below(3))
  return roster(seed, [
    ...offices.map((unit) => [unit, '行政编制', 1 + chance.below(5)] as const),
    ...stations.map((unit) => [unit, '事业编制', 1 + chance.below(5)] as const),
    ...(one || chance.chance(0.8) ? [] : ([[offices[0] ?? '', '机关工勤编制', 1, ['驾驶员']]] as const)),
  ])
}

/** A layout by its number. Every other one has something around it. */
export function layoutFor(seed: number): Layout {
  const people = peopleFor(seed)
  const plain = composeLayout(people, dice(seed))
  if (seed % 2 === 0) return plain
  const { sheets, about } = surround(plain.sheets, people, dice(seed + 5000))
  return { sheets, about: `[${about}] ${plain.about}` }
}

export interface Outcome {
  readonly state: 'right' | 'asked' | 'wrong'
  readonly problem: string
}

/** Reads a layout without a book. `control`: one person is told another office, so that every layout is wrong. */
export function judgeComposed(seed: number, control = false): Outcome & { readonly about: string } {
  const people = peopleFor(seed)
  const { sheets, about } = layoutFor(seed)
  const read = understandWorkbook({ format: 'xlsx', sheets }, { book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const found = read.sheets.flatMap((sheet) => sheet.people)
  const textOf = (record: (typeof found)[number] | undefined, field: string) =>
    shownText(record?.values.get(field)?.cell).replaceAll(/\s/gu, '')
  const categoryOf = (text: string) => {
    const word = readStandingWord(text)
    return word?.kind === 'quota' ? QUOTA_CATEGORY_NAMES[word.category] : text
  }
  const problems: string[] = []
  for (const [at, person] of people.entries()) {
    const unit = control && at === 0 ? '水利站' : person.unit
    const same = found.filter((record) => textOf(record, 'name') === person.name)
    const [only] = same
    if (same.length !== 1) problems.push(`${person.name}: ${same.length} rows`)
    else if (textOf(only, 'unit') !== unit) problems.push(`${person.name}: ${textOf(only, 'unit')} for ${unit}`)
    else if (categoryOf(textOf(only, 'category')) !== person.category)
      problems.push(`${person.name}: ${textOf(only, 'category')} for ${person.category}`)
  }
  if (found.length !== people.length) problems.push(`${found.length} people for ${people.length}`)
  const state =
    problems.length === 0 && read.questions.length === 0 ? 'right' : read.questions.length > 0 ? 'asked' : 'wrong'
  return {
    state,
    problem: [...read.questions.slice(0, 2).map(({ text }) => text), ...problems.slice(0, 2)].join(' / '),
    about,
  }
}

/** Reads a table of approved numbers. `control`: one number is told another. */
export function judgeQuotas(seed: number, control = false): Outcome & { readonly about: string } {
  const chance = dice(seed)
  const lines = quotasFor(chance)
  const { sheet, about } = composeQuotas(lines, chance)
  const read = understandWorkbook({ format: 'xlsx', sheets: [sheet] }, { book: { ...EMPTY_BOOK, township: '云溪乡' } })
  const found = read.sheets.flatMap(({ quotas }) =>
    quotas.map(({ values }) => {
      const textOf = (field: string) => shownText(values.get(field)?.cell)
      const word = readStandingWord(textOf('category'))
      const category = word?.kind === 'quota' ? QUOTA_CATEGORY_NAMES[word.category] : textOf('category')
      return { unit: textOf('unit'), category, quota: readCountText(textOf('amount')) ?? 0 }
    }),
  )
  const told = lines.map((line, at) => (control && at === 0 ? { ...line, quota: line.quota + 1 } : line))
  const same = (one: QuotaLine, other: QuotaLine) =>
    one.unit === other.unit && one.category === other.category && one.quota === other.quota
  const missing = told.filter((line) => !found.some((one) => same(one, line)))
  const extra = found.filter((one) => one.quota > 0 && !told.some((line) => same(one, line)))
  const words = (one: QuotaLine) => `${one.unit} ${one.category} ${one.quota}`
  const problems = [...missing.map((one) => `missing ${words(one)}`), ...extra.map((one) => `extra ${words(one)}`)]
  const people = read.sheets.reduce((sum, one) => sum + one.people.length, 0)
  if (people > 0) problems.push(`${people} people`)
  const open = read.questions.map(({ text }) => text)
  const state = open.length > 0 ? 'asked' : problems.length === 0 ? 'right' : 'wrong'
  return { state, problem: [...open.slice(0, 2), ...problems.slice(0, 3)].join(' / '), about }
}

/** The sheet of a seed. */
export function quotaSheetFor(seed: number): RawSheet {
  const chance = dice(seed)
  return composeQuotas(quotasFor(chance), chance).sheet
}
