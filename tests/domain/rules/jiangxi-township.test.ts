import * as fc from 'fast-check'
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

/* Rules of the reform plan. The base is its own township, empty of people. */

const base = (more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
  packId: 'seed-000',
  packFrom: '2006-11-01',
  units: jiangxiUnits(),
  ...more,
})
const texts = (more: Partial<SnapshotSpec>, rule: string) =>
  findingsOf(run(base(more)), rule).map((finding) => finding.text)
const changed = (name: string, change: Partial<UnitSpec>) =>
  jiangxiUnits().map((unit) => (unit.name === name ? { ...unit, ...change } : unit))
const leader = (name: string, title: string, more: Partial<PersonSpec> = {}): PersonSpec => ({
  name,
  holdings: [seat('乡领导班子', 'administrative', { title, leadership: 'deputy' })],
  ...more,
})

describe('the pack', () => {
  test("the plan's own township raises nothing but the missing notice and the note on 财政所", () => {
    expect(run(base()).findings.map((finding) => [finding.rule, finding.severity])).toEqual([
      ['C8', 'info'],
      ['R000-12', 'warning'],
    ])
  })

  test('its rules run only under it', () => {
    expect(run({ ...base(), packId: 'none' }).findings.map((finding) => finding.rule)).toEqual(['C8'])
  })
})

describe('R000-01 五年内只减不增', () => {
  const history = (entries: readonly QuotaEntry[], asOf = '2026-11-22') =>
    findingsOf(runSnapshot({ ...buildSnapshot(base({ asOf })), quotaHistory: entries }), 'R000-01')
  const before = (to: string) => quotaEntry({ unitId: '党政综合办公室', amount: 5, validTo: to })
  const after = (from: string, amount: number) =>
    quotaEntry({ unitId: '党政综合办公室', amount, validFrom: from, documentNumber: '山编办〔2009〕3号' })

  test('an increase inside the five years, with its document', () => {
    expect(
      history([before('2009-05-01'), after('2009-05-01', 6)]).map(({ text, severity, effect }) => ({
        text,
        severity,
        effect,
      })),
    ).toEqual([
      {
        text: '2009-05-01 全乡镇行政编制由 5 名增至 6 名（依据 山编办〔2009〕3号），增加 1 名；2006-11-01 至 2011-11-01 只能减少，不能增加。',
        severity: 'error',
        effect: 'none',
      },
    ])
  })

  test.each([
    ['a decrease', '2009-05-01', 4, 0],
    ['the same number by a new document', '2009-05-01', 5, 0],
    ['the last day of the five years', '2011-11-01', 6, 1],
    ['the day after', '2011-11-02', 6, 0],
  ])('%s', (_what, from, amount, expected) => {
    expect(history([before(from), after(from, amount)])).toHaveLength(expected)
  })

  test('moved between units on one day is no increase; 行政 and 事业 are not set against each other', () => {
    const other = (from: string, to: string | null, amount: number) =>
      quotaEntry({ unitId: '经济发展办公室', amount, validFrom: from, validTo: to })
    expect(
      history([
        before('2009-05-01'),
        after('2009-05-01', 4),
        other('2006-11-01', '2009-05-01', 2),
        other('2009-05-01', null, 3),
      ]),
    ).toEqual([])
    const centre = (from: string, to: string | null, amount: number) =>
      quotaEntry({ unitId: '财政所', category: 'institution', amount, validFrom: from, validTo: to })
    expect(
      history([
        before('2009-05-01'),
        after('2009-05-01', 4),
        centre('2006-11-01', '2009-05-01', 3),
        centre('2009-05-01', null, 4),
      ]).map((finding) => finding.facts),
    ).toEqual([{ 原核定: 3, 新核定: 4, 生效日: '2009-05-01' }])
  })

  test('several days, in their order; of one day the units together speak, not the approved total as well', () => {
    const ceiling = (from: string, to: string | null, amount: number) =>
      quotaEntry({ unitId: '山溪乡', role: 'ceiling', amount, validFrom: from, validTo: to })
    const found = history([
      before('2009-05-01'),
      { ...after('2009-05-01', 6), validTo: '2010-01-01' },
      { ...after('2010-01-01', 8), id: '三' },
      ceiling('2006-11-01', '2008-03-01', 20),
      ceiling('2008-03-01', '2009-05-01', 21),
      ceiling('2009-05-01', null, 23),
    ])
    expect(found.map((finding) => finding.facts)).toEqual([
      { 原核定: 20, 新核定: 21, 生效日: '2008-03-01' },
      { 原核定: 5, 新核定: 6, 生效日: '2009-05-01' },
      { 原核定: 6, 新核定: 8, 生效日: '2010-01-01' },
    ])
  })

  test('a book without a first day is not judged', () => {
    expect(
      findingsOf(
        runSnapshot({
          ...buildSnapshot(base({ packFrom: null })),
          quotaHistory: [before('2009-05-01'), after('2009-05-01', 6)],
        }),
        'R000-01',
      ),
    ).toEqual([])
  })

  test('numbers from before the start are the level; numbers first entered later are no increase', () => {
    expect(history([quotaEntry({ unitId: '党政综合办公室', amount: 5, validFrom: '2006-01-01' })])).toEqual([])
    expect(history([quotaEntry({ unitId: '党政综合办公室', amount: 5, validFrom: '2008-01-01' })])).toEqual([])
  })

  test('of any history that only falls: silent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }), (amounts) => {
        const falling = [...amounts].sort((left, right) => right - left)
        const day = (position: number) => `200${7 + Math.floor(position / 2)}-0${1 + (position % 2)}-01`
        expect(
          history(
            falling.map((amount, position) =>
              quotaEntry({
                unitId: '党政综合办公室',
                amount,
                validFrom: day(position),
                validTo: position + 1 < falling.length ? day(position + 1) : null,
              }),
            ),
          ),
        ).toEqual([])
      }),
    )
  })
})

describe('R000-02 行政编制 23', () => {
  test('parts that do not add up', () => {
    expect(texts({ units: changed('纪委', { quotas: { administrative: 0 } }) }, 'R000-02')).toEqual([
      '方案核定全乡行政编制 23 名，各机构分项合计 22 名，两者不等。',
    ])
  })

  test('23 people silent, 24 over', () => {
    expect(texts({ people: crowd(23, '甲', '党政综合办公室') }, 'R000-02')).toEqual([])
    expect(texts({ people: crowd(24, '甲', '党政综合办公室') }, 'R000-02')).toEqual([
      '方案核定全乡行政编制 23 名，实有 24 名，超编 1 名。',
    ])
  })
})

describe('R000-03 领导职数 8', () => {
  const leaders = (count: number) =>
    Array.from({ length: count }, (_, position) => leader(`领导${position + 1}`, '党委委员'))

  test('8 silent, 9 over — also where the book grants itself 9', () => {
    expect(texts({ people: leaders(8) }, 'R000-03')).toEqual([])
    expect(
      texts(
        { people: leaders(9), units: changed('乡领导班子', { leadership: { amount: 9, chief: null, deputy: null } }) },
        'R000-03',
      ),
    ).toEqual([expect.stringContaining('方案核定乡领导职数 8 名，实配 9 名，超职数 1 名')])
  })
})

describe('R000-04 人大主席', () => {
  test('one chair is the plan, none is a vacancy', () => {
    expect(texts({ people: [leader('甲', '党委委员、人大主席')] }, 'R000-04')).toEqual([])
    expect(texts({}, 'R000-04')).toEqual([])
  })

  test('two chairs, or any 副主席', () => {
    expect(texts({ people: [leader('甲', '人大主席'), leader('乙', '人大主席')] }, 'R000-04')).toEqual([
      '方案设人大主席 1 名，现有 2 名：甲、乙。',
    ])
    expect(texts({ people: [leader('甲', '人大主席'), leader('乙', '人大副主席')] }, 'R000-04')).toEqual([
      '乙任人大副主席；方案规定不另设人大副主席。',
    ])
  })
})

describe('R000-05 党委委员', () => {
  const found = (people: readonly PersonSpec[]) =>
    findingsOf(run(base({ people })), 'R000-05').map((finding) => [finding.severity, finding.personId])
  const noMember = { politicalStatus: '群众' }

  test('titles that say so are silent', () => {
    expect(
      found([
        leader('甲', '党委委员、纪委书记'),
        leader('乙', '党委委员、人大主席'),
        leader('丙', '党委委员、副乡长'),
        leader('丁', '党委委员、副乡长'),
      ]),
    ).toEqual([])
  })

  test('titles that do not are information, and move nobody', () => {
    const result = run(base({ people: [leader('甲', '纪委书记')] }))
    expect(findingsOf(result, 'R000-05')).toEqual([
      expect.objectContaining({ severity: 'info', effect: 'none', personId: '甲' }),
    ])
    expect(result.roster[0]?.list).toBe('in-quota')
  })

  test('a 纪委书记 or 人大主席 who is no party member', () => {
    expect(found([leader('甲', '纪委书记', noMember), leader('乙', '人大主席', noMember)])).toEqual([
      ['error', '甲'],
      ['error', '乙'],
    ])
  })

  test('whose 政治面貌 nobody has entered is to be looked up, and makes no 副乡长 too few', () => {
    const untold = { politicalStatus: null }
    expect(findingsOf(run(base({ people: [leader('甲', '党委委员、纪委书记', untold)] })), 'R000-05')).toEqual([
      expect.objectContaining({
        severity: 'info',
        personId: '甲',
        unitId: '乡领导班子',
        text: '甲任党委委员、纪委书记，应由党委委员担任，政治面貌没有登记。',
        remedy: '补登政治面貌。',
      }),
    ])
    expect(found([leader('甲', '党委委员、副乡长'), leader('乙', '副乡长', untold)])).toEqual([])
    expect(found([leader('甲', '副乡长', noMember), leader('乙', '副乡长', untold)])).toEqual([['error', null]])
  })

  test('what it says of the 副乡长, and where, as far as their unit is still there', () => {
    const gone = (name: string): PersonSpec => ({
      name,
      holdings: [seat('旧班子', 'administrative', { title: '副乡长' })],
      ...noMember,
    })
    expect(
      findingsOf(
        run(
          base({
            people: [
              gone('甲'),
              leader('乙', '副乡长', noMember),
              leader('丙', '党委委员、副乡长', { politicalStatus: '中共预备党员' }),
            ],
          }),
        ),
        'R000-05',
      ),
    ).toEqual([
      expect.objectContaining({
        unitId: '乡领导班子',
        text: '方案规定 2 名副乡长由党员（党委委员）担任，现有副乡长 3 名，其中党员 1 名；非党员：甲、乙。',
        facts: { 方案: 2, 副乡长: 3, 党员: 1 },
      }),
    ])
    expect(found([gone('甲')])).toEqual([])
  })

  test('three party members: which two sit on the committee is not asked', () => {
    expect(found([leader('甲', '副乡长'), leader('乙', '副乡长'), leader('丙', '副乡长')])).toEqual([])
  })

  test('two 副乡长 of whom one is no party member; a third one need not be', () => {
    expect(found([leader('甲', '党委委员、副乡长'), leader('乙', '副乡长', noMember)])).toEqual([['error', null]])
    expect(
      found([leader('甲', '党委委员、副乡长'), leader('丙', '党委委员、副乡长'), leader('乙', '副乡长', noMember)]),
    ).toEqual([])
  })
})

describe('R000-06, R000-08 the plan’s numbers per unit', () => {
  test.each([
    ['党政综合办公室', 'administrative', 5, 'R000-06'],
    ['纪委', 'administrative', 1, 'R000-06'],
    ['农业综合服务中心', 'institution', 10, 'R000-08'],
    ['民政所', 'institution', 2, 'R000-08'],
  ] as const)('%s: %s %i', (unit, category, planned, rule) => {
    expect(texts({ people: crowd(planned, '甲', unit, category) }, rule)).toEqual([])
    expect(texts({ people: crowd(planned + 1, '甲', unit, category) }, rule)).toEqual([
      expect.stringContaining(
        `方案给${unit}核定${category === 'institution' ? '事业' : '行政'}编制 ${planned} 名，实有 ${planned + 1} 名，超编 1 名`,
      ),
    ])
  })

  test('the plan holds although the book grants itself more', () => {
    expect(
      texts(
        { units: changed('财政所', { quotas: { institution: 4 } }), people: crowd(4, '甲', '财政所', 'institution') },
        'R000-08',
      ),
    ).toEqual([
      expect.stringContaining('方案给财政所核定事业编制 3 名，实有 4 名，超编 1 名'),
      '方案核定事业编制合计 28 名，各站所登记合计 29 名，相差 1 名。',
    ])
  })
})

describe('R000-07 seven institutions', () => {
  test('an eighth, and one under another kind', () => {
    expect(texts({ units: [...jiangxiUnits(), { name: '林业站', kind: 'institution' }] }, 'R000-07')).toEqual([
      '林业站不在方案的 7 个事业站所之内。',
    ])
    expect(texts({ units: changed('民政所', { kind: 'office' }) }, 'R000-07')).toEqual([
      '方案设置的民政所没有登记为事业单位。',
    ])
  })

  test("the township's name may stand before the unit's", () => {
    expect(texts({ units: changed('财政所', { name: '山溪乡财政所' }) }, 'R000-07')).toEqual([])
  })
})

describe('R000-10 自收自支', () => {
  test('a quota or a person of that kind', () => {
    expect(texts({ units: changed('财政所', { quotas: { institution: 2, institutionSelf: 1 } }) }, 'R000-10')).toEqual([
      expect.stringContaining('财政所 事业编制（自收自支）：核定 1 名，实有 0 名'),
    ])
    expect(texts({ people: [seated('甲', '财政所', 'institutionSelf')] }, 'R000-10')).toEqual([
      expect.stringContaining('核定 0 名，实有 1 名'),
    ])
    expect(texts({ people: [seated('甲', '财政所', 'institution')] }, 'R000-10')).toEqual([])
  })
})

describe('R000-11 自聘人员只减', () => {
  const hired = (name: string, more: HoldingSpec = {}): PersonSpec => ({
    name,
    holdings: [{ unit: '财政所', kind: 'offQuota', offQuotaKind: 'selfHired', validFrom: '2026-11-01', ...more }],
  })
  const flagged = (people: readonly PersonSpec[]) =>
    findingsOf(run(base({ people })), 'R000-11').map((finding) => finding.facts)

  test('that the book begins to know them is no increase', () => {
    expect(flagged([hired('甲'), hired('乙')])).toEqual([])
  })

  test('one more later on is; one who follows on another is not', () => {
    expect(flagged([hired('甲'), hired('乙'), hired('丙', { validFrom: '2026-11-20' })])).toEqual([
      { 原有: 2, 现有: 3, 日期: '2026-11-20' },
    ])
    expect(flagged([hired('甲', { validTo: '2026-11-20' }), hired('丙', { validFrom: '2026-11-20' })])).toEqual([])
  })

  test('hired after the plan began, by their own date; before it: silent', () => {
    expect(flagged([hired('甲', { enteredOn: '2010-03' })])).toEqual([{ 原有: 0, 现有: 1, 日期: '2010-03-01' }])
    expect(flagged([hired('甲', { enteredOn: '2003-03' })])).toEqual([])
  })

  test('政府购买服务 is not 自聘', () => {
    expect(flagged([hired('甲'), hired('乙', { offQuotaKind: 'purchasedService', validFrom: '2026-11-20' })])).toEqual(
      [],
    )
  })
})

describe('R000-12 定编到人，张榜公示', () => {
  const notice = (endsOn: string) => ({
    id: '公示1',
    number: '山公示〔2026〕1号',
    asOf: '2026-11-01',
    postedOn: '2026-11-13',
    endsOn,
    closedOn: null,
  })

  test.each([
    ['nothing posted', [], ['山溪乡编制实名制名单还没有张榜公示。']],
    [
      'posted, the last day today',
      [notice('2026-11-22')],
      ['山公示〔2026〕1号 正在公示，2026-11-22 期满；在此之前还没有一次公示期满。'],
    ],
    ['the day after the last day', [notice('2026-11-21')], []],
  ])('%s', (_what, notices, expected) => {
    expect(texts({ notices }, 'R000-12')).toEqual(expected)
  })

  test('of several the next to end is named; one without end is posted from its first day', () => {
    expect(
      texts(
        { notices: [{ ...notice('2026-12-01'), id: '二', number: '山公示〔2026〕2号' }, notice('2026-11-25')] },
        'R000-12',
      ),
    ).toEqual(['山公示〔2026〕1号 正在公示，2026-11-25 期满；在此之前还没有一次公示期满。'])
    expect(texts({ notices: [notice('2026-11-25'), { ...notice('2026-12-01'), endsOn: null }] }, 'R000-12')).toEqual([])
  })

  test('one person on two counted rows', () => {
    const people = [
      {
        name: '甲',
        holdings: [
          seat('财政所', 'institution'),
          { unit: '民政所', kind: 'concurrent' as const, category: 'institution' as const, occupiesQuota: true },
        ],
      },
    ]
    expect(findingsOf(run(base({ people, notices: [notice('2026-11-21')] })), 'R000-12')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'none',
        personId: '甲',
        text: '甲同时登记占用 2 个编制：财政所 干事、民政所 干事。',
      }),
    ])
  })

  test('two people in one seat, unless a hand-over was switched on', () => {
    const shared = (overlapAllowed: boolean) => {
      const snapshot = buildSnapshot(
        base({ people: crowd(2, '甲', '财政所', 'institution'), notices: [notice('2026-11-21')] }),
      )
      const holdings = snapshot.holdings.map((holding, position) => ({
        ...holding,
        postId: snapshot.posts[0]!.id,
        overlapAllowed: overlapAllowed && position === 1,
      }))
      return findingsOf(runSnapshot({ ...snapshot, holdings }), 'R000-12').map((finding) => finding.text)
    }
    expect(shared(false)).toEqual(['财政所 干事一个岗位有 2 人占编：甲1、甲2。'])
    expect(shared(true)).toEqual([])
  })
})

describe('a seat of a unit that is gone', () => {
  test('is named as such', () => {
    const snapshot = buildSnapshot(
      base({ people: [leader('甲', '人大副主席'), ...crowd(2, '乙', '旧站', 'institution')], notices: [] }),
    )
    const holdings = snapshot.holdings.map((holding) =>
      holding.personId.startsWith('乙') ? { ...holding, postId: '乙1-岗0' } : holding,
    )
    const posts = snapshot.posts.map((post) => (post.title === '人大副主席' ? { ...post, unitId: '旧班子' } : post))
    const result = runSnapshot({ ...snapshot, holdings, posts })
    expect(findingsOf(result, 'R000-04').map((finding) => finding.unitId)).toEqual([null])
    expect(findingsOf(result, 'R000-12').map(({ unitId, text }) => [unitId, text])).toEqual([
      [null, '（已撤销机构） 干事一个岗位有 2 人占编：乙1、乙2。'],
      [null, '山溪乡编制实名制名单还没有张榜公示。'],
    ])
  })
})

describe('R000-13 outside the list', () => {
  test('everybody counted who is off the sheet, and nobody else', () => {
    const people = [
      ...crowd(5, '甲', '党政综合办公室'),
      seated('晚', '党政综合办公室', 'administrative', { enteredOn: '2020-01' }),
      seated('混', '财政所', 'administrative'),
    ]
    expect(
      findingsOf(run(base({ people })), 'R000-13').map(({ personId, severity, effect }) => [
        personId,
        severity,
        effect,
      ]),
    ).toEqual([
      ['晚', 'info', 'none'],
      ['混', 'info', 'none'],
    ])
  })
})
