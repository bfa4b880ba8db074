import { memo } from 'react'
import type { ReactNode } from 'react'
import type { ImportRowView, ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { MARK_TITLES, notesOf, speaksOf } from './proof-model.ts'
import type { ProofLine } from './proof-model.ts'

type Columns = ImportSheetView['columns']
const KIND_TITLES: Readonly<Record<ImportRowView['kind'], string | null>> = {
  quota: null,
  person: null,
  concurrent: '兼任',
  offQuota: '编外',
  seconded: '借入',
}

interface ProofRowProps {
  readonly line: ProofLine
  /** Among the rows that are shown, from 0. */
  readonly place: number
  /** Learns how high the row is. */
  readonly measure: (row: HTMLTableRowElement | null) => void
  readonly columns: Columns
  /** The row whose sources are told below. */
  readonly current: boolean
  /** The cell of this row the keys are in. */
  readonly column: string | null
  /** No header was found: every row stands as it is, and any of them may be the header. */
  readonly bare: boolean
  /** Column being put right in this row, with its editor. */
  readonly editing: string | null
  readonly editor: ReactNode
  readonly group: ReactNode
  readonly onEdit: (row: number, column: string) => void
  readonly onHeader: (row: number) => void
}

/** One row of the sheet with its mark and its margin. */
export const ProofRow = memo(function ProofRow(props: ProofRowProps) {
  const { line, place, measure, columns, current, bare, group, onHeader } = props
  const className = [
    'proof-row',
    `proof-${line.role}`,
    line.mark === null ? '' : `proof-marked-${line.mark}`,
    line.skippedWhy === null || bare ? '' : 'proof-skipped',
    current ? 'proof-current' : '',
  ].join(' ')
  return (
    <tr className={className} data-row={line.row} data-index={place} ref={measure}>
      <th className="proof-gutter" scope="row">
        {line.row}
      </th>
      {bare ? <PlainCells line={line} columns={columns} /> : <Cells {...props} />}
      <td className="proof-margin">
        {bare
          ? line.role !== 'blank' && (
              <Button look="link" onClick={() => onHeader(line.row)}>
                这一行是表头
              </Button>
            )
          : (group === null || line.mark !== null) && <Margin {...props} />}
        {group}
        {!bare && current && line.mark === null && line.role !== 'header' && line.role !== 'blank' && (
          <Button look="link" onClick={() => onHeader(line.row)}>
            这一行才是表头
          </Button>
        )}
      </td>
    </tr>
  )
})

function PlainCells({ line, columns }: Pick<ProofRowProps, 'line' | 'columns'>) {
  return columns.map((column, index) => (
    <td key={column.column} title={line.cells[index]}>
      {line.cells[index]}
    </td>
  ))
}

function Cells({ line, columns, column: chosen, editing, editor, onEdit }: ProofRowProps) {
  if (line.role === 'beyond') {
    return (
      <td colSpan={columns.length} className="proof-wide">
        {line.plan === null ? '' : `${line.plan.title}　${line.plan.detail}`}
      </td>
    )
  }
  const written = line.cells.filter((cell) => cell.trim() !== '')
  if (line.role === 'title' || (line.role === 'signature' && written.length > 0)) {
    return (
      <td colSpan={columns.length} className="proof-wide">
        {written.join('　　')}
      </td>
    )
  }
  return columns.map((column, index) => {
    const text = line.cells[index] ?? ''
    const tone = cellTone(line, column)
    if (editing === column.column)
      return (
        <td key={column.column} className="cell-edited">
          {text}
          {editor}
        </td>
      )
    return (
      <td
        key={column.column}
        className={chosen === column.column ? `${tone ?? ''} cell-chosen` : tone}
        data-column={column.column}
        title={line.mark === null ? text : `${text}\n双击改正`}
        onDoubleClick={line.role === 'data' ? () => onEdit(line.row, column.column) : undefined}
      >
        {tone === 'cell-refused' ? (
          <button
            type="button"
            className="cell-fix"
            aria-label={`改正第 ${line.row} 行 ${column.column} 列`}
            onClick={() => onEdit(line.row, column.column)}
          >
            {text === '' ? '（空）' : text}
          </button>
        ) : (
          text
        )}
      </td>
    )
  })
}

function cellTone(line: ProofLine, column: Columns[number]): string | undefined {
  if (line.refusals.some((refusal) => speaksOf(refusal.column, column))) return 'cell-refused'
  if (line.repairs.some((repair) => speaksOf(repair.column, column))) return 'cell-repaired'
  if (line.mark === 'update' && line.plan?.changes.some((change) => speaksOf(change.column, column)) === true)
    return 'cell-changed'
  return undefined
}

function Margin({ line, columns }: Pick<ProofRowProps, 'line' | 'columns'>) {
  if (line.mark === null)
    return line.skippedWhy === null ? null : <span className="margin-skipped">{line.skippedWhy}</span>
  const kind = line.plan === null ? null : KIND_TITLES[line.plan.kind]
  return (
    <>
      <span className="margin-lead">
        <span className={`mark mark-${line.mark}`}>{MARK_TITLES[line.mark]}</span>
        {kind !== null && <Tag look="outline">{kind}</Tag>}
        {line.plan !== null && line.role !== 'beyond' && <span className="margin-title">{line.plan.title}</span>}
        {line.plan !== null && <Origins plan={line.plan} />}
        {line.others.map((plan) => (
          <span key={plan.title} className="margin-title">
            <span className={`mark mark-${plan.action}`}>{MARK_TITLES[plan.action]}</span>
            {plan.title}
            <Origins plan={plan} />
          </span>
        ))}
      </span>
      {line.asked && line.refusals.length > 0 ? (
        <span className="margin-asked">等您回答上面的问题</span>
      ) : (
        line.refusals.map((refusal) => (
          <span key={`${refusal.column} ${refusal.code}`} className="margin-refused">
            {withoutRow(refusal.message)}
          </span>
        ))
      )}
      {line.repairs.map((repair) => (
        <span key={`${repair.column} ${repair.from}`} className="margin-repaired" title={repair.message}>
          {repair.column !== '' && `${headingOf(repair.column, columns)}：`}
          <del>{repair.from === '' ? '（空）' : repair.from}</del> → <ins>{repair.to}</ins>
        </span>
      ))}
      {line.mark === 'update' &&
        line.plan?.changes.map((change) => (
          <span key={change.column} className="margin-changed">
            {headingOf(change.column, columns)}：{change.before ?? '（空）'} → {change.after ?? '（空）'}
          </span>
        ))}
      {notesOf(line).map((note) => (
        <span key={note.text} className={`margin-note margin-${note.level}`}>
          {withoutRow(note.text)}
        </span>
      ))}
    </>
  )
}

/** What the row itself does not say, in short; from where is told on hover and below the sheet. */
function Origins({ plan }: { readonly plan: ImportRowView }) {
  return plan.origins
    .filter(({ from }) => from !== null)
    .map(({ title, value, from }) => (
      <span key={title} className="margin-origin" title={from ?? undefined}>
        {value}
      </span>
    ))
}

/** The lower of two stacked headings: "基本情况/身份证号" is called 身份证号. */
function headingOf(said: string, columns: Columns): string {
  const header = columns.find((column) => speaksOf(said, column))?.header ?? said
  const leaf = header.split('/').at(-1) ?? ''
  return leaf === '' ? said : leaf
}

/** Beside its row, a sentence need not begin with the row's number. */
function withoutRow(sentence: string): string {
  return sentence.replace(/^第 \d+ 行\s*/, '')
}
