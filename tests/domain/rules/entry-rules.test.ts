import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import { openRecruitmentRule } from '../../../electron/domain/rules/national/e3-open-recruitment.ts'
import { flagsWith } from '../../kit/rule-flags.ts'
import {
  findingsOf,
  namesOn,
  recordOf,
  run,
  seat,
  type HoldingSpec,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 5 } }
const STATION = { name: '农技站', kind: 'institution' as const, quotas: { institution: 5, institutionCivilService: 2 } }
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)

describe('E1 用编核准', () => {
  const came = (more: HoldingSpec = {}): PersonSpec => ({
    name: '甲',
    holdings: [
      seat('党政办', 'administrative', {
        entryCause: '21',
        enteredOn: '2026-09-01',
        entryDocumentNumber: '山人〔2026〕3号',
        ...more,
      }),
    ],
  })
  const spec = (more: HoldingSpec = {}, rest: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
    units: [OFFICE],
    people: [came(more)],
    ...rest,
  })
  const document = (title: string | null) => ({
    id: '文1',
    number: '山人〔2026〕3号',
    title,
    issuingBody: null,
    issuedOn: null,
    recordedOn: '2026-09-01',
  })

  test('who came in by an event without an approval lacks one; the person stays on the list', () => {
    const result = run(spec())
    expect(findingsOf(result, 'E1')).toEqual([
      {
        rule: 'E1',
        severity: 'error',
        effect: 'evidence',
        unitId: '党政办',
        personId: '甲',
        text: '甲（党政办 干事）2026年9月1日入编，没有用编核准（进人核编通知单），只有“山人〔2026〕3号”。',
        remedy: '先登记用编核准，再撤销这次入编，凭核准编号重新登记。',
        facts: { 入编文号: '山人〔2026〕3号' },
      },
    ])
    expect(namesOn(result, 'in-quota')).toEqual(['甲'])
    expect(findingsOf(run(spec({ entryDocumentNumber: null, enteredOn: null })), 'E1')).toMatchObject([
      { text: '甲（党政办 干事）2008年7月1日入编，没有用编核准（进人核编通知单）。', facts: { 入编文号: '未登记' } },
    ])
  })

  test('by an approval: silent; leaders, 整建制转入 and elections need none; who was here before the book is not judged', () => {
    expect(texts(spec({ approvalId: '核准1' }), 'E1')).toEqual([])
    expect(texts(spec({ leadership: 'deputy' }), 'E1')).toEqual([])
    expect(texts(spec({ entryCause: '31' }), 'E1')).toEqual([])
    expect(texts(spec({ entryCause: '37' }), 'E1')).toEqual([])
    expect(texts(spec({ entryCause: null }), 'E1')).toEqual([])
    expect(
      texts(
        {
          units: [OFFICE],
          people: [
            { name: '聘', holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency', entryCause: '21' }] },
          ],
        },
        'E1',
      ),
    ).toEqual([])
  })

  test.each(['进人核编通知单', '关于核准用编的批复', '控编单', '空岗通知单', '入编通知书'])(
    'a document called %s is the approval itself',
    (title) => {
      expect(texts(spec({}, { documents: [document(title)] }), 'E1')).toEqual([])
    },
  )

  test('any other document is none', () => {
    expect(texts(spec({}, { documents: [document('关于录用的通知')] }), 'E1')).toHaveLength(1)
    expect(texts(spec({}, { documents: [document(null)] }), 'E1')).toHaveLength(1)
  })

  test('of any way in but the two, an approval decides', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('11', '15', '21', '29', '36', '5', '6', 'G1', 'G2', 'G3'),
        fc.boolean(),
        (entryCause, approved) => {
          expect(texts(spec({ entryCause, approvalId: approved ? '核准1' : null }), 'E1')).toHaveLength(
            approved ? 0 : 1,
          )
        },
      ),
    )
  })
})

describe('E3 公开招聘', () => {
  const hired = (
    entryRoute: string | null,
    more: HoldingSpec = {},
    rest: Partial<SnapshotSpec> = {},
  ): SnapshotSpec => ({
    units: [STATION, OFFICE],
    people: [{ name: '乙', holdings: [seat('农技站', 'institution', { entryRoute, enteredOn: '2015-03', ...more })] }],
    ...rest,
  })

  test('a 事业单位 hired somebody otherwise than in the open', () => {
    const result = run(hired('直接聘用'))
    expect(findingsOf(result, 'E3')).toEqual([
      {
        rule: 'E3',
        severity: 'error',
        effect: 'evidence',
        unitId: '农技站',
        personId: '乙',
        text: '乙（农技站 干事）2015年3月进入事业单位，进入形式为“直接聘用”，不是公开招聘，也不是政策性安置、上级任命或涉密岗位。',
        remedy: '核对进入形式，有误的更正；属于上级任命或涉密岗位的，登记上级批准文号。',
        facts: { 进入形式: '直接聘用', 入编时间: '2015-03' },
      },
    ])
    expect(namesOn(result, 'in-quota')).toEqual(['乙'])
    expect(texts(hired(' 聘任 '), 'E3')).toHaveLength(1)
  })

  test.each(['公开招聘', '政策性安置', '军转干部安置', '调入', '从其他事业单位调任', '考试录用应届毕业生', null])(
    '%s is silent',
    (route) => {
      expect(texts(hired(route), 'E3')).toEqual([])
    },
  )

  test('the regulation binds from 1 July 2014 on: the day before it did not', () => {
    expect(texts(hired('直接聘用', { enteredOn: '2014-06-30' }), 'E3')).toEqual([])
    expect(texts(hired('直接聘用', { enteredOn: '2014-06' }), 'E3')).toEqual([])
    expect(texts(hired('直接聘用', { enteredOn: '2014-07-01' }), 'E3')).toHaveLength(1)
    expect(texts(hired('直接聘用', { enteredOn: '2014-07' }), 'E3')).toHaveLength(1)
    expect(texts(hired('直接聘用', { enteredOn: null }), 'E3')).toEqual([])
  })

  test('上级任命 and 涉密岗位: leaders, and who has the superior’s word on record', () => {
    const evidence = (personId: string, kind: 'superiorApproval' | 'other') => ({
      records: { evidence: [recordOf('evidence', { evidence: kind, note: '涉密岗位' }, { personId })] },
    })
    expect(texts(hired('直接聘用', { leadership: 'chief' }), 'E3')).toEqual([])
    expect(texts(hired('直接聘用', {}, evidence('乙', 'superiorApproval')), 'E3')).toEqual([])
    expect(texts(hired('直接聘用', {}, evidence('乙', 'other')), 'E3')).toHaveLength(1)
    expect(texts(hired('直接聘用', {}, evidence('丙', 'superiorApproval')), 'E3')).toHaveLength(1)
  })

  test('公务员 and 参公 come in by another law; 编外 people are not hired into 编制', () => {
    expect(texts(hired('直接聘用', { unit: '党政办', category: 'administrative' }), 'E3')).toEqual([])
    expect(texts(hired('直接聘用', { category: 'institutionCivilService' }), 'E3')).toEqual([])
    expect(
      texts(
        hired('直接聘用', { kind: 'offQuota', offQuotaKind: 'selfHired', occupiesQuota: false, category: null }),
        'E3',
      ),
    ).toEqual([])
  })

  test('a way that is no way at all is C2’s alone, even where a locality lists it twice', () => {
    const spec = hired('自行聘用')
    expect(texts(spec, 'C2')).toHaveLength(1)
    expect(flagsWith(openRecruitmentRule, spec, { closedHiringRoutes: ['自行聘用'] })).toEqual([])
    const own = hired('举荐聘用')
    const closed = { closedHiringRoutes: ['举荐聘用'] }
    expect(flagsWith(openRecruitmentRule, own, { ...closed, unlawfulEntryRoutes: ['举荐聘用'] })).toEqual([])
    expect(flagsWith(openRecruitmentRule, own, { ...closed, unlawfulEntryRoutes: [] })).toHaveLength(1)
  })

  test('of any day: judged by the day the regulation came into force', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        expect(texts(hired('直接聘用', { enteredOn: addDays('2014-07-01', days) }), 'E3')).toHaveLength(
          days < 0 ? 0 : 1,
        )
      }),
    )
  })
})

describe('E4 用编核准的使用', () => {
  const approval = (
    more: { readonly amount?: number; readonly expiresOn?: string | null; readonly personId?: string | null } = {},
  ) => ({
    id: '核准1',
    unitId: '党政办',
    category: 'administrative' as const,
    amount: 1,
    number: '用编1号',
    expiresOn: null,
    personId: null,
    validFrom: '2026-01-01',
    validTo: null,
    ...more,
  })
  const arrived = (name: string, validFrom = '2026-03-01', more: HoldingSpec = {}): PersonSpec => ({
    name,
    holdings: [seat('党政办', 'administrative', { approvalId: '核准1', validFrom, ...more })],
  })
  const spec = (
    own: ReturnType<typeof approval>,
    people: readonly PersonSpec[] = [],
    more: Partial<SnapshotSpec> = {},
  ): SnapshotSpec => ({ units: [OFFICE], approvals: [own], people, ...more })

  test('as many as it says: silent; one more: too many, by name', () => {
    expect(texts(spec(approval({ amount: 2 }), [arrived('甲'), arrived('乙')]), 'E4')).toEqual([])
    expect(findingsOf(run(spec(approval(), [arrived('甲'), arrived('乙')])), 'E4')).toEqual([
      {
        rule: 'E4',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: null,
        text: '用编核准用编1号（党政办 行政编制）核准 1 名，已到位 2 名，超用 1 名：甲、乙。',
        remedy: '超出的人员补办用编核准，登记在新的核准编号下。',
        facts: { 核准: 1, 到位: 2, 超用: 1 },
      },
    ])
  })

  test('used on its last day: silent; the day after: too late', () => {
    expect(texts(spec(approval({ expiresOn: '2026-06-30' }), [arrived('甲', '2026-06-30')]), 'E4')).toEqual([])
    expect(findingsOf(run(spec(approval({ expiresOn: '2026-06-30' }), [arrived('甲', '2026-07-01')])), 'E4')).toEqual([
      {
        rule: 'E4',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲2026年7月1日到位，用编核准用编1号的有效期到2026年6月30日为止，过期使用。',
        remedy: '向编办补办延期或重新核准，登记新的核准编号。',
        facts: { 到位日: '2026-07-01', 有效期至: '2026-06-30' },
      },
    ])
  })

  test('who came in time and moved on later has not come twice, whichever row is read first', () => {
    const arrivals = [
      { approvalId: '核准1', personId: '甲', on: '2026-08-01' },
      { approvalId: '核准1', personId: '甲', on: '2026-06-01' },
      { approvalId: '核准9', personId: '乙', on: '2026-09-01' },
    ]
    expect(
      texts(spec(approval({ expiresOn: '2026-06-30' }), [arrived('甲', '2026-08-01')], { arrivals }), 'E4'),
    ).toEqual([])
    expect(
      texts(
        spec(approval({ expiresOn: '2026-06-30' }), [arrived('甲', '2026-08-01')], { arrivals: arrivals.toReversed() }),
        'E4',
      ),
    ).toEqual([])
  })

  test('somebody the snapshot does not know any more is not named', () => {
    expect(
      texts(
        spec(approval({ expiresOn: '2026-06-30' }), [], {
          arrivals: [{ approvalId: '核准1', personId: '去', on: '2026-07-01' }],
        }),
        'E4',
      ),
    ).toEqual([])
  })

  test('run out with seats left: a warning from the day after its last', () => {
    expect(texts(spec(approval({ amount: 2, expiresOn: '2026-11-22' }), [arrived('甲')]), 'E4')).toEqual([])
    expect(
      findingsOf(run(spec(approval({ amount: 2, expiresOn: '2026-11-21', personId: '甲' }), [arrived('甲')])), 'E4'),
    ).toEqual([
      {
        rule: 'E4',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '用编核准用编1号（党政办 行政编制）2026年11月21日已过期，还有 1 名没有到位，不再预占编制。',
        remedy: '仍要用编的，向编办申请延期后重新登记；不用的，登记取消核准。',
        facts: { 核准: 2, 到位: 1, 未用: 1 },
      },
    ])
    expect(texts(spec(approval({ expiresOn: '2026-11-21' }), [arrived('甲')]), 'E4')).toEqual([])
    expect(texts(spec(approval({ amount: 2 }), [arrived('甲')]), 'E4')).toEqual([])
  })

  test('of any numbers: too many exactly when more have come than it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 6 }), (amount, came) => {
        const people = Array.from({ length: came }, (_, position) => arrived(`人${position}`))
        expect(
          findingsOf(run(spec(approval({ amount }), people)), 'E4').map((finding) => finding.facts['超用']),
        ).toEqual(came > amount ? [came - amount] : [])
      }),
    )
  })
})
