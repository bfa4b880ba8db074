import type { Image, Worksheet } from 'exceljs'
import type { SheetCell, SheetModel, SheetPicture } from '../domain/report/sheet-model.ts'
import { WIDTH_ALLOWANCE } from './finish-workbook.ts'

/* A picture over a cell: as large as the cell lets it be, in its own proportions, the rules round it free. */

/** A drawing is measured in 1/12,700 of a point; the library takes its size in pixels of 9,525. */
const PER_POINT = 12_700
const PER_PIXEL = 9_525
/** Points between the picture and the rules. */
const INSET = 1.5

const EXTENSIONS = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/gif': 'gif' } as const

/** Where a picture lies: its first column and row from 0, the way into both and its size in points. */
export interface PictureArea {
  readonly column: number
  readonly row: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The picture as the library takes it. */
export function imageOf({ mediaType, base64 }: SheetPicture): Image {
  return { base64, extension: EXTENSIONS[mediaType] }
}

/** In the middle of the cell that begins in this row of the model. */
export function pictureArea(model: SheetModel, row: number, cell: SheetCell, picture: SheetPicture): PictureArea {
  const widths = model.columnWidths.map((width) => width * WIDTH_ALLOWANCE).slice(cell.column)
  const heights = model.rows.slice(row).map(({ height }) => height)
  const wide = sumOf(widths.slice(0, cell.columnSpan))
  const high = sumOf(heights.slice(0, cell.rowSpan))
  const scale = Math.min((wide - 2 * INSET) / picture.width, (high - 2 * INSET) / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const [across, left] = stepsInto(widths, (wide - width) / 2)
  const [down, top] = stepsInto(heights, (high - height) / 2)
  return { column: cell.column + across, row: row + down, left, top, width, height }
}

/** Puts the picture there; it moves with its cell and keeps its size. */
export function placePicture(sheet: Worksheet, image: number, area: PictureArea): void {
  const tl = {
    col: area.column,
    row: area.row,
    nativeCol: area.column,
    nativeColOff: Math.round(area.left * PER_POINT),
    nativeRow: area.row,
    nativeRowOff: Math.round(area.top * PER_POINT),
  }
  const pixels = (points: number) => Math.floor((points * PER_POINT) / PER_PIXEL)
  sheet.addImage(image, { tl, ext: { width: pixels(area.width), height: pixels(area.height) }, editAs: 'oneCell' })
}

/** How many whole steps a way covers and what is left of it: an offset beyond its own row is cut by Excel. */
function stepsInto(steps: readonly number[], way: number): readonly [number, number] {
  let [count, left] = [0, way]
  for (const step of steps) {
    if (left < step) break
    left -= step
    count += 1
  }
  return [count, left]
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
