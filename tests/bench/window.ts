/*
 * `node tests/bench/window.ts BOOK` opens a copy of a large book in a real browser and prints, for every screen: the nodes of the page, the
 * processor time of its first drawing, and on the roster a key stroke and a scrolled frame beside idle ones. Ends with 1 where a screen has
 * more nodes than it may.
 */
import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { openPage } from '../e2e/running-app.ts'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'

const MOST_NODES = 3000
const ROOT = join(import.meta.dirname, '..', '..')
const SCREENS = [
  ['总览', '/overview'],
  ['机构编制', '/units'],
  ['定编到人', '/seats'],
  ['岗位', '/units?view=posts'],
  ['人员', '/people?list=all'],
  ['资料', '/records?kind=personFile'],
  ['变动历史', '/changes?tab=history'],
  ['编外', '/changes?tab=off-quota'],
  ['核查', '/findings'],
  ['预测', '/forecast'],
  ['预测：各机构', '/forecast?part=lines'],
  ['预测：待核', '/forecast?part=unknown'],
  ['到期', '/due'],
  ['待办', '/duties'],
  ['比对', '/compare'],
  ['公示', '/notice'],
  ['队伍结构', '/structure'],
] as const

async function openBook(data: string, book: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'electron/host/start.ts'), '--browser', '--no-open', '--data', data, '--book', book],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const address = await new Promise<string>((resolve) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const found = /^定编 (http:\/\/127\.0\.0\.1:\d+\/#\S+)$/m.exec(said)
      if (found?.[1] !== undefined) resolve(found[1])
    })
  })
  return { address, close: () => void child.kill('SIGTERM') }
}

/** Seconds of script, style and layout of the page so far. */
async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

/** Waits until nothing loads and the page has stood still for a second. */
async function settled(page: Page): Promise<void> {
  let before = -1
  for (let still = 0; still < 2;) {
    await page.waitForTimeout(500)
    const nodes = await page.evaluate(() =>
      document.querySelector('.skeleton, [aria-busy="true"]') === null ? document.querySelectorAll('*').length : -2,
    )
    still = nodes === before && nodes >= 0 ? still + 1 : 0
    before = nodes
  }
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
const app = await openBook(folder.path, path)
const { page } = await openPage(launched.browser, app.address)
const cdp = await page.context().newCDPSession(page)
await cdp.send('Performance.enable')
await settled(page)
let over = 0
for (const [name, hash] of SCREENS) {
  const before = await busySeconds(cdp)
  await page.evaluate((to) => {
    window.location.hash = `#${to}`
  }, hash)
  await settled(page)
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  if (nodes > MOST_NODES) over += 1
  process.stdout.write(`${name}\t${nodes} 个节点\t首屏 ${((await busySeconds(cdp)) - before).toFixed(2)} s 处理器\n`)
}
await page.evaluate(() => {
  window.location.hash = '#/people?list=all'
})
await settled(page)
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
app.close()
await launched.browser.close()
folder.dispose()
process.exit(over > 0 ? 1 : 0)
