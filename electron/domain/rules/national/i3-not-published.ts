import { shippedPostingRule } from '../posting-rule.ts'
import type { Rule } from '../rule.ts'
import { strictControl2007 } from '../sources.ts'

/** Nothing has ever been posted. Silent in an empty book, and under a pack with a rule of its own on posting. */
export const notPublishedRule: Rule<'notices' | 'localPack'> = {
  id: 'I3',
  title: '机构编制情况应当公开',
  severity: 'info',
  effect: 'none',
  sources: [
    strictControl2007({
      article: '四',
      clause:
        '逐步建立机构编制公开制度，对不涉及国家秘密的机构编制及其执行情况，要通过有效形式向本单位工作人员或社会公开，接受监督。',
    }),
    {
      law: 'information-disclosure-regulation',
      article: '第二十条',
      clause: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['notices', 'localPack'],
  parameters: [],
  check: ({ snapshot, index }) => {
    if (
      snapshot.notices.length > 0 ||
      shippedPostingRule(snapshot) ||
      !index.present.some(({ counted }) => counted !== undefined)
    )
      return []
    return [
      {
        text: `${snapshot.book.name}还没有公开过机构编制和实有人员情况；有的省把不依法公开列为违规行为。`,
        remedy: '在“公示与报表”中发布公示并张榜。',
        facts: { 已发布: 0 },
      },
    ]
  },
}
