import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { lingwu2018 } from '../sources.ts'

/** Every “一票否决” matter set for the township has the region's approval. None on record, none set. */
export const vetoMattersRule: Rule<'records'> = {
  id: 'R002-11',
  title: '“一票否决”事项报自治区批准',
  severity: 'error',
  effect: 'none',
  sources: [lingwu2018({ article: '三（四）', clause: '对乡镇设置“一票否决”事项必须按程序报自治区批准。' })],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot }) =>
    snapshot.records.workTask
      .filter((task) => task.taskKind === 'veto' && task.approvalNumber === null)
      .map((task): Flag => ({
        text: `“一票否决”事项“${task.title}”没有登记自治区的批准文号。`,
        remedy: '补登批准文号；没有批准的，向设置部门提出取消。',
        facts: { 编号: task.code },
      })),
}
