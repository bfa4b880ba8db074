import type { Flag } from '../rule.ts'
import { ruleByGroup } from '../rule-by-group.ts'
import type { PresentPerson, SnapshotIndex } from '../../model/snapshot-index.ts'
import { placeName, unitIdOf } from '../wording.ts'
import { claimedNumber } from './d1-one-number-one-person.ts'

const SHOWN = 10
const NOTHING: readonly Flag[] = []

/** Two people of one name are worth a look before the sheet hangs on the wall. The same number twice is D1's. */
export const sameNameRule = ruleByGroup({
  id: 'D2',
  title: '姓名相同的人员应核对',
  severity: 'info',
  effect: 'none',
  sources: [{ law: 'bureau-manual', article: '查错', clause: '身份证号重复, 姓名重复' }],
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  told: () => null,
  keysOf: ({ person }) => [person.name],
  ofGroup: (name, namesakes, { index }): readonly Flag[] => {
    if (namesakes.length === 1) return NOTHING
    if (new Set(namesakes.map(({ person }) => claimedNumber(person) ?? person.id)).size === 1) return NOTHING
    const places = namesakes.slice(0, SHOWN).map((present) => placeOf(present, index))
    return namesakes.slice(0, 1).map(({ person }) => ({
      unitId: unitIdOf(index, person.id),
      personId: person.id,
      text: `${namesakes.length} 人同名“${name}”：${places.join('、')}${namesakes.length > SHOWN ? ' 等' : ''}。`,
      remedy: '核对是否重复登记；确是两人的，公示以所在机构或编制卡号区分。',
      facts: { 姓名: name, 人数: namesakes.length },
    }))
  },
})

function placeOf({ holdings }: PresentPerson, index: SnapshotIndex): string {
  return holdings
    .slice(0, 1)
    .map((holding) => (holding.postId === null ? '借出' : placeName(index, holding)))
    .join('')
}
