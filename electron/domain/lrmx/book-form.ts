import type { ReviewResult } from '../../vocabulary/record-lists.ts'
import { factsOfRow } from '../../vocabulary/person-fields.ts'
import { readResidentId } from '../identity/resident-id.ts'
import type { HoldingTable, PersonTable, PersonVersionTable, RecordTable } from '../ledger/rows/fact-rows.ts'
import type { LedgerBook } from '../ledger/book/ledger-book.ts'
import { rowInForce } from '../ledger/rows/row-in-force.ts'
import type { PlainDate, PlainMonth } from '../model/plain-date.ts'
import { isCivilService } from '../model/quota-category.ts'
import type { Appointment, FamilyMember, PersonFile, Resume } from '../model/records.ts'
import { expectedRetirement } from '../retirement/expected-retirement.ts'
import { FORM_FIELDS, type FormFamilyMember, type FormField, type FormValues } from './elements.ts'
import { writeResumeLine, type ResumeLine } from './resume.ts'

/* What the book knows of a person that stands on a 任免审批表: what is recorded, and what follows from posts and reviews. */

export interface BookForm {
  readonly personId: string
  /** Recorded; null where the book has nothing. */
  readonly values: FormValues
  readonly derived: DerivedForm
}

/** What the book's other records say, for where the form's own are silent. */
export interface DerivedForm {
  /** Township, unit and post of the day, with what is held beside it; null: no post. */
  readonly post: string | null
  /** Since when, as far as the post is one of the book's. */
  readonly postSince: PlainDate | null
  readonly resume: string | null
  readonly assessments: string | null
  readonly reportingUnit: string | null
  /** 到龄年月 by the retirement engine; null where it must be asked. */
  readonly retirement: PlainMonth | null
}

/** Records of people, by person: made once for a whole folder of forms. */
export type RecordsByPerson = ReadonlyMap<string | null, readonly RecordTable[]>

export function recordsByPerson(ledger: LedgerBook): RecordsByPerson {
  return Map.groupBy(ledger.facts.record, (row) => row.person_id)
}

/** The record of a kind in force on the day; the content as its kind has it. */
export function recordOn<Content>(
  rows: readonly RecordTable[],
  kind: string,
  day: PlainDate,
): { readonly row: RecordTable; readonly content: Partial<Content> } | null {
  const row = rows.find((own) => own.kind === kind && rowInForce(own, day))
  // Content was checked by its kind's schema before it was written; a field that came later may be missing.
  return row === undefined ? null : { row, content: JSON.parse(row.content) as Partial<Content> }
}

/** Family members in force on the day, in their order. */
export function familyOn(
  rows: readonly RecordTable[],
  day: PlainDate,
): readonly { readonly row: RecordTable; readonly member: FormFamilyMember }[] {
  return rows
    .filter((row) => row.kind === 'familyMember' && rowInForce(row, day))
    .map((row) => ({ row, content: JSON.parse(row.content) as Partial<FamilyMember> }))
    .toSorted((left, right) => (left.content.place ?? 1_000) - (right.content.place ?? 1_000))
    .map(({ row, content }) => ({
      row,
      member: {
        relation: content.relation ?? null,
        name: content.name ?? null,
        birth: content.birth ?? null,
        politicalStatus: content.politicalStatus ?? null,
        work: content.work ?? null,
      },
    }))
}

/** The version of a person in force on the day, else the newest before, else the first. */
export function versionOn(versions: readonly PersonVersionTable[], day: PlainDate): PersonVersionTable | undefined {
  return versions.findLast((version) => version.valid_from <= day) ?? versions[0]
}

/** Everything the book has for the person's form on the day. */
export function bookForm(ledger: LedgerBook, records: RecordsByPerson, person: PersonTable, day: PlainDate): BookForm {
  const rows = records.get(person.id) ?? []
  const file = recordOn<PersonFile>(rows, 'personFile', day)?.content ?? {}
  const appointment = recordOn<Appointment>(rows, 'appointment', day)?.content ?? {}
  const number = person.id_number === null ? null : readResidentId(person.id_number)
  const version = versionOn(ledger.personVersions(person.id), day)
  const fields: Record<FormField, string | null> = {
    name: person.name,
    sex: person.sex ?? number?.sex ?? null,
    birth: person.birth ?? number?.birth ?? null,
    ethnicity: person.ethnicity,
    nativePlace: file.nativePlace ?? null,
    birthplace: file.birthplace ?? null,
    joinedPartyOn: file.partyJoined ?? null,
    otherParty: file.otherParty ?? null,
    startedWorkOn: person.work_started,
    health: file.health ?? null,
    professionalTitle: version?.professional_title ?? null,
    specialty: file.specialty ?? null,
    fullTimeEducation: file.fullTimeEducation ?? null,
    fullTimeDegree: file.fullTimeDegree ?? null,
    fullTimeSchool: file.fullTimeSchool ?? null,
    fullTimeDegreeSchool: file.fullTimeDegreeSchool ?? null,
    inServiceEducation: file.inServiceEducation ?? null,
    inServiceDegree: file.inServiceDegree ?? null,
    inServiceSchool: file.inServiceSchool ?? null,
    inServiceDegreeSchool: file.inServiceDegreeSchool ?? null,
    post: appointment.currentPost ?? null,
    proposedPost: appointment.proposedPost ?? null,
    removedPost: appointment.removedPost ?? null,
    resume: recordOn<Resume>(rows, 'resume', day)?.content.text ?? null,
    honours: file.honours ?? null,
    assessments: appointment.assessments ?? null,
    reason: appointment.reason ?? null,
    reportingUnit: appointment.reportingUnit ?? null,
    ageAsOf: appointment.ageAsOf ?? null,
    filledOn: appointment.filledOn ?? null,
    filledBy: appointment.filledBy ?? null,
    idNumber: person.id_number,
  }
  return {
    personId: person.id,
    values: { fields, family: familyOn(rows, day).map(({ member }) => member) },
    derived: derivedForm(ledger, rows, person, version, day),
  }
}

/** A form that says nothing. */
export const NO_FIELDS = Object.fromEntries(FORM_FIELDS.map((field) => [field, null])) as Readonly<
  Record<FormField, null>
>

function derivedForm(
  ledger: LedgerBook,
  rows: readonly RecordTable[],
  person: PersonTable,
  version: PersonVersionTable | undefined,
  day: PlainDate,
): DerivedForm {
  const present = ledger.holdingsOf(person.id, day).filter((holding) => holding.post_id !== null)
  const main = ledger.countedHolding(person.id, day) ?? present.find((holding) => holding.kind !== 'concurrent')
  const township = townshipOn(ledger, day)
  const others = present.filter((holding) => holding.kind === 'concurrent' && holding.id !== main?.id)
  const post =
    main === undefined
      ? null
      : [main, ...others].map((own, place) => placeText(ledger, own, day, place === 0)).join('、')
  const title = main === undefined ? '' : titleOn(ledger, main, day)
  return {
    post: post === '' ? null : post,
    postSince: main?.valid_from ?? null,
    resume: resumeOf(ledger, person.id, day),
    assessments: assessmentsOf(rows, main?.category ?? null),
    reportingUnit: township === '' ? null : `${township}党委`,
    retirement: main === undefined ? null : retirementMonth(person, version, main, title),
  }
}

function townshipOn(ledger: LedgerBook, day: PlainDate): string {
  return ledger.rootAt(day)?.name ?? ledger.facts.book[0]?.name ?? ''
}

function titleOn(ledger: LedgerBook, holding: HoldingTable, day: PlainDate): string {
  return holding.post_id === null ? '' : (ledger.postAt(holding.post_id, day)?.title ?? '')
}

/** 云溪乡财政所会计; the leaders of the township have no office between. */
function placeText(ledger: LedgerBook, holding: HoldingTable, day: PlainDate, whole: boolean): string {
  if (holding.post_id === null) return holding.counterpart ?? ''
  const post = ledger.postAt(holding.post_id, day) ?? ledger.postVersions(holding.post_id).at(-1)
  if (post === undefined) return ''
  const unit = ledger.unitAt(post.unit_id, day) ?? ledger.unitVersions(post.unit_id).at(-1)
  const office = unit === undefined || unit.kind === 'township' || unit.kind === 'leadership' ? '' : unit.name
  return `${whole ? townshipOn(ledger, day) : ''}${office}${post.title}`
}

/** The person's posts one after another, as the book has them; null: none. */
function resumeOf(ledger: LedgerBook, personId: string, day: PlainDate): string | null {
  const lines: ResumeLine[] = []
  const held = ledger
    .allHoldingsOf(personId)
    .filter((own) => own.post_id !== null && own.kind !== 'concurrent' && own.valid_from <= day)
  for (const holding of held) {
    const text = placeText(ledger, holding, holding.valid_from, true)
    const from = lines.length === 0 ? (holding.entered_on ?? holding.valid_from) : holding.valid_from
    const to = holding.valid_to === null || holding.valid_to > day ? null : holding.valid_to
    const last = lines.at(-1)
    if (last !== undefined && last.text === text) lines[lines.length - 1] = { ...last, to }
    else lines.push({ from, to, text })
  }
  return lines.length === 0 ? null : lines.map(writeResumeLine).join('\n')
}

const YEARS_SHOWN = 3

/** 2024年、2025年年度考核均为称职. */
function assessmentsOf(rows: readonly RecordTable[], category: HoldingTable['category']): string | null {
  const fit = category === null || isCivilService(category) || category === 'worker' ? '称职' : '合格'
  const words: Readonly<Record<ReviewResult, string>> = {
    excellent: '优秀',
    competent: fit,
    basic: `基本${fit}`,
    incompetent: `不${fit}`,
    undetermined: '不定等次',
    exempt: '不进行考核',
  }
  const reviews = rows
    .filter((row) => row.kind === 'annualReview')
    .map((row) => JSON.parse(row.content) as { readonly year?: number; readonly result?: ReviewResult })
    .flatMap(({ year, result }) =>
      year === undefined ? [] : [{ year, word: result === undefined ? '' : (words[result] ?? '') }],
    )
    .filter(({ word }) => word !== '')
    .toSorted((left, right) => left.year - right.year)
    .slice(-YEARS_SHOWN)
  const [first] = reviews
  if (first === undefined) return null
  if (reviews.every(({ word }) => word === first.word))
    return `${reviews.map(({ year }) => `${year}年`).join('、')}年度考核${reviews.length > 1 ? '均' : ''}为${first.word}`
  return reviews.map(({ year, word }) => `${year}年年度考核为${word}`).join('，')
}

function retirementMonth(
  person: PersonTable,
  version: PersonVersionTable | undefined,
  holding: HoldingTable,
  title: string,
): PlainMonth | null {
  const expected = expectedRetirement(
    {
      ...factsOfRow('person', person),
      ...factsOfRow('version', version),
      id: person.id,
      name: person.name,
      disputedIdNumber: person.disputed_id_number,
      // 到龄 is the statutory month, whatever was arranged around it.
      retirementArrangement: null,
    },
    { category: holding.category },
    title,
  )
  return expected.kind === 'known' ? expected.statutory : null
}
