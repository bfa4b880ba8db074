import type { Input, Output } from '../../../contract/operations.ts'
import { clerkMinute } from '../../../domain/calendar/shanghai-day.ts'
import { addMonthsToDay } from '../../../domain/model/plain-date.ts'
import { townshipName } from '../../../domain/notice/notice-content.ts'
import { listOpenMatters } from '../../../domain/paper-packs/open-matters.ts'
import { fileNameOf, type PackHead } from '../../../domain/paper-packs/pack-contents.ts'
import {
  backupsSheet,
  documentsSheet,
  noticesSheet,
  openMattersSheet,
  type ListedBackup,
} from '../../../domain/paper-packs/pack-sheets.ts'
import { backupFolderOf, listBackups } from '../../../store/backup.ts'
import { readDutyDates } from '../../../store/duty-store.ts'
import { loadFacts } from '../../../store/load-facts.ts'
import type { CommandContext } from '../../context.ts'
import { listDuties } from '../../findings/read-duties.ts'
import { readStatedFindings } from '../../findings/read-stated-findings.ts'
import { makePack, type PackPart } from './make-pack.ts'
import { checkPart, formPart, listDocuments, listPackNotices, sheetPart, tellState } from './pack-parts.ts'

/** How far ahead the next clerk's calendar goes, and how far back what is overdue is looked for. */
const MONTHS_AHEAD = 12
const MONTHS_BACK = 12

const STATE = '1 现状'
const OPEN = '2 没办完的事'
const CALENDAR = '3 日程'
const PAPERS = '4 文件在哪里'
const COPIES = '5 备份'

/** 交接包: the state of the book, what is open, the year's calendar, where the papers and the copies are. As of today. */
export async function makeHandoverPack(
  input: Input<'handoverPack.make'>,
  context: CommandContext,
): Promise<Output<'handoverPack.make'>> {
  const asOf = context.clock.today()
  const wholeNumbersFor = input.wholeNumbersFor ?? null
  context.report('核对编制本', 0, 1)
  const { view } = await readStatedFindings(context, { asOf })
  const township = townshipName(view.state.snapshot)
  const head: PackHead = {
    kind: 'handover',
    name: fileNameOf(`${township}机构编制交接包（${asOf}）`),
    township,
    asOf,
    from: null,
    madeOn: asOf,
    madeBy: context.actor,
    wholeNumbersFor,
    state: await tellState(view, context),
  }
  const where = { township, asOf }
  const parts: readonly PackPart[] = [
    ...stateParts(asOf, context, wholeNumbersFor !== null),
    sheetPart(OPEN, '没办完的事', '过期未办、公示、核准未到位、借用、离岗、争议和问题', () =>
      openMatters(where, context),
    ),
    checkPart(OPEN, { paper: 'problem-list', asOf }, '问题清单', '每个问题的条文、怎么改、说明到哪一天', context),
    ...calendarParts(asOf, context),
    sheetPart(PAPERS, '依据文件目录', '每份文件的文号、用处，扫描件有没有', async () =>
      documentsSheet(where, await listDocuments(context)),
    ),
    sheetPart(PAPERS, '公示目录', '发布过的公示、异议和现状', async () =>
      noticesSheet(
        where,
        (await listPackNotices(context)).map(({ listed }) => listed),
      ),
    ),
    sheetPart(COPIES, '备份清单', '每份备份在哪里、什么时候做的', async () => {
      const folder = backupFolderOf(context.book.path)
      return backupsSheet(where, folder, (await listBackups(folder)).map(backupOf))
    }),
  ]
  return makePack({ head, parts, leftOut: [], archive: input.archive === true }, context)
}

function stateParts(asOf: string, context: CommandContext, whole: boolean): readonly PackPart[] {
  return [
    formPart(
      STATE,
      { form: 'unit-staffing', asOf },
      '各单位编制与人员配备表',
      '每个机构核定、实有、空缺',
      context,
      whole,
    ),
    formPart(
      STATE,
      { form: 'leadership-staffing', asOf },
      '领导职数配备情况表',
      '职数、职级的核定和现有',
      context,
      whole,
    ),
    formPart(STATE, { form: 'quota-approval', asOf }, '编制核定表', '每个数的文号和生效日', context, whole),
    formPart(STATE, { form: 'roster', asOf }, '实名制花名册', '今天在册的每一个人', context, whole),
  ]
}

function calendarParts(asOf: string, context: CommandContext): readonly PackPart[] {
  const to = addMonthsToDay(asOf, MONTHS_AHEAD)
  return [
    checkPart(
      CALENDAR,
      { paper: 'duties', asOf, from: asOf, to },
      '今后一年的待办',
      '月报、年报、公示期满、到期，按日子排',
      context,
    ),
    checkPart(
      CALENDAR,
      { paper: 'due', asOf, until: to },
      '到期人员',
      '退休、合同、借调、试用、晋升，各写明算法',
      context,
    ),
    checkPart(CALENDAR, { paper: 'forecast', asOf }, '到龄退休预测', '今后各年谁到龄，空出哪个编制', context),
  ]
}

async function openMatters(where: { readonly township: string; readonly asOf: string }, context: CommandContext) {
  const { asOf } = where
  const { findings } = await readStatedFindings(context, { asOf })
  const duties = await listDuties(context.db, {
    asOf,
    from: addMonthsToDay(asOf, -MONTHS_BACK),
    to: asOf,
    dates: await readDutyDates(context.db),
  })
  const overdue = duties.filter((duty) => duty.state === 'overdue')
  const facts = await loadFacts(context.db)
  return openMattersSheet(where, listOpenMatters({ facts, day: asOf, findings, overdue }))
}

type Copy = Awaited<ReturnType<typeof listBackups>>[number]
const BACKUP_STATES: Readonly<Record<Copy['state'], string>> = {
  verified: '完好',
  changed: '大小变了，请核对',
  unlisted: '不是程序登记的',
}

function backupOf({ path, at, reason, bytes, entries, state }: Copy): ListedBackup {
  return { path, at: clerkMinute(at), reason, bytes, entries, state: BACKUP_STATES[state] }
}
