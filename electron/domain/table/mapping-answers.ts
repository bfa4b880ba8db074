import { shownText, type RawSheet } from './raw-workbook.ts'
import type { SheetMapping } from './recognised-workbook.ts'
import { compact } from './sheet-grid.ts'
import { LEAVE_OUT, type Answers } from './table-types.ts'

/* What she says of a sheet's header and columns as answers, so that it is kept like them; and back. A header row is known again by its words. */

/** A correction by hand as answers. */
export function answersOfMapping(sheet: RawSheet, key: string, mapping: SheetMapping): Answers {
  const { purpose, headerRow, columns = {} } = mapping
  const words = headerRow === undefined ? '' : rowWords(sheet.rows[headerRow - 1])
  return {
    ...(purpose === undefined ? {} : { [`purpose:${key}`]: purpose }),
    ...(words === '' ? {} : { [`header:${key}`]: words }),
    ...Object.fromEntries(
      Object.entries(columns).map(([letters, field]) => [`column:${key}:${letters}`, field ?? LEAVE_OUT]),
    ),
  }
}

/** What the answers say of a sheet; undefined: nothing. */
export function mappingOfAnswers(sheet: RawSheet, key: string, answers: Answers): SheetMapping | undefined {
  const start = `column:${key}:`
  const columns = Object.entries(answers).flatMap(([id, answer]) =>
    id.startsWith(start) ? [[id.slice(start.length), answer === LEAVE_OUT ? null : answer] as const] : [],
  )
  const words = answers[`header:${key}`]
  const header = words === undefined ? -1 : sheet.rows.findIndex((cells) => rowWords(cells) === words)
  const purpose = answers[`unread:${key}`] === LEAVE_OUT ? 'ignored' : purposeOf(answers[`purpose:${key}`])
  if (columns.length === 0 && header === -1 && purpose === undefined) return undefined
  return {
    sheet: sheet.name,
    ...(purpose === undefined ? {} : { purpose }),
    ...(header === -1 ? {} : { headerRow: header + 1 }),
    ...(columns.length === 0 ? {} : { columns: Object.fromEntries(columns) }),
  }
}

function rowWords(cells: RawSheet['rows'][number] | undefined): string {
  return (cells ?? [])
    .map((cell) => compact(shownText(cell)))
    .join('|')
    .replace(/\|+$/u, '')
}

function purposeOf(text: string | undefined): SheetMapping['purpose'] {
  return text === 'ignored' || text === 'roster' || text === 'quotas' ? text : undefined
}
