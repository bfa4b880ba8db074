import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { line } from '../bench/measure.ts'
import { overBars } from '../bench/door.ts'

/* The bench on small sizes, in processor time and as ratios of what the same run measured: a busy machine does not move them. */

const BENCH = join(import.meta.dirname, '..', 'bench', 'run.ts')

describe('the bench that guards', () => {
  it('stays under its bars', async () => {
    const ran = await new Promise<{ readonly code: unknown; readonly said: string }>((resolve) =>
      execFile(process.execPath, [BENCH, '--guard'], { maxBuffer: 16 * 1024 ** 2 }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, said: stdout + stderr }),
      ),
    )
    expect(ran.said).toContain('登记变动')
    expect(ran.said.split('\n').filter((sentence) => sentence.includes('，上限 '))).toEqual([])
    expect(ran.code).toBe(0)
  })

  it('would fail over one (control), also for a ratio that is no number', () => {
    const over = { ...line('登记变动', 30, '500 人', 10), bar: 2 }
    const under = { ...line('登记变动', 30, '500 人', 20), bar: 2 }
    const shown = { ...line('字节', 30, '上限', 10), bar: null }
    expect(overBars([over, under, shown])).toEqual(['登记变动：是500 人的 3 倍，上限 2 倍'])
    expect(overBars([{ ...over, ratio: Number.NaN }])).toHaveLength(1)
  })
})
