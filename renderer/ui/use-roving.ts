import { useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { isArrowKey, nearestBox } from './nearest-box.ts'
import { pageMap } from './page-memory.ts'

export interface Roving {
  /** 0 for the one cell that Tab stops at, −1 for the others. */
  readonly tabIndexOf: (key: string) => 0 | -1
  readonly onFocus: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Which cell each area was left at: Back finds it as the stop of Tab. */
const left = pageMap<string, string>()

/**
 * One stop of Tab for a whole area, arrows inside it. The area gets both handlers; its cells carry `data-cell` with their key.
 * `keys`: all cells, in order. `accepts` narrows where the arrows may go.
 */
export function useRoving(name: string, keys: readonly string[], accepts?: (key: string) => boolean): Roving {
  const [touched, setTouched] = useState<string | null>(() => left.get(name) ?? null)
  const active = touched !== null && keys.includes(touched) ? touched : keys[0]
  return {
    tabIndexOf: (key) => (key === active ? 0 : -1),
    onFocus: (event) => {
      const key = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined
      if (key === undefined) return
      left.set(name, key)
      setTouched(key)
    },
    onKeyDown: (event) => {
      const target = targetOf(event, cellsIn(event.currentTarget), accepts)
      if (target === null) return
      event.preventDefault()
      target?.focus()
    },
  }
}

/** Puts the focus on a cell of the area. */
export function focusCell(area: Element | null, key: string): void {
  cellsIn(area)
    .find((cell) => cell.dataset['cell'] === key)
    ?.focus()
}

function cellsIn(area: Element | null): readonly HTMLElement[] {
  return [...(area?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
}

/** Null: not a key of ours. Undefined: ours, but there is nowhere to go. */
function targetOf(
  event: KeyboardEvent,
  all: readonly HTMLElement[],
  accepts: ((key: string) => boolean) | undefined,
): HTMLElement | undefined | null {
  const here = all.find((cell) => cell === event.target)
  if (here === undefined || event.ctrlKey || event.metaKey || event.altKey) return null
  const reachable = all.filter((cell) => cell === here || accepts === undefined || accepts(cell.dataset['cell'] ?? ''))
  if (event.key === 'Home') return reachable[0]
  if (event.key === 'End') return reachable.at(-1)
  if (!isArrowKey(event.key)) return null
  const index = nearestBox(
    reachable.map((cell) => cell.getBoundingClientRect()),
    reachable.indexOf(here),
    event.key,
  )
  return reachable[index]
}
