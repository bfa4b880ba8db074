import { upgradeLegacyId } from '../../identity/resident-id.ts'
import { isMany, oneOrMore } from '../../model/one-or-more.ts'
import type { Person } from '../../model/person.ts'
import type { Flag, Rule } from '../rule.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import { nameList, placeName, unitIdOf } from '../wording.ts'
import { identityCardLaw } from '../sources.ts'

/** One 身份证号 on two people. Neither is on the sheet until the originals have been seen. */
export const oneNumberOnePersonRule: Rule<'people'> = {
  id: 'D1',
  title: '一个身份证号只能是一个人',
  severity: 'error',
  effect: 'eligibility',
  sources: [
    identityCardLaw({
      article: '第三条第二款',
      clause: '公民身份号码是每个公民唯一的、终身不变的身份代码，由公安机关按照公民身份号码国家标准编制。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['people'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const claims = oneOrMore(snapshot.people, claimedNumber)
    return [...claims.values()].flatMap((claimants) => (isMany(claimants) ? flagClaimants(claimants, index) : NOTHING))
  },
}

const NOTHING: readonly Flag[] = []

/** The number a person has or claims; a 15-digit one in its 18-digit form, or the two forms of one number would pass as two. */
export function claimedNumber(person: Person): string | null {
  const number = person.idNumber ?? person.disputedIdNumber
  if (number === null) return null
  return (number.length === 15 ? upgradeLegacyId(number) : null) ?? number.toUpperCase()
}

function flagClaimants(claimants: readonly Person[], index: SnapshotIndex): readonly Flag[] {
  return claimants.flatMap((person) => {
    const others = claimants.filter((other) => other.id !== person.id)
    return index
      .holdingsOf(person.id)
      .slice(0, 1)
      .map((first): Flag => {
        const holding = index.countedHoldingOf(person.id) ?? first
        return {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}（${placeName(index, holding)}）与${nameList(others)}登记为同一个身份证号${person.idNumber === null ? '，号码已先搁置' : ''}。查清之前都不列入公示名单。`,
          remedy: '核对两人身份证原件，确定号码是谁的，在“身份证号争议处理”中登记。',
          facts: { 同号人数: claimants.length },
        }
      })
  })
}
