import { columnNumber, shownText } from './raw-workbook.ts'
import type { QuestionDesk } from './question-desk.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT, type PlacedCell } from './table-types.ts'

/* 党内职务 beside 行政职务: one post of the book, both kept, the party's first as offices write it. */

/** No post, whatever the column is called. */
const NONE = /^(?:无|没有|暂无|(?:中共|普通|预备|正式)?党员|中共预备党员|群众|[/\\—－-]+)$/u
/** A post in the township's own party committee or its discipline commission; one in a branch may be meant for another list. */
const COMMITTEE = /^(?!.*(?:支部|支委|小组|总支)).*(?:书记|委员|常委)(?:[（(].*[）)])?$/u

const [PARTY_FIRST, OFFICE_FIRST] = ['1', '2']

export interface PostContext {
  readonly sheet: string
  readonly key: string
  readonly desk: QuestionDesk
}

/** Writes both posts into the one the book keeps, in place. Asks where the order or the kind of the party's post leaves a doubt. */
export function joinPosts(records: readonly DraftRecord[], { sheet, key, desk }: PostContext): void {
  const both = records.filter(({ values }) => values.has('otherPost'))
  for (const { values } of both) if (NONE.test(textOf(values.get('otherPost')))) values.delete('otherPost')
  const left = both.filter(({ values }) => values.has('otherPost'))
  const doubt = left.filter(
    ({ values }) => values.has('post') && (isBehind(values) || !COMMITTEE.test(textOf(values.get('otherPost')))),
  )
  let answer: string | undefined = doubt.length === 0 ? PARTY_FIRST : undefined
  for (const { row, values } of doubt) {
    const [party, office] = [values.get('otherPost')?.header ?? '', values.get('post')?.header ?? '']
    answer = desk.ask(
      {
        id: `joinPosts:${key}`,
        kind: 'value',
        sheet,
        column: values.get('otherPost')?.letters ?? null,
        text: `“${sheet}”有“${party}”和“${office}”两列，如“${textOf(values.get('otherPost'))}”和“${textOf(values.get('post'))}”。职务怎么记？`,
        choices: [
          { value: PARTY_FIRST, text: `两个都记，${party}在前` },
          { value: OFFICE_FIRST, text: `两个都记，${office}在前` },
          { value: LEAVE_OUT, text: `只记${office}` },
        ],
        suggested: null,
        free: false,
      },
      row + 1,
    )
  }
  for (const { values } of left) join(values, answer)
}

function join(values: Map<string, PlacedCell>, answer: string | undefined): void {
  const [party, office] = [values.get('otherPost'), values.get('post')]
  values.delete('otherPost')
  if (party === undefined || (answer === LEAVE_OUT && office !== undefined)) return
  const from = (where: string) => `职务取自 ${where}`
  const place = ({ letters, header }: PlacedCell) => `${letters} 列“${header}”`
  if (office === undefined || NONE.test(textOf(office))) {
    values.set('post', { ...party, from: from(place(party)) })
    return
  }
  const order = answer === OFFICE_FIRST ? [office, party] : [party, office]
  const texts = order.map(({ cell }) => shownText(cell).trim())
  // One of them may already say both.
  const whole = texts.find((text) =>
    texts.every((other) =>
      text
        .split(/[、，,]/u)
        .join('、')
        .includes(other),
    ),
  )
  values.set('post', { ...office, cell: whole ?? texts.join('、'), from: from(order.map(place).join('和 ')) })
}

function isBehind(values: ReadonlyMap<string, PlacedCell>): boolean {
  const [party, office] = ['otherPost', 'post'].map((field) => columnNumber(values.get(field)?.letters ?? ''))
  return (party ?? 0) > (office ?? 0)
}

function textOf(value: PlacedCell | undefined): string {
  return compact(shownText(value?.cell))
}
