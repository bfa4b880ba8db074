import { expect, it } from 'vitest'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'

/** Each table's rows, its cells joined. */
const tablesOf = (body: string) =>
  readWorkbook('html', Buffer.from(`<html><body>${body}</body></html>`)).sheets.map(({ rows }) =>
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')).join('|')),
  )
const TABLE = '<tr><th>姓名</th><th>职务</th></tr><tr><td>许小芹</td><td>所长</td></tr>'
const ROWS = ['姓名|职务', '许小芹|所长']

it.each([
  [
    'a caption',
    `<table border="1"><caption align="top">财政所<b>人员名单</b></caption><tbody>${TABLE}</tbody></table>`,
    ['财政所 人员名单'],
  ],
  ['a heading', `<h4 class="a">单位：财政所</h4><table>${TABLE}</table>`, ['单位：财政所']],
  ['a heading and a caption', `<h2>云溪乡</h2><table><caption>财政所</caption>${TABLE}</table>`, ['云溪乡', '财政所']],
  ['a labelled line', `<p>部门名称：财政所&nbsp;A&amp;B</p><table>${TABLE}</table>`, ['部门名称：财政所 A&B']],
  ['the title of a list', `<div><center><b>财政所花名册</b></center></div><table>${TABLE}</table>`, ['财政所花名册']],
])('%s over a table is its title', (_, body, titles) => {
  const [rows] = tablesOf(body)
  expect(rows?.map((row) => row.replaceAll('\u00a0', ' '))).toEqual([...titles, ...ROWS])
})

it('each table has its own, and what stands below the one before is not the next one’s', () => {
  const part = (unit: string) => `<h3>${unit}</h3><table>${TABLE}</table><p>以上共 1 人</p>`
  expect(tablesOf(part('财政所') + part('林业站'))).toEqual([
    ['财政所', ...ROWS],
    ['林业站', ...ROWS],
  ])
})

it('menus, greetings, notices and the cells of a table around it are no titles', () => {
  const menu = '<ul><li>党政办公室</li><li>财政所</li></ul><div>欢迎您，管理员</div>'
  const notice = `<p>单位：${'说明'.repeat(40)}</p>`
  expect(tablesOf(`${menu}${notice}<table>${TABLE}</table>`)).toEqual([ROWS])
  // The heading is the outer table's own cell and stays that, once.
  const rows = tablesOf(`<table><tr><td><h3>财政所</h3><table>${TABLE}</table></td></tr></table>`).flat()
  expect(rows.filter((row) => row.includes('财政所'))).toHaveLength(1)
})
