import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExitEvent } from '../../../electron/domain/model/exit-event.ts'
import { addDays, addMonthsToDay } from '../../../electron/domain/model/plain-date.ts'
import type { QuotaCategory } from '../../../electron/domain/model/quota-category.ts'
import type { DutyMatter, RecordBook, RecordFacts } from '../../../electron/domain/model/records.ts'
import { findingsOf, namesOn, recordOf, run, seated, type SnapshotSpec } from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 5, worker: 2 } }
const STATION = { name: '农技站', kind: 'institution' as const, quotas: { institution: 5, institutionCivilService: 2 } }
const texts = (spec: SnapshotSpec, rule: string) => findingsOf(run(spec), rule).map((finding) => finding.text)
const matter = (own: Partial<DutyMatter> & Pick<DutyMatter, 'matter'>, facts: Partial<RecordFacts> = {}) =>
  recordOf(
    'dutyMatter',
    { days: null, consecutiveDays: null, payAdjusted: null, ...own },
    { personId: '甲', validFrom: '2026-06-01', ...facts },
  )
const pay = (paid: boolean, personId: string | null = '甲') =>
  recordOf('payStatus', { paid, source: '县财政' }, { personId, validFrom: '2026-01-01' })
const book = (records: Partial<RecordBook>, more: Partial<SnapshotSpec> = {}): SnapshotSpec => ({
  units: [OFFICE, STATION],
  people: [seated('甲', '党政办')],
  records,
  ...more,
})
const AGENCY = {
  name: '甲',
  holdings: [{ unit: '党政办', kind: 'offQuota' as const, offQuotaKind: 'agency' as const }],
}

describe('G1 挂名未到岗', () => {
  const nominal = (
    more: Partial<RecordBook> = {},
    facts: Partial<RecordFacts> = {},
    rest: Partial<SnapshotSpec> = {},
  ) => book({ dutyMatter: [matter({ matter: 'nominal' }, facts)], ...more }, rest)

  test('and paid: an error, who stays on the list', () => {
    const result = run(nominal({ payStatus: [pay(true)] }))
    expect(findingsOf(result, 'G1')).toEqual([
      {
        rule: 'G1',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲（党政办 干事）自2026年6月1日起挂名未到岗，仍在领取工资。',
        remedy: '清退并停发工资，追回已发的部分；已到岗的，结束“挂名未到岗”的登记。',
        facts: { 起: '2026-06-01' },
      },
    ])
    expect(namesOn(result, 'in-quota')).toEqual(['甲'])
  })

  test('not paid: silent; nothing known of the pay: one word for all of them', () => {
    expect(texts(nominal({ payStatus: [pay(false)] }), 'G1')).toEqual([])
    const two = nominal(
      { dutyMatter: [matter({ matter: 'nominal' }), matter({ matter: 'nominal' }, { personId: '乙' })] },
      {},
      { people: [seated('甲', '党政办'), seated('乙', '农技站', 'institution')] },
    )
    expect(findingsOf(run(two), 'G1')).toEqual([
      {
        rule: 'G1',
        severity: 'info',
        effect: 'none',
        unitId: null,
        personId: null,
        text: '挂名未到岗 2 人没有登记工资发放情况，是否仍在领取工资没有核查：甲、乙。',
        remedy: '在资料中登记工资发放情况。',
        facts: { 未登记: 2 },
      },
    ])
  })

  test('from its first day to the day before its end', () => {
    const on = (asOf: string) =>
      texts(nominal({ payStatus: [pay(true)] }, { validTo: '2026-09-01' }, { asOf }), 'G1').length
    expect([on('2026-05-31'), on('2026-06-01'), on('2026-08-31'), on('2026-09-01')]).toEqual([0, 1, 1, 0])
  })

  test('silent for other matters, for people without 编制 or gone, and for a record of nobody', () => {
    expect(texts(book({ dutyMatter: [matter({ matter: 'steppedBack' })], payStatus: [pay(true)] }), 'G1')).toEqual([])
    expect(texts(nominal({}, {}, { people: [AGENCY] }), 'G1')).toEqual([])
    expect(texts(nominal({}, { personId: '去某' }), 'G1')).toEqual([])
    expect(texts(nominal({}, { personId: null }), 'G1')).toEqual([])
  })

  test('of any pay: an error exactly when paid', () => {
    fc.assert(
      fc.property(fc.constantFrom(true, false, null), (paid) => {
        expect(
          findingsOf(run(nominal({ payStatus: paid === null ? [] : [pay(paid), pay(!paid, null)] })), 'G1').map(
            (finding) => finding.severity,
          ),
        ).toEqual(paid === null ? ['info'] : paid ? ['error'] : [])
      }),
    )
  })
})

describe('G2 旷工', () => {
  const away = (own: Partial<DutyMatter>, facts: Partial<RecordFacts> = {}) =>
    matter({ matter: 'absentWithoutLeave', ...own }, facts)
  const spec = (
    dutyMatter: RecordBook['dutyMatter'],
    category: QuotaCategory = 'administrative',
    paid: boolean | null = true,
  ) =>
    book(
      { dutyMatter, payStatus: paid === null ? [] : [pay(paid)] },
      {
        people: [seated('甲', category === 'administrative' || category === 'worker' ? '党政办' : '农技站', category)],
      },
    )

  test('公务员 连续 15 天 is silent, 16 is too many', () => {
    expect(texts(spec([away({ days: 15, consecutiveDays: 15 })]), 'G2')).toEqual([])
    expect(findingsOf(run(spec([away({ days: 16, consecutiveDays: 16 })])), 'G2')).toEqual([
      {
        rule: 'G2',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲（党政办 干事）旷工连续 16 天，超过 15 天，应当予以辞退，仍在领取工资。',
        remedy: '按管理权限办理辞退或解除聘用合同，停发工资并登记出编；天数有误的，更正登记。',
        facts: { 连续: 16, 一年内累计: 16 },
      },
    ])
  })

  test('累计 30 is silent, 31 is too many; both limits at once are both said', () => {
    expect(texts(spec([away({ days: 30 })]), 'G2')).toEqual([])
    expect(texts(spec([away({ days: 31 })]), 'G2')).toEqual([
      '甲（党政办 干事）旷工一年内累计 31 天，超过 30 天，应当予以辞退，仍在领取工资。',
    ])
    expect(texts(spec([away({ days: 31, consecutiveDays: 20 })]), 'G2')).toEqual([
      '甲（党政办 干事）旷工连续 20 天，超过 15 天；一年内累计 31 天，超过 30 天，应当予以辞退，仍在领取工资。',
    ])
  })

  test('事业单位 counts working days and may end the contract; 参公 stands with 公务员; 工勤 has no such clause', () => {
    expect(texts(spec([away({ days: 16, consecutiveDays: 16 })], 'institution'), 'G2')).toEqual([
      '甲（农技站 干事）旷工连续 16 个工作日，超过 15 个工作日，可以解除聘用合同，仍在领取工资。',
    ])
    expect(texts(spec([away({ days: 31 })], 'institution'), 'G2')).toEqual([
      '甲（农技站 干事）旷工一年内累计 31 个工作日，超过 30 个工作日，可以解除聘用合同，仍在领取工资。',
    ])
    expect(texts(spec([away({ days: 31 })], 'institutionCivilService'), 'G2')[0]).toContain('应当予以辞退')
    expect(texts(spec([away({ days: 99, consecutiveDays: 99 })], 'worker'), 'G2')).toEqual([])
  })

  test('within one year: what began a year earlier to the day no longer counts, a day later it does', () => {
    expect(
      texts(
        spec([away({ days: 20 }, { validFrom: '2025-06-01' }), away({ days: 20 }, { validFrom: '2026-06-01' })]),
        'G2',
      ),
    ).toEqual([])
    expect(
      findingsOf(
        run(spec([away({ days: 20 }, { validFrom: '2025-06-02' }), away({ days: 20 }, { validFrom: '2026-06-01' })])),
        'G2',
      ).map((finding) => finding.facts),
    ).toEqual([{ 连续: 0, 一年内累计: 40 }])
  })

  test('the worst year decides, also one long past; a run of days without a total counts as that many', () => {
    expect(
      findingsOf(
        run(
          spec([
            away({ days: 16 }, { validFrom: '2023-01-10' }),
            away({ days: 15 }, { validFrom: '2023-03-01' }),
            away({ days: 2 }),
          ]),
        ),
        'G2',
      ).map((finding) => finding.facts['一年内累计']),
    ).toEqual([31])
    expect(
      findingsOf(
        run(
          spec([
            away({ consecutiveDays: 15 }),
            away({ consecutiveDays: 15 }, { validFrom: '2026-07-01' }),
            away({ days: 1 }, { validFrom: '2026-08-01' }),
          ]),
        ),
        'G2',
      ).map((finding) => finding.facts),
    ).toEqual([{ 连续: 15, 一年内累计: 31 }])
    expect(texts(spec([away({})]), 'G2')).toEqual([])
  })

  test('nobody has registered the pay: a warning; no longer paid: G8’s alone', () => {
    expect(findingsOf(run(spec([away({ days: 31 })], 'administrative', null)), 'G2')).toMatchObject([
      {
        severity: 'warning',
        text: '甲（党政办 干事）旷工一年内累计 31 天，超过 30 天，应当予以辞退，没有登记工资发放情况。',
      },
    ])
    const unpaid = run(spec([away({ days: 31 })], 'administrative', false))
    expect([findingsOf(unpaid, 'G2').length, findingsOf(unpaid, 'G8').length]).toEqual([0, 1])
  })

  test('other matters are not 旷工, and other people’s are not theirs; without 编制 there is no relation to end', () => {
    expect(texts(spec([matter({ matter: 'discipline', days: 99, consecutiveDays: 99 })]), 'G2')).toEqual([])
    expect(texts(spec([away({ days: 99 }, { personId: '乙' })]), 'G2')).toEqual([])
    expect(
      texts(book({ dutyMatter: [away({ days: 99 })], payStatus: [pay(true)] }, { people: [AGENCY] }), 'G2'),
    ).toEqual([])
  })

  test('of any numbers: flagged exactly beyond 15 in a row or 30 in a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (days, consecutiveDays) => {
        expect(texts(spec([away({ days, consecutiveDays })], 'institution'), 'G2')).toHaveLength(
          consecutiveDays > 15 || days > 30 ? 1 : 0,
        )
      }),
    )
  })
})

describe('G3, G4 paid after leaving', () => {
  const exit = (more: Partial<ExitEvent> = {}): ExitEvent => ({
    id: '出1',
    personId: '甲',
    personName: '甲',
    unitId: '党政办',
    on: '2026-10-31',
    recordedOn: '2026-10-31',
    cause: '31',
    documentNumber: null,
    proofs: ['退休审批表'],
    ...more,
  })
  const gone = (more: Partial<ExitEvent> = {}, rest: Partial<SnapshotSpec> = {}): SnapshotSpec =>
    book({ payStatus: [pay(true)] }, { people: [], exits: [exit(more)], ...rest })

  test('retired, and the payroll pays as before: an error', () => {
    expect(findingsOf(run(gone()), 'G3')).toEqual([
      {
        rule: 'G3',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲2026年10月31日已离（退）休出编，仍登记为按在职发放工资。',
        remedy: '通知财政、人社停发并追回多发的工资；已停发的，登记停发。',
        facts: { 出编日: '2026-10-31' },
      },
    ])
    expect(texts(gone(), 'G4')).toEqual([])
  })

  test('dead: G4, not G3', () => {
    expect(texts(gone({ cause: '35' }), 'G3')).toEqual([])
    expect(findingsOf(run(gone({ cause: '35' })), 'G4')).toEqual([
      {
        rule: 'G4',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲2026年10月31日死亡（或被宣告死亡、失踪），工资仍登记为在发放。',
        remedy: '通知财政、人社停发并追回；已停发的，登记停发。',
        facts: { 出编日: '2026-10-31' },
      },
    ])
  })

  test('the month of the exit is still owed: the last day of it is silent, the first of the next is not', () => {
    for (const [rule, cause] of [
      ['G3', '31'],
      ['G4', '35'],
    ] as const) {
      expect(texts(gone({ on: '2026-10-01', cause }, { asOf: '2026-10-31' }), rule)).toEqual([])
      expect(texts(gone({ on: '2026-10-01', cause }, { asOf: '2026-11-01' }), rule)).toHaveLength(1)
    }
  })

  test('stopped, unknown, without a cause, or back in a seat: silent', () => {
    expect(texts(gone({}, { records: { payStatus: [pay(false)] } }), 'G3')).toEqual([])
    expect(texts(gone({}, { records: {} }), 'G3')).toEqual([])
    expect(texts(gone({ cause: null }), 'G3')).toEqual([])
    expect(texts(gone({}, { people: [seated('甲', '党政办')] }), 'G3')).toEqual([])
    expect(texts(gone({}, { people: [AGENCY] }), 'G3')).toHaveLength(1)
  })

  test('of two exits the last speaks', () => {
    const exits = [exit({ on: '2025-03-01', cause: '11' }), exit({ id: '出2', on: '2026-09-01', cause: '32' })]
    expect(texts(gone({}, { exits }), 'G3')).toEqual(['甲2026年9月1日已辞去公职出编，仍登记为按在职发放工资。'])
  })

  test('of any cause: one of the two rules, never both', () => {
    fc.assert(
      fc.property(fc.constantFrom('11', '15', '21', '31', '32', '33', '34', '35', '36', '37', 'G1'), (cause) => {
        const result = run(gone({ cause }))
        expect([findingsOf(result, 'G3').length, findingsOf(result, 'G4').length]).toEqual(
          cause === '35' ? [0, 1] : [1, 0],
        )
      }),
    )
  })
})

describe('G5 处分、刑罚与工资', () => {
  const spec = (
    own: Partial<DutyMatter>,
    more: Partial<RecordBook> = {},
    facts: Partial<RecordFacts> = {},
    rest: Partial<SnapshotSpec> = {},
  ) => book({ dutyMatter: [matter({ matter: 'discipline', payAdjusted: false, ...own }, facts)], ...more }, rest)

  test('the pay should have been changed and was not', () => {
    expect(findingsOf(run(spec({})), 'G5')).toEqual([
      {
        rule: 'G5',
        severity: 'error',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲（党政办 干事）2026年6月1日受处分，按规定应停发或降低工资，还没有执行。',
        remedy: '通知财政、人社按规定停发或降低工资，追回多发部分后登记已执行。',
        facts: { 起: '2026-06-01', 种类: '处分' },
      },
    ])
    expect(texts(spec({ matter: 'sentence' }), 'G5')).toEqual([
      '甲（党政办 干事）2026年6月1日受刑罚，按规定应停发或降低工资，还没有执行。',
    ])
  })

  test('done, not needed, or not paid at all: silent; on the day before it begins too', () => {
    expect(texts(spec({ payAdjusted: true }), 'G5')).toEqual([])
    expect(texts(spec({ payAdjusted: null }), 'G5')).toEqual([])
    expect(texts(spec({}, { payStatus: [pay(false)] }), 'G5')).toEqual([])
    expect(texts(spec({}, { payStatus: [pay(true)] }), 'G5')).toHaveLength(1)
  })

  test('of people in 编制 here alone', () => {
    expect(texts(spec({}, {}, { personId: null }), 'G5')).toEqual([])
    expect(texts(spec({}, {}, { personId: '去某' }), 'G5')).toEqual([])
    expect(texts(spec({}, {}, {}, { people: [AGENCY] }), 'G5')).toEqual([])
  })

  test('of any matter: only 处分 and 刑罚', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('nominal', 'absentWithoutLeave', 'steppedBack', 'keptStatus', 'discipline', 'sentence'),
        fc.constantFrom(true, false, null),
        (kind, payAdjusted) => {
          expect(texts(spec({ matter: kind, payAdjusted }), 'G5')).toHaveLength(
            (kind === 'discipline' || kind === 'sentence') && payAdjusted === false ? 1 : 0,
          )
        },
      ),
    )
  })
})

describe('G6 长期病休、学习: of any length', () => {
  test('flagged exactly past six and twelve months; only of people in 编制', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('sickLeave' as const, 'study' as const),
        fc.integer({ min: 0, max: 500 }),
        (kind, days) => {
          const asOf = addDays('2026-01-15', days)
          const absences = [
            {
              id: '离1',
              personId: '甲',
              kind,
              documentNumber: null,
              dueOn: null,
              validFrom: '2026-01-15',
              validTo: null,
            },
          ]
          const over = asOf > addMonthsToDay('2026-01-15', kind === 'study' ? 12 : 6)
          expect(
            findingsOf(run(book({}, { asOf, absences })), 'G6').map(({ severity, personId }) => [severity, personId]),
          ).toEqual(over ? [['warning', '甲']] : [])
          expect(texts(book({}, { asOf, absences, people: [AGENCY] }), 'G6')).toEqual([])
        },
      ),
    )
  })

  test('says since when and what to do; who is gone is not named', () => {
    const absences = [
      {
        id: '离1',
        personId: '甲',
        kind: 'study' as const,
        documentNumber: null,
        dueOn: null,
        validFrom: '2025-03-01',
        validTo: null,
      },
    ]
    expect(findingsOf(run(book({}, { absences })), 'G6')).toEqual([
      {
        rule: 'G6',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲自2025年3月1日起离岗学习，已超过 12 个月，仍计入实有。',
        remedy: '核对批准手续和工资待遇；已返岗的登记返岗，应退休或出编的办理手续。',
        facts: { 起: '2025-03-01', 期限月数: 12 },
      },
    ])
    expect(texts(book({}, { absences: [{ ...absences[0]!, personId: '去某' }] }), 'G6')).toEqual([])
  })
})

describe('G7 退居二线', () => {
  const spec = (
    facts: Partial<RecordFacts> = {},
    rest: Partial<SnapshotSpec> = {},
    kind: DutyMatter['matter'] = 'steppedBack',
  ) => book({ dutyMatter: [matter({ matter: kind }, facts)] }, rest)

  test('in a seat: a warning', () => {
    expect(findingsOf(run(spec()), 'G7')).toEqual([
      {
        rule: 'G7',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲自2026年6月1日起退居二线（离岗待退），仍占党政办 干事的编制，计入实有。',
        remedy: '没有到龄的安排返岗；到龄或经批准提前退休的，办理退休和出编。',
        facts: { 起: '2026-06-01' },
      },
    ])
  })

  test('from its first day to the day before its end', () => {
    const on = (asOf: string) => texts(spec({ validTo: '2026-09-01' }, { asOf }), 'G7').length
    expect([on('2026-05-31'), on('2026-06-01'), on('2026-08-31'), on('2026-09-01')]).toEqual([0, 1, 1, 0])
  })

  test('silent for other matters, people without 编制 or gone, and a record of nobody', () => {
    expect(texts(spec({}, {}, 'nominal'), 'G7')).toEqual([])
    expect(texts(spec({}, { people: [AGENCY] }), 'G7')).toEqual([])
    expect(texts(spec({ personId: '去某' }), 'G7')).toEqual([])
    expect(texts(spec({ personId: null }), 'G7')).toEqual([])
  })

  test('of any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
        expect(texts(spec({ validFrom: addDays('2026-11-22', days) }), 'G7')).toHaveLength(days <= 0 ? 1 : 0)
      }),
    )
  })
})

describe('G8 编制饷', () => {
  test('not paid and counted: a warning', () => {
    expect(findingsOf(run(book({ payStatus: [pay(false)] })), 'G8')).toEqual([
      {
        rule: 'G8',
        severity: 'warning',
        effect: 'none',
        unitId: '党政办',
        personId: '甲',
        text: '甲（党政办 干事）登记为不发工资，仍占用编制，计入实有。',
        remedy: '核对人事关系：已离开的办理出编，工资由别处发放的写明来源，应返岗的返岗。',
        facts: { 工资: '不发' },
      },
    ])
  })

  test('of any pay and person: only who is in 编制 and known not to be paid', () => {
    fc.assert(
      fc.property(fc.constantFrom(true, false, null), fc.boolean(), (paid, counted) => {
        const spec = book(
          { payStatus: paid === null ? [] : [pay(paid)] },
          { people: [counted ? seated('甲', '党政办') : AGENCY] },
        )
        expect(texts(spec, 'G8')).toHaveLength(paid === false && counted ? 1 : 0)
      }),
    )
  })
})
