import { knownBirth, knownSex } from '../../identity/known-identity.ts'
import type { Holding, Person } from '../../model/person.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { termWord } from '../../ledger/sentences/term-word.ts'
import type { SheetCell, SheetRow } from '../../report/sheet-model.ts'
import { cell, rowOf } from '../../report/sheet-rows.ts'
import { placeName } from '../../rules/wording.ts'
import { postTitle } from '../../model/snapshot-index.ts'
import { chineseDate } from '../../notice/notice-texts.ts'
import type { Form, FormContent, FormFacts } from '../form.ts'
import { printableWidth } from '../form-page.ts'
import { categoryText, monthText } from '../form-words.ts'

const PAGE = { paper: 'A4', orientation: 'portrait' } as const
/** Label, value, label, value, label, value: shares of the width. */
const SHARES = [0.15, 0.19, 0.14, 0.19, 0.14, 0.19] as const
const OPINION_HEIGHT = 78
const REASON_HEIGHT = 60

/** 借调工作人员审批表: one page a person lent out or borrowed on the day; with nobody, one blank page. */
export const secondmentApprovalForm: Form = {
  id: 'secondment-approval',
  title: '借调审批表',
  about: '借出、借入、挂职的人一人一页，编制情况已填',
  due: '借调之前；续借在期满 10 个工作日前',
  span: 'day',
  subject: 'person',
  idNumbers: true,
  measure: '',
  page: PAGE,
  content,
}

function content(facts: FormFacts): FormContent {
  const columnWidths = SHARES.map((share) => share * printableWidth(PAGE))
  const kinds: readonly Holding['kind'][] = ['secondedOut', 'secondedIn', 'attached']
  const terms = facts.snapshot.holdings.filter(
    (holding) => kinds.includes(holding.kind) && (facts.personId === null || holding.personId === facts.personId),
  )
  const cards = terms.flatMap((holding) => {
    const person = facts.index.person(holding.personId)
    return person === undefined ? [] : [cardRows(facts, person, holding, columnWidths)]
  })
  // Somebody who is about to be lent has no term yet: the card shows who they are.
  const asked = facts.personId === null ? undefined : facts.index.person(facts.personId)
  const pages = cards.length > 0 ? cards : [cardRows(facts, asked, undefined, columnWidths)]
  return {
    columnWidths,
    header: [],
    body: pages.flatMap((rows, place) =>
      rows.map((row, index) => (place > 0 && index === 0 ? { ...row, startsPage: true } : row)),
    ),
    notes: [],
  }
}

function cardRows(
  facts: FormFacts,
  person: Person | undefined,
  term: Holding | undefined,
  widths: readonly number[],
): readonly SheetRow[] {
  const labelled = (...pairs: readonly string[]) =>
    rowOf(
      pairs.map((text, column) => cell(column, 1, text, column % 2 === 0 ? 'tableHeader' : 'tableCentered')),
      widths,
      true,
    )
  const wide = (label: string, text: string, height = 0): SheetRow => {
    const row = rowOf([cell(0, 1, label, 'tableHeader'), cell(1, 5, text, 'tableText')], widths, true)
    return { ...row, height: Math.max(row.height, height) }
  }
  const counted = person === undefined ? undefined : facts.index.countedHoldingOf(person.id)
  const place = term === undefined ? counted : term.kind === 'secondedOut' ? counted : term
  const [from, to] = placesOf(facts, place, term)
  return [
    labelled(
      '姓名',
      person?.name ?? '',
      '性别',
      (person === undefined ? null : knownSex(person)) ?? '',
      '出生年月',
      monthText(person === undefined ? null : knownBirth(person)),
    ),
    labelled(
      '民族',
      person?.ethnicity ?? '',
      '政治面貌',
      person?.politicalStatus ?? '',
      '学历',
      person?.education ?? '',
    ),
    labelled(
      '参加工作时间',
      monthText(person?.workStarted ?? null),
      '编制类型',
      categoryText(counted?.category ?? null),
      '入编时间',
      monthText(counted?.enteredOn ?? null),
    ),
    rowOf(
      [
        cell(0, 1, '身份证号', 'tableHeader'),
        cell(1, 2, facts.idText(person?.idNumber ?? null), 'tableCentered'),
        cell(3, 1, '现任职务', 'tableHeader'),
        cell(4, 2, counted === undefined ? '' : postTitle(facts.index, counted), 'tableCentered'),
      ],
      widths,
      true,
    ),
    rowOf(
      [
        cell(0, 1, '借出单位', 'tableHeader'),
        cell(1, 2, from, 'tableCentered'),
        cell(3, 1, '借调单位', 'tableHeader'),
        cell(4, 2, to, 'tableCentered'),
      ],
      widths,
      true,
    ),
    wide('借调期限', termText(term)),
    wide('借调原因', '', REASON_HEIGHT),
    wide('借调单位编制情况', staffingText(facts, term)),
    ...['借出单位意见', '借调单位意见', '主管部门意见', '审批机关意见'].map((title, index, all) =>
      sealRow(title, index < all.length - 1),
    ),
  ]
}

/** Where the person comes from and where they go. Of a place outside the township the book knows the name. */
function placesOf(
  facts: FormFacts,
  holding: Holding | undefined,
  term: Holding | undefined,
): readonly [string, string] {
  const here = holding === undefined ? '' : `${facts.township}${placeName(facts.index, holding).split(' ')[0] ?? ''}`
  if (term === undefined) return [here, '']
  return term.kind === 'secondedOut' ? [here, term.counterpart ?? ''] : [term.counterpart ?? '', here]
}

function termText(term: Holding | undefined): string {
  if (term === undefined) return '　　　　年　　月　　日至　　　　年　　月　　日'
  return `${termWord(term)}：${chineseDate(term.validFrom)}至${term.dueOn === null ? '　　　　年　　月　　日' : chineseDate(term.dueOn)}`
}

/** What the borrowing unit has and who sits there. Only a unit of this township is known; of another it is for them to fill in. */
function staffingText(facts: FormFacts, term: Holding | undefined): string {
  const unit = term === undefined || term.kind === 'secondedOut' ? undefined : facts.index.unitOf(term)
  const lines = facts.figures.lines.filter((line) => line.unitId === unit?.id)
  if (unit === undefined || lines.length === 0) return '核定编制　　　名，实有　　　人，空编　　　名，超编　　　人'
  return lines
    .map(
      (line) =>
        `${QUOTA_CATEGORY_NAMES[line.category]}：核定 ${line.quota} 名，实有 ${line.actual} 人，空编 ${line.vacancy} 名，超编 ${line.over} 人`,
    )
    .join('\n')
}

function sealRow(title: string, keepWithNext: boolean): SheetRow {
  const cells: readonly SheetCell[] = [
    cell(0, 1, title, 'tableHeader'),
    cell(1, 5, '（盖章）　　　　　　　\n　　　　年　　月　　日　　', 'tableSeal'),
  ]
  return { height: OPINION_HEIGHT, cells, keepWithNext }
}
