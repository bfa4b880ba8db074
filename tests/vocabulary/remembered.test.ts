import { expect, it } from 'vitest'
import { forgetTexts, remembered } from '../../electron/vocabulary/remembered.ts'

it('a text is worked on once, and again after everything was let go of', () => {
  const worked: string[] = []
  const lengthOf = remembered((text) => {
    worked.push(text)
    return text.length
  }, 2)
  expect(['许小芹', '许小芹', '郑大同', '马', '许小芹'].map(lengthOf)).toEqual([3, 3, 3, 1, 3])
  expect(worked).toEqual(['许小芹', '郑大同', '马'])
  forgetTexts()
  expect(lengthOf('许小芹')).toBe(3)
  expect(worked).toEqual(['许小芹', '郑大同', '马', '许小芹'])
})
