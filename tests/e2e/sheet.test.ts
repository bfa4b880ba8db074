import type { CDPSession, Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* The roster as a sheet: what she does in WPS, key by key, in the sample township. */

let page: Page
let cdp: CDPSession
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(20_000)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  cdp = await page.context().newCDPSession(page)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('grid').waitFor()
})

/** Columns of the opening view, from 0. */
const [NAME, POST, ENTERED, ROUTE, DOCUMENT, PARTY, SCHOOL] = [1, 2, 4, 5, 6, 7, 8] as const

const cell = (row: number, column: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 1}"]`)
const text = (row: number, column: number) => cell(row, column).innerText()
/** Only rows near the window are drawn: each test begins at the first one. */
const top = async () => {
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0))
  await cell(1, 1).waitFor()
}
const press = (key: string) => page.keyboard.press(key)
const note = () => page.locator('.cells-note').innerText()
const where = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const clip = (words: string) => page.evaluate((one) => navigator.clipboard.writeText(one), words)
const clipped = () => page.evaluate(() => navigator.clipboard.readText())
const entries = async () =>
  Number(/第 (\d+) 条/.exec((await page.getByTestId('undo').getAttribute('title')) ?? '')?.[1])
const select = async (from: readonly [number, number], to: readonly [number, number]) => {
  await cell(...from).click()
  await cell(...to).click({ modifiers: ['Shift'] })
}

describe.skipIf(absent)(`名单如表格${skipped}`, () => {
  beforeEach(async () => {
    if (await page.getByRole('grid').isVisible()) await top()
  })

  it('after one click an editable has the focus, and the first pinyin letter is kept', async () => {
    await cell(0, PARTY).click()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    for (const composing of ['q', 'qu', 'qun']) {
      await cdp.send('Input.imeSetComposition', {
        text: composing,
        selectionStart: composing.length,
        selectionEnd: composing.length,
      })
    }
    expect(await page.locator('.cells-editor').inputValue()).toBe('qun')
    // The Enter that takes the word belongs to the input method.
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter' })
    await cdp.send('Input.insertText', { text: '群众' })
    expect(await page.locator('.cells-editor').inputValue()).toBe('群众')
    await press('Enter')
    await expect.poll(() => text(0, PARTY)).toBe('群众')
    expect(await where()).toContain('第 2 行')
  })

  it('arrows, Tab, Home, End and Ctrl lead from cell to cell; Esc gives the old text back; F2 goes on from it', async () => {
    await cell(0, ROUTE).click()
    await press('ArrowDown')
    await press('ArrowRight')
    await press('ArrowRight')
    await press('ArrowRight')
    expect(await where()).toMatch(/^学历，第 2 行/)
    await press('Shift+Tab')
    expect(await where()).toMatch(/^政治面貌，第 2 行/)
    await press('Home')
    expect(await where()).toMatch(/^机构，第 2 行/)
    await press('End')
    expect(await where()).toMatch(/^提示，第 2 行/)
    await press('Control+Home')
    expect(await where()).toMatch(/^机构，第 1 行/)
    await press('Control+ArrowDown')
    expect(await where()).toMatch(/第 43 行/)
    await press('Control+Home')
    await press('PageDown')
    expect(await where()).not.toMatch(/第 1 行/)
    // Two leaps in one frame end with the second one's row at an edge of the window, at which one hangs on the machine.
    await top()
    const before = await text(1, DOCUMENT)
    await cell(1, DOCUMENT).click()
    await page.keyboard.type('写错')
    await press('Escape')
    expect(await text(1, DOCUMENT)).toBe(before)
    await press('F2')
    await page.keyboard.type('改')
    expect(await page.locator('.cells-editor').inputValue()).toBe(`${before}改`)
    await press('Escape')
  })

  it('a block is copied as WPS takes it, across the frozen column, quotes and all', async () => {
    await select([0, 0], [2, ENTERED])
    await press('Control+c')
    const lines = (await clipped()).split('\r\n')
    expect(lines.map((line) => line.split('\t').length)).toEqual([5, 5, 5])
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await (await item?.getType('text/html'))?.text()) ?? ''
    })
    expect(html.match(/<tr>/g)).toHaveLength(3)
  })

  it('a block is pasted as one entry, read as the import reads it, and undone in one step', async () => {
    const before = [await text(2, PARTY), await text(2, SCHOOL), await text(3, SCHOOL)]
    const seq = await entries()
    await clip('民盟盟员\t大专\r\n群众\t本科\r\n')
    await cell(2, PARTY).click()
    await press('Control+v')
    await expect.poll(note).toMatch(/^粘贴：写入 \d+ 格/)
    await expect.poll(() => text(2, SCHOOL)).toBe('大学专科')
    await expect.poll(() => text(3, SCHOOL)).toBe('大学本科')
    await expect.poll(entries).toBe(seq + 1)
    await press('Control+z')
    await expect.poll(() => text(2, SCHOOL)).toBe(before[1])
    expect([await text(2, PARTY), await text(2, SCHOOL), await text(3, SCHOOL)]).toEqual(before)
  })

  it('what is taken back stands at once as it was; where it is not taken back, the cells say again what is on record', async () => {
    const [before, next] = [await text(6, SCHOOL), await text(7, SCHOOL)]
    await clip('大专')
    await cell(6, SCHOOL).click()
    await press('Control+v')
    await expect.poll(note).toMatch(/^粘贴：写入 1 格/)
    // The book answers only when it is let, first with a refusal: until then the window stands alone.
    let letGo = () => {}
    const error = { code: 'nothing_to_undo', message: '没有可以撤销的' }
    await page.route('**/journal.undo', async (route) => {
      await new Promise<void>((resolve) => (letGo = resolve))
      await route.fulfill({ json: { ok: false, error } })
    })
    await press('Control+z')
    await expect.poll(note).toBe('撤销：正在写回 1 格…')
    expect(await text(6, SCHOOL)).toBe(before)
    letGo()
    await expect.poll(note).toBe('没有撤销')
    await expect.poll(() => text(6, SCHOOL)).toBe('大学专科')
    await page.unroute('**/journal.undo')
    await page.getByTestId('undo').click()
    await expect.poll(() => text(6, SCHOOL)).toBe(before)
    // Two gestures, and Ctrl+Z twice without waiting: both are taken back.
    await cell(6, SCHOOL).click()
    await page.keyboard.type('大专')
    await press('Enter')
    await page.keyboard.type('大专')
    await press('Enter')
    await expect.poll(() => text(7, SCHOOL)).toBe('大学专科')
    await press('Control+z')
    await press('Control+z')
    await expect.poll(async () => [await text(6, SCHOOL), await text(7, SCHOOL)]).toEqual([before, next])
    await expect.poll(note).toBe('撤销：写回 1 格')
  })

  it('one value goes into all that is selected; Ctrl+D, Ctrl+Enter, the handle and Delete do as in WPS', async () => {
    await clip('大专')
    await select([5, SCHOOL], [9, SCHOOL])
    await press('Control+v')
    await expect.poll(() => text(9, SCHOOL)).toBe('大学专科')
    await select([10, PARTY], [12, PARTY])
    await page.keyboard.type('民革党员')
    await press('Control+Enter')
    await expect.poll(() => text(12, PARTY)).toBe('民革党员')
    await select([12, PARTY], [14, PARTY])
    await press('Control+d')
    await expect.poll(() => text(14, PARTY)).toBe('民革党员')
    const source = await text(1, DOCUMENT)
    await cell(1, DOCUMENT).click()
    const handle = await page.locator('.cells-handle').boundingBox()
    const to = await cell(4, DOCUMENT).boundingBox()
    await page.mouse.move((handle?.x ?? 0) + 3, (handle?.y ?? 0) + 3)
    await page.mouse.down()
    await page.mouse.move((to?.x ?? 0) + 30, (to?.y ?? 0) + 10, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => text(4, DOCUMENT)).toBe(source)
    await select([2, DOCUMENT], [3, DOCUMENT])
    await press('Delete')
    await expect.poll(() => text(3, DOCUMENT)).toBe('')
    await press('Control+z')
    await expect.poll(() => text(3, DOCUMENT)).toBe(source)
  })

  it('Ctrl+R fills to the right and loads no page anew', async () => {
    await page.evaluate(() => Object.assign(globalThis, { stillHere: true }))
    const [source, before] = [await text(6, ROUTE), await text(6, DOCUMENT)]
    expect(source).not.toBe(before)
    await select([6, ROUTE], [6, DOCUMENT])
    await press('Control+r')
    await expect.poll(() => text(6, DOCUMENT)).toBe(source)
    await press('Control+z')
    await expect.poll(() => text(6, DOCUMENT)).toBe(before)
    expect(await page.evaluate(() => 'stillHere' in globalThis)).toBe(true)
  })

  it('what cannot be read stays as it was, marked and with why; a guarded cell opens its form', async () => {
    const before = await text(1, SCHOOL)
    await cell(1, SCHOOL).click()
    await page.keyboard.type('博士后后')
    await press('Enter')
    await expect.poll(note).toMatch(/1 格没有写入/)
    expect(await cell(1, SCHOOL).getAttribute('title')).toContain('没有“博士后后”这种写法')
    expect(await text(1, SCHOOL)).toContain(before)
    await page.keyboard.press('ArrowUp')
    await cell(1, ENTERED).dblclick()
    await page.getByRole('heading', { name: '更正信息' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('finds, and replaces only what was shown first', async () => {
    await cell(0, POST).click()
    await press('Control+f')
    await page.getByLabel('在表里找').fill('干事')
    await press('Enter')
    await expect.poll(() => page.locator('.cells-find-count').innerText()).toMatch(/第 1 处，共 \d+ 处/)
    await press('Escape')
    await press('Control+h')
    await page.getByLabel('在表里找').fill('考试录用')
    await page.getByLabel('换成').fill('公开招聘')
    await page.getByRole('button', { name: '全部替换…' }).click()
    await page.getByRole('dialog').getByRole('cell', { name: '公开招聘' }).first().waitFor()
    await page.getByRole('button', { name: '替换', exact: true }).click()
    await expect.poll(() => text(0, ROUTE)).toBe('公开招聘')
  })

  it('sorts by several keys, filters by values; a row that no longer passes stays until the filter is touched', async () => {
    const head = (column: number) => page.getByRole('columnheader').nth(column)
    await head(SCHOOL).getByRole('button').first().click()
    await head(ENTERED)
      .getByRole('button')
      .first()
      .click({ modifiers: ['Shift'] })
    expect(await page.locator('[aria-sort]').count()).toBe(2)
    await head(SCHOOL).getByRole('button').nth(1).click()
    await page.getByRole('button', { name: '全不选' }).click()
    await page.locator('.cells-values label').nth(1).click()
    await press('Escape')
    const shown = await page.locator('.cells-status').innerText()
    expect(shown).toMatch(/显示 \d+，共 43 人/)
    const name = await text(0, NAME)
    await cell(0, SCHOOL).click()
    await page.keyboard.type('硕士研究生')
    await press('Enter')
    await expect.poll(note).toMatch(/写入 1 格/)
    await expect.poll(() => text(0, SCHOOL)).toBe('硕士研究生')
    expect(await text(0, NAME)).toBe(name)
    await head(SCHOOL).getByRole('button').nth(1).click()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await press('Escape')
  })

  it('is divided by office with counts, kept as a view by name, and opens as it was left', async () => {
    await page.getByLabel('分组').selectOption({ label: '按机构' })
    const first = page.locator('.cells-group').first()
    await expect.poll(() => first.innerText()).toContain('乡领导班子：7 人')
    await page.locator('.cells-fold').first().click()
    await expect.poll(() => page.locator('.cells-group').nth(1).innerText()).toContain('党政综合办公室：5 人')
    await page.locator('.cells-fold').first().click()
    await page.getByRole('button', { name: '视图…' }).click()
    await page.getByLabel('存为').fill('分机构')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect.poll(() => page.getByLabel('视图', { exact: true }).inputValue()).toBe('分机构')
    await page.getByLabel('视图', { exact: true }).selectOption({ label: '默认视图' })
    await expect.poll(() => page.locator('.cells-group').count()).toBe(0)
    await page.getByLabel('视图', { exact: true }).selectOption({ label: '分机构' })
    await first.waitFor()
    // What was left is noted a moment later; a new start of the page opens with it.
    await page.waitForResponse((response) => response.url().includes('sheetView.leave'))
    await page.reload()
    await expect.poll(() => page.getByLabel('视图', { exact: true }).inputValue()).toBe('分机构')
    await first.waitFor()
    await page.getByLabel('视图', { exact: true }).selectOption({ label: '默认视图' })
    await expect.poll(() => page.locator('.cells-group').count()).toBe(0)
  })

  it('lines pasted below the last row go to the import as new people', async () => {
    await clip('党政综合办公室\t试新人\t干事')
    await cell(0, 0).click()
    await press('Control+End')
    await press('Home')
    await press('ArrowDown')
    await clip('党政综合办公室\t试甲\t干事\r\n党政综合办公室\t试新人\t干事')
    await press('Control+v')
    await expect.poll(() => page.url()).toContain('import')
    await page.getByText('试新人').first().waitFor()
    expect(await page.getByText('试新人').count()).toBeGreaterThan(0)
  })

  it('the page did nothing it may not', () => {
    expect(wrongs()).toEqual([])
  })
})
