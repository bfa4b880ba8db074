import { PACK_IDS } from '../packs/pack-ids.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { nameList, peopleOf } from '../wording.ts'
import { townshipServices } from './township-service.ts'
import { lingwu2018 } from '../sources.ts'

const MONTHS = 'teamServiceMonths'
const PARTS = 'teamShareParts'
const WHOLE = 'teamShareWhole'

/**
 * At least two thirds of the team: 8 need 6, 9 need 6, 11 need 8. 2年以上 is 24 whole months or more. A member whose service nobody has
 * entered counts for neither side: while such members could make up what is missing, nothing is judged.
 */
export const teamServiceRule: Rule<'records'> = {
  id: 'R002-02',
  title: '班子成员三分之二有2年以上乡镇工作经历',
  severity: 'error',
  effect: 'none',
  sources: [
    lingwu2018({ article: '三（三）', clause: '乡镇领导班子中,具有2年以上乡镇工作经历的人员应不少于三分之二' }),
  ],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [MONTHS, PARTS, WHOLE],
  check: ({ snapshot, figures, index, parameters }) => {
    const months = numberParameter(parameters, MONTHS)
    const serviceOf = townshipServices(snapshot, index)
    const team = peopleOf(index, figures.leadership.personIds).map((person) => ({
      ...person,
      service: serviceOf(person.id),
    }))
    const needed = Math.ceil((team.length * numberParameter(parameters, PARTS)) / numberParameter(parameters, WHOLE))
    const others = team.filter(({ service }) => service.months < months)
    const enough = team.length - others.length
    const short = needed - enough
    if (short <= 0) return []
    const counted = `领导班子 ${team.length} 人，有 ${months} 个月以上乡镇工作经历的 ${enough} 人，应不少于 ${needed} 人`
    const facts = { 班子: team.length, 有经历: enough, 应有: needed, 差: short }
    const unknown = others.filter(({ service }) => !service.onRecord)
    return [unknown.length >= short ? notJudged(counted, unknown, facts) : tooFew(counted, others, facts)]
  },
}

type Facts = Readonly<Record<'班子' | '有经历' | '应有' | '差', number>>

function notJudged(counted: string, unknown: Parameters<typeof nameList>[0], facts: Facts): Flag {
  return {
    severity: 'info',
    text: `${counted}；没有登记乡镇工作经历的 ${unknown.length} 人：${nameList(unknown)}，本条没有核查。`,
    remedy: '在“资料”里登记乡镇工作经历。',
    facts,
  }
}

function tooFew(counted: string, others: Parameters<typeof nameList>[0], facts: Facts): Flag {
  return {
    text: `${counted}，差 ${facts.差} 人。经历不足的：${nameList(others)}。`,
    remedy: '核对工作经历；确实不足的，报组织部门在调整班子时考虑。',
    facts,
  }
}
