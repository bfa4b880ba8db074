import { expect, it } from 'vitest'
import { inOrderOfTime } from '../../renderer/features/notice/life-line.tsx'

const names = (steps: readonly (readonly [string, string | null])[]) =>
  inOrderOfTime(steps.map(([name, on]) => ({ name, on, step: null }))).map(({ name }) => name)

it('a notice that was written down after it hung is told in the order of its days', () => {
  expect(
    names([
      ['拟稿', '2026-11-29'],
      ['初审', null],
      ['发布', '2026-11-29'],
      ['张贴', '2026-11-02'],
      ['办结', null],
    ]),
  ).toEqual(['张贴', '拟稿', '发布', '初审', '办结'])
})

it('steps of one day stand as they are usually taken', () => {
  expect(
    names([
      ['拟稿', '2026-11-22'],
      ['初审', '2026-11-22'],
      ['保密审查', '2026-11-22'],
      ['发布', '2026-11-22'],
      ['张贴', '2026-11-23'],
      ['归档', null],
    ]),
  ).toEqual(['拟稿', '初审', '保密审查', '发布', '张贴', '归档'])
})
