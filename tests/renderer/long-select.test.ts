import { describe, expect, it } from 'vitest'
import { choicesFitting } from '../../renderer/ui/long-select.tsx'

const CHOICES = ['全部机构', '党政综合办公室', '经济发展办公室', '综合行政执法队', '第12社区工作站'].map((label) => ({
  label,
}))
const found = (typed: string) => choicesFitting(CHOICES, typed).map(({ label }) => label)

describe('a long list is searched', () => {
  it('shows all while nothing is typed', () => expect(found(' ')).toHaveLength(CHOICES.length))

  it('by words, what begins with them first', () => expect(found('综合')).toEqual(['综合行政执法队', '党政综合办公室']))

  it('by initials and by pinyin, from the beginning or within', () => {
    expect(found('jjfz')).toEqual(['经济发展办公室'])
    expect(found('zonghe')).toEqual(['综合行政执法队', '党政综合办公室'])
    expect(found('12')).toEqual(['第12社区工作站'])
  })

  it('finds nothing where nothing fits', () => expect(found('财政')).toEqual([]))
})
