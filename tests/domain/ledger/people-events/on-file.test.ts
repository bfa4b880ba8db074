import { expect, it } from 'vitest'
import type { EventTools, PlanResult } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { planAbsenceBegin } from '../../../../electron/domain/ledger/events/absence-begin.ts'
import { planApprovalGrant } from '../../../../electron/domain/ledger/events/approval-grant.ts'
import { planArrival } from '../../../../electron/domain/ledger/events/arrival.ts'
import { planBatchTransfer } from '../../../../electron/domain/ledger/events/batch-transfer.ts'
import { planConcurrentBegin } from '../../../../electron/domain/ledger/events/concurrent-begin.ts'
import { planDismiss } from '../../../../electron/domain/ledger/events/dismiss.ts'
import { planEntry } from '../../../../electron/domain/ledger/events/entry.ts'
import { planExit } from '../../../../electron/domain/ledger/events/exit.ts'
import { planMove } from '../../../../electron/domain/ledger/events/move.ts'
import { planOffQuotaBegin } from '../../../../electron/domain/ledger/events/off-quota-begin.ts'
import { planOffQuotaEnd } from '../../../../electron/domain/ledger/events/off-quota-end.ts'
import { planRestore } from '../../../../electron/domain/ledger/events/restore.ts'
import { planSecondmentIn } from '../../../../electron/domain/ledger/events/secondment-in.ts'
import { planTermEnd } from '../../../../electron/domain/ledger/events/term-end.ts'
import { ledgerBook, type LedgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import { verifyBook } from '../../../../electron/store/integrity.ts'
import { commitCommand } from '../../../../electron/store/journal.ts'
import { loadFacts } from '../../../../electron/store/load-facts.ts'
import type { OpenBook } from '../../../../electron/store/open.ts'
import { writeFacts } from '../../../../electron/store/write-facts.ts'
import { RECORDED_AT } from '../../../kit/book.ts'
import { nextId, TODAY } from '../../../kit/context.ts'
import { seatPeople } from '../../../kit/people.ts'
import { unitNamed, withTownship } from '../../../kit/township.ts'
import { line, personNamed, standing } from './town.ts'

const tools: EventTools = { newId: nextId, recordedAt: RECORDED_AT, today: TODAY }

/** Plans on what the file holds and saves the way `event.add` does. */
async function save<E extends { readonly on: string }>(
  book: OpenBook,
  plan: (event: E, ledger: LedgerBook, tools: EventTools) => PlanResult,
  event: E,
): Promise<void> {
  const result = plan(event, ledgerBook(await loadFacts(book.db)), tools)
  if ('refusal' in result) throw new Error(`${result.refusal} ${JSON.stringify(result.details)}`)
  await commitCommand(
    book.db,
    {
      recordedAt: RECORDED_AT,
      actor: '经办人',
      operation: 'event.add',
      effectiveOn: event.on,
      summary: result.summary,
    },
    (_, journal) => writeFacts(journal, result.writes),
  )
}

it('the file takes a working life in events, and stays what its journal says', () =>
  withTownship(async (book) => {
    const [office, social] = [await unitNamed(book, '党政综合办公室'), await unitNamed(book, '社会事务办公室')]
    const [one, two] = await seatPeople(book, [
      { name: '甲一', unit: '党政综合办公室' },
      { name: '甲二', unit: '党政综合办公室', birth: '1986-03-02', title: '副主任', leadership: 'deputy' },
    ])
    if (one === undefined || two === undefined) throw new Error('nobody was seated')
    const before = line(await loadFacts(book.db), office, '2026-01-01')

    await save(book, planApprovalGrant, {
      type: 'approval.grant',
      on: '2026-03-01',
      unit: office,
      category: 'administrative',
      count: 2,
      number: '用编〔2026〕3号',
      expiresOn: '2027-03-01',
    })
    await save(book, planEntry, {
      type: 'entry',
      on: '2026-04-01',
      person: { name: '新人' },
      unit: office,
      post: '科员',
      category: 'administrative',
      cause: '21',
      approval: '用编〔2026〕3号',
      arrivesOn: null,
      document: { number: '试人〔2026〕1号' },
    })
    const newcomer = personNamed(await loadFacts(book.db), '新人')
    await save(book, planArrival, { type: 'arrival', on: '2026-05-01', person: newcomer, post: '科员' })
    await save(book, planMove, { type: 'move', on: '2026-06-01', person: newcomer, unit: social, post: '科员' })
    // On the day of the move: in place.
    await save(book, planMove, { type: 'move', on: '2026-06-01', person: newcomer, unit: social, post: '专干' })
    await save(book, planConcurrentBegin, {
      type: 'concurrent.begin',
      on: '2026-06-02',
      person: one,
      unit: social,
      post: '会计',
    })
    await save(book, planAbsenceBegin, { type: 'absence.begin', on: '2026-06-03', person: one, kind: 'study' })
    await save(book, planDismiss, { type: 'dismiss', on: '2026-06-04', person: two })
    await save(book, planBatchTransfer, { type: 'batch.transfer', on: '2026-07-01', people: [one, two], unit: social })
    await save(book, planExit, {
      type: 'exit',
      on: '2026-08-01',
      person: one,
      cause: '32',
      proofs: ['辞职申请', '单位研究意见'],
    })
    await save(book, planRestore, {
      type: 'restore',
      on: '2026-09-01',
      person: one,
      unit: office,
      post: '科员',
      category: 'administrative',
    })
    await save(book, planSecondmentIn, {
      type: 'secondment.in',
      on: '2026-09-01',
      person: { name: '来客' },
      unit: office,
      from: '区林业局',
    })
    await save(book, planOffQuotaBegin, {
      type: 'offQuota.begin',
      on: '2026-09-01',
      person: { name: '帮手' },
      unit: office,
      kind: 'agency',
    })
    const guests = await loadFacts(book.db)
    await save(book, planTermEnd, { type: 'term.end', on: '2026-09-01', person: personNamed(guests, '来客') })
    await save(book, planOffQuotaEnd, { type: 'offQuota.end', on: '2026-10-01', person: personNamed(guests, '帮手') })

    const facts = await loadFacts(book.db)
    expect(line(facts, office, '2026-01-01')).toBe(before)
    expect(standing(facts, newcomer, TODAY)).toEqual([`substantive ${social} 专干 占编`])
    expect(standing(facts, two, TODAY)).toEqual([`substantive ${social} 待安排 占编`])
    expect(standing(facts, one, '2026-08-15')).toEqual([])
    expect(standing(facts, one, TODAY)).toEqual([`substantive ${office} 科员 占编`])
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  }))
