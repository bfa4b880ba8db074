import type { QuotaCategory } from '../../vocabulary/establishment.ts'
import type { CountyBook } from './county-book.ts'
import { prepared } from './prepared.ts'

/*
 * Adding up: plain aggregates over the rows of the submissions shown, the present ones or those of a day. The same statements stand in
 * `county-sql` for the engines of larger sets.
 */

/** Which submissions are added up: what every township shows now, or what it had shown by a day. `region`: those under it. */
export interface Shown {
  readonly asOf: string | null
  readonly region: number | null
}

const REGIONS = `WITH RECURSIVE inside (id) AS (
    SELECT id FROM region WHERE id = coalesce(@region, 1)
    UNION ALL SELECT r.id FROM region r JOIN inside ON r.parent_id = inside.id),
  shown (township_id, region_id, name, code, submission_id) AS (
    SELECT t.id, t.region_id, t.name, t.code,
      CASE WHEN @asOf IS NULL THEN t.current_submission ELSE
        (SELECT s.id FROM submission s WHERE s.township_id = t.id AND s.as_of <= @asOf
         ORDER BY s.as_of DESC, s.journal_seq DESC, s.id DESC LIMIT 1) END
    FROM township t WHERE t.region_id IN (SELECT id FROM inside)
      AND (t.ended_on IS NULL OR @asOf < t.ended_on))`

export interface SumRow {
  readonly category: QuotaCategory
  readonly ceiling: number | null
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
}
export interface TownshipSumRow extends SumRow {
  readonly townshipId: number
  readonly regionId: number
  readonly township: string
  readonly townshipCode: string | null
}

/** A line a township and category. */
export function sumByTownship(county: CountyBook, shown: Shown): readonly TownshipSumRow[] {
  return prepared(
    county,
    `${REGIONS} SELECT shown.township_id AS townshipId, shown.region_id AS regionId, shown.name AS township,
       shown.code AS townshipCode, l.category, NULL AS ceiling, sum(l.quota) AS quota, sum(l.actual) AS actual,
       sum(l.reserved) AS reserved, sum(l.vacancy) AS vacancy, sum(l.over) AS over
     FROM shown JOIN line l ON l.submission_id = shown.submission_id
     GROUP BY shown.township_id, l.category ORDER BY shown.region_id, coalesce(shown.code, ''), shown.township_id`,
  ).all(shown) as TownshipSumRow[]
}

/** A line a region and category, of townships directly in it. */
export function sumByRegion(county: CountyBook, shown: Shown): readonly (SumRow & { readonly regionId: number })[] {
  return prepared(
    county,
    `${REGIONS} SELECT shown.region_id AS regionId, t.category, sum(t.ceiling) AS ceiling, sum(t.quota) AS quota,
       sum(t.actual) AS actual, sum(t.reserved) AS reserved, sum(t.vacancy) AS vacancy, sum(t.over) AS over
     FROM shown JOIN total t ON t.submission_id = shown.submission_id GROUP BY shown.region_id, t.category`,
  ).all(shown) as never
}

export function sumByCategory(county: CountyBook, shown: Shown): readonly SumRow[] {
  return prepared(
    county,
    `${REGIONS} SELECT t.category, sum(t.ceiling) AS ceiling, sum(t.quota) AS quota, sum(t.actual) AS actual,
       sum(t.reserved) AS reserved, sum(t.vacancy) AS vacancy, sum(t.over) AS over
     FROM shown JOIN total t ON t.submission_id = shown.submission_id GROUP BY t.category`,
  ).all(shown) as SumRow[]
}

export interface StandingRow {
  readonly townships: number
  readonly people: number
  readonly leaderQuota: number
  readonly leaderActual: number
  readonly leaderVacancy: number
  readonly leaderOver: number
  /** Null where a township's document does not divide the number. */
  readonly chiefQuota: number | null
  readonly chiefActual: number
  readonly deputyQuota: number | null
  readonly deputyActual: number
  readonly inQuota: number
  readonly overQuota: number
  readonly nonCompliant: number
  readonly offQuota: number
  readonly seconded: number
  readonly institutions: number
}

/** 领导职数 and people by list, all together. */
export function sumStanding(county: CountyBook, shown: Shown): StandingRow {
  return prepared(
    county,
    `${REGIONS} SELECT count(*) AS townships,
       coalesce(sum(in_quota + over_quota + non_compliant + off_quota + seconded), 0) AS people,
       coalesce(sum(leader_quota), 0) AS leaderQuota, coalesce(sum(leader_actual), 0) AS leaderActual,
       coalesce(sum(leader_vacancy), 0) AS leaderVacancy, coalesce(sum(leader_over), 0) AS leaderOver,
       CASE WHEN count(chief_quota) = count(*) THEN sum(chief_quota) END AS chiefQuota,
       coalesce(sum(chief_actual), 0) AS chiefActual,
       CASE WHEN count(deputy_quota) = count(*) THEN sum(deputy_quota) END AS deputyQuota,
       coalesce(sum(deputy_actual), 0) AS deputyActual,
       coalesce(sum(in_quota), 0) AS inQuota, coalesce(sum(over_quota), 0) AS overQuota,
       coalesce(sum(non_compliant), 0) AS nonCompliant, coalesce(sum(off_quota), 0) AS offQuota,
       coalesce(sum(seconded), 0) AS seconded, coalesce(sum(institutions), 0) AS institutions
     FROM shown JOIN standing ON standing.submission_id = shown.submission_id`,
  ).get(shown) as StandingRow
}

/** A township with what it had shown; the numbers are null where it had handed in nothing by then. */
export interface TownshipStandingRow {
  readonly id: number
  readonly regionId: number
  readonly name: string
  readonly code: string | null
  readonly mergedInto: number | null
  readonly submissionId: number | null
  readonly asOf: string | null
  readonly leaderQuota: number
  readonly leaderActual: number
  readonly leaderVacancy: number
  readonly leaderOver: number
  readonly institutions: number
  readonly offQuota: number
}

/** Every township that stands on the day, by region and code. */
export function listStandings(county: CountyBook, shown: Shown): readonly TownshipStandingRow[] {
  return prepared(
    county,
    `${REGIONS} SELECT shown.township_id AS id, shown.region_id AS regionId, shown.name, shown.code,
       t.merged_into AS mergedInto, s.id AS submissionId, s.as_of AS asOf,
       coalesce(n.leader_quota, 0) AS leaderQuota, coalesce(n.leader_actual, 0) AS leaderActual,
       coalesce(n.leader_vacancy, 0) AS leaderVacancy, coalesce(n.leader_over, 0) AS leaderOver,
       coalesce(n.institutions, 0) AS institutions, coalesce(n.off_quota, 0) AS offQuota
     FROM shown JOIN township t ON t.id = shown.township_id
       LEFT JOIN submission s ON s.id = shown.submission_id LEFT JOIN standing n ON n.submission_id = s.id
     ORDER BY shown.region_id, coalesce(shown.code, ''), shown.township_id`,
  ).all(shown) as TownshipStandingRow[]
}

/** 民族乡 among the townships shown. */
export function countEthnic(county: CountyBook, shown: Shown): number {
  const row = prepared(
    county,
    `${REGIONS} SELECT count(*) AS n FROM shown JOIN township t ON t.id = shown.township_id
     WHERE t.ethnic = 1 AND shown.submission_id IS NOT NULL`,
  ).get(shown) as { readonly n: number }
  return row.n
}

/** One line a township, everything the table of the screen shows. */
export interface TownshipLine extends Omit<StandingRow, 'townships' | 'people' | 'institutions'> {
  readonly id: number
  readonly regionId: number
  readonly name: string
  readonly code: string | null
  readonly asOf: string | null
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
  readonly errors: number
  readonly warnings: number
  readonly overdue: number
  readonly retiring: number
  readonly answered: 0 | 1 | null
}

/** `retiringBy`: last month of those counted as soon to retire. */
export function listTownshipLines(
  county: CountyBook,
  asked: { readonly region: number | null; readonly retiringBy: string },
): readonly TownshipLine[] {
  return prepared(
    county,
    `${REGIONS} SELECT shown.township_id AS id, shown.region_id AS regionId, shown.name, shown.code, s.as_of AS asOf,
       t.quota, t.actual, t.reserved, t.vacancy, t.over,
       n.leader_quota AS leaderQuota, n.leader_actual AS leaderActual, n.leader_vacancy AS leaderVacancy,
       n.leader_over AS leaderOver, n.chief_quota AS chiefQuota, n.chief_actual AS chiefActual,
       n.deputy_quota AS deputyQuota, n.deputy_actual AS deputyActual, n.in_quota AS inQuota, n.over_quota AS overQuota,
       n.non_compliant AS nonCompliant, n.off_quota AS offQuota, n.seconded,
       (SELECT count(*) FROM finding f WHERE f.submission_id = s.id AND f.severity = 'error' AND f.state = 'open') AS errors,
       (SELECT count(*) FROM finding f WHERE f.submission_id = s.id AND f.severity = 'warning' AND f.state = 'open') AS warnings,
       (SELECT count(*) FROM duty d WHERE d.submission_id = s.id) AS overdue,
       (SELECT count(*) FROM person p WHERE p.submission_id = s.id AND p.counted = 1 AND p.retires <= @retiringBy) AS retiring,
       (SELECT a.accepted FROM answer a WHERE a.submission_id = s.id ORDER BY a.id DESC LIMIT 1) AS answered
     FROM shown JOIN submission s ON s.id = shown.submission_id
       JOIN standing n ON n.submission_id = s.id
       JOIN (SELECT submission_id, sum(quota) AS quota, sum(actual) AS actual, sum(reserved) AS reserved, sum(vacancy) AS vacancy,
               sum(over) AS over FROM total GROUP BY submission_id) t ON t.submission_id = s.id
     ORDER BY shown.region_id, coalesce(shown.code, ''), shown.township_id`,
  ).all({ ...asked, asOf: null }) as TownshipLine[]
}

export interface UnitLineRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly category: QuotaCategory | null
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
}

/** The units of a submission with their lines; one row without a category for a unit that has none. */
export function listUnitLines(county: CountyBook, submissionId: number): readonly UnitLineRow[] {
  return prepared(
    county,
    `SELECT u.id, u.name, u.kind, l.category, coalesce(l.quota, 0) AS quota, coalesce(l.actual, 0) AS actual,
       coalesce(l.reserved, 0) AS reserved, coalesce(l.vacancy, 0) AS vacancy, coalesce(l.over, 0) AS over
     FROM unit u LEFT JOIN line l ON l.submission_id = u.submission_id AND l.unit = u.id
     WHERE u.submission_id = ? ORDER BY u.sort_order, u.id`,
  ).all(submissionId) as UnitLineRow[]
}

export interface CountyPersonRow {
  readonly id: string
  readonly township: string
  readonly unit: string | null
  readonly name: string
  readonly number: string | null
  readonly sex: string | null
  readonly birth: string | null
  readonly post: string
  readonly category: QuotaCategory | null
  readonly status: string
  readonly retires: string | null
}

/** Null: whatever it is. */
export interface PeopleAsked {
  readonly township: number | null
  /** Those of its townships, and of everything under it. */
  readonly region: number | null
  readonly unit: string | null
  readonly category: string | null
  readonly list: string | null
  /** 1: those who use a leadership post. */
  readonly leaders: number | null
  readonly retiringBy: string | null
  readonly limit: number
}

const PEOPLE = `FROM township t JOIN person p ON p.submission_id = t.current_submission
  LEFT JOIN unit u ON u.submission_id = p.submission_id AND u.id = p.unit
  WHERE (@township IS NULL OR t.id = @township)
    AND (@region IS NULL OR t.region_id IN (
      WITH RECURSIVE inside (id) AS (SELECT @region UNION ALL SELECT r.id FROM region r JOIN inside ON r.parent_id = inside.id)
      SELECT id FROM inside))
    AND (@unit IS NULL OR p.unit = @unit OR u.name = @unit)
    AND (@category IS NULL OR (p.counted = 1 AND p.category = @category)) AND (@list IS NULL OR p.list = @list)
    AND (@leaders IS NULL OR p.leads IS NOT NULL) AND (@retiringBy IS NULL OR (p.counted = 1 AND p.retires <= @retiringBy))`

export function listCountyPeople(
  county: CountyBook,
  asked: PeopleAsked,
): { readonly total: number; readonly people: readonly CountyPersonRow[] } {
  const { total } = prepared(county, `SELECT count(*) AS total ${PEOPLE}`).get(asked) as { readonly total: number }
  const people = prepared(
    county,
    `SELECT p.id, t.name AS township, u.name AS unit, p.name, p.number, p.sex, p.birth, p.post, p.category, p.status, p.retires
     ${PEOPLE} ORDER BY t.region_id, coalesce(t.code, ''), t.id, u.sort_order, p.leads IS NULL, p.id LIMIT @limit`,
  ).all(asked) as CountyPersonRow[]
  return { total, people }
}

export interface DutyRow {
  readonly title: string
  readonly dueOn: string | null
  readonly text: string
}

export function listCountyDuties(county: CountyBook, submissionId: number): readonly DutyRow[] {
  return prepared(
    county,
    `SELECT title, due_on AS dueOn, text FROM duty WHERE submission_id = ? ORDER BY due_on, id`,
  ).all(submissionId) as DutyRow[]
}
