import { describe, expect, test } from 'vitest'
import type { SeatView } from '../../electron/contract/reading-operations.ts'
import { awaitedPeople, boardRows, countSeats } from '../../renderer/features/seats/board-rows.ts'
import type { BoardSeat, SeatUnit } from '../../renderer/features/seats/board-rows.ts'
import { doorOf, refusal, seatParams } from '../../renderer/features/seats/seat-door.ts'
import { seatLabel, seatText, seatTitle } from '../../renderer/features/seats/seat-looks.ts'
import { nearestBox } from '../../renderer/ui/nearest-box.ts'

function seat(over: Partial<SeatView> = {}): SeatView {
  return {
    state: 'filled',
    postId: 'post',
    post: '科员',
    category: '行政编制',
    categoryCode: 'administrative',
    personId: 'p1',
    name: '祝一帆',
    mark: null,
    barred: false,
    ...over,
  }
}
const VACANT = seat({ state: 'vacant', personId: null, name: null, post: '' })

function unit(unitId: string, seats: readonly SeatView[], concurrent: SeatUnit['concurrent'] = []): SeatUnit {
  const line: SeatUnit['lines'][number] = {
    categoryCode: 'administrative',
    category: '行政编制',
    quota: seats.length,
    actual: seats.length,
    reserved: 0,
    over: 0,
    vacancy: 0,
    tolerance: 0,
    seats: [...seats],
  }
  return { unitId, unit: unitId, kind: 'office', lines: seats.length === 0 ? [] : [line], concurrent }
}

function place(over: Partial<SeatView>): BoardSeat {
  return { key: 'k', unitId: 'u7', unit: '财政所', seat: seat(over) }
}

describe('the board', () => {
  test('a unit with two kinds of quota is named once; the township, which holds none, has no row', () => {
    const two = unit('财政所', [seat()])
    const rows = boardRows([
      unit('乡', []),
      { ...two, lines: [...two.lines, { ...two.lines[0]!, categoryCode: 'institution', category: '事业编制' }] },
    ])
    expect(rows.map((row) => [row.unit, row.first, row.line?.category])).toEqual([
      ['财政所', true, '行政编制'],
      ['财政所', false, '事业编制'],
    ])
  })

  test('兼任 stands in the unit where it is held and leads to the person on their own seat', () => {
    const rows = boardRows([
      unit('党政办', [seat({ personId: 'p9', name: '褚二' })]),
      unit('纪委', [seat({ personId: 'p2', name: '褚二' })], [{ name: '褚二', post: '纪检员', from: '党政办' }]),
    ])
    expect(rows[1]?.concurrent).toMatchObject([{ name: '褚二', personId: 'p9' }])
    expect(rows[0]?.concurrent).toEqual([])
  })

  test('a unit without quota still shows who holds a post in it besides their own', () => {
    expect(boardRows([unit('河长办', [], [{ name: '外人', post: '主任', from: '县里' }])])).toMatchObject([
      { line: null, concurrent: [{ personId: null }] },
    ])
  })

  test('two of the same name elsewhere are not mixed up: no door rather than the wrong one', () => {
    const rows = boardRows([
      unit('甲', [seat({ personId: 'p1', name: '同名' })]),
      unit('乙', [seat({ personId: 'p2', name: '同名' })]),
      unit('丙', [], [{ name: '同名', post: '主任', from: '已撤' }]),
    ])
    expect(rows[2]?.concurrent[0]?.personId).toBeNull()
  })

  test('counts what it draws', () => {
    const rows = boardRows([
      unit('甲', [seat(), seat({ state: 'over' })]),
      unit('乙', [seat({ state: 'reserved' }), VACANT, VACANT]),
    ])
    expect(countSeats(rows)).toEqual({ filled: 1, over: 1, reserved: 1, vacant: 2, frozen: 0 })
    expect([...awaitedPeople(rows)]).toEqual(['p1'])
  })
})

describe('what a seat says', () => {
  test.each([
    [{}, '祝一帆'],
    [{ state: 'vacant', personId: null, name: null }, '空'],
    [{ state: 'reserved', personId: null, name: null }, '待到位'],
    [{ state: 'reserved' }, '祝一帆'],
    [{ state: 'frozen', personId: null, name: null }, '冻结'],
  ] as const)('%o reads %s', (over, text) => expect(seatText(seat(over))).toBe(text))

  test('a promised seat carries the end of its approval, a post its whole title', () => {
    expect(seatTitle(seat({ state: 'reserved', post: '山编办核〔2026〕18号' }))).toBe('〔2026〕18号')
    expect(seatTitle(seat({ post: '党委委员、武装部长' }))).toBe('党委委员、武装部长')
  })

  test('is said in full to those who cannot see its shape', () => {
    expect(seatLabel('党政办', seat({ state: 'over', mark: '借出' }))).toBe('党政办 行政编制 科员 祝一帆 超 借出 超编')
    expect(seatLabel('党政办', VACANT)).toBe('党政办 行政编制 空编')
  })
})

describe('where a seat leads', () => {
  const HERE = { personId: 'p3', name: '祝三江', arrived: true }

  test('a holder, over quota or not yet arrived, is a door to the person', () => {
    for (const state of ['filled', 'over', 'reserved'] as const)
      expect(doorOf(place({ state }))).toEqual({ to: 'person', personId: 'p1' })
  })

  test('an empty seat begins 入编 in its unit, category and post', () => {
    expect(doorOf(place({ state: 'vacant', personId: null, name: null, post: '会计' }))).toEqual({
      to: 'event',
      params: { event: 'entry', unit: 'u7', category: 'administrative', post: '会计' },
    })
  })

  test('a promised seat shows the number of its approval, which is no post', () => {
    expect(doorOf(place({ state: 'reserved', personId: null, name: null, post: '山编办〔2026〕8号' }))).toEqual({
      to: 'event',
      params: { event: 'entry', unit: 'u7', category: 'administrative' },
    })
  })

  test('a frozen seat takes nobody: it leads to 解冻', () => {
    expect(doorOf(place({ state: 'frozen', personId: null, name: null }))).toMatchObject({
      params: { event: 'post.unfreeze', unit: 'u7', post: '科员' },
    })
  })

  test('only an empty seat takes someone, the others say why not', () => {
    expect(refusal(place({ state: 'vacant' }), HERE)).toBeNull()
    expect(refusal(place({ state: 'filled' }), HERE)).toContain('有人')
    expect(refusal(place({ state: 'over' }), HERE)).toContain('有人')
    expect(refusal(place({ state: 'frozen' }), HERE)).toContain('解冻')
    expect(refusal(place({ state: 'reserved', personId: 'p1' }), HERE)).toContain('已核准')
    expect(refusal(place({ state: 'reserved', personId: null }), HERE)).toContain('已核准')
  })

  test('the seat kept for someone takes them, and that is 到位', () => {
    const kept = place({ state: 'reserved', personId: 'p1', post: '山编办〔2026〕8号' })
    const awaited = { personId: 'p1', name: '祝一帆', arrived: false }
    expect(refusal(kept, awaited)).toBeNull()
    expect(refusal(place({ state: 'vacant', personId: null }), awaited)).toContain('留的座位')
    expect(seatParams('p1', kept)).toEqual({ event: 'arrival', who: 'p1' })
  })

  test('putting someone on a seat asks for 内部调整, with the post where the seat has one', () => {
    expect(seatParams('p3', place({ state: 'vacant', post: '' }))).toEqual({
      event: 'move',
      who: 'p3',
      unit: 'u7',
      category: 'administrative',
    })
    expect(seatParams('p3', place({ state: 'vacant', post: '会计' }))).toMatchObject({ post: '会计' })
  })
})

describe('the arrows go where the eye expects', () => {
  // Two rows of three, the second of a wrapped line, then one seat alone further right.
  const at = (left: number, top: number) => ({ left, top, width: 100, height: 34 })
  const boxes = [at(0, 0), at(104, 0), at(208, 0), at(0, 37), at(104, 37), at(300, 80)]

  test.each([
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 3],
    [3, 'ArrowLeft', 2],
    [0, 'ArrowLeft', -1],
    [5, 'ArrowRight', -1],
    [2, 'ArrowDown', 4],
    [1, 'ArrowDown', 4],
    [4, 'ArrowDown', 5],
    [5, 'ArrowUp', 4],
    [0, 'ArrowUp', -1],
    [5, 'ArrowDown', -1],
  ] as const)('from %i with %s to %i', (from, key, to) => expect(nearestBox(boxes, from, key)).toBe(to))

  test('a seat half a line lower in the same row is still the same row', () => {
    expect(nearestBox([at(0, 0), at(104, 6)], 0, 'ArrowRight')).toBe(1)
    expect(nearestBox([at(0, 0), at(104, 6)], 0, 'ArrowDown')).toBe(-1)
  })
})
