import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfWorkingDays } from '../../../electron/domain/calendar/working-days.ts'
import type { NoticeRecord } from '../../../electron/domain/model/book-snapshot.ts'
import { addDays, addYears } from '../../../electron/domain/model/plain-date.ts'
import type { LocalPack } from '../../../electron/domain/model/local-pack.ts'
import type { QuotaCategory } from '../../../electron/domain/model/quota-category.ts'
import type { RecordFacts } from '../../../electron/domain/model/records.ts'
import { noticePeriodRule } from '../../../electron/domain/rules/national/rn04-notice-period.ts'
import { flagsWith } from '../../kit/rule-flags.ts'
import {
  crowd,
  findingsOf,
  recordOf,
  run,
  seat,
  seated,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 2 } }
const STATION = { name: '农技站', kind: 'institution' as const, quotas: { institution: 5, institutionCivilService: 2 } }
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)
const notice = (more: Partial<NoticeRecord> = {}): NoticeRecord => ({
  id: '公1',
  number: '山公示〔2026〕1号',
  asOf: '2026-11-09',
  postedOn: '2026-11-09',
  endsOn: '2026-11-16',
  closedOn: null,
  ...more,
})

describe('I2 法律责任', () => {
  const leaders = (count: number, role: 'chief' | 'deputy', prefix: string): readonly PersonSpec[] =>
    Array.from({ length: count }, (_, position) => ({
      name: `${prefix}${position}`,
      holdings: [seat('班子', 'administrative', { leadership: role })],
    }))

  test('names the items that are met, with the numbers, once', () => {
    const units = [
      OFFICE,
      { name: '财政所', kind: 'institution' as const, quotas: { institution: 3 } },
      {
        name: '班子',
        kind: 'leadership' as const,
        quotas: { administrative: 9 },
        leadership: { amount: 1, chief: null, deputy: null },
      },
    ]
    const people = [
      ...crowd(4, '甲', '党政办'),
      seated('范某', '财政所', 'administrative'),
      ...leaders(2, 'chief', '正'),
    ]
    expect(findingsOf(run({ units, people }), 'I2')).toEqual([
      {
        rule: 'I2',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '现有问题涉及第二十六条（三）改变编制使用范围 1 人、（四）超出编制限额 2 名、（五）超职数配备领导 1 名：由机构编制管理机关通报批评、责令限期改正，情节严重的依法处分。',
        remedy: '乡镇党委对本乡镇的机构编制管理负责，研究整改后报上一级机构编制委员会。',
        facts: { 混用: 1, 超编: 2, 超职数: 1 },
      },
    ])
  })

  test('at the quota: silent; within what is allowed above: silent; beyond it: the true number', () => {
    const tolerance = (amount: number) => ({
      tolerances: [
        {
          id: '溢出',
          unitId: '党政办',
          category: null,
          amount,
          percent: null,
          documentNumber: '山编〔2026〕1号',
          validFrom: '2026-01-01',
          validTo: null,
        },
      ],
    })
    expect(texts({ units: [OFFICE], people: crowd(2, '甲', '党政办') }, 'I2')).toEqual([])
    expect(texts({ units: [OFFICE], people: crowd(3, '甲', '党政办'), ...tolerance(1) }, 'I2')).toEqual([])
    expect(texts({ units: [OFFICE], people: crowd(4, '甲', '党政办'), ...tolerance(1) }, 'I2')[0]).toContain(
      '第二十六条（四）超出编制限额 2 名：',
    )
  })

  test('正职 and 副职 apart: a free 副职 does not hide a 正职 too many', () => {
    const board = (
      leadership: { readonly amount: number; readonly chief: number | null; readonly deputy: number | null },
      people: readonly PersonSpec[],
    ) =>
      findingsOf(
        run({ units: [{ name: '班子', kind: 'leadership', quotas: { administrative: 9 }, leadership }], people }),
        'I2',
      ).map((finding) => finding.facts['超职数'])
    expect(
      board({ amount: 4, chief: 1, deputy: 3 }, [...leaders(2, 'chief', '正'), ...leaders(1, 'deputy', '副')]),
    ).toEqual([1])
    expect(
      board({ amount: 4, chief: 1, deputy: 3 }, [...leaders(2, 'chief', '正'), ...leaders(4, 'deputy', '副')]),
    ).toEqual([2])
    expect(
      board({ amount: 4, chief: null, deputy: null }, [...leaders(2, 'chief', '正'), ...leaders(2, 'deputy', '副')]),
    ).toEqual([])
    expect(
      board({ amount: 4, chief: 1, deputy: 3 }, [...leaders(1, 'chief', '正'), ...leaders(3, 'deputy', '副')]),
    ).toEqual([])
  })

  test('of any number of people: from the first one over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), (count) => {
        expect(
          findingsOf(run({ units: [OFFICE], people: crowd(count, '甲', '党政办') }), 'I2').map(
            (finding) => finding.facts,
          ),
        ).toEqual(count > 2 ? [{ 混用: 0, 超编: count - 2, 超职数: 0 }] : [])
      }),
    )
  })
})

describe('I3 公开', () => {
  const spec = (more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
    units: [OFFICE],
    people: [seated('甲', '党政办')],
    ...more,
  })

  test('never posted: one word; posted once: silent', () => {
    expect(findingsOf(run(spec()), 'I3')).toEqual([
      {
        rule: 'I3',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '山溪乡还没有公开过机构编制和实有人员情况；有的省把不依法公开列为违规行为。',
        remedy: '在“公示与报表”中发布公示并张榜。',
        facts: { 已发布: 0 },
      },
    ])
    expect(texts(spec({ notices: [notice()] }), 'I3')).toEqual([])
  })

  test('a book nobody is in yet has nothing to publish', () => {
    expect(texts(spec({ people: [] }), 'I3')).toEqual([])
    expect(
      texts(
        spec({ people: [{ name: '聘', holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency' }] }] }),
        'I3',
      ),
    ).toEqual([])
  })

  test('under seed-000 R000-12 says it, and I3 not again', () => {
    const result = run(spec({ packId: 'seed-000' }))
    expect([findingsOf(result, 'R000-12').length, findingsOf(result, 'I3').length]).toEqual([1, 0])
    expect(texts(spec({ packId: 'seed-003' }), 'I3')).toHaveLength(1)
    expect(texts(spec({ packId: 'seed-999' }), 'I3')).toHaveLength(1)
  })

  test('a locality that has switched R000-12 off hears I3 again', () => {
    const under = (rules: LocalPack['rules']) =>
      texts(
        spec({
          localPack: {
            id: 'local-1',
            basePackId: 'seed-000',
            title: '本地',
            locality: '某县',
            note: '',
            date: '2026-01-01',
            packFrom: null,
            parameters: {},
            rules,
          },
        }),
        'I3',
      )
    expect(under({})).toEqual([])
    expect(under({ 'R000-12': { severity: 'info', off: null } })).toEqual([])
    expect(
      under({ 'R000-12': { severity: null, off: { reason: '另行公开', by: '经办人', on: '2026-01-01' } } }),
    ).toHaveLength(1)
  })

  test('of any number of notices', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (count) => {
        expect(
          texts(
            spec({ notices: Array.from({ length: count }, (_, position) => notice({ id: `公${position}` })) }),
            'I3',
          ),
        ).toHaveLength(count === 0 ? 1 : 0)
      }),
    )
  })
})

describe('I4 超编人员的手续', () => {
  test('at the quota: silent; one over: their name, once', () => {
    expect(texts({ units: [OFFICE], people: crowd(2, '甲', '党政办') }, 'I4')).toEqual([])
    const people = [
      ...crowd(2, '甲', '党政办'),
      seated('晚到', '党政办', 'administrative', { enteredOn: '2020-01' }),
      seated('更晚', '党政办', 'administrative', { enteredOn: '2021-01' }),
    ]
    expect(findingsOf(run({ units: [OFFICE], people }), 'I4')).toEqual([
      {
        rule: 'I4',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '超编 2 人（更晚、晚到）：消化之前，不予办理录用、聘用、调动、社会保险等手续，不纳入统发工资。',
        remedy: '先按核定编制消化超编人员，再办理相关手续。',
        facts: { 超编人数: 2 },
      },
    ])
  })

  test('of any number of people: as many as stand on the over-quota list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), (count) => {
        expect(
          findingsOf(run({ units: [OFFICE], people: crowd(count, '甲', '党政办') }), 'I4').map(
            (finding) => finding.facts['超编人数'],
          ),
        ).toEqual(count > 2 ? [count - 2] : [])
      }),
    )
  })
})

describe('RN-04 公示期', () => {
  const spec = (own: Partial<NoticeRecord>, more: readonly NoticeRecord[] = []): SnapshotSpec => ({
    units: [OFFICE],
    notices: [notice(own), ...more],
  })

  test('posted on Monday 9 November 2026: the fifth working day is the 16th; to the 15th is too short', () => {
    expect(texts(spec({ endsOn: '2026-11-16' }), 'RN-04')).toEqual([])
    expect(findingsOf(run(spec({ endsOn: '2026-11-15' })), 'RN-04')).toEqual([
      {
        rule: 'RN-04',
        severity: 'warning',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '山公示〔2026〕1号2026年11月9日张贴，2026年11月15日期满，不足 5 个工作日：最早应到2026年11月16日。',
        remedy: '重新发布公示，公示期不少于规定的工作日。',
        facts: { 张贴日: '2026-11-09', 期满日: '2026-11-15', 最早期满日: '2026-11-16' },
      },
    ])
  })

  test('the last notice alone is judged, however they are listed', () => {
    const short = notice({ id: '公2', number: '旧', postedOn: '2026-10-12', endsOn: '2026-10-13' })
    expect(texts(spec({}, [short]), 'RN-04')).toEqual([])
    expect(texts({ units: [OFFICE], notices: [short, notice()] }, 'RN-04')).toEqual([])
    expect(texts(spec({ endsOn: '2026-11-10' }, [short]), 'RN-04')).toHaveLength(1)
    expect(texts(spec({}, [notice({ id: '公3', number: '同日', endsOn: '2026-11-10' })]), 'RN-04')[0]).toContain('同日')
  })

  test('长期公开, no notice, and a year whose holidays are unknown: silent', () => {
    expect(texts(spec({ endsOn: null }), 'RN-04')).toEqual([])
    expect(texts({ units: [OFFICE] }, 'RN-04')).toEqual([])
    expect(texts(spec({ postedOn: '2031-03-03', endsOn: '2031-03-04' }), 'RN-04')).toEqual([])
  })

  test('a locality may want seven', () => {
    expect(flagsWith(noticePeriodRule, spec({ endsOn: '2026-11-17' }), { noticeWorkingDays: 7 })).toHaveLength(1)
    expect(flagsWith(noticePeriodRule, spec({ endsOn: '2026-11-18' }), { noticeWorkingDays: 7 })).toEqual([])
  })

  test('of any day of posting: the end of the period is enough, the day before is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), (days) => {
        const postedOn = addDays('2026-01-01', days)
        const period = endOfWorkingDays(postedOn, 5)
        const endsOn = 'endsOn' in period ? period.endsOn : ''
        expect(texts(spec({ postedOn, endsOn }), 'RN-04')).toEqual([])
        expect(texts(spec({ postedOn, endsOn: addDays(endsOn, -1) }), 'RN-04')).toHaveLength(1)
      }),
    )
  })
})

describe('RN-07 提前退休', () => {
  const approved = (
    facts: Partial<PersonSpec>,
    more: {
      readonly category?: QuotaCategory
      readonly note?: string | null
      readonly on?: string
      readonly record?: Partial<RecordFacts>
      readonly kind?: 'earlyRetirement' | 'other'
    } = {},
  ): SnapshotSpec => ({
    units: [OFFICE, STATION],
    people: [
      {
        name: '甲',
        birth: '1975-06',
        workStarted: '1996-07',
        holdings: [
          seat(
            (more.category ?? 'administrative') === 'administrative' ? '党政办' : '农技站',
            more.category ?? 'administrative',
          ),
        ],
        ...facts,
      },
    ],
    records: {
      evidence: [
        recordOf(
          'evidence',
          { evidence: more.kind ?? 'earlyRetirement', note: more.note ?? null },
          { personId: '甲', validFrom: more.on ?? '2026-07-01', ...more.record },
        ),
      ],
    },
  })

  test('thirty years: that day is enough, the day before is not', () => {
    expect(texts(approved({}, { on: '2026-07-01' }), 'RN-07')).toEqual([])
    expect(findingsOf(run(approved({}, { on: '2026-06-30' })), 'RN-07')).toEqual([
      {
        rule: 'RN-07',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲（党政办 干事）2026年6月30日批准提前退休，工作年限不满 30 年，距法定退休时间2038年2月还有 140 个月，不少于 5 年，不符合提前退休条件。',
        remedy: '核对参加工作时间和出生日期；属于国家规定的其他情形的，在凭证备注中写明。',
        facts: { 参加工作: '1996-07', 退休年月: '2038-02', 还有月数: 140 },
      },
    ])
  })

  test('twenty years and less than five to go: 59 months are less, 60 are not', () => {
    // Born 1968-04: 60 years and 10 months, 2029-02.
    const near = (on: string) => texts(approved({ birth: '1968-04', workStarted: '2000-01' }, { on }), 'RN-07')
    expect(near('2024-03-01')).toEqual([])
    expect(near('2024-02-29')[0]).toContain('距法定退休时间2029年2月还有 60 个月')
  })

  test('less than twenty years of work is never enough', () => {
    const young = (on: string) => texts(approved({ birth: '1966-01', workStarted: '2006-07-15' }, { on }), 'RN-07')
    expect(young('2026-07-15')).toEqual([])
    expect(young('2026-07-14')).toEqual([
      '甲（党政办 干事）2026年7月14日批准提前退休，2006年7月15日参加工作，工作年限不满 20 年，不符合提前退休条件。',
    ])
    expect(
      findingsOf(run(approved({ birth: '1966-01', workStarted: '2006-07-15' }, { on: '2026-07-14' })), 'RN-07')[0]
        ?.facts,
    ).toEqual({ 参加工作: '2006-07-15' })
  })

  test('the third item, when the record says so', () => {
    for (const note of ['国家规定的其他情形', '第九十三条（三）', '第九十三条(三)', '符合第三项'])
      expect(texts(approved({}, { on: '2026-06-30', note }), 'RN-07')).toEqual([])
    expect(texts(approved({}, { on: '2026-06-30', note: '本人申请' }), 'RN-07')).toHaveLength(1)
  })

  test('what is not known is asked for, not held against anybody', () => {
    expect(findingsOf(run(approved({ workStarted: null })), 'RN-07')).toMatchObject([
      {
        severity: 'info',
        text: '甲（党政办 干事）2026年7月1日批准提前退休，没有登记参加工作时间，是否符合条件没有核查。',
        remedy: '补登参加工作时间。',
        facts: { 缺: '没有登记参加工作时间' },
      },
    ])
    expect(findingsOf(run(approved({ birth: null, idNumber: null, workStarted: '2000-01' })), 'RN-07')).toMatchObject([
      {
        severity: 'info',
        text: '甲（党政办 干事）2026年7月1日批准提前退休，没有登记出生日期，是否符合条件没有核查。',
        remedy: '补登出生日期。',
      },
    ])
    expect(texts(approved({ birth: null, workStarted: '2000-01' }), 'RN-07')[0]).toContain('不符合提前退休条件')
    // A woman whose 原法定退休年龄 must be asked: the earliest possible month decides.
    expect(
      texts(approved({ birth: '1976-01', sex: '女', rank: '四级调研员', workStarted: '2000-01' }), 'RN-07'),
    ).toEqual([])
  })

  test('公务员 and 参公 alone; other papers, nobody’s, and those of people gone are not meant', () => {
    const short = { birth: '1980-01', workStarted: '2015-01' }
    expect(texts(approved(short, { category: 'institutionCivilService' }), 'RN-07')).toHaveLength(1)
    expect(texts(approved(short, { category: 'institution' }), 'RN-07')).toEqual([])
    expect(texts(approved(short, { kind: 'other' }), 'RN-07')).toEqual([])
    expect(texts(approved(short, { record: { personId: null } }), 'RN-07')).toEqual([])
    expect(texts(approved(short, { record: { personId: '去某' } }), 'RN-07')).toEqual([])
    expect(
      texts(
        approved({ ...short, holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'selfHired' }] }),
        'RN-07',
      ),
    ).toEqual([])
  })

  test('of any begin of work, long before retirement: thirty years decide', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const workStarted = addDays('1996-07-01', days)
        expect(texts(approved({ workStarted }, { on: '2026-07-01' }), 'RN-07')).toHaveLength(
          addYears(workStarted, 30) <= '2026-07-01' ? 0 : 1,
        )
      }),
    )
  })
})

describe('RN-08 聘用至退休', () => {
  const contract = (personId: string | null, years: number | null = 3) =>
    recordOf('contract', { number: null, years, firstEmployment: false }, { personId, validFrom: '2025-01-01' })
  // Born 1971-11, a man: 61 years and 9 months, 2033-08.
  const old = (
    facts: Partial<PersonSpec> = {},
    enteredOn: string | null = '2016-11-22',
    category: QuotaCategory = 'institution',
  ): PersonSpec => ({ name: '甲', birth: '1971-11', holdings: [seat('农技站', category, { enteredOn })], ...facts })
  const spec = (person: PersonSpec, contracts = [contract('甲')], more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
    units: [OFFICE, STATION],
    people: [person],
    records: { contract: contracts },
    ...more,
  })

  test('ten years here to the day, and less than ten to go: one word with the names', () => {
    expect(findingsOf(run(spec(old())), 'RN-08')).toEqual([
      {
        rule: 'RN-08',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '聘用合同有固定期限的人员中，1 人连续工作满 10 年且距法定退休年龄不足 10 年：甲。',
        remedy: '本人提出的，应当订立聘用至退休的合同，订立后更新合同登记。',
        facts: { 人数: 1 },
      },
    ])
    expect(texts(spec(old({}, '2016-11-23')), 'RN-08')).toEqual([])
    const two = {
      ...spec(old()),
      people: [old(), { ...old(), name: '乙' }],
      records: { contract: [contract('甲'), contract('乙')] },
    }
    expect(texts(two, 'RN-08')).toEqual([
      '聘用合同有固定期限的人员中，2 人连续工作满 10 年且距法定退休年龄不足 10 年：甲、乙。',
    ])
  })

  test('119 months to go are less than ten years, 120 are not', () => {
    const born = (birth: string) => texts(spec(old({ birth })), 'RN-08').length
    // 1974-05: 62 years and 5 months, 2036-10; 1974-06: 2036-11.
    expect([born('1974-05'), born('1974-06')]).toEqual([1, 0])
  })

  test('a contract until retirement, none at all, or nobody’s: silent', () => {
    expect(texts(spec(old(), [contract('甲', null)]), 'RN-08')).toEqual([])
    expect(texts(spec(old(), []), 'RN-08')).toEqual([])
    expect(texts(spec(old(), [contract(null)]), 'RN-08')).toEqual([])
  })

  test('of 事业 people whose entry and birth are known', () => {
    expect(texts(spec(old({}, null)), 'RN-08')).toEqual([])
    expect(texts(spec(old({ birth: null, idNumber: null })), 'RN-08')).toEqual([])
    expect(texts(spec(old({}, '2016-11', 'institutionCivilService')), 'RN-08')).toEqual([])
    expect(
      texts(
        spec(
          old({ holdings: [{ unit: '农技站', kind: 'offQuota', offQuotaKind: 'selfHired', enteredOn: '2001-01' }] }),
        ),
        'RN-08',
      ),
    ).toEqual([])
    // Where the age must be asked the latest month decides: a 工人身份 woman born 1974-06 may go to 2036-11.
    const asked = (birth: string) => texts(spec(old({ birth, sex: '女', rank: '工人身份' })), 'RN-08').length
    expect([asked('1974-05'), asked('1974-06')]).toEqual([1, 0])
  })

  test('of any begin: ten full years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        expect(texts(spec(old({}, addDays('2016-11-22', days))), 'RN-08')).toHaveLength(days <= 0 ? 1 : 0)
      }),
    )
  })
})
