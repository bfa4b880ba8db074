import type { Output } from '../../../electron/contract/operations.ts'
import { SEVERITIES } from '../../../electron/vocabulary/findings.ts'
import { goTo } from '../../text/paths.ts'
import { SEVERITY_TAGS, type Severity } from '../../text/words.ts'

type Finding = Output<'check.run'>['findings'][number]

const SHOWN = 8
const DOTS = 6

/** Where the open findings lie: a line a unit, a dot a finding, its kind by shape and column; each number opens those findings. */
export function FindingsMap({ findings }: { readonly findings: readonly Finding[] }) {
  const open = findings.filter(({ state }) => state === 'open')
  const units = [...Map.groupBy(open, ({ unit }) => unit ?? '全乡')]
    .map(([unit, own]) => ({
      unit,
      counts: SEVERITIES.map((kind) => own.filter(({ severity }) => severity === kind).length),
    }))
    .toSorted((left, right) => weight(right.counts) - weight(left.counts))
  if (units.length === 0) return null
  return (
    <table className="grid findings-map" aria-label="问题在哪些机构">
      <thead>
        <tr>
          <th scope="col">机构</th>
          {SEVERITIES.map((kind) => (
            <th key={kind} scope="col">
              {SEVERITY_TAGS[kind].word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.slice(0, SHOWN).map(({ unit, counts }) => (
          <tr key={unit}>
            <th scope="row">{unit}</th>
            {SEVERITIES.map((kind, place) => {
              const count = counts[place] ?? 0
              return (
                <td key={kind}>
                  {count > 0 && (
                    <button
                      type="button"
                      className={`findings-dots findings-${kind}`}
                      aria-label={`${unit}${SEVERITY_TAGS[kind].word} ${count}，看问题`}
                      onClick={() => goTo('findings', { by: 'unit', words: unit === '全乡' ? null : unit, only: kind })}
                    >
                      <svg width={DOTS * 11} height="10" aria-hidden="true">
                        {Array.from({ length: Math.min(count, DOTS) }, (_, index) => (
                          <Dot key={index} kind={kind} x={index * 11} />
                        ))}
                      </svg>
                      <span className="number">{count}</span>
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 违规 a full square, 待查 an open triangle, 提示 a small ring: told apart without colour. */
function Dot({ kind, x }: { readonly kind: Severity; readonly x: number }) {
  if (kind === 'error') return <rect x={x + 0.5} y="0.5" width="8" height="8" />
  if (kind === 'warning') return <path d={`M${x + 4.5} 1 L${x + 8.5} 8.5 L${x + 0.5} 8.5 Z`} />
  return <circle cx={x + 4.5} cy="5" r="3" />
}

function weight(counts: readonly number[]): number {
  return (counts[0] ?? 0) * 10_000 + (counts[1] ?? 0) * 100 + (counts[2] ?? 0)
}
