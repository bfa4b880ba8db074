import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { firstDayOf, isPlainDate, isPlainMonth, type PlainDate } from '../domain/model/plain-date.ts'
import type { CommandContext } from './context.ts'
import { planHoldingCorrection, type HoldingCorrection } from './correct-holding.ts'
import { planNumberCorrection, type NumberCorrection } from './correct-id-number.ts'
import { differing } from './differing.ts'
import { readHoldingRows, readPersonRow, readPersonVersions, readPostStart } from '../store/person-store.ts'
import type { JournalWriter } from '../store/journal.ts'
import { personMark } from './views/journal-entry-view.ts'

type Changes = Input<'person.correct'>['changes']

/** Columns a correction may change, in the order they are named in the journal. */
const COLUMN_TITLES: Readonly<Record<string, string>> = {
  name: '姓名', sex: '性别', id_number: '身份证号', disputed_id_number: '身份证号', birth: '出生年月', ethnicity: '民族', work_started: '参加工作时间', quota_card_number: '编制卡号', retirement_category: '原法定退休年龄', political_status: '政治面貌', education: '学历',
  professional_title: '职称', category: '编制类型', entered_on: '入编时间', entry_route: '入编渠道', entry_document_number: '入编文号', remark: '备注',
}

/**
 * Puts wrong facts about a person right, in place: the book had been mistaken, nothing happened in the world on any day.
 * What was believed before stays in the journal. Refuses when nothing would change.
 */
export async function correctPerson(input: Input<'person.correct'>, context: CommandContext): Promise<Output<'person.correct'>> {
  const today = context.clock.today()
  const changes = withoutBlanks(input.changes)
  refuseBadDate('出生年月', changes.birth, today)
  refuseBadDate('参加工作时间', changes.workStarted, today)
  refuseBadDate('入编时间', changes.enteredOn, today)
  const { entry } = await context.commit({ reason: input.reason, summary: '更正人员信息' }, async (tx, journal) => {
    const person = await readPersonRow(tx, input.personId)
    if (person === null) throw new OperationError('person_not_found')
    const versions = await readPersonVersions(tx, person.id)
    const version = versions.findLast((candidate) => candidate.valid_from <= today) ?? versions[0]
    const holdings = await readHoldingRows(tx, person.id)
    const number = await planNumberCorrection(tx, person, changes.idNumber, today)
    const holding = planHoldingCorrection(holdings, changes, today)
    const { name, sex, birth, ethnicity, workStarted: work_started, quotaCardNumber: quota_card_number, retirementCategory: retirement_category } = changes
    const personPatch = differing(person, { name, sex, birth, ethnicity, work_started, quota_card_number, retirement_category, ...number.patch })
    const versionPatch = differing(version ?? NO_FACTS, { political_status: changes.politicalStatus, education: changes.education, professional_title: changes.professionalTitle })
    journal.describe({ summary: summaryOf(person.id, { ...personPatch, ...versionPatch, ...holding.patch }, number) })

    await journal.update('person', person.id, personPatch)
    if (number.freesFor !== null) await journal.update('person', number.freesFor.personId, { id_number: number.freesFor.number, disputed_id_number: null })
    if (version !== undefined) await journal.update('person_version', version.id, versionPatch)
    else if (Object.keys(versionPatch).length > 0) {
      await journal.insert('person_version', [{ id: context.newId(), person_id: person.id, ...NO_FACTS, ...versionPatch, valid_from: holdings[0]?.valid_from ?? today, valid_to: null, recorded_at: context.clock.now() }])
    }
    await writeHolding(journal, holding, versions, holding.postId === null ? null : await readPostStart(tx, holding.postId))
  })
  return { seq: entry.seq }
}

/** @throws `invalid_input` when no column differs. */
function summaryOf(personId: string, patch: object, number: NumberCorrection): string {
  const changed = new Set(Object.keys(patch).flatMap((column) => COLUMN_TITLES[column] ?? []))
  if (changed.size === 0) throw new OperationError('invalid_input', { field: '更正内容', problem: '与现有记录相同' })
  const titles = [...new Set(Object.values(COLUMN_TITLES))].filter((title) => changed.has(title))
  const freed = number.freesFor === null ? '' : `，${personMark(number.freesFor.personId)}的同号争议随之解除`
  return `更正${personMark(personId)}的${titles.join('、')}${freed}`
}

const NO_FACTS = { political_status: null, education: null, professional_title: null, rank: null }

interface Start {
  readonly id: string
  readonly valid_from: PlainDate
}

/** Moves the holding; where it now begins earlier, the versions of the post and the person that began with it begin earlier too. */
async function writeHolding(journal: JournalWriter, holding: HoldingCorrection, versions: readonly Start[], post: Start | null): Promise<void> {
  if (holding.id === null) return
  const { earlier } = holding
  if (earlier !== null) {
    const [first] = versions
    if (first?.valid_from === earlier.from) await journal.update('person_version', first.id, { valid_from: earlier.to })
    if (post?.valid_from === earlier.from) await journal.update('post_version', post.id, { valid_from: earlier.to })
  }
  await journal.update('holding', holding.id, holding.patch)
}

/** An emptied field means "none". */
function withoutBlanks(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined).map(([field, value]) => [field, value === '' ? null : value]))
}

/** @throws `date_invalid`, or `invalid_input` for a day that has not come. */
function refuseBadDate(title: string, value: string | null | undefined, today: PlainDate): void {
  if (value === undefined || value === null) return
  if (!isPlainDate(value) && !isPlainMonth(value)) throw new OperationError('date_invalid', { value })
  if (firstDayOf(value) > today) throw new OperationError('invalid_input', { field: title, problem: `${value} 还没有到` })
}
