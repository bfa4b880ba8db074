import type { CellStyle, SheetModel } from './sheet-model.ts'
import { roundHeight } from './text-metrics.ts'

const A4 = { width: 595.28, height: 841.89 }
/** A3 is A4 twice: a poster with larger type, the same lines on the same pages. */
const A3_SCALE = Math.SQRT2

/** Page size in points as it lies (landscape: wider than high). */
export function pageSize(sheet: Pick<SheetModel, 'paper' | 'orientation'>): {
  readonly width: number
  readonly height: number
} {
  const scale = sheet.paper === 'A3' ? A3_SCALE : 1
  const [width, height] = [A4.width * scale, A4.height * scale]
  return sheet.orientation === 'portrait' ? { width, height } : { width: height, height: width }
}

/** The same sheet on A3, everything larger by the paper's own factor. */
export function enlargeToA3(sheet: SheetModel): SheetModel {
  const scaled = (value: number) => Math.floor(value * A3_SCALE * 4) / 4
  const fontSizes = scaledType(sheet.fontSizes, A3_SCALE)
  return {
    ...sheet,
    paper: 'A3',
    margins: {
      top: sheet.margins.top * A3_SCALE,
      right: sheet.margins.right * A3_SCALE,
      bottom: sheet.margins.bottom * A3_SCALE,
      left: sheet.margins.left * A3_SCALE,
    },
    columnWidths: sheet.columnWidths.map(scaled),
    fontSizes,
    rows: sheet.rows.map((row) => ({ ...row, height: scaled(row.height) })),
  }
}

/**
 * The same rows drawn smaller, on the same paper: columns and type by the factor, rows by the factor and up to what a sheet can store. For sheets whose
 * columns, at the usual type, are together wider than the paper.
 */
export function reduceSheet(sheet: SheetModel, factor: number): SheetModel {
  return {
    ...sheet,
    columnWidths: sheet.columnWidths.map((width) => width * factor),
    fontSizes: scaledType(sheet.fontSizes, factor),
    rows: sheet.rows.map((row) => ({ ...row, height: roundHeight(row.height * factor) })),
  }
}

/** Type sizes by a factor, down to the half points that office programs offer. */
function scaledType(sizes: SheetModel['fontSizes'], factor: number): Readonly<Record<CellStyle, number>> {
  return Object.fromEntries(
    Object.entries(sizes).map(([style, size]) => [style, Math.floor(size * factor * 2) / 2]),
  ) as Record<CellStyle, number>
}
