import { PACK_IDS } from '../packs/pack-ids.ts'
import { onePersonOneQuota, oneSeatOnePerson } from '../one-person-one-seat.ts'
import type { Rule } from '../rule.ts'
import { yunnanReform } from '../sources.ts'

/** 实名制: one person one 编制, one seat one person. The report asks for no posting on a wall. */
export const namedRosterRule: Rule<never> = {
  id: 'R003-11',
  title: '机构编制实名制',
  severity: 'error',
  effect: 'none',
  sources: [yunnanReform({ article: '三、2', clause: '全面推行乡镇机构编制实名制' })],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ index }) => [...onePersonOneQuota(index), ...oneSeatOnePerson(index)],
}
