import { PACK_IDS, type PlacePackId } from '../rules/packs/pack-ids.ts'
import type { Statement } from './check-statement.ts'

/*
 * What the packs' documents say of themselves: a township's offices, leaders and institutions; must-haves against the ceiling; institutions
 * cut; 郴州's rates. Numbers are the documents' own.
 */

const sum = (label: string, parts: readonly number[], total: number | null, open = false): Statement => ({
  kind: 'sum',
  label,
  parts,
  total,
  open,
})

export const PACK_STATEMENTS: Readonly<Record<PlacePackId, readonly Statement[]>> = {
  [PACK_IDS.jiangxiTownship]: [
    sum('行政编制：领导、四个办公室、人武部、纪委、维稳信息员', [8, 5, 2, 3, 2, 1, 1, 1], 23),
    sum('事业编制：七个站所', [10, 5, 2, 3, 3, 3, 2], null),
    sum('领导职数：书记、副书记（乡长）、纪委书记、党员副乡长、人大主席', [1, 1, 1, 2, 1], 8, true),
  ],
  [PACK_IDS.maskedCounty2022]: [sum('必设办公室与必设事业单位，总数控制在7个以内', [5, 2], 7)],
  [PACK_IDS.lingwu2018]: [],
  [PACK_IDS.yunnan2011]: [sum('精简事业机构', [219, 218], 437)],
  [PACK_IDS.chenzhou]: [
    { kind: 'cut', label: '乡镇个数', from: 249, to: 184, cut: 65, rate: '26.1' },
    { kind: 'cut', label: '乡镇领导职数', from: 2055, to: 1436, cut: 619, rate: '30.1' },
    { kind: 'cut', label: '乡镇行政编制', from: null, to: 4248, cut: null, rate: '10.1' },
    { kind: 'cut', label: '乡镇事业编制', from: null, to: 6224, cut: null, rate: '32.8' },
  ],
}
