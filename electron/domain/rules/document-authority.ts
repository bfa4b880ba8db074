import type { DocumentRecord } from '../model/book-snapshot.ts'

/** Parameter: bodies beside 编办 and 编委 that may decide on 编制. */
export const QUOTA_AUTHORITIES = 'quotaAuthorities'

/** 编办 and 编委 by any of their names, and the mark their 文号 carries: 山编办〔2006〕12号, 皖编发… . */
const ESTABLISHMENT = /编/u
/** A department of a party committee or a government speaks for its own business only. */
const DEPARTMENT = /[部局厅站所]$/u

/** Whether a document may decide on 机构 and 编制: one of 编办 or 编委, or of a party committee or government itself. */
export function isQuotaAuthority(
  document: DocumentRecord,
  issuingBody: string,
  authorities: readonly string[],
): boolean {
  if (ESTABLISHMENT.test(issuingBody) || ESTABLISHMENT.test(document.number)) return true
  return !DEPARTMENT.test(issuingBody) && authorities.some((word) => issuingBody.includes(word))
}
