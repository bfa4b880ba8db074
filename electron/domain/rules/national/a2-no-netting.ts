import { linesOver } from '../../quota/lines-over.ts'
import type { Figures, FigureLine } from '../../model/figures.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { Flag, Rule, RuleInput } from '../rule.ts'
import { toleratedWeight } from '../tolerated-weight.ts'
import { lineName } from '../wording.ts'
import { stateCouncil486 } from '../sources.ts'

/** A total within its quota hides no 超编: neither another unit's nor another category's vacancy is set against it. */
export const noNettingRule: Rule<never> = {
  id: 'A2',
  title: '各机构、各类编制不得相互抵顶',
  severity: 'error',
  effect: 'none',
  fact: 'lineOver',
  sources: [
    stateCouncil486({
      article: '第十五条',
      clause:
        '机构编制管理机关应当按照编制的不同类别和使用范围审批编制。地方各级人民政府行政机构应当使用行政编制，事业单位应当使用事业编制，不得混用、挤占、挪用或者自行设定其他类别的编制。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: (input) => {
    const all = allCategories(input.figures)
    return linesOver(input.figures.lines).flatMap((line) => hiddenBy(input, line, all) ?? [])
  },
}

interface Total {
  readonly quota: number
  readonly actual: number
}

function allCategories(figures: Figures): Total {
  return figures.totals.reduce(
    (sum, total) => ({ quota: sum.quota + total.quota, actual: sum.actual + total.actual }),
    { quota: 0, actual: 0 },
  )
}

/** The total that would have hidden the 超编; null where no total is within its quota, for then it hides nothing. */
function hiddenBy({ figures, index }: RuleInput<never>, line: FigureLine, all: Total): Flag | null {
  const category = figures.totals.find((total) => total.category === line.category)
  const name = QUOTA_CATEGORY_NAMES[line.category]
  const hiding =
    category !== undefined && category.actual <= category.quota
      ? { label: `全乡镇${name}`, ...category }
      : all.actual <= all.quota
        ? { label: '全乡镇各类编制合计', ...all }
        : null
  if (hiding === null) return null
  return {
    unitId: line.unitId,
    ...toleratedWeight(line),
    text:
      `${lineName(index, line)}超编 ${line.over} 名（核定 ${line.quota} 名，实有 ${line.actual} 名）。` +
      `${hiding.label}核定 ${hiding.quota} 名、实有 ${hiding.actual} 名，总数虽未超，别处的空编不能抵顶。`,
    remedy: '按机构、按编制类型分别消化；确需调剂的，先取得调整编制的批文。',
    facts: {
      机构核定: line.quota,
      机构实有: line.actual,
      超编: line.over,
      总数核定: hiding.quota,
      总数实有: hiding.actual,
    },
  }
}
