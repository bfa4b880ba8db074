import { knownBirth } from '../identity/known-identity.ts'
import { readResidentId } from '../identity/resident-id.ts'
import type { MonthOrDate } from '../model/plain-date.ts'
import type { BookView } from '../views/book-view.ts'
import type { RosterEntry } from '../model/finding.ts'
import type { Holding, Person } from '../model/person.ts'
import { isKept, knownValue, personOnDay, valueWords, type PersonOnDay } from '../people/person-values.ts'
import type { PersonField } from '../../vocabulary/person-fields.ts'
import type { Unit } from '../model/unit.ts'
import type { QuotaCategory } from '../../vocabulary/establishment.ts'
import { postTitle } from '../model/snapshot-index.ts'

/* Somebody on a bureau's sheet: what the book knows of them on the day, and what several sheets ask in words of their own. */

/** 简历, 考核综述 and 家庭成员 as 任免审批表 has them. */
export interface PaperFacts {
  readonly resume: string | null
  readonly assessments: string | null
  readonly family: readonly {
    readonly name: string | null
    readonly relation: string | null
    readonly birth: string | null
    readonly politicalStatus: string | null
    readonly work: string | null
  }[]
}

export interface BureauPerson {
  readonly person: Person
  readonly own: PersonOnDay
  /** The holding by which they are counted. */
  readonly holding: Holding
  readonly holdings: readonly Holding[]
  readonly category: QuotaCategory | null
  readonly unit: Unit | undefined
  readonly post: string
  readonly township: string
  readonly paper: PaperFacts
  /** 高配: a paper on record allows it. */
  readonly overRank: boolean
  /** Words of a field as the screens show them; null where nothing is known. */
  readonly value: (field: PersonField) => string | null
}

/** The day of birth where the ID number knows it and agrees with the month on record. */
function wholeBirth(birth: MonthOrDate | null, idNumber: string | null): MonthOrDate | null {
  const numbered = idNumber === null ? null : readResidentId(idNumber).birth
  return birth !== null && numbered !== null && numbered.startsWith(birth) ? numbered : birth
}

/** Everybody in post and counted, in the order of the roster. */
export function bureauPeople(view: BookView, papers: (personId: string) => PaperFacts): readonly BureauPerson[] {
  const { book, records } = view.state.snapshot
  const township = book.name
  const allowed = new Set(records.evidence.filter(({ evidence }) => evidence === 'overRank').map((own) => own.personId))
  return view.roster.flatMap((entry: RosterEntry): readonly BureauPerson[] => {
    const person = view.index.person(entry.personId)
    const holding = view.index.countedHoldingOf(entry.personId)
    if (person === undefined || holding === undefined) return []
    const own = personOnDay(view.index, person, holding)
    return [
      {
        person,
        own,
        holding,
        holdings: view.index.holdingsOf(person.id),
        category: holding.category,
        unit: view.index.unitOf(holding),
        post: postTitle(view.index, holding),
        township,
        paper: papers(person.id),
        value: (field) =>
          field === 'birth'
            ? wholeBirth(knownBirth(person), person.idNumber)
            : isKept(field)
              ? valueWords(field, knownValue(field, own))
              : null,
        overRank: allowed.has(person.id),
      },
    ]
  })
}
