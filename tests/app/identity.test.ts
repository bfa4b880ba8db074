import { expect, it } from 'vitest'
import { runCheck } from '../../electron/app/findings/run-check.ts'
import { settleIdentity } from '../../electron/app/people/settle-identity.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { readPerson } from '../../electron/app/people/read-person.ts'
import { revealPerson } from '../../electron/app/people/reveal-person.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId, newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

const shared = inventedId('1985-06-16')
const ownNumber = inventedId('1987-03-02')
const thirdNumber = inventedId('1990-01-09')

/** 甲 holds the number, 乙 claims it, 丙 has nothing to do with it. */
async function seatDispute(book: OpenBook): Promise<{ readonly holder: string; readonly claimant: string }> {
  const [holder, claimant] = await seatPeople(book, [
    { name: '试甲', unit: '党政综合办公室', birth: '1985-06-16' },
    { name: '试乙', unit: '社会事务办公室', birth: '1987-03-02', idNumber: null, disputedIdNumber: shared },
    { name: '试丙', unit: '社会事务办公室', birth: '1990-01-09' },
  ])
  return { holder: holder!, claimant: claimant! }
}

async function lists(book: OpenBook): Promise<Record<string, string>> {
  const { people } = await readRoster({}, makeContext(book))
  return Object.fromEntries(people.map((person) => [person.name, person.list]))
}

async function numberOf(book: OpenBook, id: string) {
  return book.db
    .selectFrom('person')
    .select(['id_number', 'disputed_id_number'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

const context = (book: OpenBook) => makeContext(book, { operation: 'identity.settle' })

it('two people with one number are off the sheet until it is settled; then both come back', () =>
  withTownship(async (book) => {
    const { holder, claimant } = await seatDispute(book)
    expect(await lists(book)).toEqual({ 试甲: 'non-compliant', 试乙: 'non-compliant', 试丙: 'in-quota' })
    const detail = await readPerson({ personId: claimant }, context(book))
    expect([detail.person.idNumberMasked, detail.disputedIdNumberMasked, detail.disputedWith]).toEqual([
      null,
      `360111********${shared.slice(-4)}`,
      [{ personId: holder, name: '试甲', unit: '党政综合办公室' }],
    ])

    const { seq } = await settleIdentity(
      { ownerId: holder, otherId: claimant, otherIdNumber: ownNumber, reason: '已核两人身份证原件' },
      context(book),
    )
    expect(await lists(book)).toEqual({ 试甲: 'in-quota', 试乙: 'in-quota', 试丙: 'in-quota' })
    expect((await runCheck({}, context(book))).findings.filter((finding) => finding.rule === 'D1')).toEqual([])
    expect(await numberOf(book, claimant)).toEqual({ id_number: ownNumber, disputed_id_number: null })
    const entry = await newestEntry(book)
    expect([entry.seq, entry.operation, entry.reason]).toEqual([seq, 'identity.settle', '已核两人身份证原件'])
    expect(
      entry.changes.map((change) => [
        change.before?.['id_number'] ?? null,
        change.before?.['disputed_id_number'],
        change.after?.['id_number'],
      ]),
    ).toEqual([[null, shared, ownNumber]])
  }))

it('the number can go to the one who only claimed it; the other may wait for the original without any', () =>
  withTownship(async (book) => {
    const { holder, claimant } = await seatDispute(book)
    await settleIdentity({ ownerId: claimant, otherId: holder, otherIdNumber: null, reason: '原件在乙' }, context(book))
    expect([await numberOf(book, holder), await numberOf(book, claimant)]).toEqual([
      { id_number: null, disputed_id_number: null },
      { id_number: shared, disputed_id_number: null },
    ])
    expect(await lists(book)).toEqual({ 试甲: 'in-quota', 试乙: 'in-quota', 试丙: 'in-quota' })
  }))

it('a settlement that would make a new mistake is refused and nothing changes', () =>
  withTownship(async (book) => {
    const { holder, claimant } = await seatDispute(book)
    const before = await entryCount(book)
    const settle = (otherIdNumber: string, otherId = claimant) =>
      settleIdentity({ ownerId: holder, otherId, otherIdNumber, reason: '核' }, context(book))
    await expect(settle(thirdNumber)).rejects.toMatchObject({ code: 'id_number_taken', details: { name: '试丙' } })
    await expect(settle(shared)).rejects.toMatchObject({ code: 'id_number_taken' })
    await expect(settle(`${ownNumber.slice(0, 17)}${ownNumber.endsWith('0') ? '1' : '0'}`)).rejects.toMatchObject({
      code: 'id_number_invalid',
    })
    await expect(settle(ownNumber, holder)).rejects.toMatchObject({ code: 'not_disputed' })
    await expect(settle(ownNumber, 'nobody')).rejects.toMatchObject({ code: 'person_not_found' })
    const third = await book.db.selectFrom('person').select('id').where('name', '=', '试丙').executeTakeFirstOrThrow()
    await expect(settle(ownNumber, third.id)).rejects.toMatchObject({ code: 'not_disputed' })
    expect([await numberOf(book, claimant), await entryCount(book)]).toEqual([
      { id_number: null, disputed_id_number: shared },
      before,
    ])
  }))

it('correcting the claimant to their own number ends the dispute too', () =>
  withTownship(async (book) => {
    const { claimant } = await seatDispute(book)
    await correctPerson(
      { personId: claimant, reason: '录错', changes: { idNumber: ` ${ownNumber.toLowerCase()} ` } },
      makeContext(book),
    )
    expect(await numberOf(book, claimant)).toEqual({ id_number: ownNumber, disputed_id_number: null })
    expect(await lists(book)).toEqual({ 试甲: 'in-quota', 试乙: 'in-quota', 试丙: 'in-quota' })
  }))

it('correcting the holder leaves the number to the only one who claimed it', () =>
  withTownship(async (book) => {
    const { holder, claimant } = await seatDispute(book)
    await correctPerson({ personId: holder, reason: '录错', changes: { idNumber: ownNumber } }, makeContext(book))
    expect([await numberOf(book, holder), await numberOf(book, claimant)]).toEqual([
      { id_number: ownNumber, disputed_id_number: null },
      { id_number: shared, disputed_id_number: null },
    ])
  }))

it('whoever sees a full ID number stands in the journal, by whom and of whom, before seeing it', () =>
  withTownship(async (book) => {
    const { holder, claimant } = await seatDispute(book)
    const looking = makeContext(book, { operation: 'person.reveal', actor: '李经办' })
    expect(await revealPerson({ personId: holder, reason: '核对原件' }, looking)).toEqual({
      idNumber: shared,
      disputedIdNumber: null,
    })
    const entry = await newestEntry(book)
    expect([entry.operation, entry.actor, entry.reason, entry.change_count]).toEqual([
      'person.reveal',
      '李经办',
      '核对原件',
      0,
    ])
    // The stored sentence holds no name; the screen shows one.
    expect(entry.summary).not.toContain('试甲')
    const { entries } = await readPerson({ personId: holder }, looking)
    expect(entries.map((shown) => shown.summary)).toEqual(['查看了试甲的完整身份证号', '导入'])
    expect((await readPerson({ personId: claimant }, looking)).entries.map((shown) => shown.operation)).toEqual([
      'import.commit',
    ])
    const count = await entryCount(book)
    await expect(revealPerson({ personId: 'nobody', reason: '看' }, looking)).rejects.toMatchObject({
      code: 'person_not_found',
    })
    expect(await entryCount(book)).toBe(count)
  }))
