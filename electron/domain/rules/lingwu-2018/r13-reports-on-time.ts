import { PACK_IDS } from '../packs/pack-ids.ts'
import { addMonthsToDay, type PlainDate } from '../../model/plain-date.ts'
import type { RecordOf } from '../../model/records.ts'
import { concernOf } from '../../tasks/task-concern.ts'
import { yearlyDay } from '../../tasks/yearly-day.ts'
import type { Flag, Rule } from '../rule.ts'
import { dateText } from '../wording.ts'
import { lingwu2018 } from '../sources.ts'

const HALF_YEAR = 6

/**
 * Reports the township itself has to make, by their day, that day included; those of other bodies are theirs to be late with. A report of
 * every year (“每年6月底前”) is judged by the last such day that has passed since it was entered; its 完成日期 is that of the latest one, and
 * one from before the half-year it sums up is the one before. No reports on record: silent.
 */
export const reportsOnTimeRule: Rule<'records'> = {
  id: 'R002-13',
  title: '按时报备和汇总',
  severity: 'error',
  effect: 'none',
  sources: [
    lingwu2018({
      article: '三',
      clause:
        '5月上旬制定具体推进方案并向市社区建设工作领导小组办公室(民政局)报备。领导小组办公室于每年6月底和12月底前,汇总各部门(单位)、各乡镇工作推进情况',
    }),
  ],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot }) =>
    snapshot.records.workTask.flatMap((task) =>
      task.taskKind === 'report' && concernOf(task, snapshot.book.name) === 'lead' ? judge(task, snapshot.asOf) : [],
    ),
}

function judge(report: RecordOf<'workTask'>, asOf: PlainDate): readonly Flag[] {
  const due = report.dueOn ?? lastYearlyDay(report, asOf)
  if (due === null) return []
  const done =
    report.doneOn !== null && (report.dueOn !== null || report.doneOn > addMonthsToDay(due, -HALF_YEAR))
      ? report.doneOn
      : null
  const facts = { 期限: due, 完成: done ?? '未完成' }
  if (done === null)
    return asOf <= due
      ? []
      : [
          {
            text: `“${report.title}”应在${dateText(due)}前完成，还没有登记完成，已逾期。`,
            remedy: '报送后登记完成日期。',
            facts,
          },
        ]
  return done <= due
    ? []
    : [
        {
          text: `“${report.title}”应在${dateText(due)}前完成，登记${dateText(done)}完成，逾期。`,
          remedy: '核对完成日期。',
          facts,
        },
      ]
}

/** The last “月底” before `asOf`, once the report was known: null before the first. */
function lastYearlyDay(report: RecordOf<'workTask'>, asOf: PlainDate): PlainDate | null {
  const year = Number(asOf.slice(0, 4))
  const [now, before] = [yearlyDay(report.dueText, year), yearlyDay(report.dueText, year - 1)]
  const day = now !== null && now < asOf ? now : before
  return day === null || day < report.validFrom ? null : day
}
