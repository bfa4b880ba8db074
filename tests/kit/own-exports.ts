import { makeAdhocFile } from '../../electron/app/forms/make-adhoc.ts'
import { makeBureauFile } from '../../electron/app/forms/make-bureau.ts'
import { makeReportFile } from '../../electron/app/forms/draft-report.ts'
import { issueNotice } from '../../electron/app/notice/issue-notice.ts'
import { readNoticeFile } from '../../electron/app/notice/read-file.ts'
import { rosterGroup, type RosterLayout } from '../../electron/contract/adhoc-operations.ts'
import { ROSTER_LISTS, type RosterList } from '../../electron/domain/model/finding.ts'
import { FORMS } from '../../electron/domain/forms/registry.ts'
import { BUREAU_FORM_LIST } from '../../electron/vocabulary/bureau-words.ts'
import { codesOf } from '../../electron/vocabulary/code-list.ts'
import { NOTICE_LAYOUTS, type NoticeLayout } from '../../electron/vocabulary/notices.ts'
import type { TestContext } from './context.ts'

/* Every workbook the program writes, and what of it an import is to bring back. */

/** Lists of people whose rows are to come back; offices' numbers; or a paper of another kind, which brings nothing. */
export type Brings =
  | {
      readonly kind: 'people'
      readonly lists: readonly RosterList[]
      readonly numbers: boolean
      readonly categories?: false
      readonly units?: false
    }
  | { readonly kind: 'quotas'; readonly leaders: boolean; readonly seats: boolean }
  | { readonly kind: 'nothing' }

const NOTHING: Brings = { kind: 'nothing' }
const QUOTAS: Brings = { kind: 'quotas', leaders: false, seats: true }
const IN_POST: readonly RosterList[] = ['in-quota', 'over-quota', 'non-compliant']

/** By the form's id. A form that is not here has been forgotten. */
const REPORTS: Readonly<Record<string, Brings>> = {
  'unit-staffing': QUOTAS,
  'leadership-staffing': { kind: 'quotas', leaders: true, seats: false },
  'quota-approval': { kind: 'quotas', leaders: true, seats: true },
  'quota-chronicle': NOTHING,
  'quota-overview': { kind: 'quotas', leaders: true, seats: true },
  transfers: NOTHING,
  'vacancy-month': QUOTAS,
  'changes-month': NOTHING,
  roster: { kind: 'people', lists: ROSTER_LISTS, numbers: true },
  // Its 编制 is answered by offices, which knows nothing of 混编.
  'cadre-roster': { kind: 'people', lists: IN_POST, numbers: false, categories: false },
  'four-rosters': { kind: 'people', lists: [...IN_POST, 'off-quota'], numbers: false },
  'serving-roster': { kind: 'people', lists: IN_POST, numbers: false },
  'away-roster': NOTHING,
  'off-quota-roster': { kind: 'people', lists: ['off-quota'], numbers: false },
  'retired-roster': NOTHING,
  'entry-exit-review': NOTHING,
  'entry-application': NOTHING,
  'yearly-plan': NOTHING,
  'secondment-approval': NOTHING,
  'appointment-form': NOTHING,
  'check-report': NOTHING,
  'findings-list': NOTHING,
  'reform-comparison': NOTHING,
  'reform-positions': { kind: 'people', lists: IN_POST, numbers: false },
  'reform-redeployment': NOTHING,
}

const PUBLIC: Brings = { kind: 'people', lists: ['in-quota'], numbers: false }
const NOTICES: Readonly<Record<NoticeLayout, Brings>> = {
  tree: PUBLIC,
  table: PUBLIC,
  nine: PUBLIC,
  units: PUBLIC,
  // It has no column of offices; they stand before the posts, where a sheet may mean otherwise.
  short: { ...PUBLIC, units: false },
}

const BUREAU: Readonly<Record<keyof typeof BUREAU_FORM_LIST, Brings>> = {
  cadre: { kind: 'people', lists: IN_POST, numbers: true },
  establishment: { kind: 'people', lists: IN_POST, numbers: true },
}

export const ROSTER_LAYOUT: RosterLayout = {
  title: '人员花名册',
  fields: ['sequence', 'unit', 'name', 'sex', 'idNumber', 'birth', 'category', 'enteredOn', 'post', 'remark'],
  dateFormat: 'dot',
  idNumbers: 'plain',
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
  groupBy: null,
  paper: 'A4',
  orientation: 'landscape',
}

export interface OwnExport {
  readonly name: string
  readonly brings: Brings
  readonly make: (context: TestContext) => Promise<Uint8Array>
}

const bytesOf = ({ base64 }: { readonly base64: string }): Uint8Array => Buffer.from(base64, 'base64')
const EVERYBODY: Brings = { kind: 'people', lists: ROSTER_LISTS, numbers: true }

function adhoc(name: string, layout: RosterLayout, brings: Brings = EVERYBODY): OwnExport {
  return { name, brings, make: async (context) => bytesOf(await makeAdhocFile({ layout }, context)) }
}

/** All of them. */
export const OWN_EXPORTS: readonly OwnExport[] = [
  ...FORMS.map(({ id, title }): OwnExport => ({
    name: title,
    brings: REPORTS[id] ?? forgotten(title),
    make: async (context) => bytesOf(await makeReportFile({ form: id, from: '2026-01-01', to: '2026-11-22' }, context)),
  })),
  ...NOTICE_LAYOUTS.map((layout): OwnExport => ({
    name: `公示 ${layout}`,
    brings: NOTICES[layout],
    make: async (context) => {
      const { id } = await issueNotice(
        { layout, from: '2026-11-23', days: 7, despite: { keys: ['all'], reason: '试验' } },
        context,
      )
      return bytesOf(await readNoticeFile({ id }, context))
    },
  })),
  ...codesOf(BUREAU_FORM_LIST).map((form): OwnExport => ({
    name: BUREAU_FORM_LIST[form].title,
    brings: BUREAU[form],
    make: async (context) => bytesOf(await makeBureauFile({ form }, context)),
  })),
  adhoc('花名册', ROSTER_LAYOUT),
  adhoc('花名册 遮住证件号', { ...ROSTER_LAYOUT, idNumbers: 'masked' }, { ...EVERYBODY, numbers: false }),
  ...rosterGroup.options.map((groupBy) =>
    adhoc(`花名册 按${groupBy}`, {
      ...ROSTER_LAYOUT,
      groupBy,
      // What the heading says is in no column.
      fields: ROSTER_LAYOUT.fields.filter((field) => field !== groupBy),
    }),
  ),
]

function forgotten(title: string): never {
  throw new Error(`no word in tests/kit/own-exports.ts of what an import of ${title} is to bring back`)
}
