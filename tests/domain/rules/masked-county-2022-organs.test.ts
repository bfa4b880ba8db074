import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitProfile } from '../../../electron/domain/model/records.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { parameterValues } from '../../../electron/domain/rules/packs/index.ts'
import { maskedCounty2022Pack } from '../../../electron/domain/rules/packs/masked-county-2022.ts'
import type { Rule, RuleParameters } from '../../../electron/domain/rules/rule.ts'
import { unitLimitRule } from '../../../electron/domain/rules/masked-county-2022/r01-unit-limit.ts'
import { largeTownshipRule } from '../../../electron/domain/rules/masked-county-2022/r02-large-township.ts'
import { nothingKeptRule } from '../../../electron/domain/rules/masked-county-2022/r05-nothing-kept.ts'
import { indexSnapshot } from '../../../electron/domain/model/snapshot-index.ts'
import {
  buildSnapshot,
  findingsOf,
  recordOf,
  runSnapshot,
  type SnapshotSpec,
  type UnitSpec,
} from '../../kit/snapshot.ts'

/* The plan of 2022: five offices, two institutions, and how many more. The base is exactly those seven. */

const office = (name: string, nameplates: readonly string[] = []): UnitSpec => ({ name, kind: 'office', nameplates })
const institution = (name: string): UnitSpec => ({ name, kind: 'institution' })
const OFFICES = [
  office('党政办公室', ['党建办公室']),
  office('农业农村办公室', ['扶贫工作站']),
  office('社会事务办公室', ['退役军人服务站']),
  office('经济发展办公室'),
  office('社会治理办公室', ['应急管理办公室']),
]
const INSTITUTIONS = [institution('政务服务中心'), institution('综合执法队')]
const SEVEN = [...OFFICES, ...INSTITUTIONS]
const NAMES = '党政办公室、农业农村办公室、社会事务办公室、经济发展办公室、社会治理办公室、政务服务中心、综合执法队'

const check = (more: Partial<SnapshotSpec> = {}, bookName = '山溪乡') => {
  const snapshot = buildSnapshot({ packId: 'seed-001', units: SEVEN, ...more })
  return runSnapshot({ ...snapshot, book: { ...snapshot.book, name: bookName } })
}
const found = (rule: string, ...given: Parameters<typeof check>) => findingsOf(check(...given), rule)
const texts = (rule: string, ...given: Parameters<typeof check>) => found(rule, ...given).map((finding) => finding.text)
const profile = (unitId: string, more: Partial<UnitProfile>) =>
  recordOf(
    'unitProfile',
    { level: null, funding: null, dispatched: false, outsideLimit: false, duties: null, ...more },
    { unitId },
  )
const people = (population: number | null) => ({
  township: [
    recordOf('township', {
      population,
      areaKm2: null,
      townshipClass: null,
      townshipType: null,
      termFrom: null,
      termTo: null,
    }),
  ],
})

/** What a rule says with the masked numbers filled in by a local pack. */
const LOCAL = { largePopulation: 50_000, largeUnitLimit: 9 }
function flagsOf(rule: Rule<'units' | 'records'>, more: Partial<SnapshotSpec>, parameters: RuleParameters = LOCAL) {
  const snapshot = buildSnapshot({ packId: 'seed-001', units: SEVEN, ...more })
  return rule.check({
    snapshot,
    figures: computeFigures(snapshot),
    index: indexSnapshot(snapshot),
    parameters: { ...parameterValues(maskedCounty2022Pack.parameters), ...parameters },
    standing: { ineligible: new Set(), overQuota: [] },
  })
}
const plus = (count: number) => [...SEVEN, ...Array.from({ length: count }, (_, turn) => institution(`站${turn + 1}`))]

describe('the pack', () => {
  test('the seven of the plan raise nothing; an eighth asks for the two masked numbers', () => {
    expect(check().findings.filter((finding) => finding.rule.startsWith('R001'))).toEqual([])
    expect(
      check({ units: plus(1) })
        .findings.filter((finding) => finding.rule === 'R001-02')
        .map(({ severity }) => severity),
    ).toEqual(['info', 'info'])
  })

  test('its rules run only under it', () => {
    expect(
      check({ packId: 'none', units: plus(3) }).findings.filter((finding) => finding.rule.startsWith('R001')),
    ).toEqual([])
  })

  test('five offices and two institutions are the ceiling', () => {
    const { requiredOffices, requiredInstitutions, unitLimit } = maskedCounty2022Pack.parameters
    expect(
      [requiredOffices?.value, requiredInstitutions?.value].map((list) => (Array.isArray(list) ? list.length : 0)),
    ).toEqual([5, 2])
    expect(unitLimit?.value).toBe(7)
  })
})

describe('R001-01 总数7个以内', () => {
  test('an eighth, where nobody knows whether the township may have more', () => {
    expect(found('R001-01', { units: plus(1) })).toEqual([
      {
        rule: 'R001-01',
        severity: 'warning',
        effect: 'none',
        unitId: null,
        personId: null,
        text: `党政机构和事业单位一般不超过 7 个，现有 8 个，超 1 个：${NAMES}、站1。常住人口是否达到可以增设的人数，没有核查。`,
        remedy: '核对机构名称和类别；确属多设的，报机构编制部门合并或撤销。',
        facts: { 上限: 7, 现有: 8, 超限额: 1 },
      },
    ])
  })

  test('an eighth in a township of the usual size is an error; in a large one it is R001-02', () => {
    expect(flagsOf(unitLimitRule, { units: plus(1), records: people(49_999) })).toEqual([
      expect.objectContaining({
        severity: 'error',
        text: `党政机构和事业单位一般不超过 7 个，现有 8 个，超 1 个：${NAMES}、站1。`,
      }),
    ])
    expect(flagsOf(unitLimitRule, { units: plus(1), records: people(50_000) })).toEqual([])
    expect(flagsOf(unitLimitRule, { units: plus(1), records: people(null) })).toEqual([
      expect.objectContaining({ severity: 'warning' }),
    ])
  })

  test('R001-06: 人大, 纪委, 人武部, 群团 and 派驻 are not counted, nor is what a profile sets apart', () => {
    const others = [
      '人大办公室',
      '纪委监察办公室',
      '纪检监察室',
      '监察办公室',
      '人武部',
      '人民武装部',
      '工会',
      '共青团山溪乡委员会',
      '团委',
      '妇联',
    ].map((name) => office(name))
    expect(
      texts('R001-01', {
        units: [...SEVEN, ...others, { name: '乡领导班子', kind: 'leadership' }, { name: '派出所', kind: 'office' }],
      }),
    ).toEqual([expect.stringContaining('现有 8 个，超 1 个')])
    expect(
      texts('R001-01', {
        units: [...SEVEN, office('派出所')],
        records: { unitProfile: [profile('派出所', { dispatched: true })] },
      }),
    ).toEqual([])
    expect(
      texts('R001-01', {
        units: [...SEVEN, office('关工委')],
        records: { unitProfile: [profile('关工委', { outsideLimit: true })] },
      }),
    ).toEqual([])
    expect(
      texts('R001-01', {
        units: [...SEVEN, institution('劳动监察中队')],
        records: { unitProfile: [profile('劳动监察中队', {})] },
      }),
    ).toHaveLength(1)
  })

  test('any number up to seven is silent, any more is over by the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (count) => {
        expect(
          found('R001-01', { units: Array.from({ length: count }, (_, turn) => office(`办${turn}`)) }).map(
            (finding) => finding.facts['超限额'],
          ),
        ).toEqual(count > 7 ? [count - 7] : [])
      }),
    )
  })
})

describe('R001-02 人口多的可以增设', () => {
  test('both numbers are masked: each is reported, neither assumed', () => {
    expect(found('R001-02', { units: plus(9), records: people(900_000) })).toEqual([
      {
        rule: 'R001-02',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '参数缺失：可以增设机构的常住人口（以上）。文件写作“常住人口x万人以上的乡镇可适当增设”，没有给出数字，本条没有核查。',
        remedy: '向编办问清这个数，在本地规则包里填上，并写明文号。',
        facts: { 参数: '可以增设机构的常住人口（以上）' },
      },
      expect.objectContaining({
        text: '参数缺失：可以增设机构的乡镇的总数上限。文件写作“但总数不超过x个”，没有给出数字，本条没有核查。',
      }),
    ])
  })

  test('one number known, the other is still asked for', () => {
    expect(
      flagsOf(largeTownshipRule, { units: plus(1) }, { largePopulation: 50_000 }).map((flag) => flag.facts),
    ).toEqual([{ 参数: '可以增设机构的乡镇的总数上限' }])
    expect(flagsOf(largeTownshipRule, { units: plus(1) }, { largeUnitLimit: 9 }).map((flag) => flag.facts)).toEqual([
      { 参数: '可以增设机构的常住人口（以上）' },
    ])
  })

  test('without the population nothing is judged', () => {
    const unknown = [
      {
        severity: 'info',
        text: '没有登记常住人口，是否达到 50000 人、可以增设机构没有核查。',
        remedy: '在“资料”的乡镇概况里登记常住人口。',
        facts: { 人口门槛: 50_000 },
      },
    ]
    expect(flagsOf(largeTownshipRule, { units: plus(9) })).toEqual(unknown)
    expect(flagsOf(largeTownshipRule, { units: plus(9), records: people(null) })).toEqual(unknown)
  })

  test.each([
    ['exactly the threshold and the limit', 2, 50_000, 0],
    ['one over the limit', 3, 50_000, 1],
    ['one person short of the threshold', 3, 49_999, 0],
  ])('%s', (_what, more, population, expected) => {
    expect(flagsOf(largeTownshipRule, { units: plus(more), records: people(population) })).toHaveLength(expected)
  })

  test('what it says', () => {
    expect(flagsOf(largeTownshipRule, { units: plus(3), records: people(60_000) })).toEqual([
      {
        text: `常住人口达到 50000 人的乡镇，党政机构和事业单位总数不超过 9 个，现有 10 个，超 1 个：${NAMES}、站1、站2、站3。`,
        remedy: '核对机构名称和类别；确属多设的，报机构编制部门合并或撤销。',
        facts: { 人口门槛: 50_000, 上限: 9, 现有: 10, 超上限: 1 },
      },
    ])
  })

  test('a township is judged by one of the two limits, never by both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 49_000, max: 51_000 }), (more, population) => {
        const given = { units: plus(more), records: people(population) }
        const limit = population >= 50_000 ? 9 : 7
        expect(
          [...flagsOf(unitLimitRule, given), ...flagsOf(largeTownshipRule, given)].map((flag) => flag.facts?.['上限']),
        ).toEqual(7 + more > limit ? [limit] : [])
      }),
    )
  })
})

describe('R001-03 必须设立的内设机构', () => {
  test('one missing, one without its plate, one under another kind', () => {
    const units = [
      office('党政办公室'),
      office('农业农村办公室', ['扶贫工作站']),
      institution('社会事务办公室'),
      office('经济发展办公室'),
      office('社会治理办公室', ['应急管理办公室', '综治办']),
    ]
    expect(found('R001-03', { units })).toEqual([
      {
        rule: 'R001-03',
        severity: 'error',
        effect: 'none',
        unitId: '党政办公室',
        personId: null,
        text: '党政办公室没有登记加挂党建办公室牌子。',
        remedy: '登记加挂的牌子和批文。',
        facts: { 机构: '党政办公室', 牌子: '党建办公室' },
      },
      {
        rule: 'R001-03',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '没有登记必须设立的内设机构社会事务办公室。',
        remedy: '核对机构名称和类别，或补登机构。',
        facts: { 机构: '社会事务办公室' },
      },
    ])
  })

  test("the township's name may stand before the office's; a wrong plate is none", () => {
    const named = (plate: string) => [office('山溪乡党政办公室', [plate]), ...SEVEN.slice(1)]
    expect(texts('R001-03', { units: named('党建办公室') })).toEqual([])
    expect(texts('R001-03', { units: named('党建办') })).toEqual(['山溪乡党政办公室没有登记加挂党建办公室牌子。'])
  })

  test('exactly the missing ones are named', () => {
    fc.assert(
      fc.property(fc.subarray(OFFICES), (kept) => {
        const missing = OFFICES.filter((unit) => !kept.includes(unit)).map((unit) => unit.name)
        expect(found('R001-03', { units: kept }).map((finding) => finding.facts['机构'])).toEqual(missing)
      }),
    )
  })
})

describe('R001-04 必须设立的事业单位', () => {
  test('missing, and entered as an office', () => {
    expect(found('R001-04', { units: [...OFFICES, office('政务服务中心'), institution('综合执法队')] })).toEqual([
      {
        rule: 'R001-04',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '没有登记必须设立的事业单位政务服务中心。',
        remedy: '核对机构名称和类别，或补登机构。',
        facts: { 机构: '政务服务中心' },
      },
    ])
    expect(texts('R001-04', { units: OFFICES })).toEqual([
      '没有登记必须设立的事业单位政务服务中心。',
      '没有登记必须设立的事业单位综合执法队。',
    ])
    expect(texts('R001-04')).toEqual([])
  })

  test('any other units change nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (more) => {
        expect(texts('R001-04', { units: plus(more) })).toEqual([])
      }),
    )
  })
})

describe('R001-05 不再保留', () => {
  test('an old station', () => {
    expect(found('R001-05', { units: [...SEVEN, institution('农技站')] })).toEqual([
      {
        rule: 'R001-05',
        severity: 'error',
        effect: 'none',
        unitId: '农技站',
        personId: null,
        text: '农技站不在方案列出的 7 个机构之内；方案不再保留原有内设机构和站所。',
        remedy: '核对机构名称；确属原有站所的，撤并后登记撤销；经批准增设的，在本地规则包的名单里补上。',
        facts: { 方案机构: 7, 名单外: 1 },
      },
    ])
  })

  test('in a large township it is only to be looked up', () => {
    const given = { units: plus(1), records: people(50_000) }
    expect(flagsOf(nothingKeptRule, given)).toEqual([
      expect.objectContaining({
        unitId: '站1',
        severity: 'info',
        text: '站1不在方案列出的 7 个机构之内，请核对是否在批准增设之列。',
      }),
    ])
    expect(flagsOf(nothingKeptRule, { ...given, records: people(49_999) })).toEqual([
      expect.objectContaining({ severity: 'error' }),
    ])
  })

  test('organs of other law and other kinds of unit are not meant', () => {
    expect(
      texts('R001-05', {
        units: [
          ...SEVEN,
          office('人大办公室'),
          { name: '人武部', kind: 'armedForces' },
          { name: '乡领导班子', kind: 'leadership' },
        ],
      }),
    ).toEqual([])
  })

  test('every unit outside the list, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.subarray(SEVEN), (more, kept) => {
        const units = [...kept, ...plus(more).slice(7)]
        expect(found('R001-05', { units }).map((finding) => finding.unitId)).toEqual(
          plus(more)
            .slice(7)
            .map((unit) => unit.name),
        )
      }),
    )
  })
})

describe('R001-07 经济发达镇', () => {
  test('a listed town is told so, and the plan does not judge its organs', () => {
    for (const name of ['乌江镇', '和县乌江镇']) {
      const own = check({ units: plus(5).slice(2) }, name).findings.filter((finding) =>
        finding.rule.startsWith('R001-0'),
      )
      expect(own).toEqual([
        {
          rule: 'R001-07',
          severity: 'warning',
          effect: 'none',
          unitId: null,
          personId: null,
          text: `${name}按照经济发达镇做法，机构设置参照“x办字〔x0x7〕x0号”文件；本方案的机构限额和名单没有核查。`,
          remedy: '换用按该文件编写的本地规则包。',
          facts: {},
        },
      ])
    }
  })

  test('any other township is not', () => {
    fc.assert(
      fc.property(fc.constantFrom('山溪乡', '乌江镇政府', '乌江乡', '江镇'), (name) => {
        expect(texts('R001-07', {}, name)).toEqual([])
        expect(found('R001-02', { units: plus(1) }, name)).toHaveLength(2)
      }),
    )
  })
})
