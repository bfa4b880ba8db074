import { CFB } from 'xlsx'
import type { Dice } from '../kit/dice.ts'
import { zip } from '../cases/kit/zip.ts'

/* Files that are almost workbooks: bytes turned over, parts cut, doubled, nested, and words that mean something to a program. */

const HOSTILE = [
  '__proto__',
  'constructor',
  'prototype',
  'A1:XFD1048576',
  '99999999999999999999',
  '-1',
  '../../etc/passwd',
  '=cmd|calc!A0',
  '\u0000',
  '&a;&a;&a;&a;',
  '<script>1</script>',
  'javascript:1',
]

/** One mutated copy; the same for the same dice. */
export function mutateFile(bytes: Uint8Array, dice: Dice): Buffer {
  const file = Buffer.from(bytes)
  const isZip = file.subarray(0, 2).toString('latin1') === 'PK'
  if (isZip && dice.chance(0.6)) return mutatePart(file, dice)
  if (!isZip && file.subarray(0, 4).toString('hex') !== 'd0cf11e0' && dice.chance(0.6))
    return Buffer.from(mutateText(file.toString('latin1'), dice), 'latin1')
  return mutateBytes(file, dice)
}

function mutateBytes(file: Buffer, dice: Dice): Buffer {
  const at = dice.below(file.length)
  const length = 1 + dice.below(Math.max(1, Math.min(2000, file.length - at)))
  switch (dice.below(5)) {
    case 0: {
      const changed = Buffer.from(file)
      for (let count = 1 + dice.below(40); count > 0; count -= 1) changed[dice.below(file.length)] = dice.below(256)
      return changed
    }
    case 1:
      return file.subarray(0, at)
    case 2:
      return Buffer.concat([file.subarray(0, at), file.subarray(at + length)])
    case 3:
      return Buffer.concat([file.subarray(0, at + length), file.subarray(at)])
    default:
      return Buffer.concat([file.subarray(0, at), Buffer.alloc(length, dice.below(256)), file.subarray(at)])
  }
}

/** A part of the package is changed and the package made whole again, so that the reader goes on to read it. */
function mutatePart(file: Buffer, dice: Dice): Buffer {
  const read = CFB.read(file, { type: 'buffer' })
  const parts: Record<string, Uint8Array> = {}
  read.FullPaths.forEach((path: string, at: number) => {
    const content = read.FileIndex[at]?.content
    const name = path.replace(/^Root Entry\//, '')
    if (content !== undefined && !path.endsWith('/') && name !== '\u0001Sh33tJ5')
      parts[name] = Buffer.from(content as Uint8Array)
  })
  const name = dice.pick(Object.keys(parts)) ?? ''
  const part = Buffer.from(parts[name] ?? '')
  const changed = /\.(?:xml|rels|vml)$/i.test(name)
    ? Buffer.from(mutateText(part.toString('utf8'), dice))
    : mutateBytes(part, dice)
  const way = dice.below(10)
  if (way === 0) delete parts[name]
  else parts[way === 1 ? `${name}__proto__` : name] = changed
  return zip(parts)
}

function mutateText(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1)
  const tags = [...text.matchAll(/<[^>]{1,200}>/g)]
  const tag = dice.pick(tags)
  const [begin, own] = [tag?.index ?? at, tag?.[0] ?? '']
  const hostile = dice.pick(HOSTILE) ?? ''
  switch (dice.below(8)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + hostile + text.slice(at)
    case 2:
      return text.slice(0, begin) + own.repeat(2 + dice.below(3000)) + text.slice(begin)
    case 3:
      return text.slice(0, begin) + text.slice(begin + own.length)
    case 4:
      return text.slice(0, begin) + own.replace(/"[^"]*"/, `"${hostile}"`) + text.slice(begin + own.length)
    case 5:
      return text.slice(0, begin) + own.replace(/\d+/, '4294967295') + text.slice(begin + own.length)
    case 6:
      return text.replaceAll(/(?<=[">])\d{1,3}(?=["<])/g, () => (dice.chance(0.1) ? '1048577' : '2'))
    default:
      return text.slice(0, at) + text.slice(at, at + dice.below(4000)).repeat(1 + dice.below(20)) + text.slice(at)
  }
}
