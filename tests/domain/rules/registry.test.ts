import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLAUSES, type ClausePlace } from '../../../electron/domain/rules/coverage-of-sources.ts'
import { NATIONAL_RULES } from '../../../electron/domain/rules/national/index.ts'
import { PACK_IDS } from '../../../electron/domain/rules/packs/pack-ids.ts'
import { packById, RULE_PACKS } from '../../../electron/domain/rules/packs/index.ts'
import { jiangxiPack } from '../../../electron/domain/rules/packs/jiangxi-township.ts'
import { ruleById, RULES } from '../../../electron/domain/rules/registry.ts'
import { combinedSource } from '../../../electron/domain/rules/citation.ts'
import type { Rule } from '../../../electron/domain/rules/rule.ts'
import { crowd, run, jiangxiUnits } from '../../kit/snapshot.ts'

/** Folder of each pack's rules, what its ids begin with, and the id books store. */
const PLACES = [
  { folder: 'jiangxi-township', prefix: 'R000-', pack: PACK_IDS.jiangxiTownship },
  { folder: 'masked-county-2022', prefix: 'R001-', pack: PACK_IDS.maskedCounty2022 },
  { folder: 'lingwu-2018', prefix: 'R002-', pack: PACK_IDS.lingwu2018 },
  { folder: 'yunnan-2011', prefix: 'R003-', pack: PACK_IDS.yunnan2011 },
  { folder: 'chenzhou', prefix: 'R004-', pack: PACK_IDS.chenzhou },
] as const
const folderUrl = (name: string) => new URL(`../../../electron/domain/rules/${name}/`, import.meta.url)

test('every rule is registered once, under its own id, national ones first', () => {
  const ids = RULES.map((rule) => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(ruleById(id)?.id).toBe(id)
  expect(ids.slice(0, NATIONAL_RULES.length)).toEqual(NATIONAL_RULES.map((rule) => rule.id))
  expect(ruleById('Z9')).toBeUndefined()
})

/** `a9-leadership-quota.ts`, `rn03-….ts`, `r07-….ts`: a file that names a rule is one. */
test.each([{ folder: 'national', pack: null }, ...PLACES])(
  'no rule file of $folder is forgotten',
  ({ folder, pack }) => {
    const files = readdirSync(folderUrl(folder)).filter((file) => /^(?:[a-i]|rn?)\d+-.*\.ts$/.test(file))
    expect(files.length).toBeGreaterThan(0)
    expect(RULES.filter((rule) => rule.pack === pack)).toHaveLength(files.length)
  },
)

test.each(RULES)('$id names its document and quotes its clause', (rule) => {
  const source = combinedSource(rule.sources)
  expect(source.document.length).toBeGreaterThan(3)
  expect(source.clause.length).toBeGreaterThan(4)
  expect(rule.pack).toBe(PLACES.find((place) => rule.id.startsWith(place.prefix))?.pack ?? null)
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

test("jiangxi-township: the plan's arithmetic", () => {
  const template = packById('seed-000')?.template
  const sum = (category: string) =>
    template?.units
      .flatMap((unit) => unit.quotas)
      .filter((quota) => quota.category === category)
      .reduce((total, quota) => total + quota.amount, 0)
  expect(template?.units.flatMap((unit) => unit.quotas)).toHaveLength(15)
  expect([sum('administrative'), sum('institution')]).toEqual([23, 28])
  expect(template?.ceilings).toEqual([
    { category: 'administrative', amount: 23 },
    { category: 'institution', amount: 28 },
  ])
  expect(template?.units.reduce((total, unit) => total + (unit.leadership?.amount ?? 0), 0)).toBe(
    template?.leadershipCeiling,
  )
  expect(template?.units.flatMap((unit) => unit.nameplates)).toEqual([
    '社会治安综合治理委员会办公室',
    '安全生产监督管理办公室',
    '人口与计划生育办公室',
    '动植检疫站',
    '新型农村合作医疗管理所',
    '社会救助所',
  ])
  expect(template?.units.find((unit) => unit.name === '财政所')?.managingBody).toBe('区财政局')
  expect(jiangxiUnits().filter((unit) => unit.kind === 'institution')).toHaveLength(7)
  // The published text has lost them: a township gives those of its own plan.
  expect(Object.keys(template ?? {}).toSorted()).toEqual([
    'ceilings',
    'documentTitle',
    'leadershipCeiling',
    'townshipKind',
    'units',
  ])
  expect([jiangxiPack.date, jiangxiPack.packFrom]).toEqual(['', null])
})

/** How many clauses each source has, by the prefix of its ids. */
const SOURCE_SIZES = {
  A: 17,
  B: 7,
  C: 8,
  D: 9,
  E: 5,
  F: 11,
  G: 10,
  H: 6,
  I: 5,
  'RN-': 9,
  'R000-': 20,
  'R001-': 18,
  'R002-': 14,
  'R003-': 11,
  'R004-': 6,
} as const
/** Sources whose every clause has its place. */
const COMPLETE: readonly (keyof typeof SOURCE_SIZES)[] = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'RN-',
  'R000-',
  'R001-',
  'R002-',
]

const EXPECTED_CLAUSES = Object.entries(SOURCE_SIZES).flatMap(([prefix, size]) =>
  Array.from(
    { length: size },
    (_, position) => prefix + (prefix.length === 1 ? `${position + 1}` : `${position + 1}`.padStart(2, '0')),
  ),
)
const prefixOf = (id: string) => Object.keys(SOURCE_SIZES).findLast((prefix) => id.startsWith(prefix)) ?? ''

test('a clause has one place, and every clause of a complete source has one', () => {
  const ids = CLAUSES.map((clause) => clause.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !EXPECTED_CLAUSES.includes(id))).toEqual([])
  expect(
    EXPECTED_CLAUSES.filter((id) => COMPLETE.some((prefix) => prefix === prefixOf(id)) && !ids.includes(id)),
  ).toEqual([])
})

test('every clause is where it is said to be', () => {
  const isThere = ({ id, how, where }: ClausePlace) =>
    how === 'rule'
      ? where === id && ruleById(id) !== undefined
      : how === 'covered'
        ? ruleById(where) !== undefined
        : existsSync(new URL(`../../../${where}`, import.meta.url))
  expect(CLAUSES.filter((clause) => !isThere(clause))).toEqual([])
  expect(
    [
      { id: 'A1', how: 'engine', where: 'electron/nowhere.ts' } as const,
      { id: 'A1', how: 'covered', where: 'Z9' } as const,
    ].filter(isThere),
  ).toEqual([])
})

test('what a rule covers is said of it in the list of clauses', () => {
  for (const rule of RULES)
    for (const covered of rule.covers ?? [])
      expect(CLAUSES).toContainEqual({ id: covered, how: 'covered', where: rule.id })
})

/** The table in electron/domain/rules/README.md. */
function rulesTable(rules: readonly Rule[]): string {
  const effects = {
    eligibility: 'non-compliant list',
    overQuota: 'over-quota list',
    evidence: 'flag 待补依据',
    data: 'flag 待更正',
    none: '–',
  }
  const rows = rules.map((rule) => {
    const { document, documentNumber, article } = combinedSource(rule.sources)
    return (
      `| ${rule.id} | ${rule.title} | ${rule.severity} | ${effects[rule.effect]} | ` +
      `${[`《${document.replaceAll('；', '》《')}》`, documentNumber, article].filter((part) => part !== null).join(' ')} | ` +
      `${rule.covers?.join(' ') ?? ''} |`
    )
  })
  return [
    '| id | rule | severity | what it does to a person | source | also covers |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function packSection({ folder, pack: id }: (typeof PLACES)[number]): string {
  const rules = RULES.filter((rule) => rule.pack === id)
  const pack = packById(id)
  return `## Pack ${folder} (\`${id}\`)\n\n《${pack?.title}》, ${pack?.locality}\n\n${rulesTable(rules)}`
}

function clausesTable(clauses: readonly ClausePlace[]): string {
  return [
    '| clause | how | where |',
    '| --- | --- | --- |',
    ...clauses.map(({ id, how, where }) => `| ${id} | ${how} | ${how === 'rule' ? '' : where} |`),
  ].join('\n')
}

const README = `# Rules

One rule is one file: its clause, its weight, what it reads, and a pure \`check\`. \`registry.ts\` lists them all, \`check-book.ts\` runs the
national ones and those of the book's pack. Rules of stage \`standing\` (C1, R000-13) run second: who is over quota depends on who is already
off the sheet for another reason. The severity and effect below are the rule's own; a rule may say less of a single case
(C3, C4 and C7 inform where people are properly set apart, F7 reminds before the month has come). What it weighs in a book follows its sources
(\`weight-in-force.ts\`): a paper of a place is a hint until its pack is chosen or the township adopts it, 要点 are never a violation.

One fact is one finding. A rule names the fact it speaks of (\`fact\`, a kind of \`fact-kind.ts\`) where another may speak of the same: A1, A2, A15
and the plan's own numbers all say \`lineOver\` of one unit and category. A rule that only repeats what another does to a person says so
(\`restates\`: R000-13 stands under whatever keeps the person off the sheet). \`domain/findings/facts\` gathers them, the gravest first; check,
inbox, papers, forms and counts show facts, the others stand beneath as "also by" with their own keys. An explanation given to any of them is
written down for all and holds while nothing graver speaks of the fact; a fact is cured when the last of its rules is silent.

To add a rule: a file beside the others, its clauses verbatim in \`sources\`, each naming a source of the law base (\`domain/law/texts\`), an
entry in the index of its folder, and a test with the clause's own example, the limit, one over, the day before and a property. To add a
locality: a file in \`packs/\` and, where it has rules of its own, a folder.

## National

${rulesTable(NATIONAL_RULES)}

${PLACES.map(packSection).join('\n\n')}

## 每一条在哪里

Where each clause of the sources lives: a rule of its own, covered by another rule, built into an engine, refused at a gate, or printed on a form.

${clausesTable(CLAUSES)}

This table is written by \`tests/domain/rules/registry.test.ts\`; bring it up to date with \`npx vitest run --project fast tests/domain/rules -u\`.
`

test('README.md lists the rules as they are', async () => {
  await expect(README).toMatchFileSnapshot('../../../electron/domain/rules/README.md')
})
