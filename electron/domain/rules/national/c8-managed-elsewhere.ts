import type { Unit } from '../../model/unit.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'

/**
 * A note, no breach: units whose 人财物 a county department runs, and 派驻机构. Their people count here exactly as far as the 编制 was
 * approved here; the numbers say which it is.
 */
export const managedElsewhereRule: Rule<'units' | 'records'> = {
  id: 'C8',
  title: '人财物归县级部门管理的机构和派驻机构作备注',
  severity: 'info',
  effect: 'none',
  fact: 'managedElsewhere',
  sources: [
    jiangxiPlan({
      article: '二（二）3',
      clause: '除乡财政所的人、财、物由区财政局管理外,其它6个中心、所由区业务主管部门负责指导',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['units', 'records'],
  parameters: [],
  check: ({ snapshot, figures }) => {
    const dispatched = new Set(
      snapshot.records.unitProfile.filter((profile) => profile.dispatched).map((profile) => profile.unitId),
    )
    // Most units are managed here: where all are, no line is looked at.
    const elsewhere = snapshot.units.filter((unit) => whose(unit, dispatched.has(unit.id)) !== null)
    if (elsewhere.length === 0) return []
    const lines = Map.groupBy(figures.lines, (line) => line.unitId)
    return elsewhere.flatMap((unit): readonly Flag[] => {
      const who = whose(unit, dispatched.has(unit.id))
      if (who === null) return []
      const own = lines.get(unit.id) ?? []
      const quota = own.reduce((sum, line) => sum + line.quota, 0)
      const actual = own.reduce((sum, line) => sum + line.actual, 0)
      const counted =
        quota > 0
          ? `编制核定在本乡镇：核定 ${quota} 名，实有 ${actual} 名，照计`
          : `本乡镇没有给它核定编制，${actual === 0 ? '不计入本乡镇' : `却有 ${actual} 人计入实有`}`
      return [
        {
          unitId: unit.id,
          text: `${unit.name}${who}；${counted}。`,
          remedy:
            quota > 0 || actual === 0
              ? '无须处理，报表备注说明。'
              : '核对这些人员的编制在哪里；在派出部门的，改登为借入或办理出编。',
          facts: { 核定: quota, 实有: actual },
        },
      ]
    })
  },
}

function whose(unit: Unit, isDispatched: boolean): string | null {
  if (isDispatched) return `是${unit.managingBody ?? '上级部门'}的派驻机构`
  return unit.managingBody === null ? null : `的人、财、物由${unit.managingBody}管理`
}
