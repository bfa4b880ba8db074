import { FormRefusal } from './form-refusal.ts'

/*
 * A strict reader for the small XML of a 任免审批表. It goes once from left to right, keeps where everything stands so that a field can be
 * replaced in place, and knows nothing of document types, entities or other files: a file that uses them is refused.
 */

export interface XmlElement {
  readonly name: string
  /** UTF-16 positions: of `<`, of the content, and past the closing `>`. A self-closing element has its content at its end. */
  readonly start: number
  readonly contentStart: number
  readonly contentEnd: number
  readonly end: number
  readonly selfClosing: boolean
  readonly children: readonly XmlElement[]
  /** Its own text, references resolved, CDATA taken in; comments and children left out. */
  readonly text: string
}

interface OpenElement {
  readonly name: string
  readonly start: number
  readonly contentStart: number
  readonly children: XmlElement[]
  readonly texts: string[]
}

const MAX_ELEMENTS = 5_000
const MAX_DEPTH = 20
const MAX_ATTRIBUTES = 40

/** The root element. @throws FormRefusal `lrmx_unsafe` for document types, entities and style sheets, `lrmx_damaged` for what is no whole XML. */
export function readXml(source: string): XmlElement {
  refuseForbiddenCharacters(source)
  const open: OpenElement[] = []
  let root: XmlElement | null = null
  let count = 0
  let place = 0
  while (place < source.length) {
    const next = source.indexOf('<', place)
    const text = source.slice(place, next === -1 ? source.length : next)
    const inside = open.at(-1)
    if (inside !== undefined) inside.texts.push(resolveText(text))
    else if (text.trim() !== '') throw damaged(root === null ? '开头不是 XML' : '结尾之后还有内容')
    if (next === -1) break
    if (source.startsWith('<!--', next)) place = after(source, '-->', next + 4, '注释没有结束')
    else if (source.startsWith('<![CDATA[', next)) {
      if (inside === undefined) throw damaged('CDATA 不在元素里')
      place = after(source, ']]>', next + 9, 'CDATA 没有结束')
      inside.texts.push(unifyLines(source.slice(next + 9, place - 3)))
    } else if (source.startsWith('<!', next)) throw new FormRefusal('lrmx_unsafe', declarationProblem(source, next))
    else if (source.startsWith('<?', next)) {
      if (/^<\?xml-stylesheet/i.test(source.slice(next, next + 20)))
        throw new FormRefusal('lrmx_unsafe', '引用外部样式表（xml-stylesheet）')
      place = after(source, '?>', next + 2, '处理指令没有结束')
    } else if (source.startsWith('</', next)) {
      const end = after(source, '>', next + 2, '结束标记没有写完')
      const name = source.slice(next + 2, end - 1).trimEnd()
      const closing = open.pop()
      if (closing === undefined || closing.name !== name)
        throw damaged(`</${shown(name)}> 与开始标记${closing === undefined ? '' : ` <${shown(closing.name)}>`}不成对`)
      const element = {
        name,
        start: closing.start,
        contentStart: closing.contentStart,
        contentEnd: next,
        end,
        selfClosing: false,
        children: closing.children,
        text: closing.texts.join(''),
      }
      const parent = open.at(-1)
      if (parent === undefined) root = element
      else parent.children.push(element)
      place = end
    } else {
      if (root !== null) throw damaged('有两个根元素')
      count += 1
      if (count > MAX_ELEMENTS) throw damaged(`元素超过 ${MAX_ELEMENTS} 个`)
      const tag = readStartTag(source, next)
      place = tag.end
      if (tag.selfClosing) {
        const element = {
          name: tag.name,
          start: next,
          contentStart: tag.end,
          contentEnd: tag.end,
          end: tag.end,
          selfClosing: true,
          children: [],
          text: '',
        }
        if (inside === undefined) root = element
        else inside.children.push(element)
      } else {
        if (open.length >= MAX_DEPTH) throw damaged(`嵌套超过 ${MAX_DEPTH} 层`)
        open.push({ name: tag.name, start: next, contentStart: tag.end, children: [], texts: [] })
      }
    }
  }
  const unfinished = open.at(-1)
  if (unfinished !== undefined) throw damaged(`<${shown(unfinished.name)}> 没有结束，文件可能没有传完`)
  if (root === null) throw damaged('里面没有内容')
  return root
}

interface StartTag {
  readonly name: string
  readonly end: number
  readonly selfClosing: boolean
}

const NAME_START = /[\p{L}_:]/u
const NAME = /^[\p{L}_:][\p{L}\p{N}_:.\-·]*$/u
const MAX_NAME = 120

function readStartTag(source: string, start: number): StartTag {
  if (!NAME_START.test(source.charAt(start + 1))) throw damaged('“<”后面不是元素名')
  let place = start + 1
  while (place < source.length && !/[\s/>=<]/.test(source.charAt(place))) place += 1
  const name = source.slice(start + 1, place)
  if (name.length > MAX_NAME || !NAME.test(name)) throw damaged(`元素名“${shown(name)}”不对`)
  const attributes = new Set<string>()
  for (;;) {
    const blanksFrom = place
    place = skipBlanks(source, place)
    const character = source.charAt(place)
    if (character === '>') return { name, end: place + 1, selfClosing: false }
    if (character === '/' && source.charAt(place + 1) === '>') return { name, end: place + 2, selfClosing: true }
    if (character === '') throw damaged(`<${shown(name)}> 没有写完，文件可能没有传完`)
    if (place === blanksFrom) throw damaged(`<${shown(name)}> 的属性写得不对`)
    const equals = source.indexOf('=', place)
    const attribute = equals === -1 || equals - place > MAX_NAME ? '' : source.slice(place, equals).trim()
    if (!NAME.test(attribute) || attributes.has(attribute) || attributes.size >= MAX_ATTRIBUTES)
      throw damaged(`<${shown(name)}> 的属性写得不对`)
    attributes.add(attribute)
    const quoteAt = skipBlanks(source, equals + 1)
    const quote = source.charAt(quoteAt)
    if (quote !== '"' && quote !== "'") throw damaged(`<${shown(name)}> 的属性没有加引号`)
    place = after(source, quote, quoteAt + 1, `<${shown(name)}> 的属性没有写完`)
    const value = source.slice(quoteAt + 1, place - 1)
    if (value.includes('<')) throw damaged(`<${shown(name)}> 的属性里有“<”`)
    resolveText(value)
  }
}

function skipBlanks(source: string, from: number): number {
  let place = from
  while (/\s/.test(source.charAt(place)) && place < source.length) place += 1
  return place
}

/** Position past the mark. @throws FormRefusal where it does not come. */
function after(source: string, mark: string, from: number, problem: string): number {
  const found = source.indexOf(mark, from)
  if (found === -1) throw damaged(`${problem}，文件可能没有传完`)
  return found + mark.length
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its references resolved and its line ends one character. @throws FormRefusal for an entity the file would have to define. */
function resolveText(text: string): string {
  const plain = unifyLines(text)
  if (!plain.includes('&')) return plain
  return plain.replaceAll(/&([^;&\s]{0,12});|&/g, (whole, name: string | undefined) => {
    if (name === undefined) throw damaged('“&”没有写成 &amp;')
    if (name.startsWith('#')) return characterOf(name, whole)
    const value = PREDEFINED[name]
    if (value === undefined) throw new FormRefusal('lrmx_unsafe', `引用实体（${whole}）`)
    return value
  })
}

function characterOf(name: string, whole: string): string {
  const code = /^#x[\da-f]{1,6}$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#\d{1,7}$/.test(name)
      ? Number(name.slice(1))
      : -1
  const known =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0x10ffff)
  if (!known) throw damaged(`字符“${whole}”不对`)
  return String.fromCodePoint(code)
}

function unifyLines(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

/** What XML 1.0 has no character for: the sign of another kind of file. */
function refuseForbiddenCharacters(source: string): void {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(source)) throw damaged('里面有不能显示的字符')
}

function declarationProblem(source: string, at: number): string {
  const word = /^<!(\w{0,12})/.exec(source.slice(at, at + 16))?.[1] ?? ''
  return `自定义文档类型或实体（<!${word}）`
}

function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name
}

function damaged(problem: string): FormRefusal {
  return new FormRefusal('lrmx_damaged', problem)
}
