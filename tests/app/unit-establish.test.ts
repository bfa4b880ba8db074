import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readUnits } from '../../electron/app/units/read-units.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry } from '../kit/people.ts'
import { entryCount, unitNamed, withTownship } from '../kit/township.ts'

const event = {
  type: 'unit.establish',
  name: '综合执法队',
  kind: 'institution',
  nameplates: ['应急管理站'],
  document: { number: '山编发〔2021〕9号' },
  on: '2021-03-01',
} as const

it('a new unit stands last below the township from its day, with its nameplate and document', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { operation: 'event.add' })
    const { seq } = await addEvent({ event: { ...event, nameplates: [...event.nameplates] } }, context)
    const { units } = await readUnits({}, context)
    expect(units.at(-1)).toEqual({
      unitId: await unitNamed(book, '综合执法队'),
      name: '综合执法队',
      kind: 'institution',
      parentId: await unitNamed(book, '试验乡'),
      managingBody: null,
      nameplates: ['应急管理站'],
      validFrom: '2021-03-01',
      quotas: [],
      leadership: null,
    })
    expect((await readUnits({ asOf: '2021-02-28' }, context)).units.map((unit) => unit.name)).not.toContain(
      '综合执法队',
    )
    const entry = await newestEntry(book)
    expect([entry.seq, entry.operation, entry.summary]).toEqual([
      seq,
      'event.add',
      '设立事业单位“综合执法队”，加挂“应急管理站”牌子',
    ])
  }))

it('a name that a unit bears is refused, a second township too, and neither leaves an entry', () =>
  withTownship(async (book) => {
    const context = makeContext(book)
    const plain = { ...event, nameplates: [] }
    await expect(addEvent({ event: { ...plain, name: '财政所' } }, context)).rejects.toMatchObject({
      code: 'unit_name_taken',
      details: { name: '财政所' },
    })
    await expect(addEvent({ event: { ...plain, kind: 'township' } }, context)).rejects.toMatchObject({
      code: 'event_impossible',
    })
    expect(await entryCount(book)).toBe(1)
  }))
