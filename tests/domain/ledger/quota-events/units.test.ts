import { describe, expect, it } from 'vitest'
import { snapshotAt } from '../../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { factBook, held } from '../../../kit/fact-book.ts'
import { BY, desk, type Desk } from './desk.ts'

const book = (more: Parameters<typeof factBook>[0]['people'] = []) =>
  desk(
    factBook({
      units: [
        { name: '乡', kind: 'township' },
        { name: '党政办', quotas: { administrative: 5 } },
        { name: '财政所', kind: 'institution', quotas: { institution: 4 } },
      ],
      people: more,
    }),
  )
const unitsOn = (own: Desk, day: string) => snapshotAt(own.facts(), day).units
const namesOn = (own: Desk, day: string) => unitsOn(own, day).map((unit) => unit.name)

describe('设立', () => {
  it('from its day on, below the township, after the others, with plates and quotas', () => {
    const own = book()
    const plan = own.add({
      type: 'unit.establish',
      document: BY,
      on: '2020-03-01',
      name: '应急办',
      kind: 'office',
      nameplates: ['安监站'],
      managingBody: '县应急局',
      quotas: [
        { category: 'administrative', amount: 2 },
        { category: 'worker', amount: 0 },
      ],
    })
    expect(namesOn(own, '2020-02-29')).toEqual(['乡', '党政办', '财政所'])
    expect(unitsOn(own, '2020-03-01').at(-1)).toMatchObject({
      name: '应急办',
      parentId: '乡',
      nameplates: ['安监站'],
      managingBody: '县应急局',
    })
    expect(plan.summary).toBe('设立内设机构“应急办”，核定行政编制 2 名，加挂“安监站”牌子')
    expect(own.quota(unitsOn(own, '2020-03-01').at(-1)?.id ?? '', '2020-03-01')).toBe(2)
  })

  it('of a name that another unit bears then or takes later is refused; of one that is free again is not', () => {
    const own = book()
    expect(
      own.refused({ type: 'unit.establish', document: BY, on: '2020-03-01', name: '党政办', kind: 'office' }),
    ).toEqual({ code: 'unit_name_taken', details: { name: '党政办' } })
    own.add({ type: 'unit.rename', document: BY, on: '2022-01-01', unit: '党政办', name: '综合办' })
    expect(
      own.refused({ type: 'unit.establish', document: BY, on: '2020-03-01', name: '综合办', kind: 'office' }).code,
    ).toBe('unit_name_taken')
    own.add({ type: 'unit.establish', document: BY, on: '2022-01-01', name: '党政办', kind: 'office' })
    expect(
      own.refused({ type: 'unit.establish', document: BY, on: '2022-01-01', name: '第二乡', kind: 'township' }).code,
    ).toBe('event_impossible')
  })
})

describe('更名 and 划转', () => {
  it('hold from their day; figures and people stay the same unit’s', () => {
    const own = book([{ name: '甲', holdings: [held('党政办')] }])
    own.add({ type: 'unit.rename', document: BY, on: '2018-05-01', unit: '党政办', name: '综合办' })
    own.add({ type: 'unit.reassign', document: BY, on: '2019-01-01', unit: '财政所', managingBody: '县财政局' })
    expect([namesOn(own, '2018-04-30'), namesOn(own, '2018-05-01')]).toEqual([
      ['乡', '党政办', '财政所'],
      ['乡', '综合办', '财政所'],
    ])
    expect(
      ['2018-12-31', '2019-01-01'].map((day) => unitsOn(own, day).find((unit) => unit.id === '财政所')?.managingBody),
    ).toEqual([null, '县财政局'])
    expect(own.figures('2018-05-01').lines.find((line) => line.unitId === '党政办')).toMatchObject({
      quota: 5,
      actual: 1,
    })
    own.add({ type: 'unit.reassign', document: BY, on: '2020-01-01', unit: '财政所', managingBody: '' })
    expect(unitsOn(own, '2020-01-01').find((unit) => unit.id === '财政所')?.managingBody).toBeNull()
  })

  it('learnt late, reach through later changes of other kinds up to the next of their own', () => {
    const own = book()
    own.add({ type: 'unit.reassign', document: BY, on: '2018-01-01', unit: '财政所', managingBody: '县财政局' })
    own.add({ type: 'unit.rename', document: BY, on: '2020-01-01', unit: '财政所', name: '财政分局' })
    own.add({ type: 'unit.rename', document: BY, on: '2015-01-01', unit: '财政所', name: '财税所' })
    const nameOn = (day: string) => unitsOn(own, day).find((unit) => unit.id === '财政所')
    expect(nameOn('2014-12-31')).toMatchObject({ name: '财政所', managingBody: null })
    expect(nameOn('2015-01-01')).toMatchObject({ name: '财税所', managingBody: null })
    expect(nameOn('2018-01-01')).toMatchObject({ name: '财税所', managingBody: '县财政局' })
    expect(nameOn('2020-01-01')).toMatchObject({ name: '财政分局', managingBody: '县财政局' })
  })

  it('to what it already is, or to a name that is taken, are refused', () => {
    const own = book()
    expect(
      own.refused({ type: 'unit.rename', document: BY, on: '2018-05-01', unit: '党政办', name: '财政所' }).code,
    ).toBe('unit_name_taken')
    expect(
      own.refused({ type: 'unit.rename', document: BY, on: '2018-05-01', unit: '党政办', name: '党政办' }).code,
    ).toBe('event_impossible')
    expect(
      own.refused({ type: 'unit.reassign', document: BY, on: '2018-05-01', unit: '财政所', managingBody: '' }).code,
    ).toBe('event_impossible')
  })
})

describe('撤销', () => {
  const abolish = { type: 'unit.abolish', document: BY, on: '2026-06-01', unit: '财政所' } as const

  it('ends unit, quota and posts on the day; the day before is as it was', () => {
    const own = book([{ name: '甲', holdings: [held('财政所', { category: 'institution', to: '2026-06-01' })] }])
    own.add({ type: 'nameplate.hang', document: BY, on: '2010-01-01', unit: '财政所', name: '国资办' })
    expect(own.add(abolish).summary).toBe('财政所自 2026-06-01 起撤销，收回事业编制 4 名')
    expect([namesOn(own, '2026-05-31'), namesOn(own, '2026-06-01')]).toEqual([
      ['乡', '党政办', '财政所'],
      ['乡', '党政办'],
    ])
    expect([
      own.quota('财政所', '2026-05-31', 'institution'),
      own.quota('财政所', '2026-06-01', 'institution'),
    ]).toEqual([4, 0])
    expect(snapshotAt(own.facts(), '2026-06-01').posts).toMatchObject([{ state: 'abolished' }])
    expect(own.facts().nameplate).toMatchObject([{ valid_to: '2026-06-01' }])
  })

  it('is refused while anybody is counted in it, that day or later', () => {
    expect(
      book([
        { name: '甲', holdings: [held('财政所', { category: 'institution' })] },
        { name: '乙', holdings: [held('财政所', { category: 'institution', from: '2026-08-01' })] },
      ]).refused(abolish),
    ).toEqual({ code: 'unit_has_people', details: { unit: '财政所', count: 2 } })
  })

  it('is refused while somebody is there without being counted, or is approved and has not come', () => {
    expect(book([{ name: '甲', holdings: [{ unit: '财政所', kind: 'concurrent' }] }]).refused(abolish)).toMatchObject({
      code: 'event_impossible',
      details: { why: expect.stringContaining('1 名兼任') },
    })
    const waiting = desk(
      factBook({
        units: [{ name: '财政所', quotas: { institution: 4 } }],
        approvals: [{ unit_id: '财政所', category: 'institution', amount: 2 }],
      }),
    )
    expect(waiting.refused(abolish)).toMatchObject({ details: { why: expect.stringContaining('2 名已核准未到位') } })
  })

  it('of the township is refused, and of a unit whose quota is on record for later', () => {
    expect(book().refused({ ...abolish, unit: '乡' }).code).toBe('event_impossible')
    const own = book()
    own.add({ type: 'quota.increase', document: BY, on: '2026-09-01', unit: '财政所', category: 'institution', by: 1 })
    expect(own.refused(abolish)).toMatchObject({ details: { why: expect.stringContaining('2026-09-01') } })
  })
})

describe('挂牌 and 摘牌', () => {
  const hang = { type: 'nameplate.hang', document: BY, on: '2010-01-01', unit: '党政办', name: '信访办' } as const

  it('show the plate between its days and not on the day it comes down', () => {
    const own = book()
    own.add(hang)
    own.add({ ...hang, type: 'nameplate.remove', on: '2015-01-01' })
    const plates = (day: string) => unitsOn(own, day).find((unit) => unit.id === '党政办')?.nameplates
    expect(['2009-12-31', '2010-01-01', '2014-12-31', '2015-01-01'].map(plates)).toEqual([
      [],
      ['信访办'],
      ['信访办'],
      [],
    ])
  })

  it('carry the document that allows them, as far as there is one', () => {
    const own = book()
    own.add(hang)
    const bases = (facts = own.facts()) =>
      snapshotAt(facts, '2012-01-01').nameplates.map(({ unitId, name, documentNumber }) => ({
        unitId,
        name,
        documentNumber,
      }))
    expect(bases()).toEqual([{ unitId: '党政办', name: '信访办', documentNumber: BY.number }])
    expect(
      bases({ ...own.facts(), nameplate: own.facts().nameplate.map((row) => ({ ...row, document_id: null })) }),
    ).toEqual([{ unitId: '党政办', name: '信访办', documentNumber: null }])
  })

  it('twice, or off a wall where it does not hang, are refused', () => {
    const own = book()
    expect(own.refused({ ...hang, type: 'nameplate.remove' })).toEqual({
      code: 'name_unknown',
      details: { name: '信访办', what: '牌子' },
    })
    own.add(hang)
    expect(own.refused({ ...hang, on: '2012-01-01' }).code).toBe('event_impossible')
  })
})
