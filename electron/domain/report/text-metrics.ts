import type { CellStyle } from './sheet-model.ts'

/* How much paper a text takes. Chinese type is square, so its width is its count; everything else is taken a little too wide. */

/** Type sizes of an A4 sheet in points: 二号 title, 四号 text, 小四 headings of units, 五号 in the grid. */
export const TYPE_SIZES: Readonly<Record<CellStyle, number>> = {
  title: 22,
  subtitle: 12,
  paragraph: 14,
  heading: 14,
  subheading: 12,
  body: 12,
  tableHeader: 10.5,
  tableText: 10.5,
  tableCentered: 10.5,
  tableNumber: 10.5,
  note: 10.5,
  signature: 14,
  section: 14,
  tableSeal: 10.5,
  tableLines: 10.5,
}

/** Line pitch as a share of the type size, by what the style is for. */
const PITCH: Readonly<Record<CellStyle, number>> = {
  title: 1.35,
  subtitle: 1.35,
  paragraph: 1.55,
  heading: 1.3,
  subheading: 1.3,
  body: 1.4,
  tableHeader: 1.3,
  tableText: 1.3,
  tableCentered: 1.3,
  tableNumber: 1.3,
  note: 1.45,
  signature: 1.5,
  section: 1.5,
  tableSeal: 1.3,
  tableLines: 1.3,
}

/** Blank above and below the lines of a row, points. */
const PADDING: Readonly<Record<CellStyle, number>> = {
  title: 8,
  subtitle: 6,
  paragraph: 3,
  heading: 9,
  subheading: 8,
  body: 4,
  tableHeader: 9,
  tableText: 8.5,
  tableCentered: 8.5,
  tableNumber: 8.5,
  note: 3,
  signature: 4,
  section: 6,
  tableSeal: 8.5,
  tableLines: 8.5,
}

/** Left and right of a cell together, points; headings stand a little in from their border. */
const SIDES = 6
const INDENTED_SIDES = 18
/** Width of a letter or digit in ems, by the widest face an office program may fall back to. */
const NARROW = 0.64

/** Width of one line of text in ems. */
export function emsOf(text: string): number {
  let ems = 0
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2000 ? NARROW : 1
  return ems
}

/** Lines a text needs in a cell `width` points wide; a mark that may not begin a line can cost one more character. */
export function linesOf(text: string, width: number, style: CellStyle): number {
  if (text === '') return 1
  const sides = style === 'heading' || style === 'subheading' ? INDENTED_SIDES : SIDES
  const perLine = Math.max(1, (width - sides) / TYPE_SIZES[style])
  return text.split('\n').reduce((lines, line) => {
    const ems = emsOf(line)
    return lines + (ems <= perLine ? 1 : Math.ceil(ems / Math.max(1, Math.floor(perLine) - (perLine > 12 ? 1 : 0))))
  }, 0)
}

/** Height in points of a row that holds the text in one cell. Multiples of ¾ point, which is what a screen pixel allows a sheet to store. */
export function heightOf(text: string, width: number, style: CellStyle): number {
  return roundHeight(linesOf(text, width, style) * TYPE_SIZES[style] * PITCH[style] + PADDING[style])
}

/** Rounded up to what a sheet can store. */
export function roundHeight(height: number): number {
  return Math.ceil(height / 0.75) * 0.75
}
