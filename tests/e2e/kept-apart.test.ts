import { createServer } from 'node:http'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDoorFile } from '../../electron/host/open-browser.ts'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { inventedId } from '../kit/people.ts'
import { openPage, startApp, type RunningApp } from './running-app.ts'

/* What is hers alone: the address of the program, and an ID number she copied. */

const launched = await launchBrowser()
if (launched.browser === null) process.stdout.write(`skipped: ${launched.reason}\n`)

describe.skipIf(launched.browser === null)('what is hers alone', () => {
  const browser = launched.browser as Browser
  const folder = temporaryFolder()
  let app: RunningApp
  beforeAll(async () => {
    app = await startApp(join(folder.path, 'data'))
  })
  afterAll(async () => {
    await app.close()
    await browser.close()
    folder.dispose()
  })

  it('the file that opens the program leads to it, and the secret is gone from the address at once', async () => {
    const door = writeDoorFile(join(folder.path, 'opening'), app.address)
    const page = await (await browser.newContext()).newPage()
    await page.goto(door.url)
    await page.waitForURL(`${new URL(app.address).origin}/**`)
    await page.getByText('新建', { exact: false }).first().waitFor()
    expect(page.url()).not.toContain(new URL(app.address).hash.slice(1))
    await page.context().close()
  })

  it('备份与安全 says that nobody has been connected to', async () => {
    const { page, wrongs } = await openPage(browser, app.address)
    await page.getByRole('button', { name: '打开示例乡' }).click()
    await page.getByRole('link', { name: '备份与安全', exact: true }).click()
    const said = page.getByTestId('connections')
    await said.waitFor()
    expect(await said.innerText()).toMatch(
      /^从 .+ 打开到现在，程序没有向任何地方连接过（0 次），页面也没有从别处取过文件。$/,
    )
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  /** Copies what the field holds, as Ctrl+C does. */
  async function copy(page: Page, text: string): Promise<void> {
    await page.evaluate((value) => {
      const field = document.createElement('textarea')
      field.value = value
      document.body.append(field)
      field.focus()
      field.select()
    }, text)
    await page.keyboard.press('Control+C')
    await page.evaluate(() => document.activeElement?.remove())
  }
  const onClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

  it('a copied ID number is taken off the clipboard after a minute; a name stays, and what was copied since', async () => {
    const id = inventedId('1990-01-01')
    const { page, wrongs } = await openPage(browser, app.address)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.clock.install()
    await copy(page, `张三 ${id}`)
    expect(await onClipboard(page)).toBe(`张三 ${id}`)
    await page.clock.fastForward(59_000)
    expect(await onClipboard(page)).toBe(`张三 ${id}`)
    await page.clock.fastForward(2_000)
    await expect.poll(() => onClipboard(page)).toBe('')
    await copy(page, '张三')
    await page.clock.fastForward(120_000)
    expect(await onClipboard(page)).toBe('张三')
    await copy(page, id)
    await copy(page, '党政办公室')
    await page.clock.fastForward(120_000)
    expect(await onClipboard(page)).toBe('党政办公室')
    expect(wrongs).toEqual([])
    await page.context().close()
  })

  it('control: a page of another program keeps it for ever', async () => {
    const plain = createServer((_, response) => response.end('<!doctype html><title>x</title>'))
    await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done))
    const page = await (await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage()
    await page.goto(`http://127.0.0.1:${(plain.address() as AddressInfo).port}/`)
    await page.clock.install()
    const id = inventedId('1990-01-01')
    await copy(page, id)
    await page.clock.fastForward(120_000)
    expect(await onClipboard(page)).toBe(id)
    await page.context().close()
    plain.close()
  })
})
