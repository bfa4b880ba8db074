import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from '../../electron/host/log.ts'
import { writeDoorFile } from '../../electron/host/open-browser.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'

/* Another user of the same PC reads nothing: every file the program makes is its user's alone, and every folder, however generous the system is. */

let folder: ReturnType<typeof temporaryFolder>
let usual: number
beforeEach(() => {
  folder = temporaryFolder()
  usual = process.umask(0)
})
afterEach(() => {
  process.umask(usual)
  folder.dispose()
})

/** What others may read, write or enter, below a folder. */
function openToOthers(root: string): readonly string[] {
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => (statSync(join(root, name)).mode & 0o77) !== 0)
}

it.skipIf(process.platform === 'win32')(
  'book, log, copies, lists, keys, what is handed out and what was damaged',
  async () => {
    const data = join(folder.path, 'data')
    const open = openCore(data, { log: openLog(data), openPath: () => Promise.resolve(true) })
    const { path } = await smallTownship(open)
    expect(statSync(`${path}-wal`).mode & 0o77).toBe(0)
    const stick = join(folder.path, 'U盘')
    mkdirSync(stick, { mode: 0o700 })
    await open.call('backup.create', { directory: stick })
    await open.call('book.close', {})
    // A book that came from elsewhere, readable by all, and was torn: what is kept of it is not.
    const torn = readFileSync(path)
    torn.fill(0, 0, 8192)
    writeFileSync(path, torn)
    chmodSync(path, 0o644)
    rmSync(join(data, '试验乡.备份'), { recursive: true })
    const [onStick = ''] = readdirSync(stick).filter((name) => name.endsWith('.dingbian'))
    const { keptCopy } = await open.call('backup.restore', { bookPath: path, path: join(stick, onStick) })
    expect(keptCopy).toContain('damaged-')
    await open.call('access.protect', { name: '王管理', password: '竹筏与灯塔7' })
    await open.call('backup.create', {})
    await open.call('backup.create', { directory: stick })
    writeDoorFile(join(data, 'opening'), 'http://127.0.0.1:1/#x')
    await open.core.close()
    expect(openToOthers(data)).toEqual([])
    expect(openToOthers(stick)).toEqual([])
    expect(statSync(data).mode & 0o77).toBe(0)
    // Control: a file made without thinking is seen.
    writeFileSync(join(data, 'x'), '')
    expect(openToOthers(data)).toEqual(['x'])
  },
)
