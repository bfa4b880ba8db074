import type { Input, Output } from '../../contract/operations.ts'
import { compareContents, matchUnits } from '../../domain/county/compare-contents.ts'
import {
  QUOTA_CATEGORY_NAMES,
  UNIT_KIND_NAMES,
  type QuotaCategory,
  type UnitKind,
} from '../../vocabulary/establishment.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { readAnswers } from '../../store/county/answer-store.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import {
  readLedgerTotals,
  readRegions,
  readToldNames,
  townshipsNamed,
  type TownshipRow,
} from '../../store/county/county-store.ts'
import { listCountyDuties, listCountyPeople, listUnitLines } from '../../store/county/rollup-store.ts'
import {
  countByRule,
  countFindings,
  listCountyFindings,
  listDoubles,
} from '../../store/county/county-findings-store.ts'
import { readSubmissionBytes, readSubmissions } from '../../store/county/submission-store.ts'
import type { CountyContext } from './county-context.ts'
import { categoryOf, sumsOf } from './figure-words.ts'
import { contentOfBytes } from './read-package.ts'

/** What one answer lists of findings: more than a city has. The rest is counted, and stands in the exported tables. */
const MOST_FINDINGS = 20_000
const MOST_DOUBLES = 5_000

/** One township opened. @throws `township_unknown`, `township_ambiguous` */
export async function readTownship(
  input: Input<'county.township'>,
  { county }: CountyContext,
): Promise<Output<'county.township'>> {
  const row = findTownship(county, input.township)
  const region = readRegions(county).find((one) => one.id === row.regionId)?.name ?? ''
  const answers = readAnswers(county, row.id)
  const shown = row.currentSubmission
  const units = Map.groupBy(shown === null ? [] : listUnitLines(county, shown), (line) => line.id)
  return {
    township: { id: row.id, name: row.name, code: row.code, region },
    submissions: readSubmissions(county, row.id).map((one) => {
      const answer = answers.find((own) => own.submissionId === one.id)
      return {
        id: one.id,
        asOf: one.asOf,
        madeAt: one.madeAt,
        receivedAt: one.receivedAt,
        kind: one.kind,
        people: one.people,
        masked: one.numbers === 'masked',
        fileName: one.fileName,
        current: one.id === shown,
        answer: answer === undefined ? null : { number: answer.number, accepted: answer.accepted === 1 },
      }
    }),
    units: [...units.values()].flatMap((lines) => {
      const [first] = lines
      return first === undefined
        ? []
        : [
            {
              id: first.id,
              name: first.name,
              kind: UNIT_KIND_NAMES[first.kind as UnitKind],
              lines: lines
                .filter((line): line is typeof line & { category: QuotaCategory } => line.category !== null)
                .map((line) => ({ ...categoryOf(line.category), ...sumsOf(line) })),
            },
          ]
    }),
    findings: listCountyFindings(county, { township: row.id, severity: null, limit: MOST_FINDINGS }).map(
      ({ rule, title, severity, state, unit, text }) => ({ rule, title, severity, state, unit: unit ?? '', text }),
    ),
    duties: shown === null ? [] : [...listCountyDuties(county, shown)],
    ledger: readLedgerTotals(county, row.id).map(({ category, amount, documentNumber }) => ({
      ...categoryOf(category as QuotaCategory),
      amount,
      documentNumber,
    })),
  }
}

/** Names behind a figure. */
export async function readCountyPeople(
  input: Input<'county.people'>,
  { county }: CountyContext,
): Promise<Output<'county.people'>> {
  const { total, people } = listCountyPeople(county, {
    township: input.township === undefined ? null : findTownship(county, input.township).id,
    region: input.region ?? null,
    unit: input.unit ?? null,
    category: input.category ?? null,
    list: input.list ?? null,
    leaders: input.leaders === true ? 1 : null,
    retiringBy: input.retiringBy ?? null,
    limit: input.limit ?? 1000,
  })
  return {
    total,
    people: people.map((row) => ({
      ...row,
      unit: row.unit ?? '',
      category: row.category === null ? '' : QUOTA_CATEGORY_NAMES[row.category],
    })),
  }
}

/** Findings of the townships as their own rules found them, and what only the level above can see. */
export async function readCountyFindings(
  input: Input<'county.findings'>,
  { county }: CountyContext,
): Promise<Output<'county.findings'>> {
  const township = input.township === undefined ? null : findTownship(county, input.township).id
  const asked = { township, severity: input.severity ?? null }
  const counts = countFindings(county, asked)
  return {
    counts: { ...counts },
    total: counts.error + counts.warning + counts.info + counts.explained,
    findings: [...listCountyFindings(county, { ...asked, limit: input.limit ?? MOST_FINDINGS })],
    across: township === null ? acrossTownships(county) : [],
    byRule: [...countByRule(county)],
  }
}

/** 一人在两个乡镇占编: whole numbers say so, masked ones raise the question. */
function acrossTownships(county: CountyBook): Output<'county.findings'>['across'] {
  return listDoubles(county, MOST_DOUBLES).map(({ number, name, townships }) => {
    const masked = number.includes('*')
    const names = [...new Set(townships.split('、'))]
    return {
      title: masked ? '可能一人在两个乡镇占编' : '一人在两个乡镇占编',
      severity: masked ? ('warning' as const) : ('error' as const),
      townships: names,
      text: masked
        ? `${name}在${names.join('、')}都占编，证件号露出的几位相同，请核对是不是同一人。`
        : `${name}在${names.join('、')}都占编，身份证号相同。一人只能占一个编制。`,
    }
  })
}

/** What is other between two submissions of a township: the present and the one before unless told. @throws `township_unknown` */
export async function readDifferences(
  input: Input<'county.differences'>,
  { county }: CountyContext,
): Promise<Output<'county.differences'>> {
  const row = findTownship(county, input.township)
  const submissions = readSubmissions(county, row.id)
  const to = submissions.find((one) => one.id === (input.to ?? row.currentSubmission))
  const earlier = submissions.slice(to === undefined ? 0 : submissions.indexOf(to) + 1)
  const from = input.from === undefined ? earlier[0] : submissions.find((one) => one.id === input.from)
  if (to === undefined) throw new Refusal('township_unknown', { name: input.township })
  if (from === undefined)
    return { township: row.name, from: null, to: to.asOf, differences: [], unmatched: [], former: [] }
  const [before, after] = [from, to].map((one) => contentOfBytes(readSubmissionBytes(county, one.id)))
  if (before === undefined || after === undefined) throw new Error('a submission without its content')
  const told = readToldNames(county, row.id)
  const matches = matchUnits(before.parts.units, after.parts.units, told)
  const kept = new Set(matches.map((match) => match.former))
  return {
    township: row.name,
    from: from.asOf,
    to: to.asOf,
    differences: [...compareContents(before, after, told)],
    unmatched: matches.filter((match) => match.how === 'none').map((match) => match.name),
    former: before.parts.units.filter((unit) => !kept.has(unit.id)).map((unit) => unit.name),
  }
}

/** The township somebody names. @throws `township_unknown`, `township_ambiguous` */
export function findTownship(county: CountyBook, text: string): TownshipRow {
  const found = townshipsNamed(county, text.trim())
  const [row] = found
  if (row === undefined) throw new Refusal('township_unknown', { name: text })
  if (found.length > 1) {
    const regions = new Map(readRegions(county).map((region) => [region.id, region.name]))
    throw new Refusal('township_ambiguous', {
      name: text,
      count: found.length,
      choices: found
        .map((one) => `${regions.get(one.regionId) ?? ''}${one.code === null ? '' : ` ${one.code}`}`)
        .join('、'),
    })
  }
  return row
}
