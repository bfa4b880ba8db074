const MOBILE = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/
/** Two-digit area codes are 010 and 02x; all others have four places. */
const UNDIVIDED = /(?<![\d-])(0(?:10|2\d)|0[3-9]\d{2})(\d{7,8})(?![\d-])/g

/** True where a text holds a mobile number, however divided: it belongs to a person and must not hang on a wall. */
export function hasMobileNumber(text: string): boolean {
  return MOBILE.test(text.normalize('NFKC'))
}

/** A desk telephone as it is written on paper: 07941234567 → 0794-1234567, full-width digits made plain. */
export function tidyDeskPhone(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(UNDIVIDED, '$1-$2')
}
