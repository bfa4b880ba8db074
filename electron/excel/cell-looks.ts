import type { Alignment, Border, Borders, Font } from 'exceljs'
import type { CellStyle } from '../domain/report/sheet-model.ts'

/**
 * A cell's look on the sheet: the faces of official documents, with the Chinese character set said aloud so that a machine without them
 * substitutes a Chinese one.
 */
export interface CellLook {
  readonly face: '方正小标宋简体' | '仿宋_GB2312' | '黑体' | '楷体_GB2312'
  readonly horizontal: NonNullable<Alignment['horizontal']>
  readonly vertical: NonNullable<Alignment['vertical']>
  readonly bordered: boolean
  /** Stands a little in from the left border. */
  readonly indented: boolean
}

const plain = { face: '仿宋_GB2312', horizontal: 'left', vertical: 'middle', bordered: false, indented: false } as const
const ruled = { ...plain, bordered: true } as const

const LOOKS: Readonly<Record<CellStyle, CellLook>> = {
  title: { ...plain, face: '方正小标宋简体', horizontal: 'center' },
  subtitle: { ...plain, horizontal: 'center' },
  paragraph: plain,
  heading: { ...ruled, face: '黑体', indented: true },
  subheading: { ...ruled, face: '楷体_GB2312', indented: true },
  body: plain,
  tableHeader: { ...ruled, face: '黑体', horizontal: 'center' },
  tableText: ruled,
  tableCentered: { ...ruled, horizontal: 'center' },
  tableNumber: { ...ruled, horizontal: 'center' },
  note: plain,
  signature: { ...plain, horizontal: 'center' },
  section: { ...plain, face: '黑体' },
  tableSeal: { ...ruled, horizontal: 'right', vertical: 'bottom' },
  tableLines: { ...ruled, horizontal: 'left', vertical: 'top' },
}

/** Windows' number for the GB 2312 character set. */
const CHINESE_CHARSET = 134
const LINE: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } }
const BORDERS: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE }

/** The look of a style. */
export function lookOf(style: CellStyle): CellLook {
  return LOOKS[style]
}

/** Font of a style at a size in points. */
export function fontOf(style: CellStyle, size: number): Partial<Font> {
  const { face } = LOOKS[style]
  return { name: face, size, charset: CHINESE_CHARSET, family: face === '黑体' ? 2 : 1 }
}

/** Alignment of a style; text always wraps, for heights are computed for wrapped text. */
export function alignmentOf(style: CellStyle): Partial<Alignment> {
  const look = LOOKS[style]
  return {
    horizontal: look.horizontal,
    vertical: look.vertical,
    wrapText: true,
    ...(look.indented ? { indent: 1 } : {}),
  }
}

/** All four sides, or none. */
export function bordersOf(style: CellStyle): Partial<Borders> | undefined {
  return LOOKS[style].bordered ? BORDERS : undefined
}
