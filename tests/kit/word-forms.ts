import { zipOf } from '../fixtures/zip.ts'

/* Letters with tables to be filled, as an office program writes them: the least that opens. */

export interface LetterCell {
  readonly text?: string
  readonly span?: number
  readonly merge?: 'restart' | 'continue'
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const LOOK = '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="24"/></w:rPr>'
const run = (text: string) => `<w:r>${LOOK}<w:t xml:space="preserve">${text}</w:t></w:r>`

function cell({ text = '', span, merge }: LetterCell): string {
  const properties = [
    '<w:tcW w:w="1400" w:type="dxa"/>',
    span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`,
    merge === undefined ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
  ].join('')
  return (
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p w14:paraId="1A2B3C4D"><w:pPr><w:jc w:val="center"/>` +
    `${LOOK}</w:pPr>${text === '' ? '' : run(text)}</w:p></w:tc>`
  )
}

const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')

function table(rows: readonly (readonly LetterCell[])[]): string {
  const grid = Math.max(...rows.map((row) => row.reduce((sum, { span = 1 }) => sum + span, 0)))
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${'<w:gridCol w:w="1400"/>'.repeat(grid)}</w:tblGrid>` +
    `${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
  )
}

/** A letter of titles and tables in turn; a text is a paragraph. */
export function letterOf(parts: readonly (string | readonly (readonly LetterCell[])[])[]): Buffer {
  const body = parts
    .map((part) =>
      typeof part === 'string' ? `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(part)}</w:p>` : table(part),
    )
    .join('')
  return zipOf([
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0" encoding="UTF-8"?><Types ' +
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ' +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default ' +
        'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ' +
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
        '</Types>',
    },
    {
      name: '_rels/.rels',
      content:
        '<?xml version="1.0" encoding="UTF-8"?><Relationships ' +
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
        'Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}<w:p/><w:sectPr/></w:body></w:document>`,
    },
  ])
}

const row = (...texts: readonly string[]): readonly LetterCell[] => texts.map((text) => ({ text }))

/** A 登记表: 照片 merged down, 单位及职务 merged across. */
export const letterCard = (): Buffer =>
  letterOf([
    '干部登记表',
    [
      [...row('姓名', '', '性别', '', '出生年月', ''), { text: '照片', merge: 'restart' }],
      [...row('民族', '', '政治面貌', '', '学历', ''), { merge: 'continue' }],
      [{ text: '单位及职务' }, { span: 3 }, { text: '编制类型' }, {}, { merge: 'continue' }],
      [{ text: '身份证号码' }, { span: 6 }],
    ],
  ])

/** A list with two blank rows. */
export const letterList = (): Buffer =>
  letterOf([
    '事业人员名册',
    [row('序号', '姓名', '单位', '职务'), row('', '', '', ''), row('', '', '', '')],
    '填表人：',
  ])

/** Numbers printed in two rows, and a 合计 below them. */
export const letterNumbered = (): Buffer =>
  letterOf([
    '单位编制情况',
    [row('序号', '单位名称', '核定编制数'), row('1', '', ''), row('2', '', ''), row('合计', '', '')],
  ])
