import type { Holding } from '../../model/person.ts'
import type { DocumentRecord } from '../../model/book-snapshot.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { madeOf } from '../../model/made-of.ts'
import { ruleByToldPerson } from '../rule-by-person.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'
import { onlyWithinApproved, basisOfPeople, rosterOutline2010 } from '../sources.ts'

/** 整建制转入 comes with its seats; who is elected is not let in by a permission. */
const WITHOUT_PERMISSION: ReadonlySet<string> = new Set(['31', '37'])
/** A document with such a title is the permission itself. */
const PERMISSION_TITLE = /核编|用编|控编|空岗|入编通知/

/**
 * 入编 without 用编核准: somebody the book saw come in, by no approval on record. Leaders are appointed from above and need none; who was
 * here before the book began is E2's matter.
 */
export const entryApprovalRule = ruleByToldPerson({
  id: 'E1',
  title: '入编应先有用编核准',
  severity: 'error',
  effect: 'evidence',
  sources: [
    onlyWithinApproved,
    basisOfPeople,
    rosterOutline2010('除省委任命的干部外，进人必须先办理进人核编，凭进人核编通知单入编'),
  ],
  pack: null,
  stage: 'facts',
  reads: ['documents'],
  parameters: [],
  told: ({ snapshot }: RuleInput<'documents'>) => permissionNumbers(snapshot.documents),
  ofPerson: ({ person, counted: holding }, { index }, permissions): readonly Flag[] => {
    if (holding === undefined || !needsPermission(holding) || holding.approvalId !== null) return []
    const number = holding.entryDocumentNumber ?? ''
    if (permissions.has(number)) return []
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text:
          `${person.name}（${placeName(index, holding)}）${dateText(holding.enteredOn ?? holding.validFrom)}` +
          `入编，没有用编核准（进人核编通知单）${number === '' ? '' : `，只有“${number}”`}。`,
        remedy: '先登记用编核准，再撤销这次入编，凭核准编号重新登记。',
        facts: { 入编文号: number === '' ? '未登记' : number },
      },
    ]
  },
})

function needsPermission(holding: Holding): boolean {
  return holding.entryCause !== null && !WITHOUT_PERMISSION.has(holding.entryCause) && !holding.occupiesLeadership
}

const permissionNumbers = madeOf(
  (documents: readonly DocumentRecord[]): ReadonlySet<string> =>
    new Set(documents.flatMap((document) => (PERMISSION_TITLE.test(document.title ?? '') ? document.number : []))),
)
