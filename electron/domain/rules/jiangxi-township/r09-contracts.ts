import { inForceOn } from '../../model/plain-date.ts'
import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { nameList, peopleOf } from '../wording.ts'
import { planUnit } from './plan-unit.ts'
import { jiangxiPlan } from '../sources.ts'

const CENTRE = '农业综合服务中心'

/** Everybody counted in 农业综合服务中心 has a contract in force. A book without one contract has not been filled in: it says so once. */
export const contractsRule: Rule<'units' | 'records'> = {
  id: 'R000-09',
  title: '农业综合服务中心全部实行聘用制',
  severity: 'error',
  effect: 'none',
  fact: 'noContract',
  sources: [jiangxiPlan({ article: '二（二）3', clause: '在核定的编制内,人员实行竞争上岗,全部实行聘用制。' })],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['units', 'records'],
  parameters: [],
  check: ({ snapshot, figures, index }) => {
    const unit = planUnit(snapshot.units, snapshot.book.name, CENTRE)
    if (unit === undefined) return []
    const staff = peopleOf(
      index,
      figures.lines.filter((line) => line.unitId === unit.id).flatMap((line) => line.personIds),
    )
    const employed = new Set(
      snapshot.records.contract
        .filter((contract) => inForceOn(contract, snapshot.asOf))
        .map((contract) => contract.personId),
    )
    const without = staff.filter((person) => !employed.has(person.id))
    if (without.length === 0) return []
    if (employed.size === 0) {
      return [
        {
          unitId: unit.id,
          severity: 'info',
          text: `没有登记在有效期内的聘用合同，${unit.name} ${staff.length} 人是否全部实行聘用制没有核查：${nameList(without)}。`,
          remedy: '在“资料”里登记聘用合同。',
          facts: { 实有: staff.length, 有合同: 0 },
        },
      ]
    }
    return without.map((person): Flag => ({
      unitId: unit.id,
      personId: person.id,
      text: `${person.name}（${unit.name}）没有在有效期内的聘用合同；方案规定人员全部实行聘用制。`,
      remedy: '签订或续订聘用合同后登记；已有合同的，补登起止日期。',
      facts: { 实有: staff.length, 有合同: staff.length - without.length },
    }))
  },
}
