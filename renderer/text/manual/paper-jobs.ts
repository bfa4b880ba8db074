import type { ManualChapter } from './manual-job.ts'

/** What is posted, checked and handed in. */
export const PAPER_JOBS: ManualChapter = {
  title: '公示、核查、要表',
  jobs: [
    {
      id: 'notice',
      title: '公示：从拟稿到张贴',
      when: '一年一到两次；政务公开栏更新时',
      words: ['张榜', '上墙', '政务公开', '拟稿', '监督电话'],
      steps: [
        '选版式、截至日、张贴日，写监督电话；右边就是纸样。',
        '初审、保密审查由两个人签；名单一改，签字要重来。',
        '发布即冻结：文件、名单、页面连同校验值一起留存，多少年后重打还是那一张。',
        '公示期按工作日算，张贴当天不计；期满登记办结。',
      ],
      doors: [
        { screen: 'notice', says: '拟稿' },
        { screen: 'notice', params: { view: 'issued' }, says: '已发布' },
      ],
      beware: '公示表上没有身份证号和电话。确有文件要求的，只能按例外加遮住中间的一栏。',
      laws: [
        ['strict-control-2007', '四'],
        ['information-disclosure-regulation', '第二十条'],
        ['information-disclosure-regulation', '第十五条'],
        ['personal-information-law', '第十三条'],
        ['civil-code-periods', '第二百零一条'],
      ],
    },
    {
      id: 'objection',
      title: '公示期里有人提异议',
      when: '收到当天登记',
      words: ['异议', '举报', '信访'],
      steps: [
        '在那份公示里登记异议：哪天、什么渠道、说什么。可以不写谁提的。',
        '查实的，登记更正的变动，再办结为“更正”；查无实据的办结为“维持”。',
        '更正公示另发一份，与原公示并存。',
      ],
      doors: [{ screen: 'notice', params: { view: 'issued' }, says: '已发布的公示' }],
    },
    {
      id: 'submit',
      title: '报编办：上报数据包和回执',
      when: '编办要数、每半年一次',
      words: ['上报', '数据包', '回执', 'U 盘', '报县里'],
      steps: [
        '打开上报：要报的数都在最上面，和上次差在哪里逐处看；违规的先办或写说明。',
        '存到 U 盘，写好会读回来核对；要加密，用编办给的公钥或约好的口令。',
        '编办给的回执拖进来，先看它说什么、会改什么，再一次记入；一下可以撤销。',
        '收到“已收下”的回执以后，下一次可以只报变动。',
      ],
      doors: [{ screen: 'submit', says: '上报' }],
    },
    {
      id: 'check',
      title: '机构编制核查、自查报告、整改',
      when: '一年一次以上',
      words: ['自查', '问题清单', '整改', '销号'],
      steps: [
        '打开核查，一件事一条，写明算法、条款和怎么办；按钮直达能治好它的那张表。',
        '治不好的写说明：为什么、凭什么文件、到哪一天；到期自动再提出来。',
        '打印核查报告和问题清单；治好的在“已整改”里，连着是哪一条登记治好的。',
      ],
      doors: [
        { screen: 'findings', says: '核查' },
        { form: 'check-report', says: '核查报告' },
        { form: 'findings-list', says: '问题清单' },
      ],
      laws: [
        ['state-council-486', '第二十六条'],
        ['party-establishment-regulation', '第二十三条'],
      ],
    },
    {
      id: 'empty-pay',
      title: '吃空饷比对',
      when: '一年一到四次，财政、人社要求时',
      words: ['吃空饷', '工资表', '财政供养', '比对'],
      steps: [
        '把工资表（或社保、财政供养名单）拖进“比对”。',
        '两边不一样的逐条列出：只有那边有的、只有这边有的、同一人内容不同的。',
        '那边对的，采纳；那边错的，写明为什么，下次不再提。',
      ],
      doors: [{ screen: 'compare', says: '比对' }],
      laws: [['empty-pay-2014'], ['strict-control-2007', '五']],
    },
    {
      id: 'inspection',
      title: '巡察、审计、编办来核查',
      when: '收到通知时',
      words: ['巡察', '巡视', '审计', '核查包', '迎检'],
      steps: [
        '选检查的起止日，做一个核查包：名单、依据文件和扫描件、问题和说明、增减变动、公示原件，一个文件夹，带目录页。',
        '身份证号、电话默认遮住；要完整的另行勾选，写理由，记入台账。',
      ],
      doors: [{ screen: 'paperPacks', params: { kind: 'inspection' }, says: '做核查包' }],
    },
    {
      id: 'superior-form',
      title: '上级发来一张空表要填',
      when: '一年几十次',
      words: ['填表', '空表', '模板', '采集表'],
      steps: [
        '把空表拖进“填上级表”。程序认列名，填好，原来的字体、边框、公式不动。',
        '认不出的列指给它看一次，下次同样的表自己认得。',
        '编制本里没有的留空，写明缺什么：在人员档案里补上，下一张表就有了。',
      ],
      doors: [{ screen: 'fill', says: '填上级表' }],
    },
    {
      id: 'own-roster',
      title: '临时要一份花名册、名册',
      when: '领导或部门一个电话',
      words: ['打印花名册', '通讯录', '干部名册', '名单'],
      steps: ['自定花名册：勾栏目、选人、排次序、按组小计，可以存起来下次再用。', '开会用的干部名册有现成的一张。'],
      doors: [
        { form: 'adhoc', says: '自定花名册' },
        { form: 'cadre-roster', says: '干部名册' },
      ],
    },
    {
      id: 'four-rosters',
      title: '编办要四类人员的名册：在编、非在职、编外、退休',
      when: '核编、统计、清理在编不在岗时',
      words: ['四类人员', '四本名册', '非在职', '长期病休', '保留身份', '离岗不占编', '退休人员', '编外人员名册'],
      steps: [
        '四块排在一张表上的是“四类人员名册”，分开要的各有一张；一个人只在一块里，合计写在表下。',
        '不在岗的先登记：病休、学习、离岗、停职登记“离岗”；退居二线、保留人事关系在资料的“在岗情况”里登记；待岗、提前离岗登记“分流安置”。',
        '病休、学习时间不长的留在在编名册，写明情况；理由、起止和批准文号照登记的印。',
      ],
      doors: [
        { form: 'four-rosters', says: '四类人员名册' },
        { form: 'serving-roster', says: '在编人员名册' },
        { form: 'away-roster', says: '非在职人员名册' },
        { form: 'off-quota-roster', says: '编外人员名册' },
        { form: 'retired-roster', says: '退休人员名册' },
        { event: 'absence.begin', says: '登记离岗' },
      ],
    },
    {
      id: 'bureau-import',
      title: '上级系统的导入表',
      when: '半年报、建库、换系统时',
      words: ['干部信息采集模板', '实名制系统', '导入模板', '退回', '国标代码', '下拉'],
      steps: [
        '十张表的干部信息采集模板、27 栏的实名制人员信息表，照编制本整本写出，下拉就是那张表自己的。',
        '先看会被系统退回的格：哪张表、哪一行、为什么；补好再导出。',
        '本地写法不在下拉里的，选一次它对应哪一项，以后都记得。',
      ],
      doors: [{ screen: 'bureau', says: '上级导入表' }],
    },
    {
      id: 'own-fields',
      title: '上级表要一项编制本没有的',
      when: '表里有驻村、住址、婚姻状况这类栏目时',
      words: ['自定栏目', '加一列', '增设栏目', '没有这一栏'],
      steps: [
        '在自定栏目里增设：文字、日期或选项；像银行卡号这样的，可以平时遮住。',
        '导入花名册时认不出的列，点“记成自定栏目，一并收进”。',
        '以后填上级表、列花名册、比对都有它；公示上没有。',
      ],
      doors: [{ screen: 'fields', says: '自定栏目' }],
    },
    {
      id: 'structure',
      title: '队伍结构分析',
      when: '换届、年度总结、调研时',
      words: ['年龄结构', '学历结构', '平均年龄', '几个女干部'],
      steps: [
        '任选两项交叉：年龄、学历、性别、政治面貌、编制类型等。',
        '每个数点开都是人名；可以和过去一天相比，打印成一页。',
      ],
      doors: [{ screen: 'structure', says: '队伍结构' }],
    },
    {
      id: 'appointment-form',
      title: '干部任免审批表（.lrmx）',
      when: '上会、考察、任免时',
      words: ['任免表', 'lrmx', '任免审批表'],
      steps: [
        '整个文件夹的任免表拖进来，按身份证号对人，逐格列出不同，采纳哪些自己定。',
        '改过的写回原文件，只动改了的格；也可以给任何人新做一份。',
        '两页的正式表直接打印。',
      ],
      doors: [
        { screen: 'lrmx', says: '任免审批表' },
        { form: 'appointment-form', says: '打印任免审批表' },
      ],
    },
  ],
}
