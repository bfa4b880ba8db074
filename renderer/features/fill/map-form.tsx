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
import type { Fill, FormPart, ReadForm } from './use-fill.ts'

interface MapFormProps {
  readonly run: Fill
  readonly form: ReadForm
}

interface PartProps extends MapFormProps {
  readonly part: FormPart
  readonly mapping: TemplateMappingInput
}

/** What keeps a part from being filled, in words; null: nothing. */
function missingIn(mapping: TemplateMappingInput): string | null {
  const has = (field: string) => mapping.columns.some((column) => column.field === field)
  if ((mapping.kind === 'units' || mapping.kind === 'unitCard') && !has('unit')) return '还没有哪一列认作“机构名称”。'
  if ((mapping.kind === 'people' || mapping.kind === 'card') && !has('name')) return '还没有哪一列认作“姓名”。'
  return null
}

/** The form as it looks, part by part, with what goes into each column above it; who goes in; on to the preview. */
export function MapForm({ run, form }: MapFormProps) {
  const { mappings, whose, each } = run.state
  const part = form.parts.find(({ key }) => key === run.state.part) ?? form.parts[0]
  if (part === undefined) return null
  const mapping = mappings[part.key] ?? part.mapping
  const all = form.parts.map((one) => ({ part: one, mapping: mappings[one.key] ?? one.mapping }))
  const unasked = all.some(({ mapping: own }) =>
    own.columns.some((column) => column.field === 'idNumber' && column.format === null),
  )
  const missing = all.find((one) => missingIn(one.mapping) !== null)
  const cards = all.every(({ mapping: own }) => own.kind === 'card')
  const ready = missing === undefined && !unasked && (!cards || whose.some((id) => id !== '') || each)
  const view = form.views.find(({ sheet }) => sheet === part.sheet)
  return (
    <>
      <div className="fill-head">
        <p data-testid="fill-summary">
          <strong>{form.title}</strong>
          {'　'}
          {form.parts.every(({ remembered }) => remembered)
            ? '见过这种表，已按上次记住的填法。'
            : '头一回见这种表，按表头认出了下面各列，请核对。'}
          {form.parts.length > 1 && `共 ${form.parts.length} 处要填。`}
          {form.others.length > 0 && `没有要填的：${form.others.map(({ sheet }) => sheet).join('、')}。`}
        </p>
        <Button onClick={run.restart}>换一张表</Button>
        <Button
          look="main"
          disabled={!ready || run.state.taskId !== null}
          onClick={() => void run.preview()}
          data-testid="fill-preview"
        >
          看填好的样子
        </Button>
      </div>
      {form.format === 'xls' && (
        <p className="fill-warning">
          旧版 .xls：文字、合并和列宽保留，字体、边框、打印设置会丢。要原样保留，请在 WPS 里另存为 .xlsx 再拖进来。
        </p>
      )}
      {missing !== undefined && (
        <p className="fill-warning">
          {form.parts.length > 1 && `${missing.part.sheet}：`}
          {missingIn(missing.mapping)}请在表头上选定。
        </p>
      )}
      {unasked && <AskIdNumber run={run} all={all} />}
      {form.parts.length > 1 && <Parts run={run} form={form} part={part} />}
      <Settings run={run} form={form} part={part} mapping={mapping} />
      {part.stopped !== null && mapping.categories === null && mapping.unitIds === null && (
        <p className="fill-warning">{part.stopped}。要填，请在上面选定编制类型或机构。</p>
      )}
      {part.headerRows[0] === 0 && <CardPlaces form={form} part={part} mapping={mapping} onChange={run.map} />}
      {view !== undefined && (
        <SheetGrid view={view} label={`${part.sheet}，空表`} header={part.headerRows}>
          {part.headerRows[0] === 0 ? null : (
            <ColumnPickers form={form} part={part} mapping={mapping} onChange={run.map} />
          )}
        </SheetGrid>
      )}
    </>
  )
}

/** The parts of the workbook: one is looked at, all are filled. */
function Parts({ run, form, part }: { readonly run: Fill; readonly form: ReadForm; readonly part: FormPart }) {
  return (
    <div className="fill-parts" role="group" aria-label="要填的各处">
      {form.parts.map((one) => (
        <Button
          key={one.key}
          small
          look={one.key === part.key ? 'main' : 'plain'}
          aria-pressed={one.key === part.key}
          onClick={() => run.look(one.key)}
        >
          {placeOf(form, one)}
          {one.about !== '' && `（${one.about}）`}
        </Button>
      ))}
    </div>
  )
}

/** A table by the row of its head, a card by its number where the form has several. */
function placeOf({ parts }: ReadForm, { sheet, headerRows, kind, copy }: FormPart): string {
  if (headerRows[0] !== 0) return `${sheet} 第 ${headerRows[0]} 行`
  return kind === 'card' && parts.some((one) => one.copy > 1) ? `${sheet} 第 ${copy} 张` : sheet
}

/** Asked once a shape: whole numbers only when she says so. */
function AskIdNumber({
  run,
  all,
}: {
  readonly run: Fill
  readonly all: readonly { readonly part: FormPart; readonly mapping: TemplateMappingInput }[]
}) {
  const choose = (format: 'masked' | 'plain' | 'apostrophe') =>
    run.mapAll(
      Object.fromEntries(
        all.map(({ part, mapping }) => [
          part.key,
          {
            ...mapping,
            columns: mapping.columns.map((column) => (column.field === 'idNumber' ? { ...column, format } : column)),
          },
        ]),
      ),
    )
  return (
    <div className="fill-ask" role="group" aria-label="身份证号怎么填">
      <span>这张表要身份证号，怎么填？只问这一次。完整号码会记入台账。</span>
      <Button small onClick={() => choose('plain')}>
        完整号码
      </Button>
      <Button small onClick={() => choose('masked')}>
        打码
      </Button>
      <Button small onClick={() => choose('apostrophe')}>
        完整，前加单引号
      </Button>
    </div>
  )
}

function Settings({ run, form, part, mapping }: PartProps) {
  return (
    <div className="fill-settings">
      {form.sheets.length > 1 && form.parts.length === 1 && (
        <label>
          工作表{' '}
          <Select
            aria-label="工作表"
            value={part.sheet}
            width={150}
            choices={form.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            onChange={(sheet) => void run.pointAt({ sheet })}
          />
        </label>
      )}
      {part.headerRows[0] !== 0 && <HeaderRow key={part.key} run={run} part={part} />}
      {(mapping.kind === 'people' || mapping.kind === 'counts' || run.state.each) && (
        <Lists mapping={mapping} onChange={run.map} />
      )}
      {mapping.kind === 'units' && <span className="quiet">一个机构一行，按编制表的次序。</span>}
      {mapping.kind === 'unitCard' && <span className="quiet">一个机构一张，请选定一个机构。</span>}
      {mapping.kind === 'counts' && <span className="quiet">每格是同时合行、列两头条件的人数。</span>}
      {mapping.kind === 'card' ? (
        <Whose run={run} form={form} />
      ) : (
        <Within form={form} mapping={mapping} onChange={run.map} />
      )}
    </div>
  )
}

function HeaderRow({ run, part }: { readonly run: Fill; readonly part: FormPart }) {
  const [row, setRow] = useState(String(part.headerRows[0]))
  const settle = () => {
    const wanted = Number(row)
    if (Number.isInteger(wanted) && wanted > 0 && wanted !== part.headerRows[0])
      void run.pointAt({ sheet: part.sheet, headerRow: wanted })
  }
  return (
    <label>
      表头行{' '}
      <input
        className="input input-number fill-row"
        type="number"
        min={1}
        aria-label="表头行"
        value={row}
        onChange={(event) => setRow(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
    </label>
  )
}

interface MappingProps {
  readonly mapping: TemplateMappingInput
  readonly onChange: (mapping: TemplateMappingInput) => void
}

function Lists({ mapping, onChange }: MappingProps) {
  const toggle = (list: (typeof rosterList.options)[number], on: boolean) => {
    const lists = rosterList.options.filter((one) => (one === list ? on : mapping.lists.includes(one)))
    if (lists.length > 0) onChange({ ...mapping, lists })
  }
  return (
    <span className="fill-lists" role="group" aria-label="填哪些人">
      填哪些人
      {rosterList.options.map((list) => (
        <Checkbox
          key={list}
          checked={mapping.lists.includes(list)}
          onChange={(on) => toggle(list, on)}
          label={ROSTER_LIST_TITLES[list]}
        />
      ))}
    </span>
  )
}

/** Only one 编制类型, only one unit: in the place of what the form's title says. */
function Within({ form, mapping, onChange }: MappingProps & { readonly form: ReadForm }) {
  return (
    <>
      <Select
        aria-label="编制类型"
        width={150}
        value={mapping.categories?.[0] ?? ''}
        choices={[
          { value: '', label: '编制：按标题' },
          ...form.categories.map(({ code, title }) => ({ value: code, label: title })),
        ]}
        onChange={(value) => {
          const chosen = form.categories.flatMap(({ code }) => (code === value ? [code] : []))
          onChange({ ...mapping, categories: chosen.length === 0 ? null : chosen })
        }}
      />
      <Select
        aria-label="机构"
        width={170}
        value={mapping.unitIds?.[0] ?? ''}
        choices={[
          { value: '', label: '机构：按标题' },
          ...form.units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ ...mapping, unitIds: value === '' ? null : [value] })}
      />
    </>
  )
}

/** A picker for each card of the form that is somebody else's. */
function Whose({ run, form }: MapFormProps) {
  const days = useAsOf()
  const roster = useQuery('roster.read', {
    ...(days.asOf === undefined ? {} : { asOf: days.asOf }),
    ...(days.believedOn === undefined ? {} : { believedOn: days.believedOn }),
  })
  const cards = Math.max(...form.parts.map(({ copy }) => copy))
  const label = (card: number) => (cards === 1 ? '填谁' : `第 ${card + 1} 张填谁`)
  return (
    <>
      {!run.state.each &&
        Array.from({ length: cards }, (_, card) => (
          <label key={card} className="fill-whose">
            {label(card)}{' '}
            <PersonPicker
              aria-label={label(card)}
              value={run.state.whose[card] ?? ''}
              onChange={(personId) => run.choosePerson(card, personId)}
              people={roster.data?.people ?? []}
            />
          </label>
        ))}
      <Checkbox
        checked={run.state.each}
        onChange={run.chooseEach}
        label={cards === 1 ? '名单上每人一份' : `名单上每人一张，${cards} 人一份`}
      />
    </>
  )
}
