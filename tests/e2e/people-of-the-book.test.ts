import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { openPage, startApp } from './running-app.ts'
import { launchBrowser } from '../kit/browser.ts'
import { temporaryFolder } from '../kit/book.ts'
import { ask } from './window-states.ts'

/* Four people and four passwords, the recovery sheet, a new password, one who goes; and somebody who has left, erased. As a clerk clicks it. */

const launched = await launchBrowser()
if (launched.browser === null) process.stdout.write(`skipped: ${launched.reason}\n`)

const MINE = '竹筏与灯塔7'
const OTHERS = [
  ['李经办', '经办', '石桥下的鹭鸶'],
  ['周审核', '审核', '第三格抽屉里'],
  ['孙查看', '查看', '雨后晒谷子啊'],
] as const

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
const dialog = (page: Page) => page.getByRole('dialog')
const fill = (page: Page, label: string, text: string) =>
  dialog(page)
    .getByLabel(new RegExp(`^${label}\\*?$`))
    .fill(text)
const safety = async (page: Page) => {
  await page.evaluate(() => (location.hash = '#/backup'))
  await page.getByRole('heading', { name: '用户和密码' }).waitFor()
}
async function unlock(page: Page, password: string): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(password)
  await button(page, '解锁').click()
}

describe.skipIf(launched.browser === null)('the people of a book', () => {
  // One walk: what comes after stands on what came before.
  it('come in, each with her own; one is erased, one goes, and the sheet opens what a password was forgotten for', async () => {
    const { browser } = launched
    if (browser === null) return
    const folder = temporaryFolder()
    const data = join(folder.path, 'data')
    const open = openCore(data)
    const { path } = await smallTownship(open)
    await open.call('event.add', {
      event: {
        type: 'exit',
        on: '2026-06-01',
        document: { number: '试编发〔2026〕9号' },
        person: '乙某',
        cause: '32',
        proofs: ['辞职申请', '单位研究意见'],
      },
    })
    await open.core.close()
    const app = await startApp(data, { book: path })
    const { page, wrongs } = await openPage(browser, app.address)
    await page.locator('h1').first().waitFor()

    // The first password, and its sheet.
    await safety(page)
    await button(page, '设密码').click()
    await fill(page, '您的姓名', '王管理')
    await fill(page, '密码', MINE)
    await fill(page, '再输一次', MINE)
    await dialog(page).getByRole('button', { name: '设密码', exact: true }).click()
    const sheet = page.getByTestId('recovery-code')
    await sheet.waitFor()
    const code = (await sheet.innerText()).trim()
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    await button(page, '已打印或抄好').click()

    // Three more.
    for (const [name, role, password] of OTHERS) {
      await button(page, '增加用户').click()
      await fill(page, '姓名', name)
      for (const box of await dialog(page).getByRole('checkbox').all()) if (await box.isChecked()) await box.uncheck()
      await dialog(page)
        .getByRole('checkbox', { name: new RegExp(`^${role}：`) })
        .check()
      await fill(page, '新密码', password)
      await fill(page, '再输一次', password)
      await fill(page, '您自己的密码', MINE)
      await button(page, '确定').click()
      await page.getByRole('table', { name: '用户' }).getByText(name).waitFor()
    }

    // Somebody who has left is erased: told first, then the name once more.
    await page.getByLabel('离开的人').selectOption({ label: '乙某（党政办公室，2026-06-01 离开）' })
    await button(page, '清除个人信息…').click()
    await button(page, '下一步').click()
    await fill(page, '再输一次姓名', '乙某')
    await fill(page, '理由', '本人申请，保存期限已满')
    await button(page, '清除，不能恢复').click()
    await page.getByTestId('erase-remains').waitFor()
    expect(await page.getByTestId('erase-remains').innerText()).toContain('不再有')
    await button(page, '关闭').click()
    expect(await ask(page, 'book.verify', {})).toMatchObject({ ok: true })

    // Each comes in with her own and finds what her role may.
    for (const [name, role, password] of OTHERS) {
      await safety(page)
      await button(page, '现在锁定').click()
      await unlock(page, '不是这个密码')
      await page.locator('.lock .error-line, .lock [role="alert"]').first().waitFor()
      await unlock(page, password)
      await page.getByText(`${name}（您）`).waitFor()
      expect(await button(page, '增加用户').count()).toBe(0)
      // 经办 is asked what it is to be; the others are told that it is not theirs.
      const said = await ask(page, 'event.add', { event: { type: 'nothing' } as never }).then(
        () => '',
        (error: Error) => error.message,
      )
      expect([role, said.includes('角色')]).toEqual([role, role !== '经办'])
    }

    // A new password for the one who is here now, typed by herself.
    await button(page, '改我的密码').click()
    await fill(page, '新密码', '换了一个新的呀')
    await fill(page, '再输一次', '换了一个新的呀')
    await fill(page, '现在的密码', OTHERS[2][2])
    await button(page, '确定').click()
    await page.getByText('已改好').waitFor()
    await button(page, '现在锁定').click()
    await unlock(page, OTHERS[2][2])
    await page.locator('.lock .error-line, .lock [role="alert"]').first().waitFor()
    await unlock(page, MINE)

    // She goes.
    await page.getByText('王管理（您）').waitFor()
    await page
      .getByRole('row', { name: /孙查看/ })
      .getByRole('button', { name: '改动' })
      .click()
    await dialog(page).getByRole('checkbox', { name: /^停用/ }).check()
    await fill(page, '您自己的密码', MINE)
    await button(page, '确定').click()
    await page.getByText('孙查看（已停用）').waitFor()
    await button(page, '现在锁定').click()
    await unlock(page, '换了一个新的呀')
    await page.locator('.lock .error-line, .lock [role="alert"]').first().waitFor()
    expect(wrongs).toEqual([])
    await page.context().close()
    await app.close()

    // The password is forgotten: the sheet.
    const again = await startApp(data)
    const opened = await openPage(browser, again.address)
    await opened.page.getByRole('button', { name: '试验乡', exact: true }).first().click()
    await button(opened.page, /忘了密码/).click()
    await fill(opened.page, '恢复单上的号码', code)
    await fill(opened.page, '您的姓名', '王管理')
    await fill(opened.page, '新密码', '芦苇荡里的船')
    await fill(opened.page, '再输一次新密码', '芦苇荡里的船')
    await button(opened.page, '打开并设新密码').click()
    await opened.page.getByRole('heading', { name: '总览' }).waitFor()
    const { entries } = await ask(opened.page, 'journal.read', {})
    expect(entries.map(({ summary }) => summary).join('')).toContain('王管理用恢复单打开')
    expect(await ask(opened.page, 'book.verify', {})).toMatchObject({ ok: true, problems: [] })
    expect(opened.wrongs).toEqual([])
    await opened.page.context().close()
    await again.close()
    await browser.close()
    folder.dispose()
  })
})
