import { describe, expect, test } from 'vitest'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { leadershipLines } from '../../../electron/domain/quota/leadership-lines.ts'
import type { LeadershipRole } from '../../../electron/domain/model/person.ts'
import { buildSnapshot, seat, type PersonSpec, type UnitSpec } from '../../kit/snapshot.ts'

const TEAM: UnitSpec = { name: '班子', kind: 'leadership', leadership: { amount: 3, chief: 1, deputy: 2 } }
const OFFICE: UnitSpec = { name: '党政办' }
const STATION: UnitSpec = { name: '农业站', kind: 'institution', leadership: { amount: 1, chief: 1, deputy: 0 } }
const leads = (name: string, unit: string, role?: LeadershipRole): PersonSpec => ({
  name,
  holdings: [seat(unit, 'administrative', role === undefined ? { occupiesLeadership: true } : { leadership: role })],
})
const township = (amount: number | null): UnitSpec => ({
  name: '山溪乡',
  kind: 'township',
  ...(amount === null ? {} : { leadership: { amount, chief: null, deputy: null } }),
})
const lines = (units: readonly UnitSpec[], people: readonly PersonSpec[]) =>
  leadershipLines(buildSnapshot({ units, people }))

describe('领导职数 unit by unit', () => {
  test('a unit over its number and one short of it stand apart: 超配 here never hides 缺配 there', () => {
    expect(
      lines(
        [township(null), TEAM, OFFICE, STATION],
        [leads('甲', '农业站', 'chief'), leads('乙', '农业站', 'deputy'), leads('丙', '班子', 'deputy')],
      ),
    ).toEqual([
      {
        unitId: '班子',
        quota: 3,
        actual: 1,
        vacancy: 2,
        over: 0,
        chief: { quota: 1, actual: 0 },
        deputy: { quota: 2, actual: 1 },
      },
      {
        unitId: '农业站',
        quota: 1,
        actual: 2,
        vacancy: 0,
        over: 1,
        chief: { quota: 1, actual: 1 },
        deputy: { quota: 0, actual: 1 },
      },
    ])
  })

  test('a leader in a unit without a number shows there, all of them 超配; a unit with neither is left out', () => {
    expect(lines([TEAM, OFFICE, { name: '经发办' }], [leads('甲', '党政办', 'chief')])).toMatchObject([
      { unitId: '班子', quota: 3, actual: 0 },
      {
        unitId: '党政办',
        quota: 0,
        actual: 1,
        over: 1,
        vacancy: 0,
        chief: { quota: null, actual: 1 },
        deputy: { quota: null, actual: 0 },
      },
    ])
  })

  test('where only the township has a number, everybody counts there', () => {
    expect(
      lines([township(8), OFFICE], [leads('甲', '党政办', 'chief'), leads('乙', '党政办', 'deputy')]),
    ).toMatchObject([
      {
        unitId: '山溪乡',
        quota: 8,
        actual: 2,
        vacancy: 6,
        chief: { quota: null, actual: 1 },
        deputy: { quota: null, actual: 1 },
      },
    ])
  })

  test('where a unit has one too, the township’s own is that number seen from above: no line, nothing added', () => {
    expect(
      lines([township(8), TEAM], [leads('甲', '班子', 'chief')]).map(({ unitId, quota }) => [unitId, quota]),
    ).toEqual([['班子', 3]])
  })

  test('nowhere a number: leaders still stand where they sit, and nobody is put to the township', () => {
    expect(lines([township(null), OFFICE], [leads('甲', '党政办', 'chief')])).toMatchObject([
      { unitId: '党政办', quota: 0, over: 1 },
    ])
  })

  test('two documents add up; where one of them does not divide 正职 and 副职, neither is known', () => {
    const snapshot = buildSnapshot({ units: [TEAM] })
    const [first] = snapshot.leadershipQuotas
    if (first === undefined) throw new Error('the team has a number')
    const withSecond = (second: { readonly amount: number; readonly chief: number | null; readonly deputy: number }) =>
      leadershipLines({ ...snapshot, leadershipQuotas: [first, { ...first, id: '增核', ...second }] })[0]
    expect(withSecond({ amount: 2, chief: 0, deputy: 2 })).toMatchObject({
      quota: 5,
      chief: { quota: 1 },
      deputy: { quota: 4 },
    })
    expect(withSecond({ amount: 2, chief: null, deputy: 2 })).toMatchObject({
      quota: 5,
      chief: { quota: null },
      deputy: { quota: 4 },
    })
  })

  test('somebody on two leadership posts counts once: at the chief post, else at the one that says 正职 or 副职', () => {
    const both = (first?: LeadershipRole, second?: LeadershipRole): PersonSpec => ({
      name: '甲',
      holdings: [
        seat('党政办', 'administrative', { occupiesLeadership: true, ...(first && { leadership: first }) }),
        {
          unit: '班子',
          kind: 'concurrent',
          occupiesLeadership: true,
          ...(second && { leadership: second }),
        },
      ],
    })
    const at = (person: PersonSpec) =>
      lines([TEAM, OFFICE], [person]).flatMap(({ unitId, actual, chief, deputy }) =>
        actual === 0 ? [] : [[unitId, actual, chief.actual, deputy.actual]],
      )
    expect(at(both('deputy', 'chief'))).toEqual([['班子', 1, 1, 0]])
    expect(at(both('deputy', 'deputy'))).toEqual([['党政办', 1, 0, 1]])
    expect(at(both(undefined, 'deputy'))).toEqual([['班子', 1, 0, 1]])
    expect(at(both())).toEqual([['党政办', 1, 0, 0]])
  })

  test('the units add up to the township’s figure', () => {
    const snapshot = buildSnapshot({
      units: [township(8), TEAM, STATION, OFFICE],
      people: [leads('甲', '班子', 'chief'), leads('乙', '农业站', 'chief'), leads('丙', '党政办')],
    })
    const own = leadershipLines(snapshot)
    const { leadership } = computeFigures(snapshot)
    expect(own.reduce((sum, line) => sum + line.quota, 0)).toBe(leadership.quota)
    expect(own.reduce((sum, line) => sum + line.actual, 0)).toBe(leadership.actual)
    expect(leadership).toMatchObject({ quota: 4, actual: 3 })
  })
})

describe('the township’s figure', () => {
  test('without any number on record 正职 and 副职 numbers are not known, rather than none', () => {
    expect(computeFigures(buildSnapshot({ units: [OFFICE] })).leadership).toMatchObject({
      quota: 0,
      chief: { quota: null },
      deputy: { quota: null },
    })
  })

  test('the number of a unit that is not there that day counts for nothing', () => {
    const snapshot = buildSnapshot({ units: [township(8), STATION] })
    const gone = { ...snapshot, units: snapshot.units.filter((unit) => unit.id !== '农业站') }
    expect(computeFigures(gone).leadership).toMatchObject({ quota: 8, actual: 0 })
  })
})
