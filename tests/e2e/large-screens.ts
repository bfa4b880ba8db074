import type { Page } from 'playwright-core'

/* Every screen that shows people or units, as it stands in a book of thousands: how much of it is drawn. */

/** More than these a page of an office machine draws slowly. */
export const MOST_NODES = 3000

export const LARGE_SCREENS = [
  ['总览', '/overview'],
  ['机构编制', '/units'],
  ['定编到人', '/seats'],
  ['岗位', '/units?view=posts'],
  ['人员', '/people?list=all'],
  ['资料', '/records?kind=personFile'],
  ['登记变动', '/changes?tab=register&event=move'],
  ['为多人登记', '/changes?tab=register&event=move&many=yes'],
  ['变动历史', '/changes?tab=history'],
  ['编外', '/changes?tab=off-quota'],
  ['核查', '/findings'],
  ['预测', '/forecast'],
  ['预测：各机构', '/forecast?part=lines'],
  ['预测：待核', '/forecast?part=unknown'],
  ['到期', '/due'],
  ['待办', '/duties'],
  ['待办：月历', '/duties?month=2026-12'],
  ['比对', '/compare'],
  ['公示', '/notice'],
  ['队伍结构', '/structure'],
  ['自定花名册', '/reports?form=adhoc'],
] as const

/** Goes to a screen and waits until nothing loads and the page has stood still for a moment; the nodes of the page. */
export async function nodesOf(page: Page, hash: string): Promise<number> {
  await page.evaluate((to) => {
    window.location.hash = `#${to}`
  }, hash)
  return stoodStill(page)
}

/** Waits until nothing loads and the number of nodes has stayed for half a second; that number. */
export async function stoodStill(page: Page): Promise<number> {
  let before = -1
  for (let still = 0; still < 2;) {
    await page.waitForTimeout(250)
    const nodes = await page.evaluate(() =>
      document.querySelector('.skeleton, [aria-busy="true"]') === null ? document.querySelectorAll('*').length : -2,
    )
    still = nodes === before && nodes >= 0 ? still + 1 : 0
    before = nodes
  }
  return before
}
