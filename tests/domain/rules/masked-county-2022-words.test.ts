import { describe, expect, test } from 'vitest'
import type { UnitProfile } from '../../../electron/domain/model/records.ts'
import { parameterValues } from '../../../electron/domain/rules/packs/index.ts'
import { maskedCounty2022Pack } from '../../../electron/domain/rules/packs/masked-county-2022.ts'
import type { Rule, RuleParameters } from '../../../electron/domain/rules/rule.ts'
import { developedTownRule } from '../../../electron/domain/rules/masked-county-2022/r07-developed-town.ts'
import { requiredInstitutionsRule } from '../../../electron/domain/rules/masked-county-2022/r04-required-institutions.ts'
import { unitLimitRule } from '../../../electron/domain/rules/masked-county-2022/r01-unit-limit.ts'
import { findingsOf, flagsUnder, recordOf, run, seated, type SnapshotSpec, type UnitSpec } from '../../kit/snapshot.ts'

/* The plan of 2022 where it leaves something open: a town of other rules, a number it masks, an office that another body sends. */

const OFFICE: UnitSpec = { name: '党政办公室', quotas: { administrative: 2 } }
const under = (rule: Rule, given: RuleParameters, spec: Partial<SnapshotSpec> = {}) =>
  flagsUnder(
    rule,
    { ...parameterValues(maskedCounty2022Pack.parameters), ...given },
    { packId: 'seed-001', units: [OFFICE], ...spec },
  ).map(({ text, remedy, facts }) => [text, remedy, facts])
const profile = (unitId: string, more: Partial<UnitProfile> = {}) =>
  recordOf(
    'unitProfile',
    { level: null, funding: null, dispatched: false, outsideLimit: false, duties: null, ...more },
    { unitId },
  )

describe('R001-04 and R001-07: a town of a list of several', () => {
  const remedy = '核对机构名称和类别，或补登机构。'
  test('any of the towns is set up otherwise; no other township is', () => {
    expect(under(requiredInstitutionsRule, { developedTowns: ['乌江镇', '山溪乡'] })).toEqual([])
    expect(under(developedTownRule, { developedTowns: ['乌江镇', '山溪乡'] })).toEqual([
      [
        '山溪乡按照经济发达镇做法，机构设置参照“x办字〔x0x7〕x0号”文件；本方案的机构限额和名单没有核查。',
        '换用按该文件编写的本地规则包。',
        undefined,
      ],
    ])
    expect(under(requiredInstitutionsRule, { developedTowns: ['乌江镇'] })).toEqual(
      ['政务服务中心', '综合执法队'].map((name) => [`没有登记必须设立的事业单位${name}。`, remedy, { 机构: name }]),
    )
  })
})

test('R001-01: however many people the township has, a number the plan masks is not guessed', () => {
  const units = Array.from({ length: 8 }, (_, turn): UnitSpec => ({ name: `办${turn + 1}`, kind: 'office' }))
  const township = recordOf('township', {
    population: 900_000,
    areaKm2: null,
    townshipClass: null,
    townshipType: null,
    termFrom: null,
    termTo: null,
  })
  expect(under(unitLimitRule, {}, { units, records: { township: [township] } })).toEqual([
    [
      '党政机构和事业单位一般不超过 7 个，现有 8 个，超 1 个：办1、办2、办3、办4、办5、办6、办7、办8。常住人口是否达到可以增设的人数，没有核查。',
      '核对机构名称和类别；确属多设的，报机构编制部门合并或撤销。',
      { 上限: 7, 现有: 8, 超限额: 1 },
    ],
  ])
})

describe('R001-12: 派驻', () => {
  const said = (units: readonly UnitSpec[], own: ReturnType<typeof profile>) =>
    findingsOf(
      run({
        packId: 'seed-001',
        units,
        people: [seated('甲', '司法所', 'politicalLegal')],
        records: { unitProfile: [own, profile('党政办公室', { level: '109' })] },
      }),
      'R001-12',
    ).map(({ text, remedy, facts }) => [text, remedy, facts])
  const units: readonly UnitSpec[] = [OFFICE, { name: '司法所', kind: 'office', quotas: { politicalLegal: 1 } }]

  test('as many people as it has seats is no less wrong', () => {
    expect(said(units, profile('司法所', { dispatched: true }))).toEqual([
      [
        '司法所是派驻机构，却登记政法专项编制核定 1 名，占用 1 名：甲；派驻人员的编制在派出单位。',
        '核对编制归属；属派出单位的，撤销核定数，人员改为不占编。',
        { 核定: 1, 占用: 1 },
      ],
    ])
  })

  test('a profile that says nothing of 派驻, or sets the unit outside the limit, makes it none', () => {
    expect(said(units, profile('司法所'))).toEqual([])
    expect(said(units, profile('司法所', { outsideLimit: true }))).toEqual([])
  })
})
