import { useState } from 'react'
import type { TemplateMappingInput } from '../../../electron/contract/template-operations.ts'
import { ROSTER_LIST_TITLES, rosterList } from '../../../electron/contract/shapes.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { PersonPicker } from '../../parts/person-picker.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Select } from '../../ui/form.tsx'
import { CardPlaces, ColumnPickers } from './column-pickers.tsx'
import { SheetGrid } from './sheet-grid.tsx'
import type { Fill, ReadForm } from './use-fill.ts'

interface MapFormProps {
  readonly run: Fill
  readonly form: ReadForm
  readonly mapping: TemplateMappingInput
}

/** The form as it looks, with what goes into each column above it; who goes in; on to the preview. */
export function MapForm({ run, form, mapping }: MapFormProps) {
  const unasked = mapping.columns.some((column) => column.field === 'idNumber' && column.format === null)
  const key = mapping.kind === 'units' ? 'unit' : 'name'
  const keyed = mapping.columns.some((column) => column.field === key)
  const ready = keyed && !unasked && (mapping.kind !== 'card' || run.state.personId !== '')
  return (
    <>
      <div className="fill-head">
        <p data-testid="fill-summary">
          <strong>{form.title}</strong>　{form.remembered ? '见过这种表，已按上次记住的填法。' : '头一回见这种表，按表头认出了下面各列，请核对。'}
        </p>
        <Button onClick={run.restart}>换一张表</Button>
        <Button look="main" disabled={!ready || run.state.taskId !== null} onClick={() => void run.preview()} data-testid="fill-preview">
          看填好的样子
        </Button>
      </div>
      {form.format === 'xls' && <p className="fill-warning">旧版 .xls：文字、合并和列宽保留，字体、边框、打印设置会丢。要原样保留，请在 WPS 里另存为 .xlsx 再拖进来。</p>}
      {!keyed && <p className="fill-warning">{mapping.kind === 'units' ? '还没有哪一列认作“机构名称”。' : '还没有哪一列认作“姓名”。'}请在表头上选定。</p>}
      {unasked && <AskIdNumber mapping={mapping} onChange={run.map} />}
      <Settings run={run} form={form} mapping={mapping} />
      {mapping.kind === 'card' && <CardPlaces form={form} mapping={mapping} onChange={run.map} />}
      <SheetGrid view={form.view} label={`${form.sheet}，空表`} header={form.headerRows}>
        {mapping.kind === 'card' ? null : <ColumnPickers form={form} mapping={mapping} onChange={run.map} />}
      </SheetGrid>
    </>
  )
}

/** Asked once a shape: whole numbers only when she says so. */
function AskIdNumber({ mapping, onChange }: { readonly mapping: TemplateMappingInput; readonly onChange: (mapping: TemplateMappingInput) => void }) {
  const choose = (format: 'masked' | 'plain' | 'apostrophe') => onChange({ ...mapping, columns: mapping.columns.map((column) => (column.field === 'idNumber' ? { ...column, format } : column)) })
  return (
    <div className="fill-ask" role="group" aria-label="身份证号怎么填">
      <span>这张表要身份证号，怎么填？只问这一次。完整号码会记入台账。</span>
      <Button small onClick={() => choose('plain')}>完整号码</Button>
      <Button small onClick={() => choose('masked')}>打码</Button>
      <Button small onClick={() => choose('apostrophe')}>完整，前加单引号</Button>
    </div>
  )
}

function Settings({ run, form, mapping }: MapFormProps) {
  return (
    <div className="fill-settings">
      {form.sheets.length > 1 && (
        <label>
          工作表 <Select aria-label="工作表" value={form.sheet} width={150} choices={form.sheets.map((sheet) => ({ value: sheet, label: sheet }))} onChange={(sheet) => void run.pointAt({ sheet })} />
        </label>
      )}
      {mapping.kind !== 'card' && <HeaderRow key={form.headerRows.join()} run={run} form={form} />}
      {mapping.kind === 'people' && <Lists mapping={mapping} onChange={run.map} />}
      {mapping.kind === 'units' && <span className="quiet">一个机构一行，按编制表的次序。</span>}
      {mapping.kind === 'card' && <Whose run={run} />}
    </div>
  )
}

function HeaderRow({ run, form }: { readonly run: Fill; readonly form: ReadForm }) {
  const [row, setRow] = useState(String(form.headerRows[0]))
  const settle = () => {
    const wanted = Number(row)
    if (Number.isInteger(wanted) && wanted > 0 && wanted !== form.headerRows[0]) void run.pointAt({ sheet: form.sheet, headerRow: wanted })
  }
  return (
    <label>
      表头行 <input className="input input-number fill-row" type="number" min={1} aria-label="表头行" value={row} onChange={(event) => setRow(event.target.value)} onBlur={settle} onKeyDown={(event) => event.key === 'Enter' && settle()} />
    </label>
  )
}

function Lists({ mapping, onChange }: { readonly mapping: TemplateMappingInput; readonly onChange: (mapping: TemplateMappingInput) => void }) {
  const toggle = (list: (typeof rosterList.options)[number], on: boolean) => {
    const lists = rosterList.options.filter((one) => (one === list ? on : mapping.lists.includes(one)))
    if (lists.length > 0) onChange({ ...mapping, lists })
  }
  return (
    <span className="fill-lists" role="group" aria-label="填哪些人">
      填哪些人
      {rosterList.options.map((list) => (
        <Checkbox key={list} checked={mapping.lists.includes(list)} onChange={(on) => toggle(list, on)} label={ROSTER_LIST_TITLES[list]} />
      ))}
    </span>
  )
}

function Whose({ run }: { readonly run: Fill }) {
  const days = useAsOf()
  const roster = useQuery('roster.read', { ...(days.asOf === undefined ? {} : { asOf: days.asOf }), ...(days.believedOn === undefined ? {} : { believedOn: days.believedOn }) })
  return (
    <label className="fill-whose">
      填谁 <PersonPicker aria-label="填谁" value={run.state.personId} onChange={run.choosePerson} people={roster.data?.people ?? []} />
    </label>
  )
}
