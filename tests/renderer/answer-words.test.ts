import { expect, test } from 'vitest'
import { ANSWER_KINDS } from '../../electron/vocabulary/answers.ts'
import { answerWords } from '../../renderer/features/import/answer-words.ts'

const FIELDS = [{ field: 'category', title: '编制类型' }]

test.each(ANSWER_KINDS)('an answer about %s is told in words, answered or left out', (kind) => {
  const id = kind === 'value' || kind === 'place' ? `${kind}:category:表1:站所` : `${kind}:表1:站所`
  for (const answer of ['农业综合服务中心', '-', '+']) {
    const words = answerWords(id, answer, FIELDS)
    expect(words).toMatch(/\p{Script=Han}{2}/u)
    expect(words).not.toContain(kind)
    expect(words).not.toContain(':')
  }
})

test('people under a heading that says they have left, and guests beside a seat, are told', () => {
  expect(answerWords('left:退休人员', '-', FIELDS)).toBe('“退休人员”的人不导入')
  expect(answerWords('guest:借调人员', '+', FIELDS)).toBe('“借调人员”下面的人，照写的导入')
  expect(answerWords('foreign:青山镇', '-', FIELDS)).toBe('“青山镇”的人不导入')
  expect(answerWords('unitMove:民政所', '=', FIELDS)).toBe('写在“民政所”下面的人，机构照编制本')
  expect(answerWords('innerUnit:表1:办公室', '党政综合办公室', FIELDS)).toBe('几个单位下面的“办公室”，用党政综合办公室')
})

test('an answer of a newer program stands as it is (control)', () => {
  expect(answerWords('unheardOf:表1', '甲', FIELDS)).toBe('甲')
})
