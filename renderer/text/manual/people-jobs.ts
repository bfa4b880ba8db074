import type { ManualChapter } from './manual-job.ts'

/** What is done when somebody comes, moves, is lent or leaves. */
export const PEOPLE_JOBS: ManualChapter = {
  title: '有人进出、调整',
  jobs: [
    {
      id: 'approval',
      title: '申请用编、进人核编',
      when: '进人以前，一年几次',
      words: ['用编申请', '核编', '编制使用核准'],
      steps: [
        '在总览看这个机构这类编制有没有空编；没有空编的，先解决编制再谈进人。',
        '打印进人核编申报表报编办。',
        '批下来后登记“用编核准”，写文号和有效期：人还没到，编先占着，别人看得出来。',
        '人到了，登记“到位”；过期不用的，登记“撤回用编核准”。',
      ],
      doors: [
        { form: 'entry-application', says: '进人核编申报表' },
        { event: 'approval.grant', says: '登记用编核准' },
        { event: 'arrival', says: '登记到位' },
      ],
      laws: [['state-council-486', '第六条']],
    },
    {
      id: 'entry',
      title: '办理入编',
      when: '录用、招聘、调入、安置的人报到时',
      words: ['新进人员', '上编', '报到'],
      steps: [
        '登记“入编”：姓名、身份证号、机构、岗位、编制类型、怎样进来的、文号。',
        '右边先写明算式：本次后几人、空几个、超几个。超编的要写理由、文号和消化到哪一天。',
        '把批文的扫描件附在文号上，以后核查、交接都找得到。',
      ],
      doors: [
        { event: 'entry', says: '登记入编' },
        { form: 'entry-exit-review', says: '进出上下编审核表' },
        { screen: 'journal', params: { tab: 'documents' }, says: '附扫描件' },
      ],
      beware: '编制在哪里就登记在哪里。人被派到别处上班的，另写“实际工作地点”。',
      laws: [
        ['institution-staff-regulation', '第八条'],
        ['civil-servant-law', '第二十七条'],
      ],
    },
    {
      id: 'exit',
      title: '出编、核销',
      when: '调出、退休、辞职、辞退、死亡之后，当月办完',
      words: ['减员', '下编', '核销编制', '调出', '辞职', '死亡'],
      steps: [
        '登记“出编”，选原因；程序按原因列出要看到的材料，看到一件勾一件。',
        '登记后编制空出来，人进历史，以后随时查得到。',
        '打印进出上下编审核表报编办。',
      ],
      doors: [
        { event: 'exit', says: '登记出编' },
        { form: 'entry-exit-review', says: '进出上下编审核表' },
      ],
      beware: '登错了人用“撤销”，不要再登记一次入编：撤销不留假的进出。',
    },
    {
      id: 'retirement',
      title: '办理退休',
      when: '到龄前十二、六、三、一个月各提醒一次',
      words: ['到龄', '弹性退休', '延迟退休', '提前退休', '病退'],
      steps: [
        '在“预测”看谁哪一个月到龄，每个人写明出生、类别和算法。',
        '原来该在五十还是五十五岁退休看不出来的，列在“待核”，请组织（人社）部门核定后更正。',
        '本人选择弹性提前或延迟的，登记“退休安排”，到月以它为准。',
        '到月登记“出编”，原因选退休。',
      ],
      doors: [
        { screen: 'forecast', says: '退休预测' },
        { event: 'retirement.arrange', says: '登记退休安排' },
        { event: 'exit', says: '登记出编' },
      ],
      beware: '到龄当月仍在编；次月起还没有办的，核查列为到龄未退。',
      laws: [
        ['delayed-retirement-2024', '第一条'],
        ['delayed-retirement-2024', '第三条'],
        ['flexible-retirement-2024'],
        ['civil-servant-law', '第九十二条'],
      ],
    },
    {
      id: 'move',
      title: '内部调整、任职、免职',
      when: '班子调整、干部轮岗时',
      words: ['调动', '轮岗', '提任', '换机构'],
      steps: [
        '换机构或换岗位登记“内部调整”；提任、免职各有一项。',
        '一个职务只有一个人：有人在任时选“接替”（原任到此为止）或“交接”（写明交接到哪一天）。',
        '打印人员调动情况表。',
      ],
      doors: [
        { event: 'move', says: '登记内部调整' },
        { event: 'appoint', says: '登记任职' },
        { event: 'dismiss', says: '登记免职' },
        { form: 'transfers', says: '人员调动情况表' },
      ],
    },
    {
      id: 'rank',
      title: '职级晋升',
      when: '一年两到四次',
      words: ['晋升职级', '套转', '二级主任科员'],
      steps: [
        '看领导职数配备情况表里各档职级还空几个。',
        '批准后登记“职级晋升”，写文号；享受的职级和占职数的职级不同的，分别写。',
        '“任现职级时间”填在人员的档案里，下一次够不够年限从它算。',
      ],
      doors: [
        { form: 'leadership-staffing', says: '领导职数配备情况表' },
        { event: 'rank.promote', says: '登记职级晋升' },
        { event: 'rankQuota.set', says: '核定职级职数' },
      ],
      laws: [['rank-parallel-2019', '第十条']],
    },
    {
      id: 'secondment',
      title: '借调、挂职的办理和清理',
      when: '随时；上级要清理时',
      words: ['借出', '借入', '抽调', '挂职', '驻村', '清理借调'],
      steps: [
        '借出去的登记“借出”，写单位和期限：人不在，编制仍在本乡，仍计入实有。',
        '借进来的登记“借入”，挂职来的登记“挂职（来）”：不占本乡编制。',
        '快到期的在“待办”里提醒；要续的登记“期限续延”，回来的登记“借用挂职期满返回”。',
        '打印借调审批表。清理时用自定花名册按“借往单位”列出全部。',
      ],
      doors: [
        { event: 'secondment.out', says: '登记借出' },
        { event: 'secondment.in', says: '登记借入' },
        { event: 'attachment.out', says: '登记挂职（去）' },
        { event: 'term.end', says: '登记期满返回' },
        { form: 'secondment-approval', says: '借调审批表' },
      ],
      laws: [['relief-2024']],
    },
    {
      id: 'absence',
      title: '在编不在岗：病休、学习、停职',
      when: '离岗当天登记，返岗当天销',
      words: ['离岗', '长期病假', '脱产学习', '停职'],
      steps: ['登记“离岗登记”，写情形和期限；人仍占编。', '回来登记“返岗”。超过期限没有回来的，核查会指出。'],
      doors: [
        { event: 'absence.begin', says: '登记离岗' },
        { event: 'absence.end', says: '登记返岗' },
      ],
      laws: [['civil-servant-law', '第八十八条'], ['empty-pay-2014']],
    },
    {
      id: 'off-quota',
      title: '编外用工的登记和清理',
      when: '用人时；清理规范编外时',
      words: ['临聘', '自聘', '劳务派遣', '公益性岗位', '消化'],
      steps: [
        '登记“编外用工”，写明是自聘、派遣、购买服务还是公益性岗位。',
        '有控制数的登记“编外控制数”；超了多少，编外台账写明。',
        '清理有计划的登记“逐步消化计划”，每年减几人，预测里看得到。',
      ],
      doors: [
        { screen: 'journal', params: { tab: 'off-quota' }, says: '编外台账' },
        { event: 'offQuota.begin', says: '登记编外用工' },
        { event: 'offQuota.end', says: '登记编外退出' },
        { event: 'runOff.plan', says: '逐步消化计划' },
      ],
      laws: [['labour-contract-law']],
    },
    {
      id: 'correct',
      title: '登错了怎么改',
      when: '任何时候',
      words: ['更正', '撤销', '身份证号错了', '两个人一个号'],
      steps: [
        '刚登记错的：按“撤销”，或到变动历史里撤那一条。',
        '原来就录错的：打开这个人，按“更正信息”，写理由。',
        '两个人同一个身份证号：打开其中一人，按原件认定归谁。',
      ],
      doors: [
        { screen: 'journal', params: { tab: 'history' }, says: '变动历史' },
        { screen: 'people', params: { list: 'all' }, says: '全部名单' },
      ],
      beware: '撤销、更正都不抹掉原来的记录：谁、何时、为什么改的，一直查得到。',
    },
  ],
}
