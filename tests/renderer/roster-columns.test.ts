import { describe, expect, it } from 'vitest'
import { SHIPPED } from '../../electron/vocabulary/catalogue.ts'
import { PERSON_FIELD_NAMES, personField, ROSTER_COLUMN_FIELDS } from '../../electron/vocabulary/person-fields.ts'
import { withField } from '../../renderer/features/roster/with-field.ts'
import { rosterColumns } from '../../renderer/features/roster/roster-columns.tsx'
import { withoutName } from '../../renderer/text/words.ts'

const DOORS = { catalogue: SHIPPED, mayType: true, unitOrder: new Map(), onOpen: () => {} }

describe('the roster’s columns', () => {
  it('open with the bureau’s sheet', () => {
    expect(rosterColumns(ROSTER_COLUMN_FIELDS, DOORS).map(({ title }) => title)).toEqual([
      '机构',
      '姓名',
      '岗位',
      '编制类型',
      '入编时间',
      '渠道',
      '文号',
      '政治面貌',
      '学历',
      '状态',
      '提示',
    ])
  })

  it('can be any field of the catalogue, each under a head that fits', () => {
    const columns = rosterColumns(PERSON_FIELD_NAMES, DOORS)
    expect(columns.map(({ key }) => key)).toEqual([...PERSON_FIELD_NAMES, 'flags'])
    // 14 px a character, 8 px on either side and the menu's arrow.
    for (const { title, width } of columns) expect([title, width >= title.length * 14 + 16]).toEqual([title, true])
    expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length)
  })

  it('added, it comes last; taken off, the rest keeps its order', () => {
    const more = withField(withField(ROSTER_COLUMN_FIELDS, 'phone', true), 'sex', true)
    expect(more).toEqual([...ROSTER_COLUMN_FIELDS, 'phone', 'sex'])
    expect(withField(more, 'entryRoute', false)).toEqual(more.filter((field) => field !== 'entryRoute'))
    expect(personField('phone').roster).toBeUndefined()
  })
})

it.each([
  ['朱志强的性别登记为女，身份证号为男，两者不一致。', '朱志强', '性别登记为女，身份证号为男，两者不一致。'],
  ['周海涛（乡领导班子 副乡长）与窦长青登记为同一个身份证号。', '周海涛', '与窦长青登记为同一个身份证号。'],
  [
    '计划生育服务中心 事业编制超编 1 名；姜美玲列为超编。',
    '姜美玲',
    '计划生育服务中心 事业编制超编 1 名；姜美玲列为超编。',
  ],
])('提示 says first what is wrong, not the name that stands in the row: %s', (text, name, said) => {
  expect(withoutName(text, name)).toBe(said)
})
