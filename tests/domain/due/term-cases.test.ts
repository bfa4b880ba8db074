import { describe, expect, test } from 'vitest'
import type { RecordContents } from '../../../electron/domain/model/records.ts'
import { recordOf, seat, type HoldingSpec } from '../../kit/snapshot.ts'
import { dueOn, edgeOf, ON_EDGE, OFFICE, STATION, TEAM, WHO } from './due-kit.ts'

const gradeOf = (positionLevel: '0198' | '0150') =>
  recordOf('personGrade', { personClass: null, positionLevel, postGrade: null, rankSince: null }, { personId: WHO })

describe('试用期 (公务员法第三十四条、事业单位人事管理条例第十三条)', () => {
  const recruited = (enteredOn: string | null, more: HoldingSpec = {}) => ({
    people: [{ name: WHO, holdings: [seat(OFFICE, 'administrative', { enteredOn, entryCause: '21', ...more })] }],
  })

  test.each([
    ['一年，到前一天止', '2025-08-01', '2026-07-31'],
    ['年初起', '2025-01-01', '2025-12-31'],
    ['闰日起', '2024-02-29', '2025-02-27'],
    ['三月一日起，平年', '2025-03-01', '2026-02-28'],
    ['三月一日起，到闰年', '2023-03-01', '2024-02-29'],
    ['月末起', '2025-07-31', '2026-07-30'],
    ['只有月份', '2025-08', '2026-08'],
  ])('新录用公务员，%s：%s 起，%s 满', (_, since, on) => {
    expect(edgeOf(on, (asOf) => dueOn('probation', recruited(since), asOf)[0], '试用期满，办理任职定级')).toEqual(
      ON_EDGE,
    )
  })

  test.each([
    ['12 个月', '2025-09-10', '2026-09-09', 3],
    ['长期合同', '2025-09-10', '2026-09-09', null],
    ['闰日订立', '2024-02-29', '2025-02-27', 5],
  ])('初次就业，合同三年以上，%s：%s 起，%s 满', (_, validFrom, on, years) => {
    const spec = {
      people: [{ name: WHO, holdings: [seat(STATION, 'institution' as const)] }],
      records: {
        contract: [recordOf('contract', { number: null, years, firstEmployment: true }, { personId: WHO, validFrom })],
      },
    }
    expect(edgeOf(on, (asOf) => dueOn('probation', spec, asOf)[0], '试用期满，考核后办理转正')).toEqual(ON_EDGE)
  })

  test.each([
    ['初次就业而合同不足三年', { years: 2, firstEmployment: true }],
    ['不是初次就业', { years: 3, firstEmployment: false }],
  ])('条例没有给试用期：%s', (_, content) => {
    const spec = {
      people: [{ name: WHO, holdings: [seat(STATION, 'institution' as const)] }],
      records: {
        contract: [recordOf('contract', { number: null, ...content }, { personId: WHO, validFrom: '2026-01-01' })],
      },
    }
    expect(dueOn('probation', spec, '2026-05-01')).toEqual([])
  })

  test('three months after its end nothing is told any more, unless the book still says 试用期人员', () => {
    expect(dueOn('probation', recruited('2025-01-01'), '2026-03-31')).toHaveLength(1)
    expect(dueOn('probation', recruited('2025-01-01'), '2026-04-01')).toEqual([])
    const still = { ...recruited('2025-01-01'), records: { personGrade: [gradeOf('0198')] } }
    expect(dueOn('probation', still, '2026-11-01')).toMatchObject([{ on: '2025-12-31', state: 'past' }])
  })

  test('whoever is 试用期人员 and has no day of entry cannot be judged; whoever was moved in is in none', () => {
    const unknown = { ...recruited(null), records: { personGrade: [gradeOf('0198')] } }
    expect(dueOn('probation', unknown, '2026-11-01')).toMatchObject([{ state: 'unknown', lacks: ['入编时间'] }])
    expect(dueOn('probation', recruited('2026-01-01', { entryCause: '11' }), '2026-05-01')).toEqual([])
  })
})

describe('任现职年限', () => {
  const leader = (
    postSince: string | null,
    unit = TEAM,
    category: 'administrative' | 'institution' = 'administrative',
  ) => ({
    people: [
      { name: WHO, holdings: [seat(unit, category, { title: '副职', leadership: 'deputy' as const, postSince })] },
    ],
  })

  test.each([
    ['满 5 年', '2021-11-29', '2026-11-29', '任副职满 5 年', TEAM],
    ['满 5 年，闰日起', '2020-02-29', '2025-02-28', '任副职满 5 年', TEAM],
    ['满 8 年，闰日起到闰年', '2016-02-29', '2024-02-29', '任副职满 8 年', TEAM],
    ['满 10 年，两个任期', '2016-06-30', '2026-06-30', '任副职满 10 年', TEAM],
    ['满 5 年，只有月份', '2021-07', '2026-07', '任副职满 5 年', TEAM],
    ['内设机构负责人满 8 年', '2018-01-01', '2026-01-01', '任副职满 8 年', OFFICE],
  ])('%s：%s 起，%s 满', (_, since, on, title, unit) => {
    expect(
      edgeOf(on, (asOf) => dueOn('term', leader(since, unit), asOf).find((one) => one.title === title), title),
    ).toEqual(ON_EDGE)
  })

  test('the last number that is full and the next one, no others', () => {
    expect(dueOn('term', leader('2018-03-10'), '2026-11-29').map(({ title, state }) => [title, state])).toEqual([
      ['任副职满 8 年', 'past'],
      ['任副职满 10 年', 'ahead'],
    ])
  })

  test.each([
    [TEAM, 'administrative' as const, /任期/],
    [OFFICE, 'administrative' as const, /在本机关内转任/],
    [STATION, 'institution' as const, /不超过十年/],
  ])('%s：the clause that is theirs', (unit, category, clause) => {
    expect(dueOn('term', leader('2018-03-10', unit, category), '2026-11-29')[0]?.source.clause).toMatch(clause)
  })

  test('a leader without 任现职时间 cannot be judged; who leads nothing is in none', () => {
    expect(dueOn('term', leader(null), '2026-11-29')).toMatchObject([{ state: 'unknown', lacks: ['任现职时间'] }])
    expect(dueOn('term', { people: [{ name: WHO, holdings: [seat(OFFICE)] }] }, '2026-11-29')).toEqual([])
  })
})

describe('聘用合同 (事业单位人事管理条例第十二条)', () => {
  const employed = (
    ...contracts: readonly (Partial<RecordContents['contract']> & {
      readonly validFrom: string
      readonly validTo?: string | null
    })[]
  ) => ({
    people: [{ name: WHO, holdings: [seat(STATION, 'institution' as const)] }],
    records: {
      contract: contracts.map(({ validFrom, validTo = null, ...content }) =>
        recordOf(
          'contract',
          { number: null, years: null, firstEmployment: false, ...content },
          { personId: WHO, validFrom, validTo },
        ),
      ),
    },
  })

  test.each([
    ['写明止日', { validFrom: '2023-07-01', validTo: '2026-07-01', years: 3 }, '2026-06-30'],
    ['只写年限', { validFrom: '2023-07-01', years: 3 }, '2026-06-30'],
    ['只写年限，闰日起', { validFrom: '2024-02-29', years: 3 }, '2027-02-27'],
    ['三月一日起，三年', { validFrom: '2022-03-01', years: 3 }, '2025-02-28'],
    ['三月一日起，到闰年', { validFrom: '2021-03-01', years: 3 }, '2024-02-29'],
    ['半年的合同', { validFrom: '2026-01-01', years: 0.5 }, '2026-06-30'],
  ])('%s：%o，到 %s 止', (_, contract, on) => {
    expect(edgeOf(on, (asOf) => dueOn('contract', employed(contract), asOf)[0], '聘用合同期满')).toEqual(ON_EDGE)
  })

  test('the contract that runs longest counts; one until retirement falls due never', () => {
    const renewed = employed(
      { validFrom: '2020-07-01', validTo: '2023-07-01', years: 3 },
      { validFrom: '2023-07-01', validTo: '2026-07-01', years: 3 },
    )
    expect(dueOn('contract', renewed, '2026-01-01')).toMatchObject([{ on: '2026-06-30', state: 'ahead' }])
    expect(dueOn('contract', employed({ validFrom: '2023-07-01' }), '2026-01-01')).toEqual([])
  })

  test('nobody is taken to have a contract, or not to need one', () => {
    const none = { people: [{ name: WHO, holdings: [seat(STATION, 'institution' as const)] }] }
    expect(dueOn('contract', none, '2026-01-01')).toMatchObject([{ state: 'unknown', lacks: ['聘用合同的起止日期'] }])
    expect(dueOn('contract', { people: [{ name: WHO, holdings: [seat(OFFICE)] }] }, '2026-01-01')).toEqual([])
  })

  test('one that has run out is told with its last day, and that none followed', () => {
    const [found] = dueOn(
      'contract',
      employed({ validFrom: '2020-07-01', validTo: '2023-07-01', years: 3 }),
      '2026-01-01',
    )
    expect(found).toMatchObject({ on: '2023-06-30', state: 'past' })
    expect(found?.steps).toContain('期满后没有登记续订的合同')
  })
})

describe('借调、挂职', () => {
  const away = (dueOn: string | null, kind: 'secondedOut' | 'secondedIn' | 'attached' = 'secondedOut') => ({
    people: [
      {
        name: WHO,
        holdings: [
          seat(OFFICE),
          {
            kind,
            counterpart: '县水利局',
            dueOn,
            validFrom: '2025-12-01',
            ...(kind === 'secondedOut' ? {} : { unit: OFFICE }),
          },
        ],
      },
    ],
  })

  test.each([
    ['借出', '2026-11-30', 'secondedOut'],
    ['借入', '2026-02-28', 'secondedIn'],
    ['挂职', '2028-02-29', 'attached'],
  ] as const)('%s到 %s止', (word, on, kind) => {
    expect(edgeOf(on, (asOf) => dueOn('secondment', away(on, kind), asOf)[0], `${word}期满，返回或续批`)).toEqual(
      ON_EDGE,
    )
  })

  test('without a term it cannot be told', () => {
    expect(dueOn('secondment', away(null), '2026-11-01')).toMatchObject([{ state: 'unknown', lacks: ['借出期限'] }])
  })
})

describe('control', () => {
  const spec = {
    people: [
      {
        name: WHO,
        holdings: [seat(TEAM, 'administrative' as const, { leadership: 'deputy', postSince: '2021-11-29' })],
      },
    ],
  }
  const found = (asOf: string) => dueOn('term', spec, asOf)[0]

  test.each(['2026-11-28', '2026-11-30', '2026-11'])('a day that is off by one is seen: %s', (wrong) => {
    expect(edgeOf('2026-11-29', found)).toEqual(ON_EDGE)
    expect(edgeOf(wrong, found)).not.toEqual(ON_EDGE)
  })
})
