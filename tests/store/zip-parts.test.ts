import { randomBytes } from 'node:crypto'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zipParts } from '../../electron/store/county/zip-parts.ts'

const MUCH = 1024 * 1024
const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8'))
const bytesOf = (content: string) => new Uint8Array(Buffer.from(content))
const zip = zipSync({ '说明.txt': bytesOf('上报'), 'a.jsonl': bytesOf('x'.repeat(5000)), 'empty.jsonl': bytesOf('') })

describe('a package read part by part', () => {
  it('gives each part by its name, packed or not, an empty one too', () => {
    const stored = zipSync({ 'a.jsonl': bytesOf('甲') }, { level: 0 })
    expect(text(zipParts(stored, MUCH).read('a.jsonl'))).toBe('甲')
    const parts = zipParts(zip, MUCH)
    expect(['说明.txt', 'a.jsonl', 'empty.jsonl', 'none'].map((name) => text(parts.read(name)))).toEqual([
      '上报',
      'x'.repeat(5000),
      '',
      undefined,
    ])
  })

  it('reads one in the middle of other bytes', () => {
    const wide = new Uint8Array(zip.length + 20)
    wide.set(zip, 10)
    expect(text(zipParts(wide.subarray(10, 10 + zip.length), MUCH).read('说明.txt'))).toBe('上报')
  })

  it('unpacks no more than it may, all parts together', () => {
    const parts = zipParts(zip, 5003)
    expect(text(parts.read('a.jsonl'))).toHaveLength(5000)
    expect(parts.read('说明.txt')).toBeUndefined()
    expect(text(parts.read('empty.jsonl'))).toBe('')
  })

  it('does not believe a size: more than is claimed is refused, and less', () => {
    for (const claimed of [4999, 5001, 0]) {
      const lied = Buffer.from(zip)
      lied.writeUInt32LE(claimed, lied.indexOf('a.jsonl', lied.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))) - 46 + 24)
      expect(() => zipParts(lied, MUCH).read('a.jsonl')).toThrow()
    }
  })

  it('cut anywhere, it is not whole; noise is no zip', () => {
    for (let length = 0; length < zip.length; length += 1)
      expect(() => zipParts(zip.subarray(0, length), MUCH)).toThrow()
    for (let turn = 0; turn < 50; turn += 1) expect(() => zipParts(randomBytes(300), MUCH)).toThrow()
  })

  it('a changed byte is told or gives other bytes; it never reads past the file', () => {
    for (let at = 0; at < zip.length; at += 1) {
      const changed = Buffer.from(zip)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      const read = () => {
        try {
          return zipParts(changed, MUCH).read('a.jsonl')?.length ?? 0
        } catch (error) {
          return error instanceof Error ? 0 : Number.NaN
        }
      }
      expect(read()).toBeLessThanOrEqual(MUCH)
    }
  })
})
