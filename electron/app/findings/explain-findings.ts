import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { keyText, type KeyedFinding } from '../../domain/findings/finding-key.ts'
import { stateFindings, type FindingMark, type StatedFinding } from '../../domain/findings/finding-states.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { addFindingMarks, readFindingMarks } from '../../store/finding-store.ts'
import type { CommandContext } from '../context.ts'
import { readBookState } from '../read-book-state.ts'
import type { Transaction } from 'kysely'
import type { BookDatabase } from '../../store/book-database.ts'

/**
 * 说明: the facts stand, and why, until when; a key of any rule names its fact, and what is said covers all its rules. They count on in every
 * check. All of them in one entry, or none.
 * @throws `finding_gone` for one that is not found today, `invalid_input` for an end before today.
 */
export async function explainFindings(
  input: Input<'finding.explain'>,
  context: CommandContext,
): Promise<Output<'finding.explain'>> {
  const today = context.clock.today()
  if (input.until !== undefined && input.until < today)
    throw new Refusal('invalid_input', { field: '有效至', problem: `${input.until} 已过，应在今天以后` })
  const said = {
    kind: 'explained',
    untilOn: input.until ?? null,
    saidBy: told(input.by),
    reason: input.reason,
    documentNumber: told(input.documentNumber),
  } as const
  const { result, entry } = await context.commit(
    { effectiveOn: today, documentNumber: said.documentNumber, reason: input.reason, summary: '说明问题' },
    async (tx, journal) => {
      const chosen = chosenFindings(await statedToday(tx, today), input.keys)
      await addFindingMarks(
        journal,
        rulesOf(chosen).map((one) => markOf(one, said, today, context.newId())),
        context.clock.now(),
      )
      journal.describe({ summary: summaryOf('说明', chosen, input.until) })
      return chosen.length
    },
  )
  return { seq: entry.seq, explained: result }
}

/** 重新打开: an explanation is withdrawn from today on; it stays readable. @throws `finding_not_explained`. */
export async function reopenFindings(
  input: Input<'finding.reopen'>,
  context: CommandContext,
): Promise<Output<'finding.reopen'>> {
  const today = context.clock.today()
  const said = { kind: 'reopened', untilOn: null, saidBy: null, reason: input.reason, documentNumber: null } as const
  const { result, entry } = await context.commit(
    { effectiveOn: today, reason: input.reason, summary: '重新打开问题' },
    async (tx, journal) => {
      const chosen = chosenFindings(await statedToday(tx, today), input.keys)
      const open = chosen.find((one) => one.state === 'open')
      if (open !== undefined) throw new Refusal('finding_not_explained', { rule: open.rule })
      await addFindingMarks(
        journal,
        rulesOf(chosen).map((one) => markOf(one, said, today, context.newId())),
        context.clock.now(),
      )
      journal.describe({ summary: summaryOf('重新打开', chosen, undefined) })
      return chosen.length
    },
  )
  return { seq: entry.seq, reopened: result }
}

async function statedToday(tx: Transaction<BookDatabase>, today: PlainDate): Promise<readonly StatedFinding[]> {
  const { findings } = await readBookState(tx, today)
  return stateFindings(findings, await readFindingMarks(tx), today)
}

function chosenFindings(stated: readonly StatedFinding[], keys: readonly string[]): readonly StatedFinding[] {
  const byKey = new Map(stated.flatMap((one) => [one, ...one.alsoBy].map((rule) => [keyText(rule), one] as const)))
  const facts = keys.map((key) => {
    const found = byKey.get(key)
    if (found === undefined) throw new Refusal('finding_gone', { key })
    return found
  })
  return [...new Set(facts)]
}

/** What is said of a fact is said of every rule that speaks of it. */
function rulesOf(chosen: readonly StatedFinding[]): readonly KeyedFinding[] {
  return chosen.flatMap((one) => [one, ...one.alsoBy])
}

function markOf(
  { rule, subject, finding }: KeyedFinding,
  said: Pick<FindingMark, 'kind' | 'untilOn' | 'saidBy' | 'reason' | 'documentNumber'>,
  markedOn: PlainDate,
  id: string,
): FindingMark & { readonly id: string } {
  return { id, rule, subject, unitId: finding.unitId, personId: finding.personId, markedOn, ...said }
}

/** No name in it: a person stands as a mark. */
function summaryOf(act: string, chosen: readonly StatedFinding[], until: string | undefined): string {
  const [only, ...others] = chosen
  const end = until === undefined ? '' : `，至 ${until}`
  if (only !== undefined && others.length === 0)
    return `${act}问题 ${only.rule}${only.finding.personId === null ? '' : `（${personMark(only.finding.personId)}）`}${end}`
  return `${act} ${chosen.length} 个问题（${[...new Set(chosen.map((one) => one.rule))].join('、')}）${end}`
}

function told(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
