import { PACK_IDS } from '../packs/pack-ids.ts'
import { natureOfCategory, QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { RecordOf } from '../../model/records.ts'
import type { Flag, Rule, RuleInput } from '../rule.ts'
import { dateText } from '../wording.ts'
import { maskedCountyPlan } from '../sources.ts'

/**
 * What the county's units give up is what townships receive: nothing is made on the way. It is for townships short of 事业编制: where as
 * many seats are vacant today as were received, that is worth a second look, no breach, since people may have left since.
 */
export const countyTransferRule: Rule<'records'> = {
  id: 'R001-10',
  title: '县直编制调剂，划出等于划入',
  severity: 'error',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（四）xx.创新人员管理方式',
      clause: '在乡镇事业编制不足的情况下,适当调剂部分县直事业编制充实到乡镇,推进编制资源向基层倾斜',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: (input) =>
    input.snapshot.records.countyTransfer.flatMap((transfer) => [
      ...unbalanced(transfer),
      ...notShort(transfer, input),
    ]),
}

function transferName(transfer: RecordOf<'countyTransfer'>): string {
  return `${dateText(transfer.validFrom)}由${transfer.fromUnit}调剂${QUOTA_CATEGORY_NAMES[transfer.category]}`
}

function unbalanced(transfer: RecordOf<'countyTransfer'>): readonly Flag[] {
  const { released, received } = transfer
  if (released === received) return []
  return [
    {
      text: `${transferName(transfer)}：县直划出 ${released} 名，乡镇划入 ${received} 名，相差 ${Math.abs(released - received)} 名。`,
      remedy: '对照调剂批文核对两头的数。',
      facts: { 划出: released, 划入: received },
    },
  ]
}

function notShort(transfer: RecordOf<'countyTransfer'>, { figures }: RuleInput<'records'>): readonly Flag[] {
  const vacancy = figures.totals
    .filter((total) => natureOfCategory(total.category) === 'institution')
    .reduce((sum, total) => sum + total.vacancy, 0)
  const { received } = transfer
  if (received === 0 || vacancy < received) return []
  return [
    {
      severity: 'info',
      text: `${transferName(transfer)} ${received} 名，全乡镇事业编制现有空编 ${vacancy} 名；调剂用于乡镇事业编制不足的情况，请核对。`,
      remedy: '编制已经够用的，报机构编制部门调整。',
      facts: { 划入: received, 空编: vacancy },
    },
  ]
}
