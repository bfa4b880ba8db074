import { lookupsBy } from './lookup.ts'
import type { SeatPost } from './counted-book.ts'
import type { Person } from './person.ts'
import type { RecordOf } from './records.ts'
import type { Unit } from './unit.ts'

/* Look-ups over the lists of a snapshot, one a list whoever asks. */

export const unitsById = lookupsBy((unit: Unit) => unit.id)
export const peopleById = lookupsBy((person: Person) => person.id)
export const postsById = lookupsBy((post: SeatPost) => post.id)
export const filesByPerson = lookupsBy((own: RecordOf<'personFile'>) => own.personId ?? '')
export const gradesByPerson = lookupsBy((own: RecordOf<'personGrade'>) => own.personId ?? '')
