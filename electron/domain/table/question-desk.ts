import { readAnswerId, type AnswerKind } from '../../vocabulary/answers.ts'
import { LEAVE_OUT, type Answers, type Question } from './table-types.ts'

/** Collects questions: the same one for many rows once, and none that is answered. */
export interface QuestionDesk {
  /** The answer, or undefined; then the question stays open. */
  readonly ask: (question: Omit<Question, 'rows'>, row?: number) => string | undefined
  /** The same for what may be left open: unanswered, nothing is done. */
  readonly offer: QuestionDesk['ask']
  readonly answerTo: (id: string) => string | undefined
  /** False where no answer of that kind was given: nothing need be looked up for thousands of rows. */
  readonly has: (kind: AnswerKind) => boolean
  /** Ids of the answers that were looked up and found. */
  readonly answered: () => readonly string[]
  readonly open: () => readonly Question[]
  readonly offered: () => readonly Question[]
  /** Sentences on what was decided without asking. */
  readonly note: (text: string) => void
  readonly notes: () => readonly string[]
}

type Asked = Map<string, { readonly question: Omit<Question, 'rows'>; readonly rows: Set<number> }>

function listed(asked: Asked): readonly Question[] {
  return [...asked.values()].map(({ question, rows }) => ({ ...question, rows: [...rows].toSorted((a, b) => a - b) }))
}

export function createQuestionDesk(answers: Answers): QuestionDesk {
  const [open, offered] = [new Map() as Asked, new Map() as Asked]
  const notes = new Set<string>()
  const answered = new Set<string>()
  const kinds = new Set(Object.keys(answers).map((id) => readAnswerId(id)?.kind))
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
    open: () => listed(open),
    offered: () => listed(offered),
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
