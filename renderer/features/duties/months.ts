/** First and last day of a `YYYY-MM`. */
export function monthRange(month: string): { readonly from: string; readonly to: string } {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${String(days).padStart(2, '0')}` }
}

/** The month so many months later. */
export function monthAfter(month: string, count: number): string {
  const first = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + count, 1))
  return first.toISOString().slice(0, 7)
}
