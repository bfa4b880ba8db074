import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Unit } from '../../model/unit.ts'
import type { Flag, Rule } from '../rule.ts'
import { isPlanUnit, planUnit } from '../jiangxi-township/plan-unit.ts'
import { yunnanReform } from '../sources.ts'

const PARTY = '党政办公室'
const ORDER = '社会治安综合治理办公室'
const ORDER_PLATE = '群众工作局'
const JOINT = '经济社会发展办公室'
const DIVIDED = ['经济发展办公室', '社会事务办公室'] as const
/** Judged by R003-03. */
export const COMMUNITY_OFFICE = '社区建设管理办公室'
const KNOWN: readonly string[] = [PARTY, ORDER, JOINT, ...DIVIDED, COMMUNITY_OFFICE]

/** Three offices, or four with the middle one divided in two: never both forms at once. */
export const officeNamesRule: Rule<'units'> = {
  id: 'R003-02',
  title: '办公室名称按统一设置',
  severity: 'warning',
  effect: 'none',
  sources: [
    yunnanReform({
      article: '一',
      clause:
        '党政办公室、经济社会发展办公室、社会治安综合治理办公室(加挂群众工作局牌子);或根据乡镇需要,将经济社会发展办公室分设为经济发展办公室、社会事务办公室',
    }),
  ],
  pack: PACK_IDS.yunnan2011,
  stage: 'facts',
  reads: ['units'],
  parameters: [],
  check: ({ snapshot }) => {
    const offices = snapshot.units.filter((unit) => unit.kind === 'office')
    const office = (name: string) => planUnit(offices, snapshot.book.name, name)
    const extra = offices.filter((unit) => !KNOWN.some((name) => isPlanUnit(unit, snapshot.book.name, name)))
    const wanted = [PARTY, ...economyWanted((name) => office(name) !== undefined), ORDER]
    const missing = wanted.filter((name) => office(name) === undefined)
    return [...bothForms(office), ...missing.map(toMissing), ...extra.map(toExtra), ...plateMissing(office(ORDER))]
  },
}

/** The form begun: any of the divided offices means the divided form. */
function economyWanted(has: (name: string) => boolean): readonly string[] {
  if (has(JOINT)) return []
  return DIVIDED.some(has) ? DIVIDED : [JOINT]
}

function bothForms(office: (name: string) => Unit | undefined): readonly Flag[] {
  const divided = DIVIDED.filter((name) => office(name) !== undefined)
  if (office(JOINT) === undefined || divided.length === 0) return []
  return [
    {
      text: `${JOINT}与${divided.join('、')}同时设着；分设以后原办公室不再保留。`,
      remedy: '只保留一种设置：合设一个，或分设两个。',
      facts: { 分设: divided.length },
    },
  ]
}

function toMissing(name: string): Flag {
  return { text: `没有登记${name}。`, remedy: '核对机构名称和类别，或补登机构。' }
}

function toExtra(unit: Unit): Flag {
  return {
    unitId: unit.id,
    text: `${unit.name}不在统一设置的办公室之内。`,
    remedy: '核对机构名称；另有批文的，登记批文后换用相应规则包。',
  }
}

function plateMissing(unit: Unit | undefined): readonly Flag[] {
  if (unit === undefined || unit.nameplates.some((plate) => plate.endsWith(ORDER_PLATE))) return []
  return [{ unitId: unit.id, text: `${unit.name}没有登记加挂${ORDER_PLATE}牌子。`, remedy: '登记加挂的牌子和批文。' }]
}
