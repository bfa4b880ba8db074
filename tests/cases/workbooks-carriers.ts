import { dotted, of, quotaBook, told, unitsOf, type Case } from './kit/case.ts'
import { roster, type Person } from './kit/people.ts'
import { escaped, gb18030, ods, separated, utf16, webPage, xlsx, type Row, type WebCell } from './kit/write-files.ts'

/* C11–C16: short names of known units, and the carriers a list comes in. */

function shortNames(): Case {
  const people = roster(111, [
    ['党政综合办公室', '行政编制', 3],
    ['平安建设办公室', '行政编制', 2],
    ['农业农村综合服务中心', '事业编制', 3],
    ['财政所', '事业编制', 2],
  ])
  const short = new Map([
    ['党政综合办公室', '党政办'],
    ['平安建设办公室', '平安办'],
    ['农业农村综合服务中心', '农服中心'],
  ])
  return {
    truth: {
      case: 'C11-机构简称',
      file: 'C11-机构简称.xlsx',
      about: '编制本已有机构全称，名单写“党政办”“平安办”“农服中心”：要问，不可另立机构',
      before: ['C11-机构编制.xlsx'],
      mustAsk: true,
      people: told(people, 'sex', 'id', 'post'),
    },
    beforeBytes: [
      quotaBook(unitsOf(people).map((unit) => ({ unit, category: of(people, unit)[0]?.category ?? '', quota: 5 }))),
    ],
    bytes: xlsx({
      name: 'Sheet1',
      rows: [
        ['序号', '单位', '姓名', '性别', '身份证号', '编制', '职务'],
        ...people.map((one, at): Row => [
          at + 1,
          short.get(one.unit) ?? one.unit,
          one.name,
          one.sex,
          one.id,
          one.category,
          one.post,
        ]),
      ],
    }),
  }
}

/** Unit and category span the rows of a unit. */
function spanned(people: readonly Person[], rest: (one: Person) => readonly string[]): readonly (readonly WebCell[])[] {
  return unitsOf(people).flatMap((unit) => {
    const here = of(people, unit)
    return here.map((one, at): readonly WebCell[] => [
      ...(at === 0
        ? [
            { text: unit, rows: here.length },
            { text: one.category, rows: here.length },
          ]
        : []),
      ...rest(one).map((text) => ({ text })),
    ])
  })
}

function webGbk(): Case {
  const people = roster(112, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 3],
    ['财政所', '事业编制', 3],
  ])
  const rows: readonly (readonly WebCell[])[] = [
    [{ text: '云溪乡在职人员信息表', columns: 8 }],
    [
      { text: '所在部门', rows: 2 },
      { text: '编制性质', rows: 2 },
      { text: '基本信息', columns: 4 },
      { text: '任职', columns: 2 },
    ],
    ['姓名', '性别', '身份证号码', '民族', '职务\n（岗位）', '入编时间'].map((text) => ({ text })),
    ...spanned(people, (one) => [one.name, one.sex, one.id, one.nation, one.post, dotted(one.entered)]),
    [
      { text: '合计' },
      { text: '' },
      { text: `${people.length}人` },
      ...Array.from({ length: 5 }, () => ({ text: '' })),
    ],
  ]
  const head =
    '<style>\r\n<!--.xl24{mso-number-format:"\\@";}-->\r\n</style><script>document.title="<td>不是单元格</td>"</script>'
  return {
    truth: {
      case: 'C12-网页GBK跨行',
      file: 'C12-网页GBK跨行.xls',
      about: '系统导出的网页，GBK，部门和编制用 rowspan 跨行，两层表头，身份证号只有格式没有引号，带样式和脚本',
      people: told(people, 'sex', 'id', 'post', 'enteredOn'),
    },
    bytes: gb18030(webPage('gb2312', head, rows)),
  }
}

function spreadsheetMl(): Case {
  const people = roster(113, [
    ['经济发展办公室', '行政编制', 3],
    ['乡村振兴办公室', '行政编制', 3],
    ['林业工作站', '事业编制', 4],
  ])
  const text = (value: string, at?: number, more = '') =>
    `<Cell${at === undefined ? '' : ` ss:Index="${at}"`}${more} ss:StyleID="s66"><Data ss:Type="String">${escaped(value)}</Data></Cell>`
  const number = (value: number) => `<Cell><Data ss:Type="Number">${value}</Data></Cell>`
  const day = (value: string) => `<Cell ss:StyleID="s67"><Data ss:Type="DateTime">${value}T00:00:00.000</Data></Cell>`
  const rows = people.map((one, at) => {
    const here = of(people, one.unit)
    const first = here[0] === one
    const unit = first ? text(one.unit, 2, ` ss:MergeDown="${here.length - 1}"`) : ''
    return `<Row>${number(at + 1)}${unit}${text(one.name, 3)}${text(one.sex)}${text(one.id)}${day(`${one.entered}-01`)}${text(one.category, 8)}</Row>`
  })
  const head = ['序号', '工作单位', '姓名', '性别', '身份证号', '入编时间'].map((one) => text(one)).join('')
  return {
    truth: {
      case: 'C13-XML表格2003',
      file: 'C13-XML表格2003.xls',
      about: 'WPS 生成的 SpreadsheetML 2003：MergeDown、跳列 ss:Index、DateTime 单元格、空了一列',
      people: told(people, 'sex', 'id', 'enteredOn'),
    },
    bytes: Buffer.from(
      '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook ' +
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
        'xmlns:o="urn:schemas-microsoft-com:office:office" ' +
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" ' +
        'xmlns:dt="uuid:C2F41010-65B3-11d1-A29F-00AA00C14882"><CustomDocumentProperties ' +
        'xmlns="urn:schemas-microsoft-com:office:office"><KSOProductBuildVer dt:dt="string">' +
        '2052-11.1.0.14309</KSOProductBuildVer></CustomDocumentProperties><Styles><Style ss:ID="s66">' +
        '<NumberFormat ss:Format="@"/></Style><Style ss:ID="s67"><NumberFormat ss:Format="yyyy&quot;' +
        '年&quot;m&quot;月&quot;"/></Style></Styles><Worksheet ss:Name="在编人员"><Table>\r\n<Row><Cell ' +
        `ss:MergeAcross="7"><Data ss:Type="String">云溪乡在编人员一览表</Data></Cell></Row>\r\n<Row>${head}` +
        `${text('编制类型', 8)}</Row>\r\n${rows.join('\r\n')}\r\n<Row ss:Index="${people.length + 4}">` +
        `${text('制表：', 1)}</Row></Table></Worksheet></Workbook>\r\n`,
    ),
  }
}

function openDocument(): Case {
  const people = roster(114, [
    ['党政综合办公室', '行政编制', 4],
    ['社会事务办公室', '行政编制', 3],
    ['退役军人服务站', '事业编制', 3],
  ])
  const merges = ['A1:H1']
  let row = 3
  for (const unit of unitsOf(people)) {
    const count = of(people, unit).length
    merges.push(`A${row}:A${row + count - 1}`)
    row += count
  }
  return {
    truth: {
      case: 'C14-开放文档',
      file: 'C14-开放文档.ods',
      about: '.ods：机构合并单元格（covered-table-cell），重复到表边的空格，日期单元格，学历两行文字',
      people: told(people, 'sex', 'id', 'birth', 'enteredOn', 'education'),
    },
    bytes: ods({
      name: '花名册',
      merges,
      rows: [
        ['云溪乡实有人员花名册', null, null, null, null, null, null, null],
        ['机构', '姓名', '性别', '身份证号', '出生日期', '学历', '编制类型', '入编时间'],
        ...people.map((one): Row => [
          of(people, one.unit)[0] === one ? one.unit : null,
          one.name,
          one.sex,
          one.id,
          { day: one.birth, format: 'yyyy-mm-dd' },
          one.education,
          one.category,
          { day: `${one.entered}-01`, format: 'yyyy-mm-dd' },
        ]),
      ],
    }),
  }
}

function csvUtf16(): Case {
  const people = roster(115, [
    ['党建工作办公室', '行政编制', 3],
    ['综合行政执法大队', '事业编制', 4],
    ['水利工作站', '事业编制', 2],
  ])
  return {
    truth: {
      case: 'C15-UTF16文本',
      file: 'C15-UTF16文本.csv',
      about: 'UTF-16 带 BOM 的 .csv：身份证号写成 ="…"，表头里有换行，职务里有逗号，行末多余逗号',
      people: told(people, 'sex', 'id', 'enteredOn'),
    },
    bytes: utf16(
      separated(
        [
          ['云溪乡花名册', '', '', '', '', '', '', ''],
          ['序号', '机构名称', '姓名', '性别', '身份证\n号码', '编制类别', '职务', '入编\n时间', ''],
          ...people.map((one, at): Row => [
            at + 1,
            one.unit,
            one.name,
            one.sex,
            `="${one.id}"`,
            one.category,
            `${one.post},兼联系${at + 1}个村`,
            one.entered,
            '',
          ]),
        ],
        ',',
      ),
    ),
  }
}

function textGb18030(): Case {
  const people = roster(116, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 3],
  ]).map((one, at) => ({ ...one, name: at === 1 ? '祖㛃仪' : at === 5 ? '叶𬍛' : one.name }))
  return {
    truth: {
      case: 'C16-制表符GB18030',
      file: 'C16-制表符GB18030.txt',
      about: '制表符分隔的 .txt，GB18030，名字里有扩展 A、扩展 E 的字，前面两行标题，末尾合计',
      people: told(people, 'sex', 'id', 'post', 'enteredOn'),
    },
    bytes: gb18030(
      separated(
        [
          ['云溪乡机关事业单位人员情况'],
          ['填报单位：云溪乡人民政府'],
          ['序号', '姓名', '性别', '身份证号', '所属机构', '编制类型', '职务', '入编年月'],
          ...people.map((one, at): Row => [
            at + 1,
            one.name,
            one.sex,
            one.id,
            one.unit,
            one.category,
            one.post,
            one.entered.replace('-', ''),
          ]),
          ['合计', `${people.length}人`],
        ],
        '\t',
      ),
    ),
  }
}

export const carrierCases: readonly (() => Case)[] = [
  shortNames,
  webGbk,
  spreadsheetMl,
  openDocument,
  csvUtf16,
  textGb18030,
]
