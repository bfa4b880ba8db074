import { effectOf } from '../../../vocabulary/events.ts'
import { isNumber } from '../../../vocabulary/document-number.ts'
import type { BookSnapshot, DocumentRecord, LedgerChange } from '../../model/book-snapshot.ts'
import { EXIT_MEMORY_YEARS } from '../../model/exit-event.ts'
import { addYears, type PlainDate } from '../../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { QuotaEntry } from '../../model/quota.ts'
import type { Flag, Rule } from '../rule.ts'
import { madeOf } from '../../model/made-of.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import { dateText, unitName } from '../wording.ts'
import { oneApproval, rightFigures } from '../sources.ts'

type Input = Pick<BookSnapshot, 'asOf' | 'quotaHistory' | 'leadershipQuotas' | 'documents' | 'changes'>

/** True for an event that may end a quota without another beginning. */
function mayEndQuota({ type }: LedgerChange): boolean {
  const effect = effectOf(type)
  return effect === 'quotaDown' || effect === 'quotaMoves'
}

/**
 * 期初 + 增 − 减 = 期末, each step by a document with 文号, 发文日期 and 发文机关. A number that simply stops, with nothing after it and no
 * event of that day, is a decrease without a basis; events older than the snapshot's memory are not looked for.
 */
export const ledgerBasisRule: Rule<'quotaHistory' | 'leadershipQuotas' | 'documents' | 'changes' | 'units'> = {
  id: 'A6',
  title: '台账增减应平衡，每次变动有据可查',
  severity: 'error',
  effect: 'none',
  sources: [rightFigures, oneApproval, { law: 'wuhu-three-checks', article: null, clause: '台账记录或依据文件不完整' }],
  pack: null,
  stage: 'facts',
  reads: ['quotaHistory', 'leadershipQuotas', 'documents', 'changes', 'units'],
  parameters: [],
  check: ({ snapshot, index }) => [
    ...unbalanced(snapshot, index),
    ...withoutNumber(snapshot, index),
    ...incompleteDocuments(snapshot),
  ],
}

function unbalanced(snapshot: Input, index: SnapshotIndex): readonly Flag[] {
  const since = addYears(snapshot.asOf, -EXIT_MEMORY_YEARS)
  const ended = endedOf(snapshot.quotaHistory)
  if (ended.length === 0) return []
  const begins = new Set(snapshot.quotaHistory.map((entry) => stepKey(entry, entry.validFrom)))
  const explained = new Set(
    snapshot.changes
      .filter((change) => mayEndQuota(change) && change.documentNumber !== null)
      .map((change) => change.on),
  )
  return ended.flatMap((entry): readonly Flag[] => {
    const end = entry.validTo
    if (
      end === null ||
      end > snapshot.asOf ||
      end < since ||
      entry.amount === 0 ||
      begins.has(stepKey(entry, end)) ||
      explained.has(end)
    )
      return []
    return [
      {
        unitId: entry.unitId,
        text: `${entryName(entry, index)}期初 ${entry.amount} 名（${entry.documentNumber}），${dateText(end)}减 ${entry.amount} 名，没有登记依据；期末 0 名与增减对不上。`,
        remedy: '补登这次核减的文号、日期和发文机关；登记错的，撤销后重登。',
        facts: { 期初: entry.amount, 减少: entry.amount, 期末: 0, 日期: end },
      },
    ]
  })
}

function stepKey({ unitId, category, role }: QuotaEntry, day: PlainDate): string {
  return `${unitId}|${category}|${role}|${day}`
}

/* Found once as long as no line changes. */
const numberless = madeOf((entries: Input['quotaHistory']) =>
  entries.filter((entry) => !isNumber(entry.documentNumber)),
)
const numberlessLeadership = madeOf((entries: Input['leadershipQuotas']) =>
  entries.filter((entry) => !isNumber(entry.documentNumber)),
)
const endedOf = madeOf((entries: Input['quotaHistory']) => entries.filter(({ validTo }) => validTo !== null))

function withoutNumber(snapshot: Input, index: SnapshotIndex): readonly Flag[] {
  const quotas = numberless(snapshot.quotaHistory).map((entry) => ({
    ...entry,
    name: `${entryName(entry, index)} ${entry.amount} 名`,
  }))
  const leadership = numberlessLeadership(snapshot.leadershipQuotas).map((entry) => ({
    ...entry,
    name: `${unitName(index, entry.unitId)} 领导职数 ${entry.amount} 名`,
  }))
  const pending = [...quotas, ...leadership]
  if (pending.length === 0) return []
  // One paper is missing, not so many: the plan a book began with has one number for all its lines.
  const [waiting, missing] = [
    pending.filter((entry) => entry.documentNumber.trim() !== ''),
    pending.filter((entry) => entry.documentNumber.trim() === ''),
  ]
  return [
    ...(waiting.length === 0
      ? []
      : [
          {
            severity: 'warning' as const,
            text: `台账有 ${waiting.length} 条核定数文号待补：${waiting
              .slice(0, 3)
              .map((entry) => entry.name)
              .join('、')}${waiting.length > 3 ? ' 等' : ''}。`,
            remedy: '对照本乡镇的方案（批文）补登文号、日期和发文机关；补登前，公示不写文号。',
            facts: { 待补: waiting.length },
          },
        ]),
    ...missing.map((entry): Flag => ({
      unitId: entry.unitId,
      text: `${entry.name}（${dateText(entry.validFrom)}起）没有登记依据文号。`,
      remedy: '对照批文补登文号、日期和发文机关。',
      facts: { 核定: entry.amount, 生效日: entry.validFrom },
    })),
  ]
}

/** One finding a document, however many numbers stand on it. */
function incompleteDocuments(snapshot: Input): readonly Flag[] {
  const uses = usesOf(snapshot.quotaHistory, snapshot.leadershipQuotas)
  return snapshot.documents.flatMap((document): readonly Flag[] => {
    const entries = uses.get(document.number)
    const missing = missingFacts(document)
    if (entries === undefined || missing.length === 0 || !isNumber(document.number)) return []
    return [
      {
        severity: 'warning',
        text: `${document.number}没有登记${missing.join('、')}；台账有 ${entries.length} 条核定数以它为依据。`,
        remedy: '照原件补登，并附上扫描件。',
        facts: { 文号: document.number, 依据它的核定数: entries.length },
      },
    ]
  })
}

/** Lines by the number they stand on; kept as long as no line changes. */
const usesOf = madeOf((quotas: Input['quotaHistory'], leadership: Input['leadershipQuotas']) =>
  Map.groupBy([...quotas, ...leadership], (entry) => entry.documentNumber),
)

function missingFacts({ issuedOn, issuingBody }: DocumentRecord): readonly string[] {
  return [...(issuedOn === null ? ['发文日期'] : []), ...(issuingBody === null ? ['发文机关'] : [])]
}

function entryName(entry: QuotaEntry, index: SnapshotIndex): string {
  return `${unitName(index, entry.unitId)} ${QUOTA_CATEGORY_NAMES[entry.category]}${entry.role === 'ceiling' ? '总数' : ''}`
}
