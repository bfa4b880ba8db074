import { headerKey } from './fields.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import { shownText } from './raw-workbook.ts'
import { AS_WRITTEN } from './resolve-leavers.ts'
import { compact } from './sheet-grid.ts'
import type { TableRecord, TypedColumn } from './table-types.ts'
import type { SheetReading } from './sheet-reading.ts'

/* Tables of offices with numbers that are no approved numbers of today: how they changed over the years, and how many people are in post. */

/** 增减编制数, 核增, 调整后: a column of what one paper changed. */
const CHANGE = /增减|核增|核减|(?:调整|变动|变更)[前后]|划入编制|划出编制/u
const AFTER = /(?:调整|变动|变更|增减)后/u
/** 在职人员结构统计表, 干部队伍年龄分布. */
const PEOPLE =
  /(?:人员|职工|干部|队伍|在职|在编|在岗|实有)\p{sc=Han}{0,8}(?:结构|构成|分布|年龄|学历|统计|汇总|情况表)/u
const APPROVED = /核定|定编|批准|核编|文号|编制数|机构编制|编制(?:情况|配备|汇总|统计)/u
/** Columns that count people by what they are. */
const OF_PEOPLE = /^[男女]$|性别|岁|年龄|学历|研究生|本科|大专|中专|高中|党员|团员|民族|人数|职称/u

/** Asks whether such numbers are taken at all. Returns the records that stay. */
export function askNotApproved(
  reading: SheetReading,
  context: { readonly key: string; readonly desk: QuestionDesk },
): readonly TableRecord[] {
  const { quotas, columns } = reading
  if (quotas.length === 0) return quotas
  const changes = columns.filter(({ path }) => CHANGE.test(headerKey(path.at(-1) ?? '')))
  if (changes.length > 0 && quotas.every(({ values }) => !values.has('amount')))
    return askHistory(reading, changes, context)
  const texts = [reading.source.name, ...reading.titles]
  const title = texts.find((text) => PEOPLE.test(text))
  const heads = columns.map(({ path }) => path.join('/'))
  const counted = columns.filter(({ path }) => path.some((text) => OF_PEOPLE.test(headerKey(text))))
  if (title === undefined || counted.length < 2 || [...texts, ...heads].some((text) => APPROVED.test(text)))
    return quotas
  return quotas.filter(
    (record) =>
      ask(context, reading, record.row, {
        text: `“${title}”数的是在职的人，不是核定的编制。这些数不导入吗？`,
        other: '是核定编制，照表导入',
      }) === AS_WRITTEN,
  )
}

/** The numbers a history ends with are today's only where she says so. */
function askHistory(
  reading: SheetReading,
  changes: readonly TypedColumn[],
  context: { readonly key: string; readonly desk: QuestionDesk },
): readonly TableRecord[] {
  const { quotas, source } = reading
  const after = changes.find(({ path }) => AFTER.test(headerKey(path.at(-1) ?? '')))
  const heads = changes.map(({ path }) => `“${path.at(-1) ?? ''}”`).join('')
  const last = new Map(quotas.map((record) => [lineOf(record), record]))
  // Each line once, with the paper: what the paper left is what is approved now.
  const once = last.size === quotas.length && quotas.every(({ values }) => values.has('document'))
  return quotas.flatMap((record) => {
    const answer = ask(context, reading, record.row, {
      text: `“${source.name}”有${heads}，像是历次增减编制的沿革，不是现在的核定编制。这些行不导入吗？`,
      other: after === undefined ? null : `每个机构、每种编制照最后一行的“${after.path.at(-1) ?? ''}”登记`,
      likely: once && after !== undefined,
    })
    if (answer !== AS_WRITTEN || after === undefined || last.get(lineOf(record)) !== record) return []
    const amount = {
      cell: reading.grid.cell(record.row - 1, after.index),
      letters: after.letters,
      header: after.path.join('/'),
      from: `最后一行的“${after.path.at(-1) ?? ''}”`,
    }
    return [{ ...record, values: new Map([...record.values, ['amount', amount] as const]) }]
  })
}

function lineOf({ values }: TableRecord): string {
  return ['unit', 'category'].map((field) => compact(shownText(values.get(field)?.cell))).join('|')
}

function ask(
  { key, desk }: { readonly key: string; readonly desk: QuestionDesk },
  { source }: SheetReading,
  row: number,
  { text, other, likely = false }: { readonly text: string; readonly other: string | null; readonly likely?: boolean },
): string | undefined {
  return desk.ask(
    {
      id: `left:${key}:quotas`,
      kind: 'remark',
      sheet: source.name,
      column: null,
      text,
      choices: [LEAVE_ROWS_OUT, ...(other === null ? [] : [{ value: AS_WRITTEN, text: other }])],
      suggested: likely ? AS_WRITTEN : LEAVE_ROWS_OUT.value,
      free: false,
    },
    row,
  )
}
