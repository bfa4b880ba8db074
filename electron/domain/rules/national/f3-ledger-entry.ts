import { workingDaysAfter } from '../../calendar/working-days.ts'
import type { DocumentRecord, LedgerChange } from '../../model/book-snapshot.ts'
import { addMonthsToDay } from '../../model/plain-date.ts'
import { ASK_RECEIPT, documentFiledOn } from '../filings.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText } from '../wording.ts'

const DAYS = 'ledgerEntryWorkingDays'
const REVIEW = 'changeReviewMonths'
/** Events about the establishment itself; those about people have a deadline of their own (F1, F4). */
const ESTABLISHMENT = /^(?:quota|unit|nameplate|leadershipQuota|rankQuota|tolerance|offQuotaControl)\./

/**
 * A document of the 编委 or 编办 that reached the ledger late, counted from the document's own day. Documents without a day, and rows that
 * came in by an import, cannot be judged. One finding a document, by the last of its entries.
 */
export const ledgerEntryRule: Rule<'changes' | 'documents' | 'holidays' | 'records'> = {
  id: 'F3',
  title: '编制文件应及时登记台账',
  severity: 'warning',
  effect: 'none',
  sources: [
    {
      law: 'ledger-practice',
      article: null,
      clause: '机构编制文件下发后 5 个工作日内登记台账，变动即更新；天数由各地规定',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['changes', 'documents', 'holidays', 'records'],
  parameters: [DAYS, REVIEW],
  check: ({ snapshot, parameters }) => {
    const days = numberParameter(parameters, DAYS)
    const since = addMonthsToDay(snapshot.asOf, -numberParameter(parameters, REVIEW))
    const entered = lastEntries(snapshot.changes)
    return snapshot.documents.flatMap((document): readonly Flag[] => {
      const entry = entered.get(document.number)
      if (entry === undefined || document.issuedOn === null || document.issuedOn < since || !isOfBureau(document))
        return []
      const deadline = workingDaysAfter(document.issuedOn, days, snapshot.holidays)
      const filed = documentFiledOn(snapshot.records.filing, document.number)
      if ((filed ?? entry.recordedOn) <= deadline || snapshot.asOf <= deadline) return []
      return [
        {
          unitId: entry.unitId,
          ...(filed === null ? { severity: 'info' as const } : {}),
          text:
            `${document.number}${dateText(document.issuedOn)}下发，应在${dateText(deadline)}前登记台账（${days} 个工作日），` +
            `${dateText(filed ?? entry.recordedOn)}才登记${filed === null ? '，没有回执' : ''}。`,
          remedy: filed === null ? ASK_RECEIPT : '收到编制文件当天登记；本次在台账备注里写明迟登原因。',
          facts: { 文件日期: document.issuedOn, 应登记日: deadline, 登记日: entry.recordedOn },
        },
      ]
    })
  },
}

/** The last registration of each document; putting an entry right is no late entry. */
function lastEntries(changes: readonly LedgerChange[]): ReadonlyMap<string, LedgerChange> {
  const last = new Map<string, LedgerChange>()
  for (const change of changes) {
    if (change.documentNumber === null || change.correction || !ESTABLISHMENT.test(change.type)) continue
    const known = last.get(change.documentNumber)
    if (known === undefined || known.recordedOn < change.recordedOn) last.set(change.documentNumber, change)
  }
  return last
}

function isOfBureau(document: DocumentRecord): boolean {
  return `${document.issuingBody ?? ''}${document.number}`.includes('编')
}
