import type { CountyBook } from './county-book.ts'
import { prepared } from './prepared.ts'

/*
 * The read model: what every township shows now, as narrow flat tables for engines of larger sets. A township's rows bear its county, so that
 * whole counties are added, replaced and left out as files. Identity numbers are masked whatever the package told.
 */

export interface ModelColumn {
  readonly name: string
  readonly type: 'text' | 'int'
}
export interface ModelTable {
  readonly name: string
  readonly title: string
  readonly columns: readonly ModelColumn[]
  /**
   * Rows of the submissions of a region's townships, ids from `@first` to `@last`: the columns after `county`, in order. Null: not kept as rows, told
   * out of each township's package.
   */
  readonly rows: string | null
}

const text = (name: string): ModelColumn => ({ name, type: 'text' })
const int = (name: string): ModelColumn => ({ name, type: 'int' })
/** A township's name in every table: its code, else its number in the 主管本 it comes from. */
const TOWNSHIP = `coalesce(t.code, 't' || t.id)`
const of = (table: string, columns: string, alias: string) =>
  `SELECT ${TOWNSHIP}, ${columns} FROM township t JOIN ${table} ${alias} ON ${alias}.submission_id = t.current_submission
   WHERE t.region_id = @region AND t.id BETWEEN @first AND @last ORDER BY t.id`
const SUMS = ['quota', 'actual', 'reserved', 'vacancy', 'over_quota'].map(int)

export const READ_MODEL: readonly ModelTable[] = [
  {
    name: 'township',
    title: '乡镇：所在区划、截至哪天、领导职数、各名单人数',
    columns: [
      ...['county', 'township', 'name', 'county_name', 'city', 'province', 'type'].map(text),
      int('ethnic'),
      text('as_of'),
      ...['leader_quota', 'leader_actual', 'leader_vacancy', 'leader_over', 'chief_quota', 'chief_actual'].map(int),
      ...['deputy_quota', 'deputy_actual', 'in_quota', 'over_quota', 'non_compliant', 'off_quota', 'seconded'].map(int),
      ...['units', 'institutions'].map(int),
    ],
    rows: `SELECT ${TOWNSHIP}, t.name, @countyName, @city, @province, t.type, t.ethnic, s.as_of,
       n.leader_quota, n.leader_actual, n.leader_vacancy, n.leader_over, n.chief_quota, n.chief_actual, n.deputy_quota, n.deputy_actual,
       n.in_quota, n.over_quota, n.non_compliant, n.off_quota, n.seconded, n.units, n.institutions
     FROM township t JOIN submission s ON s.id = t.current_submission JOIN standing n ON n.submission_id = s.id
     WHERE t.region_id = @region AND t.id BETWEEN @first AND @last ORDER BY t.id`,
  },
  {
    name: 'unit',
    title: '机构',
    columns: ['county', 'township', 'unit', 'parent', 'name', 'kind'].map(text),
    rows: of('unit', 'u.id, u.parent, u.name, u.kind', 'u'),
  },
  {
    name: 'quota',
    title: '编制：一个机构一类编制一行',
    columns: [...['county', 'township', 'unit', 'category'].map(text), ...SUMS],
    rows: of('line', 'l.unit, l.category, l.quota, l.actual, l.reserved, l.vacancy, l.over', 'l'),
  },
  {
    name: 'seat',
    title: '岗位和坐着的人',
    columns: ['county', 'township', 'seat', 'unit', 'title', 'leadership', 'state', 'person', 'kind'].map(text),
    rows: null,
  },
  {
    name: 'person',
    title: '人员：身份证号遮住',
    columns: [
      ...['county', 'township', 'person', 'name', 'number', 'sex', 'birth', 'unit', 'post', 'category', 'list'].map(
        text,
      ),
      text('status'),
      int('counted'),
      ...['leads', 'retires'].map(text),
    ],
    rows: of(
      'person',
      'p.id, p.name, p.number, p.sex, p.birth, p.unit, p.post, p.category, p.list, p.status, p.counted, p.leads, p.retires',
      'p',
    ),
  },
  {
    name: 'finding',
    title: '问题：各乡镇的规则查出来的',
    columns: ['county', 'township', 'finding', 'rule', 'title', 'severity', 'state', 'unit', 'person', 'text'].map(
      text,
    ),
    rows: of('finding', 'f.id, f.rule, f.title, f.severity, f.state, f.unit, f.person, f.text', 'f'),
  },
  {
    name: 'total',
    title: '合计：一个乡镇一类编制一行，连同总数',
    columns: [...['county', 'township', 'category'].map(text), int('ceiling'), ...SUMS],
    rows: of('total', 'c.category, c.ceiling, c.quota, c.actual, c.reserved, c.vacancy, c.over', 'c'),
  },
]

const ADDED = ['quota', 'actual', 'reserved', 'vacancy', 'over_quota'] as const
const sums = (alias: string) => ADDED.map((name) => `CAST(sum(${alias}.${name}) AS bigint) AS ${name}`).join(', ')
const addedUp = (names: readonly string[]) =>
  names.map((name) => `CAST(sum(t.${name}) AS bigint) AS ${name}`).join(', ')
const divided = (role: 'chief' | 'deputy') =>
  `CASE WHEN count(t.${role}_quota) = count(*) THEN CAST(sum(t.${role}_quota) AS bigint) END AS ${role}_quota,
  ${addedUp([`${role}_actual`])}`

export interface RollUp {
  readonly name: string
  readonly title: string
  readonly sql: string
}

/** The roll-up in standard SQL: the same statements on every engine, and the same numbers as those of the 主管本. */
export const ROLL_UPS: readonly RollUp[] = [
  {
    name: 'by_township',
    title: '每个乡镇每类编制',
    sql: `SELECT q.county, q.township, q.category, ${sums('q')} FROM quota q GROUP BY q.county, q.township, q.category`,
  },
  ...(['county', 'city', 'province'] as const).map((level): RollUp => {
    const columns = { county: 't.province, t.city, t.county_name', city: 't.province, t.city', province: 't.province' }
    return {
      name: `by_${level}`,
      title: { county: '每个县每类编制', city: '每个市每类编制', province: '每个省每类编制' }[level],
      sql: `SELECT ${columns[level]}, c.category, CAST(sum(c.ceiling) AS bigint) AS ceiling, ${sums('c')}
FROM total c JOIN township t ON t.county = c.county AND t.township = c.township GROUP BY ${columns[level]}, c.category`,
    }
  }),
  {
    name: 'by_category',
    title: '全部，每类编制',
    sql: `SELECT c.category, CAST(sum(c.ceiling) AS bigint) AS ceiling, ${sums('c')} FROM total c GROUP BY c.category`,
  },
  {
    name: 'standing',
    title: '领导职数和各名单人数；正副职有一个乡镇没有分开核定的为空',
    sql: `SELECT count(*) AS townships,
  CAST(sum(t.in_quota + t.over_quota + t.non_compliant + t.off_quota + t.seconded) AS bigint) AS people,
  ${addedUp(['leader_quota', 'leader_actual', 'leader_vacancy', 'leader_over'])},
  ${divided('chief')}, ${divided('deputy')},
  ${addedUp(['in_quota', 'over_quota', 'non_compliant', 'off_quota', 'seconded', 'institutions'])}
FROM township t`,
  },
  {
    name: 'findings_by_rule',
    title: '没有说明的问题：每条规则在几个乡镇、几个',
    sql: `SELECT f.rule, count(DISTINCT f.township) AS townships, count(*) AS findings FROM finding f WHERE f.state = 'open' GROUP BY f.rule`,
  },
  {
    name: 'doubles',
    title: '姓名和露出的号码都相同、在不止一个乡镇占编的，要核对',
    sql: `SELECT p.number, p.name, count(DISTINCT p.township) AS townships FROM person p
WHERE p.counted = 1 AND p.number IS NOT NULL GROUP BY p.number, p.name HAVING count(DISTINCT p.township) > 1`,
  },
  {
    name: 'retiring',
    title: '占编人员预计退休，按月',
    sql: `SELECT p.retires, count(*) AS people FROM person p WHERE p.counted = 1 AND p.retires IS NOT NULL GROUP BY p.retires`,
  },
  {
    name: 'uncounted',
    title: '核对：实有和数出来的人不一样的编制，应当一行也没有',
    sql: `SELECT q.county, q.township, q.unit, q.category, q.actual, coalesce(n.people, 0) AS people FROM quota q
LEFT JOIN (SELECT p.county, p.township, p.unit, p.category, count(*) AS people FROM person p WHERE p.counted = 1
  GROUP BY p.county, p.township, p.unit, p.category) n
  ON n.county = q.county AND n.township = q.township AND n.unit = q.unit AND n.category = q.category
WHERE q.actual <> coalesce(n.people, 0)`,
  },
]

/** Townships that have something to show, of a region, in order of id. */
export function shownTownships(county: CountyBook, regionId: number): readonly number[] {
  const rows = prepared(
    county,
    `SELECT id FROM township WHERE region_id = ? AND current_submission IS NOT NULL ORDER BY id`,
  ).all(regionId) as { readonly id: number }[]
  return rows.map((row) => row.id)
}

export type ModelRow = readonly (string | number | null)[]

/** A region's place above and beside: what `township` tells of it. */
export interface ModelRegion {
  readonly region: number
  readonly countyName: string
  readonly city: string
  readonly province: string
}

/** Townships of a region, ids from `first` to `last`. */
export interface ModelSpan extends ModelRegion {
  readonly first: number
  readonly last: number
}

/** Rows of one table, without the county's own name in front. */
export function modelRows(
  county: CountyBook,
  table: ModelTable & { readonly rows: string },
  asked: ModelSpan,
): readonly ModelRow[] {
  const statement = prepared(county, table.rows).raw(true)
  return statement.all(
    table.name === 'township' ? asked : { region: asked.region, first: asked.first, last: asked.last },
  ) as never
}

/** What each township shows now, the package as it is kept, by the name it goes by in every table. */
export function* shownPackages(
  county: CountyBook,
  { region, first, last }: ModelSpan,
): Generator<{ readonly township: string; readonly bytes: Uint8Array }> {
  const ask = prepared(
    county,
    `SELECT t.id, ${TOWNSHIP} AS township, s.content AS bytes FROM township t JOIN submission s ON s.id = t.current_submission
     WHERE t.region_id = ? AND t.id BETWEEN ? AND ? ORDER BY t.id LIMIT 1`,
  )
  for (let from = first; ;) {
    const row = ask.get(region, from, last) as { id: number; township: string; bytes: Buffer } | undefined
    if (row === undefined) return
    yield { township: row.township, bytes: row.bytes }
    from = row.id + 1
  }
}
