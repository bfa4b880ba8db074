import { describe, expect, it } from 'vitest'
import { readSheetXml, writeSheetXml } from '../../electron/excel/sheet-xml.ts'
import { attribute, withAttribute } from '../../electron/excel/xml-text.ts'
import { assertWellFormed, elements, MalformedXml, rewrite } from '../../electron/excel/xml-tokens.ts'

/* Parts of a workbook are read where they stand: what is hidden in quotation marks and comments is no markup. */

const sheet = (rows: string, dimension = 'A1:B2') =>
  `<?xml version="1.0"?><worksheet xmlns="m" xmlns:x="n"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData><pageMargins left="0.7"/></worksheet>`

describe('reading', () => {
  it('a > in an attribute ends no tag, a row in a comment is none', () => {
    const xml = sheet(`<row r="1" x:note="a>b"><c r="A1" t="s"><v>0</v></c></row><!-- <row r="9"/> --><row r='2'/>`)
    const read = readSheetXml(xml)
    expect(read.rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [1, 1],
      [2, 0],
    ])
    const changed = writeSheetXml({ ...read, rows: read.rows.map((row) => ({ ...row, raw: null })) })
    assertWellFormed(changed)
    expect(changed).toContain('x:note="a>b"')
  })

  it('an attribute is not looked for inside the value of another', () => {
    const attributes = ` note="x r='B7'" r="A1"`
    expect(attribute(attributes, 'r')).toBe('A1')
    expect(withAttribute(attributes, 'r', 'A2')).toBe(` note="x r='B7'" r="A2"`)
  })

  it('elements of one name inside one another are one, CDATA holds none', () =>
    expect(elements('<a><b><b/></b><![CDATA[<b>]]><b/></a>', 'b').map(({ inner }) => inner)).toEqual(['<b/>', '']))

  it('attributes and texts change, every other character stays', () =>
    expect(
      rewrite(`<a  q='1'><b>x</b><!--<b>x</b>--><c ref = "A1" /></a>`, {
        tag: ({ name, attributes }) => (name === 'c' ? withAttribute(attributes, 'ref', 'A9') : attributes),
        text: (text, { name }) => (name === 'b' ? 'y' : text),
      }),
    ).toBe(`<a  q='1'><b>y</b><!--<b>x</b>--><c ref="A9" /></a>`))
})

it.each(['<a><b></a></b>', '<a', '<a x=1/>', '<a x="1" x="2"/>', '<a/><b/>', '<a><!-- </a>', '<a x="<"/>', ''])(
  'what is not well-formed is refused: %s',
  (xml) => expect(() => assertWellFormed(xml)).toThrow(MalformedXml),
)

it('the used area covers what was written, and never shrinks', () => {
  const read = readSheetXml(sheet('<row r="1"><c r="A1"/></row>', 'A1:F2'))
  const row = { row: 30, attributes: '', cells: [{ column: 7, attributes: '', inner: '' }], raw: null }
  expect(writeSheetXml({ ...read, rows: [...read.rows, row] })).toContain('<dimension ref="A1:H30"/>')
  expect(writeSheetXml(read)).toContain('<dimension ref="A1:F2"/>')
})
