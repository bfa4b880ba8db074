import { told, type Case } from './kit/case.ts'
import { roster, type Person } from './kit/people.ts'
import { biff, escaped, serialOf, xlsm, xlsx, type Row } from './kit/write-files.ts'
import { zip } from './kit/zip.ts'

/* C17–C20: macros, Strict and 1904, codes with an example row, a hidden old sheet. */

function macroWords(): Case {
  const words: readonly (readonly [string, string])[] = [
    ['公务员身份', '行政编制'],
    ['行政', '行政编制'],
    ['公务员（行政编）', '行政编制'],
    ['政法专项', '政法专项编制'],
    ['机关工勤人员', '机关工勤编制'],
    ['参公', '事业编制（参公）'],
    ['参照公务员法管理事业', '事业编制（参公）'],
    ['全额拨款事业', '事业编制（全额拨款）'],
    ['全供事业编', '事业编制（全额拨款）'],
    ['差额', '事业编制（差额补贴）'],
    ['差额拨款事业编制', '事业编制（差额补贴）'],
    ['自收自支事业编', '事业编制（自收自支）'],
    ['事业', '事业编制'],
  ]
  const people = roster(117, [
    ['党政综合办公室', '行政编制', 5],
    ['便民服务中心', '事业编制', 4],
    ['文化旅游服务中心', '事业编制', 4],
  ]).map((one, at) => ({ ...one, category: words[at]?.[1] ?? '' }))
  return {
    truth: {
      case: 'C17-编制别名和宏',
      file: 'C17-编制别名和宏.xlsm',
      about: '.xlsm 里带宏（只读单元格）；编制写成公务员身份、参公、全供事业编、差额、机关工勤人员等十三种',
      people: told(people, 'sex', 'id'),
    },
    bytes: xlsm({
      name: '人员',
      rows: [
        ['序号', '部门', '姓名', '性别', '身份证号码', '编制性质'],
        ...people.map((one, at): Row => [at + 1, one.unit, one.name, one.sex, one.id, words[at]?.[0] ?? '']),
      ],
    }),
  }
}

/** Strict OOXML by hand, in the 1904 date system: inline strings, dates as serials and as ISO text. */
function strict1904(): Case {
  const people = roster(118, [
    ['党政综合办公室', '行政编制', 4],
    ['农业农村综合服务中心', '事业编制', 4],
  ])
  const letters = 'ABCDEFGH'
  const text = (value: string, at: number, row: number) =>
    `<c r="${letters[at]}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  const line = (cells: readonly string[], row: number) => `<row r="${row}">${cells.join('')}</row>`
  const header = ['序号', '机构', '姓名', '性别', '身份证号', '编制类型', '出生日期', '入编时间']
  const rows = people.map((one, at) => {
    const row = at + 2
    const birth = `<c r="G${row}" s="1"><v>${serialOf(one.birth, true)}</v></c>`
    const entered =
      at % 2 === 0
        ? `<c r="H${row}" s="1" t="d"><v>${one.entered}-01</v></c>`
        : `<c r="H${row}" s="1"><v>${serialOf(`${one.entered}-01`, true)}</v></c>`
    return line(
      [
        `<c r="A${row}"><v>${at + 1}</v></c>`,
        ...[one.unit, one.name, one.sex, one.id, one.category].map((value, c) => text(value, c + 1, row)),
        birth,
        entered,
      ],
      row,
    )
  })
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
  const relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const rel = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return {
    truth: {
      case: 'C18-严格格式1904',
      file: 'C18-严格格式1904.xlsx',
      about: 'Strict Open XML，1904 日期系统，入编时间一半是 t="d" 的日期',
      people: told(people, 'sex', 'id', 'birth', 'enteredOn'),
    },
    bytes: zip({
      '[Content_Types].xml':
        `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default ` +
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ' +
        `ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ` +
        `ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}` +
        '.styles+xml"/></Types>',
      '_rels/.rels': `${xml}<Relationships ${rel}><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml':
        `${xml}<workbook xmlns="${main}" xmlns:r="${relations}" conformance="strict"><workbookPr ` +
        'date1904="1"/><sheets><sheet name="在编人员" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        `${xml}<Relationships ${rel}><Relationship Id="rId1" Type="${relations}/worksheet" ` +
        `Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" ` +
        'Target="styles.xml"/></Relationships>',
      'xl/styles.xml':
        `${xml}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/>` +
        '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>' +
        '</styleSheet>',
      'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetData>${line(
        header.map((one, at) => text(one, at, 1)),
        1,
      )}${rows.join('')}</sheetData></worksheet>`,
    }),
  }
}

function codesAndExample(): Case {
  const people = roster(119, [
    ['党政综合办公室', '行政编制', 4],
    ['财政所', '事业编制', 4],
  ])
  const sex = (one: Person) => (one.sex === '男' ? '1.男' : '2.女')
  const politics: Readonly<Record<string, string>> = {
    中共党员: '01-中共党员',
    中共预备党员: '02-中共预备党员',
    共青团员: '03-共青团员',
    群众: '13-群众',
  }
  const education: Readonly<Record<string, string>> = {
    硕士研究生: '14-硕士研究生',
    大学本科: '21-大学本科',
    大学专科: '31-大学专科',
    中等专科: '41-中等专科',
  }
  return {
    truth: {
      case: 'C19-代码和示例行',
      file: 'C19-代码和示例行.xls',
      about: '采集表（97-2003）：带*的列名、填写说明一行、示例一行（不是人）；1.男、01-中共党员、21-大学本科、8 位日期',
      people: told(people, 'sex', 'id', 'birth', 'politicalStatus', 'education', 'enteredOn'),
    },
    bytes: biff({
      name: '采集表',
      merges: ['A1:J1'],
      rows: [
        ['机构编制实名制人员信息采集表', ...Array.from({ length: 9 }, () => null)],
        ['序号', '*所在机构', '*姓名', '*性别', '*身份证号', '*出生日期', '政治面貌', '学历', '*编制类别', '*入编时间'],
        [
          '填写说明',
          '填规范全称',
          '与身份证一致',
          '下拉选择',
          '18位',
          '8位数字',
          '下拉选择',
          '下拉选择',
          '下拉选择',
          '8位数字',
        ],
        [
          '示例',
          '××办公室',
          '张三',
          '1.男',
          '36000019800101××××',
          '19800101',
          '01-中共党员',
          '21-大学本科',
          '1-行政编制',
          '20050701',
        ],
        ...people.map((one, at): Row => [
          at + 1,
          one.unit,
          one.name,
          sex(one),
          one.id,
          one.birth.replaceAll('-', ''),
          politics[one.politics] ?? '',
          education[one.education] ?? '',
          one.category === '行政编制' ? '1-行政编制' : '3-事业编制',
          `${one.entered.replace('-', '')}01`,
        ]),
      ],
    }),
  }
}

function hiddenOldSheet(): Case {
  const people = roster(120, [
    ['党政综合办公室', '行政编制', 4],
    ['便民服务中心', '事业编制', 4],
  ])
  const left = roster(920, [['党政综合办公室', '行政编制', 2]])
  const rows = (list: readonly Person[], year: string): readonly Row[] => [
    [`云溪乡人员花名册（${year}）`],
    ['序号', '机构', '姓名', '性别', '身份证号', '编制类型', '职务'],
    ...list.map((one, at): Row => [at + 1, one.unit, one.name, one.sex, one.id, one.category, one.post]),
  ]
  return {
    truth: {
      case: 'C20-隐藏的旧表',
      file: 'C20-隐藏的旧表.xlsx',
      about: '隐藏的工作表里是两年前的名单，有两人已不在：隐藏的表不可不声不响并进来',
      mustAsk: true,
      people: told(people, 'sex', 'id', 'post'),
    },
    bytes: xlsx(
      { name: '2026年', rows: rows(people, '2026年') },
      { name: '2024年', hidden: true, rows: rows([...left, ...people.slice(0, 6)], '2024年') },
    ),
  }
}

export const dialectCases: readonly (() => Case)[] = [macroWords, strict1904, codesAndExample, hiddenOldSheet]
