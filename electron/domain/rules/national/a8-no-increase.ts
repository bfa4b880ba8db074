import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { Flag, Rule } from '../rule.ts'
import { referencePairs } from '../reference-pairs.ts'
import { dateText } from '../wording.ts'
import { stateCouncil486, strictControl2007 } from '../sources.ts'

/**
 * 只减不增 against the size fixed at the start of a reform, while that size is in force: 核定 may fall, never rise above it. People beyond
 * the quota are A1's; a rise within a pack's own years is R000-01's.
 */
export const noIncreaseRule: Rule<'records'> = {
  id: 'A8',
  title: '只减不增期间核定编制不得超过基数',
  severity: 'error',
  effect: 'none',
  fact: 'aboveBase',
  sources: [
    {
      ...strictControl2007({
        article: '一',
        clause:
          '各地在推行乡镇机构改革试点工作中，要按照中央要求，确保乡镇机构编制（包括行政编制、事业编制）和财政供养人员在“十一五”期间只减不增。',
      }),
      from: '2006-01-01',
      to: '2010-12-31',
    },
    stateCouncil486({ article: '第六条第二款', clause: '禁止擅自设置机构和增加编制。' }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, figures }) =>
    referencePairs(snapshot.records, figures, 'baseline')
      .filter(({ reference, own }) => own > reference.amount)
      .map(({ reference, own }): Flag => {
        const name = QUOTA_CATEGORY_NAMES[reference.category]
        const more = own - reference.amount
        const basis = reference.documentNumber === null ? '' : `，${reference.documentNumber}`
        return {
          text: `${name}基数 ${reference.amount} 名（${dateText(reference.validFrom)}起${basis}），现核定 ${own} 名，增加 ${more} 名；这一期间只能减少，不能增加。`,
          remedy: '核对增加编制的批文；基数已经调整的，登记新的基数和文号。',
          facts: { 编制类型: name, 基数: reference.amount, 现核定: own, 增加: more },
        }
      }),
}
