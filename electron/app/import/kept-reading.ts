import { bookMark } from '../../store/held-facts.ts'
import type { OpenBook } from '../../store/open.ts'
import type { QueryContext, StagedFile } from '../context.ts'

/*
 * What was worked out last of a staged file: how its sheets are understood, and what importing it would do. The preview and its confirmation
 * share it, as long as nothing was written to the book meanwhile, the day is the same and she said the same. Of one file only: the newest.
 */

/** What is worked out of a file, one after the other. */
export type Step = 'understood' | 'planned'

interface Kept {
  readonly book: OpenBook
  /** The book and the day it was worked out against. */
  readonly against: string
  readonly steps: Map<Step, { readonly question: string; readonly answer: unknown }>
}

const KEPT = new WeakMap<StagedFile, Kept>()
let newest: WeakRef<StagedFile> | null = null

/**
 * The answer to a step of the same question, or what `work` makes of it. `question`: all of what she said that the answer follows from, beside
 * the file, the book and the day. Nobody may change an answer.
 */
export async function keptReading<Answer>(
  { file, step, question }: { readonly file: StagedFile; readonly step: Step; readonly question: unknown },
  context: QueryContext,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const asked = JSON.stringify(question)
  const against = await standOf(context)
  const known = stepsOf(file, context.book, against)?.get(step)
  // Kept under the step that this file answered with it.
  if (known?.question === asked) return known.answer as Answer
  const answer = await work()
  // What was written while it was being worked out is perhaps in it, perhaps not.
  if ((await standOf(context)) !== against) return answer
  const before = newest?.deref()
  if (before !== undefined && before !== file) KEPT.delete(before)
  newest = new WeakRef(file)
  const steps = stepsOf(file, context.book, against) ?? new Map()
  steps.set(step, { question: asked, answer })
  KEPT.set(file, { book: context.book, against, steps })
  return answer
}

/** Lets go of what was kept of a file. */
export function forgetReading(file: StagedFile): void {
  KEPT.delete(file)
}

async function standOf({ db, clock }: QueryContext): Promise<string> {
  return `${await bookMark(db)}|${clock.today()}`
}

function stepsOf(file: StagedFile, book: OpenBook, against: string): Kept['steps'] | undefined {
  const kept = KEPT.get(file)
  return kept?.book === book && kept.against === against ? kept.steps : undefined
}
