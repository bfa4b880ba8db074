import { isRefusalCode, Refusal, refusalText } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { recordType, type RecordValue } from '../../contract/records.ts'
import { ledgerBook } from '../../domain/ledger/book/ledger-book.ts'
import { planRecord } from '../../domain/records/plan-record.ts'
import { readRecordValue } from '../../domain/records/read-record-sheet.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeFacts } from '../../store/write-facts.ts'
import type { CommandContext } from '../context.ts'
import { keptContent, refuseWrongSubject, storedContent } from './record-content.ts'

type Refused = Output<'record.addMany'>['refused'][number]

/**
 * 年度考核 of a whole township and the like: one record a line, all of one kind, one day, one paper, one entry. Nothing is written while a cell
 * cannot be read or a person stands twice; every such cell comes back with why.
 */
export async function addRecords(
  input: Input<'record.addMany'>,
  context: CommandContext,
): Promise<Output<'record.addMany'>> {
  const { kind, from, rows } = input
  const { title, fields, oneAtATime, keepsUnsaid } = recordType(kind)
  refuseWrongSubject(kind, true, false)
  const facts = await loadFacts(context.db)
  const ledger = ledgerBook(facts)
  const known = new Set(facts.person.map(({ id }) => id))
  const refused: Refused[] = []
  const seen = new Set<string>()
  const plans = rows.flatMap(({ personId, fields: typed }) => {
    const refuse = (field: string, problem: string) => refused.push({ personId, field, problem })
    const first = fields[0]?.name ?? ''
    if (!known.has(personId)) refuse(first, '编制本里没有此人')
    if (seen.has(personId)) refuse(first, '同一个人写了两行')
    seen.add(personId)
    const told = refused.length
    const said: Readonly<Record<string, RecordValue>> = Object.fromEntries(
      fields.map((field) => [
        field.name,
        readRecordValue(field, typed[field.name] ?? '', (_code, problem) => refuse(field.name, problem)),
      ]),
    )
    if (refused.length > told || !known.has(personId)) return []
    const subject = { personId, unitId: null }
    const content = contentOf(() =>
      storedContent(kind, { ...keptContent(kind, facts.record, subject, from), ...said }, ledger, from),
    )
    if ('problem' in content) {
      refuse(content.field ?? first, content.problem)
      return []
    }
    const plan = planRecord(
      {
        id: context.newId(),
        kind,
        ...subject,
        content: content.text,
        documentNumber: input.documentNumber === undefined || input.documentNumber === '' ? null : input.documentNumber,
        from,
        to: null,
        recordedAt: context.clock.now(),
      },
      facts.record,
      oneAtATime,
      keepsUnsaid,
    )
    if ('refusal' in plan) {
      const code = isRefusalCode(plan.refusal) ? plan.refusal : 'internal'
      refuse(first, refusalText(code, plan.details))
      return []
    }
    return [plan]
  })
  if (refused.length > 0) return { seq: null, added: 0, refused }
  const { entry } = await context.commit(
    {
      effectiveOn: from,
      documentNumber: input.documentNumber ?? null,
      summary: `为 ${plans.length} 人登记${title}`,
    },
    async (_, journal) => {
      await writeFacts(
        journal,
        plans.flatMap(({ writes }) => writes),
      )
    },
  )
  return { seq: entry.seq, added: plans.length, refused: [] }
}

/** The content as it is stored, or what it was refused for and at which field. */
function contentOf(
  work: () => string,
): { readonly text: string } | { readonly problem: string; readonly field: string | undefined } {
  try {
    return { text: work() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const at = error.details['at']
    return {
      problem: refusalText(error.code, error.details),
      field: typeof at === 'string' ? at.replace(/^content\./, '') : undefined,
    }
  }
}
