import type { ManualChapter } from './manual-job.ts'

/** What is done when the authorised numbers or the units themselves change. */
export const QUOTA_JOBS: ManualChapter = {
  title: '机构、编制变动',
  jobs: [
    {
      id: 'quota-change',
      title: '核增、核减、调剂编制',
      when: '收到编办（编委）文件时',
      words: ['增编', '减编', '收回编制', '调剂'],
      steps: [
        '登记“核增编制”“核减编制”或“调剂编制”，写文号和生效日。',
        '保存前先看算式：核减以后会不会超编、超的是谁。',
        '打印编制核定表、机构编制沿革表存档。',
      ],
      doors: [
        { event: 'quota.increase', says: '登记核增编制' },
        { event: 'quota.decrease', says: '登记核减编制' },
        { event: 'quota.transfer', says: '登记调剂编制' },
        { form: 'quota-approval', says: '编制核定表' },
        { form: 'quota-chronicle', says: '机构编制沿革表' },
      ],
      beware: '数字只从文件来。没有文号的数，程序记为待补，核查会一直提醒。',
      laws: [
        ['state-council-486', '第七条'],
        ['party-establishment-regulation', '第十四条'],
      ],
    },
    {
      id: 'reform',
      title: '机构改革：设立、更名、合并、撤销',
      when: '“三定”文件下来时',
      words: ['三定', '机构改革', '合并机构', '撤销机构', '加挂牌子', '整建制转移'],
      steps: [
        '按文件次序登记：设立、更名、合并、撤销、划转、加挂牌子。',
        '合并会把人员、编制一并过去；整批转人用“整建制转移”。',
        '改完看总览和核查，再看一遍定编到人：谁还没有座位。',
        '旧机构查得到：在查找框里打旧名字，打开的是它的沿革。',
      ],
      doors: [
        { event: 'unit.establish', says: '登记设立机构' },
        { event: 'unit.merge', says: '登记机构合并' },
        { event: 'unit.abolish', says: '登记撤销机构' },
        { event: 'batch.transfer', says: '整建制转移' },
        { screen: 'seats', says: '定编到人' },
      ],
      laws: [['grassroots-integration-2019'], ['state-council-486', '第九条']],
    },
    {
      id: 'leadership',
      title: '领导职数的核定和预审',
      when: '班子配备以前',
      words: ['职数', '配备', '预审'],
      steps: ['登记“核定领导职数”，正职、副职分开写。', '配备前看领导职数配备情况表：核定几个、现有几个、空几个。'],
      doors: [
        { event: 'leadershipQuota.set', says: '登记核定领导职数' },
        { form: 'leadership-staffing', says: '领导职数配备情况表' },
      ],
    },
    {
      id: 'posts',
      title: '岗位：拟设、冻结、撤销、空缺多久',
      when: '设岗、缩岗时',
      words: ['空岗', '空缺', '岗位设置'],
      steps: ['岗位表列出每个岗位现任、前任、空缺几天。', '拟设、冻结、解冻、撤销岗位各登记一项。'],
      doors: [
        { screen: 'units', params: { view: 'posts' }, says: '岗位' },
        { event: 'post.plan', says: '登记拟设岗位' },
      ],
    },
    {
      id: 'over-quota',
      title: '超编怎么办',
      when: '总览上有红色“超”时',
      words: ['超编', '消化', '允许溢出', '指定超编人员'],
      steps: [
        '点开“超几”，看核定、实有和是谁。超编按机构、按编制类型各自算，不相抵。',
        '谁列为超编，默认是最后入编的；要改的在数字来由里“指定超编人员”，写理由。',
        '编委批准在过渡期内超的，登记“允许溢出”；有消化计划的登记“逐步消化计划”。',
      ],
      doors: [
        { screen: 'people', params: { list: 'over-quota' }, says: '超编名单' },
        { event: 'tolerance.set', says: '登记允许溢出' },
        { screen: 'forecast', params: { part: 'run-off' }, says: '超编消化' },
      ],
      laws: [
        ['state-council-486', '第七条'],
        ['strict-control-2007', '五'],
      ],
    },
    {
      id: 'mixed',
      title: '混编混岗怎么办',
      when: '核查指出“混编”时',
      words: ['混编', '混岗', '事业占行政编制'],
      steps: [
        '混编是占了这个机构没有、也不该有的编制类型，例如事业单位的人占行政编制。',
        '查批文：登错了就更正编制类型；真占了的，由编办理顺后登记“内部调整”。',
        '一时理不顺的，在核查里写说明和期限；到期自动再提出来。',
      ],
      doors: [
        { screen: 'people', params: { list: 'non-compliant' }, says: '不合规名单' },
        { screen: 'findings', says: '核查' },
      ],
      laws: [['state-council-486', '第十五条']],
    },
    {
      id: 'reform-plan',
      title: '机构改革怎么起草、怎么施行',
      when: '上级要求拿改革方案时',
      words: ['改革方案', '竞聘定岗', '分流', '未竞聘上岗', '清退', '验收'],
      steps: [
        '在“改革方案”里起草：设立、更名、合并、撤销、重新核定编制、调整岗位和人，一步一步写；编制本不动。',
        '右边马上说方案会超编、缺编、少了哪个机构；今天、方案、施行后并排对照，编制本后来有变动会逐步点名。',
        '批文下来，写上文号和日期施行：是一条台账，不对可以一次撤销。',
        '竞聘、分流、清退、登记、验收随后登记在“资料”里，没办完的留在待办；三张表从这里打印。',
      ],
      doors: [
        { screen: 'reform', says: '改革方案' },
        { form: 'reform-comparison', says: '改革前后对照表' },
        { form: 'reform-positions', says: '人员定岗名单' },
        { form: 'reform-redeployment', says: '分流安置表' },
      ],
      laws: [['state-council-486', '第九条']],
    },
  ],
}
