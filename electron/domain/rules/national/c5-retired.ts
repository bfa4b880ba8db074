import type { Holding } from '../../model/person.ts'
import { exitsStillListed } from '../exits-still-listed.ts'
import type { Flag, Rule } from '../rule.ts'
import { saysRetired } from '../says-retired.ts'
import { civilServantLaw } from '../sources.ts'
import { dateText, placeName, postTitle, unitIdOf } from '../wording.ts'

/** ZB78 离（退）休. */
export const RETIREMENT_EXIT = '31'

/** Retired by the book's own words or by a registered exit, yet still counted. Who has only reached the month is F7's. */
export const retiredRule: Rule<'exits'> = {
  id: 'C5',
  title: '离退休人员不得列入在编名单',
  severity: 'error',
  effect: 'eligibility',
  source: civilServantLaw({ article: '第九十四条', clause: '公务员退休后，享受国家规定的养老金和其他待遇，国家为其生活和健康提供必要的服务和帮助，鼓励发挥个人专长，参与社会发展。' }),
  pack: null,
  stage: 'facts',
  reads: ['exits'],
  parameters: [],
  check: ({ index, snapshot }) => {
    const exits = exitsStillListed(snapshot.exits.filter((exit) => exit.cause === RETIREMENT_EXIT), index)
    const wordsOf = (holding: Holding) => [postTitle(index, holding), holding.remark].find((text) => saysRetired(text, snapshot.asOf)) ?? null
    return index.present.flatMap(({ person, counted: holding }): readonly Flag[] => {
      if (holding === undefined) return []
      const exit = exits.get(person.id)
      const words = wordsOf(holding)
      if (exit === undefined && words === null) return []
      const said = exit === undefined ? `登记为“${words}”` : `${dateText(exit.on)}已登记离（退）休出编`
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}（${placeName(index, holding)}）${said}，仍在占用编制。`,
          remedy: '办理出编（退休），登记退休审批文号；尚未退休的，改正岗位或备注。',
        },
      ]
    })
  },
}
