import type { Flag } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { placeName, unitIdOf } from '../wording.ts'

/** 兼任 is shown and not counted: says where the person is counted. */
export const concurrentOnceRule = ruleByPerson({
  id: 'D7',
  title: '兼职人员只计一次，计在主职',
  severity: 'info',
  effect: 'none',
  sources: [{ law: 'yuguopu-sheet', article: null, clause: '会计 X兼任' }],
  pack: null,
  stage: 'facts',
  parameters: [],
  ofPerson: ({ person, holdings, counted }, { index }): readonly Flag[] => {
    if (counted === undefined || holdings.length < 2) return []
    const others = holdings.filter((holding) => holding.kind === 'concurrent' && holding.id !== counted.id)
    if (others.length === 0) return []
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}在${placeName(index, counted)}任主职，兼任${others.map((holding) => placeName(index, holding)).join('、')}：只在主职计 1 名。`,
        remedy: '无须处理。',
        facts: { 兼任: others.length, 计数: 1 },
      },
    ]
  },
})
