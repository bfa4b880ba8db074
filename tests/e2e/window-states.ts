import type { Page } from 'playwright-core'
import { OPERATIONS, type CallInput, type OperationName, type Output } from '../../electron/contract/operations.ts'
import type { Reply } from '../../electron/contract/messages.ts'

/*
 * Every state of the window worth looking at, declared once: each screen with its views, each drawer and dialog and how one gets there.
 * What is looked at everywhere (size, contrast, structure for a screen reader, pictures) goes through this list; `tests/renderer/window-states.test.ts`
 * fails for a screen, a dialog or a drawer that nobody declared here.
 */

export interface WindowState {
  /** Latin, for the name of its picture. */
  readonly key: string
  /** The address without `#`. */
  readonly at: string
  /** From the address to the state; nothing for a screen as it comes. */
  readonly open?: (page: Page, places: Places) => Promise<void>
  /** The source files whose dialog or drawer this shows. */
  readonly shows?: readonly string[]
}

const press =
  (...names: readonly (string | RegExp)[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names)
      await page
        .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
        .first()
        .click()
  }
const pressAt =
  (selector: string) =>
  async (page: Page): Promise<void> =>
    page.locator(selector).first().click()
const inTurn =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page)
  }
const choose =
  (testId: string, name: string, text: string) =>
  async (page: Page): Promise<void> =>
    page.getByTestId(testId).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

/** What the county sends back: somebody who is another there, one too many, one who cannot be read, nobody else. */
const COUNTY_LIST = '姓名,身份证号,学历\n冯长青,,博士研究生\n多一人,,\n,12,大学\n'

/** A month nobody can read, one that is put right, a remark, and a heading; and one in order. */
const REFUSED_ROSTER = `竹溪乡人员花名册,,,,
姓名,身份证号,单位,编制类型,出生年月
甄一人,,党政综合办公室,行政编制,八零年头
甄二人,,党政综合办公室,行政编制,1985.03
`
const GOOD_ROSTER = '姓名,身份证号,单位,编制类型\n甄三人,,党政综合办公室,行政编制\n'
/** From wherever the import stands to the proof of this file. */
const proof =
  (text: string) =>
  async (page: Page): Promise<void> => {
    const again = page.getByRole('button', { name: '换一个文件' })
    if ((await again.count()) > 0) await again.click()
    await choose('import-file', '来的表.csv', text)(page)
    await page.getByTestId('import-summary').waitFor()
  }

/** 褚卫东, who has something of every kind once `prepare` has run. */
const PERSON = '/people?list=all&person={person}'

const SCREEN_STATES: readonly WindowState[] = [
  { key: 'start', at: '/start' },
  { key: 'start-plans', at: '/start', open: pressAt('.pack-others summary') },
  { key: 'overview', at: '/overview' },
  { key: 'units', at: '/units' },
  { key: 'posts', at: '/units?view=posts' },
  { key: 'seats', at: '/seats' },
  { key: 'people', at: '/people' },
  { key: 'records', at: '/records?kind=training' },
  { key: 'structure', at: '/structure' },
  { key: 'lrmx', at: '/appointment-forms' },
  { key: 'fields', at: '/fields' },
  { key: 'changes', at: '/changes' },
  { key: 'history', at: '/changes?tab=history' },
  { key: 'cards', at: '/changes?tab=cards', open: pressAt('[data-testid="card-line"] button') },
  { key: 'card-targets', at: '/changes?tab=cards&edit=1' },
  { key: 'change-sheet', at: '/changes?tab=sheet' },
  { key: 'documents', at: '/changes?tab=documents' },
  { key: 'off-quota', at: '/changes?tab=off-quota' },
  { key: 'event-exit', at: '/changes?tab=register&event=exit' },
  { key: 'event-entry', at: '/changes?tab=register&event=entry' },
  { key: 'many-choose', at: '/changes?tab=register&many=yes' },
  { key: 'many-events', at: '/changes?tab=register&event=exit&many=yes' },
  { key: 'findings', at: '/findings' },
  { key: 'laws', at: '/laws' },
  { key: 'findings-people', at: '/findings?by=person' },
  { key: 'findings-explained', at: '/findings?tab=explained' },
  { key: 'findings-cured', at: '/findings?tab=cured' },
  { key: 'compare', at: '/compare' },
  {
    key: 'compare-filled',
    at: '/compare',
    open: async (page) => {
      await choose('compare-file', '县名册.csv', COUNTY_LIST)(page)
      await page
        .getByRole('row', { name: /只有编制本有/ })
        .first()
        .waitFor()
    },
  },
  { key: 'forecast', at: '/forecast' },
  { key: 'forecast-lines', at: '/forecast?part=lines' },
  { key: 'due', at: '/due' },
  { key: 'duties', at: '/duties' },
  { key: 'duties-month', at: '/duties?month=2026-12' },
  { key: 'packs', at: '/packs' },
  { key: 'holidays', at: '/packs?tab=holidays' },
  { key: 'notice', at: '/notice' },
  { key: 'notice-issued', at: '/notice?view=issued' },
  { key: 'notice-life', at: '/notice?view=issued&notice={notice}' },
  { key: 'fill', at: '/fill' },
  { key: 'bureau', at: '/bureau' },
  { key: 'submit', at: '/submit' },
  { key: 'county', at: '/county' },
  { key: 'reports', at: '/reports' },
  { key: 'adhoc', at: '/reports?form=adhoc' },
  { key: 'paper-packs', at: '/paper-packs' },
  { key: 'import', at: '/import' },
  { key: 'import-proof', at: '/import', open: proof(REFUSED_ROSTER) },
  {
    key: 'import-confirm',
    at: '/import',
    open: inTurn(proof(GOOD_ROSTER), press('下一步：确认'), (page) => page.getByTestId('import-commit').waitFor()),
  },
  { key: 'backup', at: '/backup' },
  { key: 'help', at: '/help' },
  { key: 'help-laws', at: '/help?part=laws' },
  { key: 'help-rules', at: '/help?part=rules' },
  { key: 'help-signs', at: '/help?part=signs' },
  { key: 'display', at: '/display' },
  { key: 'reform', at: '/reform' },
]

const DRAWER_STATES: readonly WindowState[] = [
  { key: 'person', at: PERSON, shows: ['features/person/person-drawer.tsx'] },
  { key: 'person-correct', at: PERSON, open: press('更正信息') },
  { key: 'explain-line', at: '/overview', open: pressAt('.seat-count'), shows: ['features/explain/line-explain.tsx'] },
  {
    key: 'explain-total',
    at: '/overview',
    open: pressAt('.totals .figure'),
    shows: ['features/explain/total-explain.tsx'],
  },
  {
    key: 'explain-leadership',
    at: '/overview',
    open: press(/^领导职数 核定/),
    shows: ['features/explain/leadership-explain.tsx'],
  },
  {
    key: 'structure-people',
    at: '/structure',
    open: pressAt('.structure-table button, .grid tbody button'),
    shows: ['features/structure/structure-people.tsx'],
  },
  { key: 'unit-form', at: '/units', open: press('设立机构'), shows: ['features/units/event-drawer.tsx'] },
  { key: 'quota-form', at: '/units', open: press('核定编制') },
  { key: 'leadership-form', at: '/units', open: press('乡领导班子领导职数') },
  { key: 'chronicle', at: '/units', open: press(/沿革$/), shows: ['features/units/chronicle-drawer.tsx'] },
  {
    key: 'record-form',
    at: '/records?kind=training',
    open: press('登记培训'),
    shows: ['features/records/record-form.tsx'],
  },
  {
    key: 'many-records',
    at: '/records?kind=annualReview',
    open: press('为多人登记'),
    shows: ['features/records/many-records.tsx'],
  },
  {
    key: 'import-records',
    at: '/records?kind=training',
    open: press('从表格导入'),
    shows: ['features/records/import-records.tsx'],
  },
  { key: 'entry', at: '/changes?tab=history&entry=2', shows: ['features/change/entry-drawer.tsx'] },
  { key: 'problem-list', at: '/findings', open: press('问题清单…'), shows: ['parts/check-paper.tsx'] },
  { key: 'rectification', at: '/findings', open: press('整改通知…') },
  { key: 'seen-list', at: '/people', open: press('打印所见…'), shows: ['parts/seen-list.tsx'] },
  { key: 'pack-head', at: '/packs', open: press('另存为本地规则包'), shows: ['features/packs/head-form.tsx'] },
  {
    key: 'pack-parameter',
    at: '/packs?pack={pack}',
    open: press(/^改(?!规则)/),
    shows: ['features/packs/parameter-form.tsx'],
  },
  {
    key: 'pack-rule',
    at: '/packs?pack={pack}',
    open: inTurn((page) => page.getByRole('tab', { name: /^规则 ?\d/ }).click(), press(/^改规则/)),
    shows: ['features/packs/rule-form.tsx'],
  },
]

const DIALOG_STATES: readonly WindowState[] = [
  { key: 'reveal-number', at: PERSON, open: press('查看完整号码'), shows: ['features/person/person-facts.tsx'] },
  { key: 'look', at: PERSON, open: press('查看简历'), shows: ['features/person/look-button.tsx'] },
  { key: 'choose-columns', at: '/people', open: press('列…'), shows: ['features/roster/choose-columns.tsx'] },
  {
    key: 'replace',
    at: '/people',
    open: async (page) => {
      await page
        .locator('.cells-scroll')
        .first()
        .click({ position: { x: 60, y: 60 } })
      await page.keyboard.press('Control+h')
      await page.getByLabel('在表里找', { exact: true }).fill('大学')
      await page.getByRole('button', { name: /^全部替换/ }).click()
    },
    shows: ['ui/sheet/find-bar.tsx'],
  },
  {
    key: 'remove-record',
    at: '/records?kind=training',
    open: inTurn(
      (page) => page.getByRole('gridcell', { name: '乡村振兴专题' }).first().dblclick(),
      press('删去这一条…'),
    ),
    shows: ['features/records/remove-record.tsx'],
  },
  {
    key: 'adopt-law',
    at: '/laws?law=lingwu-2018',
    open: press('采用…'),
    shows: ['features/laws/adopt-law.tsx'],
  },
  { key: 'copy-back', at: '/people', open: press('取回修改…'), shows: ['features/roster/copy-drawer.tsx'] },
  { key: 'duty-done', at: '/duties?view=list', open: press('办结…'), shows: ['features/duties/done-dialog.tsx'] },
  { key: 'duty-dates', at: '/duties', open: press('本地日期…'), shows: ['features/duties/date-settings.tsx'] },
  { key: 'explain-finding', at: '/findings', open: press('说明…'), shows: ['features/findings/explain-dialog.tsx'] },
  {
    key: 'reopen-finding',
    at: '/findings?tab=explained',
    open: press('重新打开…'),
    shows: ['features/findings/reopen-dialog.tsx'],
  },
  {
    key: 'refuse-difference',
    at: '/compare',
    open: inTurn(choose('compare-file', '县名册.csv', '姓名,学历\n冯长青,博士研究生\n多一人,\n'), press('保留编制本…')),
    shows: ['features/compare/refuse-dialog.tsx'],
  },
  {
    key: 'pay',
    at: '/compare',
    open: inTurn(choose('compare-file', '工资表.csv', '姓名,应发工资\n冯长青,5000\n'), press(/工资/)),
    shows: ['features/compare/pay-dialog.tsx'],
  },
  {
    key: 'pack-choose',
    at: '/packs?pack={pack}',
    open: press('换用…'),
    shows: ['features/packs/choose-pack.tsx'],
  },
  { key: 'pack-import', at: '/packs', open: press('导入规则包…'), shows: ['features/packs/import-pack.tsx'] },
  {
    key: 'holidays-import',
    at: '/packs?tab=holidays',
    open: press('导入一年的放假安排…'),
    shows: ['features/packs/import-holidays.tsx'],
  },
  {
    key: 'backup-done',
    at: '/backup',
    open: inTurn(
      (page) => page.getByTestId('backup-now').click(),
      (page) => page.getByText('已备份并校验').waitFor(),
    ),
    shows: ['features/backup/make-backup.tsx'],
  },
  {
    key: 'restore',
    at: '/backup',
    open: pressAt('[data-testid="backup-row"] button'),
    shows: ['features/backup/restore-dialog.tsx'],
  },
  {
    key: 'backup-folders',
    at: '/backup',
    open: press('备份到 U 盘…'),
    shows: ['features/backup/folders.tsx', 'ui/folder-browser.tsx'],
  },
  { key: 'book-folders', at: '/start', open: press('浏览文件夹…'), shows: ['parts/book-folders.tsx'] },
  {
    key: 'save-adhoc',
    at: '/reports?form=adhoc',
    open: (page) => page.getByTestId('adhoc-save').click(),
    shows: ['features/reports/save-adhoc.tsx'],
  },
  {
    key: 'keep-layout',
    at: '/reports?form=adhoc',
    open: press('保存为版式…'),
    shows: ['features/reports/kept-layouts.tsx'],
  },
  {
    key: 'save-report',
    at: '/reports?form={idForm}',
    open: (page) => page.getByTestId('report-save').click(),
    shows: ['features/reports/save-report.tsx'],
  },
  {
    key: 'reveal-report',
    at: '/reports?form={idForm}',
    open: press('显示完整身份证号…'),
    shows: ['features/reports/reveal-ids.tsx'],
  },
  {
    key: 'look-at-form',
    at: '/appointment-forms',
    open: inTurn(
      choose(
        'lrmx-files',
        '褚卫东.lrmx',
        '<?xml version="1.0" encoding="utf-8"?>\n<Person><XingMing>褚卫东</XingMing><JianLi>2001.09--2005.07  某学院学习</JianLi></Person>\n',
      ),
      press('查看遮住的内容'),
    ),
    shows: ['features/lrmx/look-at-form.tsx'],
  },
  { key: 'own-field', at: '/fields', open: press('增设栏目'), shows: ['features/own-fields/own-field-form.tsx'] },
  { key: 'own-field-remove', at: '/fields', open: press('撤去'), shows: ['features/own-fields/own-fields-screen.tsx'] },
  {
    key: 'notice-sign',
    at: '/notice',
    open: (page) => page.getByTestId('draft-checked').click(),
    shows: ['features/notice/sign-dialog.tsx'],
  },
  {
    key: 'notice-issue',
    at: '/notice',
    open: async (page) => {
      await page.locator('[data-testid="notice-issue"]:enabled').click()
    },
    shows: ['features/notice/issue-dialog.tsx'],
  },
  {
    key: 'objection-new',
    at: '/notice?view=issued&notice={notice}',
    open: (page) => page.getByTestId('objection-receive').click(),
    shows: ['features/notice/receive-objection.tsx'],
  },
  {
    key: 'objection-close',
    at: '/notice?view=issued&notice={notice}',
    open: press('办结…'),
    shows: ['features/notice/close-objection.tsx'],
  },
  {
    key: 'notice-photo',
    at: '/notice?view=issued&notice={notice}',
    open: press('现场.png'),
    shows: ['features/notice/photo-list.tsx'],
  },
  {
    key: 'notice-end',
    at: '/notice?view=issued&notice={ended}',
    open: (page) => page.getByTestId('notice-close').click(),
    shows: ['features/notice/end-steps.tsx'],
  },
  {
    key: 'complete-document',
    at: '/changes?tab=documents',
    open: press(/去补登/),
    shows: ['features/change/complete-document.tsx'],
  },
  { key: 'scan', at: '/changes?tab=documents', open: press('批复.png'), shows: ['features/change/scan-viewer.tsx'] },
  {
    key: 'card-reveal',
    at: '/changes?tab=cards',
    open: inTurn(pressAt('[data-testid="card-line"] button'), press('显示完整号码…')),
    shows: ['features/change/card-sheet.tsx'],
  },
  { key: 'views', at: '/people', open: press('视图…'), shows: ['parts/sheet-views.tsx'] },
  {
    key: 'stale',
    at: PERSON,
    open: async (page, { person: personId }) => {
      await page.getByRole('button', { name: '更正信息', exact: true }).click()
      const form = page.getByRole('complementary', { name: '人员详情' })
      await form.getByRole('textbox', { name: '籍贯' }).fill('江西抚州')
      // Meanwhile another window changes the same person.
      await ask(page, 'person.correct', { personId, changes: { nativePlace: '江西南昌' }, reason: '核对档案' })
      await form.getByRole('textbox', { name: '理由' }).fill('核对档案')
      await form.locator('button[type="submit"]').click()
    },
    shows: ['parts/stale-question.tsx'],
  },
  { key: 'keys', at: '/overview', open: (page) => page.keyboard.press('F1'), shows: ['features/shell/key-sheet.tsx'] },
  {
    key: 'window-drop',
    at: '/overview',
    open: async (page) => {
      await page.evaluate(() => {
        const transfer = new DataTransfer()
        transfer.items.add(new File(['姓名,身份证号\n甲一,\n'], '花名册.csv'))
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
      })
    },
    shows: ['features/shell/window-drop.tsx'],
  },
  {
    key: 'undo-question',
    at: '/changes?tab=history&entry={many}',
    open: press('撤销这条'),
    shows: ['parts/undo-question.tsx'],
  },
  {
    key: 'find',
    at: '/overview',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.insertText('退休')
      await page.getByRole('option').first().waitFor()
    },
  },
  { key: 'as-of', at: '/overview', open: pressAt('.as-of') },
]

/** Laid over the window only in a book whose people each have a password, or with a reform plan: not gone to from the sample township. */
export const OF_OTHER_BOOKS = [
  'features/reform/force-dialog.tsx',
  'features/reform/people-tab.tsx',
  'features/reform/plan-form.tsx',
  'features/reform/step-form.tsx',
  'features/county/county-people.tsx',
  'features/access/password-question.tsx',
  'features/backup/book-people.tsx',
  'features/backup/erase-people.tsx',
  'features/start/forgotten.tsx',
  'parts/recovery-sheet.tsx',
] as const

export const WINDOW_STATES: readonly WindowState[] = [...SCREEN_STATES, ...DRAWER_STATES, ...DIALOG_STATES]
export const SCREENS_ONLY = SCREEN_STATES

/** What stands in braces in the addresses. */
export type Places = Readonly<Record<'person' | 'notice' | 'ended' | 'pack' | 'idForm' | 'many', string>>

/** Asks the core as the page does: a command with a number of its own and what the book holds now. */
export async function ask<K extends OperationName>(page: Page, name: K, input: CallInput<K>): Promise<Output<K>> {
  const reply = await page.evaluate(
    async ({ operation, body, isCommand }) => {
      const send = async (one: string, what: unknown, said: Readonly<Record<string, string>>) => {
        const answer = await fetch(`/call/${one}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${sessionStorage.getItem('dingbian.token') ?? ''}`,
            'content-type': 'application/json',
            ...said,
          },
          body: JSON.stringify(what),
        })
        return (await answer.json()) as { readonly head?: string }
      }
      if (!isCommand) return send(operation, body, {})
      const { head } = await send('book.status', {}, {})
      return send(operation, body, {
        'x-request-id': `${crypto.randomUUID()}.1`,
        ...(head === undefined ? {} : { 'x-book-head': head }),
      })
    },
    { operation: name, body: input, isCommand: OPERATIONS[name].kind === 'command' },
  )
  const said = reply as Reply<Output<K>>
  if (!said.ok) throw new Error(`${name}: ${said.error.message}`)
  return said.value
}

/** Goes to a state from wherever the window is, and waits until nothing is being fetched. */
export async function goToState(page: Page, state: WindowState, places: Places): Promise<void> {
  const at = state.at.replaceAll(/\{(\w+)\}/g, (_, name: keyof Places) => places[name])
  // By another screen: what the last state left open is gone. A dialog of the shell stays until it is closed.
  while ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape')
  for (const path of ['/display', at]) {
    await page.evaluate((hash) => (location.hash = hash), `#${path}`)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  await page.locator('h1').first().waitFor()
  await settled(page)
  await state.open?.(page, places)
  await settled(page)
}

/** No skeleton, nothing busy, and two frames since. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]:not(button)') === null)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]:not(button)') === null)
}
