import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { recogniseFile } from '../../electron/app/import/recognise-file.ts'
import { packFileText } from '../../electron/app/packs/write-pack-file.ts'
import { SAMPLE_WORKBOOK } from '../kit/command-line.ts'
import { workbookOf } from '../fixtures/workbooks.ts'
import { makeContext } from '../kit/context.ts'
import { withTownship } from '../kit/township.ts'

/* What a file dropped anywhere is taken for, by what is in it. */

const text = (words: string) => new TextEncoder().encode(words)

const FILES: readonly (readonly [string, string, Uint8Array])[] = [
  ['roster', '名字说明不了什么.bin', readFileSync(SAMPLE_WORKBOOK)],
  ['roster', '一张表.csv', text('姓名,身份证号,机构,编制类型\n甲一,,党政办公室,行政编制\n')],
  ['payroll', '三月.csv', text('序号,姓名,应发工资,实发工资\n1,甲一,5000,4200\n2,甲二,5100,4300\n')],
  [
    'records',
    '表.xlsx',
    workbookOf([
      {
        name: '培训',
        rows: [
          ['姓名', '培训名称', '培训类别', '开始日期', '天数'],
          ['甲一', '业务', '业务或理论培训', '2026-03-02', 4],
        ],
      },
    ]),
  ],
  [
    'form',
    '空表.xlsx',
    workbookOf([{ name: '表', rows: [['干部名册'], ['姓名', '性别', '出生年月', '籍贯'], ['', '', '', '']] }]),
  ],
  ['appointmentForm', '甲一.lrmx', text('<?xml version="1.0"?><Person><XingMing>甲一</XingMing></Person>')],
  [
    'holidays',
    '2027.json',
    text(
      JSON.stringify({
        year: 2027,
        days: [
          { name: '元旦', date: '2027-01-01', isOffDay: true },
          { name: '劳动节', date: '2027-05-01', isOffDay: true },
          { name: '国庆节', date: '2027-10-01', isOffDay: true },
        ],
      }),
    ),
  ],
  ['pack', '本地.json', text(packFileText({ id: 'local-a' } as never))],
  ['scan', '批复', text('%PDF-1.7 …')],
  ['book', '没有扩展名', text('SQLite format 3\u0000…')],
  ['book', '加了密.dingbian', text('看不懂的字节')],
  ['unknown', '随便.txt', text('')],
]

describe('a file dropped on the window', () => {
  it.each(FILES)('is taken for: %s (%s)', (kind, name, bytes) =>
    withTownship(async (book) => {
      const context = makeContext(book)
      const said = await recogniseFile({ fileId: context.stage(name, bytes) }, context)
      expect([said.kind, said.says]).toEqual([kind, expect.stringMatching(/[\u4e00-\u9fff]/u)])
      expect(said.recordKind).toBe(kind === 'records' ? 'training' : null)
    }),
  )
})
