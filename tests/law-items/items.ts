/*
 * The customer's five documents, item by item, and where each is shown to work: `file > title of the test`, from the top of the project.
 * Whoever builds an item fills its row; `tests/law-items/law-items.test.ts` sees that the test is there.
 */

export interface LawItem {
  /** `<document>-<place in it>`. */
  readonly id: string
  readonly item: string
  /** Tests that show it, each `path > title`; empty while it is not built. */
  readonly shown: readonly string[]
}

export const LAW_ITEMS: readonly LawItem[] = [
  {
    id: '000-01',
    item: '编制实名制：定编到人，超编和不符合规定配备的人员另列',
    shown: [
      'tests/domain/rules/who-belongs.test.ts > C1 超编人员另列名单',
      'tests/domain/rules/jiangxi-township.test.ts > R000-13 outside the list',
    ],
  },
  {
    id: '000-02',
    item: '张榜公示，文号照实，没有的不编',
    shown: [
      'tests/domain/rules/jiangxi-township.test.ts > R000-12 定编到人，张榜公示',
      'tests/domain/rules/no-invented-paper.test.ts > no shipped template has a number, an issuer or a day',
    ],
  },
  {
    id: '000-03',
    item: '总量控制：五年内只减不增，年份由本乡镇给出',
    shown: ['tests/domain/rules/jiangxi-township.test.ts > R000-01 五年内只减不增'],
  },
  {
    id: '000-04',
    item: '行政编制 23 = 8+5+2+3+2+1+1+1，事业编制 28',
    shown: [
      'tests/domain/rules/jiangxi-township.test.ts > R000-02 行政编制 23',
      'tests/domain/rules/registry.test.ts > jiangxi-township: the plan',
    ],
  },
  {
    id: '000-05',
    item: '四个内设机构，一个不多',
    shown: ['tests/domain/rules/silent-rules.test.ts > a fifth office, and one that is gone'],
  },
  {
    id: '000-06',
    item: '增挂牌子（6 块），缺一块有提示',
    shown: ['tests/domain/rules/silent-rules.test.ts > each of the six plates is missed'],
  },
  {
    id: '000-07',
    item: '领导职数 8 名：党委书记、乡长、人大主席各 1 名，不设人大副主席，党委委员',
    shown: [
      'tests/domain/rules/jiangxi-township.test.ts > R000-03 领导职数 8',
      'tests/domain/rules/jiangxi-township.test.ts > R000-04 人大主席',
      'tests/domain/rules/jiangxi-township.test.ts > R000-05 党委委员',
    ],
  },
  {
    id: '000-08',
    item: '事业站所 7 个，财政所归区财政局，不设自收自支，农业中心聘用制',
    shown: [
      'tests/domain/rules/jiangxi-township.test.ts > R000-07 seven institutions',
      'tests/domain/rules/jiangxi-township-records.test.ts > R000-14 人财物归属',
      'tests/domain/rules/jiangxi-township.test.ts > R000-10 自收自支',
      'tests/domain/rules/jiangxi-township-records.test.ts > R000-09 全部实行聘用制',
    ],
  },
  {
    id: '000-09',
    item: '竞聘上岗和定岗：岗位、报名、结果，未竞聘上岗名单',
    shown: [
      'tests/app/reform/people.test.ts > a competition runs from the posts put up to the seat taken',
      'tests/app/reform/people.test.ts > 双向选择 wants the unit’s word',
    ],
  },
  {
    id: '000-10',
    item: '分流：去向、日期、文件',
    shown: ['tests/app/reform/people.test.ts > 分流 has its way, day and paper'],
  },
  {
    id: '000-11',
    item: '自聘人员逐步消化：计划对实际',
    shown: [
      'tests/app/reform/people.test.ts > 清退 says why; 自聘消化 is plan against actual',
      'tests/domain/rules/silent-rules.test.ts > a plan of a year that is over and was missed; of this year, or met, silent',
      'tests/domain/rules/jiangxi-township.test.ts > R000-11 自聘人员只减',
    ],
  },
  {
    id: '000-12',
    item: '实施进度：各阶段的起止，没有年份的要问',
    shown: [
      'tests/domain/duties/task-duties.test.ts > a stage without a year stands in 待办 as a question; dated, it has its window',
      'tests/domain/rules/jiangxi-township-records.test.ts > a stage without a year is asked about, once it is done or dated no more',
    ],
  },
  { id: '000-13', item: '一人多岗', shown: ['tests/domain/rules/jiangxi-township-records.test.ts > R000-16 一人多岗'] },
  {
    id: '000-14',
    item: '事业单位变更登记、任前公示、述职评议、轮岗交流',
    shown: [
      'tests/app/reform/people.test.ts > 事业单位登记 names its next step',
      'tests/domain/rules/practice-rules.test.ts > R000-19 任前公示',
      'tests/domain/rules/practice-rules.test.ts > R000-20 述职评议',
      'tests/domain/due/term-cases.test.ts > 内设机构负责人满 8 年',
    ],
  },
  {
    id: '001-01',
    item: '机构限额 7 个，人大等不计',
    shown: ['tests/domain/rules/masked-county-2022-organs.test.ts > R001-01 总数7个以内'],
  },
  {
    id: '001-02',
    item: '常住人口 x 万、总数 x：参数缺失，不猜',
    shown: ['tests/domain/rules/masked-county-2022-organs.test.ts > R001-02 人口多的可以增设'],
  },
  {
    id: '001-03',
    item: '必须设立的 5 个内设机构和 2 个事业单位及牌子',
    shown: [
      'tests/domain/rules/masked-county-2022-organs.test.ts > R001-03 必须设立的内设机构',
      'tests/domain/rules/masked-county-2022-organs.test.ts > R001-04 必须设立的事业单位',
    ],
  },
  {
    id: '001-04',
    item: '编制由县直调剂到乡镇，划出等于划入',
    shown: ['tests/domain/rules/masked-county-2022-people.test.ts > R001-10 县直编制调剂'],
  },
  {
    id: '001-05',
    item: '购买服务人员不超过核定数，没有核定数也要说',
    shown: [
      'tests/domain/rules/silent-rules.test.ts > three purchased without a number, silent once one is on record or nobody is there',
      'tests/domain/rules/ledger-rules.test.ts > A14 编外控制数',
    ],
  },
  {
    id: '001-06',
    item: '派驻人员不占乡镇编制，任免听取乡镇党委意见',
    shown: [
      'tests/domain/rules/masked-county-2022-people.test.ts > R001-12 派驻人员不占乡镇编制',
      'tests/domain/rules/masked-county-2022-people.test.ts > R001-13 听取乡镇党委意见',
    ],
  },
  {
    id: '001-07',
    item: '集中办公、副科级负责人、员额内补充、收入不低于县直',
    shown: [
      'tests/domain/rules/masked-county-2022-people.test.ts > R001-14 集中办公',
      'tests/domain/rules/masked-county-2022-people.test.ts > R001-08 主要负责人最高副科级',
      'tests/domain/rules/masked-county-2022-people.test.ts > R001-09 在编制员额内补充',
      'tests/domain/rules/masked-county-2022-people.test.ts > R001-16 收入不低于县直',
    ],
  },
  {
    id: '001-08',
    item: '专岗和网格员定人定岗定责，考核优秀比例',
    shown: [
      'tests/domain/rules/practice-rules.test.ts > R001-18 网格和专岗',
      'tests/domain/rules/silent-rules.test.ts > 20% silent, up to 25% a question, beyond it to be looked at',
    ],
  },
  {
    id: '001-09',
    item: '上级对口设机构、挂牌子',
    shown: [
      'tests/domain/rules/masked-county-2022-people.test.ts > R001-15 加挂牌子',
      'tests/domain/rules/ledger-basis.test.ts > B7 whose document it is',
    ],
  },
  {
    id: '002-01',
    item: '专编专用，不得借出',
    shown: [
      'tests/domain/rules/lingwu-2018-duties.test.ts > R002-05 专编专用',
      'tests/domain/rules/use-of-quota.test.ts > B4 专编专用',
    ],
  },
  {
    id: '002-02',
    item: '班子成员三分之二有 2 年以上乡镇工作经历',
    shown: ['tests/domain/rules/lingwu-2018-team.test.ts > R002-02 三分之二'],
  },
  {
    id: '002-03',
    item: '每年培训不少于 12 天，当年就提醒',
    shown: [
      'tests/domain/rules/lingwu-2018-team.test.ts > R002-01 培训不少于12天',
      'tests/domain/rules/practice-rules.test.ts > the current year: from July on',
    ],
  },
  {
    id: '002-04',
    item: '定向招录 1 至 2 名，本地户籍或生源地',
    shown: [
      'tests/domain/rules/lingwu-2018-duties.test.ts > R002-03 定向招录1-2名',
      'tests/domain/rules/lingwu-2018-duties.test.ts > R002-04 边远乡镇定向招录',
    ],
  },
  {
    id: '002-05',
    item: '27 项任务：牵头、配合、责任单位、时限',
    shown: [
      'tests/domain/duties/task-duties.test.ts > 27 tasks and 3 reports: the bodies stay, and the ones that name 各乡镇 are marked',
    ],
  },
  {
    id: '002-06',
    item: '5 月上旬报备，6 月底、12 月底汇总：是谁的事就算谁的',
    shown: [
      'tests/domain/duties/task-duties.test.ts > reports stand in 待办 by 6月底 and 12月底, other bodies’ tasks do not',
      'tests/domain/duties/task-duties.test.ts > loading the tasks of a pack makes no error, whatever the day',
    ],
  },
  {
    id: '002-07',
    item: '任期内轮训、培训班次、一票否决报批、请假',
    shown: [
      'tests/domain/rules/lingwu-2018-team.test.ts > R002-08 任期内轮训',
      'tests/domain/rules/lingwu-2018-team.test.ts > R002-07 培训班',
      'tests/domain/rules/lingwu-2018-duties.test.ts > R002-11 一票否决',
      'tests/domain/rules/lingwu-2018-duties.test.ts > R002-12 在岗在位',
    ],
  },
  {
    id: '002-08',
    item: '选派年轻干部任职挂职、交流、优先提拔',
    shown: ['tests/domain/rules/lingwu-2018-team.test.ts > R002-10 提拔'],
  },
  {
    id: '003-01',
    item: '不超过 4 个办公室及名称；5 中心 2 所；划归乡镇',
    shown: [
      'tests/domain/rules/yunnan-2011.test.ts > R003-01 不超过4个办公室',
      'tests/domain/rules/yunnan-2011.test.ts > R003-04 5中心2所',
      'tests/domain/rules/yunnan-2011.test.ts > R003-05 划归乡镇管理',
    ],
  },
  {
    id: '003-02',
    item: '领导职数 9 名、11 名以内（超过 5 万人或 600 平方公里）',
    shown: ['tests/domain/rules/yunnan-2011.test.ts > R003-07 领导职数'],
  },
  {
    id: '003-03',
    item: '编制不超过 2005 年核定规模',
    shown: ['tests/domain/rules/yunnan-2011.test.ts > R003-06 2005年规模'],
  },
  {
    id: '003-04',
    item: '编制按大中小分类核定',
    shown: ['tests/domain/rules/yunnan-2011.test.ts > R003-08 按类别核定'],
  },
  { id: '003-05', item: '领导配备过半', shown: ['tests/domain/rules/yunnan-2011.test.ts > R003-09 领导过半'] },
  {
    id: '003-06',
    item: '划转人员的职称、年龄和专业结构',
    shown: ['tests/app/reform/moved-structure.test.ts > people who are moved keep 职称 and age'],
  },
  { id: '004-01', item: '四办四站', shown: ['tests/domain/rules/chenzhou.test.ts > R004-06 四办四站'] },
  {
    id: '004-02',
    item: '249→184（26.1%）、2055→1436（30.1%）：率的复算',
    shown: ['tests/domain/reform/before-after.test.ts > one figure'],
  },
  {
    id: '004-03',
    item: '一市 184 个乡镇改革前后',
    shown: ['tests/domain/reform/before-after.test.ts > many places are added up'],
  },
  {
    id: '004-04',
    item: '定岗、派驻、购买、委托服务',
    shown: ['tests/app/reform/draft.test.ts > the mode of a service is one at a time'],
  },
  {
    id: '004-05',
    item: '分流 3325 人、清退 747 人',
    shown: [
      'tests/app/reform/people.test.ts > 分流 has its way, day and paper',
      'tests/app/reform/people.test.ts > 清退 says why',
    ],
  },
]
