import { useMemo, useState } from 'react'
import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import { rosterList, ROSTER_LIST_TITLES } from '../../../electron/contract/shapes.ts'
import {
  STRUCTURE_DIMENSION_NAMES,
  STRUCTURE_DIMENSIONS,
  type StructureDimension,
} from '../../../electron/vocabulary/structure.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { PeopleViews } from '../../parts/people-views.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Select } from '../../ui/form.tsx'
import { Page, Toolbar } from '../../ui/page.tsx'
import { printOnly } from '../../ui/print.ts'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { StructureBars } from './structure-bars.tsx'
import { StructureGrid, type Chosen } from './structure-grid.tsx'
import { StructurePeople } from './structure-people.tsx'
import './structure.css'

type Structure = Output<'structure.read'>
type Question = CallInput<'structure.read'>

const DIMENSIONS = STRUCTURE_DIMENSION_NAMES.map((id) => ({ value: id as string, label: STRUCTURE_DIMENSIONS[id] }))
const LISTS = [
  { value: '', label: '全部人员' },
  ...rosterList.options.map((list) => ({ value: list as string, label: ROSTER_LIST_TITLES[list] })),
]

/** 结构: people divided by two of their facts. Table, bars and names are one answer; every number opens to its people. */
export function StructureScreen() {
  const { asOf, believedOn, shown } = useAsOf()
  const { params } = useRoute()
  const rows = dimension(params['rows'], 'age')
  const columns = params['columns'] === 'none' ? null : dimension(params['columns'], 'education')
  const list = rosterList.options.find((one) => one === params['list'])
  const { unit, with: other } = params
  const question: Question = {
    asOf,
    believedOn,
    rows,
    ...(columns === null ? {} : { columns }),
    ...(list === undefined ? {} : { list }),
    ...(unit === undefined ? {} : { unit }),
    ...(other === undefined ? {} : { compareWith: other }),
  }
  const structure = useQuery('structure.read', question)
  const change = (next: Readonly<Record<string, string | null>>) => setParams(next, { replace: true })
  return (
    <Page
      title="人员"
      note={
        <>
          <PeopleViews current="structure" />
          <span>{`截至 ${shown}${structure.data === undefined ? '' : `，共 ${structure.data.total} 人`}`}</span>
        </>
      }
      actions={
        <Button onClick={() => printOnly('structure')} disabled={structure.data === undefined}>
          打印…
        </Button>
      }
    >
      <Toolbar>
        <Select
          width={120}
          aria-label="行"
          value={rows}
          onChange={(value) => change({ rows: value })}
          choices={DIMENSIONS}
        />
        <Button
          look="quiet"
          aria-label="行列对换"
          disabled={columns === null}
          onClick={() => change({ rows: columns, columns: rows })}
        >
          ⇄
        </Button>
        <Select
          width={120}
          aria-label="列"
          value={columns ?? 'none'}
          onChange={(value) => change({ columns: value })}
          choices={[...DIMENSIONS, { value: 'none', label: '不分列' }]}
        />
        <Select
          width={150}
          aria-label="名单"
          value={list ?? ''}
          onChange={(value) => change({ list: value })}
          choices={LISTS}
        />
        <UnitSelect value={unit ?? ''} onChange={(value) => change({ unit: value })} />
        <span className="structure-other">
          与
          <DateInput aria-label="对比日期" value={other} onChange={(day) => change({ with: day ?? null })} />
          对比
        </span>
        {other !== undefined && (
          <Button look="link" onClick={() => change({ with: null })}>
            不对比
          </Button>
        )}
      </Toolbar>
      <Answer query={structure} rows={12}>
        {(data) =>
          data.total === 0 && (data.compared?.total ?? 0) === 0 ? (
            <EmptyState text="没有人可以统计。换一张名单或一个机构，或先导入花名册。" />
          ) : (
            <StructureBody data={data} question={question} shown={shown} />
          )
        }
      </Answer>
    </Page>
  )
}

function StructureBody({
  data,
  question,
  shown,
}: {
  readonly data: Structure
  readonly question: Question
  readonly shown: string
}) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const title =
    `${data.unit ?? ''}${data.list === null ? '人员' : ROSTER_LIST_TITLES[data.list]}结构：` +
    STRUCTURE_DIMENSIONS[data.rowsBy] +
    (data.columnsBy === null ? '' : ` × ${STRUCTURE_DIMENSIONS[data.columnsBy]}`)
  return (
    <>
      <section className="sheet structure-sheet" aria-label={title} data-print-part="structure">
        <header className="sheet-head">
          <h2>{title}</h2>
          <div className="sheet-note">
            截至 {shown}，{data.total} 人
            {data.compared !== null && `；${data.compared.asOf} 为 ${data.compared.total} 人，括号内是增减`}
          </div>
        </header>
        <StructureGrid data={data} chosen={chosen} onChoose={setChosen} />
        <StructureBars data={data} onChoose={setChosen} />
      </section>
      {chosen !== null && <StructurePeople question={question} chosen={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

function UnitSelect({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { asOf, believedOn } = useAsOf()
  const units = useQuery('units.read', { asOf, believedOn }).data?.units
  const choices = useMemo(
    () => [
      { value: '', label: '全部机构' },
      ...(units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name })),
    ],
    [units],
  )
  return <Select width={190} aria-label="机构" value={value} onChange={onChange} choices={choices} />
}

function dimension(text: string | undefined, usual: StructureDimension): StructureDimension {
  return STRUCTURE_DIMENSION_NAMES.find((id) => id === text) ?? usual
}
