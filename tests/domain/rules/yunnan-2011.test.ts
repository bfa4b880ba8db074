import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TownshipProfile } from '../../../electron/domain/model/records.ts'
import { parameterValues } from '../../../electron/domain/rules/packs/index.ts'
import { yunnan2011Pack } from '../../../electron/domain/rules/packs/yunnan-2011.ts'
import { classQuotaRule } from '../../../electron/domain/rules/yunnan-2011/r08-class-quota.ts'
import { indexSnapshot } from '../../../electron/domain/model/snapshot-index.ts'
import {
  buildSnapshot,
  crowd,
  findingsOf,
  recordOf,
  run,
  runSnapshot,
  seat,
  seated,
  type PersonSpec,
  type SnapshotSpec,
  type UnitSpec,
} from '../../kit/snapshot.ts'

/* 云南 2011: its three offices and 5中心2所, empty of people. */

const PLATES = new Map([['社会治安综合治理办公室', ['群众工作局']]])
const office = (name: string): UnitSpec => ({ name, kind: 'office' })
const institution = (name: string, managingBody?: string): UnitSpec => ({
  name,
  kind: 'institution',
  ...(managingBody === undefined ? {} : { managingBody }),
})
const [PARTY, JOINT, ORDER] = ['党政办公室', '经济社会发展办公室', '社会治安综合治理办公室'] as const
const INSTITUTIONS = [
  '农业综合服务中心',
  '规划建设和环境保护中心',
  '文化事务中心',
  '社会保障服务中心',
  '农村经济管理服务中心',
  '人口和计划生育服务所',
  '财政所',
].map((name) => institution(name))
const three = [office(PARTY), office(JOINT), office(ORDER)]
const four = [office(PARTY), office('经济发展办公室'), office('社会事务办公室'), office(ORDER)]

const check = (
  units: readonly UnitSpec[],
  people: readonly PersonSpec[] = [],
  plates: ReadonlyMap<string, readonly string[]> = PLATES,
  more: Partial<SnapshotSpec> = {},
) => {
  const snapshot = buildSnapshot({ packId: 'seed-003', units, people, ...more })
  return runSnapshot({
    ...snapshot,
    units: snapshot.units.map((unit) => ({ ...unit, nameplates: plates.get(unit.name) ?? [] })),
  })
}
const texts = (rule: string, ...given: Parameters<typeof check>) =>
  findingsOf(check(...given), rule).map((finding) => finding.text)
const own = (result: ReturnType<typeof check>) =>
  result.findings.filter((finding) => finding.rule.startsWith('R003-') && finding.severity !== 'info')

describe('the pack', () => {
  test('either of the two forms raises nothing', () => {
    expect(own(check([...three, ...INSTITUTIONS]))).toEqual([])
    expect(own(check([...four, ...INSTITUTIONS]))).toEqual([])
  })

  test('its rules run only under it', () => {
    expect(
      run({ packId: 'none', units: [office('甲办')] }).findings.filter((finding) => finding.rule.startsWith('R003')),
    ).toEqual([])
  })
})

describe('R003-01 不超过4个办公室', () => {
  test('four silent, a fifth over', () => {
    expect(texts('R003-01', four)).toEqual([])
    expect(texts('R003-01', [...four, office('社区建设管理办公室')])).toEqual([
      '乡镇机关最多设 4 个办公室，现有 5 个，多 1 个：党政办公室、经济发展办公室、社会事务办公室、社会治安综合治理办公室、社区建设管理办公室。',
    ])
  })

  test('only offices are counted, whatever else the township has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), (offices, others) => {
        const units = [
          ...Array.from({ length: offices }, (_, turn) => office(`办${turn}`)),
          ...Array.from({ length: others }, (_, turn) => institution(`所${turn}`)),
        ]
        expect(findingsOf(check(units), 'R003-01').map((finding) => finding.facts['多设'])).toEqual(
          offices > 4 ? [offices - 4] : [],
        )
      }),
    )
  })
})

describe('R003-02 办公室名称', () => {
  test('the joint office and a divided one at once', () => {
    expect(texts('R003-02', [...three, office('经济发展办公室')])).toEqual([
      '经济社会发展办公室与经济发展办公室同时设着；分设以后原办公室不再保留。',
    ])
  })

  test('divided in part: the other is missing', () => {
    expect(texts('R003-02', [office(PARTY), office('社会事务办公室'), office(ORDER)])).toEqual([
      '没有登记经济发展办公室。',
    ])
  })

  test('none of them, and one under another name', () => {
    expect(texts('R003-02', [office('综合办公室')])).toEqual([
      '没有登记党政办公室。',
      '没有登记经济社会发展办公室。',
      '没有登记社会治安综合治理办公室。',
      '综合办公室不在统一设置的办公室之内。',
    ])
  })

  test("without the plate; the township's name may stand before plate and office", () => {
    expect(texts('R003-02', three, [], new Map())).toEqual(['社会治安综合治理办公室没有登记加挂群众工作局牌子。'])
    const named = [office(PARTY), office(JOINT), office(`山溪乡${ORDER}`)]
    expect(texts('R003-02', named, [], new Map([[`山溪乡${ORDER}`, ['山溪乡群众工作局']]]))).toEqual([])
  })

  test('any mixture of the known names: never called unknown', () => {
    fc.assert(
      fc.property(
        fc.subarray([PARTY, JOINT, ORDER, '经济发展办公室', '社会事务办公室', '社区建设管理办公室']),
        (names) => {
          expect(texts('R003-02', names.map(office)).filter((text) => text.includes('不在统一设置'))).toEqual([])
        },
      ),
    )
  })
})

describe('R003-04 5中心2所', () => {
  test('an eighth, and one missing', () => {
    expect(texts('R003-04', [...INSTITUTIONS, institution('林业站')])).toEqual([
      '林业站不在统一设置的 7 个事业单位之内。',
    ])
    expect(texts('R003-04', INSTITUTIONS.slice(1))).toEqual(['统一设置的农业综合服务中心没有登记为事业单位。'])
  })

  test('schools, hospitals and 国土 are not the township’s', () => {
    expect(
      texts('R003-04', [
        ...INSTITUTIONS,
        institution('中心小学'),
        institution('卫生院'),
        institution('土管所', '县国土资源局'),
      ]),
    ).toEqual([])
  })

  test('as many flags as names differ', () => {
    fc.assert(
      fc.property(fc.subarray(INSTITUTIONS), fc.integer({ min: 0, max: 3 }), (kept, more) => {
        const extra = Array.from({ length: more }, (_, turn) => institution(`站${turn}`))
        expect(texts('R003-04', [...kept, ...extra])).toHaveLength(7 - kept.length + more)
      }),
    )
  })
})

describe('R003-05 划归乡镇管理', () => {
  test.each([
    ['财政所', '县财政局', ['财政所登记为县财政局管理；除教育、卫生、国土外，乡镇事业单位应由乡镇党委政府管理。']],
    ['财政所', undefined, []],
    ['中心小学', '县教育局', []],
    ['计生所', '县卫生局', []],
    ['土管所', '县国土资源局', []],
  ])('%s under %s', (name, body, expected) => {
    expect(texts('R003-05', [institution(name, body)])).toEqual(expected)
  })

  test('an office is not asked', () => {
    expect(texts('R003-05', [{ name: PARTY, kind: 'office', managingBody: '县委办' }])).toEqual([])
  })
})

describe('R003-09 领导过半', () => {
  const leaders = (count: number): readonly PersonSpec[] =>
    Array.from({ length: count }, (_, turn) => ({
      name: `领导${turn}`,
      holdings: [seat(PARTY, 'administrative', { title: '副乡长', leadership: 'deputy' as const })],
    }))

  test('exactly half silent, one more flagged, nobody silent', () => {
    expect(texts('R003-09', three, [...leaders(3), ...crowd(3, '甲', PARTY)])).toEqual([])
    expect(texts('R003-09', three, [...leaders(4), ...crowd(3, '甲', PARTY)])).toEqual([
      '行政编制实有 7 名，其中领导成员 4 名，超过一半。',
    ])
    expect(texts('R003-09', three)).toEqual([])
  })

  test('flagged exactly when leaders are more than the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (leading, others) => {
        expect(texts('R003-09', three, [...leaders(leading), ...crowd(others, '甲', PARTY)])).toHaveLength(
          leading > others ? 1 : 0,
        )
      }),
    )
  })
})

describe('R003-11 实名制', () => {
  test('two counted holdings of one person; one is silent', () => {
    const twice: PersonSpec = {
      name: '甲',
      holdings: [
        seat('财政所', 'institution'),
        { unit: PARTY, kind: 'concurrent', category: 'administrative', occupiesQuota: true },
      ],
    }
    expect(texts('R003-11', [...three, ...INSTITUTIONS], [twice])).toEqual([
      '甲同时登记占用 2 个编制：财政所 干事、党政办公室 干事。',
    ])
    expect(texts('R003-11', [...three, ...INSTITUTIONS], [seated('甲', '财政所', 'institution')])).toEqual([])
  })

  test('two people in one seat', () => {
    const snapshot = buildSnapshot({
      packId: 'seed-003',
      units: INSTITUTIONS,
      people: crowd(2, '甲', '财政所', 'institution'),
    })
    const shared = {
      ...snapshot,
      holdings: snapshot.holdings.map((holding) => ({ ...holding, postId: snapshot.posts[0]!.id })),
    }
    expect(findingsOf(runSnapshot(shared), 'R003-11').map((finding) => finding.text)).toEqual([
      '财政所 干事一个岗位有 2 人占编：甲1、甲2。',
    ])
  })

  test('any number of people in seats of their own: silent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (count) => {
        expect(texts('R003-11', INSTITUTIONS, crowd(count, '甲', '财政所', 'institution'))).toEqual([])
      }),
    )
  })
})

const township = (more: Partial<TownshipProfile>) => ({
  records: {
    township: [
      recordOf('township', {
        population: null,
        areaKm2: null,
        townshipClass: null,
        townshipType: null,
        termFrom: null,
        termTo: null,
        ...more,
      }),
    ],
  },
})
const judged = (rule: string, ...given: Parameters<typeof check>) =>
  findingsOf(check(...given), rule).map(({ severity, text }) => [severity, text])

describe('R003-03 社区建设管理办公室', () => {
  const units = [...three, office('社区建设管理办公室')]
  test.each([
    ['subdistrict', []],
    ['town', [['warning', '设有社区建设管理办公室；本乡镇登记为镇，只有改设街道的才考虑设置。']]],
    ['township', [['warning', '设有社区建设管理办公室；本乡镇登记为乡，只有改设街道的才考虑设置。']]],
    [null, [['info', '设有社区建设管理办公室；还没有登记本乡镇是否改设街道，请核对。']]],
  ] as const)('in a %s', (townshipType, expected) => {
    expect(judged('R003-03', units, [], PLATES, township({ townshipType }))).toEqual(expected)
  })

  test('no record at all asks; without the office nothing is asked of anybody', () => {
    expect(judged('R003-03', units)).toHaveLength(1)
    fc.assert(
      fc.property(
        fc.constantFrom('township' as const, 'town' as const, 'subdistrict' as const, null),
        (townshipType) => {
          expect(judged('R003-03', three, [], PLATES, township({ townshipType }))).toEqual([])
        },
      ),
    )
  })
})

describe('R003-06 2005年规模', () => {
  const baseline = (
    amount: number,
    category: 'administrative' | 'institution' | 'worker' | 'other' = 'administrative',
    basis: 'baseline' | 'bureau' = 'baseline',
  ) => recordOf('referenceTotal', { basis, category, amount })
  const units: readonly UnitSpec[] = [
    { name: PARTY, kind: 'office', quotas: { administrative: 20, worker: 3 } },
    { name: '财政所', kind: 'institution', quotas: { institution: 10 } },
  ]
  const found = (...totals: readonly ReturnType<typeof baseline>[]) =>
    judged('R003-06', units, [], PLATES, { records: { referenceTotal: totals } })

  test('at the size silent, one below it over; 工勤 is neither 行政 nor 事业', () => {
    expect(found(baseline(20), baseline(10, 'institution'))).toEqual([])
    expect(found(baseline(19), baseline(10, 'institution'))).toEqual([
      ['error', '2005年核定 29 名，现在各机构合计 30 名，突破 1 名。'],
    ])
  })

  test('where only one of the two was recorded, only that one is compared', () => {
    expect(found(baseline(20))).toEqual([])
    expect(found(baseline(9, 'institution'))).toEqual([['error', '2005年核定 9 名，现在各机构合计 10 名，突破 1 名。']])
  })

  test('nothing recorded, or only what is not asked: said, never assumed', () => {
    const asked = [['info', '没有登记2005年核定的行政、事业编制数，是否突破没有核查。']]
    expect([
      found(),
      found(baseline(1, 'worker')),
      found(baseline(1, 'other')),
      found(baseline(1, 'administrative', 'bureau')),
    ]).toEqual([asked, asked, asked, asked])
  })

  test('over by exactly the difference', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (amount) => {
        const excess = findingsOf(
          check(units, [], PLATES, { records: { referenceTotal: [baseline(amount)] } }),
          'R003-06',
        ).map((finding) => finding.facts['超出'])
        expect(excess).toEqual(amount < 20 ? [20 - amount] : [])
      }),
    )
  })
})

describe('R003-07 领导职数', () => {
  const leaders = (count: number): readonly PersonSpec[] =>
    Array.from({ length: count }, (_, turn) => ({
      name: `领导${turn}`,
      holdings: [seat(PARTY, 'administrative', { title: '副乡长', leadership: 'deputy' as const })],
    }))
  const found = (count: number, more: Partial<TownshipProfile> = {}) =>
    findingsOf(check(three, leaders(count), PLATES, township(more)), 'R003-07').map(({ severity, facts }) => [
      severity,
      facts['超出'] ?? null,
    ])

  test.each([
    [9, { population: 30_000, areaKm2: 100 }, []],
    [10, { population: 30_000, areaKm2: 100 }, [['error', 1]]],
    [10, { population: 50_000, areaKm2: 600 }, [['error', 1]]],
    [10, { population: 50_001, areaKm2: 100 }, []],
    [11, { population: 50_001, areaKm2: null }, []],
    [12, { population: 50_001, areaKm2: null }, [['error', 1]]],
    [11, { population: null, areaKm2: 600.1 }, []],
    [9, {}, []],
    [10, {}, [['info', null]]],
    [11, { population: 50_000 }, [['info', null]]],
    [12, { population: 50_000 }, [['error', 1]]],
  ] as const)('%i leaders, %j', (count, more, expected) => {
    expect(found(count, more)).toEqual(expected)
  })

  test('says by which line it judged', () => {
    const text = (more: Partial<TownshipProfile>) => texts('R003-07', three, leaders(12), PLATES, township(more))[0]
    expect(text({ population: 60_000 })).toMatch(/^大乡镇最多 11 名，实配 12 名，超职数 1 名。现有领导成员：领导0、/)
    expect(text({ population: 1, areaKm2: 1 })).toMatch(/^人口和面积都没有超过大乡镇的线，最多 9 名，实配 12 名/)
    expect(text({})).toMatch(/^即使按大乡镇也最多 11 名/)
    expect(texts('R003-07', three, leaders(12))).toHaveLength(1)
  })

  test('a larger township never makes a silent one speak', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 50_000 }),
        (count, population, more) => {
          const small = found(count, { population, areaKm2: 1 })
          expect(small.length).toBeGreaterThanOrEqual(
            found(count, { population: population + more, areaKm2: 1 }).length,
          )
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('R003-08 按类别核定', () => {
  const units: readonly UnitSpec[] = [
    { name: PARTY, kind: 'office', quotas: { administrative: 30 } },
    { name: '财政所', kind: 'institution', quotas: { institution: 20 } },
  ]
  const asked = (
    townshipClass: string | null,
    quotas: Readonly<Record<string, number>>,
    records = township({ townshipClass }),
  ) => {
    const { snapshot, figures } = check(units, [], PLATES, records)
    const parameters = { ...parameterValues(yunnan2011Pack.parameters), classQuotas: quotas }
    return classQuotaRule.check({
      snapshot,
      figures,
      parameters,
      index: indexSnapshot(snapshot),
      standing: { ineligible: new Set(), overQuota: [] },
    })
  }

  test('the report masks the table: 参数缺失, whatever the township', () => {
    expect(judged('R003-08', units, [], PLATES, township({ townshipClass: '大' }))).toEqual([
      ['info', '参数缺失：大、中、小乡镇的编制数。文件写作“并根据乡镇类别分类核定”，没有给出数字，本条没有核查。'],
    ])
  })

  test('with a table: at the number silent, one off either way told', () => {
    expect(asked('大', { 大: 50, 中: 40 })).toEqual([])
    expect(asked('大', { 大: 49 }).map((flag) => flag.text)).toEqual([
      '大类乡镇核定行政、事业编制 49 名，各机构合计 50 名，相差 1 名。',
    ])
    expect(asked('大', { 大: 51 }).map((flag) => flag.text)).toEqual([
      '大类乡镇核定行政、事业编制 51 名，各机构合计 50 名，相差 1 名。',
    ])
  })

  test('a class that is not known or not in the table is asked for', () => {
    expect(asked(null, { 大: 50 }).map(({ severity, text }) => [severity, text])).toEqual([
      ['info', '没有登记乡镇类别，按类别核定没有核查。'],
    ])
    expect(asked('特大', { 大: 50 }).map((flag) => flag.text)).toEqual([
      '乡镇类别“特大”不在核定表里，按类别核定没有核查。',
    ])
    expect(asked(null, { 大: 50 }, { records: { township: [] } })).toHaveLength(1)
  })

  test('silent at exactly one number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (planned) => {
        expect(asked('中', { 中: planned })).toHaveLength(planned === 50 ? 0 : 1)
      }),
    )
  })
})
