import { linesWhere } from './lines-where.ts'

/** The lines with 超编, in their order. Most lines of a book have room. */
export const linesOver = linesWhere((line) => line.over > 0)
