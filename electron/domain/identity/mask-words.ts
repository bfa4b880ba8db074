/** A personal word that is neither number: its length says nothing either. */
export function maskWords(value: string): string {
  return `${value.slice(0, 1)}***`
}
