import type { Duty } from './duty.ts'

/** A duty of the book, with what is not said left open. */
export function duty(
  parts: Pick<Duty, 'duty' | 'period' | 'title' | 'detail' | 'dueOn' | 'source'> & Partial<Duty>,
): Duty {
  return { from: null, undated: null, personId: null, unitId: null, kind: 'book', ...parts }
}
