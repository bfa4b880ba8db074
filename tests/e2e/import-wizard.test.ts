import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write, type WorkSheet } from 'xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { inventedId } from '../kit/people.ts'
import { openPage, startApp, type RunningApp, type WatchedPage } from './running-app.ts'

/* Workbooks as they really come, from the file to a right preview, every click counted. */

const launched = await launchBrowser()
const skipped = launched.browser === null ? ` (${launched.reason})` : ''
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

let browser: Browser
let folder: ReturnType<typeof temporaryFolder>
let app: RunningApp
let watched: WatchedPage
let page: Page
let clicks = 0

beforeAll(() => {
  if (launched.browser !== null) browser = launched.browser
})
afterAll(() => launched.browser?.close())
beforeEach(async () => {
  folder = temporaryFolder()
  app = await startApp(folder.path)
  watched = await openPage(browser, app.address)
  page = watched.page
  await page.getByLabel('乡镇名称').fill('竹溪乡')
  await page.getByLabel('设密码（整个文件加密）').uncheck()
  await page.getByRole('radio', { name: /空白/ }).check()
  await page.getByTestId('create-book').click()
  await page.getByTestId('import-sample').waitFor()
  clicks = 0
})
afterEach(async () => {
  const { wrongs } = watched
  await page.context().close()
  await app.close()
  folder.dispose()
  if (wrongs.length > 0) throw new Error(wrongs.join('\n'))
})

type Row = readonly (string | number | null)[]
const sheetOf = (rows: readonly Row[]): WorkSheet => utils.aoa_to_sheet(rows.map((row) => [...row]))
function bookOf(sheets: Readonly<Record<string, readonly Row[]>>): Buffer {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, sheetOf(rows), name)
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}

/** Choosing the file is the first click. */
async function choose(name: string, buffer: Buffer): Promise<void> {
  clicks += 1
  await page.getByTestId('import-file').setInputFiles({ name, mimeType: XLSX_TYPE, buffer })
  await page.getByTestId('import-summary').waitFor()
}

async function press(name: string | RegExp): Promise<void> {
  clicks += 1
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
  await settled()
}

async function settled(): Promise<void> {
  await expect.poll(() => page.locator('.proof[aria-busy="true"]').count()).toBe(0)
}

const summary = () => page.getByTestId('import-summary').textContent()
const questions = () => page.getByTestId('import-questions').locator('.question')
const margin = (text: string) => page.locator('.proof-row', { hasText: text }).locator('.proof-margin').innerText()

/** Looked at while building: kept where a folder is named. */
async function picture(name: string): Promise<void> {
  const to = process.env['PICTURES']
  if (to === undefined) return
  await page.screenshot({ path: join(to, `${name}.png`) })
  await page.setViewportSize({ width: 911, height: 512 })
  await page.screenshot({ path: join(to, `${name}-150.png`) })
  await page.setViewportSize({ width: 1366, height: 768 })
}

async function importAll(): Promise<void> {
  await page.getByTestId('import-next').click()
  await page.getByTestId('import-commit').click()
  await page.getByTestId('import-result').waitFor()
}

function told(what: string): void {
  process.stdout.write(`clicks to a right preview, ${what}: ${clicks}\n`)
}

const person = (name: string, day: string, ...rest: Row): Row => [name, inventedId(day), ...rest]

const SECTIONS: readonly Row[] = [
  ['竹溪乡机关事业单位人员花名册'],
  ['序号', '姓名', '身份证号', '性别', '编制类型', '职务'],
  ['党政办公室（编制3名，实有2名）'],
  [1, ...person('竺一鸣', '1980-01-05', '男', '行政编制', '主任')],
  [2, ...person('竺二凤', '1982-02-06', '女', '行政编制', '科员')],
  ['农业农村办公室（编制2名，实有1名）'],
  [1, ...person('竺三江', '1985-03-07', '男', '事业编制', '科员')],
]

describe.skipIf(launched.browser === null)(`a workbook as it comes${skipped}`, () => {
  it('the proof is a sheet: walked, put right, copied, searched and undone with the keyboard alone', async () => {
    await choose(
      '键盘.xlsx',
      bookOf({
        Sheet1: [
          ['机构', '姓名', '编制类型', '职务'],
          ['党政办公室', '竺一鸣', '行政编制', '科员'],
          ['党政办公室', '竺二凤', '行政编制', '科员'],
        ],
      }),
    )
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const press = (...keys: readonly string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
    const active = page.locator('.cells-active')
    const job = (row: number) => page.locator(`[aria-rowindex="${row + 1}"] [aria-colindex="5"]`)
    await page.locator('.cells-scroll').focus()
    await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    expect(await active.innerText()).toBe('科员')
    await page.getByLabel('第 2 行 D 列').waitFor()
    await page.keyboard.type('主任')
    await press('Enter')
    await settled()
    await expect.poll(() => job(2).innerText()).toBe('主任')
    // Enter went on to the next row; Esc leaves a cell as it is.
    await press('F2', 'Escape')
    await page.getByLabel('第 3 行 D 列').waitFor()
    // A block is copied as WPS takes it, and a column filled down.
    await press('ArrowUp', 'Shift+ArrowDown', 'Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('主任\r\n科员')
    await press('Control+d')
    await settled()
    await expect.poll(() => job(3).innerText()).toBe('主任')
    await press('Control+z')
    await settled()
    await expect.poll(() => job(3).innerText()).toBe('科员')
    // What stands in the margin is found too.
    await press('ArrowUp', 'Control+f')
    await page.keyboard.type('新增')
    await expect.poll(() => page.locator('.cells-find-count').innerText()).toContain('2')
    await press('Enter', 'Escape')
    // The heads name a column: what is not one of her fields is put right there.
    await page.getByLabel(/^D 列（职务）认作/).selectOption('')
    await settled()
    expect(await page.getByLabel(/^D 列（职务）认作/).inputValue()).toBe('')
  })

  it('takes the offices from section rows, says so, and lets a group be put elsewhere at once', async () => {
    await choose('花名册.xlsx', bookOf({ Sheet1: SECTIONS }))
    expect(await summary()).toContain('将新增 3 行（3 人）')
    expect(await questions().count()).toBe(0)
    told('section rows')
    expect(clicks).toBeLessThanOrEqual(3)
    expect(await margin('竺二凤')).toContain('党政办公室')
    await page.locator('.proof-row', { hasText: '竺三江' }).hover()
    await expect
      .poll(() => page.getByTestId('import-origin').textContent())
      .toMatch(/机构 农业农村办公室（单位取自第 6 行小标题/)
    await picture('sections')
    const unit = page.getByLabel(/“农业农村办公室.*的单位/)
    await unit.fill('农业农村综合服务中心')
    await unit.press('Enter')
    await settled()
    await expect.poll(() => margin('竺三江')).toContain('农业农村综合服务中心')
    expect(await margin('竺二凤')).toContain('党政办公室')
    await importAll()
    await page.getByRole('link', { name: '去拟稿公示' }).waitFor()
    // The same shape next month: other people, other numbers, nothing asked, and the answer said.
    await page.getByRole('button', { name: '再导入一份' }).click()
    const next = SECTIONS.map((row) =>
      String(row[0]).startsWith('农业') ? ['农业农村办公室（编制2名，实有2名）'] : row,
    )
    await choose(
      '下月.xlsx',
      bookOf({ 十二月: [...next, [2, ...person('竺四海', '1990-04-08', '男', '事业编制', '科员')]] }),
    )
    expect(await questions().count()).toBe(0)
    expect(await margin('竺四海')).toContain('农业农村综合服务中心')
    expect(await page.getByTestId('import-remembered').textContent()).toContain('农业农村综合服务中心')
    await picture('remembered')
    await press('忘掉，重新问')
    await expect.poll(() => margin('竺四海')).toContain('农业农村办公室')
  })

  it('asks once what a word for 编制 means, and never again', async () => {
    const rows: readonly Row[] = [
      ['姓名', '身份证号', '工作单位', '人员编制性质'],
      person('竺一鸣', '1980-01-05', '党政办公室', '机关行政'),
      person('竺二凤', '1982-02-06', '党政办公室', '公务员编'),
      person('竺三江', '1985-03-07', '财政所', '甲类岗'),
      person('竺四海', '1990-04-08', '财政所', '甲类岗'),
    ]
    await choose('名单.xlsx', bookOf({ Sheet1: rows }))
    await picture('words')
    expect(await questions().count()).toBe(1)
    expect(await questions().first().innerText()).toContain('甲类岗')
    clicks += 1
    await questions().first().getByRole('button', { name: '事业编制', exact: true }).click()
    await settled()
    await expect.poll(summary).toContain('将新增 4 行（4 人）')
    expect(await questions().count()).toBe(0)
    told('words for 编制')
    expect(clicks).toBeLessThanOrEqual(3)
    await importAll()
    await page.getByRole('button', { name: '再导入一份' }).click()
    await choose('名单.xlsx', bookOf({ Sheet1: [...rows, person('竺五福', '1991-05-09', '财政所', '甲类岗')] }))
    expect(await questions().count()).toBe(0)
    expect(await summary()).toContain('将新增 1 行（1 人），不变 4 行')
  })

  it('reads a sheet an office, and a header of three rows', async () => {
    const own = (unit: string, people: readonly Row[]): readonly Row[] => [
      [`${unit}人员名单`],
      ['姓名', '身份证号', '编制类型', '职务'],
      ...people,
    ]
    await choose(
      '各单位.xlsx',
      bookOf({
        党政办公室: own('党政办公室', [person('竺一鸣', '1980-01-05', '行政编制', '主任')]),
        财政所: own('财政所', [person('竺二凤', '1982-02-06', '事业编制', '所长')]),
      }),
    )
    expect(await summary()).toContain('将新增 2 行（2 人）')
    expect(await questions().count()).toBe(0)
    told('a sheet an office')
    expect(clicks).toBeLessThanOrEqual(3)
    await page.getByRole('button', { name: '换一个文件' }).click()
    clicks = 0
    await choose(
      '三行表头.xlsx',
      bookOf({
        Sheet1: [
          ['竹溪乡人员情况表'],
          ['基本情况', null, null, '编制情况', null],
          ['姓名', '身份证号', '性别', '单位', '编制'],
          [null, '（18位）', null, '（全称）', '类型'],
          person('竺三江', '1985-03-07', '男', '财政所', '事业编制'),
        ],
      }),
    )
    expect(await summary()).toContain('将新增 1 行（1 人）')
    told('a header of three rows')
  })

  it('mends a refused cell in place, all like it at once, and hands the refused rows out with their reasons', async () => {
    const rows: readonly Row[] = [
      ['姓名', '身份证号', '单位', '编制类型', '出生年月'],
      person('竺一鸣', '1980-01-05', '党政办公室', '行政编制', '八零年头'),
      person('竺二凤', '1982-02-06', '党政办公室', '行政编制', '八零年头'),
      person('竺三江', '1985-03-07', '财政所', '事业编制', '1985.03'),
      ['竺四海', Number('330000199004089914'), '财政所', '事业编制', '1990.04'],
    ]
    await choose('有错的.xlsx', bookOf({ Sheet1: rows }))
    await page.getByRole('alert').waitFor()
    expect(await page.getByTestId('import-next').isDisabled()).toBe(true)
    await picture('refused')
    await page.setViewportSize({ width: 911, height: 512 })
    for (const door of ['import-next', 'refused-file']) {
      const box = await page.getByTestId(door).first().boundingBox()
      expect(
        box !== null && box.x >= 0 && box.x + box.width <= 911 && box.y + box.height <= 512,
        `${door} at 150 %`,
      ).toBe(true)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('refused-file').first().click(),
    ])
    expect(download.suggestedFilename()).toBe('有错的（被拒绝的行）.xlsx')
    const back = read(readFileSync(await download.path()))
    const table = utils.sheet_to_json<Record<string, string>>(back.Sheets[back.SheetNames[0] ?? ''] ?? {})
    expect(table.map((row) => row['姓名'])).toEqual(['竺一鸣', '竺二凤', '竺四海'])
    for (const row of table) expect(row['原因']).toMatch(/第 \d+ 行/)
    // A number that lost its last digits is not handed back as if it were whole.
    expect(table[2]?.['身份证号'] ?? '').toBe('')

    await page.getByRole('button', { name: '改正第 2 行 E 列' }).click()
    await page.getByRole('textbox', { name: '第 2 行 E 列' }).fill('1980-01')
    await picture('mending')
    await page.keyboard.press('Enter')
    await settled()
    await page.getByRole('button', { name: '同样的 2 格都改' }).click()
    await settled()
    await expect.poll(summary).toContain('拒绝 1 行')
    await page.getByLabel('只导入没有问题的行').check()
    await settled()
    await expect.poll(summary).toContain('将新增 3 行（3 人）')
    await importAll()
    expect(await page.getByTestId('import-result').textContent()).toContain('新增 3 行')

    // Put right in the handed-out sheet, the rest comes in.
    await page.getByRole('button', { name: '再导入一份' }).click()
    const mended = table.slice(2).map((row) => ({ ...row, 身份证号: inventedId('1990-04-08') }))
    const again = utils.book_new(utils.json_to_sheet(mended), '被拒绝的行')
    await choose('改好的.xlsx', Buffer.from(write(again, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array))
    expect(await summary()).toContain('将新增 1 行（1 人）')
    expect(await questions().count()).toBe(0)
  })

  it('shows a sheet in which nothing was understood, takes the row she points at as the header, and keeps what she said', async () => {
    const rows = (names: readonly string[]): readonly Row[] => [
      ['甲', '乙', '丙', '丁'],
      ...names.map((name) => [name, '女', '财政所', '事业编制']),
    ]
    await choose('怪表.xlsx', bookOf({ Sheet1: rows(['竺一鸣', '竺二凤']) }))
    await picture('bare')
    const named = [
      ['A', 'name'],
      ['B', 'sex'],
      ['C', 'unit'],
      ['D', 'category'],
    ] as const
    if ((await page.getByRole('button', { name: '这一行是表头' }).count()) > 0) await press('这一行是表头')
    for (const [letters, field] of named) {
      const select = page.getByLabel(new RegExp(`^${letters} 列（.*）认作`))
      if ((await select.inputValue()) === field) continue
      clicks += 1
      await select.selectOption(field)
      await settled()
    }
    await expect.poll(summary).toContain('将新增 2 行（2 人）')
    told('unknown headers, each column named')
    await importAll()
    await page.getByRole('button', { name: '再导入一份' }).click()
    clicks = 0
    await choose('又一张.xlsx', bookOf({ Sheet1: rows(['竺一鸣', '竺二凤', '竺三江']) }))
    expect(await questions().count()).toBe(0)
    await expect.poll(summary).toContain('将新增 1 行（1 人），不变 2 行')
    told('unknown headers, the second time')
    expect(clicks).toBe(1)
  })

  it('takes cells pasted from WPS as a file, and several files one after another', async () => {
    const html = `<html><body><table>${SECTIONS.slice(1, 4)
      .map((row) => `<tr>${row.map((cell) => `<td>${cell ?? ''}</td>`).join('')}</tr>`)
      .join('')}</table></body></html>`
    await page.evaluate((content) => {
      const transfer = new DataTransfer()
      transfer.setData('text/html', content)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      )
    }, html)
    await expect.poll(summary).toContain('将新增 1 行（1 人）')
    expect(await margin('竺一鸣')).toContain('党政办公室')
    await page.getByRole('button', { name: '换一个文件' }).click()
    const list = (name: string, day: string) =>
      bookOf({ Sheet1: [['姓名', '身份证号', '单位', '编制类型'], person(name, day, '财政所', '事业编制')] })
    await page.getByTestId('import-file').setInputFiles([
      { name: '一.xlsx', mimeType: XLSX_TYPE, buffer: list('竺一鸣', '1980-01-05') },
      { name: '二.xlsx', mimeType: XLSX_TYPE, buffer: list('竺二凤', '1982-02-06') },
    ])
    await page.getByTestId('import-summary').waitFor()
    await importAll()
    await page.getByTestId('import-waiting').click()
    await page.locator('.proof-row', { hasText: '竺二凤' }).waitFor()
  })

  it('asks what a workbook dropped anywhere on the window is', async () => {
    await page.getByRole('link', { name: '总览', exact: true }).first().click()
    const drop = async () => {
      const dropped = await page.evaluateHandle(
        ({ base64 }) => {
          const transfer = new DataTransfer()
          transfer.items.add(
            new File([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)], '拖来的.xlsx'),
          )
          return transfer
        },
        { base64: bookOf({ Sheet1: SECTIONS }).toString('base64') },
      )
      await page.dispatchEvent('main', 'drop', { dataTransfer: dropped })
    }
    await drop()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await picture('drop')
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await page.locator('.proof-row', { hasText: '竺三江' }).waitFor()
    await drop()
    await dialog.getByText('不是这样，我来选').click()
    await dialog.getByRole('button', { name: '是别家的名单，比对' }).click()
    await page.getByText('竺三江').first().waitFor()
    expect(new URL(page.url()).hash).toContain('/compare')
  })
})
