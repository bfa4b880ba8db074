import { dotted, of, plainRoster, PLAIN_KEYS, told, unitsOf, type Case, type ToldQuota } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { inventedId, roster, type Person } from './kit/people.ts'
import { biff, gb18030, ods, separated, webPage, xlsx, type Row, type WebCell } from './kit/write-files.ts'
import { eight, sixth as tenth } from './sixth-parts.ts'

/* P01–P11: what systems, bureaus and forms on the phone hand out, and tables of quotas. */

const number: Column = column.number
const first = (people: readonly Person[], at: number): boolean => people[at - 1]?.unit !== people[at]?.unit

/** The employer and the office; a station is an employer of its own and has no office. */
function employerAndOffice(): Case {
  const people = roster(10001, [
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 1, ['驾驶员']],
    ['社会事务办公室', '行政编制', 3],
    ['农业技术推广站', '事业编制', 4],
    ['文化广播站', '事业编制', 2],
  ])
  const station = (one: Person) => one.unit.endsWith('站')
  return tenth(
    'P01-单位名称和内设机构',
    '实名制库导出 .xls：单位名称机关写“云溪乡人民政府”、站所写“云溪乡农业技术推广站”，内设机构站所写“无”；进入本单位时间和列编时间两个，入编时间是列编时间；列编文号、人员状态（在职在岗）',
    { people: told(people, 'id', 'sex', 'post', 'enteredOn') },
    biff({
      name: '人员基本信息',
      rows: staffSheet(people, [
        ['人员编码', (_, at) => `YX${String(at + 1).padStart(6, '0')}`],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证件号码', (one) => one.id],
        ['单位名称', (one) => (station(one) ? `云溪乡${one.unit}` : '云溪乡人民政府')],
        ['内设机构', (one) => (station(one) ? '无' : one.unit)],
        ['编制类别', (one) => one.category],
        ['职务（岗位）', (one) => one.post],
        ['进入本单位时间', (_, at) => `20${16 + (at % 9)}-0${1 + (at % 9)}`],
        ['列编时间', (one) => one.entered],
        ['列编文号', (one, at) => `云编字〔${one.entered.slice(0, 4)}〕${at + 3}号`],
        ['人员状态', () => '在职在岗'],
      ]),
    }),
    { ending: 'xls' },
  )
}

/** People of the budget system: codes before words, the retired among them. */
function budgetSystem(): Case {
  const people = roster(10002, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])
  const retired = [
    { name: '濮怀远', unit: '党政综合办公室', sex: '男', birth: '1963-04-11' },
    { name: '阴秋月', unit: '财政所', sex: '女', birth: '1966-09-23' },
  ] as const
  const code: Readonly<Record<string, string>> = { 行政编制: '01-行政编制', 事业编制: '02-事业编制' }
  const start = (name: string, sex: '男' | '女', id: string): Row => [
    '301001',
    '云溪乡人民政府本级',
    name,
    '1-居民身份证',
    `\t${id}`,
    sex === '男' ? '1-男' : '2-女',
  ]
  return tenth(
    'P02-预算系统人员信息',
    'GB18030 .csv：预算单位都是本级，所属科室是机构；编制类型“01-行政编制”，性别“1-男”，证件号前有制表符，还有19位的工资卡号；人员状态“02-退休人员”两人，编制类型空着，不进在编',
    {
      mustAsk: true,
      says: [],
      people: told(people, 'id', 'sex', 'post'),
      gone: retired.map((one) => one.name),
    },
    gb18030(
      separated(
        [
          [
            '单位编码',
            '单位名称',
            '姓名',
            '证件类型',
            '证件号码',
            '性别',
            '所属科室',
            '编制类型',
            '人员状态',
            '职务',
            '参加工作日期',
            '工资卡号',
            '是否统发',
          ],
          ...people.map((one, at): Row => [
            ...start(one.name, one.sex, one.id),
            one.unit,
            code[one.category] ?? '',
            '01-在职人员',
            one.post,
            `${eight(one.work)}01`,
            `\t62284800${String(10000000000 + at * 137)}`,
            '1-是',
          ]),
          ...retired.map((one, at): Row => [
            ...start(one.name, one.sex, inventedId('362201', one.birth, one.sex, 3)),
            one.unit,
            '',
            '02-退休人员',
            '',
            '19860801',
            `\t62284800${String(20000000000 + at * 137)}`,
            '0-否',
          ]),
        ],
        ',',
      ),
    ),
    { ending: 'csv' },
  )
}

/** Money paid out a month: sums in figures and in words, names of those who sign. */
function transportAllowance(): Case {
  const people = roster(10003, [
    ['党政办公室', '行政编制', 4],
    ['党政办公室', '机关工勤编制', 1, ['驾驶员']],
    ['经济发展办公室', '行政编制', 3],
    ['平安法治办公室', '行政编制', 3],
  ])
  const paid = (at: number) => (at % 4 === 0 ? 650 : 500)
  const whole = people.reduce((sum, _, at) => sum + paid(at) * 3, 0)
  if (whole !== 17850) throw new Error('the sum in words is another one')
  return tenth(
    'P03-公务交通补贴发放表',
    '公务交通补贴发放花名册：人员身份写“公务员”“机关工勤人员”；补贴标准、月数、金额、银行卡号、领取人签字；末行合计、金额大写、主管领导和制表人的名字（不是名册里的人）',
    { people: told(people, 'id', 'post') },
    xlsx({
      name: '第三季度',
      merges: [
        'A1:J1',
        'A2:J2',
        `A${people.length + 5}:J${people.length + 5}`,
        `A${people.length + 6}:J${people.length + 6}`,
      ],
      rows: [
        ['云溪乡2026年第三季度公务交通补贴发放花名册', ...blank(9)],
        ['填报单位：云溪乡人民政府　　　　　　　　　　　　　　单位：元', ...blank(9)],
        ...staffSheet(people, [
          number,
          ['姓名', (one) => one.name],
          ['身份证号码', (one) => one.id],
          ['所在部门', (one) => one.unit],
          ['职务', (one) => one.post],
          ['人员身份', (one) => (one.category === '行政编制' ? '公务员' : '机关工勤人员')],
          ['补贴标准\n（元/月）', (_, at) => paid(at)],
          ['发放月数', () => 3],
          ['金额', (_, at) => paid(at) * 3],
          ['领取人签字', () => null],
        ]),
        ['合　计', ...blank(7), whole, null],
        ['合计金额（大写）：人民币壹万柒仟捌佰伍拾元整', ...blank(9)],
        ['主管领导：郁开泰　　　　财务负责人：寿丽华　　　　制表人：温春燕', ...blank(9)],
      ],
    }),
  )
}

/** Answers of a questionnaire; one person has sent it twice. */
function questionnaire(): Case {
  const people = roster(10004, [
    ['党政办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 3],
    ['农业农村服务中心', '事业编制', 4],
  ])
  const columns: readonly Column[] = [
    number,
    ['提交答卷时间', (_, at) => `2026/11/${10 + at} 9:${10 + at}:07`],
    ['所用时间', (_, at) => `${90 + at * 7}秒`],
    ['来源', () => '微信'],
    ['来源详情', () => 'N/A'],
    ['来自IP', (_, at) => `10.0.0.${at + 4}(江西-宜春)`],
    ['1、您的姓名：', (one) => one.name],
    ['2、您的性别：', (one) => one.sex],
    ['3、您的身份证号码：', (one) => one.id],
    ['4、您所在的站办所：', (one) => one.unit],
    ['5、您的编制性质：', (one) => one.category],
    ['6、您的最高学历：', (one) => one.education],
    ['7、您的政治面貌：', (one) => one.politics],
    ['8、您的现任职务（岗位）：', (one) => one.post],
    ['9、您的手机号码：', (one) => one.phone],
  ]
  const third = people[2]
  const again = third === undefined ? [] : [{ ...third, phone: '13900009999' }]
  return tenth(
    'P04-问卷收集结果',
    '手机问卷导出：前六列是序号、提交答卷时间、所用时间、来源、来源详情、来自IP，题目作表头“1、您的姓名：”“4、您所在的站办所：”；第三个人交了两次，只有手机号不同，是同一个人',
    { mustAsk: true, says: [], people: told(people, 'id', 'sex', 'education', 'politicalStatus', 'post') },
    xlsx({ name: 'Sheet1', rows: staffSheet([...people, ...again], columns) }),
  )
}

/** Who may enforce the law: units merged, numbers and days of certificates. */
function certificates(): Case {
  const people = roster(10005, [
    ['综合行政执法大队', '事业编制', 5, ['大队长', '副大队长', '执法队员']],
    ['司法所', '政法专项编制', 2, ['所长', '司法助理员']],
    ['应急管理办公室', '行政编制', 3],
  ])
  const kind: Readonly<Record<string, string>> = {
    事业编制: '事业编制',
    政法专项编制: '政法专项编制',
    行政编制: '公务员',
  }
  return tenth(
    'P05-行政执法人员证件信息',
    '行政执法人员信息汇总表：所在机构纵向合并；人员性质写公务员、事业编制、政法专项编制；执法证号、执法领域、发证日期、有效期至（都不是入编时间）',
    { people: told(people, 'id', 'sex', 'education', 'post') },
    xlsx({
      name: '执法人员',
      merges: ['A1:M1', 'B3:B7', 'B8:B9', 'B10:B12'],
      rows: [
        ['云溪乡行政执法人员信息汇总表', ...blank(12)],
        ...staffSheet(people, [
          number,
          ['所在机构', (one, at) => (first(people, at) ? one.unit : null)],
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['民族', (one) => one.nation],
          ['身份证号', (one) => one.id],
          ['文化程度', (one) => one.education],
          ['职务', (one) => one.post],
          ['人员性质', (one) => kind[one.category] ?? null],
          ['执法证号', (_, at) => `1409230${String(1100 + at)}`],
          ['执法领域', (one) => (one.unit === '司法所' ? '司法行政' : '乡镇综合执法')],
          ['发证日期', (_, at) => ({ day: `2023-0${1 + (at % 8)}-15`, format: 'yyyy/m/d' })],
          ['有效期至', (_, at) => ({ day: `2028-0${1 + (at % 8)}-14`, format: 'yyyy/m/d' })],
        ]),
      ],
    }),
  )
}

/** The young who have come this year, and one who did not. */
function newcomers(): Case {
  const staff = roster(10006, [
    ['党政综合办公室', '行政编制', 4],
    ['公共服务办公室', '行政编制', 2],
    ['农业综合服务中心', '事业编制', 4],
  ])
  const young = roster(10106, [
    ['党政综合办公室', '行政编制', 1],
    ['公共服务办公室', '行政编制', 2],
    ['农业综合服务中心', '事业编制', 2],
  ]).map((one, at): Person => {
    const birth = `${1999 + (at % 3)}${one.birth.slice(4)}`
    return { ...one, birth, education: '大学本科', id: inventedId('362201', birth, one.sex, at) }
  })
  const gone = young[2]
  const come = young.filter((one) => one !== gone)
  const note = (one: Person) => (one === gone ? '本人放弃录用，未报到' : null)
  return tenth(
    'P06-新录用人员报到分配',
    '新录用公务员和新聘事业人员报到分配名册：分配机构、编制类型、准考证号、毕业院校、报到时间、试用期；四人进编制本，一人备注“本人放弃录用，未报到”；编制本里已有的人不变',
    {
      mustAsk: true,
      says: [],
      people: [...told(staff, ...PLAIN_KEYS), ...told(come, 'id', 'sex', 'education')],
      gone: gone === undefined ? [] : [gone.name],
    },
    xlsx({
      name: '报到',
      merges: ['A1:M1'],
      rows: [
        ['2026年新录用公务员和新聘用事业单位工作人员报到分配名册', ...blank(12)],
        ...staffSheet(young, [
          number,
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['身份证号', (one) => one.id],
          ['准考证号', (_, at) => `136220${String(1100 + at * 31)}`],
          ['学历', (one) => one.education],
          ['毕业院校及专业', (_, at) => (at % 2 === 0 ? '江西农业大学农学' : '宜春学院汉语言文学')],
          ['分配机构', (one) => one.unit],
          ['编制类型', (one) => one.category],
          ['报到时间', (one) => (one === gone ? null : '2026年9月1日')],
          ['试用期', () => '一年'],
          ['联系电话', (one) => one.phone],
          ['备注', note],
        ]),
      ],
    }),
    { before: plainRoster(staff) },
  )
}

/** Approvals to fill posts, who has come by each, and a post still waiting. */
function approvals(): Case {
  const raw = roster(10007, [
    ['党政办公室', '行政编制', 3],
    ['乡村振兴办公室', '行政编制', 2],
    ['水利管理站', '事业编制', 3],
  ])
  // Everybody comes in the months after the approval.
  const people = raw.map((one, at): Person => ({
    ...one,
    entered: `202${unitsOf(raw).indexOf(one.unit) + 3}-0${6 + (at % 3)}`,
  }))
  const ways = ['考试录用', '调入', '公开招聘']
  const rows: Row[] = []
  const merges = ['A1:K1']
  unitsOf(people).forEach((unit, group) => {
    const inside = of(people, unit)
    const from = rows.length + 3
    const waiting = unit === '水利管理站' ? 1 : 0
    inside.forEach((one, place) =>
      rows.push([
        ...(place === 0
          ? [
              `云编核〔202${group + 3}〕${group + 7}号`,
              `202${group + 3}年4月`,
              unit,
              one.category,
              inside.length + waiting,
            ]
          : blank(5)),
        one.name,
        one.id,
        ways[(group + place) % 3] ?? null,
        ways[(group + place) % 3] === '调入' ? '石桥镇人民政府' : null,
        dotted(one.entered),
        null,
      ]),
    )
    if (waiting > 0) rows.push([...blank(5), '（待招聘）', ...blank(4), '1名尚未到位'])
    for (const letter of 'ABCDE') merges.push(`${letter}${from}:${letter}${rows.length + 2}`)
  })
  return tenth(
    'P07-用编核准和入编人员',
    '.ods：核准文号、核准时间、用编机构、编制类型、核准用编数都纵向合并，后面是入编人员、身份证号、进入方式、原工作单位、入编时间；水利管理站核准4名到了3名，一行“（待招聘）”；核准用编数不是核定编制数',
    { people: told(people, 'id', 'enteredOn'), quotas: [] },
    ods({
      name: '用编',
      merges,
      rows: [
        ['云溪乡用编核准及人员入编情况表', ...blank(10)],
        [
          '核准文号',
          '核准时间',
          '用编机构',
          '编制类型',
          '核准用编数',
          '入编人员姓名',
          '身份证号',
          '进入方式',
          '原工作单位',
          '入编时间',
          '备注',
        ],
        ...rows,
      ],
    }),
    { ending: 'ods' },
  )
}

/** 公益性岗位 by the title alone, a saved page. */
function publicPosts(): Case {
  const people = roster(10008, [
    ['便民服务中心', '公益性岗位', 4, ['窗口协理员', '保洁员']],
    ['党政办公室', '公益性岗位', 2, ['保洁员', '门卫']],
    ['综合执法队', '公益性岗位', 3, ['治安巡防员']],
  ])
  const cells = (texts: readonly string[]): readonly WebCell[] => texts.map((text) => ({ text }))
  const kinds = ['4050人员', '零就业家庭', '低保家庭', '残疾人']
  return tenth(
    'P08-公益性岗位补贴花名册',
    '网页另存 .xls，gb2312：标题“公益性岗位补贴和社会保险补贴花名册”说明都是公益性岗位；用工科室用 rowspan；就业创业证编号16位、人员类别写安置对象（4050人员等，不是编制）、合同起止、补贴金额；末行合计和经办人',
    { people: told(people, 'id', 'sex', 'post') },
    gb18030(
      webPage('gb2312', '<style>td{mso-number-format:"\\@"}</style>', [
        [{ text: '云溪乡公益性岗位补贴和社会保险补贴花名册（2026年第三季度）', columns: 11 }],
        cells([
          '序号',
          '用工科室',
          '姓名',
          '性别',
          '身份证号码',
          '就业创业证编号',
          '人员类别',
          '岗位名称',
          '合同起止时间',
          '岗位补贴',
          '社保补贴',
        ]),
        ...people.map((one, at): readonly WebCell[] => [
          { text: String(at + 1) },
          ...(first(people, at) ? [{ text: one.unit, rows: of(people, one.unit).length }] : []),
          ...cells([
            one.name,
            one.sex,
            one.id,
            `3622010018${String(100200 + at * 17)}`,
            kinds[at % 4] ?? '',
            one.post,
            '2026.01-2026.12',
            '5550.00',
            '1968.30',
          ]),
        ]),
        [
          { text: '合计', columns: 9 },
          { text: `${people.length * 5550}.00` },
          { text: (people.length * 1968.3).toFixed(2) },
        ],
        [{ text: '经办人：冉晓棠　　　复核人：桂守信　　　填报日期：2026年10月9日', columns: 11 }],
      ]),
    ),
    { ending: 'xls' },
  )
}

/** Bought services: whose people they are, and where they work. */
function boughtServices(): Case {
  const people = roster(10009, [
    ['综合行政执法大队', '政府购买服务', 4, ['市容协管员']],
    ['党政办公室', '政府购买服务', 2, ['会务服务员', '食堂帮厨']],
    ['便民服务中心', '政府购买服务', 3, ['窗口服务员']],
  ])
  const project: Readonly<Record<string, readonly [string, string]>> = {
    综合行政执法大队: ['集镇秩序维护服务', '宜春市安泰保安服务有限公司'],
    党政办公室: ['机关后勤服务', '宜春市众诚物业有限公司'],
    便民服务中心: ['政务窗口服务', '江西云聘人力资源有限公司'],
  }
  const groups = ['3:6', '7:8', '9:11']
  return tenth(
    'P09-政府购买服务人员名册',
    '标题“政府购买服务人员名册”说明用工形式；左边服务项目、承接主体（公司）纵向合并，服务科室在后面每行都写，服务岗位、服务期限、月服务费；公司不是机构',
    { people: told(people, 'id', 'sex', 'post') },
    xlsx({
      name: '购买服务',
      merges: [
        'A1:J1',
        ...groups.flatMap((one) => {
          const [from, to] = one.split(':')
          return [`B${from ?? ''}:B${to ?? ''}`, `C${from ?? ''}:C${to ?? ''}`]
        }),
      ],
      rows: [
        ['云溪乡政府购买服务人员名册', ...blank(9)],
        ...staffSheet(people, [
          number,
          ['服务项目', (one, at) => (first(people, at) ? (project[one.unit]?.[0] ?? null) : null)],
          ['承接主体', (one, at) => (first(people, at) ? (project[one.unit]?.[1] ?? null) : null)],
          ['姓名', (one) => one.name],
          ['性别', (one) => one.sex],
          ['身份证号', (one) => one.id],
          ['服务科室', (one) => one.unit],
          ['服务岗位', (one) => one.post],
          ['服务期限', () => '2026年1月至2026年12月'],
          ['月服务费（元）', (_, at) => 3200 + (at % 3) * 150],
        ]),
      ],
    }),
  )
}

/** Quotas before, what is added and taken, and after. */
function changedQuotas(): Case {
  const table: readonly (readonly [string, string, number, number, number])[] = [
    ['党政综合办公室', '行政编制', 7, 1, 0],
    ['党政综合办公室', '机关工勤编制', 3, 0, 1],
    ['社会事务办公室', '行政编制', 5, 0, 0],
    ['经济发展办公室', '行政编制', 4, 0, 1],
    ['农业综合服务中心', '事业编制', 12, 3, 0],
    ['计划生育服务站', '事业编制', 5, 0, 5],
    ['退役军人服务站', '事业编制', 0, 3, 0],
  ]
  const after = ([, , before, more, less]: (typeof table)[number]) => before + more - less
  const quotas: readonly ToldQuota[] = table.flatMap((one) =>
    after(one) === 0 ? [] : [{ unit: one[0], category: one[1], quota: after(one) }],
  )
  const sum = (pick: (one: (typeof table)[number]) => number) => table.reduce((all, one) => all + pick(one), 0)
  return tenth(
    'P10-编制调整前后对照',
    '编制调整明细表：调整前编制数、本次调整（增加、减少）、调整后编制数；没有增减的写0或“—”；计划生育服务站撤销，调整后0；退役军人服务站新设，调整前“—”；末行合计；核定数是调整后',
    { people: [], quotas },
    xlsx({
      name: '调整',
      merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3', 'H2:H3'],
      rows: [
        ['云溪乡机构编制调整明细表', ...blank(7)],
        ['序号', '机构名称', '编制类型', '调整前编制数', '本次调整', null, '调整后编制数', '批准文号'],
        [...blank(4), '增加', '减少', null, null],
        ...table.map((one, at): Row => [
          at + 1,
          one[0],
          one[1],
          one[2] || '—',
          one[3] || '—',
          one[4] || '—',
          after(one),
          '云编发〔2026〕14号',
        ]),
        [null, '合计', null, sum((one) => one[2]), sum((one) => one[3]), sum((one) => one[4]), sum(after), null],
      ],
    }),
  )
}

/** What offices there are: their heads' names beside the numbers. */
function unitsAndHeads(): Case {
  const table: readonly (readonly [string, string, string, number, number, number, number])[] = [
    ['党政办公室', '政务公开办公室', '牛维新', 6, 2, 0, 7],
    ['党建工作办公室', '', '祖静姝', 4, 0, 0, 4],
    ['平安建设办公室', '司法所', '符广平', 3, 0, 0, 2],
    ['财政所', '', '景素心', 0, 0, 5, 5],
    ['农业农村服务中心', '林业站、水利站', '束振国', 0, 0, 11, 9],
  ]
  const quotas: readonly ToldQuota[] = table.flatMap(([unit, , , office, worker, station]) =>
    (
      [
        ['行政编制', office],
        ['机关工勤编制', worker],
        ['事业编制', station],
      ] as const
    ).flatMap(([category, quota]) => (quota === 0 ? [] : [{ unit, category, quota }])),
  )
  return tenth(
    'P11-机构一览带负责人',
    '.et：机构名称、加挂牌子（林业站、水利站不另有编制）、机构规格、负责人（姓名，编制不明，可不进）、核定编制（行政、工勤、事业）、实有人数、空编数、批准文号；末行合计',
    { mustAsk: true, says: [], people: [], open: table.map((one) => one[2]), quotas },
    biff({
      name: '机构设置',
      merges: ['A1:K1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:H2', 'I2:I3', 'J2:J3', 'K2:K3'],
      rows: [
        ['云溪乡机构设置一览表', ...blank(10)],
        [
          '序号',
          '机构名称',
          '加挂牌子',
          '机构规格',
          '负责人',
          '核定编制',
          null,
          null,
          '实有人数',
          '空编数',
          '批准文号',
        ],
        [...blank(5), '行政', '工勤', '事业', null, null, null],
        ...table.map(([unit, plate, head, office, worker, station, there], at): Row => [
          at + 1,
          unit,
          plate === '' ? null : plate,
          '股级',
          head,
          office || null,
          worker || null,
          station || null,
          there,
          office + worker + station - there,
          '云编字〔2024〕9号',
        ]),
        [null, '合计', null, null, null, 13, 2, 16, 27, 4, null],
      ],
    }),
    { ending: 'et' },
  )
}

export const tenthListCases: readonly (() => Case)[] = [
  employerAndOffice,
  budgetSystem,
  transportAllowance,
  questionnaire,
  certificates,
  newcomers,
  approvals,
  publicPosts,
  boughtServices,
  changedQuotas,
  unitsAndHeads,
]
