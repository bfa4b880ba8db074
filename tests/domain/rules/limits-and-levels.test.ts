import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TownshipProfile, UnitProfile } from '../../../electron/domain/model/records.ts'
import { leadershipLimitRule } from '../../../electron/domain/rules/national/a11-leadership-limit.ts'
import { organLimitRule } from '../../../electron/domain/rules/national/a12-organ-limit.ts'
import { NATIONAL_PARAMETERS } from '../../../electron/domain/rules/packs/national-parameters.ts'
import { parameterValues } from '../../../electron/domain/rules/packs/rule-pack.ts'
import type { Rule, RuleParameters } from '../../../electron/domain/rules/rule.ts'
import {
  findingsOf,
  flagsUnder,
  recordOf,
  run,
  seat,
  seated,
  type PersonSpec,
  type SnapshotSpec,
  type UnitSpec,
} from '../../kit/snapshot.ts'

const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)
const township = (more: Partial<TownshipProfile> = {}) =>
  recordOf('township', {
    population: null,
    areaKm2: null,
    townshipClass: null,
    townshipType: null,
    termFrom: null,
    termTo: null,
    ...more,
  })
const profile = (unitId: string, more: Partial<UnitProfile>) =>
  recordOf(
    'unitProfile',
    { level: null, funding: null, dispatched: false, outsideLimit: false, duties: null, ...more },
    { unitId },
  )
const grade = (personId: string, positionLevel: string | null) =>
  recordOf('personGrade', { personClass: null, positionLevel, postGrade: null, rankSince: null }, { personId })
const overRank = (
  personId: string,
  documentNumber: string | null,
  more: { validFrom?: string; validTo?: string } = {},
) => recordOf('evidence', { evidence: 'overRank', note: null }, { personId, documentNumber, ...more })
const leaders = (count: number, unit = '班子'): readonly PersonSpec[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `领导${at + 1}`,
    holdings: [seat(unit, 'administrative', { leadership: 'deputy' })],
  }))
const BOARD: UnitSpec = {
  name: '班子',
  kind: 'leadership',
  quotas: { administrative: 20 },
  leadership: { amount: 9, chief: null, deputy: null },
}
const under = (rule: Rule, given: RuleParameters, spec: SnapshotSpec) =>
  flagsUnder(rule, { ...parameterValues(NATIONAL_PARAMETERS), ...given }, spec)

describe('A10 超机构规格', () => {
  const ROOT: UnitSpec = { name: '山溪乡', kind: 'township' }
  const spec = (
    level: string | null,
    position: string | null,
    more: Partial<SnapshotSpec['records']> = {},
    unit: UnitSpec = { name: '农服中心', kind: 'institution' },
  ): SnapshotSpec => ({
    units: [ROOT, unit],
    people: [{ name: '甲', holdings: [seat(unit.name, 'institution', { leadership: 'chief' })] }],
    records: { unitProfile: [profile(unit.name, { level })], personGrade: [grade('甲', position)], ...more },
  })

  test('the head of a 副乡科级 unit who is 乡科级正职', () => {
    expect(findingsOf(run(spec('110', '0141')), 'A10')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: '农服中心',
        personId: '甲',
        facts: { 职务层次: '乡科级正职', 机构规格: '副乡科级' },
        text: '甲任农服中心领导职务，职务层次为乡科级正职，农服中心机构规格为副乡科级，高出机构规格，没有登记高配文件。',
        remedy: '有高配文件的，在“资料”登记凭证（高配文件）和文号；没有的，按干部管理权限调整。',
      }),
    ])
  })

  test.each([
    ['107', '0131'],
    ['108', '0132'],
    ['109', '0141'],
    ['110', '0142'],
  ])('%s and %s are the same height: silent; one step higher is not', (level, position) => {
    expect(texts(spec(level, position), 'A10')).toEqual([])
    expect(texts(spec(String(Number(level) + 1), position), 'A10')).toHaveLength(1)
  })

  test.each([
    ['999', '0131'],
    [null, '0131'],
    ['109', null],
    ['109', '0150'],
    ['106', '0131'],
    ['109', '0199'],
  ])('%s against %s cannot be judged', (level, position) => {
    expect(texts(spec(level, position), 'A10')).toEqual([])
  })

  test('高配 with its document in force', () => {
    const given = (...evidence: ReturnType<typeof overRank>[]) => texts(spec('110', '0141', { evidence }), 'A10')
    expect(given(overRank('甲', '山组〔2020〕1号'))).toEqual([])
    expect(given(overRank('甲', null))).toHaveLength(1)
    expect(given(overRank('乙', '山组〔2020〕1号'))).toHaveLength(1)
    expect(given(overRank('甲', '山组〔2020〕1号', { validTo: '2026-11-22' }))).toHaveLength(1)
    expect(given(overRank('甲', '山组〔2020〕1号', { validTo: '2026-11-23' }))).toEqual([])
    expect(given({ ...overRank('甲', '山组〔2020〕1号'), evidence: 'partyOpinion' })).toHaveLength(1)
  })

  test.each(['leadership', 'discipline', 'armedForces'] as const)(
    'a %s without a 规格 of its own has the township’s',
    (kind) => {
      const inherits = (position: string) =>
        spec(
          null,
          position,
          { unitProfile: [profile('山溪乡', { level: '109' })], personGrade: [grade('甲', position)] },
          { name: '班子', kind },
        )
      expect(texts(inherits('0141'), 'A10')).toEqual([])
      expect(texts(inherits('0132'), 'A10')).toHaveLength(1)
    },
  )

  test.each(['office', 'institution', 'special', 'other'] as const)('an %s without one is not judged', (kind) => {
    expect(
      texts(
        spec(
          null,
          '0131',
          { unitProfile: [profile('山溪乡', { level: '109' })], personGrade: [grade('甲', '0131')] },
          { name: '某机构', kind },
        ),
        'A10',
      ),
    ).toEqual([])
  })

  test('people who hold no leadership post, sit outside, or whose township is not on record', () => {
    expect(texts({ ...spec('110', '0141'), people: [seated('甲', '农服中心', 'institution')] }, 'A10')).toEqual([])
    expect(
      texts(
        {
          ...spec('110', '0141'),
          people: [{ name: '甲', holdings: [{ kind: 'secondedOut', counterpart: '县局', occupiesLeadership: true }] }],
        },
        'A10',
      ),
    ).toEqual([])
    expect(
      texts(
        {
          ...spec(null, '0131', {}, { name: '班子', kind: 'leadership' }),
          units: [{ name: '班子', kind: 'leadership' }],
        },
        'A10',
      ),
    ).toEqual([])
  })

  test('of any two levels: an error exactly where the person stands higher', () => {
    const height = (codes: readonly string[], code: string) => codes.indexOf(code)
    const [units, people] = [
      ['107', '108', '109', '110', '111'],
      ['0131', '0132', '0141', '0142'],
    ]
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.constantFrom(...people), (level, position) => {
        expect(texts(spec(level, position), 'A10')).toHaveLength(
          height(people, position) < height(units, level) ? 1 : 0,
        )
      }),
    )
  })
})

describe('A11 领导班子上限', () => {
  const limits = { teamLimit: 9, teamLimitLarge: 11, teamLimitPopulation: 50_000, teamLimitArea: 600 }
  const team = (count: number, records: SnapshotSpec['records'] = {}): SnapshotSpec => ({
    units: [BOARD],
    people: leaders(count),
    records: { ...records },
  })
  const say = (spec: SnapshotSpec, given: RuleParameters = limits) =>
    under(leadershipLimitRule, given, spec).map((flag) => flag.text)

  test('no number is given nationally: silent', () => {
    expect(texts(team(20), 'A11')).toEqual([])
  })

  test('一般9名: nine silent, ten is one over', () => {
    const small = { township: [township({ population: 50_000, areaKm2: 600 })] }
    expect(say(team(9, small))).toEqual([])
    expect(under(leadershipLimitRule, limits, team(10, small))).toEqual([
      {
        text: '领导班子上限 9 名，核定 9 名，实配 10 名，超 1 名。',
        remedy: '核对领导职数批文和各岗位是否占职数；确属超过的，按干部管理权限调整。',
        facts: { 上限: 9, 核定: 9, 实配: 10, 超出: 1 },
      },
    ])
  })

  test.each([
    [{ population: 50_001, areaKm2: null }],
    [{ population: null, areaKm2: 601 }],
    [{ population: 1, areaKm2: 601 }],
  ])('超过: %o is a large township, up to eleven', (size) => {
    expect(say(team(11, { township: [township(size)] }))).toEqual([])
    expect(say(team(12, { township: [township(size)] }))).toEqual([
      '领导班子（大乡镇）上限 11 名，核定 9 名，实配 12 名，超 1 名。',
    ])
  })

  test.each([
    [undefined, '人口、面积'],
    [{ population: 50_000 }, '面积'],
    [{ areaKm2: 600 }, '人口'],
  ] as const)('%o on record: ten is a question, twelve is over in any case, nine is nothing', (size, missing) => {
    const records = size === undefined ? {} : { township: [township(size)] }
    expect(say(team(9, records))).toEqual([])
    expect(under(leadershipLimitRule, limits, team(10, records))).toEqual([
      {
        severity: 'info',
        text: `领导班子核定 9 名，实配 10 名，多于一般乡镇的 9 名；没有登记${missing}，是否适用 11 名的上限没有核查。`,
        remedy: `在“资料”的乡镇概况登记${missing}。`,
        facts: { 上限: 11, 核定: 9, 实配: 10 },
      },
    ])
    expect(say(team(12, records))).toEqual(['领导班子上限 11 名，核定 9 名，实配 12 名，超 1 名。'])
  })

  test('核定 beyond the limit is as wrong as 实配', () => {
    expect(
      say({ units: [{ ...BOARD, leadership: { amount: 10, chief: null, deputy: null } }] }, { teamLimit: 9 }),
    ).toEqual(['领导班子上限 9 名，核定 10 名，实配 0 名，超 1 名。'])
  })

  test('a single number, or a larger one without any line, holds for everybody', () => {
    expect(say(team(10), { teamLimit: 9 })).toHaveLength(1)
    expect(say(team(10), { teamLimit: 9, teamLimitLarge: 11 })).toHaveLength(1)
    expect(say(team(10), { teamLimit: 9, teamLimitLarge: 11, teamLimitPopulation: 50_000 })).toEqual([
      expect.stringContaining('没有登记人口，是否适用'),
    ])
    expect(say(team(10), { teamLimitLarge: 11, teamLimitPopulation: 50_000 })).toEqual([])
  })

  test('of any team: over exactly beyond the limit of its size', () => {
    fc.assert(
      fc.property(fc.nat(14), fc.nat(100_000), fc.nat(1_200), (count, population, areaKm2) => {
        const limit = population > 50_000 || areaKm2 > 600 ? 11 : 9
        expect(say({ ...team(count, { township: [township({ population, areaKm2 })] }) })).toHaveLength(
          count > limit ? 1 : 0,
        )
      }),
    )
  })
})

describe('A12 机构限额', () => {
  const limits = { organLimit: 2, organLimitLarge: 3, organLimitPopulation: 50_000 }
  const organs = (count: number): readonly UnitSpec[] =>
    Array.from({ length: count }, (_, at) => ({ name: `机构${at + 1}`, kind: at % 2 === 0 ? 'office' : 'institution' }))
  const OTHERS: readonly UnitSpec[] = [
    { name: '山溪乡', kind: 'township' },
    { name: '班子', kind: 'leadership' },
    { name: '人武部', kind: 'armedForces' },
    { name: '纪委', kind: 'discipline' },
    { name: '维稳信息员', kind: 'special' },
    { name: '其他', kind: 'other' },
  ]
  const say = (count: number, records: SnapshotSpec['records'] = {}, given: RuleParameters = limits) =>
    under(organLimitRule, given, { units: [...OTHERS, ...organs(count)], records: { ...records } })
  const people = (population: number | null) => ({ township: [township({ population })] })

  test('no number is given nationally: silent', () => {
    expect(texts({ units: organs(20) }, 'A12')).toEqual([])
  })

  test('以内 includes the number; one more is over, by name', () => {
    expect(say(2, people(1))).toEqual([])
    expect(say(3, people(49_999))).toEqual([
      {
        text: '内设机构和事业单位限额 2 个，现有 3 个，超 1 个：机构1、机构2、机构3。',
        remedy: '按批文撤并；人大、纪委、人武部、群团和派驻机构，在“资料”的机构概况注明不计入限额。',
        facts: { 限额: 2, 现有: 3, 超出: 1 },
      },
    ])
  })

  test('以上 includes the number: 50,000 people may have one more', () => {
    expect(say(3, people(50_000))).toEqual([])
    expect(say(4, people(50_000)).map((flag) => flag.text)).toEqual([
      '内设机构和事业单位限额 3 个，现有 4 个，超 1 个：机构1、机构2、机构3、机构4。',
    ])
  })

  test('population not on record: a question, once', () => {
    expect(say(2)).toEqual([])
    expect(say(3)).toEqual([
      {
        severity: 'info',
        text: '内设机构和事业单位现有 3 个，多于一般乡镇的 2 个；没有登记常住人口，是否适用 3 个的限额没有核查。',
        remedy: '在“资料”的乡镇概况登记常住人口。',
        facts: { 限额: 3, 现有: 3 },
      },
    ])
    expect(say(4).map((flag) => flag.severity)).toEqual([undefined])
    expect(say(3, people(null))).toHaveLength(1)
  })

  test('outside the limit or 派驻: not counted', () => {
    expect(say(3, { ...people(1), unitProfile: [profile('机构1', { outsideLimit: true })] })).toEqual([])
    expect(say(3, { ...people(1), unitProfile: [profile('机构1', { dispatched: true })] })).toEqual([])
    expect(say(3, { ...people(1), unitProfile: [profile('机构1', { level: '111' })] })).toHaveLength(1)
  })

  test('of any number of units and people', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.integer({ min: 49_990, max: 50_010 }), (count, population) => {
        expect(say(count, people(population))).toHaveLength(count > (population >= 50_000 ? 3 : 2) ? 1 : 0)
      }),
    )
  })
})
