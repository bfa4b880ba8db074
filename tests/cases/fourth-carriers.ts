import { of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { blank } from './kit/form-parts.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, escaped, gb18030, ods, separated, serialOf, type Row } from './kit/write-files.ts'
import { zip, type ZipParts } from './kit/zip.ts'

/* H19–H26: the files themselves: lying dimensions, rows without addresses, semicolons, several web tables, skipped cells, pinyin. */

const dotted = (month: string) => month.replace('-', '.')

const SHEET_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
/** The smallest .xlsx around one sheet's XML. */
function packed(name: string, sheet: string, more: ZipParts = {}): Buffer {
  const shared = more['xl/sharedStrings.xml'] !== undefined
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return zip({
    '[Content_Types].xml':
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
      (shared ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>` : '') +
      '</Types>',
    '_rels/.rels':
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook ${SHEET_NS} xmlns:r="${rels}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/>` +
      (shared ? `<Relationship Id="rId2" Type="${rels}/sharedStrings" Target="sharedStrings.xml"/>` : '') +
      '</Relationships>',
    'xl/worksheets/sheet1.xml': `${head}${sheet}`,
    ...more,
  })
}

/** A program's export: the dimension says A1, cells are inline and carry no address, blank cells are left as empty elements. */
function lyingDimension(): Case {
  const people = roster(821, [
    ['党政综合办公室', '行政编制', 4],
    ['村镇建设服务中心', '事业编制', 5],
  ])
  const rows: readonly Row[] = [
    ['人员信息导出', ...blank(6)],
    ...staffSheet(people, [
      ['人员编号', (_, at) => `YX${String(at + 1).padStart(4, '0')}`],
      ['姓名', (one) => one.name],
      ['曾用名', () => null],
      ['性别', (one) => one.sex],
      ['证件号码', (one) => one.id],
      ['所属机构', (one) => one.unit],
      ['编制类型', (one) => one.category],
      ['进入编制时间', (one) => one.entered],
    ]),
  ]
  const cell = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number'
      ? `<c t="inlineStr"><is><t>${escaped(`${value}`)}</t></is></c>`
      : '<c/>'
  const body = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  return {
    truth: {
      case: 'H19-表的范围写成A1',
      file: 'H19-表的范围写成A1.xlsx',
      about: '系统导出：<dimension ref="A1"/>，单元格没有地址（依次排），文字都在格里，有空格子',
      people: told(people, 'id', 'sex', 'enteredOn'),
    },
    bytes: packed('sheet0', `<worksheet ${SHEET_NS}><dimension ref="A1"/><sheetData>${body}</sheetData></worksheet>`),
  }
}

/** A text with semicolons, a preamble, totals; GB18030. */
function semicolons(): Case {
  const people = roster(822, [
    ['党政综合办公室', '行政编制', 4],
    ['水利工作站', '事业编制', 4],
  ])
  const rows: readonly Row[] = [
    ['云溪乡人民政府'],
    ['人员台账', '截止日期：2026-10-31'],
    [],
    ...staffSheet(people, [
      column.number,
      ['所在部门', (one) => one.unit],
      ['姓名', (one) => one.name],
      ['人员编制', (one) => one.category],
      ['公民身份号码', (one) => `\t${one.id}`],
      ['入编日期', (one) => `${Number(one.entered.slice(0, 4))}/${Number(one.entered.slice(5))}/1`],
      ['职务/岗位', (one) => one.post],
    ]),
    ['合计', '', `${people.length}人`],
  ]
  return {
    truth: {
      case: 'H20-分号分隔GB18030',
      file: 'H20-分号分隔GB18030.csv',
      about: 'CSV，GB18030，用分号分隔；前三行是单位、截止日期和空行，末行合计；身份证号前有制表符',
      people: told(people, 'id', 'enteredOn', 'post'),
    },
    bytes: gb18030(
      separated(rows, '\t')
        .split('\r\n')
        .map((line) =>
          line
            .replaceAll(/"?\t(\d{17}[\dX])"?/g, '\u0001$1')
            .replaceAll('\t', ';')
            .replaceAll('\u0001', '\t'),
        )
        .join('\r\n'),
    ),
  }
}

/** Old .xls: notes, a dictionary, an example and three stations; sums; each sheet called by a short name. */
function oldStations(): Case {
  const people = roster(823, [
    ['党政综合办公室', '行政编制', 4],
    ['农业农村综合服务中心', '事业编制（全额拨款）', 4],
    ['综合行政执法大队', '事业编制（参公）', 3],
  ])
  const sheets = unitsOf(people).map((unit) => ({
    name: unit.slice(0, 3),
    merges: ['A1:F1', 'A2:F2'],
    rows: [
      ['机关事业单位在职人员实名制登记表', ...blank(5)],
      [`单位：云溪乡${unit}　　　　　　　　　　　填表日期：2026年9月30日`, ...blank(5)],
      ...staffSheet(of(people, unit), [
        column.number,
        ['姓　名', (one) => one.name],
        ['身份证号', (one) => one.id],
        [
          '编制性质',
          (one) => one.category.replace('事业编制（全额拨款）', '全额事业').replace('事业编制（参公）', '参公'),
        ],
        ['岗位', (one) => one.post],
        ['应发工资', (_, at) => 4100 + at * 55],
      ]),
      ['合计', `${of(people, unit).length}人`, ...blank(3), 16500],
    ],
  }))
  return {
    truth: {
      case: 'H21-说明字典示例和三张表',
      file: 'H21-说明字典示例和三张表.xls',
      about:
        '97 格式：填表说明、字典（编制性质、学历的可选值）、示例（张三、李四），后面三张机构表，机构写在“单位：云溪乡…　填表日期：”',
      people: told(people, 'id', 'post'),
    },
    bytes: biff(
      { name: '填表说明', rows: [['填表说明'], ['1.姓名中间不留空格；2.身份证号用文本格式；3.编制性质从字典选取。']] },
      {
        name: '字典',
        rows: [
          ['编制性质', '学历', '政治面貌'],
          ['行政编制', '研究生', '中共党员'],
          ['参公', '大学', '共青团员'],
          ['全额事业', '大专', '群众'],
        ],
      },
      {
        name: '示例',
        rows: [
          ['机关事业单位在职人员实名制登记表（示例）'],
          ['单位：××乡××办公室　　填表日期：××××年×月×日'],
          ['序号', '姓　名', '身份证号', '编制性质', '岗位', '应发工资'],
          [1, '张三', '11010119900101××××', '行政编制', '科员', 4000],
          [2, '李四', '11010119900102××××', '全额事业', '管理九级', 4000],
        ],
      },
      ...sheets,
    ),
  }
}

/** One web page, a table a unit with the unit in its caption; declared gb2312. */
function webTables(): Case {
  const people = roster(824, [
    ['党建工作办公室', '行政编制', 3],
    ['社会治安综合治理中心', '事业编制', 4],
    ['财政所', '事业编制', 3],
  ])
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((text) => `<${tag} style="vnd.ms-excel.numberformat:@">${escaped(text)}</${tag}>`).join('')}</tr>`
  const table = (unit: string) =>
    `<table border="1"><caption>${unit}人员名单</caption><tbody>${row(['序号', '姓名', '性别', '身份证号码', '编制', '职务'], 'th')}` +
    `${of(people, unit)
      .map((one, at) => row([String(at + 1), one.name, one.sex, one.id, one.category, one.post], 'td'))
      .join('')}</tbody></table><p>以上共 ${of(people, unit).length} 人</p>`
  const page =
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>人员</title>' +
    `<script>window.print()</script></head><body><h3>云溪乡人员名单</h3>${unitsOf(people).map(table).join('<br>')}</body></html>`
  return {
    truth: {
      case: 'H22-网页三张表',
      file: 'H22-网页三张表.xls',
      about: '网页存成 .xls（gb2312）：一页三张表，机构只写在每张表的 <caption>',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: gb18030(page),
  }
}

/** OpenDocument with merged offices, section rows of 编制 and dates as dates. */
function openDocument(): Case {
  const people = roster(825, [
    ['党政综合办公室', '行政编制', 3],
    ['平安建设办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 4],
  ])
  const rows: Row[] = [
    ['云溪乡人员花名册', ...blank(6)],
    ['机构', '序号', '姓名', '性别', '身份证号', '入编时间', '职务'],
  ]
  const merges = ['A1:G1']
  let number = 0
  for (const [head, category] of [
    ['行政编制（6人）', '行政编制'],
    ['事业编制（4人）', '事业编制'],
  ]) {
    rows.push([head ?? null, ...blank(6)])
    merges.push(`A${rows.length}:G${rows.length}`)
    const all = people.filter((one) => one.category === category)
    for (const unit of unitsOf(all)) {
      const here = of(all, unit)
      merges.push(`A${rows.length + 1}:A${rows.length + here.length}`)
      here.forEach((one, at) => {
        number += 1
        rows.push([
          at === 0 ? unit : null,
          number,
          one.name,
          one.sex,
          one.id,
          { day: `${one.entered}-01`, format: 'yyyy-mm-dd' },
          one.post,
        ])
      })
    }
  }
  return {
    truth: {
      case: 'H23-开放文档合并和小标题',
      file: 'H23-开放文档合并和小标题.ods',
      about: '.ods：编制在整行小标题，机构纵向合并，入编时间是日期格',
      people: told(people, 'sex', 'id', 'enteredOn', 'post'),
    },
    bytes: ods({ name: '花名册', rows, merges }),
  }
}

/** SpreadsheetML that leaves cells out by ss:Index, merges down and across, dates with a time. */
function skippedCells(): Case {
  const people = roster(826, [
    ['党政综合办公室', '行政编制', 4],
    ['文化站', '事业编制', 3],
  ])
  const text = (value: string, more = '') => `<Cell${more}><Data ss:Type="String">${escaped(value)}</Data></Cell>`
  const heads = ['机构', '姓名', '民族', '身份证号', '编制类型', '入编时间', '职务']
  const body = unitsOf(people).flatMap((unit) =>
    of(people, unit).map((one, at, here) => {
      const first = at === 0 ? text(unit, here.length > 1 ? ` ss:MergeDown="${here.length - 1}"` : '') : ''
      const name = text(one.name, at === 0 ? '' : ' ss:Index="2"')
      return (
        `<Row>${first}${name}${text(one.id, ' ss:Index="4"')}${text(one.category)}` +
        `<Cell><Data ss:Type="DateTime">${one.entered}-01T00:00:00.000</Data></Cell>${text(one.post)}</Row>`
      )
    }),
  )
  const book =
    '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n' +
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
    '<Worksheet ss:Name="人员"><Table ss:ExpandedColumnCount="7">' +
    `<Row>${text('云溪乡人员一览', ' ss:MergeAcross="6"')}</Row><Row ss:Index="3">${heads.map((head) => text(head)).join('')}</Row>` +
    `${body.join('')}</Table></Worksheet></Workbook>`
  return {
    truth: {
      case: 'H24-XML表格跳格',
      file: 'H24-XML表格跳格.xls',
      about: 'SpreadsheetML：ss:Index 跳过空格和空行，MergeDown 合并机构，日期是 DateTime',
      people: told(people, 'id', 'enteredOn', 'post'),
    },
    bytes: Buffer.from(book),
  }
}

/** What a copy from WPS leaves in a text file: merged offices only in their first row, heads with line breaks. */
function pastedText(): Case {
  const people = roster(827, [
    ['党政综合办公室', '行政编制', 4],
    ['农业服务中心', '事业编制', 4],
  ])
  const rows: readonly Row[] = [
    ['单位', '序\n号', '姓 名', '编制\n性质', '身份证号码', '参加工\n作时间', '现任职务', '备注'],
    ...people.map((one, at): Row => [
      people[at - 1]?.unit === one.unit ? '' : one.unit,
      at + 1,
      one.name,
      people[at - 1]?.category === one.category ? '' : one.category,
      one.id,
      dotted(one.work),
      one.post,
      '',
    ]),
    ['', '', '', '', '', '', '', ''],
  ]
  return {
    truth: {
      case: 'H25-粘贴成文本',
      file: 'H25-粘贴成文本.txt',
      about: '从 WPS 复制粘贴成的文本：制表符，表头格里有换行加引号；单位、编制合并格只有第一行有字',
      people: told(people, 'id', 'post'),
    },
    bytes: Buffer.from(separated(rows, '\t')),
  }
}

/** Shared strings in runs, with pinyin above the names; the pinyin is no part of the text. */
function pinyinGuide(): Case {
  const people = roster(828, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
  ])
  const strings: string[] = []
  const add = (xml: string) => strings.push(`<si>${xml}</si>`) - 1
  const plain = (value: string) => add(`<t xml:space="preserve">${escaped(value)}</t>`)
  const named = (one: Person) =>
    add(
      `<r><t>${one.name.slice(0, 1)}</t></r><r><rPr><b/><sz val="11"/></rPr><t>${one.name.slice(1)}</t></r>` +
        `<rPh sb="0" eb="1"><t>xing</t></rPh><rPh sb="1" eb="${one.name.length}"><t>ming</t></rPh><phoneticPr fontId="1"/>`,
    )
  const cell = (at: number) => `<c t="s"><v>${at}</v></c>`
  const heads = ['序号', '姓名', '单位', '编制类型', '身份证号', '入编时间']
  const rows = [
    `<row r="1">${heads.map((head) => cell(plain(head))).join('')}</row>`,
    ...people.map(
      (one, at) =>
        `<row r="${at + 2}"><c><v>${at + 1}</v></c>${cell(named(one))}${cell(plain(one.unit))}${cell(plain(one.category))}` +
        `${cell(plain(one.id))}<c s="0"><v>${serialOf(`${one.entered}-01`)}</v></c></row>`,
    ),
  ]
  return {
    truth: {
      case: 'H26-姓名上有拼音',
      file: 'H26-姓名上有拼音.xlsx',
      about: '姓名分成两段字体，带拼音指南（rPh）；入编时间是没有格式的序列号',
      people: told(people, 'id', 'enteredOn'),
    },
    bytes: packed('名单', `<worksheet ${SHEET_NS}><sheetData>${rows.join('')}</sheetData></worksheet>`, {
      'xl/sharedStrings.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst ${SHEET_NS}>${strings.join('')}</sst>`,
    }),
  }
}

export const fourthCarrierCases: readonly (() => Case)[] = [
  lyingDimension,
  semicolons,
  oldStations,
  webTables,
  openDocument,
  skippedCells,
  pastedText,
  pinyinGuide,
]
