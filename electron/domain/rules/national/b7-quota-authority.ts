import type { DocumentRecord } from '../../model/book-snapshot.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { stateCouncil486 } from '../sources.ts'

const PARAMETER = 'quotaAuthorities'
/** 编办 and 编委 by any of their names, and the mark their 文号 carries: 山编办〔2006〕12号, 皖编发… . */
const ESTABLISHMENT = /编/u
/** A department of a party committee or a government speaks for its own business only. */
const DEPARTMENT = /[部局厅站所]$/u

/**
 * A quota that stands on a document of a business department: "对口" is no basis, only 机构编制 documents and those of the party committee and
 * the government are. Who issued a document is taken from the book; where it does not say, nothing is.
 */
export const quotaAuthorityRule: Rule<'quotas' | 'leadershipQuotas' | 'documents' | 'units'> = {
  id: 'B7',
  title: '上级业务部门文件不能作为核定编制的依据',
  severity: 'warning',
  effect: 'none',
  source: stateCouncil486({ article: '第七条', clause: '县级以上各级人民政府行政机构不得干预下级人民政府行政机构的设置和编制管理工作，不得要求下级人民政府设立与其业务对口的行政机构。' }),
  pack: null,
  stage: 'facts',
  reads: ['quotas', 'leadershipQuotas', 'documents', 'units'],
  parameters: [PARAMETER],
  check: ({ snapshot, index, parameters }) => {
    const authorities = listParameter(parameters, PARAMETER)
    const uses = Map.groupBy([...snapshot.quotas, ...snapshot.leadershipQuotas], (entry) => entry.documentNumber)
    return snapshot.documents.flatMap((document): readonly Flag[] => {
      const entries = uses.get(document.number)
      if (entries === undefined || document.issuingBody === null || isAuthority(document, document.issuingBody, authorities)) return []
      const units = [...new Set(entries.map((entry) => index.unit(entry.unitId)?.name ?? '（已撤销机构）'))]
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

function isAuthority(document: DocumentRecord, issuingBody: string, authorities: readonly string[]): boolean {
  if (ESTABLISHMENT.test(issuingBody) || ESTABLISHMENT.test(document.number)) return true
  return !DEPARTMENT.test(issuingBody) && authorities.some((word) => issuingBody.includes(word))
}
