import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import { natureOfUnit } from '../model/unit.ts'
import { fundingOf } from '../../vocabulary/establishment.ts'
import { readStandingWord } from './category-words.ts'
import { unitKindOf } from './unit-kind.ts'
import { readCountText } from './count-text.ts'
import type { KnownBook } from './known-book.ts'
import type { QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'
import type { TableRecord } from './table-types.ts'

const CHOICES = QUOTA_CATEGORIES.map((category) => QUOTA_CATEGORY_NAMES[category]).map((name) => ({
  value: name,
  text: name,
}))

interface Context {
  readonly sheet: string
  readonly key: string
  readonly book: KnownBook
  readonly desk: QuestionDesk
}

/**
 * Approved numbers of offices without a word of the 编制类型, as the 基本情况表 has them: the book's own where they add up to the number or
 * the office has one kind only; else one question for 机关 and one for 事业单位. Returns the records with their 编制类型 in them.
 */
export function askQuotaCategory(records: readonly TableRecord[], context: Context): readonly TableRecord[] {
  const funded = records.map(withFunding)
  if (records.some(({ values }) => values.has('category'))) return funded
  return funded.flatMap((record) => (record.values.has('category') ? [record] : askEach([record], context)))
}

/** 经费形式 全额拨款 or 差额补贴 is said of 事业编制 alone. */
function withFunding(record: TableRecord): TableRecord {
  const funding = record.values.get('funding')
  const word = funding === undefined || record.values.has('category') ? null : readStandingWord(shownText(funding.cell))
  return funding === undefined || word?.kind !== 'quota' || fundingOf(word.category) === null
    ? record
    : withCategory(record, QUOTA_CATEGORY_NAMES[word.category], `取自 ${funding.letters} 列“${funding.header}”`)
}

function askEach(records: readonly TableRecord[], context: Context): readonly TableRecord[] {
  return records.flatMap((record) => {
    const amount = record.values.get('amount')
    const count = readCountText(shownText(amount?.cell))
    if (amount === undefined || count === null) return [record]
    const known = context.book.quotasOf(compact(shownText(record.values.get('unit')?.cell)))
    const sum = [...known.values()].reduce((all, value) => all + value, 0)
    if (known.size > 0 && (sum === count || known.size === 1))
      return [...known].map(([category, value], place) =>
        withCategory(record, QUOTA_CATEGORY_NAMES[category], '编制类型照编制本', {
          amount: known.size === 1 ? count : value,
          first: place === 0,
        }),
      )
    if (count === 0) return [withCategory(record, QUOTA_CATEGORY_NAMES.administrative, '没有编制')]
    const answer = ask(record, context)
    return [answer === undefined ? record : withCategory(record, answer, '编制类型按您的回答')]
  })
}

function ask(record: TableRecord, { sheet, key, desk }: Context): string | undefined {
  const textOf = (field: string) => shownText(record.values.get(field)?.cell).trim()
  const kind = unitKindOf(textOf('unitKind'), textOf('unit'))
  const nature = natureOfUnit(kind)
  const suggested: QuotaCategory = nature === 'organ' ? 'administrative' : 'institution'
  return desk.ask(
    {
      id: `quotaCategory:${key}:${nature}`,
      kind: 'value',
      sheet,
      column: record.values.get('amount')?.letters ?? null,
      text: `“${sheet}”里${nature === 'organ' ? '机关各机构' : '事业单位'}的编制数没有写编制类型。是哪一种编制？`,
      choices: CHOICES,
      suggested: QUOTA_CATEGORY_NAMES[suggested],
      free: false,
    },
    record.row,
  )
}

function withCategory(
  record: TableRecord,
  category: string,
  from: string,
  part: { readonly amount: number; readonly first: boolean } | null = null,
): TableRecord {
  const values = new Map(record.values)
  values.set('category', { cell: category, letters: '', header: '', from })
  const amount = values.get('amount')
  if (part !== null && amount !== undefined) {
    values.set('amount', { ...amount, cell: String(part.amount) })
    if (!part.first) for (const field of values.keys()) if (field.startsWith('leadership')) values.delete(field)
  }
  return { ...record, values }
}
