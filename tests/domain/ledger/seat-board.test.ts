import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seatBoard, type Seat, type SeatBoard } from '../../../electron/domain/ledger/told/seat-board.ts'
import type { BookSnapshot } from '../../../electron/domain/model/book-snapshot.ts'
import { addDays } from '../../../electron/domain/model/plain-date.ts'
import {
  AS_OF,
  buildSnapshot,
  crowd,
  namesOn,
  run,
  runSnapshot,
  seat,
  seated,
  type SnapshotSpec,
} from '../../kit/snapshot.ts'
import { randomTownship } from '../../kit/random-township.ts'
import { SAMPLE_TOWNSHIP } from '../../kit/sample-township.ts'

const OFFICE = { name: '党政办', quotas: { administrative: 3 } }
const APPROVAL = {
  id: '核准1',
  unitId: '党政办',
  category: 'administrative' as const,
  amount: 2,
  number: '用编〔2026〕3号',
  expiresOn: null,
  personId: null,
  validFrom: '2026-01-01',
  validTo: null,
}

function boardOf(snapshot: BookSnapshot): SeatBoard {
  const { figures, roster } = runSnapshot(snapshot)
  return seatBoard(snapshot, figures, roster)
}
const board = (spec: SnapshotSpec) => boardOf(buildSnapshot(spec))
const seatsIn = (of: SeatBoard, unit: string): readonly Seat[] =>
  of.units.filter((own) => own.unit.id === unit).flatMap((own) => own.lines.flatMap((line) => line.seats))
const drawn = (of: SeatBoard, unit: string) => seatsIn(of, unit).map((own) => [own.state, own.name ?? own.post])
const withPosts = (spec: SnapshotSpec, posts: BookSnapshot['posts']): BookSnapshot => {
  const snapshot = buildSnapshot(spec)
  return { ...snapshot, posts: [...snapshot.posts, ...posts] }
}
const post = (id: string, state: 'planned' | 'inUse' | 'frozen' | 'abolished' = 'inUse', unitId = '党政办') => ({
  id,
  unitId,
  title: id,
  leadership: null,
  state,
})

describe('one line', () => {
  test('people, then what is reserved, then what is free', () => {
    expect(
      drawn(
        board({
          units: [{ name: '党政办', quotas: { administrative: 4 } }],
          people: crowd(1, '甲', '党政办'),
          approvals: [APPROVAL],
        }),
        '党政办',
      ),
    ).toEqual([
      ['filled', '甲1'],
      ['reserved', '用编〔2026〕3号'],
      ['reserved', '用编〔2026〕3号'],
      ['vacant', ''],
    ])
  })

  test('a seat that was taken by approval is no longer reserved', () => {
    const people = [seated('到', '党政办', 'administrative', { approvalId: '核准1' })]
    expect(drawn(board({ units: [OFFICE], people, approvals: [APPROVAL] }), '党政办')).toEqual([
      ['filled', '到'],
      ['reserved', '用编〔2026〕3号'],
      ['vacant', ''],
    ])
  })

  test('frozen posts first, then posts nobody holds, then bare numbers; abolished ones never', () => {
    const snapshot = withPosts(
      { units: [{ name: '党政办', quotas: { administrative: 4 } }], people: crowd(1, '甲', '党政办') },
      [post('统计员'), post('会计', 'frozen'), post('打字员', 'abolished')],
    )
    expect(drawn(boardOf(snapshot), '党政办')).toEqual([
      ['filled', '甲1'],
      ['frozen', '会计'],
      ['vacant', '统计员'],
      ['vacant', ''],
    ])
  })

  test('a free post of a full line is no seat', () => {
    expect(
      drawn(boardOf(withPosts({ units: [OFFICE], people: crowd(3, '甲', '党政办') }, [post('统计员')])), '党政办').map(
        ([state]) => state,
      ),
    ).toEqual(['filled', 'filled', 'filled'])
  })

  test('a post held by a 借入 person is not free', () => {
    const people = [{ name: '借', holdings: [{ unit: '党政办', kind: 'secondedIn' as const, title: '文秘' }] }]
    expect(drawn(board({ units: [{ name: '党政办', quotas: { administrative: 1 } }], people }), '党政办')).toEqual([
      ['vacant', ''],
    ])
  })

  test('over are the people of the over-quota list, whatever the tolerance', () => {
    const people = [...crowd(3, '甲', '党政办'), seated('新', '党政办', 'administrative', { enteredOn: '2020-01' })]
    const tolerances = [
      {
        id: '溢',
        unitId: null,
        category: null,
        amount: 2,
        percent: null,
        documentNumber: '山编〔2026〕1号',
        validFrom: '2026-01-01',
        validTo: null,
      },
    ]
    const result = board({ units: [OFFICE], people, tolerances })
    expect(drawn(result, '党政办').at(-1)).toEqual(['over', '新'])
    expect(result.units[0]?.lines[0]?.line).toMatchObject({ over: 1, tolerance: 2 })
  })

  test('where somebody kept off the sheet uses up the excess, they are the one beyond', () => {
    const people = [
      ...crowd(3, '甲', '党政办'),
      { name: '退', birth: '1960-01', holdings: [seat('党政办', 'administrative', { enteredOn: '1985-01' })] },
    ]
    const spec = { units: [OFFICE], people }
    expect(namesOn(run(spec), 'over-quota')).toEqual([])
    expect(drawn(board(spec), '党政办').filter(([state]) => state === 'over')).toEqual([['over', '退']])
  })

  test('away, yet seated: the mark says where', () => {
    const people = [
      { name: '借', holdings: [seat('党政办'), { kind: 'secondedOut' as const, counterpart: '县局' }] },
      { name: '挂', holdings: [seat('党政办'), { kind: 'secondedOut' as const, counterpart: '县局', remark: '挂职' }] },
      { name: '病', holdings: [seat('党政办')] },
    ]
    const absences = [
      {
        id: '病休1',
        personId: '病',
        kind: 'sickLeave' as const,
        documentNumber: null,
        dueOn: null,
        validFrom: '2026-11-01',
        validTo: null,
      },
    ]
    expect(seatsIn(board({ units: [OFFICE], people, absences }), '党政办').map((own) => [own.name, own.mark])).toEqual([
      ['借', '借出'],
      ['挂', '挂职'],
      ['病', '病休'],
    ])
  })
})

test('somebody lent out and ill has both marks', () => {
  const people = [{ name: '借', holdings: [seat('党政办'), { kind: 'secondedOut' as const, counterpart: '县局' }] }]
  const absences = [
    {
      id: '病休1',
      personId: '借',
      kind: 'sickLeave' as const,
      documentNumber: null,
      dueOn: null,
      validFrom: '2026-11-01',
      validTo: null,
    },
  ]
  expect(seatsIn(board({ units: [OFFICE], people, absences }), '党政办')[0]).toEqual({
    state: 'filled',
    postId: expect.any(String),
    post: expect.any(String),
    personId: '借',
    name: '借',
    mark: '借出、病休',
    barred: false,
  })
})

test('free posts go to the 编制 of the unit’s own nature first, each post once', () => {
  const centre = { name: '农服中心', kind: 'institution' as const, quotas: { administrative: 1, institution: 1 } }
  const of = boardOf(withPosts({ units: [centre] }, [post('护林员', 'planned', '农服中心')]))
  expect(
    of.units.flatMap((own) => own.lines.map(({ line, seats }) => [line.category, ...seats.map((each) => each.post)])),
  ).toEqual([
    ['institution', '护林员'],
    ['administrative', ''],
  ])
})

describe('beside the seats', () => {
  test('兼任 stands in its unit with where it comes from', () => {
    const people = [
      { name: '兼', holdings: [seat('党政办'), { unit: '财政所', kind: 'concurrent' as const, title: '会计' }] },
    ]
    const result = board({ units: [OFFICE, { name: '财政所', kind: 'institution' }], people })
    expect(result.units.find((own) => own.unit.id === '财政所')?.concurrent).toEqual([
      { name: '兼', post: '会计', from: '党政办' },
    ])
  })

  test('the tray: 混编, 待安排, approved and not arrived', () => {
    const people = [
      seated('混', '财政所'),
      seated('免', '党政办', 'administrative', { title: '待安排' }),
      { name: '准', holdings: [] },
    ]
    const approvals = [{ ...APPROVAL, amount: 1, personId: '准' }]
    const result = board({
      units: [OFFICE, { name: '财政所', kind: 'institution', quotas: { institution: 3 } }],
      people,
      approvals,
    })
    expect(result.tray).toEqual([
      { personId: '混', name: '混', why: '混编：财政所是事业单位，没有行政编制' },
      { personId: '免', name: '免', why: '待安排：占党政办编制，没有岗位' },
      { personId: '准', name: '准', why: '已核准未到位：党政办（用编〔2026〕3号）' },
    ])
    expect(seatsIn(result, '党政办').filter((own) => own.state === 'reserved')).toMatchObject([
      { personId: '准', name: '准' },
    ])
  })

  test('the tray: somebody in a post who was not said to use 编制; no guest, and nobody who is lent here', () => {
    const loose = { unit: '党政办', kind: 'substantive' as const, title: '文秘' }
    const people = [
      { name: '未', holdings: [loose] },
      { name: '借', holdings: [{ unit: '党政办', kind: 'secondedIn' as const, title: '文秘' }] },
      seated('在', '党政办'),
    ]
    expect(board({ units: [OFFICE], people }).tray).toEqual([
      { personId: '未', name: '未', why: '有任职，未登记占用编制' },
    ])
  })

  test('who has come by the approval waits in no tray', () => {
    const people = [seated('准', '党政办', 'administrative', { approvalId: '核准1' })]
    const approvals = [{ ...APPROVAL, amount: 1, personId: '准' }]
    expect(board({ units: [OFFICE], people, approvals }).tray).toEqual([])
  })

  test('the sample: the over-quota two are the ones drawn as over', () => {
    const result = board(SAMPLE_TOWNSHIP)
    expect(
      result.units
        .flatMap((own) => own.lines.flatMap((line) => line.seats))
        .filter((own) => own.state === 'over')
        .map((own) => own.name),
    ).toEqual(['沈桂芳', '姜美玲'])
    expect(result.tray.map((entry) => entry.name)).toEqual(['范雪'])
  })
})

test('of any township: the seats add up to the figures, and nobody sits twice', () => {
  fc.assert(
    fc.property(randomTownship, (spec) => {
      const snapshot = buildSnapshot(spec)
      const { figures, roster } = runSnapshot(snapshot)
      const result = seatBoard(snapshot, figures, roster)
      const lines = result.units.flatMap((own) => own.lines)
      expect(lines).toHaveLength(figures.lines.length)
      for (const { line, seats } of lines) {
        const count = (...states: readonly Seat['state'][]) => seats.filter((own) => states.includes(own.state)).length
        expect([count('filled', 'over'), count('over'), count('reserved'), count('vacant', 'frozen')]).toEqual([
          line.actual,
          line.over,
          line.reserved,
          line.vacancy,
        ])
        const overQuota = roster
          .filter((entry) => entry.list === 'over-quota' && line.personIds.includes(entry.personId))
          .map((entry) => entry.personId)
        for (const personId of overQuota) expect(seats.find((own) => own.personId === personId)?.state).toBe('over')
      }
      const sitting = lines.flatMap((line) => line.seats.flatMap((own) => own.personId ?? []))
      expect(new Set(sitting).size).toBe(sitting.length)
    }),
    { numRuns: 150 },
  )
})

test('400 units and 10,000 people are all drawn', () => {
  const units = Array.from({ length: 400 }, (_, place) => ({ name: `机构${place}`, quotas: { administrative: 26 } }))
  const people = units.flatMap((unit, place) =>
    Array.from({ length: 25 }, (_, turn) => ({
      name: `甲${place}-${turn}`,
      idNumber: null,
      birth: null,
      holdings: [seat(unit.name, 'administrative', { validFrom: addDays(AS_OF, -turn) })],
    })),
  )
  const snapshot = buildSnapshot({ units, people })
  const { figures, roster } = runSnapshot(snapshot)
  const result = seatBoard(snapshot, figures, roster)
  expect(result.units).toHaveLength(400)
  expect(
    result.units.flatMap((unit) => unit.lines.flatMap((own) => own.seats.filter((taken) => taken.state === 'filled'))),
  ).toHaveLength(10_000)
})
