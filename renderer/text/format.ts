const instantFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

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
