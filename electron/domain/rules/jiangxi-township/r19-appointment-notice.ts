import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'
import { dateText, unitIdOf } from '../wording.ts'
import { postTitle } from '../../model/snapshot-index.ts'

/**
 * 任前公示 on record, and the seat taken: not before the posting was over, not where an objection was upheld, and a result written down once
 * the period is over. Of an appointment without any such record nothing is said: not every one needs it.
 */
export const appointmentNoticeRule: Rule<'records'> = {
  id: 'R000-19',
  title: '任前公示期满、无异议再任职',
  severity: 'warning',
  effect: 'none',
  sources: [jiangxiPlan({ article: '五、1', clause: '实行差额考察、考察预告和任前公示制度' })],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.records.appointmentNotice.flatMap(({ personId, post, noticeTo, result }): readonly Flag[] => {
      const person = personId === null ? undefined : index.person(personId)
      if (person === undefined) return []
      const seat = index.holdingsOf(person.id).find((own) => own.postId !== null && postTitle(index, own) === post)
      const about = { unitId: unitIdOf(index, person.id), personId: person.id }
      if (seat !== undefined && seat.validFrom <= noticeTo)
        return [
          {
            ...about,
            text: `${person.name}任${post}的任前公示到${dateText(noticeTo)}期满，${dateText(seat.validFrom)}已经任职。`,
            remedy: '核对公示日期和任职日期；确在期满前任职的，说明情况并补足公示。',
            facts: { 公示至: noticeTo, 任职: seat.validFrom },
          },
        ]
      if (seat !== undefined && result === 'upheld')
        return [
          {
            ...about,
            text: `${person.name}任${post}的任前公示异议成立，仍已任职。`,
            remedy: '按异议处理结果办理；登记有误的，改正公示结果。',
            facts: { 公示结果: '异议成立' },
          },
        ]
      return []
    }),
}
