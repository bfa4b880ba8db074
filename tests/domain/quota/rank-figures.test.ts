import { describe, expect, test } from 'vitest'
import { rankFigures, ranksOfPool } from '../../../electron/domain/quota/rank-figures.ts'
import { buildSnapshot, seat, type PersonSpec } from '../../kit/snapshot.ts'

describe('a pool', () => {
  test.each([
    ['一级和二级主任科员', ['一级主任科员', '二级主任科员']],
    ['三级、四级调研员', ['三级调研员', '四级调研员']],
    ['一级主任科员和二级主任科员', ['一级主任科员', '二级主任科员']],
    ['四级调研员', ['四级调研员']],
    ['科员', ['科员']],
    ['一级 和 二级主任科员', ['一级主任科员', '二级主任科员']],
    ['一级、二级主任科员，', ['一级主任科员', '二级主任科员']],
    ['一级主任科员、三级和四级主任科员', ['一级主任科员', '三级主任科员', '四级主任科员']],
    ['一级、二级', ['一级', '二级']],
    ['', []],
  ])('%s means %j', (pool, ranks) => {
    expect(ranksOfPool(pool)).toEqual(ranks)
  })
})

describe('职级职数', () => {
  const pool = (unitId: string, amount = 1) => ({
    id: unitId,
    unitId,
    pool: '一级和二级主任科员',
    amount,
    documentNumber: '山编〔2026〕5号',
    validFrom: '2026-01-01',
    validTo: null,
  })
  const ranked = (
    name: string,
    rank: string | null,
    unit = '党政办',
    occupiedRank: string | null = null,
  ): PersonSpec => ({ name, rank, holdings: [seat(unit, 'administrative', { occupiedRank })] })
  const count = (people: readonly PersonSpec[], rankQuotas = [pool('山溪乡', 2)]) => {
    const snapshot = buildSnapshot({
      units: [{ name: '山溪乡', kind: 'township' }, { name: '党政办' }, { name: '经发办' }],
      people,
      rankQuotas,
    })
    return rankFigures({
      ...snapshot,
      units: snapshot.units.map((unit) => (unit.id === '山溪乡' ? unit : { ...unit, parentId: '山溪乡' })),
    }).map((figure) => [figure.entry.unitId, figure.personIds, figure.over])
  }

  test('both ranks of the pool draw on one number, all over the township', () => {
    expect(
      count([
        ranked('甲', '一级主任科员'),
        ranked('乙', '二级主任科员', '经发办'),
        ranked('丙', '三级主任科员'),
        ranked('丁', null),
      ]),
    ).toEqual([['山溪乡', ['甲', '乙'], 0]])
  })

  test('占编职级 counts, 享受职级 does not', () => {
    expect(
      count([
        ranked('享', '一级主任科员', '党政办', '三级主任科员'),
        ranked('占', '四级主任科员', '党政办', '二级主任科员'),
      ]),
    ).toEqual([['山溪乡', ['占'], 0]])
  })

  test('保留待遇: who enjoys a rank of the pool on a seat that consumes another is named beside the count', () => {
    const people = [
      ranked('享', '一级主任科员', '党政办', '三级主任科员'),
      ranked('占', '二级主任科员'),
      ranked('外', '四级主任科员'),
    ]
    const snapshot = buildSnapshot({ units: [{ name: '党政办' }], people, rankQuotas: [pool('党政办', 2)] })
    expect(rankFigures(snapshot)).toMatchObject([
      { quota: 2, actual: 1, vacancy: 1, over: 0, personIds: ['占'], retainedIds: ['享'] },
    ])
  })

  test('units that are each other’s parent, as a damaged file may say, end the search', () => {
    const snapshot = buildSnapshot({
      units: [{ name: '党政办' }, { name: '经发办' }],
      people: [ranked('甲', '一级主任科员')],
      rankQuotas: [pool('别处')],
    })
    const turned = snapshot.units.map((unit) => ({ ...unit, parentId: unit.id === '党政办' ? '经发办' : '党政办' }))
    expect(rankFigures({ ...snapshot, units: turned })).toMatchObject([{ actual: 0, vacancy: 1 }])
  })

  test("a unit's own pool counts its own people; people not in post none", () => {
    const guest: PersonSpec = { name: '借', rank: '一级主任科员', holdings: [{ unit: '党政办', kind: 'secondedIn' }] }
    expect(
      count([ranked('甲', '一级主任科员'), ranked('乙', '一级主任科员', '经发办'), guest], [pool('党政办', 0)]),
    ).toEqual([['党政办', ['甲'], 1]])
  })
})
