import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountyTransfer, HiringPlan, PayBenchmark, Workplace } from '../../../electron/domain/model/records.ts'
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

/* The plan of 2022 on people: heads, plans, transfers, 派驻, counters, plates, pay. */

const UNITS: readonly UnitSpec[] = [
  { name: '乡领导班子', kind: 'leadership', quotas: { administrative: 3 } },
  { name: '党政办公室', kind: 'office', quotas: { administrative: 4 }, nameplates: ['党建办公室'] },
  { name: '政务服务中心', kind: 'institution', quotas: { institution: 5 } },
  { name: '综合执法队', kind: 'institution', quotas: { institution: 5 } },
  { name: '文化站', kind: 'institution', quotas: { institution: 2 } },
  { name: '司法所', kind: 'office' },
]
const base = (more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({ packId: 'seed-001', units: UNITS, ...more })
const found = (rule: string, more: Partial<SnapshotSpec>) => findingsOf(run(base(more)), rule)
const texts = (rule: string, more: Partial<SnapshotSpec>) => found(rule, more).map((finding) => finding.text)

describe('R001-08 主要负责人最高副科级', () => {
  const head = (unit: string, title: string, more: Partial<PersonSpec> = {}): PersonSpec => ({
    name: '甲',
    holdings: [seat(unit, 'institution', { title })],
    ...more,
  })
  const grade = (positionLevel: string | null) => ({
    personGrade: [
      recordOf(
        'personGrade',
        { personClass: null, positionLevel, postGrade: null, rankSince: null },
        { personId: '甲' },
      ),
    ],
  })
  const judged = (person: PersonSpec, level: string | null) =>
    found('R001-08', { people: [person], records: grade(level) })

  test('a 正科 heads 政务服务中心', () => {
    expect(judged(head('政务服务中心', '主任'), '0141')).toEqual([
      {
        rule: 'R001-08',
        severity: 'error',
        effect: 'none',
        unitId: '政务服务中心',
        personId: '甲',
        text: '甲主持政务服务中心，职务层次登记为乡科级正职；该机构主要负责人最高可按副科级配备。',
        remedy: '核对职务层次和任免文件；确属超规格的，按干部管理权限调整。',
        facts: { 职务层次: '乡科级正职' },
      },
    ])
  })

  test.each([
    ['副科 at 政务服务中心', '政务服务中心', '主任', '0142', 0],
    ['副科 at 综合执法队', '综合执法队', '队长', '0142', 0],
    ['处级 at 综合执法队', '综合执法队', '队长', '0132', 1],
    ['副科 at another institution', '文化站', '站长', '0142', 1],
    ['科员 at another institution', '文化站', '站长', '0150', 0],
    ['a deputy head', '文化站', '副站长', '0142', 0],
    ['a clerk', '文化站', '一级主任科员', '0142', 0],
    ['an office is not meant', '党政办公室', '主任', '0141', 0],
  ])('%s', (_what, unit, title, level, expected) => {
    expect(judged(head(unit, title), level)).toHaveLength(expected)
  })

  test('only the two may have one', () => {
    expect(judged(head('文化站', '负责人'), '0142').map((finding) => finding.text)).toEqual([
      '甲主持文化站，职务层次登记为乡科级副职；只有政务服务中心、综合执法队主要负责人可按副科级配备。',
    ])
  })

  test('no level on record: silent; a leader who heads it besides keeps their own level', () => {
    expect(judged(head('政务服务中心', '主任'), null)).toEqual([])
    expect(found('R001-08', { people: [head('政务服务中心', '主任')] })).toEqual([])
    const leader: PersonSpec = {
      name: '甲',
      holdings: [
        seat('乡领导班子', 'administrative', { title: '副乡长' }),
        { unit: '政务服务中心', title: '主任', kind: 'concurrent' },
      ],
    }
    expect(judged(leader, '0141')).toEqual([])
  })

  test('a 借出 row heads nothing here', () => {
    expect(judged({ name: '甲', holdings: [{ kind: 'secondedOut', counterpart: '县局' }] }, '0141')).toEqual([])
  })

  test('of any level, only those above 副科 are too high for the two', () => {
    fc.assert(
      fc.property(fc.constantFrom('0131', '0132', '0141', '0142', '0150', '0160', '0198', '0199'), (level) => {
        expect(judged(head('政务服务中心', '主任'), level)).toHaveLength(level < '0142' ? 1 : 0)
      }),
    )
  })
})

describe('R001-09 在编制员额内补充', () => {
  const plan = (unitId: string | null, amount: number, more: Partial<HiringPlan> = {}, id = 'a') =>
    recordOf(
      'hiringPlan',
      {
        year: 2026,
        category: 'institution',
        amount,
        method: null,
        conditions: null,
        reason: null,
        targeted: false,
        ...more,
      },
      { unitId, id },
    )
  const judged = (plans: readonly ReturnType<typeof plan>[], here = 3) =>
    found('R001-09', { people: crowd(here, '甲', '政务服务中心', 'institution'), records: { hiringPlan: plans } })

  test('three here, two planned, five seats: silent; one more is over', () => {
    expect(judged([plan('政务服务中心', 2)])).toEqual([])
    expect(judged([plan('政务服务中心', 3)])).toEqual([
      {
        rule: 'R001-09',
        severity: 'error',
        effect: 'none',
        unitId: '政务服务中心',
        personId: null,
        text: '政务服务中心 事业编制核定 5 名，实有 3 名，2026 年计划补充 3 名，合计超出 1 名。',
        remedy: '减少计划人数，或先取得增编批文。',
        facts: { 核定: 5, 实有: 3, 计划补充: 3, 超出: 1 },
      },
    ])
  })

  test('plans of one unit and category are added up; other units, categories and years are not', () => {
    expect(
      judged([plan('政务服务中心', 2, {}, 'a'), plan('政务服务中心', 1, {}, 'b')]).map((finding) => finding.facts),
    ).toEqual([{ 核定: 5, 实有: 3, 计划补充: 3, 超出: 1 }])
    expect(
      judged([
        plan('政务服务中心', 2, {}, 'a'),
        plan('综合执法队', 1, {}, 'b'),
        plan('政务服务中心', 9, { year: 2025 }, 'c'),
        plan('政务服务中心', 9, { year: 2027 }, 'd'),
      ]),
    ).toEqual([])
    expect(judged([plan('政务服务中心', 1, { category: 'administrative' })]).map((finding) => finding.text)).toEqual([
      '政务服务中心 行政编制核定 0 名，实有 0 名，2026 年计划补充 1 名，合计超出 1 名。',
    ])
  })

  test('a plan without a unit is the whole township', () => {
    expect(judged([plan(null, 9)])).toEqual([])
    expect(judged([plan(null, 10)])).toEqual([
      expect.objectContaining({
        unitId: null,
        text: '全乡镇 事业编制核定 12 名，实有 3 名，2026 年计划补充 10 名，合计超出 1 名。',
      }),
    ])
  })

  test('nothing planned, although the unit is over its quota: that is A1', () => {
    expect(judged([plan('政务服务中心', 0)], 6)).toEqual([])
    expect(judged([plan('政务服务中心', 1)], 6).map((finding) => finding.facts)).toEqual([
      { 核定: 5, 实有: 6, 计划补充: 1, 超出: 2 },
    ])
  })

  test('a plan for a unit that is gone', () => {
    expect(judged([plan('旧站', 1)]).map((finding) => finding.text)).toEqual([
      '（已撤销机构） 事业编制核定 0 名，实有 0 名，2026 年计划补充 1 名，合计超出 1 名。',
    ])
  })

  test('over by exactly what does not fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }), (here, planned) => {
        expect(judged([plan('政务服务中心', planned)], here).map((finding) => finding.facts['超出'])).toEqual(
          here + planned > 5 ? [here + planned - 5] : [],
        )
      }),
    )
  })
})

describe('R001-10 县直编制调剂', () => {
  const transfer = (more: Partial<CountyTransfer>) =>
    recordOf(
      'countyTransfer',
      { category: 'institution', fromUnit: '县农机局', released: 2, received: 2, ...more },
      { validFrom: '2026-03-01' },
    )
  const full = [
    ...crowd(5, '甲', '政务服务中心', 'institution'),
    ...crowd(5, '乙', '综合执法队', 'institution'),
    ...crowd(1, '丙', '文化站', 'institution'),
  ]
  const judged = (more: Partial<CountyTransfer>, people: readonly PersonSpec[] = full) =>
    found('R001-10', { people, records: { countyTransfer: [transfer(more)] } })

  test('more received than released, and less', () => {
    expect(judged({ received: 3 })).toEqual([
      {
        rule: 'R001-10',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '2026年3月1日由县农机局调剂事业编制：县直划出 2 名，乡镇划入 3 名，相差 1 名。',
        remedy: '对照调剂批文核对两头的数。',
        facts: { 划出: 2, 划入: 3 },
      },
    ])
    expect(judged({ released: 4 }).map((finding) => finding.text)).toEqual([
      '2026年3月1日由县农机局调剂事业编制：县直划出 4 名，乡镇划入 2 名，相差 2 名。',
    ])
  })

  test('balanced, and fewer seats vacant than received: silent', () => {
    expect(judged({})).toEqual([])
  })

  test('as many seats vacant as received: to be looked up, no breach', () => {
    expect(judged({}, full.slice(1))).toEqual([
      {
        rule: 'R001-10',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '2026年3月1日由县农机局调剂事业编制 2 名，全乡镇事业编制现有空编 2 名；调剂用于乡镇事业编制不足的情况，请核对。',
        remedy: '编制已经够用的，报机构编制部门调整。',
        facts: { 划入: 2, 空编: 2 },
      },
    ])
    expect(judged({ released: 0, received: 0 }, [])).toEqual([])
  })

  test('an error for any two numbers that differ, and for no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (released, received) => {
        expect(judged({ released, received }).filter((finding) => finding.severity === 'error')).toHaveLength(
          released === received ? 0 : 1,
        )
      }),
    )
  })
})

const DISPATCHED = {
  unitProfile: [
    recordOf(
      'unitProfile',
      { level: null, funding: null, dispatched: true, outsideLimit: false, duties: null },
      { unitId: '司法所' },
    ),
  ],
}

describe('R001-12 派驻人员不占乡镇编制', () => {
  test('somebody of theirs on the township’s 编制', () => {
    expect(found('R001-12', { people: [seated('甲', '司法所', 'politicalLegal')], records: DISPATCHED })).toEqual([
      {
        rule: 'R001-12',
        severity: 'error',
        effect: 'none',
        unitId: '司法所',
        personId: null,
        text: '司法所是派驻机构，却登记政法专项编制核定 0 名，占用 1 名：甲；派驻人员的编制在派出单位。',
        remedy: '核对编制归属；属派出单位的，撤销核定数，人员改为不占编。',
        facts: { 核定: 0, 占用: 1 },
      },
    ])
  })

  test('a quota of theirs, and somebody on a category their kind forbids', () => {
    const units = UNITS.map((unit) => (unit.name === '司法所' ? { ...unit, quotas: { politicalLegal: 2 } } : unit))
    expect(texts('R001-12', { units, records: DISPATCHED })).toEqual([
      '司法所是派驻机构，却登记政法专项编制核定 2 名，占用 0 名；派驻人员的编制在派出单位。',
    ])
    expect(texts('R001-12', { people: [seated('甲', '司法所', 'institution')], records: DISPATCHED })).toEqual([
      '司法所是派驻机构，却登记事业编制核定 0 名，占用 1 名：甲；派驻人员的编制在派出单位。',
    ])
  })

  test('without a quota, with people who are not counted, and units that are not 派驻: silent', () => {
    const units = UNITS.map((unit) => (unit.name === '司法所' ? { ...unit, quotas: { politicalLegal: 0 } } : unit))
    expect(
      texts('R001-12', {
        units,
        people: [{ name: '甲', holdings: [{ unit: '司法所', title: '所长' }] }],
        records: DISPATCHED,
      }),
    ).toEqual([])
    expect(texts('R001-12', { people: [seated('甲', '司法所', 'politicalLegal')] })).toEqual([])
    expect(texts('R001-12', { people: [seated('甲', '党政办公室')], records: DISPATCHED })).toEqual([])
  })

  test('counts them all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), (count) => {
        expect(
          found('R001-12', { people: crowd(count, '甲', '司法所', 'politicalLegal'), records: DISPATCHED }).map(
            (finding) => finding.facts['占用'],
          ),
        ).toEqual(count === 0 ? [] : [count])
      }),
    )
  })
})

describe('R001-13 听取乡镇党委意见', () => {
  const chief: PersonSpec = { name: '甲', holdings: [{ unit: '司法所', title: '所长' }] }
  const opinion = (
    subject: { readonly personId?: string; readonly unitId?: string },
    evidence: 'partyOpinion' | 'overRank' = 'partyOpinion',
  ) => recordOf('evidence', { evidence, note: null }, subject)
  const judged = (evidence: readonly ReturnType<typeof opinion>[], people: readonly PersonSpec[] = [chief]) =>
    found('R001-13', { people, records: { ...DISPATCHED, evidence } })

  test('a head without one', () => {
    expect(judged([])).toEqual([
      {
        rule: 'R001-13',
        severity: 'warning',
        effect: 'none',
        unitId: '司法所',
        personId: '甲',
        text: '甲是派驻机构司法所的主要负责人，没有登记乡镇党委对其任免的意见。',
        remedy: '在“资料”里登记凭证：任免听取乡镇党委意见。',
        facts: {},
      },
    ])
  })

  test('of the person or of the unit it will do; of others or another kind it will not', () => {
    expect(judged([opinion({ personId: '甲' })])).toEqual([])
    expect(judged([opinion({ unitId: '司法所' })])).toEqual([])
    expect(
      judged([opinion({ personId: '乙' }), opinion({ unitId: '党政办公室' }), opinion({ personId: '甲' }, 'overRank')]),
    ).toHaveLength(1)
  })

  test('deputies and heads of the township’s own units are not meant', () => {
    expect(
      judged(
        [],
        [
          { name: '甲', holdings: [{ unit: '司法所', title: '副所长' }] },
          seated('乙', '党政办公室', 'administrative', { title: '主任' }),
        ],
      ),
    ).toEqual([])
  })

  test('exactly the heads without one', () => {
    const chiefs = ['甲', '乙', '丙'].map((name): PersonSpec => ({ ...chief, name }))
    fc.assert(
      fc.property(fc.subarray(['甲', '乙', '丙']), (heard) => {
        expect(
          judged(
            heard.map((personId) => opinion({ personId })),
            chiefs,
          ).map((finding) => finding.personId),
        ).toEqual(['甲', '乙', '丙'].filter((name) => !heard.includes(name)))
      }),
    )
  })
})

describe('R001-14 集中办公', () => {
  const workplace = (more: Partial<Workplace>, personId = '甲') =>
    recordOf(
      'workplace',
      { place: '老办公楼二楼', inTownship: true, worksInUnitId: null, servesPublic: true, ...more },
      { personId },
    )
  const judged = (more: Partial<Workplace>, person: PersonSpec = seated('甲', '文化站', 'institution')) =>
    found('R001-14', { people: [person], records: { workplace: [workplace(more)] } })

  test('a service post elsewhere', () => {
    expect(judged({})).toEqual([
      {
        rule: 'R001-14',
        severity: 'warning',
        effect: 'none',
        unitId: '文化站',
        personId: '甲',
        text: '甲（文化站 干事）是面向群众办事的岗位，登记在老办公楼二楼办公，没有到政务服务中心集中办公。',
        remedy: '安排到政务服务中心办公后更新实际工作地点；没有条件的，写明情况。',
        facts: { 工作地点: '老办公楼二楼' },
      },
    ])
    expect(judged({ worksInUnitId: '党政办公室' })).toHaveLength(1)
    expect(judged({ worksInUnitId: '旧中心' })).toHaveLength(1)
  })

  test.each([
    ['the place says so', { place: '山溪乡政务服务中心大厅' }],
    ['the unit is it', { worksInUnitId: '政务服务中心' }],
    ['the post does not serve the public', { servesPublic: false }],
  ] as const)('silent: %s', (_what, more) => {
    expect(judged(more)).toEqual([])
  })

  test('members of the team, and people who are not counted, are not meant', () => {
    expect(
      judged(
        {},
        { name: '甲', holdings: [seat('乡领导班子', 'administrative', { title: '副乡长', leadership: 'deputy' })] },
      ),
    ).toEqual([])
    expect(judged({}, { name: '甲', holdings: [{ unit: '文化站', kind: 'secondedIn' }] })).toEqual([])
  })

  test('exactly those who are not there', () => {
    const people = ['甲', '乙', '丙'].map((name) => seated(name, '文化站', 'institution'))
    fc.assert(
      fc.property(fc.subarray(['甲', '乙', '丙']), (there) => {
        const records = {
          workplace: ['甲', '乙', '丙'].map((name) =>
            workplace({ place: there.includes(name) ? '政务服务中心' : '院内' }, name),
          ),
        }
        expect(found('R001-14', { people, records }).map((finding) => finding.personId)).toEqual(
          ['甲', '乙', '丙'].filter((name) => !there.includes(name)),
        )
      }),
    )
  })
})

describe('R001-15 加挂牌子', () => {
  const judged = (change: (plate: ReturnType<typeof buildSnapshot>['nameplates'][number]) => object) => {
    const snapshot = buildSnapshot(base())
    return findingsOf(
      runSnapshot({ ...snapshot, nameplates: snapshot.nameplates.map((plate) => ({ ...plate, ...change(plate) })) }),
      'R001-15',
    )
  }

  test('with a document silent, without one not', () => {
    expect(judged(() => ({}))).toEqual([])
    expect(judged(() => ({ documentNumber: null }))).toEqual([
      {
        rule: 'R001-15',
        severity: 'error',
        effect: 'none',
        unitId: '党政办公室',
        personId: null,
        text: '党政办公室加挂“党建办公室”牌子，没有登记依据文件。',
        remedy: '补登批准文号；没有批准的，摘牌并登记。',
        facts: { 牌子: '党建办公室' },
      },
    ])
  })

  test('a plate of a unit that is gone is not its', () => {
    expect(judged(() => ({ documentNumber: null, unitId: '旧站' }))).toEqual([])
  })

  test('one finding a plate', () => {
    fc.assert(
      fc.property(fc.subarray(['甲牌', '乙牌', '丙牌']), (names) => {
        const snapshot = buildSnapshot(base({ units: [{ name: '党政办公室', nameplates: names }] }))
        expect(
          findingsOf(
            runSnapshot({
              ...snapshot,
              nameplates: snapshot.nameplates.map((plate) => ({ ...plate, documentNumber: null })),
            }),
            'R001-15',
          ).map((finding) => finding.facts['牌子']),
        ).toEqual(names)
      }),
    )
  })
})

describe('R001-16 收入不低于县直', () => {
  const pay = (townshipAmount: number, countyAmount: number, more: Partial<PayBenchmark> = {}, id = 'a') =>
    recordOf('payBenchmark', { year: 2025, rank: '四级主任科员', townshipAmount, countyAmount, ...more }, { id })
  const judged = (...own: readonly ReturnType<typeof pay>[]) => found('R001-16', { records: { payBenchmark: own } })

  test('below, equal, above', () => {
    expect(judged(pay(6_800.1, 7_000))).toEqual([
      {
        rule: 'R001-16',
        severity: 'error',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '2025 年四级主任科员：乡镇月收入 6800.1 元，县直机关 7000 元，低 199.9 元。',
        remedy: '核对补贴、津贴是否计入；确属偏低的，向县有关部门反映。',
        facts: { 年度: 2025, 乡镇: 6800.1, 县直: 7000, 相差: 199.9 },
      },
    ])
    expect(judged(pay(7_000, 7_000))).toEqual([])
    expect(judged(pay(7_000.01, 7_000))).toEqual([])
  })

  test('of each rank the latest year counts, in whatever order they were entered', () => {
    expect(judged(pay(7_100, 7_000, {}, 'a'), pay(6_000, 7_000, { year: 2024 }, 'b'))).toEqual([])
    expect(
      judged(pay(6_900, 7_000, {}, 'a'), pay(8_000, 7_000, { year: 2024 }, 'b'), pay(1, 2, { rank: '科员' }, 'c')).map(
        (finding) => finding.text,
      ),
    ).toEqual([
      '2025 年四级主任科员：乡镇月收入 6900 元，县直机关 7000 元，低 100 元。',
      '2025 年科员：乡镇月收入 1 元，县直机关 2 元，低 1 元。',
    ])
  })

  test('flagged exactly where it is lower', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (own, county) => {
        expect(judged(pay(own, county))).toHaveLength(own < county ? 1 : 0)
      }),
    )
  })
})

describe('R001-17 从事业干部招录', () => {
  const by = (name: string, entryRoute: string | null) => seated(name, '党政办公室', 'administrative', { entryRoute })

  test('the share, by name', () => {
    expect(
      found('R001-17', {
        people: [
          by('甲', '从乡镇事业干部中招录'),
          by('乙', '考试录用'),
          by('丙', null),
          seated('丁', '文化站', 'institution', { entryRoute: '事业单位公开招聘' }),
        ],
      }),
    ).toEqual([
      {
        rule: 'R001-17',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '登记了进入方式的机关人员 2 名，其中从事业干部招录、选拔的 1 名，占 50%：甲。',
        remedy: '供安排招录、选拔计划时参考。',
        facts: { 机关人员: 2, 来自事业: 1 },
      },
    ])
  })

  test('none of them; no way in on record', () => {
    expect(texts('R001-17', { people: [by('甲', '考试录用'), by('乙', '军转安置'), by('丙', '考试录用')] })).toEqual([])
    expect(
      texts('R001-17', {
        people: [
          by('甲', null),
          { name: '乙', holdings: [{ unit: '党政办公室', kind: 'secondedIn', entryRoute: '借用' }] },
        ],
      }),
    ).toEqual([])
  })

  test('the share of any number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }), (from, others) => {
        const people = [
          ...Array.from({ length: from }, (_, turn) => by(`甲${turn}`, '事业选拔')),
          ...Array.from({ length: others }, (_, turn) => by(`乙${turn}`, '考试录用')),
        ]
        expect(texts('R001-17', { people })).toEqual([
          expect.stringContaining(`占 ${Math.round((100 * from) / (from + others))}%`),
        ])
      }),
    )
  })
})
