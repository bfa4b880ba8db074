import { endOfWorkingDays } from '../../calendar/working-days.ts'
import type { NoticeRecord } from '../../model/book-snapshot.ts'
import { numberParameter } from '../parameters.ts'
import type { Rule } from '../rule.ts'
import { dateText } from '../wording.ts'
import { civilServantLaw } from '../sources.ts'

const PARAMETER = 'noticeWorkingDays'

/**
 * How long the last notice hangs. No norm gives the length for 实名制; five working days are those of 录用 and 任前公示, and 招聘 is commonly
 * given seven: the locality's number decides. Only the last one is judged, for an earlier one cannot be put right any more; 长期公开 has no
 * end, and a year whose holidays are unknown is not judged.
 */
export const noticePeriodRule: Rule<'notices' | 'holidays'> = {
  id: 'RN-04',
  title: '公示期不少于规定的工作日',
  covers: ['RN-05', 'RN-06'],
  severity: 'warning',
  effect: 'none',
  sources: [civilServantLaw({ article: '第三十二条', clause: '公示期不少于五个工作日' })],
  pack: null,
  stage: 'facts',
  reads: ['notices', 'holidays'],
  parameters: [PARAMETER],
  check: ({ snapshot, parameters }) => {
    const days = numberParameter(parameters, PARAMETER)
    const last = lastPosted(snapshot.notices)
    if (last === undefined || last.endsOn === null) return []
    const least = endOfWorkingDays(last.postedOn, days, snapshot.holidays)
    if ('missingYear' in least || last.endsOn >= least.endsOn) return []
    return [
      {
        text: `${last.number}${dateText(last.postedOn)}张贴，${dateText(last.endsOn)}期满，不足 ${days} 个工作日：最早应到${dateText(least.endsOn)}。`,
        remedy: '重新发布公示，公示期不少于规定的工作日。',
        facts: { 张贴日: last.postedOn, 期满日: last.endsOn, 最早期满日: least.endsOn },
      },
    ]
  },
}

function lastPosted(notices: readonly NoticeRecord[]): NoticeRecord | undefined {
  return notices
    .toSorted((left, right) => (left.postedOn < right.postedOn ? -1 : Number(left.postedOn > right.postedOn)))
    .at(-1)
}
