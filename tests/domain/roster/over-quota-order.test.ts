import { describe, expect, test } from 'vitest'
import { overQuotaLines } from '../../../electron/domain/roster/over-quota-order.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { buildSnapshot, seated, type HoldingSpec, type SnapshotSpec } from '../../kit/snapshot.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 1 } }
const sits = (name: string, more: HoldingSpec = {}) => seated(name, '党政办', 'administrative', more)
const choice = (personId: string) => ({
  id: `指定-${personId}`,
  unitId: '党政办',
  category: 'administrative' as const,
  personId,
  reason: `经会议研究，${personId}`,
  validFrom: '2026-01-01',
  validTo: null,
})

/** The line's order; `together`: people who sit in the first one's post. */
function lineOf(spec: Partial<SnapshotSpec>, together: readonly string[] = [], off: readonly string[] = []) {
  const built = buildSnapshot({ units: [OFFICE], ...spec })
  const [first] = together
  const snapshot = {
    ...built,
    holdings: built.holdings.map((own) => (together.includes(own.personId) ? { ...own, postId: `${first}-岗0` } : own)),
  }
  const lines = overQuotaLines(snapshot, computeFigures(snapshot), new Set(off))
  expect(lines.length).toBeLessThanOrEqual(1)
  return lines[0]
}
const names = (...given: Parameters<typeof lineOf>) => lineOf(...given)?.order.map(({ personId }) => personId)

describe('the order in which people stand as over', () => {
  test('everybody in the line is in it, with how each was found; the first `count` are over', () => {
    const people = [
      sits('早', { enteredOn: '2001-05' }),
      sits('定', { enteredOn: '2005-03-08' }),
      sits('允', { enteredOn: '2003-01', dueOn: '2027-12-31' }),
      sits('无', { enteredOn: null, validFrom: '2010-02-03', lineSince: '2018-04-01' }),
    ]
    expect(lineOf({ people, overQuotaChoices: [choice('定')] })).toEqual({
      unitId: '党政办',
      category: 'administrative',
      count: 3,
      order: [
        {
          personId: '定',
          unitId: '党政办',
          category: 'administrative',
          by: 'choice',
          reason: '经会议研究，定',
          enteredOn: '2005-03-08',
          since: '2005-03-08',
          overUntil: null,
        },
        {
          personId: '允',
          unitId: '党政办',
          category: 'administrative',
          by: 'letIn',
          reason: null,
          enteredOn: '2003-01',
          since: '2003-01-01',
          overUntil: '2027-12-31',
        },
        {
          personId: '无',
          unitId: '党政办',
          category: 'administrative',
          by: 'latest',
          reason: null,
          enteredOn: null,
          since: '2018-04-01',
          overUntil: null,
        },
        {
          personId: '早',
          unitId: '党政办',
          category: 'administrative',
          by: 'latest',
          reason: null,
          enteredOn: '2001-05',
          since: '2001-05-01',
          overUntil: null,
        },
      ],
    })
  })

  test('of two the clerk named for one place, the one let in on purpose goes first, later entry or not', () => {
    const people = [sits('允', { enteredOn: '2001-05', dueOn: '2027-12-31' }), sits('后', { enteredOn: '2020-01' })]
    const overQuotaChoices = [choice('后'), choice('允')]
    expect(names({ people, overQuotaChoices })).toEqual(['允', '后'])
    expect(names({ people: people.toReversed(), overQuotaChoices })).toEqual(['允', '后'])
  })

  test.each<[string, HoldingSpec, HoldingSpec]>([
    ['the day in the line before 入编时间', { lineSince: '2020-01-01' }, { enteredOn: '2015-01' }],
    ['then 入编时间', { lineSince: '2020-01-01', enteredOn: '2012-01' }, { lineSince: '2020-01-01' }],
    ['then the later row', { validFrom: '2009-01-01' }, { validFrom: '2008-12-31' }],
  ])('of those who came last: %s', (_which, later, earlier) => {
    const [one, other] = [sits('甲', later), sits('乙', earlier)]
    expect(names({ people: [one, other] })).toEqual(['甲', '乙'])
    expect(names({ people: [other, one] })).toEqual(['甲', '乙'])
  })

  test('with nothing else between them the higher id', () => {
    expect(names({ people: [sits('p1'), sits('p2')] })).toEqual(['p2', 'p1'])
    expect(names({ people: [sits('p2'), sits('p1')] })).toEqual(['p2', 'p1'])
  })
})

describe('交接', () => {
  const handover: HoldingSpec = { enteredOn: '2001-01', overlapAllowed: true, dueOn: '2026-12-31' }
  const people = [sits('旧', { enteredOn: '2000-01' }), sits('新', handover), sits('他', { enteredOn: '2020-01' })]
  const how = (given: Parameters<typeof lineOf>) => lineOf(...given)?.order.find(({ personId }) => personId === '新')

  test('whoever takes over is over on purpose while both sit in the post', () => {
    expect(how([{ people }, ['旧', '新']])).toMatchObject({ by: 'letIn', overUntil: '2026-12-31' })
    expect(names({ people }, ['旧', '新'])).toEqual(['新', '他', '旧'])
  })

  test('and no longer once the other has gone from it', () => {
    expect(how([{ people }])).toMatchObject({ by: 'latest', overUntil: null })
    expect(names({ people })).toEqual(['他', '新', '旧'])
  })

  test('a guest in the post, or the same person’s second row there, is no second holder', () => {
    const guest = { name: '客', holdings: [{ unit: '党政办', kind: 'attached' as const }] }
    expect(how([{ people: [...people, guest] }, ['新', '客']])).toMatchObject({ by: 'latest' })
    const twice = {
      ...sits('新', handover),
      holdings: [
        ...sits('新', handover).holdings,
        { unit: '党政办', kind: 'concurrent' as const, occupiesQuota: true },
      ],
    }
    expect(how([{ people: [sits('旧'), twice, sits('他')] }, ['新']])).toMatchObject({ by: 'latest' })
  })
})

describe('people off the sheet for another reason', () => {
  const people = [sits('甲', { enteredOn: '2001-01' }), sits('乙', { enteredOn: '2002-01' })]

  test('use up the number first, and stand in no order', () => {
    expect(lineOf({ people }, [], ['甲'])).toBeUndefined()
    expect(
      lineOf({ people: [...people, sits('丙', { enteredOn: '2003-01' })] }, [], ['丙'])?.order.map(
        ({ personId }) => personId,
      ),
    ).toEqual(['乙', '甲'])
  })

  test('a line just at its quota has nobody over', () => {
    expect(lineOf({ people: people.slice(0, 1) })).toBeUndefined()
  })
})
