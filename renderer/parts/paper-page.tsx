import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { SheetPreview } from '../../electron/contract/notice-operations.ts'
import { cellBox, gridLines, PIXELS_PER_POINT } from './page-geometry.ts'
import type { PreviewCell, PreviewPage } from './page-geometry.ts'

const FOOTER_SIZES = { page: 10, note: 8 } as const
const UNKNOWN_SIZE = 12

interface PaperPageProps {
  readonly preview: SheetPreview
  readonly index: number
  readonly scale: number
  /** Drawn wherever it lies: it is about to be printed. */
  readonly drawn: boolean
  /** '' for none. */
  readonly printMark: string
}

/** One sheet of paper, drawn at life size from the very cells the writer writes and then scaled as a whole: zooming never moves a line break. */
export const PaperPage = memo(function PaperPage({ preview, index, scale, drawn, printMark }: PaperPageProps) {
  const width = preview.pageWidth * PIXELS_PER_POINT
  const height = preview.pageHeight * PIXELS_PER_POINT
  const { ref, near } = useNearView()
  const page = preview.pages[index]
  return (
    <section
      ref={ref}
      className={`paper-page paper-${preview.paper}-${preview.orientation}`}
      aria-label={`第 ${index + 1} 页`}
      data-testid="paper-page"
      style={{ width: width * scale, height: height * scale }}
    >
      <div className="paper-life-size" style={{ width, height, transform: `scale(${scale})` }}>
        {(near || drawn) && page !== undefined && <Cells page={page} preview={preview} />}
        {printMark !== '' && <span className="paper-print-mark">{printMark}</span>}
        <footer
          className="paper-footer"
          style={{ height: preview.margins.bottom * PIXELS_PER_POINT, fontSize: FOOTER_SIZES.page * PIXELS_PER_POINT }}
        >
          <span>{`第 ${index + 1} 页 共 ${preview.pages.length} 页`}</span>
          <span style={{ fontSize: FOOTER_SIZES.note * PIXELS_PER_POINT }}>{preview.footer}</span>
        </footer>
      </div>
    </section>
  )
})

function Cells({ page, preview }: { readonly page: PreviewPage; readonly preview: SheetPreview }) {
  const columns = useMemo(() => gridLines(preview.columnWidths), [preview.columnWidths])
  const rows = useMemo(() => gridLines(page.rowHeights), [page.rowHeights])
  return page.cells.map((cell) => (
    <Cell key={`${cell.row}:${cell.column}`} cell={cell} columns={columns} rows={rows} preview={preview} />
  ))
}

interface CellProps {
  readonly cell: PreviewCell
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  readonly preview: SheetPreview
}

/** Neighbours share their rule: a cell is one pixel larger than its box, so that borders lie on one another. */
function Cell({ cell, columns, rows, preview }: CellProps) {
  const box = cellBox(cell, columns, rows, preview.margins)
  return (
    <div
      className={`paper-cell paper-${cell.style}`}
      style={{
        left: box.left * PIXELS_PER_POINT,
        top: box.top * PIXELS_PER_POINT,
        width: box.width * PIXELS_PER_POINT + 1,
        height: box.height * PIXELS_PER_POINT + 1,
        fontSize: (preview.fontSizes[cell.style] ?? UNKNOWN_SIZE) * PIXELS_PER_POINT,
      }}
    >
      {cell.picture === undefined ? (
        <span>{cell.text}</span>
      ) : (
        <img src={`data:${cell.picture.mediaType};base64,${cell.picture.base64}`} alt="照片" />
      )}
    </div>
  )
}

/** True once the page has come near the screen: a thousand pages are not a thousand drawings. */
function useNearView() {
  const ref = useRef<HTMLElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null || near) return undefined
    const observer = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && setNear(true), {
      rootMargin: '800px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [near])
  return { ref, near }
}
