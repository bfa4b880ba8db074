import { PACK_IDS } from './pack-ids.ts'
import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { PackParameter, RulePack, TemplateUnit } from './rule-pack.ts'
import { JIANGXI_STAGES } from './jiangxi-township-stages.ts'

const OFFICE_QUOTAS = {
  党政综合办公室: 5,
  经济发展办公室: 2,
  社会事务办公室: 3,
  新农村建设办公室: 2,
  人民武装部: 1,
  纪委: 1,
} as const
const INSTITUTION_QUOTAS = {
  农业综合服务中心: 10,
  计划生育服务中心: 5,
  文化服务中心: 2,
  劳动保障事务所: 3,
  村镇规划建设管理所: 3,
  财政所: 3,
  民政所: 2,
} as const

function organ(
  name: string,
  kind: TemplateUnit['kind'],
  amount: number,
  nameplates: readonly string[] = [],
): TemplateUnit {
  return {
    name,
    kind,
    nameplates,
    managingBody: null,
    quotas: [{ category: 'administrative', amount }],
    leadership: null,
  }
}

function institution(
  name: keyof typeof INSTITUTION_QUOTAS,
  nameplates: readonly string[] = [],
  managingBody: string | null = null,
): TemplateUnit {
  return {
    name,
    kind: 'institution',
    nameplates,
    managingBody,
    quotas: [{ category: 'institution', amount: INSTITUTION_QUOTAS[name] }],
    leadership: null,
  }
}

const TITLE = '深化乡镇机构改革工作实施方案'
const OFFICES_CLAUSE =
  '乡内设机构设置为:党政综合办公室(增挂社会治安综合治理委员会办公室牌子)、经济发展办公室(增挂安全生产监督管理办公室牌子)、社会事务办公室(增挂人口与计划生育办公室牌子)、新农村建设办公室。'
/** Unit and the plate it hangs out. */
const PLATES = {
  党政综合办公室: '社会治安综合治理委员会办公室',
  经济发展办公室: '安全生产监督管理办公室',
  社会事务办公室: '人口与计划生育办公室',
  农业综合服务中心: '动植检疫站',
  劳动保障事务所: '新型农村合作医疗管理所',
  民政所: '社会救助所',
} as const

/** The published text has lost its own number and date; none is put in their place. */
function fromPlan(told: Pick<PackParameter, 'value' | 'title' | 'unit' | 'clause'>): PackParameter {
  return { ...told, document: TITLE, documentNumber: null, date: null }
}

/**
 * The 2006-style reform plan of a township in Jiangxi: 行政 23 = 8 leaders + 5+2+3+2 + 人武部 1 + 纪委 1 + 维稳信息员 1; 事业 28.
 * The published text has lost its own number and year: a township gives those of its own plan when it sets up its book.
 */
export const jiangxiPack: RulePack = {
  id: PACK_IDS.jiangxiTownship,
  title: TITLE,
  locality: '江西省某区某乡',
  date: '',
  note: '四办七站所：行政编制 23 名、事业编制 28 名、领导职数 8 名；五年内只减不增；超编和不符合规定配备的人员不纳入实名制。',
  parameters: {
    ...NATIONAL_PARAMETERS,
    onlyDecreaseYears: fromPlan({
      value: 5,
      title: '只减不增的年限',
      unit: '年',
      clause: '今后5年内,乡镇行政和事业站所人员编制只能减少,不能增加',
    }),
    administrativeQuota: fromPlan({
      value: 23,
      title: '乡行政编制总额',
      unit: '名',
      clause: '乡行政编制23名,其中维稳信息员编制1名',
    }),
    leadershipQuota: fromPlan({ value: 8, title: '乡领导职数', unit: '名', clause: '乡领导职数为8名' }),
    partyDeputyHeads: fromPlan({
      value: 2,
      title: '党员副乡长',
      unit: '名',
      clause: '纪委书记和2名党员副乡长由党委委员担任',
    }),
    officeQuotas: fromPlan({
      value: OFFICE_QUOTAS,
      title: '各办公室行政编制',
      unit: '名',
      clause: '党政综合办公室核定编制5人',
    }),
    planOffices: fromPlan({
      value: ['党政综合办公室', '经济发展办公室', '社会事务办公室', '新农村建设办公室'],
      title: '内设机构',
      unit: null,
      clause: OFFICES_CLAUSE,
    }),
    planPlates: fromPlan({
      value: Object.entries(PLATES).map(([unit, plate]) => `${unit}｜${plate}`),
      title: '增挂的牌子（机构｜牌子）',
      unit: null,
      clause: OFFICES_CLAUSE,
    }),
    institutionQuotas: fromPlan({
      value: INSTITUTION_QUOTAS,
      title: '各站所事业编制',
      unit: '名',
      clause: '农业综合服务中心',
    }),
  },
  packFrom: null,
  template: {
    townshipKind: 'township',
    units: [
      {
        name: '乡领导班子',
        kind: 'leadership',
        nameplates: [],
        managingBody: null,
        quotas: [{ category: 'administrative', amount: 8 }],
        leadership: { amount: 8, chief: null, deputy: null },
      },
      organ('党政综合办公室', 'office', OFFICE_QUOTAS.党政综合办公室, [PLATES.党政综合办公室]),
      organ('经济发展办公室', 'office', OFFICE_QUOTAS.经济发展办公室, [PLATES.经济发展办公室]),
      organ('社会事务办公室', 'office', OFFICE_QUOTAS.社会事务办公室, [PLATES.社会事务办公室]),
      organ('新农村建设办公室', 'office', OFFICE_QUOTAS.新农村建设办公室),
      organ('人民武装部', 'armedForces', OFFICE_QUOTAS.人民武装部),
      organ('纪委', 'discipline', OFFICE_QUOTAS.纪委),
      organ('维稳信息员', 'special', 1),
      institution('农业综合服务中心', [PLATES.农业综合服务中心]),
      institution('计划生育服务中心'),
      institution('文化服务中心'),
      institution('劳动保障事务所', [PLATES.劳动保障事务所]),
      institution('村镇规划建设管理所'),
      institution('财政所', [], '区财政局'),
      institution('民政所', [PLATES.民政所]),
    ],
    ceilings: [
      { category: 'administrative', amount: 23 },
      { category: 'institution', amount: 28 },
    ],
    leadershipCeiling: 8,
    documentTitle: TITLE,
  },
  tasks: JIANGXI_STAGES,
}
