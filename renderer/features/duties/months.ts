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

const DAY_MS = 86_400_000

/** The weeks a `YYYY-MM` touches, Monday first, each as seven days `YYYY-MM-DD`. */
export function monthWeeks(month: string): readonly (readonly string[])[] {
  const { from, to } = monthRange(month)
  const first = Date.parse(from)
  // Sunday is 0 and ends the week.
  const before = (new Date(first).getUTCDay() + 6) % 7
  const start = first - before * DAY_MS
  const weeks = Math.ceil((before + Number(to.slice(8))) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => new Date(start + (week * 7 + day) * DAY_MS).toISOString().slice(0, 10)),
  )
}
