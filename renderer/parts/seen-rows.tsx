import { SeenListButtons } from './seen-list.tsx'

/** A head with the width it has beside the others on paper. */
export type SeenHead = readonly [title: string, width: number]

/** The longest text a cell of a printed list takes. */
const MOST_LETTERS = 2000

/** 打印所见 and 导出所见 of a list of which the screen draws only a part: all of it, as it is narrowed and ordered there. */
export function SeenRows({
  title,
  note,
  heads,
  rows,
}: {
  readonly title: string
  readonly note: string
  readonly heads: readonly SeenHead[]
  /** A text for each head; made when it is asked for. */
  readonly rows: () => readonly (readonly string[])[]
}) {
  return (
    <div className="table-tools">
      <SeenListButtons
        title={title}
        note={note}
        seen={() => ({
          columns: heads.map(([head, width]) => ({ title: head, width })),
          rows: rows().map((row) => row.map((text) => text.slice(0, MOST_LETTERS))),
        })}
      />
    </div>
  )
}
