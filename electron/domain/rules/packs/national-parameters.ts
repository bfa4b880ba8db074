import { SINGLE_TITLES } from '../../roster/single-titles.ts'
import type { PackParameter, PackParameters } from './rule-pack.ts'

type Told = Pick<PackParameter, 'value' | 'title' | 'unit'>

/** Habit where no norm gives a number; a local pack may give its own, with a document. */
const habit = (told: Told, document = '机构编制管理通行做法'): PackParameter => ({
  ...told,
  document,
  documentNumber: null,
  date: null,
  clause: null,
})

/** Given by a province, a city or a county, never nationally: empty until a local pack fills it in with its document. */
const local = (told: Pick<PackParameter, 'title' | 'unit' | 'clause'>): PackParameter => ({
  ...told,
  value: null,
  document: '由省、市、县文件规定',
  documentNumber: null,
  date: null,
})

/**
 * What the national rules take as given until a locality says otherwise. No national document lists the unlawful ways in one by one;
 * these are the ones inspections name. 12, 6, 3, 1 months ahead is the habit of existing systems, not a norm.
 * 空编率 25%: above it Liaoning's survey calls a township short of people. 借用 6 and 12 months: a province's four departments. 病休 6 and
 * 学习 12 months: the statistical items B02260, B02265. Exits are reviewed for the year an annual check covers.
 * 30 days outside the township: a month's loan without papers, no norm.
 */
export const NATIONAL_PARAMETERS: PackParameters = {
  unlawfulEntryRoutes: habit({
    value: ['借调转正', '借用转正', '自行聘用', '自聘转正', '自行招用', '无手续', '无进人手续', '临时转正', '冒名顶替'],
    title: '不合规的进入方式',
    unit: null,
  }),
  retirementAlertMonths: habit({ value: ['12', '6', '3', '1'], title: '到龄退休提前提醒', unit: '个月' }),
  vacancyRatePercent: habit({ value: 25, title: '空编率提醒线', unit: '%' }, '辽宁省乡镇空编情况调研'),
  exitReviewMonths: habit({ value: 12, title: '核查多久以来的出编', unit: '个月' }),
  secondmentMonths: habit({ value: 6, title: '一次借用最长', unit: '个月' }, '省级四部门规范借用人员的通知'),
  secondmentTotalMonths: habit({ value: 12, title: '借用累计最长', unit: '个月' }, '省级四部门规范借用人员的通知'),
  renewalWorkingDays: habit(
    { value: 10, title: '续借在期满前多久报批', unit: '个工作日' },
    '省级四部门规范借用人员的通知',
  ),
  secondmentRepeatYears: habit({ value: 2, title: '多久之内不得重复借用', unit: '年' }, '省级四部门规范借用人员的通知'),
  secondmentFormMonths: habit(
    { value: 0, title: '借用超过多久须有借调审批表（0：不要求；庐阳 3）', unit: '个月' },
    '合肥市庐阳区关于规范借调工作人员的通知',
  ),
  secondmentMaximumAge: habit(
    { value: 0, title: '借用人员年龄上限（0：不要求；庐阳 35）', unit: '周岁' },
    '合肥市庐阳区关于规范借调工作人员的通知',
  ),
  noticeWorkingDays: habit(
    { value: 5, title: '公示期最少', unit: '个工作日' },
    '中华人民共和国公务员法 第三十二条（录用公示）',
  ),
  sickLeaveMonths: habit({ value: 6, title: '病休列入长期不在岗', unit: '个月' }, '机构编制统计指标 B02260'),
  teamLimit: local({ title: '乡镇领导班子职数上限', unit: '名', clause: '没有全国统一的数，各地规定不一' }),
  teamLimitLarge: local({ title: '大乡镇领导班子职数上限', unit: '名', clause: '没有全国统一的数，各地规定不一' }),
  teamLimitPopulation: local({ title: '大乡镇人口（超过）', unit: '人', clause: '没有全国统一的数，各地规定不一' }),
  teamLimitArea: local({ title: '大乡镇面积（超过）', unit: '平方公里', clause: '没有全国统一的数，各地规定不一' }),
  organLimit: local({ title: '内设机构和事业单位限额', unit: '个', clause: '没有全国统一的数，各地规定不一' }),
  organLimitLarge: local({ title: '可以增设的乡镇的限额', unit: '个', clause: '没有全国统一的数，各地规定不一' }),
  organLimitPopulation: local({
    title: '可以增设的常住人口（以上）',
    unit: '人',
    clause: '没有全国统一的数，各地规定不一',
  }),
  outsideWorkDays: habit({ value: 30, title: '在乡镇以外工作而没有登记借出，最长', unit: '天' }),
  politicalLegalUnits: habit(
    { value: ['派出所', '司法所', '法庭'], title: '使用政法专项编制的机构', unit: null },
    '阿坝州机构编制管理规定（要点，非原文）',
  ),
  disciplineUnits: habit({ value: ['纪委', '纪律检查', '监察'], title: '使用纪检监察编制的机构', unit: null }),
  quotaAuthorities: habit({
    value: ['党委', '县委', '区委', '市委', '州委', '盟委', '旗委', '省委', '政府'],
    title: '可以核定编制的机关（编办、编委以外）',
    unit: null,
  }),
  studyMonths: habit({ value: 12, title: '学习列入长期不在岗', unit: '个月' }, '机构编制统计指标 B02265'),
  closedHiringRoutes: habit({
    value: ['聘任', '其他增加', '直接聘用', '考核聘用', '内部招聘', '内部聘用', '推荐录用', '子女顶替', '接班'],
    title: '不是公开招聘的进入方式',
    unit: null,
  }),
  townshipSingleTitles: habit({
    value: SINGLE_TITLES.township,
    title: '全乡镇只有一人的职务（｜后面是同一职务的别的写法）',
    unit: null,
  }),
  unitSingleTitles: habit({ value: SINGLE_TITLES.unit, title: '每个机构只有一人的职务', unit: null }),
  changeReviewMonths: habit({ value: 12, title: '核查多久以来的变动登记', unit: '个月' }),
  ledgerEntryWorkingDays: habit(
    { value: 5, title: '编制文件下发后登记台账', unit: '个工作日' },
    '茌平、渭南机构编制台账管理做法',
  ),
  excellentPercent: habit(
    { value: 20, title: '年度考核优秀一般不超过', unit: '%' },
    '事业单位工作人员考核规定 第十五条；公务员考核规定（要点）',
  ),
  excellentApprovedPercent: habit(
    { value: 25, title: '年度考核优秀经审核同意可以到', unit: '%' },
    '事业单位工作人员考核规定 第十五条；公务员考核规定（要点）',
  ),
  personChangeWorkingDays: habit(
    { value: 10, title: '职务、学历等变化后更新', unit: '个工作日' },
    '烟台市莱山区关于及时更新实名制信息的通知',
  ),
}
