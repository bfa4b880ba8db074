import { expect, it } from 'vitest'
import { recogniseRecords } from '../../../electron/domain/records/find-record-header.ts'
import { readRecordRows, type SheetKind } from '../../../electron/domain/records/read-record-sheet.ts'
import { inventedId } from '../../kit/people.ts'
import { sheetOf } from '../../kit/import-plan.ts'

const ASSESSMENT: SheetKind = {
  kind: 'assessment',
  subject: 'person',
  from: '考核年度起',
  to: null,
  fields: [
    { name: 'year', title: '年度', type: 'integer', required: true, also: ['考核年度'] },
    { name: 'grade', title: '考核等次', type: 'choice', required: true, choices: { good: '优秀', fit: '称职' } },
  ],
}
const TRAINING: SheetKind = {
  kind: 'training',
  subject: 'person',
  from: '开始日期',
  to: '结束日期',
  fields: [{ name: 'course', title: '培训名称', type: 'text', required: true }],
}
const id = inventedId('1985-06-16')

it('a header of two rows below titles, names merged down, 〃, totals and signatures: a record each row of people', () => {
  const found = recogniseRecords(
    sheetOf(
      [
        ['云溪乡2025年度考核结果'],
        ['填报单位：云溪乡人民政府'],
        ['序号', '*姓名', '身份证号码', '考核', '', '备注'],
        ['', '', '', '年度', '等次（必填）', ''],
        ['1', '王 芳', id, '2024', '称职', ''],
        ['', '', '', '2025', '优秀', ''],
        ['2', '李雷', '', '2025', '〃', ''],
        ['合计', '3人', '', '', '', ''],
        ['填表人：谭素心', '', '', '审核：宓守信', '', ''],
      ],
      {
        merges: [
          { top: 2, left: 3, bottom: 2, right: 4 },
          { top: 4, left: 1, bottom: 5, right: 1 },
          { top: 4, left: 2, bottom: 5, right: 2 },
        ],
      },
    ),
    [TRAINING, ASSESSMENT],
  )
  expect([found?.kind.kind, found?.headerRow]).toEqual(['assessment', 3])
  const rows = found === null ? [] : readRecordRows(found, '2026-01-01')
  expect(rows.map(({ row, name, idNumber, content, problems }) => [row, name, idNumber, content, problems])).toEqual([
    [5, '王芳', id, { year: 2024, grade: 'fit' }, []],
    [6, '王芳', id, { year: 2025, grade: 'good' }, []],
    [7, '李雷', '', { year: 2025, grade: 'good' }, []],
  ])
})

it('a sheet without what a kind takes is no sheet of records (control)', () => {
  const sheet = sheetOf([
    ['姓名', '年度', '分数'],
    ['王芳', '2025', '92'],
  ])
  expect(recogniseRecords(sheet, [ASSESSMENT])).toBeNull()
})
