import { describe, expect, test } from 'vitest'
import type { HoldingKind } from '../../../electron/domain/model/person.ts'
import type { TownshipProfile } from '../../../electron/domain/model/records.ts'
import { parameterValues } from '../../../electron/domain/rules/packs/index.ts'
import { yunnan2011Pack } from '../../../electron/domain/rules/packs/yunnan-2011.ts'
import { classQuotaRule } from '../../../electron/domain/rules/yunnan-2011/r08-class-quota.ts'
import {
  buildSnapshot,
  crowd,
  findingsOf,
  flagsUnder,
  recordOf,
  run,
  runSnapshot,
  seat,
  type HoldingSpec,
  type PersonSpec,
  type SnapshotSpec,
  type UnitSpec,
} from '../../kit/snapshot.ts'

/* 云南 2011 and 郴州: what their rules say in whole, the sentence, what to do, and the numbers. */

const office = (name: string, nameplates: readonly string[] = []): UnitSpec => ({ name, kind: 'office', nameplates })
const institution = (name: string, more: Partial<UnitSpec> = {}): UnitSpec => ({ name, kind: 'institution', ...more })
const said = (rule: string, spec: SnapshotSpec) =>
  findingsOf(run({ packId: `seed-${rule.slice(1, 4)}`, ...spec }), rule).map(({ text, remedy, facts }) => [
    text,
    remedy,
    facts,
  ])
const township = (more: Partial<TownshipProfile>) => [
  recordOf('township', {
    population: null,
    areaKm2: null,
    townshipClass: null,
    townshipType: null,
    termFrom: null,
    termTo: null,
    ...more,
  }),
]
const leaders = (count: number): readonly PersonSpec[] =>
  Array.from({ length: count }, (_, turn) => ({
    name: `领导${turn + 1}`,
    holdings: [seat('党政办公室', 'administrative', { title: '副乡长', leadership: 'deputy' })],
  }))
const [PARTY, JOINT, ORDER] = [
  office('党政办公室'),
  office('经济社会发展办公室'),
  office('社会治安综合治理办公室', ['群众工作局']),
]
const ADD = '核对机构名称和类别，或补登机构。'

describe('R003-01, R003-02, R003-03: offices', () => {
  test('a fifth', () => {
    expect(
      said('R003-01', { units: [PARTY, JOINT, ORDER, office('经济发展办公室'), office('社会事务办公室')] }),
    ).toEqual([
      [
        '乡镇机关最多设 4 个办公室，现有 5 个，多 1 个：党政办公室、经济社会发展办公室、社会治安综合治理办公室、经济发展办公室、社会事务办公室。',
        '核对哪些是内设机构；确属多设的，报机构编制部门合并或撤销。',
        { 上限: 4, 现有: 5, 多设: 1 },
      ],
    ])
  })

  test('both forms at once, of the divided one both offices', () => {
    expect(
      said('R003-02', { units: [PARTY, JOINT, ORDER, office('经济发展办公室'), office('社会事务办公室')] }),
    ).toEqual([
      [
        '经济社会发展办公室与经济发展办公室、社会事务办公室同时设着；分设以后原办公室不再保留。',
        '只保留一种设置：合设一个，或分设两个。',
        { 分设: 2 },
      ],
    ])
  })

  test('one missing, one under another name, one without its plate', () => {
    expect(said('R003-02', { units: [JOINT, office('综合办公室'), office('社会治安综合治理办公室')] })).toEqual([
      ['没有登记党政办公室。', ADD, {}],
      ['综合办公室不在统一设置的办公室之内。', '核对机构名称；另有批文的，登记批文后换用相应规则包。', {}],
      ['社会治安综合治理办公室没有登记加挂群众工作局牌子。', '登记加挂的牌子和批文。', {}],
    ])
  })

  test('the office of a 街道', () => {
    const units = [PARTY, JOINT, ORDER, office('社区建设管理办公室')]
    expect(said('R003-03', { units })).toEqual([
      ['设有社区建设管理办公室；还没有登记本乡镇是否改设街道，请核对。', '在“资料”的乡镇概况里登记类型。', {}],
    ])
    expect(said('R003-03', { units, records: { township: township({ townshipType: 'town' }) } })).toEqual([
      [
        '设有社区建设管理办公室；本乡镇登记为镇，只有改设街道的才考虑设置。',
        '核对乡镇类型；没有改设街道的，并入其他办公室。',
        {},
      ],
    ])
  })
})

describe('R003-04, R003-05: institutions', () => {
  const SIX = [
    '规划建设和环境保护中心',
    '文化事务中心',
    '社会保障服务中心',
    '农村经济管理服务中心',
    '人口和计划生育服务所',
    '财政所',
  ].map((name) => institution(name))

  test('one for another', () => {
    const facts = { 统一设置: 7, 现有: 7 }
    expect(said('R003-04', { units: [...SIX, institution('林业站')] })).toEqual([
      ['林业站不在统一设置的 7 个事业单位之内。', '核对机构名称；更名、增设的，登记批文后换用相应规则包。', facts],
      ['统一设置的农业综合服务中心没有登记为事业单位。', ADD, facts],
    ])
  })

  test('under the county; a school is, and is not asked', () => {
    expect(
      said('R003-05', {
        units: [
          institution('财政所', { managingBody: '县财政局' }),
          institution('中心小学', { managingBody: '县教育局' }),
        ],
      }),
    ).toEqual([
      [
        '财政所登记为县财政局管理；除教育、卫生、国土外，乡镇事业单位应由乡镇党委政府管理。',
        '核对人财物归属；已经下划的，把管理单位改为乡镇。',
        { 管理单位: '县财政局' },
      ],
    ])
  })
})

test('R003-06: the size of 2005, and nobody knows it', () => {
  const units = [office('党政办公室'), institution('财政所', { quotas: { institution: 10 } })]
  const referenceTotal = [recordOf('referenceTotal', { basis: 'baseline', category: 'institution', amount: 8 })]
  expect(said('R003-06', { units, records: { referenceTotal } })).toEqual([
    [
      '2005年核定 8 名，现在各机构合计 10 名，突破 2 名。',
      '核对核定数和文号；确属突破的，报机构编制部门核减。',
      { 二〇〇五年: 8, 现核定: 10, 超出: 2 },
    ],
  ])
  expect(said('R003-06', { units })).toEqual([
    [
      '没有登记2005年核定的行政、事业编制数，是否突破没有核查。',
      '在“资料”的对照总数里登记2005年核定数（改革起点）。',
      {},
    ],
  ])
})

describe('R003-07, R003-09: leaders', () => {
  const names = (count: number) =>
    leaders(count)
      .map(({ name }) => name)
      .join('、')
  const known = (count: number, more: Partial<TownshipProfile>) =>
    said('R003-07', { units: [PARTY], people: leaders(count), records: { township: township(more) } })

  test('a tenth in a small township', () => {
    expect(known(10, { population: 1, areaKm2: 1 })).toEqual([
      [
        `人口和面积都没有超过大乡镇的线，最多 9 名，实配 10 名，超职数 1 名。现有领导成员：${names(10)}。`,
        '核对各岗位是否占职数；确属超配的，按干部管理权限调整。',
        { 上限: 9, 实配: 10, 超出: 1 },
      ],
    ])
  })

  test.each([
    [{}, '人口和面积'],
    [{ population: 50_000 }, '面积'],
    [{ areaKm2: 600 }, '人口'],
  ])('a tenth where %o is all that is known: %s is asked for', (more, missing) => {
    expect(known(10, more)).toEqual([
      [
        `领导成员 10 名，多于一般的 9 名；没有登记${missing}，是否大乡镇没有核查。`,
        `在“资料”的乡镇概况里登记${missing}。`,
        { 一般: 9, 实配: 10 },
      ],
    ])
  })

  test('more than half of 行政实有; the head of a station and a guest are none of it', () => {
    const head: PersonSpec = { name: '站长', holdings: [seat('财政所', 'institution', { leadership: 'chief' })] }
    const guest: PersonSpec = {
      name: '挂职',
      holdings: [{ unit: '党政办公室', title: '副乡长', kind: 'attached', leadership: 'deputy' }],
    }
    expect(
      said('R003-09', {
        units: [PARTY, institution('财政所')],
        people: [...leaders(2), ...crowd(2, '甲', '党政办公室'), head, guest],
      }),
    ).toEqual([])
    expect(
      said('R003-09', {
        units: [PARTY, institution('财政所')],
        people: [...leaders(3), ...crowd(2, '甲', '党政办公室'), ...crowd(9, '乙', '财政所', 'institution')],
      }),
    ).toEqual([
      [
        '行政编制实有 5 名，其中领导成员 3 名，超过一半。',
        '补充一般工作人员，或按职数核减领导配备。',
        { 行政实有: 5, 领导: 3 },
      ],
    ])
  })
})

describe('R003-08: a number for each class', () => {
  const asked = (townshipClass: string | null) =>
    flagsUnder(
      classQuotaRule,
      { ...parameterValues(yunnan2011Pack.parameters), classQuotas: { 大: 60, 中: 52, 小: 40 } },
      {
        units: [{ ...PARTY, quotas: { administrative: 30 } }, institution('财政所', { quotas: { institution: 20 } })],
        records: { township: township({ townshipClass }) },
      },
    ).map(({ text, remedy, facts }) => [text, remedy, facts])

  test('two too few', () => {
    expect(asked('中')).toEqual([
      [
        '中类乡镇核定行政、事业编制 52 名，各机构合计 50 名，相差 2 名。',
        '核对各机构核定数和乡镇类别。',
        { 按类别核定: 52, 现核定: 50 },
      ],
    ])
  })
  test('no class, and one the table has not', () => {
    const remedy = '在“资料”的乡镇概况里登记类别（大、中、小）。'
    expect([...asked(null), ...asked('特大')]).toEqual([
      ['没有登记乡镇类别，按类别核定没有核查。', remedy, undefined],
      ['乡镇类别“特大”不在核定表里，按类别核定没有核查。', remedy, undefined],
    ])
  })
})

describe('R003-11 and R000-12: one person one 编制, one seat one person', () => {
  const units = [PARTY, institution('财政所')]
  const claim = (unit: string, kind: HoldingKind = 'concurrent'): HoldingSpec => ({
    unit,
    kind,
    category: 'administrative',
    occupiesQuota: true,
  })
  /** What each says of people; that the list has to be posted is R000-12's alone. */
  const both = (spec: SnapshotSpec) =>
    ['R003-11', 'R000-12'].map((rule) =>
      findingsOf(run({ packId: `seed-${rule.slice(1, 4)}`, ...spec }), rule)
        .filter(({ personId }) => personId !== null)
        .map(({ text, remedy, facts }) => [text, remedy, facts]),
    )

  test('three claims of one person; 兼任 without a claim is none', () => {
    const people: readonly PersonSpec[] = [
      { name: '甲', holdings: [seat('党政办公室'), claim('财政所'), claim('党政办公室', 'attached')] },
      { name: '乙', holdings: [seat('党政办公室'), { unit: '财政所', kind: 'concurrent' }] },
    ]
    const once = [
      [
        '甲同时登记占用 3 个编制：党政办公室 干事、财政所 干事、党政办公室 干事。',
        '只保留主职占编，其余改为兼任。',
        { 占编: 3 },
      ],
    ]
    expect(both({ units, people })).toEqual([once, once])
  })

  test('three people in one seat, one of them only to hand it over', () => {
    const snapshot = buildSnapshot({ packId: 'seed-003', units, people: crowd(3, '甲', '财政所', 'institution') })
    const shared = (overlaps: number) => ({
      ...snapshot,
      holdings: snapshot.holdings.map((holding, at) => ({
        ...holding,
        postId: '甲1-岗0',
        overlapAllowed: at >= 3 - overlaps,
      })),
    })
    const found = (overlaps: number) =>
      findingsOf(runSnapshot(shared(overlaps)), 'R003-11').map(({ unitId, personId, text, remedy, facts }) => [
        unitId,
        personId,
        text,
        remedy,
        facts,
      ])
    expect(found(1)).toEqual([
      [
        '财政所',
        null,
        '财政所 干事一个岗位有 2 人占编：甲1、甲2。',
        '每人登记各自的岗位；交接期重叠的，登记为允许重叠。',
        { 占编人数: 2 },
      ],
    ])
    expect(found(2)).toEqual([])
  })
})

test('R004-06: an office under another name, and a station too few', () => {
  const units = [
    ...['党政综合办公室', '经济发展和规划建设办公室', '社会事务办公室', '计生办'].map((name) => office(name)),
    ...['农技站', '林业站', '文化站'].map((name) => institution(name)),
  ]
  expect(said('R004-06', { units })).toEqual([
    ['计生办不在统一设置的“四办”之内。', '核对机构名称；另有批文的，登记批文后换用相应规则包。', {}],
    ['没有登记人口和计划生育办公室。', ADD, {}],
    ['事业单位应综合设置为 4 个站，现有 3 个。', '核对机构名称和类别。', { 应设: 4, 现有: 3 }],
  ])
})
