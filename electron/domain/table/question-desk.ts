import { readAnswerId, type AnswerId, type AnswerKind } from '../../vocabulary/answers.ts'
import { LEAVE_OUT, type Answers, type Question } from './table-types.ts'

/** Questions of one kind that are asked as one: 退休, 调出 and 死亡 in one column. */
export interface Joint {
  readonly id: AnswerId
  /** What this one is about, as the joint question names it. */
  readonly word: string
  /** The joint question of all of them. */
  readonly text: (words: string) => string
}

/** What the desk is asked: a question without its rows. */
export interface AskedQuestion extends Omit<Question, 'rows'> {
  readonly joint?: Joint
}

/** The answer to a joint question that each of them is to be asked alone. */
export const ONE_BY_ONE = '*'

/** Collects questions: the same one for many rows once, and none that is answered. */
export interface QuestionDesk {
  /** The answer, or undefined; then the question stays open. */
  readonly ask: (question: AskedQuestion, row?: number) => string | undefined
  /** The same for what may be left open: unanswered, nothing is done. */
  readonly offer: QuestionDesk['ask']
  readonly answerTo: (id: string) => string | undefined
  /** False where no answer of that kind was given: nothing need be looked up for thousands of rows. */
  readonly has: (kind: AnswerKind) => boolean
  /** Ids of the answers that were looked up and found. */
  readonly answered: () => readonly string[]
  /** Answers to joint questions as the answers to each of them: so they are kept, and a new word is asked about again. */
  readonly implied: () => Answers
  readonly open: () => readonly Question[]
  readonly offered: () => readonly Question[]
  /** Sentences on what was decided without asking. */
  readonly note: (text: string) => void
  readonly notes: () => readonly string[]
}

type Asked = Map<string, { readonly question: AskedQuestion; readonly rows: Set<number> }>

/** Questions in the order they came up; those that go together as one, where the first of them stands. */
function listed(asked: Asked, isApart: (id: string) => boolean): readonly Question[] {
  const all = [...asked.values()]
  const keyOf = ({ question: { id, joint } }: (typeof all)[number]) =>
    joint === undefined || isApart(joint.id) ? id : joint.id
  return [...Map.groupBy(all, keyOf).values()].flatMap((parts) => {
    const rows = [...new Set(parts.flatMap((part) => [...part.rows]))].toSorted((a, b) => a - b)
    const [first, ...others] = parts
    if (first === undefined) return []
    const { joint, ...question } = first.question
    if (others.length === 0 || joint === undefined) return [{ ...question, rows }]
    const suggested = new Set(parts.map((part) => part.question.suggested))
    return [
      {
        ...question,
        id: joint.id,
        rows,
        text: joint.text(parts.map((part) => `“${part.question.joint?.word ?? ''}”`).join('、')),
        choices: [...question.choices, { value: ONE_BY_ONE, text: '不都一样，分开回答' }],
        suggested: suggested.size === 1 ? question.suggested : null,
      },
    ]
  })
}

export function createQuestionDesk(answers: Answers): QuestionDesk {
  const [open, offered] = [new Map() as Asked, new Map() as Asked]
  const notes = new Set<string>()
  const answered = new Set<string>()
  const kinds = new Set(Object.keys(answers).map((id) => readAnswerId(id)?.kind))
  const implied: Record<string, string> = {}
  const isApart = (id: string) => answers[id] === ONE_BY_ONE
  const answerTo = (id: string) => {
    if (!Object.hasOwn(answers, id)) return undefined
    answered.add(id)
    return answers[id]
  }
  const askIn =
    (asked: Asked): QuestionDesk['ask'] =>
    (question, row) => {
      const answer = answerTo(question.id)
      if (answer !== undefined) return answer
      const whole = question.joint === undefined ? undefined : answerTo(question.joint.id)
      if (whole !== undefined && whole !== ONE_BY_ONE) {
        implied[question.id] = whole
        return whole
      }
      const known = asked.get(question.id) ?? { question, rows: new Set<number>() }
      if (row !== undefined) known.rows.add(row)
      asked.set(question.id, known)
      return undefined
    }
  return {
    answerTo,
    has: (kind) => kinds.has(kind),
    answered: () => [...answered],
    ask: askIn(open),
    offer: askIn(offered),
    implied: () => implied,
    open: () => listed(open, isApart),
    offered: () => listed(offered, isApart),
    note: (text) => void notes.add(text),
    notes: () => [...notes],
  }
}

/** 第 4–17、20 行 */
export function rowsText(rows: readonly number[]): string {
  const spans: string[] = []
  let [from, to] = [rows[0] ?? 0, rows[0] ?? 0]
  const put = () => spans.push(from === to ? `${from}` : `${from}–${to}`)
  for (const row of rows.slice(1)) {
    if (row === to + 1) to = row
    else {
      put()
      ;[from, to] = [row, row]
    }
  }
  if (rows.length > 0) put()
  return rows.length === 0 ? '' : `第 ${spans.slice(0, 6).join('、')}${spans.length > 6 ? ' 等' : ''} 行`
}

export const LEAVE_ROWS_OUT = { value: LEAVE_OUT, text: '不导入这些行' }
