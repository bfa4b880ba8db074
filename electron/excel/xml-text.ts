/* The little of XML that editing a workbook's parts in place needs: attributes, entities, names with any prefix. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of an attribute or element as it is meant. */
export function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Text as element content or attribute value. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/**
 * Text of a cell: what XML cannot carry is left out, and what a spreadsheet would read as a coded character (_x000D_) is written so that it is not.
 */
export function escapeCellText(text: string): string {
  const carried = Array.from(text.toWellFormed()).filter((character) => character >= ' ' || character === '\n' || character === '\t').join('').replaceAll(/[\uFFFE\uFFFF]/g, '')
  return escapeXml(carried.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'))
}

/** An attribute's value; undefined where the tag has none of that name. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found === null ? undefined : unescapeXml(found[1] ?? found[2] ?? '')
}

/** The attributes with one set (or, with null, taken out); the others keep their places. */
export function withAttribute(attributes: string, name: string, value: string | number | null): string {
  const own = new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
  const text = value === null ? '' : `${name}="${escapeXml(String(value))}"`
  if (own.test(attributes)) return attributes.replace(own, (_, blank: string) => (value === null ? '' : `${blank}${text}`))
  return value === null ? attributes : `${attributes.trimEnd()} ${text}`
}

/** Every element of a name, whatever its prefix: its tag's attributes and what is in it. Elements of one name must not lie in one another. */
export function elements(xml: string, name: string): readonly { readonly attributes: string; readonly inner: string; readonly at: number; readonly whole: string }[] {
  return [...xml.matchAll(elementPattern(name))].map((match) => ({ attributes: match[1] ?? '', inner: match[2] ?? '', at: match.index, whole: match[0] }))
}

/** Finds `<x:name attributes/>` and `<name attributes>inner</name>`. */
export function elementPattern(name: string): RegExp {
  return new RegExp(`<(?:[\\w.-]+:)?${name}((?:\\s[^<>]*?)?)(?:/>|>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}\\s*>)`, 'g')
}
