import { expect, it } from 'vitest'
import { readFindIndex } from '../../electron/app/book/read-find-index.ts'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import type { EventInput } from '../kit/office-full.ts'
import { inventedId, seatPeople } from '../kit/people.ts'
import { PLAN_NUMBER, withTownship } from '../kit/township.ts'

const happen = (book: OpenBook, event: EventInput) => addEvent({ event }, makeContext(book, { operation: 'event.add' }))
const paper = (number: string) => ({ document: { number } })
const UNIT = '党政综合办公室'

it('finds who is here, who left and when, and namesakes by office and the tail of their number', () =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '王芳', unit: UNIT, birth: '1980-01-01' },
      { name: '王芳', unit: '财政所', category: 'institution', birth: '1981-01-01' },
      { name: '走了', unit: UNIT, birth: '1982-01-01' },
      { name: '自聘', unit: UNIT, birth: '1983-01-01', kind: 'offQuota', offQuotaKind: 'selfHired' },
    ])
    await happen(book, {
      type: 'exit',
      on: '2026-11-10',
      person: '走了',
      cause: '32',
      ...paper('山人社〔2026〕3号'),
      proofs: ['辞职申请', '单位研究意见'],
    })
    const index = await readFindIndex({}, makeContext(book))
    expect(OPERATIONS['find.index'].output.parse(index)).toEqual(index)
    const named = (name: string) => index.people.filter((person) => person.name === name)
    expect(named('王芳').map(({ unit, idTail }) => [unit, idTail])).toEqual([
      [UNIT, inventedId('1980-01-01').slice(-4)],
      ['财政所', inventedId('1981-01-01').slice(-4)],
    ])
    expect(named('走了')).toMatchObject([{ unit: UNIT, leftOn: '2026-11-10', comesOn: null }])
    expect(named('自聘')).toMatchObject([{ standing: '自聘', leftOn: null }])
    // On a day before, the same person was still here.
    const before = await readFindIndex({ asOf: '2026-11-09' }, makeContext(book))
    expect(before.people.find((person) => person.name === '走了')?.leftOn).toBeNull()
    expect(index.documents.map((document) => document.number)).toEqual(
      expect.arrayContaining([PLAN_NUMBER, '山人社〔2026〕3号']),
    )
    expect(JSON.stringify(index)).not.toMatch(/\d{17}[\dX]/)
  }))

it('finds a unit that was abolished, and one by the name it bore before', () =>
  withTownship(async (book) => {
    await happen(book, {
      type: 'unit.rename',
      on: '2026-11-05',
      unit: '财政所',
      name: '财政与资产管理所',
      ...paper('山编办〔2026〕5号'),
    })
    const index = await readFindIndex({}, makeContext(book))
    expect(index.units.find((unit) => unit.also.includes('财政所'))).toMatchObject({
      name: '财政与资产管理所',
      endedOn: null,
    })
    await happen(book, {
      type: 'unit.abolish',
      on: '2026-11-15',
      unit: '财政与资产管理所',
      ...paper('山编办〔2026〕6号'),
    })
    const after = await readFindIndex({}, makeContext(book))
    expect(after.units.at(-1)).toMatchObject({ name: '财政与资产管理所', endedOn: '2026-11-15' })
    const before = await readFindIndex({ asOf: '2026-11-14' }, makeContext(book))
    expect(before.units.every((unit) => unit.endedOn === null)).toBe(true)
  }))
