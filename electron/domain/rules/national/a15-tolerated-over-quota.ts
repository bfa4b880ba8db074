import { linesOver } from '../../quota/lines-over.ts'
import { addDays } from '../../model/plain-date.ts'
import { toleranceOf } from '../../quota/tolerance.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, lineName } from '../wording.ts'
import { changningSystem } from '../sources.ts'

/** 过渡期超编: beyond the quota, within what a document allows for a time. Shown with that document and its end, never hidden. */
export const toleratedOverQuotaRule: Rule<'tolerances'> = {
  id: 'A15',
  title: '过渡期超编',
  severity: 'warning',
  effect: 'none',
  fact: 'lineOver',
  sources: [changningSystem('编控设置：允许溢出规则（数字或%）')],
  pack: null,
  stage: 'facts',
  reads: ['tolerances'],
  parameters: [],
  check: ({ snapshot, figures, index }) =>
    linesOver(figures.lines).flatMap((line): readonly Flag[] => {
      if (line.over > line.tolerance) return []
      const entry = toleranceOf(snapshot.tolerances, line.unitId, line.category)
      if (entry === undefined) return []
      // The range is half-open: the day it stores is the first one without the tolerance.
      const until = entry.validTo === null ? '没有规定截止日' : `至${dateText(addDays(entry.validTo, -1))}止`
      return [
        {
          unitId: line.unitId,
          text:
            `${lineName(index, line)}过渡期超编 ${line.over} 名：核定 ${line.quota} 名，实有 ${line.actual} 名，允许溢出 ` +
            `${line.tolerance} 名（${entry.documentNumber}，${until}）。`,
          remedy:
            entry.validTo === null
              ? '补登允许溢出的截止日，按计划消化超编。'
              : '在过渡期满前消化超编；过渡期满即按超编处理。',
          facts: { 核定: line.quota, 实有: line.actual, 超编: line.over, 允许溢出: line.tolerance },
        },
      ]
    }),
}
