import { memo } from 'react'
import type { ImportRowView, ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { Tag } from '../../ui/tag.tsx'
import { MARK_TITLES, notesOf, speaksOf } from './proof-model.ts'
import type { ProofLine } from './proof-model.ts'

type Columns = ImportSheetView['columns']
const KIND_TITLES: Readonly<Record<ImportRowView['kind'], string | null>> = { quota: null, person: null, concurrent: '兼任', offQuota: '编外', seconded: '借入' }

/** One row of the sheet with its mark and its margin. */
export const ProofRow = memo(function ProofRow({ line, columns }: { readonly line: ProofLine; readonly columns: Columns }) {
  const className = ['proof-row', `proof-${line.role}`, line.mark === null ? '' : `proof-marked-${line.mark}`, line.skippedWhy === null ? '' : 'proof-skipped'].join(' ')
  return (
    <tr className={className}>
      <th className="proof-gutter" scope="row">
        {line.row}
      </th>
      <Cells line={line} columns={columns} />
      <td className="proof-margin">
        <Margin line={line} columns={columns} />
      </td>
    </tr>
  )
})

function Cells({ line, columns }: { readonly line: ProofLine; readonly columns: Columns }) {
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
    const tone = cellTone(line, column)
    return (
      <td key={column.column} className={tone} title={line.cells[index]}>
        {line.cells[index]}
      </td>
    )
  })
}

function cellTone(line: ProofLine, column: Columns[number]): string | undefined {
  if (line.refusals.some((refusal) => speaksOf(refusal.column, column))) return 'cell-refused'
  if (line.repairs.some((repair) => speaksOf(repair.column, column))) return 'cell-repaired'
  if (line.mark === 'update' && line.plan?.changes.some((change) => speaksOf(change.column, column)) === true) return 'cell-changed'
  return undefined
}

function Margin({ line, columns }: { readonly line: ProofLine; readonly columns: Columns }) {
  if (line.mark === null) return line.skippedWhy === null ? null : <span className="margin-skipped">{line.skippedWhy}</span>
  const kind = line.plan === null ? null : KIND_TITLES[line.plan.kind]
  return (
    <>
      <span className="margin-lead">
        <span className={`mark mark-${line.mark}`}>{MARK_TITLES[line.mark]}</span>
        {kind !== null && <Tag look="outline">{kind}</Tag>}
        {line.plan !== null && line.role !== 'beyond' && <span className="margin-title">{line.plan.title}</span>}
      </span>
      {line.refusals.map((refusal) => (
        <span key={`${refusal.column} ${refusal.code}`} className="margin-refused">
          {withoutRow(refusal.message)}
        </span>
      ))}
      {line.repairs.map((repair) => (
        <span key={`${repair.column} ${repair.from}`} className="margin-repaired" title={repair.message}>
          {headingOf(repair.column, columns)}：<del>{repair.from === '' ? '（空）' : repair.from}</del> → <ins>{repair.to}</ins>
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
