import { expect, test } from 'vitest'
import { dueDuties } from '../../../electron/domain/duties/due-duties.ts'
import { dutyList } from '../../../electron/domain/duties/duty-list.ts'
import { DEFAULT_DUTY_DATES } from '../../../electron/domain/duties/duty-dates.ts'
import { buildSnapshot, recordOf, seat, seated } from '../../kit/snapshot.ts'

const book = (asOf: string) =>
  buildSnapshot({
    asOf,
    units: [
      { name: '领导班子', kind: 'leadership', quotas: { administrative: 5 } },
      { name: '农技站', kind: 'institution', quotas: { institution: 5 } },
    ],
    people: [
      {
        name: '甲',
        holdings: [seat('领导班子', 'administrative', { title: '副乡长', leadership: 'deputy', postSince: '2016-12' })],
      },
      seated('乙', '农技站', 'institution'),
    ],
    records: {
      contract: [
        recordOf(
          'contract',
          { number: null, years: 3, firstEmployment: false },
          { personId: '乙', validFrom: '2024-01-16', validTo: '2027-01-16' },
        ),
      ],
    },
  })
const told = (asOf: string, until: string) =>
  dueDuties(book(asOf), until).map(({ title, from, dueOn }) => [title, from, dueOn])

test('what falls due for somebody is a duty by its last day; what many lack is one duty a year', () => {
  expect(told('2026-11-22', '2027-02-28')).toEqual([
    ['甲任副乡长满 8 年', '2024-12-01', '2024-12-31'],
    ['甲任副乡长满 10 年', '2026-12-01', '2026-12-31'],
    ['乙聘用合同期满', null, '2027-01-15'],
    ['2025 年度考核 2 人没有登记', null, '2026-01-31'],
    ['2026 年培训 2 人不足或没有登记', null, '2026-12-31'],
  ])
})

test('nothing later than the range; each says its arithmetic and its document', () => {
  expect(told('2026-11-22', '2026-11-30').map(([title]) => title)).not.toContain('乙聘用合同期满')
  expect(dueDuties(book('2026-11-22'), '2027-02-28')[2]).toMatchObject({
    detail: '2024年1月16日至 2027年1月15日（合同写明的止日）。',
    source: '事业单位人事管理条例；事业单位工作人员考核规定 第十二条；第十八条',
    personId: '乙',
  })
})

test('they stand in 待办 within its range, and one that is marked done says so', () => {
  const list = (marks: readonly { duty: string; period: string }[]) =>
    dutyList({
      snapshot: book('2026-11-22'),
      dates: DEFAULT_DUTY_DATES,
      marks: marks.map((mark) => ({ ...mark, doneOn: '2026-11-20', note: null })),
      from: '2027-01-01',
      to: '2027-01-31',
      since: '2027-01-31',
    }).filter(({ duty }) => duty.startsWith('due-'))
  const [contract, ...others] = list([])
  expect([contract?.state, contract?.dueOn, others]).toEqual(['ahead', '2027-01-15', []])
  expect(list([{ duty: 'due-contract', period: contract?.period ?? '' }])[0]?.state).toBe('done')
})

test('what must be said in writing before an arranged retirement is a duty; the retirement is one of its own', () => {
  const snapshot = buildSnapshot({
    asOf: '2026-11-22',
    units: [{ name: '党政办', quotas: { administrative: 5 } }],
    people: [
      {
        ...seated('丙', '党政办'),
        birth: '1966-12',
        retirementArrangement: { kind: 'earlyFlexible', month: '2027-02', documentNumber: null },
      },
    ],
  })
  expect(
    dueDuties(snapshot, '2027-02-28')
      .filter(({ duty }) => duty === 'due-retirement')
      .map(({ title, from, dueOn }) => [title, from, dueOn]),
  ).toEqual([['丙弹性提前退休：书面告知单位', '2026-11-01', '2026-11-30']])
})
