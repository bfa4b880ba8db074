import type { BookSnapshot } from '../../model/book-snapshot.ts'
import type { LeadershipQuotaEntry } from '../../model/quota.ts'
import { leadersOf, type Leader } from '../leaders.ts'
import type { Flag, Rule } from '../rule.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import { nameList } from '../wording.ts'
import { stateCouncil486, strictControl2007 } from '../sources.ts'

interface Part {
  readonly name: string
  readonly quota: number | null
  readonly leaders: readonly Leader[]
  readonly allotted: (entry: LeadershipQuotaEntry) => number | null
}

/** 超职数配备: the whole number, 正职 and 副职 each on its own; one unit's free post never hides another's leader too many. */
export const leadershipQuotaRule: Rule<'leadershipQuotas' | 'units'> = {
  id: 'A9',
  title: '不得超职数配备领导成员',
  severity: 'error',
  effect: 'none',
  fact: 'leadersOver',
  sources: [
    stateCouncil486({ article: '第二十六条第（五）项', clause: '擅自超职数、超规格配备领导成员的' }),
    strictControl2007({ article: '五', clause: '不准超职数、超机构规格配备领导干部' }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['leadershipQuotas', 'units'],
  parameters: [],
  check: ({ snapshot, figures, index }) => {
    const leaders = leadersOf(index)
    const of = (role: Leader['role']) => leaders.filter((leader) => leader.role === role)
    const { quota, chief, deputy } = figures.leadership
    const parts: readonly Part[] = [
      { name: '领导职数', quota, leaders, allotted: (entry) => entry.amount },
      { name: '正职领导职数', quota: chief.quota, leaders: of('chief'), allotted: (entry) => entry.chief },
      { name: '副职领导职数', quota: deputy.quota, leaders: of('deputy'), allotted: (entry) => entry.deputy },
    ]
    return parts.flatMap((part): readonly Flag[] =>
      part.quota !== null && part.leaders.length > part.quota
        ? [over(part.name, part.quota, part.leaders)]
        : hiddenUnits(part, snapshot, index),
    )
  },
}

function over(name: string, quota: number, leaders: readonly Leader[], hidden = ''): Flag {
  const more = leaders.length - quota
  return {
    text: `${name}核定 ${quota} 名，实配 ${leaders.length} 名，超职数 ${more} 名${hidden}。现有领导成员：${nameList(leaders.map((leader) => leader.person))}。`,
    remedy: '核对各岗位是否占职数；确属超配的，按干部管理权限调整。',
    facts: { 核定: quota, 实配: leaders.length, 超职数: more },
  }
}

/** Units over a number of their own while the township as a whole is not. */
function hiddenUnits(
  part: Part,
  snapshot: Pick<BookSnapshot, 'leadershipQuotas'>,
  index: SnapshotIndex,
): readonly Flag[] {
  return snapshot.leadershipQuotas.flatMap((entry): readonly Flag[] => {
    const unit = index.unit(entry.unitId)
    const quota = part.allotted(entry)
    if (unit === undefined || unit.kind === 'township' || quota === null) return []
    const own = part.leaders.filter((leader) => leader.unitId === unit.id)
    return own.length > quota
      ? [{ ...over(`${unit.name}${part.name}`, quota, own, '，别的机构空着的职数不能抵顶'), unitId: unit.id }]
      : []
  })
}
