import { termWord } from '../ledger/sentences/term-word.ts'
import { dateText, placeName, unitIdOf } from '../rules/wording.ts'
import type { DueFinder } from './due.ts'
import { secondmentSource } from './due-sources.ts'

/** 借出、借入、挂职期满: by the planned end; who has none is told as such. */
export const findSecondmentDue: DueFinder =
  ({ index }) =>
  ({ person, holdings }) =>
    holdings
      .filter(({ kind }) => kind === 'secondedIn' || kind === 'secondedOut' || kind === 'attached')
      .map((holding) => {
        const { dueOn, validFrom } = holding
        const place = holding.kind === 'secondedOut' ? (holding.counterpart ?? '单位未登记') : placeName(index, holding)
        return {
          kind: 'secondment' as const,
          personId: person.id,
          unitId: unitIdOf(index, person.id),
          what: holding.id,
          title: `${termWord(holding)}期满，返回或续批`,
          on: dueOn,
          steps: [`${place}：${dateText(validFrom)}起，${dueOn === null ? '没有登记期限' : `到 ${dateText(dueOn)}止`}`],
          lacks: dueOn === null ? [`${termWord(holding)}期限`] : [],
          obstacles: [],
          source: secondmentSource,
        }
      })
