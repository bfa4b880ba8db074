import type { ManualChapter } from './manual-job.ts'

/** What comes every month, half-year and year. */
export const YEAR_JOBS: ManualChapter = {
  title: '每月、每半年、每年',
  jobs: [
    {
      id: 'monthly',
      title: '人员变动月报、减员空编表',
      when: '每月末或次月初，报编办',
      words: ['月报', '增减变动', '减员'],
      steps: [
        '把当月的进出、任免都登记完。',
        '打开月报，选这个月；表上的人数和总览是同一个数，可以点开看是谁。',
        '要和上月核对的，看“增减变动表”：上月数＋增－减＝本月数。',
      ],
      doors: [
        { form: 'changes-month', says: '人员变动情况月报表' },
        { form: 'vacancy-month', says: '减员空编情况统计表' },
        { screen: 'journal', params: { tab: 'sheet' }, says: '增减变动表' },
      ],
      beware: '月报以生效日为准。补登以前月份的事，那个月的表会变，要重报。',
    },
    {
      id: 'half-year',
      title: '半年实名制数据报送',
      when: '六月底、十二月底',
      words: ['实名制数据', '数据更新'],
      steps: [
        '先把核查里的“违规”和“待补依据”逐条处理或说明。',
        '打印实名制花名册、各单位编制与人员配备表。',
        '编办有自己模板的，到“填上级表”拖进来，程序按列名填好，填不了的写明为什么。',
      ],
      doors: [
        { screen: 'findings', says: '核查' },
        { form: 'roster', says: '实名制花名册' },
        { form: 'unit-staffing', says: '各单位编制与人员配备表' },
        { screen: 'fill', says: '填上级表' },
      ],
    },
    {
      id: 'annual-statistics',
      title: '机构编制统计年报',
      when: '每年一月前后',
      words: ['年报', '统计'],
      steps: [
        '把日期改到十二月三十一日（左上角“截至”），所有数字都是那一天的。',
        '用机构编制基本情况表、编制核定表和队伍结构表取数。',
        '报完把日期改回今天。',
      ],
      doors: [
        { form: 'quota-overview', says: '机构编制基本情况表' },
        { form: 'quota-approval', says: '编制核定表' },
        { screen: 'structure', says: '队伍结构' },
      ],
    },
    {
      id: 'yearly-plan',
      title: '年度用编计划、公开招聘计划',
      when: '每年上半年，按编办通知',
      words: ['用编计划', '招聘计划', '进人计划'],
      steps: [
        '看各机构空编和今明两年谁到龄：空出几个，能用几个。',
        '在“资料”里登记用编计划，打印年度用编计划表上报。',
        '批下来后逐个登记用编核准。',
      ],
      doors: [
        { screen: 'forecast', params: { part: 'lines' }, says: '各机构将空出的编制' },
        { record: 'hiringPlan', says: '登记用编计划' },
        { form: 'yearly-plan', says: '年度用编计划' },
      ],
      laws: [['open-hiring-2005']],
    },
    {
      id: 'assessment',
      title: '年度考核',
      when: '每年一季度，考核结果下来后',
      words: ['考核等次', '优秀', '称职', '基本称职'],
      steps: [
        '在“资料”选年度考核，导出空白表，在 WPS 里填等次，整张导入。',
        '连续两年不称职、没有考核结果的人，核查会指出。',
      ],
      doors: [{ record: 'annualReview', says: '年度考核' }],
      laws: [
        ['institution-assessment-2023'],
        ['civil-servant-law', '第八十八条'],
        ['institution-staff-regulation', '第十六条'],
      ],
    },
    {
      id: 'training',
      title: '培训学时',
      when: '办班时登记，年底汇总',
      words: ['学时', '脱产培训', '干部培训'],
      steps: ['一次培训登记一条，写天数或学时；许多人一起参加的，用空白表导入。', '缺学时的人在核查里按年列出。'],
      doors: [{ record: 'training', says: '培训' }],
    },
    {
      id: 'contracts',
      title: '聘用合同、试用期',
      when: '订立、期满前一个月',
      words: ['合同到期', '续聘', '转正'],
      steps: ['登记聘用合同，写起止和是否初次就业。', '试用期满、合同期满前，待办和核查都会提醒。'],
      doors: [
        { record: 'contract', says: '聘用合同' },
        { screen: 'duties', says: '待办' },
      ],
      laws: [
        ['institution-staff-regulation', '第十二条'],
        ['institution-staff-regulation', '第十三条'],
        ['civil-servant-law', '第三十四条'],
      ],
    },
    {
      id: 'certificate',
      title: '编制管理证（册）年审',
      when: '每年一次，按编办通知',
      words: ['管理证', '编制证', '年检'],
      steps: ['打印机构编制基本情况表和实名制花名册，与管理证逐项核对。', '沿革有变的，打印机构编制沿革表附上。'],
      doors: [
        { form: 'quota-overview', says: '机构编制基本情况表' },
        { form: 'quota-chronicle', says: '机构编制沿革表' },
      ],
    },
    {
      id: 'duties',
      title: '看这个月有什么要办',
      when: '每周一看一次',
      words: ['待办', '提醒', '日历'],
      steps: ['待办把月报、期满、到龄、公示期满排在一张月历上。', '办完的勾掉，写一句怎么办的；打印本月给领导看。'],
      doors: [{ screen: 'duties', says: '待办' }],
    },
  ],
}
