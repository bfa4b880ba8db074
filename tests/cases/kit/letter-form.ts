import { escaped } from './write-files.ts'
import { zip } from './zip.ts'

/* A blank form as a letter (.docx): paragraphs and tables. */

export type LetterPart =
  | { readonly text: string }
  | {
      /** "*3text" spans three columns; the cells it covers are written as ''. */
      readonly rows: readonly (readonly string[])[]
      /** Columns merged down, by column: their rows in turn, the first begins. */
      readonly down?: Readonly<Record<number, readonly number[]>>
    }

const paragraph = (text: string) =>
  '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>' +
  (text === ''
    ? ''
    : `<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`) +
  '</w:p>'

function table({ rows, down = {} }: Extract<LetterPart, { readonly rows: unknown }>): string {
  const width = Math.max(...rows.map((row) => row.length))
  const lines = rows.map((row, r) => {
    let skip = 0
    const cells = row.map((text, c) => {
      if (skip > 0) {
        skip -= 1
        return ''
      }
      const found = /^\*(\d)(.*)$/su.exec(text)
      const span = found === null ? 1 : Number(found[1])
      skip = span - 1
      const merged =
        down[c]?.includes(r) === true ? (down[c]?.[0] === r ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : ''
      const properties = `<w:tcPr><w:tcW w:w="${1300 * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merged}</w:tcPr>`
      return `<w:tc>${properties}${paragraph(found === null ? text : (found[2] ?? ''))}</w:tc>`
    })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return (
    '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom ' +
    'w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/>' +
    `</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1300"/>'.repeat(width)}</w:tblGrid>` +
    `${lines.join('')}</w:tbl>`
  )
}

export function letterForm(parts: readonly LetterPart[]): Buffer {
  const body = parts.map((part) => ('text' in part ? paragraph(part.text) : table(part))).join('')
  return zip({
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types ' +
      'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ' +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default ' +
      'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
      '</Types>',
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships ' +
      'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
      'Target="word/document.xml"/></Relationships>',
    'word/document.xml':
      '<?xml version="1.0" encoding="UTF-8"?><w:document ' +
      `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}` +
      '<w:sectPr/></w:body></w:document>',
  })
}
