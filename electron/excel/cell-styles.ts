import { attribute, elements } from './xml-text.ts'

/** What filling must know of the form's styles, by style number (`s` of a cell). The style sheet itself is only read. */
export interface CellStyles {
  readonly bordered: (style: string | undefined) => boolean
  /** How a cell shows dates: `day`, `month` (no day in its format), or null for a cell that shows none. */
  readonly dateOf: (style: string | undefined) => 'day' | 'month' | null
  /** A cell that shows 0.286 as 28.6%. */
  readonly isPercent: (style: string | undefined) => boolean
}

/** Built-in number formats that show per cent. */
const BUILT_IN_PERCENTS = new Set([9, 10])

/** Built-in number formats of dates (ECMA-376 18.8.30), the East Asian ones included; those of 年 and 月 alone show no day. */
const BUILT_IN_DAYS = new Set([14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 58])
const BUILT_IN_MONTHS = new Set([17, 55, 57])

/** Reads xl/styles.xml. */
export function readCellStyles(xml: string): CellStyles {
  const borders = elements(section(xml, 'borders'), 'border').map(({ inner }) =>
    /<(?:[\w.-]+:)?(?:left|right|top|bottom)\s[^<>]*style=/.test(inner),
  )
  const codes = new Map(
    elements(section(xml, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attribute(attributes, 'numFmtId') ?? '',
      attribute(attributes, 'formatCode') ?? '',
    ]),
  )
  const styles = elements(section(xml, 'cellXfs'), 'xf').map(({ attributes }) => attributes)
  const styleAt = (style: string | undefined) => styles[Number(style ?? '0')] ?? ''
  const codeOf = (style: string | undefined) => {
    const id = attribute(styleAt(style), 'numFmtId') ?? '0'
    return { id: Number(id), code: codes.get(id) }
  }
  return {
    isPercent: (style) => {
      const { id, code } = codeOf(style)
      return code === undefined ? BUILT_IN_PERCENTS.has(id) : code.includes('%')
    },
    bordered: (style) => borders[Number(attribute(styleAt(style), 'borderId') ?? '0')] ?? false,
    dateOf: (style) => {
      const { id, code } = codeOf(style)
      if (code !== undefined) return dateInCode(code)
      return BUILT_IN_DAYS.has(id) ? 'day' : BUILT_IN_MONTHS.has(id) ? 'month' : null
    },
  }
}

function section(xml: string, name: string): string {
  return elements(xml, name)[0]?.inner ?? ''
}

function dateInCode(code: string): 'day' | 'month' | null {
  const letters = (code.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase()
  if (!letters.includes('y')) return null
  return letters.includes('d') ? 'day' : 'month'
}
