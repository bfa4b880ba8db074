import { describe, expect, test } from 'vitest'
import type { LedgerChange } from '../../../electron/domain/model/book-snapshot.ts'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import { leadershipLimitRule } from '../../../electron/domain/rules/national/a11-leadership-limit.ts'
import { packDifference } from '../../../electron/domain/rules/pack-difference.ts'
import { saysLeft, saysRetired } from '../../kit/says.ts'
import { flagsWith } from '../../kit/rule-flags.ts'
import {
  findingsOf,
  inventedId,
  recordOf,
  run,
  seat,
  type HoldingSpec,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

/*
 * What several rules have in common, at the edges a clerk meets: remarks of several clauses, somebody with two posts of a kind, a number the
 * locality has not given.
 */

const OFFICE = { name: '党政办', quotas: { administrative: 5 } }
const said = (spec: SnapshotSpec, rule: string) =>
  findingsOf(run(spec), rule).map(({ text, remedy, facts }) => [text, remedy, facts])

describe('what a remark says has happened', () => {
  test('a plan is none, whatever stands beside it', () => {
    expect(saysRetired('拟于2027年3月退休，工作积极', '2026-11-22')).toBe(false)
    expect(saysRetired('年度考核优秀；距退休不足五年', '2026-11-22')).toBe(false)
    expect(saysLeft('计划解除合同，已谈话', '2026-11-22')).toBe(false)
  })

  test('a plan for what comes after makes it no plan', () => {
    expect(saysLeft('病故后事正在办理', '2026-11-22')).toBe(true)
  })

  test('a duty in the middle of a title is a duty', () => {
    expect(saysRetired('负责退休干部管理工作', '2026-11-22')).toBe(false)
    expect(saysRetired('兼管离退休党支部', '2026-11-22')).toBe(false)
  })
})

describe('somebody with two posts of a kind', () => {
  test('A10: the post that says 正职 or 副职 is the leader’s, not the one that says neither', () => {
    const level = (unitId: string, code: string) =>
      recordOf(
        'unitProfile',
        { level: code, funding: null, dispatched: false, outsideLimit: false, duties: null },
        { unitId },
      )
    const people: readonly PersonSpec[] = [
      {
        name: '甲',
        holdings: [
          seat('党政办', 'administrative', { occupiesLeadership: true }),
          { unit: '农服中心', kind: 'concurrent', title: '主任', leadership: 'deputy' },
        ],
      },
    ]
    const records = {
      unitProfile: [level('党政办', '109'), level('农服中心', '110')],
      personGrade: [
        recordOf(
          'personGrade',
          { personClass: null, positionLevel: '0141', postGrade: null, rankSince: null },
          { personId: '甲' },
        ),
      ],
    }
    expect(said({ units: [OFFICE, { name: '农服中心', kind: 'institution' }], people, records }, 'A10')).toEqual([
      [
        '甲任农服中心领导职务，职务层次为乡科级正职，农服中心机构规格为副乡科级，高出机构规格，没有登记高配文件。',
        '有高配文件的，在“资料”登记凭证（高配文件）和文号；没有的，按干部管理权限调整。',
        { 职务层次: '乡科级正职', 机构规格: '副乡科级' },
      ],
    ])
  })

  test('C3 and C4: each says its own post and no other', () => {
    const people: readonly PersonSpec[] = [
      {
        name: '甲',
        holdings: [
          { unit: '党政办', title: '护林员', kind: 'offQuota', offQuotaKind: 'selfHired' },
          { unit: '党政办', title: '文秘', kind: 'secondedIn', counterpart: '县局' },
        ],
      },
    ]
    expect(said({ units: [OFFICE], people }, 'C4')).toEqual([
      ['甲（党政办 护林员）是自聘人员，属编外，另列编外台账，不占编制。', '无须处理。', {}],
    ])
    expect(said({ units: [OFFICE], people }, 'C3')).toEqual([
      ['甲（党政办 文秘）是借入人员，编制在原单位（县局），本乡镇不计。', '无须处理。', {}],
    ])
  })
})

test('H5: 续借 without a number of its own leaves the first paper standing', () => {
  const event = (type: string, on: string, documentNumber: string | null): LedgerChange => ({
    id: on,
    type,
    on,
    recordedOn: on,
    personId: '甲',
    unitId: null,
    otherUnitId: null,
    category: null,
    cause: null,
    documentNumber,
    correction: false,
  })
  const away: HoldingSpec = { kind: 'secondedOut', counterpart: '县局', validFrom: '2026-06-01', dueOn: '2026-12-31' }
  const spec = (...changes: readonly LedgerChange[]): SnapshotSpec => ({
    units: [OFFICE],
    people: [{ name: '甲', holdings: [seat('党政办'), away] }],
    changes,
  })
  const paper = (spec: SnapshotSpec) => findingsOf(run(spec), 'H5').map(({ facts }) => facts['批文'])
  expect(
    paper(spec(event('secondment.out', '2026-06-01', '山组〔2026〕3号'), event('term.renew', '2026-09-01', null))),
  ).toEqual(['山组〔2026〕3号'])
  expect(
    paper(
      spec(
        event('secondment.out', '2026-06-01', '山组〔2026〕3号'),
        event('term.renew', '2026-09-01', '山组〔2026〕9号'),
      ),
    ),
  ).toEqual(['山组〔2026〕9号'])
})

describe('F7: the sex of record, else that of the number', () => {
  const due = (sex: '男' | '女' | null, number: '男' | '女') =>
    said(
      {
        asOf: '2024-11-30',
        units: [OFFICE],
        people: [
          { name: '甲', birth: '1965-01', sex, idNumber: inventedId('1965-01-15', number), holdings: [seat('党政办')] },
        ],
      },
      'F7',
    )
  const reminder = [
    [
      '甲（党政办 干事）1965年1月出生，法定退休时间为2025年2月，还有 3 个月。',
      '提前准备退休审批和出编手续。',
      { 退休年月: '2025-02', 还有月数: 3, 提醒档: 3 },
    ],
  ]

  test('not on record: the number tells, and the age need not be asked', () => {
    expect(due(null, '男')).toEqual(reminder)
  })
  test('on record: the number is not asked (D3 says that they differ)', () => {
    expect(due('男', '女')).toEqual(reminder)
  })
})

test('A11: a line for large townships without a limit of their own changes nothing', () => {
  const people = Array.from({ length: 10 }, (_, at): PersonSpec => ({
    name: `领导${at + 1}`,
    holdings: [seat('党政办', 'administrative', { leadership: 'deputy' })],
  }))
  const township = recordOf('township', {
    population: 60_000,
    areaKm2: null,
    townshipClass: null,
    townshipType: null,
    termFrom: null,
    termTo: null,
  })
  expect(
    flagsWith(
      leadershipLimitRule,
      { units: [OFFICE], people, records: { township: [township] } },
      { teamLimit: 9, teamLimitPopulation: 50_000 },
    ),
  ).toEqual([
    {
      text: '领导班子上限 9 名，核定 0 名，实配 10 名，超 1 名。',
      remedy: '核对领导职数批文和各岗位是否占职数；确属超过的，按干部管理权限调整。',
      facts: { 上限: 9, 核定: 0, 实配: 10, 超出: 1 },
    },
  ])
})

describe('what another pack would change', () => {
  const finding = (text: string, subject: Partial<Finding>): Finding => ({
    rule: 'A1',
    severity: 'error',
    effect: 'none',
    unitId: null,
    personId: null,
    text,
    remedy: '',
    facts: {},
    ...subject,
  })
  const texts = (before: readonly Finding[], after: readonly Finding[]) => {
    const { created, cured, changed } = packDifference(
      { findings: before, roster: [] },
      { findings: after, roster: [] },
    )
    return {
      created: created.map(({ text }) => text),
      cured: cured.map(({ text }) => text),
      changed: changed.map((pair) => [pair.before.text, pair.after.text]),
    }
  }

  test('one unit’s, or one person’s, is not another’s told otherwise', () => {
    expect(texts([finding('甲办超编', { unitId: '甲办' })], [finding('乙办超编', { unitId: '乙办' })])).toEqual({
      created: ['乙办超编'],
      cured: ['甲办超编'],
      changed: [],
    })
    expect(texts([finding('甲', { personId: '甲' })], [finding('乙', { personId: '乙' })])).toEqual({
      created: ['乙'],
      cured: ['甲'],
      changed: [],
    })
  })

  test('of two about one subject only the one that is told otherwise', () => {
    expect(texts([finding('一', {}), finding('二', {})], [finding('一', {}), finding('二改', {})])).toEqual({
      created: [],
      cured: [],
      changed: [['二', '二改']],
    })
  })
})
