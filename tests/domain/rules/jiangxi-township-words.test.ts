import { describe, expect, test } from 'vitest'
import type { QuotaEntry } from '../../../electron/domain/model/quota.ts'
import {
  buildSnapshot,
  crowd,
  findingsOf,
  quotaEntry,
  run,
  runSnapshot,
  seat,
  seated,
  jiangxiUnits,
  type HoldingSpec,
  type PersonSpec,
  type SnapshotSpec,
  type UnitSpec,
} from '../../kit/snapshot.ts'

/* What the plan's rules say in whole: the sentence, what to do, and the numbers; and the edges of what they count. */

const base = (more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
  packId: 'seed-000',
  packFrom: '2006-11-01',
  units: jiangxiUnits(),
  ...more,
})
const said = (more: Partial<SnapshotSpec>, rule: string) =>
  findingsOf(run(base(more)), rule).map(({ text, remedy, facts }) => [text, remedy, facts])
const changed = (name: string, change: Partial<UnitSpec>) =>
  jiangxiUnits().map((unit) => (unit.name === name ? { ...unit, ...change } : unit))
const leader = (name: string, title: string, more: Partial<PersonSpec> = {}): PersonSpec => ({
  name,
  holdings: [seat('乡领导班子', 'administrative', { title, leadership: 'deputy' })],
  ...more,
})

describe('R000-01', () => {
  const rises = (entries: readonly QuotaEntry[]) =>
    findingsOf(runSnapshot({ ...buildSnapshot(base()), quotaHistory: entries }), 'R000-01').map(({ text, remedy }) => [
      text,
      remedy,
    ])
  const entry = (more: Partial<QuotaEntry>) => quotaEntry({ unitId: '党政综合办公室', amount: 5, ...more })
  const remedy = '核对生效日和文号；确属增加的，报机构编制部门纠正。'

  test('a number that lapsed and came back is an increase from nothing, whichever is on record first', () => {
    const back = [
      entry({ id: '二', validFrom: '2010-01-01', documentNumber: '山编办〔2010〕1号' }),
      entry({ id: '一', validTo: '2009-05-01' }),
    ]
    const expected = [
      [
        '2010-01-01 全乡镇行政编制由 0 名增至 5 名（依据 山编办〔2010〕1号），增加 5 名；2006-11-01 至 2011-11-01 只能减少，不能增加。',
        remedy,
      ],
    ]
    expect([rises(back), rises(back.toReversed())]).toEqual([expected, expected])
  })

  test('what rose before the start did not rise within it', () => {
    expect(
      rises([
        entry({ id: '一', amount: 3, validFrom: '2005-01-01', validTo: '2006-06-01' }),
        entry({ id: '二', amount: 5, validFrom: '2006-06-01' }),
      ]),
    ).toEqual([])
  })

  test('of the documents only those of that day, each once', () => {
    const grown = (unitId: string, documentNumber: string): QuotaEntry =>
      entry({ id: unitId, unitId, amount: 1, validFrom: '2008-01-01', documentNumber })
    expect(
      rises([
        entry({ id: '一' }),
        grown('经济发展办公室', '山编办〔2008〕1号'),
        grown('社会事务办公室', '山编办〔2008〕2号'),
        grown('纪委', '山编办〔2008〕2号'),
      ]),
    ).toEqual([
      [
        '2008-01-01 全乡镇行政编制由 5 名增至 8 名（依据 山编办〔2008〕1号、山编办〔2008〕2号），增加 3 名；2006-11-01 至 2011-11-01 只能减少，不能增加。',
        remedy,
      ],
    ])
  })
})

describe('R000-02', () => {
  test('no 行政编制 on record at all', () => {
    expect(said({ units: [{ name: '财政所', kind: 'institution', quotas: { institution: 3 } }] }, 'R000-02')).toEqual([
      [
        '方案核定全乡行政编制 23 名，各机构分项合计 0 名，两者不等。',
        '对照方案核对领导班子、各办公室、人武部、纪委和维稳信息员的核定数。',
        { 方案核定: 23, 分项合计: 0 },
      ],
    ])
  })
  test('two too many', () => {
    expect(said({ people: crowd(25, '甲', '党政综合办公室') }, 'R000-02')).toEqual([
      [
        '方案核定全乡行政编制 23 名，实有 25 名，超编 2 名。',
        '按方案总额消化超编。',
        { 方案核定: 23, 实有: 25, 超编: 2 },
      ],
    ])
  })
})

test('R000-03', () => {
  const leaders = Array.from({ length: 10 }, (_, position) => leader(`领导${position + 1}`, '党委委员'))
  const names = leaders.map(({ name }) => name).join('、')
  expect(said({ people: leaders }, 'R000-03')).toEqual([
    [
      `方案核定乡领导职数 8 名，实配 10 名，超职数 2 名。现有领导成员：${names}。`,
      '核对各岗位是否占职数；确属超配的，按干部管理权限调整。',
      { 方案核定: 8, 实配: 10, 超职数: 2 },
    ],
  ])
})

test('R000-04', () => {
  expect(
    said(
      {
        people: [
          leader('甲', '人大主席'),
          leader('乙', '人大主席'),
          leader('丙', '人大副主席'),
          leader('丁', '人大副主席'),
        ],
      },
      'R000-04',
    ),
  ).toEqual([
    ['方案设人大主席 1 名，现有 2 名：甲、乙。', '核对职务名称和任免文件。', { 方案: 1, 现有: 2 }],
    ...['丙', '丁'].map((name) => [
      `${name}任人大副主席；方案规定不另设人大副主席。`,
      '核对职务名称和任免文件；确属违规设置的，按干部管理权限调整。',
      { 方案: 0, 现有: 2 },
    ]),
  ])
})

describe('R000-05', () => {
  test('a secretary who is no member', () => {
    expect(said({ people: [leader('甲', '纪委书记', { politicalStatus: '群众' })] }, 'R000-05')).toEqual([
      ['甲任纪委书记，应由党委委员担任，政治面貌登记为群众。', '核对政治面貌和任职文件。', { 政治面貌: '群众' }],
    ])
  })
  test('just as many members as the plan wants: both ought to sit on the committee', () => {
    expect(said({ people: [leader('甲', '副乡长'), leader('乙', '副乡长')] }, 'R000-05')).toEqual(
      ['甲', '乙'].map((name) => [
        `${name}的职务“副乡长”没有写明党委委员，请核对任职文件。`,
        '任职文件写明党委委员的，把职务名称补全。',
        {},
      ]),
    )
  })
  test('one member too few', () => {
    expect(
      said(
        { people: [leader('甲', '党委委员、副乡长'), leader('乙', '副乡长', { politicalStatus: '群众' })] },
        'R000-05',
      ),
    ).toEqual([
      [
        '方案规定 2 名副乡长由党员（党委委员）担任，现有副乡长 2 名，其中党员 1 名；非党员：乙。',
        '核对政治面貌和任职文件。',
        { 方案: 2, 副乡长: 2, 党员: 1 },
      ],
    ])
  })
})

describe('R000-06 and R000-08', () => {
  test('机关工勤, and 事业编制 in an office, are not of the plan’s 行政编制', () => {
    const units = changed('党政综合办公室', { quotas: { administrative: 5, worker: 1, institution: 1 } })
    expect(
      said(
        {
          units,
          people: [
            ...crowd(5, '甲', '党政综合办公室'),
            seated('工', '党政综合办公室', 'worker'),
            seated('事', '党政综合办公室', 'institution'),
          ],
        },
        'R000-06',
      ),
    ).toEqual([])
  })
  test('a unit the book does not have is nobody’s excess', () => {
    expect(said({ units: jiangxiUnits().filter((unit) => unit.name !== '纪委') }, 'R000-06')).toEqual([])
  })
  test('one over', () => {
    expect(said({ people: crowd(4, '甲', '财政所', 'institution') }, 'R000-08')).toEqual([
      [
        '方案给财政所核定事业编制 3 名，实有 4 名，超编 1 名。实有：甲1、甲2、甲3、甲4。',
        '按方案核定数消化超编；方案以后另有调整的，登记新的核定编制和文号。',
        { 方案核定: 3, 实有: 4, 超编: 1 },
      ],
    ])
  })
  test('parts that do not add up', () => {
    expect(said({ units: changed('财政所', { quotas: { institution: 1 } }) }, 'R000-08')).toEqual([
      [
        '方案核定事业编制合计 28 名，各站所登记合计 26 名，相差 2 名。',
        '对照方案核对各站所的核定数；以后调整过的，登记调整文号。',
        { 方案核定: 28, 登记合计: 26 },
      ],
    ])
  })
})

test('R000-07', () => {
  const units: readonly UnitSpec[] = [
    ...jiangxiUnits().filter((unit) => unit.name !== '民政所'),
    { name: '林业站', kind: 'institution' },
    { name: '兽医站', kind: 'institution' },
  ]
  expect(said({ units }, 'R000-07')).toEqual([
    ...['林业站', '兽医站'].map((name) => [
      `${name}不在方案的 7 个事业站所之内。`,
      '核对机构名称；更名、增设的，登记批文后换用相应规则包。',
      { 方案: 7, 现有: 8 },
    ]),
    ['方案设置的民政所没有登记为事业单位。', '核对机构名称和类别，或补登机构。', { 方案: 7, 现有: 8 }],
  ])
})

describe('R000-10', () => {
  const remedy = '核对经费形式；确属自收自支的，按方案改为财政保障或撤并。'
  const words = (unit: string, quota: number, actual: number) => [
    `${unit} 事业编制（自收自支）：核定 ${quota} 名，实有 ${actual} 名；方案规定乡不再设立自收自支的事业单位。`,
    remedy,
    { 核定: quota, 实有: actual },
  ]
  test('a number of none is none', () => {
    expect(said({ units: changed('财政所', { quotas: { institution: 3, institutionSelf: 0 } }) }, 'R000-10')).toEqual(
      [],
    )
  })
  test('a number, and somebody in an office that cannot have one', () => {
    expect(said({ units: changed('财政所', { quotas: { institution: 2, institutionSelf: 1 } }) }, 'R000-10')).toEqual([
      words('财政所', 1, 0),
    ])
    expect(said({ people: [seated('甲', '党政综合办公室', 'institutionSelf')] }, 'R000-10')).toEqual([
      words('党政综合办公室', 0, 1),
    ])
  })
})

describe('R000-11', () => {
  const hired = (name: string, more: HoldingSpec = {}): PersonSpec => ({
    name,
    holdings: [{ unit: '财政所', kind: 'offQuota', offQuotaKind: 'selfHired', validFrom: '2026-11-01', ...more }],
  })
  const words = (day: string, before: number, now: number) => [
    `${day} 自聘人员由 ${before} 人增至 ${now} 人；方案规定自聘人员逐步消化。`,
    '核对自聘起始时间；确属新聘的，予以清退或转为经批准的用工方式。',
    { 原有: before, 现有: now, 日期: day },
  ]

  test('without a first day of the plan nothing is judged', () => {
    expect(
      said({ packFrom: null, people: [hired('甲'), hired('乙', { validFrom: '2026-11-20' })] }, 'R000-11'),
    ).toEqual([])
  })
  test('the stock-taking is the first day of those without a date of their own, in whatever order they stand', () => {
    expect(
      said(
        { people: [hired('丙', { validFrom: '2026-11-20' }), hired('丁', { validFrom: '2026-11-10' }), hired('甲')] },
        'R000-11',
      ),
    ).toEqual([words('2026-11-10', 1, 2), words('2026-11-20', 2, 3)])
  })
  test('a date of one’s own is neither that day nor moved by it', () => {
    expect(
      said({ people: [hired('甲', { enteredOn: '2003-03', validFrom: '2026-10-01' }), hired('乙')] }, 'R000-11'),
    ).toEqual([])
    expect(said({ people: [hired('甲', { enteredOn: '2010-03' }), hired('乙')] }, 'R000-11')).toEqual([
      words('2010-03-01', 1, 2),
    ])
  })
  test('who came and went before the plan is no part of it', () => {
    expect(
      said(
        {
          people: [hired('甲', { enteredOn: '2003-03', validFrom: '2003-03-01', validTo: '2005-01-01' }), hired('乙')],
        },
        'R000-11',
      ),
    ).toEqual([])
  })
})

test('R000-12: what to do', () => {
  const notice = {
    id: '一',
    number: '山公示〔2026〕1号',
    asOf: '2026-11-01',
    postedOn: '2026-11-13',
    endsOn: '2026-11-30',
    closedOn: null,
  }
  expect(said({}, 'R000-12')).toEqual([
    ['山溪乡编制实名制名单还没有张榜公示。', '在“公示与报表”中发布公示并张榜。', { 已发布: 0 }],
  ])
  expect(said({ notices: [notice] }, 'R000-12')).toEqual([
    [
      '山公示〔2026〕1号 正在公示，2026-11-30 期满；在此之前还没有一次公示期满。',
      '公示期满后登记异议情况。',
      { 已发布: 1 },
    ],
  ])
})

test('R000-13: why each is left out; who is not counted has no seat to lose', () => {
  const people = [
    ...crowd(5, '甲', '党政综合办公室'),
    seated('晚', '党政综合办公室', 'administrative', { enteredOn: '2020-01' }),
    seated('混', '财政所', 'administrative'),
    seated('外', '财政所', 'institution', { kind: 'offQuota', offQuotaKind: 'selfHired' }),
  ]
  const remedy = '问题解决后自动回到在编名单。'
  expect(said({ people }, 'R000-13')).toEqual([
    ['晚超编，列入超编名单，按方案不纳入编制实名制管理，不上公示名单。', remedy, {}],
    ['混不符合规定配备，列入不合规名单，按方案不纳入编制实名制管理，不上公示名单。', remedy, {}],
  ])
})
