import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/* One word per thing: what the window says, scanned for the words that have another name here. */

const ROOT = join(import.meta.dirname, '../..')

interface Other {
  readonly found: RegExp
  readonly say: string
}

const OTHERS: readonly Other[] = [
  { found: /(?<!户口|账)簿/u, say: '编制本' },
  { found: /本册/u, say: '编制本' },
  { found: /拟公示/u, say: '拟稿' },
  { found: /上榜/u, say: '上公示名单' },
  { found: /命令行|DINGBIAN_|--[a-z]/u, say: '窗口里怎么做；命令行的写法归命令行说' },
  { found: /操作成功/u, say: '写成了什么' },
]

/** Every literal of a source that has Chinese in it, comments left out. */
function literals(source: string): readonly string[] {
  const plain = source.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '')
  return plain.split('\n').filter((line) => /[\u4e00-\u9fff]/u.test(line))
}

function wrongs(path: string, source: string): readonly string[] {
  return literals(source).flatMap((line) =>
    OTHERS.filter(({ found }) => found.test(line)).map(({ say }) => `${path}: ${line.trim().slice(0, 90)} → ${say}`),
  )
}

const SOURCES = [
  ...readdirSync(join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `renderer/${path.replaceAll('\\', '/')}`),
  'electron/vocabulary/refusals.ts',
].map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const)

describe('the words of the window', () => {
  it('are one for each thing', () => {
    expect(SOURCES.length).toBeGreaterThan(200)
    expect(SOURCES.flatMap(([path, source]) => wrongs(path, source))).toEqual([])
  })

  it('would be found where another stands (control)', () => {
    expect(wrongs('a.tsx', "<p>保存到簿里</p>\n// 簿\n<p>户口簿</p>\n'（命令行 a）'")).toHaveLength(2)
  })
})
