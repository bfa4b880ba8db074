import { emptyContent } from '../../../electron/vocabulary/records.ts'
import { describe, expect, test } from 'vitest'
import type { LedgerChange } from '../../../electron/domain/model/book-snapshot.ts'
import { parameterValues } from '../../../electron/domain/rules/packs/index.ts'
import { lingwu2018Pack } from '../../../electron/domain/rules/packs/lingwu-2018.ts'
import type { Rule, RuleParameters } from '../../../electron/domain/rules/rule.ts'
import { targetedHiringRule } from '../../../electron/domain/rules/lingwu-2018/r03-targeted-hiring.ts'
import { localCandidatesRule } from '../../../electron/domain/rules/lingwu-2018/r04-local-candidates.ts'
import { teamClassRule } from '../../../electron/domain/rules/lingwu-2018/r07-team-class.ts'
import {
  findingsOf,
  flagsUnder,
  recordOf,
  run,
  seat,
  seated,
  type PersonSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

/* 灵武 2018 with the numbers and lists of another county, and at its edges. */

const UNITS: SnapshotSpec['units'] = [
  { name: '领导班子', kind: 'leadership', quotas: { administrative: 12 } },
  { name: '农业中心', kind: 'institution', quotas: { institution: 4 } },
]
const under = (rule: Rule, given: RuleParameters, spec: Partial<SnapshotSpec>) =>
  flagsUnder(
    rule,
    { ...parameterValues(lingwu2018Pack.parameters), ...given },
    { packId: 'seed-002', units: UNITS, ...spec },
  ).map(({ text, remedy, facts }) => [text, remedy, facts])

test('R002-03: two to three wanted, one planned', () => {
  const hiringPlan = [
    recordOf(
      'hiringPlan',
      { year: 2026, category: 'institution', amount: 1, method: null, conditions: null, reason: null, targeted: true },
      { unitId: '农业中心' },
    ),
  ]
  expect(
    under(targetedHiringRule, { targetedHiringLeast: 2, targetedHiringMost: 3 }, { records: { hiringPlan } }),
  ).toEqual([
    [
      '2026 年计划定向招录涉农专业技术人员 1 名，每个乡镇 2-3 名，少 1 名。',
      '按规定人数修改用编计划。',
      { 计划: 1, 最少: 2, 最多: 3 },
    ],
  ])
})

describe('R002-04: two places count as home', () => {
  const file = (personId: string, householdPlace: string, originPlace: string | null) =>
    recordOf('personFile', { ...emptyContent('personFile'), householdPlace, originPlace }, { personId })
  const people = ['甲', '乙', '丙'].map((name) => seated(name, '农业中心', 'institution', { entryRoute: '定向招录' }))
  const judged = (...personFile: readonly ReturnType<typeof file>[]) =>
    under(
      localCandidatesRule,
      { remoteTownships: ['北岭乡', '山溪乡'], localOrigins: ['灵武', '盐池'] },
      { people, records: { personFile } },
    )

  test('either will do; who is from neither is told both', () => {
    expect(
      judged(file('甲', '灵武市', '银川市'), file('乙', '银川市', '盐池县'), file('丙', '银川市', '吴忠市')),
    ).toEqual([
      [
        '丙由定向招录进入，户籍和生源地都不在灵武、盐池，不符合定向条件。',
        '核对招录时的户籍和生源地，更正档案补充或报组织人社部门处理。',
        undefined,
      ],
    ])
  })

  test('who is from one of them is not asked for the other place', () => {
    expect(judged(file('甲', '盐池县', null), file('乙', '银川市', null), file('丙', '灵武市', null))).toEqual([
      [
        '定向招录的 1 人没有登记齐户籍地和生源地：乙，是否符合定向条件没有核查。',
        '在“资料”的档案补充里登记。',
        { 人数: 1 },
      ],
    ])
  })
})

describe('R002-07: two classes a year wanted', () => {
  const held = (personId: string, title: string, validFrom: string) =>
    recordOf(
      'training',
      { title, organiser: null, trainingKind: 'teamClass', days: 3, hours: null },
      { personId, validFrom },
    )
  const judged = (...training: readonly ReturnType<typeof held>[]) =>
    under(teamClassRule, { teamClasses: 2 }, { records: { training } })

  test('one class entered for two people is one', () => {
    expect(judged(held('甲', '班子培训班', '2025-06-01'), held('乙', '班子培训班', '2025-06-01'))).toEqual([
      [
        '2025 年登记的乡镇领导班子、村（社区）两委班子成员培训班 1 期，每年至少 2 期。',
        '举办过的，补登培训班；没有举办的，向组织部、党校反映。',
        { 年度: 2025, 举办: 1, 应有: 2 },
      ],
    ])
  })

  test('another day, or another title on the same day, is another class', () => {
    expect(judged(held('甲', '班子培训班', '2025-06-01'), held('甲', '班子培训班', '2025-09-01'))).toEqual([])
    expect(judged(held('甲', '班子培训班', '2025-06-01'), held('乙', '两委培训班', '2025-06-01'))).toEqual([])
  })
})

test('R002-10: who moved into the team by another event than an appointment was not appointed this year', () => {
  const came = (type: string): LedgerChange => ({
    id: type,
    type,
    on: '2026-03-01',
    recordedOn: '2026-03-01',
    personId: '甲',
    unitId: '领导班子',
    otherUnitId: null,
    category: 'administrative',
    cause: null,
    documentNumber: null,
    correction: false,
  })
  const people: readonly PersonSpec[] = [
    {
      name: '甲',
      holdings: [
        seat('领导班子', 'administrative', { title: '副乡长', leadership: 'deputy', enteredOn: '2026-03-01' }),
      ],
    },
  ]
  const said = (type: string) =>
    findingsOf(run({ packId: 'seed-002', units: UNITS, people, changes: [came(type)] }), 'R002-10').map(
      ({ text, facts }) => [text, facts],
    )
  expect(said('move')).toEqual([])
  expect(said('appoint')).toEqual([
    [
      '2026 年任命的班子成员 1 人，任命前没有乡镇工作经历的 1 人：甲；提拔应优先考虑有乡镇工作经历的干部。',
      { 任命: 1, 没有经历: 1 },
    ],
  ])
})

describe('R002-13: a report of every June', () => {
  const judged = (doneOn: string, asOf: string) => {
    const report = recordOf('workTask', {
      code: 'B-1',
      title: '年度汇总',
      taskKind: 'report',
      leadUnit: null,
      responsibleUnit: null,
      supportingUnits: null,
      ours: null,
      dueOn: null,
      dueText: '每年6月底前',
      windowFrom: null,
      windowTo: null,
      doneOn,
      approvalNumber: null,
    })
    return findingsOf(run({ packId: 'seed-002', units: UNITS, asOf, records: { workTask: [report] } }), 'R002-13').map(
      ({ text, remedy, facts }) => [text, remedy, facts],
    )
  }

  test('half a year before its last day it was still the one before', () => {
    expect(judged('2025-12-30', '2026-07-01')).toEqual([
      [
        '“年度汇总”应在2026年6月30日前完成，还没有登记完成，已逾期。',
        '报送后登记完成日期。',
        { 期限: '2026-06-30', 完成: '未完成' },
      ],
    ])
    expect(judged('2025-12-31', '2026-07-01')).toEqual([])
  })

  test('until its last day is over the one of last year is judged', () => {
    expect(judged('2025-07-02', '2026-06-30')).toEqual([
      [
        '“年度汇总”应在2025年6月30日前完成，登记2025年7月2日完成，逾期。',
        '核对完成日期。',
        { 期限: '2025-06-30', 完成: '2025-07-02' },
      ],
    ])
  })
})
