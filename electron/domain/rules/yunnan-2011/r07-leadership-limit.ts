import { PACK_IDS } from '../packs/pack-ids.ts'
import type { TownshipProfile } from '../../model/records.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule, RuleParameters } from '../rule.ts'
import { nameList, peopleOf } from '../wording.ts'
import { yunnanReform } from '../sources.ts'

const [USUAL, LARGE, POPULATION, AREA] = ['leadershipUsual', 'leadershipLarge', 'largePopulation', 'largeArea'] as const

/**
 * Nine, or up to eleven in a large township. 超过 excludes the number: 50,000 people or 600 km² exactly are not large; 以内 includes it
 * (民法典 第1259条). Where population and area are not on record only what is over in any case is an error.
 */
export const leadershipLimitRule: Rule<'records'> = {
  id: 'R003-07',
  title: '领导职数一般9名，大乡镇11名以内',
  severity: 'error',
  effect: 'none',
  fact: 'leadersOver',
  sources: [
    yunnanReform({
      article: '一',
      clause: '领导职数一般为9名,人口超过5万或者面积超过600平方公里的控制在11名以内',
    }),
  ],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: ['records'],
  parameters: [USUAL, LARGE, POPULATION, AREA],
  check: ({ snapshot, figures, index, parameters }) => {
    const [usual, large] = [numberParameter(parameters, USUAL), numberParameter(parameters, LARGE)]
    const { actual, personIds } = figures.leadership
    const township = snapshot.records.township[0]
    const isLarge = judgeSize(township, parameters)
    const limit = isLarge === false ? usual : large
    if (actual > limit) return [over(actual, limit, sizeText(isLarge), nameList(peopleOf(index, personIds)))]
    if (isLarge !== null || actual <= usual) return []
    const unknown = [
      ...((township?.population ?? null) === null ? ['人口'] : []),
      ...((township?.areaKm2 ?? null) === null ? ['面积'] : []),
    ].join('和')
    return [
      {
        severity: 'info',
        text: `领导成员 ${actual} 名，多于一般的 ${usual} 名；没有登记${unknown}，是否大乡镇没有核查。`,
        remedy: `在“资料”的乡镇概况里登记${unknown}。`,
        facts: { 一般: usual, 实配: actual },
      },
    ]
  },
}

/** True as soon as one figure is over its line; false only when both are known and neither is; null: not known. */
function judgeSize(township: TownshipProfile | undefined, parameters: RuleParameters): boolean | null {
  const [population, area] = [township?.population ?? null, township?.areaKm2 ?? null]
  if ((population ?? 0) > numberParameter(parameters, POPULATION) || (area ?? 0) > numberParameter(parameters, AREA))
    return true
  return population === null || area === null ? null : false
}

function sizeText(isLarge: boolean | null): string {
  if (isLarge === null) return '即使按大乡镇也'
  return isLarge ? '大乡镇' : '人口和面积都没有超过大乡镇的线，'
}

function over(actual: number, limit: number, size: string, names: string): Flag {
  return {
    text: `${size}最多 ${limit} 名，实配 ${actual} 名，超职数 ${actual - limit} 名。现有领导成员：${names}。`,
    remedy: '核对各岗位是否占职数；确属超配的，按干部管理权限调整。',
    facts: { 上限: limit, 实配: actual, 超出: actual - limit },
  }
}
