import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** Program log: event names, ids, codes and numbers. Never a name, an ID number or anything typed. */
export interface Log {
  readonly info: (event: string, fields?: LogFields) => void
  readonly error: (event: string, fields?: LogFields) => void
}

/** Logs are kept longer than the six months the law asks for, then removed. */
const KEEP_DAYS = 400

/**
 * One JSON line per event in `<dataFolder>/logs/dingbian-YYYY-MM-DD.log` (UTC day).
 * A log that cannot be written never stops the program.
 */
export function openLog(dataFolder: string, now: () => Date = () => new Date()): Log {
  const folder = join(dataFolder, 'logs')
  quietly(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    removeOld(folder, now())
  })
  const write = (level: 'info' | 'error', event: string, fields: LogFields = {}) => {
    const at = now().toISOString()
    const line = JSON.stringify({ at, level, event, ...withoutValues(fields) })
    quietly(() => appendFileSync(join(folder, `dingbian-${at.slice(0, 10)}.log`), `${line}\n`, { mode: 0o600 }))
  }
  return {
    info: (event, fields) => write('info', event, fields),
    error: (event, fields) => write('error', event, fields),
  }
}

/** Second line of defence: callers pass ids and codes, but a Chinese word or a long run of digits is struck out even if one slips in. */
function withoutValues(fields: LogFields): LogFields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, strike(value)]))
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function strike(value: LogFields[string]): LogFields[string] {
  if (typeof value === 'number') return Math.abs(value) < 1e10 ? value : '[#]'
  if (typeof value !== 'string') return value
  if (UUID.test(value)) return value
  return value.replaceAll(/\p{Script=Han}+/gu, '[字]').replaceAll(/\d{11,}[Xx]?/g, '[#]')
}

function removeOld(folder: string, today: Date): void {
  const oldest = new Date(today.getTime() - KEEP_DAYS * 86_400_000).toISOString().slice(0, 10)
  for (const name of readdirSync(folder)) {
    const day = /^dingbian-(\d{4}-\d{2}-\d{2})\.log$/.exec(name)?.[1]
    if (day !== undefined && day < oldest) rmSync(join(folder, name))
  }
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Reported nowhere on purpose: the log is the place to report to.
  }
}

/** A line for the person or program that started us. */
export function printLine(text: string): void {
  console.log(text)
}

/** A line on the error stream: explanations, never data that another program reads. */
export function printError(text: string): void {
  console.error(text)
}
