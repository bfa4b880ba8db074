import { linesOver } from '../../quota/lines-over.ts'
import type { FigureLine } from '../../model/figures.ts'
import type { Rule } from '../rule.ts'
import { toleratedWeight } from '../tolerated-weight.ts'
import { lineName, nameList, peopleOf } from '../wording.ts'
import { stateCouncil486 } from '../sources.ts'

/** 超编: more people than seats in one unit and category. 允许溢出 makes it a 过渡期超编 and a warning (A15), never hides it. RN-02 too: 超职数 is A9, 超规格 A10, 增加编制 A8. */
export const overQuotaRule: Rule<never> = {
  id: 'A1',
  title: '机构实有人员不得突破核定编制',
  severity: 'error',
  effect: 'none',
  fact: 'lineOver',
  sources: [stateCouncil486({ article: '第六条第二款', clause: '机构实有人员不得突破规定的编制。' })],
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  covers: ['RN-02'],
  check: ({ figures, index }) =>
    linesOver(figures.lines).map((line) => ({
      unitId: line.unitId,
      ...toleratedWeight(line),
      text:
        `${lineName(index, line)}核定 ${line.quota} 名，实有 ${line.actual} 名，超编 ${line.over} ` +
        `名${toleranceText(line)}。实有：${nameList(peopleOf(index, line.personIds))}。`,
      remedy: `减少 ${line.over} 人（调整到有空编的机构或办理出编），或取得增加编制的批文后登记核定编制。`,
      facts: {
        核定: line.quota,
        实有: line.actual,
        已核准未到位: line.reserved,
        超编: line.over,
        ...(line.tolerance === 0 ? {} : { 允许溢出: line.tolerance }),
      },
    })),
}

function toleranceText({ over, tolerance }: FigureLine): string {
  if (tolerance === 0) return ''
  return over <= tolerance
    ? `（过渡期超编，在允许溢出 ${tolerance} 名以内）`
    : `（允许溢出 ${tolerance} 名，超出 ${over - tolerance} 名）`
}
