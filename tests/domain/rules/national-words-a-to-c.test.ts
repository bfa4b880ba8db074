import { describe, expect, test } from 'vitest'
import {
  crowd,
  findingsOf,
  run,
  seat,
  seated,
  type HoldingSpec,
  type SnapshotSpec,
  type UnitSpec,
} from '../../kit/snapshot.ts'

/* What the rules about numbers (A), use (B) and who is off the list (C) say in whole: the sentence, what to do, and the numbers. */

const said = (spec: SnapshotSpec, rule: string) =>
  findingsOf(run(spec), rule).map(({ text, remedy, facts }) => [text, remedy, facts])
const OFFICE: UnitSpec = { name: '党政办', quotas: { administrative: 4 } }
const ROOT: UnitSpec = { name: '山溪乡', kind: 'township', ceilings: { administrative: 6 } }
const dated = { validFrom: '2026-01-01', validTo: null }
const approval = (amount: number) => ({
  id: '核准1',
  unitId: '党政办',
  category: 'administrative' as const,
  amount,
  number: '用编1号',
  expiresOn: null,
  personId: null,
  ...dated,
})
const tolerance = (amount: number, validTo: string | null) => ({
  id: '溢出',
  unitId: '党政办',
  category: null,
  amount,
  percent: null,
  documentNumber: '山编〔2026〕1号',
  validFrom: '2026-01-01',
  validTo,
})

describe('A1, A2 and A15: people beyond the quota', () => {
  const remedy = (over: number) =>
    `减少 ${over} 人（调整到有空编的机构或办理出编），或取得增加编制的批文后登记核定编制。`

  test('two over; the facts name what is allowed only where something is', () => {
    expect(said({ units: [OFFICE], people: crowd(6, '甲', '党政办') }, 'A1')).toEqual([
      [
        '党政办 行政编制核定 4 名，实有 6 名，超编 2 名。实有：甲1、甲2、甲3、甲4、甲5、甲6。',
        remedy(2),
        { 核定: 4, 实有: 6, 已核准未到位: 0, 超编: 2 },
      ],
    ])
    expect(said({ units: [OFFICE], people: crowd(6, '甲', '党政办'), tolerances: [tolerance(1, null)] }, 'A1')).toEqual(
      [
        [
          '党政办 行政编制核定 4 名，实有 6 名，超编 2 名（允许溢出 1 名，超出 1 名）。实有：甲1、甲2、甲3、甲4、甲5、甲6。',
          remedy(2),
          { 核定: 4, 实有: 6, 已核准未到位: 0, 超编: 2, 允许溢出: 1 },
        ],
      ],
    )
  })

  test('hidden by the total of the category', () => {
    expect(
      said(
        { units: [OFFICE, { name: '经发办', quotas: { administrative: 2 } }], people: crowd(5, '甲', '党政办') },
        'A2',
      ),
    ).toEqual([
      [
        '党政办 行政编制超编 1 名（核定 4 名，实有 5 名）。全乡镇行政编制核定 6 名、实有 5 名，总数虽未超，别处的空编不能抵顶。',
        '按机构、按编制类型分别消化；确需调剂的，先取得调整编制的批文。',
        { 机构核定: 4, 机构实有: 5, 超编: 1, 总数核定: 6, 总数实有: 5 },
      ],
    ])
  })

  test('allowed for a time, and without an end', () => {
    const spec = (validTo: string | null) => ({
      units: [OFFICE],
      people: crowd(5, '甲', '党政办'),
      tolerances: [tolerance(1, validTo)],
    })
    const text = (until: string) =>
      `党政办 行政编制过渡期超编 1 名：核定 4 名，实有 5 名，允许溢出 1 名（山编〔2026〕1号，${until}）。`
    const facts = { 核定: 4, 实有: 5, 超编: 1, 允许溢出: 1 }
    expect(said(spec('2027-07-01'), 'A15')).toEqual([
      [text('至2027年6月30日止'), '在过渡期满前消化超编；过渡期满即按超编处理。', facts],
    ])
    expect(said(spec(null), 'A15')).toEqual([[text('没有规定截止日'), '补登允许溢出的截止日，按计划消化超编。', facts]])
  })
})

describe('A3, A4: seats that are free, and seats that are not', () => {
  test('half of them vacant, one of those promised', () => {
    expect(
      said(
        {
          units: [{ name: '党政办', quotas: { administrative: 8 } }],
          people: crowd(3, '甲', '党政办'),
          approvals: [approval(1)],
        },
        'A3',
      ),
    ).toEqual([
      [
        '全乡镇行政编制核定 8 名，空编 4 名（已扣除已核准未到位 1 名），空编率 50%，超过 25%。',
        '核对有无未登记的人员；确有空编的，列入用编计划。',
        { 核定: 8, 空编: 4, 已核准未到位: 1, 空编率: 50, 上限: 25 },
      ],
    ])
  })

  test('promised beyond the quota, and beyond it within what is allowed', () => {
    const remedy = '撤回多出的用编核准，先消化超编，或取得增加编制的批文后登记核定编制。'
    expect(said({ units: [OFFICE], people: crowd(3, '甲', '党政办'), approvals: [approval(2)] }, 'A4')).toEqual([
      [
        '党政办 行政编制核定 4 名，实有 3 名，已核准未到位 2 名，合计多出 1 名：因用编核准而没有可用编制，核准的人员到位后将超编。',
        remedy,
        { 核定: 4, 实有: 3, 已核准未到位: 2, 允许溢出: 0, 可用: -1 },
      ],
    ])
    expect(
      said(
        {
          units: [OFFICE],
          people: crowd(4, '甲', '党政办'),
          approvals: [approval(1)],
          tolerances: [tolerance(1, null)],
        },
        'A4',
      ),
    ).toEqual([
      [
        '党政办 行政编制核定 4 名，实有 4 名，已核准未到位 1 名，合计多出 1 名（在允许溢出 1 名以内）：因用编核准而没有可用编制，核准的人员到位后将超编。',
        remedy,
        { 核定: 4, 实有: 4, 已核准未到位: 1, 允许溢出: 1, 可用: 0 },
      ],
    ])
  })
})

describe('A5: the parts against the whole', () => {
  const remedy = '对照批文核对各机构的核定数；总数或分项调整过的，补登调整文号和生效日。'
  test.each([
    [4, '有 2 名未分到机构'],
    [9, '多分 3 名'],
  ])('an approved total of 6 and %i allotted', (allotted, difference) => {
    expect(said({ units: [ROOT, { name: '党政办', quotas: { administrative: allotted } }] }, 'A5')).toEqual([
      [
        `行政编制核定总数 6 名，各机构合计 ${allotted} 名，${difference}。`,
        remedy,
        { 核定总数: 6, 分项合计: allotted, 相差: Math.abs(6 - allotted) },
      ],
    ])
  })
})

describe('A13, A14: ranks and 编外', () => {
  test('two in the ranks of a pool of one', () => {
    const spec: SnapshotSpec = {
      units: [OFFICE],
      people: ['甲', '乙'].map((name) => ({ name, rank: '一级主任科员', holdings: [seat('党政办')] })),
      rankQuotas: [
        {
          id: '职级',
          unitId: '党政办',
          pool: '一级和二级主任科员',
          amount: 1,
          documentNumber: '山编〔2026〕5号',
          ...dated,
        },
      ],
    }
    expect(said(spec, 'A13')).toEqual([
      [
        '党政办 一级和二级主任科员职数核定 1 名（山编〔2026〕5号），现有 2 名，超 1 名。现有：甲、乙。',
        '核对各人占编职级（只享受待遇的不占职数）；确属超职数的，按干部管理权限调整。',
        { 核定: 1, 现有: 2, 超职数: 1 },
      ],
    ])
  })

  test('somebody 编外 in two ways is one of each; somebody in post is of neither', () => {
    const hired = (kind: 'selfHired' | 'agency'): HoldingSpec => ({
      unit: '党政办',
      kind: 'offQuota',
      offQuotaKind: kind,
    })
    const spec: SnapshotSpec = {
      units: [OFFICE],
      people: [
        { name: '聘1', holdings: [hired('selfHired'), hired('agency')] },
        { name: '聘2', holdings: [hired('selfHired')] },
        seated('甲', '党政办'),
      ],
      offQuotaControls: [
        { id: '控1', kind: 'selfHired', amount: 0, documentNumber: '山编〔2026〕8号', ...dated },
        { id: '控2', kind: 'agency', amount: 0, documentNumber: '山编〔2026〕9号', ...dated },
      ],
    }
    const remedy = '按消化计划减少用工，或取得调整控制数的批文后登记。'
    expect(said(spec, 'A14')).toEqual([
      [
        '自聘人员控制数 0 名（山编〔2026〕8号），实有 2 名，超 2 名。实有：聘1、聘2。',
        remedy,
        { 控制数: 0, 实有: 2, 超出: 2 },
      ],
      [
        '劳务派遣人员控制数 0 名（山编〔2026〕9号），实有 1 名，超 1 名。实有：聘1。',
        remedy,
        { 控制数: 0, 实有: 1, 超出: 1 },
      ],
    ])
  })
})

test('B1: 行政编制 in a 事业单位, 事业编制 in an office', () => {
  const spec: SnapshotSpec = {
    units: [OFFICE, { name: '农服中心', kind: 'institution', quotas: { institution: 3 } }],
    people: [seated('甲', '农服中心'), seated('乙', '党政办', 'institution')],
  }
  const remedy = '核对编制类型是否填错；确属混编的，调回编制所在机构或按程序转入本机构编制。'
  expect(said(spec, 'B1')).toEqual([
    [
      '乙在党政办 干事使用事业编制；党政办是机关（内设机构），应当使用行政编制，也没有核定事业编制，属混编。',
      remedy,
      { 机构: '党政办', 编制类型: '事业编制', 本机构核定: 0 },
    ],
    [
      '甲在农服中心 干事使用行政编制；农服中心是事业单位，应当使用事业编制，也没有核定行政编制，属混编。',
      remedy,
      { 机构: '农服中心', 编制类型: '行政编制', 本机构核定: 0 },
    ],
  ])
})

describe('C2: no lawful way in', () => {
  const one = (holding: HoldingSpec) => said({ units: [OFFICE], people: [{ name: '某', holdings: [holding] }] }, 'C2')

  test('a way that is none', () => {
    expect(one(seat('党政办', 'administrative', { entryRoute: ' 自行聘用 ' }))).toEqual([
      [
        '某（党政办 干事）进入形式为“自行聘用”，不是合法的进人渠道。',
        '核对进入形式；确无合法进人手续的，不纳入实名制，转入编外或清退。',
        { 进入形式: '自行聘用' },
      ],
    ])
  })

  test('a unit that is gone', () => {
    expect(one(seat('已撤销的站'))).toEqual([
      ['某所任岗位或所在机构已不在册，编制没有着落。', '登记调整后的岗位，或办理出编。', {}],
    ])
  })

  test('a post without 编制 that is nothing else, and 借出 from nowhere', () => {
    const remedy = '补登所占编制类型；不占编制的，改登为借入、挂职或编外。'
    expect(one({ unit: '党政办', kind: 'substantive' })).toEqual([
      ['某在党政办 干事任职，没有登记占用编制，也不是借入、挂职或编外人员，无法认定为在编。', remedy, {}],
    ])
    expect(one({ kind: 'secondedOut', counterpart: '县局' })).toEqual([
      ['某只登记了借出，没有登记占用编制，也不是借入、挂职或编外人员，无法认定为在编。', remedy, {}],
    ])
  })
})

test('C3 and C4: 临时聘用 is C3’s alone, any other 编外 C4’s alone', () => {
  const both = (offQuotaKind: 'temporary' | 'agency', occupiesQuota = false) =>
    ['C3', 'C4'].flatMap((rule) =>
      said(
        {
          units: [OFFICE],
          people: [{ name: '某', holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind, occupiesQuota }] }],
        },
        rule,
      ),
    )
  expect(both('temporary')).toEqual([
    ['某（党政办 干事）是临时聘用人员，临时聘用，没有编制，另列编外台账。', '无须处理。', {}],
  ])
  expect(both('agency')).toEqual([
    ['某（党政办 干事）是劳务派遣人员，属编外，另列编外台账，不占编制。', '无须处理。', {}],
  ])
  expect(both('agency', true)).toEqual([
    [
      '某（党政办 干事）是劳务派遣人员，却登记为占用编制：属编外，另列编外台账，不占编制。',
      '取消占编标记，列入编外台账。',
      {},
    ],
  ])
})
