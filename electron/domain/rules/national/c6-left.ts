import { EXIT_CAUSE_NAMES } from '../../ledger/cause-names.ts'
import type { ExitEvent } from '../../model/exit-event.ts'
import type { Holding } from '../../model/person.ts'
import { exitsStillListed } from '../exits-still-listed.ts'
import type { Flag, Rule } from '../rule.ts'
import { saysLeft } from '../says-left.ts'
import { dateText, placeName, postTitle, unitIdOf } from '../wording.ts'
import { RETIREMENT_EXIT } from './c5-retired.ts'

/** Dead, missing, out of public service or transferred out, by the book's own words or a registered exit, yet still counted. Retirement is C5's. */
export const leftRule: Rule<'exits'> = {
  id: 'C6',
  title: '死亡、终止人事关系、已调出人员不得列入在编名单',
  severity: 'error',
  effect: 'eligibility',
  source: {
    document: '关于“吃空饷”问题集中治理的意见（五种情形）',
    documentNumber: '国办发〔2014〕65号',
    article: '第二至四种情形',
    clause: '应终止人事关系、已终止人事关系或已离退休、已死亡或被宣告死亡失踪，仍按在职人员对待的（要点，非原文）',
    inForceFrom: null,
  },
  pack: null,
  stage: 'facts',
  reads: ['exits'],
  parameters: [],
  check: ({ index, snapshot }) => {
    const exits = exitsStillListed(snapshot.exits.filter((exit) => exit.cause !== RETIREMENT_EXIT), index)
    const wordsOf = (holding: Holding) => [postTitle(index, holding), holding.remark].find((text) => saysLeft(text, snapshot.asOf)) ?? null
    return index.present.flatMap(({ person, counted: holding }): readonly Flag[] => {
      if (holding === undefined) return []
      const exit = exits.get(person.id)
      const words = wordsOf(holding)
      if (exit === undefined && words === null) return []
      const said = exit === undefined ? `登记为“${words}”` : `${dateText(exit.on)}已登记${causeName(exit)}`
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}（${placeName(index, holding)}）${said}，仍在占用编制。`,
          remedy: '办理出编，登记原因、日期和证明材料；登记有误的，改正岗位、备注或撤销那次出编。',
        },
      ]
    })
  },
}

function causeName({ cause }: ExitEvent): string {
  const name = EXIT_CAUSE_NAMES[cause ?? '']
  return name === undefined ? '出编' : `${name}出编`
}
