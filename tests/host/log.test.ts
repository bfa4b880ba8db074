import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '../../electron/host/log.ts'
import { temporaryFolder } from '../kit/book.ts'

describe('the program log', () => {
  let folder: ReturnType<typeof temporaryFolder>
  beforeEach(() => void (folder = temporaryFolder()))
  afterEach(() => folder.dispose())
  const at = (day: string) => () => new Date(`${day}T03:00:00Z`)
  const read = (day: string) => readFileSync(join(folder.path, 'logs', `dingbian-${day}.log`), 'utf8')

  it('is one JSON line an event, a file a day, for this user alone', () => {
    const log = openLog(folder.path, at('2026-11-22'))
    log.info('call', { operation: 'book.status', ms: 3 })
    log.error('refused', { code: 'no_book' })
    const lines = read('2026-11-22')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toEqual([
      { at: '2026-11-22T03:00:00.000Z', level: 'info', event: 'call', operation: 'book.status', ms: 3 },
      { at: '2026-11-22T03:00:00.000Z', level: 'error', event: 'refused', code: 'no_book' },
    ])
    const others = statSync(join(folder.path, 'logs', 'dingbian-2026-11-22.log')).mode & 0o77
    expect(process.platform === 'win32' ? 0 : others).toBe(0)
  })

  it('holds no name, ID number or telephone, even when one is handed to it', () => {
    const log = openLog(folder.path, at('2026-11-22'))
    log.info('call', {
      detail: '沈桂芳 11010519900101991X 13800138000',
      number: 110105199001019900,
      id: 'bd2a2d7e-5a0c-4d56-9d52-123456789012',
    })
    const text = read('2026-11-22')
    expect(text).not.toMatch(/\p{Script=Han}{2}|\d{11}(?!\d*")|沈|1101051990|1380013/u)
    expect(text).toContain('bd2a2d7e-5a0c-4d56-9d52-123456789012')
  })

  it('is one line whatever comes in: nothing can forge a second', () => {
    openLog(folder.path, at('2026-11-22')).info('call', { code: 'a\n{"at":"x","level":"error"}' })
    expect(read('2026-11-22').trimEnd().split('\n')).toHaveLength(1)
  })

  it('keeps over a year and no more, and touches no other file', () => {
    openLog(folder.path, at('2025-01-01')).info('old')
    openLog(folder.path, at('2026-01-01')).info('kept')
    writeFileSync(join(folder.path, 'logs', 'note.txt'), 'x')
    openLog(folder.path, at('2026-11-22')).info('today')
    expect(readdirSync(join(folder.path, 'logs')).sort()).toEqual([
      'dingbian-2026-01-01.log',
      'dingbian-2026-11-22.log',
      'note.txt',
    ])
  })

  it('never stops the program: a folder that cannot be written is passed over', () => {
    writeFileSync(join(folder.path, 'file'), '')
    const log = openLog(join(folder.path, 'file'), at('2026-11-22'))
    log.info('call')
    expect(existsSync(join(folder.path, 'file', 'logs'))).toBe(false)
  })
})
