import { ROSTER_LIST_NAMES, type RosterList } from '../../../electron/vocabulary/standing.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Sheet } from '../../ui/page.tsx'
import { setParams } from '../../ui/route.ts'
import { Answer } from '../../ui/states.tsx'
import { openNames, type AskedPeople } from './people-door.ts'
import { SumCells, SumHeads } from './sum-table.tsx'

type Figures = Output<'county.figures'>

/** 分级汇总: everything of a region together by category, and each part just below it, down to the townships. */
export function CountyTotals({ region }: { readonly region: number | null }) {
  const query = useQuery('county.figures', { by: 'region', ...(region === null ? {} : { region }) })
  return (
    <Answer query={query} rows={10}>
      {(figures) => {
        const here = figures.path.at(-1)?.id
        return (
          <>
            <Path figures={figures} />
            <Totals figures={figures} region={region} />
            <Regions figures={figures} />
            {here !== undefined && figures.lines.some((line) => line.regionId === here) && <Townships region={here} />}
          </>
        )
      }}
    </Answer>
  )
}

/** 某省 › 某市 › 某县: the way here, each step back a click away. */
function Path({ figures: { path } }: { readonly figures: Figures }) {
  if (path.length < 2) return null
  return (
    <nav className="county-lists" aria-label="所在地区">
      {path.map(({ id, name }, place) =>
        place === path.length - 1 ? (
          <strong key={id}>{name}</strong>
        ) : (
          <span key={id}>
            <Button look="link" onClick={() => openRegion(place === 0 ? null : id)}>
              {name}
            </Button>
            {' › '}
          </span>
        ),
      )}
    </nav>
  )
}

const openRegion = (id: number | null) => setParams({ region: id === null ? null : String(id), names: null })

function Totals({ figures, region }: { readonly figures: Figures; readonly region: number | null }) {
  const { leadership, standing } = figures
  const within = region === null ? {} : { region }
  const name = region === null ? '' : (figures.path.at(-1)?.name ?? '')
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
                onNames={() =>
                  openNames({ title: `${name}${total.category}实有`, category: total.categoryCode, ...within })
                }
              />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="county-lists county-line">
        <span>
          领导职数核定 <strong className="number">{leadership.quota}</strong>，实配{' '}
          <Button look="link" onClick={() => openNames({ title: `${name}占领导职数的人`, leaders: true, ...within })}>
            {leadership.actual}
          </Button>
          {leadership.over > 0 && <strong className="red">，超配 {leadership.over}</strong>}
        </span>
        {lists.map(([list, count]) => (
          <span key={list}>
            {ROSTER_LIST_NAMES[list]}{' '}
            <Button
              look="link"
              onClick={() => openNames({ title: `${name}${ROSTER_LIST_NAMES[list]}`, list, ...within })}
            >
              {count}
            </Button>
          </span>
        ))}
      </div>
    </Sheet>
  )
}

type FigureLine = Figures['lines'][number]

function Regions({ figures }: { readonly figures: Figures }) {
  const here = figures.path.at(-1)?.id
  const lines = figures.lines.filter((line) => line.regionId !== here)
  if (lines.length === 0) return null
  return (
    <Lines
      title="分地区"
      first="地区"
      lines={lines}
      nameOf={(line) => line.region ?? ''}
      keyOf={(line) => String(line.regionId)}
      onOpen={(line) => openRegion(line.regionId)}
      askedOf={(line) => (line.regionId === null ? {} : { region: line.regionId })}
    />
  )
}

/** Townships directly in a region: each opens to its units. */
function Townships({ region }: { readonly region: number }) {
  const query = useQuery('county.figures', { by: 'township', region })
  return (
    <Answer query={query} rows={10}>
      {({ lines }) => (
        <Lines
          title="各乡镇"
          first="乡镇"
          lines={lines.filter((line) => line.regionId === region)}
          nameOf={(line) => line.township ?? ''}
          keyOf={(line) => String(line.townshipId)}
          onOpen={(line) => setParams({ township: line.townshipCode ?? line.township, names: null })}
          askedOf={(line) => {
            const township = line.townshipCode ?? line.township
            return township === null ? {} : { township }
          }}
        />
      )}
    </Answer>
  )
}

/** A part and a category a line: the part opens, and who is counted in it has a name. */
function Lines(props: {
  readonly title: string
  readonly first: string
  readonly lines: readonly FigureLine[]
  readonly nameOf: (line: FigureLine) => string
  readonly keyOf: (line: FigureLine) => string
  readonly onOpen: (line: FigureLine) => void
  readonly askedOf: (line: FigureLine) => Pick<AskedPeople, 'region' | 'township'>
}) {
  const parts = [...Map.groupBy(props.lines, props.keyOf)]
  const { shown, more } = useMoreRows(parts, 100, { unit: '个' })
  return (
    <Sheet title={props.title}>
      <table className="grid county-grid" aria-label={props.title}>
        <thead>
          <tr>
            <th scope="col">{props.first}</th>
            <th scope="col">编制类型</th>
            <SumHeads />
          </tr>
        </thead>
        <tbody>
          {shown.flatMap(([part, lines]) =>
            lines.map((line, place) => (
              <tr key={`${part} ${line.categoryCode}`}>
                <th scope="row">
                  {place === 0 && (
                    <Button look="link" onClick={() => props.onOpen(line)}>
                      {props.nameOf(line)}
                    </Button>
                  )}
                </th>
                <td>{line.category}</td>
                <SumCells
                  sums={line}
                  onNames={() =>
                    openNames({
                      title: `${props.nameOf(line)}　${line.category}`,
                      category: line.categoryCode,
                      ...props.askedOf(line),
                    })
                  }
                />
              </tr>
            )),
          )}
        </tbody>
      </table>
      {more}
    </Sheet>
  )
}
