import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLAUSES, type ClausePlace } from '../../../electron/domain/rules/coverage-of-sources.ts'
import { NATIONAL_RULES } from '../../../electron/domain/rules/national/index.ts'
import { packById, RULE_PACKS } from '../../../electron/domain/rules/packs/index.ts'
import { seed000Pack } from '../../../electron/domain/rules/packs/seed-000.ts'
import { ruleById, RULES } from '../../../electron/domain/rules/registry.ts'
import type { Rule } from '../../../electron/domain/rules/rule.ts'
import { crowd, run, seed000Units } from '../../kit/snapshot.ts'

const SEEDS = ['000', '001', '002', '003', '004'] as const
const folder = (name: string) => new URL(`../../../electron/domain/rules/${name}/`, import.meta.url)

test('every rule is registered once, under its own id, national ones first', () => {
  const ids = RULES.map((rule) => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(ruleById(id)?.id).toBe(id)
  expect(ids.slice(0, NATIONAL_RULES.length)).toEqual(NATIONAL_RULES.map((rule) => rule.id))
  expect(ruleById('Z9')).toBeUndefined()
})

/** `a9-leadership-quota.ts`, `rn03-….ts`, `r07-….ts`: a file that names a rule is one. */
test.each(['national', ...SEEDS.map((seed) => `seed-${seed}`)])('no rule file of %s is forgotten', (name) => {
  const files = readdirSync(folder(name)).filter((file) => /^(?:[a-i]|rn?)\d+-.*\.ts$/.test(file))
  expect(RULES.filter((rule) => (rule.pack ?? 'national') === name)).toHaveLength(files.length)
})

test.each(RULES)('$id names its document and quotes its clause', (rule) => {
  expect(rule.source.document.length).toBeGreaterThan(3)
  expect(rule.source.clause.length).toBeGreaterThan(4)
  expect(rule.pack).toBe(SEEDS.filter((seed) => rule.id.startsWith(`R${seed}-`)).map((seed) => `seed-${seed}`)[0] ?? null)
})

test.each(RULE_PACKS)('every parameter of $id says what it is and where it comes from', (pack) => {
  for (const parameter of Object.values(pack.parameters)) {
    expect(parameter.title.length).toBeGreaterThan(1)
    expect(parameter.document.length).toBeGreaterThan(3)
    expect(parameter.value !== null || parameter.clause !== null).toBe(true)
  }
})

test('a rule of the second stage never keeps anybody off the sheet for eligibility: the order of people over quota would shift under it', () => {
  expect(RULES.filter((rule) => rule.stage === 'standing' && rule.effect === 'eligibility')).toEqual([])
})

test('every pack has the parameters its rules use', () => {
  for (const pack of RULE_PACKS) {
    const used = RULES.filter((rule) => rule.pack === null || rule.pack === pack.id).flatMap((rule) => rule.parameters)
    expect(used.filter((name) => pack.parameters[name] === undefined)).toEqual([])
  }
})

test('a book of a pack this version does not know is checked by the national rules', () => {
  const spec = { units: [{ name: '党政办', quotas: { administrative: 1 } }], people: crowd(2, '甲', '党政办') }
  expect(run({ ...spec, packId: 'seed-999' }).findings).toEqual(run(spec).findings)
})

test("seed-000: the plan's arithmetic", () => {
  const template = packById('seed-000')?.template
  const sum = (category: string) => template?.units.flatMap((unit) => unit.quotas).filter((quota) => quota.category === category).reduce((total, quota) => total + quota.amount, 0)
  expect(template?.units.flatMap((unit) => unit.quotas)).toHaveLength(15)
  expect([sum('administrative'), sum('institution')]).toEqual([23, 28])
  expect(template?.ceilings).toEqual([{ category: 'administrative', amount: 23 }, { category: 'institution', amount: 28 }])
  expect(template?.units.reduce((total, unit) => total + (unit.leadership?.amount ?? 0), 0)).toBe(template?.leadershipCeiling)
  expect(template?.units.flatMap((unit) => unit.nameplates)).toEqual(['社会治安综合治理委员会办公室', '安全生产监督管理办公室', '人口与计划生育办公室', '动植检疫站', '新型农村合作医疗管理所', '社会救助所'])
  expect(template?.units.find((unit) => unit.name === '财政所')?.managingBody).toBe('区财政局')
  expect(seed000Units().filter((unit) => unit.kind === 'institution')).toHaveLength(7)
  expect([template?.documentNumber, template?.effectiveOn, seed000Pack.packFrom]).toEqual(['山编办〔2006〕12号', '2006-11-01', '2006-11-01'])
})

/** How many clauses each source has, by the prefix of its ids. */
const SOURCE_SIZES = { A: 15, B: 7, C: 8, D: 8, E: 5, F: 10, G: 8, H: 5, I: 5, 'RN-': 9, 'R000-': 16, 'R001-': 17, 'R002-': 14, 'R003-': 11, 'R004-': 6 } as const
/** Sources whose every clause has its place. */
const COMPLETE: readonly (keyof typeof SOURCE_SIZES)[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'RN-', 'R000-', 'R001-', 'R002-']

const EXPECTED_CLAUSES = Object.entries(SOURCE_SIZES).flatMap(([prefix, size]) => Array.from({ length: size }, (_, position) => prefix + (prefix.length === 1 ? `${position + 1}` : `${position + 1}`.padStart(2, '0'))))
const prefixOf = (id: string) => Object.keys(SOURCE_SIZES).findLast((prefix) => id.startsWith(prefix)) ?? ''

test('a clause has one place, and every clause of a complete source has one', () => {
  const ids = CLAUSES.map((clause) => clause.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !EXPECTED_CLAUSES.includes(id))).toEqual([])
  expect(EXPECTED_CLAUSES.filter((id) => COMPLETE.some((prefix) => prefix === prefixOf(id)) && !ids.includes(id))).toEqual([])
})

test('every clause is where it is said to be', () => {
  const isThere = ({ id, how, where }: ClausePlace) => (how === 'rule' ? where === id && ruleById(id) !== undefined : how === 'covered' ? ruleById(where) !== undefined : existsSync(new URL(`../../../${where}`, import.meta.url)))
  expect(CLAUSES.filter((clause) => !isThere(clause))).toEqual([])
  expect([{ id: 'A1', how: 'engine', where: 'electron/nowhere.ts' } as const, { id: 'A1', how: 'covered', where: 'Z9' } as const].filter(isThere)).toEqual([])
})

test('what a rule covers is said of it in the list of clauses', () => {
  for (const rule of RULES) for (const covered of rule.covers ?? []) expect(CLAUSES).toContainEqual({ id: covered, how: 'covered', where: rule.id })
})

/** The table in electron/domain/rules/README.md. */
function rulesTable(rules: readonly Rule[]): string {
  const effects = { eligibility: 'non-compliant list', overQuota: 'over-quota list', evidence: 'flag 待补依据', data: 'flag 待更正', none: '–' }
  const rows = rules.map((rule) => {
    const { document, documentNumber, article } = rule.source
    return `| ${rule.id} | ${rule.title} | ${rule.severity} | ${effects[rule.effect]} | ${[`《${document}》`, documentNumber, article].filter((part) => part !== null).join(' ')} | ${rule.covers?.join(' ') ?? ''} |`
  })
  return ['| id | rule | severity | what it does to a person | source | also covers |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n')
}

function packSection(id: string): string {
  const rules = RULES.filter((rule) => rule.pack === id)
  const pack = packById(id)
  return `## Pack ${id}\n\n《${pack?.title}》, ${pack?.locality}\n\n${rulesTable(rules)}`
}

function clausesTable(clauses: readonly ClausePlace[]): string {
  return ['| clause | how | where |', '| --- | --- | --- |', ...clauses.map(({ id, how, where }) => `| ${id} | ${how} | ${how === 'rule' ? '' : where} |`)].join('\n')
}

const README = `# Rules

One rule is one file: its clause, its weight, what it reads, and a pure \`check\`. \`registry.ts\` lists them all, \`check-book.ts\` runs the
national ones and those of the book's pack. Rules of stage \`standing\` (C1, R000-13) run second: who is over quota depends on who is already
off the sheet for another reason. The severity and effect below are the rule's own; a rule may say less of a single case
(C3, C4 and C7 inform where people are properly set apart, F7 reminds before the month has come).

To add a rule: a file beside the others, its clause verbatim in \`source\`, an entry in the index of its folder, and a test with the clause's own
example, the limit, one over, the day before and a property. To add a locality: a file in \`packs/\` and, where it has rules of its own, a folder.

## National

${rulesTable(NATIONAL_RULES)}

${SEEDS.map((seed) => packSection(`seed-${seed}`)).join('\n\n')}

## 每一条在哪里

Where each clause of the sources lives: a rule of its own, covered by another rule, built into an engine, refused at a gate, or printed on a form.

${clausesTable(CLAUSES)}

This table is written by \`tests/domain/rules/registry.test.ts\`; bring it up to date with \`npx vitest run --project fast tests/domain/rules -u\`.
`

test('README.md lists the rules as they are', async () => {
  await expect(README).toMatchFileSnapshot('../../../electron/domain/rules/README.md')
})
