import { PACK_IDS } from '../packs/pack-ids.ts'
import { isAttachment } from '../../ledger/sentences/term-word.ts'
import type { Flag, Rule } from '../rule.ts'
import { placeName, unitIdOf } from '../wording.ts'
import { lingwu2018 } from '../sources.ts'

/**
 * 专编专用: whoever sits on the township's 编制 works in the township. This is about 借出 on paper; somebody outside without paper is B4,
 * in another unit here B3, on the wrong kind of 编制 B1. 挂职 is training, not use of the 编制 by others.
 */
export const lentOutRule: Rule<never> = {
  id: 'R002-05',
  title: '乡镇编制专编专用，不得借出',
  severity: 'error',
  effect: 'none',
  sources: [lingwu2018({ article: '三（三）', clause: '坚持及时足额补充乡镇工作人员,乡镇编制实行“专编专用”。' })],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ index }) =>
    index.present.flatMap(({ person, holdings, counted }): readonly Flag[] => {
      const lent = holdings.find((holding) => holding.kind === 'secondedOut' && !isAttachment(holding))
      if (lent === undefined || counted === undefined) return []
      const place = lent.counterpart ?? '（单位未登记）'
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}占${placeName(index, counted)}的编制，借出到${place}；乡镇编制专编专用。`,
          remedy: '催促返回后登记返回；确需长期在外的，办理调动和出编。',
          facts: { 借往: place },
        },
      ]
    }),
}
