import { shippedPostingRule } from '../posting-rule.ts'
import type { Rule } from '../rule.ts'

/** Nothing has ever been posted. Silent in an empty book, and under a pack with a rule of its own on posting. */
export const notPublishedRule: Rule<'notices' | 'localPack'> = {
  id: 'I3',
  title: '机构编制情况应当公开',
  severity: 'info',
  effect: 'none',
  source: {
    document: '广东省行政机构设置和编制管理条例',
    documentNumber: null,
    article: '第三十七条第（十）项',
    clause: '不依法向社会公开机构编制情况的',
    inForceFrom: null,
  },
  pack: null,
  stage: 'facts',
  reads: ['notices', 'localPack'],
  parameters: [],
  check: ({ snapshot, index }) => {
    if (snapshot.notices.length > 0 || shippedPostingRule(snapshot) || !index.present.some(({ counted }) => counted !== undefined)) return []
    return [{ text: `${snapshot.book.name}还没有公开过机构编制和实有人员情况；有的省把不依法公开列为违规行为。`, remedy: '在“公示与报表”中发布公示并张榜。', facts: { 已发布: 0 } }]
  },
}
