import { PACK_IDS } from '../packs/pack-ids.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { nameList } from '../wording.ts'
import {
  holdersOf,
  isCongressChair,
  isDeputyHead,
  isDisciplineSecretary,
  isPartyMember,
  type PostHolder,
} from '../post-holders.ts'
import { jiangxiPlan } from '../sources.ts'

const DEPUTY_HEADS = 'partyDeputyHeads'

/**
 * 纪委书记, 人大主席 and two 副乡长 sit on the party committee, so they are party members. That they sit on it is seen from the title
 * alone; a title that does not say so is no breach, only something to look up.
 */
export const partyCommitteeRule: Rule<never> = {
  id: 'R000-05',
  title: '纪委书记、人大主席和2名党员副乡长由党委委员担任',
  severity: 'error',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '二（二）2',
      clause: '纪委书记和2名党员副乡长由党委委员担任,乡人大设主席1名,进党委班子',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: [],
  parameters: [DEPUTY_HEADS],
  check: ({ index, parameters }) => {
    const needed = numberParameter(parameters, DEPUTY_HEADS)
    const single = holdersOf(index, (title) => isDisciplineSecretary(title) || isCongressChair(title))
    const deputies = holdersOf(index, isDeputyHead)
    const inParty = deputies.filter(({ person }) => isPartyMember(person))
    const onCommittee = [
      ...single.filter(({ person }) => isPartyMember(person)),
      ...(inParty.length <= needed ? inParty : []),
    ]
    const others = single.filter(({ person }) => !isPartyMember(person))
    return [...others.map(notInParty), ...tooFew(deputies, inParty, needed), ...onCommittee.flatMap(notOnRecord)]
  },
}

/** Whose 政治面貌 nobody has entered may well be a member: to be looked up. */
function notInParty({ person, unitId, titles }: PostHolder): Flag {
  const status = person.politicalStatus
  if (status === null)
    return {
      unitId,
      personId: person.id,
      severity: 'info',
      text: `${person.name}任${titles}，应由党委委员担任，政治面貌没有登记。`,
      remedy: '补登政治面貌。',
    }
  return {
    unitId,
    personId: person.id,
    text: `${person.name}任${titles}，应由党委委员担任，政治面貌登记为${status}。`,
    remedy: '核对政治面貌和任职文件。',
    facts: { 政治面貌: status },
  }
}

/** Fewer party members among the 副乡长 than the plan wants; nothing while the posts are not filled, or 政治面貌 not entered. */
function tooFew(deputies: readonly PostHolder[], inParty: readonly PostHolder[], needed: number): readonly Flag[] {
  const others = deputies.filter(({ person }) => person.politicalStatus !== null && !isPartyMember(person))
  if (deputies.length < needed || deputies.length - others.length >= needed) return []
  return [
    {
      unitId: others.reduce<string | null>((first, holder) => first ?? holder.unitId, null),
      text: `方案规定 ${needed} 名副乡长由党员（党委委员）担任，现有副乡长 ${deputies.length} 名，其中党员 ${inParty.length} 名；非党员：${nameList(others.map(({ person }) => person))}。`,
      remedy: '核对政治面貌和任职文件。',
      facts: { 方案: needed, 副乡长: deputies.length, 党员: inParty.length },
    },
  ]
}

function notOnRecord({ person, unitId, titles }: PostHolder): readonly Flag[] {
  if (/党委(?:副书记|书记|委员)/.test(titles)) return []
  return [
    {
      unitId,
      personId: person.id,
      severity: 'info',
      text: `${person.name}的职务“${titles}”没有写明党委委员，请核对任职文件。`,
      remedy: '任职文件写明党委委员的，把职务名称补全。',
    },
  ]
}
