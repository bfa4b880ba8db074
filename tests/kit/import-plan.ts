import { SHIPPED } from '../../electron/vocabulary/catalogue.ts'
import { noFacts } from '../../electron/vocabulary/person-fields.ts'
import { UNTOLD } from '../../electron/domain/model/person.ts'
import { createHash } from 'node:crypto'
import type { BookState, StateHolding, StatePerson } from '../../electron/domain/import-plan/book-state.ts'
import type { ImportPlan } from '../../electron/domain/import-plan/import-plan.ts'
import { planImport } from '../../electron/domain/import-plan/plan-import.ts'
import type { RawCell, RawSheet, RawWorkbook } from '../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook } from '../../electron/domain/table/understand-workbook.ts'
import { inventedId } from './people.ts'

/** Day on which the plans of tests take effect unless they say otherwise. */
export const IMPORT_DAY = '2026-11-01'

export function sheetOf(rows: readonly (readonly RawCell[])[], more: Partial<RawSheet> = {}): RawSheet {
  return { name: '花名册', hidden: false, rows, merges: [], ...more }
}

export function workbookWith(...sheets: readonly RawSheet[]): RawWorkbook {
  return { format: 'xlsx', sheets }
}

const ROSTER_COLUMNS = {
  unit: '所在机构',
  name: '姓名',
  sex: '性别',
  idNumber: '身份证号',
  birth: '出生年月',
  ethnicity: '民族',
  politicalStatus: '政治面貌',
  education: '学历',
  workStarted: '参加工作时间',
  category: '编制类型',
  entryRoute: '进入方式',
  enteredOn: '入编时间',
  entryDocument: '入编文号',
  post: '岗位',
  title: '职称',
  rank: '职级',
  remark: '备注',
  card: '编制卡号',
} as const

export type RosterCells = { readonly [K in keyof typeof ROSTER_COLUMNS]?: RawCell }

/** A person in post on an office's 行政编制, unless `cells` say otherwise. */
export function personCells(cells: RosterCells = {}): RosterCells {
  return {
    unit: '党政办公室',
    name: '试甲',
    sex: '男',
    idNumber: inventedId('1985-06-16'),
    birth: '1985-06',
    category: '行政编制',
    enteredOn: '2010-07',
    entryDocument: '试编办〔2010〕1号',
    post: '科员',
    ...cells,
  }
}

/** A roster with one header row: row 1 is the header, the first person stands in row 2. Only columns that some row uses. */
export function rosterOf(...people: readonly RosterCells[]): RawSheet {
  const keys = (Object.keys(ROSTER_COLUMNS) as (keyof typeof ROSTER_COLUMNS)[]).filter(
    (key) => key === 'unit' || key === 'name' || people.some((person) => person[key] !== undefined),
  )
  return sheetOf([
    keys.map((key) => ROSTER_COLUMNS[key]),
    ...people.map((person) => keys.map((key) => person[key] ?? null)),
  ])
}

export function emptyState(more: Partial<BookState> = {}): BookState {
  return {
    day: '2026-11-22',
    bookName: '试验乡',
    head: 'h0',
    units: [],
    nextSortOrder: 0,
    documents: new Map(),
    quotas: [],
    leadershipQuotas: [],
    people: [],
    catalogue: SHIPPED,
    ...more,
  }
}

/** A book with a township, 党政办公室 and 财政所, and these people. */
export function townshipState(people: readonly StatePerson[] = [], more: Partial<BookState> = {}): BookState {
  const unit = (id: string, name: string, kind: BookState['units'][number]['kind'], parentId: string | null) => ({
    id,
    versionId: `${id}-v`,
    parentId,
    name,
    kind,
    managingBody: null,
    sortOrder: 0,
    nameplates: [],
    validFrom: '2000-01-01',
  })
  return emptyState({
    units: [
      unit('root', '试验乡', 'township', null),
      unit('office', '党政办公室', 'office', 'root'),
      unit('finance', '财政所', 'institution', 'root'),
    ],
    nextSortOrder: 3,
    people,
    ...more,
  })
}

/** Somebody of the book, as a good row of `personCells` would have entered them. */
export function bookPerson(
  id: string,
  facts: Partial<StatePerson> = {},
  holding: Partial<StateHolding> = {},
): StatePerson {
  return {
    ...noFacts('person'),
    id,
    name: '试甲',
    sex: '男',
    idNumber: inventedId('1985-06-16'),
    disputedIdNumber: null,
    birth: '1985-06',
    ethnicity: null,
    workStarted: null,
    quotaCardNumber: null,
    retirementCategory: null,
    version: {
      ...noFacts('version'),
      id: `${id}-v`,
      validFrom: '2010-07-01',
      politicalStatus: null,
      education: null,
      professionalTitle: null,
      rank: null,
    },
    holdings: [bookHolding(`${id}-h`, { personId: id, ...holding })],
    records: [],
    ...facts,
  }
}

export function bookHolding(id: string, more: Partial<StateHolding> = {}): StateHolding {
  return {
    ...noFacts('holding'),
    id,
    personId: 'p',
    postId: `${id}-post`,
    kind: 'substantive',
    category: 'administrative',
    offQuotaKind: null,
    occupiesQuota: true,
    occupiesLeadership: false,
    overlapAllowed: false,
    ...UNTOLD,
    enteredOn: '2010-07',
    entryRoute: null,
    entryDocumentNumber: '试编办〔2010〕1号',
    counterpart: null,
    remark: null,
    validFrom: '2010-07-01',
    validTo: null,
    unitId: 'office',
    postTitle: '科员',
    postVersionId: `${id}-pv`,
    postVersionFrom: '2010-07-01',
    leadership: null,
    ...more,
  }
}

/** Recognises and plans, with a real digest. */
export function planOf(
  raw: RawWorkbook,
  state: BookState = emptyState(),
  effectiveOn: string = IMPORT_DAY,
): ImportPlan {
  return planImport(understandWorkbook(raw), state, {
    effectiveOn,
    today: '2026-11-22',
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  })
}

/** The plan of a roster of these people against a book. */
export function rosterPlan(
  people: readonly RosterCells[],
  state: BookState = townshipState(),
  effectiveOn: string = IMPORT_DAY,
): ImportPlan {
  return planOf(workbookWith(rosterOf(...people)), state, effectiveOn)
}
