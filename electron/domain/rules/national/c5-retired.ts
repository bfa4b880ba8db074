import { exitsStillListed } from '../exits-still-listed.ts'
import type { ExitEvent } from '../../model/exit-event.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import type { RemarkKind } from '../../says/read-remark.ts'
import type { Flag } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { wordsSaying } from '../words-saying.ts'
import { noFalseNames, falseNames2007, emptyPay2014 } from '../sources.ts'

/** ZB78 离（退）休. */
export const RETIREMENT_EXIT = '31'

const NOTHING: readonly Flag[] = []

const isRetired = (kind: RemarkKind): boolean => kind === 'retired'

function exitStillListed(exits: readonly ExitEvent[], index: SnapshotIndex, personId: string): ExitEvent | undefined {
  return exitsStillListed(
    exits.filter((one) => one.cause === RETIREMENT_EXIT),
    index,
  ).get(personId)
}

/** Retired by the book's own words or by a registered exit, yet still counted. Who has only reached the month is F7's. */
export const retiredRule = ruleByPerson({
  id: 'C5',
  title: '离退休人员不得列入在编名单',
  severity: 'error',
  effect: 'eligibility',
  fact: 'saysGone',
  sources: [
    emptyPay2014('已与单位终止人事关系或已办理离退休手续，仍按在职人员领取工资、津贴补贴的'),
    falseNames2007,
    noFalseNames,
  ],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: ({ person, counted: holding, exits }, { index, snapshot }): readonly Flag[] => {
    if (holding === undefined) return NOTHING
    const exit = exits.length === 0 ? undefined : exitStillListed(exits, index, person.id)
    const words = wordsSaying(index, holding, snapshot, isRetired)
    if (exit === undefined && words === null) return NOTHING
    const said = exit === undefined ? `登记为“${words}”` : `${dateText(exit.on)}已登记离（退）休出编`
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}（${placeName(index, holding)}）${said}，仍在占用编制。`,
        remedy: '办理出编（退休），登记退休审批文号；尚未退休的，改正岗位或备注。',
      },
    ]
  },
})
