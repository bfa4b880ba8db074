import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SheetPreview } from '../../electron/contract/notice-operations.ts'
import { Button } from '../ui/button.tsx'
import { canPrintPdf, printOnly, printPdf } from '../ui/print.ts'
import { saveFile } from '../ui/save-file.ts'
import { ZOOMS, zoomToFit } from './page-geometry.ts'
import { PaperPage } from './paper-page.tsx'
import './paper.css'

const GAP = 40
/** Between two pages, with a hair for rounding. */
const BETWEEN = 18
const PART = 'paper'

interface PaperProps {
  readonly preview: SheetPreview
  /** What the pages are, for those who cannot see them. */
  readonly label: string
  /** Name of a PDF, without its ending. */
  readonly fileName?: string
  /** Stands at the head of every printed page, not on the screen: 送审稿. */
  readonly printMark?: string
}

/** Pages side by side where there is room, one below the other where not; zoomed as one likes. */
export function Paper({ preview, label, fileName = label, printMark = '' }: PaperProps) {
  const desk = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState<number | null>(null)
  const [room, setRoom] = useState(640)
  useEffect(() => {
    const element = desk.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - GAP))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { printing, print, savePdf } = usePrint(fileName)
  const scale = zoom ?? zoomToFit(preview.pageWidth, room)
  const step = (sign: 1 | -1) => setZoom(nextZoom(scale, sign))
  return (
    <>
      <div className="paper-bar" role="toolbar" aria-label="缩放">
        <span className="quiet">
          共 {preview.pages.length} 页，{preview.paper}
          {preview.orientation === 'landscape' ? ' 横向' : ' 纵向'}
        </span>
        <Button small onClick={() => step(-1)} disabled={scale <= ZOOMS[0]} aria-label="缩小">
          −
        </Button>
        <span className="paper-zoom number">{Math.round(scale * 100)}%</span>
        <Button small onClick={() => step(1)} disabled={scale >= (ZOOMS.at(-1) ?? 1)} aria-label="放大">
          ＋
        </Button>
        <Button small onClick={() => setZoom(null)} disabled={zoom === null}>
          适合宽度
        </Button>
        {preview.pages.length > 1 && (
          <Button small onClick={() => setZoom(zoomToFit(preview.pageWidth, (room - BETWEEN) / 2))}>
            两页并排
          </Button>
        )}
        <Button small onClick={() => setZoom(1)} disabled={zoom === 1}>
          实际大小
        </Button>
        <Button small onClick={print} data-testid="paper-print">
          打印…
        </Button>
        {canPrintPdf() && (
          <Button small onClick={savePdf}>
            存为 PDF
          </Button>
        )}
      </div>
      <div className="paper-desk" data-print-part={PART} ref={desk} tabIndex={0} role="region" aria-label={label}>
        <div className="paper-pages">
          {preview.pages.map((_, index) => (
            <PaperPage
              key={index}
              preview={preview}
              index={index}
              scale={scale}
              drawn={printing}
              printMark={printMark}
            />
          ))}
        </div>
      </div>
    </>
  )
}

/** Pages far down are not drawn until they come near: for a print all of them are, and their type is here, before the dialog opens. */
function usePrint(fileName: string) {
  const [printing, setPrinting] = useState(false)
  const drawAll = () => flushSync(() => setPrinting(true))
  return {
    printing,
    print: () => {
      drawAll()
      void document.fonts.ready.then(() => printOnly(PART))
    },
    savePdf: () => {
      drawAll()
      void document.fonts.ready
        .then(() => printPdf(PART))
        .then((pdf) => pdf !== null && saveFile(`${fileName}.pdf`, pdf, 'application/pdf'))
    },
  }
}

function nextZoom(scale: number, sign: 1 | -1): number {
  if (sign === 1) return ZOOMS.find((zoom) => zoom > scale + 0.01) ?? scale
  return ZOOMS.toReversed().find((zoom) => zoom < scale - 0.01) ?? scale
}
