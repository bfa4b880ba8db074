import { of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet, type Column } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, gb18030, separated, webPage, xlsx, type Row, type WebCell } from './kit/write-files.ts'
import { eight, sixth as seventh } from './sixth-parts.ts'

/* L02, L09–L16: what systems put out and what is collected by superiors. */

const number: Column = column.number
const FULL = '事业编制（全额拨款）'

/** 医保: the employer's name in every row, the office in 部门. */
function medicalInsurance(): Case {
  const people = roster(7002, [
    ['党政综合办公室', '行政编制', 4],
    ['党建工作办公室', '行政编制', 3],
    ['财经所', '事业编制', 3],
  ])
  return seventh(
    'L02-职工医保参保花名册',
    'GB18030 .csv：单位编号、单位名称（每行都是云溪乡人民政府）、部门、人员编号、姓名、证件类型、证件号码（前面有制表符）、性别、出生日期、编制类别、参保身份、参保状态、缴费基数',
    { people: told(people, 'id', 'sex', 'birth') },
    gb18030(
      separated(
        staffSheet(people, [
          ['单位编号', () => '361122990017'],
          ['单位名称', () => '云溪乡人民政府'],
          ['部门', (one) => one.unit],
          ['人员编号', (_, at) => `3611${String(880012 + at * 7)}`],
          ['姓名', (one) => one.name],
          ['证件类型', () => '居民身份证（户口簿）'],
          ['证件号码', (one) => `\t${one.id}`],
          ['性别', (one) => (one.sex === '男' ? '男性' : '女性')],
          ['出生日期', (one) => eight(one.birth)],
          ['编制类别', (one) => one.category],
          ['参保身份', () => '在职职工'],
          ['参保状态', () => '正常参保'],
          ['缴费基数', (_, at) => `${5200 + at * 33}.00`],
          ['首次参保年月', () => '200801'],
        ]),
        ',',
      ),
    ),
    { ending: 'csv' },
  )
}

/** A block a unit with a line of labels over its head. */
function postsHeld(): Case {
  const people = roster(7009, [
    ['农业综合服务中心', FULL, 5],
    ['文化旅游服务中心', FULL, 3],
    ['综合便民服务中心', '事业编制（差额补贴）', 3],
  ])
  const columns: readonly Column[] = [
    number,
    ['姓名', (one) => one.name],
    ['性别', (one) => one.sex],
    ['身份证号码', (one) => one.id],
    ['学历', (one) => one.education],
    ['岗位类别', (_, at) => (at % 2 === 0 ? '管理岗位' : '专业技术岗位')],
    ['聘用岗位等级', (_, at) => (at % 2 === 0 ? '九级' : '十二级')],
    ['聘用时间', () => '2025.01'],
    ['聘期', () => '3年'],
    ['备注', () => null],
  ]
  return seventh(
    'L09-岗位聘用备案表一页多单位',
    '一张表上三个单位，每个单位先一行“聘用单位：农业综合服务中心　　经费形式：全额拨款　　编制数：6”，再表头、人员、空一行；岗位类别不是编制，聘用时间不是入编时间',
    { people: told(people, 'id', 'sex', 'education') },
    xlsx({
      name: '备案表',
      merges: ['A1:J1'],
      rows: [
        ['事业单位工作人员岗位聘用备案表', ...blank(9)],
        ...unitsOf(people).flatMap((unit): readonly Row[] => {
          const here = of(people, unit)
          const money = here[0]?.category === FULL ? '全额拨款' : '差额补贴'
          return [
            [
              `聘用单位：${unit}`,
              ...blank(3),
              `经费形式：${money}`,
              ...blank(2),
              `编制数：${here.length + 1}`,
              ...blank(2),
            ],
            ...staffSheet(here, columns),
            blank(10),
          ]
        }),
      ],
    }),
  )
}

/** 年度考核: civil servants and staff of institutions on a sheet each. */
function appraisal(): Case {
  const office = roster(7010, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
  ])
  const stations = roster(7310, [
    ['应急管理站', '事业编制', 3],
    ['财经所', '事业编制', 3],
  ])
  const sheet = (name: string, title: string, people: readonly Person[], good: string) => ({
    name,
    merges: ['A1:I1'],
    rows: [
      [title, ...blank(8)],
      ...staffSheet(people, [
        number,
        ['所在单位', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['性别', (one) => one.sex],
        ['身份证号', (one) => one.id],
        ['现任职务', (one) => one.post],
        ['考核年度', () => 2025],
        ['考核等次', (_, at) => (at === 1 ? '优秀' : good)],
        ['备注', () => null],
      ]),
      ['优秀1人，占比14.2%', ...blank(8)],
    ] as readonly Row[],
  })
  return seventh(
    'L10-年度考核结果汇总两表',
    '附件1、附件2 两张：“行政编制人员考核汇总”“事业编制人员考核汇总”，编制只在标题和表名，列有单位、姓名、身份证号、现任职务、考核年度、考核等次',
    { says: [], people: told([...office, ...stations], 'id', 'sex', 'post') },
    xlsx(
      sheet('附件1行政', '云溪乡2025年度行政编制人员年度考核结果汇总表', office, '称职'),
      sheet('附件2事业', '云溪乡2025年度事业编制人员年度考核结果汇总表', stations, '合格'),
    ),
  )
}

/** A collection form: instructions, words to choose from, an example, two educations. */
function collection(): Case {
  const people = roster(7012, [
    ['党建工作办公室', '行政编制', 4],
    ['农业综合服务中心', '事业编制', 5],
  ])
  return seventh(
    'L12-在编人员信息采集表',
    '三张表：填表说明（编号条文）、采集表（必填列名带*，第二行是填写要求，第三行示例“例：王小明”）、下拉选项；全日制教育、在职教育各有学历、学位；日期为八位数字',
    {
      people: told(people, 'id', 'sex', 'birth', 'politicalStatus', 'education', 'enteredOn', 'post'),
    },
    xlsx(
      {
        name: '填表说明',
        rows: [
          ['在编人员信息采集表填表说明'],
          ['1. 带*的为必填项，请勿增删列、合并单元格。'],
          ['2. “所在机构”填写内设机构或所属事业单位规范全称。'],
          ['3. 日期一律填写8位数字，如20100701；出生日期应与身份证一致。'],
          ['4. 编制类型从下拉选项中选择：行政编制、事业编制、机关工勤编制。'],
        ],
      },
      {
        name: '采集表',
        merges: ['K1:L1', 'M1:N1', ...'ABCDEFGHIJO'.split('').map((one) => `${one}1:${one}2`)],
        rows: [
          [
            '*序号',
            '*姓名',
            '*性别',
            '*民族',
            '*身份证号码',
            '*出生日期',
            '*所在机构',
            '*编制类型',
            '*入编时间',
            '*政治面貌',
            '全日制教育',
            null,
            '在职教育',
            null,
            '*现任职务（岗位）',
          ],
          [...blank(10), '学历', '学位', '学历', '学位', null],
          [
            '填写要求',
            '与身份证一致',
            '下拉选择',
            '下拉选择',
            '18位',
            '8位数字',
            '规范全称',
            '下拉选择',
            '8位数字',
            '下拉选择',
            '下拉选择',
            '没有填无',
            '下拉选择',
            '没有填无',
            '与任职文件一致',
          ],
          [
            '例',
            '王小明',
            '男',
            '汉族',
            '110101199003070990',
            '19900307',
            '党政办公室',
            '行政编制',
            '20150801',
            '中共党员',
            '大学本科',
            '学士',
            null,
            '无',
            '科员',
          ],
          ...people.map((one, at): Row => [
            at + 1,
            one.name,
            one.sex,
            one.nation,
            one.id,
            eight(one.birth),
            one.unit,
            one.category,
            eight(`${one.entered}-01`),
            one.politics,
            at % 3 === 0 && one.education === '大学本科' ? '大学专科' : one.education,
            '无',
            at % 3 === 0 && one.education === '大学本科' ? '大学本科' : null,
            '无',
            one.post,
          ]),
        ],
      },
      {
        name: '下拉选项',
        rows: [
          ['性别', '民族', '编制类型', '政治面貌', '学历'],
          ['男', '汉族', '行政编制', '中共党员', '硕士研究生'],
          ['女', '畲族', '事业编制', '中共预备党员', '大学本科'],
          [null, '苗族', '机关工勤编制', '共青团员', '大学专科'],
          [null, '回族', null, '群众', '中等专科'],
        ],
      },
    ),
  )
}

/** Chinese names and letters of the fields in one head, codes beside their words, times with the day. */
function registerSystem(): Case {
  const people = roster(7013, [
    ['党政综合办公室', '行政编制', 4],
    ['党政综合办公室', '机关工勤编制', 1, ['驾驶员']],
    ['文化旅游服务中心', '事业编制', 4],
  ])
  const code: Readonly<Record<string, string>> = { 行政编制: '01', 机关工勤编制: '04', 事业编制: '02' }
  return seventh(
    'L13-实名制系统数据导出',
    '实名制系统导出 .xls：列名中文下面换行跟字段名（姓名\\nRYXM、单位编码\\nDWBM、机构名称\\nJGMC、编制类型代码\\nBZLXDM、编制类型\\nBZLX …）；性别代码 1、2 和性别两列；出生日期带 00:00:00；数据状态、更新时间',
    { people: told(people, 'id', 'sex', 'birth', 'enteredOn', 'post') },
    biff({
      name: 'RYXX',
      rows: staffSheet(people, [
        ['人员标识\nRYID', (_, at) => `F3A9${String(1001 + at)}`],
        ['单位编码\nDWBM', () => '361122110'],
        ['单位名称\nDWMC', () => '云溪乡人民政府'],
        ['机构名称\nJGMC', (one) => one.unit],
        ['姓名\nRYXM', (one) => one.name],
        ['性别代码\nXBDM', (one) => (one.sex === '男' ? '1' : '2')],
        ['性别\nXB', (one) => one.sex],
        ['身份证件号\nSFZJH', (one) => one.id],
        ['出生日期\nCSRQ', (one) => `${one.birth} 00:00:00`],
        ['编制类型代码\nBZLXDM', (one) => code[one.category] ?? null],
        ['编制类型\nBZLX', (one) => one.category],
        ['入编时间\nRBSJ', (one) => `${one.entered}-01 00:00:00`],
        ['职务名称\nZWMC', (one) => one.post],
        ['数据状态\nSJZT', () => '有效'],
        ['更新时间\nGXSJ', () => '2026-10-31 16:20:05'],
      ]),
    }),
    { ending: 'xls' },
  )
}

/** A sheet a year: the last is today's. */
function yearByYear(): Case {
  const now = roster(7014, [
    ['党政综合办公室', '行政编制', 4],
    ['退役军人服务站', '事业编制', 3],
  ])
  const left = roster(7114, [['党政综合办公室', '行政编制', 2]])
  const sheet = (year: number, people: readonly Person[]) => ({
    name: `${year}年`,
    merges: ['A1:G1'],
    rows: [
      [`云溪乡${year}年机关事业单位人员名册`, ...blank(6)],
      ...staffSheet(people, [
        number,
        ['机构', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['身份证号', (one) => one.id],
        ['编制', (one) => one.category],
        ['职务', (one) => one.post],
        ['备注', () => null],
      ]),
    ] as readonly Row[],
  })
  return seventh(
    'L14-一年一张人员名册',
    '一个文件三张：2024年、2025年、2026年，每张是当年的全员名册；有两人2025年前走了，一人2026年新来；要问取哪一年，以最近的为准',
    { mustAsk: true, says: [], people: told(now, 'id', 'post'), gone: left.map((one) => one.name) },
    xlsx(
      sheet(2024, [...now.slice(0, 6), ...left]),
      sheet(2025, [...now.slice(0, 6), ...left.slice(0, 1)]),
      sheet(2026, now),
    ),
  )
}

/** An office system's address list as a web page: departments over the rows, kind in brackets. */
function officePage(): Case {
  const people = roster(7015, [
    ['党政综合办公室', '行政编制', 4],
    ['乡村建设办公室', '行政编制', 3],
    ['公共服务中心', '事业编制', 4],
  ])
  const cell = (text: string): WebCell => ({ text })
  return seventh(
    'L15-办公系统人员列表网页',
    'OA 导出的网页表格（.xls，GBK）：部门是横跨整行的一行“党政综合办公室 (4)”，列为 #、姓名、账号、身份证号、人员编制（行政编制、事业编制）、岗位、手机、状态（启用）',
    { people: told(people, 'id', 'post') },
    gb18030(
      webPage('gbk', '<title>人员列表</title>', [
        ['#', '姓名', '账号', '身份证号', '人员编制', '岗位', '手机', '状态'].map(cell),
        ...unitsOf(people).flatMap((unit): readonly (readonly WebCell[])[] => [
          [{ text: `${unit} (${of(people, unit).length})`, columns: 8 }],
          ...of(people, unit).map((one, at) =>
            [
              String(at + 1),
              one.name,
              `yx${one.phone.slice(-4)}`,
              one.id,
              one.category,
              one.post,
              one.phone,
              '启用',
            ].map(cell),
          ),
        ]),
      ]),
    ),
    { ending: 'xls' },
  )
}

/** A wall of pictures: room for a photo, the name below it, the post below that. */
function pictureWall(): Case {
  const people = roster(7016, [
    ['党政综合办公室', '行政编制', 4],
    ['应急管理站', '事业编制', 3],
  ])
  const four = (texts: readonly string[]): Row => [...texts, ...blank(4 - texts.length)]
  return seventh(
    'L16-工作人员公示栏照片墙',
    '公示栏：部门一行（横向合并，“党政综合办公室（行政编制）”），下面一行“照片”格，再一行姓名、一行职务，四人一排；没有身份证号、没有表头：认得出最好，认不出要说，不可收错',
    { mustAsk: true, says: [], people: told(people, 'post') },
    xlsx({
      name: '公示栏',
      merges: ['A1:D1', 'A2:D2', 'A6:D6'],
      rows: [
        ['云溪乡工作人员公示栏', ...blank(3)],
        ...unitsOf(people).flatMap((unit): readonly Row[] => {
          const here = of(people, unit)
          return [
            [`${unit}（${here[0]?.category ?? ''}）`, ...blank(3)],
            four(here.map(() => '照片')),
            four(here.map((one) => one.name)),
            four(here.map((one) => one.post)),
          ]
        }),
        ['监督电话：0793-8210001', ...blank(3)],
      ],
    }),
  )
}

export const seventhSystemCases: readonly (() => Case)[] = [
  medicalInsurance,
  postsHeld,
  appraisal,
  collection,
  registerSystem,
  yearByYear,
  officePage,
  pictureWall,
]
