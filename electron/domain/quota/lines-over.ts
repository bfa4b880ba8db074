import type { FigureLine } from '../model/figures.ts'
import { madeOf } from '../model/made-of.ts'

/** The lines with 超编, in their order: found once, however many rules and sentences ask. Most lines of a book have room. */
export const linesOver = madeOf((lines: readonly FigureLine[]): readonly FigureLine[] =>
  lines.filter((line) => line.over > 0),
)
