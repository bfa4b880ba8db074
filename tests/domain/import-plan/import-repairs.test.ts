import { expect, it } from 'vitest'
import { readMonthOrDate } from '../../../electron/domain/table/read-date.ts'
import { readHomeUnit, readSecondedOut } from '../../../electron/domain/import-plan/seconded-out.ts'
import { leadershipRole } from '../../../electron/domain/import-plan/leadership-role.ts'
import { inventedId } from '../../kit/people.ts'
import { personCells, rosterPlan } from '../../kit/import-plan.ts'

const number = inventedId('1985-06-16')
const wide = (text: string) =>
  text.replaceAll(/[0-9A-Z]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
const date = (value: number, shown: string, day: string) => ({ kind: 'date', value, shown, day }) as const
const numeric = (value: number, shown = String(value)) => ({ kind: 'number', value, shown }) as const

it.each([
  ['1985-06', '1985-06'],
  ['1985.06', '1985-06'],
  ['198506', '1985-06'],
  ['1985年6月', '1985-06'],
  ['1985/6', '1985-06'],
  ['１９８５．０６', '1985-06'],
  ['1985-6-16', '1985-06-16'],
  ['19850616', '1985-06-16'],
  ['1985.10', '1985-10'],
  ['1985/1', '1985-01'],
])('the text %s is read as %s', (written, read) => {
  expect(readMonthOrDate(written, true)).toEqual({ kind: 'value', value: read })
})

it('cells: a date typed as a month is its month, a day stays a day, a number is read as the sheet shows it', () => {
  expect(readMonthOrDate(date(31199, '1985年6月', '1985-06-01'), false)).toEqual({ kind: 'value', value: '1985-06' })
  expect(readMonthOrDate(date(31199, 'Jun-85', '1985-06-01'), false)).toEqual({ kind: 'value', value: '1985-06' })
  expect(readMonthOrDate(date(31199, '1985/6/1', '1985-06-01'), true)).toEqual({ kind: 'value', value: '1985-06' })
  expect(readMonthOrDate(date(31199, '1985/6/1', '1985-06-01'), false)).toEqual({ kind: 'value', value: '1985-06-01' })
  expect(readMonthOrDate(date(31214, '1985/6/16', '1985-06-16'), true)).toEqual({ kind: 'value', value: '1985-06-16' })
  expect(readMonthOrDate(numeric(1985.06), true)).toEqual({ kind: 'value', value: '1985-06' })
  expect(readMonthOrDate(numeric(1985.1, '1985.10'), true)).toEqual({ kind: 'value', value: '1985-10' })
  expect(readMonthOrDate(numeric(198506), true)).toEqual({ kind: 'value', value: '1985-06' })
})

it.each([
  [numeric(1985.1), 'date_ambiguous'],
  ['1985.1', 'date_ambiguous'],
  ['1985', 'date_unreadable'],
  ['1985-13', 'date_unreadable'],
  ['1985-02-30', 'date_unreadable'],
  ['八五年', 'date_unreadable'],
])('%j is not guessed', (cell, code) => {
  expect(readMonthOrDate(cell, true)).toMatchObject({ kind: 'refused', code })
})

it.each([
  ['85.6', '1985-06'],
  ['99年9月', '1999-09'],
  ['08-5', '2008-05'],
  ['1985。6', '1985-06'],
  ['1985、06', '1985-06'],
  ['1985.6.', '1985-06'],
  ['2015年4月份', '2015-04'],
  ['一九八五年十二月二十一日', '1985-12-21'],
  ['二〇〇八年五月', '2008-05'],
  ['1985/6/16 0:00', '1985-06-16'],
  ['1985-06-16 00:00:00', '1985-06-16'],
  ['044927', '2023-01-01'],
  [numeric(31199), '1985-06-01'],
])('%j is read as %s', (cell, value) => {
  expect(readMonthOrDate(cell, false)).toEqual({ kind: 'value', value })
})

it('a two-digit year that fits two centuries is asked, not guessed', () => {
  expect(readMonthOrDate('35.6', false)).toMatchObject({ kind: 'refused', code: 'date_ambiguous' })
})

it('what is written oddly is put right, and every repair is shown with its cell', () => {
  const plan = rosterPlan([
    personCells({
      name: '试　甲',
      unit: '党政 办公室',
      idNumber: ` ${wide(number.slice(0, 6))} ${number.slice(6)}`,
      birth: '1985.06',
      ethnicity: '汉',
      politicalStatus: '党员',
      education: '本科',
      category: '行政',
      entryDocument: '试编办[2010]１号',
    }),
  ])
  expect(plan.refused).toEqual([])
  expect(plan.writes.people[0]).toMatchObject({ name: '试甲', idNumber: number, birth: '1985-06', ethnicity: '汉族' })
  expect(plan.writes.personVersions[0]).toMatchObject({ politicalStatus: '中共党员', education: '大学本科' })
  expect(plan.writes.holdings[0]).toMatchObject({
    category: 'administrative',
    entryDocumentNumber: '试编办〔2010〕1号',
  })
  const shown = Object.fromEntries(plan.repaired.map((cell) => [cell.column, [cell.from, cell.to]]))
  expect(shown).toEqual({
    A: ['党政 办公室', '党政办公室'],
    B: ['试　甲', '试甲'],
    D: [` ${wide(number.slice(0, 6))} ${number.slice(6)}`, number],
    E: ['1985.06', '1985-06'],
    F: ['汉', '汉族'],
    G: ['党员', '中共党员'],
    H: ['本科', '大学本科'],
    I: ['行政', '行政编制'],
    K: ['试编办[2010]１号', '试编办〔2010〕1号'],
  })
  expect(plan.repaired.find((cell) => cell.column === 'E')).toMatchObject({
    sheet: '花名册',
    row: 2,
    message: '第 2 行 出生年月：日期写法已统一。',
  })
})

it.each(['x', '×', 'Ｘ'])('a last place written %s is the X it stands for', (last) => {
  const withX = [
    '1978-05-25',
    '1990-01-09',
    '1981-01-01',
    '1982-01-01',
    '1983-01-01',
    '1984-01-01',
    '1985-01-01',
    '1986-01-01',
    '1987-01-01',
    '1988-01-01',
    '1989-01-01',
  ]
    .map((birth) => inventedId(birth))
    .find((id) => id.endsWith('X'))!
  const plan = rosterPlan([personCells({ idNumber: withX.slice(0, 17) + last })])
  expect([plan.writes.people[0]?.idNumber, plan.repaired.map((cell) => cell.to)]).toEqual([withX, [withX]])
})

it('a numeric ID cell is refused with its address and the reason, never repaired', () => {
  for (const cell of [
    numeric(362201197801019900, '3.62201E+17'),
    numeric(362201197801019, '362201197801019'),
    '3.62201E+17',
  ]) {
    const plan = rosterPlan([personCells(), personCells({ name: '试乙', idNumber: cell })])
    expect(plan.refused).toEqual([
      {
        sheet: '花名册',
        row: 3,
        column: 'D',
        code: 'id_number_numeric',
        message:
          '第 3 行 身份证号：单元格是数字，Excel 只保留前 15 位，后几位已经丢失，补不回来。请把这一列设为文本，照原件重新录入。',
      },
    ])
    expect(plan.rows.map((row) => row.action)).toEqual(['add', 'refuse'])
    expect(plan.repaired).toEqual([])
  }
})

it('a wrong check digit comes in with a note; a number of impossible length does not', () => {
  const wrong = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')
  const plan = rosterPlan([personCells({ idNumber: wrong })])
  expect([plan.writes.people[0]?.idNumber, plan.refused]).toEqual([wrong, []])
  expect(plan.rows[0]?.notes[0]).toMatchObject({
    level: 'warning',
    column: 'D',
    text: expect.stringMatching(/^第 2 行 身份证号：第 18 位应为 .，现为 .。请核对原件。/),
  })
  expect(rosterPlan([personCells({ idNumber: '3601111985061' })]).refused).toMatchObject([
    { code: 'id_number_length', column: 'D', message: expect.stringContaining('共 13 位，应为 18 位') },
  ])
})

it.each([
  [{ name: '' }, 'name_missing', 'B'],
  [{ unit: '' }, 'unit_missing', 'A'],
  [{ category: '' }, 'category_missing', 'F'],
  [{ category: '合同工' }, 'category_unknown', 'F'],
  [{ sex: '不详' }, 'sex_unknown', 'C'],
  [{ birth: '1985.1' }, 'date_ambiguous', 'E'],
  [{ enteredOn: '很久以前' }, 'date_unreadable', 'G'],
  [{ post: { kind: 'error', value: 0, shown: '#N/A' } as const }, 'cell_error', 'I'],
])('a row with %j is refused: %s in column %s', (cells, code, column) => {
  expect(rosterPlan([personCells(cells)]).refused).toMatchObject([{ row: 2, code, column }])
})

it('a remark tells who is lent out, where and since when', () => {
  expect(readSecondedOut('借调到县农业农村局（2026-01起）')).toEqual({
    counterpart: '县农业农村局',
    from: '2026-01-01',
    to: null,
  })
  expect(readSecondedOut('2026年借用至县委办（2025.03-2026.05）')).toEqual({
    counterpart: '县委办',
    from: '2025-03-01',
    to: '2026-06-01',
  })
  expect(readSecondedOut('抽调往县巡察办')).toEqual({ counterpart: '县巡察办', from: null, to: null })
  expect(readSecondedOut('会计，借自县文化局')).toBeNull()
  expect([readHomeUnit('借自县文化局'), readHomeUnit('县文化局借入'), readHomeUnit('文秘')]).toEqual([
    '县文化局',
    '县文化局',
    null,
  ])
})

it.each([
  ['党委书记', 'chief'],
  ['党委副书记、乡长', 'chief'],
  ['人大主席', 'chief'],
  ['镇党委书记', 'chief'],
  ['纪委书记', 'deputy'],
  ['党委副书记、纪委书记', 'deputy'],
  ['副乡长', 'deputy'],
  ['党委委员、武装部长', 'deputy'],
  ['党委副书记、政法书记', 'deputy'],
] as const)('%s of a 领导班子 is %s', (title, role) => {
  expect(leadershipRole('leadership', title)).toBe(role)
  expect(leadershipRole('office', title)).toBeNull()
})

it.each([
  ['借调县农业农村局', { counterpart: '县农业农村局', from: null, to: null }],
  ['2025年3月起借调县审计局', { counterpart: '县审计局', from: '2025-03-01', to: null }],
  ['借调到县委组织部（2025-03起）', { counterpart: '县委组织部', from: '2025-03-01', to: null }],
  ['2025年3月至2026年12月借调县农业农村局', { counterpart: '县农业农村局', from: '2025-03-01', to: '2027-01-01' }],
  ['借调到县水利局，2025.03—2026.12', { counterpart: '县水利局', from: '2025-03-01', to: '2027-01-01' }],
  ['借调到县委办（2025-03-15至2026-03-14）', { counterpart: '县委办', from: '2025-03-15', to: '2026-03-15' }],
  ['借调到县委组织部（至2026年12月）', { counterpart: '县委组织部', from: null, to: '2027-01-01' }],
  ['抽调县审计局，2026年12月31日止', { counterpart: '县审计局', from: null, to: '2027-01-01' }],
  ['借调至2026年12月', null],
  ['曾借调到县委办', null],
  ['拟借调到县纪委', null],
  ['选派到石桥村任第一书记', null],
  ['分管借调工作', null],
])('借出 in “%s”', (remark, read) => {
  expect(readSecondedOut(remark)).toEqual(read)
})

it('a sex or 民族 behind the name goes into its column, marks are dropped, and a conflict is asked', () => {
  const row = (cells: object) => {
    const plan = rosterPlan([personCells({ ...cells, idNumber: null })])
    return { person: plan.writes.people[0], notes: plan.rows.flatMap((each) => each.notes.map((note) => note.text)) }
  }
  const taken = row({ name: '张玉兰（女，苗族）★', sex: null, ethnicity: null })
  expect(taken.person).toMatchObject({ name: '张玉兰', sex: '女', ethnicity: '苗族' })
  for (const [name, bare, sex, ethnicity] of [
    ['诸葛亮 男', '诸葛亮', '男', null],
    ['孙尚香　女　侗族', '孙尚香', '女', '侗族'],
    ['王 芳 女', '王芳', '女', null],
    ['①马超', '马超', null, null],
    ['王　男', '王男', null, null],
  ])
    expect(row({ name, sex: null, ethnicity: null }).person).toMatchObject({ name: bare, sex, ethnicity })
  const asked = row({ name: '张玉兰（女）', sex: '男' })
  expect(asked.person).toMatchObject({ name: '张玉兰', sex: '男' })
  expect(asked.notes).toEqual([expect.stringContaining('姓名后标注“女”，性别列写“男”，哪个对？')])
})

it.each([
  ['已故', '像是已经去世'],
  ['调往县财政局', '像是已经调出'],
  ['内退', '像是长期不在岗'],
  ['从县城管局借用', '像是外单位借来'],
])('the remark “%s” is a question for the row', (remark, question) => {
  const plan = rosterPlan([personCells({ remark })])
  expect(
    plan.rows.flatMap((each) => each.notes.filter((note) => note.level === 'warning').map((note) => note.text)),
  ).toEqual(expect.arrayContaining([expect.stringContaining(question)]))
})

it('an ID number that passes its check is taken out of its label, brackets and hyphens, and it is said', () => {
  const whole = inventedId('1985-06-16')
  const hyphened = `${whole.slice(0, 6)}-${whole.slice(6, 14)}-${whole.slice(14)}`
  for (const written of [`身份证：${whole}`, `公民身份号码:${whole}`, `[${whole}]`, `（${whole}）`, hyphened]) {
    const plan = rosterPlan([personCells({ idNumber: written })])
    expect([written, plan.writes.people[0]?.idNumber, plan.refused]).toEqual([written, whole, []])
    expect(plan.repaired.map(({ from, to }) => [from, to])).toEqual([[written, whole]])
  }
  const wrong = `${whole.slice(0, 17)}${whole.endsWith('1') ? '2' : '1'}`
  const [refusal] = rosterPlan([personCells({ idNumber: `身份证：${wrong}` })]).refused
  expect(refusal?.code).toBe('id_number_length')
  expect(refusal?.message.match(/请核对原件/gu)).toHaveLength(1)
})
