import { attributesOf } from './xml-tokens.ts'

/* The little of XML that editing a workbook's parts in place needs: attributes, entities, names with any prefix. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of an attribute or element as it is meant. */
export function unescapeXml(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

/** Text as element content or attribute value. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/**
 * Text of a cell: what XML cannot carry is left out, and what a spreadsheet would read as a coded character (_x000D_) is written so that it is not.
 */
export function escapeCellText(text: string): string {
  const carried = Array.from(text.toWellFormed())
    .filter((character) => character >= ' ' || character === '\n' || character === '\t')
    .join('')
    .replaceAll(/[\uFFFE\uFFFF]/g, '')
  return escapeXml(carried.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'))
}

/** An attribute's value; undefined where the tag has none of that name. `(?:[\w.-]+:)?id` asks for one with any prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const wanted = /^[\w.-]+$/u.test(name) ? null : new RegExp(`^(?:${name})$`, 'u')
  const found = attributesOf(attributes).find((one) => (wanted === null ? one.name === name : wanted.test(one.name)))
  return found === undefined ? undefined : unescapeXml(found.raw)
}

/** The attributes with one set (or, with null, taken out); the others keep their places. */
export function withAttribute(attributes: string, name: string, value: string | number | null): string {
  const text = value === null ? '' : `${name}="${escapeXml(String(value))}"`
  const own = attributesOf(attributes).find((one) => one.name === name)
  if (own === undefined) return value === null ? attributes : `${attributes.trimEnd()} ${text}`
  // With the attribute goes the blank before it.
  const from = value === null ? attributes.slice(0, own.start).trimEnd().length : own.start
  return attributes.slice(0, from) + text + attributes.slice(own.end)
}

export { elements, replaceElements, rewrite } from './xml-tokens.ts'
