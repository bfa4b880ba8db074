import type { Workbook } from 'exceljs'
import { repackZip } from './repack-zip.ts'

/* What every workbook of ours has in common: nothing of this computer in it, the same bytes from the same content, one standard font. */

/**
 * A column's width is counted in digits of the workbook's standard font. A digit of Times New Roman 12 is exactly 6 points (8 screen pixels), in
 * the font itself and in its free twins, so that every office program makes the columns as wide as the paper; with the library's Calibri they
 * come out up to a third wider where that font is missing, and the whole sheet is shrunk to fit.
 */
const STANDARD_FONT = '<font><sz val="12"/><color theme="1"/><name val="Times New Roman"/><family val="1"/></font>'
export const POINTS_PER_DIGIT = 6
/** Drawn a little narrower than the paper, so that rounding never makes "fit to width" shrink the type. */
export const WIDTH_ALLOWANCE = 0.995
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1))

/** File properties: the program, a fixed day, nobody's name. */
export function describeWorkbook(workbook: Workbook): void {
  workbook.creator = '定编'
  workbook.lastModifiedBy = '定编'
  workbook.created = FIXED_DATE
  workbook.modified = FIXED_DATE
}

/** The workbook as the bytes of an .xlsx. Packed once, by us: the library's own packing would be undone at once. */
export async function packWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const options: Parameters<Workbook['xlsx']['writeBuffer']>[0] = {
    useSharedStrings: true,
    useStyles: true,
    zip: { compression: 'STORE' },
  }
  return repackZip(new Uint8Array(await workbook.xlsx.writeBuffer(options)), withStandardFont)
}

/** The first font of the style sheet is the standard font; the library cannot be told another. */
function withStandardFont(part: string, content: Buffer): Buffer {
  if (part !== 'xl/styles.xml') return content
  return Buffer.from(content.toString('utf8').replace(/<font>.*?<\/font>/s, STANDARD_FONT), 'utf8')
}
