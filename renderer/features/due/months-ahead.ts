/** The day so many months later; one the month does not have becomes its last. */
export function dayAfterMonths(day: string, months: number): string {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + months
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const date = new Date(Date.UTC(year, month, Math.min(Number(day.slice(8, 10)), last)))
  return date.toISOString().slice(0, 10)
}

/** Months from the day's own on, as choices. */
export function monthsBetween(
  day: string,
  months: number,
): readonly { readonly value: string; readonly label: string }[] {
  return Array.from({ length: months + 1 }, (_, step) => {
    const value = dayAfterMonths(`${day.slice(0, 7)}-01`, step).slice(0, 7)
    return { value, label: `${Number(value.slice(0, 4))} 年 ${Number(value.slice(5, 7))} 月` }
  })
}
