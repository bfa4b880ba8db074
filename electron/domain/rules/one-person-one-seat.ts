import type { Holding } from '../model/person.ts'
import type { Flag } from './rule.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import { nameList, peopleOf, placeName, unitIdOf } from './wording.ts'

/* 实名制: one person one 编制, one seat one person. */

/** People on record with more than one counted holding. */
export function onePersonOneQuota(index: SnapshotIndex): readonly Flag[] {
  return index.present.flatMap(({ person, holdings }): readonly Flag[] => {
    const claims = holdings.length < 2 ? [] : holdings.filter((holding) => holding.occupiesQuota)
    if (claims.length < 2) return []
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}同时登记占用 ${claims.length} 个编制：${claims.map((holding) => placeName(index, holding)).join('、')}。`,
        remedy: '只保留主职占编，其余改为兼任。',
        facts: { 占编: claims.length },
      },
    ]
  })
}

/** Posts with more than one counted holder. A hand-over switched on for a row is not a second holder. */
export function oneSeatOnePerson(index: SnapshotIndex): readonly Flag[] {
  const seated = index.present.flatMap(({ counted }) =>
    counted === undefined || counted.overlapAllowed ? [] : counted,
  )
  return [...Map.groupBy(seated, (holding) => holding.postId).values()].flatMap((holders) =>
    holders.length > 1 ? holders.slice(0, 1).map((first) => sharedSeat(first, holders, index)) : [],
  )
}

function sharedSeat(first: Holding, holders: readonly Holding[], index: SnapshotIndex): Flag {
  const people = peopleOf(
    index,
    holders.map((holding) => holding.personId),
  )
  return {
    unitId: index.unitOf(first)?.id ?? null,
    text: `${placeName(index, first)}一个岗位有 ${holders.length} 人占编：${nameList(people)}。`,
    remedy: '每人登记各自的岗位；交接期重叠的，登记为允许重叠。',
    facts: { 占编人数: holders.length },
  }
}
