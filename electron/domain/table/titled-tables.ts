import type { TableHeader } from './find-tables.ts'
import type { HeaderMatcher } from './header-match.ts'
import { labelParts, readSectionTitle, type KnownNames } from './section-title.ts'
import type { SheetGrid } from './sheet-grid.ts'

/* Which tables of a sheet are one list going on overleaf, and which stand under a title of their own. */

/** A table directly under a text that names an office or a 编制, as the first one is: the title of a table of its own, and no heading within one. */
export function isTitled(
  grid: SheetGrid,
  header: TableHeader,
  before: TableHeader,
  {
    first,
    pageTitles,
    known,
  }: { readonly first: number; readonly pageTitles: ReadonlySet<string>; readonly known: KnownNames },
): boolean {
  const own = textAbove(grid, header.first, before.last)
  const kind = own === '' || pageTitles.has(own) ? null : kindOfTitle(own, known)
  return kind !== null && kind === kindOfTitle(textAbove(grid, first, -1), known)
}

/** The first text of the nearest row above with something in it; '' where there is none down to `end`. */
function textAbove(grid: SheetGrid, row: number, end: number): string {
  for (let above = row - 1; above > end; above -= 1) {
    const [column] = grid.filled(above)
    if (column !== undefined) return grid.text(above, column)
  }
  return ''
}

function kindOfTitle(text: string, known: KnownNames): 'unit' | 'category' | null {
  const { unit, category, group } = readSectionTitle(labelParts(text)[0] ?? text, known)
  return unit !== null ? 'unit' : category !== null && !group ? 'category' : null
}

/** What stands beside the first of them, as counts do, is no part of it. */
export function sameHeader(one: TableHeader, other: TableHeader | undefined, match: HeaderMatcher): boolean {
  const heads = ({ paths }: TableHeader) => paths.map((path) => (match(path) === null ? [] : path))
  return other !== undefined && JSON.stringify(heads(one)) === JSON.stringify(heads(other))
}
