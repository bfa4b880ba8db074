import type { Holding, Person } from '../../model/person.ts'
import { readEntryRoute } from '../../says/read-entry-route.ts'
import { listParameter } from '../parameters.ts'
import type { Flag } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import type { PresentPerson, SnapshotIndex } from '../../model/snapshot-index.ts'
import { placeName, unitIdOf } from '../wording.ts'
import { onlyWithinApproved, civilServantLaw, jiangxiPlan } from '../sources.ts'

const PARAMETER = 'unlawfulEntryRoutes'

/** No lawful way in: a way that is none, or a post here that uses no 编制 and is nothing else either. Papers that are merely missing are E2's. */
export const entryProcedureRule = ruleByPerson({
  id: 'C2',
  title: '不符合人事管理规定配备的人员另列名单',
  severity: 'error',
  effect: 'eligibility',
  fact: 'entryRoute',
  sources: [
    onlyWithinApproved,
    civilServantLaw({
      article: '第一百零六条第（三）项',
      clause: '不按照规定程序进行公务员录用、调任、转任、聘任、晋升以及考核、奖惩的',
    }),
    jiangxiPlan({
      article: '三、加强编制管理 2',
      clause: '对超编人员和不符合有关人事管理规定配备的人员,不纳入编制实名制管理。',
    }),
  ],
  pack: null,
  stage: 'facts',
  parameters: [PARAMETER],
  ofPerson: (present, { index, parameters }) => checkPerson(present, index, listParameter(parameters, PARAMETER)),
})

const NOTHING: readonly Flag[] = []

function checkPerson(
  { person, holdings, counted: holding }: PresentPerson,
  index: SnapshotIndex,
  unlawful: readonly string[],
): readonly Flag[] {
  if (holding === undefined) return withoutQuota(person, holdings, index)
  const route = (holding.entryRoute ?? '').trim()
  if (index.unitOf(holding) !== undefined && readEntryRoute(route, unlawful) !== 'unlawful') return NOTHING
  const subject = { unitId: unitIdOf(index, person.id), personId: person.id }
  if (index.unitOf(holding) === undefined) {
    return [
      {
        ...subject,
        text: `${person.name}所任岗位或所在机构已不在册，编制没有着落。`,
        remedy: '登记调整后的岗位，或办理出编。',
      },
    ]
  }
  return [
    {
      ...subject,
      text: `${person.name}（${placeName(index, holding)}）进入形式为“${route}”，不是合法的进人渠道。`,
      remedy: '核对进入形式；确无合法进人手续的，不纳入实名制，转入编外或清退。',
      facts: { 进入形式: route },
    },
  ]
}

/** In post, but neither counted nor 借入, 挂职 or 编外: nobody can say what they are. */
function withoutQuota(person: Person, own: readonly Holding[], index: SnapshotIndex): readonly Flag[] {
  if (
    own.some((holding) => holding.kind === 'secondedIn' || holding.kind === 'attached' || holding.kind === 'offQuota')
  )
    return []
  return own.slice(0, 1).map((holding) => ({
    unitId: unitIdOf(index, person.id),
    personId: person.id,
    text: `${person.name}${holding.postId === null ? '只登记了借出' : `在${placeName(index, holding)}任职`}，没有登记占用编制，也不是借入、挂职或编外人员，无法认定为在编。`,
    remedy: '补登所占编制类型；不占编制的，改登为借入、挂职或编外。',
  }))
}
