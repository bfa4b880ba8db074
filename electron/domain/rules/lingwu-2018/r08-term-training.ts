import { PACK_IDS } from '../packs/pack-ids.ts'
import { rememberText } from '../../model/remember-text.ts'
import { holdersOf } from '../post-holders.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText, nameList } from '../wording.ts'
import { lingwu2018 } from '../sources.ts'

/** 党委书记, 乡镇长, village 书记 and 主任; nobody with 副. */
const NAMED = /党委书记|(?<!副)[乡镇]长|(?:村|社区)(?:党委|党总支|党支部|党组织)书记|[村居]委会主任/

const isNamed = rememberText((title) => NAMED.test(title))

/** Each of the named once to a party school within the term. While it runs it is a reminder, after its last day a breach. */
export const termTrainingRule: Rule<'records'> = {
  id: 'R002-08',
  title: '一个任期内集中轮训一次',
  severity: 'error',
  effect: 'none',
  sources: [
    lingwu2018({
      article: '三（二）',
      clause: '在一个任期内,乡镇党委书记、乡镇长、村(社区)党组织书记(主任)分别到自治区党校、银川市委党校集中轮训一次',
    }),
  ],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const named = holdersOf(index, isNamed)
    if (named.length === 0) return []
    const township = snapshot.records.township[0]
    const from = township?.termFrom ?? null
    const to = township?.termTo ?? null
    if (from === null || to === null) {
      return [
        {
          severity: 'info',
          text: `没有登记本届任期起止，${nameList(named.map(({ person }) => person))}任期内是否到党校轮训没有核查。`,
          remedy: '在“资料”的乡镇概况里登记任期。',
          facts: { 人数: named.length },
        },
      ]
    }
    const trained = new Set(
      snapshot.records.training
        .filter(
          (training) =>
            training.trainingKind === 'partySchool' && from <= training.validFrom && training.validFrom <= to,
        )
        .map((training) => training.personId),
    )
    const over = snapshot.asOf > to
    return named
      .filter(({ person }) => !trained.has(person.id))
      .map(({ person, unitId, titles }): Flag => ({
        unitId,
        personId: person.id,
        severity: over ? 'error' : 'info',
        text: `${person.name}（${titles}）本届任期（${dateText(from)}至${dateText(to)}）${over ? '内没有到党校集中轮训' : '还没有到党校集中轮训'}。`,
        remedy: over ? '参加过的，补登党校轮训；没有参加的，报组织部门。' : '任期届满前安排轮训并登记。',
        facts: { 任期自: from, 任期至: to },
      }))
  },
}
