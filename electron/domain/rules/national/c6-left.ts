import { EXIT_CAUSE_NAMES } from '../../ledger/sentences/cause-names.ts'
import type { ExitEvent } from '../../model/exit-event.ts'
import { exitsStillListed } from '../exits-still-listed.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import type { RemarkKind } from '../../says/read-remark.ts'
import type { Flag } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { wordsSaying } from '../words-saying.ts'
import { RETIREMENT_EXIT } from './c5-retired.ts'
import { noFalseNames, falseNames2007, emptyPay2014 } from '../sources.ts'

const NOTHING: readonly Flag[] = []

const isGone = (kind: RemarkKind): boolean => kind === 'dead' || kind === 'left'

function exitStillListed(exits: readonly ExitEvent[], index: SnapshotIndex, personId: string): ExitEvent | undefined {
  return exitsStillListed(
    exits.filter((one) => one.cause !== RETIREMENT_EXIT),
    index,
  ).get(personId)
}

/** Dead, missing, out of public service or transferred out, by the book's own words or a registered exit, yet still counted. Retirement is C5's. */
export const leftRule = ruleByPerson({
  id: 'C6',
  title: '死亡、终止人事关系、已调出人员不得列入在编名单',
  severity: 'error',
  effect: 'eligibility',
  fact: 'saysGone',
  sources: [
    emptyPay2014(
      '已与单位终止人事关系或已办理离退休手续，仍按在职人员领取工资、津贴补贴的。已死亡或被人民法院宣告死亡、失踪，仍由他人继续领取工资、津贴补贴的',
    ),
    falseNames2007,
    noFalseNames,
  ],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: ({ person, counted: holding, exits }, { index, snapshot }): readonly Flag[] => {
    if (holding === undefined) return NOTHING
    const exit = exits.length === 0 ? undefined : exitStillListed(exits, index, person.id)
    const words = wordsSaying(index, holding, snapshot, isGone)
    if (exit === undefined && words === null) return NOTHING
    const said = exit === undefined ? `登记为“${words}”` : `${dateText(exit.on)}已登记${causeName(exit)}`
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}（${placeName(index, holding)}）${said}，仍在占用编制。`,
        remedy: '办理出编，登记原因、日期和证明材料；登记有误的，改正岗位、备注或撤销那次出编。',
      },
    ]
  },
})

function causeName({ cause }: ExitEvent): string {
  const name = EXIT_CAUSE_NAMES[cause ?? '']
  return name === undefined ? '出编' : `${name}出编`
}
