import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import type { SheetColumn } from '../../ui/sheet/sheet-shape.ts'
import { wordsOf } from './field-words.ts'
import { GroupPlace } from './group-place.tsx'
import { withColumn } from './import-options.ts'
import { cellTone, ProofMargin, saidInMargin } from './proof-margin.tsx'
import type { ImportPreview, ProofLine } from './proof-model.ts'
import type { Import } from './use-import.ts'
import { proofWidths } from './proof-widths.ts'

/** Keys of the columns that are none of the sheet's. */
export const [ROW_NUMBER, MARGIN] = ['行号', '批注'] as const
const [GUTTER, NARROWEST_MARGIN] = [52, 312] as const
const NOT_USED = '（不用）'

interface Ground {
  readonly run: Pick<Import, 'correct'> & { readonly state: Pick<Import['state'], 'options' | 'work'> }
  readonly sheet: ImportSheetView
  readonly fields: ImportPreview['fields']
  readonly lines: readonly ProofLine[]
  readonly units: readonly string[]
  readonly onHeader: (row: number) => void
}

/** Row numbers, the columns of the sheet, and the margin. */
export function proofColumns(ground: Ground): readonly SheetColumn<ProofLine>[] {
  const { run, sheet, lines, units, onHeader } = ground
  const bare = sheet.purpose === 'ignored'
  const titles = new Map(ground.fields.map(({ field, title }) => [field, title]))
  const widths = proofWidths(sheet.columns, lines, (field) => titles.get(field) ?? field)
  const groups = new Map(sheet.groups.map((group) => [group.row, group]))
  return [
    {
      key: ROW_NUMBER,
      title: '行号',
      width: GUTTER,
      align: 'right',
      text: ({ row }) => String(row),
      head: (
        <>
          <span className="proof-letter">行</span>
          {!bare && <span className="proof-letter">认作</span>}
        </>
      ),
      tone: () => 'proof-gutter',
    },
    ...sheet.columns.map((column, at): SheetColumn<ProofLine> => {
      const text = ({ cells }: ProofLine) => cells[at] ?? ''
      const choices = column.field === 'unit' ? units : wordsOf(column.field)
      return {
        key: column.column,
        title: column.header === '' ? column.column : column.header,
        width: widths[at] ?? 0,
        text,
        head: (
          <>
            <span className="proof-letter">{column.column}</span>
            {!bare && <FieldChoice {...ground} column={column} />}
          </>
        ),
        typed: !bare,
        typedIn: ({ role }) => role === 'data',
        tone: (line) => cellTone(line, column),
        ...(choices === null ? {} : { choices }),
        look: (line) =>
          !bare && line.role === 'data' && cellTone(line, column) === 'cell-refused' ? (
            <button
              type="button"
              className="cell-fix"
              data-edit=""
              aria-label={`${text(line) === '' ? '（空）' : text(line)}，改正第 ${line.row} 行 ${column.column} 列`}
            >
              {text(line) === '' ? '（空）' : text(line)}
            </button>
          ) : (
            text(line)
          ),
      }
    }),
    {
      key: MARGIN,
      title: '批注',
      width: NARROWEST_MARGIN,
      text: (line) => (bare ? '' : saidInMargin(line, sheet.columns)),
      head: (
        <>
          <span className="proof-letter">批注</span>
          {!bare && <span className="proof-letter proof-margin-hint">列认错了，在表头上改</span>}
        </>
      ),
      tone: () => 'proof-margin',
      look: (line) => {
        const group = groups.get(line.row)
        return (
          <ProofMargin
            line={line}
            columns={sheet.columns}
            bare={bare}
            onHeader={onHeader}
            group={group === undefined ? null : <GroupPlace run={run} group={group} units={units} />}
          />
        )
      },
    },
  ]
}

/** Which field the column was taken for; she puts it right by choosing another, and everything is read again. */
function FieldChoice({ run, sheet, fields, column }: Ground & { readonly column: ImportSheetView['columns'][number] }) {
  const choices = fields.filter((field) => field.purpose === sheet.purpose)
  return (
    <select
      aria-label={`${column.column} 列（${column.header}）认作`}
      className={column.field === null ? 'field-select field-unused' : 'field-select'}
      title={column.sample.length === 0 ? column.header : `${column.header}，例如 ${column.sample.join('、')}`}
      value={column.field ?? ''}
      disabled={run.state.work !== null}
      onChange={(event) =>
        void run.correct(
          withColumn(run.state.options, sheet, column.column, event.target.value === '' ? null : event.target.value),
        )
      }
    >
      <option value="">{NOT_USED}</option>
      {/* 性别、民族 over one column, a mark under 行政编制: read by their own heads, and no field one can choose. */}
      {column.field !== null && choices.every(({ field }) => field !== column.field) && (
        <option value={column.field}>{column.header}</option>
      )}
      {choices.map((field) => (
        <option key={field.field} value={field.field}>
          {field.title}
        </option>
      ))}
    </select>
  )
}
