import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { splitRoster } from '../../../electron/domain/roster/split-roster.ts'
import { buildSnapshot, seat, seated, type HoldingSpec, type SnapshotSpec } from '../../kit/snapshot.ts'

const UNITS = [
  { name: '党政办', quotas: { administrative: 1 } },
  { name: '经发办', quotas: { administrative: 2 } },
]

function entries(spec: Partial<SnapshotSpec>, findings: readonly Finding[] = []) {
  const snapshot = buildSnapshot({ units: UNITS, ...spec })
  return splitRoster(snapshot, computeFigures(snapshot), findings)
}

const finding = (personId: string | null, more: Partial<Finding> = {}): Finding => ({
  rule: 'C1',
  severity: 'error',
  effect: 'none',
  unitId: null,
  personId,
  text: '',
  remedy: '',
  facts: {},
  ...more,
})
const uncounted: HoldingSpec = { unit: '党政办' }
const guest: HoldingSpec = { unit: '党政办', kind: 'secondedIn', counterpart: '县局' }
const attached: HoldingSpec = { unit: '党政办', kind: 'attached' }
const hired: HoldingSpec = { unit: '经发办', kind: 'offQuota', offQuotaKind: 'selfHired' }

describe('which row says where somebody belongs', () => {
  test.each<[string, readonly HoldingSpec[], string, number]>([
    ['a counted seat before 编外', [hired, seat('党政办')], 'in-quota', 1],
    ['编外 before 挂职', [attached, hired], 'off-quota', 1],
    ['借入 before a post that counts for nothing', [uncounted, guest], 'seconded', 1],
    ['挂职 before a post that counts for nothing', [uncounted, attached], 'seconded', 1],
    ['编外 before a post that counts for nothing', [uncounted, hired], 'off-quota', 1],
    ['else whatever they have', [uncounted], 'non-compliant', 0],
  ])('%s', (_which, holdings, list, place) => {
    expect(entries({ people: [{ name: '甲', holdings }] })).toMatchObject([{ list, holdingId: `甲-任${place}` }])
  })

  test('a counted seat in a unit that is not there that day is nobody’s seat', () => {
    const snapshot = buildSnapshot({ units: UNITS, people: [seated('甲', '经发办')] })
    const gone = { ...snapshot, units: snapshot.units.filter((unit) => unit.id !== '经发办') }
    expect(splitRoster(gone, computeFigures(gone), [])).toMatchObject([
      { list: 'non-compliant', why: '没有登记占用编制，编制情况待核。' },
    ])
  })
})

describe('order', () => {
  test('units as they stand, people as they stand, whoever sits nowhere here last', () => {
    const people = [
      { name: '外', holdings: [{ kind: 'secondedOut' as const, counterpart: '县局' }] },
      seated('乙', '经发办'),
      seated('甲', '党政办'),
      seated('丙', '经发办'),
    ]
    expect(entries({ people }).map(({ personId }) => personId)).toEqual(['甲', '乙', '丙', '外'])
  })
})

describe('an entry', () => {
  test('names the other posts, and where the person is lent to', () => {
    const holdings: readonly HoldingSpec[] = [
      seat('党政办'),
      { unit: '经发办', kind: 'concurrent' },
      { unit: '党政办', kind: 'concurrent', validFrom: '2015-01-01' },
      { kind: 'secondedOut', counterpart: '县局' },
    ]
    expect(entries({ people: [{ name: '甲', holdings }] })).toMatchObject([
      { holdingId: '甲-任0', concurrentHoldingIds: ['甲-任1', '甲-任2'], secondedOutHoldingId: '甲-任3' },
    ])
  })

  test('not the row it stands for itself', () => {
    const counted: HoldingSpec = { ...seat('党政办'), kind: 'concurrent' }
    const lentAlone: HoldingSpec = { kind: 'secondedOut', counterpart: '县局' }
    expect(
      entries({
        people: [
          { name: '兼', holdings: [counted, { unit: '经发办', kind: 'concurrent', validFrom: '2015-01-01' }] },
          { name: '借', holdings: [lentAlone] },
        ],
      }),
    ).toMatchObject([
      { personId: '兼', holdingId: '兼-任0', concurrentHoldingIds: ['兼-任1'], secondedOutHoldingId: null },
      { personId: '借', holdingId: '借-任0', concurrentHoldingIds: [], secondedOutHoldingId: null },
    ])
  })

  test('tells each rule once, in the order of the findings, of this person alone', () => {
    const findings = [
      finding('甲', { rule: 'E1' }),
      finding('乙', { rule: 'D2' }),
      finding(null, { rule: 'A1' }),
      finding('甲', { rule: 'C2' }),
      finding('甲', { rule: 'E1' }),
    ]
    expect(entries({ people: [seated('甲', '党政办'), seated('乙', '经发办')] }, findings)).toMatchObject([
      { personId: '甲', rules: ['E1', 'C2'] },
      { personId: '乙', rules: ['D2'] },
    ])
  })
})

describe('why somebody is there', () => {
  const three = ['甲', '乙'].map((name, turn) =>
    seated(name, '党政办', 'administrative', { enteredOn: `200${turn}-01` }),
  )
  const why = (personId: string, people: SnapshotSpec['people'], findings: readonly Finding[] = []) =>
    entries(people === undefined ? {} : { people }, findings).find((entry) => entry.personId === personId)?.why

  test('over quota: the rule’s sentence, and without one a plain word; nothing of other findings', () => {
    expect(why('乙', three)).toBe('所在机构超编，列为超编人员。')
    expect(
      why('乙', three, [
        finding('乙', { text: '学历没有登记。' }),
        finding('乙', { effect: 'overQuota', text: '核定 1 名，按入编先后列为超编。' }),
      ]),
    ).toBe('核定 1 名，按入编先后列为超编。')
  })

  test('non-compliant: every sentence that keeps them off the sheet', () => {
    expect(
      why('甲', three, [
        finding('甲', { effect: 'eligibility', text: '身份证号重复。' }),
        finding('甲', { text: '学历没有登记。' }),
        finding('甲', { effect: 'eligibility', text: '没有编制类型。' }),
      ]),
    ).toBe('身份证号重复。没有编制类型。')
  })

  test('借入 with and without the unit they come from; nobody on the public list has a why', () => {
    expect(why('客', [{ name: '客', holdings: [guest] }])).toBe('借入人员，编制在原单位（县局）。')
    expect(why('客', [{ name: '客', holdings: [{ ...guest, counterpart: null }] }])).toBe('借入人员，编制在原单位。')
    expect(why('甲', three)).toBeNull()
  })

  test('a finding against somebody who claims no 编制 does not take them from their list', () => {
    expect(
      entries({ people: [{ name: '客', holdings: [guest] }] }, [
        finding('客', { effect: 'eligibility', text: '缺照片。' }),
      ]),
    ).toMatchObject([{ list: 'seconded' }])
  })
})
