import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { formFacts } from '../../../electron/domain/forms/form-facts.ts'
import type { Form } from '../../../electron/domain/forms/form.ts'
import { formSheet } from '../../../electron/domain/forms/form-sheet.ts'
import { FORMS, formNamed } from '../../../electron/domain/forms/registry.ts'
import { FACT_TABLES, type FactRows } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import type { SheetModel } from '../../../electron/domain/report/sheet-model.ts'
import { noticeFacts } from '../../kit/notice-facts.ts'

/* The forms as the bureau knows them: their names, and their columns one by one, written down here from the forms themselves and not from the program. */

const FOUR = '编制数 实有人数 超配 缺配'
const LEADERS = '应配人数 实配人数 超配 缺配'

/** Title, and its headings in reading order; a group as 组{列 列}. Sources: the national civil-servant system's templates, 三表一库, the bureau's 人员信息表. */
const EXPECTED: readonly (readonly [id: string, title: string, headings: string])[] = [
  [
    'unit-staffing',
    '各单位编制与人员配备表',
    `机构名称 机构级别 行政编制数{${FOUR}} 事业编制数（参公）{${FOUR}} 事业编制数（其他）{${FOUR}} 工勤编制数{${FOUR}} 其他编制数{${FOUR}}`,
  ],
  [
    'leadership-staffing',
    '领导职数配备情况表',
    `机构名称 机构级别 机构类型 领导职数{${LEADERS}} 正职领导职数{${LEADERS}} 副职领导职数{${LEADERS}}`,
  ],
  [
    'quota-approval',
    '编制核定表',
    '序号 机构名称 批准文号 日期 编制数 编制类别{行政编制 政法专项编制 纪检监察行政编制 机关工勤人员编制 机关使用事业编制} 经费形式{全额拨款 差额补贴 经费自理} 事业编制结构{管理人员 专业技术人员 工勤人员} 领导职数{正 副} 内设机构数 备注',
  ],
  [
    'quota-chronicle',
    '机构编制沿革表',
    '文件文号 下发时间 文件名称 机构名称 隶属关系 经费形式 主要职责 编制数额 领导职数',
  ],
  [
    'quota-overview',
    '机构编制基本情况表',
    '单位名称 隶属关系 经费形式 编制数 实有人员数 领导职数 分类情况 历年用编情况',
  ],
  ['transfers', '人员调动情况表', '姓名 调入单位 调出单位 经费形式 入编文号 变动类型'],
  [
    'vacancy-month',
    '减员空编情况统计表',
    '序号 单位名称 编制类型 核定编制数 期初实有人数 本期减员人数 期末实有人数 期末空编数 减员人员及原因 备注',
  ],
  [
    'changes-month',
    '人员变动情况月报表',
    '序号 姓名 身份证号 变动类型 变动原因 变动日期 原单位→新单位 编制类型 批准文号 证明材料 备注',
  ],
  [
    'roster',
    '实名制花名册',
    '行政机构名称/事业单位名称 所在机构（内设） 姓名 性别 身份证号 人员分类 编制类别 编制经费形式 人员状态 进入形式 进入时间 岗位类别 领导职务级别 非领导职务级别 职务 是否高配 是否公务员登记 任现职时间 出生日期 职称（备注） 入编时间 入编文号 进入来源 参加工作时间 民族 籍贯 控编单编号',
  ],
  [
    'cadre-roster',
    '干部名册',
    '姓名 现任职务 性别 民族 籍贯 全日制教育{学历 毕业院校及专业} 在职教育{学历 毕业院校及专业} 出生年月 参加工作时间 入党时间 任现职时间 任现职级时间 备注 单位归口',
  ],
  ['four-rosters', '四类人员名册', '序号 机构 姓名 性别 出生年月 职务 编制类型 理由（类别） 自 至 文号 备注'],
  ['serving-roster', '在编人员名册', '序号 机构 姓名 性别 出生年月 职务 编制类型 入编时间 入编文号 备注'],
  ['away-roster', '非在职人员名册', '序号 机构 姓名 性别 出生年月 职务 编制类型 是否占编 非在职理由 自 至 批准文号'],
  ['off-quota-roster', '编外人员名册', '序号 机构 姓名 性别 出生年月 岗位 用工形式 进入时间 合同起 合同止 备注'],
  [
    'retired-roster',
    '退休人员名册',
    '序号 原机构 姓名 性别 出生年月 原职务 原编制类型 退休日期 退休类别 退休文号 备注',
  ],
  [
    'entry-exit-review',
    '进出上下编审核表',
    '序号 姓名 性别 身份证号 出生年月 上编或下编 单位 编制类型 上下编原因 批准文号 上下编日期 备注',
  ],
  [
    'entry-application',
    '进人核编申报表',
    '序号 用编单位 编制类型 核定编制数 实有人数 已核准未到位 空编数 申请进人数 进人方式 拟进人员 原单位 岗位和条件 申请理由',
  ],
  [
    'yearly-plan',
    '年度用编计划',
    '单位 编制类型 核定 实有 空编 年内预计减员 拟用编数 用编方式（招录/调入/安置） 岗位条件 理由',
  ],
  ['secondment-approval', '借调审批表', ''],
  ['appointment-form', '干部任免审批表', ''],
  [
    'reform-comparison',
    '改革前后对照表',
    '改革前{机构 编制 实有 领导职数} 改革后{机构 编制 实有 领导职数} 变化{编制 实有 职数} 说明',
  ],
  ['reform-positions', '人员定岗名单', '序号 机构 岗位 姓名 编制类型 职级（岗位等级） 原机构和岗位 定岗方式 备注'],
  [
    'reform-redeployment',
    '分流安置表',
    '序号 姓名 原机构 原岗位（用工形式） 去向 去向单位（原因） 日期 安置完成 文号 待遇',
  ],
  ['check-report', '核查报告', ''],
  ['findings-list', '问题清单', '序号 程度 问题 责任单位 涉及人员 具体情况 依据 整改措施 整改期限 责任人'],
]

const nothing = Object.fromEntries(FACT_TABLES.map((table) => [table, []])) as unknown as FactRows

/** The form of the township in memory. */
function sheetOf(form: Form): SheetModel {
  const { snapshot, figures, roster } = noticeFacts()
  const book: FactRows = {
    ...nothing,
    book: [{ id: 'book', name: '山溪乡', pack_id: 'none', pack_from: null, recorded_at: '2026-11-22T02:00:00.000Z' }],
  }
  return formSheet(
    form,
    formFacts({
      book,
      state: { snapshot, figures, findings: [], roster },
      period: { from: '2026-11-01', to: '2026-11-22' },
      reportedOn: '2026-11-23',
      plainIds: false,
      unitId: null,
      personId: null,
      photo: null,
    }),
    '',
  )
}

/** Headings of the repeated rows: a cell wider than a column is a group of those below it. */
function headingsOf(sheet: SheetModel): string {
  if (sheet.repeatRows === null) return ''
  const [upper, lower] = sheet.rows.slice(sheet.repeatRows.first, sheet.repeatRows.last + 1)
  const below = (column: number, span: number) =>
    (lower?.cells ?? []).filter((cell) => cell.column >= column && cell.column < column + span).map((cell) => cell.text)
  return (upper?.cells ?? [])
    .toSorted((left, right) => left.column - right.column)
    .map((cell) =>
      cell.columnSpan > 1 || (lower !== undefined && cell.rowSpan === 1)
        ? `${cell.text}{${below(cell.column, cell.columnSpan).join(' ')}}`
        : cell.text,
    )
    .join(' ')
}

it('has every form the bureau asks for, under its own name', () => {
  expect(FORMS.map((form) => [form.id, form.title])).toEqual(EXPECTED.map(([id, title]) => [id, title]))
  expect(formNamed('编制核定表')?.id).toBe('quota-approval')
})

it.each(EXPECTED)('%s: 《%s》 has the form’s columns, no more and no fewer', (id, title, headings) => {
  const sheet = sheetOf(formNamed(id)!)
  expect(headingsOf(sheet)).toBe(headings)
  expect(sheet.rows[0]?.cells.map((cell) => cell.text)).toEqual([title])
})

it('no form file is forgotten in the registry', () => {
  const files = readdirSync(new URL('../../../electron/domain/forms/official/', import.meta.url))
  const written = files.flatMap((file) => {
    const text = readFileSync(new URL(`../../../electron/domain/forms/official/${file}`, import.meta.url), 'utf8')
    return [...text.matchAll(/^ {2}id: '([\w-]+)',$/gmu)].map(([, id]) => id)
  })
  expect(new Set(written)).toEqual(new Set(FORMS.map(({ id }) => id)))
})

it.each(FORMS.filter((form) => form.bare !== true))(
  '$title: day, reporting unit, signatures and the day it goes out',
  (form) => {
    const sheet = sheetOf(form)
    const text = sheet.rows.map((row) => row.cells.map((cell) => cell.text).join(' ')).join('\n')
    for (const part of [
      '填报单位：山溪乡',
      '统计日期：2026年11月22日',
      '单位负责人：',
      '统计负责人：',
      '填表人：',
      '报出日期：2026年11月23日',
    ])
      expect(text).toContain(part)
    expect(text.includes('统计期间：2026年11月1日至2026年11月22日')).toBe(form.span !== 'day')
  },
)

it('a card of the organisation department has its title and its table, and no line of a statistical form', () => {
  const sheet = sheetOf(formNamed('appointment-form')!)
  const text = sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)).join('\n')
  for (const part of ['填报单位：', '统计日期：', '单位负责人：', '报出日期：']) expect(text).not.toContain(part)
  for (const part of ['姓　名', '拟免职务', '任免\n理由', '呈报\n单位', '填表人：']) expect(text).toContain(part)
})

it.each(FORMS)('$title: the columns together are as wide as the paper, every cell lies on the grid', (form) => {
  const sheet = sheetOf(form)
  const room =
    (sheet.orientation === 'portrait' ? 595.28 : 841.89) * (sheet.paper === 'A3' ? Math.SQRT2 : 1) -
    sheet.margins.left -
    sheet.margins.right
  expect(Math.abs(sheet.columnWidths.reduce((total, width) => total + width, 0) - room)).toBeLessThan(0.5)
  const taken = new Set<string>()
  for (const [index, row] of sheet.rows.entries()) {
    for (const cell of row.cells) {
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.columnSpan; right += 1) {
          const place = `${index + down}:${cell.column + right}`
          expect([place, taken.has(place), cell.column + right < sheet.columnWidths.length]).toEqual([
            place,
            false,
            true,
          ])
          taken.add(place)
        }
      }
    }
  }
})
