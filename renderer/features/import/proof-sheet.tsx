import './proof-sheet.css'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { MouseEvent } from 'react'
import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import type { Patch, PatchOutcome } from '../../ui/sheet/sheet-shape.ts'
import type { SheetLayout } from '../../ui/sheet/sheet-view.ts'
import { Sheet } from '../../ui/sheet/sheet.tsx'
import { withHeaderRow, type ImportOptions } from './import-options.ts'
import { corrected, correctedAlike, likeIt, type Alike } from './proof-cells.ts'
import { MARGIN, proofColumns, ROW_NUMBER } from './proof-columns.tsx'
import { originSentence } from './proof-model.ts'
import type { ImportPreview, ProofLine } from './proof-model.ts'
import type { Import } from './use-import.ts'

interface ProofSheetProps {
  readonly run: Import
  readonly sheet: ImportSheetView
  readonly fields: ImportPreview['fields']
  readonly lines: readonly ProofLine[]
  /** Rows there are of this sheet, shown or not. */
  readonly total: number
  readonly units: readonly string[]
}

/** Column letters and fields above the rows, pixels. */
const HEAD = 58
const BARE_HEAD = 30

/** Her sheet, with column letters and fields above, row numbers at the left, and what will happen to each row in the margin at the right. */
export function ProofSheet({ run, sheet, fields, lines, total, units }: ProofSheetProps) {
  const { correct } = run
  const { options, work } = run.state
  const [active, setActive] = useState<ProofLine>()
  const [under, setUnder] = useState<ProofLine>()
  const [alike, setAlike] = useState<Alike | null>(null)
  /** Newest last: what she had said before each gesture. */
  const past = useRef<readonly ImportOptions[]>([])
  const bare = sheet.purpose === 'ignored'
  const columns = useMemo(
    () =>
      proofColumns({
        run: { state: { options, work }, correct },
        sheet,
        fields,
        lines,
        units,
        onHeader: (row) => void correct(withHeaderRow(options, sheet.sheet, row)),
      }),
    [options, work, correct, sheet, fields, lines, units],
  )
  const [widths, setWidths] = useState<SheetLayout['widths']>({})
  const layout = useMemo(
    (): SheetLayout => ({
      columns: [ROW_NUMBER, ...sheet.columns.map(({ column }) => column), MARGIN],
      widths,
      frozen: 1,
      sort: [],
      filters: {},
      group: null,
    }),
    [sheet.columns, widths],
  )
  const say = async (next: ImportOptions) => {
    past.current = [...past.current, options]
    await correct(next)
  }
  const onPatch = async (patch: Patch): Promise<PatchOutcome> => {
    setAlike(likeIt(sheet, patch))
    await say(corrected(options, sheet.sheet, patch))
    return { seq: null, cells: patch.changes.length, refused: [] }
  }
  const onUndo = () => {
    const before = past.current.at(-1)
    if (before === undefined) return
    past.current = past.current.slice(0, -1)
    setAlike(null)
    void correct(before)
  }
  const paper = useMemo(
    () => ({
      head: bare ? BARE_HEAD : HEAD,
      rowClass: (line: ProofLine) => rowClass(line, bare),
      wide: (line: ProofLine) => (bare ? null : wideText(line)),
      cellName: (line: ProofLine, { key, title }: { readonly key: string; readonly title: string }) =>
        `第 ${line.row} 行${key === ROW_NUMBER || key === MARGIN ? ` ${title}` : ` ${key} 列`}`,
      total,
    }),
    [bare, total],
  )
  const onActive = useCallback((line: ProofLine | undefined) => {
    setActive(line)
    setUnder(undefined)
  }, [])
  const told = under ?? active
  return (
    <>
      <div className="proof-sheet" onMouseOver={(event) => setUnder(lineUnder(event, lines) ?? under)}>
        <Sheet
          label={`${sheet.sheet}，逐行批注`}
          unit="行"
          columns={columns}
          rows={lines}
          rowKey={keyOf}
          rowName={keyOf}
          layout={layout}
          onLayout={(next) => setWidths(next.widths)}
          paper={paper}
          onActive={onActive}
          {...(bare ? {} : { onPatch, onUndo })}
          renderTools={() =>
            alike !== null && (
              <button
                type="button"
                className="cells-open"
                data-next=""
                disabled={work !== null}
                onClick={() => {
                  setAlike(null)
                  void say(correctedAlike(options, sheet, alike))
                }}
              >
                {`同样的 ${alike.count} 格都改`}
              </button>
            )
          }
        />
      </div>
      <p className="proof-origin" aria-live="polite" data-testid="import-origin">
        {told === undefined || told.mark === null
          ? '指着一行，或按方向键，看每个值取自哪里；选中一格直接打字改正，Ctrl+F 查找。'
          : `第 ${told.row} 行　${originSentence(told)}`}
      </p>
    </>
  )
}

const keyOf = ({ row }: ProofLine): string => String(row)

function lineUnder(event: MouseEvent, lines: readonly ProofLine[]): ProofLine | undefined {
  const place = event.target instanceof Element ? event.target.closest('.proof-row')?.getAttribute('data-index') : null
  return place === null || place === undefined ? undefined : lines[Number(place)]
}

function rowClass(line: ProofLine, bare: boolean): string {
  return [
    'proof-row',
    `proof-${line.role}`,
    ...(line.mark === null ? [] : [`proof-marked-${line.mark}`]),
    ...(line.skippedWhy === null || bare ? [] : ['proof-skipped']),
  ].join(' ')
}

/** A title, a signature, and what has no row of the sheet run over all columns. */
function wideText(line: ProofLine): string | null {
  if (line.role === 'beyond') return line.plan === null ? '' : `${line.plan.title}　${line.plan.detail}`
  const written = line.cells.filter((cell) => cell.trim() !== '')
  return line.role === 'title' || (line.role === 'signature' && written.length > 0) ? written.join('　　') : null
}
