import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { forge } from '../kit/county.ts'
import { smallTownship } from '../kit/open-core.ts'
import { windowPerTest } from './sample-window.ts'
import { ask } from './window-states.ts'

/* Two townships hand in, the county receives, sends one back, answers both; the township takes the answer in. */

const SECRET = '上报-口令-2026'
let page: Page
let folder = ''
let wrongs: readonly string[] = []
const { absent, skipped } = await windowPerTest((opened) => {
  ;({ page, folder, wrongs } = opened)
  page.setDefaultTimeout(30_000)
})

const look = async (name: string) => {
  const shots = process.env['COUNTY_PICTURES']
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) })
}
const go = (path: string) => page.evaluate((to) => (window.location.hash = to), `#${path}`)
const saved = async (press: () => Promise<unknown>, name: string) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const path = join(folder, name)
  await download.saveAs(path)
  return path
}
const township = async (name: string) => {
  const path = join(folder, `${name}.dingbian`)
  await smallTownship({ call: (operation, input) => ask(page, operation, input) }, { name, path })
  return path
}
const makePackage = () => page.getByTestId('make-package').click()

describe.skipIf(absent)(`从乡镇到县再回来${skipped}`, () => {
  it('is walked in the window: packages, receiving, a refusal, receipts, taken in and taken back', async () => {
    const east = await township('东乡')
    await page.reload()
    await go('/submit')
    await page.getByText('东乡：机构').waitFor()
    await look('submit')
    const eastFile = await saved(makePackage, 'east.dbpkg')
    await page.getByRole('table', { name: '上报过的' }).getByText('还没有').waitFor()

    await township('西乡')
    await page.reload()
    await go('/submit')
    const stick = join(folder, 'U盘')
    mkdirSync(stick)
    await page.getByRole('button', { name: '换到 U 盘或别的文件夹' }).click()
    const folders = page.getByRole('dialog')
    await folders.getByRole('button', { name: 'U盘' }).click()
    await folders.getByRole('button', { name: '就存在这里' }).click()
    const plain = await ask(page, 'package.make', {})
    const changed = join(folder, 'west-changed.dbpkg')
    writeFileSync(changed, forge(Buffer.from(plain.base64, 'base64'), { rows: { people: (rows) => rows.slice(1) } }))
    await page.getByLabel('加密').selectOption('passphrase')
    await page.getByLabel('口令').fill(SECRET)
    await makePackage()
    await page.getByRole('status').filter({ hasText: '已读回核对' }).waitFor()
    await look('submit-made')
    const westFile = join(stick, `西乡上报数据包（${await today()}）.dbpkg`)

    await go('/county')
    await page.getByRole('textbox', { name: '名称' }).fill('某县')
    await look('county-start')
    await page.getByTestId('create-county').click()
    await page.getByRole('heading', { name: '某县' }).waitFor()
    await page.getByText('还没有收到乡镇的数据包').waitFor()
    const countyPath = (await ask(page, 'county.status', {})).path ?? ''
    await page.getByRole('tab', { name: '收件' }).click()
    const receive = async (...files: readonly string[]) => {
      await page.getByTestId('package-files').setInputFiles([...files])
      await page.getByTestId('received').waitFor()
      return page.getByTestId('received').innerText()
    }
    const first = await receive(eastFile, changed)
    expect(first).toContain('收下 1 个，2 人；没有收下 1 个')
    expect(first).toContain('西乡重新拷一份')
    await look('county-receive')
    await page.reload()
    expect(await receive(westFile)).toContain('没有给口令')
    await page.reload()
    await page.getByLabel('口令').fill(SECRET)
    expect(await receive(eastFile, westFile)).toMatch(/东乡.*和已收下的完全一样[^]*西乡/u)

    await page.getByRole('tab', { name: '乡镇' }).click()
    const table = page.getByRole('grid', { name: '乡镇一览' })
    await table.getByText('西乡').waitFor()
    await look('county-townships')
    await table.getByText('东乡').click()
    const units = page.getByRole('table', { name: '机构编制' })
    await units.getByRole('button', { name: '2', exact: true }).click()
    await page.getByRole('complementary', { name: '名单' }).getByText('甲某').waitFor()
    await look('county-names')
    await page.keyboard.press('Escape')

    // 编办台账: a package that has not its number is sent back, and taken once it is put right.
    const setLedger = async (amount: number) => {
      await page.getByLabel('台账数').fill(String(amount))
      await page.getByTestId('set-ledger').click()
      await page.getByRole('table', { name: '编办台账' }).getByText(String(amount), { exact: true }).first().waitFor()
    }
    await setLedger(99)
    await look('county-ledger')
    const again = async (file: string) => {
      await page.getByRole('tab', { name: '收件' }).click()
      const outcome = await receive(file)
      await page.getByRole('tab', { name: '乡镇' }).click()
      await table.getByText('东乡').click()
      return outcome
    }
    expect(await again(eastFile)).toContain('行政编制核定 5 名（台账 99 名）')
    await setLedger(5)
    expect(await again(eastFile)).toContain('和已收下的完全一样')

    await page.getByRole('button', { name: '附一项核增、核减或用编核准' }).click()
    const item = page.getByRole('group', { name: '附带事项 1' })
    await item.getByLabel('机构').selectOption({ label: '党政办公室' })
    await item.getByLabel('名额').fill('3')
    await item.getByLabel('文号').fill('县编办〔2026〕8号')
    await look('county-receipt')
    const receipt = await saved(() => page.getByTestId('make-receipt').click(), 'east.dbreceipt')
    await page.getByRole('button', { name: '← 全部乡镇' }).click()
    await table.getByText('西乡').click()
    await page.getByLabel('这次上报').selectOption({ label: '退回' })
    await page.getByLabel('退回原因').fill('请补正文号')
    const sentBack = await saved(() => page.getByTestId('make-receipt').click(), 'west.dbreceipt')
    await page.getByRole('tab', { name: '汇总' }).click()
    await page.getByRole('table', { name: '合计' }).waitFor()
    const into = async (testId: string) => {
      await page.getByTestId(testId).click()
      await page.getByRole('dialog').getByRole('button', { name: '就存在这里' }).click()
    }
    await into('hand-up')
    await page.getByRole('status').filter({ hasText: '2 个乡镇、4 人' }).waitFor()
    await into('county-backup')
    await page.getByRole('status').filter({ hasText: '已备份到' }).waitFor()
    await page.getByTestId('county-verify').click()
    await page.getByRole('status').filter({ hasText: '逐个核对无误' }).waitFor()
    await look('county-totals')
    // Below the sums each township, which opens to its units.
    const below = page.getByRole('table', { name: '各乡镇' })
    await below.getByRole('button', { name: '东乡', exact: true }).first().click()
    await page.getByRole('table', { name: '机构编制' }).waitFor()
    await page.getByRole('tab', { name: '报表' }).click()
    await page.getByRole('region', { name: '乡镇机构编制汇总表纸样' }).getByText('东乡').waitFor()
    await look('county-forms')
    await page.getByLabel('报表').last().selectOption({ label: '乡镇机构编制台账' })
    await page.getByRole('region', { name: '乡镇机构编制台账纸样' }).getByText('党政办公室').first().waitFor()
    const form = await saved(() => page.getByTestId('county-form-save').click(), '台账.xlsx')
    expect(readFileSync(form).subarray(0, 2).toString()).toBe('PK')

    // The township has begun another book: told, and taken after a second word.
    mkdirSync(join(folder, '新'))
    const other = join(folder, '新', '东乡.dingbian')
    await smallTownship({ call: (operation, input) => ask(page, operation, input) }, { name: '东乡', path: other })
    const { base64 } = await ask(page, 'package.make', {})
    const otherFile = join(folder, 'other.dbpkg')
    writeFileSync(otherFile, Buffer.from(base64, 'base64'))
    await ask(page, 'county.open', { path: countyPath })
    await page.reload()
    await page.getByRole('tab', { name: '收件' }).click()
    expect(await receive(otherFile)).toContain('不是同一本编制本')
    await page.getByRole('button', { name: '改收这一本' }).click()
    await page.getByTestId('received').getByText('收下 1 个').waitFor()
    expect((await ask(page, 'county.figures', {})).townships).toBe(2)

    await ask(page, 'book.open', { path: east })
    await page.reload()
    await go('/submit')
    const choose = (path: string) => page.getByTestId('receipt-file').setInputFiles(path)
    await choose(sentBack)
    await page.getByRole('alert').filter({ hasText: '是给西乡的回执' }).waitFor()
    await page.getByRole('button', { name: '换一个文件' }).click()
    await choose(receipt)
    await page.getByRole('table', { name: '回执附带的事项' }).getByText('党政办公室').first().waitFor()
    await look('receipt-preview')
    expect((await ask(page, 'figures.read', {})).totals.map((one) => one.quota)).toContain(5)
    await page.getByTestId('take-receipt').click()
    await page.getByRole('table', { name: '上报过的' }).getByText('已收下').waitFor()
    await look('receipt-taken')
    expect((await ask(page, 'figures.read', {})).totals.map((one) => one.quota)).toContain(8)
    await page.getByTestId('undo').click()
    await expect.poll(async () => (await ask(page, 'figures.read', {})).totals.map((one) => one.quota)).toContain(5)
    expect(wrongs).toEqual([])
  })
})

async function today(): Promise<string> {
  return (await ask(page, 'book.status', {})).today
}
