import type { EventInput } from '../../electron/contract/events.ts'
import { recount, type Recount, type Tables } from './recount.ts'

/*
 * What each kind of event does to the township's sums on its day, told from what its words mean: a 核增 of two adds two, a merger nothing.
 * Held against two recounts, so that a planner that writes too little or too much is found although tables, journal and figures agree.
 */

interface Sums {
  readonly quota: number
  readonly actual: number
  readonly reserved: number
}
type Effect = Readonly<Partial<Record<keyof Sums, number>>>

function sumsOf(counted: Recount): Sums {
  const lines = Object.values(counted.lines)
  const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
  return {
    quota: add(lines.map((line) => line.quota)) + add(Object.values(counted.ceilings)),
    actual:
      add(lines.map((line) => line.actual)) + add(Object.values(counted.misplaced).map((people) => people.length)),
    reserved: add(lines.map((line) => line.reserved)),
  }
}

/** What the event does to the sums on the day it takes force, or null where the sums before say so. */
function effectOf(event: EventInput, before: Recount, unitId: string | undefined): Effect {
  switch (event.type) {
    case 'quota.increase':
      return { quota: event.by }
    case 'quota.decrease':
      return { quota: -event.by }
    case 'unit.establish':
      return { quota: (event.quotas ?? []).reduce((sum, { amount }) => sum + amount, 0) }
    case 'unit.abolish': {
      const own = Object.entries(before.lines)
        .filter(([key]) => key.startsWith(`${unitId}|`))
        .map(([, line]) => line)
      return {
        quota: -own.reduce((sum, line) => sum + line.quota, 0),
        reserved: -own.reduce((sum, line) => sum + line.reserved, 0),
      }
    }
    case 'approval.grant':
      return { reserved: event.count }
    case 'arrival':
      return { actual: 1, reserved: -1 }
    case 'entry':
      return event.arrivesOn === null || (event.arrivesOn !== undefined && event.arrivesOn > event.on)
        ? { reserved: event.approval === undefined ? 1 : 0 }
        : { actual: 1, reserved: event.approval === undefined ? 0 : -1 }
    case 'exit':
      return { actual: -1 }
    case 'restore':
      return { actual: 1 }
    default:
      return {}
  }
}

/** Where the sums of the event's day are not what the event makes them; null when they are. */
export function wrongSums(event: EventInput, before: Tables, after: Tables): string | null {
  const [counted, recounted] = [recount(before, event.on), recount(after, event.on)]
  const unit =
    'unit' in event
      ? [...(before.get('unit_version')?.values() ?? [])].find(
          (row) =>
            row['unit_id'] === event.unit || (row['name'] === event.unit && String(row['valid_from']) <= event.on),
        )
      : undefined
  const effect = effectOf(event, counted, unit === undefined ? undefined : String(unit['unit_id']))
  const [was, is] = [sumsOf(counted), sumsOf(recounted)]
  for (const sum of ['quota', 'actual', 'reserved'] as const) {
    // A withdrawn approval gives back what it still reserved: nothing, where everybody has come.
    if (event.type === 'approval.cancel' && sum === 'reserved' && is.reserved <= was.reserved) continue
    const expected = was[sum] + (effect[sum] ?? 0)
    if (is[sum] !== expected)
      return `${event.type} on ${event.on}: ${sum} was ${was[sum]}, should be ${expected}, is ${is[sum]}`
  }
  return null
}
