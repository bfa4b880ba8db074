import { useRef } from 'react'
import type { ReactNode } from 'react'
import { SeenListButtons } from './seen-list.tsx'

/** A drawn table whose rows are all there, with 打印所见 and 导出所见 below it: what its cells say is what comes on paper. */
export function SeenTable({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note: string
  readonly children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  return (
    <>
      <div ref={box} className="seen-table">
        {children}
      </div>
      <div className="table-tools">
        <SeenListButtons
          title={title}
          note={note}
          seen={() => readTable(box.current?.querySelector('table') ?? null)}
        />
      </div>
    </>
  )
}

/** Heads and lines of a table as texts; a cell of several rows or columns says its text in each of them. */
function readTable(table: HTMLTableElement | null) {
  const heads = [...(table?.tHead?.rows ?? [])].at(-1)
  const columns = [...(heads?.cells ?? [])].map((cell) => ({
    title: textOf(cell),
    width: Math.max(40, Math.round(cell.getBoundingClientRect().width)),
    number: cell.classList.contains('align-right'),
    said: cell.querySelector('.visually-hidden') === null && textOf(cell) !== '操作',
  }))
  const lines: string[][] = []
  const held: string[][] = []
  for (const row of [...(table?.tBodies ?? [])].flatMap((body) => [...body.rows])) {
    const line: string[] = held.shift() ?? []
    let at = 0
    for (const cell of row.cells) {
      while (line[at] !== undefined) at += 1
      for (let across = 0; across < cell.colSpan; across += 1) {
        line[at + across] = across === 0 ? textOf(cell) : ''
        for (let down = 1; down < cell.rowSpan; down += 1) {
          const below = (held[down - 1] ??= [])
          below[at + across] = textOf(cell)
        }
      }
    }
    lines.push(line)
  }
  const wanted = columns.flatMap(({ said }, place) => (said ? [place] : []))
  return {
    columns: wanted.flatMap((place) => {
      const column = columns[place]
      return column === undefined ? [] : [{ title: column.title, width: column.width, number: column.number }]
    }),
    rows: lines.map((line) => wanted.map((place) => line[place] ?? '')),
  }
}

function textOf(cell: HTMLElement): string {
  return cell.innerText.replaceAll(/\s+/g, ' ').trim()
}
