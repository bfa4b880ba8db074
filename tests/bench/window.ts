/*
 * `node tests/bench/window.ts BOOK` opens a copy of a large book in a real browser and prints, for every screen: the nodes of the page, the
 * processor time of its first drawing, on the roster a key stroke and a scrolled frame beside idle ones, and how long a block takes that is
 * pasted into it and taken back. `--roster`: only the roster. Ends with 1 where a screen has
 * more nodes than it may.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { LARGE_SCREENS, MOST_NODES, nodesOf, stoodStill } from '../e2e/large-screens.ts'
import { openPage, startApp } from '../e2e/running-app.ts'
import { openTextColumns, sayFrames, sayTime, timeFrames, timePaste, watchThread } from '../e2e/sheet-times.ts'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'

const [, , given] = process.argv
const launched = await launchBrowser()
if (given === undefined || launched.browser === null) throw new Error('a book and a browser are needed')
const folder = temporaryFolder()
const path = join(folder.path, '大册.dingbian')
copyFileSync(given, path)
const app = await startApp(folder.path, { book: path })
const { page } = await openPage(launched.browser, app.address)
const thread = await watchThread(page)
await stoodStill(page)
let over = 0
for (const [name, hash] of process.argv.includes('--roster') ? [] : LARGE_SCREENS) {
  const before = await thread()
  const nodes = await nodesOf(page, hash)
  if (nodes > MOST_NODES) over += 1
  process.stdout.write(`${name}\t${nodes} 个节点\t首屏 ${(((await thread()) - before) / 1000).toFixed(2)} s 处理器\n`)
}
await nodesOf(page, '/people?list=all')
process.stdout.write(`名单：${sayFrames(await timeFrames(page, thread))}\n`)
await openTextColumns(page)
for (const [rows, mark] of [
  [500, '甲'],
  [5000, '乙'],
  [5000, '丙'],
] as const) {
  const { pasted, undone } = await timePaste(page, { pid: app.pid, thread }, rows, mark)
  process.stdout.write(`粘贴 ${rows} × 12 格：${sayTime(pasted)}\n撤销 ${rows} × 12 格：${sayTime(undone)}\n`)
}
await app.close()
await launched.browser.close()
folder.dispose()
process.exit(over > 0 ? 1 : 0)
