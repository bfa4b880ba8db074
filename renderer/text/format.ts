const instantFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** A UTC instant as the office clock shows it: `2026-11-22 10:02`. */
export function formatInstant(instant: string): string {
  const time = new Date(instant)
  return Number.isNaN(time.getTime()) ? instant : instantFormat.format(time)
}

/** The first characters of a hash: enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8)
}

/** A value, or the dash that says "not on record". */
export function orDash(value: string | null | undefined): string {
  return value === null || value === undefined || value === '' ? '—' : value
}

/** Bytes as people say them. */
export function formatBytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** `1月1日—3日`. */
export function rangeText([from, to]: readonly [string, string]): string {
  if (from === to) return shortDay(from)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${shortDay(from)}—${Number(to.slice(8))}日`
    : `${shortDay(from)}—${shortDay(to)}`
}

/** `1月9日`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
