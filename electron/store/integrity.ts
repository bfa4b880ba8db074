import type Database from 'better-sqlite3-multiple-ciphers'
import { compareAttachmentFiles } from './integrity-attachments.ts'
import { compareFacts, compareNoticeFiles } from './integrity-facts.ts'
import { walkChain } from './integrity-chain.ts'
import { showJournal } from './journal-rows.ts'
import { checkStructure, compareSchema } from './integrity-schema.ts'
import type { Check, Problem } from './integrity-problem.ts'
import type { OpenBook } from './open.ts'
import { translateSqliteError } from './store-error.ts'

/*
 * Does the book still say what was written into it? SQLite's own check looks at structure only: a third of the bit flips that
 * change what is read pass it. So the journal's chain is recomputed, its last images are replayed, and every row is compared with them.
 */

export interface Verification {
  readonly ok: boolean
  /** Journal entries and the newest one's hash, as read. */
  readonly entries: number
  readonly head: string
  readonly problems: readonly Problem[]
}

/** A destroyed book could list every row: the first hundred say enough. */
const MAX_PROBLEMS = 100
const ROWS_A_BREATH = 2000

/** Checks an open book. Other work on the book waits until it is done, so that it sees one state; call it outside a transaction. */
export async function verifyBook(book: OpenBook): Promise<Verification> {
  return book.db.connection().execute(() => verifyCopy(book.raw))
}

/** The same for a copy opened read-only. */
export async function verifyCopy(raw: Database.Database): Promise<Verification> {
  const problems: Problem[] = [...(await compareSchema(raw))]
  await run(shown(raw), '台账', problems)
  await run(checkStructure(raw), '文件结构', problems)
  const chain = await run(walkChain(raw), '台账', problems)
  await run(compareFacts(raw), '数据表', problems)
  await run(compareNoticeFiles(raw), '公示文件', problems)
  await run(compareAttachmentFiles(raw), '扫描件', problems)
  const listed = problems.slice(0, MAX_PROBLEMS)
  if (problems.length > MAX_PROBLEMS)
    listed.push({ seq: null, text: `另有 ${problems.length - MAX_PROBLEMS} 处问题未列出` })
  return { ok: problems.length === 0, entries: chain?.entries ?? 0, head: chain?.head ?? '', problems: listed }
}

function* shown(raw: Database.Database): Check {
  showJournal(raw)
  yield null
}

/** Walks a check to its end, letting other work of the process through between rows. A page that cannot be read ends this check only. */
async function run<R>(check: Check<R>, what: string, problems: Problem[]): Promise<R | undefined> {
  try {
    for (let rows = 1; ; rows += 1) {
      const step = check.next()
      if (step.done) return step.value
      if (step.value !== null) problems.push(step.value)
      if (rows % ROWS_A_BREATH === 0) await new Promise((resume) => setImmediate(resume))
    }
  } catch (error) {
    problems.push({ seq: null, text: `${what}读不下去：${readingProblem(error)}` })
    return undefined
  }
}

function readingProblem(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const translated = translateSqliteError(error, '')
  return translated === error ? String(error.code) : '页面损坏'
}
