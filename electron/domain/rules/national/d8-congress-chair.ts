import { rememberText } from '../../model/remember-text.ts'
import { holdersAmong, isCongressChair, isCongressDeputyChair } from '../post-holders.ts'
import type { Flag } from '../rule.ts'
import { ruleByGroup } from '../rule-by-group.ts'
import { nameList } from '../wording.ts'

/** 乡长, 副乡长, 镇长, 副镇长: the posts of the government (第七十条). 乡长助理 is no post of the law. */
const GOVERNMENT = /[乡镇]长(?!助理)/u
const DEPUTIES = 2
const CONGRESS: readonly string[] = ['congress']
const NO_KEYS: readonly string[] = []
const isOfCongress = rememberText((title) => isCongressChair(title) || isCongressDeputyChair(title))

/** 人大主席 and 副主席 hold no post of the government; at most two 副主席. Says RN-03. */
export const congressChairRule = ruleByGroup({
  id: 'D8',
  title: '人大主席、副主席不得担任行政机关职务，副主席不超过2名',
  severity: 'error',
  effect: 'none',
  sources: [
    {
      law: 'local-organisation-law',
      article: '第十八条',
      clause:
        '乡、民族乡、镇的人民代表大会设主席，并可以设副主席一人至二人。乡、民族乡、镇的人民代表大会主席、副主席不得担任国家行政机关的职务；如果担任国家行政机关的职务，必须向本级人民代表大会辞去主席、副主席的职务。',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  covers: ['RN-03'],
  told: () => null,
  keysOf: ({ seats }) =>
    seats.some(({ post }) => post !== undefined && isOfCongress(post.title)) ? CONGRESS : NO_KEYS,
  ofGroup: (_, members): readonly Flag[] => {
    const both = holdersAmong(members, isOfCongress).filter(({ titles }) => GOVERNMENT.test(titles))
    const deputies = holdersAmong(members, isCongressDeputyChair)
    return [
      ...both.map(({ person, unitId, titles }): Flag => ({
        unitId,
        personId: person.id,
        text: `${person.name}同时任${titles}：人大主席、副主席不得担任国家行政机关的职务。`,
        remedy: '核对职务名称和任免文件；属实的，辞去其中一方的职务。',
        facts: { 职务: titles },
      })),
      ...(deputies.length > DEPUTIES
        ? [
            {
              text: `人大副主席 ${deputies.length} 名：${nameList(deputies.map(({ person }) => person))}；依法可以设 1 至 ${DEPUTIES} 名。`,
              remedy: '核对职务名称和任免文件；确属多设的，按干部管理权限调整。',
              facts: { 副主席: deputies.length, 上限: DEPUTIES },
            },
          ]
        : []),
    ]
  },
})
