import { ROSTER_LIST_NAMES, type RosterList } from '../../../electron/vocabulary/standing.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { openNames } from './people-door.ts'
import { SumCells, SumHeads } from './sum-table.tsx'

type Figures = Output<'county.figures'>

/** 分级汇总: everything together by category, and each part of it just below. */
export function CountyTotals() {
  const query = useQuery('county.figures', { by: 'region' })
  return (
    <Answer query={query} rows={10}>
      {(figures) => (
        <>
          <Totals figures={figures} />
          <Regions figures={figures} />
        </>
      )}
    </Answer>
  )
}

function Totals({ figures }: { readonly figures: Figures }) {
  const { leadership, standing } = figures
  const lists: readonly (readonly [RosterList, number])[] = [
    ['in-quota', standing.inQuota],
    ['over-quota', standing.overQuota],
    ['non-compliant', standing.nonCompliant],
    ['off-quota', standing.offQuota],
    ['seconded', standing.seconded],
  ]
  return (
    <Sheet title="合计" note={`${figures.townships} 个乡镇，${figures.people} 人；各乡镇相加，空编和超编不相抵`}>
      <table className="grid county-grid" aria-label="合计">
        <thead>
          <tr>
            <th scope="col">编制类型</th>
            <th scope="col" className="number">
              总数
            </th>
            <SumHeads />
          </tr>
        </thead>
        <tbody>
          {figures.totals.map((total) => (
            <tr key={total.categoryCode}>
              <th scope="row">{total.category}</th>
              <td className="number">{total.ceiling ?? ''}</td>
              <SumCells
                sums={total}
                onNames={() => openNames({ title: `${total.category}实有`, category: total.categoryCode })}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="county-lists county-line">
        <span>
          领导职数核定 <strong className="number">{leadership.quota}</strong>，实配{' '}
          <Button look="link" onClick={() => openNames({ title: '占领导职数的人', leaders: true })}>
            {leadership.actual}
          </Button>
          {leadership.over > 0 && <strong className="red">，超配 {leadership.over}</strong>}
        </span>
        {lists.map(([list, count]) => (
          <span key={list}>
            {ROSTER_LIST_NAMES[list]}{' '}
            <Button look="link" onClick={() => openNames({ title: ROSTER_LIST_NAMES[list], list })}>
              {count}
            </Button>
          </span>
        ))}
      </div>
    </Sheet>
  )
}

function Regions({ figures }: { readonly figures: Figures }) {
  const regions = [...Map.groupBy(figures.lines, (line) => line.region ?? '')]
  if (regions.length < 2) return null
  return (
    <Sheet title="分地区">
      <table className="grid county-grid" aria-label="分地区">
        <thead>
          <tr>
            <th scope="col">地区</th>
            <th scope="col">编制类型</th>
            <SumHeads />
          </tr>
        </thead>
        <tbody>
          {regions.flatMap(([region, lines]) =>
            lines.map((line, place) => (
              <tr key={`${region} ${line.categoryCode}`}>
                <th scope="row">{place === 0 ? region : ''}</th>
                <td>{line.category}</td>
                <SumCells sums={line} />
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Sheet>
  )
}
