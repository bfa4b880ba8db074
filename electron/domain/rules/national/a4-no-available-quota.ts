import type { FigureLine } from '../../model/figures.ts'
import { availableQuota } from '../../quota/available-quota.ts'
import { linesWhere } from '../../quota/lines-where.ts'
import type { Flag, Rule } from '../rule.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import { lineName } from '../wording.ts'
import { onlyWithinApproved, basisOfPeople } from '../sources.ts'

/**
 * 无可用编制: approvals reserve more seats than the people in post leave. Before an entry the same arithmetic decides whether
 * anybody may come (`availableQuota`); people alone beyond the quota are A1.
 */
export const noAvailableQuotaRule: Rule<never> = {
  id: 'A4',
  title: '没有可用编制不得核准、办理入编',
  severity: 'error',
  effect: 'none',
  sources: [basisOfPeople, onlyWithinApproved],
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ figures, index }) => reservedBeyond(figures.lines).map((line) => flag(line, index)),
}

const reservedBeyond = linesWhere((line) => line.reserved > 0 && line.actual + line.reserved > line.quota)

function flag(line: FigureLine, index: SnapshotIndex): Flag {
  const beyond = line.actual + line.reserved - line.quota
  const tolerated = availableQuota(line) >= 0
  return {
    unitId: line.unitId,
    severity: tolerated ? 'warning' : 'error',
    text:
      `${lineName(index, line)}核定 ${line.quota} 名，实有 ${line.actual} 名，已核准未到位 ${line.reserved} 名，合计多出 ` +
      `${beyond} 名${tolerated ? `（在允许溢出 ${line.tolerance} 名以内）` : ''}：因用编核准而没有可用编制，核准的人员到位后将超编。`,
    remedy: '撤回多出的用编核准，先消化超编，或取得增加编制的批文后登记核定编制。',
    facts: {
      核定: line.quota,
      实有: line.actual,
      已核准未到位: line.reserved,
      允许溢出: line.tolerance,
      可用: availableQuota(line),
    },
  }
}
