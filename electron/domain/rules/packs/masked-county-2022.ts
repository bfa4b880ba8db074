import { PACK_IDS } from './pack-ids.ts'
import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { PackParameter, RulePack } from './rule-pack.ts'

const TITLE = '乡镇行政管理体制机制改革实施方案'

/** The published text has neither number nor day of its own. */
function fromPlan(told: Pick<PackParameter, 'value' | 'title' | 'unit' | 'clause'>): PackParameter {
  return { ...told, document: TITLE, documentNumber: null, date: null }
}

const LIMIT = '原则上总数控制在7个以内,常住人口x万人以上的乡镇可适当增设,但总数不超过x个'

/** A reform plan of 2022 passed round with its numbers masked as `x`; the date is that of the page. No quotas, so no template. */
export const maskedCounty2022Pack: RulePack = {
  id: PACK_IDS.maskedCounty2022,
  title: TITLE,
  locality: '某县（原文隐去）',
  date: '2022-04-28',
  note: '五办一中心一队：党政机构和事业单位总数一般不超过 7 个；网上文本的若干数字以 x 遮去，缺数的条款报“参数缺失”。',
  parameters: {
    ...NATIONAL_PARAMETERS,
    unitLimit: fromPlan({ value: 7, title: '党政机构和事业单位总数', unit: '个', clause: LIMIT }),
    largePopulation: fromPlan({
      value: null,
      title: '可以增设机构的常住人口（以上）',
      unit: '人',
      clause: '常住人口x万人以上的乡镇可适当增设',
    }),
    largeUnitLimit: fromPlan({
      value: null,
      title: '可以增设机构的乡镇的总数上限',
      unit: '个',
      clause: '但总数不超过x个',
    }),
    requiredOffices: fromPlan({
      value: [
        '党政办公室(党建办公室)',
        '农业农村办公室(扶贫工作站)',
        '社会事务办公室(退役军人服务站)',
        '经济发展办公室',
        '社会治理办公室(应急管理办公室)',
      ],
      title: '必须设立的内设机构（括号内为加挂牌子）',
      unit: null,
      clause:
        '必须设立的内设机构x个:党政办公室(党建办公室)、农业农村办公室(扶贫工作站)、社会事务办公室(退役军人服务站)、经济发展办公室、社会治理办公室(应急管理办公室)',
    }),
    requiredInstitutions: fromPlan({
      value: ['政务服务中心', '综合执法队'],
      title: '必须设立的事业单位',
      unit: null,
      clause: '事业单位x个:政务服务中心、综合执法队',
    }),
    deputyLevelHeads: fromPlan({
      value: ['政务服务中心', '综合执法队'],
      title: '主要负责人可按副科级配备的机构',
      unit: null,
      clause: '协调任务重的乡镇政务服务中心、综合执法队主要负责人可按副科级配备',
    }),
    developedTowns: fromPlan({
      value: ['乌江镇'],
      title: '参照经济发达镇另行设置的镇',
      unit: null,
      clause: '乌江镇按照经济发达镇做法,其党政内设机构和事业单位设置参照“x办字〔x0x7〕x0号”文件执行',
    }),
  },
  packFrom: null,
  template: null,
}
