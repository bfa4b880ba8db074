import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXIT_CAUSE_NAMES } from '../../../electron/domain/ledger/sentences/cause-names.ts'
import type { ExitEvent } from '../../../electron/domain/model/exit-event.ts'
import type { UnitProfile } from '../../../electron/domain/model/records.ts'
import { saysLeft, saysRetired } from '../../kit/says.ts'
import {
  crowd,
  findingsOf,
  namesOn,
  recordOf,
  run,
  seat,
  type HoldingSpec,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 2 } }
const exit = (more: Partial<ExitEvent> = {}): ExitEvent => ({
  id: '出1',
  personId: '某',
  personName: '某',
  unitId: '党政办',
  on: '2026-03-10',
  recordedOn: '2026-03-11',
  cause: '35',
  documentNumber: null,
  proofs: [],
  ...more,
})
const one = (holding: HoldingSpec, exits: readonly ExitEvent[] = []): SnapshotSpec => ({
  units: [OFFICE],
  people: [{ name: '某', holdings: [holding] }],
  exits,
})
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)

describe('C5 离退休, by a registered exit', () => {
  test('retired on paper, still in the seat', () => {
    expect(findingsOf(run(one(seat('党政办'), [exit({ cause: '31' })])), 'C5')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'eligibility',
        unitId: '党政办',
        personId: '某',
        text: '某（党政办 干事）2026年3月10日已登记离（退）休出编，仍在占用编制。',
        remedy: '办理出编（退休），登记退休审批文号；尚未退休的，改正岗位或备注。',
      }),
    ])
    expect(texts(one(seat('党政办', 'administrative', { remark: '已退休' })), 'C5')).toEqual([
      '某（党政办 干事）登记为“已退休”，仍在占用编制。',
    ])
    expect(texts(one(seat('党政办', 'administrative', { title: '科员（已退休）' })), 'C5')).toEqual([
      '某（党政办 科员（已退休））登记为“科员（已退休）”，仍在占用编制。',
    ])
  })

  test('another way out is C6', () => {
    expect(texts(one(seat('党政办'), [exit()]), 'C5')).toEqual([])
    expect(texts(one(seat('党政办'), [exit({ cause: '31' })]), 'C6')).toEqual([])
  })
})

describe('C6 死亡、终止人事关系、已调出', () => {
  test('said in a remark: off the sheet', () => {
    const result = run(one(seat('党政办', 'administrative', { remark: '2026年3月病故' })))
    expect(findingsOf(result, 'C6')).toEqual([
      expect.objectContaining({
        severity: 'error',
        effect: 'eligibility',
        unitId: '党政办',
        personId: '某',
        text: '某（党政办 干事）登记为“2026年3月病故”，仍在占用编制。',
        remedy: '办理出编，登记原因、日期和证明材料；登记有误的，改正岗位、备注或撤销那次出编。',
      }),
    ])
    expect(namesOn(result, 'non-compliant')).toEqual(['某'])
  })

  test.each([
    '病逝',
    '已去世',
    '去世',
    '亡故',
    '已死亡',
    '宣告死亡',
    '法院宣告失踪',
    '开除',
    '被开除公职',
    '辞退',
    '被辞退',
    '辞去公职',
    '已辞去公职',
    '已辞职',
    '已经辞职',
    '已离职',
    '终止聘用合同',
    '解除人事关系',
    '解除劳动合同',
    '已终止合同',
    '已调出',
    '已经调离',
    '已调走',
    '已调往县财政局',
    '已调入县局',
    '已调至市局',
    '已调任',
  ])('“%s” is a way out', (text) => {
    expect(saysLeft(text, '2026-11-22')).toBe(true)
    expect(texts(one(seat('党政办', 'administrative', { title: text })), 'C6')).toHaveLength(1)
  })

  test.each([
    '拟调往县局',
    '拟于2026年5月辞去公职',
    '正在办理解除聘用合同',
    '死亡证明办理',
    '失踪人员协查',
    '未解除人事关系',
    '计划解除合同',
    '申请辞去公职',
    '辞退手续办理',
    '借调到县局',
    '军队转业',
    '终止妊娠手术管理',
    '人事关系管理',
    '调解员',
    '离职休养',
    '2026年12月病故',
  ])('“%s” is none', (text) => {
    expect(saysLeft(text, '2026-11-22')).toBe(false)
  })

  test('of two sentences one is enough; the month of the day itself has come', () => {
    expect(saysLeft('考核优秀，已调出', '2026-11-22')).toBe(true)
    expect(saysLeft('2026年11月病故', '2026-11-01')).toBe(true)
    expect(saysLeft('2026年3月 病故', '2026-02-28')).toBe(true)
    expect(saysLeft('2026.3病故', '2026-02-28')).toBe(false)
    expect(saysLeft('2026.3病故', '2026-03-01')).toBe(true)
    expect(saysLeft(null, '2026-11-22')).toBe(false)
    expect(saysRetired('2026-3-1退休', '2026-03-01')).toBe(true)
  })

  test.each(Object.entries(EXIT_CAUSE_NAMES).filter(([cause]) => cause !== '31'))(
    'an exit by %s (%s) while the seat is still counted',
    (cause, name) => {
      expect(texts(one(seat('党政办'), [exit({ cause })]), 'C6')).toEqual([
        `某（党政办 干事）2026年3月10日已登记${name}出编，仍在占用编制。`,
      ])
    },
  )

  test('an exit without a cause, or one outside the list', () => {
    expect(texts(one(seat('党政办'), [exit({ cause: null })]), 'C6')).toEqual([
      '某（党政办 干事）2026年3月10日已登记出编，仍在占用编制。',
    ])
    expect(texts(one(seat('党政办'), [exit({ cause: '99' })]), 'C6')).toEqual([
      '某（党政办 干事）2026年3月10日已登记出编，仍在占用编制。',
    ])
  })

  test('who came back after leaving is not meant: by day, and by month where only that is known', () => {
    const entered = (enteredOn: string | null, validFrom = '2008-07-01') =>
      texts(one(seat('党政办', 'administrative', { enteredOn, validFrom }), [exit()]), 'C6')
    expect(entered('2026-03-09')).toHaveLength(1)
    expect(entered('2026-03-10')).toEqual([])
    expect(entered('2026-02')).toHaveLength(1)
    expect(entered('2026-03')).toEqual([])
    expect(entered(null)).toHaveLength(1)
    expect(entered(null, '2026-03-10')).toEqual([])
  })

  test('the last of several exits is named; others, and people not counted, are not', () => {
    expect(texts(one(seat('党政办'), [exit({ on: '2025-01-05', cause: '32' }), exit()]), 'C6')).toEqual([
      '某（党政办 干事）2026年3月10日已登记死亡出编，仍在占用编制。',
    ])
    expect(texts(one(seat('党政办'), [exit({ personId: '别人' })]), 'C6')).toEqual([])
    expect(
      texts(one({ unit: '党政办', kind: 'offQuota', offQuotaKind: 'agency', remark: '已调出' }, [exit()]), 'C6'),
    ).toEqual([])
  })

  test('of any entry and exit: flagged exactly where the entry is older', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`)
    fc.assert(
      fc.property(day, day, (enteredOn, on) => {
        expect(texts(one(seat('党政办', 'administrative', { enteredOn }), [exit({ on })]), 'C6')).toHaveLength(
          enteredOn < on ? 1 : 0,
        )
      }),
    )
  })
})

describe('C8 人财物归县、派驻', () => {
  const dispatched = (unitId: string, more: Partial<UnitProfile> = {}) =>
    recordOf(
      'unitProfile',
      { level: null, funding: null, dispatched: true, outsideLimit: false, duties: null, ...more },
      { unitId },
    )
  const spec = (quota: number | null, people: number, managingBody?: string): SnapshotSpec => ({
    units: [
      {
        name: '财政所',
        kind: 'institution',
        ...(quota === null ? {} : { quotas: { institution: quota, worker: 1 } }),
        ...(managingBody === undefined ? {} : { managingBody }),
      },
      OFFICE,
    ],
    people: crowd(people, '甲', '财政所', 'institution'),
  })
  const found = (built: SnapshotSpec) => findingsOf(run(built), 'C8')

  test('财政所 run by 区财政局 with its 编制 here: counted, and said so', () => {
    expect(found(spec(3, 2, '区财政局'))).toEqual([
      expect.objectContaining({
        severity: 'info',
        effect: 'none',
        unitId: '财政所',
        personId: null,
        facts: { 核定: 4, 实有: 2 },
        text: '财政所的人、财、物由区财政局管理；编制核定在本乡镇：核定 4 名，实有 2 名，照计。',
        remedy: '无须处理，报表备注说明。',
      }),
    ])
  })

  test('without 编制 here: none of ours, and people counted all the same are a question', () => {
    expect(found(spec(null, 0, '区财政局'))).toEqual([
      expect.objectContaining({
        text: '财政所的人、财、物由区财政局管理；本乡镇没有给它核定编制，不计入本乡镇。',
        remedy: '无须处理，报表备注说明。',
        facts: { 核定: 0, 实有: 0 },
      }),
    ])
    expect(found(spec(null, 1, '区财政局'))).toEqual([
      expect.objectContaining({
        severity: 'info',
        text: '财政所的人、财、物由区财政局管理；本乡镇没有给它核定编制，却有 1 人计入实有。',
        remedy: '核对这些人员的编制在哪里；在派出部门的，改登为借入或办理出编。',
        facts: { 核定: 0, 实有: 1 },
      }),
    ])
  })

  test('派驻, with and without the name of who sends', () => {
    expect(found({ ...spec(null, 0), records: { unitProfile: [dispatched('财政所')] } })[0]?.text).toBe(
      '财政所是上级部门的派驻机构；本乡镇没有给它核定编制，不计入本乡镇。',
    )
    expect(found({ ...spec(2, 0, '县财政局'), records: { unitProfile: [dispatched('财政所')] } })[0]?.text).toBe(
      '财政所是县财政局的派驻机构；编制核定在本乡镇：核定 3 名，实有 0 名，照计。',
    )
    expect(found({ ...spec(2, 0), records: { unitProfile: [dispatched('财政所', { dispatched: false })] } })).toEqual(
      [],
    )
  })

  test('of any numbers: one note for such a unit, none for the others', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.boolean(), (quota, people, managed) => {
        expect(found(spec(quota, people, managed ? '县局' : undefined)).map((finding) => finding.unitId)).toEqual(
          managed ? ['财政所'] : [],
        )
      }),
    )
  })
})
