import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createCore } from '../../electron/host/core.ts'
import { openLog } from '../../electron/host/log.ts'
import { changePreferences, readPreferences, rememberBook } from '../../electron/host/preferences.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import type { Output } from '../../electron/contract/operations.ts'
import { temporaryFolder } from '../kit/book.ts'

/* What the program remembers beside the books. */

const folder = temporaryFolder()
afterAll(() => folder.dispose())

const fresh = (name: string) => {
  const path = join(folder.path, name)
  mkdirSync(path)
  return path
}

describe('preferences', () => {
  it('are the usual where nothing is kept, or where what is kept cannot be read', () => {
    const place = fresh('broken')
    expect(readPreferences(place)).toEqual({ size: 100, look: 'system', books: [] })
    for (const text of ['', '{', '[1]', '{"size":133,"look":"pink","books":[7]}']) {
      writeFileSync(join(place, 'preferences.json'), text)
      expect(readPreferences(place)).toEqual({ size: 100, look: 'system', books: [] })
    }
  })

  it('keep one change and leave the others', () => {
    const place = fresh('kept')
    changePreferences(place, { size: 150 })
    changePreferences(place, { look: 'dark' })
    expect(readPreferences(place)).toMatchObject({ size: 150, look: 'dark' })
  })

  it('keep no more books than anybody looks through, each once, the last one first', () => {
    const place = fresh('books')
    for (let number = 1; number <= 30; number += 1) rememberBook(place, `/u/${number}`)
    rememberBook(place, '/u/15')
    const { books } = readPreferences(place)
    expect(books.slice(0, 3)).toEqual(['/u/15', '/u/30', '/u/29'])
    expect(books).toHaveLength(20)
    expect(new Set(books).size).toBe(20)
  })
})

describe('recent books', () => {
  const coreAt = (dataFolder: string, remembersBooks = true) =>
    createCore({ dataFolder, excel: createExcelPort({}), log: openLog(dataFolder), appVersion: '0', remembersBooks })
  const recent = async (core: ReturnType<typeof createCore>) => {
    const reply = await core.call('book.status', {})
    return reply.ok ? (reply.value as Output<'book.status'>).recent.map(({ path }) => path) : []
  }

  it('are those opened last wherever they lie, also by the next program; one that is gone is left out', async () => {
    const data = fresh('data')
    const stick = fresh('stick')
    const away = join(stick, '别处乡.dingbian')
    const core = coreAt(data)
    await core.call('book.create', { name: '本处乡' })
    await core.call('book.create', { name: '别处乡', path: away })
    await core.close()
    const next = coreAt(data)
    expect(await recent(next)).toEqual([away, join(data, '本处乡.dingbian')])
    await next.call('book.open', { path: join(data, '本处乡.dingbian') })
    expect(await recent(next)).toEqual([join(data, '本处乡.dingbian'), away])
    await next.close()
    changePreferences(data, { books: [join(stick, '拔掉了.dingbian'), away] })
    const last = coreAt(data)
    expect(await recent(last)).toEqual([away, join(data, '本处乡.dingbian')])
    await last.close()
  })

  it('are not what a script opens', async () => {
    const data = fresh('script')
    const core = coreAt(data, false)
    await core.call('book.create', { name: '脚本乡', path: join(fresh('elsewhere'), '脚本乡.dingbian') })
    expect(await recent(core)).toEqual([])
    await core.close()
  })
})
