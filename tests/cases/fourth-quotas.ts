import { plainRoster, PLAIN_KEYS, told, type Case, type ToldQuota } from './kit/case.ts'
import { blank } from './kit/form-parts.ts'
import { roster } from './kit/people.ts'
import { separated, utf16, xlsx, type Row } from './kit/write-files.ts'

/* H35–H42: approved numbers in several shapes, and workbooks in which nothing is a roster. */

/** Three rows of head: 核定, 实有, 空缺 under every category; the document in the title. */
function threeNumbersEach(): Case {
  const quotas: readonly ToldQuota[] = [
    { unit: '党政综合办公室', category: '行政编制', quota: 8 },
    { unit: '党政综合办公室', category: '机关工勤编制', quota: 1 },
    { unit: '平安法治办公室', category: '行政编制', quota: 5 },
    { unit: '综合行政执法大队', category: '事业编制（参公）', quota: 7 },
    { unit: '农业农村综合服务中心', category: '事业编制（全额拨款）', quota: 11 },
  ]
  const kinds = ['行政编制', '机关工勤编制', '事业编制（参公）', '事业编制（全额拨款）']
  const units = [...new Set(quotas.map((one) => one.unit))]
  const row = (unit: string, at: number): Row => [
    at + 1,
    unit,
    ...kinds.flatMap((kind) => {
      const quota = quotas.find((one) => one.unit === unit && one.category === kind)?.quota ?? 0
      return quota === 0 ? [0, 0, 0] : [quota, quota - 1, 1]
    }),
  ]
  return {
    truth: {
      case: 'H35-每类三个数',
      file: 'H35-每类三个数.xlsx',
      about: '编制配备表：行政、工勤、参公、全额各下分核定、实有、空缺；机关小计、事业小计、总计；文号在标题下一行',
      people: [],
      quotas,
    },
    bytes: xlsx({
      name: '配备',
      merges: ['A1:N1', 'A2:N2', 'A3:A5', 'B3:B5', 'C3:H3', 'I3:N3', 'C4:E4', 'F4:H4', 'I4:K4', 'L4:N4'],
      rows: [
        ['云溪乡机关事业单位编制配备情况表', ...blank(13)],
        ['核定依据：云编〔2024〕15号　　　　　　统计时间：2026年9月30日', ...blank(13)],
        ['序号', '机构名称', '机关', ...blank(5), '事业单位', ...blank(5)],
        [
          null,
          null,
          '行政编制',
          null,
          null,
          '工勤编制',
          null,
          null,
          '参公事业编制',
          null,
          null,
          '全额事业编制',
          null,
          null,
        ],
        [null, null, ...kinds.flatMap(() => ['核定', '实有', '空缺'])],
        ...units.slice(0, 2).map(row),
        ['机关小计', null, 13, 11, 2, 1, 0, 1, 0, 0, 0, 0, 0, 0],
        ...units.slice(2).map((unit, at) => row(unit, at + 2)),
        ['事业小计', null, 0, 0, 0, 0, 0, 0, 7, 6, 1, 11, 10, 1],
        ['总计', null, 13, 11, 2, 1, 0, 1, 7, 6, 1, 11, 10, 1],
      ],
    }),
  }
}

/** Offices across the top, categories down. */
function unitsAcross(): Case {
  const quotas: readonly ToldQuota[] = [
    { unit: '党政综合办公室', category: '行政编制', quota: 7 },
    { unit: '党政综合办公室', category: '机关工勤编制', quota: 2 },
    { unit: '社会事务办公室', category: '行政编制', quota: 4 },
    { unit: '便民服务中心', category: '事业编制', quota: 9 },
    { unit: '文化服务中心', category: '事业编制', quota: 3 },
  ]
  const units = [...new Set(quotas.map((one) => one.unit))]
  const line = (head: string, kind: string): Row => [
    head,
    ...units.map((unit) => quotas.find((one) => one.unit === unit && one.category === kind)?.quota ?? null),
    quotas.filter((one) => one.category === kind).reduce((sum, one) => sum + one.quota, 0),
  ]
  return {
    truth: {
      case: 'H36-机构横排编制竖排',
      file: 'H36-机构横排编制竖排.xlsx',
      about: '转置的核定表：机构横排，行是行政编制、机关工勤编制、事业编制、合计、批准文号',
      people: [],
      quotas,
    },
    bytes: xlsx({
      name: '核定数',
      merges: ['A1:F1'],
      rows: [
        ['云溪乡各机构编制核定数', ...blank(5)],
        ['编制类型', ...units, '合计'],
        line('行政编制', '行政编制'),
        line('机关工勤编制', '机关工勤编制'),
        line('事业编制', '事业编制'),
        ['合计', 9, 4, 9, 3, 25],
        ['批准文号', ...units.map(() => '云编〔2024〕15号'), null],
      ],
    }),
  }
}

/** Numbers told in words of one cell. */
function numbersInSentences(): Case {
  const quotas: readonly ToldQuota[] = [
    { unit: '党政综合办公室', category: '行政编制', quota: 7 },
    { unit: '党政综合办公室', category: '机关工勤编制', quota: 1 },
    { unit: '经济发展办公室', category: '行政编制', quota: 5 },
    { unit: '便民服务中心', category: '事业编制', quota: 8 },
  ]
  return {
    truth: {
      case: 'H37-编制数写成一句话',
      file: 'H37-编制数写成一句话.xlsx',
      about: '“核定编制”一格写“行政编制7名，机关工勤编制1名”“事业编制8名”，“领导职数”写“主任1名，副主任2名”',
      mustAsk: true,
      people: [],
      quotas,
    },
    bytes: xlsx({
      name: '三定',
      rows: [
        ['云溪乡内设机构和事业单位设置一览'],
        ['序号', '机构名称', '机构规格', '核定编制', '领导职数', '批准文号'],
        [1, '党政综合办公室', '股级', '行政编制7名，机关工勤编制1名', '主任1名，副主任2名', '云编〔2024〕15号'],
        [2, '经济发展办公室', '股级', '行政编制5名', '主任1名，副主任1名', '云编〔2024〕15号'],
        [3, '便民服务中心', '股级', '事业编制8名', '主任1名', '云编〔2024〕15号'],
      ],
    }),
  }
}

/** The history of the numbers of one institution: documents in the order of time, the last is in force. */
function historyOfNumbers(): Case {
  return {
    truth: {
      case: 'H38-编制沿革几份文件',
      file: 'H38-编制沿革几份文件.xlsx',
      about: '机构编制沿革：同一机构几份文件，核定、增加、核减，末列“调整后编制数”；现在的数是最后一份文件的',
      mustAsk: true,
      people: [],
      quotas: [
        { unit: '便民服务中心', category: '事业编制', quota: 9 },
        { unit: '党政综合办公室', category: '行政编制', quota: 6 },
      ],
    },
    bytes: xlsx({
      name: '沿革',
      rows: [
        ['云溪乡机构编制沿革'],
        ['机构名称', '编制类型', '文件时间', '批准文号', '事项', '增减编制数', '调整后编制数'],
        ['便民服务中心', '事业编制', '2015.06', '云编〔2015〕4号', '设立', 7, 7],
        ['便民服务中心', '事业编制', '2019.03', '云编办〔2019〕12号', '核增', 3, 10],
        ['便民服务中心', '事业编制', '2024.05', '云编〔2024〕15号', '核减', -1, 9],
        ['党政综合办公室', '行政编制', '2019.03', '云编办〔2019〕12号', '核定', 5, 5],
        ['党政综合办公室', '行政编制', '2024.05', '云编〔2024〕15号', '核增', 1, 6],
      ],
    }),
  }
}

/** Village cadres: not the township's staff. */
function villageCadres(): Case {
  const people = roster(839, [
    ['石门村', '村', 4, ['村党支部书记、村主任', '副书记', '委员']],
    ['上坪村', '村', 3, ['村党支部书记、村主任', '委员']],
  ])
  return {
    truth: {
      case: 'H39-村干部名册',
      file: 'H39-村干部名册.xlsx',
      about: '村（社区）“两委”干部花名册：村名纵向合并、职务、补贴标准、学历、党员；都不是机关事业单位工作人员',
      mustAsk: true,
      says: [],
      people: [],
    },
    bytes: xlsx({
      name: '村干部',
      merges: ['A1:I1', 'B3:B6', 'B7:B9'],
      rows: [
        ['云溪乡村（社区）“两委”干部花名册', ...blank(8)],
        ['序号', '村（社区）', '姓名', '性别', '身份证号', '职务', '学历', '任职时间', '月补贴（元）'],
        ...people.map((one, at): Row => [
          at + 1,
          at === 0 || at === 4 ? one.unit : null,
          one.name,
          one.sex,
          one.id,
          one.post,
          one.education,
          '2021.01',
          2600,
        ]),
      ],
    }),
  }
}

/** Those who signed at a meeting: people of other offices. */
function signInSheet(): Case {
  const staff = roster(840, [['党政综合办公室', '行政编制', 4]])
  const others = roster(940, [['县委编办', '行政编制', 3, ['副主任', '股长']]])
  return {
    truth: {
      case: 'H40-会议签到表',
      file: 'H40-会议签到表.csv',
      about: 'UTF-16 的签到表：单位、姓名、职务、电话、签名；有县直单位的人；编制本里已有本乡的人',
      before: ['H40-会议签到表.before.xlsx'],
      mustAsk: true,
      says: [],
      people: told(staff, ...PLAIN_KEYS),
    },
    bytes: utf16(
      separated(
        [
          ['全县机构编制实名制工作推进会签到表'],
          ['时间：2026年10月15日', '', '地点：县委三楼会议室'],
          ['序号', '单位', '姓名', '职务', '联系电话', '签名'],
          ...[...others, ...staff.slice(0, 2)].map((one, at): Row => [
            at + 1,
            one.unit === '县委编办' ? one.unit : '云溪乡',
            one.name,
            one.post,
            one.phone,
            '',
          ]),
        ],
        '\t',
      ),
    ),
    beforeBytes: [plainRoster(staff)],
  }
}

/** Posts to be filled: numbers of people wanted are no approved numbers. */
function wantedPosts(): Case {
  return {
    truth: {
      case: 'H41-招聘岗位表',
      file: 'H41-招聘岗位表.xlsx',
      about: '公开招聘岗位表：招聘单位、岗位名称、岗位类别、招聘人数、学历、专业、年龄；没有人，招聘人数不是编制数',
      mustAsk: true,
      says: [],
      people: [],
      quotas: [],
    },
    bytes: xlsx({
      name: '岗位表',
      merges: ['A1:I1', 'F2:H2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'I2:I3'],
      rows: [
        ['2026年云溪乡事业单位公开招聘工作人员岗位表', ...blank(8)],
        ['序号', '招聘单位', '岗位名称', '岗位类别', '招聘人数', '岗位条件', null, null, '经费形式'],
        [...blank(5), '学历学位', '专业', '年龄', null],
        [1, '便民服务中心', '综合岗', '管理岗位', 2, '大学本科及以上', '不限', '35周岁以下', '财政全额'],
        [
          2,
          '农业农村综合服务中心',
          '农技岗',
          '专业技术岗位',
          1,
          '大学专科及以上',
          '植物保护',
          '30周岁以下',
          '财政全额',
        ],
        ['合计', null, null, null, 3, ...blank(4)],
      ],
    }),
  }
}

/** Numbers by office and age: a summary, nobody named, nothing approved. */
function headcounts(): Case {
  return {
    truth: {
      case: 'H42-人员结构统计表',
      file: 'H42-人员结构统计表.xlsx',
      about: '在职人员结构统计表：机构 × 实有人数、性别、年龄段、学历，只有人数；实有人数不是编制数',
      mustAsk: true,
      says: [],
      people: [],
      quotas: [],
    },
    bytes: xlsx({
      name: '结构',
      merges: ['A1:J1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:G2', 'H2:J2'],
      rows: [
        ['云溪乡在职人员结构统计表', ...blank(9)],
        ['机构名称', '实有人数', '编制', null, '年龄', null, null, '学历', null, null],
        [null, null, '行政', '事业', '35岁以下', '36—50岁', '51岁以上', '研究生', '本科', '大专及以下'],
        ['党政综合办公室', 6, 6, 0, 2, 3, 1, 1, 4, 1],
        ['便民服务中心', 8, 0, 8, 4, 3, 1, 0, 5, 3],
        ['合计', 14, 6, 8, 6, 6, 2, 1, 9, 4],
      ],
    }),
  }
}

export const fourthQuotaCases: readonly (() => Case)[] = [
  threeNumbersEach,
  unitsAcross,
  numbersInSentences,
  historyOfNumbers,
  villageCadres,
  signInSheet,
  wantedPosts,
  headcounts,
]
