import { shownText } from '../../electron/domain/table/raw-workbook.ts'
import { judgeComposed, judgeQuotas, layoutFor, quotaSheetFor } from './judge-composed.ts'
import { option, say } from './kit/command.ts'

/*
 * node tests/cases/run-composed.ts [--quotas] [--count 500] [--seed 1] [--show 17] [--control]
 * Layouts put together at random, read without a book, held against who is in them. A layout may be asked about; it may never be read wrongly
 * without a question. --control: one person of every layout is told another office; every layout must then be wrong.
 */

const count = Number(option('--count') ?? 500)
const from = Number(option('--seed') ?? 1)
const shownSeed = option('--show')
const control = process.argv.includes('--control')
const quotas = process.argv.includes('--quotas')

const totals = { right: 0, asked: 0, wrong: 0 }
for (let seed = from; seed < from + count; seed += 1) {
  const { state, problem, about } = (quotas ? judgeQuotas : judgeComposed)(seed, control)
  totals[state] += 1
  if (state !== 'right' && !control) say(`${state.padEnd(6)} ${seed} ${about}\n       ${problem}`)
}
if (shownSeed !== undefined)
  for (const sheet of quotas ? [quotaSheetFor(Number(shownSeed))] : layoutFor(Number(shownSeed)).sheets)
    say(
      `— ${sheet.name}\n${sheet.rows.map((row) => row.map((cell) => shownText(cell).replaceAll(/\s/gu, ' ')).join(' | ')).join('\n')}`,
    )
say(`layouts ${count}: right ${totals.right}, asked ${totals.asked}, quietly wrong ${totals.wrong}`)
process.exitCode = control ? Number(totals.right > 0) : Number(totals.wrong > 0)
