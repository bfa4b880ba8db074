import type { Transaction } from 'kysely'
import { curedBetween } from '../../domain/findings/finding-states.ts'
import type { Finding } from '../../domain/model/finding.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { addFindingCures } from '../../store/finding-store.ts'
import { readHead, type JournalWriter } from '../../store/journal.ts'
import { readBookState } from '../read-book-state.ts'

/*
 * Which entry cured which finding is put down when the entry is written: the findings of today before and after it, compared. Working it
 * out later would mean a replay of the journal entry by entry. What was found after one entry is what is there before the next, and is held
 * as that. Findings come and go with the calendar too: those were cured by no entry, and none is named for them.
 */

type Work<R> = (tx: Transaction<BookDatabase>, journal: JournalWriter) => Promise<R>

/** Operations that touch nothing a rule reads. */
const LEAVE_FINDINGS: ReadonlySet<string> = new Set([
  'person.reveal',
  'attachment.add',
  'finding.explain',
  'finding.reopen',
  'duty.done',
  'duty.reopen',
  'duty.dates',
  'reform.create',
  'reform.change',
  'reform.remove',
  'reform.addSteps',
  'reform.dropSteps',
  'reform.rebase',
  'reform.import',
  'package.make',
])

/** Runs a command's commit, and puts down with it the findings its entry has cured. `commit` does the work in one transaction. */
export async function recordingCures<R, D>(
  { operation, today }: { readonly operation: string; readonly today: PlainDate },
  work: Work<R>,
  commit: (work: Work<R>) => Promise<D>,
): Promise<D> {
  if (LEAVE_FINDINGS.has(operation)) return commit(work)
  return commit(async (tx, journal) => {
    const { seq } = await readHead(tx)
    const before = await findingsOf(tx, today)
    const result = await work(tx, journal)
    // Nothing was found: nothing can have been cured, and what is found now is asked for by whoever wants to see it.
    const after = before === null || before.length === 0 ? null : await findingsOf(tx, today)
    if (before === null || after === null) return result
    const cures = curedBetween(before, after).map(({ rule, subject, finding }) => ({
      seq: seq + 1,
      rule,
      subject,
      unitId: finding.unitId,
      personId: finding.personId,
      severity: finding.severity,
      text: finding.text,
    }))
    await addFindingCures(tx, cures)
    return result
  })
}

/** Null where the rules cannot be run: what the clerk writes down must not be lost for it, and the check itself says what is wrong. */
async function findingsOf(tx: Transaction<BookDatabase>, day: PlainDate): Promise<readonly Finding[] | null> {
  try {
    return (await readBookState(tx, day)).findings
  } catch {
    return null
  }
}
