import type { Catalogue } from '../../vocabulary/catalogue.ts'
import type { Holding, Person, Post } from './person.ts'
import type { RecordOf } from './records.ts'
import type { PresentPerson, SnapshotIndex } from './snapshot-index.ts'
import type { Unit } from './unit.ts'

/** The look-ups of one person: they answer for that person, their posts and the units of these, and throw for anything else. */
export function ownIndex(present: PresentPerson): SnapshotIndex {
  return new OwnIndex(present)
}

class OwnIndex implements SnapshotIndex {
  readonly #own: PresentPerson

  constructor(own: PresentPerson) {
    this.#own = own
  }

  get present(): readonly PresentPerson[] {
    throw beyond('everybody')
  }

  get catalogue(): Catalogue {
    throw beyond('the township’s own fields')
  }

  unit(id: string): Unit {
    const seat = this.#own.seats.find((one) => one.unit?.id === id)
    if (seat?.unit === undefined) throw beyond(id)
    return seat.unit
  }

  person(id: string): Person {
    return this.#of(id).person
  }

  post(id: string): Post | undefined {
    const place = this.#own.holdings.findIndex((holding) => holding.postId === id)
    if (place === -1) throw beyond(id)
    return this.#own.seats[place]?.post
  }

  holdingsOf(personId: string): readonly Holding[] {
    return this.#of(personId).holdings
  }

  unitOf(holding: Holding): Unit | undefined {
    const place = this.#own.holdings.indexOf(holding)
    if (place === -1) throw beyond(holding.id)
    return this.#own.seats[place]?.unit
  }

  countedHoldingOf(personId: string): Holding | undefined {
    return this.#of(personId).counted
  }

  fileOf(personId: string): RecordOf<'personFile'> | undefined {
    return this.#of(personId).file
  }

  gradeOf(personId: string): RecordOf<'personGrade'> | undefined {
    return this.#of(personId).grade
  }

  #of(personId: string): PresentPerson {
    if (personId !== this.#own.person.id) throw beyond(personId)
    return this.#own
  }
}

/** A rule that says it judges one person and asks for another would go on saying what is no longer so: it is stopped. */
function beyond(id: string): Error {
  return new Error(`a rule of one person asked for ${id}`)
}
