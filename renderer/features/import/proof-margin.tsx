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

interface ProofMarginProps {
  readonly line: ProofLine
  readonly columns: Columns
  /** No header was found: every row stands as it is, and any of them may be the header. */
  readonly bare: boolean
  readonly group: ReactNode
  readonly onHeader: (row: number) => void
}

/** What will happen to the row, and what can be said of it at once. */
export function ProofMargin({ line, columns, bare, group, onHeader }: ProofMarginProps) {
  const mayBeHeader = line.mark === null && line.role !== 'header' && line.role !== 'blank'
  if (bare)
    return (
      line.role !== 'blank' && (
        <Button look="link" onClick={() => onHeader(line.row)}>
          这一行是表头
        </Button>
      )
    )
  return (
    <>
      {(group === null || line.mark !== null) && <Margin line={line} columns={columns} />}
      {group}
      {mayBeHeader && (
        <span className="proof-take">
          <Button look="link" onClick={() => onHeader(line.row)}>
            这一行才是表头
          </Button>
        </span>
      )}
    </>
  )
}

/** The margin as text, for copying and finding. */
export function saidInMargin(line: ProofLine, columns: Columns): string {
  if (line.mark === null) return line.skippedWhy ?? ''
  const kind = line.plan === null ? null : KIND_TITLES[line.plan.kind]
  return [
    [MARK_TITLES[line.mark], kind ?? '', line.role === 'beyond' ? '' : (line.plan?.title ?? '')].join(' ').trim(),
    ...line.others.map((plan) => `${MARK_TITLES[plan.action]} ${plan.title}`),
    ...(line.asked && line.refusals.length > 0
      ? ['等您回答上面的问题']
      : line.refusals.map(({ message }) => withoutRow(message))),
    ...line.repairs.map(({ column, from, to }) => `${headingOf(column, columns)}：${from} → ${to}`),
    ...(line.mark === 'update' ? (line.plan?.changes ?? []) : []).map(
      ({ column, before, after }) => `${headingOf(column, columns)}：${before ?? '（空）'} → ${after ?? '（空）'}`,
    ),
    ...notesOf(line).map(({ text }) => withoutRow(text)),
  ].join('；')
}

/** How a cell is marked: not taken, put right by the program, another than in the book. */
export function cellTone(line: ProofLine, column: Columns[number]): string | undefined {
  if (line.refusals.some((refusal) => speaksOf(refusal.column, column))) return 'cell-refused'
  if (line.repairs.some((repair) => speaksOf(repair.column, column))) return 'cell-repaired'
  if (line.mark === 'update' && line.plan?.changes.some((change) => speaksOf(change.column, column)) === true)
    return 'cell-changed'
  return undefined
}

function Margin({ line, columns }: Pick<ProofMarginProps, 'line' | 'columns'>) {
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
