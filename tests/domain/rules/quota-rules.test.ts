import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crowd, findingsOf, run, seat, seated, type SnapshotSpec, type UnitSpec } from '../../kit/snapshot.ts'
import { randomTownship } from '../../kit/random-township.ts'

const OFFICE: UnitSpec = { name: '党政综合办公室', quotas: { administrative: 5 } }
const CENTRE: UnitSpec = { name: '农服中心', kind: 'institution', quotas: { institution: 3 } }
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)

describe('A1 机构实有人员不得突破核定编制', () => {
  test('one over: the arithmetic and the people', () => {
    expect(findingsOf(run({ units: [OFFICE], people: crowd(6, '甲', '党政综合办公室') }), 'A1')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: '党政综合办公室',
        personId: null,
        text: '党政综合办公室 行政编制核定 5 名，实有 6 名，超编 1 名。实有：甲1、甲2、甲3、甲4、甲5、甲6。',
        facts: { 核定: 5, 实有: 6, 已核准未到位: 0, 超编: 1 },
      }),
    ])
  })

  test('silent exactly at the quota, and with an approval on top', () => {
    const approvals = [
      {
        id: '核准1',
        unitId: '党政综合办公室',
        category: 'administrative' as const,
        amount: 1,
        number: '用编1号',
        expiresOn: null,
        personId: null,
        validFrom: '2026-01-01',
        validTo: null,
      },
    ]
    expect(texts({ units: [OFFICE], people: crowd(5, '甲', '党政综合办公室'), approvals }, 'A1')).toEqual([])
  })

  test('of any township: one finding a line that is over, none else', () => {
    fc.assert(
      fc.property(randomTownship, (spec) => {
        const result = run(spec)
        expect(findingsOf(result, 'A1').map((finding) => finding.facts['超编'])).toEqual(
          result.figures.lines.filter((line) => line.over > 0).map((line) => line.over),
        )
      }),
    )
  })
})

describe('A2 不得相互抵顶', () => {
  const OTHER: UnitSpec = { name: '经发办', quotas: { administrative: 2 } }

  test("another unit's vacancy does not hide an 超编", () => {
    expect(
      texts(
        { units: [OFFICE, OTHER], people: [...crowd(6, '甲', '党政综合办公室'), ...crowd(1, '乙', '经发办')] },
        'A2',
      ),
    ).toEqual([
      '党政综合办公室 行政编制超编 1 名（核定 5 名，实有 6 名）。全乡镇行政编制核定 7 名、实有 7 名，总数虽未超，别处的空编不能抵顶。',
    ])
  })

  test("another category's vacancy does not either", () => {
    expect(texts({ units: [OFFICE, CENTRE], people: crowd(6, '甲', '党政综合办公室') }, 'A2')).toEqual([
      '党政综合办公室 行政编制超编 1 名（核定 5 名，实有 6 名）。全乡镇各类编制合计核定 8 名、实有 6 名，总数虽未超，别处的空编不能抵顶。',
    ])
  })

  test('silent where the totals are over too: A1 says it all', () => {
    expect(texts({ units: [OFFICE], people: crowd(6, '甲', '党政综合办公室') }, 'A2')).toEqual([])
  })

  test('silent where nothing is over', () => {
    expect(texts({ units: [OFFICE, OTHER], people: crowd(5, '甲', '党政综合办公室') }, 'A2')).toEqual([])
  })
})

describe('A5 合计应等于核定总数', () => {
  const root = (administrative: number): UnitSpec => ({
    name: '山溪乡',
    kind: 'township',
    ceilings: { administrative },
  })

  test.each([
    [5, []],
    [4, ['行政编制核定总数 4 名，各机构合计 5 名，多分 1 名。']],
    [7, ['行政编制核定总数 7 名，各机构合计 5 名，有 2 名未分到机构。']],
  ])('an approved total of %i against 5 allotted', (ceiling, expected) => {
    expect(texts({ units: [root(ceiling), OFFICE] }, 'A5')).toEqual(expected)
  })

  test('silent where no total is on record', () => {
    expect(texts({ units: [OFFICE] }, 'A5')).toEqual([])
  })

  test('an approved total of 事业编制 is met by units whose numbers are split by 经费形式; 参公 is none of it', () => {
    const spec = (full: number, ceilings: UnitSpec['ceilings']): SnapshotSpec => ({
      units: [
        { name: '山溪乡', kind: 'township', ...(ceilings === undefined ? {} : { ceilings }) },
        {
          name: '农业站',
          kind: 'institution',
          quotas: { institution: 5, institutionFull: full, institutionPartial: 3, institutionCivilService: 4 },
        },
      ],
    })
    expect(texts(spec(20, { institution: 28 }), 'A5')).toEqual([])
    expect(texts(spec(21, { institution: 28 }), 'A5')).toEqual([
      '事业编制核定总数 28 名，各机构合计 29 名，多分 1 名。',
    ])
    // A part with a total of its own, beside the whole or within it.
    expect(texts(spec(20, { institution: 8, institutionFull: 20 }), 'A5')).toEqual([])
    expect(texts(spec(20, { institution: 28, institutionFull: 20 }), 'A5')).toEqual([])
    expect(texts(spec(20, { institution: 27, institutionFull: 20 }), 'A5')).toEqual([
      '事业编制核定总数 27 名，各机构合计 28 名，多分 1 名。',
    ])
    expect(texts(spec(21, { institution: 28, institutionFull: 20 }), 'A5')).toEqual([
      '事业编制核定总数 28 名，各机构合计 29 名，多分 1 名。',
      '事业编制（全额拨款）核定总数 20 名，各机构合计 21 名，多分 1 名。',
    ])
  })

  test('领导职数: the township against its units', () => {
    const leadership = (amount: number) => ({ leadership: { amount, chief: null, deputy: null } })
    const spec = (amount: number) => ({
      units: [
        { name: '山溪乡', kind: 'township' as const, ...leadership(8) },
        { name: '班子', ...leadership(amount) },
      ],
    })
    expect(texts(spec(8), 'A5')).toEqual([])
    expect(texts(spec(9), 'A5')).toEqual(['领导职数核定总数 8 名，各机构合计 9 名，多分 1 名。'])
  })
})

describe('A9 超职数', () => {
  const board = (chief: number | null, deputy: number | null): UnitSpec => ({
    name: '班子',
    kind: 'leadership',
    quotas: { administrative: 9 },
    leadership: { amount: 3, chief, deputy },
  })
  const leaders = (chiefs: number, deputies: number) =>
    [
      ...Array.from({ length: chiefs }, () => 'chief' as const),
      ...Array.from({ length: deputies }, () => 'deputy' as const),
    ].map((leadership, position) => ({
      name: `领导${position + 1}`,
      holdings: [seat('班子', 'administrative', { leadership })],
    }))

  test('exactly at the number: silent', () => {
    expect(texts({ units: [board(1, 2)], people: leaders(1, 2) }, 'A9')).toEqual([])
  })

  test('one over: the whole and the part', () => {
    expect(texts({ units: [board(1, 2)], people: leaders(1, 3) }, 'A9')).toEqual([
      '领导职数核定 3 名，实配 4 名，超职数 1 名。现有领导成员：领导1、领导2、领导3、领导4。',
      '副职领导职数核定 2 名，实配 3 名，超职数 1 名。现有领导成员：领导2、领导3、领导4。',
    ])
  })

  test('within the whole, yet one 正职 too many', () => {
    expect(texts({ units: [board(1, 2)], people: leaders(2, 1) }, 'A9')).toEqual([
      '正职领导职数核定 1 名，实配 2 名，超职数 1 名。现有领导成员：领导1、领导2。',
    ])
  })

  test('a document that does not divide the number limits the whole only', () => {
    expect(texts({ units: [board(null, null)], people: leaders(3, 0) }, 'A9')).toEqual([])
  })
})

describe('A9 one unit beside another', () => {
  const unit = (name: string, amount: number, chief: number | null = null, deputy: number | null = null): UnitSpec => ({
    name,
    quotas: { administrative: 9 },
    leadership: { amount, chief, deputy },
  })
  const leader = (name: string, where: string, leadership: 'chief' | 'deputy') => ({
    name,
    holdings: [seat(where, 'administrative', { leadership })],
  })

  test("a free post elsewhere does not hide a unit's leader too many", () => {
    const people = [
      leader('甲', '班子', 'chief'),
      leader('乙', '农服中心', 'chief'),
      leader('丙', '农服中心', 'deputy'),
    ]
    const result = run({ units: [unit('班子', 2), unit('农服中心', 1)], people })
    expect(findingsOf(result, 'A9')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        unitId: '农服中心',
        personId: null,
        facts: { 核定: 1, 实配: 2, 超职数: 1 },
        text: '农服中心领导职数核定 1 名，实配 2 名，超职数 1 名，别的机构空着的职数不能抵顶。现有领导成员：乙、丙。',
        remedy: '核对各岗位是否占职数；确属超配的，按干部管理权限调整。',
      }),
    ])
    expect(texts({ units: [unit('班子', 2), unit('农服中心', 2)], people }, 'A9')).toEqual([])
  })

  test('正职 and 副职 of a unit likewise, and where another unit divides nothing', () => {
    const people = [
      leader('甲', '班子', 'deputy'),
      leader('乙', '农服中心', 'chief'),
      leader('丙', '农服中心', 'chief'),
    ]
    expect(texts({ units: [unit('班子', 1, 1, 0), unit('农服中心', 2, 1, 1)], people }, 'A9')).toEqual([
      '农服中心正职领导职数核定 1 名，实配 2 名，超职数 1 名，别的机构空着的职数不能抵顶。现有领导成员：乙、丙。',
      '班子副职领导职数核定 0 名，实配 1 名，超职数 1 名，别的机构空着的职数不能抵顶。现有领导成员：甲。',
    ])
    expect(texts({ units: [unit('班子', 1), unit('农服中心', 2, 1, 1)], people }, 'A9')).toEqual([
      '农服中心正职领导职数核定 1 名，实配 2 名，超职数 1 名，别的机构空着的职数不能抵顶。现有领导成员：乙、丙。',
    ])
  })

  test("the township's own number is its units' seen from above, and is never set against the root's own people", () => {
    const units: readonly UnitSpec[] = [
      { name: '山溪乡', kind: 'township', leadership: { amount: 0, chief: null, deputy: null } },
      unit('班子', 2),
    ]
    expect(texts({ units, people: [leader('甲', '山溪乡', 'chief'), leader('乙', '班子', 'chief')] }, 'A9')).toEqual([])
  })

  test('somebody in two leadership posts is one leader, at the 正职 post; a place outside the township has no unit', () => {
    const both = {
      name: '甲',
      holdings: [
        seat('班子', 'administrative', { leadership: 'deputy' }),
        { unit: '农服中心', kind: 'concurrent' as const, leadership: 'chief' as const },
      ],
    }
    const away = {
      name: '乙',
      holdings: [
        seat('班子', 'administrative', { leadership: 'deputy' }),
        { kind: 'secondedOut' as const, counterpart: '县局', occupiesLeadership: true },
      ],
    }
    expect(texts({ units: [unit('班子', 2), unit('农服中心', 0)], people: [both, away] }, 'A9')).toEqual([
      '农服中心领导职数核定 0 名，实配 1 名，超职数 1 名，别的机构空着的职数不能抵顶。现有领导成员：甲。',
    ])
    const onlyAway = {
      name: '丙',
      holdings: [{ kind: 'secondedOut' as const, counterpart: '县局', occupiesLeadership: true }],
    }
    expect(texts({ units: [unit('班子', 1), unit('农服中心', 0)], people: [onlyAway] }, 'A9')).toEqual([])
  })

  test('of any numbers: over as a whole is said once, else each unit that is over', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3), (first, second, firstQuota, secondQuota) => {
        const people = [
          ...Array.from({ length: first }, (_, at) => leader(`甲${at}`, '班子', 'deputy')),
          ...Array.from({ length: second }, (_, at) => leader(`乙${at}`, '农服中心', 'deputy')),
        ]
        const found = findingsOf(
          run({ units: [unit('班子', firstQuota), unit('农服中心', secondQuota)], people }),
          'A9',
        ).map((finding) => [finding.unitId, finding.facts['超职数']])
        const units = [['班子', first - firstQuota] as const, ['农服中心', second - secondQuota] as const].filter(
          ([, over]) => over > 0,
        )
        expect(found).toEqual(
          first + second > firstQuota + secondQuota ? [[null, first + second - firstQuota - secondQuota]] : units,
        )
      }),
    )
  })
})

describe('B1 混编', () => {
  test('行政编制 in a 事业单位 keeps the person off the sheet and says why', () => {
    expect(
      findingsOf(
        run({ units: [CENTRE], people: [seated('范某', '农服中心', 'administrative', { title: '专业技术岗十二级' })] }),
        'B1',
      ),
    ).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'eligibility',
        unitId: '农服中心',
        personId: '范某',
        text: '范某在农服中心 专业技术岗十二级使用行政编制；农服中心是事业单位，应当使用事业编制，也没有核定行政编制，属混编。',
      }),
    ])
  })

  test('事业编制 in an office likewise', () => {
    expect(texts({ units: [OFFICE], people: [seated('某', '党政综合办公室', 'institution')] }, 'B1')[0]).toContain(
      '党政综合办公室是机关（内设机构），应当使用行政编制，也没有核定事业编制，属混编',
    )
  })

  test('silent for the right category, for 工勤 in an office, and where the unit has such a quota', () => {
    const units = [OFFICE, CENTRE, { name: '综治中心', kind: 'institution' as const, quotas: { administrative: 1 } }]
    const people = [
      seated('甲', '党政综合办公室'),
      seated('乙', '党政综合办公室', 'worker'),
      seated('丙', '农服中心', 'institution'),
      seated('丁', '综治中心', 'administrative'),
    ]
    expect(texts({ units, people }, 'B1')).toEqual([])
  })
})
