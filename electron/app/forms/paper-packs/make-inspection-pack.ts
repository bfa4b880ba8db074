import { Refusal } from '../../../vocabulary/refusals.ts'
import type { RosterLayout } from '../../../contract/adhoc-operations.ts'
import type { Input, Output } from '../../../contract/operations.ts'
import { shanghaiDayOf } from '../../../domain/calendar/shanghai-day.ts'
import { ROSTER_LISTS } from '../../../domain/model/finding.ts'
import { townshipName } from '../../../domain/notice/notice-content.ts'
import { changesSheet } from '../../../domain/paper-packs/changes-sheet.ts'
import { entriesSheet } from '../../../domain/paper-packs/entries-sheet.ts'
import { fileNameOf, sizeText, type LeftOut, type PackHead } from '../../../domain/paper-packs/pack-contents.ts'
import { curedSheet, documentsSheet, noticesSheet } from '../../../domain/paper-packs/pack-sheets.ts'
import type { CommandContext } from '../../context.ts'
import { readFindings } from '../../findings/read-findings.ts'
import { readStatedFindings } from '../../findings/read-stated-findings.ts'
import { draftAdhoc } from '../make-adhoc.ts'
import { readChanges } from '../../ledger/read-changes.ts'
import { readAttachment } from '../../ledger/read-attachment.ts'
import { readHistory } from '../../ledger/read-history.ts'
import { readNoticeFile } from '../../notice/read-file.ts'
import { makePack, type PackPart } from './make-pack.ts'
import { checkPart, formPart, listDocuments, listPackNotices, sheetPart, tellState, type Scan } from './pack-parts.ts'

const ROSTER = '1 名单'
const QUOTAS = '2 机构编制'
const PAPERS = '3 依据文件'
const FINDINGS = '4 问题和说明'
const CHANGES = '5 变动'
const NOTICES = '6 公示'

/** All scans together: what goes beyond is named in the index and stays in the book. */
const MOST_SCAN_BYTES = 120_000_000

interface Range {
  readonly township: string
  readonly from: string
  readonly asOf: string
}

/** 核查包: the roster of the last day, the papers with their scans, findings with explanations, changes of the range, notices as they were frozen. */
export async function makeInspectionPack(
  input: Input<'inspectionPack.make'>,
  context: CommandContext,
): Promise<Output<'inspectionPack.make'>> {
  const { from, to: asOf } = input
  if (from > asOf) throw new Refusal('date_invalid', { value: `${from} — ${asOf}` })
  const wholeNumbersFor = input.wholeNumbersFor ?? null
  const whole = wholeNumbersFor !== null
  context.report('核对编制本', 0, 1)
  const { view } = await readStatedFindings(context, { asOf })
  const township = townshipName(view.state.snapshot)
  const head: PackHead = {
    kind: 'inspection',
    name: fileNameOf(`${township}机构编制核查包（${from}至${asOf}）`),
    township,
    asOf,
    from,
    madeOn: context.clock.today(),
    madeBy: context.actor,
    wholeNumbersFor,
    state: await tellState(view, context),
  }
  const range = { township, from, asOf }
  const documents = await documentParts(range, context)
  const parts = [
    ...rosterParts(range, context, whole),
    ...documents.parts,
    ...findingParts(range, context),
    ...changeParts(range, context, whole),
    ...(await noticeParts(range, context)),
  ]
  return makePack({ head, parts, leftOut: documents.leftOut, archive: input.archive === true }, context)
}

function rosterParts({ asOf }: Range, context: CommandContext, whole: boolean): readonly PackPart[] {
  const form = (folder: string, id: string, title: string, about: string) =>
    formPart(folder, { form: id, asOf }, title, about, context, whole)
  return [
    form(ROSTER, 'roster', '实名制花名册', `${asOf} 在册的人，每人一行`),
    sheetPart(ROSTER, '五张名单', '在编、超编、不合规、编外、借入挂职，人人在其中一张', async () => {
      const layout: RosterLayout = { ...ALL_LISTS, idNumbers: whole ? 'plain' : 'masked' }
      return (await draftAdhoc({ layout, asOf }, context, { plainIds: whole })).sheet
    }),
    form(QUOTAS, 'unit-staffing', '各单位编制与人员配备表', '每个机构核定、实有、空缺'),
    form(QUOTAS, 'leadership-staffing', '领导职数配备情况表', '职数、职级的核定和现有'),
    form(QUOTAS, 'quota-approval', '编制核定表', '每个数的文号和生效日'),
    form(QUOTAS, 'quota-chronicle', '机构编制沿革表', '机构和编制怎样变到今天'),
  ]
}

const ALL_LISTS: RosterLayout = {
  title: '五张名单',
  fields: ['sequence', 'name', 'sex', 'idNumber', 'unit', 'post', 'category', 'enteredOn', 'entryDocument', 'remark'],
  dateFormat: 'day',
  idNumbers: 'masked',
  filter: {
    lists: [...ROSTER_LISTS],
    unit: null,
    category: null,
    sex: null,
    education: null,
    bornFrom: null,
    bornTo: null,
  },
  sortBy: null,
  descending: false,
  groupBy: 'status',
  paper: 'A4',
  orientation: 'landscape',
}

/** The list of documents, and their scans until there is no more room. */
async function documentParts(
  range: Range,
  context: CommandContext,
): Promise<{ readonly parts: readonly PackPart[]; readonly leftOut: readonly LeftOut[] }> {
  const documents = await listDocuments(context)
  const leftOut: LeftOut[] = []
  const parts: PackPart[] = [
    sheetPart(PAPERS, '依据文件目录', '每份文件的文号、用处，扫描件有没有', () => documentsSheet(range, documents)),
  ]
  let room = MOST_SCAN_BYTES
  for (const document of documents)
    for (const scan of document.scanIds) {
      room -= scan.bytes
      if (room >= 0) parts.push(scanPart(document.number, scan, context))
      else
        leftOut.push({
          what: `${document.number}的扫描件“${scan.fileName}”（${sizeText(scan.bytes)}）`,
          why: '扫描件太多，包里放不下，请在“变动 · 依据文件”里另存',
        })
    }
  return { parts, leftOut }
}

function scanPart(number: string, { id, fileName }: Scan, context: CommandContext): PackPart {
  return {
    path: `${PAPERS}/扫描件/${fileNameOf(number)}/${fileNameOf(fileName)}`,
    about: `${number}的扫描件，照存入时的原样`,
    keptBytes: async () => Buffer.from((await readAttachment({ id }, context)).base64, 'base64'),
  }
}

function findingParts(range: Range, context: CommandContext): readonly PackPart[] {
  const { asOf, from } = range
  return [
    checkPart(FINDINGS, { paper: 'problem-list', asOf }, '问题清单和说明', '每个问题的条文、整改、说明和期限', context),
    sheetPart(FINDINGS, '已消除的问题', `${from} 至 ${asOf} 消除的，各由哪一条登记`, async () => {
      const { cured } = await readFindings({ state: 'cured', asOf }, context)
      const within = cured.flatMap(({ title, text, entry }) => {
        if (entry === null) return []
        const on = entry.effectiveOn ?? shanghaiDayOf(entry.recordedAt)
        const paper = entry.documentNumber === null ? '' : `，${entry.documentNumber}`
        return on < from || on > asOf
          ? []
          : [{ title, text: text ?? '', curedBy: `${on} 第 ${entry.seq} 条 ${entry.title}${paper}` }]
      })
      return curedSheet(range, within)
    }),
  ]
}

function changeParts(range: Range, context: CommandContext, whole: boolean): readonly PackPart[] {
  const { from, asOf } = range
  const form = (id: string, title: string, about: string) =>
    formPart(CHANGES, { form: id, asOf, from, to: asOf }, title, about, context, whole)
  return [
    sheetPart(CHANGES, '增减变动表', `${from} 至 ${asOf}：期初、增、减、期末，每一笔是谁`, async () =>
      changesSheet(range, await readChanges({ from, to: asOf }, context)),
    ),
    form('changes-month', '人员变动情况表', '谁增谁减谁变更，附文号和证明材料'),
    form('transfers', '人员调动情况表', '谁从哪里到哪里，凭什么文件'),
    form('vacancy-month', '减员空编情况统计表', '减了谁，空出哪个编制'),
    sheetPart(CHANGES, '登记台账', '这段时间每一条登记：何时生效、何时记、谁记的、凭什么', async () =>
      entriesSheet(range, await readEntries(range, context)),
    ),
  ]
}

const PAGE = 1000

/** Every entry of the range, oldest first. */
async function readEntries({ from, asOf }: Range, context: CommandContext) {
  const entries: Output<'history.read'>['entries'] = []
  for (let before: number | undefined; ;) {
    const page = await readHistory(
      { from, to: asOf, limit: PAGE, ...(before === undefined ? {} : { before }) },
      context,
    )
    entries.push(...page.entries)
    if (page.entries.length < PAGE) return entries.toReversed()
    before = page.entries.at(-1)?.seq
  }
}

/** Notices that hung in the range, each as it was frozen, its bytes checked against its hash. */
async function noticeParts(range: Range, context: CommandContext): Promise<readonly PackPart[]> {
  const notices = (await listPackNotices(context)).filter(({ listed: { postedOn, endsOn } }) => {
    return postedOn <= range.asOf && (endsOn === null || endsOn >= range.from)
  })
  return [
    sheetPart(NOTICES, '公示目录', '这段时间张贴的公示、异议和现状', () =>
      noticesSheet(
        range,
        notices.map(({ listed }) => listed),
      ),
    ),
    ...notices.map(({ stored }): PackPart => ({
      path: `${NOTICES}/${fileNameOf(stored.number)}/${fileNameOf(stored.fileName)}`,
      about: `${stored.number}，${stored.postedOn} 发布时冻结的原件`,
      keptBytes: async () => Buffer.from((await readNoticeFile({ id: stored.id }, context)).base64, 'base64'),
    })),
  ]
}
