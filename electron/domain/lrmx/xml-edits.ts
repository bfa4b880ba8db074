import type { XmlElement } from './read-xml.ts'
import type { TextEdit } from './text-encoding.ts'

/* Replacing the text of an element where it stands: its tags, comments, CDATA, blanks and line ends stay as the file has them. */

/** Text that may stand in an element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The edit that gives an element this text. */
export function setText(source: string, element: XmlElement, text: string): TextEdit {
  if (element.selfClosing) {
    const tag = source.slice(element.start, element.end).replace(/\s*\/>$/, '>')
    return {
      start: element.start,
      end: element.end,
      text: `${tag}${withLineEnds(escapeXml(text), source, source)}</${element.name}>`,
    }
  }
  const { contentStart: start, contentEnd: end } = element
  const inner = source.slice(start, end)
  const wrapped = /^(\s*)<!\[CDATA\[([\s\S]*?)\]\]>(\s*)$/.exec(inner)
  if (wrapped !== null) {
    const [, before = '', old = '', behind = ''] = wrapped
    const content = withLineEnds(text.replaceAll(']]>', ']]]]><![CDATA[>'), old, source)
    return { start, end, text: `${before}<![CDATA[${content}]]>${behind}` }
  }
  const comments = inner.match(/<!--[\s\S]*?-->/g) ?? []
  const bare = comments.length === 0 && !inner.includes('<![CDATA[') ? inner : ''
  const isBlank = bare.trim() === ''
  const before = isBlank ? '' : (/^\s*/.exec(bare)?.[0] ?? '')
  const behind = isBlank ? '' : (/\s*$/.exec(bare)?.[0] ?? '')
  // Blanks at the ends of several lines belong to them, not to the file's layout.
  const [lead, trail] = text.includes('\n') || element.text.trim().includes('\n') ? ['', ''] : [before, behind]
  return { start, end, text: `${lead}${withLineEnds(escapeXml(text), inner, source)}${trail}${comments.join('')}` }
}

/** Line ends as the old text has them, else as the file. */
function withLineEnds(text: string, old: string, source: string): string {
  const written =
    /&#(?:x[dD]|13);(?:&#(?:x[aA]|10);|\r?\n)/.exec(old)?.[0] ??
    (old.includes('\r\n') || source.includes('\r\n') ? '\r\n' : '\n')
  return text.replaceAll('\n', written)
}

/** What stands between an element and whatever is before it inside its parent. */
export function blanksBefore(source: string, parent: XmlElement, element: XmlElement): string {
  const place = parent.children.indexOf(element)
  const from = place > 0 ? (parent.children[place - 1]?.end ?? parent.contentStart) : parent.contentStart
  const between = source.slice(from, element.start)
  return /[^\s]/.test(between) ? (/\s*$/.exec(between)?.[0] ?? '') : between
}
