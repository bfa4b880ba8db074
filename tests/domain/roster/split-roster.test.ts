import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overQuotaPeople } from '../../../electron/domain/roster/over-quota-order.ts'
import {
  buildSnapshot,
  crowd,
  findingsOf,
  inventedId,
  namesOn,
  run,
  seat,
  seated,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { randomTownship } from '../../kit/random-township.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 2 } }
const entered = (name: string, enteredOn: string | null, more = {}) =>
  seated(name, '党政办', 'administrative', { enteredOn, ...more })
const choice = (personId: string, id = '指定1') => ({
  id,
  unitId: '党政办',
  category: 'administrative' as const,
  personId,
  reason: '经会议研究',
  validFrom: '2026-01-01',
  validTo: null,
})
const over = (spec: SnapshotSpec, ineligible: readonly string[] = []) => {
  const snapshot = buildSnapshot(spec)
  return overQuotaPeople(snapshot, computeFigures(snapshot), new Set(ineligible)).map((own) => own.personId)
}

describe('who stands over quota', () => {
  const three = [entered('早', '2001-05'), entered('晚', '2011-09'), entered('中', '2008-07')]

  test('whoever entered last', () => {
    expect(over({ units: [OFFICE], people: three })).toEqual(['晚'])
  })

  test('a line at its quota has nobody over', () => {
    expect(over({ units: [OFFICE], people: three.slice(0, 2) })).toEqual([])
  })

  test("the clerk's choice goes before the order", () => {
    expect(over({ units: [OFFICE], people: three, overQuotaChoices: [choice('早')] })).toEqual(['早'])
  })

  test('a choice fills one place; the order fills the rest', () => {
    expect(
      over({ units: [OFFICE], people: [...three, entered('次', '2010-01')], overQuotaChoices: [choice('早')] }),
    ).toEqual(['早', '晚'])
  })

  test('a choice of somebody who has left the line is void', () => {
    expect(over({ units: [OFFICE], people: three, overQuotaChoices: [choice('调走的人')] })).toEqual(['晚'])
  })

  test('people off the sheet for another reason use up the number first', () => {
    expect(over({ units: [OFFICE], people: three }, ['早'])).toEqual([])
    expect(over({ units: [OFFICE], people: three, overQuotaChoices: [choice('早')] }, ['早'])).toEqual([])
    expect(over({ units: [OFFICE], people: [...three, entered('次', '2010-01')] }, ['早'])).toEqual(['晚'])
  })

  test('a month begins on its first: the 5th of it is later', () => {
    expect(
      over({
        units: [{ ...OFFICE, quotas: { administrative: 1 } }],
        people: [entered('五日', '2011-09-05'), entered('只有月', '2011-09')],
      }),
    ).toEqual(['五日'])
  })

  test('without 入编时间 the day the book has them from stands in', () => {
    expect(
      over({ units: [OFFICE], people: [...three.slice(0, 2), entered('无', null, { validFrom: '2026-11-01' })] }),
    ).toEqual(['无'])
  })
})

describe('lists', () => {
  test('借出 stays on the own list', () => {
    const result = run({
      units: [OFFICE],
      people: [{ name: '许某', holdings: [seat('党政办'), { kind: 'secondedOut', counterpart: '县局' }] }],
    })
    expect(result.roster).toMatchObject([{ personId: '许某', list: 'in-quota', secondedOutHoldingId: '许某-任1' }])
  })

  test('D1 puts both off the sheet, and their seats are not given to others', () => {
    const number = inventedId('1985-06-15', '男', 1)
    const result = run({
      units: [OFFICE],
      people: [
        { ...entered('甲', '2001-01'), birth: '1985-06-15', idNumber: number },
        { ...entered('乙', '2002-01'), birth: '1985-06-15', idNumber: null, disputedIdNumber: number },
        entered('丙', '2003-01'),
      ],
    })
    expect(namesOn(result, 'non-compliant')).toEqual(['甲', '乙'])
    expect(namesOn(result, 'in-quota')).toEqual(['丙'])
    expect(namesOn(result, 'over-quota')).toEqual([])
  })

  test('a set-apart row that claims 编制 is non-compliant, not 编外', () => {
    const result = run({
      units: [OFFICE],
      people: [
        {
          name: '聘某',
          holdings: [
            {
              unit: '党政办',
              kind: 'offQuota',
              offQuotaKind: 'selfHired',
              category: 'administrative',
              occupiesQuota: true,
            },
          ],
        },
      ],
    })
    expect(result.roster).toMatchObject([{ list: 'non-compliant', why: expect.stringContaining('却登记为占用编制') }])
  })

  test('编外 and 借入 people with nothing else stay set apart although their facts are incomplete', () => {
    const result = run({
      units: [OFFICE],
      people: [
        {
          name: '聘某',
          idNumber: null,
          holdings: [{ unit: '党政办', kind: 'offQuota', offQuotaKind: 'purchasedService' }],
        },
        { name: '挂某', idNumber: null, holdings: [{ unit: '党政办', kind: 'attached', counterpart: '县局' }] },
      ],
    })
    expect(result.roster.map((entry) => [entry.personId, entry.list, entry.why])).toEqual([
      ['聘某', 'off-quota', '政府购买服务人员，没有编制，另列编外台账。'],
      ['挂某', 'seconded', '挂职人员，编制在原单位（县局）。'],
    ])
  })

  test('a post that uses no 编制 and is nothing else is on the non-compliant list, with its finding', () => {
    const result = run({ units: [OFFICE], people: [{ name: '某', holdings: [{ unit: '党政办' }] }] })
    expect(namesOn(result, 'non-compliant')).toEqual(['某'])
    expect(findingsOf(result, 'C2')).toHaveLength(1)
  })

  test('of any township: everybody present on exactly one list, none beyond the quota on the public one, every other entry with its reason', () => {
    fc.assert(
      fc.property(randomTownship, (spec) => {
        const { snapshot, figures, findings, roster } = run(spec)
        const present = [...new Set(snapshot.holdings.map((holding) => holding.personId))].sort()
        expect(roster.map((entry) => entry.personId).sort()).toEqual(present)
        const inQuota = new Set(roster.filter((entry) => entry.list === 'in-quota').map((entry) => entry.personId))
        for (const line of figures.lines)
          expect(line.personIds.filter((id) => inQuota.has(id)).length).toBeLessThanOrEqual(line.quota)
        for (const line of figures.misplaced) expect(line.personIds.some((id) => inQuota.has(id))).toBe(false)
        expect(
          findings.filter(
            (finding) =>
              (finding.effect === 'eligibility' || finding.effect === 'overQuota') &&
              inQuota.has(finding.personId ?? ''),
          ),
        ).toEqual([])
        for (const entry of roster) expect(entry.why === null).toBe(entry.list === 'in-quota')
        const called = new Set(
          findings.filter((finding) => finding.effect === 'overQuota').map((finding) => finding.personId),
        )
        expect(called).toEqual(
          new Set(roster.filter((entry) => entry.list === 'over-quota').map((entry) => entry.personId)),
        )
      }),
    )
  })

  test('of any township: nobody is called over while a seat of the line is free on the public list', () => {
    fc.assert(
      fc.property(randomTownship, (spec) => {
        const { figures, roster } = run(spec)
        const listOf = new Map(roster.map((entry) => [entry.personId, entry.list]))
        const lines = figures.lines
          .map((line) => ({ quota: line.quota, lists: line.personIds.map((id) => listOf.get(id)) }))
          .filter(({ lists }) => lists.includes('over-quota'))
        for (const { quota, lists } of lines) expect(lists.filter((list) => list === 'in-quota')).toHaveLength(quota)
      }),
    )
  })

  test('the same people in another order stand on the same lists', () => {
    const spec: SnapshotSpec = { units: [OFFICE], people: crowd(4, '甲', '党政办') }
    const turned = {
      ...spec,
      people: (spec.people ?? []).toReversed().map((person) => ({ ...person, birth: '1985-06' })),
    }
    const straight = { ...spec, people: (spec.people ?? []).map((person) => ({ ...person, birth: '1985-06' })) }
    expect([...namesOn(run(turned), 'over-quota')].sort()).toEqual([...namesOn(run(straight), 'over-quota')].sort())
  })
})
