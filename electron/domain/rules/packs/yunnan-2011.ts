import { PACK_IDS } from './pack-ids.ts'
import { NATIONAL_PARAMETERS } from './national-parameters.ts'
import type { PackParameter, RulePack } from './rule-pack.ts'

const TITLE = '市乡镇机构改革运行情况分析报告'

/** The reform stands on 云发〔2011〕8号; its limits are those the report states. */
function fromReport(told: Pick<PackParameter, 'value' | 'title' | 'unit' | 'clause' | 'shape'>): PackParameter {
  return { ...told, document: TITLE, documentNumber: '云发〔2011〕8号', date: '2011-12-15' }
}

/** How 71 townships came out of the reform by 云发〔2011〕8号, finished on 2011-12-15. It gives limits, no quotas, so no template. */
export const yunnan2011Pack: RulePack = {
  id: PACK_IDS.yunnan2011,
  title: TITLE,
  locality: '云南省某市',
  date: '2011-12-15',
  note: '机关不超过 4 个办公室，事业单位 5 中心 2 所；行政事业编制不超过 2005 年规模；领导职数一般 9 名，大乡镇 11 名以内。',
  parameters: {
    ...NATIONAL_PARAMETERS,
    officeLimit: fromReport({ value: 4, title: '办公室上限', unit: '个', clause: '全市乡镇机关设置不超过4个办公室' }),
    institutionNames: fromReport({
      value: [
        '农业综合服务中心',
        '规划建设和环境保护中心',
        '文化事务中心',
        '社会保障服务中心',
        '农村经济管理服务中心',
        '人口和计划生育服务所',
        '财政所',
      ],
      title: '统一设置的事业单位',
      unit: null,
      clause: '乡镇事业单位统一综合设置为"5中心2所"',
    }),
    leadershipUsual: fromReport({ value: 9, title: '领导职数一般数', unit: '名', clause: '领导职数一般为9名' }),
    leadershipLarge: fromReport({
      value: 11,
      title: '大乡镇领导职数上限',
      unit: '名',
      clause: '人口超过5万或者面积超过600平方公里的控制在11名以内',
    }),
    largePopulation: fromReport({ value: 50_000, title: '大乡镇人口线（超过）', unit: '人', clause: '人口超过5万' }),
    largeArea: fromReport({
      value: 600,
      title: '大乡镇面积线（超过）',
      unit: '平方公里',
      clause: '面积超过600平方公里',
    }),
    classQuotas: fromReport({
      value: null,
      title: '大、中、小乡镇的编制数',
      unit: '名',
      clause: '并根据乡镇类别分类核定',
      shape: 'numbers',
    }),
  },
  packFrom: null,
  template: null,
}
