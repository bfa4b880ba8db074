import type { ManualChapter } from './manual-job.ts'

/** The book itself: set up, filled, kept safe, handed on. */
export const BOOK_JOBS: ManualChapter = {
  title: '编制本：建、存、交',
  jobs: [
    {
      id: 'first-hour',
      title: '第一次用：从手里的花名册到公示',
      when: '一次',
      words: ['开始', '怎么用', '入门', '新建'],
      steps: [
        '新建一本编制本，一个乡镇一本。',
        '把手头的花名册原样拖进来，不用先整理；看不准的，程序集中问几个问题。',
        '看总览：核定、实有、空几、超几，每个数都能点开。',
        '看核查：谁超编、谁不该在名单上、缺什么依据。',
        '改正以后在“公示”里拟稿，看好纸样再发布。',
      ],
      doors: [
        { screen: 'start', says: '开始' },
        { screen: 'import', says: '导入' },
        { screen: 'overview', says: '总览' },
        { screen: 'findings', says: '核查' },
        { screen: 'notice', says: '公示' },
      ],
    },
    {
      id: 'import',
      title: '再导入一次：更新名单',
      when: '手里有了更新的表时',
      words: ['更新', '补手机号', '补籍贯', '导入'],
      steps: [
        '拖进来的表可以只有几列；程序按身份证号、姓名对人，只改不同的。',
        '预览里写明谁新增、谁更新、谁不变、哪一行为什么不收。',
        '一次导入是一条台账，一次撤销全部收回。',
      ],
      doors: [{ screen: 'import', says: '导入' }],
    },
    {
      id: 'past-day',
      title: '看过去任何一天',
      when: '补报、查账、答复时',
      words: ['历史', '截至', '当时', '回到那一天'],
      steps: [
        '点左上角“截至”选一天：总览、名单、报表都变成那一天的。',
        '要看当时编制本里写的（不算后来补登的），选“当时所知”。',
        '看完点“回到今天”。',
      ],
      doors: [{ screen: 'journal', params: { tab: 'history' }, says: '变动历史' }],
    },
    {
      id: 'backup',
      title: '备份、恢复、完整性检查',
      when: '导入前、退出时自动做；每月拷一份到别处',
      words: ['备份', '恢复', 'U盘', '校验值', '密码', '清除个人信息', '删除个人信息'],
      steps: [
        '程序自己留最近的备份，每份都核对过能打开。',
        '每月把一份拷到 U 盘或另一台电脑：本机坏了，靠它。',
        '完整性检查从头核一遍台账，改过、删过、对不上的都会指出。',
        '离开的人保存期限已满、或本人要求删除的，在这里清除个人信息：往年的数不变，不能恢复。',
      ],
      doors: [{ screen: 'backup', says: '备份与安全' }],
    },
    {
      id: 'rules',
      title: '本地的规定和参数',
      when: '本省、本县有自己的规定时',
      words: ['规则包', '参数', '放假安排', '本地规定'],
      steps: [
        '规则包里的数（职数比例、培训学时等）可以改成本地的，写明文号。',
        '不适用的规则可以停用，写明谁定的、为什么。',
        '每年国务院放假安排公布后导入，公示期和待办才算得准。',
      ],
      doors: [
        { screen: 'packs', says: '规则包' },
        { screen: 'packs', params: { tab: 'holidays' }, says: '放假安排' },
      ],
    },
    {
      id: 'handover',
      title: '换人接手：交接',
      when: '经办人变动时',
      words: ['交接', '移交', '接手', '交接包'],
      steps: [
        '做一个交接包：编制本现状、没办完的事、今后一年的日程、文件在哪里、备份在哪里，一个文件夹，带目录页。',
        '打印目录页，双方和监交人签字；编制本文件和密码另外当面交。',
        '接手的人先看“没办完的事”，再做一次完整性检查。',
      ],
      doors: [
        { screen: 'paperPacks', params: { kind: 'handover' }, says: '做交接包' },
        { screen: 'backup', says: '完整性检查' },
      ],
    },
  ],
}
