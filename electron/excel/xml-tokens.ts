/*
 * A small strict reader of XML that says where everything stands, so that a part is edited in place and every other character stays. Comments,
 * processing instructions and CDATA are passed over; quotation marks hide what is in them; what is not well-formed is refused.
 */

export interface XmlTag {
  /** Without its prefix. */
  readonly name: string
  /** With its colon, or ''. */
  readonly prefix: string
  readonly kind: 'open' | 'close' | 'empty'
  /** Where its < stands, and where the text after its > begins. */
  readonly start: number
  readonly end: number
  /** What stands between the name and the end of the tag, blanks included. */
  readonly attributes: string
}

export class MalformedXml extends Error {}

const NAME = /[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?/uy
const LESS = 60
const GREATER = 62
const SLASH = 47
const QUOTE = 34
const APOSTROPHE = 39

/** The next tag at or after a place; null where there is none. */
export function nextTag(xml: string, from: number): XmlTag | null {
  let at = from
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return null
    const skipped = skip(xml, start)
    if (skipped === null) return readTag(xml, start)
    at = skipped
  }
}

/** Behind a comment, an instruction or CDATA that begins here; null for a tag. */
function skip(xml: string, start: number): number | null {
  const next = xml.charCodeAt(start + 1)
  if (next !== 33 && next !== 63) return null
  const [open, close] = xml.startsWith('<!--', start)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', start)
      ? ['<![CDATA[', ']]>']
      : next === 63
        ? ['<?', '?>']
        : ['', '']
  const end = close === '' ? -1 : xml.indexOf(close, start + open.length)
  if (end < 0) throw new MalformedXml(`at ${start}`)
  return end + close.length
}

function readTag(xml: string, start: number): XmlTag {
  const closing = xml.charCodeAt(start + 1) === SLASH
  NAME.lastIndex = start + (closing ? 2 : 1)
  const whole = NAME.exec(xml)?.[0]
  if (whole === undefined) throw new MalformedXml(`no name at ${start}`)
  const from = NAME.lastIndex
  let at = from
  for (;;) {
    const code = xml.charCodeAt(at)
    if (code === GREATER) break
    if (code === QUOTE || code === APOSTROPHE) {
      const end = xml.indexOf(code === QUOTE ? '"' : "'", at + 1)
      if (end < 0) throw new MalformedXml(`open quotation at ${at}`)
      at = end + 1
    } else if (Number.isNaN(code) || code === LESS) throw new MalformedXml(`open tag at ${start}`)
    else at += 1
  }
  const empty = !closing && xml.charCodeAt(at - 1) === SLASH
  const colon = whole.indexOf(':')
  return {
    name: whole.slice(colon + 1),
    prefix: whole.slice(0, colon + 1),
    kind: closing ? 'close' : empty ? 'empty' : 'open',
    start,
    end: at + 1,
    attributes: xml.slice(from, empty ? at - 1 : at),
  }
}

export interface XmlElement {
  readonly prefix: string
  readonly attributes: string
  readonly inner: string
  readonly at: number
  readonly whole: string
}

/** Where the element that a tag opens ends: the tag that closes it. @throws MalformedXml where nothing does. */
function closingTag(xml: string, open: XmlTag): XmlTag {
  let depth = 1
  let at = open.end
  for (;;) {
    const tag = nextTag(xml, at)
    if (tag === null) throw new MalformedXml(`${open.name} is not closed`)
    at = tag.end
    if (tag.name !== open.name || tag.kind === 'empty') continue
    depth += tag.kind === 'open' ? 1 : -1
    if (depth === 0) return tag
  }
}

/** Every element of a name, whatever its prefix; those inside one another are part of the outer one. */
export function elements(xml: string, name: string): readonly XmlElement[] {
  // Most parts do not hold it at all.
  if (!xml.includes(name)) return []
  const found: XmlElement[] = []
  let at = 0
  for (;;) {
    const tag = nextTag(xml, at)
    if (tag === null) return found
    at = tag.end
    if (tag.name !== name || tag.kind === 'close') continue
    const close = tag.kind === 'open' ? closingTag(xml, tag) : null
    at = close?.end ?? tag.end
    found.push({
      prefix: tag.prefix,
      attributes: tag.attributes,
      inner: close === null ? '' : xml.slice(tag.end, close.start),
      at: tag.start,
      whole: xml.slice(tag.start, at),
    })
  }
}

/** The XML with every element of a name given way to another text. */
export function replaceElements(xml: string, name: string, change: (element: XmlElement) => string): string {
  let made = ''
  let at = 0
  for (const element of elements(xml, name)) {
    made += xml.slice(at, element.at) + change(element)
    at = element.at + element.whole.length
  }
  return made + xml.slice(at)
}

export interface XmlEdits {
  /** Other attributes for a tag; the same text leaves it as it is. */
  readonly tag?: (tag: XmlTag) => string
  /** Another text (escaped) for what stands right inside an element; asked for elements that hold text alone. */
  readonly text?: (text: string, element: XmlTag) => string
}

/** The XML with attributes and texts changed, every other character as it was. */
export function rewrite(xml: string, edits: XmlEdits): string {
  let made = ''
  let copied = 0
  let open: XmlTag | null = null
  let at = 0
  for (;;) {
    const tag = nextTag(xml, at)
    if (tag === null) return made + xml.slice(copied)
    if (tag.kind === 'close' && open !== null && open.name === tag.name && edits.text !== undefined) {
      const text = xml.slice(open.end, tag.start)
      const changed = edits.text(text, open)
      if (changed !== text) {
        made += xml.slice(copied, open.end) + changed
        copied = tag.start
      }
    }
    if (tag.kind !== 'close' && edits.tag !== undefined) {
      const changed = edits.tag(tag)
      if (changed !== tag.attributes) {
        const name = `<${tag.prefix}${tag.name}`
        made += `${xml.slice(copied, tag.start)}${name}${spaced(changed)}`
        copied = tag.end - (tag.kind === 'empty' ? 2 : 1)
      }
    }
    open = tag.kind === 'open' ? tag : null
    at = tag.end
  }
}

function spaced(attributes: string): string {
  return attributes === '' || /^\s/u.test(attributes) ? attributes : ` ${attributes}`
}

/** Reads a whole part once. @throws MalformedXml unless every tag is closed in its order and every attribute is quoted and stands once. */
export function assertWellFormed(xml: string): void {
  const open: string[] = []
  let at = 0
  let roots = 0
  for (;;) {
    const tag = nextTag(xml, at)
    if (tag === null) break
    at = tag.end
    const name = tag.prefix + tag.name
    if (tag.kind === 'close') {
      if (open.pop() !== name) throw new MalformedXml(`</${name}> closes nothing`)
      continue
    }
    checkAttributes(tag)
    if (open.length === 0) roots += 1
    if (tag.kind === 'open') open.push(name)
  }
  if (open.length > 0 || roots !== 1) throw new MalformedXml(open.at(-1) ?? 'no root')
}

const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy

function checkAttributes({ attributes, name }: XmlTag): void {
  const seen = new Set<string>()
  const text = attributes.trimEnd()
  ATTRIBUTE.lastIndex = 0
  while (ATTRIBUTE.lastIndex < text.length) {
    const own = ATTRIBUTE.exec(text)?.[1]
    if (own === undefined || seen.has(own)) throw new MalformedXml(`attributes of ${name}`)
    seen.add(own)
  }
}

export interface XmlAttribute {
  readonly name: string
  /** As it stands, entities and all. */
  readonly raw: string
  readonly start: number
  readonly end: number
}

const LOOSE = /\s*([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/uy

/** The attributes of a tag with where they stand in its text. */
export function attributesOf(text: string): readonly XmlAttribute[] {
  const found: XmlAttribute[] = []
  LOOSE.lastIndex = 0
  for (let match = LOOSE.exec(text); match !== null; match = LOOSE.exec(text)) {
    const [whole, name = '', double, single] = match
    const start = match.index + whole.search(/\S/u)
    found.push({ name, raw: double ?? single ?? '', start, end: LOOSE.lastIndex })
  }
  return found
}
