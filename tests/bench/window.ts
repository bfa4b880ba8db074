/*
 * `node tests/bench/window.ts BOOK` opens a copy of a large book in a real browser and prints, for every screen: the nodes of the page, the
 * processor time of its first drawing, and on the roster a key stroke and a scrolled frame beside idle ones. Ends with 1 where a screen has
 * more nodes than it may.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { LARGE_SCREENS, MOST_NODES, nodesOf, stoodStill } from '../e2e/large-screens.ts'
import { openPage, startApp } from '../e2e/running-app.ts'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'

/** Seconds of script, style and layout of the page so far, in processor time of its thread. */
async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

/** The 95th percentile of the milliseconds between frames while `work` goes on. */
async function frames(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = []
    let last = performance.now()
    const tick = (now: number) => {
      times.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { frameTimes: times })
  })
  await work()
  const times = await page.evaluate(() => (globalThis as unknown as { readonly frameTimes: number[] }).frameTimes)
  return times.toSorted((left, right) => left - right)[Math.floor(times.length * 0.95)] ?? 0
}

const [, , given] = process.argv
const launched = await launchBrowser()
if (given === undefined || launched.browser === null) throw new Error('a book and a browser are needed')
const folder = temporaryFolder()
const path = join(folder.path, '大册.dingbian')
copyFileSync(given, path)
const app = await startApp(folder.path, { book: path })
const { page } = await openPage(launched.browser, app.address)
const cdp = await page.context().newCDPSession(page)
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
await stoodStill(page)
let over = 0
for (const [name, hash] of LARGE_SCREENS) {
  const before = await busySeconds(cdp)
  const nodes = await nodesOf(page, hash)
  if (nodes > MOST_NODES) over += 1
  process.stdout.write(`${name}\t${nodes} 个节点\t首屏 ${((await busySeconds(cdp)) - before).toFixed(2)} s 处理器\n`)
}
await nodesOf(page, '/people?list=all')
const idle = await frames(page, () => page.waitForTimeout(2000))
const grid = page.locator('.cells-scroll')
const scrolled = await frames(page, async () => {
  for (let step = 0; step < 60; step += 1) await grid.evaluate((box) => box.scrollBy(0, 640))
})
await page.locator('[role=gridcell]').first().click()
const walked = await frames(page, async () => {
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown')
})
const search = page.getByLabel('在名单里找')
const typed = await frames(page, async () => {
  await search.pressSequentially('zhangwei', { delay: 60 })
})
process.stdout.write(
  `帧 p95：空闲 ${idle.toFixed(0)} ms，滚动 ${scrolled.toFixed(0)}，走格 ${walked.toFixed(0)}，筛选打字 ${typed.toFixed(0)}\n`,
)
await app.close()
await launched.browser.close()
folder.dispose()
process.exit(over > 0 ? 1 : 0)
