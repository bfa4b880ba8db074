import { describe, expect, test } from 'vitest'
import { saysRetired } from '../../kit/says.ts'
import {
  crowd,
  findingsOf,
  namesOn,
  run,
  seat,
  seated,
  type HoldingSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 2 } }
const one = (holding: HoldingSpec, rule: string) =>
  findingsOf(run({ units: [OFFICE], people: [{ name: '某', holdings: [holding] }] }), rule)

describe('C1 超编人员另列名单', () => {
  const people = [
    seated('早', '党政办', 'administrative', { enteredOn: '2001-05' }),
    seated('中', '党政办'),
    seated('晚', '党政办', 'administrative', { enteredOn: '2011-09' }),
  ]

  test('names the one who is over, and the order that found them', () => {
    expect(findingsOf(run({ units: [OFFICE], people }), 'C1')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'overQuota',
        unitId: '党政办',
        personId: '晚',
        text: '党政办 行政编制核定 2 名，实有 3 名，超编 1 名；晚列为超编（2011年9月入编，按入编先后排在最后）。',
      }),
    ])
  })

  test("gives the clerk's reason where the clerk chose", () => {
    const overQuotaChoices = [
      {
        id: '指定1',
        unitId: '党政办',
        category: 'administrative' as const,
        personId: '早',
        reason: '党委会议研究',
        validFrom: '2026-01-01',
        validTo: null,
      },
    ]
    expect(findingsOf(run({ units: [OFFICE], people, overQuotaChoices }), 'C1').map((finding) => finding.text)).toEqual(
      [expect.stringContaining('早列为超编（由经办人指定，理由：党委会议研究）')],
    )
  })

  test('silent at the quota, and where somebody off the sheet already makes up the number', () => {
    expect(findingsOf(run({ units: [OFFICE], people: people.slice(0, 2) }), 'C1')).toEqual([])
    const withoutProcedure = { ...seated('无', '党政办', 'administrative', { entryRoute: '无手续' }) }
    const result = run({ units: [OFFICE], people: [...people.slice(0, 2), withoutProcedure] })
    expect(findingsOf(result, 'C1')).toEqual([])
    expect(namesOn(result, 'non-compliant')).toEqual(['无'])
  })
})

describe('C2 不符合规定配备', () => {
  test('papers that are merely missing are evidence to be found (E2), not a breach: the person stays on the list', () => {
    const gone = { enteredOn: null, entryRoute: null, entryDocumentNumber: null }
    expect(one(seat('党政办', 'administrative', gone), 'C2')).toEqual([])
    expect(one(seat('党政办', 'administrative', gone), 'E2')).toEqual([
      expect.objectContaining({ effect: 'evidence', personId: '某' }),
    ])
  })

  test.each(['借调转正', '自行聘用', '无手续'])('“%s” is no lawful way in', (entryRoute) => {
    expect(one(seat('党政办', 'administrative', { entryRoute }), 'C2')).toEqual([
      expect.objectContaining({ effect: 'eligibility', facts: { 进入形式: entryRoute } }),
    ])
  })

  test.each(['考试录用', '公开招聘', '军转安置', '调入'])('“%s” is', (entryRoute) => {
    expect(one(seat('党政办', 'administrative', { entryRoute }), 'C2')).toEqual([])
  })

  test('a counted post whose unit is gone', () => {
    const people = [{ name: '某', holdings: [seat('已撤销的站')] }]
    expect(findingsOf(run({ units: [OFFICE], people }), 'C2')[0]?.text).toContain('已不在册')
  })
})

describe('C3, C4, C7: set apart', () => {
  const kinds: readonly (readonly [string, string, HoldingSpec, string])[] = [
    [
      '借入',
      'C3',
      { unit: '党政办', title: '文秘', kind: 'secondedIn', counterpart: '县文化局' },
      '某（党政办 文秘）是借入人员，编制在原单位（县文化局），本乡镇不计。',
    ],
    [
      '临时聘用',
      'C3',
      { unit: '党政办', title: '文秘', kind: 'offQuota', offQuotaKind: 'temporary' },
      '某（党政办 文秘）是临时聘用人员，临时聘用，没有编制，另列编外台账。',
    ],
    [
      '自聘',
      'C4',
      { unit: '党政办', title: '护林员', kind: 'offQuota', offQuotaKind: 'selfHired' },
      '某（党政办 护林员）是自聘人员，属编外，另列编外台账，不占编制。',
    ],
    [
      '公益性岗位',
      'C4',
      { unit: '党政办', title: '保洁', kind: 'offQuota', offQuotaKind: 'publicWelfare' },
      '某（党政办 保洁）是公益性岗位人员，属编外，另列编外台账，不占编制。',
    ],
    [
      '挂职',
      'C7',
      { unit: '党政办', title: '副主任', kind: 'attached', counterpart: '省农科院' },
      '某（党政办 副主任）是挂职人员，挂职期间人事关系留在原单位（省农科院），本乡镇不计。',
    ],
  ]

  test.each(kinds)('%s: %s says who stands where, as information', (_kind, rule, holding, text) => {
    expect(one(holding, rule)).toEqual([
      expect.objectContaining({ severity: 'info', effect: 'none', personId: '某', unitId: '党政办', text }),
    ])
  })

  test.each(kinds)('%s that claims 编制: %s keeps them off the sheet', (_kind, rule, holding) => {
    const result = run({
      units: [OFFICE],
      people: [{ name: '某', holdings: [{ ...holding, occupiesQuota: true, category: 'administrative' }] }],
    })
    expect(findingsOf(result, rule)).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'eligibility',
        text: expect.stringContaining('却登记为占用编制'),
      }),
    ])
    expect(namesOn(result, 'non-compliant')).toEqual(['某'])
    expect(result.figures.lines[0]?.actual).toBe(0)
  })

  test('silent for people in post', () => {
    const result = run({ units: [OFFICE], people: crowd(2, '甲', '党政办') })
    expect(['C3', 'C4', 'C7'].flatMap((rule) => findingsOf(result, rule))).toEqual([])
  })
})

describe('C5 离退休', () => {
  test.each(['已退休', '2024年3月退休', '退休', '离休干部'])('“%s” in the remark of somebody counted', (remark) => {
    expect(one(seat('党政办', 'administrative', { remark }), 'C5')).toEqual([
      expect.objectContaining({ effect: 'eligibility', personId: '某' }),
    ])
  })

  test.each(['2026年11月退休', '2026年12月退休'])('a month in the remark: %s', (remark) => {
    expect(one(seat('党政办', 'administrative', { remark }), 'C5')).toHaveLength(remark.includes('11月') ? 1 : 0)
  })

  test.each([
    '离退休干部管理',
    '退休人员社会化管理',
    '拟于2026年5月退休',
    '尚未退休',
    '经批准延迟退休',
    '距退休不足五年',
    '借调到县局',
  ])('“%s” is no retirement', (text) => {
    expect(saysRetired(text, '2026-11-22')).toBe(false)
    expect(one(seat('党政办', 'administrative', { title: text }), 'C5')).toEqual([])
  })

  test('retired people who are not counted are none of its business', () => {
    expect(one({ unit: '党政办', kind: 'offQuota', offQuotaKind: 'selfHired', remark: '退休返聘' }, 'C5')).toEqual([])
  })
})

describe('H5, D7: on the own list, with a word', () => {
  const people: SnapshotSpec['people'] = [
    {
      name: '许某',
      holdings: [
        seat('党政办', 'administrative', { title: '助理' }),
        { kind: 'secondedOut', counterpart: '县农业农村局', validFrom: '2026-01-01' },
      ],
    },
    {
      name: '褚某',
      holdings: [
        seat('党政办', 'administrative', { title: '科员' }),
        { unit: '财政所', title: '会计', kind: 'concurrent' },
      ],
    },
  ]
  const result = run({ units: [OFFICE, { name: '财政所', kind: 'institution' }], people })

  test('借出: where to, since when, still counted', () => {
    expect(findingsOf(result, 'H5')).toEqual([
      expect.objectContaining({
        severity: 'info',
        effect: 'none',
        personId: '许某',
        unitId: '党政办',
        text: '许某借出到县农业农村局（2026年1月1日起，批文未登记）：仍占党政办 助理的行政编制，计入实有，留在本单位名单。',
      }),
    ])
  })

  test('兼任: where counted, where not', () => {
    expect(findingsOf(result, 'D7')).toEqual([
      expect.objectContaining({
        severity: 'info',
        effect: 'none',
        personId: '褚某',
        text: '褚某在党政办 科员任主职，兼任财政所 会计：只在主职计 1 名。',
      }),
    ])
  })
})
