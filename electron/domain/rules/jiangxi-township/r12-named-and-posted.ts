import { PACK_IDS } from '../packs/pack-ids.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { compareText } from '../../model/counted-holding.ts'
import { onePersonOneQuota, oneSeatOnePerson } from '../one-person-one-seat.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'

/** 定编到人: one person one 编制, one seat one person; and the list has hung on the wall to the end of its period. */
export const namedAndPostedRule: Rule<'notices'> = {
  id: 'R000-12',
  title: '定编到人，张榜公示',
  severity: 'error',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '三、加强编制管理 2',
      clause: '实行定编到人,将符合规定配备的人员纳入编制实名制名单,并在乡镇张榜公示,接受社会监督。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['notices'],
  parameters: [],
  check: ({ index, snapshot }) => [...onePersonOneQuota(index), ...oneSeatOnePerson(index), ...posted(snapshot)],
}

/** Something posted has run its period: the last day is part of it. What hangs without end (长期公开) is posted from its first day. */
function posted(snapshot: Pick<BookSnapshot, 'notices' | 'asOf' | 'book'>): readonly Flag[] {
  const ending = snapshot.notices.flatMap(({ number, endsOn }) => (endsOn === null ? [] : [{ number, endsOn }]))
  if (ending.length < snapshot.notices.length || ending.some((notice) => notice.endsOn < snapshot.asOf)) return []
  const [hanging] = ending.toSorted((left, right) => compareText(left.endsOn, right.endsOn))
  const text =
    hanging === undefined
      ? `${snapshot.book.name}编制实名制名单还没有张榜公示。`
      : `${hanging.number} 正在公示，${hanging.endsOn} 期满；在此之前还没有一次公示期满。`
  return [
    {
      severity: 'warning',
      text,
      remedy: hanging === undefined ? '在“公示与报表”中发布公示并张榜。' : '公示期满后登记异议情况。',
      facts: { 已发布: snapshot.notices.length },
    },
  ]
}
