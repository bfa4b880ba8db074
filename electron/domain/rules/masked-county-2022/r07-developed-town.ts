import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Rule } from '../rule.ts'
import { DEVELOPED_TOWNS, isDevelopedTown } from './organ-setting.ts'
import { maskedCountyPlan } from '../sources.ts'

/** A listed town is set up by another document: R001-01 to -05 do not judge it, and the clerk is told so once. */
export const developedTownRule: Rule<never> = {
  id: 'R001-07',
  title: '经济发达镇适用其他文件',
  severity: 'warning',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（一）x',
      clause: '乌江镇按照经济发达镇做法,其党政内设机构和事业单位设置参照“x办字〔x0x7〕x0号”文件执行。',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: [],
  parameters: [DEVELOPED_TOWNS],
  check: ({ snapshot, parameters }) =>
    isDevelopedTown(snapshot.book.name, parameters)
      ? [
          {
            text: `${snapshot.book.name}按照经济发达镇做法，机构设置参照“x办字〔x0x7〕x0号”文件；本方案的机构限额和名单没有核查。`,
            remedy: '换用按该文件编写的本地规则包。',
          },
        ]
      : [],
}
