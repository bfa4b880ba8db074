import type { LedgerChange } from '../model/book-snapshot.ts'
import type { Holding } from '../model/person.ts'
import type { EvidenceKind, RecordBook } from '../model/records.ts'

/** What allows a 借调, as far as the book knows. */
export interface SecondmentPapers {
  /** "山组〔2026〕3号", "借调审批表"; undefined: nothing is on record. */
  readonly of: (holding: Holding) => string | undefined
  /** True where the superior has approved the person's term. */
  readonly approvedAbove: (personId: string) => boolean
  /** True where the book keeps approvals of 借调 at all: only then is a missing one a fault and not a gap in what was entered. */
  readonly kept: boolean
}

/** Which papers allow a 借调; null: it is about something else. */
const APPROVALS: Readonly<Record<EvidenceKind, string | null>> = {
  secondmentApproval: '借调审批表',
  superiorApproval: '上级批准',
  overRank: null,
  partyOpinion: null,
  earlyRetirement: null,
  enforcementLicence: null,
  other: null,
}
const TERMS = /^(?:secondment|attachment)\.(?:in|out)$|^term\.renew$/

/** Papers by person: records of approval first, else the document of the event, else what the row itself names. */
export function secondmentPapers(
  records: Pick<RecordBook, 'evidence'>,
  changes: readonly LedgerChange[],
): SecondmentPapers {
  const papers = new Map<string | null, string>()
  for (const change of changes)
    if (change.documentNumber !== null && TERMS.test(change.type)) papers.set(change.personId, change.documentNumber)
  const approvals = records.evidence.flatMap(({ evidence, personId, documentNumber }) => {
    const name = APPROVALS[evidence]
    return name === null ? [] : [{ evidence, personId, paper: documentNumber ?? name }]
  })
  for (const { personId, paper } of approvals) papers.set(personId, paper)
  const above = new Set(
    approvals.filter(({ evidence }) => evidence === 'superiorApproval').map(({ personId }) => personId),
  )
  return {
    of: (holding) => papers.get(holding.personId) ?? holding.entryDocumentNumber ?? undefined,
    approvedAbove: (personId) => above.has(personId),
    kept: approvals.length > 0,
  }
}
