import { expect, it } from 'vitest'
import { readJournal } from '../../electron/app/ledger/read-journal.ts'
import { chooseOverQuota } from '../../electron/app/people/choose-over-quota.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry, seatPeople, type SeatedPerson } from '../kit/people.ts'
import { entryCount, unitNamed, withTownship } from '../kit/township.ts'
import { setQuota } from '../kit/set-quota.ts'

const OFFICE = '党政综合办公室'

/** Six people on the office's five seats; 员6 came last. */
const SIX: readonly SeatedPerson[] = [1, 2, 3, 4, 5, 6].map((n) => ({
  name: `员${n}`,
  unit: OFFICE,
  birth: `198${n}-05-01`,
  enteredOn: `201${n}-07`,
}))

async function over(book: OpenBook, asOf?: string): Promise<readonly string[]> {
  return (
    await readRoster({ list: 'over-quota', ...(asOf === undefined ? {} : { asOf }) }, makeContext(book))
  ).people.map((person) => person.name)
}

async function choose(
  book: OpenBook,
  personIds: readonly string[],
  more: { readonly reason?: string; readonly effectiveOn?: string } = {},
) {
  const input = {
    unitId: await unitNamed(book, OFFICE),
    category: 'administrative' as const,
    personIds: [...personIds],
    reason: '按竞争上岗结果',
    ...more,
  }
  return chooseOverQuota(input, makeContext(book, { operation: 'overQuota.choose' }))
}

it('without a choice the latest to enter is over; a choice moves it, with its reason in the journal', () =>
  withTownship(async (book) => {
    const ids = await seatPeople(book, SIX)
    expect(await over(book)).toEqual(['员6'])
    const before = await entryCount(book)
    const { seq } = await choose(book, [ids[1]!])
    expect(await over(book)).toEqual(['员2'])
    const { people, counts } = await readRoster({}, makeContext(book))
    expect(counts).toMatchObject({ 'in-quota': 5, 'over-quota': 1 })
    expect(people.find((person) => person.name === '员2')).toMatchObject({ list: 'over-quota', status: '超编' })
    const { entries } = await readJournal({ limit: 1 }, makeContext(book))
    expect(entries).toMatchObject([
      {
        seq,
        operation: 'overQuota.choose',
        title: '指定超编人员',
        effectiveOn: '2026-11-22',
        reason: '按竞争上岗结果',
        summary: '指定党政综合办公室行政编制的超编人员 1 名',
        changes: 1,
      },
    ])
    expect(await entryCount(book)).toBe(before + 1)
  }))

it('a later choice takes the place of the earlier from its day, and the days before stay as they were', () =>
  withTownship(async (book) => {
    const ids = await seatPeople(book, SIX)
    await choose(book, [ids[1]!], { effectiveOn: '2026-11-01' })
    await choose(book, [ids[2]!])
    expect([
      await over(book, '2026-10-31'),
      await over(book, '2026-11-01'),
      await over(book, '2026-11-21'),
      await over(book),
    ]).toEqual([['员6'], ['员2'], ['员2'], ['员3']])
    await choose(book, [ids[3]!], { reason: '改正' })
    expect(await over(book)).toEqual(['员4'])
    expect(
      (await newestEntry(book)).changes.map((change) => [
        change.before?.['reason'] ?? null,
        change.after?.['reason'] ?? null,
      ]),
    ).toEqual([
      ['按竞争上岗结果', null],
      [null, '改正'],
    ])
  }))

it('exactly as many as are over, out of the line itself, or it is refused without an entry', () =>
  withTownship(async (book) => {
    const ids = await seatPeople(book, [
      ...SIX,
      { name: '所员', unit: '财政所', category: 'institution', birth: '1979-01-01' },
    ])
    const before = await entryCount(book)
    await expect(choose(book, [ids[0]!, ids[1]!])).rejects.toMatchObject({
      code: 'choice_count',
      details: { over: 1, count: 2, unit: OFFICE, category: '行政编制' },
    })
    await expect(choose(book, [])).rejects.toMatchObject({ code: 'choice_count', details: { over: 1, count: 0 } })
    await expect(choose(book, [ids[6]!])).rejects.toMatchObject({ code: 'invalid_input' })
    await setQuota(book, {
      unit: OFFICE,
      category: 'administrative',
      amount: 6,
      on: '2026-11-10',
      number: '山编发〔2026〕1号',
    })
    await expect(choose(book, [ids[0]!])).rejects.toMatchObject({ code: 'not_over_quota' })
    expect(await entryCount(book)).toBe(before + 1)
  }))

it('somebody already on the non-compliant list uses the number up: nobody else is over, nobody is to be chosen', () =>
  withTownship(async (book) => {
    const retired: SeatedPerson = { name: '员7', unit: OFFICE, birth: '1950-05-01', enteredOn: '1975-07' }
    const ids = await seatPeople(book, [...SIX.slice(0, 5), retired])
    const { people } = await readRoster({ list: 'non-compliant' }, makeContext(book))
    expect(people.map((person) => person.name)).toEqual(['员7'])
    expect(await over(book)).toEqual([])
    await expect(choose(book, [ids[0]!])).rejects.toMatchObject({ code: 'not_over_quota' })
  }))
