import { describe, expect, test } from 'vitest'
import { DEFAULT_DUTY_DATES } from '../../../electron/domain/duties/duty-dates.ts'
import { dutyList } from '../../../electron/domain/duties/duty-list.ts'
import { findingsOf, recordOf, run, seated, type SnapshotSpec } from '../../kit/snapshot.ts'

/* What plans ask of the everyday: a grid with a name on it, a posting before an appointment, a review of the team every year. */

const UNITS = [
  { name: '乡领导班子', kind: 'leadership' as const, quotas: { administrative: 8 }, leadershipQuota: 8 },
  { name: '党政办', kind: 'office' as const, quotas: { administrative: 8 } },
]
const texts = (packId: string, rule: string, spec: Omit<SnapshotSpec, 'units'>) =>
  findingsOf(run({ units: UNITS, packId, asOf: '2026-11-30', ...spec }), rule).map(({ text }) => text)
const PEOPLE = [seated('甲', '党政办'), seated('乙', '党政办')]

describe('R001-18 网格和专岗', () => {
  const grid = (content: object, personId: string | null = '甲') =>
    texts('seed-001', 'R001-18', {
      people: PEOPLE,
      records: {
        assignment: [
          recordOf(
            'assignment',
            { kind: 'grid', area: '东村第二网格', outsider: null, post: '网格员', duties: '巡查、代办', ...content },
            { personId, validFrom: '2026-01-01' },
          ),
        ],
      },
    })

  test('a name, a post and duties: silent; of a network of people outside the book a name is enough', () => {
    expect(grid({})).toEqual([])
    expect(grid({ outsider: '村干部某' }, null)).toEqual([])
  })
  test('what is missing is named; who left has the grid no longer', () => {
    expect(grid({}, null)).toEqual(['网格“东村第二网格”没有定人。'])
    expect(grid({ post: null, duties: '' })).toEqual(['网格“东村第二网格”没有定岗、定责。'])
    expect(grid({ kind: 'specialPost', area: '财政专岗', duties: null })).toEqual(['专岗“财政专岗”没有定责。'])
    expect(grid({}, '去某')).toEqual(['网格“东村第二网格”没有定人，原承担人已不在本乡镇。'])
  })
})

describe('R000-19 任前公示', () => {
  const spec = (result: 'clear' | 'upheld' | null, noticeTo: string, since: string) => ({
    people: [seated('甲', '党政办', 'administrative', { title: '副主任', validFrom: since })],
    records: {
      appointmentNotice: [
        recordOf(
          'appointmentNotice',
          { post: '副主任', previewFrom: null, previewTo: null, noticeTo, result },
          { personId: '甲', validFrom: '2026-11-02' },
        ),
      ],
    },
  })
  test('seated the day after its last day, without objection: silent; on its last day, or against an objection: not', () => {
    expect(texts('seed-000', 'R000-19', spec('clear', '2026-11-09', '2026-11-10'))).toEqual([])
    expect(texts('seed-000', 'R000-19', spec('clear', '2026-11-09', '2026-11-09'))).toEqual([
      '甲任副主任的任前公示到2026年11月9日期满，2026年11月9日已经任职。',
    ])
    expect(texts('seed-000', 'R000-19', spec('upheld', '2026-11-09', '2026-11-10'))).toEqual([
      '甲任副主任的任前公示异议成立，仍已任职。',
    ])
  })
  test('stands in 待办 until its result is written down', () => {
    const duties = (result: 'clear' | null) =>
      dutyList({
        snapshot: run({
          units: UNITS,
          packId: 'seed-000',
          asOf: '2026-11-05',
          ...spec(result, '2026-11-09', '2026-01-01'),
        }).snapshot,
        dates: DEFAULT_DUTY_DATES,
        marks: [],
        from: '2026-11-01',
        to: '2026-11-30',
        since: '2026-11-01',
      })
        .filter(({ duty }) => duty === 'appointment-notice')
        .map(({ title, dueOn }) => [title, dueOn])
    expect(duties(null)).toEqual([['甲拟任副主任任前公示期满', '2026-11-09']])
    expect(duties('clear')).toEqual([])
  })
})

describe('R000-20 述职评议', () => {
  const TEAM = ['书记', '乡长'].map((name) =>
    seated(name, '乡领导班子', 'administrative', { occupiesLeadership: true, validFrom: '2020-01-01' }),
  )
  const review = (personId: string, year: number) =>
    recordOf(
      'teamReview',
      { year, body: 'both', result: null },
      { personId, validFrom: `${year + 1}-01-20`, id: `${personId}${year}` },
    )
  const judged = (teamReview: ReturnType<typeof review>[]) =>
    texts('seed-000', 'R000-20', { people: TEAM, records: { teamReview } })
  test('both reviewed for the year that is over: silent; none ever kept here: silent; one forgotten: named', () => {
    expect(judged([review('书记', 2025), review('乡长', 2025)])).toEqual([])
    expect(judged([])).toEqual([])
    expect(judged([review('书记', 2025), review('乡长', 2024)])).toEqual([
      '2025 年没有登记述职评议的班子成员 1 人：乡长。',
    ])
  })
})

describe('R002-01 当年的培训', () => {
  const training = (personId: string, days: number, on: string) =>
    recordOf(
      'training',
      { title: '业务培训', organiser: null, trainingKind: 'general', days, hours: null },
      { personId, validFrom: on, id: `${personId}${on}` },
    )
  const judged = (asOf: string, thisYear: readonly number[]) =>
    texts('seed-002', 'R002-01', {
      asOf,
      people: PEOPLE,
      records: {
        training: [
          ...['甲', '乙'].map((name) => training(name, 12, '2025-03-01')),
          ...thisYear.map((days, place) => training(['甲', '乙'][place] ?? '', days, '2026-03-01')),
        ],
      },
    })
  test('the current year: from July on, whoever is short is told while a course can still be run; twelve days are enough', () => {
    expect(judged('2026-06-30', [3, 0.5])).toEqual([])
    expect(judged('2026-07-01', [3, 11.5])).toEqual(['2026 年到目前培训不足 12 天的 2 人：甲 3 天、乙 11.5 天。'])
    expect(judged('2026-11-30', [12, 11.5])).toEqual(['2026 年到目前培训不足 12 天的 1 人：乙 11.5 天。'])
    expect(judged('2026-11-30', [12, 12])).toEqual([])
  })
})
