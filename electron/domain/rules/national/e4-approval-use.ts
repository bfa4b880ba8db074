import type { PlainDate } from '../../model/plain-date.ts'
import type { Arrival, EntryApproval } from '../../model/quota.ts'
import type { Flag, Rule } from '../rule.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import { dateText, lineName, nameList, peopleOf } from '../wording.ts'
import { onlyWithinApproved, basisOfPeople, rosterOutline2010 } from '../sources.ts'

/** Who came by an approval, and on which day. */
type Arrived = ReadonlyMap<string, PlainDate>

/** A 用编核准 lets in as many as it says, until its last day. One that has run out with seats left is only worth a word: it reserves nothing any more. */
export const approvalUseRule: Rule<'approvals' | 'arrivals'> = {
  id: 'E4',
  title: '用编核准不得超数、过期使用',
  severity: 'error',
  effect: 'none',
  sources: [basisOfPeople, onlyWithinApproved, rosterOutline2010('通知单按核定的人数、在有效期内使用')],
  pack: null,
  stage: 'facts',
  reads: ['approvals', 'arrivals'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const arrivals = Map.groupBy(snapshot.arrivals, (arrival) => arrival.approvalId)
    return snapshot.approvals.flatMap((approval) => {
      const arrived = firstDays(arrivals.get(approval.id) ?? [])
      return [
        ...overused(approval, arrived, index),
        ...usedLate(approval, arrived, index),
        ...ranOut(approval, arrived, snapshot.asOf, index),
      ]
    })
  },
}

function firstDays(arrivals: readonly Arrival[]): Arrived {
  const days = new Map<string, PlainDate>()
  for (const { personId, on } of arrivals) days.set(personId, earlier(days.get(personId), on))
  return days
}

function earlier(known: PlainDate | undefined, on: PlainDate): PlainDate {
  return known !== undefined && known < on ? known : on
}

function overused(approval: EntryApproval, arrived: Arrived, index: SnapshotIndex): readonly Flag[] {
  const over = arrived.size - approval.amount
  if (over <= 0) return []
  return [
    {
      unitId: approval.unitId,
      text:
        `用编核准${approval.number}（${lineName(index, approval)}）核准 ${approval.amount} 名，已到位 ${arrived.size} ` +
        `名，超用 ${over} 名：${nameList(peopleOf(index, [...arrived.keys()]))}。`,
      remedy: '超出的人员补办用编核准，登记在新的核准编号下。',
      facts: { 核准: approval.amount, 到位: arrived.size, 超用: over },
    },
  ]
}

function usedLate(approval: EntryApproval, arrived: Arrived, index: SnapshotIndex): readonly Flag[] {
  const last = approval.expiresOn
  if (last === null) return []
  return [...arrived].flatMap(([personId, on]) => {
    const person = index.person(personId)
    if (on <= last || person === undefined) return []
    return [
      {
        unitId: approval.unitId,
        personId,
        text: `${person.name}${dateText(on)}到位，用编核准${approval.number}的有效期到${dateText(last)}为止，过期使用。`,
        remedy: '向编办补办延期或重新核准，登记新的核准编号。',
        facts: { 到位日: on, 有效期至: last },
      },
    ]
  })
}

function ranOut(approval: EntryApproval, arrived: Arrived, asOf: PlainDate, index: SnapshotIndex): readonly Flag[] {
  const left = approval.amount - arrived.size
  if (approval.expiresOn === null || approval.expiresOn >= asOf || left <= 0) return []
  return [
    {
      severity: 'warning',
      unitId: approval.unitId,
      personId: approval.personId,
      text: `用编核准${approval.number}（${lineName(index, approval)}）${dateText(approval.expiresOn)}已过期，还有 ${left} 名没有到位，不再预占编制。`,
      remedy: '仍要用编的，向编办申请延期后重新登记；不用的，登记取消核准。',
      facts: { 核准: approval.amount, 到位: arrived.size, 未用: left },
    },
  ]
}
