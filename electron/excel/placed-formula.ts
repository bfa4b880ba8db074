const REFERENCE = /R\[(-?\d+)\]C\[(-?\d+)\]/g
const LETTERS = 26

/** A relative formula as the cell at `row` and `column` (both from 1) writes it: `SUM(R[-3]C[0]:R[-1]C[0])` in C8 is `SUM(C5:C7)`. */
export function placedFormula(formula: string, row: number, column: number): string {
  return formula.replaceAll(
    REFERENCE,
    (_, down: string, right: string) => `${columnName(column + Number(right))}${row + Number(down)}`,
  )
}

/** A, B … Z, AA. */
function columnName(column: number): string {
  return column <= LETTERS
    ? letter(column)
    : `${columnName(Math.floor((column - 1) / LETTERS))}${letter(((column - 1) % LETTERS) + 1)}`
}

function letter(place: number): string {
  return String.fromCodePoint('A'.charCodeAt(0) + place - 1)
}
