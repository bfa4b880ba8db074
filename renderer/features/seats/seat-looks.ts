import type { SeatView } from '../../../electron/contract/reading-operations.ts'

export type SeatState = SeatView['state']

/** Each state's own word; the shapes stand in seats.css under the same names. */
export const SEAT_WORDS: Readonly<Record<SeatState, string>> = {
  filled: '在编',
  vacant: '空编',
  reserved: '已核准未到位',
  frozen: '冻结',
  over: '超编',
}

/** What stands small above the holder: the post, or on a promised seat the end of its approval's number, 〔2026〕18号, which is what fits. */
export function seatTitle(seat: SeatView): string {
  return seat.state === 'reserved' && seat.post.includes('〔') ? seat.post.slice(seat.post.indexOf('〔')) : seat.post
}

/** What is written on the seat: the holder, or the state's word. */
export function seatText(seat: SeatView): string {
  if (seat.name !== null) return seat.name
  switch (seat.state) {
    case 'vacant':
      return '空'
    case 'reserved':
      return '待到位'
    case 'frozen':
      return '冻结'
    case 'filled':
    case 'over':
      return '—'
  }
}

/** The short marks behind the holder's name. */
export function seatMarks(seat: SeatView): readonly string[] {
  return [
    ...(seat.state === 'over' ? ['超'] : []),
    ...(seat.barred ? ['疑'] : []),
    ...(seat.mark === null ? [] : [seat.mark]),
    ...(seat.state === 'reserved' && seat.name !== null ? ['未到位'] : []),
  ]
}

/** The seat said in words, for those who cannot see its shape; what is written on it stands in it as it is written. */
export function seatLabel(unit: string, seat: SeatView): string {
  const word = SEAT_WORDS[seat.state]
  const marks = seatMarks(seat)
  const parts = [
    unit,
    seat.category,
    seat.post,
    seat.name ?? '',
    // 超 alone is how 超编 begins.
    ...(marks.length === 1 && word.startsWith(marks[0] ?? '') ? [] : marks),
    word,
    seat.barred ? '不合规' : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}
