import { noColumns } from '../../vocabulary/person-fields.ts'
import type { FactWrite } from '../ledger/planning/event-plan.ts'
import type { PersonTable, RecordTable } from '../ledger/rows/fact-rows.ts'
import type { LedgerBook } from '../ledger/book/ledger-book.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { Appointment, PersonFile } from '../model/records.ts'
import { familyOn, recordOn, versionOn, type RecordsByPerson } from './book-form.ts'
import type { DifferingField } from './compare-form.ts'
import type { FormField, FormValues } from './elements.ts'

/* Where the book keeps what a form says. A form puts right what was believed: a record in force is changed in place. */

export interface FormWriteTools {
  readonly newId: () => string
  readonly recordedAt: string
  readonly today: PlainDate
}

type Pairs = readonly (readonly [FormField, string])[]

const FILE_FIELDS: Pairs & readonly (readonly [FormField, keyof PersonFile])[] = [
  ['nativePlace', 'nativePlace'],
  ['birthplace', 'birthplace'],
  ['joinedPartyOn', 'partyJoined'],
  ['otherParty', 'otherParty'],
  ['health', 'health'],
  ['specialty', 'specialty'],
  ['fullTimeEducation', 'fullTimeEducation'],
  ['fullTimeDegree', 'fullTimeDegree'],
  ['fullTimeSchool', 'fullTimeSchool'],
  ['fullTimeDegreeSchool', 'fullTimeDegreeSchool'],
  ['inServiceEducation', 'inServiceEducation'],
  ['inServiceDegree', 'inServiceDegree'],
  ['inServiceSchool', 'inServiceSchool'],
  ['inServiceDegreeSchool', 'inServiceDegreeSchool'],
  ['honours', 'honours'],
]
const APPOINTMENT_FIELDS: Pairs & readonly (readonly [FormField, keyof Appointment])[] = [
  ['post', 'currentPost'],
  ['proposedPost', 'proposedPost'],
  ['removedPost', 'removedPost'],
  ['assessments', 'assessments'],
  ['reason', 'reason'],
  ['reportingUnit', 'reportingUnit'],
  ['ageAsOf', 'ageAsOf'],
  ['filledOn', 'filledOn'],
  ['filledBy', 'filledBy'],
]

/** The writes that put the taken fields of a form into the book. */
export function formWrites(
  ledger: LedgerBook,
  records: RecordsByPerson,
  person: PersonTable,
  values: FormValues,
  taken: ReadonlySet<DifferingField>,
  tools: FormWriteTools,
): readonly FactWrite[] {
  const rows = records.get(person.id) ?? []
  const { fields } = values
  return [
    ...personWrites(ledger, person, fields, taken, tools),
    ...recordWrites(rows, 'personFile', person.id, changed(FILE_FIELDS, fields, taken), tools),
    ...recordWrites(rows, 'resume', person.id, changed([['resume', 'text']], fields, taken), tools),
    ...recordWrites(rows, 'appointment', person.id, changed(APPOINTMENT_FIELDS, fields, taken), tools),
    ...(taken.has('family') ? familyWrites(rows, person.id, values, tools) : []),
  ]
}

function changed(
  pairs: Pairs,
  fields: FormValues['fields'],
  taken: ReadonlySet<DifferingField>,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(pairs.filter(([field]) => taken.has(field)).map(([field, own]) => [own, fields[field]]))
}

function personWrites(
  ledger: LedgerBook,
  person: PersonTable,
  fields: FormValues['fields'],
  taken: ReadonlySet<DifferingField>,
  tools: FormWriteTools,
): readonly FactWrite[] {
  const sex: PersonTable['sex'] = fields.sex === '男' || fields.sex === '女' ? fields.sex : null
  const set = {
    ...(taken.has('sex') && sex !== null ? { sex } : {}),
    ...(taken.has('birth') ? { birth: fields.birth } : {}),
    ...(taken.has('ethnicity') ? { ethnicity: fields.ethnicity } : {}),
    ...(taken.has('startedWorkOn') ? { work_started: fields.startedWorkOn } : {}),
    ...(taken.has('idNumber') ? { id_number: fields.idNumber } : {}),
  }
  const writes: FactWrite[] =
    Object.keys(set).length === 0 ? [] : [{ op: 'update', table: 'person', id: person.id, set }]
  if (!taken.has('professionalTitle')) return writes
  const version = versionOn(ledger.personVersions(person.id), tools.today)
  const professional_title = fields.professionalTitle
  if (version !== undefined)
    return [...writes, { op: 'update', table: 'person_version', id: version.id, set: { professional_title } }]
  const [first] = ledger.allHoldingsOf(person.id)
  return [
    ...writes,
    {
      op: 'insert',
      table: 'person_version',
      row: {
        ...noColumns('version'),
        id: tools.newId(),
        person_id: person.id,
        professional_title,
        valid_from: first?.valid_from ?? tools.today,
        valid_to: null,
        recorded_at: tools.recordedAt,
      },
    },
  ]
}

/** One kind a person has one of: the record in force takes the new values; without one, or where nothing would be left, it begins or goes. */
function recordWrites(
  rows: readonly RecordTable[],
  kind: string,
  personId: string,
  set: Readonly<Record<string, string | null>>,
  tools: FormWriteTools,
): readonly FactWrite[] {
  if (Object.keys(set).length === 0) return []
  const running = recordOn<Record<string, unknown>>(rows, kind, tools.today)
  if (running === null) {
    const later = rows
      .filter((row) => row.kind === kind && row.valid_from > tools.today)
      .map((row) => row.valid_from)
      .toSorted()[0]
    return [insertRecord(kind, personId, set, later ?? null, tools)]
  }
  const content = { ...running.content, ...set }
  if (kind === 'resume' && content['text'] === null) return [{ op: 'remove', table: 'record', id: running.row.id }]
  return [{ op: 'update', table: 'record', id: running.row.id, set: { content: JSON.stringify(content) } }]
}

function insertRecord(
  kind: string,
  personId: string,
  content: Readonly<Record<string, unknown>>,
  validTo: PlainDate | null,
  tools: FormWriteTools,
): FactWrite {
  return {
    op: 'insert',
    table: 'record',
    row: {
      id: tools.newId(),
      kind,
      person_id: personId,
      unit_id: null,
      content: JSON.stringify(content),
      document_number: null,
      valid_from: tools.today,
      valid_to: validTo,
      recorded_at: tools.recordedAt,
    },
  }
}

/** The family as the form has it: the rows there are are changed in their order, further ones added, those left over taken away. */
function familyWrites(
  rows: readonly RecordTable[],
  personId: string,
  { family }: FormValues,
  tools: FormWriteTools,
): readonly FactWrite[] {
  const known = familyOn(rows, tools.today)
  const writes: FactWrite[] = []
  for (const [place, member] of family.entries()) {
    const content = { place: place + 1, ...member, relation: member.relation ?? '', name: member.name ?? '' }
    const text = JSON.stringify(content)
    const row = known[place]?.row
    if (row === undefined) writes.push(insertRecord('familyMember', personId, content, null, tools))
    else if (row.content !== text) writes.push({ op: 'update', table: 'record', id: row.id, set: { content: text } })
  }
  for (const { row } of known.slice(family.length)) writes.push({ op: 'remove', table: 'record', id: row.id })
  return writes
}
