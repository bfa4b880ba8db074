import { of, told, unitsOf, type Case } from './kit/case.ts'
import { column, staffSheet } from './kit/columns.ts'
import { roster } from './kit/people.ts'
import { escaped, gb18030, oldXls, separated, serialOf, shown, xlsx, type Row, type Value } from './kit/write-files.ts'
import { zip } from './kit/zip.ts'

/* D24–D30: carriers and values. */

const two = (text: string | number) => String(text).padStart(2, '0')
const NUMERALS = Array.from('〇一二三四五六七八九')
const MONTHS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** A text of columns aligned with spaces. */
function spacedText(): Case {
  const people = roster(224, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 4],
  ])
  const wide = (text: string) =>
    Array.from(text).reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)
  const lines = staffSheet(people, [
    column.number,
    ['姓名', (one) => one.name],
    ['性别', (one) => one.sex],
    ['单位', (one) => one.unit],
    ['编制', (one) => one.category],
    ['身份证号', (one) => one.id],
    ['职务', (one) => one.post],
  ])
  const widths = [6, 12, 6, 24, 14, 22, 10]
  const text = lines
    .map((row) =>
      row
        .map((value, at) => {
          const here = shown(value)
          return here + ' '.repeat(Math.max(2, (widths[at] ?? 10) - wide(here)))
        })
        .join('')
        .trimEnd(),
    )
    .join('\r\n')
  return {
    truth: {
      case: 'D24-空格对齐文本',
      file: 'D24-空格对齐文本.txt',
      about: '用空格对齐的 GB18030 文本，第一行是标题',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: gb18030(`云溪乡人员名单\r\n${text}\r\n`),
  }
}

function quotedLines(): Case {
  const people = roster(225, [
    ['社会事务办公室', '行政编制', 4],
    ['水利工作站', '事业编制', 4],
  ])
  const rows: Row[] = [
    ['云溪乡人员信息导出', '', '', '', '', '', ''],
    ['导出时间：2026/11/20 10:21', '', '', '', '', '', ''],
    ...staffSheet(people, [
      ['人员\n姓名', (one) => one.name],
      ['所属\n部门', (one) => one.unit],
      ['编制\n类别', (one) => one.category],
      ['身份证\n号码', (one) => `\t${one.id}`],
      ['职务', (one, at) => (at === 2 ? `副主任,\n"${one.post}"` : one.post)],
      ['备注', (_, at) => (at === 1 ? '分管：文秘、档案\n联系：上坪村' : '')],
    ]),
    ['共 8 条记录', '', '', '', '', '', ''],
  ]
  return {
    truth: {
      case: 'D25-逗号文本带换行',
      file: 'D25-逗号文本带换行.csv',
      about: 'UTF-8 带 BOM；表头和内容里有换行、逗号、引号；身份证号前有制表符；前有导出时间，后有“共 8 条记录”',
      people: told(
        people.map((one, at) => (at === 2 ? { ...one } : one)),
        'id',
      ),
    },
    bytes: Buffer.from(`\ufeff${separated(rows, ',')}`),
  }
}

function nestedPage(): Case {
  const people = roster(226, [
    ['党政综合办公室', '行政编制', 4],
    ['经济发展办公室', '行政编制', 3],
    ['便民服务中心', '事业编制', 3],
  ])
  const cells = (row: readonly string[], tag: string) =>
    `<tr>${row.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`
  const table = `<table border="1"><thead>${cells(['序号', '姓名', '性别', '身份证件号', '编制类别', '职务'], 'th')}</thead><tbody>${unitsOf(
    people,
  )
    .map(
      (unit) =>
        `<tr><td colspan="6"><b>${unit}</b>（共${of(people, unit).length}人）</td></tr>${of(people, unit)
          .map((one, at) => cells([String(at + 1), one.name, one.sex, one.id, one.category, one.post], 'td'))
          .join('')}`,
    )
    .join('')}</tbody></table>`
  const page =
    '<!DOCTYPE html><html><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style>' +
    '</head><body><table width="100%"><tr><td colspan="2"><h2>云溪乡人员查询结果</h2></td></tr><tr><td>' +
    `查询条件：在职</td><td>打印日期：2026-11-20</td></tr><tr><td colspan="2">${table}</td></tr><tr><td>` +
    '制表：系统管理员</td><td>第1页/共1页</td></tr></table></body></html>'
  return {
    truth: {
      case: 'D26-网页套表',
      file: 'D26-网页套表.xls',
      about: '网页存成 .xls：外层表排版，里层表才是名单；机构是跨六列的行“机构（共N人）”',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: Buffer.from(page),
  }
}

function repeatedCells(): Case {
  const people = roster(227, [
    ['党政综合办公室', '行政编制', 4],
    ['农业农村综合服务中心', '事业编制', 4],
  ])
  const type = 'application/vnd.oasis.opendocument.spreadsheet'
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
  const text = (value: string, repeated = 1, more = '') =>
    `<table:table-cell${repeated > 1 ? ` table:number-columns-repeated="${repeated}"` : ''}${more} ` +
    `office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
  const empty = (count: number) => `<table:table-cell table:number-columns-repeated="${count}"/>`
  const row = (cells: string) => `<table:table-row>${cells}${empty(1000)}</table:table-row>`
  const rows = [
    row(
      `${text('云溪乡人员', 1, ' table:number-columns-spanned="7"')}<table:covered-table-cell table:number-columns-repeated="6"/>`,
    ),
    `<table:table-row table:number-rows-repeated="2">${empty(1007)}</table:table-row>`,
    row(['姓名', '性别', '职务', '职务（聘任）', '机构', '编制类型', '身份证号'].map((head) => text(head)).join('')),
    ...people.map((one) =>
      row(
        `${text(`${one.name.slice(0, 1)}<text:s text:c="2"/>${one.name.slice(1)}`)}${text(one.sex)}` +
          `${text(one.post, 2)}<table:table-cell office:value-type="string"><text:p>${one.unit}</text:p>` +
          '<office:annotation><text:p>已核对</text:p></office:annotation></table:table-cell>' +
          `${text(one.category)}${text(one.id)}`,
      ),
    ),
  ]
  const content =
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names} office:version="1.2">` +
    `<office:body><office:spreadsheet><table:table table:name="人员">${rows.join('')}</table:table>` +
    '</office:spreadsheet></office:body></office:document-content>'
  return {
    truth: {
      case: 'D27-开放文档重复格',
      file: 'D27-开放文档重复格.ods',
      about: '.ods：相邻相同的两格合写成重复格，重复的空行，姓名中间用 text:s，格里有批注',
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: zip({
      mimetype: type,
      'META-INF/manifest.xml':
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest ' +
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">' +
        `<manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry ` +
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
      'styles.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${names} office:version="1.2"><office:styles/></office:document-styles>`,
      'content.xml': content,
    }),
  }
}

const DATES: readonly ((year: string, month: number) => Value)[] = [
  (year, month) =>
    `${Array.from(year)
      .map((digit) => (digit === '0' ? '零' : NUMERALS[Number(digit)]))
      .join('')}年${MONTHS[month] ?? ''}月`,
  (year, month) => `${year.slice(2)}-${month}-1`,
  (year, month) => `${year}/${month}/1 0:00`,
  (year, month) => `31/${two(month)}/${year}`,
  (year, month) => String(serialOf(`${year}-${two(month)}-01`)),
  (year, month) => `${year}年${MONTHS[month] ?? ''}月`,
  (year, month) => `${year}－${two(month)}`,
  (year, month) => `${year} . ${month}`,
  (year, month) => `${year}.${two(month)}.00`,
]
function strangeDates(): Case {
  const people = roster(228, [
    ['党政综合办公室', '行政编制', 5],
    ['财政所', '事业编制', 5],
  ])
  // 31/12/1985 is certain only where the month has 31 days: its form gives the month to such months alone.
  const written = (month: string, at: number): Value => {
    const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))]
    const form = at % DATES.length
    return (form === 3 && ![1, 3, 5, 7, 8, 10, 12].includes(number) ? DATES[0] : DATES[form])?.(year, number) ?? null
  }
  return {
    truth: {
      case: 'D28-日期又九种',
      file: 'D28-日期又九种.xlsx',
      about:
        '一九八五年六月、85-6-1、1985/6/1 0:00、31/12/1985、文本的序列号、1985年六月、全角横线、1985 . 6、1985.06.00',
      people: told(people, 'id', 'birth', 'enteredOn'),
    },
    bytes: xlsx({
      name: '名单',
      rows: staffSheet(people, [
        column.number,
        ['单位', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['出生年月', (one, at) => written(one.birth, at)],
        ['身份证号', (one) => one.id],
        ['编制', (one) => one.category],
        ['入编时间', (one, at) => written(one.entered, at + 4)],
      ]),
    }),
  }
}

function shortValues(): Case {
  const people = roster(229, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
  ])
  const study: Record<string, string> = {
    大学本科: '本科/学士',
    硕士研究生: '研究生/硕士',
    大学专科: '大专',
    中等专科: '中专',
  }
  return {
    truth: {
      case: 'D29-BIFF5 缩写的值',
      file: 'D29-BIFF5缩写的值.xls',
      about: 'Excel 95 的 .xls；性别 M/F，民族“汉”，学历“本科/学士”，政治面貌“党员（2003.6）”，编制“行政”“事业”',
      people: told(people, 'sex', 'id', 'education', 'politicalStatus'),
    },
    bytes: oldXls({
      name: 'Sheet1',
      rows: staffSheet(people, [
        column.number,
        ['部门', (one) => one.unit],
        ['姓名', (one) => one.name],
        ['性别', (one) => (one.sex === '男' ? 'M' : 'F')],
        ['民族', (one) => one.nation.replace('族', '')],
        [
          '政治面貌',
          (one) =>
            one.party === null ? one.politics : `党员（${one.party.slice(0, 4)}.${Number(one.party.slice(5))}）`,
        ],
        ['学历/学位', (one) => study[one.education] ?? one.education],
        ['编制', (one) => one.category.replace('编制', '')],
        ['身份证号', (one) => one.id],
      ]),
    }),
  }
}

function quotasInWords(): Case {
  return {
    truth: {
      case: 'D30-编制数带说明两行一机构',
      file: 'D30-编制数带说明两行一机构.xlsx',
      about: '机构纵向合并，行政、事业各一行；编制数写“8（其中领导3）”“5名”“—”；有实有数、空编两列和合计',
      people: [],
      quotas: [
        { unit: '党政综合办公室', category: '行政编制', quota: 8 },
        { unit: '平安建设办公室', category: '行政编制', quota: 5 },
        { unit: '平安建设办公室', category: '事业编制', quota: 2 },
        { unit: '便民服务中心', category: '事业编制', quota: 6 },
      ],
    },
    bytes: xlsx({
      name: '编制核定',
      merges: ['A1:E1', 'A3:A4', 'A5:A6', 'A7:A8', 'A9:B9'],
      rows: [
        ['云溪乡机构编制核定情况（云编办〔2019〕12号）'],
        ['机构', '编制类别', '核定编制数', '实有人数', '空编'],
        ['党政综合办公室', '行政', '8（其中领导3）', 6, 2],
        [null, '事业', '—', 0, 0],
        ['平安建设办公室', '行政', '5名', 4, 1],
        [null, '事业', '2名', 2, 0],
        ['便民服务中心', '行政', 0, 0, 0],
        [null, '事业', '6（含工勤1）', 5, 1],
        ['合　计', null, 21, 17, 4],
      ],
    }),
  }
}

export const freshCarrierCases: readonly (() => Case)[] = [
  spacedText,
  quotedLines,
  nestedPage,
  repeatedCells,
  strangeDates,
  shortValues,
  quotasInWords,
]
