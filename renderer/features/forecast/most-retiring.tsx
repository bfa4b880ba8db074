import { useMemo } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'

type People = Output<'forecast.read'>['people']

/** As many as stand beside the years without being scrolled. */
const UNITS = 6

/** Where most of those who reach retirement sit, the most first. */
export function MostRetiring({ people }: { readonly people: People }) {
  const units = useMemo(
    () =>
      [...Map.groupBy(people, ({ unitId, unit }) => unitId ?? unit).values()]
        .map((group) => ({
          unit: group[0]?.unit ?? '',
          count: group.length,
          leaders: group.filter(({ leader }) => leader).length,
        }))
        .toSorted((one, other) => other.count - one.count),
    [people],
  )
  if (units.length === 0) return <p className="sheet-line quiet">这些年没有人到龄。</p>
  return (
    <ul className="most-retiring">
      {units.slice(0, UNITS).map(({ unit, count, leaders }) => (
        <li key={unit}>
          <span>{unit}</span>
          <span className="quiet">{leaders > 0 && `领导职数 ${leaders}`}</span>
          <span className="number">{count} 人</span>
        </li>
      ))}
      {units.length > UNITS && <li className="quiet">共 {units.length} 个机构</li>}
    </ul>
  )
}
