import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { read, utils, write } from 'xlsx'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* 年度考核 of everybody in the sample township, each press counted: what she does in WPS with a list of names, without the list. */

let page: Page
const { absent, skipped, wrongs, folder } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(20_000)
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('link', { name: '资料' }).click()
  await page.getByRole('button', { name: /^年度考核/ }).click()
})

const MOST_ACTIONS = 12
/** The 49 who hold a post, and the four 编外 and 借入. */
const EVERYBODY = 53
let actions = 0
const cell = (row: number, column: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 1}"]`)
const click = async (target: ReturnType<typeof cell>) => {
  actions += 1
  await target.click()
}
const press = async (key: string) => {
  actions += 1
  await page.keyboard.press(key)
}
const type = async (words: string) => {
  actions += 1
  await page.keyboard.type(words)
}
const downTheColumn = async (column: number, words: string) => {
  await click(cell(0, column))
  await press('Control+Shift+ArrowDown')
  await type(words)
  await press('Control+Enter')
}

describe.skipIf(absent)(`为多人登记${skipped}`, () => {
  it(`年度考核 of all ${EVERYBODY} people in at most ${MOST_ACTIONS} actions, as one entry`, async () => {
    await click(page.getByRole('button', { name: '为多人登记' }))
    actions += 1
    await page.getByLabel('名单', { exact: true }).selectOption({ label: '全部' })
    await cell(0, 2).waitFor()
    await downTheColumn(2, '2025')
    await downTheColumn(3, '很好')
    await click(page.getByRole('button', { name: `登记（${EVERYBODY} 人）` }))
    // What cannot be read is told by name, and nothing is written.
    await page.getByRole('list', { name: '还不能登记' }).getByText(`共 ${EVERYBODY} 处`).waitFor()
    // The word that was none, and what followed of it, does not count: she would not have typed it.
    actions = 1 + 1 + 4
    await downTheColumn(3, '合格')
    await click(page.getByRole('button', { name: `登记（${EVERYBODY} 人）` }))
    await page.getByText(`为 ${EVERYBODY} 人登记年度考核`).waitFor()
    process.stdout.write(`actions, 年度考核 of ${EVERYBODY} people: ${actions}, at most ${MOST_ACTIONS}\n`)
    expect(actions).toBeLessThanOrEqual(MOST_ACTIONS)
    await expect
      .poll(() => page.getByRole('grid', { name: '年度考核' }).getAttribute('aria-rowcount'))
      .toBe(String(EVERYBODY + 1))
    expect(await page.getByTestId('undo').getAttribute('title')).toContain('为多人登记资料')
  })

  it('one field of thirty people in at most six, seen on paper as it stands', async () => {
    await page.getByRole('link', { name: '名单' }).click()
    await cell(0, 7).waitFor()
    actions = 0
    await click(cell(0, 7))
    actions += 1
    await page.mouse.wheel(0, 640)
    actions += 1
    await cell(29, 7).click({ modifiers: ['Shift'] })
    await type('群众')
    await press('Control+Enter')
    process.stdout.write(`actions, one field of thirty people: ${actions}, at most 6\n`)
    expect(actions).toBeLessThanOrEqual(6)
    await expect.poll(() => page.locator('.cells-note').innerText()).toMatch(/写入 \d+ 格/)
    // The sheet has come back to the cell she began in: the last of the thirty is looked up again.
    expect(await cell(0, 7).innerText()).toBe('群众')
    await cell(0, 7).hover()
    await page.mouse.wheel(0, 640)
    await cell(29, 7).waitFor()
    expect(await cell(29, 7).innerText()).toBe('群众')
    await page.getByRole('button', { name: '打印所见…' }).click()
    await page.getByText(/共 \d+ 页，A4 横向/).waitFor()
    await page.keyboard.press('Escape')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出所见' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('在编名单.xlsx')
  })

  it('a copy worked on in another program comes back cell by cell, and is taken in once', async () => {
    await page
      .getByRole('grid', { name: '在编名单' })
      .evaluate((grid) => grid.parentElement?.parentElement?.scrollTo(0, 0))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '用 WPS 打开' }).click(),
    ])
    const workbook = read(readFileSync(await download.path()))
    const [name = ''] = workbook.SheetNames
    const lines = utils.sheet_to_json<(string | undefined)[]>(workbook.Sheets[name] ?? {}, { header: 1, defval: '' })
    const party = lines[0]?.indexOf('政治面貌') ?? -1
    const [head = [], ...people] = lines.map((line, row) =>
      row === 20 || row === 21 ? line.map((text, at) => (at === party ? '致公党党员' : text)) : line,
    )
    workbook.Sheets[name] = utils.aoa_to_sheet([head, ...people.slice(0, -1).toReversed()])
    const path = join(folder, '改过.xlsx')
    writeFileSync(path, write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    await page.getByRole('button', { name: '取回修改…' }).click()
    await page.getByTestId('copy-file').setInputFiles(path)
    await page.getByText('改了 2 格').waitFor()
    await page.getByText('的行删去了，编制本里没有动').waitFor()
    await page.getByRole('button', { name: '采用', exact: true }).first().click()
    await page.getByText('改了 1 格；另有 1 格编制本里已经是这样').waitFor()
    await page.getByRole('button', { name: '全部采用（1 格）' }).click()
    await page.getByText('改了 0 格；另有 2 格编制本里已经是这样').waitFor()
    expect(await page.getByTestId('undo').getAttribute('title')).toContain('采用 WPS 里的修改')
    await page.getByRole('complementary', { name: '取回修改' }).getByRole('button', { name: '关闭' }).click()
  })

  it('the page did nothing it may not', () => {
    expect(wrongs()).toEqual([])
  })
})
