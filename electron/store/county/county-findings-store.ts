import type { CountyBook } from './county-book.ts'
import { hasNumberIndex } from './number-index.ts'
import { prepared } from './prepared.ts'

/* What the townships' own rules found, and who is counted twice. */

export interface CountyFindingRow {
  readonly township: string
  readonly townshipCode: string | null
  readonly rule: string
  readonly title: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly state: 'open' | 'explained'
  readonly unit: string | null
  readonly person: string | null
  readonly text: string
}

export function listCountyFindings(
  county: CountyBook,
  asked: { readonly township: number | null; readonly severity: string | null; readonly limit: number },
): readonly CountyFindingRow[] {
  return prepared(
    county,
    `SELECT t.name AS township, t.code AS townshipCode, f.rule, f.title, f.severity, f.state, u.name AS unit, p.name AS person, f.text
     FROM township t JOIN finding f ON f.submission_id = t.current_submission
       LEFT JOIN unit u ON u.submission_id = f.submission_id AND u.id = f.unit
       LEFT JOIN person p ON p.submission_id = f.submission_id AND p.id = f.person
     WHERE (@township IS NULL OR t.id = @township) AND (@severity IS NULL OR f.severity = @severity)
     ORDER BY t.region_id, coalesce(t.code, ''), t.id, CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.id
     LIMIT @limit`,
  ).all(asked) as CountyFindingRow[]
}

export interface FindingCounts {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly explained: number
}

/** How many of each weight are open, and how many explained; nothing is held in memory. */
export function countFindings(
  county: CountyBook,
  asked: { readonly township: number | null; readonly severity: string | null },
): FindingCounts {
  return prepared(
    county,
    `SELECT coalesce(sum(f.state = 'open' AND f.severity = 'error'), 0) AS error,
       coalesce(sum(f.state = 'open' AND f.severity = 'warning'), 0) AS warning,
       coalesce(sum(f.state = 'open' AND f.severity = 'info'), 0) AS info,
       coalesce(sum(f.state = 'explained'), 0) AS explained
     FROM township t JOIN finding f ON f.submission_id = t.current_submission
     WHERE (@township IS NULL OR t.id = @township) AND (@severity IS NULL OR f.severity = @severity)`,
  ).get(asked) as FindingCounts
}

export interface RuleCount {
  readonly rule: string
  readonly title: string
  readonly townships: number
  readonly findings: number
}

/** Of every rule: in how many townships, how often. Open ones; counted a township at a time, so that nothing large is sorted in memory. */
export function countByRule(county: CountyBook): readonly RuleCount[] {
  const own = prepared(
    county,
    `SELECT rule, max(title) AS title, count(*) AS findings FROM finding WHERE submission_id = ? AND state = 'open' GROUP BY rule`,
  )
  const counts = new Map<string, RuleCount>()
  const shown = prepared(county, `SELECT current_submission FROM township WHERE current_submission IS NOT NULL`)
  for (const id of shown.pluck().all() as number[])
    for (const { rule, title, findings } of own.all(id) as Omit<RuleCount, 'townships'>[]) {
      const known = counts.get(rule) ?? { rule, title, townships: 0, findings: 0 }
      counts.set(rule, { ...known, townships: known.townships + 1, findings: known.findings + findings })
    }
  return [...counts.values()].toSorted(
    (left, right) => right.findings - left.findings || (left.rule < right.rule ? -1 : 1),
  )
}

export interface DoubleRow {
  readonly number: string
  readonly name: string
  readonly townships: string
}

/** One number and name counted in more than one township, at most so many. */
export function listDoubles(county: CountyBook, limit: number): readonly DoubleRow[] {
  return prepared(
    county,
    `SELECT p.number, p.name, group_concat(t.name, '、') AS townships
     FROM person p ${hasNumberIndex(county) ? 'INDEXED BY person_number' : ''} JOIN township t ON t.current_submission = p.submission_id
     WHERE p.number IS NOT NULL AND p.counted = 1
     GROUP BY p.number, p.name HAVING count(DISTINCT t.id) > 1 ORDER BY p.number, p.name LIMIT ?`,
  ).all(limit) as DoubleRow[]
}
