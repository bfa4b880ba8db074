import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Button } from './button.tsx'

interface Shown<T> {
  readonly shown: readonly T[]
  /** The buttons for what is not drawn yet; null where all is. */
  readonly more: ReactNode
}

/**
 * The first rows of a list that may be thousands long, and a button for the next ones. What is not drawn costs nothing; what is said of the
 * whole list is counted over all of it. `weigh`: what one row counts for, where some are much larger than others. `wanted`: the place of a
 * row that has to be there from the start; what lies far above it is a button too.
 */
export function useMoreRows<T>(
  rows: readonly T[],
  step: number,
  { unit, weigh, wanted }: { readonly unit: string; readonly weigh?: (row: T) => number; readonly wanted?: number },
): Shown<T> {
  const [steps, setSteps] = useState(1)
  const [upper, setUpper] = useState(0)
  const [whole, setWhole] = useState(false)
  // On paper there is no button: all of it is drawn before the page is printed.
  useEffect(() => {
    const onPrint = () => flushSync(() => setWhole(true))
    const onPrinted = () => setWhole(false)
    window.addEventListener('beforeprint', onPrint)
    window.addEventListener('afterprint', onPrinted)
    return () => {
      window.removeEventListener('beforeprint', onPrint)
      window.removeEventListener('afterprint', onPrinted)
    }
  }, [])
  if (whole) return { shown: rows, more: null }
  const start = wanted === undefined || wanted < 0 ? 0 : placeBefore(rows, wanted, step / 2 + upper * step, weigh)
  const end = placeAfter(rows, start, steps * step + upper * step, weigh)
  return {
    shown: start === 0 && end === rows.length ? rows : rows.slice(start, end),
    more:
      start === 0 && end === rows.length ? null : (
        <div className="more-rows">
          {start > 0 && <Button onClick={() => setUpper(upper + 1)}>{`前面还有 ${start} ${unit}`}</Button>}
          {end < rows.length && (
            <Button onClick={() => setSteps(steps + 1)}>
              {`再往下看（还有 ${rows.length - end} ${unit}，共 ${rows.length} ${unit}）`}
            </Button>
          )}
        </div>
      ),
  }
}

type Weigh<T> = ((row: T) => number) | undefined

/** The place after the last row that still fits, at least one row on. */
function placeAfter<T>(rows: readonly T[], start: number, room: number, weigh: Weigh<T>): number {
  let end = start
  for (let left = room; end < rows.length; end += 1) {
    const row = rows[end]
    left -= row === undefined || weigh === undefined ? 1 : weigh(row)
    if (left < 0 && end > start) break
  }
  return end
}

function placeBefore<T>(rows: readonly T[], wanted: number, room: number, weigh: Weigh<T>): number {
  let start = wanted
  for (let left = room; start > 0; start -= 1) {
    const row = rows[start - 1]
    left -= row === undefined || weigh === undefined ? 1 : weigh(row)
    if (left < 0) break
  }
  return start
}
