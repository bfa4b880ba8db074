import type { OperationName } from '../../contract/operations.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { bookMark } from '../../store/held-facts.ts'
import type { OpenBook } from '../../store/open.ts'

/*
 * What was answered is answered again as long as it must be the same: nothing was written to the book since, and the day is the same. Only
 * questions whose answer follows from the open book and the day alone are kept.
 */

const KEPT: ReadonlySet<OperationName> = new Set<OperationName>([
  'figures.read',
  'figures.count',
  'roster.read',
  'check.run',
  'findings.read',
  'forecast.read',
  'due.read',
  'duties.read',
  'seats.read',
  'posts.read',
  'units.read',
  'offQuota.read',
  'structure.read',
  'records.read',
  'changes.read',
  'find.index',
  'person.read',
])

/** The longest unasked makes room. */
const MOST = 16

interface Kept {
  readonly mark: string
  readonly answers: Map<string, unknown>
}

const ANSWERS = new WeakMap<OpenBook, Kept>()

export interface Question {
  readonly name: OperationName
  readonly input: unknown
  readonly today: PlainDate
}

/** The answer to a question of the open book: the very one given before where nothing can have changed it. Nobody may change an answer. */
export async function answerKept<Answer>(
  book: OpenBook,
  { name, input, today }: Question,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  if (!KEPT.has(name)) return answer()
  const mark = await bookMark(book.db)
  const question = JSON.stringify([name, today, input])
  const before = answersOf(book, mark)
  // Kept under the question that this operation answered with it.
  const known = before.get(question) as Answer | undefined
  const given = known ?? (await answer())
  // What was written while it was being answered is perhaps in it, perhaps not.
  if (known === undefined && (await bookMark(book.db)) !== mark) return given
  const answers = answersOf(book, mark)
  answers.delete(question)
  answers.set(question, given)
  const [oldest] = answers.keys()
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest)
  return given
}

function answersOf(book: OpenBook, mark: string): Map<string, unknown> {
  const kept = ANSWERS.get(book)
  if (kept?.mark === mark) return kept.answers
  const fresh = { mark, answers: new Map<string, unknown>() }
  ANSWERS.set(book, fresh)
  return fresh.answers
}
