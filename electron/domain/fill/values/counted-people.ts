import type { CountedPerson } from '../counted-person.ts'
import { readResidentId } from '../../identity/resident-id.ts'
import type { RosterEntry } from '../../model/finding.ts'
import { expectedRetirement } from '../../retirement/expected-retirement.ts'
import type { BookView } from '../../views/book-view.ts'
import { postTitle } from '../../views/roster-person-view.ts'

/** Everybody on the lists of the day as forms count and restrict them, in the order they are shown. */
export function countedPeople(view: BookView): readonly CountedPerson[] {
  const { records } = view.state.snapshot
  const absences = new Map(view.state.snapshot.absences.map(({ personId, kind }) => [personId, kind]))
  const files = new Map(records.personFile.map((file) => [file.personId, file]))
  const grades = new Map(records.personGrade.map((grade) => [grade.personId, grade]))
  return view.roster.flatMap((entry) => {
    const person = view.index.person(entry.personId)
    const holding = view.holding(entry.holdingId)
    if (person === undefined || holding === undefined) return []
    const unit = view.index.unitOf(holding)
    const number = person.idNumber === null ? null : readResidentId(person.idNumber)
    const file = files.get(person.id)
    const grade = grades.get(person.id)
    const retirement = expectedRetirement(person, holding, postTitle(view, holding))
    return [
      {
        personId: person.id,
        name: person.name,
        list: entry.list,
        unitId: unit?.id ?? null,
        unitKind: unit?.kind ?? null,
        category: holding.category,
        offQuotaKind: holding.offQuotaKind,
        attached: holding.kind === 'attached',
        secondedOut: entry.secondedOutHoldingId !== null,
        absence: absences.get(person.id) ?? null,
        leader: leaderOf(view, entry),
        sex: person.sex ?? number?.sex ?? null,
        ethnicity: person.ethnicity,
        politicalStatus: person.politicalStatus,
        education: person.education,
        fullTimeEducation: file?.fullTimeEducation ?? null,
        inServiceEducation: file?.inServiceEducation ?? null,
        degree: file?.degree ?? file?.fullTimeDegree ?? file?.inServiceDegree ?? null,
        birth: person.birth ?? number?.birth ?? null,
        workStarted: person.workStarted,
        entered: holding.enteredOn,
        entryCause: holding.entryCause,
        partyJoined: file?.partyJoined ?? null,
        professionalTitle: person.professionalTitle,
        rank: person.rank,
        positionLevel: grade?.positionLevel ?? null,
        postGrade: grade?.postGrade ?? null,
        retiresOn: retirement.kind === 'known' ? retirement.month : null,
      },
    ]
  })
}

function leaderOf(view: BookView, entry: RosterEntry): CountedPerson['leader'] {
  const roles = [entry.holdingId, ...entry.concurrentHoldingIds].flatMap((id) => {
    const holding = view.holding(id)
    if (holding === undefined) return []
    const role = holding.postId === null ? null : (view.index.post(holding.postId)?.leadership ?? null)
    return holding.occupiesLeadership || role !== null ? [role ?? ('other' as const)] : []
  })
  return roles.includes('chief') ? 'chief' : roles.includes('deputy') ? 'deputy' : (roles[0] ?? null)
}
