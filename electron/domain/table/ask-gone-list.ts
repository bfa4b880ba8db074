import { pattern } from '../../vocabulary/pattern.ts'
import { LEAVE_ROWS_OUT, type QuestionDesk } from './question-desk.ts'
import type { DraftRecord } from './read-table.ts'
import { headerKey } from './fields.ts'
import { AS_WRITTEN } from './resolve-leavers.ts'
import { LEAVE_OUT } from './table-types.ts'
import type { SheetReading } from './sheet-reading.ts'

/* A list of retired people, of those who have died, of cadres of the villages: nobody on it has a seat of the township. */

/** 退休干部人事档案目录: whatever is said of them. 离退休干部管理办公室 is an office. */
const GONE = pattern`
  (?:离退休|退休|离休|退职)(?:老?干部|职工|人员|教师|老同志|同志)+(?!\p{sc=Han}{0,3}(?:管理|服务|工作|党|支部|局|办公室|中心|科))
  |(?:离退休|退休|离休|退职|遗属|已故|去世|死亡)(?:干部|职工|人员|教师|老干部|同志)*(?:的)?(?:花?名[册单]|一览表|登记表|情况表|信息表|统计表|台账|明细表?|基本信息|信息|待遇|费|工资|$)
`
/** 到龄退休人员名册, 拟退休: they are still in post. */
const STILL = /到龄|到点|拟退|即将|预计|将要|应退|未退|预测|办理退休|在职|在编|在岗/u
/** Columns that only somebody who is gone has. */
const GONE_HEADS =
  /^(?:退休[时前].+|退休(?:年月|时间|日期)|原工作单位|原单位|原编制.*|原职务|月?退休费|退休金|养老金|离休费|遗属.*|退休证号)$/u
const VILLAGE = /(?:村|社区|村[（(]社区[）)]|两委)(?:“?两委”?)?(?:干部|班子|成员)/u

/** 拟聘用人员名单, 招聘岗位报考人员: they are not in post yet, and may never be. */
const TO_COME =
  /拟(?:聘用?|录用?|招[聘录]?|调入|引进|接收|安置|补录)|(?:招聘|招录|招考|引进)\p{sc=Han}{0,6}(?:报名|报考|考生|面试|体检|考察|人选|对象|递补|入围|成绩)|报考人员|考生名单|递补人员|候选人/u
/** Asks once whether anybody of such a list comes in. Returns those that stay. */
export function askGoneList(
  records: readonly DraftRecord[],
  reading: SheetReading,
  context: { readonly key: string; readonly desk: QuestionDesk },
): readonly DraftRecord[] {
  if (records.length === 0) return records
  const { source, titles, columns } = reading
  const texts = [source.name, ...titles]
  const heads = columns.filter(({ path }) => GONE_HEADS.test(headerKey(path.at(-1) ?? '')))
  const title = texts.find((text) => GONE.test(text) && !STILL.test(text))
  const village = texts.find((text) => VILLAGE.test(text) && !/驻村|到村|联系村|包村|挂村/u.test(text))
  const words =
    title !== undefined
      ? `“${title}”像是已经离退休或去世的人`
      : heads.length >= 2 && heads.some(({ path }) => /退休[时前]|退休费|退休金|养老|离休|遗属/u.test(path.join('')))
        ? `“${source.name}”有“${heads.map(({ path }) => path.at(-1) ?? '').join('”“')}”这些列，像是已经离退休的人`
        : village !== undefined
          ? `“${village}”是村（社区）干部，不占乡镇的编制`
          : notNow(texts)
  if (words === null) return records
  const other = title !== undefined || village !== undefined ? '有编制，照表导入' : '现在都在编，照表导入'
  return records.filter((record) => {
    const answer = context.desk.ask(
      {
        id: `left:${context.key}:*`,
        kind: 'remark',
        sheet: source.name,
        column: null,
        text: `${words}。这些人不导入吗？`,
        choices: [LEAVE_ROWS_OUT, { value: AS_WRITTEN, text: other }],
        suggested: LEAVE_OUT,
        free: false,
      },
      record.row + 1,
    )
    return answer === AS_WRITTEN
  })
}

/** Why a list is not of those in post today; null: nothing says so. Of changes each row says whether somebody has left. */
function notNow(texts: readonly string[]): string | null {
  const planned = texts.find((text) => TO_COME.test(text))
  return planned === undefined ? null : `“${planned}”像是还没有到岗的人`
}
