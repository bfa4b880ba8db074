import type { Input, Output } from '../../contract/operations.ts'
import type { ContentDifferenceView, SentPackageView } from '../../contract/package-operations.ts'
import { compareContents } from '../../domain/county/compare-contents.ts'
import type { PackageContent } from '../../domain/county/package-content.ts'
import { readSentPackages, readTakenReceipts, type SentPackage } from '../../store/package-store.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { QueryContext } from '../context.ts'
import { contentFrom, readContent } from './book-content.ts'

/** What a package of the day would tell, what is other than in the one made last, and those made before. */
export async function readPackageState(
  input: Input<'package.read'>,
  context: QueryContext,
): Promise<Output<'package.read'>> {
  const asOf = input.asOf ?? context.clock.today()
  const content = await readContent({ asOf, numbers: 'masked' }, context)
  const { parts, totals, head } = content
  const sum = (of: 'quota' | 'actual' | 'over') => totals.categories.reduce((total, one) => total + one[of], 0)
  const sent = await readSentPackages(context.db)
  const last = sent[0]
  return {
    asOf,
    township: { name: head.township.name, code: head.township.code },
    counts: {
      units: parts.units.length,
      people: parts.people.length,
      findings: parts.findings.length,
      duties: parts.duties.length,
      quota: sum('quota'),
      actual: sum('actual'),
      over: sum('over'),
    },
    errors: parts.findings.filter((one) => one.severity === 'error' && one.state === 'open').length,
    sent: await listSent(sent, context),
    changes: last === undefined ? null : await changesSince(last, content, context),
  }
}

async function changesSince(
  last: SentPackage,
  content: PackageContent,
  context: QueryContext,
): Promise<ContentDifferenceView[]> {
  const before = await contentFrom(
    await replayFacts(context.db, { seq: last.seq }),
    { asOf: last.asOf, numbers: 'masked', journal: { seq: last.seq, head: last.head }, overdue: [] },
    context,
  )
  return [...compareContents(before, content, new Map())]
}

/** Every package made, newest first, with what was answered. */
export async function readPackageHistory(
  _input: Input<'package.history'>,
  context: QueryContext,
): Promise<Output<'package.history'>> {
  return { sent: await listSent(await readSentPackages(context.db), context) }
}

async function listSent(sent: readonly SentPackage[], { db }: QueryContext): Promise<SentPackageView[]> {
  const receipts = await readTakenReceipts(db)
  return sent.map((one) => {
    const answer = receipts.find((receipt) => receipt.head === one.head)
    return {
      madeAt: one.madeAt,
      asOf: one.asOf,
      seq: one.seq,
      kind: one.kind,
      people: one.people,
      masked: one.numbers === 'masked',
      locked: one.locked,
      fileName: one.fileName,
      sha256: one.sha256,
      answer:
        answer === undefined
          ? null
          : { number: answer.number, accepted: answer.accepted, reasons: [...answer.reasons] },
    }
  })
}
