import './proof-bar.css'
import { useMemo, useState } from 'react'
import type { ImportQuestionView, ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { useQuery } from '../../api/use-query.ts'
import type { StagedFile } from '../../parts/stage-file.ts'
import { formatBytes } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import {
  FILTERS,
  FILTER_TITLES,
  filterCounts,
  MARKS,
  passes,
  proofLines,
  refusalText,
  refusedRowCount,
  summarySentence,
  verdictOf,
} from './proof-model.ts'
import type { ImportPreview, ProofLine, RowFilter } from './proof-model.ts'
import { OutcomeLine } from './outcome-line.tsx'
import { Answered, Offers, Questions, Remembered } from './questions.tsx'
import { ProofSheet } from './proof-sheet.tsx'
import { RefusedFile } from './refused-file.tsx'
import { SheetSettings } from './sheet-settings.tsx'
import { UnusedColumns } from './unused-columns.tsx'
import type { Import } from './use-import.ts'
import { Working } from './working.tsx'

interface PreviewImportProps {
  readonly run: Import
  readonly preview: ImportPreview
  readonly file: StagedFile
}

/** The proof: the sheet as she knows it, with what will happen to each row written in the margin. */
export function PreviewImport({ run, preview, file }: PreviewImportProps) {
  const [name, setName] = useState(() => firstWithMarks(preview)?.sheet)
  const [filter, setFilter] = useState<RowFilter>('all')
  const proofs = useMemo(() => preview.sheets.map((sheet) => ({ sheet, lines: proofLines(sheet, preview) })), [preview])
  const open = proofs.find((proof) => proof.sheet.sheet === name) ?? proofs[0]
  const { work, error, options } = run.state
  const verdict = verdictOf(preview, options.skipRefused, Object.keys(options.answers).length + options.mappings.length)
  const [asked, setAsked] = useState<ImportQuestionView | null>(null)
  const known = useQuery('units.read', {}).data?.units
  const units = useMemo(() => unitNames(known ?? [], preview), [known, preview])
  const show = (next: RowFilter) => {
    setAsked(null)
    setFilter(next)
  }
  const showRows = (question: ImportQuestionView) => {
    setAsked(question)
    setName(question.sheet)
  }
  return (
    <div className="proof" aria-busy={work !== null}>
      <div className="proof-head">
        <p className="proof-summary" data-testid="import-summary">
          {summarySentence(preview)}
        </p>
        <span className="quiet proof-file">
          {file.name}，{formatBytes(file.bytes)}
        </span>
        <Button onClick={run.restart}>换一个文件</Button>
        <Button
          look="main"
          disabled={verdict.kind !== 'ready' || work !== null}
          onClick={() => run.goTo('confirm')}
          data-testid="import-next"
        >
          下一步：确认
        </Button>
      </div>
      <OutcomeLine error={error} />
      <Questions run={run} preview={preview} onShow={showRows} />
      <Offers run={run} preview={preview} onShow={showRows} />
      {verdict.kind === 'blocked' && <Blocked run={run} preview={preview} text={verdict.text} onShow={show} />}
      {verdict.kind === 'nothing' && <p className="proof-nothing">{verdict.text}</p>}
      <UnusedColumns run={run} preview={preview} />
      <div className="proof-said">
        <Remembered run={run} preview={preview} />
        <Answered run={run} preview={preview} />
        <Notes notes={preview.notes} />
      </div>
      <div className="proof-bar">
        <Tabs
          label="工作表"
          value={open?.sheet.sheet ?? ''}
          onChange={setName}
          tabs={proofs.map(({ sheet, lines }) => ({
            value: sheet.sheet,
            label: sheet.sheet,
            count: lines.filter((line) => line.mark !== null).length,
          }))}
        />
        {open !== undefined && <SheetSettings run={run} sheet={open.sheet} preview={preview} units={units} />}
      </div>
      {asked !== null && (
        <p className="proof-filters">
          只看这个问题的 {asked.rows.length} 行。
          <Button small onClick={() => setAsked(null)}>
            看全部
          </Button>
        </p>
      )}
      {asked === null && open !== undefined && <Filters lines={open.lines} filter={filter} onChange={show} />}
      {work !== null && <Working run={run} work={work} />}
      {open === undefined ? (
        <EmptyState text="这个文件里没有工作表。" />
      ) : (
        <OpenSheet
          key={`${open.sheet.sheet} ${filter} ${asked?.id ?? ''}`}
          run={run}
          sheet={open.sheet}
          preview={preview}
          lines={asked === null ? open.lines : rowsOf(open.lines, asked)}
          total={open.lines.length}
          filter={asked === null ? filter : 'all'}
          units={units}
        />
      )}
    </div>
  )
}

/** The rows a question is about, below the heads. */
function rowsOf(lines: readonly ProofLine[], { rows }: ImportQuestionView): readonly ProofLine[] {
  return lines.filter((line) => rows.includes(line.row) || line.role === 'header')
}

/** Offices to choose from: the book's, then those the file names. */
function unitNames(known: readonly { readonly name: string }[], preview: ImportPreview): readonly string[] {
  const named = preview.rows.flatMap(({ origins }) =>
    origins.flatMap(({ title, value }) => (title === '机构' ? [value] : [])),
  )
  return [...new Set([...known.map(({ name }) => name), ...named])]
}

/** What was decided without asking. */
function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <details className="proof-notes" open={notes.length <= 2}>
      <summary>读表时注意到 {notes.length} 件事</summary>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  )
}

/** The roster, or else the first sheet something happens on. */
function firstWithMarks(preview: ImportPreview): ImportSheetView | undefined {
  const busiest = preview.sheets.find(
    (sheet) => sheet.purpose === 'roster' && preview.rows.some((row) => row.sheet === sheet.sheet),
  )
  return busiest ?? preview.sheets.find((sheet) => sheet.purpose !== 'ignored') ?? preview.sheets[0]
}

interface OpenSheetProps {
  readonly run: Import
  readonly sheet: ImportSheetView
  readonly preview: ImportPreview
  readonly lines: readonly ProofLine[]
  /** Rows there are of this sheet, shown or not. */
  readonly total: number
  readonly filter: RowFilter
  readonly units: readonly string[]
}

function OpenSheet({ run, sheet, preview, lines, total, filter, units }: OpenSheetProps) {
  const shown = useMemo(() => lines.filter((line) => passes(line, filter)), [lines, filter])
  if (shown.length === 0)
    return <EmptyState text={filter === 'all' ? '这张表是空的。' : `这张表里没有“${FILTER_TITLES[filter]}”的行。`} />
  return <ProofSheet run={run} sheet={sheet} fields={preview.fields} lines={shown} total={total} units={units} />
}

function Filters({
  lines,
  filter,
  onChange,
}: {
  readonly lines: readonly ProofLine[]
  readonly filter: RowFilter
  readonly onChange: (filter: RowFilter) => void
}) {
  const counts = useMemo(() => filterCounts(lines), [lines])
  return (
    <div className="proof-filters" role="group" aria-label="只看">
      <span className="quiet">只看</span>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          className="proof-filter"
          aria-pressed={one === filter}
          disabled={counts[one] === 0 && one !== filter}
          onClick={() => onChange(one)}
        >
          {isMark(one) && <span className={`mark-shape mark-${one}`} aria-hidden="true" />}
          {FILTER_TITLES[one]} <span className="number">{counts[one]}</span>
        </button>
      ))}
    </div>
  )
}

function isMark(filter: RowFilter): boolean {
  return MARKS.some((mark) => mark === filter)
}

const SHOWN_REFUSALS = 3

/** What stands in the way, where it is, and the two ways out. */
function Blocked({
  run,
  preview,
  text,
  onShow,
}: {
  readonly run: Import
  readonly preview: ImportPreview
  readonly text: string
  readonly onShow: (filter: RowFilter) => void
}) {
  const rest = preview.refused.length - SHOWN_REFUSALS
  return (
    <div className="proof-blocked" role="alert">
      <p>{text}</p>
      <ul>
        {preview.refused.slice(0, SHOWN_REFUSALS).map((refusal) => (
          <li key={`${refusal.sheet} ${refusal.row} ${refusal.column}`}>{refusalText(refusal)}</li>
        ))}
      </ul>
      <span className="proof-ways">
        <Button small onClick={() => onShow('refuse')}>
          {rest > 0 ? `另有 ${rest} 处，只看被拒绝的 ${refusedRowCount(preview)} 行` : '只看被拒绝的行'}
        </Button>
        <RefusedFile run={run} />
      </span>
    </div>
  )
}
