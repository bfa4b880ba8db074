import { isQuotaAuthority, QUOTA_AUTHORITIES } from '../document-authority.ts'
import { listParameter } from '../parameters.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { madeOf } from '../../model/made-of.ts'
import type { Flag, Rule } from '../rule.ts'
import { unitName } from '../wording.ts'
import { stateCouncil486, strictControl2007, partyEstablishment } from '../sources.ts'

/** Entries by the paper they stand on; kept as long as none changes. */
const usesOf = madeOf((quotas: BookSnapshot['quotas'], leadership: BookSnapshot['leadershipQuotas']) =>
  Map.groupBy([...quotas, ...leadership], (entry) => entry.documentNumber),
)

/**
 * A quota that stands on a document of a business department: "对口" is no basis, only 机构编制 documents and those of the party committee and
 * the government are. Who issued a document is taken from the book; where it does not say, nothing is.
 */
export const quotaAuthorityRule: Rule<'quotas' | 'leadershipQuotas' | 'documents' | 'units'> = {
  id: 'B7',
  title: '上级业务部门文件不能作为核定编制的依据',
  severity: 'warning',
  effect: 'none',
  sources: [
    strictControl2007({
      article: '三',
      clause:
        '上级业务部门不得干预下级部门的机构编制事项，不得要求下级部门设立与其业务对口的机构或提高机构规格，不得要求为其业务对口的机构配备或增加编制。各业务部门制定的行业标准，不得作为审批机构编制的依据。',
    }),
    partyEstablishment({
      article: '第二十七条',
      clause: '部门规章和规范性文件不得就机构编制事项作出具体规定，不得作为审批机构编制的依据。',
    }),
    stateCouncil486({
      article: '第七条',
      clause:
        '县级以上各级人民政府行政机构不得干预下级人民政府行政机构的设置和编制管理工作，不得要求下级人民政府设立与其业务对口的行政机构。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['quotas', 'leadershipQuotas', 'documents', 'units'],
  parameters: [QUOTA_AUTHORITIES],
  check: ({ snapshot, index, parameters }) => {
    const authorities = listParameter(parameters, QUOTA_AUTHORITIES)
    const uses = usesOf(snapshot.quotas, snapshot.leadershipQuotas)
    return snapshot.documents.flatMap((document): readonly Flag[] => {
      const entries = uses.get(document.number)
      if (
        entries === undefined ||
        document.issuingBody === null ||
        isQuotaAuthority(document, document.issuingBody, authorities)
      )
        return []
      const units = [...new Set(entries.map((entry) => unitName(index, entry.unitId)))]
      return [
        {
          text: `${document.number}由${document.issuingBody}发文，不是机构编制文件；以它核定的有${units.join('、')}，共 ${entries.length} 条。`,
          remedy: '换登机构编制部门（编办、编委）的批文；没有批文的，报编办处理。',
          facts: { 文号: document.number, 发文机关: document.issuingBody, 核定数: entries.length },
        },
      ]
    })
  },
}
